# %% [markdown]
# # Grover search and amplitude amplification
#
# You have forgotten the four digits of a code. All you have is a small program that says *yes* or *no* to a guess. There are 10 000 codes, and on average you need 5000 guesses. **Could a quantum computer that runs this program find the code with about 80?**
#
# It could, and with none fewer. Lov Grover found the method in 1996. In this lesson you will see why it works, when it works, why it cannot work better, and what the word "runs" hides. In the end the same two mirrors will find solutions of equations, colour graphs, and measure probabilities.
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. explain Grover's search with a picture, and say after how many iterations to stop (5.5 I A2);
# 2. build its parts as circuits: the reflections, and oracles from the conditions of a problem, with clean ancillas (5.4 II A2, 5.6 II A2);
# 3. amplify what any given circuit prepares, and search without an error if the number of solutions is known (5.5 II B1);
# 4. compute what a search costs if the number of solutions is unknown, and estimate that number (5.5 I B1, 5.4 I B1);
# 5. judge a claim about quantum search: what is counted, what is assumed, what is left out (5.6 III A2).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need oracles with clean ancillas and the phase kickback from the modules on reversible logic and on query algorithms.

# %%
import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit
from qiskit.primitives import StatevectorSampler
from qiskit.quantum_info import Statevector
from scipy.special import xlogy


def controlled_z(circuit, qubits):
    """Multiply |1...1> on these qubits by -1."""
    if len(qubits) == 1:
        circuit.z(qubits[0])
    else:
        circuit.h(qubits[-1])
        circuit.mcx(list(qubits[:-1]), qubits[-1])
        circuit.h(qubits[-1])


def known_oracle(n, solutions):
    """Multiply these basis states by -1. A stand-in for demonstrations: it knows the answer."""
    circuit = QuantumCircuit(n, name="oracle")
    for x in solutions:
        zeros = [q for q in range(n) if not x >> q & 1]
        if zeros:
            circuit.x(zeros)
        controlled_z(circuit, range(n))
        if zeros:
            circuit.x(zeros)
    return circuit


# %% [markdown]
# ## 1. Search as a game of questions
#
# The rules: there are $N = 2^n$ *items*, the numbers $x = 0, \ldots, N-1$. A function $f$ says of each whether it is a *solution*: $f(x) = 1$ or $f(x) = 0$. Nothing else is known about $f$; you may only ask for its values. What is counted are the questions, the *calls of the oracle*. This is the setting of the last module, and $M$ denotes the number of solutions.
#
# Who asks classically, with one solution, needs $(N+1)/2$ questions on average, whatever the order. A quantum computer may put the question in superposition. Its oracle changes a sign:
#
# $$|x\rangle \mapsto (-1)^{f(x)}\,|x\rangle .$$
#
# You know how to get it from an oracle that flips a target qubit: put the target into $|-\rangle$.
#
# **Before you run the next cell:** eight items, solution number 5. We prepare the equal superposition, which is *one* call of the oracle on all items at once, and then we measure. With which probability do we find the 5?

# %%
n, solution = 3, 5
asked = QuantumCircuit(n)
asked.h(range(n))
before = Statevector(asked)
asked.compose(known_oracle(n, [solution]), inplace=True)
after = Statevector(asked)
print("amplitudes before:", before.data.real.round(3))
print("amplitudes after: ", after.data.real.round(3))
print(
    "probability of 5:  before",
    before.probabilities()[5].round(3),
    " after",
    after.probabilities()[5].round(3),
)

# %% [markdown]
# One in eight, as before. The oracle *was* evaluated on all items, in a single call, and it did not help: the answer sits in a sign, and a measurement does not see it. "A quantum computer tries all items at once" is a half-truth whose other half is missing: **all at once is easy, reading it out is the problem.** What is needed is something that turns signs into sizes. That is interference.
#
# ## 2. One iteration, bar by bar
#
# Here is Grover's second ingredient. Let $m$ be the mean of all amplitudes. Reflect each amplitude at the mean:
#
# $$a_x \;\mapsto\; 2m - a_x .$$
#
# **Before you run:** after the oracle seven amplitudes are $+0.354$ and one is $-0.354$. Where is the mean? What becomes of the seven, and what of the one?

# %%
mirrored = 2 * after.data.real.mean() - after.data.real
figure, axes = plt.subplots(1, 3, figsize=(10, 3), sharey=True)
shown = [
    ("start", before.data.real),
    ("after the oracle", after.data.real),
    ("reflected at the mean", mirrored),
]
for one, (title, amplitudes) in zip(axes, shown, strict=True):
    colours = ["tab:orange" if x == solution else "tab:blue" for x in range(8)]
    one.bar(range(8), amplitudes, color=colours)
    one.axhline(0, color="black", linewidth=0.8)
    one.axhline(amplitudes.mean(), color="tab:green", linestyle="--", label="mean")
    one.set_title(title)
    one.set_xlabel("item x")
    one.set_xticks(range(8))
axes[0].set_ylabel("amplitude")
axes[0].legend(fontsize=8, loc="lower left")
plt.show()
print("probability of 5:", round(mirrored[5] ** 2, 3))

