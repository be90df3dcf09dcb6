# %% [markdown]
# # Qubits and measurement
#
# Two closed boxes stand on a table. Each has one button and one lamp. When you press the button, the lamp shows 0 or 1, and for both boxes each result comes up half of the time. One box contains a coin that is tossed at every press. The other box contains a qubit, which is prepared afresh at every press and then measured.
#
# **Can you find out which is which, and how?**
#
# Pressing the buttons more often does not help: the statistics are the same. At the end of this lesson you will know what to do instead, and why the answer is the starting point of quantum computing.
#
# You need complex numbers, vectors, 2 × 2 matrices and a little probability. No quantum physics is assumed. Plan about one hour, and run every cell yourself.

# %% [markdown]
# ## What you will be able to do
#
# The tags name sub-domain, area and level of the European Competence Framework for Quantum Technologies (DOI 10.2759/389764).
#
# 1. Write the state of a qubit as an array of amplitudes, normalise it, and compute the probability of each outcome. (`1.2 I A2`)
#
# 2. Build a Qiskit circuit with outcome probabilities of your choice, run it, and read its counts. (`5.3 II A2`)
#
# 3. Estimate a probability from counts, say how uncertain the estimate is, and plan the number of shots. (`5.1 II A2`)
#
# 4. Tell a relative phase from a global phase, and choose a basis of measurement that makes a phase visible. (`1.1 I A2`)
#
# 5. Predict what a sequence of measurements does to a qubit, and say what one shot can and cannot tell. (`1.1 I A2`)

# %%
import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit
from qiskit.primitives import StatevectorSampler
from qiskit.quantum_info import Statevector
from qiskit.visualization import plot_histogram
from qiskit_aer import AerSimulator

# %% [markdown]
# ## 1. A coin is described by probabilities
#
# Start with the box that is easy to understand. Whatever we know about a coin fits into two numbers: the probability of 0 and the probability of 1. Both are between 0 and 1, and together they give 1.
#
# A *toss* is something that we do to the coin. It turns a coin that lies on 0 into a coin that is 0 or 1 with probability one half each, and it does the same to a coin that lies on 1. As a matrix that acts on the two probabilities, each column says what becomes of one starting value:
#
# $$T = \begin{pmatrix} 1/2 & 1/2 \\ 1/2 & 1/2 \end{pmatrix}$$
#
# **Before you run this:** the coin starts on 0. What are the two probabilities after one toss? And after two tosses?

# %%
toss = np.array([[0.5, 0.5], [0.5, 0.5]])
coin = np.array([1.0, 0.0])

print("start:       ", coin)
print("one toss:    ", toss @ coin)
print("two tosses:  ", toss @ toss @ coin)

# %% [markdown]
# One toss makes the coin fair, and the second toss changes nothing. This is a general fact: once a coin is fair, no further tossing can bring the certainty back. Please remember it, because the qubit will behave differently.

# %% [markdown]
# ## 2. A qubit is described by amplitudes
#
# A qubit also has two basic states, written $|0\rangle$ and $|1\rangle$. Its general state is
#
# $$|\psi\rangle = a\,|0\rangle + b\,|1\rangle .$$
#
# The two numbers $a$ and $b$ are called *amplitudes*. They are complex numbers: an amplitude may be negative or imaginary, which a probability may not. For a computer the state is an array of two entries, first the amplitude of $|0\rangle$, then the amplitude of $|1\rangle$. When both amplitudes differ from zero, we say that the state is a *superposition* of $|0\rangle$ and $|1\rangle$.
#
# When the qubit is measured, the outcome is 0 or 1. The **Born rule** gives the probabilities (Max Born stated it in 1926, Zeitschrift für Physik 37, 863):
#
# $$P(0) = |a|^2, \qquad P(1) = |b|^2 .$$
#
# The probabilities must add up to 1, therefore $|a|^2 + |b|^2 = 1$. A state with this property is called *normalised*.
#
# **Before you run this:** the amplitudes below are 0.6 and $-0.8$. Which outcome is the more frequent one, and how frequent is it? What does the minus sign change?

# %%
amplitudes = np.array([0.6, -0.8])
state = Statevector(amplitudes)

print("array:        ", state.data)
print("normalised?   ", state.is_valid())
print("probabilities:", state.probabilities())

# %% [markdown]
# The picture shows both descriptions side by side: on the left the amplitudes, which have a sign, on the right the probabilities, which have none.

# %%
figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3))
left.bar(["0", "1"], amplitudes, color=["#1f77b4", "#d62728"])
left.axhline(0, color="black", linewidth=0.8)
left.set(title="Amplitudes of the state", xlabel="basis state", ylabel="amplitude", ylim=(-1, 1))
right.bar(["0", "1"], np.abs(amplitudes) ** 2, color=["#1f77b4", "#d62728"])
right.set(title="Born rule", xlabel="outcome", ylabel="probability", ylim=(0, 1))
figure.tight_layout()
plt.show()

