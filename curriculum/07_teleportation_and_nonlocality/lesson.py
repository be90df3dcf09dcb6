# %% [markdown]
# # Teleportation, superdense coding and nonlocality
#
# To describe the state of one qubit you need two angles, and an angle has infinitely many digits. Yet there is a procedure by which Alice moves such a state to Bob, without knowing it, by telling him **two bits** over the telephone. **How can two bits carry a state that would take infinitely many digits to describe? And why is the whole thing no telephone itself?**
#
# The answer has the same root as the strangest experiment in physics: two people who cannot talk to each other, and who win a game more often than any plan would allow. You will run both.
#
# *Alice* and *Bob* are far apart. Each can act on her or his own qubits only, and they can send each other ordinary bits.
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. send two bits by one qubit, and one qubit by two bits, with any Bell state as the resource (7.1 I A2);
# 2. write dynamic circuits, in which a gate depends on an earlier outcome, and say at each step what each party holds (5.3 II A2);
# 3. join pairs into a chain of repeaters, teleport a gate, and count what it costs (7.5 I A2);
# 4. win the CHSH game and the GHZ game more often than any classical plan can, and judge the data of such an experiment with its error (1.1 I A2);
# 5. explain what the Bell tests refute, what they do not, and why none of this sends a signal (1.1 I A2).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need Bell states, the reduced state and correlations in several bases from the module on entanglement.

# %%
from itertools import product

import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit
from qiskit.primitives import StatevectorSampler
from qiskit.quantum_info import (
    DensityMatrix,
    Operator,
    Pauli,
    Statevector,
    partial_trace,
    state_fidelity,
)
from qiskit_aer import AerSimulator


def shared_pair(x=0, z=0):
    """The Bell state (|0,x> + (-1)^z |1,not x>)/√2 on two qubits."""
    circuit = QuantumCircuit(2)
    circuit.h(1)
    circuit.cx(1, 0)
    if x:
        circuit.x(0)
    if z:
        circuit.z(1)
    return circuit


# %% [markdown]
# The two bits $x$ and $z$ are the *label* of a Bell state. In one formula, with $\bar x = 1 - x$ for the opposite bit,
#
# $$|B_{xz}\rangle = \frac{|0\,x\rangle + (-1)^z|1\,\bar x\rangle}{\sqrt2}: \qquad B_{00} = \Phi^+,\quad B_{01} = \Phi^-,\quad B_{10} = \Psi^+,\quad B_{11} = \Psi^-.$$
#
# The bit $x$ says whether the two qubits differ, and $z$ is the sign in the middle.
#
# ## 1. Two bits in one qubit
#
# We begin with the easier half, *superdense coding* (Bennett and Wiesner, 1992). Alice and Bob share the pair $\Phi^+$: she holds qubit 0, he holds qubit 1. Alice wants to tell Bob two bits. She may act on her qubit, and then she sends it to him.
#
# A qubit alone carries one bit: Holevo's theorem, which you met in the module on entanglement, says that from one qubit nobody gets more than one bit out. **Before you run the next cell:** Alice applies nothing, X, Z, or X and then Z to *her* qubit. Which state of the *pair* results in each case? Are the four states distinguishable?

# %%
for gates in ["", "x", "z", "xz"]:
    pair = shared_pair()
    for gate in gates:
        getattr(pair, gate)(0)
    print(f"{gates or 'nothing':8}", np.round(Statevector(pair).data.real, 3) + 0.0)

# %% [markdown]
# These are the four Bell states. X flips the bit $x$ of the label, Z flips the bit $z$. Although Alice touches half of the pair only, she can move it to each of *four orthogonal states*. Bob, as soon as he holds both qubits, undoes the circuit that makes a Bell state, and so turns the label back into two ordinary bits: CX, then H, then measure. This is called a **Bell measurement**.

# %%
message = "10"  # the left bit becomes z, the right bit x

dense = QuantumCircuit(2, 2)
dense.compose(shared_pair(), inplace=True)
dense.barrier()
if message[1] == "1":
    dense.x(0)  # Alice
if message[0] == "1":
    dense.z(0)  # Alice
dense.barrier()
dense.cx(1, 0)  # Bob, who has received qubit 0
dense.h(1)
dense.measure([0, 1], [0, 1])
dense.draw("mpl")

# %% [markdown]
# *Figure 1. Superdense coding. Left of the first barrier the pair is made and shared; between the barriers Alice acts on qubit 0 alone; on the right Bob reads both qubits.*
#
# **Before you run:** what does Bob read for each of the four messages? And what does a spy read who catches only Alice's qubit on its way?

# %%
messages = ["00", "01", "10", "11"]
read = np.zeros((4, 4))
for column, message in enumerate(messages):
    circuit = shared_pair()
    if message[1] == "1":
        circuit.x(0)
    if message[0] == "1":
        circuit.z(0)
    caught = partial_trace(Statevector(circuit), [1])
    print(message, " what the spy holds:", np.round(caught.data.real, 3).tolist())
    circuit.cx(1, 0)
    circuit.h(1)
    read[:, column] = Statevector(circuit).probabilities()

figure, axes = plt.subplots(figsize=(4.5, 3.8))
picture = axes.imshow(read, cmap="Blues", vmin=0, vmax=1)
axes.set_xticks(range(4), messages)
axes.set_yticks(range(4), messages)
axes.set_xlabel("message that Alice encodes")
axes.set_ylabel("bits that Bob reads")
figure.colorbar(picture, label="probability")
plt.show()

