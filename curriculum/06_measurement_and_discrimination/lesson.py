# %% [markdown]
# # Measurement and state discrimination
#
# Somebody hands you a single qubit and says: "It is in the state $|0\rangle$ or in the state $|+\rangle$. Tell me which." You may build any apparatus, with as many helping qubits and gates as you like. **How well can you tell, and what would it take to be certain?**
#
# The question is less of a game than it looks. A receiver at the end of a weak optical link, the readout of a qubit on a chip, an eavesdropper on a quantum key: all of them are handed one of several known states and have to say which. At the end of this lesson you know the best that anybody can do, and you have built the circuits that do it.
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. measure several qubits in any basis, or ask them a single question (a parity, a Pauli string) with an ancilla, and give the state afterwards (1.1 I A2, 5.1 II A2);
# 2. use measurements in the middle of a circuit, and let outcomes decide about later gates (5.3 II A2);
# 3. compute the best chance to tell two states apart, and derive why nobody can do better (1.2 I B1);
# 4. build measurements with more outcomes than dimensions from an ancilla, among them one that is never wrong (1.2 I B1, 5.1 II A2);
# 5. tell gates apart in few uses, and explain why this is easier than telling states apart (5.1 II A2).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need the Born rule, single-qubit gates, density matrices and Bell states from the modules before this one, and eigenvectors of a Hermitian matrix.

# %%
import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit, transpile
from qiskit.circuit.library import PhaseGate, XGate, YGate, ZGate
from qiskit.quantum_info import Statevector, random_unitary, state_fidelity
from qiskit.visualization import plot_histogram
from qiskit_aer import AerSimulator

simulator = AerSimulator()


def sample(circuit, shots=1000, seed=3):
    """Run a measured circuit and return how often each outcome came out (bit 0 on the right)."""
    job = simulator.run(transpile(circuit, simulator), shots=shots, seed_simulator=seed)
    return job.result().get_counts()


# %% [markdown]
# Earlier modules used `StatevectorSampler`. Here we use `AerSimulator`, because it also runs circuits that measure in the middle and go on afterwards. It does what an ideal device would do, shot by shot.
#
# ## 1. Measuring in any basis
#
# A device measures each qubit in the basis $|0\rangle, |1\rangle$, and nothing else. You have seen the way round for one qubit: apply the gate that carries the basis you want to $|0\rangle, |1\rangle$, then measure. It works for any number of qubits: for an orthonormal basis $|b_0\rangle, |b_1\rangle, \ldots$ let $U$ be the unitary that *prepares* it, $U|k\rangle = |b_k\rangle$. Run $U^\dagger$, the preparation backwards, and measure all qubits. Then
#
# $$P(k) = |\langle k|U^\dagger|\psi\rangle|^2 = |\langle b_k|\psi\rangle|^2 .$$
#
# ### A concrete case: the Bell basis
#
# The four Bell states are prepared from $|00\rangle, |01\rangle, |10\rangle, |11\rangle$ by one circuit: H on qubit 0, then CX from qubit 0 to qubit 1. So the backwards circuit, CX and then H, measures in the Bell basis.
#
# **Before you run the next cell:** the state $(|00\rangle + |11\rangle)/\sqrt2$ was made from $|00\rangle$. Which outcome will it give? And what will the product state $|00\rangle$ give, which is no Bell state at all?

# %%
bell_measurement = QuantumCircuit(2, 2)
bell_measurement.cx(0, 1)
bell_measurement.h(0)
bell_measurement.measure([0, 1], [0, 1])

half = np.sqrt(0.5)
handed_in = {
    "Φ+": [half, 0, 0, half],
    "Φ−": [half, 0, 0, -half],
    "Ψ+": [0, half, half, 0],
    "Ψ−": [0, half, -half, 0],
    "|00⟩": [1, 0, 0, 0],
    "|+0⟩": [half, 0, half, 0],
}
outcomes = ["00", "01", "10", "11"]
rates = np.zeros((4, len(handed_in)))
for column, amplitudes in enumerate(handed_in.values()):
    circuit = QuantumCircuit(2, 2)
    circuit.prepare_state(Statevector(amplitudes))
    circuit.compose(bell_measurement, inplace=True)
    counts = sample(circuit, seed=10 + column)
    rates[:, column] = [counts.get(key, 0) / 1000 for key in outcomes]

figure, axes = plt.subplots(figsize=(6, 3.2))
axes.imshow(rates, cmap="Blues", vmin=0, vmax=1, aspect="auto")
for row in range(4):
    for column in range(len(handed_in)):
        shade = "white" if rates[row, column] > 0.6 else "black"
        axes.text(column, row, f"{rates[row, column]:.2f}", ha="center", va="center", color=shade)
axes.set_xticks(range(len(handed_in)), list(handed_in))
axes.set_yticks(range(4), outcomes)
axes.set_xlabel("state that was handed in")
axes.set_ylabel("outcome (bit 0 on the right)")
plt.show()
bell_measurement.draw("mpl")

# %% [markdown]
# *Figure 1. Share of 1000 shots for each outcome of the Bell measurement, and its circuit. Each Bell state gives one outcome with certainty. Other states give a random outcome: $|00\rangle$ is an equal superposition of $\Phi^+$ and $\Phi^-$.*
#
# In the outcome, bit 1 says "equal or different" ($\Phi$ or $\Psi$) and bit 0 says "plus or minus". The general statement: **states that are orthogonal to each other can be told apart with certainty**, since they are part of some orthonormal basis, and a basis can be measured. How many gates the circuit costs is another question: for $n$ qubits and an arbitrary basis, their number grows exponentially with $n$.
#
# If the qubits are in different laboratories, a basis of entangled states cannot be measured directly. For *two* orthogonal states, local measurements and a telephone are nevertheless always enough, entangled or not (Walgate, Short, Hardy and Vedral, 2000). The exercise has a case with four product states.
#
# **Try:** replace CX and H by their opposite order, H and then CX. Which of the six columns are still certain?

