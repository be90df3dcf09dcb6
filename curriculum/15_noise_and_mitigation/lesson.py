# %% [markdown]
# # Noise, channels and mitigation
#
# A program whose right answer is 0.51 is run on a quantum computer 12 000 times, and the average that comes back is 0.40. The machine is not broken; this is what machines are like today. **How do you find out what went wrong, can the right value be had from wrong runs, and how would you know that it is the right one?**
#
# Reports often show two numbers, one "raw" and one "mitigated", of which the second is nearer to what was expected. By the end of this lesson that will not be enough for you.
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. describe what happens to a qubit that is not alone, as a channel, in several ways, and tell a possible channel from an impossible one (2.4 I B1, 1.2 I B1);
# 2. measure $T_1$, $T_2$ and the error of a gate, with an interval and not only a number (4.6 II A2, 4.6 II B1);
# 3. tell errors that add in amplitude from errors that add in probability, and turn the first into the second (2.4 I A2);
# 4. correct averages for readout errors, extrapolate them to zero noise or cancel the noise on average, and say at what cost (5.3 II B1);
# 5. judge a report about a mitigated result (8.4 III A2).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need reduced states and the partial trace (module on entanglement), general measurements, and the circuits of the module before this one.

# %%
import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit
from qiskit.quantum_info import (
    PTM,
    DensityMatrix,
    Kraus,
    Operator,
    SparsePauliOp,
    Statevector,
    partial_trace,
)
from qiskit_aer import AerSimulator
from qiskit_aer.noise import NoiseModel, depolarizing_error
from scipy.optimize import curve_fit

ID, X, Z = np.eye(2), np.array([[0, 1], [1, 0]]), np.diag([1, -1])
Y = 1j * X @ Z
PAULIS = {"I": ID, "X": X, "Y": Y, "Z": Z}


def arrow(rho):
    """The Bloch vector (x, y, z) of a density matrix."""
    return np.array([np.trace(np.asarray(rho) @ pauli).real for pauli in (X, Y, Z)])


# %% [markdown]
# ## 1. One matrix, two causes
#
# Three machines deliver qubits.
#
# - **A** tosses a coin and delivers $|0\rangle$ or $|1\rangle$. It knows which, and does not tell.
#
# - **B** tosses a coin and delivers $|+\rangle$ or $|-\rangle$.
#
# - **C** makes a Bell pair, delivers one half and keeps the other. There is no coin.
#
# And **D** delivers $|+\rangle$, always. **Before you run the next cell:** you measure many qubits of each machine, along X, along Y or along Z. For which machines and axes is the outcome 0 more frequent than 1? Can you tell A from B? A from C?

# %%
bell = QuantumCircuit(2)
bell.h(0)
bell.cx(0, 1)
plus, minus = np.array([1, 1]) / np.sqrt(2), np.array([1, -1]) / np.sqrt(2)

machines = {
    "A: |0⟩ or |1⟩": (np.outer([1, 0], [1, 0]) + np.outer([0, 1], [0, 1])) / 2,
    "B: |+⟩ or |−⟩": (np.outer(plus, plus) + np.outer(minus, minus)) / 2,
    "C: half of a pair": partial_trace(Statevector(bell), [1]).data.real,
    "D: |+⟩": np.outer(plus, plus),
}
figure, axes = plt.subplots(figsize=(7.5, 3.3))
rng = np.random.default_rng(1)
for number, (name, rho) in enumerate(machines.items()):
    share = rng.binomial(1000, np.clip((1 + arrow(rho)) / 2, 0, 1)) / 1000
    axes.bar(np.arange(3) + 0.2 * number - 0.3, share, width=0.18, label=name)
axes.set_xticks(range(3), ["X", "Y", "Z"])
axes.set_xlabel("axis of the measurement")
axes.set_ylabel("share of the outcome 0")
axes.set_ylim(0, 1.05)
axes.legend(fontsize=8, loc="upper right", ncols=2)
plt.show()
for name, rho in machines.items():
    print(f"{name:18} purity tr(ρ²) = {np.trace(rho @ rho).real:.2f}")

# %% [markdown]
# *Figure 1. 1000 shots for each machine and axis. A, B and C cannot be told apart by any measurement of the delivered qubits; D can.*
#
# All probabilities come from the **density matrix**: $p = \operatorname{tr}(\rho\,\Pi)$ for the outcome with the projector $\Pi$. A mixture has $\rho = \sum_k p_k|\psi_k\rangle\langle\psi_k|$; a part of a larger system has $\rho = \operatorname{tr}_{\text{rest}}|\Psi\rangle\langle\Psi|$. Here both give $I/2$. So a density matrix has **two causes**:
#
# - *ignorance*: the state is one of several, and somebody may know which (A, B);
#
# - *entanglement with something that is ignored*: there is no pure state of the qubit alone, and nobody knows more (C).
#
# The matrix does not say which. Every mixed state can be read in both ways, and that is the key to noise: **"random disturbance" and "the environment has learnt something" are two descriptions of the same mathematics.**
#
# A common mistake is to think that D and A are the same, because both give 0 and 1 half and half along Z. A superposition is not a mixture: along X the outcome of D is certain.
#
# In the Bloch picture $\rho = \frac12(I + xX + yY + zZ)$. Pure states are on the sphere, mixed states inside it, and $I/2$ is the centre.
#
# **Try:** let machine A use an unfair coin, 0.8 to 0.2. Find two *other* states that, mixed half and half, give the same density matrix. (Draw the arrow first: which pairs of points on the sphere have it as their middle?)

# %% [markdown]
# ## 2. A channel is a unitary with something left out
#
# An atom in its excited state $|1\rangle$ emits a photon sooner or later and is in $|0\rangle$ then. Let the environment be one qubit: $|0\rangle$ for "no photon", $|1\rangle$ for "photon". In a short time
#
# $$|0\rangle|0\rangle_E \to |0\rangle|0\rangle_E, \qquad |1\rangle|0\rangle_E \to \sqrt{1-\gamma}\;|1\rangle|0\rangle_E + \sqrt{\gamma}\;|0\rangle|1\rangle_E .$$
#
# Nobody looks at the photon, so the environment is traced out. **Before you run:** the atom begins in $|+\rangle$, with $\gamma = 0.36$. Where does its arrow point afterwards? Does it shrink along X by $1 - \gamma$, or by something else?

# %%
gamma = 0.36
dilation = QuantumCircuit(2)  # qubit 0: the atom; qubit 1: the environment, in |0>
dilation.cry(2 * np.arcsin(np.sqrt(gamma)), 0, 1)
dilation.cx(1, 0)

begin = DensityMatrix.from_label("0+")
after = partial_trace(begin.evolve(dilation), [1])
print("before:", arrow(partial_trace(begin, [1]).data), " after:", arrow(after.data).round(3))

unitary = Operator(dilation).data.reshape(2, 2, 2, 2)  # [E out, atom out, E in, atom in]
kraus = [unitary[e, :, 0, :] for e in range(2)]
for e, matrix in enumerate(kraus):
    print(f"K{e} = <{e}|U|0> =", matrix.real.round(3).tolist())
print("sum of K†K is 1:", np.allclose(sum(k.conj().T @ k for k in kraus), ID))
dilation.draw("mpl")