# %% [markdown]
# *Picture 1. The outcome 1 has the larger probability, 0.64, although its amplitude is negative. The sign is lost when we take the square of the absolute value.*
#
# It looks as if the sign did not matter at all. Section 5 shows where it does.
#
# An array that is not normalised is not a state, but it can be made into one: divide it by its length $\sqrt{|a|^2 + |b|^2}$. Qiskit does not do this for you.

# %%
raw = np.array([1, 2j])
print("is [1, 2i] a state?", Statevector(raw).is_valid())

normalised = raw / np.linalg.norm(raw)
print("after division:    ", np.round(normalised, 4))
print("probabilities:     ", np.round(np.abs(normalised) ** 2, 4))

# %% [markdown]
# Note the absolute value: the amplitude $2i$ has the square $-4$, but the square of its absolute value is $+4$. In Python, `abs(b) ** 2` is right for every complex number, and `b ** 2` is not.
#
# **Try:** choose amplitudes with $P(1) = 0.25$. How many different pairs of amplitudes do you find? (There are infinitely many.)

# %% [markdown]
# ## 3. A circuit, and a single shot
#
# On a quantum computer a qubit starts in $|0\rangle$. Gates change its state, and a measurement ends the run. A circuit writes this down from left to right.
#
# The gate $R_y(\theta)$ turns $|0\rangle$ into a superposition whose balance we can choose:
#
# $$R_y(\theta)\,|0\rangle = \cos\frac{\theta}{2}\,|0\rangle + \sin\frac{\theta}{2}\,|1\rangle .$$
#
# Two conventions matter here. Angles are in radians. And the formula contains **half** of the angle: this is a frequent source of mistakes. Module 03 explains where the half comes from.

# %%
circuit = QuantumCircuit(1)
circuit.ry(2 * np.pi / 3, 0)
print("amplitudes:   ", np.round(Statevector(circuit).data.real, 4))
print("probabilities:", np.round(Statevector(circuit).probabilities(), 4))

circuit.measure_all()
circuit.draw("mpl")

# %% [markdown]
# *Picture 2. Time runs from left to right. The single line is the qubit, the box is the gate, the meter is the measurement, and the double line at the bottom is the classical register that stores the outcome. The dashed line is a barrier, which `measure_all` adds before it measures; it does nothing to the state.*
#
# One run of the circuit is called a *shot*. It gives one bit, nothing more. The sampler below is a simulator: it computes the amplitudes and then draws random outcomes by the Born rule. The argument `seed` fixes the random numbers, so that you see the same outcomes as we do.
#
# **Before you run this:** the probability of 1 is 0.75. What will the first shot give? Can you be sure?

# %%
sampler = StatevectorSampler(seed=20)
result = sampler.run([circuit], shots=20).result()[0]
print(result.data.meas.get_bitstrings())

# %% [markdown]
# The first shot gave 1, but it could have given 0. No single shot shows a probability. In particular, **a shot does not read out the amplitudes**: out of two complex numbers, one bit comes back.

# %% [markdown]
# ## 4. Many shots: counts and their uncertainty
#
# Usually we are interested in how often each outcome appears. This is called the *counts*. Two small functions save typing from here on: one runs a circuit, the other draws its counts.


# %%
def run(circuit: QuantumCircuit, shots: int, seed: int) -> dict[str, int]:
    """Return the counts of a circuit that measures at its end."""
    sampler = StatevectorSampler(seed=seed)
    return sampler.run([circuit], shots=shots).result()[0].join_data().get_counts()


def show_counts(counts, xlabel: str, title: str = "", legend: list[str] | None = None) -> None:
    """Draw counts with Qiskit's histogram, with room for the numbers above the bars."""
    figure, axis = plt.subplots(figsize=(7, 3.2))
    plot_histogram(counts, legend=legend, ax=axis)
    axis.set_xlabel(xlabel)
    axis.set_ylabel("counts", fontsize=10)
    axis.set(title=title, ylim=(0, 1.12 * axis.get_ylim()[1]))
    axis.tick_params(axis="x", rotation=0)
    figure.tight_layout()
    plt.show()


# %% [markdown]
# **Before you run this:** with $P(1) = 0.75$ and 1000 shots, which number do you expect for the outcome 1? Exactly 750? Between 740 and 760? Between 700 and 800?

# %%
several = [run(circuit, shots=1000, seed=seed) for seed in (1, 2, 3)]
for counts in several:
    print(counts)

show_counts(
    several,
    xlabel="outcome",
    title="The same circuit, three times 1000 shots",
    legend=["run 1", "run 2", "run 3"],
)

