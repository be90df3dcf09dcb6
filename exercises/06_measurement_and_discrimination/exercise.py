# %% [markdown]
# # Exercise: Measurement and state discrimination
#
# Ten tasks, from the state after an outcome to two gates that you tell apart with certainty although nobody seems able to. Plan about two hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions, as in the lesson: qubit 0 is the rightmost bit of a ket, and classical bit 0 the rightmost bit of an outcome; angles are in radians; a global phase does not count. The real basis with the angle $\theta$ is
#
# $$|b_0(\theta)\rangle = \cos\theta\,|0\rangle + \sin\theta\,|1\rangle, \qquad |b_1(\theta)\rangle = -\sin\theta\,|0\rangle + \cos\theta\,|1\rangle .$$
#
# You may use NumPy, SciPy, Qiskit and the Python standard library, import more of them, and define functions of your own in the answer cells. All checks compute exact probabilities; nothing is sampled, so no answer fails by bad luck.

# %% given="imports"
import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit.library import UnitaryGate
from qiskit.quantum_info import (
    Pauli,
    Statevector,
    random_density_matrix,
    random_statevector,
    random_unitary,
)

from grader.checks import (
    assert_between,
    assert_budget,
    assert_close,
    assert_distribution,
    assert_same_state,
    filled_in,
    opaque_oracle,
)

# %% [markdown] task="after_outcome"
# ## 1. What is left
#
# Some of several qubits are measured, and you are told what came out. Write `after_outcome(amplitudes, outcomes)`.
#
# **Input:** an array of $2^n$ complex amplitudes of a normalised state of $n \ge 1$ qubits, in Qiskit's order; and a dictionary from the number of each measured qubit to its outcome, 0 or 1. At least one qubit was measured, perhaps all.
#
# **Output:** a pair `(probability, state)`: the probability of these outcomes together, and an array of $2^n$ amplitudes, the normalised state of *all* the qubits afterwards, the measured ones included. If the outcomes cannot occur (their probability is below $10^{-12}$), the pair is `(0.0, None)`.
#
# **Compared:** the probability, up to $10^{-6}$; the state, without its global phase.
#
# *Example:* for the Bell state $(|00\rangle + |11\rangle)/\sqrt2$ and `{0: 1}` the answer is `(0.5, [0, 0, 0, 1])`, and for `{0: 1, 1: 0}` it is `(0.0, None)`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Which amplitudes survive? Say it for one qubit first: those whose ket has the right bit in the right place.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Set the other amplitudes to 0 in a *copy* of the array. The probability is what is left of the squared norm; divide by the norm to normalise.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# With `positions = np.arange(len(amplitudes))`, the bit of qubit `k` is `(positions >> k) & 1`. For each measured qubit, `np.where(bit == outcome, amplitudes, 0)`.
#
# </details>


# %% answer="after_outcome"
def after_outcome(amplitudes, outcomes):
    ### BEGIN SOLUTION
    kept = np.array(amplitudes)
    positions = np.arange(len(kept))
    for qubit, outcome in outcomes.items():
        kept = np.where((positions >> qubit) & 1 == outcome, kept, 0)
    probability = np.linalg.norm(kept) ** 2
    if probability < 1e-12:
        return 0.0, None
    return probability, kept / np.linalg.norm(kept)
    ### END SOLUTION


# %% check="after_outcome" points=2
def check_after(amplitudes, outcomes, expected_probability, expected_state):
    """Compare the probability first, then the state."""
    probability, state = after_outcome(np.array(amplitudes), dict(outcomes))
    assert_close(probability, expected_probability)
    if expected_state is None:
        assert_close(state, None)
    else:
        assert_same_state(state, np.array(expected_state))


half = np.sqrt(0.5)
check_after([half, 0, 0, half], {0: 1}, 0.5, [0, 0, 0, 1])
check_after([half, 0, 0, half], {0: 1, 1: 0}, 0.0, None)
check_after([0.5, 0.5, 0.5, -0.5], {1: 1}, 0.5, [0, 0, half, -half])
check_after([0, 0.6, 0, 0, 0.8j, 0, 0, 0], {1: 0}, 1.0, [0, 0.6, 0, 0, 0.8j, 0, 0, 0])
### BEGIN HIDDEN TESTS
check_after([0, 0.6, 0, 0, 0.8j, 0, 0, 0], {2: 1}, 0.64, [0, 0, 0, 0, 1, 0, 0, 0])
check_after([0.6, 0.8j], {0: 1}, 0.64, [0, 1])
check_after([1, 0], {0: 1}, 0.0, None)
check_after([0.6, 0, 0.8, 0], {0: 1}, 0.0, None)
# rare but not impossible, and below the limit
check_after([np.sqrt(1 - 1e-6), 1e-3], {0: 1}, 1e-6, [0, 1])
check_after([np.sqrt(1 - 4e-12), 2e-6], {0: 1}, 4e-12, [0, 1])
check_after([np.sqrt(1 - 2.5e-13), 5e-7], {0: 1}, 0.0, None)
several = [{0: 0}, {1: 1}, {0: 1, 1: 0}, {2: 1}, {2: 0, 0: 1}, {1: 0, 3: 1}, {3: 0, 2: 1, 0: 1}]
singles = [{qubit: bit} for qubit in range(4) for bit in (0, 1)]
for seed, measured in enumerate(several + singles):
    for qubits in range(max(measured) + 1, 5):
        before = random_statevector(2**qubits, seed=seed).data
        left = np.array(
            [
                amplitude if all(place >> k & 1 == bit for k, bit in measured.items()) else 0
                for place, amplitude in enumerate(before)
            ]
        )
        size = np.linalg.norm(left)
        check_after(before, measured, size**2, left / size)
