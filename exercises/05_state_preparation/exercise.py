# %% [markdown]
# # Exercise: State preparation
#
# Ten tasks, from four numbers on two qubits to any $2^n$ numbers on $n$ qubits. Plan about two hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions, as in the lesson: qubit 0 is the rightmost bit of a ket; the position $j$ in an array of amplitudes is the bit string of the ket read as a binary number; angles are in radians; a global phase does not count. All circuits start from $|0\ldots0\rangle$ and have no measurements.
#
# You may use NumPy, Qiskit and the Python standard library, import more of them, and define functions of your own in the answer cells. Where a task sets a limit, gates that you define yourself, or that the library puts together for you, are counted by what they are made of. A controlled rotation (`cry`, `crz`, `cp` ...) or a `ch` is one gate on two qubits. A gate on three or more qubits counts as the two-qubit gates that it is made of.

# %% given="imports"
import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import Parameter
from qiskit.quantum_info import Operator, Statevector, random_statevector

from grader.checks import (
    assert_between,
    assert_budget,
    assert_close,
    assert_parameterised_family,
    assert_same_state,
)

# Gates with which the library prepares any state or any matrix for you. Two tasks forbid them.
READY_MADE = [
    "initialize",
    "state_preparation",
    "isometry",
    "unitary",
    "diagonal",
    "multiplexer",
    "ucrx",
    "ucry",
    "ucrz",
]

# %% [markdown] task="real_pair"
# ## 1. Four numbers on two qubits
#
# Write `real_pair(amplitudes)`.
#
# **Input:** a list of four *real* numbers $c_{00}, c_{01}, c_{10}, c_{11}$, in this order, whose squares sum to 1. Some may be negative, and some may be 0.
#
# **Output:** a `QuantumCircuit` on two qubits that prepares $c_{00}|00\rangle + c_{01}|01\rangle + c_{10}|10\rangle + c_{11}|11\rangle$.
#
# **Compared:** the state, without its global phase.
#
# **Limits:** at most two gates on two qubits, and none of the gates in the list `READY_MADE` above: you are to find the angles yourself.
#
# <details><summary>Hint 1: a nudge</summary>
#
# First decide qubit 1 alone: with which probability is it 1? Then, in each of the two cases, qubit 0 has a state of its own.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# RY on qubit 1 takes care of the sizes of the two pairs $(c_{00}, c_{01})$ and $(c_{10}, c_{11})$. Within each pair `np.arctan2` gives the angle of a rotation of qubit 0, signs included. One of the two rotations has to happen if qubit 1 is 0 and the other if it is 1.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# With `low = 2 * np.arctan2(c01, c00)` and `high = 2 * np.arctan2(c11, c10)`, the sequence RY(s), CX, RY(d), CX with the control on qubit 1 turns qubit 0 by $s + d$ or by $s - d$. Choose s and d so that these are `low` and `high`.
#
# </details>


# %% answer="real_pair"
def real_pair(amplitudes):
    ### BEGIN SOLUTION
    c00, c01, c10, c11 = amplitudes
    low = 2 * np.arctan2(c01, c00)
    high = 2 * np.arctan2(c11, c10)
    circuit = QuantumCircuit(2)
    circuit.ry(2 * np.arctan2(np.hypot(c10, c11), np.hypot(c00, c01)), 1)
    circuit.ry((low + high) / 2, 0)
    circuit.cx(1, 0)
    circuit.ry((low - high) / 2, 0)
    circuit.cx(1, 0)
    return circuit
    ### END SOLUTION


# %% check="real_pair" points=2
def check_real_pair(amplitudes):
    """Compare the state first, then the costs."""
    circuit = real_pair(list(amplitudes))
    assert_same_state(circuit, np.array(amplitudes), circuit_only=True)
    assert_budget(circuit, qubits=2, two_qubit_gates=2, forbidden_gates=READY_MADE)


check_real_pair([0.5, 0.5, 0.5, 0.5])
check_real_pair([0.6, 0.0, 0.0, 0.8])
check_real_pair([0.1, 0.3, 0.3, 0.9])
check_real_pair([0.5, -0.5, 0.1, 0.7])
### BEGIN HIDDEN TESTS
check_real_pair([0.0, 0.0, 0.0, 1.0])
check_real_pair([0.0, 0.0, 0.6, -0.8])
check_real_pair([0.0, -0.6, 0.8, 0.0])
check_real_pair([0.1, 0.7, -0.5, 0.5])
check_real_pair([-0.7, -0.1, -0.5, -0.5])
check_real_pair([-0.7, 0.5, 0.5, -0.1])
check_real_pair([0.48, 0.64, -0.6, 0.0])
### END HIDDEN TESTS