# %% [markdown]
# *Picture 3. Three runs of one circuit give three different histograms. They differ by ten or twenty counts, not by hundreds.*
#
# How large are these fluctuations? If each of $N$ shots gives 1 with probability $p$, independently of the others, then the fraction $\hat p = n_1 / N$ scatters around $p$ with the standard deviation
#
# $$\sigma = \sqrt{\frac{p\,(1-p)}{N}} .$$
#
# This is called the *standard error* of the estimate. About 68 % of all runs fall within one $\sigma$ of $p$, and about 95 % within two. In practice we do not know $p$, and put the estimate $\hat p$ in its place.
#
# For $p = 0.75$ and $N = 1000$ the formula gives $\sigma \approx 0.0137$, that is about 14 counts. Let us test the formula itself: we repeat a whole run 100 times for each of several numbers of shots, and look at the scatter.

# %%
shot_numbers = np.array([10, 30, 100, 300, 1000, 3000, 10000])
random = np.random.default_rng(7)
probability = Statevector(circuit.remove_final_measurements(inplace=False)).probabilities()[1]

figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.6))
for _ in range(5):
    outcomes = random.random(2000) < probability
    left.plot(np.cumsum(outcomes) / np.arange(1, 2001), linewidth=1)
number = np.arange(1, 2001)
band = 2 * np.sqrt(probability * (1 - probability) / number)
left.fill_between(number, probability - band, probability + band, color="grey", alpha=0.3)
left.set(xlabel="shots so far", ylabel="fraction of outcome 1", ylim=(0.5, 1), title="Five runs")

scatter = [
    np.std([run(circuit, shots=int(n), seed=s).get("1", 0) / n for s in range(100)])
    for n in shot_numbers
]
right.loglog(shot_numbers, scatter, "o", label="scatter of 100 runs")
right.loglog(shot_numbers, np.sqrt(0.75 * 0.25 / shot_numbers), label=r"$\sqrt{p(1-p)/N}$")
right.set(xlabel="shots $N$", ylabel="standard deviation", title="Size of the fluctuation")
right.legend()
figure.tight_layout()
plt.show()

# %% [markdown]
# *Picture 4. Left: the fraction of ones in five runs, against the number of shots; the grey band is two standard errors wide on each side. Right: the measured scatter (points) and the formula (line), on logarithmic axes.*
#
# The line falls by a factor of 10 when $N$ grows by a factor of 100. This is the price of every answer that comes from sampling: **one more decimal digit costs a hundred times more shots.** Solving the formula for $N$ tells us how many shots a given standard error $\sigma$ needs:
#
# $$N \ge \frac{p\,(1-p)}{\sigma^2} .$$
#
# When nothing is known about $p$, take the worst case $p = 1/2$.
#
# **Try:** how many shots do you need for a standard error of 0.01 at $p = 0.5$? And at $p = 0.01$? (2500 and 99.)

# %% [markdown]
# ## 5. Interference: the qubit is not a coin under a cup
#
# Now to the two boxes. The Hadamard gate $H$ makes a fair qubit out of $|0\rangle$, and likewise out of $|1\rangle$:
#
# $$H\,|0\rangle = \frac{|0\rangle + |1\rangle}{\sqrt 2} = |+\rangle, \qquad H\,|1\rangle = \frac{|0\rangle - |1\rangle}{\sqrt 2} = |-\rangle, \qquad H = \frac{1}{\sqrt 2}\begin{pmatrix} 1 & 1 \\ 1 & -1 \end{pmatrix} .$$
#
# Whichever of the two states goes in, a measurement afterwards gives 0 and 1 with probability one half. This is just what a toss does to a coin.
#
# A common opinion says: "after the Hadamard gate the qubit *is* already 0 or 1, we only do not know which, as with a coin that lies under a cup." If that were so, we could reason as with the coin: be it 0 or be it 1, the second Hadamard gate makes it fair again.
#
# **Before you run this:** what does this reasoning predict for two Hadamard gates in a row? What do you predict?

# %%
once = QuantumCircuit(1)
once.h(0)
once.measure_all()

twice = QuantumCircuit(1)
twice.h(0)
twice.h(0)
twice.measure_all()

print("one Hadamard gate: ", run(once, shots=1000, seed=5))
print("two Hadamard gates:", run(twice, shots=1000, seed=5))
twice.draw("mpl")

# %% [markdown]
# *Picture 5. The circuit with two Hadamard gates.*
#
# The outcome is 0 in every one of the 1000 shots. The certainty came back, which no tossing of a coin can do. So the opinion about the coin under the cup has failed.
#
# Where does the certainty come from? Follow the amplitudes along two paths. The final outcome 1 can be reached by way of $|0\rangle$ in the middle, with the amplitude $\frac{1}{\sqrt2}\cdot\frac{1}{\sqrt2} = \frac12$, and by way of $|1\rangle$, with the amplitude $\frac{1}{\sqrt2}\cdot\left(-\frac{1}{\sqrt2}\right) = -\frac12$. The two contributions cancel. For the outcome 0 both contributions are $+\frac12$, and they add up to 1.

