# %% [markdown]
# # Single-qubit gates and the Bloch sphere
#
# A laboratory turns its qubits with short microwave pulses. One morning the generator is a little too strong: every pulse turns the qubit 5 % too far, and nobody can adjust it before the evening.
#
# Can you still perform good gates that day, with nothing but these bad pulses? You can, and at the end of this module you will build such a gate yourself. To get there you need a picture in which every gate of a single qubit is a rotation.
#
# **What you will be able to do**
#
# 1. Say what a gate does to any state, and write the matrix of a sequence of gates in the right order. (5.1 II A1, 1.2 I A2)
#
# 2. Go back and forth between amplitudes, angles and the arrow on the Bloch sphere. (1.2 I A2)
#
# 3. Tell a global phase from a relative phase, and say which experiment sees which. (1.1 I A2)
#
# 4. Build a gate from other gates, undo it, and measure along any axis you like. (5.3 II A2)
#
# 5. Predict how errors of rotation add up, and use one error against another. (4.6 II A2)
#
# The tags name a sub-domain, an area and a level of the European Competence Framework for Quantum Technologies (DOI 10.2759/389764).
#
# You need from the module before: amplitudes, the Born rule, counts, and the idea of measuring in another basis.
#
# Reading time is about an hour. The lesson stops often and asks for a prediction. Write yours down before you run the cell; a wrong prediction teaches more than a quick glance at the answer.

# %%
import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit.library import RYGate
from qiskit.quantum_info import Operator, Pauli, Statevector
from qiskit.synthesis import OneQubitEulerDecomposer
from qiskit.visualization import plot_bloch_vector

# %% [markdown]
# ## 1. A gate is a matrix that keeps lengths
#
# A state of one qubit is an array of two complex numbers, $|\psi\rangle = a|0\rangle + b|1\rangle$, which Qiskit stores as `[a, b]`. A **gate** is a $2\times 2$ matrix that multiplies this array.
#
# Three gates to begin with:
#
# $$X = \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix},\qquad Z = \begin{pmatrix} 1 & 0 \\ 0 & -1 \end{pmatrix},\qquad H = \frac{1}{\sqrt 2}\begin{pmatrix} 1 & 1 \\ 1 & -1 \end{pmatrix}.$$
#
# Take the state with $a = 0.6$ and $b = 0.8$. **Before you run the next cell:** what are the two amplitudes after $X$, after $Z$, after $H$? What is the probability of the outcome 1 in each case?

# %%
start = np.array([0.6, 0.8])
matrices = {
    "X": np.array([[0, 1], [1, 0]]),
    "Z": np.array([[1, 0], [0, -1]]),
    "H": np.array([[1, 1], [1, -1]]) / np.sqrt(2),
}
for name, matrix in matrices.items():
    after = matrix @ start
    print(f"{name}: amplitudes {after.round(4)}, probability of 1 = {abs(after[1]) ** 2:.2f}")

# %% [markdown]
# $X$ exchanges the two amplitudes. $Z$ changes the sign of the second one and leaves both probabilities as they were. $H$ mixes them: its outputs are $(a+b)/\sqrt2$ and $(a-b)/\sqrt2$.
#
# **Misconception: "a gate acts on its own amplitude only."** It is tempting to think of $H$ as a rule for $|0\rangle$ and another rule for $|1\rangle$ that do not meet. The next experiment shows that they meet.
#
# We apply $H$ to two states, $0.6|0\rangle + 0.8|1\rangle$ and $0.6|0\rangle - 0.8|1\rangle$. Both give the outcome 1 with probability 0.64 when measured at once. **Predict:** does $H$ give them the same probability of the outcome 1?

# %%
for state in (np.array([0.6, 0.8]), np.array([0.6, -0.8])):
    after = matrices["H"] @ state
    print(
        f"before {state}   after H {after.round(4)}   probability of 1 = {abs(after[1]) ** 2:.2f}"
    )

# %% [markdown]
# The probabilities are 0.02 and 0.98. The new amplitude of $|1\rangle$ is $(a-b)/\sqrt2$: it depends on *both* old amplitudes, and the sign between them decides whether they cancel or support each other. This is interference, and it happens inside a single gate.
#
# Which matrices may be gates? The probabilities of the two outcomes must add up to 1 before and after, for every state. So a gate must not change the length of any vector. Such matrices are called **unitary**, and the test for it is
#
# $$U^\dagger U = I,$$
#
# where $U^\dagger$ (say "U dagger") is the transposed matrix with every entry complex conjugated.
#
# The formula tells more: $U^\dagger$ undoes $U$. So every gate can be undone, and no gate forgets. A matrix that "resets" each state to $|0\rangle$ is no gate. (A computer can reset a qubit, but by measuring it or by cooling it.)

# %%
reset_attempt = np.array([[1, 1], [0, 0]])  # sends |0> to |0> and |1> to |0>
for name, matrix in {**matrices, "reset": reset_attempt}.items():
    is_unitary = np.allclose(matrix.conj().T @ matrix, np.eye(2))
    print(f"{name:6} unitary: {is_unitary}")

