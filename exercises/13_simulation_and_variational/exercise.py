# %% [markdown]
# # Exercise: Hamiltonian simulation and variational algorithms
#
# Ten tasks, from writing a Hamiltonian down to judging what one layer of an optimiser can reach. Plan about three hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions: angles are in radians, and $\hbar = 1$, so that $H$ acts for a time $t$ as $e^{-iHt}$. $X_k$ is the operator X on qubit $k$ and the identity on the others. **In a Pauli string such as `"ZIX"`, as in a ket and in a key of counts, the rightmost letter belongs to qubit 0.** Lists run the other way: entry number $k$ of a list belongs to qubit $k$.
#
# You may use NumPy, SciPy, Qiskit and the Python standard library, import more of them, and define functions of your own in the answer cells. If your answer draws random numbers, give the generator a seed.

# %% given="imports"
import itertools
import math
from functools import partial, reduce

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import Parameter
from qiskit.quantum_info import SparsePauliOp
from scipy.linalg import expm

from grader.checks import (
    assert_between,
    assert_budget,
    assert_close,
    assert_implements,
    assert_parameterised_family,
    assert_same_state,
    assert_same_unitary,
    instances,
)

PAULI = {
    "I": np.eye(2),
    "X": np.array([[0, 1], [1, 0]]),
    "Y": np.array([[0, -1j], [1j, 0]]),
    "Z": np.diag([1, -1]),
}


def matrix_of(label):
    """The matrix of a Pauli string; the rightmost letter belongs to qubit 0."""
    return reduce(np.kron, [PAULI[letter] for letter in label])


# %% [markdown] task="lattice"
# ## 1. From a drawing to letters
#
# A material is drawn as dots and lines. Each dot is a spin, and each line is a bond between two spins, with its own strength. Write `lattice(n, bonds, fields)`, which makes an operator of the drawing:
#
# $$H = \sum_{(i,\,j,\,J,\,\Delta)} J\,\big(X_i X_j + Y_i Y_j + \Delta\, Z_i Z_j\big) \;+\; \sum_{k=0}^{n-1} h_k Z_k .$$
#
# **Input:** the number $n \ge 1$ of qubits; a list of bonds, each a tuple `(i, j, J, delta)` with $i \ne j$ in any order; a list of the $n$ numbers $h_k$. There may be no bonds, and the same two spins may have two bonds, which add up.
#
# **Output:** a `SparsePauliOp` on $n$ qubits.
#
# **Compared:** the operator, that is its matrix, every entry up to $10^{-6}$. The order of the terms does not matter, nor does it whether equal terms are added up.
#
# *Example:* for `n = 3`, `bonds = [(0, 1, 2.0, 0.5)]` and `fields = [0, 0, 7]` the terms are `IXX` and `IYY` with 2, `IZZ` with 1, and `ZII` with 7.
#
# <details><summary>Hint 1: a nudge</summary>
#
# At which place of the text stands the letter of qubit $k$? Count from the right.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# `SparsePauliOp.from_sparse_list` takes tuples such as `("XX", [i, j], J)`, and counts the qubits for you.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Collect `(letters, [i, j], J)` for the letters XX and YY and `("ZZ", [i, j], J * delta)` for each bond, and `("Z", [k], fields[k])` for each qubit. Then `SparsePauliOp.from_sparse_list(terms, num_qubits=n)`. There is at least one qubit, so the list is not empty.
#
# </details>


# %% answer="lattice"
def lattice(n, bonds, fields):
    ### BEGIN SOLUTION
    terms = [("Z", [k], fields[k]) for k in range(n)]
    for i, j, strength, delta in bonds:
        terms.append(("XX", [i, j], strength))
        terms.append(("YY", [i, j], strength))
        terms.append(("ZZ", [i, j], strength * delta))
    return SparsePauliOp.from_sparse_list(terms, num_qubits=n)
    ### END SOLUTION


# %% check="lattice" points=2
def check_lattice(n, bonds, fields):
    """Compare with a sum of tensor products."""
    operator = lattice(n, bonds, fields)
    assert isinstance(operator, SparsePauliOp), "expected a SparsePauliOp"
    assert operator.num_qubits == n, f"expected {n} qubits, got {operator.num_qubits}"

    def on(letters):
        return matrix_of([letters.get(k, "I") for k in reversed(range(n))])

    wanted = sum(fields[k] * on({k: "Z"}) for k in range(n)).astype(complex)
    for i, j, strength, delta in bonds:
        wanted += strength * (on({i: "X", j: "X"}) + on({i: "Y", j: "Y"}))
        wanted += strength * delta * on({i: "Z", j: "Z"})
    assert_close(operator.to_matrix(), wanted)


check_lattice(2, [(0, 1, 1.0, 1.0)], [0, 0])
check_lattice(3, [(0, 1, 2.0, 0.5)], [0, 0, 7])
check_lattice(3, [(0, 1, 1.0, 0.0), (2, 1, -3.0, 2.0), (0, 2, 0.5, -1.0)], [0.1, 0.2, 0.3])
### BEGIN HIDDEN TESTS
check_lattice(1, [], [-0.7])
check_lattice(2, [], [0.0, 0.0])
check_lattice(4, [], [1.0, 0.0, -2.0, 0.5])
check_lattice(2, [(1, 0, 0.4, 3.0), (0, 1, 0.25, -1.0)], [1.0, -1.0])
check_lattice(4, [(3, 0, 1.5, 0.2), (1, 2, -1.0, 0.9)], [0.0, 0.3, 0.0, -0.4])
check_lattice(5, [(k, (k + 1) % 5, 1.0 + k, 0.1 * k) for k in range(5)], [0.5, 0, 0, -1.5, 2])
generator = instances("lattice")
for size in (3, 4, 5):
    pairs = list(itertools.permutations(range(size), 2))
    chosen = generator.choice(len(pairs), size=4, replace=False)
    drawn = [(*pairs[k], *generator.uniform(-2, 2, 2).tolist()) for k in chosen]
    check_lattice(size, drawn, generator.uniform(-1, 1, size).tolist())
### END HIDDEN TESTS