# %% [markdown]
# *Figure 2. Emission as a circuit. Qubit 1 is the environment: it begins in $|0\rangle$, and is thrown away at the end.*
#
# The arrow went from $(1, 0, 0)$ to $(0.8, 0, 0.36)$: along X it shrinks by $\sqrt{1-\gamma} = 0.8$, not by $1-\gamma$.
#
# The blocks of the unitary, $K_e = \langle e|_E\,U\,|0\rangle_E$, are the **Kraus matrices**, one for each thing that the environment may end up as:
#
# $$\rho \;\to\; \Phi(\rho) = \sum_e K_e\,\rho\,K_e^\dagger, \qquad \sum_e K_e^\dagger K_e = I .$$
#
# The condition says that the trace stays 1. Conversely, for every such list there is a unitary with an environment (stack the $K_e$ below each other: the columns are orthonormal, and can be completed to a unitary). So there are three ways to write the same channel: as a circuit with ancillas that are thrown away, as Kraus matrices, and as a probabilistic story, "with probability $\operatorname{tr}K_e\rho K_e^\dagger$ it was case $e$".
#
# The story is not unique. The environment might be measured in another basis before it is thrown away, and the qubit cannot notice. That gives other Kraus matrices, $K'_f = \sum_e u_{fe}K_e$ with a unitary $u$, and *the same channel*:

# %%
other = [(kraus[0] + kraus[1]) / np.sqrt(2), (kraus[0] - kraus[1]) / np.sqrt(2)]
print("same channel:", np.allclose(PTM(Kraus(kraus)).data, PTM(Kraus(other)).data))

# %% [markdown]
# So it makes no sense to ask "which of the Kraus matrices really happened", unless somebody catches the photon.
#
# **Try:** replace the circuit by `dilation.cry(theta, 0, 1)` alone, without the CX. What does the environment learn now? Print the Kraus matrices and the arrow. You have met this channel: a measurement along Z whose outcome is forgotten, more or less weakly.

# %% [markdown]
# ## 3. Four channels in the Bloch ball
#
# | channel | Kraus matrices | arrow $(x, y, z)$ becomes |
# | --- | --- | --- |
# | bit flip, probability $p$ | $\sqrt{1-p}\,I,\ \sqrt p\,X$ | $(x,\ (1-2p)\,y,\ (1-2p)\,z)$ |
# | phase flip | $\sqrt{1-p}\,I,\ \sqrt p\,Z$ | $((1-2p)\,x,\ (1-2p)\,y,\ z)$ |
# | depolarising: replaced by $I/2$ with probability $p$ | $\sqrt{1-\frac{3p}4}\,I,\ \sqrt{\frac p4}\,X,\ \sqrt{\frac p4}\,Y,\ \sqrt{\frac p4}\,Z$ | $(1-p)\,(x, y, z)$ |
# | amplitude damping | $K_0, K_1$ of section 2 | $(\sqrt{1-\gamma}\,x,\ \sqrt{1-\gamma}\,y,\ (1-\gamma)\,z + \gamma)$ |
#
# (Conventions differ: some call $3p/4$ the depolarising probability. Look before you compare numbers. Qiskit's `depolarizing_error(p, n)` is the one of the table.)
#
# **Before you run:** the picture shows the cut through the ball with the axes X and Z. Which of the four channels move the centre? Which leave some pure states pure?

# %%
p = 0.4
channels = {
    "bit flip": [np.sqrt(1 - p) * ID, np.sqrt(p) * X],
    "phase flip": [np.sqrt(1 - p) * ID, np.sqrt(p) * Z],
    "depolarising": [np.sqrt(1 - 0.75 * p) * ID, *(np.sqrt(p / 4) * m for m in (X, Y, Z))],
    "amplitude damping": [np.diag([1, np.sqrt(1 - p)]), np.sqrt(p) * np.array([[0, 1], [0, 0]])],
}


def apply(kraus, rho):
    """Send a density matrix through a channel."""
    return sum(k @ rho @ np.conj(k).T for k in kraus)


angles = np.linspace(0, 2 * np.pi, 49)
circle = np.stack([np.sin(angles), np.cos(angles)])
figure, axes = plt.subplots(1, 4, figsize=(12, 3.3), sharey=True)
for one, (name, matrices) in zip(axes, channels.items(), strict=True):
    images = [arrow(apply(matrices, (ID + x * X + z * Z) / 2))[[0, 2]] for x, z in circle.T]
    one.plot(*circle, ":", color="gray")
    one.plot(*np.array(images).T, color="tab:red")
    one.quiver(
        *circle[:, ::6],
        *(np.array(images).T - circle)[:, ::6],
        angles="xy",
        scale_units="xy",
        scale=1,
        width=0.008,
        color="tab:blue",
    )
    one.plot(*arrow(apply(matrices, ID / 2))[[0, 2]], "o", color="tab:red")
    one.set_title(name)
    one.set_xlabel("x")
    one.set_aspect("equal")
axes[0].set_ylabel("z (top: |0⟩)")
plt.show()

# %% [markdown]
# *Figure 3. Pure states (dotted), and what becomes of them (red), all with the parameter 0.4. The dot is the image of the centre.*
#
# A bit flip leaves $|+\rangle$ and $|-\rangle$ alone, a phase flip $|0\rangle$ and $|1\rangle$. Amplitude damping moves the centre: it is the only one of the four that makes states *purer*, and it can, because the environment is colder than the qubit.
#
# **Try:** apply a phase flip and then amplitude damping, both with 0.4, and the other way round. For these two the order does not matter. Find two channels of the table, or gates, for which it does.

# %% [markdown]
# ## 4. Which maps are possible?
#
# In the table all pictures lie inside the ball. Is every linear map that stays inside the ball a channel? Mirror the ball at the X-Z plane: $(x, -y, z)$. On density matrices this is the **transpose**, $\rho \to \rho^T$. Sphere goes to sphere, so every state becomes a state.
#
# **Before you run:** the transpose is applied to one half of a Bell pair. What could go wrong?

# %%
pair = DensityMatrix(bell).data.real
block = pair.reshape(2, 2, 2, 2)  # [reference, qubit; reference, qubit]
print("eigenvalues before:", np.linalg.eigvalsh(pair).round(3))
print("eigenvalues after: ", np.linalg.eigvalsh(block.transpose(0, 3, 2, 1).reshape(4, 4)).round(3))

# %% [markdown]
# A probability of $-1/2$: no such machine can exist. A map is **completely positive** if it makes states of states also when it is applied to a part of a larger system. Channels are exactly the maps that are linear, completely positive and keep the trace.
#
# It seems that one would have to try all larger systems. One suffices, as Choi showed in 1975: apply the map to half of $\sum_i|i\rangle|i\rangle$. The result is the **Choi matrix**
#
# $$J = \sum_{i,j}|i\rangle\langle j| \otimes \Phi(|i\rangle\langle j|),$$
#
# and $\Phi$ is completely positive exactly if $J$ has no negative eigenvalue. Its eigenvectors, cut into blocks and multiplied by the root of their eigenvalues, are Kraus matrices; the number of eigenvalues that are not zero is how many one needs at least.
#
# One more candidate: a "perfect NOT" that sends *every* state to the opposite one, $(-x, -y, -z)$.


# %%
def choi(rule):
    """The Choi matrix of a linear map that is given as a function; the reference is the left factor."""
    total = np.zeros((4, 4), dtype=complex)
    for i in range(2):
        for j in range(2):
            unit = np.zeros((2, 2))
            unit[i, j] = 1
            total += np.kron(unit, rule(unit))
    return total


candidates = {
    "identity": lambda rho: rho,
    "depolarising 0.4": lambda rho: apply(channels["depolarising"], rho),
    "damping 0.4": lambda rho: apply(channels["amplitude damping"], rho),
    "transpose": lambda rho: rho.T,
    "perfect NOT": lambda rho: np.trace(rho) * ID - rho,
    "NOT, arrow × 1/3": lambda rho: np.trace(rho) * ID * 2 / 3 - rho / 3,
}
figure, axes = plt.subplots(figsize=(9, 3.3))
for place, rule in enumerate(candidates.values()):
    values = np.linalg.eigvalsh(choi(rule))
    colours = ["tab:red" if value < -1e-9 else "tab:blue" for value in values]
    axes.bar(place + 0.18 * (np.arange(4) - 1.5), values, width=0.15, color=colours)
