# %% [markdown]
# # State preparation
#
# You have $2^n$ numbers: measured values, a probability distribution, the wave function of a molecule. A register of $n$ qubits has $2^n$ amplitudes. **How do you get the numbers into the register, and what does it cost?**
#
# Many quantum algorithms begin with the words "prepare the state". Sometimes this is one layer of gates. Sometimes it takes longer than everything after it, and eats up the whole advantage. At the end of this lesson you can tell the two apart, and you can write the circuit in both cases.
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. turn any list of amplitudes into a circuit of rotations and CX (5.1 II A2);
# 2. count the gates that a preparation needs, and say why a general one needs exponentially many (1.2 I A2);
# 3. recognise structure that makes a preparation cheap: product states, few terms, symmetry, little entanglement between the parts (5.4 II A2);
# 4. find the Schmidt decomposition of a state and use it (1.2 I B1);
# 5. weigh gates, depth, extra qubits and luck against each other, and leave no garbage behind (5.4 II A2).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need amplitudes and single-qubit rotations, and from the module on entanglement: Qiskit's bit order, CX, and the square of amplitudes.

# %%
import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit, transpile
from qiskit.circuit.library import RYGate, UCRYGate, UCRZGate
from qiskit.primitives import StatevectorSampler
from qiskit.quantum_info import Statevector, random_statevector, state_fidelity


def sample(circuit, shots=1000, seed=3):
    """Run a circuit that ends in measure_all() and return how often each bit string came out."""
    result = StatevectorSampler(seed=seed).run([circuit], shots=shots).result()
    return result[0].data.meas.get_counts()


def two_qubit_gates(circuit):
    """Take everything apart into CX and gates on one qubit, and count the CX."""
    return transpile(circuit, basis_gates=["u", "cx"], optimization_level=0).count_ops().get("cx", 0)


# %% [markdown]
# ## 1. Numbers as amplitudes
#
# ### A concrete case
#
# Eight numbers, say the height of the tide above the mean at eight times of a day, in decimetres. Eight numbers fit the amplitudes of three qubits: the number with index $j$ becomes the amplitude of $|j\rangle$, where $j$ is written as a binary number with qubit 0 on the right. Amplitudes have to be normalised, so we divide by the length of the list.

# %%
tide = np.array([3.0, 5.0, 8.0, 6.0, 2.0, -1.0, -4.0, -3.0])
length = np.linalg.norm(tide)
amplitudes = tide / length
print("length of the list:", round(float(length), 4))
print("amplitudes:        ", np.round(amplitudes, 3))

# %% [markdown]
# **Before you run the next cell:** the three qubits are measured. Which bit string comes out most often? The values at position 0 and at position 7 are $3$ and $-3$: how will their frequencies differ?

# %%
probabilities = amplitudes**2

figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.2))
left.bar(range(8), tide, color=np.where(tide < 0, "tab:orange", "tab:blue"))
left.axhline(0, color="black", linewidth=0.8)
left.set_ylabel("height (decimetres)")
left.set_title("the numbers")
right.bar(range(8), probabilities, color="tab:gray")
right.set_ylabel("probability")
right.set_title("what a measurement sees")
for axes in (left, right):
    axes.set_xticks(range(8), [f"{j:03b}" for j in range(8)])
    axes.set_xlabel("bit string (qubit 0 on the right)")
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 1. The same eight numbers as data and as outcomes. The string 010, with the value 8, is the most frequent. The values 3 and −3 cannot be told apart on the right: a measurement sees squares.*
#
# Two things are lost already. The length of the list is not in the register (you have to write it down), and neither is a common sign of all the numbers, since it is a global phase.
#
# ### Stored is not readable
#
# "The register stores eight numbers" suggests that you could look them up. Let us try: prepare the state 1000 times, measure, and estimate the numbers from the frequencies. (Qiskit's `prepare_state` makes the state for now. Soon you will do it yourself.)

# %%
circuit = QuantumCircuit(3)
circuit.prepare_state(amplitudes)
circuit.measure_all()
shots = 1000
counts = sample(circuit, shots)
estimated = [length * np.sqrt(counts.get(f"{j:03b}", 0) / shots) for j in range(8)]
for j in range(8):
    print(f"{j:03b}: number {tide[j]:5.1f}   estimated size {estimated[j]:5.2f}")

# %% [markdown]
# A thousand preparations gave the sizes with an error of about $\text{length}/(2\sqrt{1000}) \approx 0.2$, and no signs. One preparation gives three bits: one position, and then the state is gone. So amplitudes are not a memory that one can read. What they are good for is *interference* inside an algorithm, followed by a question that has a short answer.
#
# **Try:** how many shots would you need to know all the sizes to two digits after the point? Make a guess from the formula for the error, then change `shots`.

# %% [markdown]
# ## 2. A tree of decisions
#
# How can rotations make eight amplitudes? Ask one qubit at a time, from the top.
#
# First question: is qubit 2 a 0 or a 1? It is 0 in the first four positions, so its probability is the sum of their squares. One rotation RY settles it. Second question: given qubit 2, is qubit 1 a 0 or a 1? The answer has its own probability in each of the two cases. Third question: qubit 0, in each of four cases.
#
# An RY by the angle $\theta$ takes $|0\rangle$ to $\cos\frac\theta2|0\rangle + \sin\frac\theta2|1\rangle$. So at each fork, with the norm $s_0$ of the left part and $s_1$ of the right part,
#
# $$\theta = 2\arctan\frac{s_1}{s_0}.$$
#
# At the last level the two numbers themselves take the place of the norms. They may be negative, and `np.arctan2(s1, s0)` puts the angle into the right quadrant.
#
# **Before you run the next cell:** the squares of the first four numbers sum to 134, and those of the last four to 30. Is the first angle larger or smaller than $\pi/2$?

