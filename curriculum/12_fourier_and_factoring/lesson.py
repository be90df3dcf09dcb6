# %% [markdown]
# # Fourier transform, phase estimation and factoring
#
# When you buy a ticket online, your computer and the shop agree on a secret over a line that anybody may listen to. For many years most of this rested on one belief: nobody can find the two primes in a product of 600 decimal digits. In 1994 Peter Shor showed that a quantum computer could. **How does it find them, and how far from it are we?**
#
# The answer is not that it tries all divisors at once. It is a story in four steps: a change of basis which turns *rotation* into *position*; a circuit that reads the phase of a gate; a gate whose phases know a number that nobody can compute otherwise; and some arithmetic from school. You will run the whole way, honestly, for 15 and 21, and then look at what "honestly" means and at what 600 digits would take.
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. write the quantum Fourier transform in any bit order, count its gates, and make it cheaper within an error bound (5.4 II B1);
# 2. read the phase of an unknown gate, with many control qubits or with one and feed-forward, and say how probable each reading is (5.4 II B1, 1.2 I B1);
# 3. build a gate that multiplies modulo a number, and say what its phases have to do with the order (5.5 II B1);
# 4. go from measured numbers to factors, and treat the runs that fail as what they are (5.5 II A2);
# 5. judge a report about factoring or about broken encryption (5.6 III A2).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need controlled gates, phase kickback and `if_test`; from the module on query algorithms the idea of Simon's algorithm (a hidden pattern shows after a change of basis); and from the module on reversible logic that arithmetic can be built from reversible gates.

# %%
import math
from fractions import Fraction

import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit.library import CPhaseGate, UnitaryGate
from qiskit.quantum_info import Operator, Pauli, Statevector
from qiskit_aer import AerSimulator

simulator = AerSimulator()


def sample(circuit, shots, seed=12):
    """Counts of a measured circuit, with numbers in the place of bit strings."""
    counts = simulator.run(circuit, shots=shots, seed_simulator=seed).result()
    return {int(key, 2): number for key, number in counts.get_counts().items()}


# %% [markdown]
# ## 1. Numbers as turning arrows
#
# Write a number $x$ from 0 to $N - 1$ in another way: as a *speed*. Take $N$ arrows in a row, the first pointing to the right, and let each be turned against the one before it by $x$ parts of a full turn, of $N$ parts in all. For $x = 0$ no arrow turns, for $x = 1$ the row makes one full turn, for $x = 2$ two.
#
# In a register of $n$ qubits there are $N = 2^n$ amplitudes, one arrow for each $|y\rangle$. The **quantum Fourier transform** (QFT) replaces "the number $x$, written in bits" by "the number $x$, written as a speed":
#
# $$F|x\rangle = \frac{1}{\sqrt N}\sum_{y=0}^{N-1} e^{2\pi i\,xy/N}\,|y\rangle .$$
#
# **Before you run the next cell:** three qubits, $x = 0, 1, 2, 5$. What do the eight arrows do for $x = 5$? And how long are they?

# %%
def fourier_matrix(n):
    """The definition, as a matrix: row y, column x."""
    numbers = np.arange(2**n)
    return np.exp(2j * np.pi * np.outer(numbers, numbers) / 2**n) / np.sqrt(2**n)


def draw_arrows(axes, amplitudes, title):
    """One arrow for each amplitude, in a row."""
    places = np.arange(len(amplitudes))
    scaled = amplitudes / np.abs(amplitudes).max() * 0.42
    axes.quiver(
        places, np.zeros(len(places)), scaled.real, scaled.imag, np.angle(amplitudes) % (2 * np.pi),
        angles="xy", scale_units="xy", scale=1, cmap="hsv", clim=(0, 2 * np.pi), width=0.006,
    )  # fmt: skip
    axes.set_title(title, fontsize=9, loc="left")
    axes.set_aspect("equal")
    axes.set_xlim(-0.7, len(places) - 0.3)
    axes.set_ylim(-0.55, 0.55)
    axes.set_yticks([])
    axes.set_xticks(places)


figure, axes = plt.subplots(4, 1, figsize=(8, 6.5), layout="constrained")
for one, x in zip(axes, (0, 1, 2, 5), strict=True):
    draw_arrows(one, fourier_matrix(3)[:, x], f"F|{x}⟩")
axes[-1].set_xlabel("basis state y; the arrow is its amplitude (colour: angle)")
plt.show()

# %% [markdown]
# *Figure 1. The Fourier transforms of four basis states of three qubits. All arrows are equally long; the number $x$ is in how fast they turn. For $x = 5$ each is turned by 5/8 of a turn, which looks like 3/8 backwards.*
#
# All arrows are equally long: a measurement of $F|x\rangle$ gives each $y$ with the same probability, and says *nothing* about $x$. The number is in the relative phases alone. Run backwards, $F^\dagger$ turns speed into position, and then a measurement reads it with certainty. This is what we are going to use all the time: **get the unknown into the turning of arrows, then apply $F^\dagger$.**
#
# That different speeds give orthogonal states you know from the exercise on roots of unity: the inner product of two rows is a sum of arrows that go round a whole number of times, and this is zero. So $F$ is unitary, a change of basis. For one qubit it is $\begin{pmatrix}1&1\\1&-1\end{pmatrix}/\sqrt2$: the Hadamard gate.
#
# **Try:** draw $F|7\rangle$. In which direction do the arrows turn? Which basis state has the same picture with `.conj()`?

# %% [markdown]
# ## 2. The circuit
#
# A matrix with $N^2$ entries is no circuit. What saves us is that $F|x\rangle$ is a *product*. Write $y = \sum_j 2^j y_j$ in the exponent, and the sum over all $y$ falls apart into one factor for each bit:
#
# $$F|x\rangle = \bigotimes_{j} \frac{|0\rangle + e^{2\pi i\,x\,2^j/2^n}|1\rangle}{\sqrt2} .$$
#
# No entanglement. The bit of weight $2^j$ in the output turns by $2^j x/2^n$ of a full turn, and whole turns do not count. So the *highest* output bit ($j = n-1$) needs $x/2$, which only the *lowest* input bit decides. The lowest output bit needs all of $x/2^n$. With binary fractions $0.x_2x_1x_0 = x_2/2 + x_1/4 + x_0/8$ and three qubits:
#
# | output bit of weight | turn | made in the qubit that held |
# | --- | --- | --- |
# | $4$ | $0.x_0$ | $x_0$ |
# | $2$ | $0.x_1x_0$ | $x_1$ |
# | $1$ | $0.x_2x_1x_0$ | $x_2$ |
#
# A Hadamard gate on the qubit with $x_2$ makes $|0\rangle + e^{2\pi i\,x_2/2}|1\rangle$, the first digit of the last line. The further digits are phases which the lower qubits control: $P(\pi/2)$ from $x_1$, $P(\pi/4)$ from $x_0$. Then the next qubit. At the end the bits stand in the opposite order, and swaps mend this.

