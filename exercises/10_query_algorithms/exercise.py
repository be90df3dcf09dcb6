# %% [markdown]
# # Exercise: Query algorithms
#
# Ten tasks, from counting questions to two where you have to find the algorithm yourself. Most of them hand you a black box, an oracle that you may call and not look into, and limit how often you may call it. Plan about two and a half hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to those that you see.
#
# Conventions: $x_k$ is bit $k$ of the integer $x$, so $x = \sum_k x_k 2^k$; in a bit string, **as always in Qiskit, bit 0 is the rightmost character**. A function $f$ of $n$ bits is given by the list of its values $f(0), f(1), \ldots, f(2^n - 1)$. $\oplus$ is addition modulo 2, bit by bit; $a\cdot x = a_0x_0 \oplus a_1x_1 \oplus \cdots \oplus a_{n-1}x_{n-1}$.
#
# **The black boxes.** A box for $f$ takes $|x\rangle|y\rangle$ to $|x\rangle|y \oplus f(x)\rangle$. Your function gets it as a gate, `oracle`, and puts it into a circuit with `circuit.append(oracle, [list of qubits])`: the first qubit in the list becomes qubit 0 of the box, and so on. Nobody can see what is in the box; `oracle.inverse()` and `oracle.control()` work and count as calls too. Your function is called *before* it is decided which function is in the box: the same circuit has to do for all of them. The cell below the imports makes boxes, so that you can fill one in yourself when you look for an error:
#
# ```python
# circuit = certain_bit(opaque_oracle("oracle", 3), 2)
# filled_in(circuit, {"oracle": box([0, 1, 1, 0], [0, 1], [2])})
# ```
#
# You may use NumPy, SciPy, Qiskit and the Python standard library, import more of them, and define functions of your own in the answer cells.

# %% given="imports"
import math
from itertools import combinations

import numpy as np
from qiskit import QuantumCircuit

from grader.checks import (
    assert_budget,
    assert_distribution,
    assert_implements,
    filled_in,
    instances,
    opaque_oracle,
)


# %% given="boxes"
def box(values, inputs, outputs):
    """Matrix of the box |x>|y> -> |x>|y ⊕ values[x]>; bit k of x is on qubit inputs[k], bit k of y on outputs[k]."""
    size = 2 ** (len(inputs) + len(outputs))
    matrix = np.zeros((size, size))
    for before in range(size):
        x = sum((before >> qubit & 1) << k for k, qubit in enumerate(inputs))
        change = sum((values[x] >> k & 1) << qubit for k, qubit in enumerate(outputs))
        matrix[before ^ change, before] = 1
    return matrix


def dot(a, x):
    """a·x modulo 2, of two integers."""
    return (a & x).bit_count() % 2


# %% [markdown] task="enough"
# ## 1. Sure enough
#
# A function $f$ of $n$ bits with the values 0 and 1 is promised to be either *constant* or *balanced* (1 for exactly half of all inputs). You have no quantum computer. So you ask for the values at $q$ *different* inputs that you draw at random, every choice equally likely. If two of the values differ, you say "balanced". If all are equal, you say "constant". Write `enough(n, error)`.
#
# **Input:** an integer $n$ with $1 \le n \le 10$, and a number `error` with $0 \le$ `error` $< 1$.
#
# **Output:** the smallest integer $q \ge 1$ for which you say something wrong with a probability of at most `error`, *whatever* the function is that meets the promise.
#
# **Compared:** the integer. No instance is so close to the border that rounding decides.
#
# *Examples:* `enough(3, 0)` is 5, since four equal values may come from a balanced function. `enough(3, 0.2)` is 3: three values of a balanced function are all equal with probability $1\cdot\frac37\cdot\frac26 = \frac17$, two with probability $\frac37$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# For which functions can you be wrong at all? Fix such a function and draw one input after the other.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The first value may be anything. The second input is one of the $2^n - 1$ others, and $2^{n-1} - 1$ of these have the same value. Go on in this way.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Begin with `q = 1` and the chance 1. While the chance is larger than `error`, multiply it by $\frac{2^{n-1} - q}{2^n - q}$ and increase $q$. At $q = 2^{n-1} + 1$ the chance has become 0 by itself.
#
# </details>


# %% answer="enough"
def enough(n, error):
    ### BEGIN SOLUTION
    q, wrong = 1, 1.0
    while wrong > error:
        wrong *= (2 ** (n - 1) - q) / (2**n - q)
        q += 1
    return q
    ### END SOLUTION