# %%
levels = []  # one entry for each qubit from the top: all angles of that level
for qubit in (2, 1, 0):
    pairs = amplitudes.reshape(-1, 2, 2**qubit)
    sizes = pairs[:, :, 0] if qubit == 0 else np.linalg.norm(pairs, axis=2)
    levels.append(2 * np.arctan2(sizes[:, 1], sizes[:, 0]))
    print(f"qubit {qubit}: angles", np.round(levels[-1], 3))

figure, axes = plt.subplots(figsize=(9, 4))
for depth in range(4):
    nodes = 2**depth
    for j in range(nodes):
        x = (j + 0.5) / nodes
        if depth < 3:
            text = f"θ={levels[depth][j]:.2f}"
            for bit in (0, 1):
                child = (2 * j + bit + 0.5) / (2 * nodes)
                axes.plot([x, child], [-depth, -depth - 1], color="tab:gray", zorder=1)
                axes.text((x + child) / 2, -depth - 0.5, str(bit), ha="center", va="center",
                          bbox={"color": "white", "pad": 1})
            style = {"boxstyle": "round", "facecolor": "lightsteelblue"}
        else:
            text, style = f"{amplitudes[j]:.2f}", {"boxstyle": "round", "facecolor": "moccasin"}
        axes.text(x, -depth, text, ha="center", va="center", bbox=style, zorder=2)
axes.set_yticks([0, -1, -2, -3], ["qubit 2", "qubit 1", "qubit 0", "amplitude"])
axes.set_xticks([(j + 0.5) / 8 for j in range(8)], [f"{j:03b}" for j in range(8)])
axes.set_xlabel("bit string (qubit 0 on the right)")
axes.set_ylabel("decided here")
axes.set_ylim(-3.4, 0.4)
axes.set_xlim(0, 1)
plt.show()

# %% [markdown]
# *Figure 2. The tree of the eight numbers. At each fork a rotation by the angle θ divides the amplitude between 0 (left) and 1 (right). There are $1 + 2 + 4 = 7$ forks: as many angles as eight normalised real numbers need.*
#
# In general the tree has $2^n - 1$ forks, and $2^n$ real numbers with a fixed length have $2^n - 1$ degrees of freedom. No angle is wasted. What remains is to make the *circuit*: on level two, the same qubit has to be turned by one angle or by another, according to the qubits above it.
#
# **Try:** set `tide[4:] = 0` and run the cells from the beginning. Which angles become 0, and is a rotation needed at all where a whole branch is empty?

# %% [markdown]
# ## 3. Multiplexed rotations
#
# A **multiplexed** (or *uniformly controlled*) rotation turns the target by the angle $\alpha_j$ if the controls hold $j$. For one control there are two angles. You could use two controlled rotations. There is a neater way.
#
# ### A concrete case
#
# Look at this circuit: RY by $s$, CX, RY by $d$, CX. If the control is 0, the CX do nothing and the target is turned by $s + d$. If the control is 1, the second rotation stands between two X gates.
#
# **Before you run the next cell:** $X\,R_Y(d)\,X = R_Y(-d)$. By which angle is the target turned if the control is 1? Which $s$ and $d$ give the angles 0.4 and 1.0?

# %%
low, high = 0.4, 1.0
s, d = (low + high) / 2, (low - high) / 2

multiplexer = QuantumCircuit(2)
multiplexer.ry(s, 0)
multiplexer.cx(1, 0)
multiplexer.ry(d, 0)
multiplexer.cx(1, 0)

for control in (0, 1):
    start = Statevector.from_int(2 * control, 4)
    end = start.evolve(multiplexer).data.real[2 * control : 2 * control + 2]
    print(f"control {control}: turned by", round(float(2 * np.arctan2(end[1], end[0])), 4))
multiplexer.draw("mpl")

# %% [markdown]
# *Figure 3. A multiplexed RY with one control (qubit 1) and two angles. It turns by $s + d = 0.4$ if the control is 0 and by $s - d = 1.0$ if it is 1.*
#
# So with one control: two rotations, two CX, and $s = (\alpha_0 + \alpha_1)/2$, $d = (\alpha_0 - \alpha_1)/2$. A sum and a difference.
#
# ### Two controls: the Gray code
#
# With two controls there are four angles, so we expect four rotations. Between them CX gates, whose only effect is to flip signs: rotation number $i$ is counted with a minus sign if an odd number of the CX before it were switched on. For each rotation we want another *pattern* of signs over the four cases $j = 00, 01, 10, 11$, and we want to get from each pattern to the next with one CX. A list of bit strings in which neighbours differ in one bit is called a **Gray code**: 00, 01, 11, 10, and back to 00.

# %%
gray = [i ^ (i >> 1) for i in range(4)]
signs = np.array([[(-1) ** (j & g).bit_count() for j in range(4)] for g in gray])

wanted = np.array([0.3, 1.2, -0.5, 1.6])  # the angles for the controls 00, 01, 10, 11
rotations = signs @ wanted / 4
print("Gray code:", [f"{g:02b}" for g in gray], "  rotations:", np.round(rotations, 3))

two_controls = QuantumCircuit(3)
for i, control in enumerate([1, 2, 1, 2]):  # the qubit whose bit changes in the Gray code
    two_controls.ry(rotations[i], 0)
    two_controls.cx(control, 0)

for j in range(4):
    end = Statevector.from_int(2 * j, 8).evolve(two_controls).data.real[2 * j : 2 * j + 2]
    print(f"controls {j:02b}: turned by", round(float(2 * np.arctan2(end[1], end[0])), 4))
