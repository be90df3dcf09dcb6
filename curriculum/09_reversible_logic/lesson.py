# %% [markdown]
# # Reversible logic and oracles
#
# "We apply an oracle that computes $f$ for all inputs at once." This sentence stands at the beginning of most quantum algorithms. **Who builds the oracle, out of what, and what does it cost?**
#
# Quantum gates can be run backwards; the AND gate in your laptop cannot. So not even the simplest condition of a program, `if a and b`, is a quantum gate as it stands. In this lesson you turn ordinary functions into quantum circuits that keep every superposition intact, find the fault that ruins many first attempts although all tests pass, and count what you pay.
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. turn a truth table into a reversible circuit $|x\rangle|y\rangle \to |x\rangle|y \oplus f(x)\rangle$ with few Toffoli gates (5.4 II A2);
# 2. say why leftovers in ancillas destroy interference, predict how much is left, and remove them by computing, copying and uncomputing (1.1 I A2, 5.4 II A2);
# 3. change a bit oracle into a phase oracle, and say how many calls it takes (5.4 II A2, 5.1 II A2);
# 4. build gates with many controls, comparators and adders, and count Toffoli gates, T gates, depth and ancillas (5.4 II B1, 5.3 II A2);
# 5. tell functions that can be computed *in place* from those that cannot, and say what an oracle is not (5.4 II B1).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need controlled gates, the partial trace and phase kickback from the module on entanglement, and the section on garbage at the end of the one on state preparation.

# %%
import itertools
import math

import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit, transpile
from qiskit.circuit.library import CCXGate, RCCXGate
from qiskit.primitives import StatevectorSampler
from qiskit.quantum_info import DensityMatrix, Operator, Statevector

# %% [markdown]
# ## 1. From AND to Toffoli
#
# ### What is lost
#
# AND takes two bits and gives one. **Before you run the next cell:** of the four inputs, how many can you tell from the output alone? And what would you have to keep beside the output, in order to get the inputs back always?

# %%
for a, b in itertools.product((0, 1), repeat=2):
    print(f"a = {a}, b = {b}   ->   a AND b = {a & b}")

# %% [markdown]
# The output 1 has one history, the output 0 has three. A unitary gate maps orthogonal states to orthogonal states, so it cannot send three basis states to one. The cure is simple, and always the same: **keep the input, and add the result to another bit.**
#
# $$|a\rangle|b\rangle|y\rangle \;\to\; |a\rangle|b\rangle|y \oplus ab\rangle .$$
#
# Here $\oplus$ is the addition modulo 2, the exclusive or. This is the **Toffoli gate**, `ccx` in Qiskit (Toffoli, 1980). With $y = 0$ it writes the AND to a fresh qubit. Applied twice it does nothing, since $y \oplus ab \oplus ab = y$.

# %%
and_map = np.zeros((2, 4))
for a, b in itertools.product((0, 1), repeat=2):
    and_map[a & b, a + 2 * b] = 1
circuit = QuantumCircuit(3)
circuit.ccx(0, 1, 2)
toffoli = Operator(circuit).data.real

figure, axes = plt.subplots(1, 2, figsize=(8, 3.8), width_ratios=[1, 1.2])
labels = [[f"{x:02b}" for x in range(4)], [f"{x:03b}" for x in range(8)]]
for one, matrix, columns, title in zip(
    axes, (and_map, toffoli), labels, ("AND", "Toffoli"), strict=True
):
    one.imshow(matrix, cmap="Blues", vmax=1.4)
    one.set_title(title)
    one.set_xlabel("input" if title == "AND" else "input |y b a⟩")
    one.set_ylabel("output")
    one.set_xticks(range(len(columns)), columns, fontsize=8)
    rows = ["0", "1"] if title == "AND" else columns
    one.set_yticks(range(len(rows)), rows, fontsize=8)
plt.tight_layout()
plt.show()

# %% [markdown]
# *Figure 1. A dark square says which output an input leads to. In the row 0 of AND stand three of them: the inputs have merged. In the matrix of the Toffoli gate each row and each column has exactly one: it is a permutation, and so it is unitary.*
#
# As in all modules, qubit 0 is the rightmost character of a ket: the label 011 means $y = 0$, $b = 1$, $a = 1$.
#
# ### Enough for everything
#
# NOT is X. A copy of a *basis value* is a CX onto a qubit in $|0\rangle$ (the no-cloning theorem is not touched: of $|+\rangle$ it makes a Bell state, and no copy). AND is a Toffoli onto a fresh qubit, and $a$ OR $b$ = NOT(NOT $a$ AND NOT $b$). So **every circuit of AND, OR and NOT becomes a reversible one, with one Toffoli and one fresh qubit for each AND or OR.**
#
# Why did people think about this before there were quantum computers? Landauer (1961) argued that *erasing* a bit in surroundings at the temperature $T$ has to give off at least the heat $k_B T \ln 2$. Bennett (1973) showed that no computation has to erase anything: each can be done reversibly, so that at the end there is only the input and the result, with some overhead in time and memory. (Today's machines give off far more than this bound; the quantum computer needs reversibility for another reason, which section 4 shows.)
#
# Fredkin and Toffoli (1982) worked out such a *conservative logic* with another gate, the controlled swap (`cswap`), which never changes the number of ones.
#
# **Try:** on paper: which X gates around a Toffoli make the OR of two qubits? And which make "$a$ and not $b$"? The next cell shows the first and lets you test the second.

# %% [markdown]
# ### A tool: bits are enough to test it
#
# A circuit of X, CX, Toffoli and swaps takes basis states to basis states. On one basis state a simulation needs no amplitudes, only bits, so even a circuit on hundreds of qubits can be tried out in no time.


# %%
def run_bits(circuit, number):
    """Run a circuit of x, cx, ccx, mcx and swap on a basis state, given as a number; return the number at the end."""
    for step in circuit.data:
        places = [circuit.find_bit(qubit).index for qubit in step.qubits]
        name = step.operation.name
        if name == "swap":
            one, two = places
            if (number >> one ^ number >> two) & 1:
                number ^= 1 << one | 1 << two
        elif name in ("x", "cx", "ccx", "mcx"):
            *controls, target = places
            if all(number >> control & 1 for control in controls):
                number ^= 1 << target
        elif name != "barrier":
            raise ValueError(f"no gate for bits: {name}")
    return number