# %% [markdown]
# ## 2. Asking one question
#
# The Bell measurement answers two questions at once, and both qubits are used up. Often you want *one* answer, and the qubits must live on. In quantum error correction this is daily work: "have these two qubits become different?" must be asked without asking what they are.
#
# ### The parity of two qubits
#
# Take an ancilla in $|0\rangle$ and apply a CX from each of the two data qubits to it. The ancilla is flipped twice for 11, never for 00, once otherwise. So it holds the parity, and only the ancilla is measured.
#
# **Before you run the next cell:** the data are in $|{+}{+}\rangle = \frac12(|00\rangle + |01\rangle + |10\rangle + |11\rangle)$. Suppose that the ancilla says 0, "equal". What is the state of the two data qubits then: 00, or 11, or something else?

# %%
parity = QuantumCircuit(3, 1)
parity.h([0, 1])  # the data: |++>
parity.barrier()
parity.cx(0, 2)
parity.cx(1, 2)
parity.measure(2, 0)
parity.draw("mpl")

# %%
state = Statevector(parity.remove_final_measurements(inplace=False))
for seed in (2, 0):
    state.seed(seed)
    answer, afterwards = state.measure([2])
    data = afterwards.data.reshape(2, 4)[int(answer)]  # the row of the ancilla's value
    print("ancilla says", answer, "  data qubits:", np.round(data.real, 3))

# %% [markdown]
# *Figure 2. The circuit that asks for the parity. Left of the barrier the data are prepared, right of it the question is asked.*
#
# The state afterwards is $(|00\rangle + |11\rangle)/\sqrt2$ or $(|01\rangle + |10\rangle)/\sqrt2$. Two qubits that had nothing to do with each other are now entangled, by a question alone. "The qubits were really 00 or 11 and we just do not know which" is not what has happened: that would be a mixture, and a Bell measurement tells the two apart.
#
# ### The general rule
#
# A question with the possible answers $m$ is described by projectors $P_m$ that add up to the identity. Then
#
# $$P(m) = \langle\psi|P_m|\psi\rangle, \qquad |\psi\rangle \longrightarrow \frac{P_m|\psi\rangle}{\sqrt{P(m)}} .$$
#
# For a full measurement each $P_m = |b_m\rangle\langle b_m|$ leaves one state. For the parity, $P_\text{equal} = |00\rangle\langle00| + |11\rangle\langle11|$ leaves a whole plane, and a superposition within that plane is not touched. When you measure one qubit of several, $P_m$ keeps the terms in which this qubit has the value $m$. **A measurement destroys only what its question is about.**
#
# With $P_\pm = (I \pm \sigma)/2$ every Pauli string $\sigma$ is such a question: $ZZ$ is the parity, $XX$ is the parity in the X basis (put H on both data qubits before and after the two CX). Codes for error correction are defined by several such questions that do not disturb each other; there they are called *stabilisers*.
#
# ### Ask, and ask again
#
# Two questions that commute can be asked in turn, and both keep their answers. Two that do not commute spoil each other. **Before you run the next cell:** the data start in $|00\rangle$. We ask A, then B, then A again, once with $A = ZZ, B = XX$ and once with $A = ZI, B = XX$ ($ZI$ asks for qubit 1 alone). How often do the first and the last answer agree?


# %%
def asking(circuit, label, ancilla, bit):
    """Add a question for a Pauli string: the ancilla is emptied, asked, and measured into a classical bit."""
    circuit.reset(ancilla)
    circuit.h(ancilla)
    for qubit, letter in enumerate(reversed(label)):
        if letter == "X":
            circuit.cx(ancilla, qubit)
        if letter == "Z":
            circuit.cz(ancilla, qubit)
    circuit.h(ancilla)
    circuit.measure(ancilla, bit)


shots = 2000
shares, names = [], []
for number, (a, b) in enumerate([("ZZ", "XX"), ("ZI", "XX")]):
    circuit = QuantumCircuit(3, 3)
    for bit, label in enumerate([a, b, a]):
        asking(circuit, label, ancilla=2, bit=bit)
    counts = sample(circuit, shots=shots, seed=20 + number)
    print(f"{a}, {b}, {a}:", counts)
    shares.append(sum(n for key, n in counts.items() if key[0] == key[2]) / shots)
    names.append(f"{a}, {b}, {a}")

errors = [np.sqrt(share * (1 - share) / shots) for share in shares]
figure, axes = plt.subplots(figsize=(5, 3.2))
axes.bar(names, shares, yerr=errors, capsize=5, color=["tab:blue", "tab:orange"], width=0.5)
axes.set_xlabel("questions, in this order")
axes.set_ylabel("first and last answer agree (share)")
axes.set_ylim(0, 1.1)
plt.show()

# %% [markdown]
# *Figure 3. Three questions in a row to the same two qubits, 2000 shots. $ZZ$ and $XX$ commute: the answer to $ZZ$ survives the question $XX$. $ZI$ and $XX$ do not, and the second answer to $ZI$ is a coin. The black bar is the sampling error.*
#
# This was a *mid-circuit measurement*: `measure` stands in the middle, `reset` brings the ancilla back to $|0\rangle$, and it is used again.
#
# ### Let the outcome decide
#
# A classical bit can decide about later gates. The parity of $|{+}{+}\rangle$ is random, and so is the Bell state that it leaves, $\Phi^+$ or $\Psi^+$. But the outcome *says* which, and an X gate turns one into the other. **Before you run the next cell:** we add "if the parity was 1, X on qubit 0", and then measure in the Bell basis (into the bits 1 and 2). Which outcomes occur?

