# %% [markdown]
# # Exercise: Teleportation, superdense coding and nonlocality
#
# Ten tasks, from a protocol that you have seen in the lesson to two for which you will want paper and pencil. Plan about two and a half hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions, as in the lesson: qubit 0 is the rightmost bit of a ket and of a key of counts; angles are in radians; a global phase does not count. $P(\varphi)$ is the gate `p(φ)`: it multiplies the amplitude of $|1\rangle$ by $e^{i\varphi}$.
#
# **Who may do what.** In these tasks the parties are far apart. So you write a circuit *for each party*, on the qubits that this party holds, and the check puts the circuits together. Where a party acts on classical bits that were sent to her, use `if_test`, for example
#
# `with circuit.if_test((circuit.clbits[0], 1)):`
#
# and on the next line, indented, the gate that is to happen if classical bit 0 is 1.
#
# You may use NumPy, Qiskit and the Python standard library, import more of them, and define functions of your own in the answer cells.

# %% given="imports"
import numpy as np
from qiskit import QuantumCircuit
from qiskit.quantum_info import Statevector, random_density_matrix, random_statevector

from grader.checks import (
    assert_between,
    assert_budget,
    assert_close,
    assert_distribution,
    assert_implements,
    assert_same_channel,
)

# %% [markdown]
# The next cell makes the four Bell states. The two bits $x$ and $z$ are the *label* of the state
#
# $$|B_{xz}\rangle = \frac{|0\,x\rangle + (-1)^z\,|1\,\bar x\rangle}{\sqrt 2}, \qquad \bar x = 1 - x.$$
#
# So $x$ tells whether the two bits differ, and $z$ is the sign: $B_{00} = \Phi^+$, $B_{01} = \Phi^-$, $B_{10} = \Psi^+$ and, up to a global phase, $B_{11} = \Psi^-$. You can use the function in your own tests.


# %% given="shared_pair"
def shared_pair(x, z):
    """The Bell state with the label x, z on two qubits. Where it is shared, Alice holds qubit 0 and Bob qubit 1."""
    circuit = QuantumCircuit(2)
    circuit.h(1)
    circuit.cx(1, 0)
    if x:
        circuit.x(0)
    if z:
        circuit.z(1)
    return circuit


# %% [markdown] task="dense_coding"
# ## 1. Two bits by one qubit, whatever the pair
#
# Alice and Bob share a pair in the state $B_{xz}$, and both know the label. Alice holds qubit 0, Bob qubit 1. She wants to tell him two bits, by doing something to her qubit and then sending it to him. Write `two_bits(x, z)`.
#
# **Input:** the label of the pair, two integers 0 or 1.
#
# **Output:** a pair `(alice, bob)`. `alice` is a dictionary with the keys `"00"`, `"01"`, `"10"` and `"11"`: for each message a `QuantumCircuit` on **one** qubit, Alice's, without classical bits. `bob` is one `QuantumCircuit` on two qubits (qubit 0 is the one that came from Alice, qubit 1 is Bob's own) with exactly two classical bits, which measures both. It is the same for all messages.
#
# **Compared:** the probabilities of all outcomes. In all 16 cases the key of the counts, as Qiskit writes it, must be `message` with certainty: its right character is classical bit 0.
#
# <details><summary>Hint 1: a nudge</summary>
#
# What happens to the label of a Bell state if Alice applies X to her qubit? And if she applies Z? Try all four labels with `Statevector`.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# X flips the bit $x$ of the label and Z flips the bit $z$, up to a global phase. So Alice can move from the given label to each of the four. And a circuit that makes $B_{xz}$ from the bits $x$ and $z$, run backwards, turns a label back into bits.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Bob: `cx(1, 0)`, `h(1)`, then measure both; classical bit 0 is then $x$, and bit 1 is $z$. Alice: X if `int(message[1]) != x`, and Z if `int(message[0]) != z`.
#
# </details>


# %% answer="dense_coding"
def two_bits(x, z):
    ### BEGIN SOLUTION
    alice = {}
    for message in ("00", "01", "10", "11"):
        circuit = QuantumCircuit(1)
        if int(message[1]) != x:
            circuit.x(0)
        if int(message[0]) != z:
            circuit.z(0)
        alice[message] = circuit
    bob = QuantumCircuit(2, 2)
    bob.cx(1, 0)
    bob.h(1)
    bob.measure([0, 1], [0, 1])
    return alice, bob
    ### END SOLUTION


# %% check="dense_coding" points=2
def check_two_bits(x, z):
    """Pair, Alice, Bob: what does Bob read?"""
    alice, bob = two_bits(x, z)
    assert_budget(bob, qubits=2)
    for message in ("00", "11", "01", "10"):
        assert_budget(alice[message], qubits=1)
        circuit = QuantumCircuit(2, 2)
        circuit.compose(shared_pair(x, z), [0, 1], inplace=True)
        circuit.compose(alice[message], [0], inplace=True)
        circuit.compose(bob, [0, 1], [0, 1], inplace=True)
        assert_distribution(circuit, {message: 1.0})