# %% [markdown]
# *Figure 1. One iteration for $N = 8$. The oracle turns one bar over, which lowers the mean a little. The reflection at the mean lifts the one bar far up and shortens the others.*
#
# The mean is $0.265$. The seven others become $0.177$ and the one $0.884$, so its probability is now $0.781$. With a single question! Classically one question gives $1/8$, or $2/8$ if you also guess after a "no".
#
# Why is "reflect at the mean" a quantum operation at all? It is linear, since the mean is linear in the amplitudes, and it keeps the norm, since it is a reflection. As a matrix it is $2|s\rangle\langle s| - I$ with the equal superposition $|s\rangle$: the bracket $\langle s|a\rangle$ is $\sqrt N m$, and so each entry of $|s\rangle\langle s|a\rangle$ is $m$.
#
# **Try:** make it four items, `n = 2`. What is the probability after one iteration? (This is the only size at which one question gives certainty.)
#
# ## 3. Again and again
#
# What works once can be repeated: oracle, mirror, oracle, mirror. **Before you run:** for eight items the probability was 0.125 and then 0.781. What will it be after two, three, four and five iterations? More and more, closer to 1?


# %%
def iterate(amplitudes, solutions, times):
    """Do Grover iterations on an array of amplitudes."""
    amplitudes = np.array(amplitudes, dtype=float)
    for _ in range(times):
        amplitudes[solutions] *= -1
        amplitudes = 2 * amplitudes.mean() - amplitudes
    return amplitudes


start = np.full(8, np.sqrt(1 / 8))
figure, axes = plt.subplots(1, 6, figsize=(12, 2.8), sharey=True)
for k, one in enumerate(axes):
    amplitudes = iterate(start, [solution], k)
    one.bar(
        range(8),
        amplitudes,
        color=["tab:orange" if x == solution else "tab:blue" for x in range(8)],
    )
    one.axhline(0, color="black", linewidth=0.8)
    one.set_title(f"k = {k}: p = {amplitudes[solution] ** 2:.3f}", fontsize=10)
    one.set_xlabel("item x")
axes[0].set_ylabel("amplitude")
plt.show()

# %% [markdown]
# *Figure 2. The amplitudes after $k$ iterations. At $k = 2$ the solution has nearly everything. Then it shrinks, at $k = 4$ it is the rarest item of all, and at $k = 5$ it comes back with the other sign.*
#
# It goes up, and down, and up again. A search that runs too long is worse than a guess: at $k = 4$ the seven wrong items have nearly everything. For larger $N$ there is more to see.

# %%
figure, axes = plt.subplots(figsize=(8, 3.6))
for items, style in [(8, "o:"), (64, "s-"), (1024, "-")]:
    first = np.full(items, np.sqrt(1 / items))
    chances = []
    for _ in range(61):
        chances.append(first[0] ** 2)
        first = iterate(first, [0], 1)
    axes.plot(range(61), chances, style, markersize=3, label=f"N = {items}")
axes.plot(
    range(61), np.arange(61) / 1024, "--", color="gray", label="k classical guesses, N = 1024"
)
axes.set_xlabel("number k of iterations (calls of the oracle)")
axes.set_ylabel("probability of the solution")
axes.legend(fontsize=8, loc="upper center", ncol=2)
axes.set_ylim(0, 1.4)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 3. Success against the number of iterations. The first summit lies near $\frac\pi4\sqrt N$: at 2, 6 and 25. The dashed line is what $k$ classical guesses achieve.*
#
# **Misconception: more iterations make the result better.** They do not converge to anything. There is a right moment, and to know it one has to know how many solutions there are (section 6). Where the curve is flat, at the summit, an error of a few iterations does little harm.
#
# Note the beginning of the curve for $N = 1024$: it rises like $k^2$, not like $k$. Each iteration adds the same amount to the *amplitude*, about $2/\sqrt N$, and the probability is its square. That is where the square root comes from.
#
# ## 4. Two mirrors make a rotation
#
# The rise and fall looks like a sine. It is one. All amplitudes of non-solutions stay equal to each other, and so do those of solutions. So the state never leaves a plane, which is spanned by two unit vectors:
#
# $$|\text{bad}\rangle = \frac{1}{\sqrt{N-M}}\sum_{f(x)=0}|x\rangle, \qquad |\text{good}\rangle = \frac{1}{\sqrt M}\sum_{f(x)=1}|x\rangle .$$
#
# The start is $|s\rangle = \cos\theta\,|\text{bad}\rangle + \sin\theta\,|\text{good}\rangle$ with $\sin^2\theta = M/N$. In this plane the oracle is a reflection about the axis $|\text{bad}\rangle$: it changes the sign of the other coordinate. The second step is a reflection about the line of $|s\rangle$. **Two reflections about lines at an angle $\theta$ are a rotation by $2\theta$.** You can try this with two hand mirrors.
#
# **Before you run:** the arrow begins at the angle $\theta$ from the axis "bad". At which angles does the oracle put it, and then the second mirror?

# %%
theta = np.arcsin(np.sqrt(1 / 16))
figure, axes = plt.subplots(1, 2, figsize=(10, 4.6))
angles = [theta, -theta, 3 * theta]
names = ["start: θ", "after the oracle: −θ", "after the mirror at |s⟩: 3θ"]
for angle, name, colour in zip(angles, names, ["tab:blue", "tab:red", "tab:green"], strict=True):
    axes[0].annotate(
        "",
        (np.cos(angle), np.sin(angle)),
        (0, 0),
        arrowprops={"arrowstyle": "->", "color": colour, "lw": 2},
    )
    axes[0].text(np.cos(angle) + 0.03, np.sin(angle) - 0.02, name, color=colour, fontsize=9)
for k in range(7):
    angle = (2 * k + 1) * theta
    axes[1].annotate(
        "",
        (np.cos(angle), np.sin(angle)),
        (0, 0),
        arrowprops={"arrowstyle": "->", "color": plt.cm.viridis(k / 7), "lw": 2},
    )
    axes[1].text(1.08 * np.cos(angle) - 0.03, 1.08 * np.sin(angle), f"{k}", fontsize=10)