axes.axhline(0, color="black", linewidth=0.8)
axes.set_xticks(range(len(candidates)), candidates, fontsize=8)
axes.set_xlabel("map")
axes.set_ylabel("eigenvalues of J")
plt.show()

# %% [markdown]
# *Figure 4. The four eigenvalues of the Choi matrix of six maps. Red: negative, so the map is impossible. The last one is the best NOT for unknown states that exists: the arrow is reversed and shortened to a third.*
#
# **Try:** by how much must the mirrored arrow of the transpose be shortened until its smallest eigenvalue reaches 0?


# %% [markdown]
# ## 5. $T_1$, $T_2$ and the echo
#
# If emission goes on all the time, $1 - \gamma = e^{-t/T_1}$: the probability to be in $|1\rangle$ decays with the **relaxation time** $T_1$. The coherence, the length of the arrow along X and Y, decays with $T_2$. From section 2 we know that emission alone multiplies it by $\sqrt{1-\gamma} = e^{-t/2T_1}$. Other disturbances can only make it worse:
#
# $$\frac1{T_2} = \frac1{2T_1} + \frac1{T_\varphi}, \qquad\text{so}\qquad T_2 \le 2\,T_1,$$
#
# where $T_\varphi$ belongs to pure dephasing, the random phase flips. (Not $T_2 \le T_1$, as is often said.) The bound is no matter of taste. **Before you run:** here is the map that a data sheet with $T_1 = 80$ and three values of $T_2$ describes, after the time 10. Which of the three machines can exist?


# %%
def waiting(rho, t, t1, t2):
    """What a data sheet says of a qubit that waits for the time t."""
    stays, coherent = np.exp(-t / t1), np.exp(-t / t2)
    emptied = rho[0, 0] + (1 - stays) * rho[1, 1]
    return np.array([[emptied, coherent * rho[0, 1]], [coherent * rho[1, 0], stays * rho[1, 1]]])


for t2 in (60, 160, 200):
    lowest = np.linalg.eigvalsh(choi(lambda rho, t2=t2: waiting(rho, 10, 80, t2)))[0]
    print(f"T1 = 80, T2 = {t2}: lowest eigenvalue of the Choi matrix {round(lowest, 6) + 0.0:.4f}")

# %% [markdown]
# At $T_2 = 2T_1 = 160$ it is just possible, beyond it is not. Now measure.
#
# **Before you run:** a qubit has $T_1 = 80$ and $T_2 = 60$ (microseconds). For each of ten delays there are 400 shots. How exactly can the two times be had: to 1 %, 5 %, or 20 %?


# %%
def relaxation(t, t1):
    """Probability of 1, begun in |1>."""
    return np.exp(-t / t1)


def coherence(t, t2):
    """Probability of 0, begun in |+> and turned back."""
    return (1 + np.exp(-t / t2)) / 2


true_t1, true_t2, shots = 80.0, 60.0, 400
delays = np.linspace(8, 170, 10)
rng = np.random.default_rng(5)
figure, axes = plt.subplots(1, 2, figsize=(10, 3.4))
for one, model, true, name in (
    (axes[0], relaxation, true_t1, "T1"),
    (axes[1], coherence, true_t2, "T2"),
):
    share = rng.binomial(shots, model(delays, true)) / shots
    guess = np.array([50.0])
    for _ in range(3):  # weights from the fit before
        chance = model(delays, *guess)
        sigma = np.sqrt(chance * (1 - chance) / shots)
        guess, variance = curve_fit(model, delays, share, guess, sigma=sigma, absolute_sigma=True)
    error = np.sqrt(variance[0, 0])
    print(f"{name} = {guess[0]:.1f} ± {error:.1f}  (true: {true})")
    fine = np.linspace(0, 175, 200)
    one.errorbar(delays, share, yerr=sigma, fmt="o", capsize=3, label="400 shots each")
    one.plot(fine, model(fine, *guess), label=f"fit: {name} = {guess[0]:.1f} ± {error:.1f}")
    band = [model(fine, guess[0] + s * 2 * error) for s in (-1, 1)]
    one.fill_between(fine, *band, alpha=0.25, color="tab:orange")
    one.set_xlabel("delay (µs)")
    one.set_ylim(0, 1.02)
    one.legend(fontsize=8)
    one.grid(alpha=0.3)
axes[0].set_ylabel("share of the outcome 1")
axes[1].set_ylabel("share of the outcome 0")
plt.show()

# %% [markdown]
# *Figure 5. Decay of $|1\rangle$ (left) and of the coherence (right) with bars of one standard error; the band is the fit with two standard errors.*
#
# Two things about such fits. **The weights**: a share near 0 or 1 scatters less than one near 1/2, $\sigma^2 = p(1-p)/N$, and counts for more. **The error**: because the scatter of shots is *known*, it is put in as it is (`absolute_sigma=True`) instead of being guessed from the scatter of ten points. And note the levels: relaxation ends at 0, the coherence experiment at 1/2.
#
# ### The echo
#
# Much dephasing is not caused by random kicks but by something slow: a magnetic field that is a little different in each run and constant during a run. Then each run turns the arrow evenly, at a speed that nobody knows, and the average over the runs shrinks. In 1950 Erwin Hahn found out how to undo this. **Before you run:** in the middle of the time a gate X mirrors the arrow. What becomes of a run that turned too fast?

# %%
rng = np.random.default_rng(6)
speeds = rng.normal(0, 0.07, 3000)  # radians per microsecond, one for each run
times = np.linspace(0, 60, 121)
free = [np.mean(np.cos(speeds * t)) for t in times]
kicks = np.exp(-times / 100)  # some fast dephasing that no echo removes
halfway = 30.0
phases = np.where(times < halfway, times, times - 2 * halfway)  # X at 30 reverses the sign
with_echo = [np.mean(np.cos(speeds * phase)) for phase in phases]

figure, axes = plt.subplots(1, 5, figsize=(13, 3), width_ratios=[1, 1, 1, 1, 2.2])
moments = [("t = 0", 0.0), ("t = 15", 15.0), ("t = 45, after X at 30", -15.0), ("t = 60", 0.0)]
for one, (title, phase) in zip(axes[:4], moments, strict=True):
    for speed in speeds[:12]:
        tip = np.cos(speed * phase), np.sin(speed * phase)
        one.annotate("", tip, (0, 0), arrowprops={"arrowstyle": "->", "color": "tab:blue"})
    one.add_patch(plt.Circle((0, 0), 1, fill=False, color="gray", linestyle=":"))
    one.set_xlim(-1.15, 1.15)
    one.set_ylim(-1.15, 1.15)
    one.set_aspect("equal")
    one.set_title(title, fontsize=9)
    one.set_xlabel("x", fontsize=8)
    one.tick_params(labelsize=7)
axes[0].set_ylabel("y", fontsize=8)
axes[4].plot(times, kicks * free, label="left alone")
axes[4].plot(times, kicks * with_echo, label="X at t = 30")
axes[4].plot(times, kicks, ":", color="gray", label="fast dephasing alone")
axes[4].set_xlabel("time (µs)")
axes[4].set_ylabel("mean arrow along X")
axes[4].legend(fontsize=8)
axes[4].grid(alpha=0.3)
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 6. Left: the arrows of twelve runs in the X-Y plane. They fan out; the X in the middle mirrors them, so that the fast ones are behind, and all come back together. Right: the average over 3000 runs.*
#
# So "$T_2$" without the experiment is not a number of the qubit. Without an echo one writes $T_2^*$, with one $T_2$, and $T_2^* \le T_2 \le 2T_1$. The echo brings back what was *constant*; what is random in time (dotted) is lost for good. Note also that the decay without echo is no exponential here: slow noise makes a Gaussian.
#
# **Try:** let the pulse come at 20 instead of 30. When is the echo?

