# %% [markdown]
# # Multi-qubit states and entanglement
#
# Put a red card into each of two envelopes, or a blue card into each, by the toss of a coin. Send one envelope to Alice and the other, far away, to Bob. When Alice opens hers she knows at once what Bob will find. Nobody finds that strange.
#
# Two entangled qubits can also give Alice and Bob outcomes that always agree. **So what can a pair of qubits do that a pair of envelopes cannot, and how would you find out which of the two you were sent?** At the end of this lesson you can answer with an experiment that you have run yourself.
#
# *Alice* and *Bob* are the customary names for two people who are far apart and each hold one of two qubits.
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. write the state of several qubits as an array, and read Qiskit's bit order without a mistake (1.2 I A2);
# 2. build circuits with CX, CZ and SWAP, and predict what they do to *both* qubits (5.1 II A2);
# 3. decide whether a pure state of two qubits is entangled, and say how strongly (1.2 I B1);
# 4. measure correlations in several bases, and tell entanglement from an ordinary shared coin (1.1 I A2);
# 5. explain why entanglement sends no message and why a qubit cannot be copied (1.1 I A2).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need amplitudes, measurement, the single-qubit gates and the Bloch sphere from the two modules before this one, and multiplication of matrices.

# %%
import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit
from qiskit.primitives import StatevectorSampler
from qiskit.quantum_info import (
    Operator,
    SparsePauliOp,
    Statevector,
    concurrence,
    entropy,
    partial_trace,
    random_statevector,
    state_fidelity,
)
from qiskit.visualization import plot_bloch_multivector, plot_histogram


def sample(circuit, shots=1000, seed=3):
    """Run a circuit that ends in measure_all() and return how often each bit string came out."""
    result = StatevectorSampler(seed=seed).run([circuit], shots=shots).result()
    return result[0].data.meas.get_counts()


def chances(state):
    """Return the probability of each bit string that can occur, as an ordinary dictionary."""
    return {str(key): round(float(p), 4) for key, p in state.probabilities_dict().items()}


# %% [markdown]
# ## 1. Two qubits need four amplitudes
#
# Two classical bits are in one of four states: 00, 01, 10 or 11. The state of two qubits has one amplitude for *each* of these four bit strings:
#
# $$|\psi\rangle = c_{00}|00\rangle + c_{01}|01\rangle + c_{10}|10\rangle + c_{11}|11\rangle, \qquad |c_{00}|^2 + |c_{01}|^2 + |c_{10}|^2 + |c_{11}|^2 = 1.$$
#
# Measuring both qubits gives the bit string $xy$ with probability $|c_{xy}|^2$. This is the rule that you know from one qubit, with four outcomes instead of two.
#
# ### A concrete case
#
# Here is a circuit with two qubits. A single X gate acts on qubit 0, and qubit 1 is left alone.

# %%
one_flip = QuantumCircuit(2)
one_flip.x(0)
one_flip.draw("mpl")

# %% [markdown]
# *Figure 1. One line per qubit, and time runs from left to right. In the drawing qubit 0 is the top line.*
#
# **Before you run the next cell:** qubit 0 is now 1 and qubit 1 is 0. Which of the four amplitudes is 1: the one of $|01\rangle$ or the one of $|10\rangle$?

# %%
state = Statevector(one_flip)
print("amplitudes:   ", state.data.real)
print("probabilities:", chances(state))

# %% [markdown]
# It is $|01\rangle$. **In Qiskit qubit 0 is the rightmost bit.** The ket $|01\rangle$ therefore says "qubit 1 is 0 and qubit 0 is 1". To read it as "qubit 0 is 0" is the most common mistake in this subject, and the run you have just made contradicts it.
#
# The reason for this convention is the one that puts the units on the right of a decimal number. Qubit 0 has the place value $2^0 = 1$, qubit 1 has $2^1 = 2$, qubit $k$ has $2^k$. The bit string, read as a binary number, is then the position of the amplitude in the array:
#
# | position in the array | ket | qubit 1 | qubit 0 |
# | --- | --- | --- | --- |
# | 0 | $\lvert 00\rangle$ | 0 | 0 |
# | 1 | $\lvert 01\rangle$ | 0 | 1 |
# | 2 | $\lvert 10\rangle$ | 1 | 0 |
# | 3 | $\lvert 11\rangle$ | 1 | 1 |
#
# In general the position is $\sum_k q_k 2^k$, where $q_k$ is the value of qubit $k$. This is called *little endian*. Many textbooks write qubit 0 on the *left*; so when you compare a formula in a book with an array in Qiskit, first ask which order the book uses.
#
# Counts use the same order: in the key `"011"` the last character belongs to qubit 0, so `key[-1]` is qubit 0 and `key[-1 - k]` is qubit $k$.
#
# The next cell makes the order visible. Each column of the picture is one circuit in which exactly one of three qubits is flipped.

# %%
probabilities = np.zeros((8, 3))
for flipped in range(3):
    circuit = QuantumCircuit(3)
    circuit.x(flipped)
    probabilities[:, flipped] = Statevector(circuit).probabilities()

figure, axes = plt.subplots(figsize=(5, 4))
axes.imshow(probabilities, cmap="Blues", aspect="auto")
axes.set_xticks(range(3), [f"x({k})" for k in range(3)])
axes.set_yticks(range(8), [f"{i}: |{i:03b}⟩" for i in range(8)])
axes.set_xlabel("the only gate in the circuit")
axes.set_ylabel("position in the array: ket")
axes.set_title("Where the amplitude 1 stands")
plt.show()

