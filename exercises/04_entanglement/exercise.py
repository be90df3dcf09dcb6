# %% [markdown]
# # Exercise: Multi-qubit states and entanglement
#
# Ten tasks, from a circuit that you have seen in the lesson to one for which you will want paper and pencil. Plan about two hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions, as in the lesson: qubit 0 is the rightmost bit of a ket and of a key of counts; the position in an array of amplitudes is the bit string read as a binary number; angles are in radians; a global phase does not count unless a task says that it does.
#
# You may use NumPy, Qiskit and the Python standard library, import more of them, and define functions of your own in the answer cells. Where a task sets a limit, gates that you define yourself, or that the library puts together for you, are counted by what they are made of.

# %% given="imports"
import numpy as np
from qiskit import QuantumCircuit
from qiskit.quantum_info import Statevector, partial_trace, random_statevector

from grader.checks import (
    assert_budget,
    assert_close,
    assert_distribution,
    assert_implements,
    assert_same_state,
    assert_same_unitary,
    assert_word,
)

# %% [markdown] task="bell_states"
# ## 1. Four states from two bits
#
# Write `bell_state(x, z)`.
#
# **Input:** two integers, `x` and `z`, each 0 or 1.
#
# **Output:** a `QuantumCircuit` on two qubits, without measurements, that prepares from $|00\rangle$ the state
#
# $$\frac{|0\,x\rangle + (-1)^z\,|1\,\bar x\rangle}{\sqrt 2},$$
#
# where $\bar x = 1 - x$ is the opposite bit, and qubit 1 is on the left. For example, $x = 1, z = 0$ gives $(|01\rangle + |10\rangle)/\sqrt2$.
#
# **Compared:** the state, without its global phase. **Limit:** at most one gate that acts on two qubits.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Begin with the circuit for $x = 0, z = 0$ from the lesson. Which gate, on one qubit, turns $|00\rangle + |11\rangle$ into $|01\rangle + |10\rangle$? Which one changes the sign in the middle?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# After the Bell circuit, X on qubit 0 flips the right bit in both terms. Z on qubit 1 gives a minus sign to the term that has a 1 on the left.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# H on qubit 1, CX from qubit 1 to qubit 0, then `if x:` an X on qubit 0, then `if z:` a Z on qubit 1.
#
# </details>


# %% answer="bell_states"
def bell_state(x, z):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(2)
    circuit.h(1)
    circuit.cx(1, 0)
    if x:
        circuit.x(0)
    if z:
        circuit.z(1)
    return circuit
    ### END SOLUTION


# %% check="bell_states" points=2
assert_same_state(bell_state(0, 0), "(|00> + |11>)/√2", circuit_only=True)
assert_same_state(bell_state(1, 0), "(|01> + |10>)/√2", circuit_only=True)
assert_same_state(bell_state(0, 1), "(|00> - |11>)/√2", circuit_only=True)
assert_budget(bell_state(1, 0), two_qubit_gates=1)
### BEGIN HIDDEN TESTS
assert_same_state(bell_state(1, 1), "(|01> - |10>)/√2", circuit_only=True)
for bits in [(0, 0), (0, 1), (1, 1)]:
    assert_budget(bell_state(*bits), qubits=2, two_qubit_gates=1)
### END HIDDEN TESTS