# %% [markdown] task="one_string"
# ## 2. One string, in a hurry
#
# Every simulation in this module is made of one kind of brick: the evolution under a single Pauli string $P$ for a time $t$. Write `one_string(label, t)`.
#
# **Input:** `label`, a text of $n \ge 1$ letters I, X, Y, Z, such as `"ZIXY"`; and a real number `t`.
#
# **Output:** a `QuantumCircuit` on $n$ qubits that does $e^{-itP}$.
#
# **Compared:** the unitary, *with its global phase*, because the phase becomes visible as soon as the evolution is controlled, as in phase estimation. The string `"II"` is a valid input too.
#
# **Limits:** let $w$ be the number of letters that are not I. At most $2(w-1)$ gates on two qubits, in at most $2\lceil\log_2 w\rceil$ layers; none if $w \le 1$. (Gates on different qubits share a layer. Gates on one qubit do not count. A gate of Qiskit on more qubits counts as the two-qubit gates that it is made of.)
#
# <details><summary>Hint 1: a nudge</summary>
#
# With the letters Z alone, the string has the value $+1$ or $-1$ on each basis state. Which property of the bits decides it? For X and Y: which gate turns the axis into Z, and which turns it back?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# CX adds the parity of one qubit to another. In a chain, each has to wait for the one before. In a knockout tournament all pairs play at the same time: in each round half of the qubits hand their parity to a partner and leave.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For X apply H, for Y apply $S^\dagger$ and then H. Keep a list of the qubits that are left. While it is longer than 1, join entry 0 with 1, 2 with 3, and so on by `cx(b, a)` and keep the `a` (and the last one, if it has no partner). Then `rz(2 * t, ...)` on the winner, and everything backwards. Without any letter, set `circuit.global_phase = -t`.
#
# </details>


# %% answer="one_string"
def one_string(label, t):
    ### BEGIN SOLUTION
    n = len(label)
    letters = {k: label[n - 1 - k] for k in range(n) if label[n - 1 - k] != "I"}
    if not letters:
        return QuantumCircuit(n, global_phase=-t)
    collect = QuantumCircuit(n)
    for k, letter in letters.items():
        if letter == "Y":
            collect.sdg(k)
        if letter in "XY":
            collect.h(k)
    left = list(letters)
    while len(left) > 1:
        for a, b in zip(left[::2], left[1::2], strict=False):
            collect.cx(b, a)
        left = left[::2]
    circuit = collect.copy()
    circuit.rz(2 * t, left[0])
    return circuit.compose(collect.inverse())
    ### END SOLUTION


# %% check="one_string" points=3
def check_one_string(label, t):
    """Compare the matrices with their phase, then look at the costs."""
    circuit = one_string(label, t)
    wanted = np.cos(t) * np.eye(2 ** len(label)) - 1j * np.sin(t) * matrix_of(label)
    assert_same_unitary(circuit, wanted, strict_phase=True, circuit_only=True)
    w = sum(letter != "I" for letter in label)
    layers = 2 * math.ceil(math.log2(max(w, 1)))
    assert_budget(
        circuit, qubits=len(label), two_qubit_gates=2 * max(w - 1, 0), two_qubit_depth=layers
    )


check_one_string("Z", 0.3)
check_one_string("Y", 0.4)
check_one_string("XZ", 0.5)
check_one_string("IZIY", -0.6)
check_one_string("ZZZZ", 0.7)
### BEGIN HIDDEN TESTS
check_one_string("I", 0.8)
check_one_string("III", -2.5)
check_one_string("X", -1.1)
check_one_string("IX", 0.9)
check_one_string("YIII", 1.7)
check_one_string("YX", 2.9)
check_one_string("XYZ", -0.35)
check_one_string("YIYIX", 0.2)
check_one_string("ZXIYX", 1.3)
check_one_string("YYYXX", 0.45)
check_one_string("XZYYZX", -0.15)
generator = instances("one_string")
for size in (2, 4, 6):
    drawn = "".join(generator.choice(list("IXYZ"), size - 1)) + str(generator.choice(list("XYZ")))
    check_one_string(drawn, float(generator.uniform(0.2, 1.4)))
### END HIDDEN TESTS

# %% [markdown] task="symmetric"
# ## 3. There and back
#
# A chain of spins with strengths $J_k$ and fields $g_k$ has the Hamiltonian
#
# $$H = A + B,\qquad A = \sum_{k=0}^{n-2} J_k\, Z_k Z_{k+1}, \qquad B = \sum_{k=0}^{n-1} g_k X_k .$$
#
# The second-order formula of the lesson approximates $e^{-iHt}$ in $r$ equal steps:
#
# $$\Big(e^{-iB\,t/2r}\; e^{-iA\,t/r}\; e^{-iB\,t/2r}\Big)^r .$$
#
# Write `symmetric(bonds, fields, steps)`, a circuit with which somebody wants to look at many times.
#
# **Input:** the list of the $n - 1$ numbers $J_k$, the list of the $n \ge 1$ numbers $g_k$, and the integer $r \ge 1$. They may be negative or zero, but not all zero.
#
# **Output:** a `QuantumCircuit` on $n$ qubits with exactly one free parameter, `Parameter("t")`, which stands for the *whole* time $t$.
#
# **Compared:** the unitary at several values of $t$, without its global phase. It has to be the formula above, not a better or worse approximation of $e^{-iHt}$.
#
# **Limits:** at most $2r(n-1)$ gates on two qubits, in at most $4r$ layers, *however long the chain is*.
#
# <details><summary>Hint 1: a nudge</summary>
#
# All terms of $A$ commute with each other, so their order is yours to choose. Which of the bonds can be done at the same time?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# First the bonds with an even number (0-1, 2-3, ...), then those with an odd number. Qiskit's `rzz(theta, a, b)` is $e^{-i\frac\theta2 Z_aZ_b}$, and `rx(theta, k)` is $e^{-i\frac\theta2 X_k}$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# With `t = Parameter("t")`: in each of the steps `rx(fields[k] * t / steps, k)` on every qubit; `rzz(2 * bonds[k] * t / steps, k, k + 1)` for the even $k$, then for the odd ones; and `rx(fields[k] * t / steps, k)` again. (A multiple of a `Parameter` is a fine angle.)
#
# </details>


# %% answer="symmetric"
def symmetric(bonds, fields, steps):
    ### BEGIN SOLUTION
    n = len(fields)
    t = Parameter("t")
    step = QuantumCircuit(n)
    for k in range(n):
        step.rx(fields[k] * t / steps, k)
    for start in (0, 1):
        for k in range(start, n - 1, 2):
            step.rzz(2 * bonds[k] * t / steps, k, k + 1)
    for k in range(n):
        step.rx(fields[k] * t / steps, k)
    circuit = QuantumCircuit(n)
    for _ in range(steps):
        circuit.compose(step, inplace=True)
    return circuit
    ### END SOLUTION


# %% check="symmetric" points=3
def check_symmetric(bonds, fields, steps):
    """Compare with the formula at several times, then look at the costs."""
    n = len(fields)
    strings = ["I" * (n - 2 - k) + "ZZ" + "I" * k for k in range(n - 1)]
    diagonal = np.zeros(2**n)
    for strength, string in zip(bonds, strings, strict=True):
        diagonal += strength * np.diag(matrix_of(string)).real

    def wanted(t):
        turns = (
            [np.cos(g * t / 2 / steps) for g in fields],
            [np.sin(g * t / 2 / steps) for g in fields],
        )
        half = np.eye(1)
        for cosine, sine in zip(*turns, strict=True):
            half = np.kron([[cosine, -1j * sine], [-1j * sine, cosine]], half)
        step = half @ (np.exp(-1j * diagonal * t / steps)[:, None] * half)
        return np.linalg.matrix_power(step, steps)

    circuit = symmetric(bonds, fields, steps)
    assert_budget(circuit, qubits=n)
    assert_parameterised_family(circuit, wanted, parameters=["t"], compare="unitary", points=4)
    assert_budget(circuit, two_qubit_gates=2 * steps * (n - 1), two_qubit_depth=4 * steps)