# %% check="enough" points=2
assert_implements(
    enough,
    [
        ((3, 0), 5),
        ((3, 0.2), 3),
        ((1, 0.5), 2),
        ((10, 0.01), 8),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    enough,
    [
        ((1, 0), 2),
        ((2, 0), 3),
        ((2, 0.4), 2),
        ((2, 0.3), 3),
        ((3, 0.02), 5),
        ((3, 0.5), 2),
        ((4, 0), 9),
        ((4, 0.1), 4),
        ((4, 0.001), 8),
        ((5, 0.9), 2),
        ((6, 1e-6), 17),
        ((8, 0.01), 8),
        ((9, 0.3), 3),
        ((10, 0), 513),
        ((10, 1e-9), 31),
    ],
)
for n in (3, 5, 7, 9):  # halfway between two chances
    chances = [2 * math.comb(2 ** (n - 1), q) / math.comb(2**n, q) for q in range(1, min(14, 2**n))]
    for q in range(2, min(13, 2 ** (n - 1))):
        assert_implements(enough, [((n, (chances[q - 1] + chances[q - 2]) / 2), q)])
### END HIDDEN TESTS

# %% [markdown] task="certain_bit"
# ## 2. One call, one bit, no doubt
#
# The same promise, and now you have a quantum computer: $f$ is constant or balanced. Write `certain_bit(oracle, n)`.
#
# **Input:** `oracle`, a box on $n + 1$ qubits: its qubits $0, \ldots, n-1$ hold $x$ (bit $k$ on qubit $k$), its qubit $n$ is the output. The integer $n$, with $1 \le n \le 4$.
#
# **Output:** a `QuantumCircuit` with **one** classical bit, on at most ten qubits, which all begin in $|0\rangle$. It calls the box at most once. The classical bit receives 0 if $f$ is constant and 1 if $f$ is balanced, with certainty.
#
# **Compared:** the probabilities of the classical bit, exactly, up to $10^{-6}$, with many functions in the box. The circuit may use gates of your own, resets and measurements in the middle (into its one classical bit).
#
# <details><summary>Hint 1: a nudge</summary>
#
# The circuit of the lesson ends with $n$ bits. What do they say, taken together, about $f$? How do you put this into one bit?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Constant: all $n$ qubits are 0. Balanced: at least one of them is 1. A further qubit that begins in $|1\rangle$ and is flipped if all of them are 0 holds the answer.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# On $n + 2$ qubits: X and H on qubit $n$; H on qubits 0 to $n-1$; the box; H on qubits 0 to $n-1$; X on qubit $n+1$; then `circuit.mcx(list(range(n)), n + 1, ctrl_state=0)`, and measure qubit $n+1$.
#
# </details>


# %% answer="certain_bit"
def certain_bit(oracle, n):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(n + 2, 1)
    circuit.x(n)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(n + 1))
    circuit.h(range(n))
    circuit.x(n + 1)
    circuit.mcx(list(range(n)), n + 1, ctrl_state=0)
    circuit.measure(n + 1, 0)
    return circuit
    ### END SOLUTION


# %% check="certain_bit" points=2
def check_bit(n, tables):
    """Ask for one circuit, and put one function after the other into its box."""
    circuit = certain_bit(opaque_oracle("oracle", n + 1), n)
    assert_budget(circuit, qubits=10, calls={"oracle": 1})
    for values in tables:
        wanted = "0" if len(set(values)) == 1 else "1"
        filled = filled_in(circuit, {"oracle": box(values, range(n), [n])})
        assert_distribution(filled, {wanted: 1.0}, circuit_only=True)


check_bit(1, [[0, 0], [1, 1], [0, 1], [1, 0]])
check_bit(2, [[0] * 4, [1] * 4, [0, 1, 1, 0], [0, 0, 1, 1], [1, 0, 1, 0]])
check_bit(3, [[0] * 8, [0, 0, 0, 1, 0, 1, 1, 1]])
### BEGIN HIDDEN TESTS
every = [[int(x in ones) for x in range(4)] for ones in combinations(range(4), 2)]
check_bit(2, [*every, [1] * 4, [0] * 4])
generator = instances("certain_bit")
for n in (3, 4):
    half = [0, 1] * 2 ** (n - 1)
    parities = [[dot(a, x) for x in range(2**n)] for a in range(1, 2**n)]
    shuffled = [generator.permutation(half).tolist() for _ in range(4)]
    check_bit(n, [[1] * 2**n, *parities, *shuffled, [0] * 2**n])
### END HIDDEN TESTS

# %% [markdown] task="mask"
# ## 3. A box that does not flip
#
# This box hides a function $f(x) = (a\cdot x) \oplus b$, with $n$ unknown bits $a_0, \ldots, a_{n-1}$ and one more, $b$. It was built by somebody who has a taste of their own. If $f(x) = 1$, the output qubit does not get an X; it gets another gate $V$. You are told $V$: a unitary matrix of size 2 by 2 with the eigenvalues $+1$ and $-1$. If $f(x) = 0$, nothing happens. And the output qubit is somewhere among the others. Write `mask(oracle, n, place, gate)`.
#
# **Input:** `oracle`, the box on $n + 1$ qubits; the integer $n$, with $1 \le n \le 4$; `place`, the number of the box's output qubit, from 0 to $n$; `gate`, the matrix $V$. The other qubits of the box hold $x$, in rising order: bit 0 of $x$ is on the lowest of them.
#
# **Output:** a `QuantumCircuit` with $n$ classical bits, on at most ten qubits, which all begin in $|0\rangle$. It calls the box at most once. Classical bit $k$ receives $a_k$, with certainty. The bit $b$ must make no difference.
#
# **Compared:** the probabilities of the classical bits, exactly, up to $10^{-6}$, with many functions in the box.
#
# *Example:* with $V = X$ and `place` equal to $n$ this is the circuit of Bernstein and Vazirani.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Why is the output qubit in $|-\rangle$ when the box flips? What is $|-\rangle$ for the gate X?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $X|-\rangle = -|-\rangle$: an eigenvector with the eigenvalue $-1$. You need the same for $V$. A unitary matrix with the eigenvalues $\pm1$ is Hermitian.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `_, vectors = np.linalg.eigh(gate)` sorts the eigenvalues, $-1$ first, and `vectors` is a unitary matrix whose column 0 belongs to it: `circuit.unitary(vectors, [place])` takes $|0\rangle$ there. The inputs are `[q for q in range(n + 1) if q != place]`. H on these, the box on all qubits in order, H on these, measure them into the bits 0 to $n-1$.
#
# </details>