either = QuantumCircuit(3)
either.x([0, 1])
either.ccx(0, 1, 2)
either.x([0, 1, 2])
for x in range(4):
    print(f"{x:02b} -> {run_bits(either, x):03b}")

# %% [markdown]
# Keep in mind what such a test does *not* see: phases, and anything that only shows on superpositions. This will matter.

# %% [markdown]
# ## 2. From a truth table to a circuit
#
# In general we want, for a function $f$ of $n$ bits, the **bit oracle** (or *marking oracle*)
#
# $$U_f:\quad |x\rangle|y\rangle \;\to\; |x\rangle|y \oplus f(x)\rangle .$$
#
# It is a permutation of the basis states for *every* $f$, however irreversible, and its own inverse. How do we find gates for it?
#
# ### A concrete case
#
# Let $f(x)$ be 1 for $x = 1, 2, 3, 4, 5, 6$ and 0 for $x = 0$ and $x = 7$: "the three bits are not all equal". The first idea: one gate with three controls for each row with a 1, with X gates around the controls that have to be 0. That makes six large gates.
#
# **Before you run:** can you do with less? Hint: the three bits are not all equal exactly if $x_0 \neq x_1$ or $x_0 \neq x_2$.
#
# There is a method. Every function of bits can be written in one way as an exclusive or of products, its **algebraic normal form**. For three bits,
#
# $$f(x) = c_0 \oplus c_1 x_0 \oplus c_2 x_1 \oplus c_3 x_0x_1 \oplus c_4 x_2 \oplus c_5 x_0x_2 \oplus c_6 x_1x_2 \oplus c_7 x_0x_1x_2 .$$
#
# The coefficient $c_m$ is the sum modulo 2 of $f$ over all $x$ whose ones lie within those of $m$. Each product becomes one gate on the target: X, CX, Toffoli, and so on.


# %%
def normal_form(table):
    """The coefficients of the algebraic normal form, from the truth table [f(0), f(1), ...]."""
    coefficients = list(table)
    step = 1
    while step < len(table):
        for x in range(len(table)):
            if x & step:
                coefficients[x] ^= coefficients[x ^ step]
        step *= 2
    return coefficients


def oracle_from_table(table):
    """A bit oracle, one gate for each product; the target is the last qubit."""
    n = len(table).bit_length() - 1
    circuit = QuantumCircuit(n + 1)
    for product, present in enumerate(normal_form(table)):
        controls = [k for k in range(n) if product >> k & 1]
        if present and not controls:
            circuit.x(n)
        elif present:
            circuit.mcx(controls, n)
    return circuit


unequal = [0, 1, 1, 1, 1, 1, 1, 0]
print("coefficients c_0 ... c_7:", normal_form(unequal))
by_products = oracle_from_table(unequal)
print(
    "right for all inputs:", all(run_bits(by_products, x) == x + 8 * unequal[x] for x in range(8))
)
by_products.draw("mpl", scale=0.8)

# %% [markdown]
# *Figure 2. The six rows have become three CX and three Toffoli gates. Qubits 0 to 2 (horizontal lines, time from left to right) hold $x$, qubit 3 is the target.*
#
# ### Fewer products
#
# The normal form is a start, not the end. $x_0 \oplus x_1 \oplus x_2 \oplus x_0x_1 \oplus x_0x_2 \oplus x_1x_2$ can be written with *one* product: with $u = x_0 \oplus x_1$ and $v = x_0 \oplus x_2$, it is $u$ OR $v$, that is $u \oplus v \oplus uv$. And $u$ and $v$ need no qubits of their own: CX writes them over $x_1$ and $x_2$, and at the end takes them away again.

# %%
better = QuantumCircuit(4)
better.cx(0, 1)
better.cx(0, 2)
better.cx(1, 3)
better.cx(2, 3)
better.ccx(1, 2, 3)
better.cx(0, 2)
better.cx(0, 1)
print("the same circuit:", Operator(better) == Operator(by_products))
better.draw("mpl", scale=0.8)

# %% [markdown]
# *Figure 3. The same oracle with a single Toffoli. Before and after it, CX gates bring qubits 1 and 2 to a form in which one product is enough, and back.*
#
# The rule behind it: sums modulo 2 are cheap (CX), products are dear (Toffoli). How dear are functions in general? **Before you run:** there are 256 functions of three bits. In how many of them does the normal form need no product at all?

# %%
counts = {}
for number in range(256):
    form = normal_form([number >> x & 1 for x in range(8)])
    products = sum(present for m, present in enumerate(form) if m.bit_count() > 1)
    counts[products] = counts.get(products, 0) + 1

figure, axes = plt.subplots(figsize=(6, 3.2))
axes.bar(list(counts), list(counts.values()), color="tab:blue")
axes.set_xlabel("products of two or three bits in the normal form")
axes.set_ylabel("functions (of 256)")
axes.set_xticks(sorted(counts))
plt.show()

# %% [markdown]
# *Figure 4. How many products the functions of three bits have. Only $2^4 = 16$ have none: constants and sums.*
#
# For $n$ bits there are $2^{2^n}$ functions and only $2^{n+1}$ of them without products. Counting says more: there are far fewer short circuits than functions, so **for large $n$ nearly all functions need circuits of exponential size** (Shannon, 1949, for classical circuits; the argument is the one that you know from state preparation). Oracles are affordable for functions that have structure: arithmetic, comparisons, conditions as a program has them.
#
# **Try:** give `oracle_from_table` the majority of three bits, `[0, 0, 0, 1, 0, 1, 1, 1]`. How many products? In the exercise you do with one.

# %% [markdown]
# ## 3. What an oracle gives on a superposition
#
# Now the famous step: H on each of the $n$ qubits of the register, target in $|0\rangle$, one call.
#
# $$\frac{1}{\sqrt{2^n}}\sum_x |x\rangle|0\rangle \;\to\; \frac{1}{\sqrt{2^n}}\sum_x |x\rangle|f(x)\rangle .$$
#
# All values of $f$ occur in this state. **Before you run:** you measure all qubits, in 16 runs. How many values of $f$ do you learn in each run? Do the 16 runs tell you more than 16 evaluations at random places would?

# %%
everywhere = QuantumCircuit(4)
everywhere.h([0, 1, 2])
everywhere.compose(by_products, inplace=True)
everywhere.measure_all()
result = StatevectorSampler(seed=5).run([everywhere], shots=16).result()[0].data.meas
seen = [int(bits, 2) for bits in result.get_bitstrings()]