check_two_bits(0, 0)
check_two_bits(1, 1)
### BEGIN HIDDEN TESTS
check_two_bits(0, 1)
check_two_bits(1, 0)
### END HIDDEN TESTS

# %% [markdown] task="teleport"
# ## 2. Teleportation with the wrong pair
#
# The laboratory delivered the wrong Bell state. Alice holds a qubit in a state that nobody knows, and one half of a pair in the state $B_{xz}$; Bob holds the other half. Write `teleport(x, z)`.
#
# **Input:** the label of the pair, two integers 0 or 1. Both parties know it.
#
# **Output:** a pair `(alice, bob)` of circuits. `alice` is a `QuantumCircuit` on two qubits (qubit 0 is the unknown one, qubit 1 her half of the pair) with exactly two classical bits: what she sends to Bob. `bob` is a `QuantumCircuit` on **one** qubit, his half, with exactly two classical bits: what came from Alice, in the same order. He acts on them by `if_test`.
#
# **Compared:** the channel from Alice's unknown qubit to Bob's qubit. It must be the identity: every state arrives, and so does half of an entangled pair. How the two bits are used is your own decision.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Begin with the label $(0, 0)$, which is the protocol of the lesson. What did the laboratory do to $\Phi^+$ to make $B_{xz}$ of it? Who could undo that?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# An X and a Z make all the difference, and on which of the two halves they are applied is immaterial, up to a global phase. So Alice may undo them before she begins, or Bob may do so at any time, without waiting for her.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Alice: `cx(0, 1)`, `h(0)`, measure qubit $k$ into bit $k$. Bob: X if the bit of qubit 1 is 1, and Z if the bit of qubit 0 is 1; besides, X `if x:` and Z `if z:`.
#
# </details>


# %% answer="teleport"
def teleport(x, z):
    ### BEGIN SOLUTION
    alice = QuantumCircuit(2, 2)
    alice.cx(0, 1)
    alice.h(0)
    alice.measure([0, 1], [0, 1])
    bob = QuantumCircuit(1, 2)
    if x:
        bob.x(0)
    if z:
        bob.z(0)
    with bob.if_test((bob.clbits[1], 1)):
        bob.x(0)
    with bob.if_test((bob.clbits[0], 1)):
        bob.z(0)
    return alice, bob
    ### END SOLUTION


# %% check="teleport" points=3
def check_teleport(x, z):
    """Bob's qubit is exchanged with qubit 0 at the end, so that the channel goes from qubit 0 to qubit 0."""
    alice, bob = teleport(x, z)
    assert_budget(alice, qubits=2)
    assert_budget(bob, qubits=1)
    circuit = QuantumCircuit(3, 2)
    circuit.compose(shared_pair(x, z), [1, 2], inplace=True)
    circuit.compose(alice, [0, 1], [0, 1], inplace=True)
    circuit.compose(bob, [2], [0, 1], inplace=True)
    circuit.swap(0, 2)
    assert_same_channel(circuit, np.eye(2), environment=[1, 2])


check_teleport(0, 0)
check_teleport(1, 1)
### BEGIN HIDDEN TESTS
check_teleport(0, 1)
check_teleport(1, 0)
### END HIDDEN TESTS

# %% [markdown]
# For the next task: a Bell measurement, which turns the label of a pair into classical bits. The qubits are destroyed as far as anybody cares.


# %% given="bell_measurement"
def bell_measurement():
    """Measure the label of a pair: x into classical bit 0, z into classical bit 1."""
    circuit = QuantumCircuit(2, 2)
    circuit.cx(1, 0)
    circuit.h(1)
    circuit.measure([0, 1], [0, 1])
    return circuit


# %% [markdown] task="chain"
# ## 3. A chain of repeaters
#
# A line of $n + 1$ stations is joined by $n$ pairs. Pair number $k$ (from 0) is in the Bell state with the label `links[k]`; the station before it holds its qubit 0, the station after it its qubit 1. Each of the $n - 1$ stations in the middle therefore holds two qubits. It does a `bell_measurement` on them (the half of the earlier pair is qubit 0 of the measurement) and announces its two bits. Station $k$, which stands between the pairs $k - 1$ and $k$, writes $x$ into classical bit $2(k-1)$ and $z$ into bit $2(k-1) + 1$, for $k = 1, \ldots, n - 1$.
#
# Now the two ends of the line, which never met, share an entangled pair. In which Bell state it is depends on all the labels and all the outcomes. Write `mend(links)`, by which the last station turns it into $\Phi^+$.
#
# **Input:** a list of $n \ge 1$ labels `(x, z)`.
#
# **Output:** a `QuantumCircuit` on **one** qubit (the one of the last station) with exactly $2(n - 1)$ classical bits, which acts on the announced bits by `if_test`. For $n = 1$ there are none.
#
# **Compared:** for *every* outcome of the stations, the pair of the first and the last qubit must be in the state $\Phi^+$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Begin with two links $\Phi^+$. If the station in the middle finds the label $x, z$, what is the label of the pair of the ends? Then give one link another label.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# A label different from 00 is the same as an X or a Z on some half of a pair $\Phi^+$, and such a gate can be moved along the whole line to the last qubit. Two X cancel; so do two Z.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# The bit $x$ of the final label is the exclusive or of all bits $x$, of links and stations alike; the same for $z$. You need not compute it: apply X once for each bit $x$ that is 1, by `if` for the links and by `if_test` for the announced ones. Then the same with Z.
#
# </details>