# %% [markdown]
# *Figure 2. A dark cell marks the amplitude that is 1. Flipping qubit 0, 1 or 2 of three gives position 1, 2 or 4: the place values.*
#
# ### Putting two qubits together: the tensor product
#
# Suppose qubit 1 is in the state $a_0|0\rangle + a_1|1\rangle$ and qubit 0 is, on its own, in the state $b_0|0\rangle + b_1|1\rangle$. The amplitude of each bit string is the product of the two amplitudes:
#
# $$(a_0|0\rangle + a_1|1\rangle) \otimes (b_0|0\rangle + b_1|1\rangle) = a_0b_0|00\rangle + a_0b_1|01\rangle + a_1b_0|10\rangle + a_1b_1|11\rangle.$$
#
# The sign $\otimes$ is called the *tensor product*, and NumPy calls it `np.kron`. The qubit with the higher number stands on the left.
#
# **Before you run the next cell:** qubit 0 is turned so that it gives 1 with probability 0.25, and qubit 1 so that it gives 1 with probability 0.5. What is the probability of $|01\rangle$?

# %%
separate = QuantumCircuit(2)
separate.ry(np.pi / 3, 0)
separate.h(1)

qubit_0 = np.array([np.cos(np.pi / 6), np.sin(np.pi / 6)])
qubit_1 = np.array([1, 1]) / np.sqrt(2)

print("np.kron:", np.round(np.kron(qubit_1, qubit_0), 4))
print("Qiskit: ", np.round(Statevector(separate).data.real, 4))
print("probabilities:", chances(Statevector(separate)))

# %% [markdown]
# It is $0.5 \cdot 0.25 = 0.125$: qubit 1 gives 0 *and* qubit 0 gives 1. Independent qubits have independent outcomes, so probabilities multiply; the tensor product makes the amplitudes multiply, which is the same statement and keeps the phases too.
#
# A gate on one qubit is a tensor product as well. With $H$ on qubit 1 and nothing on qubit 0 the matrix is $H \otimes I$, again with the higher qubit on the left. It is a matrix of four rows, and it changes all four amplitudes, not only "those of qubit 1".
#
# ### Counting
#
# Two separate qubits are described by two angles each, four real numbers together. Four complex amplitudes are eight real numbers; normalisation and the global phase take away two, and six are left. **So most states of two qubits cannot be written as a state of one qubit times a state of the other.** The rest of the lesson is about these.
#
# **Try:** exchange the two arguments of `np.kron` above. Which circuit would give the array that you see now?

# %% [markdown]
# ## 2. Gates on two qubits
#
# ### CX: flip the target if the control is 1
#
# `circuit.cx(control, target)` exchanges $|0\rangle$ and $|1\rangle$ of the target qubit in exactly those terms of the state where the control qubit is 1. Let qubit 0 be the control and qubit 1 the target.
#
# **Before you run the next cell:** write down what becomes of $|00\rangle$, $|01\rangle$, $|10\rangle$ and $|11\rangle$. Remember which side qubit 0 is on.

# %%
cx = QuantumCircuit(2)
cx.cx(0, 1)

for label in ["00", "01", "10", "11"]:
    after = Statevector.from_label(label).evolve(cx)
    print(f"|{label}>  ->  |{next(iter(chances(after)))}>")

print(Operator(cx).data.real.astype(int))

# %% [markdown]
# $|01\rangle$ and $|11\rangle$ are exchanged: in both of them qubit 0, the rightmost bit, is 1. Column $j$ of the matrix shows what becomes of the state at position $j$, so columns 1 and 3 are exchanged. In books with the other bit order the matrix of CX has its ones elsewhere; the gate is the same.
#
# ### When the control is in superposition
#
# The gate is linear: it acts on each term of the state. **Before you run:** the control is first put into $(|0\rangle + |1\rangle)/\sqrt{2}$ by a Hadamard gate. Which bit strings can occur, and how often?

# %%
bell = QuantumCircuit(2)
bell.h(0)
bell.cx(0, 1)
bell.draw("mpl")

# %%
measured = bell.copy()
measured.measure_all()
figure = plot_histogram(sample(measured), title="1000 shots of H, then CX")
figure.axes[0].set_xlabel("bit string (qubit 0 on the right)")
figure

# %% [markdown]
# *Figure 3. The circuit, and its counts. Only 00 and 11 occur, each in about half of the shots; each qubit alone looks like a fair coin, but the two always agree.*
#
# The state is $(|00\rangle + |11\rangle)/\sqrt{2}$. It is called a *Bell state*, and written $|\Phi^+\rangle$. It will be with us for the rest of the lesson.
#
# ### CZ: no control and no target
#
# `circuit.cz(a, b)` multiplies the amplitude of each term in which *both* qubits are 1 by $-1$, and leaves all other terms alone. The rule treats the two qubits alike, so it makes no difference which one you name first. CZ and CX turn into each other if a Hadamard gate stands before and after on the target, because $HZH = X$.
#
# ### SWAP from three CX
#
# SWAP exchanges the states of two qubits. On classical bits you may know the trick of three exclusive-ors: `a ^= b; b ^= a; a ^= b`. Three CX with alternating directions are the same trick, and since they are right for every basis state and linear, they are right for every state.

# %%
three_cx = QuantumCircuit(2)
three_cx.cx(0, 1)
three_cx.cx(1, 0)
three_cx.cx(0, 1)

swap = QuantumCircuit(2)
swap.swap(0, 1)

cz_one_way, cz_other_way, cx_around = QuantumCircuit(2), QuantumCircuit(2), QuantumCircuit(2)
cz_one_way.cz(0, 1)
cz_other_way.cz(1, 0)
cx_around.h(1)
cx_around.cx(0, 1)
cx_around.h(1)