# %%
mended = QuantumCircuit(3, 3)
mended.h([0, 1])
asking(mended, "ZZ", ancilla=2, bit=0)
with mended.if_test((mended.clbits[0], 1)):
    mended.x(0)
mended.cx(0, 1)
mended.h(0)
mended.measure([0, 1], [1, 2])
print(sample(mended, shots=1000, seed=30))

# %% [markdown]
# Bit 0, the parity, is random; the two bits on the left are 00 in every shot. A random question and a correction have made $\Phi^+$ with certainty. What a measurement changes can be put right *if the change is known and if the question did not ask for too much*. This is the idea of quantum error correction.
#
# ### The sampling error
#
# A share that is estimated from $N$ shots has the standard error $\sqrt{p(1-p)/N}$. At $p = 1/2$ and $N = 2000$ this is 0.011. Keep it in mind below, where bounds such as 0.854 are compared with counts: a circuit whose true rate is 0.854 will show 0.86 in many runs of 1000 shots, and has not broken the bound. To see a difference of $\delta$ clearly you need about $N = 10\,p(1-p)/\delta^2$ shots.
#
# **Try:** ask `"ZZ"`, `"ZX"`, `"ZZ"`. Do these two strings commute? (They do if the number of places where they have different letters, both not I, is even.)

# %% [markdown]
# ## 3. Two states that overlap: the best guess
#
# Back to $|0\rangle$ or $|+\rangle$. Each is handed in with probability 1/2. They are not orthogonal: $\langle0|+\rangle = 1/\sqrt2$. You must always name one of the two.
#
# Measure in the real basis with the angle $\theta$: $|b_0\rangle = \cos\theta|0\rangle + \sin\theta|1\rangle$ and $|b_1\rangle$ orthogonal to it. Say "$|0\rangle$" if the outcome is 0 and "$|+\rangle$" if it is 1. As directions in a plane, $|0\rangle$ stands at the angle 0 and $|+\rangle$ at $\pi/4$.
#
# **Before you run the next cell:** which $\theta$ is best? Is it $0$, so that $|0\rangle$ is always recognised? Is $|b_0\rangle$ half-way between the two states?

# %%
thetas = np.linspace(-np.pi / 2, np.pi / 2, 361)
right_zero = np.cos(thetas) ** 2
right_plus = np.sin(thetas - np.pi / 4) ** 2
chance = (right_zero + right_plus) / 2
best = thetas[np.argmax(chance)]
print(f"best angle: {best / np.pi:.4f} π   chance: {chance.max():.4f}")

figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8))
left.plot(thetas, right_zero, "--", label="if it is |0⟩")
left.plot(thetas, right_plus, ":", label="if it is |+⟩")
left.plot(thetas, chance, label="average")
left.axvline(best, color="gray", linewidth=0.8)
left.set_xticks(np.arange(-2, 3) * np.pi / 4, ["−π/2", "−π/4", "0", "π/4", "π/2"])
left.set_xlabel("angle θ of the basis (radians)")
left.set_ylabel("chance of a right answer")
left.set_ylim(-0.05, 1.45)
left.legend(loc="upper right")
left.grid(alpha=0.3)
for angle, name, colour in [
    (0, "|0⟩", "tab:blue"),
    (np.pi / 4, "|+⟩", "tab:orange"),
    (best, "$|b_0⟩$", "black"),
    (best + np.pi / 2, "$|b_1⟩$", "black"),
]:
    x, y = np.cos(angle), np.sin(angle)
    right.annotate("", (x, y), (0, 0), arrowprops={"arrowstyle": "->", "color": colour})
    right.text(1.12 * x, 1.12 * y, name, color=colour, ha="center", va="center")
right.set_xlim(-0.5, 1.4)
right.set_ylim(-0.6, 1.25)
right.set_aspect("equal")
right.set_xlabel("amplitude of |0⟩")
right.set_ylabel("amplitude of |1⟩")
plt.show()

# %% [markdown]
# *Figure 4. Left: chance of a right answer against the angle of the measurement. Right: the best measurement as two directions in the plane of amplitudes. It embraces the two states symmetrically, each leaning away by the same angle $\pi/8$.*
#
# The best chance in this family is $\cos^2(\pi/8) = 0.854$, and the best basis contains neither of the two states.
#
# ### Could a better apparatus do it?
#
# We tried measurements of the qubit itself. Perhaps ancillas help. The next cell draws apparatuses at random: a random unitary on the qubit and two ancillas, then a measurement of all three, and for each of the eight outcomes the better of the two answers.
#
# **Before you run:** will the best of 3000 random apparatuses come above 0.854?

# %%
zero, plus = np.array([1, 0]), np.array([half, half])


def chance_with(unitary, first, second):
    """Chance of a right guess: run the unitary, measure everything, name the likelier state."""
    size = len(unitary) // 2
    ancillas = np.eye(1, size)[0]  # |0...0>
    p_first = np.abs(unitary @ np.kron(ancillas, first)) ** 2
    p_second = np.abs(unitary @ np.kron(ancillas, second)) ** 2
    return np.maximum(p_first, p_second).sum() / 2


rng = np.random.default_rng(5)
alone = [chance_with(random_unitary(2, seed=rng).data, zero, plus) for _ in range(3000)]
helped = [chance_with(random_unitary(8, seed=rng).data, zero, plus) for _ in range(3000)]
print(f"best of 3000: alone {max(alone):.5f}, with two ancillas {max(helped):.5f}")