# %% [markdown]
# ## 6. Errors that add, and errors that add up
#
# Two machines apply $n$ gates that ought to do nothing. On the first, each gate turns a little too far, by the angle $\varepsilon$ about X: a **coherent** error. On the second, each gate flips the qubit with the probability $p = \sin^2(\varepsilon/2)$: a **stochastic** error. After *one* gate, both find a wrong outcome with the same probability. **Before you run:** and after 30 gates, with $p = 0.0006$?

# %%
epsilon = 0.05
p = np.sin(epsilon / 2) ** 2
gates = np.arange(0, 64)
figure, axes = plt.subplots(figsize=(6.5, 3.4))
axes.plot(gates, np.sin(gates * epsilon / 2) ** 2, label="coherent: sin²(nε/2) ≈ n²p")
axes.plot(gates, (1 - (1 - 2 * p) ** gates) / 2, label="stochastic: ≈ np")
axes.set_xlabel("number n of gates")
axes.set_ylabel("probability of a wrong outcome")
axes.legend()
axes.grid(alpha=0.3)
plt.show()
print(
    f"p = {p:.5f}; after 30 gates {np.sin(15 * epsilon) ** 2:.3f} and {(1 - (1 - 2 * p) ** 30) / 2:.3f}"
)

# %% [markdown]
# *Figure 7. The same error for one gate, very different ones for many. Coherent errors add in amplitude, so the probability grows with the square; stochastic ones add in probability.*
#
# Coherent errors are treacherous, but also curable: an angle that is always wrong by the same amount can be calibrated away, or cancelled by a pulse sequence (module on single-qubit gates). And they can be turned into stochastic ones on purpose.
#
# ### Twirling
#
# Apply a random Pauli gate before the noisy step and the same after it (for a noisy gate: the one that undoes it). Without noise nothing changes. With noise each run has another error, and the average over the four choices is a **Pauli channel**: with probabilities $p_Q$ an error $Q$ from $I, X, Y, Z$,
#
# $$\frac14\sum_P P^\dagger E(P\rho P^\dagger)P = \sum_Q p_Q\,Q\rho\,Q^\dagger, \qquad p_Q = \sum_k\left|\tfrac12\operatorname{tr}(Q K_k)\right|^2 .$$
#
# A channel on one qubit can be written as a table, the **transfer matrix** $R_{PQ} = \frac12\operatorname{tr}\big(P\,\Phi(Q)\big)$: how much of $P$ comes out if $Q$ goes in. It acts on $(1, x, y, z)$. **Before you run:** which entries of the table of a rotation does the twirl remove?


# %%
def transfer(kraus):
    """The transfer matrix, rows and columns in the order I, X, Y, Z."""
    return np.array(
        [[np.trace(p @ apply(kraus, q)).real / 2 for q in PAULIS.values()] for p in PAULIS.values()]
    )


turn = np.cos(0.4) * ID - 1j * np.sin(0.4) * (X + Z) / np.sqrt(
    2
)  # by 0.8 about an axis between X and Z
tables = {
    "coherent error": transfer([turn]),
    "in a run with P = Z": transfer([Z @ turn @ Z]),
    "average over P: twirled": np.mean([transfer([m @ turn @ m]) for m in PAULIS.values()], axis=0),
}
figure, axes = plt.subplots(1, 3, figsize=(10.5, 3.4))
for one, (name, table) in zip(axes, tables.items(), strict=True):
    one.imshow(table, cmap="RdBu", vmin=-1, vmax=1)
    for row in range(4):
        for column in range(4):
            if abs(table[row, column]) > 1e-9:
                shade = "white" if abs(table[row, column]) > 0.6 else "black"
                label = f"{table[row, column]:.2f}"
                one.text(column, row, label, ha="center", va="center", fontsize=8, color=shade)
    one.set_xticks(range(4), PAULIS)
    one.set_yticks(range(4), PAULIS)
    one.set_title(name, fontsize=10)
    one.set_xlabel("in")
axes[0].set_ylabel("out")
plt.show()
chances = {name: abs(np.trace(m @ turn) / 2) ** 2 for name, m in PAULIS.items()}
print("Pauli channel:", {name: round(float(chance), 4) for name, chance in chances.items()})

# %% [markdown]
# *Figure 8. Transfer matrices (empty: 0). The entries off the diagonal have both signs in different runs, and cancel. What is left is a Pauli channel.*
#
# Twirling does not make the error smaller: the diagonal stays. It makes it *honest*: now it adds in probability, and can be modelled and extrapolated. For circuits of many gates this is known as randomised compiling (Wallman and Emerson, 2016).
#
# **Try:** twirl amplitude damping. Which entry disappears, and what does that do to the equilibrium state?

# %% [markdown]
# ## 7. Wrong readings
#
# The cheapest error to mend is that of the readout. Prepare $|0\rangle$ many times and count how often it is read as 1; the same for $|1\rangle$. This gives the **confusion matrix** of a qubit: column = what it was, row = what was read,
#
# $$M = \begin{pmatrix}1-a & b\\ a & 1-b\end{pmatrix}, \qquad \text{shares read} = M\cdot\text{true probabilities}.$$
#
# For several qubits that are read independently it is the tensor product, qubit 0 last. Then one just has to multiply by $M^{-1}$. **Before you run:** a state of three qubits gives 000 and 111 half and half, and each qubit is read wrongly in 3 to 12 % of the cases. After inversion of 200 shots, will the probabilities be right? Will they be probabilities?

# %%
flips = [(0.05, 0.12), (0.03, 0.10), (0.06, 0.09)]  # (a, b) of the qubits 0, 1, 2
confusion = np.eye(1)
for a, b in flips:
    confusion = np.kron([[1 - a, b], [a, 1 - b]], confusion)
truth = np.zeros(8)
truth[[0, 7]] = 0.5
shots = 200
read = np.random.default_rng(12).multinomial(shots, confusion @ truth) / shots
quasi = np.linalg.solve(confusion, read)


def nearest_distribution(quasi):
    """The probability distribution with the smallest sum of squared distances."""
    falling = np.sort(quasi)[::-1]
    offsets = (np.cumsum(falling) - 1) / np.arange(1, len(quasi) + 1)
    return np.maximum(quasi - offsets[np.flatnonzero(falling > offsets)[-1]], 0)


figure, axes = plt.subplots(figsize=(9, 3.4))
shown = {"read": read, "inverted": quasi, "nearest distribution": nearest_distribution(quasi)}
for number, (name, values) in enumerate(shown.items()):
    axes.bar(np.arange(8) + 0.24 * (number - 1), values, width=0.22, label=name)
axes.hlines(truth, np.arange(8) - 0.4, np.arange(8) + 0.4, color="black", label="true")
axes.axhline(0, color="black", linewidth=0.8)
axes.set_xticks(range(8), [f"{x:03b}" for x in range(8)])
axes.set_xlabel("outcome (qubit 0 right)")
axes.set_ylabel("probability")
axes.legend(fontsize=8)
plt.show()