# %%
via_0 = [1 / 2, 1 / 2]
via_1 = [1 / 2, -1 / 2]
figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.4))
places = np.arange(2)
for axis, second in ((left, [1 / 4, 1 / 4]), (right, via_1)):
    first = [1 / 4, 1 / 4] if axis is left else via_0
    axis.bar(places - 0.25, first, 0.22, label="by way of 0")
    axis.bar(places, second, 0.22, label="by way of 1")
    axis.bar(places + 0.25, np.add(first, second), 0.22, color="black", label="sum")
    axis.axhline(0, color="black", linewidth=0.8)
    axis.set_xticks(places, ["0", "1"])
    axis.set(xlabel="final outcome", ylim=(-0.6, 1.1))
left.set(title="Coin, two tosses", ylabel="probability")
right.set(title="Qubit, two Hadamard gates", ylabel="amplitude")
left.legend()
figure.tight_layout()
plt.show()

# %% [markdown]
# *Picture 6. Contributions of the two paths to each final outcome. Left: probabilities of the coin, which are never negative and can only add up. Right: amplitudes of the qubit, which can also cancel.*
#
# In general: **if an outcome can be reached in several ways that nothing tells apart, add the amplitudes first, then take the square of the absolute value.** This is called *interference*. It has been seen with single electrons: each arrives as one dot, and thousands of dots build up the pattern of a wave (Tonomura and others, American Journal of Physics 57, 117, 1989).
#
# The answer to the opening question is now in reach: do not press the button at once, but apply a Hadamard gate to what is in the box before it is measured. In one box the result is still random, in the other it is certain.
#
# A word of caution. The experiment rules out that the qubit is simply 0 or simply 1 after the first gate, and that the second gate treats it accordingly. It does not rule out every conceivable hidden mechanism: for one qubit alone, such mechanisms can be constructed (Bell, Reviews of Modern Physics 38, 447, 1966). With two qubits much stronger statements are possible; see module 04.

# %% [markdown]
# ### Looking in between
#
# Suppose that we measure the qubit between the two Hadamard gates. The outcome of the first measurement goes to classical bit 0, and that of the second to classical bit 1. `StatevectorSampler` does not accept a measurement in the middle of a circuit, so we use `AerSimulator`, which does.
#
# **Before you run this:** four results are possible, written `c1 c0`. In Qiskit the bit with the index 0 stands on the **right**. How often will each one appear?

# %%
looked = QuantumCircuit(1, 2)
looked.h(0)
looked.measure(0, 0)
looked.h(0)
looked.measure(0, 1)

simulator = AerSimulator(seed_simulator=11)
looked_counts = simulator.run(looked, shots=1000).result().get_counts()
print(looked_counts)
looked.draw("mpl")

# %% [markdown]
# *Picture 7. The same two gates with a measurement between them. Each outcome goes to its own classical bit.*
#
# All four results appear, each in about a quarter of the shots. The final outcome, the left bit, is random again: 0 and 1 about equally often. The measurement in the middle has destroyed the interference, because it tells the two paths apart. So a measurement is not a harmless look at something that was there before. **It changes the state.** Section 8 says how.
#
# **Try:** remove the first `measure` and run the cell again. Which results remain?

# %% [markdown]
# ## 6. Global phase and relative phase
#
# A complex number has an absolute value and an angle, its *phase*. The Born rule uses only the absolute value. So which phases matter?
#
# **A global phase does not matter.** Multiply all amplitudes by the same factor $e^{i\gamma}$, for instance by $-1$. Every later amplitude carries the same factor, because gates are linear, and it drops out in the absolute value. No experiment can tell $|\psi\rangle$ from $e^{i\gamma}|\psi\rangle$: they are the same state.
#
# **A relative phase does matter.** Here only one of the amplitudes gets the factor. The gate $Z$ does this: it leaves $|0\rangle$ alone and changes the sign of $|1\rangle$, so that $Z|+\rangle = |-\rangle$. If we measure at once, we see no difference between $|+\rangle$ and $|-\rangle$.
#
# **Before you run this:** what happens if a Hadamard gate comes before the measurement, for each of the three states below?

# %%
plus = np.array([1, 1]) / np.sqrt(2)
minus = np.array([1, -1]) / np.sqrt(2)
hadamard = np.array([[1, 1], [1, -1]]) / np.sqrt(2)

for name, vector in (
    ("|+>", plus),
    ("-|+>  (global sign)", -plus),
    ("|->  (relative sign)", minus),
):
    direct = np.abs(vector) ** 2
    after = np.abs(hadamard @ vector) ** 2
    print(f"{name:22} measured at once: {direct.round(3)}   after H: {after.round(3)}")

print("equal up to a global phase? ", Statevector(plus).equiv(Statevector(-plus)))
print("and with a relative sign?   ", Statevector(plus).equiv(Statevector(minus)))