# %% [markdown]
# **Try it.** Is $\begin{pmatrix} 1 & 0 \\ 0 & 2i \end{pmatrix}$ unitary? And $\begin{pmatrix} 1 & 0 \\ 0 & i \end{pmatrix}$? Add them to the dictionary and see.
#
# ## 2. Six gates, six states
#
# Six states are worth knowing by heart. They are the two outcomes of each of three measurements:
#
# $$|0\rangle,\ |1\rangle \qquad |\pm\rangle = \frac{|0\rangle \pm |1\rangle}{\sqrt2} \qquad |{\pm i}\rangle = \frac{|0\rangle \pm i|1\rangle}{\sqrt2}.$$
#
# We call them the **cardinal states**. Qiskit writes them `"0"`, `"1"`, `"+"`, `"-"`, `"r"` (for $|{+i}\rangle$) and `"l"` (for $|{-i}\rangle$); the letters stand for right and left circular polarisation of light.
#
# Three more gates join us:
#
# $$Y = \begin{pmatrix} 0 & -i \\ i & 0 \end{pmatrix},\qquad S = \begin{pmatrix} 1 & 0 \\ 0 & i \end{pmatrix},\qquad T = \begin{pmatrix} 1 & 0 \\ 0 & e^{i\pi/4} \end{pmatrix}.$$
#
# $S$ multiplies the amplitude of $|1\rangle$ by $i$. Two $S$ make a $Z$, and two $T$ make an $S$.
#
# The next cell sends each cardinal state through each gate and names the result. A factor in front, such as $-1$ or $i$, is printed before the ket; `w` is short for $e^{i\pi/4}$ and `w*` for its conjugate $e^{-i\pi/4}$. **Predict one row of the table,** say $X$, before you look.

# %%
labels = {"0": "|0>", "1": "|1>", "+": "|+>", "-": "|->", "r": "|+i>", "l": "|-i>"}
eighth = np.exp(1j * np.pi / 4)
factors = {1: "", -1: "-", 1j: "i", -1j: "-i", eighth: "w", eighth.conjugate(): "w*"}


def name_of(state):
    """Name a state as a factor times a cardinal state, or '?' where it is none of the six."""
    for label, ket in labels.items():
        overlap = np.vdot(Statevector.from_label(label), state)
        for factor, text in factors.items():
            if np.isclose(overlap, factor):
                return text + ket
    return "?"


print("      " + "".join(f"{ket:>8}" for ket in labels.values()))
for gate in ("x", "y", "z", "h", "s", "t"):
    circuit = QuantumCircuit(1)
    getattr(circuit, gate)(0)
    row = [name_of(Statevector.from_label(label).evolve(circuit)) for label in labels]
    print(f"  {gate.upper()}   " + "".join(f"{text:>8}" for text in row))

# %% [markdown]
# Read the table slowly. Except for $T$, each of these gates sends cardinal states to cardinal states. $X$ exchanges $|0\rangle$ and $|1\rangle$, leaves $|+\rangle$ alone, and gives $|-\rangle$ a minus sign. $Z$ does the same in other clothes: it exchanges $|+\rangle$ and $|-\rangle$.
#
# $H$ exchanges $|0\rangle$ with $|+\rangle$ and $|1\rangle$ with $|-\rangle$. On $|{\pm i}\rangle$ it acts as well: it exchanges these two, up to a factor.
#
# The question marks in the row of $T$ say that $T|+\rangle$ is none of the six. To say where it is, we need a map of all states.
#
# ## 3. The Bloch sphere
#
# How many numbers fix a state of one qubit? Two complex amplitudes are four real numbers. The length must be 1, which takes one away. A factor $e^{i\alpha}$ in front of the whole state changes no probability of any measurement, which takes away another. Two remain, and they can be chosen as angles:
#
# $$|\psi\rangle = \cos\frac{\theta}{2}\,|0\rangle + e^{i\varphi}\sin\frac{\theta}{2}\,|1\rangle, \qquad 0\le\theta\le\pi,\quad 0\le\varphi<2\pi.$$
#
# The angle $\theta$ says how the probability is divided between 0 and 1. The angle $\varphi$ is the **relative phase** of the two amplitudes. All angles here, and in Qiskit, are in radians.
#
# Two angles are a point on a sphere, just as latitude and longitude are a point on the Earth. The arrow from the centre to this point is the **Bloch vector**:
#
# $$\vec r = (\sin\theta\cos\varphi,\ \sin\theta\sin\varphi,\ \cos\theta).$$
#
# Its components have a meaning that can be measured. Each is the average of $\pm1$ outcomes (outcome 0 counts $+1$, outcome 1 counts $-1$) in one of the three measurements: $x = \langle X\rangle$, $y = \langle Y\rangle$, $z = \langle Z\rangle$. The next function uses exactly that.


# %%
def bloch(state):
    """Bloch vector (x, y, z) of a one-qubit state, from three expectation values."""
    state = Statevector(state)
    return np.array([state.expectation_value(Pauli(axis)).real for axis in "XYZ"])


def show_arrows(arrows):
    """Draw one Bloch sphere for each (title, vector) pair, side by side."""
    figure = plt.figure(figsize=(3 * len(arrows), 3.3))
    for place, (title, vector) in enumerate(arrows, start=1):
        axes = figure.add_subplot(1, len(arrows), place, projection="3d")
        plot_bloch_vector(vector, ax=axes, font_size=11)
        axes.set_title(title, fontsize=12, y=1.1)
    plt.show()


arrows = [(ket, bloch(Statevector.from_label(label))) for label, ket in labels.items()]
show_arrows(arrows[:3])
show_arrows(arrows[3:])

# %% [markdown]
# **Figure 1.** The six cardinal states as arrows. Vertical axis $z$: up is $|0\rangle$, down is $|1\rangle$. The states $|\pm\rangle$ lie on the $x$ axis and the states $|{\pm i}\rangle$ on the $y$ axis. Purpose: to find the three axes, and with them the three measurements, in one picture.
#
# Two states that a measurement can tell apart with certainty, such as $|0\rangle$ and $|1\rangle$, are **orthogonal**: as arrays they stand at $90^\circ$. On the sphere they point in opposite directions, at $180^\circ$. That is the half in $\theta/2$: *angles on the sphere are twice the angles between arrays*.
#
# Here is the general rule. For two states with Bloch vectors $\vec r$ and $\vec s$, and the angle $\gamma$ between the arrows, the probability that one passes a test for the other is
#
# $$|\langle\phi|\psi\rangle|^2 = \frac{1+\vec r\cdot\vec s}{2} = \cos^2\frac{\gamma}{2}.$$
#
# **Misconception: "the arrow is a direction in space."** For the spin of an electron it can be read so. For most qubits it cannot: in a superconducting qubit the $z$ axis is the energy of a circuit, and the direction of $x$ is fixed by the clock of the microwave generator. Nothing in the laboratory points along $x$.
#
# Even as mathematics the arrows do not behave like arrows in space. Two experiments show it.
#
# *Experiment 1: adding.* The arrows of $|0\rangle$ and $|1\rangle$ add up to nothing. **Predict:** what do the states $|0\rangle$ and $|1\rangle$ add up to?