# %% [markdown]
# *Figure 9. 200 shots. The inversion takes the bias away; some entries become negative. The nearest distribution is physical again.*
#
# Negative entries are no mistake of the calculation. The inverse is unbiased: averaged over many experiments it is right, and an estimate of 0 that scatters must be negative half of the time. For *expectation values* use the inverted numbers as they are; if you need a distribution, for example to draw from, take the nearest one (least squares; a fast way was given by Smolin, Gambetta and Smith, 2012). But cutting the negative entries off introduces a bias.
#
# The price is variance. For one qubit with $a = b = e$ the inverse multiplies $\langle Z\rangle$ by $1/(1-2e)$, and its standard error too. For the parity of $n$ qubits it is the $n$-th power:

# %%
rates = [0.01, 0.03, 0.05, 0.1]
sizes = np.arange(1, 31)
figure, axes = plt.subplots(figsize=(6.5, 3.4))
for rate in rates:
    axes.semilogy(sizes, (1 - 2 * rate) ** (-2.0 * sizes), label=f"e = {rate}")
axes.set_xlabel("number of qubits in the parity")
axes.set_ylabel("shots needed, relative\nto a perfect readout")
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 10. How many times more shots the corrected parity needs for the same standard error. The scale is logarithmic.*
#
# Remember this picture: the cost of mitigation is paid in shots, and it is exponential in the size. The assumptions are that the calibration is still valid, that the qubits are read independently (otherwise $M$ is no tensor product, and it has $4^n$ entries), and that preparing $|1\rangle$ for the calibration is exact.
#
# **Try:** calibrate with another matrix than the one that makes the data, $b = 0.15$ instead of 0.12 for qubit 0. How large is the bias that remains?

# %% [markdown]
# ## 8. Randomised benchmarking
#
# How good is a gate? To prepare a state, apply the gate, and measure does not tell: readout errors of several per cent hide a gate error of 0.1 %. The idea of Emerson, Alicki and Życzkowski (2005), made practical with Clifford gates by Knill and others (2008) and analysed by Magesan, Gambetta and Emerson (2011): apply *many* random gates, and then one that undoes all of them. Errors accumulate with the number of gates, errors of preparation and readout do not.
#
# Why random ones? Because a random sequence of Clifford gates twirls the error (with all 24 Clifford gates instead of the four Pauli gates), and twirled with them every channel becomes **depolarising**: one number $p$. So the share that comes back is, for errors that are the same for all gates,
#
# $$F(m) = A\,p^m + B, \qquad r = \frac{d-1}{d}\,(1 - p), \quad d = 2^n,$$
#
# with all errors of preparation and readout hidden in $A$ and $B$. $r$ is the average infidelity of a Clifford gate.
#
# Three machines have the same $r = 0.004$ for each Clifford gate: depolarising, damping with some dephasing, and a coherent rotation about Z. The readout of all three is wrong in 4 % of the shots. **Before you run:** do the three decays look different?


# %%
def clifford_tables():
    """The transfer matrices of the 24 Clifford gates of one qubit, made from H and S."""
    h, s = transfer([(X + Z) / np.sqrt(2)]), transfer([np.diag([1, 1j])])
    found = [np.eye(4)]
    for table in found:
        for generator in (h, s):
            new = np.round(generator @ table)
            if not any(np.array_equal(new, old) for old in found):
                found.append(new)
    return np.array(found)


def infidelity(table):
    """Average infidelity of a channel: one minus the mean fidelity over all pure states."""
    return (1 - np.trace(table[1:, 1:]) / 3) / 2


def with_infidelity(family, wanted):
    """Find the strength, between 0 and 1, at which a family of channels has the wanted infidelity."""
    low, high = 0.0, 0.5
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if infidelity(family(middle)) < wanted else (low, middle)
    return family(low)


def damping_and_dephasing(g):
    return transfer(
        [np.diag([1, np.sqrt(1 - g)]), np.sqrt(g) * np.array([[0, 1], [0, 0]])]
    ) @ np.diag([1, 1 - g, 1 - g, 1])


cliffords = clifford_tables()
r = 0.004
noises = {
    "depolarising": with_infidelity(lambda q: np.diag([1, 1 - q, 1 - q, 1 - q]), r),
    "damping and dephasing": with_infidelity(damping_and_dephasing, r),
    "coherent, about Z": with_infidelity(lambda e: transfer([np.diag([1, np.exp(1j * e)])]), r),
}
print(
    len(cliffords),
    "Clifford gates; infidelities",
    [round(float(infidelity(t)), 5) for t in noises.values()],
)


# %%
def benchmark(noise, lengths, sequences, shots, rng, readout=0.04):
    """Shares of shots that come back, shape (lengths, sequences)."""
    shares = np.zeros((len(lengths), sequences))
    for row, m in enumerate(lengths):
        for column in range(sequences):
            state, ideal = np.array([1.0, 0, 0, 1]), np.eye(4)
            for k in rng.integers(24, size=m):
                state, ideal = noise @ cliffords[k] @ state, cliffords[k] @ ideal
            state = noise @ ideal.T @ state  # the gate that undoes them all
            chance = readout + (1 - 2 * readout) * (1 + state[3]) / 2
            shares[row, column] = rng.binomial(shots, np.clip(chance, 0, 1)) / shots
    return shares


def decay(m, a, p, b):
    """The model of randomised benchmarking."""
    return a * p**m + b


lengths, sequences = np.array([1, 5, 15, 30, 60, 100, 160, 250]), 30
figure, axes = plt.subplots(1, 3, figsize=(12, 3.4), sharey=True)
for one, (number, (name, noise)) in zip(axes, enumerate(noises.items()), strict=True):
    rng = np.random.default_rng(80 + number)
    shares = benchmark(noise, lengths, sequences, 200, rng)
    fit, _ = curve_fit(decay, lengths, shares.mean(axis=1), [0.5, 0.99, 0.5])
    again = []
    for _ in range(200):  # bootstrap: draw sequences with replacement, and fit again
        drawn = shares[:, rng.integers(sequences, size=sequences)].mean(axis=1)
        again.append((1 - curve_fit(decay, lengths, drawn, fit, maxfev=5000)[0][1]) / 2)
    low, high = np.quantile(again, [0.025, 0.975])
    one.plot(np.repeat(lengths, sequences), shares.ravel(), ".", markersize=3, alpha=0.5)
    one.plot(lengths, shares.mean(axis=1), "o", color="black", label="mean")
    one.plot(np.arange(251), decay(np.arange(251), *fit), color="tab:red", label="fit")
    one.set_title(f"{name}\nr in [{low:.4f}, {high:.4f}]", fontsize=9)
    one.set_xlabel("number m of random gates")
    one.legend(fontsize=8)
axes[0].set_ylabel("share that comes back")
plt.show()

# %% [markdown]
# *Figure 11. Benchmarking of three machines: 30 random sequences for each length (dots, 200 shots each), their mean, the fit, and a 95 % interval for $r$ from a bootstrap. The true value is 0.004 for all three.*
#
# The *means* decay in the same way. The curves start at 0.96 because of the readout, and it does not disturb $r$. What tells the machines apart is only the scatter of the dots: coherent errors depend on the sequence.
#
# ### What it measures, and what not
#
# It measures an **average**: over input states and over gates. Algorithms need something else: what is the most that one gate can do to *some* state, in the worst case? For two of our three machines the worst case (half the diamond norm, a bound for the change of any probability) has a simple formula:

# %%
angle = np.arccos(noises["coherent, about Z"][1, 1])
print(f"depolarising: average {r}, worst case {1.5 * r:.4f}")
print(f"coherent:     average {r}, worst case {np.sin(angle / 2):.4f}")