print("three CX equal SWAP:      ", Operator(three_cx) == Operator(swap))
print("CZ(0,1) equals CZ(1,0):   ", Operator(cz_one_way) == Operator(cz_other_way))
print("H on target, CX, H is CZ: ", Operator(cx_around) == Operator(cz_one_way))

# %% [markdown]
# ### Is the control left alone?
#
# The name *control* suggests that this qubit is only looked at. For the four basis states that is so: look at the printed table again. Here is a case to test it: the control is $|+\rangle = (|0\rangle + |1\rangle)/\sqrt{2}$, the target is $|-\rangle = (|0\rangle - |1\rangle)/\sqrt{2}$.
#
# **Before you run the next cell:** which of the two arrows on the Bloch spheres will move?

# %%
kickback = QuantumCircuit(2)
kickback.h(0)  # control in |+>
kickback.x(1)
kickback.h(1)  # target in |->
plot_bloch_multivector(Statevector(kickback), title="before CX")

# %%
kickback.cx(0, 1)
plot_bloch_multivector(Statevector(kickback), title="after CX(0, 1)")

# %% [markdown]
# *Figure 4. Bloch arrows of both qubits before and after the gate. The target (qubit 1) stays where it was; the arrow of the control (qubit 0) has turned from $+x$ to $-x$.*
#
# The reason takes one line. Flipping $|-\rangle$ gives $-|-\rangle$, and this minus sign appears only in the term where the control is 1:
#
# $$\frac{|0\rangle + |1\rangle}{\sqrt 2}\,\text{(control)} \otimes |-\rangle \;\longrightarrow\; \frac{|0\rangle\otimes|-\rangle + |1\rangle \otimes(-|-\rangle)}{\sqrt 2} = \frac{|0\rangle - |1\rangle}{\sqrt 2}\otimes|-\rangle .$$
#
# A sign in front of the whole state would be a global phase, and invisible. A sign in front of one term is a relative phase, and it belongs to the control as much as to the target. This is called *phase kickback*; many quantum algorithms are built on it.
#
# In general: **a gate on two qubits acts on both.** Which of them seems to stay unchanged depends on the state and on the basis in which you look.
#
# **Try:** replace the target by $|+\rangle$ (leave out the X gate). Then by $|0\rangle$ (leave out X and the second H), and look at the length of both arrows. Section 5 explains what you see.

# %% [markdown]
# ## 3. Product or entangled?
#
# A pure state of two qubits is a **product state** if it can be written as $|\alpha\rangle \otimes |\beta\rangle$: one state for each qubit. If it cannot, it is **entangled**. Erwin Schrödinger introduced the word in 1935.
#
# ### A test with one formula
#
# Write the four amplitudes into a square, with the value of qubit 1 as the row and the value of qubit 0 as the column. NumPy does it with `reshape(2, 2)`:
#
# $$C = \begin{pmatrix} c_{00} & c_{01} \\ c_{10} & c_{11} \end{pmatrix} = \begin{pmatrix} a & b \\ c & d \end{pmatrix}.$$
#
# In a product state the rows are $a_0 (b_0, b_1)$ and $a_1 (b_0, b_1)$: multiples of the same row. Then the determinant is $ad - bc = a_0b_0a_1b_1 - a_0b_1a_1b_0 = 0$. The other way round, a square with determinant 0 has rows that are multiples of one row, and this is a product state. So:
#
# $$\text{product state} \iff ad - bc = 0.$$
#
# **Before you run the next cell:** three circuits. A has a Hadamard gate on both qubits. B is the Bell circuit. C has a Hadamard gate on both qubits and then CZ. Which of the states are entangled?

# %%
circuit_a, circuit_b, circuit_c = QuantumCircuit(2), QuantumCircuit(2), QuantumCircuit(2)
circuit_a.h([0, 1])
circuit_b.h(0)
circuit_b.cx(0, 1)
circuit_c.h([0, 1])
circuit_c.cz(0, 1)

for name, circuit in [("A", circuit_a), ("B", circuit_b), ("C", circuit_c)]:
    square = Statevector(circuit).data.reshape(2, 2)
    print(
        name,
        np.round(square.real, 3).tolist(),
        " |ad - bc| =",
        round(abs(np.linalg.det(square)), 3),
    )

# %% [markdown]
# B and C are entangled. C is the surprise: all four outcomes have probability 1/4, and in this basis the two outcomes have nothing to do with each other. **Entangled does not mean correlated in the basis you happen to measure.** The entanglement of C is in a sign, and you have to measure in another basis to see it. Section 4 does so.
#
# ### How strongly entangled?
#
# The number $2\,|ad - bc|$ is 0 for product states and at most 1. It is called the **concurrence** of the state. It does not change when a gate acts on one qubit alone: such a gate multiplies the square $C$ from the left or from the right by a unitary matrix, and the determinant of a unitary matrix has modulus 1.
#
# A family of states in between: turn qubit 0 by an angle $\theta$ with RY, then apply CX. The state is $\cos\frac\theta2|00\rangle + \sin\frac\theta2|11\rangle$. **Before you run:** for which angles is it a product state, and for which is it most entangled?

# %%
angles = np.linspace(0, np.pi, 61)
strength = []
for angle in angles:
    circuit = QuantumCircuit(2)
    circuit.ry(angle, 0)
    circuit.cx(0, 1)
    a, b, c, d = Statevector(circuit).data
    strength.append(2 * abs(a * d - b * c))

