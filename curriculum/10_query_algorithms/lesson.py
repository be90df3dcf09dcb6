# %% [markdown]
# # Query algorithms
#
# A sealed box answers questions. You put in a number, it gives back one bit. Each answer costs money, and nobody lets you look inside. You do not want to know all the answers, only one thing about them: are they all equal? Is there a secret pattern? **How few questions do you need, and does a quantum computer need fewer?**
#
# For these questions there are *proofs*, also of what cannot be done. That is rare: of hardly any practical problem do we know how fast the best classical program could be. In this lesson you will see a gap that looks enormous and disappears on a second look, one that is modest and real, and one that is enormous and real. Telling them apart is what the lesson is about.
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. say what the query model counts, and compute how many queries a classical algorithm needs, with and without a small chance of error (5.5 I A2);
# 2. build circuits that get an answer out of an oracle with one or two calls, also where the oracle is not of the usual kind (5.5 II A2, 5.5 II B1);
# 3. predict what such a circuit measures, from the Walsh spectrum of the function (1.2 I A2, 5.5 I A2);
# 4. run Simon's algorithm to the end, with its linear algebra, and say how many runs it takes (5.5 I B1, 5.5 II A2);
# 5. judge a claim of a "quantum speed-up" by what is counted and what is assumed (5.5 III A2).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need reversible circuits and oracles from the module before this one.
#
# **Conventions.** An input $x$ of $n$ bits is also the integer $x = \sum_k x_k 2^k$; bit $k$ is on qubit $k$, and in a text such as `110` bit 0 is the *rightmost* character. $\oplus$ is the exclusive or, bit by bit. $z\cdot x = z_0x_0 \oplus z_1x_1 \oplus \cdots$ is one bit, the parity of the places where both strings have a 1. $N = 2^n$ is the number of inputs.

# %%
import math

import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit.library import UnitaryGate
from qiskit.primitives import StatevectorSampler
from qiskit.quantum_info import Statevector
from scipy.linalg import hadamard


def oracle(values, outputs=1):
    """A box as a gate: |x>|y> becomes |x>|y ⊕ values[x]>; x is on the first qubits, y on the others."""
    inputs = len(values).bit_length() - 1
    size = 2 ** (inputs + outputs)
    matrix = np.zeros((size, size))
    for before in range(size):
        x, y = before % len(values), before // len(values)
        matrix[x + len(values) * (y ^ values[x]), before] = 1
    return UnitaryGate(matrix, label="oracle")


def dot(z, x):
    """z·x modulo 2, of two integers."""
    return (z & x).bit_count() % 2


def sample(circuit, shots=1000, seed=3):
    """Run a circuit; return how often each outcome came."""
    result = StatevectorSampler(seed=seed).run([circuit], shots=shots).result()
    return dict(sorted(result[0].join_data().get_counts().items()))


# %% [markdown]
# ## 1. What is counted
#
# The box computes a function $f$ that takes $n$ bits. One **query** is one call: classically, one input $x$ in and the value $f(x)$ out. In the **query model** a query costs 1 and *everything else costs nothing*: storing, comparing, computing, however much. The *query complexity* of a problem is the number of queries that the best algorithm needs in the worst case.
#
# | counted | not counted |
# | --- | --- |
# | calls of the box (and of its inverse, and controlled calls) | gates before, between and after the calls |
# | | gates *inside* the box |
# | | time, memory, qubits, classical computing |
#
# Why would one count so badly? Because then one can prove things. Whoever may look at nothing but answers *learns* nothing but answers, and what she has not asked could still be otherwise. A quantum computer gets the same box in reversible form,
#
# $$|x\rangle|y\rangle \;\to\; |x\rangle|y\oplus f(x)\rangle ,$$
#
# and may call it with a superposition. That is the whole difference.
#
# One word decides about nearly everything that follows. Algorithms may be
#
# - **deterministic** or *exact*: never wrong;
# - **randomised** (or quantum) with *bounded error*: wrong with a probability of at most $\varepsilon$, say 1 %, for *every* function that is allowed. By repeating and a vote, $\varepsilon$ becomes as small as you like.
#
# ### A concrete case
#
# You are promised that $f$ is either **constant** (all values equal) or **balanced** (half of the values are 0, half are 1). You have $n = 4$, so 16 inputs. You ask for eight of them, and eight times the box says 0. **Before you run the next cell:** how sure are you that $f$ is constant?

# %%
def draw_table(axes, shown, title):
    """Draw 16 values as squares; None is an unknown one."""
    colours = {None: "white", 0: "tab:blue", 1: "tab:orange"}
    for x, value in enumerate(shown):
        axes.add_patch(plt.Rectangle((x, 0), 0.9, 0.9, facecolor=colours[value], edgecolor="gray"))
        text = "?" if value is None else value
        axes.text(x + 0.45, 0.45, text, ha="center", va="center", fontsize=9)
    axes.set_xlim(0, 16)
    axes.set_ylim(0, 1)
    axes.set_yticks([])
    axes.set_xticks(np.arange(16) + 0.45, range(16), fontsize=8)
    axes.set_title(title, fontsize=9, loc="left")


asked = np.random.default_rng(1).permutation(16)[:8]
known = [0 if x in asked else None for x in range(16)]
figure, panels = plt.subplots(3, 1, figsize=(8, 3.4))
draw_table(panels[0], known, "what you know after 8 queries")
draw_table(panels[1], [0] * 16, "fits: constant")
draw_table(panels[2], [0 if one == 0 else 1 for one in known], "fits as well: balanced")
panels[2].set_xlabel("input x")
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 1. After eight equal answers both a constant and a balanced function are possible, and nothing but a ninth query can tell them apart.*
#
# This is an **adversary argument**, the oldest way to prove a lower bound. Imagine that the box is played by somebody who wants you to ask as often as possible and decides on each value only when you ask for it. He says 0 to each question. As long as you have asked at most $N/2$ times, he can complete the table in both ways. So *no* deterministic algorithm gets by with $N/2$ queries, however clever: it needs $2^{n-1} + 1$, and as many suffice. For $n = 40$ this is more than $5\cdot10^{11}$.
#
# **Try:** ask for nine inputs in the cell above (`[:9]`). What is wrong with the third panel?