two_controls.draw("mpl")

# %%
figure, axes = plt.subplots(figsize=(4.2, 3.4))
axes.imshow(signs, cmap="coolwarm", vmin=-1.6, vmax=1.6)
for i in range(4):
    for j in range(4):
        axes.text(j, i, "+" if signs[i, j] > 0 else "−", ha="center", va="center", fontsize=14)
axes.set_xticks(range(4), [f"{j:02b}" for j in range(4)])
axes.set_yticks(range(4), [f"rotation {i}" for i in range(4)])
axes.set_xlabel("what the controls hold")
axes.set_ylabel("place in the circuit")
plt.show()

# %% [markdown]
# *Figure 4. The circuit with two controls, and the sign with which each of its four rotations counts in each of the four cases. Any two rows have as many equal as different signs, so the table can be inverted: every choice of four angles can be reached.*
#
# In general, with $k$ controls: $2^k$ rotations and $2^k$ CX, in which the CX follow the Gray code $g_i$, and the rotations are
#
# $$\theta_i = \frac{1}{2^k}\sum_{j=0}^{2^k-1} (-1)^{|j\,\wedge\,g_i|}\,\alpha_j,$$
#
# where $|j \wedge g_i|$ is the number of places in which both have a 1. This construction is due to Möttönen, Vartiainen, Bergholm and Salomaa (2005). With $2^k$ controlled rotations, each with $k$ controls, the cost would be higher: a gate with several controls has itself to be made from many CX.
#
# ### The whole tree
#
# In Qiskit a multiplexed RY is called `UCRYGate`. Its list of qubits begins with the target. One for each level, and the eight numbers are in the register.
#
# **Before you run the next cell:** how many CX will the whole circuit have?

# %%
loaded = QuantumCircuit(3)
loaded.ry(levels[0][0], 2)
loaded.append(UCRYGate(list(levels[1])), [1, 2])
loaded.append(UCRYGate(list(levels[2])), [0, 1, 2])

print("amplitudes of the circuit:", np.round(Statevector(loaded).data.real, 3))
print("amplitudes we wanted:     ", np.round(amplitudes, 3))
print("CX:", two_qubit_gates(loaded))
transpile(loaded, basis_gates=["ry", "cx"], optimization_level=0).draw("mpl")

# %% [markdown]
# *Figure 5. Seven rotations and six CX make eight real amplitudes. Read it from the left: qubit 2 decides, then qubit 1, then qubit 0.*
#
# It is $2 + 4 = 6$; in general $2 + 4 + \dots + 2^{n-1} = 2^n - 2$.
#
# **Try:** in the circuit with two controls above, leave out the last CX. In which of the four cases does the target come out differently?

# %% [markdown]
# ## 4. Phases
#
# Amplitudes are complex in general: $c_j = |c_j|\,e^{i\varphi_j}$. The tree makes the sizes $|c_j|$. The phases are a second round, with RZ in the place of RY.
#
# An RZ by the angle $\delta$ multiplies the amplitude of $|0\rangle$ by $e^{-i\delta/2}$ and that of $|1\rangle$ by $e^{i\delta/2}$. Take the phases in pairs that differ in qubit 0 only: the multiplexed RZ on qubit 0 gives each pair its *difference*, and the *mean* of each pair is left for the other qubits. These means are phases of $n - 1$ qubits, and so on. The last mean is a global phase.


# %%
def prepare(amplitudes, with_phases=True):
    """Prepare any state: one multiplexed RY and one multiplexed RZ for each qubit."""
    n = len(amplitudes).bit_length() - 1
    circuit = QuantumCircuit(n)
    for qubit in reversed(range(n)):
        sizes = np.linalg.norm(amplitudes.reshape(-1, 2, 2**qubit), axis=2)
        angles = 2 * np.arctan2(sizes[:, 1], sizes[:, 0])
        circuit.append(UCRYGate(list(angles)), range(qubit, n))
    phases = np.angle(amplitudes)
    for qubit in range(n if with_phases else 0):
        circuit.append(UCRZGate(list(phases[1::2] - phases[0::2])), range(qubit, n))
        phases = (phases[1::2] + phases[0::2]) / 2
    return circuit


some_state = random_statevector(16, seed=4)
made = prepare(some_state.data)
print("fidelity with the state asked for:", round(state_fidelity(Statevector(made), some_state), 12))
print("CX:", two_qubit_gates(made), "= 2 * (2**4 - 2)")

# %% [markdown]
# ### Are the phases worth the trouble?
#
# They are half of the cost, and no direct measurement sees them. **Before you run the next cell:** the tide once more, with its signs and without. Both registers have the same probabilities. Then a Hadamard gate on every qubit. Are the probabilities still the same?

# %%
figure, axes = plt.subplots(1, 2, figsize=(9, 3.2), sharey=True)
for gates, panel in zip(("nothing", "H on every qubit"), axes, strict=True):
    for shift, with_phases in ((-0.2, True), (0.2, False)):
        circuit = prepare(amplitudes, with_phases)
        if gates != "nothing":
            circuit.h(range(3))
        chance = Statevector(circuit).probabilities()
        label = "with signs" if with_phases else "signs dropped"
        panel.bar(np.arange(8) + shift, chance, width=0.4, label=label)
    panel.set_xticks(range(8), [f"{j:03b}" for j in range(8)])
    panel.set_xlabel("bit string (qubit 0 on the right)")
    panel.set_title(f"before the measurement: {gates}")