# %%
zero, one = np.array([1, 0]), np.array([0, 1])
print("sum of the arrows:          ", bloch(zero) + bloch(one))
print("arrow of the summed state:  ", bloch((zero + one) / np.sqrt(2)))

# %% [markdown]
# States add as arrays, not as arrows. The equal superposition of "up" and "down" is not "nowhere"; it is $|+\rangle$, an arrow of full length to the side.
#
# *Experiment 2: looking along another axis.* Take a compass needle of length 1 that points $60^\circ$ away from some axis. Its component along the axis is $\cos 60^\circ = 0.5$, every time you look. Now prepare a qubit whose arrow stands $60^\circ$ away from $z$ and measure it along $z$, three hundred times over. **Predict:** which numbers do you see?

# %%
tilted = Statevector([np.cos(np.pi / 6), np.sin(np.pi / 6)])  # theta = pi/3, that is 60 degrees
tilted.seed(11)
shots = np.array([1 if outcome == "0" else -1 for outcome in tilted.sample_memory(300)])
number = np.arange(1, 301)
running_average = np.cumsum(shots) / number

figure, axes = plt.subplots(figsize=(7, 3.2))
axes.plot(number, shots, ".", color="tab:grey", label="single shot")
axes.plot(number, running_average, color="tab:blue", label="average so far")
axes.axhline(0.5, color="tab:orange", linestyle="--", label="cos 60° = 0.5")
axes.set_xlabel("number of the shot")
axes.set_ylabel("value along z")
axes.legend(loc="center right", bbox_to_anchor=(1, 0.3), framealpha=1)
plt.show()

# %% [markdown]
# **Figure 2.** Three hundred measurements along $z$ of a qubit whose arrow is tilted by $60^\circ$. Horizontal axis: number of the shot. Vertical axis: the value, $+1$ or $-1$. Purpose: to see that the component 0.5 is never a result; it is where the average settles.
#
# A **single shot** never gives 0.5. It gives $+1$ or $-1$, and afterwards the qubit is in $|0\rangle$ or $|1\rangle$. The arrow tells the *averages* of many shots on many equally prepared qubits.
#
# **Try it.** Change the tilt to $120^\circ$. Where does the average go? Which tilt makes the shots most random?
#
# ## 4. Gates are rotations of the sphere
#
# Three families of gates have an angle as a parameter. They are
#
# $$R_x(\alpha) = e^{-i\alpha X/2},\qquad R_y(\alpha) = e^{-i\alpha Y/2},\qquad R_z(\alpha) = e^{-i\alpha Z/2}.$$
#
# The exponentials are short, because $X^2 = Y^2 = Z^2 = I$. For instance
#
# $$R_y(\alpha) = \begin{pmatrix} \cos\frac{\alpha}{2} & -\sin\frac{\alpha}{2} \\ \sin\frac{\alpha}{2} & \cos\frac{\alpha}{2}\end{pmatrix},\qquad R_z(\alpha) = \begin{pmatrix} e^{-i\alpha/2} & 0 \\ 0 & e^{i\alpha/2}\end{pmatrix}.$$
#
# **Before you run the next cell:** a qubit starts in $|0\rangle$ and feels $R_y(\alpha)$. Sketch its three components $x$, $y$, $z$ as $\alpha$ goes from 0 to $2\pi$.

# %%
angles = np.linspace(0, 2 * np.pi, 61)


def track(gate, label):
    """Bloch vectors along a rotation: one row for each angle."""
    rows = []
    for angle in angles:
        circuit = QuantumCircuit(1)
        getattr(circuit, gate)(angle, 0)
        rows.append(bloch(Statevector.from_label(label).evolve(circuit)))
    return np.array(rows)


figure, panels = plt.subplots(1, 2, figsize=(10, 3.2), sharey=True)
for axes, (gate, label) in zip(panels, [("ry", "0"), ("rz", "+")], strict=True):
    for component, style, name in zip(track(gate, label).T, ("-", "--", ":"), "xyz", strict=True):
        axes.plot(angles / np.pi, component, style, linewidth=2, label=name)
    axes.set_title(f"{gate.upper()} acting on {labels[label]}")
    axes.set_xlabel("angle of the rotation, in units of pi")
    axes.legend()
panels[0].set_ylabel("component of the Bloch vector")
plt.show()

# %% [markdown]
# **Figure 3.** Components of the Bloch vector during a rotation. Horizontal axis: angle. Vertical axis: component. Left, $R_y$ on $|0\rangle$: the arrow runs through $z \to x \to -z \to -x$ and back, and $y$ stays zero. Right, $R_z$ on $|+\rangle$: the arrow runs round the equator. Purpose: to see that the angle in the gate is the angle on the sphere, with no half in it.
#
# In general, let $\vec n = (n_x, n_y, n_z)$ be an arrow of length 1. The gate
#
# $$R_{\vec n}(\alpha) = e^{-i\frac{\alpha}{2}(n_xX+n_yY+n_zZ)} = \cos\frac{\alpha}{2}\,I - i\sin\frac{\alpha}{2}\,(n_xX+n_yY+n_zZ)$$
#
# turns every Bloch vector by the angle $\alpha$ about the axis $\vec n$, counter-clockwise when the axis points at you. And the other way round: *every* gate on one qubit is such a rotation, times a factor $e^{i\delta}$.
#
# So the gates that we know are rotations too. $X$, $Y$ and $Z$ are half turns about their axes, $S$ is a quarter turn about $z$, $T$ an eighth of a turn about $z$. What is $H$?
#
# **Predict:** $H$ exchanges the $z$ axis with the $x$ axis. About which axis could it be a half turn? The next cell reads the axis from the matrix.