# %% answer="chain"
def mend(links):
    ### BEGIN SOLUTION
    stations = len(links) - 1
    circuit = QuantumCircuit(1, 2 * stations)
    for x, z in links:
        if x:
            circuit.x(0)
        if z:
            circuit.z(0)
    for k in range(stations):
        with circuit.if_test((circuit.clbits[2 * k], 1)):
            circuit.x(0)
        with circuit.if_test((circuit.clbits[2 * k + 1], 1)):
            circuit.z(0)
    return circuit
    ### END SOLUTION


# %% check="chain" points=3
def check_chain(links):
    """The two leftmost bits are the label of the pair of the ends, the others were announced by the stations."""
    last = mend(links)
    assert_budget(last, qubits=1)
    n, bits = len(links), 2 * (len(links) - 1)
    circuit = QuantumCircuit(2 * n, bits + 2)
    for k, label in enumerate(links):
        circuit.compose(shared_pair(*label), [2 * k, 2 * k + 1], inplace=True)
    for k in range(n - 1):
        pair = [2 * k + 1, 2 * k + 2]
        circuit.compose(bell_measurement(), pair, [2 * k, 2 * k + 1], inplace=True)
    circuit.compose(last, [2 * n - 1], range(bits), inplace=True)
    circuit.compose(bell_measurement(), [0, 2 * n - 1], [bits, bits + 1], inplace=True)
    announced = [format(i, f"0{bits}b") if bits else "" for i in range(2**bits)]
    assert_distribution(circuit, {"00" + text: 1 / 2**bits for text in announced})


check_chain([(0, 0), (0, 0)])
check_chain([(1, 0), (0, 1)])
check_chain([(0, 0), (1, 1), (0, 1)])
### BEGIN HIDDEN TESTS
for label in [(0, 0), (0, 1), (1, 0), (1, 1)]:
    check_chain([label])
check_chain([(1, 1), (1, 0)])
check_chain([(1, 0), (0, 0), (1, 0)])
check_chain([(0, 1), (1, 1), (1, 0), (1, 1)])
### END HIDDEN TESTS

# %% [markdown] task="ladder"
# ## 4. A gate out of a state
#
# A machine can do the gates `h`, `x`, `y`, `z`, `cx`, `cz` and `swap`, can measure, and can decide by the outcome. It has no finer phase gate. But it is delivered qubits in the states
#
# $$|\varphi\rangle = \frac{|0\rangle + e^{i\varphi}|1\rangle}{\sqrt2}, \qquad \varphi = \frac{\pi}{2^m}, \frac{2\pi}{2^m}, \frac{4\pi}{2^m}, \ldots, \frac{\pi}{2},$$
#
# one of each. Write `ladder(m)`, which applies the gate $P(\pi/2^m)$ to an unknown state with these means. For $m = 2$ this is the T gate.
#
# **Input:** an integer $m \ge 1$.
#
# **Output:** a `QuantumCircuit` on $m + 1$ qubits and as many classical bits as you like. Qubit 0 comes in an unknown state; qubit $k$, for $k = 1, \ldots, m$, comes in the state $|\varphi\rangle$ with $\varphi = 2^{k-1}\pi/2^m$. At the end qubit 0 must carry the unknown state with $P(\pi/2^m)$ applied, whatever the outcomes were.
#
# **Compared:** the channel on qubit 0. What is left in the other qubits does not count. **Allowed gates:** those named above, also inside `if_test`. Resets are not needed and not allowed.
#
# <details><summary>Hint 1: a nudge</summary>
#
# The case $m = 1$ first: one qubit in the state $(|0\rangle + i|1\rangle)/\sqrt2$. Do one CX between it and the unknown qubit, and measure one of the two. What is left of $a|0\rangle + b|1\rangle$ for each outcome?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# With `cx(0, 1)` and a measurement of qubit 1, the outcome 0 leaves $P(\varphi)$ and the outcome 1 leaves $P(-\varphi)$, up to a global phase. If it went wrong you need $P(2\varphi)$, and for that angle there is another qubit. What do you do when the last one has failed too?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For $k = 1, \ldots, m$: `cx(0, k)` and measure qubit $k$ into bit $k - 1$, but from $k = 2$ on only if bit $k - 2$ is 1. A bit that was never written is 0, so plain `if_test`s one after the other will do. After the last one, if bit $m - 1$ is 1, apply Z, which is $P(\pi)$.
#
# </details>