# %% [markdown] task="geometric"
# ## 2. A geometric sequence
#
# The numbers $1, r, r^2, r^3, \ldots$ have a rule, and a rule can be worth more than any trick with gates. Write `geometric(n, ratio)`.
#
# **Input:** the number $n \ge 1$ of qubits, and a complex number `ratio`, written $r$ below. It may be 0 (with $0^0 = 1$), negative, of modulus 1, or larger than 1.
#
# **Output:** a `QuantumCircuit` on `n` qubits that prepares
#
# $$\frac{1}{\sqrt{\mathcal N}} \sum_{j=0}^{2^n-1} r^{\,j}\, |j\rangle, \qquad \mathcal N = \sum_{j=0}^{2^n-1} |r|^{2j}.$$
#
# With $r = e^{i\delta}$ all outcomes are equally likely and the phases grow in equal steps $\delta$; with $r = 1/2$ each outcome has a quarter of the probability of the one before.
#
# **Compared:** the state, without its global phase.
#
# **Limit:** *no* gate on two or more qubits.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Write $j$ as a binary number, $j = j_0 + 2 j_1 + 4 j_2 + \dots$ What is $r^{\,j}$ then?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $r^{\,j}$ is a product of one factor for each qubit: 1 if the bit is 0, and a certain power of $r$ if it is 1. So the state is a product state.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Qubit $k$ is in the state proportional to $|0\rangle + r^{2^k}|1\rangle$. RY with `2 * np.arctan(abs(power))` makes the sizes, and `p` with `np.angle(power)` the phase.
#
# </details>


# %% answer="geometric"
def geometric(n, ratio):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(n)
    for k in range(n):
        power = complex(ratio) ** 2**k
        circuit.ry(2 * np.arctan(abs(power)), k)
        circuit.p(np.angle(power), k)
    return circuit
    ### END SOLUTION


# %% check="geometric" points=2
def check_geometric(n, ratio):
    """Compare the state first, then the costs."""
    circuit = geometric(n, ratio)
    wanted = np.array([complex(ratio) ** j for j in range(2**n)])
    assert_same_state(circuit, wanted / np.linalg.norm(wanted), circuit_only=True)
    assert_budget(circuit, qubits=n, two_qubit_gates=0)


check_geometric(2, 0.5)
check_geometric(3, np.exp(0.7j))
check_geometric(3, -0.9)
### BEGIN HIDDEN TESTS
check_geometric(1, 0.3j)
check_geometric(1, 2.0)
check_geometric(2, 0.0)
check_geometric(2, -1.5)
check_geometric(3, 1.0)
check_geometric(4, np.exp(2j * np.pi * 3 / 16))
check_geometric(4, 0.9 * np.exp(-0.4j))
check_geometric(5, 0.6 + 0.8j)
check_geometric(5, 1.05j)
### END HIDDEN TESTS

# %% [markdown] task="two_terms"
# ## 3. Two terms and two dials
#
# In a variational algorithm a circuit is built once, and its angles are set thousands of times. Such a circuit holds `Parameter` objects in the place of numbers. Write `two_terms(x, y)`.
#
# **Input:** two *different* bit strings of the same length $n \ge 1$, such as `"0110"` and `"0101"`. As in a ket, the rightmost character belongs to qubit 0.
#
# **Output:** a `QuantumCircuit` on $n$ qubits with exactly two free parameters, `Parameter("theta")` and `Parameter("phi")`. For all real values of the two it prepares
#
# $$\cos\tfrac\theta2\,|x\rangle + e^{i\varphi} \sin\tfrac\theta2\,|y\rangle .$$
#
# **Compared:** the state at several values of both parameters, without its global phase.
#
# **Limit:** if the strings differ in $h$ places, at most $h - 1$ gates on two qubits.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Only the places where the strings differ have to be in superposition. What do the other qubits need?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Choose one of the qubits where the strings differ and let it decide: 0 stands for $x$, 1 for $y$. It brings its decision to the other qubits that differ by CX.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `ry(Parameter("theta"), k)` and `p(Parameter("phi"), k)` on the deciding qubit $k$, then CX to each of the others that differ. Now the state is made of $|0\ldots0\rangle$ and the string with 1 where $x$ and $y$ differ. At the end an X on every qubit where $x$ has a 1.
#
# </details>


# %% answer="two_terms"
def two_terms(x, y):
    ### BEGIN SOLUTION
    n = len(x)
    differ = [k for k in range(n) if x[-1 - k] != y[-1 - k]]
    circuit = QuantumCircuit(n)
    circuit.ry(Parameter("theta"), differ[0])
    circuit.p(Parameter("phi"), differ[0])
    for k in differ[1:]:
        circuit.cx(differ[0], k)
    for k in range(n):
        if x[-1 - k] == "1":
            circuit.x(k)
    return circuit
    ### END SOLUTION