figure, axes = plt.subplots(figsize=(6.5, 3.4))
bins = np.linspace(0.5, 0.9, 61)
axes.hist(alone, bins, alpha=0.6, label="the qubit alone")
axes.hist(helped, bins, alpha=0.6, label="with two ancillas")
axes.axvline(np.cos(np.pi / 8) ** 2, color="black", linestyle="--", label="0.8536")
axes.set_xlabel("chance of a right answer")
axes.set_ylabel("number of random apparatuses")
axes.legend(loc="upper left")
plt.show()

# %% [markdown]
# *Figure 5. Random apparatuses for telling $|0\rangle$ from $|+\rangle$. None passes the dashed line. (Random ones with ancillas are not even good: they scatter the information over many outcomes.)*
#
# ### The bound, and why it holds
#
# Any measurement with two answers, whatever happens inside, is described by two matrices $E_0$ and $E_1$: for every state $\rho$ the answer $k$ has the probability $\mathrm{tr}(E_k\rho)$. Probabilities are not negative and sum to 1, so $E_0$ and $E_1$ have no negative eigenvalues and $E_0 + E_1 = I$. (Section 5 comes back to these matrices.)
#
# Let $\rho_0$ be handed in with probability $p$ and $\rho_1$ with probability $1-p$. The chance of a right answer is
#
# $$P = p\,\mathrm{tr}(E_0\rho_0) + (1-p)\,\mathrm{tr}(E_1\rho_1) = (1-p) + \mathrm{tr}(E_0\Gamma), \qquad \Gamma = p\,\rho_0 - (1-p)\,\rho_1 ,$$
#
# where $E_1 = I - E_0$ was used. Write $\Gamma = \sum_i \gamma_i |i\rangle\langle i|$ with its eigenvectors. Then $\mathrm{tr}(E_0\Gamma) = \sum_i \gamma_i \langle i|E_0|i\rangle$, and every $\langle i|E_0|i\rangle$ lies between 0 and 1. The sum is largest if these numbers are 1 where $\gamma_i > 0$ and 0 where $\gamma_i < 0$: **measure in the eigenbasis of $\Gamma$.** Since $\mathrm{tr}\,\Gamma = 2p - 1$, the positive eigenvalues sum to $\frac12(2p - 1 + \sum_i|\gamma_i|)$, and
#
# $$P_\text{best} = \frac12\Bigl(1 + \sum_i |\gamma_i|\Bigr), \qquad \text{for two pure states:}\quad P_\text{best} = \frac12\Bigl(1 + \sqrt{1 - 4p(1-p)\,|\langle\psi_0|\psi_1\rangle|^2}\Bigr).$$
#
# This is **Helstrom's bound** (Carl W. Helstrom; see his book of 1976). No assumption about the apparatus went into it, only the Born rule. So the sentence "a better apparatus could tell $|0\rangle$ from $|+\rangle$ for sure" is wrong: the 15 % belong to the states. The next cell compares the formula with the circuit.

# %%
gamma = (np.outer(zero, zero) - np.outer(plus, plus)) / 2
values, vectors = np.linalg.eigh(gamma)
print("eigenvalues of Γ:", np.round(values, 4), "  bound:", round((1 + abs(values).sum()) / 2, 4))

overlaps = np.linspace(0, 1, 11)
shots, measured = 500, []
for number, overlap in enumerate(overlaps):
    tilt = np.arccos(overlap) / 2  # the two states stand at the angles +tilt and -tilt
    right_answers = 0
    for bit, sign in enumerate((1, -1)):
        circuit = QuantumCircuit(1, 1)
        circuit.ry(sign * 2 * tilt, 0)
        circuit.ry(-np.pi / 2, 0)  # the best basis stands at +π/4 and -π/4
        circuit.measure(0, 0)
        counts = sample(circuit, shots=shots, seed=40 + 2 * number + bit)
        right_answers += counts.get(str(bit), 0)
    measured.append(right_answers / (2 * shots))
measured = np.array(measured)

fine = np.linspace(0, 1, 200)
figure, axes = plt.subplots(figsize=(6, 3.5))
axes.plot(fine, (1 + np.sqrt(1 - fine**2)) / 2, label="Helstrom's bound")
axes.errorbar(
    overlaps,
    measured,
    yerr=np.sqrt(measured * (1 - measured) / (2 * shots)),
    fmt="o",
    capsize=3,
    label="circuit, 1000 shots",
)
axes.axhline(0.5, color="gray", linestyle=":", label="blind guessing")
axes.set_xlabel("overlap |⟨ψ₀|ψ₁⟩| of the two states")
axes.set_ylabel("chance of a right answer")
axes.legend()
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 6. The bound for two pure states handed in equally often, and a circuit that reaches it. Bars: one standard error. Some points lie a little above the line: that is the sampling error, not a better apparatus.*
#
# Where did the rotation $R_y(-\pi/2)$ come from? The two states stand symmetrically about $|0\rangle$, so the best basis, which embraces them, stands at $\pm\pi/4$.
#
# **Try:** let $p = 0.9$ in $\Gamma$, for $|0\rangle$ and $|+\rangle$. In which direction does the best basis move? For the mixed states $\rho_0 = \mathrm{diag}(0.6, 0.4)$ and $\rho_1 = \mathrm{diag}(0.5, 0.5)$ with $p = 0.9$ the best measurement is not to measure at all. Find out why from the signs of the eigenvalues.