for one, title in zip(axes, ["one iteration", "k = 0 to 6 iterations"], strict=True):
    one.axhline(0, color="gray", linewidth=0.8)
    one.axvline(0, color="gray", linewidth=0.8)
    one.set_xlabel("amplitude of |bad⟩")
    one.set_ylabel("amplitude of |good⟩")
    one.set_title(title)
    one.set_aspect("equal")
axes[0].set_xlim(-0.05, 1.75)
axes[0].set_ylim(-0.45, 1.1)
axes[1].set_xlim(-1.15, 1.2)
axes[1].set_ylim(-0.3, 1.2)
plt.show()

# %% [markdown]
# *Figure 4. The plane of the search for $N = 16$, $M = 1$, $\theta = 14.5°$. Left: two reflections take the arrow from $\theta$ to $3\theta$. Right: arrows after $k$ iterations; $k = 3$ is nearest to "good", $k = 6$ has passed far beyond.*
#
# So after $k$ iterations the angle is $(2k+1)\theta$, exactly:
#
# $$p_k = \sin^2\big((2k+1)\,\theta\big), \qquad \sin^2\theta = \frac MN .$$
#
# The best $k$ brings $(2k+1)\theta$ nearest to $\pi/2$: the integer nearest to $\frac{\pi}{4\theta} - \frac12$. For $M \ll N$, where $\theta \approx \sqrt{M/N}$, this is about $\frac\pi4\sqrt{N/M}$, and the remaining error is at most $\sin^2\theta = M/N$.

# %%
for items, many in [(8, 1), (16, 1), (100, 3), (10_000, 1)]:
    theta = np.arcsin(np.sqrt(many / items))
    best = round(np.pi / (4 * theta) - 0.5)
    followed = iterate(np.full(items, np.sqrt(1 / items)), list(range(many)), best)
    formula = np.sin((2 * best + 1) * theta) ** 2
    print(
        f"N = {items:6}, M = {many}: best k = {best:3}, success {np.sum(followed[:many] ** 2):.6f} (formula {formula:.6f})"
    )

# %% [markdown]
# The last line answers the question at the beginning: 78 calls for 10 000 codes.
#
# **Try:** $M = N/2$. What does an iteration do, and why? And $M = 3N/4$?
#
# ## 5. As a circuit
#
# The mirror at $|s\rangle$ is made from a mirror at $|0\ldots0\rangle$, by a change of basis: $H^{\otimes n}$ takes $|s\rangle$ to $|0\ldots0\rangle$ and back,
#
# $$2|s\rangle\langle s| - I = H^{\otimes n}\,\big(2|0\ldots0\rangle\langle0\ldots0| - I\big)\,H^{\otimes n}.$$
#
# In the middle all basis states but $|0\ldots0\rangle$ get the factor $-1$. Usually one builds the opposite, $-1$ for $|0\ldots0\rangle$ alone: a multiply controlled Z between two layers of X. That is a *global* phase of $-1$ in each iteration, and no measurement sees it. (If the iteration is controlled, as in phase estimation in the next module, it becomes a relative phase, and then it has to be right.)


# %%
def diffuser(n):
    """Reflect about the equal superposition, times -1."""
    circuit = QuantumCircuit(n, name="diffuser")
    circuit.h(range(n))
    circuit.x(range(n))
    controlled_z(circuit, range(n))
    circuit.x(range(n))
    circuit.h(range(n))
    return circuit


def search(n, oracle, times):
    """The whole search, measured."""
    circuit = QuantumCircuit(n)
    circuit.h(range(n))
    for _ in range(times):
        circuit.barrier()
        circuit.compose(oracle, inplace=True)
        circuit.barrier()
        circuit.compose(diffuser(n), inplace=True)
    circuit.measure_all()
    return circuit


display_circuit = search(3, known_oracle(3, [5]), 1)
display_circuit.draw("mpl", scale=0.7)
plt.show()

# %% [markdown]
# *Figure 5. One iteration for three qubits and the solution 5, which is 101. Between the first two barriers the oracle, then the diffuser. Time runs to the right; qubit 0 is the rightmost bit.*
#
# **Before you run:** sixteen items, solution number 11 (1011), 1000 shots. How often will you see it after three iterations, and how often after six? Use the formula, with $\theta = 14.5°$.

# %%
sampler = StatevectorSampler(seed=11)
figure, axes = plt.subplots(1, 2, figsize=(10, 3.2), sharey=True)
for one, times in zip(axes, (3, 6), strict=True):
    counts = (
        sampler.run([search(4, known_oracle(4, [11]), times)], shots=1000)
        .result()[0]
        .data.meas.get_counts()
    )
    keys = [f"{x:04b}" for x in range(16)]
    one.bar(
        keys,
        [counts.get(key, 0) for key in keys],
        color=["tab:orange" if key == "1011" else "tab:blue" for key in keys],
    )
    one.set_title(f"{times} iterations: 1011 came {counts.get('1011', 0)} times")
    one.set_xlabel("outcome")
    one.tick_params(axis="x", rotation=90, labelsize=8)
axes[0].set_ylabel("counts of 1000 shots")
plt.show()

# %% [markdown]
# *Figure 6. Sixteen items. After three iterations nearly each shot finds the solution; after six hardly one does.*
#
# A single shot suffices in practice: measure, **check the result with one more call of the oracle**, and begin again if it is wrong. You never need a histogram to know whether a search succeeded.
#
# **Try:** replace the oracle by one with the two solutions 3 and 12. Which number of iterations is best now?
#
# ## 6. Several solutions, and not knowing how many
#
# For $M$ solutions everything happens faster, by $\sqrt M$. **Before you run:** $N = 256$, and twelve iterations, the best for one solution. What happens if there are four solutions? Or sixteen?