# %% [markdown]
# *Figure 2. Bob reads each of the four messages with certainty.*
#
# The spy holds $I/2$ in all four cases: the message is not in Alice's qubit. It is in the *relation* of the two qubits. This is also why Holevo's theorem is not broken: two qubits came to Bob for two bits. But the first of them came earlier, before Alice knew what she wanted to say.
#
# **Try:** let the shared pair be `shared_pair(1, 1)`. What does Bob read now? What would he, or Alice, have to change?

# %% [markdown]
# ## 2. Teleportation, step by step
#
# Now the other way round (Bennett, Brassard, Crépeau, Jozsa, Peres and Wootters, 1993). Alice holds qubit 0 in a state $|\psi\rangle = a|0\rangle + b|1\rangle$ that she does not know. She cannot find it out: a measurement gives one bit and spoils the state. But she and Bob share $\Phi^+$ on the qubits 1 (hers) and 2 (his).
#
# Write down the state of all three qubits, and sort it by the Bell states of *Alice's* two qubits. It takes half a page, and the result is
#
# $$|\Phi^+\rangle_{21}\,|\psi\rangle_0 = \frac12\sum_{x,z}\; Z^zX^x|\psi\rangle_2\;|B_{xz}\rangle_{10}.$$
#
# This is the same state as before; nothing has happened yet. Read from the right: if Alice does a Bell measurement on her two qubits, she finds each of the four labels with probability $1/4$, and Bob's qubit is then $|\psi\rangle$ up to an X, a Z, or both. Which ones, the label says.
#
# ### The circuit
#
# Bob's gates depend on Alice's outcomes. A circuit in which this is so is called *dynamic*. In Qiskit, `with circuit.if_test((bit, 1)):` makes the indented gates happen only if the classical bit is 1.

# %%
angle = 1.0  # the state that is sent: cos(0.5)|0> + sin(0.5)|1>


def teleportation(prepare, correct=True):
    """Qubit 0 is prepared by a circuit; qubits 1 and 2 are the pair; bit 0 is z, bit 1 is x."""
    circuit = QuantumCircuit(3, 2)
    circuit.compose(prepare, [0], inplace=True)
    circuit.compose(shared_pair(), [1, 2], inplace=True)
    circuit.barrier()
    circuit.cx(0, 1)  # Alice: Bell measurement
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    if correct:
        with circuit.if_test((circuit.clbits[1], 1)):  # Bob
            circuit.x(2)
        with circuit.if_test((circuit.clbits[0], 1)):
            circuit.z(2)
    return circuit


psi = QuantumCircuit(1)
psi.ry(angle, 0)
teleportation(psi).draw("mpl")

# %% [markdown]
# *Figure 3. Teleportation. Left of the barrier: the state to be sent (qubit 0) and the shared pair. Then Alice's Bell measurement, and Bob's two gates, each of which happens only if the bit above it is 1. Between Alice and Bob there is no gate, only the two classical bits.*
#
# **Before you run the next cell:** for each of the four outcomes, what is Bob's qubit *without* his corrections? And what is it if you average over the outcomes, because Bob does not know them yet?


# %%
def bob_by_outcome(circuit, shots=400):
    """Density matrix of qubit 2 for each outcome of the two bits (z is bit 0, x is bit 1)."""
    saved = circuit.copy()
    saved.save_density_matrix(qubits=[2], label="bob", conditional=True)
    result = AerSimulator(seed_simulator=5).run(saved, shots=shots).result()
    return {int(key, 16): DensityMatrix(rho) for key, rho in result.data()["bob"].items()}


def arrow(rho):
    """The x and z components of the Bloch arrow."""
    return [rho.expectation_value(Pauli(axis)).real for axis in "XZ"]


colours = ["tab:blue", "tab:orange", "tab:green", "tab:red"]
figure, both = plt.subplots(1, 2, figsize=(9, 4.4))
for axes, correct in zip(both, [False, True], strict=True):
    axes.add_patch(plt.Circle((0, 0), 1, fill=False, color="gray"))
    for outcome, rho in sorted(bob_by_outcome(teleportation(psi, correct)).items()):
        x, z = outcome >> 1, outcome & 1
        tip = np.array(arrow(rho)) * (1 - 0.1 * outcome * correct)  # so that all four are seen
        axes.annotate(
            "", tip, (0, 0), arrowprops={"arrowstyle": "->", "lw": 2.5, "color": colours[outcome]}
        )
        axes.plot([], [], color=colours[outcome], label=f"x = {x}, z = {z}")
    axes.set_xlim(-1.15, 1.15)
    axes.set_ylim(-1.15, 1.15)
    axes.set_aspect("equal")
    axes.set_xlabel("⟨X⟩ of Bob's qubit")
    axes.set_ylabel("⟨Z⟩ of Bob's qubit")
    axes.set_title("after the corrections" if correct else "before the bits arrive")
both[0].plot(0, 0, "k*", markersize=14)
both[1].plot([], [], "k*", markersize=14, label="average of the four")
both[1].legend(loc="lower left", fontsize=8)
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 4. Bob's Bloch arrow for each of Alice's four outcomes, in the plane of x and z. Left: before the bits arrive the four arrows cancel, and the star in the centre is all that Bob has. Right: after the corrections all four are the same (drawn with different lengths, so that they can be told apart).*
#
# ### What each party holds
#
# | step | Alice's qubits 0 and 1 | what Bob holds, on his own | what has travelled |
# | --- | --- | --- | --- |
# | the pair is shared | $\lvert\psi\rangle$ and half of a pair | $I/2$ | half of the pair, long ago |
# | Alice has measured | $\lvert B_{xz}\rangle$, and two bits | $I/2$ (one of four versions, he does not know which) | nothing |
# | the bits have arrived | $\lvert B_{xz}\rangle$ | $Z^zX^x\lvert\psi\rangle$, and he knows $x$ and $z$ | two bits |
# | Bob has corrected | nothing of $\lvert\psi\rangle$ | $\lvert\psi\rangle$ | |
#
# (In our circuit the Bell measurement turns $|B_{xz}\rangle$ into the basis state $|xz\rangle$ before it looks; this is the same information.)
#
# The second row is why teleportation is no telephone. Let us look at it for states of all kinds, by numbers. **Before you run:** which of the two curves depends on the state that is sent? What is the fidelity of $I/2$ with a pure state?