# %% [markdown]
# ## 4. Never wrong, sometimes silent
#
# A guess that is wrong in 15 % of the cases may be worthless: think of an alarm. Let us allow a third answer, "I do not know", and demand in return that the other two are **never** wrong.
#
# ### A first attempt
#
# Measure $|0\rangle$ or $|+\rangle$ in the Z basis. The outcome 1 is impossible for $|0\rangle$, so it proves $|+\rangle$. The outcome 0 proves nothing. Measured in the X basis, the outcome "minus" proves $|0\rangle$. Note the logic: **an outcome proves a state by excluding the other one.** If you choose between the two bases by a coin, each state is proved in 1/4 of the cases.
#
# ### A better way
#
# Turn the picture so that the two states stand symmetrically, $|\psi_\pm\rangle = \cos\theta|0\rangle \pm \sin\theta|1\rangle$ with $0 < \theta \le \pi/4$. Their overlap is $c = \cos2\theta$. If the amplitude of $|0\rangle$ were smaller, namely $\sin\theta$, they would be orthogonal. So let an ancilla take a part of it away: rotate the ancilla, only where the qubit is 0, such that
#
# $$|0\rangle|0\rangle_a \to |0\rangle\bigl(\tan\theta\,|0\rangle_a + \sqrt{1 - \tan^2\theta}\,|1\rangle_a\bigr), \qquad |1\rangle|0\rangle_a \to |1\rangle|0\rangle_a .$$
#
# Then both states become
#
# $$|\psi_\pm\rangle|0\rangle_a \to \sin\theta\,\bigl(|0\rangle \pm |1\rangle\bigr)|0\rangle_a + \sqrt{\cos 2\theta}\;|0\rangle|1\rangle_a .$$
#
# If the ancilla is found in 0, the qubit is in $|\pm\rangle$, and H and a measurement tell which. If it is found in 1, the qubit is in $|0\rangle$ in both cases: nothing is left to learn.
#
# **Before you run the next cell:** how often will the circuit be silent for $c = 1/\sqrt2$, that is for states with the same overlap as $|0\rangle$ and $|+\rangle$?

# %%
theta = np.pi / 8  # overlap cos(π/4)
never_wrong = QuantumCircuit(2, 2)
never_wrong.x(0)
never_wrong.cry(2 * np.arccos(np.tan(theta)), 0, 1)
never_wrong.x(0)
never_wrong.h(0)
never_wrong.measure([0, 1], [0, 1])
never_wrong.draw("mpl")

# %%
answers = {}
for name, sign in (("ψ+", 1), ("ψ−", -1)):
    circuit = QuantumCircuit(2, 2)
    circuit.ry(sign * 2 * theta, 0)
    circuit.compose(never_wrong, inplace=True)
    counts = sample(circuit, shots=4000, seed=64 + sign)
    silent = counts.get("10", 0) + counts.get("11", 0)
    answers[name] = {"plus": counts.get("00", 0), "minus": counts.get("01", 0), "silent": silent}
    print(name, answers[name])

figure = plot_histogram(
    list(answers.values()), legend=["ψ+ handed in", "ψ− handed in"], title="4000 shots each"
)
figure.axes[0].set_xlabel("what the circuit says")
figure

# %% [markdown]
# *Figure 7. The circuit, and what it says. "plus" never occurs for $\psi_-$ and "minus" never for $\psi_+$. In about 71 % of the shots it is silent.*
#
# It is silent with probability $\cos2\theta = c$, and certain in $1 - c = 29\,\%$ of the cases: better than the 25 % of the coin and two bases.
#
# ### Nobody can be silent less often
#
# Let any apparatus be given: a unitary $V$ on the qubit and whatever else, with a pointer that says "sure" or "silent". If it is sure, its states for $\psi_+$ and $\psi_-$ show different answers and are orthogonal. So, with probabilities $p_\pm$ of being sure,
#
# $$V|\psi_\pm\rangle|\text{start}\rangle = \sqrt{p_\pm}\,|\text{says} \pm\rangle + \sqrt{1 - p_\pm}\,|\text{silent}_\pm\rangle .$$
#
# A unitary keeps inner products. The inner product of the two left sides is $c$; of the right sides only the silent parts contribute, and an inner product of normalised states has modulus at most 1:
#
# $$c \le \sqrt{(1 - p_+)(1 - p_-)} \le \frac{(1 - p_+) + (1 - p_-)}2 .$$
#
# The average rate of sure answers is therefore at most $1 - c$. Ivanovic (1987) raised the question, and Dieks and Peres (1988) gave the best rate; it is called the **IDP bound**. The equality sign of the second step needs $p_+ = p_-$, so for states that are handed in equally often both are recognised at the same rate. For unequal frequencies another rate is best (Jaeger and Shimony, 1995).
#
# The same line of thought, with $p_+ = p_- = 1$, shows that certainty without silence needs $c = 0$: **only orthogonal states can be told apart surely.**

# %%
fine = np.linspace(0, 1, 200)
figure, axes = plt.subplots(figsize=(6.5, 3.6))
axes.plot(fine, (1 + np.sqrt(1 - fine**2)) / 2, label="must answer: right (Helstrom)")
axes.plot(fine, 1 - fine, label="never wrong: sure (IDP)")
axes.plot(fine, (1 - fine**2) / 2, "--", label="never wrong: a coin and two bases")
axes.axvline(half, color="gray", linewidth=0.8)
axes.text(half + 0.01, 0.03, "|0⟩ and |+⟩", color="gray")
axes.set_xlabel("overlap c of the two states")
axes.set_ylabel("probability")
axes.legend()
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 8. What can be had with one qubit, against the overlap. Guessing and being sure are different aims with different measurements; the first never falls below 1/2, the second falls to 0.*
#
# **Try:** why does the coin with two bases prove each state in $(1 - c^2)/2$ of the cases? Check that this is 25 % for $|0\rangle$ and $|+\rangle$. By which factor does the best circuit win when the overlap is very small, and when it is nearly 1?