# %% answer="ladder"
def ladder(m):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(m + 1, m)
    circuit.cx(0, 1)
    circuit.measure(1, 0)
    for k in range(2, m + 1):
        with circuit.if_test((circuit.clbits[k - 2], 1)):
            circuit.cx(0, k)
            circuit.measure(k, k - 1)
    with circuit.if_test((circuit.clbits[m - 1], 1)):
        circuit.z(0)
    return circuit
    ### END SOLUTION


# %% check="ladder" points=3
def check_ladder(m):
    """Prepare the delivered qubits, run the answer, and compare what becomes of qubit 0."""
    answer = ladder(m)
    assert_budget(answer, qubits=m + 1, allowed_gates=["h", "x", "y", "z", "cx", "cz", "swap"])
    circuit = QuantumCircuit(m + 1, answer.num_clbits)
    for k in range(1, m + 1):
        circuit.h(k)
        circuit.p(2 ** (k - 1) * np.pi / 2**m, k)
    circuit.compose(answer, range(m + 1), range(answer.num_clbits), inplace=True)
    wanted = np.diag([1, np.exp(1j * np.pi / 2**m)])
    assert_same_channel(circuit, wanted, environment=list(range(1, m + 1)))


check_ladder(1)
check_ladder(2)
### BEGIN HIDDEN TESTS
check_ladder(3)
check_ladder(4)
### END HIDDEN TESTS

# %% [markdown] task="any_resource"
# ## 5. Whatever the pair is like
#
# Real pairs are noisy. Alice and Bob run the ordinary protocol: it is made for $\Phi^+$, and they know nothing better. Alice does a `bell_measurement` on the unknown qubit and her half of the pair, sends the label $x, z$ that she found, and Bob applies $X$ if $x = 1$, and then $Z$ if $z = 1$. But the pair is in any state $\rho$ at all. Write `arriving(resource)`.
#
# **Input:** the density matrix $\rho$ of the pair, an array of shape $(4, 4)$ in Qiskit's order. Alice holds qubit 0 (the right bit of a ket) and Bob qubit 1.
#
# **Output:** the channel from the unknown qubit to Bob's, all outcomes taken together: either a list of Kraus matrices of shape $(2, 2)$, or one of Qiskit's objects `Kraus`, `SuperOp`, `Choi`, `PTM`.
#
# **Compared:** the channel: what it does to every input, also to half of an entangled pair.
#
# *Example:* for $\rho = |\Phi^+\rangle\langle\Phi^+|$ the channel is the identity. For $\rho = I/4$ it sends every state to $I/2$. With the Werner state $w\,|\Phi^+\rangle\langle\Phi^+| + (1 - w)\,I/4$, the fidelity of what arrives is $(1 + w)/2$ for every pure input. This is more than $2/3$, the most that is possible without entanglement, exactly if $w > 1/3$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Put each of the four Bell states in the place of $\rho$. Which error does Bob's qubit have?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The pair $B_{xz}$ gives the error $X$, $Z$, both or none. What if $\rho$ is a mixture of Bell states? And if it is not: do the entries of $\rho$ between different Bell states make a difference? Recall that all four outcomes of Alice are taken together, each with a correction of its own.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# The entries between different Bell states cancel in the sum over the outcomes. What remains is: with probability $p_{xz} = \langle B_{xz}|\rho|B_{xz}\rangle$ the error $Z^zX^x$. The Kraus matrices are $\sqrt{p_{xz}}\,Z^zX^x$.
#
# </details>


# %% answer="any_resource"
def arriving(resource):
    ### BEGIN SOLUTION
    flip, sign = np.array([[0, 1], [1, 0]]), np.diag([1, -1])
    kraus = []
    for x in range(2):
        for z in range(2):
            bell = Statevector(shared_pair(x, z)).data
            weight = (bell.conj() @ resource @ bell).real
            error = np.linalg.matrix_power(sign, z) @ np.linalg.matrix_power(flip, x)
            kraus.append(np.sqrt(max(weight, 0)) * error)
    return kraus
    ### END SOLUTION


# %% check="any_resource" points=4
def check_resource(resource):
    """The exact channel: unknown qubit, pair, Bell measurement, corrections; as Kraus matrices."""
    flip, sign = np.array([[0, 1], [1, 0]]), np.diag([1, -1])
    weights, vectors = np.linalg.eigh(resource)
    kraus = []
    for x in range(2):
        for z in range(2):
            found = Statevector(shared_pair(x, z)).data.reshape(2, 2)  # [her half, unknown]
            turn = np.linalg.matrix_power(sign, z) @ np.linalg.matrix_power(flip, x)
            for weight, vector in zip(weights, vectors.T, strict=True):
                pair = vector.reshape(2, 2)  # [Bob's half, her half]
                kraus.append(np.sqrt(max(weight, 0)) * turn @ pair @ found.conj())
    assert_same_channel(arriving(np.array(resource)), kraus)