# %%
sent = np.linspace(0, 2 * np.pi, 17)
early, late, shares = [], [], []
for number, theta in enumerate(sent):
    state = QuantumCircuit(1)
    state.ry(theta, 0)
    state.rz(0.7, 0)
    wanted = Statevector(state)
    for correct, list_of_fidelities in [(False, early), (True, late)]:
        circuit = teleportation(state, correct)
        circuit.save_density_matrix(qubits=[2], label="bob")
        circuit.measure_all()  # only to count Alice's outcomes
        result = AerSimulator(seed_simulator=5000 * number).run(circuit, shots=1000).result()
        list_of_fidelities.append(state_fidelity(result.data()["bob"], wanted))
    counts = result.get_counts()
    shares.append([sum(n for key, n in counts.items() if key.endswith(bits)) for bits in messages])

figure, axes = plt.subplots(figsize=(6.5, 3.5))
axes.plot(sent, late, "o-", label="Bob, after the corrections")
axes.plot(sent, early, "s-", label="Bob, before the bits arrive")
axes.set_xticks([0, np.pi / 2, np.pi, 3 * np.pi / 2, 2 * np.pi], ["0", "π/2", "π", "3π/2", "2π"])
axes.set_xlabel("angle θ of the state that is sent (radians)")
axes.set_ylabel("fidelity with what was sent")
axes.set_ylim(0, 1.05)
axes.legend(loc="lower left")
axes.grid(alpha=0.3)
plt.show()
print("shares of the outcomes 00, 01, 10, 11 for three of the states:")
print(np.array(shares)[[0, 4, 8]] / 1000)

# %% [markdown]
# *Figure 5. How close Bob's qubit is to the state that Alice sends. With the bits it is perfect for every state. Without them it is $1/2$ for every state, up to sampling noise: a fair coin.*
#
# ### Four misconceptions, and what the run says
#
# - *"It is faster than light."* At the moment of Alice's measurement Bob's average state does not change, and it does not depend on $|\psi\rangle$ (Figure 4, left). He needs the two bits, and they are an ordinary message.
#
# - *"It makes a copy."* Alice's two bits have the probabilities $1/4$ for every $|\psi\rangle$ (the printed table), and her qubits end in a basis state. Nothing of $|\psi\rangle$ is left with her. The no-cloning theorem demands it.
#
# - *"Two bits contain the state."* They contain nothing of it: two fair coins. The digits of the angles come by way of the pair; the bits only say which of four errors to undo. And from the one qubit that arrives, Bob can again get no more than one bit by measuring. The infinitely many digits are *moved*, and nobody reads them.
#
# - *"Matter travels."* No particle of Alice's arrives. Bob's qubit was in his laboratory all the time, and takes over the state.
#
# ### The same without a measurement in the middle
#
# A gate that depends on a measured bit can be replaced by a *controlled* gate, with the measurement afterwards: the **principle of deferred measurement**. Alice's bits then become control qubits. It is good for calculations, and useless as a protocol, because the controlled gates reach from Alice to Bob.

# %%
deferred = QuantumCircuit(3)
deferred.compose(psi, [0], inplace=True)
deferred.compose(shared_pair(), [1, 2], inplace=True)
deferred.cx(0, 1)
deferred.h(0)
deferred.cx(1, 2)  # instead of: X if bit 1
deferred.cz(0, 2)  # instead of: Z if bit 0
whole = Statevector(deferred)
print("Bob's fidelity:", round(state_fidelity(partial_trace(whole, [0, 1]), Statevector(psi)), 6))
alice = partial_trace(whole, [2])
print(
    "Alice's two qubits, fidelity with |++>:",
    round(state_fidelity(alice, Statevector.from_label("++")), 6),
)

# %% [markdown]
# Alice's qubits end in $|{+}{+}\rangle$ whatever was sent. Here you see the absence of a copy without any average.
#
# ### A state that is part of something
#
# Teleportation does not know what it carries. If qubit 0 is itself half of an entangled pair with a further qubit, its entanglement is carried along. This is the strictest test of "every state arrives", and the next section lives on it.
#
# **Try:** in `teleportation`, exchange the two conditions, so that X is applied for bit 0 and Z for bit 1. For which states does Bob still get the right state?

# %% [markdown]
# ## 3. Entanglement swapping, and a chain of repeaters
#
# A photon in a glass fibre is lost with 99 % probability after about 100 km. It cannot be amplified, since amplifying is copying. What can be done is to make pairs over short distances, and to join them.
#
# Four qubits: Alice (0) and a station in the middle (1) share $\Phi^+$; the station (2) and Bob (3) share another one. The station does a Bell measurement on *its* two qubits. **Before you run:** Alice's and Bob's qubits have never met. What is their state if the station finds the label $x, z$? What if the label gets lost?

# %%
chain = QuantumCircuit(4)
chain.compose(shared_pair(), [0, 1], inplace=True)
chain.compose(shared_pair(), [2, 3], inplace=True)
chain.cx(2, 1)  # the station: Bell measurement of 1 and 2, x on qubit 1 and z on qubit 2
chain.h(2)