# %% check="two_terms" points=2
def check_two_terms(x, y):
    """Compare the states at many angles, then look at the costs."""
    circuit = two_terms(x, y)

    def wanted(theta, phi):
        state = np.zeros(2 ** len(x), dtype=complex)
        state[int(x, 2)] = np.cos(theta / 2)
        state[int(y, 2)] = np.exp(1j * phi) * np.sin(theta / 2)
        return state

    assert_budget(circuit, qubits=len(x))
    assert_parameterised_family(circuit, wanted, parameters=["theta", "phi"], compare="state")
    apart = sum(one != other for one, other in zip(x, y, strict=True))
    assert_budget(circuit, two_qubit_gates=apart - 1)


check_two_terms("0", "1")
check_two_terms("00", "11")
check_two_terms("010", "001")
check_two_terms("0110", "0101")
### BEGIN HIDDEN TESTS
check_two_terms("1", "0")
check_two_terms("10", "11")
check_two_terms("111", "001")
check_two_terms("1101", "0100")
check_two_terms("10110", "01111")
check_two_terms("00000", "11111")
### END HIDDEN TESTS

# %% [markdown] task="schmidt_form"
# ## 4. Two halves
#
# Every state of two halves can be written in its Schmidt form $\sum_j w_j\, |l_j\rangle \otimes |r_j\rangle$, where the $|l_j\rangle$ are orthonormal, and so are the $|r_j\rangle$. Here somebody has found the form and gives you the parts. Write `schmidt_form(weights, left, right)`.
#
# **Input:**
#
# - `weights`: an array of $2^m$ real numbers $w_j \ge 0$ whose squares sum to 1, with $m \ge 1$;
#
# - `left`: a `QuantumCircuit` on $a \ge m$ qubits that takes the basis state $|j\rangle$ to $|l_j\rangle$, for each $j < 2^m$;
#
# - `right`: a `QuantumCircuit` on $b \ge m$ qubits that takes $|j\rangle$ to $|r_j\rangle$, for each $j < 2^m$.
#
# **Output:** a `QuantumCircuit` on $a + b$ qubits that prepares $\sum_j w_j\, |l_j\rangle \otimes |r_j\rangle$, with the right half on the qubits 0 to $b - 1$ and the left half on the $a$ qubits above them.
#
# **Compared:** the state, without its global phase.
#
# **Limit:** at most $2^m + m$ gates on two qubits more than `left` and `right` have together. For the weights alone you may use the library, `prepare_state` for instance.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Suppose that `left` and `right` do nothing. Then the state is $\sum_j w_j |j\rangle \otimes |j\rangle$. How would you prepare that?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Prepare $\sum_j w_j |j\rangle$ on $m$ qubits of one half. Then bring each bit of $j$ to the other half: CX "copies" basis states, and here that is just what is wanted.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `prepare_state(weights, range(m))`, then `cx(k, b + k)` for each $k < m$, then `compose(right, range(b))` and `compose(left, range(b, a + b))`.
#
# </details>


# %% answer="schmidt_form"
def schmidt_form(weights, left, right):
    ### BEGIN SOLUTION
    a, b = left.num_qubits, right.num_qubits
    m = len(weights).bit_length() - 1
    circuit = QuantumCircuit(a + b)
    circuit.prepare_state(weights, range(m))
    for k in range(m):
        circuit.cx(k, b + k)
    circuit.compose(right, range(b), inplace=True)
    circuit.compose(left, range(b, a + b), inplace=True)
    return circuit
    ### END SOLUTION


# %% check="schmidt_form" points=2
def half(n, seed):
    """A circuit with random angles and 2(n - 1) gates on two qubits."""
    rng = np.random.default_rng(seed)
    circuit = QuantumCircuit(n)
    for layer in range(3):
        for k in range(n):
            circuit.u(*rng.uniform(0, 2 * np.pi, 3), k)
        for k in range(n - 1 if layer < 2 else 0):
            circuit.cx(k, k + 1)
    return circuit


def check_schmidt_form(weights, a, b, seed):
    """Compare with the sum, then look at the costs."""
    left, right = half(a, seed), half(b, seed + 100)
    circuit = schmidt_form(np.array(weights), left.copy(), right.copy())
    columns = zip(Operator(left).data.T, Operator(right).data.T, strict=False)
    wanted = sum(w * np.kron(*pair) for w, pair in zip(weights, columns, strict=False))
    assert_same_state(circuit, wanted, circuit_only=True)
    spent, m = 2 * (a - 1) + 2 * (b - 1), len(weights).bit_length() - 1
    assert_budget(circuit, qubits=a + b, two_qubit_gates=spent + 2**m + m)