# %%
def axis_and_angle(matrix):
    """Axis (a unit vector) and angle of the rotation that a 2x2 unitary makes on the sphere."""
    special = matrix / np.sqrt(np.linalg.det(matrix) + 0j)  # remove the factor: determinant 1
    cosine = np.trace(special).real / 2
    sines = [(1j * np.trace(Pauli(p).to_matrix() @ special) / 2).real for p in "XYZ"]
    angle = 2 * np.arctan2(np.linalg.norm(sines), cosine)
    return np.array(sines) / np.linalg.norm(sines), angle


for gate in ("x", "y", "z", "h", "s", "t"):
    circuit = QuantumCircuit(1)
    getattr(circuit, gate)(0)
    axis, angle = axis_and_angle(Operator(circuit).data)
    print(f"{gate.upper()}: axis {np.round(axis, 3)}, angle {angle / np.pi:.2f} pi")

# %% [markdown]
# $H$ is a half turn about the diagonal $(1, 0, 1)/\sqrt2$, halfway between $x$ and $z$. Draw this axis on paper and turn the sphere in your mind: $z$ goes to $x$, $x$ goes to $z$, and $y$ goes to $-y$. That is the row of $H$ in our table.
#
# A printed axis may carry the opposite sign: a half turn about $\vec n$ and a half turn about $-\vec n$ are the same motion.
#
# **Try it.** Put the gate `sx` into the list. It is native on many superconducting processors. Guess first: which gate do two `sx` make?
#
# ## 5. Relative phase can be seen, global phase cannot
#
# **Misconception: "RZ does nothing, because the probabilities stay."** It is true that $R_z$ leaves the probabilities of 0 and 1 as they are. The next experiment puts it between two $H$. **Predict** the probability of the outcome 0 when the angle $\varphi$ goes from 0 to $2\pi$.

# %%
phases = np.linspace(0, 2 * np.pi, 41)
bare, between = [], []
for phase in phases:
    alone = QuantumCircuit(1)
    alone.h(0)
    alone.rz(phase, 0)
    bare.append(Statevector(alone).probabilities()[0])
    sandwich = alone.copy()
    sandwich.h(0)
    between.append(Statevector(sandwich).probabilities()[0])

figure, axes = plt.subplots(figsize=(7, 3.2))
axes.plot(phases / np.pi, bare, "--", label="H, RZ, measure")
axes.plot(phases / np.pi, between, label="H, RZ, H, measure")
axes.set_xlabel("angle of RZ, in units of pi")
axes.set_ylabel("probability of outcome 0")
axes.legend()
plt.show()
sandwich.draw("mpl")

# %% [markdown]
# **Figure 4.** Above: probability of the outcome 0 against the angle of $R_z$. Horizontal axis: angle. Vertical axis: probability. Below: the circuit of the solid line, with the last angle of the loop. Purpose: to see that $R_z$ changes the state although a measurement along $z$, taken at once, is blind to it.
#
# The solid line is $\cos^2(\varphi/2)$. $R_z$ changed the relative phase, which is the longitude of the arrow. A measurement along $z$ asks only for the latitude. The second $H$ turns longitude into latitude. Many quantum algorithms use this trick: put the information into phases, then turn phases into probabilities.
#
# A **global phase** is something else. Compare
#
# $$Z = \begin{pmatrix} 1 & 0 \\ 0 & -1 \end{pmatrix}\qquad\qquad R_z(\pi) = \begin{pmatrix} -i & 0 \\ 0 & i \end{pmatrix} = -i\,Z.$$
#
# As matrices they differ. On the sphere they are the same half turn. The factor $-i$ multiplies both amplitudes, so it drops out of every $|\cdot|^2$: no measurement on this qubit, now or after further gates, tells the two apart.
#
# Qiskit offers both comparisons. `Operator(a) == Operator(b)` compares the matrices with their factor; `.equiv` ignores the factor. **Predict** the two answers for $Z$ and $R_z(\pi)$.

# %%
z_gate, rz_gate = QuantumCircuit(1), QuantumCircuit(1)
z_gate.z(0)
rz_gate.rz(np.pi, 0)
print("equal with the factor:  ", Operator(z_gate) == Operator(rz_gate))
print("equal up to the factor: ", Operator(z_gate).equiv(Operator(rz_gate)))

# %% [markdown]
# **Convention.** Qiskit has a third gate in this family, the phase gate `p(angle)` with the matrix $\mathrm{diag}(1, e^{i\alpha})$. It equals $R_z(\alpha)$ up to the factor $e^{i\alpha/2}$. Thus `z` is exactly `p(pi)`, `s` is exactly `p(pi/2)`, and `t` is exactly `p(pi/4)`. A circuit can also carry a factor of its own, in the attribute `circuit.global_phase`.
#
# **Misconception: "a turn by 360° is the identity."** On the sphere it is: every arrow comes back. **Predict** the matrix of $R_y(2\pi)$ from the formula with $\cos(\alpha/2)$.

# %%
for turns in (1, 2):
    print(f"{turns} full turn(s):")
    print(RYGate(2 * np.pi * turns).to_matrix().real.round(12) + 0.0)

# %% [markdown]
# One full turn is $-I$. Only two full turns are $I$. Is that more than a play with signs, if a global phase can never be seen?
#
# It is, as soon as the turn is made *on a condition*. Let a second qubit, the control, stand in $|+\rangle$, and perform the turn only if the control is 1. Then the factor $-1$ belongs to one of two branches: it is global no longer. It has become the relative phase of the control.
#
# The next module treats two qubits properly; here we only look. Qubit 1 is the control, qubit 0 is turned. **Predict:** the angle goes from 0 to $4\pi$. After which angle does the control come back to where it began?