figure, axes = plt.subplots(figsize=(6, 3.5))
axes.plot(angles, strength)
axes.set_xticks([0, np.pi / 4, np.pi / 2, 3 * np.pi / 4, np.pi], ["0", "π/4", "π/2", "3π/4", "π"])
axes.set_xlabel("angle θ of RY (radians)")
axes.set_ylabel("concurrence 2|ad − bc|")
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 5. Entanglement is a matter of degree: zero for $\theta = 0$ and $\theta = \pi$, where the state is $|00\rangle$ or $|11\rangle$, and greatest for the Bell state at $\theta = \pi/2$. The curve is $\sin\theta$.*
#
# ### The four Bell states
#
# The four Bell states are among those that reach the greatest concurrence. They are orthogonal to each other, so together they are a basis of all states of two qubits:
#
# $$|\Phi^\pm\rangle = \frac{|00\rangle \pm |11\rangle}{\sqrt2}, \qquad |\Psi^\pm\rangle = \frac{|01\rangle \pm |10\rangle}{\sqrt2}.$$
#
# From $|\Phi^+\rangle$ each of the others is one or two gates away, and these gates are on *one* of the qubits: X on a qubit turns $\Phi$ into $\Psi$, and Z turns $+$ into $-$.
#
# **Try:** in the loop for the circuits A, B and C, add the state that has amplitudes $(1, 2, 2, 4)/5$, and one with $(1, 2, 2, -4)/5$. Decide first, on paper.

# %% [markdown]
# ## 4. Envelopes against qubits
#
# Back to the question of the beginning. Source E makes envelopes: it tosses a coin, and sends either two qubits in $|0\rangle$ or two qubits in $|1\rangle$. Source Q makes the Bell state $|\Phi^+\rangle$. If Alice and Bob measure as usual (one says: in the Z basis), both sources give 00 or 11, each with probability 1/2.
#
# ### Measuring in another basis
#
# A qubit is measured in the X basis by a Hadamard gate followed by the usual measurement: outcome 0 then stands for $|+\rangle$ and outcome 1 for $|-\rangle$. For the Y basis, $S^\dagger$ and then H. You met this in the module on measurement.
#
# **Before you run the next cell:** Alice and Bob both measure in the X basis. What does source E give? What does source Q give?

# %%
rng = np.random.default_rng(11)


def envelopes():
    """One shot of source E: both qubits 0, or both 1, by a coin."""
    circuit = QuantumCircuit(2)
    if rng.integers(2):
        circuit.x([0, 1])
    return circuit


def measure_both(preparation, basis):
    """Return the preparation followed by a measurement of every qubit in the basis X, Y or Z."""
    circuit = preparation.copy()
    for qubit in range(circuit.num_qubits):
        if basis == "Y":
            circuit.sdg(qubit)
        if basis in "XY":
            circuit.h(qubit)
    circuit.measure_all()
    return circuit


def envelope_counts(basis, shots=400):
    """Counts of source E: each shot is a new toss of the coin, hence a circuit of its own."""
    circuits = [measure_both(envelopes(), basis) for _ in range(shots)]
    result = StatevectorSampler(seed=rng).run(circuits, shots=1).result()
    counts = {}
    for shot in result:
        for key in shot.data.meas.get_counts():
            counts[key] = counts.get(key, 0) + 1
    return counts


print("E, X basis:", envelope_counts("X"))
print("Q, X basis:", sample(measure_both(bell, "X"), shots=400))

# %% [markdown]
# The envelopes give all four outcomes about equally often: the agreement is gone. The Bell state still gives only 00 and 11. Alice and Bob agree in the X basis *as well*.
#
# For the envelopes this must be so: $|0\rangle$ gives $|+\rangle$ or $|-\rangle$ by chance, and so does $|1\rangle$, on each side separately. For the Bell state, put $|0\rangle = (|+\rangle + |-\rangle)/\sqrt2$ and $|1\rangle = (|+\rangle - |-\rangle)/\sqrt2$ into its formula and multiply out. The mixed terms cancel:
#
# $$\frac{|00\rangle + |11\rangle}{\sqrt2} = \frac{|{+}{+}\rangle + |{-}{-}\rangle}{\sqrt2}.$$
#
# ### One number for a correlation
#
# Count an outcome 0 as $+1$ and an outcome 1 as $-1$, and average the product of the two values over all shots. The result is $+1$ if the two always agree, $-1$ if they always differ, and about 0 if they agree as often as not. It is the average of the observable $ZZ$, $XX$ or $YY$, according to the basis:
#
# $$\langle ZZ\rangle = P(00) - P(01) - P(10) + P(11).$$


# %%
def correlation(counts):
    """Average of the product of the two outcomes, counted as +1 and -1."""
    agree = counts.get("00", 0) + counts.get("11", 0)
    return (2 * agree - sum(counts.values())) / sum(counts.values())


bases = ["Z", "X", "Y"]
from_envelopes = [correlation(envelope_counts(basis)) for basis in bases]
from_bell = [correlation(sample(measure_both(bell, basis), shots=400)) for basis in bases]
print("E in Z, X, Y:", from_envelopes)
print("Q in Z, X, Y:", from_bell)

# %%
figure, axes = plt.subplots(figsize=(6, 3.5))
places = np.arange(3)
axes.bar(places - 0.2, from_envelopes, width=0.4, label="source E: envelopes", color="tab:orange")
axes.bar(places + 0.2, from_bell, width=0.4, label="source Q: Bell state", color="tab:blue")
axes.axhline(0, color="black", linewidth=0.8)
axes.set_xticks(places, [f"{basis}{basis}" for basis in bases])
axes.set_ylim(-1.1, 1.1)
axes.set_xlabel("basis in which both measure")
axes.set_ylabel("correlation")
axes.legend(loc="lower left")
plt.show()