check_schmidt_form([0.8, 0.6], 1, 1, seed=1)
check_schmidt_form([0.8, 0.6], 2, 3, seed=2)
check_schmidt_form([0.7, 0.5, 0.5, 0.1], 2, 2, seed=3)
### BEGIN HIDDEN TESTS
check_schmidt_form([0.0, 1.0], 2, 1, seed=4)
check_schmidt_form([0.7, 0.1, 0.5, 0.5], 3, 2, seed=5)
check_schmidt_form([0.1, 0.7, 0.5, 0.5], 2, 4, seed=6)
check_schmidt_form([0.0, 0.6, 0.8, 0.0], 3, 3, seed=7)
check_schmidt_form([0.4, 0.1, 0.5, 0.3, 0.2, 0.6, 0.0, 0.3], 3, 4, seed=8)
### END HIDDEN TESTS

# %% [markdown] task="first_m"
# ## 5. The first m
#
# H on every qubit gives all $2^n$ basis states with equal amplitudes. But what if you need the numbers 0 to 4 with equal amplitudes, and not 5, 6 and 7? Write `first_m(m, n)`.
#
# **Input:** integers $n \ge 1$ and $1 \le m \le 2^n$. Often $m$ is no power of two.
#
# **Output:** a `QuantumCircuit` on `n` qubits that prepares $\displaystyle\frac{1}{\sqrt m}\sum_{j=0}^{m-1} |j\rangle$.
#
# **Compared:** the state, without its global phase.
#
# **Limit:** at most $2n$ gates on two qubits.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Take $m = 5$, on three qubits: the numbers 000, 001, 010, 011 and 100. If qubit 2 is 0, the other two are free. If it is 1, they are 0. What are the probabilities of the two cases?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Let $l_0 < l_1 < \dots < l_k$ be the places of the ones in the binary number $m$. A number is below $m$ exactly if, read from the top, it follows $m$ down to some $l_i$, has a 0 there, and is free below. First rotate only the qubits $l_k, \ldots, l_1$, from the top down, so that each is turned only if the one before it stayed 1. Only then make the free places free.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# A power of two is easy. Else: `rest = m`; from the top, for each of $l_k, \ldots, l_1$: a rotation RY by $2\arctan\sqrt{(\text{rest} - 2^l)/2^l}$ (for all but the first controlled by the place before), then `rest -= 2**l`. Then, from the bottom: H on the qubits below $l_0$; and for each $i = 1, \ldots, k$, controlled H on the qubits $l_{i-1}$ to $l_i - 1$, if qubit $l_i$ is **0** (X, then the controlled gates, then X).
#
# </details>


# %% answer="first_m"
def first_m(m, n):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(n)
    ones = [k for k in range(n + 1) if m >> k & 1]
    rest, above = m, None
    for place in reversed(ones[1:]):
        angle = 2 * np.arctan(np.sqrt((rest - 2**place) / 2**place))
        if above is None:
            circuit.ry(angle, place)
        else:
            circuit.cry(angle, above, place)
        rest, above = rest - 2**place, place
    for k in range(ones[0]):
        circuit.h(k)
    for i in range(1, len(ones)):
        lower, upper = ones[i - 1], ones[i]
        circuit.x(upper)
        for k in range(lower, upper):
            circuit.ch(upper, k)
        circuit.x(upper)
    return circuit
    ### END SOLUTION


# %% check="first_m" points=3
def check_first_m(m, n):
    """Compare the state first, then the costs."""
    circuit = first_m(m, n)
    wanted = np.zeros(2**n)
    wanted[:m] = 1 / np.sqrt(m)
    assert_same_state(circuit, wanted, circuit_only=True)
    assert_budget(circuit, qubits=n, two_qubit_gates=2 * n)


check_first_m(2, 1)
check_first_m(3, 2)
check_first_m(5, 3)
check_first_m(6, 3)
check_first_m(13, 4)
### BEGIN HIDDEN TESTS
check_first_m(1, 1)
check_first_m(1, 3)
check_first_m(3, 4)
check_first_m(8, 3)
check_first_m(4, 4)
check_first_m(7, 3)
check_first_m(11, 4)
check_first_m(20, 5)
check_first_m(31, 5)
check_first_m(37, 6)
check_first_m(58, 6)
### END HIDDEN TESTS