def pure(amplitudes):
    """The density matrix of a pure state."""
    return np.outer(amplitudes, np.conj(amplitudes))


for x, z in [(0, 0), (1, 0), (0, 1)]:
    check_resource(pure(Statevector(shared_pair(x, z)).data))
check_resource(np.eye(4) / 4)
check_resource(0.7 * pure(Statevector(shared_pair(0, 0)).data) + 0.3 * np.eye(4) / 4)
check_resource(pure(np.array([0.8, 0, 0, 0.6])))
### BEGIN HIDDEN TESTS
check_resource(pure(Statevector(shared_pair(1, 1)).data))
check_resource(pure(np.array([0, 0.6, 0.8j, 0])))
check_resource(pure(np.array([0.5, 0.5j, 0.5, -0.5j])))
for seed in range(3):
    check_resource(random_density_matrix(4, seed=seed).data)
    check_resource(pure(random_statevector(4, seed=seed).data))
### END HIDDEN TESTS

# %% [markdown] task="no_telephone"
# ## 6. In your own words: a newspaper article
#
# A newspaper writes: "Physicists have beamed a quantum state instantly from Delft to a laboratory far away. The original stayed behind, perfectly intact. The experiments of 2015 have proved that entangled particles influence each other faster than light, so it is only a matter of time before we can telephone in this way."
#
# Write 100 to 180 words to the editor. Correct the claims about *instantly*, about *the original*, and about *telephoning after the experiments of 2015*, each with a reason and not only with a verdict. An answer in words is enough; a formula may help. "Because nothing is faster than light" is a consequence and not an explanation.
#
# This answer is marked by a person, in any of the three languages of the course.

# %% [markdown] essay="no_telephone" points=3
# ### BEGIN SOLUTION
# *Instantly:* after Alice's measurement, and before her two bits arrive, Bob's qubit is in one of four states, $|\psi\rangle$ with I, X, Z or XZ applied, each with probability 1/4. He does not know which. Their average is $I/2$, whatever $|\psi\rangle$ is; so no measurement of his tells him anything about it. Only the two ordinary bits let him undo the error, and they travel no faster than light.
#
# *The original:* Alice's measurement leaves her two qubits in a Bell state that does not depend on $|\psi\rangle$, and her bits are four equally likely outcomes. Nothing of $|\psi\rangle$ is left with her. It must be so, since an unknown state cannot be copied.
#
# *Telephone:* the tests of 2015 violated Bell inequalities. What is refuted is that outcomes are fixed in advance by local variables, independent of the distant setting. But each side alone sees outcomes 0 and 1 half and half, whatever the other one chooses to measure. The violation shows only when both lists are compared. So there is nothing with which to telephone.
# ### END SOLUTION

# %% [markdown] rubric="no_telephone"
# One point for each of the three statements, independent of the others; no half points for style, length or language.
#
# - **1 point, instantly:** says that Bob's qubit alone tells him nothing about the state before Alice's bits arrive, *with a reason*: his average (reduced) state is $I/2$ whatever was sent, or: he holds one of four equally likely versions and does not know which. "The bits are no faster than light" without saying why he needs them earns no point.
#
# - **1 point, the original:** says that nothing of the state is left with Alice, *with a reason*: her outcomes do not depend on the state, or her qubits are left in a Bell state, or an unknown state cannot be copied.
#
# - **1 point, 2015:** says that what was refuted are local hidden variables (local realism), *and* that the outcomes of one side do not depend on the setting of the other, so that the correlation shows only when the lists are compared.
#
# A statement that contradicts one of these (for example, that the tests of 2015 showed a signal) takes the point of that line away.

# %% [markdown] task="classical_best"
# ## 7. The best that envelopes can do
#
# A game for two players who cannot talk to each other: a referee draws a pair of questions $(s, t)$, gives $s$ to Alice and $t$ to Bob, and each answers with one bit, $a$ and $b$. They win if $a \oplus b$ is the bit that the rule names for this pair of questions ($\oplus$ is exclusive or). They may agree on a plan beforehand, and toss coins together.
#
# Write `classical_best(rule, chance)`.
#
# **Input:** `rule`, a list of rows: `rule[s][t]` is the bit 0 or 1 that $a \oplus b$ should be. `chance`, a list of rows of the same shape: `chance[s][t]` is the probability of this pair of questions; their sum is 1. Alice has between 1 and 5 questions, Bob between 1 and 5, not necessarily as many.
#
# **Output:** a number: the greatest probability of winning for players with a classical plan.
#
# **Compared:** the number, up to $10^{-6}$.
#
# *Example:* for the CHSH game, `rule = [[0, 0], [0, 1]]` with all chances $1/4$, the answer is 0.75.
#
# <details><summary>Hint 1: a nudge</summary>
#
# With coins, the chance of winning is an average over plans without coins. So one of the plans without coins is at least as good. What is a plan without coins, written down?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# A list of Alice's answers, one for each of her questions, and a list of Bob's. `itertools.product([0, 1], repeat=n)` goes through all lists of length $n$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For each pair of lists add up `chance[s][t]` over all questions with `a[s] ^ b[t] == rule[s][t]`, and keep the largest sum. (If you want it faster: once Alice's list is fixed, Bob can choose the better answer for each of his questions on its own.)
#
# </details>