figure, axes = plt.subplots(figsize=(7.5, 2.8))
axes.scatter(
    range(16),
    [number % 8 for number in seen],
    c=[number >> 3 for number in seen],
    cmap="coolwarm",
    s=60,
)
for run, number in enumerate(seen):
    axes.annotate(
        f"f={number >> 3}",
        (run, number % 8),
        textcoords="offset points",
        xytext=(0, 8),
        ha="center",
        fontsize=7,
    )
axes.set_xlabel("run")
axes.set_ylabel("measured x")
axes.set_xticks(range(16))
axes.set_ylim(-0.6, 8)
plt.show()

# %% [markdown]
# *Figure 5. Sixteen runs: each gives one $x$, chosen by chance, with its $f(x)$.*
#
# So much for "a quantum computer tries all answers at once". One call on a superposition, followed by a measurement, is worth one evaluation at a random place, and a worse one than yours, as you could have chosen the place. What quantum algorithms use is something else: **interference** between the terms, after the call. For that the terms must be able to interfere, and this brings us to the most important section.

# %% [markdown]
# ## 4. Garbage
#
# ### The same function, with and without leftovers
#
# Let $f(x)$ be 1 if at least two of three bits are 1, the majority: $f(x) = x_0x_1 \oplus (x_0\oplus x_1)\,x_2$. A first program writes $x_0x_1$ to an ancilla and adds it to the target; then it adds the second product with another Toffoli. Done: the target has the right value, for every $x$. In the ancilla $x_0x_1$ is left over.
#
# A careful person undoes the first Toffoli by another one. A third person hears of the complaint and resets the ancilla instead. Test them on the eight inputs.


# %%
def at_least_two(cleaning):
    """The majority of qubits 0 to 2, added to qubit 4; qubit 3 is an ancilla. `cleaning`: None, "uncompute", "reset"."""
    circuit = QuantumCircuit(5)
    circuit.ccx(0, 1, 3)
    circuit.cx(3, 4)
    circuit.cx(0, 1)
    circuit.ccx(1, 2, 4)
    circuit.cx(0, 1)
    if cleaning == "uncompute":
        circuit.ccx(0, 1, 3)
    if cleaning == "reset":
        circuit.reset(3)
    return circuit


for cleaning in (None, "uncompute"):
    values = [run_bits(at_least_two(cleaning), x) >> 4 for x in range(8)]
    print(f"{cleaning!s:10} target for x = 0 ... 7: {values}")

# %% [markdown]
# Both are right for all inputs (so is the third, as a reset of the ancilla does not touch the target). Now use the oracle in the way that the next modules will: the target is prepared in $|-\rangle$, so that each term gets the sign $(-1)^{f(x)}$ (the phase kickback that you know; section 6 returns to it). The register begins with H on each qubit and ends with H on each qubit.
#
# **Before you run:** the amplitude of the outcome 000 is the average of the eight signs. With the clean oracle four are $+$ and four are $-$, so 000 never occurs. What do you expect for the other two? Nobody measures the ancilla.


# %%
def interference(cleaning):
    """The exact probabilities of the register after H, oracle, H; resets are followed as well."""
    circuit = QuantumCircuit(5)
    circuit.x(4)
    circuit.h([0, 1, 2, 4])
    circuit.compose(at_least_two(cleaning), inplace=True)
    circuit.h([0, 1, 2])
    return DensityMatrix(circuit).probabilities([0, 1, 2])


figure, axes = plt.subplots(1, 3, figsize=(10, 3), sharey=True)
for one, cleaning in zip(axes, ("uncompute", None, "reset"), strict=True):
    chances = interference(cleaning)
    one.bar(range(8), chances, color="tab:green" if cleaning == "uncompute" else "tab:orange")
    one.set_title({None: "garbage left", "reset": "ancilla reset"}.get(cleaning, "uncomputed"))
    one.set_xticks(range(8), [f"{x:03b}" for x in range(8)], fontsize=8)
    one.set_xlabel("outcome of the register")
    print(f"{cleaning!s:10} probability of 000: {chances[0]:.4f}")
axes[0].set_ylabel("probability")
plt.tight_layout()
plt.show()

# %% [markdown]
# *Figure 6. Three circuits that give the right $f(x)$ for every $x$. Only the first one interferes as it should; with the others, outcomes appear that should be impossible (000 and 011). Resetting the ancilla changes nothing.*
#
# This is the misconception of the lesson: **"nobody looks at the ancilla, so it does no harm."** Interference adds the amplitudes of paths that end in *exactly the same state of everything*. A path through $x = 3$ ends with the ancilla in 1, a path through $x = 4$ with the ancilla in 0. They do not add, whether or not a person reads the ancilla. It *has* recorded something about $x$, and that is enough.
#
# And the reset? A reset is a measurement whose outcome is thrown away. It moves the record out of the computer and into the surroundings. The record still exists; only you can no longer erase it.
#
# ### How much is left
#
# Let the oracle do $|x\rangle|0\rangle \to (-1)^{f(x)}|x\rangle|g(x)\rangle$, with garbage $g(x)$ in some register. The amplitudes of all $x$ with the *same* garbage are added, then squared; what belongs to different garbage is added as probabilities:
#
# $$P(y) = \sum_\gamma\Big|\frac{1}{2^n}\sum_{x:\,g(x)=\gamma}(-1)^{f(x)+x\cdot y}\Big|^2,\qquad x\cdot y = \sum_k x_ky_k .$$
#
# In the example: the inputs 3 and 7 have the garbage 1, and both have the sign $-$; of the six others, four have $+$ and two have $-$. So $P(000) = \left(\frac{4-2}{8}\right)^2 + \left(\frac{-2}{8}\right)^2 = \frac18$, where the clean oracle has $\left(\frac{4-2-2}{8}\right)^2 = 0$. Figure 6 agrees.
#
# Note that some outcomes are just as likely as before (100 and 111). There are even cases in which *all* probabilities agree by accident: compute $x_0x_1x_2$ with $x_0x_1$ left over. One successful experiment does not show that an oracle is clean.
#
# ### A little garbage
#
# It need not be all or nothing. Take one qubit between two H, with a phase $\varphi$ in between: the probability of 0 is $\cos^2(\varphi/2)$, a fringe. Now an ancilla is turned by an angle $\vartheta$ if the qubit is 1, so that it holds $|g_0\rangle$ or $|g_1\rangle$ with the overlap $\langle g_0|g_1\rangle = \cos(\vartheta/2)$. **Before you run:** for which $\vartheta$ is the fringe gone completely?