# %%
steps = np.arange(0, 26)
figure, axes = plt.subplots(figsize=(8, 3.6))
for many in (1, 4, 16):
    theta = np.arcsin(np.sqrt(many / 256))
    axes.plot(steps, np.sin((2 * steps + 1) * theta) ** 2, "o-", markersize=4, label=f"M = {many}")
axes.axvline(12, color="gray", linestyle=":")
axes.set_xlabel("number k of iterations")
axes.set_ylabel("probability of a solution")
axes.set_ylim(-0.05, 1.3)
axes.legend(fontsize=9, loc="upper center", ncol=3)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 7. $N = 256$. What is best for one solution ($k = 12$, dotted) brings four or sixteen back to almost nothing.*
#
# With four solutions the search is at the bottom at $k = 12$, with sixteen for the second time. So you have to know $M$ before you begin. And if you do not?
#
# Michel Boyer, Gilles Brassard, Peter Høyer and Alain Tapp (1996) let chance decide. Draw the number of iterations from $0, 1, \ldots, s - 1$. If $s$ is large enough, the average of $\sin^2$ over the draws is close to one half, *whatever $\theta$ is*; exactly it is
#
# $$\frac12 - \frac{\sin(4s\theta)}{4s\,\sin(2\theta)} ,$$
#
# at least 1/4 as soon as $s \ge 1/\sin 2\theta$. So begin with $s = 1$ and increase it by a factor, 6/5 say, after each failure, but not beyond $\sqrt N$. They prove that this needs fewer than $\frac92\sqrt{N/M}$ iterations on average, if $M \le 3N/4$ and there is a solution at all.
#
# **Before you run:** how much more is it, compared with knowing $M$: about 10 %, twice, or ten times as much?


# %%
def expected_calls(items, many, growth=1.2):
    """Average number of calls until a solution is found, checks included."""
    theta = np.arcsin(np.sqrt(many / items))
    reached, calls, size = 1.0, 0.0, 1.0
    while reached > 1e-9:
        whole = int(np.ceil(size))
        success = 0.5 - np.sin(4 * whole * theta) / (4 * whole * np.sin(2 * theta))
        calls += reached * ((whole - 1) / 2 + 1)
        reached *= 1 - success
        size = min(growth * size, np.sqrt(items))
    return calls


items = 4096
numbers = [1, 2, 3, 5, 8, 16, 32, 64, 128, 256, 512]
figure, axes = plt.subplots(figsize=(7.5, 3.8))
axes.loglog(
    numbers,
    [(items + 1) / (m + 1) for m in numbers],
    "^--",
    color="gray",
    label="classical, random order",
)
axes.loglog(numbers, [expected_calls(items, m) for m in numbers], "o-", label="quantum, M unknown")
axes.loglog(
    numbers,
    [np.pi / 4 * np.sqrt(items / m) for m in numbers],
    "s-",
    label="quantum, M known: π/4 √(N/M)",
)
axes.set_xlabel("number M of solutions (of 4096 items)")
axes.set_ylabel("calls of the oracle on average")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()
print(
    {m: round(expected_calls(items, m) / (np.pi / 4 * np.sqrt(items / m)), 2) for m in (1, 8, 64)}
)

# %% [markdown]
# *Figure 8. Not knowing $M$ costs a factor of about two. Both quantum lines have the slope of the square root.*
#
# There is one thing that no strategy can do: be *sure* that there is no solution. After many failures you may be as confident as you like.
#
# **Try:** other growth factors. Is 1.2 a good choice? And what happens at a factor of 3?
#
# ### Exactly, if $M$ is known
#
# $\sin^2((2k+1)\theta)$ is in general not 1 for any $k$: the arrow jumps past the axis. But you may choose $\theta$! Make solutions *rarer*, by a coin: one more qubit, and an item counts as good only if it is a solution and the coin shows 1. With the right bias the angle becomes $\theta' = \frac{\pi}{2(2k+1)}$ and $k$ iterations end exactly on the axis. This is one of the ways in which Brassard, Høyer, Mosca and Tapp (2000) make the search certain. In the exercise you build it.

# %%
theta = np.arcsin(np.sqrt(1 / 8))
smaller = np.pi / (2 * (2 * 2 + 1))  # two iterations
steps = np.arange(0, 5)
fine = np.linspace(0, 4.3, 200)
figure, axes = plt.subplots(figsize=(7, 3.4))
for angle, name, colour in [
    (theta, "as it is: sin²θ = 1/8", "tab:blue"),
    (smaller, f"with a coin: sin²θ′ = {np.sin(smaller) ** 2:.4f}", "tab:orange"),
]:
    axes.plot(fine, np.sin((2 * fine + 1) * angle) ** 2, color=colour, linewidth=0.8)
    axes.plot(steps, np.sin((2 * steps + 1) * angle) ** 2, "o", color=colour, label=name)