# %% answer="classical_best"
def classical_best(rule, chance):
    ### BEGIN SOLUTION
    from itertools import product

    best = 0
    for a in product([0, 1], repeat=len(rule)):
        for b in product([0, 1], repeat=len(rule[0])):
            wins = sum(
                chance[s][t]
                for s in range(len(a))
                for t in range(len(b))
                if a[s] ^ b[t] == rule[s][t]
            )
            best = max(best, wins)
    return best
    ### END SOLUTION


# %% check="classical_best" points=2
quarter = [[0.25, 0.25], [0.25, 0.25]]
assert_implements(
    classical_best,
    [
        (([[0, 0], [0, 1]], quarter), 0.75),
        (([[0, 1], [0, 1]], quarter), 1.0),
        (([[0, 0], [0, 1]], [[0.4, 0.3], [0.2, 0.1]]), 0.9),
        (([[1, 1, 0]], [[0.2, 0.3, 0.5]]), 1.0),
    ],
)
### BEGIN HIDDEN TESTS
ninth = [[1 / 9] * 3 for _ in range(3)]
fair = [[1 / 20] * 5 for _ in range(4)]
assert_implements(
    classical_best,
    [
        (([[1, 1], [1, 0]], quarter), 0.75),
        (([[1, 0], [0, 0]], [[0.1, 0.2], [0.3, 0.4]]), 0.9),
        (([[0, 1, 1], [1, 0, 1], [1, 1, 0]], ninth), 7 / 9),
        (([[0, 0, 1], [1, 0, 0]], [[0.1, 0.25, 0.2], [0.05, 0.3, 0.1]]), 0.85),
        (([[1], [0], [1]], [[0.2], [0.3], [0.5]]), 1.0),
        (
            (
                [[0, 1, 1, 0], [0, 0, 0, 1], [0, 1, 0, 1]],
                [[0.08, 0.01, 0.06, 0.06], [0.04, 0.13, 0.17, 0.12], [0.04, 0.1, 0.08, 0.11]],
            ),
            0.82,
        ),
        (
            (
                [[0, 0, 0, 0, 1], [0, 1, 0, 1, 1], [0, 0, 1, 1, 0], [0, 1, 1, 0, 0]],
                fair,
            ),
            0.75,
        ),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="estimate"
# ## 8. Did the experiment beat the bound?
#
# Alice and Bob have played many rounds. In each, Alice chose a setting $s$ and Bob a setting $t$, both 0 or 1. For each pair of settings you have the counts. With $E_{st}$ for the average of the product of the two outcomes, counted as $+1$ (bit 0) and $-1$ (bit 1), the CHSH value is
#
# $$S = E_{00} + E_{01} + E_{10} - E_{11}.$$
#
# From $N$ shots the average $E$ has the standard error $\sqrt{(1 - E^2)/N}$. Errors of independent numbers add up as the squares: $\sigma_S^2 = \sigma_{00}^2 + \sigma_{01}^2 + \sigma_{10}^2 + \sigma_{11}^2$.
#
# Write `chsh_estimate(counts)`.
#
# **Input:** `counts[s][t]`, a list of two lists of two dictionaries, from bit strings of two bits to numbers of shots. The number of shots, at least one, may differ between the settings. Bit strings that never came out are not in the dictionary.
#
# **Output:** a pair `(value, error)`: the estimate of $S$ and its standard error $\sigma_S$.
#
# **Compared:** both numbers, up to $10^{-6}$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# First one pair of settings: from a dictionary to $E$ and to $\sigma^2$. For which keys is the product of the two values $+1$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $E$ is (shots that agree minus shots that differ) divided by all shots *of this setting*. `counts.get("00", 0)` gives 0 for a key that is not there.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Go through the four settings. Add $E$ with the sign $(-1)^{st}$, and add $(1 - E^2)/N$ to the variance, always with plus. The square root comes at the very end.
#
# </details>


# %% answer="estimate"
def chsh_estimate(counts):
    ### BEGIN SOLUTION
    value = variance = 0
    for s in range(2):
        for t in range(2):
            shots = sum(counts[s][t].values())
            agree = counts[s][t].get("00", 0) + counts[s][t].get("11", 0)
            average = (2 * agree - shots) / shots
            value += (-1) ** (s * t) * average
            variance += (1 - average**2) / shots
    return value, np.sqrt(variance)
    ### END SOLUTION


# %% check="estimate" points=2
good = {"00": 430, "11": 420, "01": 80, "10": 70}
bad = {"00": 70, "11": 90, "01": 440, "10": 400}
assert_close(chsh_estimate([[good, good], [good, bad]]), (2.78, 0.045471), tolerance=1e-6)
always = {"11": 5}
assert_close(chsh_estimate([[always, always], [always, always]]), (2.0, 0.0), tolerance=1e-6)
### BEGIN HIDDEN TESTS


def expected_estimate(table):
    """From (agree, differ) for the settings 00, 01, 10, 11."""
    averages = [(agree - differ) / (agree + differ) for agree, differ in table]
    variance = sum((1 - e**2) / sum(pair) for e, pair in zip(averages, table, strict=True))
    return averages[0] + averages[1] + averages[2] - averages[3], np.sqrt(variance)


uneven = [
    [{"00": 300, "11": 120, "10": 80}, {"00": 55, "01": 20, "10": 5}],
    [{"11": 900, "01": 100}, {"00": 3, "01": 30, "10": 7}],
]
assert_close(chsh_estimate(uneven), expected_estimate([(420, 80), (55, 25), (900, 100), (3, 37)]))
backwards = [
    [{"01": 40, "10": 30, "00": 10}, {"01": 12, "11": 2}],
    [{"00": 9, "11": 31, "10": 60}, {"11": 81, "00": 9, "01": 10}],
]
assert_close(chsh_estimate(backwards), expected_estimate([(10, 70), (2, 12), (40, 60), (90, 10)]))
### END HIDDEN TESTS

# %% [markdown] task="chsh_players"
# ## 9. Every entangled pair wins
#
# In the CHSH game each player gets a question, 0 or 1, all four pairs equally likely. They win if $a \oplus b = s \wedge t$: the answers must be equal unless both questions are 1. Alice and Bob share the pair
#
# $$\cos\theta\,|00\rangle + \sin\theta\,|11\rangle, \qquad 0 \le \theta \le \pi/2,$$
#
# and both know $\theta$. Each turns her or his own qubit, and measures it in the usual basis; the outcome is the answer. Write `players(theta)`.
#
# **Input:** the angle $\theta$ of the pair.
#
# **Output:** a pair `(alice, bob)`. `alice` is a list of two circuits: what Alice does before measuring if her question is 0, and if it is 1. `bob` is the same for Bob. Each is a `QuantumCircuit` on **one** qubit, without measurements and without classical bits.
#
# **Compared:** the probability of winning, averaged over the four pairs of questions. It must be at most $10^{-5}$ below the best possible value for this pair,
#
# $$\frac12 + \frac{\sqrt{1 + \sin^2 2\theta}}{4}.$$
#
# For $\theta = \pi/4$ this is $\cos^2(\pi/8) \approx 0.8536$, Tsirelson's bound. For every $\theta$ strictly between 0 and $\pi/2$ it is more than the classical $3/4$: every entangled pure state of two qubits breaks the bound (Gisin, 1991; that no settings do better than the formula follows from a criterion of Horodecki and others, 1995). Different turns with the same chance are equally good.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Solve $\theta = \pi/4$ first, with the angles of the lesson. For smaller $\theta$, which correlations of this pair are still perfect, and which have become weaker?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# For this state $\langle ZZ\rangle = 1$, $\langle XX\rangle = \sin 2\theta$ and $\langle ZX\rangle = \langle XZ\rangle = 0$. Let Alice measure $Z$ or $X$. Let Bob measure $\cos\mu\,Z + \sin\mu\,X$ or $\cos\mu\,Z - \sin\mu\,X$. Write $S$ as a function of $\mu$. Where is it largest?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# $S = 2\cos\mu + 2\sin\mu\sin 2\theta$ is largest for $\tan\mu = \sin 2\theta$. To measure $\cos\beta\,Z + \sin\beta\,X$, turn by `ry(-beta)` first. Alice: $\beta = 0$ or $\pi/2$. Bob: $\beta = \mu$ or $-\mu$.
#
# </details>


# %% answer="chsh_players"
def players(theta):
    ### BEGIN SOLUTION
    alice = [QuantumCircuit(1), QuantumCircuit(1)]
    alice[1].ry(-np.pi / 2, 0)
    bob = [QuantumCircuit(1), QuantumCircuit(1)]
    mu = np.arctan(np.sin(2 * theta))
    bob[0].ry(-mu, 0)
    bob[1].ry(mu, 0)
    return alice, bob
    ### END SOLUTION


# %% check="chsh_players" points=3
def check_players(theta):
    """The exact probability of winning, from the states before the measurements."""
    alice, bob = players(theta)
    chance = 0.0
    for s in range(2):
        for t in range(2):
            assert_budget(alice[s], qubits=1)
            assert_budget(bob[t], qubits=1)
            circuit = QuantumCircuit(2)
            circuit.ry(2 * theta, 0)
            circuit.cx(0, 1)
            circuit.compose(alice[s], [0], inplace=True)
            circuit.compose(bob[t], [1], inplace=True)
            probabilities = Statevector(circuit).probabilities()
            wins = [1, 2] if s and t else [0, 3]
            chance += probabilities[wins].sum() / 4
    best = 1 / 2 + np.sqrt(1 + np.sin(2 * theta) ** 2) / 4
    assert_between(float(chance), lowest=float(best) - 1e-5)


check_players(np.pi / 4)
check_players(np.pi / 8)
### BEGIN HIDDEN TESTS
for theta in (0.0, 0.1, 0.6, 1.0, 1.4, np.pi / 2):
    check_players(theta)
### END HIDDEN TESTS

# %% [markdown] task="parity_game"
# ## 10. Certain to win
#
# A game for $n \ge 3$ players who cannot talk. Each gets a question, 0 or 1, and answers with one bit. The referee promises that the number $w$ of players with the question 1 is even. The players win if the number of answers 1 is
#
# - even, where $w$ is a multiple of 4,
#
# - odd, where it is not ($w = 2, 6, \ldots$).
#
# For $n = 3$ this is Mermin's game of the lesson, where a classical plan wins at most 3 of the 4 cases. With growing $n$ the classical players do ever worse, down towards $1/2$. With the right shared state and the right moves, a quantum team wins always. Write `team(n)`.
#
# **Input:** the number $n$ of players.
#
# **Output:** a pair `(state, moves)`. `state` is a `QuantumCircuit` on `n` qubits: what the team prepares from $|0\ldots0\rangle$ before the questions are asked; player $k$ then takes qubit $k$. `moves` is a list of two circuits on **one** qubit: what a player does to her qubit before she measures it in the usual basis, if her question is 0, and if it is 1. All players use the same two. The outcome is the answer. All circuits are without measurements and without classical bits.
#
# **Compared:** the probability that the number of answers 1 is even. It must be 1 or 0, as the rule says, for all questions allowed.
#
# *Source:* the game with three players is by Mermin (*American Journal of Physics* 58, page 731, 1990), the one with $n$ by Brassard, Broadbent and Tapp (*Foundations of Physics* 35, page 1877, 2005).
#
# <details><summary>Hint 1: a nudge</summary>
#
# Let everybody have the question 0. Which state gives an even number of 1s if all qubits go through a Hadamard gate and are then measured?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The state $(|0\ldots0\rangle + |1\ldots1\rangle)/\sqrt2$ does, and with a minus sign in the middle it gives an odd number. So the questions must bring the sign in: $+$ for $w = 0, 4, \ldots$ and $-$ for $w = 2, 6, \ldots$. Each player with the question 1 contributes a part of it.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Two players together have to make $-1$, so each contributes $i$: the gate S. The move is S if the question is 1, and then H in any case.
#
# </details>


# %% answer="parity_game"
def team(n):
    ### BEGIN SOLUTION
    state = QuantumCircuit(n)
    state.h(0)
    for k in range(1, n):
        state.cx(0, k)
    moves = [QuantumCircuit(1), QuantumCircuit(1)]
    moves[1].s(0)
    for circuit in moves:
        circuit.h(0)
    return state, moves
    ### END SOLUTION


# %% check="parity_game" points=3
def check_team(n, cases):
    """A further qubit counts the answers 1; the bit measured says whether their number is odd."""
    state, moves = team(n)
    assert_budget(state, qubits=n)
    for turn in moves:
        assert_budget(turn, qubits=1)
    for questions in cases:
        circuit = QuantumCircuit(n + 1, 1)
        circuit.compose(state, range(n), inplace=True)
        for player, question in enumerate(questions):
            circuit.compose(moves[question], [player], inplace=True)
        for player in range(n):
            circuit.cx(player, n)
        circuit.measure(n, 0)
        assert_distribution(circuit, {str(sum(questions) // 2 % 2): 1.0})


check_team(3, [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)])
check_team(4, [(0, 1, 1, 0), (1, 1, 1, 1)])
### BEGIN HIDDEN TESTS
check_team(4, [(0, 0, 0, 0), (0, 1, 0, 1), (1, 1, 0, 0), (1, 0, 0, 1)])
check_team(5, [(1, 1, 0, 1, 1), (0, 1, 0, 1, 0), (1, 0, 0, 0, 1)])
check_team(6, [(1, 1, 1, 1, 1, 1), (1, 0, 1, 1, 0, 1), (0, 0, 1, 1, 0, 0)])
### END HIDDEN TESTS