bell_states = {f"B{x}{z}": Statevector(shared_pair(x, z)) for x in range(2) for z in range(2)}
table = np.zeros((4, 4))
for row, (x, z) in enumerate(product(range(2), repeat=2)):
    projector = Operator(np.kron(np.diag([1 - z, z]), np.diag([1 - x, x])))  # qubit 2, qubit 1
    after = Statevector(chain).evolve(projector, [1, 2])
    ends = partial_trace(after / np.sqrt(after.inner(after).real), [1, 2])
    table[row] = [state_fidelity(ends, bell) for bell in bell_states.values()]

figure, axes = plt.subplots(figsize=(4.5, 3.8))
picture = axes.imshow(table, cmap="Blues", vmin=0, vmax=1)
axes.set_xticks(range(4), list(bell_states))
axes.set_yticks(range(4), ["x=0, z=0", "x=0, z=1", "x=1, z=0", "x=1, z=1"])
axes.set_xlabel("Bell state of Alice and Bob")
axes.set_ylabel("what the station finds")
figure.colorbar(picture, label="fidelity")
plt.show()
print("without the label:\n", np.round(partial_trace(Statevector(chain), [1, 2]).data.real, 3))

# %% [markdown]
# *Figure 6. Entanglement swapping. The label that the station finds is the label of the pair of Alice and Bob. Without it they hold $I/4$, no correlation at all.*
#
# This is teleportation once more: the station teleports its half of Alice's pair to Bob. With more stations the labels add up: **the label of the pair of the ends is the exclusive or of all labels that were found**, and of the labels of the pairs, if these are not $\Phi^+$. One party can repair everything with one X and one Z.
#
# ### What noise does to a chain
#
# Real pairs are not perfect. A common model is the *Werner state*: with weight $w$ the pair is $\Phi^+$, and else it is useless noise, $w\,|\Phi^+\rangle\langle\Phi^+| + (1 - w)\,I/4$. Swapping two of them gives a Werner state with the product of the weights. Using it to teleport gives the fidelity $(1 + w)/2$.
#
# A plan without entanglement (measure, tell the outcome, prepare) reaches an average fidelity of $2/3$ at best (Massar and Popescu, 1995). **Before you run:** after how many links of weight 0.95 is the chain no better than that?

# %%
links = np.arange(1, 41)
figure, axes = plt.subplots(figsize=(6.5, 3.5))
for weight, style in [(0.99, "o-"), (0.95, "s-"), (0.9, "^-")]:
    fidelity = (1 + weight**links) / 2
    axes.plot(links, fidelity, style, markersize=4, label=f"w = {weight} for each link")
    useful = links[fidelity > 2 / 3].max()
    note = "or more" if useful == links.max() else ""
    print(f"w = {weight}: better than 2/3 up to {useful} links {note}")