check_symmetric([1.0], [0.5, 0.5], 1)
check_symmetric([1.0, -0.4], [0.5, 0.7, -0.2], 1)
check_symmetric([0.8, 0.3], [0.6, 0.0, 1.1], 3)
### BEGIN HIDDEN TESTS
check_symmetric([], [0.9], 2)
check_symmetric([0.6], [0.3, -1.2], 4)
check_symmetric([1.5, 0.0, -0.7], [0.2, 0.4, 0.9, -0.5], 2)
check_symmetric([0.5, 1.0, 0.25, -0.75], [1.0, 0.8, 0.6, 0.4, 0.2], 2)
check_symmetric([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1], 1)
check_symmetric([0.0, 0.0], [0.3, 0.0, 0.0], 1)
check_symmetric([0.9, -0.3], [0.0, 0.0, 0.0], 2)
### END HIDDEN TESTS

# %% [markdown] task="enough_steps"
# ## 4. What is promised and what is needed
#
# A bound is a promise, and promises are cautious. For the first-order formula with two parts, the lesson shows
#
# $$\Big\lVert \big(e^{-iAt/r}\,e^{-iBt/r}\big)^r - e^{-i(A+B)t} \Big\rVert \;\le\; \frac{t^2}{2r}\,\big\lVert [A, B] \big\rVert ,$$
#
# where $[A,B] = AB - BA$ and $\lVert\cdot\rVert$ is the spectral norm, the largest singular value. Write `enough_steps(first, second, t, epsilon)`.
#
# **Input:** the matrices of $A$ and $B$, Hermitian arrays of the same shape $(d, d)$; the time $t > 0$; the error $\epsilon > 0$ that is allowed.
#
# **Output:** a pair of integers `(promised, needed)`: the smallest $r \ge 1$ for which the *right* side is at most $\epsilon$; and the smallest $r \ge 1$ for which the *left* side is at most $\epsilon$. No global phase is taken out.
#
# **Compared:** the two integers. In all instances both sides are away from $\epsilon$ by more than rounding errors, and `promised` is below 400. The left side need not fall at every step from $r$ to $r + 1$, so that "the smallest" is meant literally.
#
# *Example:* for $A = X$, $B = Z$, $t = 1$ and $\epsilon = 0.11$ the answer is `(10, 7)`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# The first number needs no loop. For the second you have an upper limit already.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# `np.linalg.norm(M, 2)` is the spectral norm of a matrix; without the 2 it is another one. `scipy.linalg.expm` makes the exponential, `np.linalg.matrix_power` the power.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `promised = max(1, math.ceil(t**2 * norm / (2 * epsilon)))`. Matrices that commute make `norm` 0, up to rounding. Then try `r = 1, 2, 3, ...`, each time with `expm(-1j * first * t / r) @ expm(-1j * second * t / r)` to the power `r`, and stop at the first one that is good enough.
#
# </details>


# %% answer="enough_steps"
def enough_steps(first, second, t, epsilon):
    ### BEGIN SOLUTION
    def evolution(hamiltonian):
        values, vectors = np.linalg.eigh(hamiltonian)
        return lambda time: (vectors * np.exp(-1j * values * time)) @ vectors.conj().T

    bound = t**2 / 2 * np.linalg.norm(first @ second - second @ first, 2)
    promised = max(1, math.ceil(bound / epsilon))
    one, other, exact = evolution(first), evolution(second), evolution(first + second)(t)
    needed = 1
    while True:
        steps = np.linalg.matrix_power(one(t / needed) @ other(t / needed), needed)
        if np.linalg.norm(steps - exact, 2) <= epsilon:
            return promised, needed
        needed += 1
    ### END SOLUTION


# %% check="enough_steps" points=3
assert_implements(
    enough_steps,
    [
        ((matrix_of("X"), matrix_of("Z"), 1.0, 0.11), (10, 7)),
        ((matrix_of("X"), matrix_of("Z"), 1.0, 0.011), (91, 64)),
        ((matrix_of("ZI"), matrix_of("ZZ"), 3.0, 0.1), (1, 1)),
        ((matrix_of("ZZ"), matrix_of("IX") + matrix_of("XI"), 0.7, 0.051), (20, 13)),
    ],
)


### BEGIN HIDDEN TESTS
def first_good(first, second, t, epsilon):
    """Both numbers, and whether both sides keep away from epsilon."""
    norm = np.linalg.norm(first @ second - second @ first, 2)
    promise = t**2 * norm / 2 / epsilon
    exact, r, errors = expm(-1j * t * (first + second)), 0, [np.inf]
    while errors[-1] > epsilon:
        r += 1
        step = expm(-1j * first * t / r) @ expm(-1j * second * t / r)
        errors.append(np.linalg.norm(np.linalg.matrix_power(step, r) - exact, 2))
    away = min(abs(error / epsilon - 1) for error in errors)
    return (math.ceil(promise), r), min(abs(promise - round(promise)), away) > 1e-4


def hermitian(generator, d):
    """A matrix with entries of one decimal, not real in general."""
    entries = generator.normal(size=(d, d)) + 1j * generator.normal(size=(d, d))
    return np.round((entries + entries.conj().T) / 2, 1)


strings = matrix_of("X"), matrix_of("Z"), matrix_of("XZ"), matrix_of("IY")
assert_implements(
    enough_steps,
    [
        ((strings[0], strings[1], 0.2, 0.5), (1, 1)),
        ((matrix_of("XX"), matrix_of("ZZ"), 2.0, 1e-3), (1, 1)),
        ((strings[0], strings[1], 5.0, 0.6), (42, 6)),
        ((strings[0], strings[1], 8.0, 1.01), (64, 3)),
        ((strings[0], strings[1] + np.eye(2), 4.0, 0.3), (54, 8)),
        ((0.3 * strings[3], 1.7 * strings[2] + 0.2 * np.eye(4), 1.5, 0.02), (58, 12)),
    ],
)
generator = np.random.default_rng(9)
pair = hermitian(generator, 3), hermitian(generator, 3)
assert_implements(enough_steps, [((*pair, 2.0, 0.3), (33, 7)), ((*pair[::-1], 2.0, 0.3), (33, 8))])
generator, tried = instances("enough_steps"), 0
while tried < 4:
    d = int(generator.integers(2, 7))
    case = (
        hermitian(generator, d),
        hermitian(generator, d),
        1.0,
        float(generator.uniform(0.05, 0.3)),
    )
    wanted, clear = first_good(*case)
    if clear and 1 < wanted[0] < 200:
        assert_implements(enough_steps, [(case, wanted)])
        tried += 1