# %%
turns = np.linspace(0, 4 * np.pi, 81)
control_plus, arrow_z = [], []
for angle in turns:
    circuit = QuantumCircuit(2)
    circuit.h(1)
    circuit.cry(angle, 1, 0)
    circuit.h(1)
    control_plus.append(Statevector(circuit).probabilities([1])[0])
    single = QuantumCircuit(1)
    single.ry(angle, 0)
    arrow_z.append(bloch(Statevector(single))[2])

figure, axes = plt.subplots(figsize=(7, 3.2))
axes.plot(turns / np.pi, arrow_z, "--", label="z of the turned qubit, no condition")
axes.plot(turns / np.pi, control_plus, label="P(control back in |+>), turned on condition")
axes.set_xlabel("angle of RY, in units of pi")
axes.set_ylabel("z, or probability")
axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2))
plt.show()

# %% [markdown]
# **Figure 5.** Dashed: height of the arrow of one qubit under $R_y$; it repeats after $2\pi$. Solid: probability that the control is found in $|+\rangle$ again when the turn happens on condition; it repeats only after $4\pi$. Horizontal axis: angle. Vertical axis: $z$, or the probability. Purpose: to see that the sign of a full turn is real where there is something to compare it with.
#
# At $2\pi$ the probability is 0: the control has gone to $|-\rangle$ with certainty. The same doubling was seen with neutrons in 1975, by two groups: one of the two paths of an interferometer led through a magnetic field that turned the neutron's spin, and the pattern repeated only after two full turns (H. Rauch and others, Physics Letters A 54, 425; S. A. Werner and others, Physical Review Letters 35, 1053).
#
# **Rule to keep.** For one qubit alone, ignore the global phase. For a gate that will be controlled, keep it.
#
# **Try it.** Replace `cry` by `crz`. The turned qubit starts in $|0\rangle$, whose arrow $R_z$ does not move at all. Does the control notice?
#
# ## 6. The order of gates
#
# A circuit is read from left to right: what stands on the left happens first. A product of matrices is read from right to left: in $BA|\psi\rangle$ the matrix $A$ reaches the state first. So the circuit "first $H$, then $S$" has the matrix $SH$.
#
# **Misconception: "the order of matrices is the order of the circuit."** **Predict:** starting from $|0\rangle$, where does "first $H$, then $S$" lead? And "first $S$, then $H$"?

# %%
first_h, first_s = QuantumCircuit(1), QuantumCircuit(1)
first_h.h(0)
first_h.s(0)
first_s.s(0)
first_s.h(0)
print("first H, then S:", name_of(Statevector(first_h)))
print("first S, then H:", name_of(Statevector(first_s)))

h_matrix = np.array([[1, 1], [1, -1]]) / np.sqrt(2)
s_matrix = np.diag([1, 1j])
print(
    "circuit H, S has the matrix S @ H:", np.allclose(Operator(first_h).data, s_matrix @ h_matrix)
)
print(
    "circuit H, S has the matrix H @ S:", np.allclose(Operator(first_h).data, h_matrix @ s_matrix)
)

# %% [markdown]
# Rotations about one axis commute. Rotations about different axes in general do not; try it with a book: turn it about a vertical axis, then about a horizontal one, and compare with the other order.
#
# ## 7. Undoing, and changing the axis
#
# Socks go on before shoes, but shoes come off before socks. To undo a sequence, undo each gate *in the reverse order*:
#
# $$(CBA)^\dagger = A^\dagger B^\dagger C^\dagger.$$
#
# $X$, $Y$, $Z$ and $H$ undo themselves. $S$ and $T$ do not: their inverses are the gates `sdg` and `tdg`. A rotation by $\alpha$ is undone by the rotation by $-\alpha$.
#
# Now something more useful: undo only the outer gates. In the sandwich "first $H$, then $Z$, then $H$" the outer gates are inverse to each other. The first $H$ turns the sphere, $Z$ acts on the turned sphere, the last $H$ turns it back. **Predict** the gate that results.

# %%
sandwich = QuantumCircuit(1)
sandwich.h(0)
sandwich.z(0)
sandwich.h(0)
print(Operator(sandwich).data.real.round(12) + 0.0)

# %% [markdown]
# $HZH = X$. The half turn about $z$ has become a half turn about $x$, because $H$ exchanges these axes. The general rule: if a gate $V$ moves the axis $\vec n$ to the axis $\vec n'$, then
#
# $$V\,R_{\vec n}(\alpha)\,V^\dagger = R_{\vec n'}(\alpha).$$
#
# Say it in words: *go to where the axis is convenient, turn there, come back.* The angle stays, the axis moves. The rule holds with the global phase, as there is one $V$ and one $V^\dagger$.
#
# With it you can turn about axes for which you have no gate. Let us check one: $S$ is a quarter turn about $z$, which moves the $x$ axis to the $y$ axis. So $S\,R_x(\alpha)\,S^\dagger$ should be $R_y(\alpha)$. **Predict** the circuit: which gate comes first, `s` or `sdg`?

# %%
alpha = 0.7
about_y = QuantumCircuit(1)
about_y.sdg(0)
about_y.rx(alpha, 0)
about_y.s(0)
direct = QuantumCircuit(1)
direct.ry(alpha, 0)
print("S RX S† equals RY:", Operator(about_y) == Operator(direct))
about_y.draw("mpl")