# %% [markdown]
# *Figure 6. Correlations of both sources from 400 shots in each basis. In the Z basis the sources look the same. In the bases X and Y the envelopes show nothing but sampling noise, and the Bell state shows a correlation of $+1$ and $-1$.*
#
# **So this is the experiment: measure some pairs in Z and some in X. The envelopes cannot be strongly correlated in both.** For every mixture of product states $|\langle ZZ\rangle| + |\langle XX\rangle| \le 1$; the Bell state reaches 2. The reason: for one qubit $\langle Z\rangle^2 + \langle X\rangle^2 \le 1$, because the arrow fits into the Bloch sphere. For a product state $\langle ZZ\rangle = \langle Z\rangle_1\langle Z\rangle_0$, and likewise for $XX$. The bound then follows from the Cauchy-Schwarz inequality, and averaging over a mixture cannot break it.
#
# ### What this shows, and what it does not
#
# It shows that the source does not send *qubits in states of their own*, chosen by a coin. It does not yet exclude a cleverer envelope with a list of prepared answers: "for Z say 0, for X say 1". Such lists can reproduce the three numbers of Figure 6. That no list can reproduce *all* measurements on a Bell state is Bell's theorem of 1964; it needs other directions than these, and a later module on quantum communication is about it.
#
# ### The other misconception: no correlation, yet entangled
#
# Circuit C of the previous section had four equally likely outcomes. **Before you run the next cell:** its correlations $ZZ$ and $XX$ are both 0. Is there any pair of bases in which it shows more? Alice and Bob may choose *different* ones.

# %%
state_c = Statevector(circuit_c)
for left in "XYZ":
    row = [state_c.expectation_value(SparsePauliOp(left + right)).real for right in "XYZ"]
    print(left, [round(float(value), 3) for value in row])

# %% [markdown]
# Rows are the basis of qubit 1, columns the basis of qubit 0, both in the order X, Y, Z. There is perfect correlation if one measures in X and the other in Z, or both in Y. So a correlation in one basis does not prove entanglement (source E), and no correlation in one basis does not disprove it (circuit C).
#
# **Try:** put `circuit_a` in the place of `circuit_c`. The table of a product state is always a column times a row; in the language of section 3, all its $2\times 2$ determinants are 0. Do you see it in the numbers?

# %% [markdown]
# ## 5. What one qubit looks like on its own
#
# Alice holds qubit 0 of a Bell state. Is there an arrow on the Bloch sphere that describes her qubit? **Before you run:** recall that she sees a fair coin in the Z basis. What does she see in the X basis? In the Y basis?

# %%
plot_bloch_multivector(Statevector(bell), title="Bell state")

# %% [markdown]
# *Figure 7. Both arrows have the length zero. A fair coin in every basis leaves no direction in which an arrow could point.*
#
# A single qubit in a pure state always has one basis in which its outcome is certain. Half of a Bell state has none. So **half of an entangled pair is in no pure state**; the pair is described completely, its parts are not. What describes a part is a *density matrix*.
#
# ### The partial trace
#
# The **reduced state** of qubit 0 is obtained from the square $C$ of amplitudes: for each value of the other qubit multiply amplitudes with conjugated amplitudes, and sum over that value. This is the *partial trace*:
#
# $$(\rho_0)_{jk} = \sum_{q} c_{qj}\, c_{qk}^{*}, \qquad (\rho_1)_{jk} = \sum_{q} c_{jq}\, c_{kq}^{*}.$$
#
# In words: probabilities of cases that somebody else could tell apart are added, and interference remains only between terms in which the other qubit has the *same* value. Every probability of a measurement on qubit 0 alone, in every basis, follows from $\rho_0$.
#
# **Before you run:** what will the two numbers outside the diagonal be for the Bell state, and what for the product state A?

# %%
for name, circuit in [("Bell", bell), ("A", circuit_a)]:
    square = Statevector(circuit).data.reshape(2, 2)
    by_hand = square.T @ square.conj()
    by_qiskit = partial_trace(Statevector(circuit), [1]).data  # [1]: the qubit to be summed over
    print(
        name, np.round(by_hand.real, 3).tolist(), "same as Qiskit:", np.allclose(by_hand, by_qiskit)
    )

# %% [markdown]
# For the Bell state they are 0: in $|00\rangle$ and $|11\rangle$ the other qubit has different values, so no interference is left and the matrix is $I/2$. Qubit 0 behaves as if a coin had chosen between $|0\rangle$ and $|1\rangle$. For state A nothing is lost.
#
# A convention that bites: `partial_trace(state, [1])` takes the list of qubits that *go*, not of those that stay.
#
# ### Purity and entropy
#
# Two numbers say how much of a pure state is left. The **purity** $\mathrm{tr}\,\rho^2$ is 1 for a pure state and $1/2$ for a qubit that is a fair coin in every basis. The **entanglement entropy** $-\lambda_1\log_2\lambda_1 - \lambda_2\log_2\lambda_2$, from the eigenvalues of $\rho$, is 0 for a pure state and 1 bit for a fair coin. In a pure state of two qubits both parts have the same purity and the same entropy.

# %%
purities, entropies = [], []
for angle in angles:
    circuit = QuantumCircuit(2)
    circuit.ry(angle, 0)
    circuit.cx(0, 1)
    alone = partial_trace(Statevector(circuit), [1])
    purities.append(alone.purity().real)
    entropies.append(entropy(alone, base=2))