### END HIDDEN TESTS

# %% [markdown]
# ## A tool for the next two tasks
#
# In the tasks 2 and 3 your circuit measures *something*, and the qubits that it asked must go on living undisturbed. The function in the next cell tests that: it prepares the data qubits, runs your circuit, and then looks at the data qubits in a basis of its choice. You need not change it; use it to try your own answers.


# %% given="looked_at"
def looked_at(preparation, circuit, change_of_basis):
    """Return one circuit: prepare qubits 0 to n-1, do what `circuit` does, change the basis, measure these qubits.

    The classical bits of `circuit` come first (rightmost); the last look at data qubit k is n bits further left.
    """
    n = preparation.num_qubits
    own_bits = circuit.num_clbits
    whole = QuantumCircuit(max(n, circuit.num_qubits), own_bits + n)
    whole.compose(preparation, range(n), inplace=True)
    whole.compose(circuit, range(circuit.num_qubits), range(own_bits), inplace=True)
    whole.compose(change_of_basis, range(n), inplace=True)
    whole.measure(range(n), range(own_bits, own_bits + n))
    return whole


def as_circuit(matrix):
    """Return a circuit with a single gate, given by its unitary matrix."""
    qubits = len(matrix).bit_length() - 1
    circuit = QuantumCircuit(qubits)
    circuit.append(UnitaryGate(matrix), range(qubits))
    return circuit


# %% [markdown] task="ask_once"
# ## 2. Ask one question, and only one
#
# "Are these two qubits equal?" can be answered without finding out *what* they are. Write `pauli_question(label)`, which asks such a question about any Pauli string.
#
# **Input:** a text of the letters I, X, Y and Z, one for each of $n$ data qubits, with at least one letter other than I. As in a ket, **the rightmost letter belongs to qubit 0**. It stands for the observable $\sigma$, the tensor product of the letters: `"ZZ"` is $Z \otimes Z$, with the value $+1$ for equal bits and $-1$ for different ones.
#
# **Output:** a `QuantumCircuit` on $n + 1$ qubits with one classical bit. The data are the qubits $0, \ldots, n - 1$, in any state; qubit $n$ is an ancilla that begins in $|0\rangle$. The classical bit receives 0 if $\sigma$ has the value $+1$, and 1 if it has the value $-1$. The data must be left in the state $P_\pm|\psi\rangle$, normalised, where $P_\pm = (I \pm \sigma)/2$: nothing else is learned and nothing else disturbed. The ancilla may be left in any state, as long as it is not entangled with the data.
#
# **Compared:** the probability of each answer together with a later measurement of the data, in bases of which some are random; up to $10^{-6}$.
#
# *Example:* asked of $|{+}{+}\rangle$, `"ZZ"` gives 0 or 1 with probability 1/2 each, and leaves the Bell state $(|00\rangle + |11\rangle)/\sqrt2$ or $(|01\rangle + |10\rangle)/\sqrt2$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Begin with `"ZZ"`. Two CX gates can write the parity of two qubits into a third one, and then only the third is measured.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# For X and Y, change the basis of that data qubit first, so that its X or Y becomes Z. What has to be done afterwards, so that the data are where they were?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Or without any change of basis, by kickback: H on the ancilla; for each letter X, Y or Z a `cx`, `cy` or `cz` whose control is the ancilla; H on the ancilla; measure the ancilla. Go through `enumerate(reversed(label))`.
#
# </details>


# %% answer="ask_once"
def pauli_question(label):
    ### BEGIN SOLUTION
    n = len(label)
    circuit = QuantumCircuit(n + 1, 1)
    circuit.h(n)
    for qubit, letter in enumerate(reversed(label)):
        if letter == "X":
            circuit.cx(n, qubit)
        if letter == "Y":
            circuit.cy(n, qubit)
        if letter == "Z":
            circuit.cz(n, qubit)
    circuit.h(n)
    circuit.measure(n, 0)
    return circuit
    ### END SOLUTION


# %% check="ask_once" points=3
def check_question(label, state, last_basis):
    """Compare the answers together with a last look at the data in the basis of a unitary matrix."""
    n = len(label)
    circuit = pauli_question(label)
    assert_budget(circuit, qubits=n + 1)
    state = Statevector(state)
    expected = {}
    for outcome, sign in enumerate((1, -1)):
        projected = (state.data + sign * Pauli(label).to_matrix() @ state.data) / 2
        for key, amplitude in enumerate(np.array(last_basis) @ projected):
            expected[f"{key:0{n}b}{outcome}"] = abs(amplitude) ** 2
    preparation = QuantumCircuit(n)
    preparation.prepare_state(state, range(n))
    assert_distribution(looked_at(preparation, circuit, as_circuit(last_basis)), expected)