axes.axhline(1, color="gray", linestyle=":")
axes.set_xlabel("number k of iterations")
axes.set_ylabel("probability of a solution")
axes.set_xticks(steps)
axes.legend(fontsize=9, loc="lower center")
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 9. One solution among eight. Without the coin the dots miss the summit of the curve, which lies at $k = 1.67$. With a coin that shows 1 in 76 % of the cases, the summit lies at exactly $k = 2$. (A bias for $k = 3$ exists as well: find it.)*
#
# ## 7. Could there be something better?
#
# Perhaps a cleverer circuit needs only $\sqrt[3]N$ calls, or $\log N$? No. Charles Bennett, Ethan Bernstein, Gilles Brassard and Umesh Vazirani proved it (published in 1997, and known before Grover's algorithm). Here is the idea, with numbers.
#
# Take any algorithm with $k$ calls. Run it with the oracle that marks $y$; call the state at the end $|\psi^y\rangle$. Run it also with an oracle that marks nothing; call that $|\psi\rangle$. To tell which $y$ was marked, the $|\psi^y\rangle$ have to be far from each other, and so most of them far from $|\psi\rangle$. How fast can they get away? In one call the oracle for $y$ differs from the empty one only on the component $|y\rangle$. The algorithm has to spread its attention over all $y$, because $\sum_y |\langle y|\psi\rangle|^2 \le 1$. From this follows
#
# $$D_k = \sum_y \big\lVert\, |\psi^y\rangle - |\psi\rangle \,\big\rVert^2 \;\le\; 4k^2 .$$
#
# To find $y$ reliably $D_k$ has to be of the order of $N$. So $k$ has to be of the order of $\sqrt N$. **Before you run:** how close does Grover's algorithm come to this speed limit?

# %%
items = 64
steps = np.arange(0, 11)
reached = []
for k in steps:
    start = np.full(items, np.sqrt(1 / items))
    total = 0.0
    for y in range(items):
        total += np.sum((iterate(start, [y], k) - start) ** 2)
    reached.append(total)
figure, axes = plt.subplots(figsize=(7, 3.6))
axes.plot(steps, 4 * steps**2, "--", color="tab:red", label="speed limit 4k²")
axes.plot(steps, reached, "o-", label="Grover's iteration")
axes.axhline(
    2 * items * (1 - np.sqrt(1 / items)),
    color="gray",
    linestyle=":",
    label="needed for certainty (here)",
)
axes.set_xlabel("number k of calls")
axes.set_ylabel("total distance $D_k$")
axes.set_ylim(0, 260)
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 10. How far the 64 possible final states have moved away from the state without a mark. Grover's iteration runs along the limit for the first steps.*
#
# It runs at the limit from the beginning. Christof Zalka (1999) showed more: for each number of calls, up to $\frac\pi4\sqrt N$, Grover's algorithm finds a single marked item with the greatest probability that any algorithm can have. Mind the conditions of these theorems: the oracle is a **black box**, and nothing is known about the item. Where a problem has structure, faster algorithms are not excluded: Shor's algorithm in the next module uses one, and so do good classical programs for satisfiability.
#
# The theorem has a consequence for those who hope for more: if no structure is used, search problems of the type "check each candidate" stay exponential, with half the exponent. A key of 128 bits takes $2^{64}$ iterations, one after the other.
#
# And they do not share out well. Ten classical computers search ten parts and are ten times as fast. Ten quantum computers search ten parts, too, but each part still takes $\frac\pi4\sqrt{N/10}$: they are only $\sqrt{10} \approx 3.2$ times as fast, and Zalka showed that this cannot be improved.
#
# ## 8. Where the oracle comes from
#
# Our oracle knew the solution. That is fine for a demonstration and useless for anything else. A real oracle *computes* $f$: it is the checking program as a reversible circuit, built from the conditions of the problem by somebody who does not know the answer.
#
# A puzzle. Four guests, 0 to 3, are invited; bit $q$ says whether guest $q$ comes.
#
# - Guest 0 or guest 1 comes (or both): $A = x_0 \lor x_1$.
#
# - Guests 1 and 2 do not both come: $B = \lnot(x_1 \land x_2)$.
#
# - Exactly one of the guests 2 and 3 comes: $C = x_2 \oplus x_3$.
#
# Each condition gets an ancilla which it sets to 1 if it holds. A Z controlled by all three gives the sign. Then the conditions are computed **once more**, to clean the ancillas.

# %%
conditions = QuantumCircuit(7)  # qubits 0 to 3: guests; 4, 5, 6: the conditions A, B, C
conditions.x([0, 1])
conditions.ccx(0, 1, 4)  # 1 if neither comes
conditions.x([0, 1, 4])
conditions.ccx(1, 2, 5)  # 1 if both come
conditions.x(5)
conditions.cx(2, 6)
conditions.cx(3, 6)

clean = conditions.copy()
controlled_z(clean, [4, 5, 6])
dirty = clean.copy()  # for the experiment below: the ancillas are left as they are
clean.compose(conditions.inverse(), inplace=True)
clean.draw("mpl", scale=0.6, fold=40)
plt.show()

# %% [markdown]
# *Figure 11. The oracle of the puzzle: the conditions, a Z controlled by all of them, and the conditions backwards.*
#
# **Before you run:** the ancillas are not measured. Does it do any harm to leave out the last third of the circuit? Think of what you know about a qubit that is entangled with something.

# %%
solutions = [
    x
    for x in range(16)
    if (x & 1 or x >> 1 & 1) and not (x >> 1 & x >> 2 & 1) and (x >> 2 & 1) != (x >> 3 & 1)
]
print("solutions, guests 3210:", [f"{x:04b}" for x in solutions], "- found by going through all 16")

figure, axes = plt.subplots(figsize=(7, 3.4))
for oracle, name, style in [
    (clean, "ancillas cleaned", "o-"),
    (dirty, "ancillas left as they are", "s--"),
]:
    chances = []
    for times in range(7):
        circuit = QuantumCircuit(7)
        circuit.h(range(4))
        for _ in range(times):
            circuit.compose(oracle, inplace=True)
            circuit.compose(diffuser(4), range(4), inplace=True)
        chances.append(Statevector(circuit).probabilities(range(4))[solutions].sum())
    axes.plot(range(7), chances, style, label=name)