# %% [markdown]
# Thirteen times more, at the same benchmark. In general the worst case lies between $\frac{d+1}{d}\,r$ and $\sqrt{d(d+1)\,r}$, and thresholds of error correction are usually stated for stochastic noise. Other things that a benchmark does not tell: which error it is; how a gate behaves next to others that run at the same time (crosstalk); whether the errors of different gates differ (then the meaning of $r$ is subtle, see Proctor and others, 2017); whether the noise drifts or leaves the two levels. An interleaved run compares with and without a certain gate; you will analyse one in the exercise.
#
# **Related numbers.** The *process fidelity* $F_{\text{pro}}$ is the fidelity of the pair that comes out when half of a Bell pair goes in. It and the average fidelity are connected by $F_{\text{avg}} = (d\,F_{\text{pro}} + 1)/(d + 1)$, so the same gate has two error rates, which for one qubit differ by a factor of 3/2. Look which one a data sheet means.
#
# **Try:** raise `readout` to 0.2. What happens to the interval of $r$? And why do we need the lengths 160 and 250?

# %% [markdown]
# ## 9. Extrapolating to no noise at all
#
# We cannot make less noise. We can make *more*: replace the circuit $U$ by $U U^\dagger U$, which does the same with three times the gates (Giurgica-Tiron and others, 2020, call it folding). Measure at the noise factors 1, 3, 5, draw a curve, and read it off at 0. This is **zero-noise extrapolation** (Temme, Bravyi and Gambetta, 2017; Li and Benjamin, 2017).
#
# The circuit: three spins that swing (four steps of an Ising model), observed by $\langle Z\rangle$ of the middle one. Noise: depolarising, 1.5 % at each CX. The density matrix is simulated exactly and the shots are drawn from it.
#
# **Before you run:** with the noise factor 1 the circuit has 16 CX. By about how much will $\langle Z\rangle$ be too small? And at factor 5?


# %%
def swinging(steps):
    """Three spins in a row, coupled, in a transverse field."""
    circuit = QuantumCircuit(3)
    for _ in range(steps):
        circuit.rx(0.3, range(3))
        for k in range(2):
            circuit.cx(k, k + 1)
            circuit.rz(0.25, k + 1)
            circuit.cx(k, k + 1)
    return circuit