# %% [markdown] task="one_hot"
# ## 6. One qubit per number, in few layers
#
# In *one-hot* form the number with index $k$ does not stand at the bit string of $k$, but at the bit string that has a single 1, on qubit $k$. This takes many more qubits than necessary. In return the circuit is short. Write `one_hot(amplitudes)`.
#
# **Input:** an array of $n \ge 1$ complex amplitudes $c_0, \ldots, c_{n-1}$ whose squared moduli sum to 1. Some may be 0, and $n$ is any number.
#
# **Output:** a `QuantumCircuit` on $n$ qubits that prepares
#
# $$c_0\,|0\ldots001\rangle + c_1\,|0\ldots010\rangle + \dots + c_{n-1}\,|10\ldots0\rangle .$$
#
# **Compared:** the state, without its global phase.
#
# **Limits:** at most $2(n-1)$ gates on two qubits, in at most $2\lceil\log_2 n\rceil$ layers. (Gates on different qubits can share a layer. Gates on one qubit do not count here.)
#
# <details><summary>Hint 1: a nudge</summary>
#
# Begin with the 1 on qubit 0. In the W state of the module before, the 1 was handed on along a chain, with the remaining share changing at each step. A chain has $n - 1$ links.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Let the 1 be shared between the two *halves* of the register first, in proportion to the weights of the halves. Then each half goes on by itself, at the same time. Leave the phases until the end: each of them is a gate on one qubit.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `share(first, size)` stands for: qubit `first` holds the 1 of this block of qubits. If `size` is 1, there is nothing to do. Else let `middle = first + (size + 1) // 2`, and `lower` and `upper` the norms of the two parts of the amplitudes: `cry(2 * np.arctan2(upper, lower), first, middle)`, then `cx(middle, first)`, then share both parts.
#
# </details>


# %% answer="one_hot"
def one_hot(amplitudes):
    ### BEGIN SOLUTION
    n = len(amplitudes)
    circuit = QuantumCircuit(n)
    circuit.x(0)

    def share(first, size):
        """Qubit `first` holds the 1 of a block: hand a share of it to the upper half."""
        if size == 1:
            return
        middle = first + (size + 1) // 2
        lower = np.linalg.norm(amplitudes[first:middle])
        upper = np.linalg.norm(amplitudes[middle : first + size])
        circuit.cry(2 * np.arctan2(upper, lower), first, middle)
        circuit.cx(middle, first)
        share(first, middle - first)
        share(middle, first + size - middle)

    share(0, n)
    for k in range(n):
        circuit.p(np.angle(amplitudes[k]), k)
    return circuit
    ### END SOLUTION


# %% check="one_hot" points=3
def check_one_hot(amplitudes):
    """Compare the state first, then the costs."""
    amplitudes = np.array(amplitudes) / np.linalg.norm(amplitudes)
    n = len(amplitudes)
    circuit = one_hot(amplitudes.copy())
    wanted = np.zeros(2**n, dtype=complex)
    wanted[[2**k for k in range(n)]] = amplitudes
    assert_same_state(circuit, wanted, circuit_only=True)
    layers = 2 * int(np.ceil(np.log2(n)))
    assert_budget(circuit, qubits=n, two_qubit_gates=2 * (n - 1), two_qubit_depth=layers)


check_one_hot([0.6, 0.8])
check_one_hot([1.0, 1.0, 1.0])
check_one_hot([0.5, -0.5j, 0.1, 0.7j])
check_one_hot([1.0, -2.0, 3j, -4j, 5.0, 6.0])
### BEGIN HIDDEN TESTS
check_one_hot([1j])
check_one_hot([0.0, 0.6, -0.8])
check_one_hot([0.0, 0.0, 0.0, 1j, -2.0])
check_one_hot([3.0, 0.0, 0.0, 0.0, 0.0, 4j, 0.0])
check_one_hot(random_statevector(8, seed=5).data)
check_one_hot(random_statevector(9, seed=6).data)
check_one_hot(random_statevector(5, seed=7).data)
### END HIDDEN TESTS

# %% [markdown] task="loading"
# ## 7. In your own words: a billion numbers in 30 qubits
#
# A brochure says: "30 qubits have more than a billion amplitudes. So our quantum memory stores a database of a billion measured values in only 30 qubits. Load it in one step, and every value is at your disposal at once."
#
# Explain in 80 to 150 words what is wrong with it. Say what it costs to load a billion values that follow no rule *and why*, what somebody can learn from a measurement of the 30 qubits, and for which kinds of data the preparation *is* cheap (with an example). An answer in words is enough; a formula may help.
#
# This answer is marked by a person, in any of the three languages of the course.

# %% [markdown] essay="loading" points=3
# ### BEGIN SOLUTION
# A state of 30 qubits has about $2^{31}$ free real parameters. Each gate has only a few angles, so a circuit that can reach all of these states needs at least some fraction of $2^{31}$ gates: about a billion. "One step" is wrong; already reading the values once takes a billion operations, and this has to be done again for each copy, because a measurement uses the state up.
#
# A measurement of all qubits gives 30 bits: one position, with a probability proportional to the square of its value. The values themselves appear only as frequencies over very many copies, and their signs not even then.
#
# Preparation is cheap if the amplitudes follow a rule that a short circuit can use: a product state such as equal phase steps ($n$ gates on single qubits), a GHZ or W state, a state with few terms, or one with little entanglement between its parts.
# ### END SOLUTION