# %% [markdown] task="covariance"
# ## 2. More agreement than chance
#
# Two bits that are always 1 agree in every shot, and yet neither tells you anything about the other. A better number takes away the agreement that would be there anyway. Count an outcome 0 as the value $+1$ and an outcome 1 as $-1$; $E(\cdot)$ is the average over all shots. Then
#
# $$\mathrm{cov}(a, b) = E(v_a v_b) - E(v_a)\,E(v_b),$$
#
# where $v_k$ is the value of qubit $k$. Write `covariance(counts, a, b)`.
#
# **Input:** `counts`, a dictionary from bit strings to numbers of shots, as Qiskit returns it, for two or more qubits; `a` and `b`, the numbers of two different qubits, in any order. Bit strings that never came out are not in the dictionary. There is at least one shot.
#
# **Output:** a number, the covariance above.
#
# **Compared:** the number, up to $10^{-6}$.
#
# *Example:* for `{"00": 50, "11": 50}` the answer is 1, and for `{"11": 100}` it is 0.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Work with a single key first, such as `"011"`. Which character belongs to qubit 0, and how do you reach qubit $k$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# `key[-1 - k]` is the bit of qubit $k$. An average over shots is a sum over keys in which each key counts as often as it occurred, divided by the number of shots.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Keep three sums: of $v_a v_b$, of $v_a$ and of $v_b$, each multiplied by the number of shots of the key. Divide each sum by the total before you put them into the formula.
#
# </details>


# %% answer="covariance"
def covariance(counts, a, b):
    ### BEGIN SOLUTION
    shots = sum(counts.values())
    product = mean_a = mean_b = 0
    for key, number in counts.items():
        value_a = 1 - 2 * int(key[-1 - a])
        value_b = 1 - 2 * int(key[-1 - b])
        product += number * value_a * value_b / shots
        mean_a += number * value_a / shots
        mean_b += number * value_b / shots
    return product - mean_a * mean_b
    ### END SOLUTION