# %% [markdown]
# ## 2. A classical player who throws dice
#
# The adversary had an advantage: he knew what you were going to ask. Take it away from him. Fix any balanced function, and *then* draw $q$ different inputs at random. If two of the answers differ, say "balanced"; that is surely right. If all are equal, say "constant". You are wrong only if a balanced function showed you $q$ equal values, and the probability of this is
#
# $$P_q = 1\cdot\frac{N/2-1}{N-1}\cdot\frac{N/2-2}{N-2}\cdots\frac{N/2-q+1}{N-q+1} \;\le\; 2^{\,1-q}.$$
#
# **Before you run:** how many queries do you need to be wrong in at most 1 % of the cases, for $n = 3$, for $n = 10$, and for $n = 1000$?

# %%
def chance_to_miss(n, q):
    """Probability that q different inputs of a balanced function have equal values."""
    half, size = 2 ** (n - 1), 2**n
    return math.prod((half - j) / (size - j) for j in range(1, q))


rng = np.random.default_rng(5)
trials = 4000
figure, axes = plt.subplots(figsize=(7, 3.8))
for n, colour in ((3, "tab:blue"), (5, "tab:green"), (10, "tab:red")):
    table = np.arange(2**n) % 2  # some balanced function
    draws = np.array([table[rng.permutation(2**n)[:9]] for _ in range(trials)])
    queries = np.arange(1, min(9, draws.shape[1]) + 1)
    missed = [np.mean(np.ptp(draws[:, :q], axis=1) == 0) for q in queries]
    exact = [chance_to_miss(n, q) for q in queries]
    axes.plot(queries, np.where(np.array(exact) > 0, exact, np.nan), color=colour, label=f"n = {n}")
    axes.plot(queries, np.where(np.array(missed) > 0, missed, np.nan), "o", color=colour)
axes.plot(range(1, 10), [2.0 ** (1 - q) for q in range(1, 10)], "--", color="gray", label="$2^{1-q}$")
axes.axhline(0.01, color="black", linewidth=0.7)
axes.text(1, 0.0107, "1 %", fontsize=8, va="bottom")
axes.set_yscale("log")
axes.set_ylim(2e-3, 1.5)
axes.set_xlabel("number of queries q")
axes.set_ylabel("probability of a wrong answer")
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()
for n in (3, 10, 1000):
    needed = next(q for q in range(1, 2 ** min(n, 20)) if chance_to_miss(n, q) <= 0.01)
    print(f"n = {n:4}: {needed} queries for an error of at most 1 %")

# %% [markdown]
# *Figure 2. Wrong answers of the player who throws dice: formula (lines) and 4000 games for each $n$ (dots). For $n = 10$ the line is hard to tell from $2^{1-q}$. The number of queries does not grow with $n$.*
#
# Eight queries, for a table of $2^{1000}$ entries. Twenty for an error of one in half a million. So the classical bound has two versions, as far apart as can be:
#
# | | never wrong | wrong in at most 1 % |
# | --- | --- | --- |
# | classical queries | $2^{n-1} + 1$ | 8 |
#
# Keep this table in mind until section 5.
#
# **Try:** what does the formula say about 0.1 % and 0.01 %? How much does each further factor of 10 cost?

# %% [markdown]
# ## 3. The tool: phase kickback
#
# The one quantum tool that we need comes from the module before. Put the *output* qubit into $|-\rangle = (|0\rangle - |1\rangle)/\sqrt2$. A flip turns it into $-|-\rangle$: the same state with a sign. So the box does
#
# $$|x\rangle|-\rangle \;\to\; (-1)^{f(x)}\,|x\rangle|-\rangle .$$
#
# The output qubit has not changed at all. The sign belongs to the product, and we may read it as a sign of $|x\rangle$. For a single $x$ it is a global phase and means nothing. For a superposition of many $x$ the signs are *relative* phases. **Before you run:** three qubits in the equal superposition, one call. The function is 1 on the inputs 3, 5, 6 and 7. What has changed in the amplitudes, what in the probabilities?

# %%
majority = [0, 0, 0, 1, 0, 1, 1, 1]
kicked = QuantumCircuit(4)  # qubits 0 to 2: x, qubit 3: output
kicked.h([0, 1, 2])
kicked.x(3)
kicked.h(3)
kicked.append(oracle(majority), range(4))
kicked.h(3)  # back from |-> to |1>, to be able to read the register's amplitudes
kicked.x(3)
amplitudes = Statevector(kicked).data[:8].real

figure, panels = plt.subplots(1, 2, figsize=(9, 2.8))
colours = ["tab:orange" if value else "tab:blue" for value in majority]
panels[0].bar(range(8), amplitudes, color=colours)
panels[0].axhline(0, color="black", linewidth=0.7)
panels[0].set_ylabel("amplitude")
panels[1].bar(range(8), amplitudes**2, color=colours)
panels[1].set_ylabel("probability")
panels[1].set_ylim(0, 0.3)
for one in panels:
    one.set_xlabel("input x")
    one.set_xticks(range(8))
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 3. After one call with the output qubit in $|-\rangle$: inputs with $f(x) = 1$ (orange) have a negative amplitude. The probabilities are all the same, whatever $f$ is.*
#
# All eight values of $f$ are in this state, after *one* call, and a measurement shows none of them. To get something out, the signs have to be made to interfere.
#
# **Try:** leave out `kicked.x(3)` before the call, so that the output qubit is in $|+\rangle$. Why does the box do nothing then?

# %% [markdown]
# ## 4. Two algorithms with one call
#
# ### One bit: Deutsch's problem
#
# The smallest case is $n = 1$: two inputs, four functions. Constant or balanced is the question whether $f(0) = f(1)$. A classical player has to ask for both values, and even a player who accepts errors is helpless with one query: the other value could be anything, so he can only toss a coin. The quantum circuit:

# %%
def one_call(values, last_layer=True):
    """H on the register, one call with the output in |->, H on the register, measure it."""
    n = len(values).bit_length() - 1
    circuit = QuantumCircuit(n + 1, n)
    circuit.x(n)
    circuit.h(range(n + 1))
    circuit.append(oracle(values), range(n + 1))
    if last_layer:
        circuit.h(range(n))
    circuit.measure(range(n), range(n))
    return circuit


one_call([0, 1]).draw("mpl")

# %% [markdown]
# *Figure 4. The circuit for one bit. Qubit 0 holds $x$, qubit 1 is the output, in $|-\rangle$; the wide line is the classical bit.*
#
# **Before you run:** after the call, qubit 0 is in the state $\big((-1)^{f(0)}|0\rangle + (-1)^{f(1)}|1\rangle\big)/\sqrt2$. Which state is this if the two values are equal, and which if they differ? What does H make of it?

# %%
for values in ([0, 0], [1, 1], [0, 1], [1, 0]):
    print(f"f(0), f(1) = {values}: outcomes {sample(one_call(values))}")

# %% [markdown]
# If the values are equal, the state is $\pm|+\rangle$ and the outcome is 0. If they differ, it is $\pm|-\rangle$ and the outcome is 1. So the outcome *is* $f(0)\oplus f(1)$, with certainty. You learn one bit, the parity of the two values, and you do not learn either of them: the overall sign, in which $f(0)$ sits, is a global phase.
#
# David Deutsch posed the problem in 1985, in the paper that defined the quantum computer. His own solution gave the answer only in half of the runs and in the others reported that it had failed; the version with certainty, as drawn here, is from Cleve, Ekert, Macchiavello and Mosca (1998).
#
# ### Many bits: Deutsch and Jozsa
#
# The same circuit with $n$ qubits. **Before you run:** three functions of three bits: a constant one, a balanced one (majority), and one that breaks the promise (a single 1). What can you say about the outcome `000` in the three cases?

# %%
cases = {
    "constant": [1] * 8,
    "balanced (majority)": majority,
    "a single 1 (no promise)": [0, 0, 0, 0, 0, 1, 0, 0],
}
labels = [f"{z:03b}" for z in range(8)]
figure, panels = plt.subplots(1, 3, figsize=(11, 2.9), sharey=True)
for one, (name, values) in zip(panels, cases.items(), strict=True):
    counts = sample(one_call(values))
    one.bar(labels, [counts.get(label, 0) / 1000 for label in labels])
    one.set_title(name, fontsize=10)
    one.set_xlabel("outcome")
    one.tick_params(axis="x", labelsize=8)
panels[0].set_ylabel("share of 1000 shots")
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 5. One call for each shot. Constant: always `000`. Balanced: never `000`. Without the promise both can happen.*
#
# To see why, follow the amplitude of the outcome $00\ldots0$. Each input $x$ comes to the last layer of H gates with the amplitude $(-1)^{f(x)}/\sqrt N$, and each sends the share $1/\sqrt N$ of it to $|00\ldots0\rangle$. Added up:
#
# $$\langle 0\ldots0|\text{end}\rangle = \frac1N\sum_{x}(-1)^{f(x)} .$$
#
# This is the *average of the signs*: $\pm1$ for a constant function, 0 for a balanced one. Picture it as a walk: one step for each input, up for the value 0, down for the value 1, and the end of the walk is the amplitude.

# %%
rng = np.random.default_rng(12)
walks = {
    "constant 0": np.zeros(64, dtype=int),
    "constant 1": np.ones(64, dtype=int),
    "balanced": rng.permutation([0, 1] * 32),
    "16 ones (no promise)": rng.permutation([1] * 16 + [0] * 48),
}
figure, axes = plt.subplots(figsize=(7, 3.6))
for name, values in walks.items():
    path = np.concatenate([[0], np.cumsum((-1.0) ** values) / 64])
    axes.plot(range(65), path, label=f"{name}: end {path[-1]:+.2f}, chance {path[-1] ** 2:.2f}")
    axes.plot(64, path[-1], "o", color="black", markersize=4)
axes.axhline(0, color="gray", linewidth=0.7)
axes.set_xlabel("number of inputs added")
axes.set_ylabel("sum of the amplitudes at 00…0")
axes.set_xlim(0, 66)
axes.legend(fontsize=8, loc="upper left", bbox_to_anchor=(1.01, 1))
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 6. How the amplitude of the outcome $00\ldots0$ comes about ($n = 6$): all contributions reinforce each other, cancel exactly, or do neither. The chance of the outcome is the square of the end.*
#
# So one query suffices, for every $n$ and with certainty. David Deutsch and Richard Jozsa published it in 1992, with two calls of the box; the form with one call is again that of 1998.
#
# **Try:** change *one* value of the balanced function in Figure 6. With which probability is the quantum answer wrong now? How would the classical player with his eight queries take it?

# %% [markdown]
# ## 5. What one may conclude, and what not
#
# ### "It evaluates all inputs at once"
#
# You will read that the quantum computer tries all inputs at once and reads the answer. Let us try to read. **Experiment one:** the output qubit in $|0\rangle$, as in an ordinary computation, so that the state after the call is $\frac{1}{\sqrt N}\sum_x|x\rangle|f(x)\rangle$: all values computed, all there. We measure right away. **Before you run:** what do you expect to see in eight shots?

# %%
everything = QuantumCircuit(4, 4)
everything.h([0, 1, 2])
everything.append(oracle(majority), range(4))
everything.measure(range(4), range(4))
shots = StatevectorSampler(seed=8).run([everything], shots=8).result()[0].join_data().get_bitstrings()
print("x, f(x) in eight runs:", [(int(key[1:], 2), int(key[0])) for key in shots])

# %% [markdown]
# Each run gives *one* input, at random, and its value. A classical player who draws inputs at random gets the same, and he could even have chosen which ones. **Experiment two:** the output qubit in $|-\rangle$, two different balanced functions; look before and after the last layer of H gates.