# %%
phases = np.linspace(0, 4 * np.pi, 81)
figure, axes = plt.subplots(figsize=(7, 3.4))
for theta, style in ((0, "-"), (np.pi / 2, "--"), (2 * np.pi / 3, "-."), (np.pi, ":")):
    fringe = []
    for phi in phases:
        circuit = QuantumCircuit(2)
        circuit.h(0)
        circuit.cry(theta, 0, 1)  # the ancilla learns a little
        circuit.p(phi, 0)
        circuit.h(0)
        fringe.append(Statevector(circuit).probabilities([0])[0])
    visibility = (max(fringe) - min(fringe)) / (max(fringe) + min(fringe))
    print(f"overlap {math.cos(theta / 2):.3f}, visibility of the fringe {visibility:.3f}")
    axes.plot(phases / np.pi, fringe, style, label=f"overlap {math.cos(theta / 2):.2f}")
axes.set_xlabel("phase φ in units of π")
axes.set_ylabel("probability of 0")
axes.set_ylim(0, 1.05)
axes.legend(fontsize=8, loc="lower right")
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 7. The better the ancilla can tell 0 from 1 (the smaller the overlap), the weaker the fringe. Its visibility, (max - min)/(max + min), is the overlap of the two garbage states.*
#
# That is a general statement about two paths: **the visibility of the interference is $|\langle g_0|g_1\rangle|$**. Equal garbage does no harm ($|g_0\rangle = |g_1\rangle$), orthogonal garbage kills all interference, whatever the garbage "means".
#
# **Try:** leave different garbage in `at_least_two`: uncompute, then copy $x_2$ to the ancilla with a CX. Predict $P(000)$ and $P(100)$ by the formula before you run it.

# %% [markdown]
# ## 5. Compute, copy, uncompute
#
# How do you clean up in general? Suppose that a circuit $W$ computes $f(x)$ somehow, with a result bit and with leftovers all over the place: $W|x\rangle|0\rangle|0\rangle = |g(x)\rangle|f(x)\rangle$. Bennett (1973) found the trick that works for every $W$:
#
# 1. **compute**: run $W$;
#
# 2. **copy**: a CX from the result to the target;
#
# 3. **uncompute**: run $W$ backwards, $W^\dagger$.
#
# $$|x\rangle|0\rangle|y\rangle \xrightarrow{W} |g(x)\rangle|f(x)\rangle|y\rangle \xrightarrow{\text{copy}} |g(x)\rangle|f(x)\rangle|y\oplus f(x)\rangle \xrightarrow{W^\dagger} |x\rangle|0\rangle|y \oplus f(x)\rangle .$$
#
# **Before you look at the run:** why is $W^\dagger$ not disturbed by the copy? (It would be, if the result bit were in a superposition *for a given* $x$. Is it?)

# %%
# x on qubits 0 to 2, two ancillas; the result, in qubit 4, is "at least two ones" xor x2
work = QuantumCircuit(5, name="compute")
work.ccx(0, 1, 3)
work.cx(3, 4)
work.cx(0, 1)
work.ccx(1, 2, 4)
work.cx(2, 4)
work.cx(4, 3)

clean = QuantumCircuit(6)
clean.append(work.to_gate(), range(5))
clean.cx(4, 5)
clean.append(work.inverse().to_gate(label="uncompute"), range(5))
print("x: after W; after all three steps")
for x in range(8):
    print(f"{x:03b}: {run_bits(work, x):05b}; {run_bits(clean.decompose(), x):06b}")
clean.draw("mpl", scale=0.8)

# %% [markdown]
# *Figure 8. Compute ($W$), copy, uncompute ($W^\dagger$). The printed list shows the five qubits after $W$, with leftovers; and at the end (the leftmost bit is the target) the same $x$ as at the beginning, ancillas 00, and the result.*
#
# The price: twice the gates of $W$, and one CX. That is a factor of 2, and no more. For a single condition one can often do better, as in `at_least_two`, where only the garbage was undone, and not the result.
#
# ### Long computations
#
# What if $W$ has many steps, $W_1, W_2, \ldots, W_L$, each of which needs the result of the one before and a fresh register? To keep all intermediate results takes $L$ registers. One can also clean up earlier: compute the first half, keep its result, uncompute the rest, and go on from there. But then the first half has to be computed *again* when its own result is to be erased.
#
# Let $F(L)$ be the number of steps, forwards and backwards, until only the input and the last result are left. By halves: $F(L) = 3F(L/2)$ (the first half; the second half; the first half undone). **Before you run:** for $L = 64$ steps, how many registers does this take, and how many times more steps than keeping everything?

# %%
lengths = [2**k for k in range(1, 9)]
keep_all = [(L, 2 * L - 1) for L in lengths]  # registers, steps
halves = [(k + 1, 3**k) for k in range(1, 9)]
figure, axes = plt.subplots(1, 2, figsize=(9, 3.3))
for index, (one, name) in enumerate(
    zip(axes, ("registers in use", "steps forwards and backwards"), strict=True)
):
    one.loglog(
        lengths, [pair[index] for pair in keep_all], "o-", base=2, label="keep all, undo at the end"
    )
    one.loglog(lengths, [pair[index] for pair in halves], "s--", base=2, label="by halves")
    one.set_xlabel("length L of the computation")
    one.set_ylabel(name)
    one.grid(alpha=0.3)
    one.legend(fontsize=8)
plt.tight_layout()
plt.show()
print(f"L = 64: keep all {keep_all[5]}, by halves {halves[5]} (registers, steps)")

# %% [markdown]
# *Figure 9. A trade of memory for time: by halves it takes $\log_2 L + 1$ registers in the place of $L$, and $L^{\log_2 3} \approx L^{1.58}$ steps in the place of $2L - 1$.*
#
# This is Bennett's *pebble game* (1989). Qubits are scarce and gates are slow, so such trades are made in all large designs of quantum circuits.