figure, axes = plt.subplots(figsize=(6, 3.5))
axes.plot(angles, strength, label="concurrence")
axes.plot(angles, entropies, label="entanglement entropy (bits)")
axes.plot(angles, purities, label="purity of one qubit")
axes.set_xticks([0, np.pi / 4, np.pi / 2, 3 * np.pi / 4, np.pi], ["0", "π/4", "π/2", "3π/4", "π"])
axes.set_xlabel("angle θ of RY (radians)")
axes.set_ylabel("value")
axes.legend()
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 8. Three measures of the states $\cos\frac\theta2|00\rangle + \sin\frac\theta2|11\rangle$. The more entangled the pair, the less pure its parts.*
#
# For pure states of two qubits the three tell the same story. With $K = 2|ad-bc|$ the purity is $1 - K^2/2$ and the Bloch arrow of either qubit has the length $\sqrt{1 - K^2}$.
#
# Careful with the reverse: a qubit with purity $1/2$ is not proof of entanglement if the *pair* may be mixed. Alice's envelope has purity $1/2$ too, because of the coin.
#
# **Try:** check the formula for the purity with `random_statevector(4, seed=1)` in the place of the circuit.

# %% [markdown]
# ## 6. Measuring one of two, and why it sends no signal
#
# Alice measures her half of a Bell state (qubit 0) in the Z basis. Each outcome has probability 1/2. The rule for the state afterwards: keep the terms that agree with the outcome, throw the others away, and normalise.
#
# **Before you run the next cell:** what can Bob's qubit 1 be after Alice's measurement?

# %%
for seed in range(4):
    shared = Statevector(bell)
    shared.seed(seed)
    outcome, afterwards = shared.measure([0])
    print("Alice got", outcome, " probabilities afterwards:", chances(afterwards))

# %% [markdown]
# If she got 0, the pair is in $|00\rangle$ and Bob will get 0. If she got 1, it is in $|11\rangle$. His qubit may be far away, and it looks as though something had reached it at once. **Could Alice use this to send Bob a message?**
#
# She cannot choose her outcome. But she can choose *what* she measures. Let her turn her qubit by an angle $\alpha$ before measuring, and let us see whether Bob, who looks at his qubit alone, can tell the difference.
#
# **Before you run the next cell:** draw two curves against $\alpha$: the share of Bob's outcomes that are 1, and the share of pairs that agree.

# %%
alphas = np.linspace(0, np.pi, 13)
turned = []
for alpha in alphas:
    circuit = bell.copy()
    circuit.ry(alpha, 0)
    circuit.measure_all()
    turned.append(circuit)

shots = 1000
bob_is_1, agree = [], []
sampler = StatevectorSampler(seed=np.random.default_rng(8))  # one generator for all circuits
for one in sampler.run(turned, shots=shots).result():
    counts = one.data.meas.get_counts()
    bob_is_1.append(sum(n for key, n in counts.items() if key[0] == "1") / shots)
    agree.append(sum(n for key, n in counts.items() if key[0] == key[1]) / shots)

figure, axes = plt.subplots(figsize=(6, 3.5))
axes.plot(alphas, agree, "o-", label="Alice and Bob agree (needs both lists)")
axes.plot(alphas, bob_is_1, "s-", label="Bob gets 1 (all that Bob can see)")
axes.set_xticks([0, np.pi / 4, np.pi / 2, 3 * np.pi / 4, np.pi], ["0", "π/4", "π/2", "3π/4", "π"])
axes.set_xlabel("angle α by which Alice turns her qubit (radians)")
axes.set_ylabel(f"share of {shots} shots")
axes.set_ylim(-0.05, 1.05)
axes.legend(loc="lower left")
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 9. What Alice does changes how often the two agree, but not how often Bob gets 1. Bob's share stays at 1/2, up to sampling noise of about 0.016.*
#
# The blue curve can be drawn only by somebody who has *both* lists of outcomes on one table. To bring Alice's list to Bob takes an ordinary message, which is no faster than light.
#
# ### The general statement
#
# Bob's statistics follow from his reduced state $\rho_B$. Whatever Alice does to her qubit alone (a gate, a measurement whose outcome she does not report, nothing at all) leaves $\rho_B$ unchanged. For a measurement: with probability $p_m$ she gets outcome $m$ and Bob's state becomes $\rho_m$; he does not know $m$, so his statistics are those of $\sum_m p_m \rho_m$, and this sum is exactly $\rho_B$. Let us check the sum for measurements in Z and in X, on a pair that is not symmetric.

# %%
uneven = random_statevector(4, seed=3)
bob_at_first = partial_trace(uneven, [0])
print("Bob, Alice does nothing:\n", np.round(bob_at_first.data, 4))

for basis in "ZX":
    in_basis = uneven if basis == "Z" else uneven.evolve(Operator.from_label("IH"))
    square = in_basis.data.reshape(2, 2)  # row: Bob (qubit 1); column: Alice's outcome (qubit 0)
    bob = np.zeros((2, 2), dtype=complex)
    for outcome in range(2):
        probability = np.sum(np.abs(square[:, outcome]) ** 2)
        after = square[:, outcome] / np.sqrt(probability)
        bob += probability * np.outer(after, after.conj())
        print(
            f"Alice gets {outcome} in {basis} with p = {probability:.3f}: Bob's P(1) = {abs(after[1]) ** 2:.3f}"
        )
    print(f"average over both, basis {basis}: unchanged is", np.allclose(bob, bob_at_first.data))