# %% answer="mask"
def mask(oracle, n, place, gate):
    ### BEGIN SOLUTION
    inputs = [qubit for qubit in range(n + 1) if qubit != place]
    _, vectors = np.linalg.eigh(gate)
    circuit = QuantumCircuit(n + 1, n)
    circuit.unitary(vectors, [place])
    circuit.h(inputs)
    circuit.append(oracle, range(n + 1))
    circuit.h(inputs)
    circuit.measure(inputs, range(n))
    return circuit
    ### END SOLUTION


# %% check="mask" points=3
def check_mask(n, place, gate, hidden):
    """Put functions into the box: `hidden` is a list of pairs (a, b)."""
    gate = np.array(gate)
    circuit = mask(opaque_oracle("oracle", n + 1), n, place, gate)
    assert_budget(circuit, qubits=10, calls={"oracle": 1})
    inputs = [qubit for qubit in range(n + 1) if qubit != place]
    for a, b in hidden:
        flips = np.array([dot(a, x) ^ b for x in range(2**n)])
        acts = np.diag(box(flips.tolist(), inputs, [place])) == 0  # where the output is flipped
        content = np.diag((~acts).astype(complex))
        for before in np.flatnonzero(acts):
            bit = before >> place & 1
            for after in (0, 1):
                content[before ^ ((bit ^ after) << place), before] = gate[after, bit]
        filled = filled_in(circuit, {"oracle": content})
        assert_distribution(filled, {f"{a:0{n}b}": 1.0}, circuit_only=True)


check_mask(2, 2, [[0, 1], [1, 0]], [(1, 0), (2, 1), (3, 0)])  # V = X
check_mask(2, 1, [[1, 0], [0, -1]], [(1, 0), (2, 0)])  # V = Z
check_mask(3, 0, [[0, -1j], [1j, 0]], [(6, 1), (1, 0)])  # V = Y
### BEGIN HIDDEN TESTS
root = math.sqrt(0.5)
check_mask(1, 0, [[root, root], [root, -root]], [(0, 0), (0, 1), (1, 0), (1, 1)])
check_mask(1, 1, [[-1, 0], [0, 1]], [(0, 0), (0, 1), (1, 0), (1, 1)])
check_mask(2, 0, [[-root, 1j * root], [-1j * root, root]], [(a, a % 2) for a in range(4)])
generator = instances("mask")
for n, place in ((2, 2), (3, 1), (3, 3), (4, 2), (4, 0)):
    axis = generator.normal(size=3)
    x, y, z = axis / np.linalg.norm(axis)
    some = generator.permutation(2**n)[:4].tolist()
    check_mask(
        n, place, [[z, x - 1j * y], [x + 1j * y, -z]], [(a, k % 2) for k, a in enumerate(some)]
    )
    check_mask(n, place, [[0, 1], [1, 0]], [(1, 0), (2 ** (n - 1), 1)])
### END HIDDEN TESTS

# %% [markdown] task="spectrum"
# ## 4. What will come out?
#
# Now somebody tells you the function, and you say what the measurement gives. The circuit: $n$ qubits get an H each. A further qubit, the output, is prepared by $R_y(\theta)$ from $|0\rangle$, so it is in the state $\cos\frac\theta2|0\rangle + \sin\frac\theta2|1\rangle$. The box $|x\rangle|y\rangle \to |x\rangle|y\oplus f(x)\rangle$ is called once. Then the $n$ qubits get an H each again and are measured. Nobody looks at the output qubit. Write `spectrum(values, theta)`.
#
# **Input:** the list of the $2^n$ values $f(0), f(1), \ldots$, each 0 or 1 and *without any promise*, with $1 \le n \le 8$; and the angle $\theta$.
#
# **Output:** a list or array of the $2^n$ probabilities: entry $z$ belongs to the outcome in which qubit $k$ gives bit $k$ of $z$.
#
# **Compared:** the numbers, up to $10^{-6}$.
#
# *Examples:* $\theta = -\pi/2$ prepares $|-\rangle$ (up to a sign). With the values `[0, 0, 0, 1]` it gives all four outcomes with probability 1/4. With $\theta = 0$ the same function gives $(\frac58, \frac18, \frac18, \frac18)$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# You know what happens for $|-\rangle$. What happens for $|+\rangle$? Write the state of the output qubit as a sum of these two.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $|+\rangle$ is not changed by X, so with it the box does nothing and the outcome is 0. After the box the output qubit is still in $|+\rangle$ in one branch and in $|-\rangle$ in the other. These are orthogonal, so the two branches do not interfere: the *probabilities* add.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# The branch $|+\rangle$ has the weight $\frac12(1 + \sin\theta)$ and adds it to the outcome 0. The branch $|-\rangle$ has the weight $\frac12(1 - \sin\theta)$ and spreads it as $\big(2^{-n}\sum_x (-1)^{f(x) \oplus z\cdot x}\big)^2$.
#
# </details>