### END HIDDEN TESTS

# %% [markdown] task="from_counts"
# ## 5. An energy from three experiments
#
# No device measures an energy. It measures bits, in one setting after the other, and the rest is arithmetic. Write `from_counts(terms, counts)`.
#
# **Input:** `terms`, a list of pairs `(label, coefficient)`: Pauli strings of $n$ letters with real coefficients, whose sum is $H$. And `counts`, a dictionary from settings to counts. A *setting* is a text of $n$ letters X, Y, Z: the axis along which each qubit was measured. Its counts are a dictionary from bit strings to the numbers of shots. An outcome 0 of a qubit stands for $+1$ and 1 for $-1$. In settings and bit strings the rightmost character belongs to qubit 0.
#
# A term *fits* a setting if each of its letters is I or the same as the letter of the setting. Each term except the identity fits at least one setting; it may fit several.
#
# **Output:** a pair `(energy, error)`.
#
# The estimate of a term is the average of its values over *all* shots of *all* settings that it fits. The energy is the sum of coefficient times estimate, and the identity has the value 1.
#
# The error is the standard error of the energy. Terms that are read off the *same* shots are correlated. So collect the contributions shot by shot: with $N_P$, the number of shots that the term $P$ fits, each single shot of a setting $s$ with the outcome $b$ contributes
#
# $$f_s(b) = \sum_{P \text{ fits } s} \frac{c_P}{N_P}\,P(b),$$
#
# where $P(b)$ is $+1$ or $-1$, and the energy is the sum of all contributions. The shots are independent, hence
#
# $$(\text{error})^2 = \sum_s N_s \Big(\overline{f_s^2} - \overline{f_s}^{\,2}\Big),$$
#
# with $N_s$ the number of shots of the setting, and averages over its shots.
#
# **Compared:** both numbers, up to $10^{-6}$.
#
# *Example:* `terms = [("ZZ", 1.0), ("IZ", 1.0)]` and `counts = {"ZZ": {"00": 50, "01": 50}}` give the energy 0 and the error 0.2. (Both terms are $+1$, or both are $-1$. Taken as independent they would give 0.141.)
#
# <details><summary>Hint 1: a nudge</summary>
#
# Write two small functions first: whether a term fits a setting, and the value of a term on a bit string. Which bits does it look at?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The value is $(-1)$ to the number of places where the term has a letter other than I *and* the bit string has a 1. Labels, settings and bit strings run in the same direction, so `zip` does it.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# First find $N_P$ for each term. Then for each setting and each of its outcomes compute $f_s(b)$; add `n * f` to the energy, and keep `n * f` and `n * f**2` in two sums. The variance of the setting is `second - first**2 / shots`. Add the identity's coefficient at the end, once (a shot too many of it would not change the error, but it needs no shots).
#
# </details>


# %% answer="from_counts"
def from_counts(terms, counts):
    ### BEGIN SOLUTION
    def fits(label, setting):
        return all(a in ("I", b) for a, b in zip(label, setting, strict=True))

    def value(label, bits):
        ones = sum(a != "I" and b == "1" for a, b in zip(label, bits, strict=True))
        return (-1) ** ones

    energy = variance = 0.0
    shared = []
    for label, coefficient in terms:
        if set(label) == {"I"}:
            energy += coefficient
        else:
            shots = sum(sum(c.values()) for setting, c in counts.items() if fits(label, setting))
            shared.append((label, coefficient / shots))
    for setting, outcomes in counts.items():
        here = [(label, weight) for label, weight in shared if fits(label, setting)]
        first = second = 0.0
        for bits, times in outcomes.items():
            f = sum(weight * value(label, bits) for label, weight in here)
            first += times * f
            second += times * f**2
        energy += first
        variance += second - first**2 / sum(outcomes.values())
    return energy, math.sqrt(max(variance, 0.0))
    ### END SOLUTION


# %% check="from_counts" points=3
def estimate(terms, counts):
    """The same with matrices of signs."""
    shots = {setting: sum(outcomes.values()) for setting, outcomes in counts.items()}

    def fitting(label):
        return [
            s for s in counts if not any(a not in ("I", b) for a, b in zip(label, s, strict=True))
        ]

    energy, variance = 0.0, 0.0
    for setting, outcomes in counts.items():
        contributions = np.zeros(len(outcomes))
        for label, coefficient in terms:
            if setting in fitting(label):
                mask = [letter != "I" for letter in label]
                bits = np.array([[int(bit) for bit in key] for key in outcomes])
                signs = 1 - 2 * (bits[:, mask].sum(axis=1) % 2)
                contributions += coefficient * signs / sum(shots[s] for s in fitting(label))
        times = np.array(list(outcomes.values()))
        energy += times @ contributions
        mean = times @ contributions / shots[setting]
        variance += times @ (contributions - mean) ** 2
    return energy, math.sqrt(variance)


assert_implements(
    from_counts,
    [
        (([("ZZ", 1.0), ("IZ", 1.0)], {"ZZ": {"00": 50, "01": 50}}), (0.0, 0.2)),
        (([("IX", 2.0), ("II", -3.0)], {"ZX": {"01": 30, "10": 10}}), (-4.0, 0.273861)),
        (([("IZ", 1.0)], {"ZZ": {"00": 60, "11": 40}, "XZ": {"10": 100}}), (0.6, 0.048990)),
    ],
)
two_settings = {"ZZ": {"00": 10, "01": 70, "10": 15, "11": 5}, "XX": {"00": 64, "11": 16}}
ising = [("ZZ", -1.0), ("IX", -0.5), ("XI", -0.5)]
assert_implements(from_counts, [((ising, two_settings), estimate(ising, two_settings))])
### BEGIN HIDDEN TESTS
assert_implements(
    from_counts,
    [
        (([("I", 2.5)], {"X": {"0": 3}}), (2.5, 0.0)),
        (([("Y", -2.0)], {"Y": {"1": 9}}), (2.0, 0.0)),
        (([("Z", 1.0)], {"X": {"0": 5, "1": 5}, "Z": {"0": 3, "1": 1}}), (0.5, 0.4330127)),
        (
            ([("II", 1.0), ("XI", 1.0), ("II", 0.5)], {"XY": {"00": 1, "01": 1, "10": 2}}),
            (1.5, 0.5),
        ),
    ],
)
generator = instances("from_counts")
for n, settings in ((2, 3), (3, 3), (3, 4), (4, 5)):
    chosen = []
    while len(chosen) < settings:
        word = "".join(generator.choice(list("XYZ"), n))
        if word not in chosen:
            chosen.append(word)
    data = {}
    for word in chosen:
        keys = [f"{k:0{n}b}" for k in generator.choice(2**n, size=min(2**n, 5), replace=False)]
        data[word] = {key: int(generator.integers(1, 60)) for key in keys}
    strings = []
    for word in chosen * 2:  # each term is a setting with some letters wiped out
        wiped = "".join(c if generator.random() < 0.6 else "I" for c in word)
        strings.append((wiped, float(generator.uniform(-2, 2))))
    assert_implements(from_counts, [((strings, data), estimate(strings, data))])