# %% [markdown]
# Once Bob learns Alice's outcome he describes his qubit by another state than before, and his predictions improve. Without that message the average is all he has, and the average never moves. This is the **no-signalling theorem**; a general proof was given by Ghirardi, Rimini and Weber in 1980.
#
# Does it matter who measures first? No: the probabilities of the pairs of outcomes are the same in either order. So the sentence "her measurement *caused* his outcome" is not something that any statistics of outcomes could support.
#
# **Try:** in the loop over $\alpha$, let Bob turn his qubit too, for example `circuit.ry(1.0, 1)`. The agreement curve moves. Does Bob's own curve?

# %% [markdown]
# ## 7. Trying to copy a qubit
#
# If Bob could make many copies of his qubit, he could measure some in Z and some in X. After Alice measured in Z his copies would be all 0 or all 1 in the Z basis; after she measured in X they would be half and half. He could read what she did, and section 6 would be wrong. So copying must fail. Let us see how.
#
# CX with a fresh $|0\rangle$ as the target takes $|0\rangle|0\rangle$ to $|00\rangle$ and $|1\rangle|0\rangle$ to $|11\rangle$. That is a copying machine for classical bits. **Before you run:** what does it make of $\cos\frac\theta2|0\rangle + \sin\frac\theta2|1\rangle$? For which $\theta$ is the result two copies of this state?

# %%
copy_angles = np.linspace(0, np.pi, 61)
both_right, one_right = [], []
for angle in copy_angles:
    original = QuantumCircuit(1)
    original.ry(angle, 0)
    wanted = Statevector(original)

    copier = QuantumCircuit(2)
    copier.ry(angle, 0)
    copier.cx(0, 1)
    made = Statevector(copier)
    both_right.append(state_fidelity(made, wanted.tensor(wanted)))
    one_right.append(state_fidelity(partial_trace(made, [0]), wanted))

figure, axes = plt.subplots(figsize=(6, 3.5))
axes.plot(copy_angles, both_right, label="both qubits against two perfect copies")
axes.plot(copy_angles, one_right, "--", label="the copy alone against the original")
axes.set_xticks([0, np.pi / 4, np.pi / 2, 3 * np.pi / 4, np.pi], ["0", "π/4", "π/2", "3π/4", "π"])
axes.set_xlabel("angle θ of the state to be copied (radians)")
axes.set_ylabel("fidelity")
axes.set_ylim(0, 1.05)
axes.legend(loc="lower left")
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 10. How well CX copies, from 0 (not at all) to 1 (perfectly). It copies $|0\rangle$ and $|1\rangle$, and nothing in between: at $\theta = \pi/2$ it makes a Bell state instead of two copies.*
#
# ### No machine copies unknown states
#
# Suppose a unitary $U$ copies two states: $U|\psi\rangle|0\rangle = |\psi\rangle|\psi\rangle$ and $U|\varphi\rangle|0\rangle = |\varphi\rangle|\varphi\rangle$. A unitary does not change inner products. Before the gate the inner product is $\langle\varphi|\psi\rangle$, afterwards it is $\langle\varphi|\psi\rangle^2$. A number equal to its own square is 0 or 1: the states are orthogonal, or they are the same. (A machine with further qubits of its own only adds a factor of modulus at most 1 on the right, and the conclusion stays.) So **no machine copies two states that are different and not orthogonal.** This is the no-cloning theorem (Wootters and Zurek, and independently Dieks, 1982).
#
# What the theorem does not forbid: to prepare a *known* state as often as you like, to copy basis states, to move a state from one qubit to another (SWAP), and to make imperfect copies. The best machine that treats all states of a qubit alike reaches a fidelity of 5/6 for each of two copies (found by Bužek and Hillery, 1996; later proved to be the best possible).
#
# **Try:** replace `copier.cx(0, 1)` by `copier.swap(0, 1)`. Now the "copy" is perfect. What has become of the original?

# %% [markdown]
# ## 8. Three and more
#
# With three qubits there are different *kinds* of entanglement. Two famous states:
#
# $$|\mathrm{GHZ}\rangle = \frac{|000\rangle + |111\rangle}{\sqrt2}, \qquad |W\rangle = \frac{|001\rangle + |010\rangle + |100\rangle}{\sqrt3}.$$
#
# GHZ is named after Greenberger, Horne and Zeilinger. In 2000 Dür, Vidal and Cirac showed that no local operations, even with luck, turn one into the other.
#
# Now one qubit gets lost: nobody will ever tell what became of it, so it is summed over. **Before you run the next cell:** do the other two remain correlated? Do they remain entangled? Decide for both states.

# %%
ghz = QuantumCircuit(3)
ghz.h(0)
ghz.cx(0, 1)
ghz.cx(1, 2)

w = Statevector([0, 1, 1, 0, 1, 0, 0, 0]) / np.sqrt(3)

rest = {"GHZ": partial_trace(Statevector(ghz), [2]), "W": partial_trace(w, [2])}
table = {}
for name, pair in rest.items():
    table[name] = [
        pair.expectation_value(SparsePauliOp("ZZ")).real,
        pair.expectation_value(SparsePauliOp("XX")).real,
        concurrence(pair),
    ]
    print(name, np.round(table[name], 3) + 0.0)

# %%
figure, axes = plt.subplots(figsize=(6, 3.5))
places = np.arange(3)
axes.bar(places - 0.2, table["GHZ"], width=0.4, label="from GHZ", color="tab:orange")
axes.bar(places + 0.2, table["W"], width=0.4, label="from W", color="tab:blue")
axes.axhline(0, color="black", linewidth=0.8)
axes.set_xticks(places, ["ZZ", "XX", "concurrence"])
axes.set_xlabel("quantity of the two qubits that remain")
axes.set_ylabel("value")
axes.legend()
plt.show()