hadamards = np.array([[1, 1, 1, 1], [1, -1, 1, -1], [1, 1, -1, -1], [1, -1, -1, 1]]) / 2
check_question("Z", [0.6, 0.8], np.eye(2))
check_question("ZZ", [0.5, 0.5, 0.5, 0.5], np.eye(4))
check_question("ZZ", [0.5, 0.5, 0.5, 0.5], hadamards)
check_question("IX", [0.8, 0, 0, 0.6], hadamards)
check_question("XZ", [0.48, 0.64, 0.36, 0.48], np.eye(4))
### BEGIN HIDDEN TESTS
for seed, letters in enumerate(["X", "Y", "Z", "YI", "ZX", "YY", "XYZ", "ZIX", "IIY", "YXXZ"]):
    data = random_statevector(2 ** len(letters), seed=seed)
    check_question(letters, data, np.eye(2 ** len(letters)))
    check_question(letters, data, random_unitary(2 ** len(letters), seed=seed).data)
### END HIDDEN TESTS

# %% [markdown] task="all_or_one"
# ## 3. All or one
#
# A source makes either $|\mathrm{GHZ}_n\rangle = (|0\ldots0\rangle + |1\ldots1\rangle)/\sqrt2$ or $|W_n\rangle$, the equal superposition of all bit strings with exactly one 1. The two states are orthogonal. Somebody else needs the state afterwards, so you must find out which one it is **and hand it on unharmed.** Write `all_or_one(n)`.
#
# **Input:** an integer from 2 to 5.
#
# **Output:** a `QuantumCircuit` with one classical bit. Its qubits $0, \ldots, n - 1$ hold the state that is handed in. It may have further qubits, which begin in $|0\rangle$; in all it has at most $2n$ qubits. The classical bit receives 0 if the state is $|\mathrm{GHZ}_n\rangle$ and 1 if it is $|W_n\rangle$, with certainty, and the qubits $0, \ldots, n - 1$ are left in the state in which they came.
#
# **Compared:** the answer, and a later measurement of the qubits $0, \ldots, n-1$ in a basis that contains the state; probabilities up to $10^{-6}$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Measuring all qubits would tell the two apart: GHZ gives all bits equal, W does not (for $n = 2$ too). But it also tells *which* bits, and that destroys the superposition. Which single yes-or-no question separates the two?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# "Are all bits equal?" Compute the answer into an ancilla, measure the ancilla, and undo every step that helped to compute it. If you ask "are qubits 0 and 1 equal?" and measure that answer, you have asked too much of W.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# CX from qubit 0 to each other data qubit: now all bits were equal exactly if the others are all 0. X on these others, `mcx` from them to the ancilla, X on them again; X on the ancilla turns "equal" into 0; measure it; the same CX gates once more.
#
# </details>


# %% answer="all_or_one"
def all_or_one(n):
    ### BEGIN SOLUTION
    others = list(range(1, n))
    circuit = QuantumCircuit(n + 1, 1)
    for k in others:
        circuit.cx(0, k)
    circuit.x(others)
    circuit.mcx(others, n)
    circuit.x(others)
    circuit.x(n)
    circuit.measure(n, 0)
    for k in others:
        circuit.cx(0, k)
    return circuit
    ### END SOLUTION


# %% check="all_or_one" points=3
def check_all_or_one(n):
    """Hand in each state, then measure whether it is still there: if so, the last look gives zeros only."""
    ghz, w = np.zeros(2**n), np.zeros(2**n)
    ghz[[0, -1]] = np.sqrt(0.5)
    w[[2**k for k in range(n)]] = np.sqrt(1 / n)
    for answer, state in (("0", ghz), ("1", w)):
        circuit = all_or_one(n)
        assert_budget(circuit, qubits=2 * n)
        preparation = QuantumCircuit(n)
        preparation.prepare_state(state, range(n))
        tested = looked_at(preparation, circuit, preparation.inverse())
        assert_distribution(tested, {"0" * n + answer: 1.0})


check_all_or_one(2)
check_all_or_one(3)
### BEGIN HIDDEN TESTS
check_all_or_one(4)
check_all_or_one(5)
### END HIDDEN TESTS

# %% [markdown] task="two_labs"
# ## 4. Two laboratories and a telephone
#
# Alice holds qubit 1 and Bob, in another city, qubit 0. They were sent one of four states, and know which four:
#
# $$|b_0(\alpha)\rangle \otimes |b_j(\beta_0)\rangle \quad\text{and}\quad |b_1(\alpha)\rangle \otimes |b_j(\beta_1)\rangle, \qquad j = 0, 1,$$
#
# with the real bases from the top of this page; Alice's qubit is on the left. The states are orthogonal, but if Bob measures without a word from Alice he does not know in which basis. They have a telephone and no quantum channel: **no gate acts on both qubits.** Write `two_labs(alpha, beta)`.
#
# **Input:** the angle `alpha`, and a list `beta` of the two angles $\beta_0, \beta_1$.
#
# **Output:** a `QuantumCircuit` on two qubits with two classical bits, in which outcomes may decide about later gates (`if_test`). For the state $|b_i(\alpha)\rangle \otimes |b_j(\beta_i)\rangle$, classical bit 1 receives $i$ and classical bit 0 receives $j$, with certainty.
#
# **Compared:** the exact probabilities of the outcomes, up to $10^{-6}$. **Limit:** no gates on two qubits.
#
# *Example:* for $\alpha = 0$ and $\beta = [0, \pi/4]$ the four states are $|0\rangle|0\rangle$, $|0\rangle|1\rangle$, $|1\rangle|+\rangle$ and, up to its sign, $|1\rangle|-\rangle$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Who has to measure first? What does this outcome tell about the other qubit?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# A measurement in the real basis with the angle $\theta$ is $R_y(-2\theta)$ and then the usual measurement. Bob's angle depends on Alice's classical bit.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `circuit.ry(-2 * alpha, 1)`, `circuit.measure(1, 1)`, then `with circuit.if_test((circuit.clbits[1], 0)):` a rotation of qubit 0 by $-2\beta_0$, and the same with the value 1 and $\beta_1$. Finally measure qubit 0.
#
# </details>


