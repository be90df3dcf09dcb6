# %% [markdown]
# # Exercise: Random numbers and quantum key distribution
#
# Ten tasks, from bookkeeping that you have seen in the lesson to two for which you will want paper and pencil. Together they are the parts of a key distribution system, from the source of randomness to the decision whether there is a key. Plan about two and a half hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions: angles are in radians; logarithms of entropies are to the base 2, so that entropies are in bits; $h(x) = -x\log_2 x - (1-x)\log_2(1-x)$ with $h(0) = h(1) = 0$. In a sequence of rounds, entry number $k$ belongs to round $k$, and numbering begins with 0. **In a key of counts, as always in Qiskit, bit 0 is the rightmost character**, so a sequence of rounds and a key run in opposite directions. Where a bit is asked for, give the integer 0 or 1.
#
# You may use NumPy, SciPy, Qiskit and the Python standard library, import more of them, and define functions of your own in the answer cells.

# %% given="imports"
import math
from functools import partial

import numpy as np
from qiskit import QuantumCircuit
from scipy.linalg import toeplitz

from grader.checks import (
    assert_budget,
    assert_close,
    assert_distribution,
    assert_implements,
    assert_same_state,
    instances,
)

# %% [markdown] task="unbias"
# ## 1. Fair coins from an unfair counter
#
# A detector counts photons. In each interval it reports how many came: an integer from 0 upwards. The intervals are independent of each other and have the same distribution, but nobody knows this distribution, and it is far from uniform. Von Neumann's idea works here too: two results in one order are exactly as likely as the same two in the other order. Write `unbias(reports)`.
#
# **Input:** a list of integers, the reports in the order in which they came. It may be empty.
#
# **Output:** a list of bits. Read the reports in pairs: the first with the second, the third with the fourth, and so on. A pair of different reports gives one bit: 0 if the first of the two is the smaller one, and 1 if it is the larger one. A pair of equal reports gives nothing. If the number of reports is odd, the last one is not used.
#
# **Compared:** the list.
#
# *Example:* `[3, 5, 2, 2, 4, 0]` gives `[0, 1]`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# With reports that are only 0 and 1 this is the extractor of the lesson. How does the lesson walk through the pairs so that no report is used twice?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# `range(0, len(reports) - 1, 2)` gives the place at which each complete pair begins.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For each of these places compare `reports[k]` with `reports[k + 1]`. If they differ, append 1 if the first is larger, otherwise 0.
#
# </details>


# %% answer="unbias"
def unbias(reports):
    ### BEGIN SOLUTION
    fair = []
    for k in range(0, len(reports) - 1, 2):
        first, second = reports[k], reports[k + 1]
        if first != second:
            fair.append(1 if first > second else 0)
    return fair
    ### END SOLUTION