# %% [markdown]
# ## 5. More outcomes than dimensions
#
# The circuit of the last section made a measurement of *one* qubit with *three* outcomes. "A qubit has two dimensions, so at most two outcomes" holds only for measurements without help.
#
# ### The general measurement
#
# A measurement with the outcomes $k = 0, \ldots, m-1$ is a list of matrices $E_k$ without negative eigenvalues, with $\sum_k E_k = I$, and $P(k) = \mathrm{tr}(E_k\rho)$. Such a list is called a **POVM** (positive operator-valued measure). The $E_k$ need not be orthogonal to each other and need not be projectors, and $m$ may be as large as you like.
#
# Let each $E_k = |w_k\rangle\langle w_k|$ with vectors $|w_k\rangle$ that need not be normalised. Build the matrix $A$ whose row number $k$ is $\langle w_k|$. Then $(A|\psi\rangle)_k = \langle w_k|\psi\rangle$ is the amplitude that we want for the outcome $k$. The condition $\sum_k |w_k\rangle\langle w_k| = I$ says $A^\dagger A = I$: the columns of $A$ are orthonormal. **So $A$ is a part of a unitary matrix**: add more columns until it is square. With ancillas in $|0\rangle$ only the columns of $A$ are used, and a usual measurement of all qubits gives the outcome $k$. This is **Naimark's dilation**: every POVM is an ordinary measurement of a larger system. (Mark Naimark proved it in general in 1940, long before quantum circuits.)
#
# ### A concrete case: the trine
#
# Three states of a qubit, at angles of $60°$ in the plane of amplitudes: $|t_k\rangle = \cos\frac{k\pi}3|0\rangle + \sin\frac{k\pi}3|1\rangle$. As arrows on the Bloch sphere they are $120°$ apart. Since $\sum_k |t_k\rangle\langle t_k| = \frac32 I$, the matrices $E_k = \frac23|t_k\rangle\langle t_k|$ are a POVM. Another one is $\frac23|t_k^\perp\rangle\langle t_k^\perp|$ with the orthogonal states.
#
# **Before you run the next cell:** one of the trine states is handed in, each with probability 1/3. How often does the first POVM name the right one? And what do you learn from the outcome $k$ of the second POVM?

# %%
angles = np.arange(3) * np.pi / 3
trine = np.array([np.cos(angles), np.sin(angles)]).T
opposite = np.array([-np.sin(angles), np.cos(angles)]).T


def dilation(vectors):
    """A measured circuit on qubit 0 and an ancilla, qubit 1, for E_k = |w_k><w_k|; up to four vectors."""
    columns = np.zeros((4, 2), dtype=complex)
    columns[: len(vectors)] = np.conj(vectors)
    full, _, _ = np.linalg.svd(columns)  # the last two columns are orthogonal to all columns
    circuit = QuantumCircuit(2, 2)
    circuit.unitary(np.hstack([columns, full[:, 2:]]), [0, 1], label="U")
    circuit.measure([0, 1], [0, 1])
    return circuit


figure, panels = plt.subplots(1, 3, figsize=(11, 3.4))
for name, vectors, colour in (("t", trine, "tab:blue"), ("t⊥", opposite, "tab:orange")):
    for k, (x, y) in enumerate(vectors):
        panels[0].annotate(
            "", (x, y), (0, 0), arrowprops={"arrowstyle": "->", "color": colour}
        )
        panels[0].text(1.15 * x, 1.15 * y, f"{name}{k}", color=colour, ha="center", va="center")
panels[0].set_xlim(-1.35, 1.35)
panels[0].set_ylim(-0.75, 1.3)
panels[0].set_aspect("equal")
panels[0].set_xlabel("amplitude of |0⟩")
panels[0].set_ylabel("amplitude of |1⟩")