# %% answer="spectrum"
def spectrum(values, theta):
    ### BEGIN SOLUTION
    size = len(values)
    kicked = (1 - math.sin(theta)) / 2
    chances = np.zeros(size)
    chances[0] = 1 - kicked
    for z in range(size):
        amplitude = sum((-1) ** (values[x] ^ dot(z, x)) for x in range(size)) / size
        chances[z] += kicked * amplitude**2
    return chances
    ### END SOLUTION


# %% check="spectrum" points=3
assert_implements(
    spectrum,
    [
        (([0, 1], -np.pi / 2), [0, 1]),
        (([0, 0, 0, 1], -np.pi / 2), [1 / 4] * 4),
        (([0, 0, 0, 1], 0.0), [5 / 8, 1 / 8, 1 / 8, 1 / 8]),
        (([0, 1, 0, 1, 0, 1, 1, 0], -np.pi / 2), [0, 1 / 4, 0, 1 / 4, 0, 1 / 4, 0, 1 / 4]),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    spectrum,
    [
        (([0, 0, 0, 1], np.pi / 2), [1, 0, 0, 0]),
        (([1, 1, 1, 1], 0.7), [1, 0, 0, 0]),
        (([0, 0, 1, 1], np.pi), [1 / 2, 0, 1 / 2, 0]),
        (([1, 0, 1, 0], -np.pi / 6), [1 / 4, 3 / 4, 0, 0]),
        (([0, 1, 1, 1], np.pi / 6), [13 / 16, 1 / 16, 1 / 16, 1 / 16]),
    ],
)
generator = instances("spectrum")
for n in (1, 2, 3, 4, 5):
    values = generator.integers(0, 2, 2**n)
    theta = float(generator.uniform(-3, 3))
    signs = np.array([[(-1.0) ** dot(z, x) for x in range(2**n)] for z in range(2**n)])
    wanted = (1 - np.sin(theta)) / 2 * (signs @ (-1.0) ** values / 2**n) ** 2
    wanted[0] += (1 + np.sin(theta)) / 2
    assert_implements(spectrum, [((values.tolist(), theta), wanted)])
### END HIDDEN TESTS

# %% [markdown] task="shift"
# ## 5. Two tables
#
# Somebody has a table $f_0$ that gives the $2^n$ inputs $2^n$ *different* values of $n$ bits: no value occurs twice. They made a second table by shifting the first: $f_1(x) = f_0(x \oplus s)$, where $s$ is a secret string of $n$ bits. The box answers questions about either table. Write `shift(oracle, n)`, which asks it for an *equation* about $s$.
#
# **Input:** `oracle`, a box on $2n + 1$ qubits: qubits $0, \ldots, n-1$ hold $x$, qubit $n$ holds the number $c$ of the table, qubits $n+1, \ldots, 2n$ are the output ($|x\rangle|c\rangle|y\rangle \to |x\rangle|c\rangle|y \oplus f_c(x)\rangle$). The integer $n$, with $1 \le n \le 3$.
#
# **Output:** a `QuantumCircuit` with $n + 1$ classical bits, on at most ten qubits, which all begin in $|0\rangle$. It calls the box at most once. The classical bits 0 to $n-1$ receive the coefficients $z_0, \ldots, z_{n-1}$ of an equation, and the classical bit $n$ its right-hand side $r$. The equation is always true,
#
# $$z_0s_0 \oplus z_1s_1 \oplus \cdots \oplus z_{n-1}s_{n-1} = r,$$
#
# and each of the $2^n$ strings of coefficients comes with the same probability $2^{-n}$.
#
# **Compared:** the probabilities of the classical bits, exactly, up to $10^{-6}$, with many tables and secrets in the box ($s = 0$ among them).
#
# *Example:* $n = 2$ and $s = s_1s_0 = 10$. The outcomes, written as $r\,z_1z_0$, are `000`, `001`, `110` and `111`, each with probability 1/4.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Read $c$ and $x$ together as *one* input of $n + 1$ bits, and the two tables as one function of it. For which pairs of inputs does this function have the same value?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $F(c, x) = F(c \oplus 1, x \oplus s)$, and otherwise no value occurs twice: $F$ is a function such as Simon's, and its mask has a 1 for the bit $c$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Simon's circuit: H on qubits 0 to $n$, the box on all $2n + 1$ qubits, H on qubits 0 to $n$, measure qubit $k$ into bit $k$. The output register stays in $|0\rangle$ before the box and is not looked at afterwards. Simon's equation $z\cdot s \oplus r\cdot 1 = 0$ is the one that is asked for.
#
# </details>


# %% answer="shift"
def shift(oracle, n):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(2 * n + 1, n + 1)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(2 * n + 1))
    circuit.h(range(n + 1))
    circuit.measure(range(n + 1), range(n + 1))
    return circuit
    ### END SOLUTION


# %% check="shift" points=3
def check_shift(n, cases):
    """Ask for one circuit, and put tables into its box: `cases` is a list of pairs (first table, secret)."""
    circuit = shift(opaque_oracle("oracle", 2 * n + 1), n)
    assert_budget(circuit, qubits=10, calls={"oracle": 1})
    for table, secret in cases:
        both = [*table, *(table[x ^ secret] for x in range(2**n))]
        content = box(both, range(n + 1), range(n + 1, 2 * n + 1))
        equations = {f"{dot(z, secret)}{z:0{n}b}": 1 / 2**n for z in range(2**n)}
        assert_distribution(filled_in(circuit, {"oracle": content}), equations, circuit_only=True)