# %% [markdown]
# ## 6. From a bit to a phase
#
# Most algorithms want a **phase oracle**, $|x\rangle \to (-1)^{f(x)}|x\rangle$. You have a bit oracle. There are two ways.
#
# **Two calls.** Compute $f(x)$ into an ancilla in $|0\rangle$; Z on the ancilla; compute again, which uncomputes. With $P(\varphi)$ instead of Z the phase is $e^{i\varphi f(x)}$.
#
# **One call.** Prepare the target in $|-\rangle$. Where $f(x) = 1$ the target is flipped, $|0\rangle - |1\rangle$ becomes $|1\rangle - |0\rangle$, and a factor $-1$ appears. This is phase kickback for any $f$:
#
# $$|x\rangle|-\rangle \;\to\; (-1)^{f(x)}\,|x\rangle|-\rangle .$$
#
# **Before you run:** in the second way the target begins and ends in the same state, for all $x$. So can it be entangled with the register in between the gates? And is the register's state after the call the same as before, for a measurement of $x$?

# %%
kick = QuantumCircuit(4)
kick.h([0, 1, 2])
kick.x(3)
kick.h(3)
before = Statevector(kick)
after = before.evolve(by_products)
figure, axes = plt.subplots(1, 2, figsize=(9, 2.8), sharey=True)
for one, state, title in zip(
    axes, (before, after), ("before the call", "after the call"), strict=True
):
    amplitudes = state.data.reshape(2, 8)[0].real * np.sqrt(2)  # target: |->, first component
    one.bar(range(8), amplitudes, color=["tab:blue" if a > 0 else "tab:red" for a in amplitudes])
    one.axhline(0, color="black", linewidth=0.8)
    one.set_xlabel("x")
    one.set_title(title)
    one.set_xticks(range(8), [f"{x:03b}" for x in range(8)], fontsize=8)
axes[0].set_ylabel("amplitude of |x⟩|−⟩")
plt.tight_layout()
plt.show()

# %% [markdown]
# *Figure 10. One call on the superposition of all $x$. The values of $f$ (1 for 001 to 110) have become signs of the amplitudes. All probabilities are still $1/8$.*
#
# Up to an overall sign the picture is that of "the bits are all equal" as well: a phase oracle of $f$ and one of $1 - f$ differ by a global phase only.
#
# What if you do *not* want the call to act? Put the target into $|+\rangle$: flipping $|+\rangle$ changes nothing. So a qubit that chooses between $|+\rangle$ and $|-\rangle$ for the target *controls* the oracle, without touching its inside. It is a useful trick when the oracle is somebody else's.
#
# **Try:** write the circuit with the target in $|0\rangle$ and no preparation. Which property of the state after the call is the same as in the picture, which is not?

# %% [markdown]
# ## 7. What a Toffoli costs
#
# Hardware has no Toffoli gate, with rare exceptions. It is put together:

# %%
circuit = QuantumCircuit(3)
circuit.ccx(0, 1, 2)
parts = circuit.decompose()
print(dict(parts.count_ops()))
parts.draw("mpl", scale=0.7)

# %% [markdown]
# *Figure 11. The standard circuit of a Toffoli gate: six CX and seven T gates (T† counts like T), and two H.*
#
# Two currencies are in use.
#
# - On today's machines two-qubit gates are the noisy ones, and six CX is the price.
#
# - On an error-corrected machine the Clifford gates (H, S, CX ...) are comparatively easy, and each T gate needs a specially distilled state (the module on error correction explains this). Then the **T count** is the price: 7 for a Toffoli. Without measurements and ancillas it cannot be done with fewer (Gosset, Kliuchnikov, Mosca and Russo, 2014, by computer search). With an ancilla, a measurement and feed-forward 4 suffice (Jones, 2013), and an AND that is uncomputed later costs 4 in all, since the uncomputing needs no T gate then (Gidney, 2018).
#
# ### Half the price: a Toffoli with wrong phases
#
# `rccx` has four T gates and three CX. It does the right thing with the *bits* and multiplies some of the basis states by phases.

# %%
figure, axes = plt.subplots(1, 2, figsize=(9, 3.9), sharey=True)
for one, gate, title in zip(axes, (CCXGate(), RCCXGate()), ("ccx", "rccx"), strict=True):
    matrix = gate.to_matrix()
    angles = np.where(np.abs(matrix) > 0.5, np.angle(matrix), np.nan)
    shown = one.imshow(angles, cmap="hsv", vmin=-np.pi, vmax=np.pi)
    for row, column in np.argwhere(np.abs(matrix) > 0.5):
        value = np.round(matrix[row, column])
        text = {1: "1", -1: "−1", 1j: "i", -1j: "−i"}[complex(value)]
        dark = "white" if text == "i" else "black"
        one.text(column, row, text, ha="center", va="center", color=dark, weight="bold")
    names = [f"{x:03b}" for x in range(8)]
    one.set_xticks(range(8), names, fontsize=8)
    one.set_yticks(range(8), names, fontsize=8)
    one.set_title(f"{title}, target: leftmost bit")
    one.set_xlabel("input")
axes[0].set_ylabel("output")
figure.colorbar(shown, ax=axes, label="phase (radians)")
plt.show()

# %% [markdown]
# *Figure 12. The matrices of the two gates: colour and text show the phase of the entries of modulus 1. Both flip the target (leftmost bit) where both controls are 1. `rccx` has the entries $-1$ and $\pm i$ besides.*
#
# (Up to the phases: Margolus found the circuit; Barenco and others described it in 1995, and Maslov, 2016, showed how far one gets with such *relative-phase Toffoli gates*.)
#
# **Before you run:** where can you use it? (a) In place of the Toffoli that writes the final result; (b) for a pair that computes an ancilla and uncomputes it later, where in between the ancilla only *controls* other gates, and the three qubits are otherwise left alone.


# %%
def triple_and_with(gates):
    """f(x) = x0 x1 x2, with the given kinds of gates for compute, result and uncompute."""
    circuit = QuantumCircuit(5)
    for kind, qubits in zip(gates, ((0, 1, 3), (3, 2, 4), (0, 1, 3)), strict=True):
        getattr(circuit, kind)(*qubits)
    return circuit


generic = QuantumCircuit(5)
for qubit, angle in enumerate((0.5, 1.1, 1.9, 0, 0.8)):
    generic.ry(angle, qubit)
start = Statevector(generic)
wanted = start.evolve(triple_and_with(["ccx"] * 3))
for gates in (["ccx"] * 3, ["rccx", "ccx", "rccx"], ["ccx", "rccx", "ccx"], ["rccx", "ccx", "ccx"]):
    overlap = abs(wanted.inner(start.evolve(triple_and_with(gates)))) ** 2
    t_gates = sum({"ccx": 7, "rccx": 4}[kind] for kind in gates)
    print(f"{', '.join(gates):18} T count {t_gates:2}   fidelity on a superposition {overlap:.4f}")