axes[0].set_ylabel("probability")
axes[1].legend()
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 6. Left: measured at once, the two states look the same. Right: after interference they do not. A phase is invisible only until a gate mixes the terms, and algorithms consist of such gates.*
#
# **Try:** multiply `amplitudes` by `np.exp(0.5j)` inside the call. Which of the four sets of bars changes? Why?

# %% [markdown]
# ## 5. Counting
#
# How good is this circuit? Count what has to be said, and how much a gate can say.
#
# **What has to be said.** $2^n$ complex amplitudes are $2^{n+1}$ real numbers; normalisation and the global phase take away two. A state of $n$ qubits has
#
# $$2^{n+1} - 2$$
#
# free real parameters.
#
# **How much a gate can say.** A CX has no parameter. The gates on one qubit between two CX can be merged into one, with three angles; but rotations that commute with the CX (RZ on the control, RX on the target) can be pushed through it and merged with others. What is left are at most four new parameters for each CX, and two for each qubit at the beginning (a qubit's state has two). So a circuit with $c$ CX reaches states with at most $4c + 2n$ parameters, and to reach *all* states
#
# $$4c + 2n \ge 2^{n+1} - 2 \quad\Longrightarrow\quad c \ge \frac{2^{n+1} - 2 - 2n}{4}.$$
#
# This argument does not ask how clever the circuit is. (Shende, Bullock and Markov used it in 2006 for gates, Plesch and Brukner in 2011 for states.)
#
# **Before you run the next cell:** the two-round tree of section 4 has $2\,(2^n - 2)$ CX. By which factor, roughly, does it miss the bound for large $n$?

# %%
numbers = np.arange(2, 9)
tree = [two_qubit_gates(prepare(random_statevector(2**n, seed=1).data)) for n in numbers]
library = []
for n in numbers:
    circuit = QuantumCircuit(int(n))
    circuit.prepare_state(random_statevector(2**n, seed=1))
    library.append(two_qubit_gates(circuit))
bound = np.ceil((2.0 ** (numbers + 1) - 2 - 2 * numbers) / 4)
print("tree:   ", tree)
print("library:", library)
print("bound:  ", bound.astype(int).tolist())

figure, axes = plt.subplots(figsize=(6, 3.8))
axes.semilogy(numbers, tree, "o-", label="tree of multiplexed RY and RZ")
axes.semilogy(numbers, library, "s-", label="Qiskit's prepare_state")
axes.semilogy(numbers, bound, "k--", label="no circuit can have fewer (counting)")
axes.set_xlabel("number of qubits n")
axes.set_ylabel("CX for a random state")
axes.legend()
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 7. CX gates for a state without any structure, on a logarithmic axis. All three lines double with each qubit, as soon as there are a few. The tree is about four times above the bound, the library's method about two times.*
#
# The library's circuit has $2^n - n - 1$ CX: it uses multiplexed gates of a more general kind than RY and RZ, which settle size and phase of a level at once (after Iten and others, 2016). Plesch and Brukner get to $\frac{23}{24}2^n$ for even $n$. The factor in front can be improved; **the doubling cannot.** At 30 qubits the bound is about half a billion CX.
#
# "But I do not need it exactly." The doubling stays if you only ask for a fixed accuracy: the states are spread so thinly over so many dimensions that most of them lie near no short circuit at all (Knill, 1995; in Nielsen and Chuang it is section 4.5.4). Cheap states are exceptions. Fortunately, the states that people want are often exceptions.
#
# **Try:** put the tide, padded with zeros to 16 numbers, through `prepare` and count the CX. The circuit does not notice that half of the tree is empty. What would you change?

# %% [markdown]
# ## 6. States that are cheap
#
# ### A rule that falls apart into qubits
#
# Equal sizes, and phases that grow in equal steps: $c_j \propto e^{i\delta j}$. These are $2^n$ different numbers. **Before you run the next cell:** write $j = j_0 + 2j_1 + 4j_2$ and look at $e^{i\delta j}$. How many gates on two qubits are needed?

# %%
delta = 0.9
ramp = QuantumCircuit(3)
ramp.h(range(3))
for k in range(3):
    ramp.p(2**k * delta, k)
wanted = np.exp(1j * delta * np.arange(8)) / np.sqrt(8)
print("fidelity:", round(state_fidelity(Statevector(ramp), Statevector(wanted)), 12))
print("CX:", two_qubit_gates(ramp))

# %% [markdown]
# None. The exponential of a sum is a product, $e^{i\delta j} = e^{i\delta j_0}\,e^{2i\delta j_1}\,e^{4i\delta j_2}$: one factor for each qubit. It is a product state, and **a product state of $n$ qubits costs $n$ gates**, whatever its $2^n$ amplitudes look like. (In the quantum Fourier transform you will meet this state again.)
#
# ### Few terms
#
# The GHZ state has two terms, the W state has $n$. Both cost about $n$ gates on two qubits, as you saw in the module on entanglement. In general a state with $m$ terms on $n$ qubits can be made with a number of gates of the order of $m\,n$ (Gleinig and Hoefler, 2021), not $2^n$.
#
# So it is not entanglement as such that costs: GHZ is as entangled as possible in one sense, and cheap.
#
# ### Symmetry
#
# A **Dicke state** $|D^n_k\rangle$ is the superposition, with equal amplitudes, of all bit strings of length $n$ with exactly $k$ ones. It has $\binom nk$ terms, for $n = 20$ and $k = 10$ that is 184,756. And yet there is a short circuit, because the state contains smaller copies of itself. Ask for the last bit:
#
# $$|D^n_k\rangle = \sqrt{\tfrac kn}\;|D^{n-1}_{k-1}\rangle|1\rangle + \sqrt{\tfrac{n-k}n}\;|D^{n-1}_k\rangle|0\rangle .$$
#
# Bärtschi and Eidenbenz (2019) turn this recursion into a circuit with a number of gates of the order of $k\,n$, without any extra qubit. Each step takes the block of ones at the edge of the register and moves it by one place, with the right amplitude, for all sizes of the block at once.