# %% check="unbias" points=2
assert_implements(
    unbias,
    [
        (([3, 5, 2, 2, 4, 0],), [0, 1]),
        (([0, 1, 1, 0, 1, 1, 0, 0],), [0, 1]),
        (([7, 7, 7, 7],), []),
        (([1, 1, 0, 4, 9],), [0]),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    unbias,
    [
        (([],), []),
        (([6],), []),
        (([6, 2],), [1]),
        (([2, 0, 0, 2, 12, 3, 3],), [1, 0, 1]),
        (([1, 1, 1, 0, 0, 1, 0],), [1, 0]),
        (([10, 9, 0, 0, 9, 10, 5, 1, 1, 5, 8, 8, 2, 3],), [1, 0, 1, 0, 0]),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="secret_bits"
# ## 2. How secret is a fair coin?
#
# You buy a device. It contains a qubit in the state $\rho$ and measures it in the Z basis, and the outcome is your random bit. You have examined many of its qubits and know $\rho$ exactly. But the device was built by Eve, and she may hold *everything that the qubit is entangled with*: a system of her own, such that her system and the qubit together are in a **pure** state. After your measurement she measures her system in the best possible way, and guesses your bit. Write `secret_bits(rho)`.
#
# **Input:** the density matrix of the qubit, an array of shape $(2, 2)$.
#
# **Output:** the min-entropy of your bit against Eve, in bits: $-\log_2 p$, where $p$ is the greatest probability with which she can guess it.
#
# **Compared:** the number, up to $10^{-6}$.
#
# *Examples:* for $\rho = |+\rangle\langle+|$ the answer is 1. For $\rho = I/2$ it is 0: the bit is just as fair, and Eve, who holds the other half of a Bell pair, knows it.
#
# <details><summary>Hint 1: a nudge</summary>
#
# First find a pure state of two qubits in which your qubit has the state $\rho$. Eve's qubit is then, if you found 0, in one state, and if you found 1, in another. You have met the best way to tell two states apart in the module on discrimination.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Write the pure state as $|0\rangle|v_0\rangle + |1\rangle|v_1\rangle$, where the vectors $v_0$, $v_1$ of Eve's system are not normalised: $\langle v_b|v_b\rangle$ is the probability of your bit $b$. Helstrom's formula says $p = \frac12\big(1 + \lVert\, |v_0\rangle\langle v_0| - |v_1\rangle\langle v_1| \,\rVert_1\big)$, with the sum of the moduli of the eigenvalues. Which entries of $\rho$ do $\langle v_0|v_0\rangle$, $\langle v_1|v_1\rangle$ and $\langle v_1|v_0\rangle$ appear in?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# The two eigenvalues of the difference have the sum $\rho_{00} - \rho_{11}$ and the product $|\rho_{01}|^2 - \rho_{00}\rho_{11}$. One of them is positive and one negative (or zero), so the sum of the moduli is the distance between them, $\sqrt{(\text{sum})^2 - 4\,(\text{product})}$. Use $\rho_{00} + \rho_{11} = 1$ to make it short, and take care that rounding does not put a negative number under the root.
#
# </details>


# %% answer="secret_bits"
def secret_bits(rho):
    ### BEGIN SOLUTION
    coherence = abs(rho[0][1])
    guess = (1 + np.sqrt(max(0, 1 - 4 * coherence**2))) / 2
    return -np.log2(guess)
    ### END SOLUTION


# %% check="secret_bits" points=3
assert_implements(
    secret_bits,
    [
        ((np.array([[0.5, 0.5], [0.5, 0.5]]),), 1.0),
        ((np.array([[0.5, 0], [0, 0.5]]),), 0.0),
        ((np.array([[0.8, 0], [0, 0.2]]),), 0.0),
        ((np.array([[0.8, 0.4], [0.4, 0.2]]),), -math.log2(0.8)),
        ((np.array([[0.5, 0.3], [0.3, 0.5]]),), -math.log2(0.9)),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    secret_bits,
    [
        ((np.array([[0.5, -0.4j], [0.4j, 0.5]]),), -math.log2(0.8)),
        ((np.array([[0.6, 0.24 - 0.32j], [0.24 + 0.32j, 0.4]]),), -math.log2(0.8)),
        ((np.array([[0.2, -0.3], [-0.3, 0.8]]),), -math.log2(0.9)),
        ((np.array([[1.0, 0], [0, 0]]),), 0.0),
        ((np.array([[0.5, -0.5j], [0.5j, 0.5]]),), 1.0),
        ((np.array([[0.7, 0.14j], [-0.14j, 0.3]]),), -math.log2(0.98)),
    ],
)
for theta in np.linspace(0.1, 3.0, 12):  # pure states: nobody can know more than how often each bit comes
    pure = np.array([math.cos(theta / 2), np.exp(3j * theta) * math.sin(theta / 2)])
    wanted = -math.log2(max(abs(pure) ** 2))
    assert_implements(secret_bits, [((np.outer(pure, pure.conj()),), wanted)])
### END HIDDEN TESTS

# %% [markdown] task="amplify"
# ## 3. Fewer bits, and nobody knows them
#
# You hold a bit string $x$ of $n$ bits. Somebody knows something about it, but its min-entropy against her is at least $k$ bits. The lesson's leftover hash lemma says: hash $x$ to $m$ bits with a randomly chosen Toeplitz matrix, and the result is distinguishable from $m$ perfect coins with an advantage of at most
#
# $$\tfrac12\sqrt{2^{\,m-k}}.$$
#
# Write `amplify(bits, entropy, epsilon, seed)`.
#
# **Input:** `bits`, a list of $n$ bits $x_0, \ldots, x_{n-1}$; `entropy`, the number $k$, which need not be an integer; `epsilon`, the largest advantage that you accept, less than 1/2; `seed`, a list of public random bits, always long enough.
#
# **Output:** a list of $m$ bits, where $m$ is the largest integer for which the lemma promises an advantage of at most `epsilon`; if there is no such $m \ge 1$, an empty list. The bits are $y = T x$ modulo 2, with the Toeplitz matrix of $m$ rows and $n$ columns
#
# $$T_{ij} = s_{\,i - j + n - 1}, \qquad i = 0, \ldots, m-1,\quad j = 0, \ldots, n-1,$$
#
# where $s_0, s_1, \ldots$ are the bits of the seed.
#
# **Compared:** the list.
#
# *Example:* for the bits `[1, 0, 1, 1]`, $k = 3.5$, $\varepsilon = 0.4$ and the seed `[1, 0, 0, 1, 1, 0]` there are $m = 2$ bits. The rows of $T$ are $(1, 0, 0, 1)$ and $(1, 1, 0, 0)$, so the answer is `[0, 1]`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Solve the inequality for $m$ on paper. Does a smaller epsilon make the key longer or shorter?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $m \le k + 2 + 2\log_2\varepsilon$. For the matrix, write down the first row for $n = 4$: which indices of the seed appear, and in which direction do they run?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `m = math.floor(entropy + 2 + 2 * math.log2(epsilon))`. Then, for each `i` in `range(m)`, the sum of `seed[i - j + n - 1] * bits[j]` over `j`, modulo 2. For a negative `m` the range is empty.
#
# </details>


# %% answer="amplify"
def amplify(bits, entropy, epsilon, seed):
    ### BEGIN SOLUTION
    n = len(bits)
    m = math.floor(entropy + 2 + 2 * math.log2(epsilon))
    return [sum(seed[i - j + n - 1] * bits[j] for j in range(n)) % 2 for i in range(m)]
    ### END SOLUTION


# %% check="amplify" points=3
assert_implements(
    amplify,
    [
        (([1, 0, 1, 1], 3.5, 0.4, [1, 0, 0, 1, 1, 0]), [0, 1]),
        (([1, 0, 1, 1], 2.0, 0.05, [1, 0, 0, 1, 1, 0]), []),
        (([0, 1, 0, 0, 0], 4.8, 0.3, [0, 1, 0, 1, 0, 0, 1, 1, 0, 1]), [1, 0, 0]),
    ],
)
### BEGIN HIDDEN TESTS
generator = instances("amplify")
for n, excess, epsilon in [(7, 5.4, 0.45), (16, 3.1, 0.01), (30, 8.9, 1e-3), (24, 1.6, 0.2)]:
    entropy = excess - 2 - 2 * math.log2(epsilon)  # so that `excess`, rounded down, is the length
    bits, seed = generator.integers(0, 2, n), generator.integers(0, 2, 2 * n)
    bits[generator.integers(n)] = 1
    wanted = toeplitz(seed[n - 1 : n - 1 + int(excess)], seed[n - 1 :: -1]) @ bits % 2
    assert_implements(
        amplify, [((bits.tolist(), entropy, epsilon, seed.tolist()), wanted.tolist())]
    )
long_bits = [1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1]
long_seed = [1, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1]
assert_implements(
    amplify,
    [
        ((long_bits, 11.3, 0.1, long_seed), [0, 1, 0, 1, 0, 0]),
        ((long_bits, 9.1, 0.06, long_seed), [0, 1]),
        ((long_bits, 5.5, 0.1, long_seed), []),
        ((long_bits, 6.5, 0.01, long_seed), []),
        (([0, 1], 1.5, 0.01, [1, 0, 1]), []),
        (([0, 1], 1.5, 0.45, [1, 0, 1]), [1]),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="bb84"
# ## 4. Three bases
#
# BB84 uses two bases. The six-state protocol (Bruß, 1998) uses three, Z, X and Y, in the same way. Write what Alice and Bob build, `alice(bits, bases)` and `bob(bases)`. Each sees only what she or he knows.
#
# **Input:** `bits`, a list of bits; `bases`, a text of the same length from the letters Z, X and Y. **Entry number $k$ of both belongs to round $k$, and round $k$ is qubit $k$.**
#
# **Output:** `alice` returns a `QuantumCircuit` without classical bits which prepares each qubit, from $|0\rangle$: the bit 0 stands for the positive end of the axis, $|0\rangle$, $|+\rangle$ or $|{+i}\rangle = (|0\rangle + i|1\rangle)/\sqrt2$, and the bit 1 for the negative end, $|1\rangle$, $|-\rangle$ or $|{-i}\rangle = (|0\rangle - i|1\rangle)/\sqrt2$. `bob` returns a `QuantumCircuit` with as many classical bits as qubits, which measures qubit $k$ along the axis `bases[k]` into classical bit $k$: outcome 0 for the positive end.
#
# **Compared:** Alice's state, without its global phase; the probabilities of all of Bob's outcomes, for Alice's states and for any others.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Write one qubit first. For Bob: what takes $|{+i}\rangle$ to $|0\rangle$? It is the inverse of what takes $|0\rangle$ to $|{+i}\rangle$.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Alice: X if the bit is 1, then H for the bases X and Y, then S for Y. Bob does the last two backwards.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Bob: for Y `sdg(k)` and then `h(k)`, for X `h(k)`, and `measure(k, k)`. Go through `enumerate(bases)` and do not turn the text around: here position $k$ in the text *is* qubit $k$.
#
# </details>


# %% answer="bb84"
def alice(bits, bases):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(len(bits))
    for k, (bit, basis) in enumerate(zip(bits, bases, strict=True)):
        if bit:
            circuit.x(k)
        if basis in "XY":
            circuit.h(k)
        if basis == "Y":
            circuit.s(k)
    return circuit
    ### END SOLUTION


def bob(bases):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(len(bases), len(bases))
    for k, basis in enumerate(bases):
        if basis == "Y":
            circuit.sdg(k)
        if basis in "XY":
            circuit.h(k)
        circuit.measure(k, k)
    return circuit
    ### END SOLUTION


# %% check="bb84" points=2
end = np.sqrt(0.5)
ends = {  # the states of each basis, bit 0 first
    "Z": [np.array([1, 0]), np.array([0, 1])],
    "X": [np.array([end, end]), np.array([end, -end])],
    "Y": [np.array([end, 1j * end]), np.array([end, -1j * end])],
}


def check_alice(bits, bases):
    """Compare the state with the tensor product; qubit 0 is its rightmost factor."""
    state = np.array([1.0])
    for bit, basis in zip(bits, bases, strict=True):
        state = np.kron(ends[basis][bit], state)
    assert_same_state(alice(bits, bases), state, circuit_only=True)


def check_bob(bases, preparation, wanted):
    """Let Bob measure what a circuit prepares."""
    station = bob(bases)
    assert_budget(station, qubits=len(bases))
    circuit = QuantumCircuit(len(bases), len(bases))
    circuit.compose(preparation, inplace=True)
    circuit.compose(station, range(len(bases)), range(len(bases)), inplace=True)
    assert_distribution(circuit, wanted, circuit_only=True)


check_alice([1], "Z")
check_alice([1], "X")
check_alice([0], "Y")
check_alice([1, 0, 0], "ZZX")

photons = QuantumCircuit(3)  # |1> in round 0, |+> in round 1, |+i> in round 2
photons.x(0)
photons.h([1, 2])
photons.s(2)
check_bob("ZXY", photons, {"001": 1.0})
check_bob("ZXZ", photons, {"001": 0.5, "101": 0.5})
### BEGIN HIDDEN TESTS
for bit in range(2):
    for basis in "ZXY":
        check_alice([bit], basis)
check_alice([1, 1, 0], "YXZ")
check_alice([0, 1, 1, 0], "XYZY")

down = QuantumCircuit(4)  # |-i>, |->, |0>, |->
down.x([0, 1, 3])
down.h([0, 1, 3])
down.s(0)
check_bob("YXZX", down, {"1011": 1.0})
check_bob("YYZX", down, {"1001": 0.5, "1011": 0.5})
for theta, phi in [(0.7, 0.4), (2.1, -1.9), (1.2, 2.8)]:
    anything = QuantumCircuit(2)
    anything.ry(theta, 0)
    anything.rz(phi, 0)
    anything.u(1.1, theta, 0.3, 1)
    averages = {
        "Z": (math.cos(theta), math.cos(1.1)),
        "X": (math.sin(theta) * math.cos(phi), math.sin(1.1) * math.cos(theta)),
        "Y": (math.sin(theta) * math.sin(phi), math.sin(1.1) * math.sin(theta)),
    }
    for first, second in ("XY", "YZ", "ZX", "YY"):
        right, left = averages[first][0], averages[second][1]
        check_bob(
            first + second,
            anything,
            {
                f"{a}{b}": (1 + (-1) ** a * left) * (1 + (-1) ** b * right) / 4
                for a in range(2)
                for b in range(2)
            },
        )
### END HIDDEN TESTS

# %% [markdown] task="intercept"
# ## 5. Eve chooses her own axis
#
# Alice and Bob run BB84 with the bases Z and X. Eve intercepts each photon with probability $q$, independently of everything else. She measures an intercepted photon along the axis with the polar angle $\theta$ and the azimuth $\varphi$ on the Bloch sphere,
#
# $$\vec n = (\sin\theta\cos\varphi,\ \sin\theta\sin\varphi,\ \cos\theta),$$
#
# and sends Bob a new photon in the state that she found (one of the two ends of her axis). Write `intercept(q, theta, phi)`.
#
# **Input:** three real numbers, $0 \le q \le 1$ and two angles in radians.
#
# **Output:** three numbers `(error_z, error_x, guess)`. The first is the probability that Bob's bit differs from Alice's in a round in which both used Z, averaged over Alice's bits, which are 0 and 1 with probability 1/2. The second is the same for X. The third is the probability that Eve, after Alice and Bob announced their bases, guesses Alice's bit right in a round in which their bases agree (Z and X are equally frequent). She uses what she measured as well as possible, and tosses a coin for a photon that she did not intercept.
#
# **Compared:** the three numbers, up to $10^{-6}$.
#
# *Example:* `intercept(1, 0, 0)`, the Z axis, gives $(0, 0.5, 0.75)$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Take $q = 1$ and a photon prepared in $|0\rangle$. With which probability does Eve find the positive end of her axis? With which probability does Bob then find 0?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# A state with the Bloch arrow $\vec a$, measured along $\vec b$, gives the positive end with probability $(1 + \vec a\cdot\vec b)/2$. For Alice in Z, $\vec a\cdot\vec n = \pm n_z$. Two steps, each with the same overlap: Bob is right if both go well *or* both go wrong. And Eve: if $n_z < 0$, what should she say when she finds the positive end?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For $q = 1$ the error in Z is $2 \cdot \frac{1+n_z}{2}\cdot\frac{1-n_z}{2}$, and Eve is right with probability $(1 + |n_z|)/2$. Likewise for X with $n_x$. Then mix with the photons that she leaves alone: no error, and a guess of 1/2. Average her guess over the two bases.
#
# </details>


# %% answer="intercept"
def intercept(q, theta, phi):
    ### BEGIN SOLUTION
    n_x = np.sin(theta) * np.cos(phi)
    n_z = np.cos(theta)
    error_z = q * (1 - n_z**2) / 2
    error_x = q * (1 - n_x**2) / 2
    guess = 0.5 + q * (abs(n_z) + abs(n_x)) / 4
    return error_z, error_x, guess
    ### END SOLUTION


# %% check="intercept" points=3
assert_implements(
    intercept,
    [
        ((1, 0, 0), [0, 0.5, 0.75]),
        ((1, np.pi / 2, 0), [0.5, 0, 0.75]),
        ((0, 0.3, 0.2), [0, 0, 0.5]),
        ((1, np.pi / 4, 0), [0.25, 0.25, (2 + math.sqrt(2)) / 4]),
        ((0.4, np.pi / 2, np.pi / 2), [0.2, 0.2, 0.5]),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    intercept,
    [
        ((0.5, 3 * np.pi / 4, 0), [0.125, 0.125, (4 + math.sqrt(2)) / 8]),
        ((1, np.pi / 4, np.pi), [0.25, 0.25, (2 + math.sqrt(2)) / 4]),
        ((0.8, np.pi / 3, 0), [0.3, 0.1, 0.6 + 0.1 * math.sqrt(3)]),
        ((1, np.pi / 3, np.pi / 3), [0.375, 0.40625, 0.625 + math.sqrt(3) / 16]),
        ((0.25, 2 * np.pi / 3, 3 * np.pi / 4), [0.09375, 0.078125, 0.53125 + math.sqrt(6) / 64]),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="sift"
# ## 6. What is left, and how sure are you?
#
# Two functions for the moment after the last photon.
#
# **First, `sift(alice_bits, alice_bases, bob_bits, bob_bases, opened)`.**
#
# **Input:** two lists of bits and two texts of letters Z and X, all of the same length; in `bob_bits` there is `None` wherever no photon was detected. `opened` is a list of numbers of different rounds, in any order: in these rounds Alice and Bob say their bits aloud.
#
# **Output:** `(alice_key, bob_key, errors, checked)`. A round *counts* if Bob detected a photon and the two bases are the same. The two keys are lists with the bits of Alice and of Bob in all rounds that count **and are not opened**, in the order of the rounds. `checked` is how many opened rounds count, and `errors` is in how many of these the two bits differ.
#
# **Second, `error_bound(errors, checked, delta)`.**
#
# Few errors in a sample do not mean few errors in the rest. Suppose that each bit was wrong with the same probability $r$, independently. If $r$ were large, so few errors as you saw would be a great coincidence.
#
# **Input:** two integers, $0 \le$ `errors` $\le$ `checked`, with `checked` from 1 to 1000; and a small probability `delta`.
#
# **Output:** the largest error rate $r$ that is not refuted: for which the probability of seeing *at most* `errors` errors among `checked` bits is still at least `delta`. It is 1 if all checked bits were wrong.
#
# **Compared:** lists and numbers; the bound up to $10^{-6}$.
#
# *Example:* no error in 100 bits with `delta = 0.01` gives $r = 0.0450$, since $(1 - r)^{100} = 0.01$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# The first function is one loop with one `if`. A bit 0 and `None` are both false for Python; ask `is not None`. For the second: how does the probability of at most `errors` errors change when $r$ grows?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The probability is $\sum_{i=0}^{e}\binom{n}{i} r^i (1-r)^{n-i}$. It falls from 1 to 0 as $r$ grows from 0 to 1 (if $e < n$). To find where a falling function crosses a value, halve an interval again and again.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Keep `low, high = 0.0, 1.0`. Fifty times: take the middle; if the sum there is at least `delta`, let `low` be the middle, otherwise `high`. `math.comb` gives the binomial coefficient.
#
# </details>


# %% answer="sift"
def sift(alice_bits, alice_bases, bob_bits, bob_bases, opened):
    ### BEGIN SOLUTION
    alice_key, bob_key = [], []
    errors = checked = 0
    for k, (a, b) in enumerate(zip(alice_bits, bob_bits, strict=True)):
        if b is None or alice_bases[k] != bob_bases[k]:
            continue
        if k in opened:
            checked += 1
            errors += a != b
        else:
            alice_key.append(a)
            bob_key.append(b)
    return alice_key, bob_key, int(errors), checked
    ### END SOLUTION


def error_bound(errors, checked, delta):
    ### BEGIN SOLUTION
    def at_most(rate):
        return sum(
            math.comb(checked, k) * rate**k * (1 - rate) ** (checked - k)
            for k in range(errors + 1)
        )

    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if at_most(middle) >= delta:
            low = middle
        else:
            high = middle
    return low
    ### END SOLUTION


# %% check="sift" points=3
sent, arrived = [0, 1, 1, 0, 0, 1, 1, 1], [0, 1, None, 1, 0, 0, 1, 1]
assert_implements(
    sift,
    [
        ((sent, "ZZZZZZZZ", arrived, "ZZZZZZZZ", []), [[0, 1, 0, 0, 1, 1, 1], [0, 1, 1, 0, 0, 1, 1], 0, 0]),
        ((sent, "ZXZXZXZX", arrived, "ZZZXXXZX", [5, 0, 1]), [[0, 1, 1], [1, 1, 1], 1, 2]),
    ],
)
assert_implements(
    error_bound,
    [((0, 100, 0.01), 1 - 0.01**0.01), ((1, 1, 0.01), 1.0), ((1, 2, 0.19), 0.9)],
)
### BEGIN HIDDEN TESTS
assert_implements(
    sift,
    [
        ((sent, "ZXZXZXZX", arrived, "ZZZXXXZX", [3, 7, 1, 2]), [[0, 1, 1], [0, 0, 1], 1, 2]),
        ((sent, "ZXZXZXZX", arrived, "XZXZXZXZ", [0, 3]), [[], [], 0, 0]),
        (([1, 0, 0, 1], "XXZZ", [1, 1, 1, None], "XXZZ", [3, 2, 1]), [[1], [1], 2, 2]),
        (([1, 0], "XX", [None, None], "XX", [0]), [[], [], 0, 0]),
    ],
)
generator = instances("sift")
for n in (9, 13, 16, 20):
    a, b = generator.integers(0, 2, (2, n))
    lost, public = generator.random(n) < 0.25, generator.random(n) < 0.4
    first, second = generator.choice(["Z", "X"], (2, n))
    counts = (first == second) & ~lost
    tested = counts & public
    wanted = [
        a[counts & ~public].tolist(),
        b[counts & ~public].tolist(),
        int(np.sum(a[tested] ^ b[tested])),
        int(np.sum(tested)),
    ]
    noted = [None if gone else bit for bit, gone in zip(b.tolist(), lost, strict=True)]
    opened = generator.permutation(np.flatnonzero(public)).tolist()
    given = (a.tolist(), "".join(first), noted, "".join(second), opened)
    assert_implements(sift, [(given, wanted)])
assert_implements(
    error_bound,
    [
        ((0, 1, 0.05), 0.95),
        ((0, 1000, 1e-6), 1 - 1e-6**0.001),
        ((1, 2, 0.0199), 0.99),
        ((2, 3, 0.001), 0.999 ** (1 / 3)),
        ((7, 7, 1e-3), 1.0),
        ((5, 100, 0.01), 0.125851731),
        ((22, 200, 1e-6), 0.246337958),
        ((30, 1000, 1e-3), 0.050544477),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="reconcile"
# ## 7. Finding errors without showing the key
#
# Bob's key has a few errors. Alice may announce *parities*: the sum modulo 2 of the bits at some positions. Eve hears them, so each one costs a bit of secrecy. Write `reconcile(alice, bob, passes)`, which simulates both sides.
#
# **Input:** two lists of bits of the same length $n$; `passes`, a list of pairs `(block, order)`: a block length of at least 1, and a list with the numbers $0, \ldots, n-1$ in some order.
#
# **The protocol.** The passes are done one after the other. In a pass the positions are put into the given order and cut into consecutive blocks of `block` positions; the last block may be shorter. The blocks are treated in this order:
#
# 1. Alice announces the parity of the block. If Bob's parity is the same, nothing happens, and the next block follows.
#
# 2. Otherwise the block is searched. As long as it has more than one position, Alice announces the parity of its *first half*: the first `len // 2` of its positions. If Bob's parity of this half differs from hers, the search goes on in this half, otherwise in the rest.
#
# 3. The one position that is left is wrong for sure. Bob flips his bit there, at once.
#
# There is no going back to earlier passes.
#
# **Output:** `(key, leaked)`: Bob's bits afterwards, as a list in the original order of positions, and the number of parities that Alice announced.
#
# **Compared:** both.
#
# *Example:* for `alice = [1, 0, 1, 1]`, `bob = [1, 0, 0, 1]` and one pass `(4, [0, 1, 2, 3])` Alice announces the parity of everything (differs), of positions 0 and 1 (the same), and of position 2 (differs). The answer is `([1, 0, 1, 1], 3)`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# An error is a position where the two lists differ. Two parities differ exactly if the number of errors among the positions is odd. What does a block with two errors look like?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Write a small function that says whether the parities of the two lists differ on some positions, and let it count how often it was asked. Work on a *copy* of Bob's list.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `for start in range(0, n, block): part = order[start:start + block]`. If `differs(part)`: `while len(part) > 1: half = part[:len(part) // 2]`, then `part = half if differs(half) else part[len(half):]`. After the loop flip `key[part[0]]`.
#
# </details>


# %% answer="reconcile"
def reconcile(alice, bob, passes):
    ### BEGIN SOLUTION
    key = list(bob)
    leaked = 0

    def differs(positions):
        nonlocal leaked
        leaked += 1
        return sum(alice[k] + key[k] for k in positions) % 2 == 1

    for block, order in passes:
        for start in range(0, len(order), block):
            part = order[start : start + block]
            if differs(part):
                while len(part) > 1:
                    half = part[: len(part) // 2]
                    part = half if differs(half) else part[len(half) :]
                key[part[0]] = 1 - key[part[0]]
    return key, leaked
    ### END SOLUTION


# %% check="reconcile" points=3
assert_implements(
    reconcile,
    [
        (([1, 0, 1, 1], [1, 0, 0, 1], [(4, [0, 1, 2, 3])]), [[1, 0, 1, 1], 3]),
        (([1, 0, 1, 1], [1, 0, 1, 1], [(2, [0, 1, 2, 3])]), [[1, 0, 1, 1], 2]),
        (([1, 0, 1, 1], [0, 0, 0, 1], [(4, [0, 1, 2, 3])]), [[0, 0, 0, 1], 1]),
        (
            ([1, 0, 1, 1], [0, 0, 0, 1], [(4, [0, 1, 2, 3]), (2, [0, 1, 2, 3])]),
            [[1, 0, 1, 1], 5],
        ),
        (([0, 1, 1, 0, 1], [0, 1, 1, 0, 0], [(3, [0, 1, 2, 3, 4])]), [[0, 1, 1, 0, 1], 3]),
    ],
)
### BEGIN HIDDEN TESTS
forwards, backwards = [0, 1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1, 0]
mixed = [3, 6, 0, 5, 1, 4, 2]
true_key = [1, 1, 0, 1, 0, 0, 1]
assert_implements(
    reconcile,
    [
        ((true_key, [1, 1, 0, 1, 0, 0, 0], [(7, forwards)]), [true_key, 4]),
        ((true_key, [1, 1, 0, 1, 0, 0, 0], [(7, backwards)]), [true_key, 3]),
        ((true_key, [0, 1, 0, 1, 0, 0, 1], [(7, forwards)]), [true_key, 3]),
        ((true_key, [1, 1, 1, 1, 0, 0, 1], [(7, mixed)]), [true_key, 4]),
        ((true_key, [0, 0, 0, 1, 1, 0, 1], [(7, forwards)]), [[0, 0, 0, 1, 0, 0, 1], 4]),
        ((true_key, [0, 1, 0, 0, 1, 0, 1], [(7, mixed)]), [[0, 1, 0, 0, 0, 0, 1], 4]),
        ((true_key, [0, 1, 0, 1, 0, 1, 0], [(7, backwards)]), [[1, 1, 0, 1, 0, 1, 0], 4]),
        ((true_key, [0, 0, 1, 1, 0, 0, 1], [(7, forwards)]), [[1, 0, 1, 1, 0, 0, 1], 3]),
        ((true_key, [0, 0, 1, 0, 1, 1, 1], [(3, forwards), (4, mixed)]), [[1, 1, 1, 1, 1, 0, 1], 10]),
        ((true_key, [0, 1, 0, 0, 1, 0, 1], [(2, mixed), (3, backwards), (1, forwards)]), [true_key, 17]),
        ((true_key, [0, 0, 1, 0, 1, 1, 0], [(1, backwards)]), [true_key, 7]),
        ((true_key, [0, 1, 0, 1, 0, 0, 0], []), [[0, 1, 0, 1, 0, 0, 0], 0]),
        ((true_key, [0, 1, 0, 1, 0, 0, 0], [(10, mixed), (6, forwards)]), [true_key, 5]),
    ],
)


def parities(wrong, block, order):
    """Correct a pattern of errors in place; return how many parities this takes."""
    asked = 0
    blocks = [order[start : start + block] for start in range(0, len(order), block)]
    for places in blocks:
        asked += 1
        odd = wrong[places].sum() % 2 == 1
        while odd and len(places) > 1:
            asked += 1
            first, rest = np.split(places, [len(places) // 2])
            places = first if wrong[first].sum() % 2 else rest
        if odd:
            wrong[places] = 0
    return asked


generator = instances("reconcile")
for n in (6, 9, 12, 16, 16, 16):
    alice_key, wrong = generator.integers(0, 2, n), (generator.random(n) < 0.35).astype(int)
    blocks = [n, 1 + n // 3, 2] if n % 2 else [2, n, 1 + n // 3]
    passes = [(block, generator.permutation(n)) for block in blocks]
    bob_key = (alice_key + wrong) % 2
    total = sum(parities(wrong, block, order) for block, order in passes)
    given = [(block, order.tolist()) for block, order in passes]
    wanted = [((alice_key + wrong) % 2).tolist(), total]
    assert_implements(reconcile, [((alice_key.tolist(), bob_key.tolist(), given), wanted)])
### END HIDDEN TESTS

# %% [markdown] task="advertisement"
# ## 8. In your own words: an advertisement
#
# A firm advertises: *"Our link sends your message as single photons. Whoever listens is noticed with certainty, for a photon that is measured is changed. So your message is safe from everybody and for ever, without any secret that has to be exchanged beforehand, and without any assumptions."*
#
# Correct the advertisement in 80 to 150 words. Say what is really sent and when the message comes in; how certain it is that a listener who takes *few* photons is noticed, and what is done about what she may know; and name one assumption without which the protocol fails, with the attack that becomes possible.
#
# This answer is marked by a person, in any of the three languages of the course.

# %% [markdown] essay="advertisement" points=3
# ### BEGIN SOLUTION
# The photons carry random bits and no message. From them a key grows. Only when Alice and Bob have decided to keep it is the message enciphered with it and sent over an ordinary line.
#
# Nobody is noticed with certainty. A photon that Eve measured in the wrong basis gives an error in half of the cases, so each photon of the key that she takes shows up with probability 1/4. If she takes few, her errors disappear in the noise and in the sampling error. So all errors are counted as hers, what she may know is bounded by them, and privacy amplification shortens the key accordingly.
#
# The ordinary line must be authenticated, which needs a short secret at the beginning. Without it Eve sits in the middle, is Bob for Alice and Alice for Bob, and shares a key with each.
# ### END SOLUTION

# %% [markdown] rubric="advertisement"
# One point for each of the three statements, independent of the others; no half points for style, length or language.
#
# - **1 point, what is sent:** says that the photons carry random bits (a key), *and* that the message is enciphered and sent later, over an ordinary channel, once the key has been accepted.
#
# - **1 point, few photons:** says that detection is statistical (a figure such as 1/4 for each intercepted bit, or that few errors are lost in noise or in the sampling error) *and* that what Eve may know is removed by shortening the key (privacy amplification). Only one of the two earns no point.
#
# - **1 point, assumption:** names an assumption *and* the attack that it excludes: authenticated classical channel (man in the middle), single photons (photon number splitting), trustworthy devices or random choices (a device that leaks, blinded detectors, predictable bases). The bare word "assumptions" earns no point.
#
# A statement that contradicts one of these (for example, that one intercepted photon is enough to be noticed for sure) takes the point of that line away.

# %% [markdown] task="reach"
# ## 9. How far does it go?
#
# Fibre loses photons and detectors invent some. At some distance the invented ones win, and no key is left. Write `reach(loss, efficiency, dark, flips, inefficiency)`.
#
# **The model.** After a length of $L$ kilometres a photon is detected with probability $t = \eta\cdot 10^{-\alpha L/10}$, where $\alpha$ is the loss in decibels per kilometre and $\eta$ the efficiency of the detector. If it is *not* detected, the detector clicks all the same with the probability $d$ (a dark count). A photon that is detected gives the wrong bit with probability $e$; a dark count gives a random one. All rounds without a click are dropped, and rounds with different bases too. So the error rate of the sifted key is the share of the clicks that give a wrong bit. It is the same in both bases. Of each sifted bit remain
#
# $$1 - h(Q) - f\,h(Q)$$
#
# secret bits, where $Q$ is the error rate, and $f \ge 1$ says how much more the error correction leaks than the least possible $h(Q)$. With $f = 1$ this is the formula of the lesson.
#
# **Input:** `loss` is $\alpha > 0$; `efficiency` is $\eta$, with $0 < \eta \le 1$; `dark` is $d$, with $0 < d \le 0.1$; `flips` is $e$, with $0 \le e < 1/2$; `inefficiency` is $f$.
#
# **Output:** the length in kilometres at which the number of secret bits becomes 0: every shorter fibre gives a key and every longer one none. It is 0 if there is no key at any length.
#
# **Compared:** the length, up to a metre (0.001).
#
# <details><summary>Hint 1: a nudge</summary>
#
# The question has two halves that can be answered one after the other: which error rate $Q^*$ is the largest that leaves a key, and at which $t$ is it reached?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $h$ grows from 0 to 1 on the interval from 0 to 1/2, so halving the interval finds $Q^*$ with $(1 + f)\,h(Q^*) = 1$. The chance of a click is $t + (1-t)\,d$, the chance of a wrong one is $t\,e + (1-t)\,d/2$. (Or halve an interval of lengths: the error rate grows with the length.)
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Put the two chances into $Q^* = \text{wrong}/\text{clicks}$ and solve for $t$: $t = d\,(\frac12 - Q^*) \,/\, \big(Q^* - e + d\,(\frac12 - Q^*)\big)$. If $e \ge Q^*$, or if $t \ge \eta$, the answer is 0. Otherwise $L = \frac{10}{\alpha}\log_{10}\frac{\eta}{t}$.
#
# </details>


# %% answer="reach"
def reach(loss, efficiency, dark, flips, inefficiency):
    ### BEGIN SOLUTION
    def entropy(x):
        return -x * np.log2(x) - (1 - x) * np.log2(1 - x)

    low, high = 0.0, 0.5
    for _ in range(60):
        middle = (low + high) / 2
        if (1 + inefficiency) * entropy(middle) < 1:
            low = middle
        else:
            high = middle
    if flips >= low:
        return 0.0
    share = dark * (0.5 - low)
    detected = share / (low - flips + share)
    return max(0.0, 10 / loss * np.log10(efficiency / detected))
    ### END SOLUTION


# %% check="reach" points=3
metre = partial(assert_close, tolerance=1e-3)
assert_implements(
    reach,
    [
        ((0.2, 1.0, 1e-5, 0.0, 1.0), 222.5242),
        ((0.2, 0.1, 1e-5, 0.0, 1.0), 172.5242),
        ((0.2, 0.1, 1e-5, 0.02, 1.0), 168.1681),
        ((0.2, 0.1, 1e-5, 0.2, 1.0), 0.0),
    ],
    compare=metre,
)
### BEGIN HIDDEN TESTS


def length(loss, efficiency, dark, flips, inefficiency):
    """Solve by halving the interval of lengths."""

    def secret(kilometres):
        t = efficiency * 10 ** (-loss * kilometres / 10)
        rate = (t * flips + (1 - t) * dark / 2) / (t + (1 - t) * dark)
        return 1 + (1 + inefficiency) * sum(x * math.log2(x) for x in (rate, 1 - rate) if x > 0)

    low, high = 0.0, 4000.0
    while high - low > 1e-7:
        middle = (low + high) / 2
        low, high = (middle, high) if secret(middle) > 0 else (low, middle)
    return low if low > 0 else 0.0


links = [
    (0.35, 0.2, 1e-4, 0.01, 1.0),
    (0.2, 0.1, 1e-5, 0.02, 1.2),
    (0.16, 0.9, 1e-8, 0.03, 1.5),
    (2.5, 0.6, 0.05, 0.0, 1.1),
    (0.2, 0.5, 0.1, 0.02, 1.3),
    (0.2, 0.03, 0.05, 0.01, 1.0),
    (0.2, 0.9, 1e-6, 0.109, 1.0),
    (0.2, 0.9, 1e-6, 0.109, 1.1),
    (0.2, 0.9, 1e-6, 0.111, 1.0),
    (2.4, 0.8, 0.024, 0.075, 1.36),
]
assert_implements(reach, [(link, length(*link)) for link in links], compare=metre)
### END HIDDEN TESTS

# %% [markdown] task="certify"
# ## 10. Key or no key, from the data alone
#
# In Ekert's protocol Alice and Bob do not have to know what their boxes do inside. Some rounds make the key, the others are a CHSH test. If the test is passed, the boxes hold something that nobody else can share. Acín and others showed in 2007 how much, for attacks on each round alone: of each key bit at least
#
# $$1 - h(Q) - h\!\left(\frac{1 + \sqrt{(S/2)^2 - 1}}{2}\right)$$
#
# secret bits remain, where $Q$ is the error rate of the key rounds and $S$ is the CHSH value. At $S = 2$ the last term is 1, at $S = 2\sqrt2$ it is 0. Write `certify(tests, key, k)`.
#
# **Input:** `tests`, where `tests[s][t]` are the counts of the test rounds in which Alice had the question $s$ and Bob the question $t$; `key`, the counts of the key rounds; and a number $k \ge 0$. The counts are dictionaries with the keys `"00"`, `"01"`, `"10"` and `"11"`, the bits of both; what never came out is not in them. Each has at least one shot.
#
# **Output:** the number of secret bits for each key bit, or 0 if there are none and the protocol is to be aborted. To be cautious, take for $S$ its estimate *minus $k$ standard errors*:
#
# $$S = E_{00} + E_{01} + E_{10} - E_{11}, \qquad \Delta S^2 = \sum_{s,t}\frac{1 - E_{st}^2}{N_{st}},$$
#
# where $E_{st}$ is the share of equal bits minus the share of different bits, and $N_{st}$ the number of rounds. Two special cases: if the cautious value is not above 2 there is no key; if it is above $2\sqrt2$, which is possible by chance, use $2\sqrt2$. $Q$ is the share of different bits in the key rounds.
#
# **Compared:** the number, up to $10^{-6}$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Begin with a function that takes one dictionary and gives $E$ and $N$, and another for $h$. Which values of $S$ and $Q$ are dangerous for a root or a logarithm?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Subtract the standard errors first, then look at the two special cases, then put the value into the formula. The formula can be negative: more errors than the test allows. Then there is no key either.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `cautious = min(S - k * error, 2 * np.sqrt(2))`; `if cautious <= 2: return 0.0`; `return max(0.0, 1 - h(Q) - h((1 + np.sqrt(cautious**2 / 4 - 1)) / 2))`, where `h` returns 0 for arguments that are not strictly between 0 and 1, which rounding may cause.
#
# </details>


# %% answer="certify"
def certify(tests, key, k):
    ### BEGIN SOLUTION
    def average(counts):
        shots = sum(counts.values())
        equal = counts.get("00", 0) + counts.get("11", 0)
        return (2 * equal - shots) / shots

    def entropy(x):
        if not 0 < x < 1:
            return 0.0
        return -x * np.log2(x) - (1 - x) * np.log2(1 - x)

    value = variance = 0.0
    for s in range(2):
        for t in range(2):
            correlation = average(tests[s][t])
            value += -correlation if s and t else correlation
            variance += (1 - correlation**2) / sum(tests[s][t].values())
    cautious = min(value - k * np.sqrt(variance), 2 * np.sqrt(2))
    if cautious <= 2:
        return 0.0
    errors = (1 - average(key)) / 2
    return max(0.0, 1 - entropy(errors) - entropy((1 + np.sqrt(cautious**2 / 4 - 1)) / 2))
    ### END SOLUTION


# %% check="certify" points=4
same = {"00": 430, "11": 420, "01": 80, "10": 70}
other = {"01": 410, "10": 440, "00": 75, "11": 75}
clean = {"00": 250, "11": 250}
assert_implements(
    certify,
    [
        (([[same, same], [same, other]], clean, 0), 0.9185311),
        (([[same, same], [same, other]], clean, 3), 0.6731093),
        (([[same, same], [same, same]], clean, 0), 0.0),
        (([[{"00": 9}, {"11": 9}], [{"00": 4, "11": 3}, {"01": 5}]], clean, 2), 1.0),
    ],
)
### BEGIN HIDDEN TESTS
noisy = {"00": 235, "11": 245, "01": 8, "10": 12}
worse = {"00": 200, "11": 210, "01": 40, "10": 50}
weak = {"00": 395, "11": 410, "01": 90, "10": 105}
few, opposite = {"00": 45, "11": 41, "10": 14}, {"01": 170, "10": 175, "11": 55}
assert_implements(
    certify,
    [
        (([[same, same], [same, other]], noisy, 0), 0.6762389),
        (([[same, same], [same, other]], noisy, 3), 0.4308171),
        (([[same, same], [same, other]], worse, 0), 0.2384540),
        (([[same, few], [weak, opposite]], clean, 0), 0.8244340),
        (([[same, few], [weak, opposite]], noisy, 1.5), 0.3781285),
        (([[same, few], [weak, opposite]], worse, 1.5), 0.0),
        (([[same, few], [weak, opposite]], clean, 4), 0.3640062),
        (([[same, few], [weak, opposite]], clean, 9), 0.0),
        (([[same, same], [same, other]], {"01": 500}, 0), 0.9185311),
        (([[other, other], [other, same]], clean, 0), 0.0),
    ],
)
### END HIDDEN TESTS