# %% [markdown]
# The pair may be replaced, the single gate and half a pair may not. Written as a rule: `rccx` is a Toffoli followed by a *diagonal* gate $D$ that depends on the bits of its three qubits. If these bits are the same when the inverse comes, $D$ and $D^\dagger$ meet and cancel. Anything diagonal in these bits, and controls are, may happen in between.
#
# And on basis states all four circuits are right. Once more: a test on basis states does not see phases.
#
# **Try:** put `circuit.h(0)` between compute and uncompute. Is (b) still allowed?

# %% [markdown]
# ## 8. Many controls
#
# An X gate with $k$ controls needs the AND of $k$ bits. With ancillas there are two simple plans, which you can see as tournaments.
#
# - **Chain** (a V when drawn): $x_0x_1$ to the first ancilla; that and $x_2$ to the second; and so on; the last AND goes to the target; then all is undone.
#
# - **Tree**: $x_0x_1$, $x_2x_3$, ... all at the same time; then the pairs of pairs; and so on.
#
# **Before you run:** both use $k - 2$ ancillas. How many Toffoli gates has each? And how many layers, if gates on different qubits happen at the same time?


# %%
def many_controls(k, plan):
    """X on qubit k if qubits 0 to k-1 are 1; ancillas from k+1. `plan` is "chain" or "tree"."""
    circuit = QuantumCircuit(max(2 * k - 1, k + 1))
    compute, waiting, fresh = [], list(range(k)), k + 1
    while len(waiting) > 2:
        one, two, *others = waiting
        compute.append((one, two, fresh))
        waiting = [fresh, *others] if plan == "chain" else [*others, fresh]
        fresh += 1
    for gate in [*compute, (*waiting, k), *reversed(compute)]:
        circuit.ccx(*gate)
    return circuit


assert all(
    run_bits(many_controls(5, plan), x) == x ^ (32 if x == 31 else 0)
    for plan in ("chain", "tree")
    for x in range(32)
)
many_controls(5, "tree").draw("mpl", scale=0.6)

# %% [markdown]
# *Figure 13. Five controls (qubits 0 to 4), target 5, ancillas 6 to 8: the tree. The first two Toffoli gates share no qubit and can happen at the same time.*

# %%
sizes = range(3, 13)
figure, axes = plt.subplots(1, 2, figsize=(9.5, 3.4))
for plan, style in (("chain", "o-"), ("tree", "s--")):
    circuits = [many_controls(k, plan) for k in sizes]
    axes[0].plot(sizes, [circuit.depth() for circuit in circuits], style, label=plan)
    axes[1].plot(
        sizes, [6 * circuit.size() for circuit in circuits], style, label=f"{plan}, k - 2 ancillas"
    )
bare = []
for k in sizes:
    circuit = QuantumCircuit(k + 1)
    circuit.mcx(list(range(k)), k)
    bare.append(transpile(circuit, basis_gates=["cx", "u"], optimization_level=0).count_ops()["cx"])
axes[1].plot(sizes, bare, "^:", color="tab:red", label="library, no ancilla")
axes[0].set_ylabel("layers of Toffoli gates")
axes[1].set_ylabel("CX gates")
for one in axes:
    one.set_xlabel("number k of controls")
    one.grid(alpha=0.3)
    one.legend(fontsize=8)
plt.tight_layout()
plt.show()

# %% [markdown]
# *Figure 14. Left: depth $2k - 3$ for the chain, $2\lceil\log_2 k\rceil - 1$ for the tree. Right: both have $2k - 3$ Toffoli gates, so $6(2k-3)$ CX; without ancillas the library's construction needs more.*
#
# So for $k$ controls: $2k - 3$ Toffoli gates, T count $7(2k-3) = 14k - 21$. With `rccx` for all pairs that are undone, $8(k-2) + 7 = 8k - 9$.
#
# Ancillas need not be clean. Barenco and others (1995) use qubits that hold *something*, perhaps entangled with half the machine, and return them as they were, for about twice as many gates. Such *borrowed* (or *dirty*) ancillas are easy to find: any qubit that is idle just now will do. Without any ancilla it can be done, too, with small angles and more gates: those of the library in Figure 14 grow about like $k^2$.
#
# **Try:** add the T counts to the right panel: 7 for each Toffoli, then with `rccx` for the pairs.

# %% [markdown]
# ## 9. Arithmetic
#
# ### A sum in place
#
# Add two numbers as you learned at school: at each place the sum is $x_k \oplus y_k \oplus c_k$, and the next carry is 1 if at least two of $x_k, y_k, c_k$ are 1: their *majority*. Vedral, Barenco and Ekert (1996) made the first complete quantum arithmetic of this, up to the modular exponentiation of Shor's algorithm. It keeps the $n$ carries in ancillas and uncomputes them.
#
# Cuccaro, Draper, Kutin and Moulton (2004) saw that one ancilla suffices: **the majority can be computed in place.** Their block MAJ works on the three qubits $(c, y, x)$ and leaves the next carry on the qubit of $x$:
#
# $$\mathrm{MAJ}:\quad (c,\; y,\; x) \;\to\; (c \oplus x,\; y \oplus x,\; \mathrm{maj}(x, y, c)).$$
#
# Going up, a chain of MAJ brings the carries along. Going down, the block UMA ("un-majority and add") undoes each MAJ and writes the sum to $y$.
#
# **Before you run:** how many Toffoli gates does the sum of two numbers with $n$ bits need? Which qubits hold what at the end?


# %%
def add_in_place(n):
    """|x>|y> -> |x>|x + y mod 2^n>; x on qubits 0 to n-1, y on n to 2n-1, one ancilla 2n."""
    circuit = QuantumCircuit(2 * n + 1)
    carry = [2 * n, *range(n - 1)]  # where the carry into place k is found on the way up
    for k in range(n):  # MAJ
        circuit.cx(k, n + k)
        circuit.cx(k, carry[k])
        circuit.ccx(carry[k], n + k, k)
    for k in reversed(range(n)):  # UMA
        circuit.ccx(carry[k], n + k, k)
        circuit.cx(k, carry[k])
        circuit.cx(carry[k], n + k)
    return circuit


for n in (2, 5, 8):
    circuit, pairs = add_in_place(n), np.random.default_rng(n).integers(0, 2**n, (50, 2)).tolist()
    right = all(run_bits(circuit, x + y * 2**n) == x + (x + y) % 2**n * 2**n for x, y in pairs)
    print(f"n = {n}: right for 50 pairs: {right}; Toffoli gates {circuit.count_ops()['ccx']}")