for panel, title, vectors in ((panels[1], "E from t", trine), (panels[2], "E from t⊥", opposite)):
    measurement = dilation(np.sqrt(2 / 3) * vectors)
    table = np.zeros((4, 3))
    for k, amplitudes in enumerate(trine):
        circuit = QuantumCircuit(2, 2)
        circuit.prepare_state(Statevector(amplitudes), [0])
        circuit.compose(measurement, inplace=True)
        counts = sample(circuit, shots=2000, seed=80 + k)
        table[:, k] = [counts.get(f"{row:02b}", 0) / 2000 for row in range(4)]
    panel.imshow(table, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for row in range(4):
        for k in range(3):
            shade = "white" if table[row, k] > 0.55 else "black"
            panel.text(k, row, f"{table[row, k]:.2f}", ha="center", va="center", color=shade)
    panel.set_xticks(range(3), ["t0", "t1", "t2"])
    panel.set_yticks(range(4), ["00", "01", "10", "11"])
    panel.set_xlabel("state that was handed in")
    panel.set_ylabel("outcome")
    panel.set_title(title)
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 9. Left: the trine and the orthogonal states, as directions in the plane of amplitudes. Middle and right: share of 2000 shots for each outcome of the two POVMs. The outcome 11 belongs to no $E_k$ and never occurs.*
#
# The first POVM names the right state in 2/3 of the cases. Nothing does better, and the proof is one line. For any measurement the chance is $\frac13\sum_k \langle t_k|E_k|t_k\rangle \le \frac13 \sum_k \mathrm{tr}\,E_k = \frac13\,\mathrm{tr}\,I = \frac23$, since an expectation value of $E_k$ is at most the sum of its eigenvalues. In the same way, $N$ equally frequent states of a system with $d$ dimensions are named correctly with the chance $d/N$ at most. More outcomes do not make a qubit hold more than one bit.
#
# The second is never "right" in this sense: on its diagonal stand zeros. So its outcome $k$ *excludes* the state $t_k$ with certainty. There is no single best measurement of a qubit; there are best measurements for a purpose.
#
# **Try:** add up the three $E_k$ with NumPy. Then let `vectors` be $|0\rangle/\sqrt2, |1\rangle/\sqrt2, |+\rangle/\sqrt2, |-\rangle/\sqrt2$: which simple experiment with a coin has this POVM?

# %% [markdown]
# ## 6. Many copies
#
# Now $n$ qubits are handed in, *all* in $|\psi_0\rangle$ or *all* in $|\psi_1\rangle$. The joint states have the overlap $c^n$: it falls exponentially. Everything above holds for them, with $c^n$ in the place of $c$.
#
# **Before you run the next cell:** a simple strategy measures each qubit in the best basis for one, and goes by the majority. Is this as good as the best measurement on all qubits together?

# %%
from math import comb

copies = np.arange(1, 26, 2)  # odd numbers, so that there is always a majority
overlap = half
joint = (1 - np.sqrt(1 - overlap ** (2 * copies))) / 2
single = (1 + np.sqrt(1 - overlap**2)) / 2  # chance of one right answer
majority = [
    sum(comb(n, k) * single**k * (1 - single) ** (n - k) for k in range((n + 1) // 2)) for n in copies
]

figure, axes = plt.subplots(figsize=(6, 3.6))
axes.semilogy(copies, majority, "s-", label="best basis for one, then the majority")
axes.semilogy(copies, joint, "o-", label="best measurement (Helstrom, $c^n$)")
axes.semilogy(copies, overlap**copies, "^--", label="never wrong: silent ($c^n$)")
axes.set_xlabel("number n of copies")
axes.set_ylabel("probability of failure")
axes.legend()
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 10. Telling $|0\rangle^{\otimes n}$ from $|+\rangle^{\otimes n}$, on a logarithmic axis. All three probabilities fall exponentially and none becomes zero. The majority is clearly worse than the best measurement.*
#
# For two pure states the best value needs no gates between the copies: it is enough to measure one after the other and to choose each basis by the outcomes so far. (You may have done this in the exercise on single qubits.) For mixed states this does not hold in general.
#
# ### The connection with copying
#
# If a machine could turn one copy of an unknown $|\psi_0\rangle$ or $|\psi_1\rangle$ into many, you could feed it with your single qubit and read the answer from Figure 10: Helstrom's bound would fall. So the bound forbids perfect copying. The other way round, whoever can tell the states apart with certainty can copy them: look, then prepare again. **To copy a set of states and to tell them apart are the same ability**, and only orthogonal states allow it. Here a single shot "reads" no state: you get one bit, the qubit has changed, and nothing is left to look at a second time.
#
# **Try:** how many copies of $|0\rangle$ or $|+\rangle$ do you need for an error below $10^{-6}$, with each of the two strategies?

# %% [markdown]
# ## 7. Telling gates apart
#
# Now the secret is a *gate* in a sealed box. You may choose what goes in.
#
# ### Four gates, one use
#
# The box holds I, X, Y or Z. A single qubit that went through it has at most two outcomes that are certain. But send half of a Bell state through the box and keep the other half: $I, X, Z, Y$ turn $\Phi^+$ into $\Phi^+, \Psi^+, \Phi^-, \Psi^-$ (up to a phase), and these are four orthogonal states. **The qubit that never meets the gate makes the difference.**
#
# **Before you run the next cell:** which outcome of the Bell measurement of section 1 stands for which gate?

# %%
for name, gate in [("I", None), ("X", XGate()), ("Z", ZGate()), ("Y", YGate())]:
    circuit = QuantumCircuit(2, 2)
    circuit.h(0)
    circuit.cx(0, 1)
    if gate is not None:
        circuit.append(gate, [0])
    circuit.compose(bell_measurement, inplace=True)
    print(name, sample(circuit, shots=200))

# %% [markdown]
# The general statement: with half of $\Phi^+$ as input the states after the gates $U_j$ and $U_k$ have the inner product $\frac12\mathrm{tr}(U_j^\dagger U_k)$. Gates with vanishing traces $\mathrm{tr}(U_j^\dagger U_k)$ are told apart in one use.
#
# ### Two gates that are nearly the same
#
# The box holds I or the phase gate $P(\theta)$ with a small angle. One use on $|+\rangle$ gives the states $|+\rangle$ and $(|0\rangle + e^{i\theta}|1\rangle)/\sqrt2$ with the overlap $\cos\frac\theta2$. Several uses can be spent in two ways: on $n$ separate qubits, which is the same as having $n$ copies of a state; or on *one* qubit, one use after the other, so that the angles add up to $n\theta$.
#
# **Before you run the next cell:** with $\theta = \pi/4$, how many uses does each way need to be certain?

# %%
theta = np.pi / 4
uses = np.arange(1, 9)
separate = (1 + np.sqrt(1 - np.cos(theta / 2) ** (2 * uses))) / 2

in_a_row = []
for n in uses:
    never, always = QuantumCircuit(1), QuantumCircuit(1)
    for circuit, gate in ((never, PhaseGate(0)), (always, PhaseGate(theta))):
        circuit.h(0)
        for _ in range(n):
            circuit.append(gate, [0])
    overlap_squared = state_fidelity(Statevector(never), Statevector(always))
    in_a_row.append((1 + np.sqrt(1 - min(overlap_squared, 1))) / 2)

figure, axes = plt.subplots(figsize=(6, 3.6))
axes.plot(uses, in_a_row, "o-", label="one qubit, one use after the other")
axes.plot(uses, separate, "s--", label="each use on a qubit of its own")
axes.axhline(1, color="gray", linewidth=0.8)
axes.set_xlabel("number of uses of the sealed gate")
axes.set_ylabel("best chance of a right answer")
axes.set_ylim(0.45, 1.05)
axes.legend(loc="lower center")
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 11. I or $P(\pi/4)$. In a row, four uses are certain, because the angle $4\cdot\pi/4 = \pi$ turns $|+\rangle$ into $|-\rangle$. With more uses the phase turns too far. On separate qubits the chance only approaches 1.*
#
# States cannot be told apart with certainty from finitely many copies, if they are not orthogonal. Two different gates always can, in finitely many uses: **Acín showed this in 2001**, with entangled probes; Duan, Feng and Ying showed in 2007 that one probe is enough, with the uses one after the other and suitable gates in between. For I and $P(\theta)$ the smallest number of uses is the smallest $N$ with $N\theta \ge \pi$. If $N\theta$ is larger than $\pi$, "too far" has to be mended by a gate in between; the last task of the exercise is about that.
#
# Why is a gate easier than a state? A box can be used again, and its effect on *one* system adds up. A state that was handed in is used up by the first measurement. This is also why a sensor gains from letting a signal act on the same probe for longer.
#
# **Try:** let the box hold H or X. What is $\mathrm{tr}(H^\dagger X)$? Is one use enough, and with which input? (The eigenvalues of $H^\dagger X$ decide: one use is enough exactly if 0 lies in the convex hull of the eigenvalues, as points in the complex plane.)

# %% [markdown]
# ## Mistakes that many people make
#
# | what one hears | what the experiment says |
# | --- | --- |
# | "A measurement reads the state." | One shot gives a bit or a few, and changes the state. What can be read for sure is only which of several *orthogonal* states it was (Figures 1 and 4). |
# | "A measurement always destroys everything." | It destroys what its question is about. A parity leaves superpositions of equal parity alone (section 2). |
# | "With a better apparatus, $\lvert0\rangle$ and $\lvert+\rangle$ could be told apart surely." | No unitary makes an inner product smaller (Figure 5, section 4). |
# | "The best measurement contains one of the two states." | It embraces them (Figure 4). |
# | "A qubit has two outcomes." | With an ancilla it has as many as you like; it does not carry more information for that (Figure 9). |
# | "The circuit was right in 86 % of 1000 shots, so it beats 85.4 %." | The standard error is 1.1 % (Figure 6). |
#
# ## Summary
#
# - To measure in any orthonormal basis, run its preparation backwards and measure. Orthogonal states can be told apart with certainty.
#
# - A question is a set of projectors $P_m$. The probability is $\langle\psi|P_m|\psi\rangle$ and the state afterwards $P_m|\psi\rangle$, normalised. An ancilla asks one question (a parity, a Pauli string) without learning the rest. Commuting questions keep each other's answers.
#
# - Whoever must always answer reaches at most Helstrom's bound, by measuring in the eigenbasis of $\Gamma = p\rho_0 - (1-p)\rho_1$.
#
# - Whoever must never be wrong has to be silent at least with probability $c$ on the average, the overlap of two equally frequent states. An ancilla that takes away the common part reaches this.
#
# - The general measurement is a POVM, and every POVM is an ordinary measurement on a larger system (Naimark).
#
# - Many copies make all errors exponentially small and none zero. Copying and telling apart are the same ability.
#
# - Gates can be told apart with certainty in finitely many uses. An entangled partner that the gate never touches, or uses one after the other, make the difference.
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | any basis | $P(k) = \lvert\langle b_k\rvert\psi\rangle\rvert^2$; circuit: $U^\dagger$ with $U\lvert k\rangle = \lvert b_k\rangle$ |
# | one question | $P(m) = \langle\psi\rvert P_m\lvert\psi\rangle$, $\;\lvert\psi\rangle \to P_m\lvert\psi\rangle/\sqrt{P(m)}$ |
# | Pauli string | $P_\pm = (I \pm \sigma)/2$ |
# | Helstrom | $P_\text{best} = \frac12(1 + \sum_i\lvert\gamma_i\rvert)$, $\;\gamma_i$ eigenvalues of $p\rho_0 - (1-p)\rho_1$ |
# | two pure states | $\frac12\bigl(1 + \sqrt{1 - 4p(1-p)c^2}\bigr)$, $\;c = \lvert\langle\psi_0\rvert\psi_1\rangle\rvert$ |
# | never wrong, equally frequent | sure with probability $1 - c$ |
# | POVM | $E_k \ge 0$, $\sum_k E_k = I$, $P(k) = \mathrm{tr}(E_k\rho)$ |
# | dilation | row $k$ of $A$ is $\langle w_k\rvert$; $A^\dagger A = I$ |
# | $n$ copies | $c \to c^n$ |
# | gates, half of $\Phi^+$ | inner product $\frac12\mathrm{tr}(U_j^\dagger U_k)$ |
# | standard error of a share | $\sqrt{p(1-p)/N}$ |
#
# ## Further reading
#
# - M. A. Nielsen and I. L. Chuang, *Quantum Computation and Quantum Information*, Cambridge University Press, 10th anniversary edition 2010. Section 2.2: measurements, distinguishing states, projective measurements, POVMs.
#
# - S. M. Barnett and S. Croke, "Quantum state discrimination", *Advances in Optics and Photonics* 1, pages 238-278 (2009); free as arXiv 0810.1970. A review that you can read after this lesson, with experiments.
#
# - C. W. Helstrom, *Quantum Detection and Estimation Theory*, Academic Press 1976. The source of the bound.
#
# - The three short papers on never being wrong: I. D. Ivanovic, *Physics Letters A* 123, page 257 (1987); D. Dieks, *Physics Letters A* 126, page 303 (1988); A. Peres, *Physics Letters A* 128, page 19 (1988).