# %% [markdown]
# The global sign is invisible before and after the Hadamard gate. The relative sign is invisible at first, and after the gate it makes the difference between two certain outcomes.
#
# The phase gate, written $P(\varphi)$ like a probability but not one, gives $|1\rangle$ any phase we like: it turns $|+\rangle$ into $(|0\rangle + e^{i\varphi}|1\rangle)/\sqrt2$. Between two Hadamard gates, the phase decides how far the two paths cancel. The amplitude of the outcome 0 is $\frac{1 + e^{i\varphi}}{2}$, and hence
#
# $$P(0) = \left|\frac{1 + e^{i\varphi}}{2}\right|^2 = \cos^2\frac{\varphi}{2} .$$
#
# **Before you run this:** sketch $P(0)$ for $\varphi$ from 0 to $2\pi$. Where is it 1, where 0, where one half?

# %%
phases = np.linspace(0, 2 * np.pi, 17)
shots = 400
fractions = []
for seed, phase in enumerate(phases):
    fringe = QuantumCircuit(1)
    fringe.h(0)
    fringe.p(phase, 0)
    fringe.h(0)
    fringe.measure_all()
    fractions.append(run(fringe, shots=shots, seed=seed).get("0", 0) / shots)
fractions = np.array(fractions)
errors = np.sqrt(fractions * (1 - fractions) / shots)

figure, axis = plt.subplots(figsize=(7, 3.4))
smooth = np.linspace(0, 2 * np.pi, 200)
axis.plot(smooth, np.cos(smooth / 2) ** 2, label=r"$\cos^2(\varphi/2)$")
axis.errorbar(phases, fractions, yerr=errors, fmt="o", capsize=3, label=f"{shots} shots each")
axis.set(xlabel=r"relative phase $\varphi$ (radians)", ylabel="probability of outcome 0")
axis.set_xticks([0, np.pi / 2, np.pi, 3 * np.pi / 2, 2 * np.pi], ["0", "π/2", "π", "3π/2", "2π"])
axis.legend(loc="upper center")
figure.tight_layout()
plt.show()
fringe.draw("mpl")

# %% [markdown]
# *Picture 8. Interference fringe: the probability of the outcome 0 against the relative phase, with error bars of one standard error, and below it the circuit for the last point.*
#
# A phase that no direct measurement shows has become a probability, which counts can show. Many quantum algorithms end in this way: the answer sits in relative phases, and interference turns it into outcomes.
#
# **Try:** the curve has the same height at $\varphi$ and at $2\pi - \varphi$. So these counts cannot distinguish $\varphi$ from $-\varphi$. Which other measurement could? The next section has the answer.

# %% [markdown]
# ## 7. Measuring in another basis
#
# "A Hadamard gate, then a measurement" deserves a name of its own. It answers the question "plus or minus?" instead of "0 or 1?": $|+\rangle$ always gives 0, and $|-\rangle$ always gives 1. We say that the qubit is measured in the *X basis* $\{|+\rangle, |-\rangle\}$. The usual measurement is in the *Z basis* $\{|0\rangle, |1\rangle\}$, also called the computational basis.
#
# The recipe works for every basis, that is for every pair of orthogonal normalised states $|b_0\rangle, |b_1\rangle$: **apply a gate that carries $|b_0\rangle$ to $|0\rangle$ and $|b_1\rangle$ to $|1\rangle$, then measure.** The Born rule becomes
#
# $$P(k) = |\langle b_k | \psi\rangle|^2 .$$
#
# The inner product $\langle b|\psi\rangle$ of two arrays is computed with the complex conjugate of the first one; `np.vdot` does this.
#
# A third basis is often used, the *Y basis*: $|{+i}\rangle = (|0\rangle + i|1\rangle)/\sqrt2$ and $|{-i}\rangle = (|0\rangle - i|1\rangle)/\sqrt2$. The gate $S^\dagger$ multiplies the amplitude of $|1\rangle$ by $-i$. It turns $|{+i}\rangle$ into $|+\rangle$ and $|{-i}\rangle$ into $|-\rangle$. A Hadamard gate does the rest.
#
# **Before you run this:** the state $(|0\rangle + e^{i\varphi}|1\rangle)/\sqrt2$ with $\varphi = \pi/3$ is measured in the three bases. In which one is the outcome 0 most frequent? And which of the three numbers change if $\varphi = -\pi/3$?


# %%
def measured_in(basis: str, phase: float) -> QuantumCircuit:
    """Prepare the state with the given relative phase and measure it in the basis X, Y or Z."""
    circuit = QuantumCircuit(1)
    circuit.h(0)
    circuit.p(phase, 0)
    circuit.barrier()
    if basis == "Y":
        circuit.sdg(0)
    if basis in "XY":
        circuit.h(0)
    circuit.measure_all()
    return circuit


seed = 50
figure, axis = plt.subplots(figsize=(7, 3.2))
for shift, phase, label in ((-0.2, np.pi / 3, "φ = +π/3"), (0.2, -np.pi / 3, "φ = -π/3")):
    zeros = []
    for basis in "XYZ":
        seed += 1
        zeros.append(run(measured_in(basis, phase), shots=2000, seed=seed)["0"] / 2000)
    print(label, "fractions of outcome 0 in X, Y, Z:", zeros)
    axis.bar(np.arange(3) + shift, zeros, 0.35, label=label)