# %% answer="two_labs"
def two_labs(alpha, beta):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(2, 2)
    circuit.ry(-2 * alpha, 1)
    circuit.measure(1, 1)
    for outcome in (0, 1):
        with circuit.if_test((circuit.clbits[1], outcome)):
            circuit.ry(-2 * beta[outcome], 0)
    circuit.measure(0, 0)
    return circuit
    ### END SOLUTION


# %% check="two_labs" points=3
def check_two_labs(alpha, beta):
    """Send each of the four states through the circuit."""
    circuit = two_labs(alpha, list(beta))
    assert_budget(circuit, qubits=2, two_qubit_gates=0)
    for i in (0, 1):
        for j in (0, 1):
            sent = QuantumCircuit(2, circuit.num_clbits)
            sent.ry(2 * alpha + i * np.pi, 1)
            sent.ry(2 * beta[i] + j * np.pi, 0)
            sent.compose(circuit, range(circuit.num_qubits), range(circuit.num_clbits), inplace=True)
            assert_distribution(sent, {f"{i}{j}": 1.0})


check_two_labs(0.0, [0.0, np.pi / 4])
check_two_labs(np.pi / 4, [0.3, -0.9])
### BEGIN HIDDEN TESTS
check_two_labs(0.0, [0.0, 0.0])
check_two_labs(0.0, [np.pi / 4, 0.0])
check_two_labs(1.1, [0.2, 2.5])
check_two_labs(-0.4, [-1.3, 0.7])
### END HIDDEN TESTS

# %% [markdown] task="best_measurement"
# ## 5. As often right as nature allows
#
# A noisy source prepares the mixed state $\rho$ with probability $p$, or the mixed state $\sigma$ with probability $1 - p$. You must guess which, every time. Write `best_measurement(rho, sigma, prior)`.
#
# **Input:** two density matrices of the same shape, $(2, 2)$, $(4, 4)$ or $(8, 8)$; the probability $p$ of the first, between 0 and 1.
#
# **Output:** a pair of matrices $(E_0, E_1)$ of this shape, a measurement with two outcomes: both Hermitian, without negative eigenvalues, and $E_0 + E_1 = I$. The outcome 0 means "it was $\rho$".
#
# **Compared:** that it is such a measurement, and that the chance of a right guess, $p\,\mathrm{tr}(E_0\rho) + (1-p)\,\mathrm{tr}(E_1\sigma)$, is the best possible one; both up to $10^{-6}$. Different measurements with the same chance are equally good.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Put $E_1 = I - E_0$ into the chance. It becomes $(1 - p) + \mathrm{tr}(E_0\Gamma)$ with a matrix $\Gamma$ that you know. Which $E_0$ between $0$ and $I$ makes this trace as large as possible?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $\Gamma = p\,\rho - (1-p)\,\sigma$ is Hermitian, but not positive. Write it with its eigenvectors. $E_0$ should take what is positive and leave what is negative.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `values, vectors = np.linalg.eigh(gamma)`; `positive = vectors[:, values > 0]`; $E_0$ is `positive @ positive.conj().T`. Do not forget the eigenvalue 0 in $E_1$, and what happens if no eigenvalue is positive.
#
# </details>


# %% answer="best_measurement"
def best_measurement(rho, sigma, prior):
    ### BEGIN SOLUTION
    gamma = prior * np.array(rho) - (1 - prior) * np.array(sigma)
    values, vectors = np.linalg.eigh(gamma)
    shares = (1 + np.sign(values)) / 2  # 1 where positive, 0 where negative
    first = (vectors * shares) @ vectors.conj().T
    return first, np.eye(len(gamma)) - first
    ### END SOLUTION


# %% check="best_measurement" points=3
def check_best(rho, sigma, prior, best):
    """See first that this is a measurement, then how good it is."""
    rho, sigma = np.array(rho), np.array(sigma)
    elements = [np.array(each) for each in best_measurement(rho, sigma, prior)]
    assert_close(len(elements), 2)
    for element in elements:
        assert_close(element, element.conj().T)
    assert_close(elements[0] + elements[1], np.eye(len(rho)))
    for element in elements:
        assert_between(np.linalg.eigvalsh(element).min(), lowest=-1e-6)
    chance = prior * np.trace(elements[0] @ rho) + (1 - prior) * np.trace(elements[1] @ sigma)
    assert_between(chance.real, lowest=best - 1e-6)