# %% [markdown]
# **Figure 6.** The circuit for $S\,R_x(0.7)\,S^\dagger$. Horizontal direction: time, from left to right. Purpose: to see that the rightmost matrix, $S^\dagger$, is the leftmost gate.
#
# **Try it.** Exchange `s` and `sdg`. Which rotation do you get? Explain it by where $S^\dagger$ moves the $x$ axis.
#
# ## 8. Every gate from two axes
#
# Suppose that the laboratory offers only turns about $z$ and turns about $y$. Is any gate out of reach?
#
# Think of holding a globe. Any orientation can be reached by a turn about the vertical axis, a tilt, and another turn about the vertical axis. For gates, with the factor made explicit, this reads
#
# $$U = e^{i\delta}\,R_z(\beta)\,R_y(\gamma)\,R_z(\lambda).$$
#
# The three angles are called **Euler angles**. Multiplying the matrices out shows where each of them goes:
#
# $$U = e^{i\delta}\begin{pmatrix} e^{-i(\beta+\lambda)/2}\cos\frac{\gamma}{2} & -e^{-i(\beta-\lambda)/2}\sin\frac{\gamma}{2} \\ e^{i(\beta-\lambda)/2}\sin\frac{\gamma}{2} & e^{i(\beta+\lambda)/2}\cos\frac{\gamma}{2}\end{pmatrix}.$$
#
# The sizes of the entries give $\gamma$; their phases give the rest. Note that the determinant of $U$ is $e^{2i\delta}$, since each rotation has determinant 1.
#
# **Predict:** for $H$, all four entries have the same size. What must $\gamma$ be?

# %%
decomposer = OneQubitEulerDecomposer("ZYZ")
gamma, beta, lam, delta = decomposer.angles_and_phase(h_matrix)
print(
    f"beta = {beta / np.pi:.2f} pi, gamma = {gamma / np.pi:.2f} pi, lambda = {lam / np.pi:.2f} pi"
)
print(f"delta = {delta / np.pi:.2f} pi")

from_turns = QuantumCircuit(1, global_phase=delta)
from_turns.rz(lam, 0)
from_turns.ry(gamma, 0)
from_turns.rz(beta, 0)
print("equal to H, factor included:", np.allclose(Operator(from_turns).data, h_matrix))
from_turns.draw("mpl")

# %% [markdown]
# **Figure 7.** $H$ as turns about $z$ and $y$, with angles found by Qiskit; the last turn has the angle 0. The text "Global Phase" above the wire is the factor $e^{i\delta}$. Horizontal direction: time. Purpose: to see one gate written in the two turns that a laboratory offers.
#
# Qiskit's `u(theta, phi, lam)` packs the three turns into one gate. Its matrix is written so that the upper left entry is real:
#
# $$U(\theta,\varphi,\lambda) = \begin{pmatrix} \cos\frac{\theta}{2} & -e^{i\lambda}\sin\frac{\theta}{2} \\ e^{i\varphi}\sin\frac{\theta}{2} & e^{i(\varphi+\lambda)}\cos\frac{\theta}{2}\end{pmatrix}.$$
#
# Its first column is the state with the Bloch angles $\theta$ and $\varphi$. So `u(theta, phi, 0)` applied to $|0\rangle$ prepares any state you like, and so do a turn `ry(theta)` and after it a turn `rz(phi)`.
#
# In many superconducting processors the turns about $z$ cost no pulse at all: the control computer remembers the angle and shifts the clock of all later pulses (D. McKay and others, Physical Review A 96, 022330, 2017; arXiv 1612.00858). The $x$ and $y$ axes move instead of the qubit.
#
# ## 9. Measuring along any axis
#
# The hardware measures along $z$. How do we measure along another axis $\vec n$? We do not turn the detector; we turn the qubit: apply a gate $V$ that moves the arrow $\vec n$ to $+z$, then measure as usual. Outcome 0 now means "was along $+\vec n$".
#
# The probabilities are those of the rule in section 3:
#
# $$P(0) = \frac{1+\vec n\cdot\vec r}{2},\qquad P(1) = \frac{1-\vec n\cdot\vec r}{2}.$$
#
# A common slip is to turn the wrong way. If $R$ *prepares* the state along $\vec n$ from $|0\rangle$, it moves $+z$ to $\vec n$. To measure, you need the way back, $V = R^\dagger$.
#
# Take $\vec n$ in the plane of $x$ and $z$, at an angle $\theta$ from $z$. The way there is `ry(theta)`, the way back `ry(-theta)`. **Predict:** the qubit is in $|+\rangle$. For which $\theta$ is the outcome 0 certain, and for which is it a fair coin?

# %%
tilts = np.linspace(0, 2 * np.pi, 25)
estimates = []
for number, tilt in enumerate(tilts):
    circuit = QuantumCircuit(1)
    circuit.h(0)  # the qubit under test, in |+>
    circuit.ry(-tilt, 0)  # turn the axis n to +z
    state = Statevector(circuit)
    state.seed(number)
    estimates.append(state.sample_counts(200).get("0", 0) / 200)

figure, axes = plt.subplots(figsize=(7, 3.2))
axes.plot(tilts / np.pi, estimates, "o", label="200 shots")
axes.plot(tilts / np.pi, (1 + np.sin(tilts)) / 2, label="(1 + n·r)/2")
axes.set_xlabel("tilt of the axis from z, in units of pi")
axes.set_ylabel("share of outcome 0")
axes.legend()
plt.show()

# %% [markdown]
# **Figure 8.** The state $|+\rangle$ measured along axes in the plane of $x$ and $z$. Horizontal axis: tilt of the axis from $z$. Vertical axis: share of outcome 0. Points: 200 shots each. Line: the rule. Purpose: to see the rule, and how far 200 shots scatter around it.
#
# The outcome 0 is certain at $\theta = \pi/2$, where the axis is $x$. At $\theta = 0$ and $\theta = \pi$ the axis is at right angles to the arrow, and the shots are fair coins.
#
# For an axis that also has a longitude $\varphi$, first undo the longitude, then the tilt. You will write that in the exercise.
#
# ## 10. When rotations go too far
#
# Back to the laboratory of the first paragraph. Every pulse turns by $(1+\varepsilon)\alpha$ instead of $\alpha$, with $\varepsilon = 0.05$.
#
# First, how do errors add up? We start in $|0\rangle$ and apply $X$, as the pulse $R_x(\pi)$, an even number of times, so that a perfect machine ends in $|0\rangle$. Compare two machines. In the first, each pulse is too long by 1 %. In the second, each pulse is wrong by 1 % as well, but too long or too short at random. **Predict:** which one is worse after 20 pulses?