axes.axhline(2 / 3, color="gray", linestyle="--", label="without entanglement: 2/3")
axes.set_xlabel("number of links")
axes.set_ylabel("fidelity of teleportation")
axes.set_ylim(0.3, 1.02)
axes.legend(loc="lower left", fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 7. Fidelity of teleportation through a chain. With $w = 0.95$ the chain is useless after 21 links. This is why repeaters need *entanglement distillation* (a few good pairs out of many bad ones) or error correction; both cost further pairs.*
#
# **Try:** let the first pair be `shared_pair(1, 0)`. How does Figure 6 change?

# %% [markdown]
# ## 4. Teleporting a gate
#
# Suppose that Alice and Bob share the pair, and Bob applies a gate $U$ to his half *before* anything is teleported. **Before you run:** what does he hold when Alice has measured? Does the correction change?
#
# He holds $U Z^zX^x|\psi\rangle$. He wants $U|\psi\rangle$, so he has to apply $U X^xZ^z U^\dagger$. Whether this is easier than $U$ itself depends on $U$:
#
# - For the gates H, S and CX (the *Clifford gates*) the correction is again a product of Pauli gates.
#
# - For T the correction for $x = 1$ is $TXT^\dagger$, which is a Clifford gate. Let us look.

# %%
t_gate, x_gate = np.diag([1, np.exp(1j * np.pi / 4)]), np.array([[0, 1], [1, 0]])
s_gate = np.diag([1, 1j])
correction = t_gate @ x_gate @ t_gate.conj().T
print(np.round(correction, 3))
print("is exp(-iπ/4) S X:", np.allclose(correction, np.exp(-1j * np.pi / 4) * s_gate @ x_gate))

gate_moved = QuantumCircuit(3, 2)
gate_moved.ry(angle, 0)
gate_moved.rz(0.4, 0)
gate_moved.compose(shared_pair(), [1, 2], inplace=True)
gate_moved.t(2)  # the pair with the gate in it: it can be made in advance, and tested
gate_moved.barrier()
gate_moved.cx(0, 1)
gate_moved.h(0)
gate_moved.measure([0, 1], [0, 1])
with gate_moved.if_test((gate_moved.clbits[0], 1)):
    gate_moved.z(2)  # T Z T† = Z
with gate_moved.if_test((gate_moved.clbits[1], 1)):
    gate_moved.x(2)  # T X T† = S X, up to a global phase
    gate_moved.s(2)

wanted = QuantumCircuit(1)
wanted.ry(angle, 0)
wanted.rz(0.4, 0)
wanted.t(0)
for outcome, rho in sorted(bob_by_outcome(gate_moved).items()):
    fidelity = state_fidelity(rho, Statevector(wanted))
    print(f"x = {outcome >> 1}, z = {outcome & 1}: fidelity with T|ψ> is {fidelity:.6f}")

# %% [markdown]
# After the barrier no T gate occurs, and yet T has been applied to $|\psi\rangle$. Gottesman and Chuang showed in 1999 what this is good for: in an error-corrected computer the gate that is hardest to do well, T, can be done *on a spare state*, tried again until it has succeeded, and only then be teleported into the computation. A gate that goes wrong spoils a spare part and not the data.
#
# One classical bit and a single spare qubit are enough for T; you find the circuit in the exercise.
#
# ### What it costs
#
# An *ebit* is one shared pair $\Phi^+$, a *cbit* one ordinary bit that is sent. Pairs can be shared in advance.
#
# | task | ebits | cbits | qubits sent |
# | --- | --- | --- | --- |
# | superdense coding of 2 bits | 1 | 0 | 1 |
# | teleportation of 1 qubit | 1 | 2 | 0 |
# | swapping: 1 pair of the ends from $n$ links | $n$ | $2(n-1)$ | 0 |
# | a CX between Alice's qubit and Bob's | 1 | 1 in each direction | 0 |
# | making one ebit | 0 | 0 | 1 |
# | entanglement from cbits alone | impossible | any number | 0 |
#
# The first two rows are each other's mirror image: with an ebit, one qubit is worth two bits, and two bits are worth one qubit. Each time the ebit is used up. Neither can be done with less.
#
# **Try:** take `gate_moved.h(2)` for the gate in the pair. What are the corrections now?

# %% [markdown]
# ## 5. A game that no plan wins
#
# So far, entanglement moved things. Now it does something that *cannot be explained* by things that are moved, or carried along. The form as a game is due to the computer scientists; the inequality behind it to Clauser, Horne, Shimony and Holt (CHSH, 1969), and the idea to Bell (1964).
#
# Alice and Bob cannot talk. A referee tosses two coins: the bit $s$ is a question to Alice, $t$ a question to Bob. They answer with a bit each, $a$ and $b$. **They win if $a \oplus b = s \wedge t$**: equal answers, except if both questions are 1, when the answers must differ. They know the rule and may agree on a plan before.
#
# A plan is: "for question 0 I answer ..., for question 1 I answer ...", for each of the two. **Before you run:** how many plans are there? How often does the best one win?

# %%
chances = []
for a0, a1, b0, b1 in product([0, 1], repeat=4):
    a, b = [a0, a1], [b0, b1]
    won = sum(a[s] ^ b[t] == (s & t) for s in range(2) for t in range(2))
    chances.append(won / 4)

figure, axes = plt.subplots(figsize=(6.5, 3.2))
axes.bar(range(16), chances)
axes.axhline(0.75, color="tab:orange", linestyle="--", label="75 %")
axes.set_xticks(range(16), [f"{plan:04b}" for plan in range(16)], rotation=60)
axes.set_xlabel("plan: answers a(0) a(1) b(0) b(1)")
axes.set_ylabel("chance of winning")
axes.set_ylim(0, 1)
axes.legend()
plt.show()

# %% [markdown]
# *Figure 8. All 16 plans. Each wins one or three of the four cases; none wins all.*
#
# The reason is a line of arithmetic. To win all cases one needs $a_0\oplus b_0 = 0$, $a_0\oplus b_1 = 0$, $a_1\oplus b_0 = 0$ and $a_1\oplus b_1 = 1$. Add them up: on the left every letter occurs twice and the sum is 0; on the right it is 1. Tossing coins, alone or together, only averages over the 16 plans, and an average is not more than its largest term. **So 75 % is the bound for everybody who decides by information carried along: envelopes, lists, shared randomness of any kind.** This is a Bell inequality.
#
# ### The quantum plan
#
# Alice and Bob share $\Phi^+$. Each turns the own qubit by an angle that depends on the question, measures, and answers with the outcome. Measuring the direction $\cos\beta\,Z + \sin\beta\,X$ means `ry(-beta)` and then the usual measurement. If Alice takes the angle $\alpha$ and Bob $\beta$, the correlation is
#
# $$E = P(\text{equal}) - P(\text{different}) = \cos(\alpha - \beta).$$
#
# Let Alice take $0$ for the question 0, and $\pi/2$ for 1. Let Bob take $\beta$ for the question 0, and $-\beta$ for 1. **Before you run:** for which $\beta$ is the distance to Alice's angle small where they should be equal, and large in the one case where they should differ?

# %%
alice_angles = [0, np.pi / 2]


def game(alpha, beta):
    """The pair, both turns, both measurements. Alice has qubit 0, Bob qubit 1."""
    circuit = shared_pair()
    circuit.ry(-alpha, 0)
    circuit.ry(-beta, 1)
    circuit.measure_all()
    return circuit


def exact_chance(beta):
    """The chance of winning if Bob's angles are beta and -beta."""
    total = 0
    for s, t in product(range(2), repeat=2):
        circuit = game(alice_angles[s], [beta, -beta][t]).remove_final_measurements(inplace=False)
        probabilities = Statevector(circuit).probabilities()
        equal = probabilities[0] + probabilities[3]
        total += (1 - equal if s and t else equal) / 4
    return total


betas = np.linspace(-np.pi / 2, np.pi, 61)
figure, axes = plt.subplots(figsize=(6.5, 3.5))
axes.plot(betas, [exact_chance(beta) for beta in betas])
axes.axhline(0.75, color="tab:orange", linestyle="--", label="best classical plan: 75 %")
axes.axhline(np.cos(np.pi / 8) ** 2, color="tab:green", linestyle=":", label="cos²(π/8) = 85.4 %")
axes.set_xticks(
    [-np.pi / 2, -np.pi / 4, 0, np.pi / 4, np.pi / 2, np.pi],
    ["-π/2", "-π/4", "0", "π/4", "π/2", "π"],
)
axes.set_xlabel("Bob's angle β (radians)")
axes.set_ylabel("chance of winning")
axes.set_ylim(0, 1)
axes.legend(loc="lower left", fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 9. The chance of winning against Bob's angle. Between 0 and $\pi/2$ the players do better than every classical plan. At $\beta = \pi/4$ all four cases are won with the same chance, $\cos^2(\pi/8) \approx 0.854$.*
#
# At $\beta = \pi/4$ the two angles differ by $\pi/4$ in the three cases in which the answers should be equal, and by $3\pi/4$ in the fourth. So $|E| = 1/\sqrt2$ each time. Experimenters use the number
#
# $$S = E_{00} + E_{01} + E_{10} - E_{11}, \qquad \text{chance of winning} = \frac12 + \frac S8.$$
#
# Classical plans: $|S| \le 2$. Here: $S = 4/\sqrt2 = 2\sqrt2 \approx 2.83$.
#
# ### No quantum plan does better
#
# Let $A_0, A_1$ be Alice's observables and $B_0, B_1$ Bob's, with values $\pm1$, so that the square of each is $I$. The operator $C = A_0(B_0 + B_1) + A_1(B_0 - B_1)$ has the average $S$. Multiply out its square, and remember that Alice's operators commute with Bob's:
#
# $$C^2 = 4I - (A_0A_1 - A_1A_0)(B_0B_1 - B_1B_0).$$
#
# Each of the two brackets has norm at most 2, so $C^2$ has norm at most 8, and $|S| \le \sqrt 8 = 2\sqrt2$. This is **Tsirelson's bound** (1980). It holds for every state and every dimension. If Alice's two observables commute, the bracket is zero and the bound is 2: without incompatible measurements there is no violation.
#
# ### The experiment, with its error
#
# An experiment has counts, and not probabilities. From $N$ shots, $E$ has the standard error $\sqrt{(1 - E^2)/N}$; the squares of the four errors add up to the square of the error of $S$. **Before you run:** with 500 shots for each setting, how many standard errors above 2 do you expect $S$ to be?

# %%
shots = 500
settings = list(product(range(2), repeat=2))
circuits = [game(alice_angles[s], [np.pi / 4, -np.pi / 4][t]) for s, t in settings]
sampler = StatevectorSampler(seed=np.random.default_rng(21))
averages, errors = [], []
for one in sampler.run(circuits, shots=shots).result():
    counts = one.data.meas.get_counts()
    average = (2 * (counts.get("00", 0) + counts.get("11", 0)) - shots) / shots
    averages.append(average)
    errors.append(np.sqrt((1 - average**2) / shots))

value = averages[0] + averages[1] + averages[2] - averages[3]
error = np.sqrt(np.sum(np.square(errors)))
print(f"S = {value:.3f} ± {error:.3f}, {(value - 2) / error:.0f} standard errors above 2")

figure, axes = plt.subplots(figsize=(6, 3.5))
axes.bar(range(4), averages, yerr=errors, capsize=6, color="tab:blue", alpha=0.7)
for place, sign in enumerate([1, 1, 1, -1]):
    exact = sign / np.sqrt(2)
    axes.plot([place - 0.45, place + 0.45], [exact, exact], "k--", lw=1)
axes.axhline(0, color="black", linewidth=0.8)
axes.set_xticks(range(4), [f"s = {s}, t = {t}" for s, t in settings])
axes.set_xlabel("questions")
axes.set_ylabel("correlation E")
axes.set_ylim(-1, 1)
plt.show()

# %% [markdown]
# *Figure 10. The four correlations from 500 shots each. The error bars are one standard error, the dashed lines the exact values $\pm1/\sqrt2$.*
#
# ### Does it signal?
#
# Alice's and Bob's outcomes are correlated more strongly than any plan allows. **Before you run:** look at Bob alone. Does his share of 1s depend on Alice's question?

# %%
for t in range(2):
    for s in range(2):
        circuit = game(alice_angles[s], [np.pi / 4, -np.pi / 4][t])
        before = Statevector(circuit.remove_final_measurements(inplace=False))
        print(f"t = {t}, s = {s}: P(Bob answers 1) = {before.probabilities([1])[1]:.6f}")

# %% [markdown]
# It does not. *Nonlocality* is the name of a property of the two lists together: they cannot be produced by answers carried along. It is not the same as *signalling*, which would be visible in one list. (There are imaginable correlations that signal nothing and win the game with certainty: Popescu and Rohrlich described them in 1994. Nature does not seem to have them; why not, is not fully understood.)
#
# **Try:** replace the pair by $\cos\theta|00\rangle + \sin\theta|11\rangle$ with $\theta = \pi/8$, and move $\beta$. Can you still beat 75 %?

# %% [markdown]
# ## 6. Winning with certainty
#
# In the CHSH game the evidence is statistical. With three players it becomes all or nothing (Greenberger, Horne and Zeilinger, 1989; in this form Mermin, 1990). Alice, Bob and Charlie get questions $r, s, t$ with an even number of 1s: 000, 011, 101 or 110. They win if the number of answers 1 is even for 000, and odd for the other three.
#
# **First a proof that no plan wins all four cases.** It would need, modulo 2, $a_0 + b_0 + c_0 = 0$, $a_0 + b_1 + c_1 = 1$, $a_1 + b_0 + c_1 = 1$ and $a_1 + b_1 + c_0 = 1$. Add up: the left side has every letter twice and is 0, the right side is 1. So a plan wins at most three of four.
#
# The quantum team shares $(|000\rangle + |111\rangle)/\sqrt2$. Whoever gets the question 0 measures in the X basis (gate H), whoever gets 1 in a Y basis (S and then H). **Before you run:** two S gates turn the sign of $|111\rangle$. What do three H gates make of $(|000\rangle \pm |111\rangle)/\sqrt2$?

# %%
questions = ["000", "011", "101", "110"]
answers = np.zeros((8, 4))
for column, question in enumerate(questions):
    circuit = QuantumCircuit(3)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.cx(0, 2)
    for player, bit in enumerate(reversed(question)):  # the rightmost belongs to qubit 0
        if bit == "1":
            circuit.s(player)
        circuit.h(player)
    answers[:, column] = Statevector(circuit).probabilities()

figure, axes = plt.subplots(figsize=(5, 4))
picture = axes.imshow(answers, cmap="Blues", vmin=0, vmax=0.5, aspect="auto")
axes.set_xticks(range(4), questions)
axes.set_yticks(range(8), [f"{i:03b} ({'odd' if i.bit_count() % 2 else 'even'})" for i in range(8)])
axes.set_xlabel("questions to the three players")
axes.set_ylabel("answers (number of 1s)")
figure.colorbar(picture, label="probability")
plt.show()

# %% [markdown]
# *Figure 11. For the questions 000 only even numbers of 1s occur, for all others only odd ones: the team wins always. Which of the four answers comes out is random.*
#
# A single lost round refutes the quantum prediction, and no plan can go on winning for long. Note what the argument is *not*: it does not say that the values of X and Y were there and changed when somebody measured elsewhere. It says that the assumption "each player's answer to each question exists before, independent of the other questions" leads to $0 = 1$.
#
# **Try:** leave out one player's S. How often does the team win now?

# %% [markdown]
# ## 7. What has been refuted, and what has not
#
# ### One qubit can be explained by a hidden value
#
# It is often said that measurement outcomes are "truly random" *because* of the Born rule. One qubit does not show this. Bell gave a model in 1966 in which everything is determined. In a form of it due to Mermin (1993) the qubit carries its Bloch arrow $\vec n$ and a hidden direction $\vec\lambda$, drawn evenly from the sphere. A measurement along $\vec m$ gives 0 if $\vec m\cdot(\vec n + \vec\lambda) > 0$, and 1 otherwise. **Before you run:** what is the share of 0 if the angle between $\vec n$ and $\vec m$ is $\vartheta$?

# %%
rng = np.random.default_rng(4)
hidden = rng.normal(size=(4000, 3))
hidden /= np.linalg.norm(hidden, axis=1, keepdims=True)  # evenly on the sphere

angles = np.linspace(0, np.pi, 25)
directions = np.stack([np.sin(angles), np.zeros(25), np.cos(angles)], axis=1)
state_arrow = np.array([0.0, 0.0, 1.0])
share_of_0 = np.mean((hidden + state_arrow) @ directions.T > 0, axis=0)

# two qubits: both carry the same hidden direction; the outcome is the side on which it lies
same = np.sign(hidden @ np.array([0.0, 0.0, 1.0]))
carried = np.mean(same[:, None] * np.sign(hidden @ directions.T), axis=0)

figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.7))
left.plot(angles, np.cos(angles / 2) ** 2, "k--", label="Born rule cos²(ϑ/2)")
left.plot(angles, share_of_0, "o", markersize=4, label="hidden direction, 4000 runs")
left.set_ylabel("share of the outcome 0")
left.set_xlabel("angle ϑ between state and measurement (radians)")
left.set_title("one qubit")
right.plot(angles, np.cos(angles), "k--", label="pair Φ⁺: cos ϑ")
right.plot(angles, carried, "o", markersize=4, label="the same hidden direction in both")
right.set_ylabel("correlation E")
right.set_xlabel("angle ϑ between the two measurements (radians)")
right.set_title("two qubits")
for axes in (left, right):
    axes.set_xticks(
        [0, np.pi / 4, np.pi / 2, 3 * np.pi / 4, np.pi], ["0", "π/4", "π/2", "3π/4", "π"]
    )
    axes.legend(fontsize=8)
    axes.grid(alpha=0.3)