add_in_place(2).draw("mpl", scale=0.7)

# %% [markdown]
# *Figure 15. The adder for two bits: MAJ, MAJ, UMA, UMA. Qubits 0 and 1 hold $x$, qubits 2 and 3 hold $y$ and then the sum, qubit 4 is the only ancilla.*
#
# $2n$ Toffoli gates, one ancilla, depth in proportion to $n$. (Two of the Toffoli gates at the top cancel, as no carry out is needed; a compiler finds that.)
#
# | adder | ancillas | Toffoli gates | depth |
# | --- | --- | --- | --- |
# | Vedral, Barenco and Ekert (1996) | about $n$ | about $4n$ | grows like $n$ |
# | Cuccaro and others (2004) | 1 | about $2n$ | grows like $n$ |
# | Draper (2000), in the Fourier basis | 0 | none, but about $n^2/2$ turns by small angles, and two Fourier transforms | grows like $n$ |
# | carry-lookahead (Draper and others, 2006) | about $2n$ | about $10n$ | grows like $\log n$ |
#
# Since it is reversible, the adder backwards is a subtractor: $y \to y - x \bmod 2^n$. And it acts on superpositions without further ado:

# %%
n = 3
circuit = QuantumCircuit(2 * n + 1)
circuit.h([0, 1])  # x: 0, 1, 2, 3 at once
circuit.x([n, n + 2])  # y = 5
circuit.compose(add_in_place(n), inplace=True)
for label, chance in Statevector(circuit).probabilities_dict().items():
    print(
        f"x = {int(label[n + 1 :], 2)}, x + y mod 8 = {int(label[1 : n + 1], 2)}, ancilla {label[0]}: probability {chance:.2f}"
    )

# %% [markdown]
# ### Comparing, and constants
#
# $x < c$ is a question about a carry: $x - c$ borrows exactly if $x < c$. So a **comparator** runs the carries up, copies the last one to the target, and runs them down again: compute, copy, uncompute. If one of the numbers is known when the circuit is built, its bits need no qubits: a Toffoli with a control that is known to be 1 is a CX, and with one known to be 0 it is nothing. That is how "add 5" or "is $x$ below 5" get cheaper than their two-register versions; in the exercise you build the latter.
#
# **Before you run:** adding 1 modulo $2^n$ in place means: bit $k$ is flipped if all lower bits are 1. In which order must the bits be flipped?


# %%
def increment(n):
    """|x> -> |x + 1 mod 2^n>."""
    circuit = QuantumCircuit(n)
    for k in reversed(range(1, n)):
        circuit.mcx(list(range(k)), k)
    circuit.x(0)
    return circuit


print([run_bits(increment(3), x) for x in range(8)])

# %% [markdown]
# From the top: bit $k$ has to see the *old* lower bits.
#
# **Try:** go through the bits from the lowest upwards. Which permutation do you get, and how is it related to the increment?

# %% [markdown]
# ## 10. In place or beside it
#
# The bit oracle writes $f(x)$ *beside* $x$, and that works for every function. The increment replaced $x$ by $x + 1$, *in place*. When is that possible? The result must tell $x$, so the function must be a **permutation**. **Before you run:** which of the maps $x \to 3x$, $x \to 2x$, $x \to x^2$ modulo 8 can be done in place?

# %%
figure, axes = plt.subplots(1, 3, figsize=(9.5, 3.2), sharey=True)
for one, (name, function) in zip(
    axes,
    {"3x mod 8": lambda x: 3 * x, "2x mod 8": lambda x: 2 * x, "x² mod 8": lambda x: x * x}.items(),
    strict=True,
):
    matrix = np.zeros((8, 8))
    for x in range(8):
        matrix[function(x) % 8, x] = 1
    one.imshow(matrix, cmap="Blues", vmax=1.4, origin="lower")
    unitary = np.allclose(matrix @ matrix.T, np.eye(8))
    one.set_title(f"{name}: {'a permutation' if unitary else 'merges inputs'}", fontsize=10)
    one.set_xlabel("x")
    one.set_xticks(range(8))
    one.set_yticks(range(8))
axes[0].set_ylabel("f(x)")
plt.tight_layout()
plt.show()

# %% [markdown]
# *Figure 16. Multiplying by 3 hits every number once. Multiplying by 2, and squaring, merge inputs: no circuit can do them in place, though any circuit can do them beside $x$.*
#
# If $\pi$ is a permutation for which you have circuits in *both* directions, in place works as follows, with one register more:
#
# $$|x\rangle|0\rangle \to |x\rangle|\pi(x)\rangle \to |\pi(x)\rangle|x\rangle \to |\pi(x)\rangle|x \oplus \pi^{-1}(\pi(x))\rangle = |\pi(x)\rangle|0\rangle .$$
#
# Compute, swap, and erase the old value with the *inverse* function. The last step is the catch. A circuit for $\pi$ beside $x$, run backwards, needs $x$, and is no circuit for $\pi^{-1}$. If $\pi^{-1}$ is hard to compute (cryptographers hope that such one-way permutations exist), then there is no efficient circuit in place, for run backwards it would compute $\pi^{-1}$. For multiplication by $a$ modulo $N$ there is no problem: the inverse is another multiplication, and Euclid's algorithm finds the factor. Shor's algorithm uses exactly this.
#
# **Try:** what is the inverse of 3 modulo 8? Of 3 modulo 16? `pow(3, -1, 16)` knows.

# %% [markdown]
# ## 11. What an oracle is not
#
# In the modules that follow, algorithms are judged by their number of *calls*. That is a sensible way of proving things, and easy to misread.
#
# **An oracle is not a black box that comes for free.** It is a circuit that somebody builds from a description of $f$. Its gates, its depth and its ancillas are multiplied by the number of calls.
#
# **It is not a table that somebody has filled in.** If building the oracle requires to go through all $x$, the problem is solved before the algorithm begins. The useful case is: $f(x)$ is easy to *check* for a given $x$ (a sum, a comparison, a clause), and the $x$ with $f(x) = 1$ are hard to *find*.
#
# **It is not stronger than a classical program.** Whoever can build it can evaluate $f$ on a laptop, faster and cheaper for each $x$. A saving in calls is a saving in time only if it outweighs that.
#
# An example, with the gates of this lesson: "the sum of two $n$-bit numbers is equal to a given number $c$". The oracle adds in place, flips the bits where $c$ has a 0, applies an AND of $n$ bits, and undoes everything. Grover's algorithm (two modules on) needs about $\frac{\pi}{4}\sqrt{2^{2n}/M}$ calls, if $M$ of the $2^{2n}$ inputs are marked, and here $M = 2^n$.