axis.set_xticks(np.arange(3), ["X", "Y", "Z"])
axis.set(xlabel="basis of the measurement", ylabel="fraction of outcome 0", ylim=(0, 1.1))
axis.legend()
figure.tight_layout()
plt.show()
measured_in("Y", np.pi / 3).draw("mpl")

# %% [markdown]
# *Picture 9. One state, three questions. Top: fraction of the outcome 0 in the X, Y and Z basis for two opposite phases, 2000 shots each. Bottom: the circuit for the Y basis; what is left of the barrier prepares the state, what is right of it measures.*
#
# The Z basis shows no phase at all. The X basis gives $P(0) = \frac{1 + \cos\varphi}{2}$, which is 0.75 for both signs, up to the fluctuation of the counts. The Y basis gives $P(0) = \frac{1 + \sin\varphi}{2}$, about 0.93 and 0.07, and distinguishes them. Cosine and sine together fix the phase completely.
#
# One more family will be useful in the exercise. For every angle $\theta$ there is a basis with real amplitudes,
#
# $$|b_0\rangle = \cos\theta\,|0\rangle + \sin\theta\,|1\rangle, \qquad |b_1\rangle = -\sin\theta\,|0\rangle + \cos\theta\,|1\rangle .$$
#
# Since $R_y(2\theta)$ turns $|0\rangle$ into $|b_0\rangle$, the gate $R_y(-2\theta)$ turns it back. A qubit in the state $\cos\alpha\,|0\rangle + \sin\alpha\,|1\rangle$ then gives the outcome 0 with probability $\cos^2(\theta - \alpha)$: only the angle between the state and the basis counts. Picture the state of the qubit and the basis states as directions in a plane; orthogonal states differ by an angle of $\pi/2$.

# %% [markdown]
# ### What one shot can tell
#
# A friend prepares one of two states and tells you which two they are. You get one single qubit. Can you find out, with certainty, which of the two it is?
#
# For $|+\rangle$ and $|-\rangle$ you can: measure in the X basis. For $|0\rangle$ and $|+\rangle$ you cannot. The cell below tries all real bases and prints the best chance of a right guess.

# %%
angles = np.linspace(0, np.pi, 3601)


def best_chance(alpha: float, beta: float) -> float:
    """Best chance over real bases to tell two states, prepared equally often, by one shot."""
    right_first = np.cos(angles - alpha) ** 2
    right_second = np.sin(angles - beta) ** 2
    return float(np.max((right_first + right_second) / 2))


print(f"|+> or |->: {best_chance(np.pi / 4, -np.pi / 4):.4f}")
print(f"|0> or |+>: {best_chance(0, np.pi / 4):.4f}")

# %% [markdown]
# For $|0\rangle$ and $|+\rangle$ the best chance is 0.8536 and not 1. No other measurement does better (Helstrom, Quantum Detection and Estimation Theory, Academic Press, 1976). In general, **one shot distinguishes two states with certainty only if they are orthogonal.** Many shots on many equally prepared qubits are a different matter: their statistics distinguish any two different states.
#
# **Try:** move the second state towards the first one, for instance `best_chance(0, np.pi / 16)`. Which value does the chance approach, and why is this the value of blind guessing?

# %% [markdown]
# ## 8. What is left after a measurement
#
# A measurement in the basis $\{|b_0\rangle, |b_1\rangle\}$ with the outcome $k$ leaves the qubit in the state $|b_k\rangle$. The amplitudes that it had before are gone. This is called the *collapse* of the state.
#
# `Statevector.measure` carries out one such measurement in the Z basis and returns both the outcome and the state that is left.
#
# **Before you run this:** we measure the state $0.6\,|0\rangle - 0.8\,|1\rangle$ three times in a row. Which sequences of outcomes can appear?

# %%
state = Statevector([0.6, -0.8])
for step in range(3):
    state.seed(40 + step)
    outcome, state = state.measure()
    print(f"measurement {step + 1}: outcome {outcome}, state afterwards {state.data.round(3)}")

# %% [markdown]
# Only the first outcome is random. The repetitions confirm it, whatever it was. So repeating the measurement on the same qubit does not give better statistics: to estimate 0.36 and 0.64, one needs many *freshly prepared* qubits. Of the minus sign nothing is left but a global phase, which nobody can see.
#
# Next, let the bases alternate: first Z, then X, then Z again. The qubit starts in $|0\rangle$.
#
# **Before you run this:** the first outcome is 0 with certainty. Is the third one, in the same basis, certain as well?

# %%
alternate = QuantumCircuit(1, 3)
alternate.measure(0, 0)
alternate.h(0)
alternate.measure(0, 1)
alternate.h(0)
alternate.measure(0, 2)

alternate_counts = AerSimulator(seed_simulator=17).run(alternate, shots=1000).result().get_counts()
show_counts(alternate_counts, xlabel="outcomes c2 c1 c0 (third, second, first measurement)")
alternate.draw("mpl")