check_shift(1, [([0, 1], 0), ([0, 1], 1), ([1, 0], 1)])
check_shift(2, [([0, 1, 2, 3], 2), ([2, 0, 3, 1], 1), ([2, 0, 3, 1], 3)])
### BEGIN HIDDEN TESTS
check_shift(1, [([1, 0], 0)])
generator = instances("shift")
check_shift(2, [(generator.permutation(4).tolist(), secret) for secret in range(4)])
check_shift(3, [(generator.permutation(8).tolist(), secret) for secret in (0, 1, 3, 4, 6)])
### END HIDDEN TESTS

# %% [markdown] task="decide"
# ## 6. Which mask?
#
# Simon's circuit has run several times and has given strings $z$, each of which satisfies $z\cdot s = 0$ for the mask $s$ in the box. Now the classical half of the algorithm is your turn: what do they say? Write `decide(samples, n)`.
#
# **Input:** a list of bit strings of length $n$, as Qiskit writes them (bit 0 rightmost), in any order; strings may occur several times, and the list may be empty. The integer $n$, with $1 \le n \le 40$: trying all $2^n$ masks is no way.
#
# **Output:** if there is *exactly one* string $s$ other than $00\ldots0$ with $z\cdot s = 0$ for all samples $z$: this string, written in the same way. If there are *several* such strings: `None` (the samples do not suffice). If there is *none*: the string of $n$ zeros (the function has no mask, no value occurs twice).
#
# **Compared:** the answer, exactly.
#
# *Examples:* for `["110", "101"]` the answer is `"111"`. For `["110", "110", "000"]` it is `None`, since `"111"`, `"110"` and `"001"` are possible. For `["01", "11"]` it is `"00"`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# These are linear equations for the bits of $s$; the arithmetic is modulo 2, where adding and subtracting are the same, XOR. How does the number of *independent* equations decide which of the three cases it is?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# With $r$ independent equations $2^{n-r}$ strings are solutions, the zero string among them. So $r = n$ means no mask, $r = n-1$ exactly one, and less means several. Gaussian elimination finds $r$; strings as integers, `int(z, 2)`, make a row operation one `^`.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# There is also a way without elimination. Keep a list of strings that *generates all solutions*: at the beginning the $n$ unit vectors $2^0, 2^1, \ldots$. For each sample $z$: those with $z\cdot b = 1$ are not solutions any more. If there are any, take one of them out of the list, and replace each other one, $b$, by $b$ XOR the one taken out. At the end, the list is empty (no mask), has one entry (the mask), or has several.
#
# </details>


# %% answer="decide"
def decide(samples, n):
    ### BEGIN SOLUTION
    solutions = [1 << k for k in range(n)]
    for sample in samples:
        z = int(sample, 2)
        odd = [b for b in solutions if dot(z, b)]
        even = [b for b in solutions if not dot(z, b)]
        solutions = even + [b ^ odd[0] for b in odd[1:]]
    if len(solutions) > 1:
        return None
    return format(sum(solutions), f"0{n}b")
    ### END SOLUTION