# %%
widths = np.arange(4, 33, 4)
toffolis = 2 * (2 * widths) + 2 * widths - 3  # sum and its undoing, and an AND of n bits
t_each = 7 * toffolis
calls = np.pi / 4 * 2.0 ** (widths / 2)
guesses = 2.0**widths  # classical: expected number of random trials

figure, axes = plt.subplots(figsize=(6.8, 3.6))
axes.semilogy(widths, calls, "o-", base=2, label="quantum: calls")
axes.semilogy(widths, calls * t_each, "s-", base=2, label="quantum: T gates in all")
axes.semilogy(widths, guesses, "^--", base=2, color="tab:gray", label="classical: random trials")
axes.set_xlabel("bits n of each number")
axes.set_ylabel("how many")
axes.grid(alpha=0.3)
axes.legend(fontsize=8)
plt.show()
for n, t, q in zip(widths[[1, 7]], t_each[[1, 7]], calls[[1, 7]], strict=True):
    print(f"n = {n}: {t} T gates a call, {q:.0f} calls, {t * q:.2g} T gates in all")

# %% [markdown]
# *Figure 17. Calls are not gates. For $n = 8$ the T gates in all outnumber the classical trials; the advantage of the square root only shows for larger $n$. And the comparison is still unfair: a classical trial takes nanoseconds, and for this function there is no need to search (choose $x$, then $y = c - x$).*
#
# So three questions belong to every statement "with $q$ calls of the oracle": *What does one call cost? How does it compare with the best classical method that may look inside $f$? And who cleans up?*
#
# **Try:** a logical T gate on a first generation of error-corrected machines may take something like ten microseconds (an assumption, not a measurement). How long does $n = 32$ take?

# %% [markdown]
# ## Summary
#
# - Quantum gates are reversible. Keep the input and add the result to another bit: $|x\rangle|y\rangle \to |x\rangle|y\oplus f(x)\rangle$ works for every $f$. X, CX and Toffoli suffice for all functions.
#
# - Sums modulo 2 are cheap, products are dear. The algebraic normal form is a first circuit; linear changes of the bits save products. Most functions have no short circuit.
#
# - One call on a superposition and a measurement give one random pair $(x, f(x))$. The use of oracles lies in interference.
#
# - Leftovers that depend on $x$ destroy it, whether or not anybody looks, and a reset does not bring it back. Tests on basis states do not show it. The visibility for two paths is $|\langle g_0|g_1\rangle|$.
#
# - Compute, copy, uncompute cleans up every circuit, for a factor of 2 in gates. With long computations, memory can be traded for time.
#
# - With the target in $|-\rangle$ one call of a bit oracle is a phase oracle. Other phases take two calls.
#
# - A Toffoli has 7 T gates and 6 CX; with wrong phases, allowed in pairs that compute and uncompute, 4 and 3. $k$ controls take $2k-3$ Toffoli gates and $k-2$ ancillas, in a chain or, quicker, in a tree.
#
# - Two numbers are added in place with one ancilla and $2n$ Toffoli gates. Backwards it subtracts; its carries compare.
#
# - In place works for permutations, and costs both directions: $\pi$ and $\pi^{-1}$.
#
# - An oracle is a circuit. Total cost is calls times cost of a call.
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | bit oracle | $\lvert x\rangle\lvert y\rangle \to \lvert x\rangle\lvert y\oplus f(x)\rangle$ |
# | phase oracle | $\lvert x\rangle \to (-1)^{f(x)}\lvert x\rangle$ |
# | kickback | $\lvert x\rangle\lvert -\rangle \to (-1)^{f(x)}\lvert x\rangle\lvert -\rangle$ |
# | majority | $\mathrm{maj}(a,b,c) = ab\oplus bc\oplus ca = a \oplus (a\oplus b)(a\oplus c)$ |
# | or | $a \vee b = a\oplus b\oplus ab$ |
# | interference with garbage | $P(y) = \sum_\gamma\big\lvert 2^{-n}\sum_{x:\,g(x)=\gamma}(-1)^{f(x)+x\cdot y}\big\rvert^2$ |
# | visibility, two paths | $\lvert\langle g_0\vert g_1\rangle\rvert$ |
# | clean-up | $W$, CX, $W^\dagger$ |
# | by halves | $\log_2 L + 1$ registers, $L^{\log_2 3}$ steps |
# | $k$ controls, $k-2$ ancillas | $2k-3$ Toffoli; T count $14k - 21$, or $8k - 9$ with `rccx` in pairs; depth $2k-3$ or $2\lceil\log_2 k\rceil - 1$ |
# | sum in place | $2n$ Toffoli, one ancilla |
#
# ## Further reading
#
# - C. H. Bennett, "Logical reversibility of computation", *IBM Journal of Research and Development* 17, pages 525-532 (1973); and "Time/space trade-offs for reversible computation", *SIAM Journal on Computing* 18, pages 766-776 (1989).
#
# - T. Toffoli, "Reversible computing", *Automata, Languages and Programming*, LNCS 85, pages 632-644 (1980). E. Fredkin and T. Toffoli, "Conservative logic", *International Journal of Theoretical Physics* 21, pages 219-253 (1982).
#
# - A. Barenco and others, "Elementary gates for quantum computation", *Physical Review A* 52, pages 3457-3467 (1995); arXiv quant-ph/9503016. Many controls, clean and borrowed ancillas. D. Maslov, "Advantages of using relative-phase Toffoli gates with an application to multiple control Toffoli optimization", *Physical Review A* 93, 022311 (2016); arXiv 1508.03273.
#
# - V. Vedral, A. Barenco and A. Ekert, "Quantum networks for elementary arithmetic operations", *Physical Review A* 54, pages 147-153 (1996); arXiv quant-ph/9511018. S. A. Cuccaro, T. G. Draper, S. A. Kutin and D. P. Moulton, "A new quantum ripple-carry addition circuit" (2004), arXiv quant-ph/0410184: eight pages, readable after this lesson.
#
# - C. Gidney, "Halving the cost of quantum addition", *Quantum* 2, 74 (2018); arXiv 1709.06648. How measurements make uncomputing cheap.