# %% [markdown]
# *Picture 10. Counts of the three outcomes, and the circuit. The first measurement is the right bit; the left bit belongs to the third.*
#
# The right bit is always 0, and the other two are random and independent. The question "plus or minus?" has wiped out the answer to the question "0 or 1?". Nobody can prepare a qubit for which both answers are certain.
#
# The probability of a whole sequence of outcomes is the product of the probabilities along the way. After each measurement, the next probability depends on the basis state that was just found:
#
# $$P(k_1, k_2, \dots, k_m) = |\langle b^{(1)}_{k_1}|\psi\rangle|^2 \cdot |\langle b^{(2)}_{k_2}|b^{(1)}_{k_1}\rangle|^2 \cdots |\langle b^{(m)}_{k_m}|b^{(m-1)}_{k_{m-1}}\rangle|^2 .$$

# %% [markdown]
# ### Steering by measurements alone
#
# Here is a surprising use of this formula. Start in $|0\rangle$ and apply no gate at all, only measurements in $m$ real bases whose angles grow in equal steps from $\frac{\pi}{2m}$ to $\frac{\pi}{2}$. In each step the outcome 0 has probability $\cos^2\frac{\pi}{2m}$. If all outcomes are 0, then the qubit has been led to the direction $\frac{\pi}{2}$, which is $|1\rangle$.
#
# **Before you run this:** with more measurements there are more chances that one goes wrong. Will the probability of success fall or rise with $m$?


# %%
def steering(steps: int) -> QuantumCircuit:
    """Measure in real bases with the angles π/2m, 2π/2m, ..., π/2; one classical bit each."""
    circuit = QuantumCircuit(1, steps)
    for step in range(steps):
        theta = (step + 1) * np.pi / (2 * steps)
        circuit.ry(-2 * theta, 0)
        circuit.measure(0, step)
        circuit.ry(2 * theta, 0)
    return circuit


numbers = np.array([1, 2, 3, 4, 6, 8, 12, 16, 24])
success = []
for m in numbers:
    job = AerSimulator(seed_simulator=23).run(steering(int(m)), shots=1000)
    success.append(job.result().get_counts().get("0" * int(m), 0) / 1000)

figure, axis = plt.subplots(figsize=(7, 3.2))
axis.plot(numbers, np.cos(np.pi / (2 * numbers)) ** (2 * numbers), label=r"$\cos^{2m}(\pi/2m)$")
axis.plot(numbers, success, "o", label="1000 shots each")
axis.set(xlabel="number of measurements $m$", ylabel="probability of all zeros", ylim=(0, 1))
axis.legend()
figure.tight_layout()
plt.show()
steering(2).draw("mpl")

# %% [markdown]
# *Picture 11. Probability of leading the qubit from $|0\rangle$ to $|1\rangle$, against the number of measurements, and the circuit for two measurements. The gate after each measurement turns the qubit from the computational basis back into the direction that was found.*
#
# The probability rises towards 1. Each step goes wrong with a probability close to $\left(\frac{\pi}{2m}\right)^2$, and $m$ such steps together with about $\frac{\pi^2}{4m}$, which becomes small. A close relative of this effect, in which frequent measurements hold a state in place, is called the *quantum Zeno effect*. It was observed with trapped ions (Itano, Heinzen, Bollinger and Wineland, Physical Review A 41, 2295, 1990).
#
# **Try:** how many measurements are needed to succeed with a probability of at least 0.9? Change `numbers` and find out. (24.)

# %% [markdown]
# ## 9. Several qubits: which bit is which?
#
# For $n$ qubits there are $2^n$ basis states, and the state is an array of $2^n$ amplitudes. Module 04 is about them; here we only need to read the labels.
#
# **In Qiskit, qubit 0 is the rightmost bit of every label.** The label `011` means: qubit 2 is 0, qubit 1 is 1, qubit 0 is 1. The position of an amplitude in the array, counted from 0, is the label read as a binary number. Many textbooks count from the left, so look twice when you compare.
#
# **Before you run this:** the circuit flips qubit 0 and puts qubit 2 into an equal superposition. Which two labels appear?

# %%
three = QuantumCircuit(3)
three.x(0)
three.h(2)
print("array:", Statevector(three).data.real.round(3))
three.measure_all()
three_counts = run(three, shots=1000, seed=9)
print("counts:", three_counts)

ones = sum(number for label, number in three_counts.items() if label[-1 - 2] == "1")
print("fraction of shots in which qubit 2 is 1:", ones / 1000)
three.draw("mpl")

# %% [markdown]
# *Picture 12. Qubit 0 is the top line in the drawing and the rightmost bit in the label.*
#
# With a Hadamard gate on every qubit, all $2^n$ amplitudes are equal. One can read that a quantum computer then "tries all answers at once". Let us look at what comes out.
#
# **Before you run this:** three qubits, a Hadamard gate on each. Suppose that one of the eight labels, say `101`, is the answer to some problem. How often does a shot show it?