figure.tight_layout()
plt.show()

to_question = {0: [0.0, 0.0, 1.0], 1: [1.0, 0.0, 0.0]}  # Alice: Z or X
a0, a1 = (np.sign(hidden @ np.array(to_question[s])) for s in range(2))
b0, b1 = (np.sign(hidden @ np.array([sign, 0.0, 1.0])) for sign in (1, -1))  # Bob: in between
every_run = a0 * b0 + a0 * b1 + a1 * b0 - a1 * b1
print("values of a0 b0 + a0 b1 + a1 b0 - a1 b1:", np.unique(every_run), " mean:", every_run.mean())

# %% [markdown]
# *Figure 12. Left: a hidden value reproduces the Born rule of one qubit exactly. Right: the same idea for a pair gives straight lines instead of a cosine. At $\pi/4$ and $3\pi/4$ (the CHSH angles) it is too weak.*
#
# The printed line shows why it must be: with carried values all four products exist in *every* run, and their sum is $a_0(b_0 + b_1) + a_1(b_0 - b_1)$. One of the brackets is 0 and the other is $\pm2$. So the sum is 2 or $-2$ in every run (here it is always 2), and no average is more than 2. This is once more the bound of section 5, now for any $\lambda$ you like.
#
# With one qubit nothing is proved. With two it is not a matter of cleverness: section 5 shows that *no* carried value does it. Bell's assumptions are worth naming:
#
# - **carried values** (hidden variables): what happens in each laboratory is determined, perhaps with local randomness, by something $\lambda$ that both sides may share;
# - **locality**: the outcome on one side does not depend on the setting on the other;
# - **free settings**: the settings are independent of $\lambda$.
#
# A violation says that at least one of them is wrong. It does *not* say which. Quantum theory in its usual form gives up carried values; Bohm's theory keeps them and gives up locality, and makes the same predictions; neither allows a signal. It is also no proof that quantum theory is right: it excludes a class of others.
#
# ### The loopholes
#
# An experiment can be fooled in ways that the mathematics is silent about.
#
# | loophole | how one could be fooled | how it is closed |
# | --- | --- | --- |
# | locality | the setting reaches the other side, by light or slower, before the measurement ends | settings drawn late, by fast random generators, and laboratories far apart |
# | detection | many particles are lost, and those found are a biased choice | count *every* round, with efficient detectors |
# | memory | later rounds depend on earlier ones | a statistical analysis that allows it |
# | free settings | the generators are themselves correlated with $\lambda$ | only plausible: it can be pushed back in time (by light of distant stars, for instance), not closed |
#
# Aspect, Dalibard and Roger (1982) changed the settings while the photons were in flight; Weihs and others (1998) closed the locality loophole with random settings; Rowe and others (2001) the detection loophole with ions. In **2015** three groups closed both in one experiment: Hensen and others in Delft, with electron spins in diamonds 1.3 km apart that were entangled *by swapping*, section 3 ($S = 2.42 \pm 0.20$ from 245 rounds); Giustina and others in Vienna, and Shalm and others in Boulder, both with photons in pairs that were *not* maximally entangled, because these tolerate more loss. The Nobel Prize in Physics 2022 went to Aspect, Clauser and Zeilinger.
#
# **Try:** how many standard errors above 2 is the value from Delft? Compare this with your own run of section 5, and with the number of rounds.
#
# ## Summary
#
# - With a shared pair Alice can tell Bob two bits by one qubit. The message is in the relation of the two qubits; her qubit alone is $I/2$.
#
# - With a shared pair and two bits, one unknown qubit is moved. Alice's outcomes are four fair cases; Bob's qubit is $I/2$ until the bits arrive; nothing stays with Alice. Two bits carry no digits of the state, they say which of four ways to undo.
#
# - A gate after a condition may be replaced by a controlled gate before the measurement (deferred measurement).
#
# - Swapping joins pairs; labels add up by exclusive or; Werner weights multiply.
#
# - A gate can be applied to half of a pair in advance and be teleported; for Clifford gates the corrections are Paulis, for T they are Cliffords.
#
# - CHSH game: 75 % for every plan, $\cos^2(\pi/8) \approx 85.4\,\%$ for a Bell state, and no more (Tsirelson). GHZ game: 75 % against certainty.
#
# - What is refuted: values carried along, with locality and free settings, all three together. What is not: determinism as such, or any one of the three alone. Nonlocality is not signalling: each side alone sees fair coins.
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | Bell states | $\lvert B_{xz}\rangle = (\lvert 0x\rangle + (-1)^z\lvert 1\bar x\rangle)/\sqrt2$ |
# | teleportation | $\lvert\Phi^+\rangle_{21}\lvert\psi\rangle_0 = \frac12\sum_{xz} Z^zX^x\lvert\psi\rangle_2\,\lvert B_{xz}\rangle_{10}$ |
# | gate in the pair | correction $U X^xZ^z U^\dagger$ |
# | label of a chain | exclusive or of all labels |
# | Werner state | $w\lvert\Phi^+\rangle\langle\Phi^+\rvert + (1-w)I/4$, fidelity $(1+w)/2$, chain $w_1w_2\cdots$ |
# | CHSH | $S = E_{00} + E_{01} + E_{10} - E_{11}$, chance $\frac12 + \frac S8$ |
# | bounds | classical $\lvert S\rvert\le 2$, quantum $\lvert S\rvert \le 2\sqrt2$ |
# | correlation of $\Phi^+$ | $E = \cos(\alpha - \beta)$, angles in the plane of x and z |
# | standard error | $\sigma_E = \sqrt{(1-E^2)/N}$, $\sigma_S^2 = \sum\sigma_E^2$ |
#
# ## Further reading
#
# - C. H. Bennett, G. Brassard, C. Crépeau, R. Jozsa, A. Peres and W. K. Wootters, "Teleporting an unknown quantum state via dual classical and Einstein-Podolsky-Rosen channels", *Physical Review Letters* 70, pages 1895-1899 (1993). Four pages. Superdense coding: C. H. Bennett and S. J. Wiesner, *Physical Review Letters* 69, pages 2881-2884 (1992). Gates: D. Gottesman and I. L. Chuang, *Nature* 402, pages 390-393 (1999).
#
# - J. S. Bell, "On the Einstein Podolsky Rosen paradox", *Physics* 1, pages 195-200 (1964), and the collection *Speakable and Unspeakable in Quantum Mechanics*, Cambridge University Press, 2nd edition 2004, which also has his model of one qubit (*Reviews of Modern Physics* 38, page 447, 1966; in the form of Figure 12: N. D. Mermin, *Reviews of Modern Physics* 65, page 803, 1993). J. F. Clauser, M. A. Horne, A. Shimony and R. A. Holt, *Physical Review Letters* 23, pages 880-884 (1969). B. S. Cirel'son (Tsirelson), *Letters in Mathematical Physics* 4, pages 93-100 (1980).
#
# - N. D. Mermin, "Quantum mysteries revisited", *American Journal of Physics* 58, pages 731-734 (1990). The GHZ game without formulas.
#
# - The tests of 2015: B. Hensen and others, *Nature* 526, pages 682-686; M. Giustina and others, *Physical Review Letters* 115, 250401; L. K. Shalm and others, *Physical Review Letters* 115, 250402. For the whole field: N. Brunner, D. Cavalcanti, S. Pironio, V. Scarani and S. Wehner, "Bell nonlocality", *Reviews of Modern Physics* 86, pages 419-478 (2014), free as arXiv 1303.2849.