# %%
def dicke(n, k):
    """Prepare the Dicke state by the steps of Bärtschi and Eidenbenz."""
    circuit = QuantumCircuit(n)
    circuit.x(range(n - k, n))
    for size in range(n, 1, -1):
        last = size - 1
        for ones in range(1, min(k, size - 1) + 1):
            angle = 2 * np.arccos(np.sqrt(ones / size))
            circuit.cx(last - ones, last)
            if ones == 1:
                circuit.cry(angle, last, last - 1)
            else:
                turn = RYGate(angle).control(2)
                circuit.append(turn, [last, last - ones + 1, last - ones])
            circuit.cx(last - ones, last)
    return circuit


# %% [markdown]
# **Before you run the next cell:** how many bars will the picture for $n = 4$ and $k = 2$ have, and how high are they?

# %%
chance = Statevector(dicke(4, 2)).probabilities()
figure, axes = plt.subplots(figsize=(7, 3))
colors = ["tab:blue" if j.bit_count() == 2 else "tab:gray" for j in range(16)]
axes.bar(range(16), chance, color=colors)
axes.set_xticks(range(16), [f"{j:04b}" for j in range(16)], rotation=60)
axes.set_xlabel("bit string (qubit 0 on the right)")
axes.set_ylabel("probability")
plt.show()

# %% [markdown]
# *Figure 8. The Dicke state with two ones on four qubits: the six bit strings with two ones, each with probability 1/6.*
#
# ### Side by side

# %%
sizes = np.arange(4, 11)


def chain(n):
    """GHZ as a chain of CX."""
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for k in range(n - 1):
        circuit.cx(k, k + 1)
    return circuit


figure, axes = plt.subplots(figsize=(6, 3.8))
axes.semilogy(sizes, 2.0 ** (sizes + 1) - 4, "k--", label="any state (tree)")
for k, marker in ((3, "v"), (2, "s"), (1, "o")):
    name = f"Dicke, {k} ones" if k > 1 else "W (one 1)"
    costs = [two_qubit_gates(dicke(int(n), k)) for n in sizes]
    axes.semilogy(sizes, costs, f"{marker}-", label=name)
axes.semilogy(sizes, [two_qubit_gates(chain(int(n))) for n in sizes], "d-", label="GHZ")
axes.set_xlabel("number of qubits n")
axes.set_ylabel("CX")
axes.legend()
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 9. CX gates of four families with structure, and of the general tree (dashed). The families grow like $n$ or $k\,n$; the tree doubles with each qubit. For few qubits the general tree may be cheaper, and then structure is not worth the thought.*
#
# Product states cost no CX at all and cannot be shown on a logarithmic axis.
#
# **Try:** add the Dicke states with half of the bits 1, `dicke(int(n), int(n) // 2)`. They have more terms than any other Dicke state of the same size. Where does their line run, near the dashed one or near the others?

# %% [markdown]
# ## 7. Two halves: the Schmidt decomposition
#
# Is there a *number* that says how much structure a state has? Cut the register into two halves, and write the amplitudes into a rectangle: a row for each bit string of the left half, a column for each of the right half. For two qubits this was the square of the module before. The singular value decomposition of the rectangle, `np.linalg.svd`, writes it as
#
# $$|\psi\rangle = \sum_{j} w_j\; |l_j\rangle \otimes |r_j\rangle, \qquad w_0 \ge w_1 \ge \dots \ge 0, \quad \sum_j w_j^2 = 1,$$
#
# with orthonormal $|l_j\rangle$ and orthonormal $|r_j\rangle$. This is the **Schmidt decomposition**; the number of $w_j$ that are not zero is the *Schmidt rank*. A product state has rank 1. The largest possible rank is the dimension of the smaller half.
#
# ### It is a recipe
#
# Read the formula as a circuit: prepare $\sum_j w_j |j\rangle$ in one half; bring $j$ to the other half by CX, which gives $\sum_j w_j |j\rangle \otimes |j\rangle$; then one gate on the left half that takes each $|j\rangle$ to $|l_j\rangle$, and one on the right half that takes each $|j\rangle$ to $|r_j\rangle$. The CX in the middle are all that ever connects the two halves: for rank $2^m$ there are $m$ of them.

# %%
rng = np.random.default_rng(5)
n = 10
positions = np.arange(2**n)
bell_curve = np.exp(-((positions - 600) ** 2) / (2 * 150.0**2))
ghz = np.zeros(2**n)
ghz[[0, -1]] = 1
states = {
    "phases in equal steps": np.exp(0.3j * positions),
    "GHZ": ghz,
    "bell curve": bell_curve,
    "Dicke, 3 ones": Statevector(dicke(n, 3)).data,
    "random": rng.normal(size=2**n) + 1j * rng.normal(size=2**n),
}

# %% [markdown]
# **Before you run the next cell:** five states of ten qubits, cut in the middle into five and five. At most 32 weights are possible. How many will each of them have?

# %%
figure, axes = plt.subplots(figsize=(6.5, 4))
for (name, values), marker, size in zip(states.items(), "ods^x", (15, 12, 6, 9, 5), strict=True):
    square = (values / np.linalg.norm(values)).reshape(32, 32)
    weights = np.linalg.svd(square, compute_uv=False)
    print(f"{name:22s} rank {np.sum(weights > 1e-9):2d}   first weights", np.round(weights[:5], 4))
    visible = weights > 1e-9
    places = np.arange(1, 33)[visible]
    axes.semilogy(places, weights[visible], marker + "-", label=name, markersize=size, fillstyle="none")