theta = np.arcsin(np.sqrt(len(solutions) / 16))
fine = np.linspace(0, 6, 200)
axes.plot(
    fine, np.sin((2 * fine + 1) * theta) ** 2, color="gray", linewidth=0.8, label="sin²((2k+1)θ)"
)
axes.set_xlabel("number k of iterations")
axes.set_ylabel("probability of a solution")
axes.set_ylim(0, 1.35)
axes.legend(fontsize=8, loc="upper center", ncol=3)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 12. The puzzle, with clean and with dirty ancillas. The clean oracle follows the formula. The dirty one does something else: after one iteration, where the clean search is certain, it is worse than a guess.*
#
# With dirty ancillas there is no rotation in a plane: the amplitudes of different $x$ belong to different ancilla states and do not interfere at the mirror. (Each second call cleans up a part of what the call before it left, and so the curve still moves.) The second half of the oracle is not tidiness, it is what makes the search work.
#
# ### What a call costs
#
# So far we counted calls. A call is a circuit, and it is run in each iteration. For the puzzle, three conditions: four Toffoli gates, four CX and a doubly controlled Z, 34 two-qubit gates in all, for a function that a processor evaluates in a nanosecond. And a quantum gate is much slower than a classical one, above all if it has to be protected by error correction: then a single Toffoli gate takes many rounds of measurements on hundreds or thousands of physical qubits.
#
# **Before you run:** let a call take 1 ns on a processor, and 1 ms on an error-corrected quantum computer (one may argue about each of these numbers; the shape of the figure stays). The quantum computer needs far fewer calls. From which $N$ on does it win: a million, a trillion, $10^{18}$? And how long does the search take there?

# %%
sizes = np.logspace(4, 22, 100)
figure, axes = plt.subplots(figsize=(8, 4.2))
axes.loglog(sizes, sizes / 2 * 1e-9, color="black", label="classical, 1 ns a call")
axes.loglog(sizes, sizes / 2 * 1e-12, "--", color="black", label="the same on 1000 processors")
axes.loglog(sizes, np.pi / 4 * np.sqrt(sizes) * 1e-3, color="tab:blue", label="Grover, 1 ms a call")
axes.loglog(
    sizes, np.pi / 4 * np.sqrt(sizes) * 1e-5, "--", color="tab:blue", label="Grover, 10 µs a call"
)
for seconds, name in [(3600, "an hour"), (86400 * 365, "a year")]:
    axes.axhline(seconds, color="gray", linewidth=0.7, linestyle=":")
    axes.text(2e4, seconds * 1.5, name, fontsize=8, color="gray")
axes.set_xlabel("number N of items")
axes.set_ylabel("time of a search (seconds)")
axes.legend(fontsize=8, loc="lower right")
axes.set_ylim(1e-6, 1e11)
plt.show()
for classical in (1e-9, 1e-12):
    crossing = (np.pi / 2 * 1e-3 / classical) ** 2
    print(
        f"crossing for 1 ms a call and {classical:.0e} s: N = {crossing:.1e}, after {np.pi / 4 * np.sqrt(crossing) * 1e-3 / 3600:.1f} hours"
    )

# %% [markdown]
# *Figure 13. Time of a search against its size. The lines for Grover are half as steep, and begin much higher.*
#
# A thousand processors move the crossing by a factor of a million, to a run of two weeks. Ryan Babbush and others (*PRX Quantum*, 2021) went through such comparisons with error correction counted in. They conclude that quadratic speed-ups are unlikely to pay on early error-corrected machines, and that one should look for larger ones. So Grover's speed-up is a theorem about questions. Whether it is a gain in *time* depends on what a question costs.
#
# **Misconception: Grover searches a database.** Suppose the items are stored in ordinary memory. Then the oracle has to hold all $N$ records: a circuit with about $N$ parts, or a memory which can be read in superposition (a "quantum RAM", which nobody has built at scale). Only to load it takes $N$ steps. A list that is read at all should be sorted or indexed, and then a search takes $\log N$. Grover's search is for functions with a *short program* and many inputs.
#
# **Try:** which $N$ is at the crossing if the quantum computer needs 1 µs a call, and there is one processor?
#
# ## 9. Amplitude amplification: begin anywhere
#
# Where did we use that the start is the equal superposition? Only in the second mirror. Let $A$ be *any* circuit without measurements, $|\psi\rangle = A|0\ldots0\rangle$, and call some of the basis states good. If $a$ is the probability of a good outcome, then with $\sin^2\theta = a$ all is as before:
#
# $$Q = A\,\big(2|0\ldots0\rangle\langle0\ldots0| - I\big)\,A^\dagger\,O, \qquad Q^kA|0\ldots0\rangle = \cos((2k+1)\theta)\,|\text{bad}\rangle + \sin((2k+1)\theta)\,|\text{good}\rangle .$$
#
# $O$ is the oracle. $|\text{good}\rangle$ and $|\text{bad}\rangle$ are the normalised good and bad parts of $|\psi\rangle$. Classically one repeats $A$ about $1/a$ times until the outcome is good. This takes about $1/\sqrt a$ uses of $A$ and $A^\dagger$ (Brassard and Høyer, 1997; Brassard, Høyer, Mosca and Tapp, 2000).
#
# That is good for two things. $A$ may *know* something: a heuristic which is right in one of a thousand cases needs about 25 iterations, however large $N$ is. And $A$ may keep invalid strings out, so that the oracle need not look for them.
#
# **Before you run:** eight bits, and somebody remembers the code roughly: she thinks that each bit is right with probability 0.8. In truth one of the eight is wrong. How many iterations will it take, compared with eight unknown bits?

# %%
n, remembered, true_code = 8, 0b11010011, 0b11010001
remember = QuantumCircuit(n)
for q in range(n):
    chance = 0.8 if remembered >> q & 1 else 0.2
    remember.ry(2 * np.arcsin(np.sqrt(chance)), q)