# %%
uniform = QuantumCircuit(3)
uniform.h([0, 1, 2])
uniform.measure_all()
uniform_counts = run(uniform, shots=1000, seed=12)

show_counts(uniform_counts, xlabel="outcome (qubit 2, qubit 1, qubit 0)")

# %% [markdown]
# *Picture 13. Counts of 1000 shots of the uniform superposition of three qubits.*
#
# One shot shows one label, chosen at random. Up to here the qubits are no better than a fair die with eight faces. A quantum algorithm is useful only if interference makes the wrong answers cancel, and this has to be arranged for each problem. For many problems nobody knows how.

# %% [markdown]
# ## Back to the two boxes
#
# Open neither box. Before the measurement, apply a Hadamard gate to what is inside, and repeat this a few times. The qubit in the state $|+\rangle$ always gives 0. The coin has no relative phase: whether it lies on 0 or on 1, the gate makes a fair result of it. If ten shots give ten zeros, then the box with the coin would have had to do this by luck, with the probability $2^{-10} \approx 0.001$.
#
# You have also seen why no number of presses on the *same* button would do: both boxes have the same probabilities in the Z basis. The difference lies in a relative phase, and it takes another basis to see it.

# %% [markdown]
# ## Mistakes that many people make
#
# | What one hears | What we have seen | Where |
# | --- | --- | --- |
# | A measurement reads the state. | One shot gives one bit, and afterwards the amplitudes are gone. | Sections 3 and 8 |
# | A superposition is a coin under a cup. | Two Hadamard gates bring the certainty back; two tosses do not. | Section 5 |
# | A superposition tries all answers at once. | One shot shows one answer at random; interference has to do the work. | Section 9 |
# | A phase cannot be seen, so it does not matter. | This holds for a global phase. A relative phase shows in another basis. | Sections 6 and 7 |
# | With more shots the outcome of a shot becomes certain. | The estimate of the probability improves as $1/\sqrt N$; each shot stays random. | Section 4 |

# %% [markdown]
# ## Summary
#
# - A qubit is described by two complex amplitudes with $|a|^2 + |b|^2 = 1$, stored as an array. A common factor $e^{i\gamma}$, the global phase, has no meaning.
#
# - A measurement in the Z basis gives 0 or 1 with probabilities $|a|^2$ and $|b|^2$, and leaves the qubit in the corresponding basis state.
#
# - A shot gives one outcome. Counts of $N$ shots estimate a probability with a standard error that falls as $1/\sqrt N$.
#
# - Amplitudes of paths that nothing tells apart are added before the absolute value is squared. This is interference, and it makes relative phases visible.
#
# - To measure in another basis, rotate this basis into the Z basis and measure there.
#
# - In Qiskit, qubit 0 and classical bit 0 stand on the right, and $R_y(\theta)$ contains half of its angle.

# %% [markdown]
# ## Formulas in one place
#
# | What | Formula |
# | --- | --- |
# | State | $\lvert\psi\rangle = a\lvert 0\rangle + b\lvert 1\rangle$ with $\lvert a\rvert^2 + \lvert b\rvert^2 = 1$ |
# | Born rule | $P(k) = \lvert\langle b_k\vert\psi\rangle\rvert^2$ |
# | Standard error | $\sigma = \sqrt{p(1-p)/N}$ |
# | Shots for a standard error | $N \ge p(1-p)/\sigma^2$ |
# | Rotation | $R_y(\theta)\lvert 0\rangle = \cos\frac{\theta}{2}\lvert 0\rangle + \sin\frac{\theta}{2}\lvert 1\rangle$ |
# | Hadamard gate | $H\lvert 0\rangle = \lvert +\rangle$, $H\lvert 1\rangle = \lvert -\rangle$, $HH = I$ |
# | Fringe | $P(0) = \cos^2\frac{\varphi}{2}$ for the gates $H$, phase gate, $H$ |
# | Phase from two bases | $\cos\varphi = 2P_X(0) - 1$, $\sin\varphi = 2P_Y(0) - 1$ |
# | Real basis | $P(0) = \cos^2(\theta - \alpha)$, $P(1) = \sin^2(\theta - \alpha)$ |

# %% [markdown]
# ## Further reading
#
# - M. A. Nielsen and I. L. Chuang, *Quantum Computation and Quantum Information*, 10th anniversary edition, Cambridge University Press, 2010. Sections 1.2 and 1.3 introduce qubits and circuits, and section 2.2 the postulates of measurement.
#
# - R. P. Feynman, R. B. Leighton and M. Sands, *The Feynman Lectures on Physics*, volume III, 1965. Chapters 1 and 3 treat interference and amplitudes with electrons; free to read at feynmanlectures.caltech.edu.
#
# - A. Tonomura, J. Endo, T. Matsuda, T. Kawasaki and H. Ezawa, "Demonstration of single-electron buildup of an interference pattern", *American Journal of Physics* 57, 117 (1989), DOI 10.1119/1.16104. Four pages with the pictures of the experiment.
#
# You are ready for the exercise *Qubits and measurement*.