# %%
first_bit = [x & 1 for x in range(8)]
figure, panels = plt.subplots(2, 2, figsize=(9, 4.4), sharey=True)
for row, (name, values) in zip(panels, {"majority": majority, "first bit": first_bit}.items(), strict=True):
    for one, last_layer, when in ((row[0], False, "right after the call"), (row[1], True, "after the H gates")):
        counts = sample(one_call(values, last_layer))
        one.bar(labels, [counts.get(label, 0) / 1000 for label in labels])
        one.set_title(f"{name}, {when}", fontsize=9)
        one.tick_params(axis="x", labelsize=8)
    row[0].set_ylabel("share of shots")
for one in panels[1]:
    one.set_xlabel("outcome")
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 7. Left: measured right after the call, the two functions look the same (and like no function at all). Right: only the interference of the last H gates shows a difference.*
#
# **Experiment three:** if all answers were there to be read, then surely the plainest question could be answered: is there *any* input with $f(x) = 1$? Take a function with at most a single 1, and the circuit above: the outcome $00\ldots0$ speaks for "no 1", every other proves that there is one. The amplitude of $00\ldots0$ is $1 - 2/N$ if there is a 1. **Before you run:** with which probability does one call discover it, for $n = 3$ and for $n = 10$?

# %%
sizes = np.arange(2, 13)
quantum = 1 - (1 - 2 / 2.0**sizes) ** 2
measured = []
for n in range(2, 9):
    values = [0] * 2**n
    values[2**n // 3] = 1
    counts = sample(one_call(values), shots=4000, seed=n)
    measured.append(1 - counts.get("0" * n, 0) / 4000)

figure, axes = plt.subplots(figsize=(6.5, 3.4))
axes.plot(sizes, quantum, label="one quantum query, formula")
axes.plot(range(2, 9), measured, "o", label="one quantum query, 4000 shots")
axes.plot(sizes, 1 / 2.0**sizes, "--", color="gray", label="one classical query at random")
axes.set_yscale("log")
axes.set_xlabel("number of bits n")
axes.set_ylabel("chance to discover the single 1")
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 8. Is there a 1 in the table? One quantum query finds it with probability about $4/N$, one classical query with $1/N$. Both fall exponentially with $n$.*
#
# So much for trying all answers. A better sentence is this: *the box is called once with a superposition; the signs that it leaves behind interfere, and what comes out is a sum over all values.* If the promise makes this sum say what you want to know, you have won. Otherwise you have not.
#
# (For the question of Figure 8 there are better quantum algorithms, with about $\sqrt N$ queries; they are the subject of the next module. Fewer are impossible: Bennett, Bernstein, Brassard and Vazirani, 1997.)
#
# ### "Exponentially faster"
#
# Now complete the table of section 2.
#
# | constant or balanced? | never wrong | wrong in at most 1 % |
# | --- | --- | --- |
# | classical queries | $2^{n-1} + 1$ | 8 |
# | quantum queries | 1 | 1 |
#
# The exponential gap is in the *first* column alone. Which of the two is fair? A real quantum computer is never free of errors, so it is a machine of the second column, and there one query stands against eight. **That is a constant factor, for a problem that nobody had.** What Deutsch and Jozsa did show is that the two models differ at all, and how: it was the first step.
#
# **Try:** suppose that your quantum computer gives the right answer with probability 0.9 only. How many runs and a vote bring its error below 1 %? (`scipy.stats.binom.cdf` helps.)

# %% [markdown]
# ## 6. What comes out: the Walsh spectrum
#
# So far we have looked at the outcome $00\ldots0$. What are the chances of the others? The layer of H gates takes $|x\rangle$ to $\frac{1}{\sqrt N}\sum_z(-1)^{z\cdot x}|z\rangle$. So the amplitude of the outcome $z$ is
#
# $$\hat f(z) = \frac1N\sum_x (-1)^{f(x)\,\oplus\, z\cdot x}, \qquad\text{and its probability is } \hat f(z)^2 .$$
#
# The numbers $\hat f(z)$ are the **Walsh spectrum** (or Walsh-Hadamard transform, the Fourier transform of Boolean functions) of the signs of $f$. They have a meaning without any quantum computer: $\hat f(z)$ compares $f$ with the parity $z\cdot x$. It is the share of inputs on which the two agree minus the share on which they differ. As a vector, the spectrum is the vector of signs in another orthonormal basis, so the squares add up to 1 (Parseval), which we knew: they are probabilities.
#
# **Before you run:** five functions of three bits, constant 0, the parity $x_0\oplus x_2$, majority, AND of all three, and a random one. For which of them is the outcome certain? For which can all eight outcomes occur?

# %%
def walsh(values):
    """The Walsh spectrum of a list of values 0 and 1."""
    return hadamard(len(values)) @ (-1.0) ** np.array(values) / len(values)


rng = np.random.default_rng(3)
shown = {
    "constant 0": [0] * 8,
    "parity x0 ⊕ x2": [dot(0b101, x) for x in range(8)],
    "majority": majority,
    "AND": [0] * 7 + [1],
    "random": rng.integers(0, 2, 8).tolist(),
}
figure, panels = plt.subplots(2, 5, figsize=(12, 4), sharey="row", sharex=True)
for (upper, lower), (name, values) in zip(panels.T, shown.items(), strict=True):
    upper.bar(range(8), walsh(values), color="tab:purple")
    upper.axhline(0, color="black", linewidth=0.7)
    upper.set_title(name, fontsize=9)
    counts = sample(one_call(values))
    lower.bar(range(8), walsh(values) ** 2, color="lightgray", label="spectrum squared")
    lower.plot(range(8), [counts.get(label, 0) / 1000 for label in labels], ".", color="tab:blue", label="1000 shots")
    lower.set_xticks(range(8), labels, rotation=90, fontsize=8)
    lower.set_xlabel("z")
panels[0, 0].set_ylabel("spectrum")
panels[1, 0].set_ylabel("probability")
panels[1, 0].legend(fontsize=7)
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 9. Above: the Walsh spectrum of five functions. Below: its square, and what the circuit measures. A parity has a single peak. AND is nearly constant: a high peak at 0, and a little of everything.*
#
# Now everything about one call can be read off. *Constant*: a peak at 0. *Balanced*: $\hat f(0) = 0$. *A parity $a\cdot x$*: a single peak at $z = a$. And a promise is good for one quantum query if the spectra of the two classes do not overlap.
#
# The spectrum also says what is *not* easy. Sampling $z$ with probability $\hat f(z)^2$ takes one query. Computing one particular $\hat f(z)$ precisely does not, neither classically nor on a quantum computer: it takes statistics.
#
# **Try:** the function $x_0x_1 \oplus x_2x_3$ of four bits. Its spectrum has a remarkable shape; such functions are called *bent* and are used in cryptography. Why?

# %% [markdown]
# ## 7. Bernstein and Vazirani: a hidden parity
#
# Ethan Bernstein and Umesh Vazirani (1993; in print 1997) turned the observation about parities into a problem. **Promise:** $f(x) = a\cdot x$ with a hidden string $a$ of $n$ bits. **Wanted:** $a$.
#
# A classical player asks for the inputs $00\ldots01$, $00\ldots10$ and so on; each answer is one bit of $a$. That makes $n$ queries. Can he do better, perhaps with dice? No: each answer is a single bit, and so $q$ answers can tell at most $2^q$ strings apart. With $q < n$ queries he is right with a chance of at most $2^{q-n}$, dice or not. **Before you run:** the quantum circuit is `one_call`, nothing new. What will it show for $a = $ `10110`?

# %%
secret = 0b10110
hidden = [dot(secret, x) for x in range(32)]
print("measured:", sample(one_call(hidden), shots=100))

rng = np.random.default_rng(10)
queries = np.arange(0, 6)
right = []
for q in queries:  # ask for q bits of a, guess the others
    guesses = rng.integers(0, 2, (4000, 5 - q)) if q < 5 else np.zeros((4000, 0))
    wanted = [secret >> k & 1 for k in range(q, 5)]
    right.append(np.mean(np.all(guesses == wanted, axis=1)))
figure, axes = plt.subplots(figsize=(6.5, 3.2))
axes.plot(queries, 2.0 ** (queries - 5), "--", color="gray", label="classical bound $2^{q-n}$")
axes.plot(queries, right, "o", label="classical, 4000 games")
axes.plot([1, 5], [1, 1], "s-", color="tab:green", label="quantum")
axes.set_xlabel("number of queries q")
axes.set_ylabel("chance to name all bits")
axes.set_ylim(0, 1.08)
axes.legend(fontsize=8, loc="center left")
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 10. A hidden string of five bits. Classically each query gives one bit, and with fewer than five the rest is guessed. One quantum query gives all.*
#
# This gap is honest: $n$ against 1, and no dice help. It is also modest: a factor of $n$. A box that computes $a\cdot x$ as a circuit has up to $n$ CX gates anyway.
#
# That circuit shows in another way what has happened. **Before you run:** the box for $a\cdot x$ is a CX from each qubit with $a_k = 1$ to the output. What is a CX with H gates on both sides of both qubits?

# %%
parity_box = QuantumCircuit(4, 3)
parity_box.x(3)
parity_box.h(range(4))
parity_box.barrier()
parity_box.cx(1, 3)  # a = 110
parity_box.cx(2, 3)
parity_box.barrier()
parity_box.h(range(4))
parity_box.measure(range(3), range(3))
parity_box.draw("mpl")

# %% [markdown]
# *Figure 11. Bernstein and Vazirani with a look into the box, for $a$ = `110`. Between the barriers: the box.*
#
# The H gates turn each CX round. So the circuit is the same as one in which the *output* qubit, which is in $|1\rangle$, flips the qubits 1 and 2: the box writes $a$ into the register. That is kickback again. Nothing was tried in parallel.
#
# Bernstein and Vazirani went on and nested their problem in itself. The recursive version has a gap that is larger than every polynomial, also against dice. Soon afterwards Simon found a simpler one.
#
# **Try:** put a further `parity_box.x(3)` between the barriers, so that $f(x) = a\cdot x \oplus 1$. What changes in the outcome, and why?

# %% [markdown]
# ## 8. Simon: a hidden mask
#
# **Promise:** $f$ takes $n$ bits to $n$ bits, and there is a *mask* $s \ne 0$ such that
#
# $$f(x) = f(y) \quad\text{exactly if}\quad y = x \text{ or } y = x\oplus s .$$
#
# So the inputs come in pairs, and both members of a pair have the same value. **Wanted:** $s$. The problem and its algorithm are due to Daniel Simon (1994; in print 1997).

# %%
def simon_table(n, mask, seed):
    """A random function with this mask, as a list of values."""
    names = np.random.default_rng(seed).permutation(2**n)
    return [int(names[min(x, x ^ mask)]) for x in range(2**n)]


mask = 0b101
table = simon_table(3, mask, seed=6)
figure, axes = plt.subplots(figsize=(7, 2.4))
palette = dict(zip(sorted(set(table)), ["tab:blue", "tab:orange", "tab:green", "tab:red"], strict=True))
for x, value in enumerate(table):
    axes.bar(x, 1, width=0.9, color=palette[value])
    axes.text(x, 0.5, f"{value:03b}", ha="center", va="center", color="white", fontsize=11)
axes.set_xticks(range(8), labels)
axes.set_yticks([])
axes.set_xlabel("input x")
axes.set_ylabel("value f(x)")
plt.show()

# %% [markdown]
# *Figure 12. A function with a hidden mask: inputs with the same colour have the same value. Find the mask: it is the XOR of any two inputs of one colour.*
#
# Here you see the whole table and the mask is easy to find. With queries it is not. A classical player has to find *two inputs with the same value*, and as long as all values are different he knows nearly nothing: the values are arbitrary names.
#
# ### The quantum part
#
# There are two registers now: $n$ qubits for $x$, and $n$ for the value. The value register begins in $|00\ldots0\rangle$, not in $|-\rangle$.

# %%
def simon(values):
    """Simon's circuit for a function from n bits to n bits."""
    n = len(values).bit_length() - 1
    circuit = QuantumCircuit(2 * n, n)
    circuit.h(range(n))
    circuit.append(oracle(values, outputs=n), range(2 * n))
    circuit.h(range(n))
    circuit.measure(range(n), range(n))
    return circuit


simon(table).draw("mpl")

# %% [markdown]
# *Figure 13. Simon's circuit for $n = 3$. Qubits 0 to 2 hold $x$, qubits 3 to 5 the value, which nobody needs to look at.*
#
# After the call the state is $\frac{1}{\sqrt N}\sum_x|x\rangle|f(x)\rangle$. Imagine that somebody measures the value register and finds $v$. (It does not matter whether anybody does: what happens to the second register afterwards cannot change the statistics of the first. You know this from the module on entanglement, as no-signalling.) Then the first register is left in
#
# $$\frac{1}{\sqrt2}\big(|x\rangle + |x\oplus s\rangle\big),$$
#
# a superposition of *both* inputs with this value. Both are there; their XOR is the mask. **Before you run:** we could measure now. Would we get $s$?
#
# We would get one of them, at random, and in the next run another $v$ with another pair: useless. Once more the H gates have to come first. The amplitude of $z$ becomes proportional to $(-1)^{z\cdot x} + (-1)^{z\cdot(x\oplus s)} = (-1)^{z\cdot x}\big(1 + (-1)^{z\cdot s}\big)$. The unknown $x$ is only a sign in front. What remains depends on $s$: the amplitude is 0 if $z\cdot s = 1$.
#
# **Before you run:** for the mask `101`, which outcomes can occur?

# %%
too_early = QuantumCircuit(6, 3)
too_early.h(range(3))
too_early.append(oracle(table, outputs=3), range(6))
too_early.measure(range(3), range(3))
figure, panels = plt.subplots(1, 2, figsize=(9, 2.8), sharey=True)
for one, circuit, when in (
    (panels[0], too_early, "measured before the last H gates"),
    (panels[1], simon(table), "Simon's circuit"),
):
    counts = sample(circuit)
    colours = ["tab:green" if dot(z, mask) == 0 else "tab:red" for z in range(8)]
    one.bar(labels, [counts.get(label, 0) / 1000 for label in labels], color=colours)
    one.set_title(when, fontsize=10)
    one.set_xlabel("outcome z (green: z·s = 0)")
panels[0].set_ylabel("share of 1000 shots")
figure.tight_layout()
plt.show()

# %% [markdown]
# *Figure 14. Left: random inputs. Right: only strings with $z\cdot s = 0$ occur, all of them equally often.*
#
# **Each run gives a random solution $z$ of the equation $z\cdot s = 0$.** It is not the mask. It is one linear equation *about* the mask.
#
# ### The classical part: linear algebra modulo 2
#
# With $n - 1$ independent equations there are only two solutions, 0 and $s$. Solving is Gaussian elimination as you know it, with XOR for both plus and minus. Another way to say it, well suited to a computer: keep a list of strings that generates all solutions; each new equation that says something new removes one string from the list.

# %%
def solutions_left(equations, n):
    """Strings that generate all solutions s of z·s = 0; an integer stands for a string."""
    basis = [1 << k for k in range(n)]
    for z in equations:
        odd = [b for b in basis if dot(z, b)]
        even = [b for b in basis if not dot(z, b)]
        basis = even + [b ^ odd[0] for b in odd[1:]]
    return basis


n, secret = 4, 0b1101
hidden = simon_table(n, secret, seed=2)
seen = []
bits = StatevectorSampler(seed=5).run([simon(hidden)], shots=20).result()[0].join_data().get_bitstrings()
for text in bits:
    seen.append(int(text, 2))
    left = solutions_left(seen, n)
    if len(left) == 1:
        print(f"z = {text}: one mask is left, {left[0]:0{n}b}")
        break
    print(f"z = {text}: {2 ** len(left) - 1} masks are possible")

# %% [markdown]
# **Try:** change the seed of the sampler several times. How many runs does it take? Which samples say nothing new?

# %% [markdown]
# ## 9. How many runs, and how many queries without a quantum computer?
#
# ### The quantum side
#
# There are $d = n - 1$ dimensions to fill. If $r$ independent equations are known, $2^r$ of the $2^d$ possible strings say nothing new. So the next run is useful with probability $1 - 2^{r-d}$, and the *expected* number of runs is
#
# $$\sum_{r=0}^{d-1}\frac{1}{1 - 2^{\,r-d}} = \sum_{j=1}^{d}\frac{1}{1-2^{-j}} = d + \sum_{j=1}^{d}\frac{1}{2^j-1} < d + 1.607 .$$
#
# That $m$ runs suffice has the probability $\prod_{i=0}^{d-1}\big(1 - 2^{\,i-m}\big)$. **Before you run:** for $n = 20$, with exactly 19 runs and no spare one, is success nearly certain, about 30 %, or hopeless? What do five more runs change?

# %%
def suffices(d, m):
    """Probability that m random strings of d bits span everything."""
    return math.prod(1 - 2.0 ** (i - m) for i in range(d)) if m >= d else 0.0


def runs_until_full(d, rng):
    """Draw random strings of d bits until they span everything; return how many it took."""
    pivots, taken = {}, 0
    while len(pivots) < d:
        z = int(rng.integers(2**d))
        taken += 1
        while z and z.bit_length() in pivots:
            z ^= pivots[z.bit_length()]
        if z:
            pivots[z.bit_length()] = z
    return taken


rng = np.random.default_rng(21)
figure, axes = plt.subplots(figsize=(6.5, 3.4))
spare = np.arange(0, 9)
for d, colour in ((2, "tab:blue"), (19, "tab:red")):
    took = np.array([runs_until_full(d, rng) for _ in range(2000)])
    axes.plot(spare, [suffices(d, d + k) for k in spare], color=colour, label=f"n = {d + 1}, formula")
    axes.plot(spare, [np.mean(took <= d + k) for k in spare], "o", color=colour, label=f"n = {d + 1}, 2000 games")
    print(f"n = {d + 1}: on average {took.mean():.2f} runs, formula {sum(1 / (1 - 2.0**-j) for j in range(1, d + 1)):.2f}")
axes.set_xlabel("runs beyond n − 1")
axes.set_ylabel("chance that the mask is known")
axes.set_ylim(0, 1.05)
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 15. The chance to have enough equations depends on the number of spare runs and hardly on $n$. Without a spare run it is about 29 % for large $n$; each further one roughly halves the rest.*
#
# ### The classical side
#
# A classical player collects values until two agree. How many different questions does that take? **Before you run:** in a room of 23 people two have the same birthday with a chance of one half, although there are 365 days. What is your guess for $N = 2^{20}$, a million inputs?
#
# Suppose that $q$ inputs have been asked and all values were different. What is excluded? Each *pair* of inputs $x, y$ excludes one mask, $x\oplus y$, and nothing more. There are $q(q-1)/2$ pairs and $2^n - 1$ masks, and before the first query they were equally likely. So, for every way to choose the questions,
#
# $$P(\text{a collision among } q \text{ queries}) \;\le\; \frac{q(q-1)/2}{2^n - 1},$$
#
# and to reach one half, about $2^{n/2}$ queries are needed. Dice do not help here: the argument never asked how the questions were chosen. (A guess without a collision is right with a small chance only: $1$ in the number of masks that are left.) Random questions come close to the bound:

# %%
def queries_until_collision(n, rng):
    """Ask different random inputs until two of them differ by the mask (which may be 1 without loss)."""
    asked = set()
    while True:
        x = int(rng.integers(2**n))
        if x ^ 1 in asked:
            return len(asked) + 1
        asked.add(x)


rng = np.random.default_rng(30)
sizes = np.arange(2, 21, 2)
classical = [np.median([queries_until_collision(int(n), rng) for _ in range(40)]) for n in sizes]
bound = [next(q for q in range(1, 10**6) if q * (q - 1) >= 2**n - 1) for n in sizes.tolist()]
quantum = [sum(1 / (1 - 2.0**-j) for j in range(1, n)) for n in sizes.tolist()]
figure, axes = plt.subplots(figsize=(7, 3.8))
axes.plot(sizes, classical, "o", label="classical, random inputs (median of 40 games)")
axes.plot(sizes, bound, "--", color="gray", label="classical lower bound for a chance of 1/2")
axes.plot(sizes, quantum, "s-", color="tab:green", label="quantum, expected number")
axes.set_yscale("log")
axes.set_xlabel("number of bits n")
axes.set_xticks(sizes)
axes.set_ylabel("queries")
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 16. Queries to find a hidden mask. Classically they grow as $2^{n/2}$ whatever one does (the logarithmic axis makes this a straight line); the quantum number is about $n$.*
#
# This is the real thing: **exponential, proven, and against every classical algorithm, with dice or without.** For $n = 100$ it is about 101 queries against $10^{15}$.
#
# | problem | classical, exact | classical, 1 % error | quantum |
# | --- | --- | --- | --- |
# | constant or balanced | $2^{n-1}+1$ | 8 | 1 |
# | hidden parity | $n$ | $n$ | 1 |
# | hidden mask | about $2^{n/2}$ | about $2^{n/2}$ | about $n$ |
#
# (In the first column of the last line, a player who chooses his questions cleverly is sure after some multiple of $2^{n/2}$ queries. All quantum entries but the last are exact; Simon's algorithm has a random number of runs. Brassard and Høyer, 1997, made it exact.)
#
# **Try:** replace the random inputs by 0, 1, 2, 3, and so on, and draw the mask at random. Does it help?

# %% [markdown]
# ## 10. From an oracle to a real problem
#
# A statement such as "with this oracle, quantum needs $n$ queries and classical $2^{n/2}$" is called an **oracle separation**. It is a theorem. What does it say about a program that you want to run faster? Less than it seems.
#
# ### A real box has an inside
#
# The bound holds for a player who can do nothing but ask. Suppose that somebody gives you a *circuit* for $f$. It can be called, and it can also be *read*. **Before you run:** here is a function with a hidden mask that consists of CX gates only, $f(x) = Ax$ with a matrix $A$ of bits. How many queries does a classical player need who may look at it?

# %%
linear = [0b1100, 0b0110, 0b1010, 0b0001]  # row i: which bits of x are added up to bit i of f(x)
table = [sum(dot(row, x) << i for i, row in enumerate(linear)) for x in range(16)]
pairs = {x ^ y for x in range(16) for y in range(x) if table[x] == table[y]}
print("mask, from the whole table (16 queries):", [f"{s:04b}" for s in pairs])
print("mask, from the matrix (no query):       ", [f"{s:04b}" for s in solutions_left(linear, 4)])

# %% [markdown]
# None. The mask is the solution of $As = 0$, the same linear algebra as before. To make Simon's gap into a gap of *computing time* one would need functions which are easy to compute, have a hidden mask, and yield nothing to somebody who reads their circuit. For no useful function of this kind do we have a proof.
#
# ### Four questions to ask
#
# Whenever you read of an advantage in queries:
#
# 1. **Against whom?** A deterministic opponent, or one who may throw dice? A quantum result with an error belongs beside a classical one with an error.
#
# 2. **Is there a promise, and who keeps it?** If every table of $N$ bits is allowed and the question has the answers yes and no, the gap is at most polynomial: Beals, Buhrman, Cleve, Mosca and de Wolf (1998) showed that the classical number of queries (with certainty) is at most of the order of the sixth power of the quantum number (with bounded error); since 2021 one knows that the fourth power is enough (Aaronson, Ben-David, Kothari, Rao and Tal). Exponential gaps need a promise.
#
# 3. **What does the box cost?** A call takes a reversible circuit, with uncomputation, error correction and all. If the data have to be loaded first, that alone takes $N$ steps.
#
# 4. **What can one do who looks inside?**
#
# ### What became of it
#
# *Shor, 1994.* Peter Shor's algorithm builds on Simon's. Replace XOR by addition, "the same value at $x$ and $x\oplus s$" by "the same value at $x$ and $x + r$", and the H gates by the Fourier transform: that is period finding, and here a function exists that is useful and does have an inside, $a^x$ modulo a number. No fast classical method is *known*; that none exists is not proven. The theorem was lost on the way, and the application was won.
#
# *Cryptography.* In 2010 Hidenori Kuwakado and Masakatu Morii used Simon's algorithm to attack a cipher construction, and in 2016 Kaplan, Leurent, Leverrier and Naya-Plasencia broke several modes of symmetric encryption and authentication with it. The condition: the attacker may send *superpositions* to a device that holds the key. No ordinary device accepts these.
#
# *Experiments.* In 2023 Pokharel and Lidar played the game of Bernstein and Vazirani on processors with 27 qubits, with a secret that changes after each query; the time to a right answer grew more slowly with $n$ than the best classical strategy's, on one of the two processors, and only with pulses that suppress noise. With the same methods Singkanipa, Kasatkin, Zhou, Quiroz and Lidar (2025) treated a variant of Simon's problem in which the mask has few ones. Both count calls of an oracle which the experimenters themselves compiled into the circuit. So they test the *scaling* in the oracle model with real noise, and they solve no problem whose answer was not known.
#
# **Try:** take a headline about a quantum speed-up from this week's news and put the four questions to it.

# %% [markdown]
# ## Mistakes that many people make
#
# | mistake | what is right | where you saw it |
# | --- | --- | --- |
# | "The superposition tries all answers and one reads the right one." | A measurement gives one random input. Interference gives one *sum* over all values. | Figures 7, 8 |
# | "Deutsch-Jozsa is exponentially faster than a classical computer." | Than one that must never err. With 1 % error, 8 queries do. | Figure 2 |
# | "The answer is in the output qubit." | It is in the register; the output qubit goes out as it came in. | Figure 3 |
# | "Simon's circuit outputs the mask." | It outputs strings orthogonal to it. | Figure 14 |
# | "$n - 1$ samples are enough." | In 29 % of the cases, for large $n$; the zero string and combinations say nothing. | Figure 15 |
# | "An exponential separation means exponentially faster programs." | It counts calls of a box that nobody can look into. | section 10 |
#
# ## Summary
#
# - The query model counts calls of a box and nothing else. This is why lower bounds can be proven: by an adversary who decides late, by counting answers, or by counting pairs.
#
# - With the output qubit in $|-\rangle$ a call writes the values of $f$ into signs. Probabilities do not change until a further layer of gates makes the signs interfere.
#
# - One call and a layer of H gates sample $z$ with the probability $\hat f(z)^2$, the squared Walsh spectrum. Constant, balanced and parity are special spectra.
#
# - Deutsch-Jozsa: 1 query against $2^{n-1}+1$ exact ones, or against 8 with 1 % error. Bernstein-Vazirani: 1 against $n$. Simon: about $n$ against about $2^{n/2}$, also with errors allowed.
#
# - Simon's circuit gives random equations $z\cdot s = 0$. Linear algebra modulo 2 does the rest; $n + 0.6$ runs are expected, and ten spare ones make failure rarer than one in a thousand.
#
# - An oracle separation is a theorem about boxes. For a program ask: against whom, with which promise, at which cost of the box, and what does its inside tell?
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | kickback | $\lvert x\rangle\lvert-\rangle \to (-1)^{f(x)}\lvert x\rangle\lvert-\rangle$ |
# | Hadamard layer | $\lvert x\rangle \to \frac{1}{\sqrt N}\sum_z(-1)^{z\cdot x}\lvert z\rangle$ |
# | Walsh spectrum | $\hat f(z) = \frac1N\sum_x(-1)^{f(x)\oplus z\cdot x}$, with $\sum_z\hat f(z)^2 = 1$ |
# | $q$ equal values of a balanced function | $P_q = \prod_{j=1}^{q-1}\frac{N/2-j}{N-j} \le 2^{1-q}$ |
# | Simon's samples | uniform on $\{z : z\cdot s = 0\}$ |
# | $m$ samples suffice, $d = n-1$ | $\prod_{i=0}^{d-1}\big(1-2^{\,i-m}\big)$ |
# | expected number of samples | $d + \sum_{j=1}^{d}\frac{1}{2^j-1} < d + 1.607$ |
# | classical collision | $P \le \frac{q(q-1)/2}{2^n-1}$ |
#
# ## Further reading
#
# - D. Deutsch, "Quantum theory, the Church-Turing principle and the universal quantum computer", *Proceedings of the Royal Society of London A* 400, pages 97-117 (1985). D. Deutsch and R. Jozsa, "Rapid solution of problems by quantum computation", *Proceedings of the Royal Society of London A* 439, pages 553-558 (1992).
#
# - R. Cleve, A. Ekert, C. Macchiavello and M. Mosca, "Quantum algorithms revisited", *Proceedings of the Royal Society of London A* 454, pages 339-354 (1998); free as arXiv quant-ph/9708016. The best next paper to read.
#
# - E. Bernstein and U. Vazirani, "Quantum complexity theory", *SIAM Journal on Computing* 26, pages 1411-1473 (1997). D. R. Simon, "On the power of quantum computation", *SIAM Journal on Computing* 26, pages 1474-1483 (1997). Both are in the same issue, together with C. H. Bennett, E. Bernstein, G. Brassard and U. Vazirani, "Strengths and weaknesses of quantum computing", pages 1510-1523 (free as arXiv quant-ph/9701001).
#
# - R. Beals, H. Buhrman, R. Cleve, M. Mosca and R. de Wolf, "Quantum lower bounds by polynomials", *Journal of the ACM* 48, pages 778-797 (2001); free as arXiv quant-ph/9802049.
#
# - R. de Wolf, *Quantum Computing: Lecture Notes*, arXiv 1907.09415. Chapters on these algorithms and on query lower bounds, with exercises.
#
# - M. Kaplan, G. Leurent, A. Leverrier and M. Naya-Plasencia, "Breaking symmetric cryptosystems using quantum period finding", *CRYPTO 2016*; free as arXiv 1602.05973.
#
# - B. Pokharel and D. A. Lidar, "Demonstration of algorithmic quantum speedup", *Physical Review Letters* 130, 210602 (2023), arXiv 2207.07647. P. Singkanipa and others, "Demonstration of algorithmic quantum speedup for an Abelian hidden subgroup problem", arXiv 2401.07934 (2024; in *Physical Review X* since 2025).