nothing_known = QuantumCircuit(n)
nothing_known.h(range(n))


def amplify(preparation, oracle, times):
    """Amplitude amplification of what a circuit prepares."""
    circuit = preparation.copy()
    for _ in range(times):
        circuit.compose(oracle, inplace=True)
        circuit.compose(preparation.inverse(), inplace=True)
        circuit.x(range(circuit.num_qubits))
        controlled_z(circuit, range(circuit.num_qubits))
        circuit.x(range(circuit.num_qubits))
        circuit.compose(preparation, inplace=True)
    return circuit


figure, axes = plt.subplots(figsize=(7, 3.4))
for preparation, name in [(nothing_known, "equal superposition"), (remember, "what she remembers")]:
    chances = [
        Statevector(amplify(preparation, known_oracle(n, [true_code]), k)).probabilities()[
            true_code
        ]
        for k in range(16)
    ]
    axes.plot(range(16), chances, "o-", label=f"{name}: a = {chances[0]:.4f}")
axes.set_xlabel("number k of iterations")
axes.set_ylabel("probability of the true code")
axes.set_ylim(0, 1.3)
axes.legend(fontsize=8, loc="upper left", ncol=2)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 14. A better start needs fewer iterations: three in place of twelve, although the memory is wrong in one bit.*
#
# **Try:** let two, three and four bits be wrong. From when on is the memory worse than none?
#
# ### Three colours
#
# In the exercise you colour graphs. Two qubits for a vertex have four values, but there are three colours. If the search began with $H$ on all qubits, the oracle would have to recognise the invalid ones, with more gates and more ancillas in each call. It is better if $A$ prepares, for each vertex, $(|00\rangle + |01\rangle + |10\rangle)/\sqrt3$, and the mirror is built from this $A$: an invalid string then has the amplitude 0, in each step.
#
# ## 10. Measuring with amplitude amplification
#
# Turn the question round. You have a circuit $A$, and want to know the probability $a$ of a good outcome: a price, a risk, an integral, or the number of solutions, $M = aN$. Running $A$ and counting gives the standard error $\sqrt{a(1-a)/n}$ after $n$ runs: for a hundred times the precision, ten thousand times the work. Here is a ruler with finer marks. After $k$ rounds the probability of "good" is $\sin^2((2k+1)\theta)$, and it changes $2k+1$ times as fast with $\theta$ as before.
#
# **Before you run:** the curves show, for $k = 0$, 2 and 8 rounds with 100 shots each, how well each value of $a$ fits the counts. True is $a = 0.3$. The curve for $k = 8$ has narrow peaks. But how many of them?

# %%
rng = np.random.default_rng(5)
true_angle = np.arcsin(np.sqrt(0.3))
grid = np.linspace(0, np.pi / 2, 20_001)


def log_likelihood(k, good, shots):
    """Logarithm of the chance of these counts, for all angles of the grid."""
    angle = (2 * k + 1) * grid
    return xlogy(good, np.sin(angle) ** 2) + xlogy(shots - good, np.cos(angle) ** 2)


figure, axes = plt.subplots(2, 2, figsize=(10, 5), sharex=True)
together = np.zeros_like(grid)
for one, k in zip(axes.flat, (0, 2, 8), strict=False):
    good = rng.binomial(100, np.sin((2 * k + 1) * true_angle) ** 2)
    fit = log_likelihood(k, good, 100)
    together += fit
    one.plot(np.sin(grid) ** 2, np.exp(fit - fit.max()))
    one.set_title(f"k = {k}: {good} of 100 shots were good", fontsize=10)
axes[1, 1].plot(np.sin(grid) ** 2, np.exp(together - together.max()), color="tab:green")
axes[1, 1].set_title("all three together", fontsize=10)
for one in axes.flat:
    one.axvline(0.3, color="gray", linestyle=":")
    one.set_ylabel("likelihood (peak = 1)")
for one in axes[1]:
    one.set_xlabel("probability a")
plt.tight_layout()
plt.show()

# %% [markdown]
# *Figure 15. How well each $a$ fits what was counted; dotted: the truth. Many rounds give sharp peaks, but 17 of them. Few rounds tell which is the right one. The product of all three has one sharp peak.*
#
# So one needs both: few rounds to find the right region, many to see sharply. The **maximum-likelihood estimate** takes the value of $a$ at which the product of all likelihoods is largest. This method is due to Yohichi Suzuki and others (2020); it needs no phase estimation, which the original method of Brassard and others uses and which you will meet in the next module.
#
# How good is it? Let us double the number of rounds, $k = 0, 1, 2, 4, 8, \ldots$, with 100 shots each, and compare with plain counting. What is counted on the axis are all uses of $A$ and $A^\dagger$: $2k+1$ in each shot. **Before you run:** which slopes do you expect in a double logarithmic plot?

# %%
rng = np.random.default_rng(12)
trials, shots = 120, 100
tables = {
    k: (
        np.log(np.maximum(np.sin((2 * k + 1) * grid) ** 2, 1e-300)),
        np.log(np.maximum(np.cos((2 * k + 1) * grid) ** 2, 1e-300)),
    )
    for k in (0, 1, 2, 4, 8, 16, 32)
}
fits = np.zeros((trials, len(grid)))
uses, amplified_error, plain_error = [], [], []
used = 0
for k, (log_good, log_bad) in tables.items():
    good = rng.binomial(shots, np.sin((2 * k + 1) * true_angle) ** 2, size=trials)
    fits += np.outer(good, log_good) + np.outer(shots - good, log_bad)
    estimates = np.sin(grid[fits.argmax(axis=1)]) ** 2
    used += shots * (2 * k + 1)
    uses.append(used)
    amplified_error.append(np.sqrt(np.mean((estimates - 0.3) ** 2)))
    plain_error.append(np.sqrt(np.mean((rng.binomial(used, 0.3, size=trials) / used - 0.3) ** 2)))