# %% [markdown]
# *Figure 11. Two of three qubits, after the third is lost. From GHZ: perfectly correlated in Z, and concurrence 0. From W: less correlated, and still entangled.*
#
# The rest of a GHZ state is precisely source E of section 4, a pair of envelopes: the lost qubit carries the information "all 0" or "all 1" away. The rest of a W state has the concurrence $2/3$. The W state is *robust* against loss, the GHZ state is not. (Qiskit's `concurrence` also works for mixed states, where the formula with one determinant does not hold.)
#
# ### The size of a state
#
# The array for $n$ qubits has $2^n$ complex amplitudes. At 16 bytes each, **before you run**: how many qubits fill the memory of a laptop with 16 GiB?

# %%
sizes = np.arange(1, 61)
memory = 16.0 * 2.0**sizes / 2**30  # GiB
print("30 qubits:", memory[29], "GiB;  50 qubits:", memory[49] / 2**20, "PiB")

figure, axes = plt.subplots(figsize=(6, 3.5))
axes.semilogy(sizes, memory)
axes.axhline(16, linestyle="--", color="gray", label="laptop, 16 GiB")
axes.set_xlabel("number of qubits")
axes.set_ylabel("memory for all amplitudes (GiB)")
axes.legend()
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 12. Memory for a full array of amplitudes, on a logarithmic axis. Each further qubit doubles it: 30 qubits fill a laptop, 50 qubits need 16 PiB, about a million times as much.*
#
# Two cautions, since this picture is often used to promise too much. First, many states have short descriptions: a product state of $n$ qubits needs only $2n$ real numbers, and circuits of H, S and CX alone, started in $|0\ldots0\rangle$ and measured at the end, can be simulated efficiently however many qubits they entangle (the Gottesman-Knill theorem). So a large array, and even much entanglement, does not by itself make a state hard to simulate.
#
# Second, the amplitudes cannot be read out. A measurement of $n$ qubits gives $n$ bits, and Holevo proved in 1973 that no cleverness gets more than $n$ classical bits out of $n$ qubits sent to you, as long as they were not entangled with yours before. The $2^n$ amplitudes are no memory of that size.
#
# **Try:** lose a different qubit of the W state, `partial_trace(w, [0])`. Does it matter which one?

# %% [markdown]
# ## Summary
#
# - $n$ qubits have $2^n$ amplitudes. In Qiskit qubit 0 is the *rightmost* bit, and the bit string read as a binary number is the position in the array.
#
# - Separate qubits combine by the tensor product, with the higher qubit on the left: `np.kron(qubit_1, qubit_0)`.
#
# - CX flips the target where the control is 1. On superpositions it acts on both: the control may receive a phase (kickback), or both become entangled. CX is not a copying machine. CZ treats its two qubits alike. Three CX make a SWAP.
#
# - A pure state of two qubits is entangled exactly if $ad - bc \ne 0$. Then neither qubit has a pure state of its own.
#
# - Correlation in one basis is not entanglement (envelopes), and entanglement need not show in a given basis (circuit C). Strong correlation in *both* Z and X is beyond every mixture of product states.
#
# - What Alice does alone never changes Bob's reduced state. Correlations are seen only when the lists are brought together by an ordinary message. So entanglement does not signal.
#
# - No machine copies unknown states. GHZ loses its entanglement with one qubit; W keeps some.
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | position in the array | $\sum_k q_k 2^k$ |
# | amplitudes as a square | $C = \begin{pmatrix} a & b \\ c & d\end{pmatrix}$, row: qubit 1, column: qubit 0 |
# | product state | $ad - bc = 0$ |
# | concurrence (pure) | $K = 2\lvert ad - bc\rvert$ |
# | reduced states | $\rho_0 = C^{\mathsf T} C^{*}$, $\rho_1 = C C^{\dagger}$ |
# | purity | $\mathrm{tr}\,\rho_0^2 = \mathrm{tr}\,\rho_1^2 = 1 - K^2/2$ |
# | entanglement entropy | $-\sum_i \lambda_i \log_2 \lambda_i$, with $\lambda_i$ the eigenvalues of $\rho_0$ |
# | correlation | $\langle ZZ\rangle = P(00) - P(01) - P(10) + P(11)$ |
# | mixtures of product states | $\lvert\langle ZZ\rangle\rvert + \lvert\langle XX\rangle\rvert \le 1$ |
# | Bell states | $(\lvert 00\rangle \pm \lvert 11\rangle)/\sqrt2$, $(\lvert 01\rangle \pm \lvert 10\rangle)/\sqrt2$ |
#
# ## Further reading
#
# - M. A. Nielsen and I. L. Chuang, *Quantum Computation and Quantum Information*, Cambridge University Press, 10th anniversary edition 2010. Sections 1.3 (gates on several qubits, copying, Bell states), 2.4 and 2.5 (density matrix, Schmidt decomposition). Its circuits have the first qubit on the left of the ket.
#
# - W. K. Wootters and W. H. Zurek, "A single quantum cannot be cloned", *Nature* 299, pages 802-803 (1982). Two pages, readable after this lesson.
#
# - R. Horodecki, P. Horodecki, M. Horodecki and K. Horodecki, "Quantum entanglement", *Reviews of Modern Physics* 81, pages 865-942 (2009); free as arXiv quant-ph/0702225. The standard review; begin with its introduction.