# %% check="covariance" points=2
assert_implements(
    covariance,
    [
        (({"00": 50, "11": 50}, 0, 1), 1.0),
        (({"11": 100}, 0, 1), 0.0),
        (({"01": 30, "10": 30}, 1, 0), -1.0),
        (({"001": 30, "110": 50, "111": 20}, 0, 1), -0.6),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    covariance,
    [
        (({"001": 30, "110": 50, "111": 20}, 2, 1), 0.84),
        (({"001": 10, "100": 20, "101": 30, "110": 40}, 0, 2), -0.24),
        (({"00": 10, "01": 20, "10": 30, "11": 40}, 1, 0), -0.08),
        (({"0000": 1, "0011": 2, "0111": 3, "1110": 4}, 3, 0), -0.8),
        (({"0000": 1, "0011": 2, "0111": 3, "1110": 4}, 1, 2), 0.28),
        (({"0000": 1, "0011": 2, "0111": 3, "1110": 4}, 1, 3), 0.16),
        (({"10": 7}, 0, 1), 0.0),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="exchange"
# ## 3. A one-way street
#
# On some chips a CX can be done in one direction only. On this one, a CX between two qubits must have its **control on the qubit with the lower number**. Write `exchange(n, a, b)`, which exchanges two qubits on such a chip.
#
# **Input:** the number `n` of qubits, and two different numbers `a` and `b` from 0 to `n - 1`, in any order.
#
# **Output:** a `QuantumCircuit` on `n` qubits, without measurements, whose effect is to exchange the states of the qubits `a` and `b`, and to leave all other qubits alone.
#
# **Compared:** the unitary, *with* its global phase. The circuit might be used as a part that is switched on and off by a further qubit, and then a global phase becomes a relative phase.
#
# **Limits:** at most three gates on two qubits. Each of them is a `cx` with its control on the lower number, and it stands in the circuit itself, not inside a gate that you define. Gates on one qubit are free.
#
# <details><summary>Hint 1: a nudge</summary>
#
# The lesson builds SWAP from three CX. Only one of the three has the wrong direction.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Phase kickback shows that the roles of control and target depend on the basis. Hadamard gates change the basis.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# H on *both* qubits, `cx(low, high)`, and again H on both qubits is the same as `cx(high, low)`. Find the lower number with `min(a, b)`.
#
# </details>


# %% answer="exchange"
def exchange(n, a, b):
    ### BEGIN SOLUTION
    low, high = min(a, b), max(a, b)
    circuit = QuantumCircuit(n)
    circuit.cx(low, high)
    circuit.h([low, high])
    circuit.cx(low, high)
    circuit.h([low, high])
    circuit.cx(low, high)
    return circuit
    ### END SOLUTION


# %% check="exchange" points=2
def check_exchange(n, a, b):
    """Compare with SWAP, then look at the gates on several qubits."""
    circuit = exchange(n, a, b)
    swapped = QuantumCircuit(n)
    swapped.swap(a, b)
    assert_same_unitary(circuit, swapped, strict_phase=True, circuit_only=True)
    wide = [step.operation.name for step in circuit.data if len(step.qubits) > 1]
    assert_word([name for name in wide if name != "barrier"], ["cx"])
    upwards = [(control, target) for target in range(n) for control in range(target)]
    assert_budget(circuit, qubits=n, two_qubit_gates=3, allowed_pairs=upwards, directed=True)


check_exchange(2, 0, 1)
check_exchange(3, 2, 0)
### BEGIN HIDDEN TESTS
check_exchange(2, 1, 0)
check_exchange(4, 1, 3)
check_exchange(4, 2, 1)
### END HIDDEN TESTS

# %% [markdown] task="along_axes"
# ## 4. Measure along chosen axes
#
# To compare a Bell state with a pair of envelopes you have to measure in several bases, sometimes a different one on each qubit. Write `along_axes(preparation, axes)`.
#
# **Input:** `preparation`, a `QuantumCircuit` on one or more qubits, without measurements and without classical bits; `axes`, a text of the letters X, Y and Z, one for each qubit. As in a ket, **the rightmost letter belongs to qubit 0**.
#
# **Output:** a new `QuantumCircuit` that does the preparation and then measures qubit $k$ along its axis into classical bit $k$. It has exactly one classical bit for each qubit. Outcome 0 stands for the state on the positive end of the axis ($|0\rangle$, $|+\rangle$ or $|{+i}\rangle = (|0\rangle + i|1\rangle)/\sqrt2$), outcome 1 for the one on the negative end.
#
# **Compared:** the exact probabilities of all outcomes, up to $10^{-6}$.
#
# *Example:* for the Bell state $|\Phi^+\rangle$ and `"XX"`, the outcomes 00 and 11 have probability 1/2 each.
#
# <details><summary>Hint 1: a nudge</summary>
#
# A measurement always distinguishes $|0\rangle$ from $|1\rangle$. What has to happen just before it, so that $|+\rangle$ arrives as $|0\rangle$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# H turns $|+\rangle$ into $|0\rangle$. For Y first turn $|{+i}\rangle$ into $|+\rangle$. Watch which of S and S† does that.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Go through `enumerate(reversed(axes))`, which pairs qubit 0 with the rightmost letter. For Y use `sdg` and then `h`, for X use `h`. End with `measure_all()` on a copy of the preparation: it brings the classical bits with it.
#
# </details>


# %% answer="along_axes"
def along_axes(preparation, axes):
    ### BEGIN SOLUTION
    circuit = preparation.copy()
    for qubit, axis in enumerate(reversed(axes)):
        if axis == "Y":
            circuit.sdg(qubit)
        if axis in "XY":
            circuit.h(qubit)
    circuit.measure_all()
    return circuit
    ### END SOLUTION


# %% check="along_axes" points=2
pair = QuantumCircuit(2)
pair.h(0)
pair.cx(0, 1)
assert_distribution(along_axes(pair, "ZZ"), {"00": 0.5, "11": 0.5})
assert_distribution(along_axes(pair, "XX"), {"00": 0.5, "11": 0.5})
assert_distribution(along_axes(pair, "YY"), {"01": 0.5, "10": 0.5})

leaning = QuantumCircuit(2)  # qubit 0 in |+>, qubit 1 gives 1 with probability 1/4 in Z
leaning.h(0)
leaning.ry(np.pi / 3, 1)
assert_distribution(along_axes(leaning, "ZX"), {"00": 0.75, "10": 0.25})
### BEGIN HIDDEN TESTS
three = QuantumCircuit(3)  # |+> on qubit 0, |+i> on qubit 1, |-> on qubit 2
three.h([0, 1, 2])
three.s(1)
three.z(2)
assert_distribution(along_axes(three, "XYX"), {"100": 1.0})
assert_distribution(along_axes(three, "ZYX"), {"000": 0.5, "100": 0.5})
assert_distribution(along_axes(three, "XXX"), {"100": 0.5, "110": 0.5})

down = QuantumCircuit(1)  # |-i>
down.h(0)
down.sdg(0)
assert_distribution(along_axes(down, "Y"), {"1": 1.0})

sign = QuantumCircuit(2)
sign.h([0, 1])
sign.cz(0, 1)
assert_distribution(along_axes(sign, "ZX"), {"00": 0.5, "11": 0.5})
assert_distribution(along_axes(sign, "XX"), dict.fromkeys(["00", "01", "10", "11"], 0.25))
# nothing about this one is special: each gate matters, and so do their order and their signs
anything = QuantumCircuit(2)
anything.ry(0.9, 0)
anything.u(0.7, -0.4, 2.1, 1)
anything.crx(1.3, 0, 1)
anything.p(0.8, 0)
anything.u(1.1, 0.5, -1.9, 0)
anything.rz(0.6, 1)
anything.cry(-0.7, 1, 0)
# the rows of each matrix are the bras of its axis, outcome 0 first
bras = {
    "X": np.array([[1, 1], [1, -1]]) / np.sqrt(2),
    "Y": np.array([[1, -1j], [1, 1j]]) / np.sqrt(2),
    "Z": np.eye(2),
}
for left, right in ("XY", "YX", "YZ", "ZX", "YY"):
    turned = np.kron(bras[left], bras[right]) @ Statevector(anything).data
    wanted = dict(zip(["00", "01", "10", "11"], abs(turned) ** 2, strict=True))
    assert_distribution(along_axes(anything, left + right), wanted)
### END HIDDEN TESTS

# %% [markdown] task="split_state"
# ## 5. Take it apart, if you can
#
# Write `split_state(amplitudes)`, which finds the two single-qubit states of a product state, or says that there are none.
#
# **Input:** an array of four complex amplitudes of a normalised state of two qubits. It is either a product state up to rounding errors (about $10^{-15}$), or it is clearly entangled ($|ad - bc| > 0.01$).
#
# **Output:** for a product state, a pair `(high, low)` of arrays with two amplitudes each, both normalised: `high` is the state of qubit 1 and `low` the state of qubit 0. For an entangled state, `None`.
#
# **Compared:** whether `np.kron(high, low)` is the given state, without its global phase. So you may move a phase from one of the two to the other.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Write the four amplitudes as a square with `reshape(2, 2)`. What do the rows of a product state have in common?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Every row is a multiple of `low`, so a row, once normalised, *is* `low`. But one of the rows may be zero. Which row should you take?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Take the row with the larger norm, divide it by its norm and call it `low`. Then `square @ low.conj()` is `high`, because $\langle\text{low}|\text{low}\rangle = 1$.
#
# </details>


# %% answer="split_state"
def split_state(amplitudes):
    ### BEGIN SOLUTION
    square = np.array(amplitudes).reshape(2, 2)
    if abs(np.linalg.det(square)) > 1e-6:
        return None
    sizes = np.linalg.norm(square, axis=1)
    row = np.argmax(sizes)
    low = square[row] / sizes[row]
    high = square @ low.conj()
    return high, low
    ### END SOLUTION


# %% check="split_state" points=3
def check_product(amplitudes):
    """Put the two parts together again."""
    parts = split_state(np.array(amplitudes))
    assert parts is not None, f"expected two states for the product state {amplitudes}, got None"
    high, low = (np.ravel(part) for part in parts)
    assert_close([len(high), len(low)], [2, 2])
    assert_close([np.linalg.norm(high), np.linalg.norm(low)], [1.0, 1.0])
    assert_same_state(np.kron(high, low), np.array(amplitudes))


def check_entangled(amplitudes):
    """There is nothing to take apart."""
    parts = split_state(np.array(amplitudes))
    assert_close(parts, None)


check_product([0.5, 0.5, 0.5, 0.5])
check_product([0.0, 0.6, 0.0, 0.8])
check_product([0.0, 0.0, 0.6, 0.8j])
check_entangled([np.sqrt(0.5), 0.0, 0.0, np.sqrt(0.5)])
check_entangled([0.5, 0.5, 0.5, -0.5])
### BEGIN HIDDEN TESTS
for position in range(4):
    check_product(np.eye(4)[position].tolist())
check_product([0.5, -0.5j, 0.5j, 0.5])
check_product([0.48, -0.36j, 0.64, -0.48j])
check_product([0.36, 0.48, -0.48, -0.64])
for seed in range(6):
    upper, lower = random_statevector(2, seed=seed), random_statevector(2, seed=100 + seed)
    check_product(upper.tensor(lower).data.tolist())
check_entangled([0.0, 0.6, 0.8j, 0.0])
check_entangled([0.5, 0.5j, 0.5j, 0.5])
check_entangled([np.sqrt(0.98), 0.0, 0.0, np.sqrt(0.02)])
check_entangled([0.1, 0.7, 0.7, 0.1])
### END HIDDEN TESTS

# %% [markdown] task="lone_qubit"
# ## 6. What is left to one qubit
#
# All qubits but one are out of reach. Write `lone_qubit(amplitudes, qubit)`, which returns the reduced state of the one that is left.
#
# **Input:** an array of $2^n$ complex amplitudes of a normalised state of $n \ge 2$ qubits, in Qiskit's order; the number of the qubit that is kept.
#
# **Output:** its density matrix $\rho$, an array of shape $(2, 2)$.
#
# **Compared:** all four entries, up to $10^{-6}$.
#
# Every way of getting there counts. Qiskit has a function that gives the same matrix, and it is good for testing your own; but the sum itself, written once by hand, is what shows why half of a Bell state has no arrow.
#
# <details><summary>Hint 1: a nudge</summary>
#
# For two qubits the lesson has the formula. For more, "the other qubit" becomes "all other qubits together": the sum runs over all their bit strings.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Sort the amplitudes into two rows: those where the kept qubit is 0 and those where it is 1, with the other qubits in the same order in both. If `rows` is this array, the density matrix is `rows @ rows.conj().T`.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# The bit of qubit $k$ in position $i$ is `(i >> k) & 1`. Choose the positions with bit 0, and those with bit 1, in increasing order: the other qubits then agree column by column. Or use `reshape(-1, 2, 2**k)`, whose middle axis is qubit $k$.
#
# </details>


# %% answer="lone_qubit"
def lone_qubit(amplitudes, qubit):
    ### BEGIN SOLUTION
    amplitudes = np.array(amplitudes)
    positions = np.arange(len(amplitudes))
    bits = (positions >> qubit) & 1
    rows = np.array([amplitudes[bits == 0], amplitudes[bits == 1]])
    return rows @ rows.conj().T
    ### END SOLUTION


# %% check="lone_qubit" points=3
half = np.sqrt(0.5)
assert_implements(
    lone_qubit,
    [
        ((np.array([half, 0, 0, half]), 0), [[0.5, 0], [0, 0.5]]),
        ((np.array([0, 0.6, 0, 0.8j]), 0), [[0, 0], [0, 1]]),
        ((np.array([0, 0.6, 0, 0.8j]), 1), [[0.36, -0.48j], [0.48j, 0.64]]),
        ((np.array([0, half, 0, 0, half, 0, 0, 0]), 1), [[1, 0], [0, 0]]),
    ],
)
### BEGIN HIDDEN TESTS
for count in (2, 3, 4, 5):
    whole = random_statevector(2**count, seed=count)
    for kept in range(count):
        gone = [other for other in range(count) if other != kept]
        assert_implements(lone_qubit, [((whole.data, kept), partial_trace(whole, gone).data)])
### END HIDDEN TESTS

# %% [markdown] task="no_signalling"
# ## 7. In your own words: why no message gets through
#
# Alice and Bob share many pairs in the state $|\Phi^+\rangle = (|00\rangle + |11\rangle)/\sqrt2$. They agree on a plan: at noon Alice sends one bit. To send 1 she measures her half of each of the first 100 pairs in the Z basis; to send 0 she does nothing. "After her measurement my qubits have collapsed to $|0\rangle$ or $|1\rangle$," says Bob, "so I only have to look at them to see whether she measured."
#
# Explain in 80 to 150 words why the plan fails. Say what Bob finds in each of the two cases *and why*, what about it Alice cannot control, and what Alice and Bob would have to do to see any trace of her measurement in their data. An answer in words is enough; a formula may help. "Because nothing is faster than light" is a consequence and not an explanation.
#
# This answer is marked by a person, in any of the three languages of the course.

# %% [markdown] essay="no_signalling" points=3
# ### BEGIN SOLUTION
# If Alice does nothing, Bob's qubit has the reduced state $I/2$: in whichever basis he measures, each outcome has probability 1/2. If she measures in Z, she gets 0 or 1 with probability 1/2 each, and Bob's qubit is then $|0\rangle$ or $|1\rangle$. Bob does not know which. Averaged over her two outcomes his state is $\frac12|0\rangle\langle0| + \frac12|1\rangle\langle1| = I/2$, the same as before. All his probabilities follow from this matrix, so 100 pairs, or any number, look like fair coins in both cases.
#
# Alice can choose whether she measures, but not what comes out. If she could force the outcome 0, Bob would notice.
#
# Only when she sends him her list of outcomes over an ordinary channel can they compare shot by shot, and find that their Z outcomes agree. That message is no faster than light.
# ### END SOLUTION

# %% [markdown] rubric="no_signalling"
# One point for each of the three statements, independent of the others; no half points for style, length or language.
#
# - **1 point, Bob's statistics:** says that Bob's outcomes are half 0 and half 1 in both cases, *with a reason*: his reduced state is $I/2$ either way, or: averaged over Alice's outcomes, which he does not know, the probabilities are the same. The bare claim "Bob sees nothing" or "nothing is faster than light" earns no point.
#
# - **1 point, no control:** says that Alice's outcome is random and that she cannot choose it (so she cannot choose Bob's either).
#
# - **1 point, comparison:** says that a trace of her measurement shows only when both lists of outcomes are brought together, and that this takes an ordinary message.
#
# A statement that contradicts one of these (for example, that Bob's qubit shows 0 more often, or that measuring many pairs would reveal it) takes the point of that line away.

# %% [markdown] task="ghz"
# ## 8. All or none, and quickly
#
# Qubits on a chip forget their state within a short time, so a circuit has to be done in few layers. Write `ghz(n)`.
#
# **Input:** an integer $n \ge 2$.
#
# **Output:** a `QuantumCircuit` on `n` qubits, without measurements, that prepares from $|0\ldots0\rangle$ the state $(|0\ldots0\rangle + |1\ldots1\rangle)/\sqrt2$.
#
# **Compared:** the state, without its global phase.
#
# **Limits:** at most $n - 1$ gates on two qubits, and a depth of at most $1 + \lceil \log_2 n \rceil$. The depth is the number of layers, where gates on different qubits can share a layer. For $n = 8$ this allows 4 layers.
#
# <details><summary>Hint 1: a nudge</summary>
#
# A chain of CX gates needs $n$ layers. After the second gate there are two qubits that know whether it is "all" or "none". Why should only one of them pass it on?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# In each layer let *every* qubit that is already entangled be the control of one CX. How many qubits are entangled after 1, 2, 3 such layers?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# H on qubit 0 and `ready = 1`. While `ready < n`: for each `k` below `ready`, do `cx(k, ready + k)` if `ready + k < n`; then double `ready`.
#
# </details>


# %% answer="ghz"
def ghz(n):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(n)
    circuit.h(0)
    ready = 1
    while ready < n:
        for k in range(min(ready, n - ready)):
            circuit.cx(k, ready + k)
        ready *= 2
    return circuit
    ### END SOLUTION


# %% check="ghz" points=2
def check_ghz(n):
    """Compare the state first, then the costs."""
    circuit = ghz(n)
    wanted = np.zeros(2**n)
    wanted[[0, -1]] = np.sqrt(0.5)
    assert_same_state(circuit, wanted, circuit_only=True)
    layers = 1 + int(np.ceil(np.log2(n)))
    assert_budget(circuit, qubits=n, two_qubit_gates=n - 1, depth=layers)


for size in (2, 3, 4, 6):
    check_ghz(size)
### BEGIN HIDDEN TESTS
for size in (5, 7, 8, 9, 11):
    check_ghz(size)
### END HIDDEN TESTS

# %% [markdown] task="w_state"
# ## 9. One excitation, fairly shared
#
# Write `w_state(n)`.
#
# **Input:** an integer $n \ge 2$.
#
# **Output:** a `QuantumCircuit` on `n` qubits, without measurements, that prepares from $|0\ldots0\rangle$ the state
#
# $$|W_n\rangle = \frac{|0\ldots001\rangle + |0\ldots010\rangle + \dots + |1\ldots000\rangle}{\sqrt n}:$$
#
# all bit strings with exactly one 1, with equal amplitudes.
#
# **Compared:** the state, without its global phase. The $n$ amplitudes must have the same phase.
#
# **Limit:** at most $3(n - 1)$ gates on two qubits. Functions of the library that prepare *any* state need a number that doubles with each qubit, and exceed this limit from some $n$ on: use the structure of this state. The gates `cry` and `ch` count as one each.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Begin with the 1 on qubit 0: $|0\ldots01\rangle$. Which part of it, as a probability, may stay on qubit 0, and which part has to move on?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The probability $1/n$ stays, and $(n-1)/n$ moves to qubit 1. Of the part on qubit 1 the share $1/(n-1)$ stays, and so on: a loop, with an angle that changes. To move a part: a controlled rotation of the next qubit, and then a CX back that removes the 1 from the old place.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For $k = 0, \ldots, n-2$: `cry(theta, k, k + 1)` and then `cx(k + 1, k)`. Of the amplitude that has come to qubit $k$, the factor that stays there is $\cos(\theta/2) = \sqrt{1/(n-k)}$.
#
# </details>


# %% answer="w_state"
def w_state(n):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(n)
    circuit.x(0)
    for k in range(n - 1):
        theta = 2 * np.arccos(np.sqrt(1 / (n - k)))
        circuit.cry(theta, k, k + 1)
        circuit.cx(k + 1, k)
    return circuit
    ### END SOLUTION


# %% check="w_state" points=3
def check_w(n):
    """Compare the state first, then the costs."""
    circuit = w_state(n)
    wanted = np.zeros(2**n)
    wanted[[2**k for k in range(n)]] = np.sqrt(1 / n)
    assert_same_state(circuit, wanted, circuit_only=True)
    assert_budget(circuit, qubits=n, two_qubit_gates=3 * (n - 1))


for size in (2, 3, 5):
    check_w(size)
### BEGIN HIDDEN TESTS
for size in (4, 6, 7):
    check_w(size)
### END HIDDEN TESTS

# %% [markdown]
# The last task is about a fixed circuit with three settings. The next cell defines it, and you can use `fixed_circuit` in your own tests.


# %% given="fixed_circuit"
def fixed_circuit(theta, a, b):
    """RY on qubit 0, CX from qubit 0 to qubit 1, then a gate on each qubit, given by its matrix."""
    circuit = QuantumCircuit(2)
    circuit.ry(theta, 0)
    circuit.cx(0, 1)
    circuit.unitary(a, [1])
    circuit.unitary(b, [0])
    return circuit


# %% [markdown] task="any_pair"
# ## 10. Every state of two qubits from one circuit
#
# The circuit above has a single gate on two qubits, and yet *every* state of two qubits can be made with it: only the settings differ. Write `settings(amplitudes)`, which finds them.
#
# **Input:** an array of four complex amplitudes $c_{00}, c_{01}, c_{10}, c_{11}$ of a normalised state, in Qiskit's order (the left index is qubit 1). Product states and states with the greatest entanglement are among them.
#
# **Output:** three things, `(theta, a, b)`: a real angle in radians, and two unitary matrices of shape $(2, 2)$, such that `fixed_circuit(theta, a, b)` prepares the state from $|00\rangle$. Note that `a` acts on qubit 1 and `b` on qubit 0.
#
# **Compared:** the prepared state, without its global phase. The settings are not unique; all that prepare the state are right.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Gates on one qubit cannot change how strongly the qubits are entangled. So RY and CX have to make the right amount, and `a` and `b` do the rest. Figure 5 of the lesson shows the amount for every angle.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Write the amplitudes as a square $C$, row qubit 1, column qubit 0. A gate $A$ on qubit 1 and a gate $B$ on qubit 0 turn a square $D$ into $A\,D\,B^{\mathsf T}$. After RY and CX the square is diagonal. So you are looking for unitary matrices with $C = A\,D\,B^{\mathsf T}$, where the entries of the diagonal matrix $D$ are not negative. Linear algebra has a name for this.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `u, s, v = np.linalg.svd(C)` gives the singular value decomposition $C = U S V$; for states it is called the Schmidt decomposition. Compare it with $A\,D\,B^{\mathsf T}$. The angle has $\cos(\theta/2) = s_0$ and $\sin(\theta/2) = s_1$.
#
# </details>


# %% answer="any_pair"
def settings(amplitudes):
    ### BEGIN SOLUTION
    square = np.array(amplitudes).reshape(2, 2)
    u, sizes, v = np.linalg.svd(square)
    theta = 2 * np.arctan2(sizes[1], sizes[0])
    return theta, u, v.T
    ### END SOLUTION


# %% check="any_pair" points=4
def check_settings(amplitudes):
    """Look at the settings, then at the state that they prepare."""
    theta, a, b = settings(np.array(amplitudes))
    for matrix in (a, b):
        assert_close(np.array(matrix) @ np.conj(matrix).T, np.eye(2))
    assert_same_state(fixed_circuit(float(theta), np.array(a), np.array(b)), np.array(amplitudes))


check_settings([1.0, 0.0, 0.0, 0.0])
check_settings([0.0, 0.6, -0.8, 0.0])
check_settings([0.5, 0.5, 0.5, -0.5])
check_settings([0.1, 0.3j, 0.5 + 0.5j, np.sqrt(0.4)])
### BEGIN HIDDEN TESTS
check_settings([0.0, 0.0, 0.6, 0.8j])
check_settings([0.5, -0.5j, 0.5j, 0.5])
check_settings([0.0, np.sqrt(0.5), -np.sqrt(0.5), 0.0])
check_settings([0.5, 0.5j, 0.5j, 0.5])
for seed in range(8):
    check_settings(random_statevector(4, seed=seed).data)
### END HIDDEN TESTS