### END HIDDEN TESTS

# %% [markdown] task="slope"
# ## 6. A slope from far away
#
# A device gives you the energy at any angles you like, and you want a derivative. The two points of the lesson's parameter-shift rule suffice if the angle occurs in *one* gate. Here the same angle occurs in $m$ gates, as it does in many ansätze. Then the energy, as a function of this angle $x$ alone, holds the frequencies 1 to $m$:
#
# $$E(x) = a_0 + \sum_{\omega=1}^{m} \big(a_\omega\cos\omega x + b_\omega\sin\omega x\big),$$
#
# with numbers that you do not know. Write `slope(energy, angles, k, m)`.
#
# **Input:** `energy`, a function that takes a list of angles and returns a number; `angles`, a list of numbers; the index $k$ of the angle in question; and $m$, with $1 \le m \le 5$.
#
# **Output:** the derivative of the energy with respect to angle number $k$, at `angles`.
#
# **Limits:** at most $2m$ calls of `energy`.
#
# **Compared:** the number, up to 0.02. What `energy` returns has an error of up to 0.001, as if it were measured (real ones are larger). Differences of points close to each other are therefore useless: you would divide the error by a small number. What `energy` does with the other angles is its own business; leave them as they are.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Only the $b_\omega$ matter for the slope at $x = 0$: it is $\sum_\omega \omega\, b_\omega$. What is $E(x) - E(-x)$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Pairs of points at $\pm x_\mu$, with $\mu = 1, \ldots, m$, give $m$ linear equations for $b_1, \ldots, b_m$. To keep the errors small, spread the $2m$ points evenly over the circle: $x_\mu = (2\mu - 1)\,\pi/2m$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Solve $\sum_\omega 2\sin(\omega x_\mu)\, b_\omega = E(x_\mu) - E(-x_\mu)$ with `np.linalg.solve` and return the sum of $\omega\, b_\omega$. Or use the closed form (Wierichs and others, 2022): $E'(0) = \sum_{\mu=1}^{2m} \dfrac{(-1)^{\mu-1}}{4m\,\sin^2(x_\mu/2)}\,E(x_\mu)$.
#
# </details>


# %% answer="slope"
def slope(energy, angles, k, m):
    ### BEGIN SOLUTION
    total = 0.0
    for mu in range(1, 2 * m + 1):
        x = (2 * mu - 1) * np.pi / (2 * m)
        shifted = list(angles)
        shifted[k] += x
        total += (-1) ** (mu - 1) / (4 * m * np.sin(x / 2) ** 2) * energy(shifted)
    return float(total)
    ### END SOLUTION


# %% check="slope" points=3
def landscape(cosines, sines, weights):
    """An energy with a product form, its error of 0.001, and its exact slope.

    Angle k has the frequencies 1 to len(cosines[k]).
    """

    def one(k, x):
        waves = [(a, b, w + 1) for w, (a, b) in enumerate(zip(cosines[k], sines[k], strict=True))]
        value = weights[k] + sum(a * np.cos(w * x) + b * np.sin(w * x) for a, b, w in waves)
        return value, sum(w * (b * np.cos(w * x) - a * np.sin(w * x)) for a, b, w in waves)

    def energy(angles):
        exact = math.prod(one(k, x)[0] for k, x in enumerate(angles))
        signs = sum((k + 1) * math.sin(x) for k, x in enumerate(angles))
        return float(exact + 0.001 * math.sin(1e4 * signs))

    def derivative(angles, k):
        others = math.prod(one(j, x)[0] for j, x in enumerate(angles) if j != k)
        return others * one(k, angles[k])[1]

    return energy, derivative


def check_slope(cosines, sines, weights, angles, k):
    """Count the calls, then compare."""
    energy, derivative = landscape(cosines, sines, weights)
    m, calls = len(cosines[k]), [0]

    def counted(given):
        calls[0] += 1
        return energy(given)

    found = slope(counted, list(angles), k, m)
    assert_close(found, float(derivative(angles, k)), tolerance=0.02)
    assert_between(calls[0], highest=2 * m)


check_slope([[1.0]], [[0.5]], [0.2], [0.3], 0)
check_slope([[0.4, 1.1]], [[0.3, -0.9]], [0.1], [1.2], 0)
check_slope([[1.0], [0.2, 0.3, 0.8]], [[0.0], [0.5, -0.4, 1.5]], [0.0, 1.0], [0.4, -0.7], 1)
### BEGIN HIDDEN TESTS
check_slope([[3.0]], [[-4.0]], [1.0], [2.0], 0)
check_slope([[0.0]], [[7.0]], [1.0], [0.0], 0)
check_slope([[0.5], [2.0], [0.9]], [[0.2], [0.7], [-0.8]], [1.0, 0.5, 0.4], [0.2, 2.2, -1.0], 1)
check_slope([[0.5, 1.0], [2.0]], [[0.2, 2.0], [0.7]], [1.0, 0.5], [-0.5, 0.9], 0)
check_slope([[0.1, 0.2, 0.3, 1.2]], [[0.4, 0.3, 0.2, 1.9]], [0.0], [0.6], 0)
check_slope([[0.0, 0.0, 0.0, 0.0, 0.0]], [[0.5, 0.4, 0.3, 0.2, 2.5]], [0.0], [0.0], 0)
check_slope([[1.0, 0.5, 0.2, 0.1, 2.0]], [[0.3, -0.6, 1.5, -0.4, 1.0]], [3.0], [-2.5], 0)
check_slope(
    [[1.0], [0.5, 1.5, 0.5], [1.0]], [[1.0], [2.0, 0.5, 2.0], [0.3]], [0, 0, 1], [1.0, 0.1, 2.0], 1
)
generator = instances("slope")
for m in (1, 2, 3, 4, 5):
    cosines, sines = generator.uniform(-1, 1, (2, m)).tolist()
    sines[-1] = math.copysign(2.0 + abs(sines[-1]), sines[-1])
    phase = float(generator.uniform(-0.3, 0.3)) / m
    check_slope([[0.7], cosines], [[0.4], sines], [0.8, 0.5], [0.5, phase], 1)
### END HIDDEN TESTS