# %% [markdown] rubric="loading"
# One point for each of the three statements, independent of the others; no half points for style, length or language.
#
# - **1 point, cost of loading:** says that data without a rule need a number of gates (or time, or hardware) that grows like $2^n$, about a billion here, *with a reason*: there are as many free parameters, and a gate brings only a few; or every value has to be touched at least once. The bare claim "it is exponential" earns no point.
#
# - **1 point, reading:** says that one measurement gives 30 bits (one position), and that values are at best estimated from very many copies. Also right: measuring uses the state up, so that it has to be loaded again.
#
# - **1 point, cheap cases:** names structure (a rule, few terms, little entanglement, a product state) as what makes a preparation cheap, and gives at least one fitting example.
#
# A statement that contradicts one of these (for example, that all values can be read out after one preparation) takes the point of that line away.

# %% [markdown] task="no_neighbours"
# ## 8. No two neighbours
#
# Neutral atoms in a row, excited by a laser, block each other: an excited atom (1) prevents its neighbours from being excited. The allowed bit strings are those in which no two neighbouring bits are both 1. For three qubits these are 000, 001, 010, 100 and 101. Write `no_neighbours(n)`.
#
# **Input:** an integer $n \ge 1$.
#
# **Output:** a `QuantumCircuit` on `n` qubits that prepares the superposition of all allowed bit strings with equal amplitudes. (The row is open: qubit 0 and qubit $n-1$ are no neighbours, unless $n = 2$.)
#
# **Compared:** the state, without its global phase.
#
# **Limits:** at most $2(n-1)$ gates on two qubits, each of them between neighbours ($k$ and $k+1$).
#
# <details><summary>Hint 1: a nudge</summary>
#
# Suppose the qubits 0 to $k - 1$ have been decided. What about them matters for qubit $k$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Let $f(r)$ be the number of allowed strings of length $r$: $f(0) = 1$, $f(1) = 2$, and $f(r) = f(r-1) + f(r-2)$, because a string begins with 0 and goes on freely, or begins with 10. If the qubit before is 0, then of the $f(r)$ ways to go on with $r$ qubits, $f(r-1)$ begin with a 0.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# With $r = n - k$ qubits left, qubit $k$ is turned by RY($\theta$) with $\cos(\theta/2) = \sqrt{f(r-1)/f(r)}$, but only if qubit $k-1$ is 0. To undo the rotation in the other case: `ry(theta, k)`, then `cry(-theta, k - 1, k)`.
#
# </details>


# %% answer="no_neighbours"
def no_neighbours(n):
    ### BEGIN SOLUTION
    strings = [1, 2]
    while len(strings) <= n:
        strings.append(strings[-1] + strings[-2])
    circuit = QuantumCircuit(n)
    for k in range(n):
        left = n - k
        angle = 2 * np.arccos(np.sqrt(strings[left - 1] / strings[left]))
        circuit.ry(angle, k)
        if k:
            circuit.cry(-angle, k - 1, k)
    return circuit
    ### END SOLUTION


# %% check="no_neighbours" points=3
def check_no_neighbours(n):
    """Compare the state first, then the costs."""
    circuit = no_neighbours(n)
    wanted = np.array([0.0 if j & j >> 1 else 1.0 for j in range(2**n)])
    assert_same_state(circuit, wanted / np.linalg.norm(wanted), circuit_only=True)
    pairs = [(k, k + 1) for k in range(n - 1)]
    assert_budget(circuit, qubits=n, two_qubit_gates=2 * (n - 1), allowed_pairs=pairs)


for size in (1, 2, 3, 5):
    check_no_neighbours(size)
### BEGIN HIDDEN TESTS
for size in (4, 6, 7, 8):
    check_no_neighbours(size)
### END HIDDEN TESTS