def fold(circuit, factor):
    """Forwards, backwards, forwards, and so on."""
    folded = circuit.copy()
    for _ in range((factor - 1) // 2):
        folded.barrier()
        folded.compose(circuit.inverse(), inplace=True)
        folded.barrier()
        folded.compose(circuit, inplace=True)
    return folded


def chance_of_one(circuit, strength, readout=0.0):
    """Exact probability to read 1 on qubit 1, with depolarising noise after each CX."""
    model = NoiseModel()
    model.add_all_qubit_quantum_error(depolarizing_error(strength, 2), ["cx"])
    copied = circuit.copy()
    copied.save_density_matrix()
    result = AerSimulator(method="density_matrix", noise_model=model).run(copied).result()
    rho = DensityMatrix(result.data()["density_matrix"])
    one = (1 - rho.expectation_value(SparsePauliOp("IZI")).real) / 2
    return readout + (1 - 2 * readout) * one


circuit = swinging(4)
ideal = Statevector(circuit).expectation_value(SparsePauliOp("IZI")).real
factors = np.array([1, 3, 5])
chances = np.array([chance_of_one(fold(circuit, int(f)), 0.015) for f in factors])
print(f"without noise {ideal:.4f}; at the factors 1, 3, 5:", (1 - 2 * chances).round(4))

# %% [markdown]
# Now an experiment with 4000 shots for each factor. Two curves are tried: a straight line, and an exponential $a\,b^\lambda$ (two unknowns each). The interval comes from a **bootstrap**: draw new counts from the measured shares, extrapolate again, 400 times, and take the middle 95 %.


# %%
def straight(factors, means):
    """Value at 0 of the line that fits best; `means` may have many rows."""
    weights = np.linalg.pinv(np.stack([factors**0, factors], axis=1))[0]
    return means @ weights


def exponential(factors, means):
    """Value at 0 of the curve a * b**factor, 0.1 <= b <= 1, with the smallest sum of squares."""
    curves = np.linspace(0.1, 1, 400)[:, None] ** factors  # for given b the best a is linear
    overlap, size = means @ curves.T, np.sum(curves**2, axis=1)
    best = np.argmax(overlap**2 / size, axis=-1)
    return np.take_along_axis(overlap / size, np.expand_dims(best, -1), -1)[..., 0]


def raw(factors, means):
    """The value at the factor 1."""
    return means[..., 0]


def experiment(chances, shots, methods, rng, resamples=400):
    """Means, and for each method the value and its 95 % interval."""
    counts = rng.binomial(shots, chances)
    again = 1 - 2 * rng.binomial(shots, counts / shots, (resamples, len(counts))) / shots
    means = 1 - 2 * counts / shots
    results = {}
    for name, method in methods.items():
        interval = np.quantile(method(factors, again), [0.025, 0.975])
        results[name] = (float(method(factors, means)), *interval)
    return means, results


methods = {"raw": raw, "line": straight, "exponential": exponential}
means, results = experiment(chances, 4000, methods, np.random.default_rng(90))

figure, axes = plt.subplots(figsize=(7, 3.8))
fine = np.linspace(0, 5.3, 100)
axes.errorbar(
    factors, means, yerr=2 * np.sqrt((1 - means**2) / 4000), fmt="ko", capsize=3, label="measured"
)
slope = np.polynomial.Polynomial.fit(factors, means, 1)
axes.plot(fine, slope(fine), color="tab:blue", linewidth=1)
bases = np.linspace(0.1, 1, 400)
heights = exponential(factors, means)
remainders = ((heights * bases[:, None] ** factors - means) ** 2).sum(axis=1)
axes.plot(fine, heights * bases[np.argmin(remainders)] ** fine, color="tab:orange", linewidth=1)
for place, colour, name in ((-0.12, "tab:blue", "line"), (0.0, "tab:orange", "exponential")):
    value, low, high = results[name]
    axes.errorbar(
        [place],
        [value],
        yerr=[[value - low], [high - value]],
        fmt="s",
        color=colour,
        capsize=5,
        label=name,
    )
axes.axhline(ideal, color="tab:green", linestyle="--", label="true value")
axes.set_xlabel("noise factor λ")
axes.set_ylabel("⟨Z⟩ of the middle spin")
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()
for name, (value, low, high) in results.items():
    print(f"{name:12} {value:.3f}  [{low:.3f}, {high:.3f}]   true {ideal:.3f}")

# %% [markdown]
# *Figure 12. Extrapolation from 4000 shots for each of three noise factors; bars are 95 % intervals. The line stops short of the true value, the exponential reaches it.*
#
# One experiment, one lucky seed? A result is worth something only if we know how often the method does this. **The fair question:** over many experiments, how often does the interval hold the true value, and how often is the *whole* interval nearer to it than anything in the raw interval? The raw measurement gets all 12 000 shots, since that is what it could have had.


# %%
def many(chances, ideal, runs, seed, shots=4000):
    """Repeat the experiment: coverage and gain of each method, and its intervals."""
    rng = np.random.default_rng(seed)
    table = {name: [] for name in methods}
    for _ in range(runs):
        _, results = experiment(chances, shots, methods, rng, resamples=200)
        mean = 1 - 2 * rng.binomial(3 * shots, chances[0]) / (3 * shots)
        error = np.sqrt((1 - mean**2) / (3 * shots))
        results["raw"] = (mean, mean - 1.96 * error, mean + 1.96 * error)
        for name, result in results.items():
            table[name].append(result)
    return {name: np.array(rows) for name, rows in table.items()}


def verdicts(table, ideal):
    """Print how often an interval holds the true value, and how often it beats the raw one as a whole."""
    nearer_end = np.abs(table["raw"][:, 1:] - ideal).min(axis=1)
    for name, rows in table.items():
        holds = np.mean((rows[:, 1] <= ideal) & (ideal <= rows[:, 2]))
        beats = np.mean(np.abs(rows[:, 1:] - ideal).max(axis=1) < nearer_end)
        print(f"  {name:12} holds the true value in {holds:4.0%}, beats raw in {beats:4.0%}")


def show(axes, table, ideal, title):
    """Draw the intervals of the first 15 experiments."""
    looks = zip((-0.25, 0, 0.25), ("black", "tab:blue", "tab:orange"), strict=True)
    for (shift, colour), (name, rows) in zip(looks, table.items(), strict=True):
        part = rows[:15]
        bars = [part[:, 0] - part[:, 1], part[:, 2] - part[:, 0]]
        axes.errorbar(
            np.arange(15) + shift,
            part[:, 0],
            yerr=np.maximum(bars, 0),
            fmt=".",
            color=colour,
            capsize=2,
            label=name,
        )
    axes.axhline(ideal, color="tab:green", linestyle="--", label="true value")
    axes.set_xlabel("number of the experiment")
    axes.set_title(title, fontsize=10)
    axes.grid(alpha=0.3)


fair = many(chances, ideal, 100, seed=91)
verdicts(fair, ideal)
figure, axes = plt.subplots(figsize=(9, 3.6))
show(axes, fair, ideal, "1.5 % noise for each CX")
axes.set_ylabel("⟨Z⟩ with 95 % interval")
axes.legend(fontsize=8, ncols=4, loc="upper center", bbox_to_anchor=(0.5, -0.18))
plt.show()

# %% [markdown]
# *Figure 13. Fifteen of 100 experiments. The raw intervals are narrow and wrong; the exponential ones are several times wider, and hold the true value.*
#
# So here extrapolation passes: by the *interval*, not by a number. Note the trade: **bias goes down, variance goes up.** The raw value is precise and wrong.
#
# The straight line fails a subtle test: it is better than raw, and its intervals miss the true value nearly always. A bootstrap knows the scatter of the shots. It does not know that the curve is the wrong one.
#
# ### Two ways to fail
#
# **Before you run:** the same circuit with (1) noise of 10 % for each CX; (2) noise of 1.5 %, and in addition a readout that is wrong in 8 % of the shots. In which of the two is the interval wide? In which is it narrow and wrong?

# %%
hopeless = np.array([chance_of_one(fold(circuit, int(f)), 0.10) for f in factors])
misread = np.array([chance_of_one(fold(circuit, int(f)), 0.015, readout=0.08) for f in factors])
figure, axes = plt.subplots(1, 2, figsize=(12, 3.8))
for one, title, those, seed in (
    (axes[0], "10 % noise for each CX", hopeless, 92),
    (axes[1], "1.5 % noise, 8 % readout errors", misread, 93),
):
    table = many(those, ideal, 100, seed=seed)
    print(title)
    verdicts(table, ideal)
    show(one, table, ideal, title)
axes[0].set_ylim(-0.2, 2.3)
axes[0].set_ylabel("⟨Z⟩ with 95 % interval")
axes[0].legend(fontsize=8, ncols=2, loc="upper right")
plt.show()

# %% [markdown]
# *Figure 14. Left: the signal has sunk in the shot noise at the factors 3 and 5. The exponential intervals hold the true value, and nearly everything else. Right: folding multiplies gates and not readouts, so extrapolation removes only the part that it can scale. The intervals look trustworthy, and most of them miss.*
#
# On the left the interval of the exponential *says* that nothing is known: it beats raw in one of 100 experiments. (The line does not even say that.) The case on the right is worse: the values are better than raw, and the interval claims more than that. The remedy is known from section 7: correct the readout first. The lesson is more general: extrapolation assumes that **all** the noise grows by the factor that you believe, and that you know the curve. Coherent errors break the first assumption too (a gate and its inverse may cancel their errors), which is one reason for twirling first.
#
# And a rule for reports: fix the factors, the curve and the number of shots *before* you look, test them on circuits whose answer you know, and show intervals for both numbers.
#
# **Try:** correct the readout in the second case, dividing each mean by $1 - 2\cdot0.08$ before the extrapolation. (You may compute with `misread` directly.) Then give the raw measurement the correction, too: is extrapolation still worth it?

# %% [markdown]
# ## 10. Cancelling the noise with negative probabilities
#
# If the noise is *known*, there is another way. The inverse of a Pauli channel is a sum of Pauli operations again, $\Lambda^{-1}(\rho) = \sum_Q q_Q\,Q\rho\,Q^\dagger$. Some $q_Q$ are negative, since no channel undoes noise (otherwise the transfer matrix would have an entry above 1). But averages can be formed with signs: draw $Q$ with probability $|q_Q|/\gamma$ with $\gamma = \sum_Q|q_Q|$, apply it after the noisy gate, and multiply the result by $\gamma$ and the sign of $q_Q$. On average the noise is gone: **probabilistic error cancellation** (Temme, Bravyi and Gambetta, 2017).
#
# For depolarising noise with probability $p$ on one qubit the transfer matrix shrinks by $1-p$; the inverse has $q_I = \frac14\big(1 + \frac3{1-p}\big)$ and $q_X = q_Y = q_Z = -\frac14\cdot\frac{p}{1-p}$, so
#
# $$\gamma = q_I + 3\,|q_X| = \frac{1 + p/2}{1-p}.$$
#
# The result of each run is $\pm\gamma$ instead of $\pm1$, so the standard error is $\gamma$ times larger, and for $G$ gates $\gamma^G$: the shots grow as $\gamma^{2G}$.
#
# **Before you run:** $p = 0.02$, and 30 gates which together should do nothing to $|0\rangle$. $\langle Z\rangle$ is $0.98^{30} = 0.55$ instead of 1. How many times more shots does the cancelled value need, about: 2, 6 or 60?

# %%
p, depth, shots = 0.02, 30, 2000
q_other = -p / (4 * (1 - p))
gamma = (1 + p / 2) / (1 - p)
print(
    f"gamma = {gamma:.4f}; for {depth} gates {gamma**depth:.2f}; shots x {gamma ** (2 * depth):.1f}"
)

rng = np.random.default_rng(100)
raw_values, cancelled = [], []
for _ in range(300):  # 300 experiments of 2000 shots
    # only X and Y flip Z: count them for the noise and for the inserted gates
    noise_flips = rng.binomial(depth, p / 2, shots)
    inserted = rng.binomial(depth, 3 * abs(q_other) / gamma, shots)  # gates with a negative weight
    inserted_flips = rng.binomial(inserted, 2 / 3)
    signs = (-1.0) ** inserted
    raw_values.append(np.mean((-1.0) ** noise_flips))
    cancelled.append(np.mean(gamma**depth * signs * (-1.0) ** (noise_flips + inserted_flips)))

figure, axes = plt.subplots(1, 2, figsize=(11, 3.4))
bins = np.linspace(0.4, 1.3, 60)
axes[0].hist(raw_values, bins, alpha=0.7, label="raw")
axes[0].hist(cancelled, bins, alpha=0.7, label="cancelled")
axes[0].axvline(1, color="tab:green", linestyle="--", label="true value")
axes[0].set_xlabel("⟨Z⟩ from 2000 shots")
axes[0].set_ylabel("number of experiments (of 300)")
axes[0].legend(fontsize=8)
numbers = np.arange(1, 2001)
for strength in (0.0005, 0.002, 0.02):
    log_cost = 2 * numbers * np.log10((1 + strength / 2) / (1 - strength))
    axes[1].plot(numbers, log_cost, label=f"p = {strength}")
axes[1].axhline(10, color="gray", linestyle=":")
axes[1].text(1990, 10.3, "10 000 shots a second for 12 days", fontsize=7, ha="right")
axes[1].set_ylim(0, 20)
axes[1].set_xlabel("number G of noisy gates")
axes[1].set_ylabel("log₁₀ of the factor in shots")
axes[1].legend(fontsize=8)
axes[1].grid(alpha=0.3)
plt.show()
print(
    f"mean {np.mean(cancelled):.3f}; standard deviations {np.std(raw_values):.4f}, {np.std(cancelled):.4f}"
)

# %% [markdown]
# *Figure 15. Left: 300 experiments. The cancelled values are right on average and scatter more. Right: the factor in shots against the number of gates; on the dotted line stand $10^{10}$ shots.*
#
# No curve had to be chosen, and there is no bias, provided that the noise is known exactly and does not change. Learning the noise of a layer of many qubits is the hard part; van den Berg and others (2023) showed a way on a machine. On several qubits the factors multiply.
#
# **Try:** cancel noise of 2 % with the weights for 1.5 %. What is the bias after 30 gates?

# %% [markdown]
# ## 11. What mitigation cannot do
#
# The exponential growth is not clumsiness of one method. Takagi, Endo, Minagawa and Gu (2022) proved for a broad class of protocols that the spread of the estimate has to grow exponentially with the depth, and Quek, França, Khatri, Meyer and Eisert (2024; preprint 2022) that there are circuits of surprisingly small depth for which the number of runs must grow faster than any power of the number of qubits, whatever is computed from the noisy outputs. These are worst cases; a particular circuit may be easier. The reason is one that you know from the module on discrimination: noise makes different states alike, and to tell states that are nearly alike takes many copies.
#
# | method | needs | removes | leaves | cost |
# | --- | --- | --- | --- | --- |
# | readout inversion | a calibration | readout errors | drift, correlations | $(1-2e)^{-2n}$ for a parity |
# | zero-noise extrapolation | a way to scale the noise, a curve | part of the bias | what is not scaled, wrong curve | some factor, exponential when the signal sinks |
# | error cancellation | exact knowledge of the noise | the whole bias, then | errors of the model | $\gamma^{2G}$ |
# | twirling | random Pauli gates | coherence of errors | their size | none to speak of |
#
# **Mitigation is no error correction.** It improves *averages over many runs*. No single run becomes better, so it does not help where one shot must be right (order finding, sampling). Error correction, the next module, spends qubits and repairs each run; if the noise is below a threshold its cost grows only with a power of a logarithm. Mitigation spends shots, works on today's machines for circuits that are not too large, and can be combined with correction later.
#
# ## Mistakes that many people make
#
# - *"A mixed state is a state that we do not know."* Sometimes. Half of a Bell pair is mixed and nobody knows more (section 1).
#
# - *"Kraus matrices tell what really happened."* The same channel has many lists (section 2).
#
# - *"$T_2$ is at most $T_1$."* At most $2T_1$ (section 5).
#
# - *"A gate with 99.6 % fidelity changes probabilities by at most 0.4 %."* For coherent errors it may be thirteen times more (section 8), and they add in amplitude.
#
# - *"Negative probabilities mean that the data are bad."* An unbiased estimate of 0 is negative half of the time (section 7).
#
# - *"The mitigated number is nearer, so the method works."* Ask for the interval, and for the circuits on which it was tested (section 9).
#
# ## Summary
#
# - A density matrix stands for ignorance or for entanglement with something ignored; it does not tell which.
#
# - Channels: a unitary with an environment that is thrown away, Kraus matrices, or a Choi matrix without negative eigenvalues. Positive is not enough: the transpose keeps all states of a qubit and spoils half of a Bell pair.
#
# - $T_1$ and $T_2$ come from weighted fits with intervals. An echo brings back what slow noise took.
#
# - Coherent errors add in amplitude, stochastic ones in probability. Twirling turns the former into the latter.
#
# - Readout errors are inverted by a confusion matrix; the price is variance, and entries may be negative.
#
# - Randomised benchmarking separates gate errors from readout, and gives an average. The worst case may be of the order of its root.
#
# - Zero-noise extrapolation trades bias for variance. It must beat raw by an interval, and it can fail in two ways: noisily, or confidently.
#
# - Error cancellation has no bias if the noise is known, at $\gamma^{2G}$ times the shots. No method escapes exponential cost in general.
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | channel | $\Phi(\rho) = \sum_e K_e\rho K_e^\dagger$, $\ \sum_e K_e^\dagger K_e = I$, $\ K_e = \langle e\vert U\vert 0\rangle_E$ |
# | Choi matrix | $J = \sum_{ij}\vert i\rangle\langle j\vert\otimes\Phi(\vert i\rangle\langle j\vert) \ge 0$ |
# | coherence | $\frac1{T_2} = \frac1{2T_1} + \frac1{T_\varphi}$ |
# | twirl | $p_Q = \sum_k\vert\frac12\operatorname{tr}(QK_k)\vert^2$ |
# | readout of one qubit | $M = \begin{pmatrix}1-a & b\\ a & 1-b\end{pmatrix}$ |
# | benchmarking | $F(m) = A\,p^m + B$, $\ r = \frac{d-1}d(1-p)$ |
# | fidelities | $F_{\text{avg}} = (d\,F_{\text{pro}} + 1)/(d+1)$ |
# | extrapolation | $y(0) \approx \sum_k w_k\,y(\lambda_k)$, variance $\sum_k w_k^2\sigma_k^2$ |
# | cancellation | $\gamma = \sum_Q\vert q_Q\vert$, shots $\propto \gamma^{2G}$; depolarising: $\gamma = \frac{1+p/2}{1-p}$ |
#
# ## Further reading
#
# - M. A. Nielsen and I. L. Chuang, *Quantum Computation and Quantum Information*, Cambridge University Press (2010), chapter 8: channels, with many examples.
#
# - E. Magesan, J. M. Gambetta and J. Emerson, "Scalable and robust randomized benchmarking of quantum processes", *Physical Review Letters* 106, 180504 (2011), arXiv 1009.3639. Before it: J. Emerson, R. Alicki and K. Życzkowski (2005), arXiv quant-ph/0503243; E. Knill and others (2008), arXiv 0707.0963. On its meaning: T. Proctor and others, *Physical Review Letters* 119, 130502 (2017), arXiv 1702.01853.
#
# - K. Temme, S. Bravyi and J. M. Gambetta, "Error mitigation for short-depth quantum circuits", *Physical Review Letters* 119, 180509 (2017), arXiv 1612.02058; Y. Li and S. C. Benjamin, *Physical Review X* 7, 021050 (2017), arXiv 1611.09301; T. Giurgica-Tiron and others, "Digital zero noise extrapolation for quantum error mitigation" (2020), arXiv 2005.10921.
#
# - Z. Cai and others, "Quantum error mitigation", *Reviews of Modern Physics* 95, 045005 (2023), arXiv 2210.00921: the overview.
#
# - R. Takagi, S. Endo, S. Minagawa and M. Gu, "Fundamental limits of quantum error mitigation", *npj Quantum Information* 8, 114 (2022), arXiv 2109.04457; Y. Quek and others, "Exponentially tighter bounds on limitations of quantum error mitigation", *Nature Physics* 20 (2024), arXiv 2210.11505.
#
# - J. J. Wallman and J. Emerson, "Noise tailoring for scalable quantum computation via randomized compiling", *Physical Review A* 94, 052325 (2016), arXiv 1512.01098. J. A. Smolin, J. M. Gambetta and G. Smith, *Physical Review Letters* 108, 070502 (2012), arXiv 1106.5458. E. L. Hahn, "Spin echoes", *Physical Review* 80, 580 (1950). M.-D. Choi, *Linear Algebra and its Applications* 10, 285 (1975).