# %% [markdown] task="claim"
# ## 7. In your own words: a claim of advantage
#
# A press release says: *"With VQE on 20 qubits our team computed the energy of a molecule to chemical accuracy. The 20 qubits explore a million configurations at the same time, so no classical computer could have done it. With 100 qubits, which will be available next year, we will design drugs: VQE is proven to find the ground state."*
#
# Judge the claim in 80 to 150 words. Say whether 20 qubits are out of reach for a classical computer and what the result should have been compared with; what the variational principle promises and what it does *not* promise about the optimisation; and name one cost that grows when one goes from 20 qubits to 100, with the reason.
#
# This answer is marked by a person, in any of the three languages of the course.

# %% [markdown] essay="claim" points=3
# ### BEGIN SOLUTION
# A state of 20 qubits has about a million amplitudes, 16 megabytes. A laptop diagonalises such a Hamiltonian, for instance with Lanczos. So the result shows that the device works, not that it is ahead. A claim of advantage has to compare with the best classical methods for the same molecule and accuracy, such as exact diagonalisation, coupled cluster or DMRG, in time and cost.
#
# The variational principle says that the energy found is never below the ground energy, apart from noise. It does not say how far above it is. The ansatz may not contain the ground state, and the optimiser may stop in a local minimum. No theorem says that VQE finds the ground state; the general problem is hard for quantum computers too.
#
# With 100 qubits the number of terms and hence of shots grows, and for a general ansatz the gradients shrink exponentially (barren plateaus), so that the shots needed to see them explode.
# ### END SOLUTION

# %% [markdown] rubric="claim"
# One point for each of the three statements, independent of the others; no half points for style, length or language.
#
# - **1 point, comparison:** says that 20 qubits can be simulated or diagonalised classically (about a million amplitudes) *and* that the comparison has to be with a good classical method for the same problem, named or described (exact diagonalisation, DMRG, coupled cluster). Only one of the two earns no point.
#
# - **1 point, principle:** says that the energy is an upper bound of the ground energy (in exact arithmetic, without noise) *and* gives a reason why it may stay above it: ansatz too small, local minimum, no proof of convergence, hardness of the general problem.
#
# - **1 point, cost:** names a cost that grows with the number of qubits *and* its reason: shots (number of terms, or $1/\epsilon^2$ with a growing sum of coefficients), gradients that vanish (random or deep ansatz, global cost), noise that accumulates with the number of gates, number of parameters and iterations. The bare word "scaling" earns no point.
#
# A statement that contradicts one of these (for example, that a measurement reads out all million configurations) takes the point of that line away.

# %% [markdown] task="layers"
# ## 8. Edges at the same time
#
# QAOA for max-cut, on a graph whose edges have weights. The cost operator and the mixer are
#
# $$C = \sum_{(u,\,v,\,w)} \frac w2\,\big(1 - Z_u Z_v\big), \qquad B = \sum_{k=0}^{n-1} X_k .$$
#
# On a basis state, $C$ is the weight of the edges whose ends have different bits. Write `layers(n, edges, gammas, betas)`.
#
# **Input:** the number $n$ of vertices (vertex $k$ is qubit $k$); a list of edges `(u, v, w)` with $u \ne v$, no two of which join the same vertices; two lists of $p \ge 1$ angles.
#
# **Output:** a `QuantumCircuit` on $n$ qubits that prepares
#
# $$e^{-i\beta_p B}\,e^{-i\gamma_p C} \cdots e^{-i\beta_1 B}\,e^{-i\gamma_1 C}\; |{+}\rangle^{\otimes n},$$
#
# with $\gamma_1$ = `gammas[0]` and so on.
#
# **Compared:** the state, without its global phase.
#
# **Limits:** let $D$ be the greatest number of edges at one vertex. At most $2p\,|\text{edges}|$ gates on two qubits, in at most $2p\,(2D - 1)$ layers, *in whatever order the edges are listed*.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Forget the layers at first. What does $e^{-i\gamma\frac w2 (1 - ZZ)}$ do, up to a global phase, and which angle of `rzz` is that? Mind the sign.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# All gates of one $e^{-i\gamma C}$ commute, so you may put them into rounds, such that in each round no vertex occurs twice. An edge has at most $2(D-1)$ neighbours. How many rounds are enough, if each edge takes the first round that is free?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `rounds = []`; for each edge, look for the first round in which neither `u` nor `v` occurs, and open a new one if there is none. Then, after H on every qubit, for each pair of angles: `rzz(-gamma * w, u, v)` round by round, and `rx(2 * beta, k)` on every qubit.
#
# </details>


# %% answer="layers"
def layers(n, edges, gammas, betas):
    ### BEGIN SOLUTION
    rounds = []
    for u, v, w in edges:
        for others in rounds:
            if not any({u, v} & {a, b} for a, b, _ in others):
                others.append((u, v, w))
                break
        else:
            rounds.append([(u, v, w)])
    circuit = QuantumCircuit(n)
    circuit.h(range(n))
    for gamma, beta in zip(gammas, betas, strict=True):
        for others in rounds:
            for u, v, w in others:
                circuit.rzz(-gamma * w, u, v)
        circuit.rx(2 * beta, range(n))
    return circuit
    ### END SOLUTION


# %% check="layers" points=3
def check_layers(n, edges, gammas, betas):
    """Compare with the formula, then look at the costs."""
    bits = np.arange(2**n)[:, None] >> np.arange(n) & 1
    cut = sum((w * (bits[:, u] != bits[:, v]) for u, v, w in edges), np.zeros(2**n))
    wanted = np.full(2**n, 2 ** (-n / 2), dtype=complex)
    for gamma, beta in zip(gammas, betas, strict=True):
        turn = np.cos(beta) * np.eye(2) - 1j * np.sin(beta) * PAULI["X"]
        wanted = reduce(np.kron, [turn] * n) @ (np.exp(-1j * gamma * cut) * wanted)
    circuit = layers(n, edges, gammas, betas)
    assert_same_state(circuit, wanted, circuit_only=True)
    ends = [vertex for u, v, _ in edges for vertex in (u, v)]
    most = max((ends.count(vertex) for vertex in ends), default=1)
    p = len(gammas)
    assert_budget(
        circuit,
        qubits=n,
        two_qubit_gates=2 * p * len(edges),
        two_qubit_depth=2 * p * (2 * most - 1),
    )