zero, plus = np.diag([1.0, 0.0]), np.full((2, 2), 0.5)
check_best(zero, plus, 0.5, 0.8535534)
check_best(0.9 * zero + 0.05 * np.eye(2), plus, 0.3, 0.8751333)
check_best(np.diag([0.7, 0.1, 0.1, 0.1]), np.diag([0.1, 0.1, 0.1, 0.7]), 0.5, 0.8)
check_best(np.diag([0.6, 0.4]), np.diag([0.5, 0.5]), 0.95, 0.95)
### BEGIN HIDDEN TESTS
for seed in range(12):
    dimension = (2, 4, 8)[seed % 3]
    one = random_density_matrix(dimension, rank=1 + seed % 2, seed=seed).data
    other = random_density_matrix(dimension, rank=1 + seed // 6, seed=100 + seed).data
    for share in (0.5, 0.15, 0.7, 0.98, 0.02):
        spread = np.linalg.eigvalsh(share * one - (1 - share) * other)
        check_best(one, other, share, (1 + np.abs(spread).sum()) / 2)
check_best(plus, plus, 0.25, 0.75)
check_best(plus, np.diag([0.5, 0.5]), 0.5, 0.75)
### END HIDDEN TESTS

# %% [markdown]
# ## A tool for task 6
#
# When a circuit says "I do not know", nobody looks at its guess. The next cell removes the guess from these outcomes, so that all of them count as one. You need not change it.


# %% given="guess_forgotten"
def guess_forgotten(circuit):
    """Return the circuit with one step more: where classical bit 1 is 1, classical bit 0 is set to 0."""
    if circuit.num_clbits != 2:
        return circuit
    whole = QuantumCircuit(circuit.num_qubits + 1, 2)
    whole.compose(circuit, range(circuit.num_qubits), [0, 1], inplace=True)
    with whole.if_test((whole.clbits[1], 1)):
        whole.measure(circuit.num_qubits, 0)  # a fresh qubit, so this writes 0
    return whole


# %% [markdown] task="never_wrong"
# ## 6. Never wrong, sometimes silent
#
# A source prepares, equally often, one of the two states
#
# $$|\psi_\pm\rangle = \cos\theta\,|0\rangle \pm \sin\theta\,|1\rangle, \qquad 0 < \theta \le \pi/4 .$$
#
# A wrong answer would be a disaster; "I do not know" would be a pity. Write `never_wrong(theta)`.
#
# **Input:** the angle $\theta$ in radians.
#
# **Output:** a `QuantumCircuit` with two classical bits and at most three qubits. Qubit 0 holds the state that the source has prepared, all others begin in $|0\rangle$. **Classical bit 1** receives 1 for "I do not know" and 0 for "I am sure". If it is 0, **classical bit 0** holds the answer: 0 for $|\psi_+\rangle$ and 1 for $|\psi_-\rangle$. If classical bit 1 is 1, classical bit 0 does not matter.
#
# **Compared:** the exact probabilities, up to $10^{-6}$: that no answer is ever wrong, and that the circuit is sure as often as any circuit can be.
#
# *Example:* for $\theta = \pi/4$ the states are orthogonal, and the circuit is always sure.
#
# <details><summary>Hint 1: a nudge</summary>
#
# If $\theta$ were $\pi/4$, H and a measurement would do. The amplitude of $|0\rangle$ is too large in both states. Could part of it be taken away?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# An ancilla can carry it away. Only where qubit 0 is 0, turn the ancilla from $|0\rangle$ to $t\,|0\rangle + \sqrt{1 - t^2}\,|1\rangle$. Where the ancilla is 0, qubit 0 then holds $t\cos\theta\,|0\rangle \pm \sin\theta\,|1\rangle$. Which $t$ makes these two orthogonal?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# $t = \tan\theta$. The rotation by the angle $\gamma$ with $\cos(\gamma/2) = t$ is a `cry` with qubit 0 as its control and the ancilla as its target, between two X gates on qubit 0. Then H on qubit 0, measure qubit 0 into bit 0 and the ancilla into bit 1.
#
# </details>


# %% answer="never_wrong"
def never_wrong(theta):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(2, 2)
    circuit.x(0)
    circuit.cry(2 * np.arccos(np.tan(theta)), 0, 1)
    circuit.h(0)  # a second X would only turn (|0> ± |1>) into ±(|0> ± |1>)
    circuit.measure([0, 1], [0, 1])
    return circuit
    ### END SOLUTION


# %% check="never_wrong" points=4
def check_never_wrong(theta):
    """Send both states: no wrong answer, and sure as often as the bound allows."""
    circuit = never_wrong(theta)
    assert_budget(circuit, qubits=3)
    silent = np.cos(2 * theta)  # the overlap of the two states
    for answer, sign in (("00", 1), ("01", -1)):
        sent = QuantumCircuit(circuit.num_qubits, circuit.num_clbits)
        sent.ry(sign * 2 * theta, 0)
        sent.compose(circuit, range(circuit.num_qubits), range(circuit.num_clbits), inplace=True)
        assert_distribution(guess_forgotten(sent), {answer: 1 - silent, "10": silent})


check_never_wrong(np.pi / 4)
check_never_wrong(np.pi / 8)
check_never_wrong(0.5)
### BEGIN HIDDEN TESTS
for angle in (0.05, 0.2, np.pi / 6, 0.65, 0.78):
    check_never_wrong(angle)
### END HIDDEN TESTS

# %% [markdown] task="sharper_eyes"
# ## 7. In your own words: the perfect detector
#
# An advertisement says: "Our new detector has no noise whatever. Give it one single qubit that is in $|0\rangle$ or in $|+\rangle$, and it says which of the two, without fail. Older detectors were wrong in 15 % of all cases only because they were not good enough."
#
# Explain in 80 to 200 words why no such detector exists. Give a reason that holds for *every* apparatus, whatever it is made of and however many further qubits it uses, and say where the 15 % come from. Then say what such a buyer can have instead: name one thing that is possible with a single qubit, and one that is possible with many qubits that are all in the same of the two states.
#
# This answer is marked by a person, in any of the three languages of the course.

# %% [markdown] essay="sharper_eyes" points=4
# ### BEGIN SOLUTION
# Suppose an apparatus answers "0" with certainty for $|0\rangle$ and "plus" with certainty for $|+\rangle$. Whatever it is made of, it starts in some fixed state and evolves by a unitary until its pointer shows the answer. The two final states show different answers for certain, so they are orthogonal. But a unitary keeps inner products: at the beginning the inner product is $\langle 0|+\rangle = 1/\sqrt2$, and at the end it would have to be 0. So such an apparatus contradicts the linearity of quantum theory, and noise has nothing to do with it.
#
# The 15 % are not a fault of the older detectors either. Helstrom's bound for equal priors is $\frac12(1 + \sqrt{1 - 1/2}) = 0.854$: 14.6 % wrong is the best that anybody can do who must always answer.
#
# With one qubit the buyer may have a detector that is never wrong if it may also say "I do not know"; at best it does so in 71 % of the cases. With many copies the overlap becomes $(1/\sqrt2)^n$, and the chance of an error falls exponentially, though it never becomes zero.
# ### END SOLUTION

# %% [markdown] rubric="sharper_eyes"
# One point for each of the four statements, independent of the others; no half points for style, length or language.
#
# - **1 point, impossibility:** gives a reason that holds for every apparatus: a unitary (or any quantum operation, or linearity) keeps the inner product or cannot increase the distance of the states, which are not orthogonal; or: telling them apart would allow copying them. "They overlap" or "measurement disturbs" without such a step earns no point.
#
# - **1 point, the 15 %:** says that this is Helstrom's bound (or the best chance, about 0.854) for these two states, a property of the states and not of the detector.
#
# - **1 point, one qubit:** names something that is possible with a single qubit: guessing with 85 % chance as the best possible, or answering without error but not always.
#
# - **1 point, many qubits:** says that with many copies the error becomes as small as one likes (falls exponentially, overlap to the power $n$), and does not claim that it becomes exactly zero.

# %% [markdown] task="more_answers"
# ## 8. More answers than dimensions
#
# A measurement of one qubit can have three or four outcomes. Let $|w_0\rangle, \ldots, |w_{m-1}\rangle$ be vectors with two components, *not* normalised, such that $\sum_k |w_k\rangle\langle w_k| = I$. Then $E_k = |w_k\rangle\langle w_k|$ is a measurement: the outcome $k$ has the probability $|\langle w_k|\psi\rangle|^2$. Write `more_answers(vectors)`.
#
# **Input:** an array of shape $(m, 2)$ with $m = 2$, 3 or 4, complex; row $k$ holds the two components of $|w_k\rangle$, first the one of $|0\rangle$. The sum above is $I$ up to rounding errors.
#
# **Output:** a `QuantumCircuit` on two qubits with two classical bits. Qubit 0 holds the state $|\psi\rangle$, qubit 1 begins in $|0\rangle$. The outcome, read as a binary number (classical bit 1 on the left), is $k$ with the probability above. Outcomes from $m$ on never occur.
#
# **Compared:** the exact probabilities for several states $|\psi\rangle$, up to $10^{-6}$.
#
# *Example:* the *trine* has $|w_k\rangle = \sqrt{2/3}\,(\cos\frac{k\pi}{3}|0\rangle + \sin\frac{k\pi}{3}|1\rangle)$ for $k = 0, 1, 2$. For $|\psi\rangle = |0\rangle$ the three outcomes have the probabilities $2/3$, $1/6$ and $1/6$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# The circuit is a unitary of four rows, and the ancilla begins in $|0\rangle$. Which two columns of this matrix matter? What should the amplitude of the outcome $k$ be?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The amplitude of the outcome $k$ should be $\langle w_k|\psi\rangle$. So the two columns that matter form the matrix whose row $k$ is the *conjugate* of $|w_k\rangle$ (rows of zeros below, if $m < 4$). Its columns are orthonormal because the $E_k$ sum to $I$. The other two columns only have to make the matrix unitary.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Orthonormal columns that are orthogonal to the first two are given by `scipy.linalg.null_space(columns.conj().T)`. Put the four columns together with `np.hstack` and use `circuit.unitary(matrix, [0, 1])`: the positions 0 and 1 are those with the ancilla (qubit 1) in $|0\rangle$.
#
# </details>


# %% answer="more_answers"
def more_answers(vectors):
    ### BEGIN SOLUTION
    from scipy.linalg import null_space

    columns = np.zeros((4, 2), dtype=complex)
    columns[: len(vectors)] = np.conj(vectors)
    matrix = np.hstack([columns, null_space(columns.conj().T)])
    circuit = QuantumCircuit(2, 2)
    circuit.unitary(matrix, [0, 1])
    circuit.measure([0, 1], [0, 1])
    return circuit
    ### END SOLUTION


# %% check="more_answers" points=4
def check_answers(vectors, states):
    """Compare the probabilities of all outcomes for each state."""
    vectors = np.array(vectors, dtype=complex)
    circuit = more_answers(vectors.copy())
    assert_budget(circuit, qubits=2)
    for state in states:
        state = np.array(state, dtype=complex)
        expected = {f"{k:02b}": abs(np.vdot(w, state)) ** 2 for k, w in enumerate(vectors)}
        sent = QuantumCircuit(circuit.num_qubits, circuit.num_clbits)
        sent.prepare_state(Statevector(state), [0])
        sent.compose(circuit, range(circuit.num_qubits), range(circuit.num_clbits), inplace=True)
        assert_distribution(sent, expected)


half = np.sqrt(0.5)
trine = [
    [np.sqrt(2 / 3) * np.cos(k * np.pi / 3), np.sqrt(2 / 3) * np.sin(k * np.pi / 3)]
    for k in range(3)
]
check_answers(trine, [[1, 0], [0, 1], [0.6, 0.8]])
check_answers([[half, half], [half, -half]], [[1, 0], [half, half]])
check_answers([[half, 0], [0, half], [0.5, 0.5j], [0.5, -0.5j]], [[0.6, 0.8], [half, half * 1j]])
### BEGIN HIDDEN TESTS
several = [random_statevector(2, seed=seed).data for seed in range(4)]
sic = [[half, 0]] + [
    [np.sqrt(1 / 6), np.sqrt(1 / 3) * np.exp(2j * np.pi * k / 3)] for k in range(3)
]
check_answers(sic, [*several, [half, half * 1j], [half, half]])
check_answers(np.array(trine)[[2, 0, 1]], several)
check_answers([[1, 0], [0, 1]], several)
for seed in range(6):
    count = (2, 3, 4)[seed % 3]
    check_answers(random_unitary(count, seed=seed).data[:, :2], several)
### END HIDDEN TESTS

# %% [markdown]
# ## A gate in a sealed box
#
# In the last two tasks your function is given `unknown`, a gate on one qubit that does not say what it does. Append it to your circuit, as in `circuit.append(unknown, [0])`. The check counts the uses, and then puts the true gate into the place of each. It can even be inverted and controlled, which counts as a use as well; but the true gate comes with a global phase that you do not know, so a controlled use tells less than it seems to.
#
# To try your own answers: `opaque_oracle("unknown", 1)` makes such a gate, and `filled_in(circuit, {"unknown": matrix})` puts the gate with this matrix in.

# %% [markdown] task="which_gate"
# ## 9. Which of four gates?
#
# The sealed box holds one of four gates. Nobody can know which by looking at one qubit that went through it: one qubit has two outcomes. Write `which_gate(unknown, gates)`.
#
# **Input:** the sealed gate `unknown`, and a list of four unitary matrices $U_0, \ldots, U_3$ of shape $(2, 2)$. They are orthogonal in this sense: $\mathrm{tr}(U_j^\dagger U_k) = 0$ for $j \ne k$. The gates $I, X, Y, Z$ are an example, but not the only one.
#
# **Output:** a `QuantumCircuit` on two qubits with two classical bits that uses `unknown` **once**. If the box holds $U_k$, the outcome, read as a binary number (classical bit 1 on the left), is $k$ with certainty.
#
# **Compared:** the exact probabilities, up to $10^{-6}$, with each of the four gates in the box, times a global phase.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Four outcomes need four orthogonal states, and so a second qubit. What can the second qubit be good for if the gate never touches it?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Send half of a Bell state through the gate. The inner product of $(I \otimes U_j)|\Phi^+\rangle$ and $(I \otimes U_k)|\Phi^+\rangle$ is $\frac12\mathrm{tr}(U_j^\dagger U_k)$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# So the four states are orthonormal: write them as the columns of a matrix $B$. The column number $k$ is `np.kron(np.eye(2), gates[k]) @ bell`, if the gate acts on qubit 0. $B^\dagger$ takes them to $|00\rangle, |01\rangle, |10\rangle, |11\rangle$; then measure both qubits.
#
# </details>


# %% answer="which_gate"
def which_gate(unknown, gates):
    ### BEGIN SOLUTION
    bell = np.array([1, 0, 0, 1]) / np.sqrt(2)
    columns = np.array([np.kron(np.eye(2), gate) @ bell for gate in gates]).T
    circuit = QuantumCircuit(2, 2)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.append(unknown, [0])
    circuit.unitary(columns.conj().T, [0, 1])
    circuit.measure([0, 1], [0, 1])
    return circuit
    ### END SOLUTION


# %% check="which_gate" points=3
def check_which(gates):
    """Put each gate into the box."""
    gates = [np.array(gate, dtype=complex) for gate in gates]
    circuit = which_gate(opaque_oracle("unknown", 1), [gate.copy() for gate in gates])
    assert_budget(circuit, qubits=2, calls={"unknown": 1})
    for k, gate in enumerate(gates):
        true_gate = np.exp(1j * (k + 0.3)) * gate
        assert_distribution(filled_in(circuit, {"unknown": true_gate}), {f"{k:02b}": 1.0})


paulis = [Pauli(letter).to_matrix() for letter in "IXYZ"]
hadamard = np.array([[1, 1], [1, -1]]) / np.sqrt(2)
check_which(paulis)
check_which([hadamard @ pauli for pauli in paulis])
### BEGIN HIDDEN TESTS
check_which([paulis[k] for k in (2, 0, 3, 1)])
for seed in range(4):
    before, after = random_unitary(2, seed=seed).data, random_unitary(2, seed=50 + seed).data
    check_which([after @ paulis[(k + seed) % 4] @ before for k in range(4)])
### END HIDDEN TESTS

# %% [markdown] task="few_uses"
# ## 10. Two gates, never mistaken
#
# Two states that are not orthogonal can never be told apart with certainty, however many copies you have, as long as their number is finite. Two *gates* can. The sealed box holds either the identity $I$ or the phase gate $P(\theta)$ with $P(\theta)|0\rangle = |0\rangle$ and $P(\theta)|1\rangle = e^{i\theta}|1\rangle$. The angle is known; which of the two it is, is not. Write `few_uses(unknown, theta, uses)`.
#
# **Input:** the sealed gate `unknown`; the angle $\theta$ with $0.4 \le \theta \le \pi$; and the integer `uses`, which is the smallest $N$ with $N\theta \ge \pi$.
#
# **Output:** a `QuantumCircuit` on at most ten qubits, all of which begin in $|0\rangle$, with one classical bit. It uses `unknown` at most `uses` times. The classical bit receives 0 if the box holds $I$ and 1 if it holds $P(\theta)$, with certainty.
#
# **Compared:** the exact probabilities, up to $10^{-6}$, with either gate in the box, times a global phase. Note that $N\theta$ is in general *larger* than $\pi$. Fewer uses than $N$ are never enough.
#
# *Example:* for $\theta = \pi/2$ two uses are allowed: H, the gate twice, H, and a measurement.
#
# <details><summary>Hint 1: a nudge</summary>
#
# If $N\theta = \pi$, the example works for every $N$. If $N\theta$ is larger, the gate used $N$ times turns too far. You may put a gate of your own between two uses; a rotation $R_y(\beta)$ makes the last use turn about another axis. At $\beta = 0$ the total turn is $N\theta$, at $\beta = \pi$ it is $(N-2)\theta$. What lies between?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Let $b = (N - 1)\theta$ and $T = R_y(-\beta)\,P(\theta)\,R_y(\beta)\,P(b)$. If its two eigenvalues are opposite, $T$ takes the equal superposition of its two eigenvectors to an orthogonal state. Opposite eigenvalues mean $\mathrm{tr}\,T = 0$, and this is $\cos\frac\theta2\cos\frac b2 = \sin\frac\theta2\sin\frac b2\cos\beta$. With the identity in the box, the same circuit does nothing at all.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Solved for $\beta$, the equation says $\tan^2\frac\beta2 = -\cos\frac{N\theta}2 \,/\, \cos\frac{(N-2)\theta}2$. Take both roots and give them to `np.arctan2`; where $N\theta = \pi$, rounding may put a tiny negative number under the first one. `np.linalg.eig(T)` gives the eigenvectors $e_0, e_1$; let $\psi = (e_0 + e_1)/\sqrt2$. The matrix $M$ with the columns $\psi$ and $T\psi$ is unitary. The circuit on one qubit: $M$; the sealed gate $N - 1$ times; $R_y(\beta)$; the sealed gate; $R_y(-\beta)$; $M^\dagger$; measure.
#
# </details>
#
# *Background:* that any two different gates can be told apart with certainty in a finite number of uses was shown by Acín (Physical Review Letters 87, 177901, 2001), with entangled probes; that one probe is enough, with the uses one after the other, by Duan, Feng and Ying (Physical Review Letters 98, 100503, 2007).


# %% answer="few_uses"
def few_uses(unknown, theta, uses):
    ### BEGIN SOLUTION
    def phase(angle):
        return np.diag([1, np.exp(1j * angle)])

    def turn(angle):
        return np.array(
            [[np.cos(angle / 2), -np.sin(angle / 2)], [np.sin(angle / 2), np.cos(angle / 2)]]
        )

    rest = (uses - 1) * theta
    beta = 2 * np.arctan2(
        np.sqrt(max(-np.cos(uses * theta / 2), 0.0)), np.sqrt(np.cos((uses - 2) * theta / 2))
    )
    total = turn(-beta) @ phase(theta) @ turn(beta) @ phase(rest)
    _, vectors = np.linalg.eig(total)
    start = vectors.sum(axis=1) / np.sqrt(2)
    frame = np.array([start, total @ start]).T

    circuit = QuantumCircuit(1, 1)
    circuit.unitary(frame, [0])
    for _ in range(uses - 1):
        circuit.append(unknown, [0])
    circuit.ry(beta, 0)
    circuit.append(unknown, [0])
    circuit.ry(-beta, 0)
    circuit.unitary(frame.conj().T, [0])
    circuit.measure(0, 0)
    return circuit
    ### END SOLUTION


# %% check="few_uses" points=4
def check_few(theta):
    """Put both gates into the box."""
    allowed = int(np.ceil(np.pi / theta - 1e-9))
    circuit = few_uses(opaque_oracle("unknown", 1), theta, allowed)
    assert_budget(circuit, qubits=10, calls={"unknown": allowed})
    for answer, angle, global_phase in (("0", 0.0, 0.8), ("1", theta, 2.1)):
        true_gate = np.exp(1j * global_phase) * np.diag([1, np.exp(1j * angle)])
        assert_distribution(filled_in(circuit, {"unknown": true_gate}), {answer: 1.0})


check_few(np.pi / 2)
check_few(np.pi)
check_few(2.0)
check_few(0.9)
### BEGIN HIDDEN TESTS
for angle in (np.pi / 3, np.pi / 4, 3.0, 1.7, 1.2, 0.7, 0.5, 2 * np.pi / 3, 0.42):
    check_few(angle)
### END HIDDEN TESTS