# %% check="decide" points=3
assert_implements(
    decide,
    [
        ((["110", "101"], 3), "111"),
        ((["110", "110", "000"], 3), None),
        ((["01", "11"], 2), "00"),
        ((["0111", "1000", "0010", "0000", "1111"], 4), "0101"),
        (([format(1 << k, "040b") for k in range(40) if k != 7], 40), format(1 << 7, "040b")),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    decide,
    [
        (([], 1), "1"),
        ((["0"], 1), "1"),
        ((["0", "1"], 1), "0"),
        (([], 2), None),
        ((["10"], 2), "01"),
        ((["01", "01"], 2), "10"),
        ((["110", "011", "101"], 3), "111"),
        ((["111", "001", "110"], 3), "110"),
        ((["1100", "0110", "1010", "0011"], 4), "1111"),
        ((["1100", "0110", "1010"], 4), None),
        ((["1000", "1100", "1110", "1111"], 4), "0000"),
    ],
)
generator = instances("decide")
for n in (3, 5, 8, 17, 40):
    secret = int(generator.integers(1, 2**n))
    fit = iter(generator.integers(0, 2**n, 2000).tolist())
    wanted, rank, basis = [], 0, {}
    while rank < n - 1:  # as many samples as Simon's algorithm takes
        z = next(z for z in fit if not dot(z, secret))
        wanted.append(format(z, f"0{n}b"))
        while z and z.bit_length() in basis:
            z ^= basis[z.bit_length()]
        if z:
            basis[z.bit_length()] = z
            rank += 1
    odd = format(next(z for z in fit if dot(z, secret)), f"0{n}b")
    assert_implements(
        decide,
        [
            ((wanted, n), format(secret, f"0{n}b")),
            ((wanted[::-1] + wanted[:2], n), format(secret, f"0{n}b")),
            ((wanted[:-1], n), None),  # the last one was needed
            (([odd, *wanted], n), "0" * n),
        ],
    )
### END HIDDEN TESTS

# %% [markdown] task="runs"
# ## 7. How many runs?
#
# A function of $n$ bits has a whole set $S$ of masks: $f(x) = f(y)$ exactly if $x \oplus y$ is in $S$. The set is closed under $\oplus$, contains $00\ldots0$, and has $2^k$ elements. For $k = 1$ this is Simon's problem, for $k = 0$ no value occurs twice. Each run of Simon's circuit gives a random string $z$: all those with $z\cdot s = 0$ for every $s$ in $S$ are equally likely, also $00\ldots0$, and the runs are independent. There are $2^{n-k}$ such strings, and $S$ is known as soon as $n - k$ of the samples are linearly independent. Write `runs(n, k, failure)`.
#
# **Input:** integers $n$ and $k$ with $1 \le n \le 60$ and $0 \le k \le n$; a number `failure` with $10^{-9} \le$ `failure` $< 1$.
#
# **Output:** the smallest integer $m \ge 0$ for which $m$ runs do *not* suffice with a probability of at most `failure`.
#
# **Compared:** the integer. No instance is so close to the border that rounding decides.
#
# *Example:* for $n = 3$, $k = 1$ two runs suffice with the probability $\frac34\cdot\frac12 = \frac38$, three runs with $\frac78\cdot\frac34 = \frac{21}{32}$. So `runs(3, 1, 0.4)` is 3, and `runs(3, 1, 0.7)` is 2.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Let $d = n - k$. Write the $m$ samples as the rows of a table with $d$ columns, $m$ rows and random bits. The rows span everything exactly if the *columns* are linearly independent. Fill in the columns one after the other.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The first column has $m$ bits and must not be zero: probability $1 - 2^{-m}$. The second must be none of the two combinations of the first: $1 - 2\cdot2^{-m}$. The third must avoid four.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# $m$ runs suffice with probability $\prod_{i=0}^{d-1}\big(1 - 2^{i-m}\big)$ if $m \ge d$, and with probability 0 otherwise. (For $m < d$ one of the factors is 0.) Begin with $m = 0$ and increase it. For $d = 0$ the product is empty and equal to 1.
#
# </details>


# %% answer="runs"
def runs(n, k, failure):
    ### BEGIN SOLUTION
    m = 0
    while 1 - math.prod(1 - 2.0 ** (i - m) for i in range(n - k)) > failure:
        m += 1
    return m
    ### END SOLUTION


# %% check="runs" points=3
assert_implements(
    runs,
    [
        ((3, 1, 0.4), 3),
        ((3, 1, 0.7), 2),
        ((4, 4, 0.1), 0),
        ((2, 1, 0.3), 2),
        ((10, 1, 0.001), 19),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    runs,
    [
        ((1, 1, 0.5), 0),
        ((1, 0, 0.6), 1),
        ((1, 0, 1e-9), 30),
        ((2, 0, 0.9), 2),
        ((2, 0, 0.6), 3),
        ((5, 3, 0.05), 6),
        ((6, 1, 0.72), 5),
        ((6, 1, 0.69), 6),
        ((20, 1, 1e-3), 29),
        ((30, 28, 0.1), 5),
        ((60, 1, 0.5), 60),
        ((60, 1, 0.8), 59),
        ((60, 0, 0.8), 60),
        ((60, 20, 1e-6), 60),
        ((60, 0, 1e-9), 90),
        ((60, 60, 0.1), 0),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="headline"
# ## 8. Is the headline right?
#
# A web page on quantum computing says:
#
# > *The algorithm of Deutsch and Jozsa was the first proof that quantum computers are exponentially faster than classical ones. A classical computer has to try more than half of the $2^n$ inputs. The quantum computer puts all inputs into superposition, evaluates the function for all of them at once, and reads the answer. The same advantage awaits wherever a program has to examine many cases.*
#
# In not more than fifteen lines, judge three of its claims:
#
# 1. *A classical computer has to try more than half of the inputs, so the advantage is exponential.* For which kind of classical algorithm is this true, and what is true for the others? Give a number.
# 2. *It evaluates all inputs at once and reads the answer.* What would you see if you measured right after the oracle? What makes one outcome certain in the end?
# 3. *The same advantage awaits elsewhere.* What exactly is counted in this comparison, and what has to be given before it says anything about the running time of a real program?
#
# *This task is marked by a person, by the three points above. Numbers and reasons count, not style or length.*

# %% [markdown] essay="headline" points=3
# ### BEGIN SOLUTION
# 1. More than half, $2^{n-1} + 1$ queries, are needed only by a classical algorithm that must never err. If an error is allowed, take a few inputs at random. A balanced function gives $q$ equal values with probability at most $2^{1-q}$, whatever $n$ is: 8 queries are enough for an error below 1 %. Against such algorithms one quantum query saves a constant number of queries, nothing exponential. A real quantum computer errs as well, so this is the fair comparison. (Simon's problem has an exponential gap against these too.)
#
# 2. Measured right after the oracle, the register gives one random input, and the phase that holds the function's value cannot be seen at all. It is no better than one classical query. What makes the answer certain is interference: the last Hadamard gates add all the signs up in the amplitude of $00\ldots0$, where they cancel for a balanced function and reinforce each other for a constant one. That works because of the promise, and it gives one property of $f$ and none of its values.
#
# 3. Counted are calls of a black box. The gates inside the box and around it are not counted. For a real program one has to know that the oracle can be built as a quantum circuit at a comparable cost, that the promise holds, and that reading the program's text does not give the answer more quickly than calling it. Without a promise, as in a search through many cases, an exponential gain in queries is proven to be impossible.
# ### END SOLUTION

# %% [markdown] rubric="headline"
# One point for each of the three claims, independent of the others; no half points for style, length or language.
#
# - **1 point, classical cost:** says that the $2^{n-1} + 1$ queries are needed only for certainty (deterministic, zero error) *and* that a randomised algorithm with a small error needs a number of queries that does not grow with $n$, with a number or a formula that is right (for example $2^{1-q}$, or about 8 queries for 1 %).
#
# - **1 point, superposition:** says that a measurement right after the oracle gives one random input (nothing about the other values) *and* that interference, the cancelling or adding of signs by the last Hadamard gates, makes the outcome certain. Only one of the two earns no point.
#
# - **1 point, what is counted:** says that calls of an oracle are counted (and not running time) *and* names at least one condition for carrying it over: the oracle has to be built and paid for, the promise has to hold, or the structure that is not a black box must not help the classical side more.
#
# A statement that contradicts one of these (for example, that all values can be read off after the measurement) takes the point of that line away.

# %% [markdown] task="scales"
# ## 9. Heavy and light
#
# Each of the $2^n$ inputs $x$ has a weight $w_x$, which you know. The function $f$ in the box is promised to be either *constant* or *even-handed*: the inputs with $f(x) = 1$ have exactly half of the total weight. For equal weights that is the old promise. With the weights 3, 1, 1, 1 an even-handed function has the value 1 for the first input alone, or for the three others. Write `scales(oracle, weights)`.
#
# **Input:** `oracle`, a box on $n + 1$ qubits: its qubits $0, \ldots, n-1$ hold $x$, its qubit $n$ is the output; `weights`, a list of $2^n$ integers $\ge 0$, at least two of which are not 0, with $1 \le n \le 3$.
#
# **Output:** a `QuantumCircuit` with one classical bit, on at most ten qubits, which all begin in $|0\rangle$. It calls the box at most once. The classical bit receives 0 if $f$ is constant and 1 if $f$ is even-handed, with certainty.
#
# **Compared:** the probabilities of the classical bit, exactly, up to $10^{-6}$, with many functions in the box.
#
# <details><summary>Hint 1: a nudge</summary>
#
# In the algorithm of Deutsch and Jozsa the amplitude of the outcome $00\ldots0$ is the *average* of the signs $(-1)^{f(x)}$. Which average of them is 0 for every even-handed function?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Let $|\psi\rangle = \sum_x \alpha_x|x\rangle$ be the state of the register before the box and $|\psi_f\rangle = \sum_x (-1)^{f(x)}\alpha_x|x\rangle$ the one after it. The two states have the inner product $\sum_x (-1)^{f(x)}|\alpha_x|^2$. If it is 0 they are orthogonal, and a measurement can tell them apart with certainty.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Prepare the amplitudes $\sqrt{w_x/\sum_y w_y}$ with a circuit $A$ (for instance `prepare_state` of the module on state preparation); X and H on the output qubit; the box; then `A.inverse()`. For a constant function the register is back in $|00\ldots0\rangle$; for an even-handed one it is certainly not there. Write that into one bit as in task 2.
#
# </details>


# %% answer="scales"
def scales(oracle, weights):
    ### BEGIN SOLUTION
    n = len(weights).bit_length() - 1
    shares = np.sqrt(np.array(weights) / sum(weights))
    prepare = QuantumCircuit(n)
    prepare.prepare_state(shares, range(n))
    circuit = QuantumCircuit(n + 2, 1)
    circuit.compose(prepare, range(n), inplace=True)
    circuit.x(n)
    circuit.h(n)
    circuit.append(oracle, range(n + 1))
    circuit.compose(prepare.inverse(), range(n), inplace=True)
    circuit.x(n + 1)
    circuit.mcx(list(range(n)), n + 1, ctrl_state=0)
    circuit.measure(n + 1, 0)
    return circuit
    ### END SOLUTION


# %% check="scales" points=4
def check_scales(weights, most):
    """Put constant functions and at most that many even-handed ones into the box."""
    n = len(weights).bit_length() - 1
    circuit = scales(opaque_oracle("oracle", n + 1), weights)
    assert_budget(circuit, qubits=10, calls={"oracle": 1})
    tables = [[x >> k & 1 for k in range(2**n)] for x in range(2**2**n)]
    even = [values for values in tables if 2 * np.dot(values, weights) == sum(weights)]
    for values in [tables[0], tables[-1], *even[:: max(1, len(even) // most)]]:
        wanted = "0" if len(set(values)) == 1 else "1"
        filled = filled_in(circuit, {"oracle": box(values, range(n), [n])})
        assert_distribution(filled, {wanted: 1.0}, circuit_only=True)


check_scales([1, 1, 1, 1], 6)
check_scales([3, 1, 1, 1], 6)
check_scales([1, 2, 3, 4], 6)
### BEGIN HIDDEN TESTS
check_scales([5, 5], 4)
check_scales([0, 7, 2, 5], 6)
check_scales([4, 1, 1, 2, 1, 1, 1, 1], 8)
check_scales([0, 0, 3, 0, 0, 0, 3, 0], 8)
check_scales([1, 9, 2, 0, 4, 3, 5, 2], 8)
generator = instances("scales")
for n in (2, 3):
    weights = generator.integers(1, 9, 2**n)
    heavy = int(np.argmax(weights))
    weights[heavy] = 0
    weights[heavy] = weights.sum()  # the heaviest input balances all others
    check_scales(weights.tolist(), 4)
### END HIDDEN TESTS

# %% [markdown] task="couplings"
# ## 10. Who is coupled to whom?
#
# The function in the box is a polynomial of second degree modulo 2,
#
# $$f(x) = c \;\oplus\; \bigoplus_{i} l_i\, x_i \;\oplus\; \bigoplus_{i<j} q_{ij}\, x_i x_j,$$
#
# with unknown bits $c$, $l_i$ and $q_{ij}$. Imagine $n$ switches: $q_{ij} = 1$ says that switches $i$ and $j$ are coupled. You want to know all partners of *one* switch, $k$. A classical program needs a number of queries that grows with $n$: each reveals one bit, and there are $n - 1$ to be found out. You have two queries. Write `couplings(oracle, n, k)`.
#
# **Input:** `oracle`, a box on $n + 1$ qubits: its qubits $0, \ldots, n-1$ hold $x$, its qubit $n$ is the output. Integers $n$ and $k$, with $2 \le n \le 5$ and $0 \le k < n$.
#
# **Output:** a `QuantumCircuit` with $n$ classical bits, on at most ten qubits, which all begin in $|0\rangle$. It calls the box at most **twice**. Classical bit $j$ receives 1 if switches $j$ and $k$ are coupled ($q_{jk} = 1$ or $q_{kj} = 1$, whichever has its smaller index first), and 0 otherwise, with certainty. Classical bit $k$ receives 0.
#
# **Compared:** the probabilities of the classical bits, exactly, up to $10^{-6}$, with many polynomials in the box.
#
# *Example:* $n = 3$, $f(x) = 1 \oplus x_2 \oplus x_0x_1 \oplus x_1x_2$. For $k = 1$ the outcome is `101`, for $k = 0$ it is `010`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# With one query you learn the coefficients of a *linear* function. Which linear function contains the couplings of switch $k$? What happens to $f$ if you turn this switch?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Let $e_k$ be the string with a single 1 at place $k$. The *derivative* $f(x) \oplus f(x \oplus e_k)$ is $l_k \oplus \bigoplus_{j\ne k} q_{jk}x_j$. Two calls make the phase $(-1)^{f(x)}(-1)^{f(x\oplus e_k)}$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# The output qubit in $|-\rangle$, H on the register, the box, X on qubit $k$, the box, X on qubit $k$, H on the register, measure. The derivative does not depend on $x_k$, so bit $k$ is 0.
#
# </details>
#
# *Background:* M. Rötteler (2009, arXiv 0911.4724) showed that a number of quantum queries proportional to $n$ suffices to learn the whole polynomial, while a classical program needs of the order of $n^2$.


# %% answer="couplings"
def couplings(oracle, n, k):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(n + 1, n)
    circuit.x(n)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(n + 1))
    circuit.x(k)
    circuit.append(oracle, range(n + 1))
    circuit.x(k)
    circuit.h(range(n))
    circuit.measure(range(n), range(n))
    return circuit
    ### END SOLUTION


# %% check="couplings" points=4
def check_couplings(n, k, polynomials):
    """Put polynomials into the box: each is (constant, linear part, list of coupled pairs)."""
    circuit = couplings(opaque_oracle("oracle", n + 1), n, k)
    assert_budget(circuit, qubits=10, calls={"oracle": 2})
    for constant, linear, pairs in polynomials:
        values = [
            (constant + dot(linear, x) + sum((x >> i) & (x >> j) & 1 for i, j in pairs)) % 2
            for x in range(2**n)
        ]
        partners = sum(1 << (i + j - k) for i, j in pairs if k in (i, j))
        filled = filled_in(circuit, {"oracle": box(values, range(n), [n])})
        assert_distribution(filled, {f"{partners:0{n}b}": 1.0}, circuit_only=True)


chain = (1, 0b100, [(0, 1), (1, 2)])
check_couplings(3, 1, [chain, (0, 0b010, []), (0, 0, [(0, 2)])])
check_couplings(3, 0, [chain, (1, 0b111, [(0, 2)])])
check_couplings(2, 1, [(0, 0, [(0, 1)]), (1, 0b11, [])])
### BEGIN HIDDEN TESTS
check_couplings(2, 0, [(c, linear, [(0, 1)]) for c in (0, 1) for linear in range(4)])
generator = instances("couplings")
for n, k in ((3, 2), (4, 0), (4, 2), (4, 3), (5, 1), (5, 4)):
    pairs = list(combinations(range(n), 2))
    chosen = [[pair for pair in pairs if generator.integers(2)] for _ in range(4)]
    linear = generator.integers(0, 2**n, 4).tolist()
    check_couplings(
        n, k, [(g % 2, linear[g], some) for g, some in enumerate(chosen)] + [(1, 1 << k, pairs)]
    )
### END HIDDEN TESTS