# %%
rng = np.random.default_rng(3)
numbers = np.arange(2, 41, 2)
same_sign = [np.sin(n * np.pi * 0.01 / 2) ** 2 for n in numbers]
random_sign = [
    np.mean(np.sin(rng.choice([-1, 1], size=(2000, n)).sum(axis=1) * np.pi * 0.01 / 2) ** 2)
    for n in numbers
]

figure, axes = plt.subplots(figsize=(7, 3.2))
axes.loglog(numbers, same_sign, "o-", label="always 1 % too long")
axes.loglog(numbers, random_sign, "s--", label="1 % too long or too short, at random")
axes.set_xticks([2, 5, 10, 20, 40], labels=["2", "5", "10", "20", "40"])
axes.minorticks_off()
axes.set_xlabel("number of pulses")
axes.set_ylabel("probability of a wrong outcome")
axes.legend()
plt.show()
print(f"20 pulses: {same_sign[9]:.4f} against {random_sign[9]:.4f}")

# %% [markdown]
# **Figure 9.** Probability to find 1 where 0 is right, after a number of pulses $R_x(\pi)$. Both axes are logarithmic. Purpose: to see two laws of growth; the upper line is twice as steep as the lower one.
#
# Errors of the same sign add up in the *angle*: after $n$ pulses the arrow is off by $n\pi\varepsilon$, and the probability of a wrong outcome grows like $n^2$. Random errors add up like the steps of a random walk, and the probability grows like $n$. After 20 pulses the steady error is about twenty times worse.
#
# But a steady error has a weakness: it is the *same* error each time, so one pulse can be set against another. The simplest case: $R_x(\alpha)$ followed by $R_x(-\alpha)$ is perfect for every $\varepsilon$. It is also useless. Is there a sequence that does something, and still cancels the error?
#
# In 1979 M. Levitt and R. Freeman found one for turning $|0\rangle$ into $|1\rangle$ in magnetic resonance: instead of one half turn about $x$, use a quarter turn about $x$, a half turn about $y$, and another quarter turn about $x$ (Journal of Magnetic Resonance 33, 473). **Predict:** every pulse is now 5 % too long, and the pulses are longer in total. Is the result better or worse than the single pulse?

# %%
errors = np.linspace(-0.2, 0.2, 81)


def miss(pulses, error):
    """Probability to end in |0> instead of |1> when each pulse turns by (1 + error) times its angle."""
    circuit = QuantumCircuit(1)
    for gate, angle in pulses:
        getattr(circuit, gate)((1 + error) * angle, 0)
    return Statevector(circuit).probabilities()[0]


single = [("rx", np.pi)]
composite = [("rx", np.pi / 2), ("ry", np.pi), ("rx", np.pi / 2)]

figure, axes = plt.subplots(figsize=(7, 3.2))
axes.plot(errors, [miss(single, error) for error in errors], "--", label="single half turn")
axes.plot(errors, [miss(composite, error) for error in errors], label="three pulses")
axes.set_xlabel("error of every pulse")
axes.set_ylabel("probability to miss |1>")
axes.legend()
plt.show()
print(f"error 0.05: single {miss(single, 0.05):.6f}, three pulses {miss(composite, 0.05):.6f}")

# %% [markdown]
# **Figure 10.** Probability to miss $|1\rangle$, against the error that all pulses share. Purpose: to see that three bad pulses can be better than one.
#
# At $\varepsilon = 0.05$ the single pulse misses in 0.6 % of the shots, and the three pulses in 0.004 %. The trick is visible on the sphere: the first pulse overshoots, the half turn about $y$ mirrors the overshoot to the other side, and the last pulse, overshooting just as much, removes it.

# %%
steps = 25
figure, panels = plt.subplots(1, 2, figsize=(10, 3.6), sharey=True)
for axes, error in zip(panels, (0.0, 0.1), strict=True):
    circuit = QuantumCircuit(1)
    path = [bloch(Statevector(circuit))]
    for gate, angle in composite:
        for _ in range(steps):
            getattr(circuit, gate)((1 + error) * angle / steps, 0)
            path.append(bloch(Statevector(circuit)))
    time = np.arange(len(path)) / steps
    for component, style, name in zip(np.array(path).T, ("-", "--", ":"), "xyz", strict=True):
        axes.plot(time, component, style, linewidth=2, label=name)
    axes.set_title(f"every pulse {error:.0%} too long")
    axes.set_xlabel("pulse number")
    axes.set_xticks([0, 1, 2, 3])
    axes.grid(axis="x")
    axes.legend(loc="lower left")
panels[0].set_ylabel("component of the Bloch vector")
plt.show()

# %% [markdown]
# **Figure 11.** The arrow during the three pulses; left without error, right with 10 % error. Horizontal axis: pulse number; each pulse is drawn with the same width. Vertical axis: components of the arrow. Purpose: to watch $z$ on the right: it overshoots zero during the first pulse, is mirrored to the other side by the second, and the third brings it to $-1$ after all.
#
# There is a catch. These three pulses repair the way from $|0\rangle$ to $|1\rangle$. They are not a good $X$ for every input: even without any error their matrix is not $X$ up to a factor. **Try it:** compute the matrix of the sequence for $\varepsilon=0$ and find the gate that it is.
#
# A *gate* must be right for all inputs at once. Sequences that do this exist as well; they were found later, and the last task of the exercise leads you to one.
#
# ## 11. A finite alphabet
#
# An error-corrected computer usually cannot turn by arbitrary angles. It offers a short list of gates, for instance $H$ and $T$. How far does one get with words in these two letters?
#
# $T$ turns by $45^\circ$ about $z$, and $HTH$ by $45^\circ$ about $x$. Both together make a turn by an angle that is no rational fraction of a full turn, $2\arccos(\cos^2(\pi/8)) \approx 62.8^\circ$. Repeating it never closes, so its powers come as close as you like to any angle about that axis. Two such axes suffice to approximate every gate (P. O. Boykin and others, 1999, arXiv quant-ph/9906054).
#
# **Predict:** we apply to $|0\rangle$ all words with at most 4, 8 or 12 letters $T$, and between them $H$ or nothing. How does the number of different states grow?