check_layers(2, [(0, 1, 1.0)], [0.6], [0.4])
check_layers(3, [(0, 1, 1.0), (1, 2, 2.0), (2, 0, 0.5)], [0.7], [0.3])
check_layers(4, [(0, 1, 1.0), (1, 2, -1.5), (2, 3, 0.8)], [0.4, 0.9], [0.5, -0.2])
check_layers(8, [(k, k + 1, 1.0) for k in range(7)], [0.8], [0.35])
### BEGIN HIDDEN TESTS
check_layers(1, [], [0.3], [0.6])
check_layers(3, [(2, 0, 0.7)], [1.1], [0.25])
check_layers(4, [(0, 1, 1.0), (0, 2, 2.0), (0, 3, 3.0)], [0.35], [0.45])
check_layers(
    4,
    [(3, 1, 0.6), (0, 3, -0.9), (2, 1, 1.3), (0, 2, 0.4), (1, 0, 1.7)],
    [0.5, 0.2, 0.9],
    [0.7, 0.3, 0.1],
)
check_layers(6, [(k, (k + 1) % 6, 1.0 + 0.2 * k) for k in range(6)], [0.45, 0.85], [0.55, 0.25])
check_layers(8, [(k, k + 1, 0.5 + 0.1 * k) for k in reversed(range(7))], [0.9], [0.2])
check_layers(8, [(k, k + 1, 1.2) for k in range(7)], [-0.6], [0.3])
check_layers(5, [(u, v, 1.0) for u, v in itertools.combinations(range(5), 2)], [0.3], [0.2])
### END HIDDEN TESTS

# %% [markdown] task="settle"
# ## 9. Down into the valley
#
# The classical half of a variational algorithm. Somewhere a device sets angles, prepares a state and returns an energy. You see nothing of it but the number. Each angle occurs in one rotation gate, so along each single angle the energy is
#
# $$a + b\cos x + c\sin x,$$
#
# where $a$, $b$, $c$ depend on the other angles. Write `settle(energy, count)`.
#
# **Input:** `energy`, a function that takes a list of angles and returns a number; and the integer `count`, how many angles there are, from 1 to 9.
#
# **Output:** a list of `count` angles, at which the energy is within 0.01 of the lowest value that any angles give.
#
# **Limits:** at most $400\cdot$`count` calls of `energy`.
#
# **Compared:** the energy at your angles, which the check computes for itself. There are many minima, and any of the lowest will do. But beware: not every valley is the deepest one, and at a symmetric point such as all angles 0 the landscape can be flat although it is no minimum at all. In the instances, twelve rounds of exact descent along one angle after the other, begun at a random place, end within 0.01 of the lowest value in more than two cases of five.
#
# <details><summary>Hint 1: a nudge</summary>
#
# A step along one angle need not be small. How many points determine $a$, $b$ and $c$, and where is the minimum of such a curve?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# With $e_0 = E(x)$, $e_+ = E(x + \frac\pi2)$ and $e_- = E(x - \frac\pi2)$: the curve is $a + B\cos(y - x) + C\sin(y - x)$ with $a = \frac12(e_+ + e_-)$, $B = e_0 - a$, $C = \frac12(e_+ - e_-)$. The minimum is opposite to the direction $(B, C)$. Going round all angles again and again is called *Rotosolve* (Ostaszewski, Grant and Benedetti, 2021).
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# From a random start do 12 rounds: for each $k$ three calls, then `angles[k] += np.arctan2(-C, -B)`. That is 36 calls for each angle. Repeat it from 10 random starts, with a seeded generator, and return the best.
#
# </details>


# %% answer="settle"
def settle(energy, count):
    ### BEGIN SOLUTION
    generator = np.random.default_rng(7)

    def at(angles, k, shift):
        moved = list(angles)
        moved[k] += shift
        return energy(moved)

    best, lowest = None, np.inf
    for _ in range(10):
        angles = generator.uniform(-np.pi, np.pi, count).tolist()
        for _ in range(12):
            for k in range(count):
                here, up, down = (at(angles, k, s) for s in (0, np.pi / 2, -np.pi / 2))
                middle = (up + down) / 2
                angles[k] += float(np.arctan2((down - up) / 2, middle - here))
        value = energy(angles)
        if value < lowest:
            best, lowest = angles, value
    return best
    ### END SOLUTION


# %% check="settle" points=4
def ansatz_energy(hamiltonian, layers):
    """Rows of RY with CZ between neighbours after each but the last: the energy as a function of all angles."""
    size = len(hamiltonian)
    n = size.bit_length() - 1
    bits = np.arange(size)[:, None] >> np.arange(n) & 1
    signs = 1.0 - 2 * ((bits[:, 1:] & bits[:, :-1]).sum(axis=1) % 2)

    def energy(angles):
        state = np.zeros(size)
        state[0] = 1
        for layer in range(layers):
            for k in range(n):
                x = angles[layer * n + k] / 2
                turn = np.array([[math.cos(x), -math.sin(x)], [math.sin(x), math.cos(x)]])
                state = (turn @ state.reshape(-1, 2, 2**k)).reshape(-1)
            if layer < layers - 1:
                state = signs * state
        return float(state @ hamiltonian @ state)

    return energy


def check_settle(energy, count, lowest):
    """Count the calls, then compute the energy of the answer."""
    calls = [0]

    def counted(angles):
        calls[0] += 1
        assert calls[0] <= 20 * 400 * count, f"at most {400 * count} calls of energy are allowed"
        return energy(angles)

    found = settle(counted, count)
    assert_between(calls[0], highest=400 * count)
    assert_close(np.shape(found), (count,))
    assert_between(energy(list(found)), highest=lowest + 0.01)


def ising_chain(n, field):
    """-ZZ on the bonds of an open chain, -field X on the spins, as a real matrix."""
    matrix = np.zeros((2**n, 2**n))
    for k in range(n):
        matrix -= field * matrix_of("I" * (n - 1 - k) + "X" + "I" * k)
        if k + 1 < n:
            matrix -= matrix_of("I" * (n - 2 - k) + "ZZ" + "I" * k)
    return matrix