axes.set_xlabel("number of the term, largest first")
axes.set_ylabel("Schmidt weight")
axes.set_ylim(1e-9, 4)
axes.legend(markerscale=0.6)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 10. Schmidt weights of five states of ten qubits, on a logarithmic axis; weights that are zero up to rounding are not drawn. The phases in equal steps have one, GHZ two, the Dicke state four. Those of the bell curve fall very quickly. Those of the random state hardly fall at all.*
#
# The smooth curve is the case of practical interest. Its weights never end exactly, but after six terms they are below a billionth: a few terms are nearly all of it. If only the first $r$ terms are kept (and the rest rescaled), the fidelity with the true state is $w_0^2 + \dots + w_{r-1}^2$.

# %%
square = (bell_curve / np.linalg.norm(bell_curve)).reshape(32, 32)
weights = np.linalg.svd(square, compute_uv=False)
for terms in (1, 2, 3, 4):
    print(f"{terms} terms kept: 1 - fidelity = {np.sum(weights[terms:] ** 2):.0e}")

# %% [markdown]
# So the bell curve on 1024 points can be prepared nearly perfectly with little entanglement across the cut. If this holds for *every* cut, one can go through the register from one end to the other with gates on a few neighbouring qubits at a time. Such states are called **matrix product states**; that they are exactly what a chain of such gates can make was shown by Schön, Solano, Verstraete, Cirac and Wolf in 2005. In the exercise you will prepare one, in which the only thing to be remembered from one qubit to the next is a single bit.
#
# What a small rank does *not* say: the two gates on the halves may still be expensive. And a large rank does not make a state expensive: $n/2$ Bell pairs, each with one qubit in either half, have the largest possible rank and cost $n/2$ CX. Small rank is one kind of structure, not the only one.
#
# **Try:** make the bell curve narrower (width 5 instead of 150). Do the weights fall faster or more slowly? Then shift its centre to 512, the edge between the two halves of the register.

# %% [markdown]
# ## 8. Depth, and what extra qubits buy
#
# Qubits forget. Often the *depth*, the number of layers, matters more than the number of gates. A chain of $n - 1$ CX makes a GHZ state in $n$ layers. But after two layers there are already two qubits that carry the information, and after that four...
#
# **Before you run the next cell:** how many layers does a GHZ state of 64 qubits need, if in each layer every qubit that has the information passes it on?

# %%
def fan_out(n):
    """GHZ as a tree: in each layer the number of entangled qubits doubles."""
    circuit = QuantumCircuit(n)
    circuit.h(0)
    ready = 1
    while ready < n:
        for k in range(min(ready, n - ready)):
            circuit.cx(k, ready + k)
        ready *= 2
    return circuit


numbers = np.arange(2, 65)
figure, axes = plt.subplots(figsize=(6, 3.5))
axes.plot(numbers, [chain(int(n)).depth() for n in numbers], label="chain")
axes.plot(numbers, [fan_out(int(n)).depth() for n in numbers], label="tree")
axes.set_xlabel("number of qubits n")
axes.set_ylabel("depth (layers)")
axes.legend()
axes.grid(alpha=0.3)
plt.show()
print("64 qubits:", chain(64).depth(), "layers or", fan_out(64).depth())

# %% [markdown]
# *Figure 11. Depth of two circuits for the same state, with the same number of CX. The chain needs $n$ layers, the tree $1 + \lceil\log_2 n\rceil$: 64 or 7.*
#
# The tree assumes that any two qubits can be joined by a gate. On a chip where only neighbours are joined, the information has to travel, and the depth of a GHZ state along a line is at least about $n/2$.
#
# ### Trading width for depth
#
# Extra qubits, called **ancillas**, can make a circuit shallower. In *one-hot* form, number $k$ of $N$ belongs to the bit string with a single 1 on qubit $k$. That takes $N$ qubits instead of $\log_2 N$, and in return a depth of the order of $\log N$: the 1 is handed down a tree, and all branches work at the same time (one of the tasks). For *any* state of $n$ qubits, Zhang, Li and Yuan (2022) reach a depth of the order of $n$, with a number of ancillas that grows exponentially. So "one can load data in a few steps" is true with a price tag: the number of gates, and now the number of qubits too, still grows like $2^n$.
#
# **Try:** let the tree begin in the middle of a line of qubits and pass the information to neighbours only. Draw the circuit for seven qubits on paper. How deep is it?

# %% [markdown]
# ## 9. Preparation with luck
#
# A measurement in the middle can help, if you accept that it fails sometimes. Here is a simple way to load numbers $c_j$ between $-1$ and $1$: put the register into the superposition of all $|j\rangle$, and turn one more qubit by an angle that depends on $j$,
#
# $$\frac{1}{\sqrt N}\sum_j |j\rangle|0\rangle \;\longrightarrow\; \frac{1}{\sqrt N}\sum_j |j\rangle\left(c_j|0\rangle + \sqrt{1 - c_j^2}\,|1\rangle\right).$$
#
# Measure the extra qubit. If it gives 0, the register is in the state proportional to $\sum_j c_j|j\rangle$. If it gives 1, start again. This is called **post-selection**. It is useful where $c_j$ can be *computed* from $j$ by a short circuit; then nothing has to be looked up in a list.
#
# **Before you run the next cell:** with which probability does the extra qubit give 0?