# %%
h_letter, t_letter = h_matrix, np.diag([1, np.exp(1j * np.pi / 4)])


def reached(t_count):
    """Bloch vectors reached from |0> by words in H and T with at most t_count letters T."""
    found = {}
    layer = [np.array([1, 0], dtype=complex)]
    for _ in range(t_count + 1):
        fresh = []
        for state in layer:
            for candidate in (state, h_letter @ state):
                x, y, z = bloch_from_amplitudes(candidate)
                key = (round(x, 6) + 0.0, round(y, 6) + 0.0, round(z, 6) + 0.0)
                if key not in found:
                    found[key] = candidate
                    fresh.append(candidate)
        layer = [t_letter @ state for state in fresh]
    return np.array(list(found))


def bloch_from_amplitudes(state):
    """The Bloch vector by hand: x + iy = 2 a* b and z = |a|^2 - |b|^2."""
    a, b = state
    transverse = 2 * np.conj(a) * b
    return transverse.real, transverse.imag, abs(a) ** 2 - abs(b) ** 2


figure, panels = plt.subplots(1, 3, figsize=(10, 3.6), sharey=True)
for axes, t_count in zip(panels, (4, 8, 12), strict=True):
    points = reached(t_count)
    visible = points[points[:, 1] >= 0]
    axes.plot(visible[:, 0], visible[:, 2], ".", markersize=3)
    axes.add_patch(plt.Circle((0, 0), 1, fill=False, color="tab:grey"))
    axes.set_aspect("equal")
    axes.set_title(f"up to {t_count} T: {len(points)} states")
    axes.set_xlabel("x")
panels[0].set_ylabel("z")
plt.show()

# %% [markdown]
# **Figure 12.** States reached from $|0\rangle$ by short words in $H$ and $T$; the half of the sphere with $y\ge0$, projected along the $y$ axis. Horizontal axis: $x$. Vertical axis: $z$. Purpose: to see the sphere fill up with points.
#
# The number of states grows exponentially with the number of letters. That is why short words go a long way: for a turn about $z$ with error $\epsilon$, about $4\log_2(1/\epsilon)$ letters $T$ and a constant are enough, with an algorithm that is fast under an assumption about prime numbers (P. Selinger, 2012, arXiv 1212.6253). The older and more general method of Solovay and Kitaev needs more gates but works for every universal set.
#
# ## Summary
#
# A gate on one qubit is a unitary $2\times2$ matrix. It can be undone, it mixes both amplitudes, and the signs and phases between them decide what comes out.
#
# A state of one qubit is a point on the Bloch sphere, up to a factor that no measurement sees. Orthogonal states are opposite points. The arrow is a list of three averages, not a direction in space; a single shot gives $\pm1$.
#
# A gate turns the sphere about an axis. Circuits are read from the left, matrix products from the right; sequences are undone backwards; a sandwich $V\cdots V^\dagger$ moves the axis.
#
# A relative phase becomes visible after a further gate. A global phase stays invisible, until the gate is performed on a condition: then it is the relative phase of the control. One full turn is $-I$.
#
# Turns about two axes give every gate. To measure along $\vec n$, turn $\vec n$ to $z$ and measure along $z$. Steady errors add up in the angle, and for the same reason they can be made to cancel.
#
# ### Formulas in one place
#
# | what | formula |
# | --- | --- |
# | unitary | $U^\dagger U = I$ |
# | state and angles | $\lvert\psi\rangle = \cos\frac{\theta}{2}\lvert 0\rangle + e^{i\varphi}\sin\frac{\theta}{2}\lvert 1\rangle$ |
# | Bloch vector of $a\lvert 0\rangle + b\lvert 1\rangle$ | $x+iy = 2a^*b,\quad z = \lvert a\rvert^2-\lvert b\rvert^2$ |
# | overlap | $\lvert\langle\phi\vert\psi\rangle\rvert^2 = \frac{1}{2}(1+\vec r\cdot\vec s)$ |
# | rotation about $\vec n$ | $R_{\vec n}(\alpha) = \cos\frac{\alpha}{2}I - i\sin\frac{\alpha}{2}(n_xX+n_yY+n_zZ)$ |
# | first $A$, then $B$ | matrix $BA$; undone by $A^\dagger B^\dagger$ |
# | change of axis | $V R_{\vec n}(\alpha) V^\dagger = R_{\vec n'}(\alpha)$, where $V$ moves $\vec n$ to $\vec n'$ |
# | any gate | $U = e^{i\delta}R_z(\beta)R_y(\gamma)R_z(\lambda)$ |
# | measuring along $\vec n$ | $P(0) = \frac{1}{2}(1+\vec n\cdot\vec r)$ |
#
# ### Further reading
#
# M. A. Nielsen and I. L. Chuang, *Quantum Computation and Quantum Information*, Cambridge University Press, 2000 (10th anniversary edition 2010). Section 1.2 on the Bloch sphere, section 1.3.1 on single-qubit gates, section 4.2 on single-qubit operations, section 4.5.3 on $H$ and $T$.
#
# C. M. Dawson and M. A. Nielsen, *The Solovay-Kitaev algorithm*, Quantum Information and Computation 6, 81 (2006); arXiv quant-ph/0505030. How words in a finite alphabet approach any gate, with the program.
#
# D. C. McKay, C. J. Wood, S. Sheldon, J. M. Chow and J. M. Gambetta, *Efficient Z gates for quantum computing*, Physical Review A 96, 022330 (2017); arXiv 1612.00858. How the turns of this lesson are made in a laboratory.