check_settle(lambda angles: 0.3 - 0.6 * math.cos(angles[0]) + 0.8 * math.sin(angles[0]), 1, -0.7)
pair = ising_chain(2, 0.7)
check_settle(ansatz_energy(pair, 2), 4, np.linalg.eigvalsh(pair)[0])
### BEGIN HIDDEN TESTS
wells = np.diag([-1.0, 0.2, 0.2, -0.8])
check_settle(ansatz_energy(wells, 1), 2, -1.0)
check_settle(ansatz_energy(wells[::-1, ::-1], 1), 2, -1.0)
corners = np.diag([-0.8, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, -1.0])
check_settle(ansatz_energy(corners, 1), 3, -1.0)
check_settle(lambda angles: 2.0 - math.sin(angles[0]) * math.sin(angles[1]), 2, 1.0)
chain = ising_chain(2, 0.3)
check_settle(ansatz_energy(chain, 2), 4, np.linalg.eigvalsh(chain)[0])
chain = ising_chain(3, 1.0)
check_settle(ansatz_energy(chain, 3), 9, np.linalg.eigvalsh(chain)[0])
generator = instances("settle")
for size, rows in ((2, 2), (4, 2)):
    drawn = generator.normal(size=(size, size))
    drawn = drawn + drawn.T + 3 * float(generator.uniform(-1, 1)) * np.eye(size)
    count = rows * (size // 2)
    check_settle(ansatz_energy(drawn, rows), count, np.linalg.eigvalsh(drawn)[0])
### END HIDDEN TESTS

# %% [markdown] task="first_layer"
# ## 10. One layer at its best
#
# How good can QAOA with a single layer be on a given graph, if nobody spares any effort in choosing the two angles? And what is the largest cut? Write `first_layer(n, edges)`.
#
# **Input:** the number $n$ of vertices, $2 \le n \le 8$, and a list of edges `(u, v)`, at least one, all of weight 1 and no two the same.
#
# **Output:** a pair `(expected, largest)`: the largest value of the expected cut
#
# $$\langle\gamma,\beta|\,C\,|\gamma,\beta\rangle, \qquad |\gamma,\beta\rangle = e^{-i\beta B}\,e^{-i\gamma C}\,|{+}\rangle^{\otimes n},$$
#
# over all real $\gamma$ and $\beta$, where $C = \sum_{(u,v)} \frac12(1 - Z_uZ_v)$ and $B = \sum_k X_k$; and the largest number of edges that any division of the vertices into two groups cuts, an integer.
#
# **Compared:** the first number up to 0.001, the second exactly.
#
# *Examples:* a single edge gives `(1.0, 1)`, a ring of six `(4.5, 6)`, which is the ratio 3/4 of the lesson. A triangle gives `(2.0, 2)`.
#
# The answer should take less than a second or so for each graph.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Both angles are periodic, because $C$ has integer eigenvalues and $B$ integers of the same parity. Which rectangle is enough? (The state needs at most 256 amplitudes.)
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $C$ is diagonal, so $e^{-i\gamma C}$ multiplies an array of $2^n$ numbers, and $e^{-i\beta B}$ is the same small rotation on each qubit. Go through a grid of the rectangle $0 \le \gamma < 2\pi$, $0 \le \beta < \pi/2$, then refine from the best few points, for instance with `scipy.optimize.minimize`. The landscape can be narrow where vertices have many edges.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# There is a formula (Wang and others, 2018). For an edge $(u,v)$ let $d$ and $e$ be the numbers of *other* edges at $u$ and at $v$, and $f$ the number of triangles that contain the edge. The edge is cut with the probability
#
# $$\tfrac12 + \tfrac14\sin4\beta\,\sin\gamma\,(\cos^d\gamma + \cos^e\gamma) - \tfrac14\sin^2 2\beta\,\cos^{d+e-2f}\gamma\,(1 - \cos^f 2\gamma) .$$
#
# For each $\gamma$ the sum over the edges is $a + b\sin4\beta + c\cos4\beta$ (use $\sin^2 2\beta = \frac12(1 - \cos4\beta)$), with the maximum $a + \sqrt{b^2 + c^2}$. A few thousand values of $\gamma$ are done in one go with NumPy.
#
# </details>


# %% answer="first_layer"
def first_layer(n, edges):
    ### BEGIN SOLUTION
    neighbours = [set() for _ in range(n)]
    for u, v in edges:
        neighbours[u].add(v)
        neighbours[v].add(u)
    gamma = np.linspace(0, 2 * np.pi, 8001)
    cosine, sine, double = np.cos(gamma), np.sin(gamma), np.cos(2 * gamma)
    slopes = dips = 0.0
    for u, v in edges:
        d, e = len(neighbours[u]) - 1, len(neighbours[v]) - 1
        f = len(neighbours[u] & neighbours[v])
        slopes = slopes + sine * (cosine**d + cosine**e) / 4
        dips = dips + cosine ** (d + e - 2 * f) * (1 - double**f) / 8
    expected = len(edges) / 2 - dips + np.sqrt(slopes**2 + dips**2)
    largest = max(sum((x >> u ^ x >> v) & 1 for u, v in edges) for x in range(2 ** (n - 1)))
    return float(expected.max()), largest
    ### END SOLUTION


# %% check="first_layer" points=4
nearly = partial(assert_close, tolerance=1e-3)
assert_implements(
    first_layer,
    [
        ((2, [(0, 1)]), (1.0, 1)),
        ((3, [(0, 1), (1, 2), (0, 2)]), (2.0, 2)),
        ((6, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0)]), (4.5, 6)),
    ],
    compare=nearly,
)
### BEGIN HIDDEN TESTS
ring = [(k, (k + 1) % 5) for k in range(5)]
complete = list(itertools.combinations(range(4), 2))
cube = [(a, a ^ 1 << k) for a in range(8) for k in range(3) if a < a ^ 1 << k]
prism = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (0, 3), (1, 4), (2, 5)]
bow_tie = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2)]
several = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (3, 6), (1, 4)]
assert_implements(
    first_layer,
    [
        ((3, [(0, 1), (1, 2)]), (1.64952, 2)),
        ((5, [(3, 1)]), (1.0, 1)),
        ((5, ring), (3.75, 4)),
        ((4, complete), (3.69752, 4)),
        ((6, [(0, k) for k in range(1, 6)]), (3.75, 5)),
        ((8, cube), (8.30940, 12)),
        ((4, [(0, 2), (2, 3), (3, 1)]), (2.38009, 3)),
        ((6, prism), (5.93922, 7)),
        ((5, bow_tie), (3.92876, 4)),
        ((6, ring + [(5, k) for k in range(5)]), (6.26729, 7)),
        ((7, several), (6.18159, 8)),
        ((8, complete + [(4, 5), (5, 6), (6, 7)]), (5.86129, 7)),
        ((8, list(itertools.combinations(range(8), 2))), (15.55922, 16)),
    ],
    compare=nearly,
)


def best_of(n, edges):
    """For each gamma the state in three places of beta, which are enough for the whole curve."""
    bits = np.arange(2**n)[:, None] >> np.arange(n) & 1
    cut = sum(bits[:, u] != bits[:, v] for u, v in edges).astype(float)
    gammas = np.linspace(0, np.pi, 2001)  # from pi to 2 pi the landscape is mirrored
    curve = []
    for beta in (0.0, np.pi / 8, np.pi / 4):
        states = np.exp(-1j * np.outer(cut, gammas)) / 2 ** (n / 2)
        turn = np.cos(beta) * np.eye(2) - 1j * np.sin(beta) * PAULI["X"]
        for k in range(n):
            states = (turn @ states.reshape(2 ** (n - 1 - k), 2, -1)).reshape(2**n, -1)
        curve.append(cut @ abs(states) ** 2)
    middle = (curve[0] + curve[2]) / 2
    radius = np.hypot(curve[0] - middle, curve[1] - middle)
    return float((middle + radius).max()), int(cut.max())


generator = instances("first_layer")
for n in (4, 5, 6):
    pairs = list(itertools.combinations(range(n), 2))
    chosen = generator.choice(len(pairs), size=n + 1, replace=False)
    edges = [pairs[k] for k in chosen]
    assert_implements(first_layer, [((n, edges), best_of(n, edges))], compare=nearly)
### END HIDDEN TESTS