# %% [markdown] task="weighted_sum"
# ## 9. A sum, with luck
#
# Two circuits prepare two states. The sum of the two states is a state too, but no circuit makes it out of the two with certainty in general; there is one that makes it *sometimes*, and says when. Write `weighted_sum(first, second, a, b)`.
#
# **Input:** two circuits on $n \ge 1$ qubits each, which prepare $|\alpha\rangle$ and $|\beta\rangle$ (exactly those of `Statevector(first)` and `Statevector(second)`, with their phases); and two complex numbers $a, b \ne 0$. The sum $a|\alpha\rangle + b|\beta\rangle$ is clearly not zero.
#
# **Output:** a pair `(circuit, probability)`:
#
# - a `QuantumCircuit` on $n + 1$ qubits. If the last qubit, number $n$, were measured and gave 0, the qubits 0 to $n - 1$ would be in the state proportional to $a|\alpha\rangle + b|\beta\rangle$;
#
# - the probability that qubit $n$ gives 0, as a number. It is to be at least
#
# $$p = \frac{\big\|\,a|\alpha\rangle + b|\beta\rangle\,\big\|^2}{(|a| + |b|)^2}.$$
#
# **Compared:** the probability with that of your circuit, up to $10^{-6}$; whether it reaches $p$; and the state after the outcome 0, without its global phase.
#
# **Limit:** none of the gates in the list `READY_MADE`: the sum is to be made from the two circuits, and not from a list of its amplitudes.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Let qubit $n$ decide which of the two circuits acts on the others: `first` if it is 0, `second` if it is 1. With `gate = first.to_gate().control(1)` you get a controlled circuit; its control is the first qubit that you name in `append`.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Qubit $n$ begins in $u|0\rangle + v|1\rangle$. After the two controlled circuits the state is $u|0\rangle|\alpha\rangle + v|1\rangle|\beta\rangle$. If qubit $n$ is now found in $s|0\rangle + t|1\rangle$ (with real $s, t$), then $su|\alpha\rangle + tv|\beta\rangle$ is left. Which $u, v, s, t$ give the greatest probability?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Both the beginning and the end take *square roots*: $u = s = \sqrt{|a|/(|a|+|b|)}$, and $v = t = \sqrt{|b|/(|a|+|b|)}$. So RY by $2\arctan\sqrt{|b|/|a|}$ first, the inverse rotation last, and a phase gate in between for the angle of $b/a$. X around the control makes a gate that acts if qubit $n$ is 0. For the probability take the first half of `Statevector(circuit).data`.
#
# </details>


# %% answer="weighted_sum"
def weighted_sum(first, second, a, b):
    ### BEGIN SOLUTION
    n = first.num_qubits
    everything = [n, *range(n)]
    angle = 2 * np.arctan(np.sqrt(abs(b) / abs(a)))
    circuit = QuantumCircuit(n + 1)
    circuit.ry(angle, n)
    circuit.x(n)
    circuit.append(first.to_gate().control(1), everything)
    circuit.x(n)
    circuit.append(second.to_gate().control(1), everything)
    circuit.p(np.angle(b / a), n)
    circuit.ry(-angle, n)
    lucky = Statevector(circuit).data[: 2**n]
    return circuit, np.linalg.norm(lucky) ** 2
    ### END SOLUTION


# %% check="weighted_sum" points=3
def check_weighted_sum(first, second, a, b):
    """Look at the costs, at the probability, then at the state after the outcome 0."""
    circuit, probability = weighted_sum(first.copy(), second.copy(), a, b)
    n = first.num_qubits
    assert_budget(circuit, forbidden_gates=READY_MADE, qubits=n + 1)
    lucky = Statevector(circuit).data[: 2**n]
    chance = np.linalg.norm(lucky) ** 2
    assert_close(probability, float(chance))
    assert_between(probability, lowest=1e-6)
    total = a * Statevector(first).data + b * Statevector(second).data
    size = np.linalg.norm(total)
    assert_same_state(lucky / np.sqrt(chance), total / size)
    assert_between(probability, lowest=size**2 / (abs(a) + abs(b)) ** 2 - 1e-6)


zero, plus, minus = QuantumCircuit(1), QuantumCircuit(1), QuantumCircuit(1)
plus.h(0)
minus.x(0)
minus.h(0)
check_weighted_sum(zero, plus, 1, 1)
check_weighted_sum(plus, minus, 2, -1)

pair, tilted = QuantumCircuit(2), QuantumCircuit(2)
pair.h(0)
pair.cx(0, 1)
tilted.ry(0.7, 0)
tilted.ry(-1.9, 1)
check_weighted_sum(pair, tilted, 0.5, 0.3j)
### BEGIN HIDDEN TESTS
check_weighted_sum(plus, zero, 1j, 3)
check_weighted_sum(tilted, pair, -2, 0.5 + 0.5j)
phased, turned = QuantumCircuit(2), QuantumCircuit(2)
phased.h([0, 1])
phased.t(0)
phased.rz(0.8, 1)
phased.cx(1, 0)
phased.global_phase = 0.5
turned.x(1)
turned.h(0)
turned.s(0)
check_weighted_sum(phased, turned, 1 - 2j, 0.7)
check_weighted_sum(turned, phased, 0.2j, -0.9j)
three, other = QuantumCircuit(3), QuantumCircuit(3)
three.ry(0.4, 0)
three.cx(0, 1)
three.ry(1.1, 2)
other.h(2)
other.cx(2, 0)
other.s(1)
check_weighted_sum(three, other, 0.3, -0.6 + 0.1j)
### END HIDDEN TESTS