# %%
scaled = tide / np.max(np.abs(tide))  # the larger the numbers, the better the luck
lucky = QuantumCircuit(4)  # the extra qubit is number 3
lucky.h(range(3))
lucky.append(UCRYGate(list(2 * np.arccos(scaled))), [3, 0, 1, 2])

state = Statevector(lucky).data.reshape(2, 8)  # row: the extra qubit
success = np.linalg.norm(state[0]) ** 2
print("probability of the outcome 0:", round(float(success), 4))
print("mean of the squares:         ", round(float(np.mean(scaled**2)), 4))
kept = Statevector(state[0] / np.sqrt(success))
print("fidelity after the outcome 0:", round(state_fidelity(kept, Statevector(amplitudes)), 12))

# %% [markdown]
# It is the mean of the squares, $p = \frac1N\sum_j c_j^2$, and on average $1/p$ attempts are needed. For the tide that is about three.
#
# **Before you run the next cell:** three shapes on $N = 2^n$ points: half a wave of a sine, a bell curve of which you make the grid finer and finer, and a single spike (one number 1, all others 0). What becomes of $p$ as $n$ grows?

# %%
numbers = np.arange(2, 13)
curves = {"half a sine wave": [], "bell curve on a finer grid": [], "a single spike": []}
for n in numbers:
    x = (np.arange(2**n) + 0.5) / 2**n
    spike = np.zeros(2**n)
    spike[0] = 1
    shapes = (np.sin(np.pi * x), np.exp(-((x - 0.5) ** 2) / (2 * 0.05**2)), spike)
    for name, shape in zip(curves, shapes, strict=True):
        curves[name].append(np.mean((shape / shape.max()) ** 2))

figure, axes = plt.subplots(figsize=(6, 3.5))
for (name, values), marker in zip(curves.items(), "osd", strict=True):
    axes.semilogy(numbers, values, marker + "-", label=name)
axes.set_xlabel("number of qubits n")
axes.set_ylabel("success probability")
axes.legend()
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 12. Luck depends on the shape. For a curve that is broad the success probability settles at a constant, however fine the grid. For a spike it is $2^{-n}$: searching for a needle.*
#
# A spike is of course trivial to prepare by other means (X gates). The point is that *this* method is blind to it. A later module shows *amplitude amplification*, which needs about $1/\sqrt p$ repetitions instead of $1/p$; that helps, and does not cure $2^{-n}$.
#
# **Try:** do not rescale by the maximum, `scaled = tide / (2 * np.max(np.abs(tide)))`. What becomes of the probability, and what of the state?

# %% [markdown]
# ## 10. Backwards, garbage, and isometries
#
# A preparation is a unitary circuit, so it can be run backwards: `circuit.inverse()` takes the state to $|0\ldots0\rangle$. Two uses: a test of equality (run $A$ and then $B$ backwards; the probability of $|0\ldots0\rangle$ is the fidelity of the two states), and **uncomputing**: erasing what is no longer needed.
#
# ### Why garbage matters
#
# Suppose that a preparation used an ancilla, and left something in it: a copy of one bit, say. The register alone has the right probabilities. What harm can a forgotten ancilla do?
#
# **Before you run the next cell:** qubit 0 gets an H, and then another H. Without anything in between it returns to 0 with certainty. Now a CX to an ancilla in between. What is the probability of finding qubit 0 in 0?

# %%
results = {}
for name in ("no ancilla", "garbage left", "garbage uncomputed"):
    circuit = QuantumCircuit(2)
    circuit.h(0)
    if name != "no ancilla":
        circuit.cx(0, 1)  # the ancilla remembers qubit 0
    if name == "garbage uncomputed":
        circuit.cx(0, 1)  # and forgets it again
    circuit.h(0)
    results[name] = Statevector(circuit).probabilities([0])[0]

figure, axes = plt.subplots(figsize=(6.5, 3.2))
axes.bar(list(results), list(results.values()), color=["tab:blue", "tab:orange", "tab:green"])
axes.set_xlabel("what became of the ancilla (qubit 1)")
axes.set_ylabel("probability that qubit 0 gives 0")
axes.set_ylim(0, 1.05)
plt.show()

# %% [markdown]
# *Figure 13. An ancilla that still remembers the register destroys its interference, although nobody ever looks at it. After uncomputing, the interference is back.*
#
# It is the partial trace of the module before: interference remains only between terms in which the other qubits have the *same* value. So the contract "prepare $|\psi\rangle$" always means: and leave every ancilla in $|0\rangle$.
#
# ### When some qubits already hold something
#
# In section 7 a gate had to take $|j\rangle$ to $|l_j\rangle$, for a few $j$ only. Such a map from $m$ qubits into $n \ge m$ qubits that keeps inner products is called an **isometry**. State preparation is the case $m = 0$ (nothing is given), a unitary gate is the case $m = n$. Its matrix consists of the first $2^m$ columns of a unitary matrix, and it has
#
# $$2^{n+m+1} - 4^m - 1$$
#
# free real parameters, up to a global phase. A simple one takes $\alpha|0\rangle + \beta|1\rangle$ to $\alpha|000\rangle + \beta|111\rangle$, with two CX and two fresh qubits. It is no copying machine: that would be $(\alpha|0\rangle + \beta|1\rangle)^{\otimes 3}$. Iten and others (2016) gave circuits for all isometries, whose numbers of CX are within a small factor of the bound from counting.
#
# **Before you run the next cell:** what does the formula give for $m = 0$ and for $m = n$?

# %%
for m in range(4):
    print(f"from {m} to 3 qubits: {2 ** (3 + m + 1) - 4**m - 1} real parameters")