# %%
def fourier(n, swaps=True, blocks=False):
    """The quantum Fourier transform; without swaps its output is in the opposite bit order."""
    circuit = QuantumCircuit(n, name="QFT")
    for top in reversed(range(n)):
        circuit.h(top)
        for k in reversed(range(top)):
            circuit.cp(np.pi / 2 ** (top - k), k, top)
        if blocks:
            circuit.barrier()
    if swaps:
        for k in range(n // 2):
            circuit.swap(k, n - 1 - k)
    return circuit


fourier(4, blocks=True).draw("mpl")

# %% [markdown]
# *Figure 2. The transform of four qubits. Each block makes one output bit; the swaps put the bits into Qiskit's order. The numbers are the angles of the controlled phases, which act alike on both of their qubits.*
#
# **The order of the bits is where most mistakes happen.** In many books qubit 1 is the most significant one and stands on top. In Qiskit qubit 0 is the *least* significant one. If you copy a circuit from a book line by line you get the transform with reversed input *and* output. **Before you run:** which of the three circuits below is the transform of the definition?

# %%
book = QuantumCircuit(3)  # a book's circuit: the first line is the most significant bit there
for first in range(3):
    book.h(first)
    for later in range(first + 1, 3):
        book.cp(np.pi / 2 ** (later - first), later, first)

wanted = fourier_matrix(3)
for name, circuit in {
    "with swaps": fourier(3),
    "without swaps": fourier(3, swaps=False),
    "copied from a book, no swaps": book,
}.items():
    matrix = Operator(circuit).data
    print(f"{name:30}", "the definition:", np.allclose(matrix, wanted))
reverse = [int(format(y, "03b")[::-1], 2) for y in range(8)]
print("without swaps, rows reversed:    ", np.allclose(Operator(fourier(3, False)).data[reverse], wanted))
print("book, columns reversed:          ", np.allclose(Operator(book).data[:, reverse], wanted))

# %% [markdown]
# Only the first one is. The other two are right transforms too if you *read* their output, or write their input, in reverse. In practice one leaves out the swaps, which cost and do nothing but rename, and renames the qubits in the program instead. But somebody has to do it.
#
# ### What it costs
#
# $n$ Hadamard gates and $n(n-1)/2$ controlled phases. Classically the *fast* Fourier transform of $2^n$ numbers takes about $n\,2^n$ operations. Is this an exponential speed-up of the Fourier transform, then? **No**, and it is worth saying why not. Input and output of the QFT are *amplitudes*. To load $2^n$ numbers takes about $2^n$ gates (module 05), and a measurement of the output gives one $y$, not a list. The QFT is of use where the state was made by a short circuit and where a *sample* answers the question.
#
# Most of its phases are tiny: in the transform of 40 qubits there is one of $2\pi/2^{40}$. Don Coppersmith (1994) leaves out all that are smaller than $2\pi/2^m$. **Before you run:** by how much is the result wrong, at worst, if for $n = 8$ only angles down to $\pi/4$ (that is $m = 3$) are kept?

# %%
def distance(a, b):
    """The largest distance between what two matrices make of the same state."""
    return np.linalg.norm(a - b, ord=2)


n = 8
exact = Operator(fourier(n, swaps=False)).data
kept, gates, errors, bounds = list(range(1, n + 1)), [], [], []
for m in kept:
    circuit, left_out = QuantumCircuit(n), 0.0
    for top in reversed(range(n)):
        circuit.h(top)
        for k in range(top):
            angle = np.pi / 2 ** (top - k)
            if top - k + 1 <= m:
                circuit.cp(angle, k, top)
            else:
                left_out += angle
    gates.append(circuit.count_ops().get("cp", 0))
    errors.append(distance(Operator(circuit).data, exact))
    bounds.append(left_out)

figure, axes = plt.subplots(1, 2, figsize=(10, 3.6), layout="constrained")
axes[0].plot(kept[:-1], bounds[:-1], "s--", color="gray", label="sum of the angles left out")
axes[0].plot(kept[:-1], errors[:-1], "o-", label="largest distance, computed")
axes[0].set_yscale("log")
axes[0].set_xlabel("m: phases down to 2π/2ᵐ are kept")
axes[0].set_ylabel("error for n = 8")
axes[0].legend(fontsize=8)
sizes = np.arange(2, 129)
axes[1].plot(sizes, sizes * (sizes - 1) / 2, label="exact: n(n-1)/2")
for m, style in ((6, "--"), (10, ":")):
    axes[1].plot(sizes, [sum(max(s - j + 1, 0) for j in range(2, m + 1)) for s in sizes], style, label=f"m = {m}")
axes[1].set_xlabel("number of qubits n")
axes[1].set_ylabel("controlled phases")
axes[1].legend(fontsize=8)
for one in axes:
    one.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 3. Left: how wrong the transform of 8 qubits is without its small phases. The bound (squares) holds because a gate that is left out changes the result by at most $|e^{i\theta}-1| \le \theta$, and such changes add up at most. Right: the number of controlled phases; with a fixed $m$ it grows like $m\,n$.*
#
# With $m = 3$ the worst state is far off. With $m \approx \log_2 n + $ a few the error is small, and one needs about $n\log_2 n$ gates. That matters twice: a phase of $2\pi/2^{20}$ cannot be set precisely on a real device, and on an error-corrected one each small angle is made of dozens of T gates.
#
# **Try:** compute for $n = 8$, $m = 3$ the distance for the single input $|x\rangle$ with $x = 0$. Why is it 0?

# %% [markdown]
# ## 3. What the transform sees: periods
#
# Simon's algorithm found a hidden pattern: two inputs with the same value differ by a fixed string. The QFT does this for *periods*. Take a state with equal amplitudes at $x = s, s + r, s + 2r, \ldots$ and zero elsewhere. **Before you run:** 64 amplitudes, period $r = 8$, beginning at $s = 0$ and at $s = 3$. What changes after the transform? And if the period is 6, which does not divide 64?

# %%
figure, axes = plt.subplots(3, 2, figsize=(10, 6.2), layout="constrained", sharex=True)
for row, (r, s) in zip(axes, ((8, 0), (8, 3), (6, 3)), strict=True):
    comb = np.zeros(64)
    comb[s::r] = 1
    comb /= np.linalg.norm(comb)
    after = Statevector(comb).evolve(fourier(6))
    row[0].bar(np.arange(64), comb**2, color="tab:gray")
    row[0].set_ylabel("probability")
    row[0].set_title(f"before: period {r}, begins at {s}", fontsize=9)
    row[1].bar(np.arange(64), after.probabilities(), color="tab:blue")
    for j in range(r):
        row[1].axvline(64 * j / r, color="tab:orange", linewidth=0.6, linestyle="--")
    row[1].set_title("after: dashed at the multiples of 64/r", fontsize=9)
axes[-1][0].set_xlabel("x")
axes[-1][1].set_xlabel("y")
plt.show()

# %% [markdown]
# *Figure 4. Combs and their transforms. Where the comb begins is not to be seen on the right (it is in the phases). Where the period divides 64 there are exact peaks at the multiples of $64/r$; otherwise the peaks are close to them.*
#
# A measurement *before* the transform gives some $x$ at random, and since the start $s$ is random too, it is worthless. A measurement *after* it gives a number close to a multiple of $N/r$, whatever $s$ was. The transform throws the unknown start into the phases and keeps the period.
#
# **Try:** a comb with one tooth missing: set one of the amplitudes to zero and normalise again. Do the peaks disappear?

# %% [markdown]
# ## 4. Phase estimation
#
# Somebody gives you a gate $U$ and one of its eigenstates: $U|u\rangle = e^{2\pi i\varphi}|u\rangle$. How do you measure $\varphi$? On $|u\rangle$ itself the gate makes a global phase, and that cannot be seen. But with a control qubit in $|+\rangle$ the phase is kicked back to the control: $(|0\rangle + e^{2\pi i\varphi}|1\rangle)/\sqrt2$. One could repeat and count; for $t$ digits this takes about $4^t$ runs, since errors of counting shrink like one over the root.
#
# Kitaev's idea (1995), here in the form of Cleve, Ekert, Macchiavello and Mosca (1998), takes $t$ control qubits. Control $k$ calls $U$ not once but $2^k$ times and so turns by $2^k\varphi$. All controls together are
#
# $$\bigotimes_k \frac{|0\rangle + e^{2\pi i\,2^k\varphi}|1\rangle}{\sqrt2} = \frac{1}{\sqrt{2^t}}\sum_x e^{2\pi i\,\varphi x}\,|x\rangle ,$$
#
# a row of arrows that turn with the speed $2^t\varphi$. Look at section 1: this is $F|2^t\varphi\rangle$. So $F^\dagger$ turns it into the number $2^t\varphi$. In the example $U = P(2\pi\varphi)$ and $|u\rangle = |1\rangle$.

# %%
def phase_estimation(phi, t):
    """Controls are qubits 0 to t-1, the eigenstate is in qubit t."""
    circuit = QuantumCircuit(t + 1, t)
    circuit.x(t)  # the eigenstate |1> of P
    circuit.h(range(t))
    for k in range(t):
        circuit.cp(2 * np.pi * phi * 2**k, k, t)
    circuit.barrier()
    circuit.compose(fourier(t).inverse(), range(t), inplace=True)
    circuit.measure(range(t), range(t))
    return circuit


phase_estimation(3 / 8, 3).draw("mpl", fold=30)

# %% [markdown]
# *Figure 5. Phase estimation with three controls for $\varphi = 3/8$. On the left of the barrier each control $k$ receives the phase of $U^{2^k}$. (With this $U$ the power is just another angle. With a box that you can only call, control $k$ calls it $2^k$ times.) On the right the inverse transform and the measurement.*
#
# **Before you run:** four control qubits, so that $y$ is from 0 to 15. Which outcomes do you expect for $\varphi = 3/8$? For $\varphi = 0.4$, where $16\varphi = 6.4$ is no integer: always 6? 6 and 7 in the proportion 6 : 4?

# %%
t = 4
figure, axes = plt.subplots(1, 3, figsize=(11, 3.2), sharey=True, layout="constrained")
for one, phi in zip(axes, (3 / 8, 0.4, 6.5 / 16), strict=True):
    counts = sample(phase_estimation(phi, t), shots=4000)
    one.bar(range(16), [counts.get(y, 0) / 4000 for y in range(16)], color="tab:blue")
    one.axvline(16 * phi, color="tab:orange", linestyle="--")
    one.set_title(f"φ = {phi:.4g}, 16φ = {16 * phi:.4g}", fontsize=10)
    one.set_xlabel("y")
axes[0].set_ylabel("share of 4000 shots")
plt.show()

# %% [markdown]
# *Figure 6. What four control qubits read. A phase that fits is read with certainty; otherwise the two neighbours are the most likely, and every other number occurs too. The dashed line is $16\varphi$.*
#
# The distribution is that of a sum of arrows. With $\delta = \varphi - y/2^t$
#
# $$P(y) = \Big|\frac{1}{2^t}\sum_{k=0}^{2^t-1} e^{2\pi i k\delta}\Big|^2 = \frac{\sin^2(2^t\pi\delta)}{4^t\sin^2(\pi\delta)} ,$$
#
# and $P = 1$ where $\delta$ is an integer. In the middle between two numbers, $\delta = 2^{-t}/2$, the two neighbours have nearly $4/\pi^2 = 0.405$ each. This is the worst case: **the nearest number comes out with probability at least $4/\pi^2$**, for every phase and every $t$.
#
# ### More qubits for more certainty
#
# Do you need to be right more often? Then use more controls than digits: read $t$ bits and use $n$ of them. **Before you run:** the phase should be known to within $2^{-4}$ of a turn. How does the probability for it behave if $t$ grows from 4 to 10? Does each further qubit help?

# %%
def readings(phi, t):
    """Exact probabilities of all y."""
    y = np.arange(2**t)
    return np.abs(np.fft.fft(np.exp(2j * np.pi * phi * y)) / 2**t) ** 2


def chance(phi, t, n):
    """Probability of a reading within 2^-n of the phase, on the circle."""
    away = np.abs(np.arange(2**t) / 2**t - phi)
    return readings(phi, t)[np.minimum(away, 1 - away) <= 2.0**-n].sum()


phases = np.linspace(0, 1, 401)[:-1]
lengths = np.arange(4, 11)
table = np.array([[chance(phi, t, 4) for phi in phases] for t in lengths])
figure, axes = plt.subplots(figsize=(7, 3.8), layout="constrained")
axes.fill_between(lengths, 1 - table.min(axis=1), 1e-4, color="tab:blue", alpha=0.2, label="all phases")
axes.plot(lengths, 1 - table.min(axis=1), "o-", color="tab:blue", label="worst of 400 phases")
axes.plot(lengths, np.clip(1 - np.array([chance(0.3, t, 4) for t in lengths]), 1e-4, 1), "s--", color="tab:orange", label="φ = 0.3")
bound = [1 / (2 * (2 ** (t - 4) - 2)) if t > 5 else np.nan for t in lengths]
axes.plot(lengths, bound, ":", color="black", label="bound 1 / (2 (2ᵗ⁻⁴ - 2))")
axes.set_yscale("log")
axes.set_ylim(1e-4, 1.5)
axes.set_xlabel("number t of control qubits")
axes.set_ylabel("chance to be off by more than 1/16")
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 7. How often the phase is missed by more than 1/16 of a turn. In the worst case the chance is halved with each further qubit. For a given phase a further qubit may even do harm, because the phase may lie between the finer numbers in a worse way.*
#
# The textbooks (Cleve and others; Nielsen and Chuang, section 5.2) prove a bound for all phases: with
#
# $$t = n + \Big\lceil \log_2\Big(2 + \frac{1}{2\epsilon}\Big)\Big\rceil$$
#
# the reading is within $2^{-n}$ with probability at least $1 - \epsilon$. So certainty is cheap in *qubits*. It is dear in *calls*: each further control doubles them. In all there are $2^t - 1$, so the precision is about one over the number of calls. Counting single kicks gives one over its root. The first is known as the Heisenberg limit.
#
# **Try:** change 0.3 to 0.25, then to 0.2500001. What happens to the curve, and why is it nothing strange?

# %% [markdown]
# ## 5. Two misconceptions, two experiments
#
# ### "Phase estimation reads an average"
#
# What if the target is not an eigenstate? Take $U = P(2\pi\cdot 3/8)$ with the target in $|+\rangle$, half $|0\rangle$ (phase 0) and half $|1\rangle$ (phase 3/8). **Before you run:** does the register say 0, or 3/16, or something else? And a second run on the *same* target, without preparing it again?

# %%
twice = QuantumCircuit(4, 6)
twice.h(3)  # the target in |+>: no eigenstate
for run in range(2):
    twice.reset(range(3))
    twice.h(range(3))
    for k in range(3):
        twice.cp(2 * np.pi * 3 / 8 * 2**k, k, 3)
    twice.compose(fourier(3).inverse(), range(3), inplace=True)
    twice.measure(range(3), range(3 * run, 3 * run + 3))

for both, number in sorted(sample(twice, shots=2000).items()):
    print(f"first reading {both % 8}/8, second reading {both // 8}/8: {number} times")

# %% [markdown]
# Never $3/16$. Each single run reads *one* of the eigenvalues, with the probability of its eigenstate, and the second run agrees with the first. So phase estimation is a *measurement* in the eigenbasis of $U$. It leaves the target in the eigenstate that it has read. In order finding we shall need exactly this, because there we can prepare no eigenstate and do not have to.
#
# ### "The gate acts on the target, so the target changes"
#
# With an eigenstate as target, everything happens to the controls and nothing to the target. The "controlled" qubit stays as it is, the controls are turned. Which of the two qubits a gate acts upon depends on the basis in which you look.

# %%
kicked = QuantumCircuit(2)
kicked.h(0)
kicked.x(1)
before = Statevector(kicked)
kicked.cp(2 * np.pi * 3 / 8, 0, 1)
after = Statevector(kicked)
for name, pauli in (("control", "IX"), ("control", "IY"), ("target ", "ZI"), ("target ", "XI")):
    old, new = (state.expectation_value(Pauli(pauli)).real for state in (before, after))
    print(f"{name} <{pauli.strip('I')}>: {old:+.3f} -> {new:+.3f}")

# %% [markdown]
# ## 6. One control is enough
#
# The inverse transform begins with a Hadamard gate on the qubit that reads the *lowest* bit of $y$; after that this qubit only serves as a control for the phases of the others. A control may be measured *before* what it controls, and a measured control is a classical bit. So measure, and let the later phases depend on what was found: `if_test`. This is the *semiclassical* transform of Griffiths and Niu (1996). It needs no gates on two control qubits at all. And now the controls never have to be there at the same time: one qubit does, measured and reset $t$ times.
#
# With $\varphi = 0.y_{t-1}\ldots y_1y_0$ in binary the order is as follows. $U^{2^{t-1}}$ has the phase $0.y_0$, which is nothing or a half turn; H tells the two apart, and $y_0$ is known. $U^{2^{t-2}}$ has the phase $0.y_1y_0$; turn the known part $0.0y_0$ back, and $y_1$ is left. And so on: *the last digits first*.

# %%
def one_control(power, prepare, t):
    """Iterative phase estimation: power(k) is the controlled U^(2^k), with its control first."""
    circuit = QuantumCircuit(prepare.num_qubits + 1, t)
    circuit.compose(prepare, range(1, prepare.num_qubits + 1), inplace=True)
    for j in range(t):
        if j:
            circuit.reset(0)
        circuit.h(0)
        circuit.append(power(t - 1 - j), range(prepare.num_qubits + 1))
        for k in range(j):
            with circuit.if_test((circuit.clbits[k], 1)):
                circuit.p(-np.pi / 2 ** (j - k), 0)
        circuit.h(0)
        circuit.measure(0, j)
    return circuit


def phase_power(phi):
    """Powers of P(2 pi phi), controlled."""
    return lambda k: CPhaseGate(2 * np.pi * phi * 2**k)


eigenstate = QuantumCircuit(1)
eigenstate.x(0)
one_control(phase_power(0.4), eigenstate, 3).draw("mpl", fold=40)

# %% [markdown]
# *Figure 8. Three bits with one control (q0). The highest power comes first and gives the lowest bit. Each later round turns the control back by what is known already.*
#
# **Before you run:** the controls of section 4 were all in superposition until the end; here each collapses at once. Will the statistics be different?

# %%
shots = 4000
counts = sample(one_control(phase_power(0.4), eigenstate, 4), shots=shots)
expected = readings(0.4, 4)
figure, axes = plt.subplots(figsize=(6.5, 3.4), layout="constrained")
axes.bar(np.arange(16) - 0.2, [counts.get(y, 0) / shots for y in range(16)], 0.4, label="one control")
axes.bar(np.arange(16) + 0.2, expected, 0.4, label="four controls, exact")
axes.set_xlabel("y")
axes.set_ylabel("share, or probability")
axes.legend(fontsize=8)
plt.show()

# %% [markdown]
# *Figure 9. Four bits of $\varphi = 0.4$ with one control and feed-forward, against the exact distribution of the circuit with four. They agree within the scatter of 4000 shots.*
#
# They are the same, exactly, since measuring a control early changes no probability. What is different is the cost: $t - 1$ qubits fewer, no controlled phases, but measurements and decisions *during* the run, while the target has to wait and stay coherent. For order finding it is a great saving: $2n$ control qubits become one.
#
# **Try:** take out the feed-forward (delete the loop over `k` in `one_control`). Which of the 16 numbers come out now, and how often?

# %% [markdown]
# ## 7. From factoring to orders
#
# Now a gate whose phases nobody can compute beforehand. Choose a number $a$ that has no factor in common with $N$, and look at its powers modulo $N$.

# %%
def powers_of(a, number, count):
    """1, a, a^2, ... modulo a number."""
    found = [1]
    while len(found) < count:
        found.append(found[-1] * a % number)
    return found


figure, axes = plt.subplots(1, 2, figsize=(10, 3.2), layout="constrained")
for one, (a, number) in zip(axes, ((2, 21), (5, 323)), strict=True):
    row = powers_of(a, number, 40 if number == 21 else 320)
    one.plot(row, "o-", markersize=3, linewidth=0.6)
    r = next(k for k in range(1, len(row)) if row[k] == 1)
    for start in range(0, len(row), r):
        one.axvline(start, color="tab:orange", linestyle="--", linewidth=0.8)
    one.set_title(f"{a}ˣ mod {number}: order {r}", fontsize=10)
    one.set_xlabel("exponent x")
    one.set_ylabel("value")
plt.show()

# %% [markdown]
# *Figure 10. Powers modulo a number look random and repeat. The length of the repeating piece is the order.*
#
# The **order** is the smallest $r \ge 1$ with $a^r \equiv 1 \pmod N$. For a large $N$ nobody knows a quick classical way to it. And it leads to the factors, as was known long before Shor (Miller, 1976). Suppose that $r$ is even, and let $s = a^{r/2}$. Then $s^2 \equiv 1$, so $(s-1)(s+1)$ is a multiple of $N$. If $s \not\equiv -1$, neither factor is a multiple of $N$ by itself, so $N$ is split between them, and $\gcd(s-1, N)$ is a true factor. Euclid's algorithm computes it in no time.
#
# *Example:* $N = 21$, $a = 2$: $r = 6$, $s = 8$, $\gcd(7, 21) = 7$, and $21 = 3 \cdot 7$.
#
# ### The gate
#
# Multiplication $U_a: |x\rangle \mapsto |ax \bmod N\rangle$ for $x < N$ (and $|x\rangle \mapsto |x\rangle$ for the rest) is a permutation of basis states, because $a$ has an inverse modulo $N$. So it is a unitary gate. Applied $r$ times to 1 it goes round: $1 \to a \to a^2 \to \cdots \to 1$. A gate that goes round in $r$ steps has the eigenvalues $e^{2\pi i\,s/r}$, $s = 0, \ldots, r - 1$. Its eigenstates are turning arrows along the cycle:
#
# $$|u_s\rangle = \frac{1}{\sqrt r}\sum_{k=0}^{r-1} e^{-2\pi i\,sk/r}\,|a^k \bmod N\rangle .$$
#
# **The phases are $s/r$. That is where the order is.** To prepare $|u_s\rangle$ we would have to know $r$. But add all of them up: the arrows cancel at every $k$ except $k = 0$, and
#
# $$\frac{1}{\sqrt r}\sum_{s=0}^{r-1}|u_s\rangle = |1\rangle .$$
#
# So we start with $|1\rangle$, which is easy, and from section 5 we know what happens: each run picks one of the $s$, all equally likely, and reads its $s/r$. **Before you run:** for $N = 21$, $a = 2$, how many different eigenvalues does the cycle of 1 have? And the *whole* gate on 5 qubits, where other cycles exist as well?

# %%
def multiplication(a, number, controlled=True):
    """|x> -> |a x mod number>, made from a and number alone; with a control in front if wanted."""
    size = 2 ** number.bit_length()
    matrix = np.zeros((size, size))
    for x in range(size):
        matrix[a * x % number if x < number else x, x] = 1
    gate = UnitaryGate(matrix, label=f"×{a}")
    return UnitaryGate(np.kron(np.eye(size), [[1, 0], [0, 0]]) + np.kron(matrix, [[0, 0], [0, 1]])) if controlled else gate


figure, axes = plt.subplots(1, 2, figsize=(9.5, 4), layout="constrained")
permutation = Operator(multiplication(2, 21, controlled=False)).data.real
axes[0].imshow(permutation, cmap="Greys")
axes[0].set_xlabel("input x")
axes[0].set_ylabel("output 2x mod 21")
turns = np.angle(np.linalg.eigvals(permutation)) / (2 * np.pi)
values, numbers = np.unique(np.round(turns % 1, 6) % 1, return_counts=True)
axes[1].bar(values, numbers, width=0.02)
axes[1].set_xticks([0, 1 / 6, 1 / 3, 1 / 2, 2 / 3, 5 / 6], ["0", "1/6", "1/3", "1/2", "2/3", "5/6"])
axes[1].set_xlabel("phase of the eigenvalue (turns)")
axes[1].set_ylabel("how many eigenvectors of 32")
plt.show()

# %% [markdown]
# *Figure 11. Left: the gate "times 2 modulo 21" on five qubits, black for 1; numbers from 21 on stay where they are. Right: the phases of its eigenvalues. All are multiples of 1/6. The cycle of 1 has six numbers and contributes each of the six phases once; the other cycles, and the numbers that stay where they are, contribute the rest.*
#
# The powers are cheap, and this is the heart of the algorithm: $U_a$ applied $2^k$ times is $U_b$ with $b = a^{2^k} \bmod N$, and $b$ comes from $k$ squarings on a classical computer. So $2^t - 1$ calls shrink to $t$ gates. *With a sealed box this is impossible*: there the precision costs exponentially many calls. It is possible here because we know how to write the gate for every $b$.
#
# **What is honest here, and what is not.** The function `multiplication` sees $a$ and $N$ and nothing else; in particular, no order. It writes a matrix with $2^n$ rows, which is all right for a simulation with $n = 5$ and impossible for $n = 2048$. A real circuit is made of the adders of module 09: modular additions, controlled by the bits of $x$, about $n^2$ gates for each multiplication and $n^3$ for the whole algorithm. For $N = 2^n - 1$ there is a neater way, which you will build in the exercise.

# %% [markdown]
# ## 8. Shor's algorithm, run for 15 and 21
#
# How many bits $t$? We shall have to recognise $s/r$ with $r < N$ from $y/2^t$. Two different fractions with denominators below $N$ are at least $1/N^2$ apart. So $t = 2n$ bits, with $2^t \ge N^2$, tell them apart. With one control the whole machine for $N = 21$ has $1 + 5$ qubits and measures 10 times.
#
# **Before you run:** $N = 15$, $a = 7$ (order 4) and $N = 21$, $a = 2$ (order 6). Where will the peaks be, how many, how high? Which of them tell you the order?

# %%
def order_finding(a, number):
    """Order finding with one control; the target starts in |1>."""
    n = number.bit_length()
    start = QuantumCircuit(n)
    start.x(0)
    return one_control(lambda k: multiplication(pow(a, 2**k, number), number), start, 2 * n)


shots = 2000
found = {}
figure, axes = plt.subplots(1, 3, figsize=(12, 3.4), layout="constrained")
for one, (a, number, r) in zip(axes, ((7, 15, 4), (2, 21, 6)), strict=False):
    t = 2 * number.bit_length()
    found[number] = sample(order_finding(a, number), shots=shots)
    for panel in [one] if number == 15 else axes[1:]:
        panel.vlines(list(found[number]), 0, [c / shots for c in found[number].values()], linewidth=2)
    one.set_title(f"N = {number}, a = {a}: {t} bits", fontsize=10)
    one.set_xticks([2**t * s / r for s in range(r)], [f"{s}/{r}" for s in range(r)])
    one.set_xlabel("y / 2ᵗ")
axes[2].axvline(1024 * 5 / 6, color="tab:orange", linestyle="--")
axes[2].set_xlim(843.5, 862.5)
axes[2].set_title("N = 21 near 5/6 (dashed)", fontsize=10)
axes[2].set_xlabel("y")
axes[0].set_ylabel(f"share of {shots} runs")
plt.show()
print("most frequent for 21:", sorted(found[21].items(), key=lambda item: -item[1])[:10])

# %% [markdown]
# *Figure 12. What order finding reads. For 15 the order 4 divides $2^t$ and the peaks are exact; for 21 they are spread over neighbouring numbers (right), as in Figure 6. Each $s$ is equally likely. The ticks are drawn by somebody who knows $r$; the program does not.*
#
# 15 is the untypical case, which is why the pictures of it in so many places are so tidy: all orders modulo 15 are 1, 2 or 4.
#
# **Try:** `sample(order_finding(4, 21), 500)`. How many peaks are there, and what is the order of 4? Then take a base with the factor 3 in common with 21: why does `multiplication` complain?
#
# ## 9. From a number to the order
#
# The run gave $y = 853$ of 1024, say. Which fraction with a denominator below 21 is it? The tool is the **continued fraction**, which is Euclid's algorithm in other words: take off the whole part, turn the rest upside down, repeat.
#
# $$\frac{853}{1024} = \cfrac{1}{1 + \cfrac{1}{4 + \cfrac{1}{1 + \cdots}}}$$
#
# If you stop early you get simple fractions that come ever closer, the *convergents*. A theorem of Legendre (1798) says that each fraction $s/r$ with $|y/2^t - s/r| < 1/(2r^2)$ is among them.

# %%
def convergents(value):
    """The fractions s/d that a continued fraction runs through."""
    found, parts = [], []
    rest = value
    while True:
        whole = rest.numerator // rest.denominator
        parts.append(whole)
        s, d = (1, 0)
        for part in reversed(parts):
            s, d = part * s + d, s
        found.append(Fraction(s, d))
        if rest == whole:
            return found
        rest = 1 / (rest - whole)


for y in (853, 341, 0, 900):
    near = [
        f"{c} (off by {abs(float(c) - y / 1024):.5f})"
        for c in convergents(Fraction(y, 1024))
        if c.denominator < 21
    ]
    print(f"{y}/1024:", ", ".join(near))

# %% [markdown]
# Good readings are within $2^{-t-1} = 0.0005$ of some $s/r$.
#
# - 853 gives $5/6$. Test: $2^6 = 64 \equiv 1$ modulo 21. The order is 6.
#
# - 341 gives $1/3$. Test: $2^3 = 8$, no. The true phase was $2/6$, and the common factor 2 got lost. This reading is good and not sufficient; it tells that $r$ is a multiple of 3.
#
# - 0 gives $0/1$. It is correct, and no help.
#
# - 900 comes close to nothing: a bad run. It may happen; Figure 6 shows why.
#
# **Never believe a denominator, test it.** The test $a^r \equiv 1$ is one modular power on a classical computer, so a wrong candidate costs nothing but another run. And from two good runs you take the least common multiple: $1/3$ and $1/2$ together give 6. **Before you run:** in which share of single runs for 21 do you get the order? With the least common multiple of two runs? Of three?

# %%
def candidate(y, t, number):
    """The denominator that a run suggests, or None if it is near to no small fraction."""
    read = Fraction(y, 2**t)
    guess = read.limit_denominator(number - 1)  # the closest one, by continued fractions
    return guess.denominator if abs(read - guess) <= Fraction(1, 2 ** (t + 1)) else None


def order_from(runs, t, a, number):
    """The least common multiple of what good runs suggest, if it passes the test."""
    multiple = 1
    for y in runs:
        multiple = math.lcm(multiple, candidate(y, t, number) or 1)
        if pow(a, multiple, number) == 1:
            return min(d for d in range(1, multiple + 1) if pow(a, d, number) == 1)
    return None


rng = np.random.default_rng(5)
figure, axes = plt.subplots(figsize=(6.5, 3.5), layout="constrained")
for number, a, r in ((15, 7, 4), (21, 2, 6)):
    t = 2 * number.bit_length()
    all_runs = rng.permutation(np.repeat(list(found[number]), list(found[number].values())))
    shares = []
    for together in range(1, 7):
        groups = all_runs[: len(all_runs) // together * together].reshape(-1, together)
        shares.append(np.mean([order_from(group.tolist(), t, a, number) == r for group in groups]))
    axes.plot(range(1, 7), shares, "o-", label=f"N = {number}, a = {a}")
axes.set_xlabel("number of runs that are combined")
axes.set_ylabel("share in which the order is found")
axes.set_ylim(0, 1.05)
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 13. How often the order is found from 1 to 6 runs. Never was a wrong one returned, because every candidate is tested.*
#
# A single run gives the order if its $s$ has no factor in common with $r$ (for $r = 6$: only $s = 1$ and 5, so 1/3) and if the reading is good. For large $r$ the share of such $s$ falls very slowly, like $1/\log\log r$, so a few runs do. With better classical work after the measurement one run is nearly always enough.
#
# ## 10. All the way to the factors
#
# Now everything together, for every base. **Before you run:** for $N = 21$ draw $a$ from 2 to 20. For which share of them does the algorithm give the factors? What can go wrong even with a perfect order finder?

# %%
def factor(number, a, runs=6, seed=0):
    """One attempt with the base a; returns what happened."""
    g = math.gcd(a, number)
    if g > 1:
        return f"lucky: gcd is {g}"
    t = 2 * number.bit_length()
    counts = sample(order_finding(a, number), shots=runs, seed=seed)
    r = order_from([y for y, c in counts.items() for _ in range(c)], t, a, number)
    if r is None:
        return f"no order from {runs} runs"
    if r % 2:
        return f"order {r} is odd"
    root = pow(a, r // 2, number)
    if root == number - 1:
        return f"order {r}, but a^(r/2) = -1"
    p = math.gcd(root - 1, number)
    return f"order {r}: {p} x {number // p}"


for a in range(2, 21):
    print(f"21 with a = {a:2}: {factor(21, a, seed=a)}")

# %% [markdown]
# In the list there are bases that fail although their order is known: an odd order, or $a^{r/2} \equiv -1$. Then draw another $a$. For a number with $m$ different odd prime factors at most $1/2^{m-1}$ of the bases without common factor fail (powers of primes aside, which are easy to recognise), so that a few attempts do. For products of two primes this bound is 1/2, and often fewer fail:

# %%
def verdicts(number):
    """Shares of bases: order odd, root trivial, success; among those without a common factor."""
    tally = np.zeros(3)
    for a in range(2, number):
        if math.gcd(a, number) == 1:
            r, power = 1, a
            while power != 1:
                r, power = r + 1, power * a % number
            tally[0 if r % 2 else 1 if pow(a, r // 2, number) == number - 1 else 2] += 1
    return tally / tally.sum()


products = [15, 21, 33, 35, 51, 55, 77, 85, 91, 119, 143, 187, 221]
shares = np.array([verdicts(number) for number in products]).T
figure, axes = plt.subplots(figsize=(8.5, 3.6), layout="constrained")
bottom = np.zeros(len(products))
for share, name, colour in zip(
    shares, ("odd order", "a^(r/2) = -1", "leads to the factors"), ("tab:orange", "tab:red", "tab:green"), strict=True
):
    axes.bar([str(number) for number in products], share, bottom=bottom, label=name, color=colour)
    bottom += share
axes.axhline(0.5, color="black", linestyle=":", linewidth=1)
axes.set_xlabel("N, a product of two primes")
axes.set_ylabel("share of the bases")
axes.set_ylim(0, 1.2)
axes.legend(fontsize=8, loc="upper center", ncol=3)
plt.show()

# %% [markdown]
# *Figure 14. What a perfect order finder is worth: the share of the bases (without common factor with $N$) that lead to the factors. It is never below one half.*
#
# **Try:** which of the products has the fewest failures? Compute $p - 1$ and $q - 1$ for it and for 21. How often can they be divided by 2?

# %% [markdown]
# ## 11. Oversimplified: how not to factor
#
# In 2001 a group at IBM and Stanford ran an order finding for 15 with seven nuclear spins (Vandersypen and others, *Nature* 414), a milestone of control. Some "factoring" experiments since were smaller, though their numbers were larger. How can this be? They are *compiled*: the multiplications are simplified with the help of the very order that is to be found.
#
# Here is the extreme case. If you know $p$ and $q$ you can compute a base $a$ with order 2 and $a \not\equiv -1$. Then the cycle is $1 \to a \to 1$, one qubit can stand for it, and the controlled multiplication is *one CNOT*; all higher powers do nothing. **Before you run:** the next cell "factors" a number of 196 bits with two qubits. Then it does so with a coin. Which is better?

# %%
p, q = 2**89 - 1, 2**107 - 1  # two primes (Mersenne), known to us, and that is the trick
big = p * q
base = 1 + p * (-2 * pow(p, -1, q) % q)  # it is 1 modulo p and -1 modulo q
assert pow(base, 2, big) == 1  # the order is 2 by construction

compiled = QuantumCircuit(2, 1)
compiled.h(0)
compiled.cx(0, 1)  # "controlled multiplication by a", once the cycle is known
compiled.h(0)
compiled.measure(0, 0)

quantum = sample(compiled, shots=1000)
coin = np.bincount(np.random.default_rng(1).integers(0, 2, 1000), minlength=2)
for name, ones in (("two qubits", quantum[1]), ("a coin", int(coin[1]))):
    print(f"{name}: {ones} of 1000 runs say '1/2', so r = 2, and gcd(a - 1, N) = {math.gcd(base - 1, big)}")

# %% [markdown]
# The coin is as good, for numbers of any length. John Smolin, Graeme Smith and Alexander Vargo made the point in "Oversimplifying quantum factoring" (*Nature* 499, 2013): with two qubits and such a base *every* product of two different odd primes can be "factored", in constant time. **The length of the number is no measure of a factoring experiment; the length of the period that was found is.** And such a base is worth nothing: whoever can find it has the factors already, from one gcd.
#
# **Try:** put any other two primes into the cell above. Does anything in the circuit change?
#
# What would be honest? Draw $a$ at random; build the multiplications from $a$ and $N$ alone; measure enough bits to tell fractions with denominators below $N$ apart; and compare with what noise alone would give. By that measure, demonstrations on hardware have been tiny: 15, and with simplifications 21. Monz and others (*Science* 351, 2016) did 15 with trapped ions, one control used again and again as in section 6, and for several bases.
#
# Claims that other methods (annealing, lattices with a variational circuit) factored larger numbers should be read with the same questions: what was known beforehand, how does the effort grow, and what would a laptop do? A laptop factors 48 bits in less time than it takes to read this sentence.

# %% [markdown]
# ## 12. What 2048 bits would take
#
# The number of *logical* gates grows like $n^3$ with plain arithmetic, so factoring 2048 bits takes some $10^9$ to $10^{10}$ Toffoli gates, one after the other, with hardly an error among them. Today's gates fail about once in a thousand times. So everything has to run on error-corrected qubits (module 16), each made of hundreds or thousands of physical ones. Published estimates, with what they assume:
#
# | estimate | physical qubits | time | assumed |
# | --- | --- | --- | --- |
# | Gidney and Ekerå (2019; *Quantum* 5, 433, 2021) | 20 million | 8 hours | square grid, gate error $10^{-3}$, surface code cycle 1 µs, reaction time 10 µs |
# | Gidney (2025, arXiv 2505.15917) | fewer than 1 million | less than a week | the same assumptions, better arithmetic and denser storage |
#
# Two things can be learnt from the two lines. These are *calculations* for machines that nobody has built. And in six years the number of qubits fell by a factor of twenty without any progress in hardware. An estimate is an upper bound for what is needed by the best method known *today*.

# %%
steps = [
    ("15 and, simplified, 21:\norder finding on hardware", 5, "tab:blue"),
    ("RSA-250: classical record, 2020\n(about 2700 core years)", 829, "tab:gray"),
    ("RSA-2048: in wide use", 2048, "tab:red"),
]
figure, axes = plt.subplots(figsize=(8, 2.8), layout="constrained")
axes.barh([name for name, _, _ in steps], [bits for _, bits, _ in steps], color=[c for _, _, c in steps])
for place, (_, bits, _) in enumerate(steps):
    axes.text(bits * 1.05, place, str(bits), va="center", fontsize=9)
axes.set_xscale("log")
axes.set_xlim(1, 8000)
axes.set_xlabel("length of the number in bits (logarithmic)")
plt.show()

# %% [markdown]
# *Figure 15. How long the numbers are. The classical record is by Boudot and others with the number field sieve. Between the blue and the red bar lie not only hundreds of times more bits but error correction.*
#
# What does it mean for you? Nothing is broken today. But what is recorded today can be decrypted on the day when such a machine exists, and to exchange the cryptography of a large organisation takes many years. Therefore the change to **post-quantum cryptography**, classical methods that rest on other problems, has begun: in August 2024 the American standards institute NIST published the first three standards (FIPS 203 for exchanging keys, FIPS 204 and 205 for signatures). That these withstand quantum computers is believed on good grounds and not proved, as it was never proved for RSA either.
#
# And Shor's algorithm is no proof that quantum computers are faster. It beats every classical method *that we know*; whether there is a fast classical one, nobody knows.
#
# ## Mistakes that many people make
#
# | "..." | what the experiments say |
# | --- | --- |
# | "It tries all divisors at once." | It measures a period. No divisor is ever tried (section 8). |
# | "The QFT is an exponentially faster FFT." | Neither can its input be loaded nor its output be read quickly (section 2). |
# | "Phase estimation gives the mean of the phases." | It gives one of them, and the state has chosen (section 5). |
# | "A measured $y$ is the order." | It is close to $s/r$ for a random $s$; it may be bad or say too little (section 9). |
# | "They factored $N$, so their machine can do $\log_2 N$ bits." | A coin can do it as well if the order is known (section 11). |
#
# ## Summary
#
# - The QFT is a change of basis: a number becomes a speed of turning arrows. $n$ Hadamard gates, $n(n-1)/2$ controlled phases, and a reversal of the bits. Small phases may be left out; the error is at most the sum of their angles.
#
# - Phase estimation kicks the phases $2^k\varphi$ into the controls and reads them by the inverse transform. A phase that fits $t$ bits is read with certainty; otherwise the nearest number has at least $4/\pi^2$. Each further bit doubles the calls of a box, and halves the worst chance of a failure.
#
# - It is a measurement in the eigenbasis. With feed-forward one control does for all bits, the lowest first.
#
# - Multiplication modulo $N$ is a permutation with the phases $s/r$ on the cycle of 1, and $|1\rangle$ is the sum of their eigenstates. Powers are cheap, because $a^{2^k}$ can be computed classically.
#
# - Continued fractions turn $y/2^t$ into a candidate, a test confirms it, the least common multiple joins runs. An even order with $a^{r/2} \not\equiv -1$ splits $N$.
#
# - Honest order finding knows $a$ and $N$ only. Estimates for RSA-2048 are a million physical qubits or more, under conditions.
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | Fourier transform | $F\lvert x\rangle = 2^{-n/2}\sum_y e^{2\pi i xy/2^n}\lvert y\rangle$ |
# | as a product | output bit of weight $2^j$: phase $2\pi x\,2^j/2^n$ |
# | adding $a$ | $F^\dagger\,\mathrm{diag}(e^{2\pi i a y/2^n})\,F$ |
# | reading $y$ | $P(y) = \sin^2(2^t\pi\delta)\,/\,(4^t\sin^2\pi\delta)$, $\delta = \varphi - y/2^t$ |
# | bits for $n$ digits with $1-\epsilon$ | $t = n + \lceil\log_2(2 + 1/2\epsilon)\rceil$ |
# | feed-forward | round $j$: $U^{2^{t-1-j}}$, turned back by $\pi/2^{j-k}$ for each bit $k < j$ that is 1 |
# | eigenstates of $U_a$ | $\lvert u_s\rangle = r^{-1/2}\sum_k e^{-2\pi i sk/r}\lvert a^k\rangle$, phase $s/r$ |
# | start | $\lvert 1\rangle = r^{-1/2}\sum_s\lvert u_s\rangle$ |
# | factors | $\gcd(a^{r/2} - 1, N)$ |
#
# ## Further reading
#
# - P. W. Shor, "Polynomial-time algorithms for prime factorization and discrete logarithms on a quantum computer", *SIAM Journal on Computing* 26, pages 1484-1509 (1997); first version at the FOCS conference in 1994; free as arXiv quant-ph/9508027. Well readable after this lesson.
#
# - R. Cleve, A. Ekert, C. Macchiavello and M. Mosca, "Quantum algorithms revisited", *Proceedings of the Royal Society A* 454, pages 339-354 (1998); arXiv quant-ph/9708016. Before it: A. Yu. Kitaev, arXiv quant-ph/9511026 (1995).
#
# - R. B. Griffiths and C.-S. Niu, "Semiclassical Fourier transform for quantum computation", *Physical Review Letters* 76, pages 3228-3231 (1996); arXiv quant-ph/9511007. D. Coppersmith, arXiv quant-ph/0201067 (a report of 1994). T. G. Draper, "Addition on a quantum computer", arXiv quant-ph/0008033 (2000).
#
# - J. A. Smolin, G. Smith and A. Vargo, "Oversimplifying quantum factoring", *Nature* 499, pages 163-165 (2013).
#
# - C. Gidney and M. Ekerå, "How to factor 2048 bit RSA integers in 8 hours using 20 million noisy qubits", *Quantum* 5, 433 (2021); C. Gidney, "How to factor 2048 bit RSA integers with less than a million noisy qubits", arXiv 2505.15917 (2025).