# %% [markdown] task="any_state"
# ## 10. Any state at all
#
# Write `any_state(amplitudes)`.
#
# **Input:** an array of $2^n$ complex amplitudes of a normalised state, $1 \le n \le 5$. Some may be 0.
#
# **Output:** a `QuantumCircuit` on $n$ qubits that prepares the state.
#
# **Compared:** the state, without its global phase.
#
# **Limits:** at most $2^{n+1}$ gates on two qubits, and none of the gates in the list `READY_MADE`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# The lesson goes down a tree, from the top qubit to qubit 0: each level is a multiplexed RY. The phases are a second round, with multiplexed RZ. What is missing is a multiplexed rotation of your own that costs $2^k$ CX for $k$ controls.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# A circuit of $2^k$ rotations of the target with a CX after each: if the controls hold $j$, every CX whose control is 1 in $j$ flips the sign of the rotations after it. With the controls in the order of the Gray code, rotation $i$ has the sign $(-1)^{|j\,\wedge\,g_i|}$, where $g_i$ is `i ^ (i >> 1)` and $|\cdot|$ counts the ones. So the angles that you need are a sum with these signs, divided by $2^k$.
#
# Another way: a multiplexed rotation with the angles $(A, B)$ of two halves is the one with $(A + B)/2$, CX from the top control, the one with $(A - B)/2$, CX. If the second one is written backwards, two of the inner CX stand beside each other and cancel.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Sizes: for qubit $q$ from $n-1$ down to 0, `sizes = np.linalg.norm(amplitudes.reshape(-1, 2, 2**q), axis=2)`, and the angle for each value of the qubits above is `2 * np.arctan2(sizes[:, 1], sizes[:, 0])`. Phases: start with `np.angle(amplitudes)`; for qubit $q$ from 0 up, the RZ angles are `phases[1::2] - phases[0::2]`, multiplexed over the qubits above, and the mean of each pair is left for the next qubit. After rotation $i$ the CX has its control on the qubit whose bit changes from $g_i$ to $g_{i+1}$ (and back to $g_0 = 0$ at the end).
#
# </details>


# %% answer="any_state"
def any_state(amplitudes):
    ### BEGIN SOLUTION
    amplitudes = np.array(amplitudes)
    n = len(amplitudes).bit_length() - 1
    circuit = QuantumCircuit(n)

    def multiplexed(turn, angles, target):
        """Turn the target by angles[j] if the qubits above it hold j."""
        size = len(angles)
        for step in range(size):
            gray, following = step ^ (step >> 1), (step + 1) % size
            signs = [(-1) ** (j & gray).bit_count() for j in range(size)]
            turn(np.dot(signs, angles) / size, target)
            changed = gray ^ following ^ (following >> 1)
            if changed:
                circuit.cx(target + changed.bit_length(), target)

    for q in reversed(range(n)):
        sizes = np.linalg.norm(amplitudes.reshape(-1, 2, 2**q), axis=2)
        multiplexed(circuit.ry, 2 * np.arctan2(sizes[:, 1], sizes[:, 0]), q)
    phases = np.angle(amplitudes)
    for q in range(n):
        multiplexed(circuit.rz, phases[1::2] - phases[0::2], q)
        phases = (phases[1::2] + phases[0::2]) / 2
    return circuit
    ### END SOLUTION


# %% check="any_state" points=5
def check_any_state(amplitudes):
    """Compare the state first, then the costs."""
    amplitudes = np.array(amplitudes, dtype=complex)
    n = len(amplitudes).bit_length() - 1
    circuit = any_state(amplitudes.copy())
    assert_same_state(circuit, amplitudes, circuit_only=True)
    assert_budget(circuit, qubits=n, two_qubit_gates=2 ** (n + 1), forbidden_gates=READY_MADE)


check_any_state([0.6, 0.8j])
check_any_state([0.1, -0.3, 0.3j, 0.9])
check_any_state([0.0, 0.0, 0.48, 0.36j, 0.0, -0.8, 0.0, 0.0])
check_any_state(random_statevector(8, seed=1).data)
check_any_state(random_statevector(16, seed=2).data)
### BEGIN HIDDEN TESTS
check_any_state([0.0, -1.0])
check_any_state([0.8j, -0.6])
check_any_state([0.0, 0.0, 0.6j, -0.8])
check_any_state([0.5, 0.5j, -0.5, -0.5j])
check_any_state(np.eye(8)[5])
check_any_state(np.array([1, 0, 0, -1, 0, 1j, 0, 0, 0, 0, 2, 0, 0, 0, 0, -1j]) / np.sqrt(8))
for seed, size in enumerate([2, 4, 4, 8, 8, 16, 32, 32]):
    check_any_state(random_statevector(size, seed=10 + seed).data)
### END HIDDEN TESTS