# %% [markdown]
# For $m = 0$ it is $2^{n+1} - 2$, the number of section 5, and for $m = n$ it is $4^n - 1$, that of a unitary matrix up to its global phase.
#
# **Try:** in the experiment with the garbage, put the ancilla into $|+\rangle$ first (`circuit.h(1)` at the beginning). The CX then leaves no trace. You have met the reason in the module before, under the name of phase kickback.

# %% [markdown]
# ## 11. What loading does not give
#
# You will read that $n$ qubits "hold $2^n$ numbers", and that quantum computers will therefore process large data in a flash. You can now take this sentence apart.
#
# - **The numbers have to get in.** Numbers without a rule need of the order of $2^n$ gates, by counting. Reading them once takes as long on any computer.
#
# - **They do not come out.** A measurement gives $n$ bits, and uses the state up. The next run needs another preparation.
#
# - **A rule is what helps.** If a short circuit *computes* the numbers (a product, a symmetry, a function of $j$ that can be integrated: Grover and Rudolph, 2002), the preparation is short. Then the data were never large, in the sense that matters: the description was short all along.
#
# - **Hardware does not make it vanish.** A *quantum random-access memory* (Giovannetti, Lloyd and Maccone, 2008) would give access to $N$ cells in about $\log N$ steps. It consists of about $N$ cells and switches, as an ordinary memory does, and nobody has built a large one.
#
# - **Compare with the right opponent.** An algorithm that assumes that the data are already in amplitudes must be compared with a classical algorithm that may assume something similar. Tang (2019) did this for recommendation systems: with a classical data structure from which one can sample, a classical algorithm does the same with only polynomially more effort, and an expected exponential speed-up was gone. Aaronson (2015) lists this and other conditions under the title "Read the fine print".
#
# None of this says that state preparation is hopeless. It says where to look: at physics and chemistry, where the states of interest have structure; at functions that can be computed; and at algorithms that need the data only once.

# %% [markdown]
# ## Summary
#
# - $2^n$ numbers become the amplitudes of $n$ qubits, up to their length and a global phase. They cannot be read back: a measurement gives one position.
#
# - A tree of rotations, from the top qubit down, makes the sizes; a second round of RZ makes the phases. Each level is a multiplexed rotation, with $2^k$ rotations and $2^k$ CX in the order of the Gray code.
#
# - A state of $n$ qubits has $2^{n+1} - 2$ parameters, a CX brings at most four: a general preparation needs exponentially many gates, exactly or approximately, and no cleverness changes that.
#
# - Structure is cheap: product states (no CX), few terms, symmetric states such as Dicke states, states with few Schmidt weights across every cut.
#
# - The Schmidt decomposition is a singular value decomposition of the amplitudes, and a recipe: weights, CX, a gate on each half.
#
# - Depth can be bought with ancillas, determinism can be sold for post-selection. Ancillas have to be returned in $|0\rangle$, or the interference is gone.
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | angle at a fork | $\theta = 2\arctan(s_1/s_0)$ |
# | two angles from a CX pair | $s = (\alpha_0 + \alpha_1)/2$, $d = (\alpha_0 - \alpha_1)/2$ |
# | Gray code | $g_i = i \oplus \lfloor i/2\rfloor$ |
# | multiplexed rotation | $\theta_i = 2^{-k}\sum_j (-1)^{\lvert j\wedge g_i\rvert}\alpha_j$ |
# | CX of the tree | $2^n - 2$ (real), $2^{n+1} - 4$ (complex) |
# | free parameters of a state | $2^{n+1} - 2$ |
# | fewest CX for all states | $c \ge (2^{n+1} - 2 - 2n)/4$ |
# | Dicke state | $\lvert D^n_k\rangle = \sqrt{k/n}\,\lvert D^{n-1}_{k-1}\rangle\lvert1\rangle + \sqrt{(n-k)/n}\,\lvert D^{n-1}_k\rangle\lvert0\rangle$ |
# | Schmidt decomposition | $\lvert\psi\rangle = \sum_j w_j \lvert l_j\rangle\otimes\lvert r_j\rangle$; keeping $r$ terms: fidelity $\sum_{j<r} w_j^2$ |
# | luck | $p = \frac1N\sum_j c_j^2$ |
# | parameters of an isometry | $2^{n+m+1} - 4^m - 1$ |
#
# ## Further reading
#
# - M. Möttönen, J. J. Vartiainen, V. Bergholm and M. M. Salomaa, "Transformation of quantum states using uniformly controlled rotations", *Quantum Information and Computation* 5, pages 467-473 (2005); arXiv quant-ph/0407010. The construction of sections 2 to 4, in six pages.
#
# - V. V. Shende, S. S. Bullock and I. L. Markov, "Synthesis of quantum-logic circuits", *IEEE Transactions on Computer-Aided Design* 25, pages 1000-1010 (2006); arXiv quant-ph/0406176. Multiplexers as a calculus, the counting bound, and circuits for any unitary matrix.
#
# - M. Plesch and Č. Brukner, "Quantum-state preparation with universal gate decompositions", *Physical Review A* 83, 032302 (2011); arXiv 1003.5760. The Schmidt decomposition as a recipe for any state, with fewer CX and half the depth.
#
# - A. Bärtschi and S. Eidenbenz, "Deterministic preparation of Dicke states", *Fundamentals of Computation Theory* 2019, LNCS 11651; arXiv 1904.07358. The circuit of section 6, with a proof that it has of the order of $k\,n$ gates and depth of the order of $n$.
#
# - S. Aaronson, "Read the fine print", *Nature Physics* 11, pages 291-293 (2015). Three pages on what a speed-up with loaded data assumes.