uses = np.array(uses)
figure, axes = plt.subplots(figsize=(7, 3.8))
axes.loglog(uses, plain_error, "s", label="counting")
axes.loglog(uses, np.sqrt(0.21 / uses), color="tab:blue", linewidth=0.8, label="√(a(1−a)) / √uses")
axes.loglog(
    uses, amplified_error, "o-", color="tab:orange", label="with amplification, k = 0, 1, 2, 4, ..."
)
axes.loglog(
    uses[2:], amplified_error[2] * uses[2] / uses[2:], ":", color="black", label="slope of 1 / uses"
)
axes.set_xlabel("uses of A and its inverse")
axes.set_ylabel("root mean square error of a")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()
print(
    "at",
    uses[-1],
    "uses: counting",
    round(plain_error[-1], 5),
    " amplified",
    round(amplified_error[-1], 5),
)

# %% [markdown]
# *Figure 16. Error of the estimate against the work. Counting falls like one over the square root; with doubled rounds it falls nearly like one over the number itself. (The second orange point is unlucky: $3\theta$ is close to $\pi/2$, where the counts hardly change with $a$.)*
#
# Again a quadratic gain, with its conditions: the circuit with $k = 32$ contains $A$ or $A^\dagger$ 65 times, one after the other, so the error of each gate must be small enough for a circuit 65 times as long. And $A$ must prepare the distribution in question; if loading it takes long, the gain is eaten up there.
#
# **Try:** take $k = 0$ and $k = 32$ only. What happens to the estimates, and why?
#
# ## Mistakes that many people make
#
# - *"It tries all items at once and picks the right one."* One call on all items leaves each with the probability $1/N$ (section 1). The gain comes from interference, a little in each step.
#
# - *"If in doubt, iterate longer."* After twice the right number you are back at the start (Figure 3). Check the result, and begin anew.
#
# - *"It searches databases."* It searches the inputs of a program (section 8).
#
# - *"The oracle has to know the solution."* It has to *recognise* one, like a lock that recognises its key. Section 8 built one from conditions.
#
# - *"The ancillas are not measured, so their state does not matter."* Figure 12.
#
# - *"Quadratic speed-up means: faster in practice."* It means fewer calls (Figure 13).
#
# - *"A better algorithm will find it in $\log N$ steps."* Not if nothing is known about $f$ (section 7).
#
# ## Summary
#
# - Grover's iteration is two reflections: about the non-solutions (the oracle) and about the start. In the plane of "good" and "bad" they are a rotation by $2\theta$ with $\sin^2\theta = M/N$.
#
# - After $k$ iterations the probability of a solution is $\sin^2((2k+1)\theta)$. About $\frac\pi4\sqrt{N/M}$ iterations are best; more are worse.
#
# - An unknown number of solutions costs a constant factor; for a known one the search can be made certain.
#
# - With a black box nothing is faster than order $\sqrt N$, and for one solution nothing is faster than Grover at all.
#
# - An oracle is computed from the conditions, gives a sign, and is computed backwards. Its cost counts in each iteration.
#
# - The same works for every preparation $A$ with success probability $a$: about $1/\sqrt a$ uses in place of $1/a$. Read backwards it estimates $a$, with an error that falls nearly like 1 over the number of uses.
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | phase oracle | $\lvert x\rangle \mapsto (-1)^{f(x)}\lvert x\rangle$ |
# | mirror at the mean | $2\lvert s\rangle\langle s\rvert - I$, $\;a_x \mapsto 2m - a_x$ |
# | angle | $\sin^2\theta = M/N$, or $a$ |
# | after $k$ iterations | $p_k = \sin^2((2k+1)\theta)$ |
# | best $k$ | nearest integer to $\frac{\pi}{4\theta} - \frac12$ |
# | random $k$ below $s$ | $\frac12 - \frac{\sin 4s\theta}{4s\sin2\theta}$ |
# | certain success | $\theta' = \frac{\pi}{2(2k+1)}$ |
# | speed limit | $D_k \le 4k^2$ |
# | amplification of $A$ | $Q = A\,(2\lvert0\rangle\langle0\rvert - I)\,A^\dagger\,O$ |
#
# ## Further reading
#
# - L. K. Grover, "A fast quantum mechanical algorithm for database search", *Proceedings of the 28th Annual ACM Symposium on Theory of Computing* (1996), pages 212-219; arXiv quant-ph/9605043. Short; you can read it now.
#
# - M. Boyer, G. Brassard, P. Høyer and A. Tapp, "Tight bounds on quantum searching", *Fortschritte der Physik* 46, pages 493-505 (1998); arXiv quant-ph/9605034.
#
# - G. Brassard, P. Høyer, M. Mosca and A. Tapp, "Quantum amplitude amplification and estimation" (2000, printed in 2002), arXiv quant-ph/0005055. All of sections 6, 9 and 10.
#
# - C. H. Bennett, E. Bernstein, G. Brassard and U. Vazirani, "Strengths and weaknesses of quantum computing", *SIAM Journal on Computing* 26, pages 1510-1523 (1997); and C. Zalka, "Grover's quantum searching algorithm is optimal", *Physical Review A* 60, pages 2746-2751 (1999).
#
# - Y. Suzuki and others, "Amplitude estimation without phase estimation", *Quantum Information Processing* 19, 75 (2020).
#
# - R. Babbush and others, "Focus beyond quadratic speedups for error-corrected quantum advantage", *PRX Quantum* 2, 010103 (2021).
