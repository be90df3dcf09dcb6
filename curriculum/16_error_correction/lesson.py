# %% [markdown]
# # Quantum error correction and resources
#
# The best two-qubit gates of today fail about once in a thousand uses. Factoring a number that matters takes billions of gates, one after the other. No engineer hopes to make gates a million times better. The hope is another one: to build a reliable qubit from many unreliable ones.
#
# But if you join a thousand parts that fail, you get something that fails a thousand times as often. **When does more of the bad give something good, and how much of it do you need?**
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. say why quantum errors seemed impossible to correct, and how each objection is answered (5.3 I A2);
# 2. describe a code by its stabilizers, compute syndromes and distances, and build encoders and corrections as circuits (5.3 II A2, 5.3 I B1);
# 3. decode, with a table and by matching, also when the measurements are wrong (5.3 II B1);
# 4. simulate a code with Stim, see a threshold with its error bars, and say what it depends on (5.3 II B1);
# 5. estimate the qubits and the time for a stated target from stated assumptions, and read a claim about logical qubits critically (5.3 III B1).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need circuits with ancillas, noise channels, and measuring a parity (module on measurement). A convention for this lesson, as in the literature on codes: in a word such as `XZI`, **letter $k$ from the left belongs to qubit $k$**. Qiskit's labels run the other way, so the code below reverses them.

# %%
from itertools import product

import matplotlib.pyplot as plt
import numpy as np
import pymatching
import stim
from qiskit import QuantumCircuit
from qiskit.quantum_info import (
    Pauli,
    Statevector,
    partial_trace,
    random_statevector,
    random_unitary,
)
from scipy.stats import binom
from tqdm import tqdm


def pauli(word):
    """Qiskit's operator for a word whose letter k belongs to qubit k."""
    return Pauli(word[::-1])


def lone(letter, k, n):
    """The word with one letter on qubit k of n."""
    return "I" * k + letter + "I" * (n - k - 1)


# %% [markdown]
# ## 1. The classical way: say it three times
#
# A bit is sent as three equal bits, and each is flipped with probability $p$, independently. The receiver takes the majority. It is wrong if two or three of them are flipped:
#
# $$P = 3p^2(1-p) + p^3 = 3p^2 - 2p^3.$$
#
# **Before you run:** for $p = 0.01$ this is about $0.0003$. What is it for $p = 1/2$? Is there a $p$ from which three bits are *worse* than one? And with more bits: do the curves for 3, 9 and 25 cross, and where?

# %%
p = np.linspace(0.001, 0.75, 300)
figure, axes = plt.subplots(figsize=(6.5, 3.6))
for n in (1, 3, 9, 25):
    axes.plot(p, binom.sf(n // 2, n, p), label=f"{n} bit{'s' if n > 1 else ''}")
axes.axvline(0.5, color="gray", linestyle=":")
axes.set_xlabel("probability p that a bit is flipped")
axes.set_ylabel("probability that the majority is wrong")
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 1. The majority of $n$ bits. Below $p = 1/2$ more bits help, above it they harm. All curves cross at the threshold.*
#
# That is the whole idea in one picture. Below a **threshold** more redundancy is better, and the error falls exponentially with $n$; above it redundancy makes things worse. Here the threshold is 1/2, since the vote itself costs nothing and never errs. Keep that in mind: it will not stay so.
#
# **Try:** draw the curves with a logarithmic vertical axis (`axes.set_yscale("log")`). What does exponential look like?

# %% [markdown]
# ## 2. Three reasons why this cannot work with qubits
#
# 1. *A qubit cannot be copied* (module on entanglement). How then say it three times?
# 2. *Looking destroys.* To take a majority one has to look at the qubits. A measurement changes them.
# 3. *Errors are continuous.* A bit is flipped or not. A qubit may be turned by 0.01 rad, and small turns add up.
#
# Each sounds final. Let us see what experiments say.
#
# ### Spreading is not copying
#
# Two CX gates turn $\alpha|0\rangle + \beta|1\rangle$ into $\alpha|000\rangle + \beta|111\rangle$. **Before you run:** take $\alpha = \beta$, the state $|+\rangle$. If the circuit copied, each of the three qubits would be in $|+\rangle$, and measuring it along X would give 0 with certainty. What will happen?

# %%
spread = QuantumCircuit(3)
spread.h(0)
spread.cx(0, 1)
spread.cx(0, 2)
state = Statevector(spread)
for k in range(3):
    alone = partial_trace(state, [j for j in range(3) if j != k])
    value = alone.expectation_value(Pauli("X")).real
    print(f"qubit {k}: average of X is {value:.3f} (a copy of |+⟩ would have 1)")
print(f"average of XXX: {state.expectation_value(pauli('XXX')).real:.3f}")

# %% [markdown]
# No qubit holds the state, and none holds a copy. The amplitudes sit in what the three have in common. The no-cloning theorem is not touched: redundancy is something other than copying.
#
# ### Asking without looking
#
# To find a flipped qubit we need not know what the qubits are. It is enough to know *which of them differ*. In $\alpha|000\rangle + \beta|111\rangle$ neighbours are equal, in both terms. After a flip of qubit 1 the state is $\alpha|010\rangle + \beta|101\rangle$, and in both terms it is the middle one that differs. So ask for the parities $Z_0Z_1$ and $Z_1Z_2$. Each needs an ancilla and two CX gates:

# %%
ask_both = QuantumCircuit(5, 2)
ask_both.cx(0, 3)
ask_both.cx(1, 3)
ask_both.cx(1, 4)
ask_both.cx(2, 4)
ask_both.measure([3, 4], [0, 1])
ask_both.draw("mpl")

# %% [markdown]
# *Figure 2. The syndrome of the bit-flip code. Qubits 0 to 2 are the data, 3 and 4 the ancillas. Only the ancillas are measured.*
#
# The two outcomes are the **syndrome**. In the program we let `ask` do such a measurement on a state vector: it projects on the outcome 0 (eigenvalue $+1$) or 1 (eigenvalue $-1$) of a Pauli word.
#
# **Before you run:** take $\alpha = 0.8$, $\beta = 0.6\,i$. For each error, can both outcomes of a question occur? Does the syndrome depend on $\alpha$ and $\beta$? And what is left of the state, if instead one measures the three data qubits themselves?


# %%
def ask(state, word):
    """Both outcomes of measuring a Pauli word: (bit, probability, state afterwards)."""
    turned = state.evolve(pauli(word))
    found = []
    for bit, sign in ((0, 1), (1, -1)):
        part = (state + sign * turned) / 2
        chance = float(np.linalg.norm(part.data) ** 2)
        if chance > 1e-12:
            found.append((bit, chance, part / np.sqrt(chance)))
    return found


def syndrome_branches(state, words):
    """All syndromes that can come out: (bits, probability, state)."""
    branches = [((), 1.0, state)]
    for word in words:
        branches = [
            ((*bits, bit), chance * more, after)
            for bits, chance, before in branches
            for bit, more, after in ask(before, word)
        ]
    return branches


BIT_FLIP = ["ZZI", "IZZ"]
encoder = QuantumCircuit(3)
encoder.cx(0, 1)
encoder.cx(0, 2)
qubit = Statevector([0.8, 0.6j])
encoded = Statevector.from_label("00").tensor(qubit).evolve(encoder)
for error in ("III", "XII", "IXI", "IIX"):
    damaged = encoded.evolve(pauli(error))
    for bits, chance, after in syndrome_branches(damaged, BIT_FLIP):
        repaired = after.evolve(pauli(error))
        kept = abs(encoded.inner(repaired)) ** 2
        print(
            f"error {error}: syndrome {bits}, probability {chance:.2f}, fidelity after undoing {kept:.4f}"
        )
share = abs(qubit.data[0]) ** 2
print(f"data measured instead: average fidelity {share**2 + (1 - share) ** 2:.4f}")

# %% [markdown]
# Each error has *one* syndrome, with certainty and for all amplitudes. So the outcome says nothing about $\alpha$ and $\beta$, and what is not learned is not destroyed. Measuring the data themselves, on the other hand, ends the superposition. The second objection was not wrong. It only asked the wrong question.
#
# ### A small turn becomes a flip, or nothing
#
# Now the third. Qubit 1 is turned by RX($\theta$), that is, $\cos\frac\theta2\, I - i\sin\frac\theta2\, X$. **Before you run:** which syndromes can occur, with which probabilities? After the correction that belongs to the syndrome, how close is the state to the original: equal, within $\theta$, within $\theta^2$?

# %%
FIX = {(0, 0): "III", (1, 0): "XII", (1, 1): "IXI", (0, 1): "IIX"}
angles = np.linspace(0, np.pi, 25)
flip_chance, before, after_one, after_all = [], [], [], []
for theta in angles:
    for turned in ([1], [0, 1, 2]):
        rotation = QuantumCircuit(3)
        for k in turned:
            rotation.rx(theta, k)
        damaged = encoded.evolve(rotation)
        kept = flips = 0.0
        for bits, chance, state in syndrome_branches(damaged, BIT_FLIP):
            kept += chance * abs(encoded.inner(state.evolve(pauli(FIX[bits])))) ** 2
            flips += chance * (bits == (1, 1))
        if turned == [1]:
            before.append(abs(encoded.inner(damaged)) ** 2)
            flip_chance.append(flips)
            after_one.append(kept)
        else:
            after_all.append(kept)

figure, axes = plt.subplots(1, 2, figsize=(10, 3.5), layout="constrained")
axes[0].plot(angles, flip_chance, "o", label="syndrome (1, 1): a flip")
axes[0].plot(angles, np.sin(angles / 2) ** 2, color="gray", label="sin²(θ/2)")
axes[0].set_ylabel("probability")
axes[1].plot(angles, before, "--", color="gray", label="qubit 1 turned, no correction")
axes[1].plot(angles, after_one, "o-", label="qubit 1 turned, corrected")
axes[1].plot(angles, after_all, "s-", label="all three turned, corrected")
axes[1].set_ylabel("fidelity with the encoded state")
for one in axes:
    one.set_xlabel("angle θ of RX (rad)")
    one.set_ylim(0, 1.05)
    one.legend(fontsize=8)
    one.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 3. Left: the syndrome is either "nothing" or "flip of qubit 1", the latter with $\sin^2(\theta/2)$. Right: after the correction a turn of one qubit has vanished without a trace. If all three are turned, errors of two qubits remain, and they begin only with $\theta^4$.*
#
# The measurement **digitises** the error. The state after a small turn is mostly the undamaged one, plus a small part with a full flip. The question "which?" forces the decision: nothing (and the turn is gone), or a full flip (and we know where). Every operator on a qubit is a sum $aI + bX + cY + dZ$. **A code that corrects X, Y and Z on a qubit corrects every error on that qubit.** This is why the rest of the lesson only speaks of Pauli errors.
#
# **Try:** turn about Z in place of X (`rotation.rz`). What does the code do about it?

# %% [markdown]
# ## 3. What the bit-flip code does not see
#
# Z on any of the three qubits turns $\alpha|000\rangle + \beta|111\rangle$ into $\alpha|000\rangle - \beta|111\rangle$. That is a valid code state, and a wrong one. The parities notice nothing. And any of *three* qubits can do it.
#
# To count, go through all $4^n$ Pauli errors. The next function makes the best table (for each syndrome the lightest error) and says for which errors the table fails. It holds a word as an integer with two bits for each qubit, so that a product of words is an exclusive or; you write such functions yourself in the exercise.


# %%
def packed(word):
    """A Pauli word as an integer: n bits for X, then n bits for Z."""
    n = len(word)
    x = sum(1 << k for k, one in enumerate(word) if one in "XY")
    z = sum(1 << k for k, one in enumerate(word) if one in "ZY")
    return x << n | z


def analyse(words):
    """All 4^n errors: X part, Z part, weight, and whether correction by the lightest error fails."""
    n = len(words[0])
    every = np.arange(4**n)
    x, z = every >> n, every & (2**n - 1)
    weight = np.bitwise_count(x | z).astype(int)
    syndrome, group = np.zeros(4**n, dtype=int), {0}
    for word in map(packed, words):
        silent = np.bitwise_count(x & word) + np.bitwise_count(z & (word >> n))
        syndrome = 2 * syndrome + silent % 2
        group |= {word ^ one for one in group}
    table = np.zeros(2 ** len(words), dtype=int)
    for one in np.lexsort((-every, -weight)):  # the lightest come last and stay
        table[syndrome[one]] = one
    harmless = np.zeros(4**n, dtype=bool)
    harmless[list(group)] = True
    return x, z, weight, ~harmless[every ^ table[syndrome]]


x, z, weight, fails = analyse(BIT_FLIP)
rates = np.linspace(0, 0.5, 60)
figure, axes = plt.subplots(figsize=(6.5, 3.6))
for name, chosen in (("only X errors", z == 0), ("only Z errors", x == 0)):
    errors = weight[chosen & fails]
    failure = [np.sum(q**errors * (1 - q) ** (3 - errors)) for q in rates]
    axes.plot(rates, failure, label=name)
axes.plot(rates, rates, "--", color="gray", label="one bare qubit")
axes.set_xlabel("probability p of an error on each qubit")
axes.set_ylabel("probability of a logical error")
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 4. The bit-flip code suppresses flips, and makes phase errors almost three times as frequent as on a single qubit.*
#
# The **phase-flip code** is the same in the other basis: $|0\rangle \to |{+}{+}{+}\rangle$, $|1\rangle \to |{-}{-}{-}\rangle$, with the questions $X_0X_1$ and $X_1X_2$. It corrects Z, and makes X worse. Each code pays with the other kind of error. That is the true difference between a bit and a qubit: there are *two* kinds, and what hides one exposes the other.

# %% [markdown]
# ## 4. Shor's nine qubits
#
# Peter Shor's answer (1995): put one code into the other. Encode in the phase-flip code, then encode each of its three qubits in the bit-flip code.

# %%
shor = QuantumCircuit(9)
shor.cx(0, [3, 6])
shor.h([0, 3, 6])
for head in (0, 3, 6):
    shor.cx(head, [head + 1, head + 2])
shor.draw("mpl")

# %% [markdown]
# *Figure 5. The encoder of the nine-qubit code. The state to be protected enters at qubit 0.*
#
# There are eight questions: two parities $ZZ$ in each block of three, and two which compare the signs of neighbouring blocks, $XXXXXX$. **Before you run:** there are 27 errors on a single qubit. Can eight bits tell them apart? Must they?

# %%
SHOR = ["ZZIIIIIII", "IZZIIIIII", "IIIZZIIII", "IIIIZZIII", "IIIIIIZZI", "IIIIIIIZZ"]
SHOR += ["XXXXXXIII", "IIIXXXXXX"]
singles = [lone(letter, k, 9) for letter in "XZY" for k in range(9)]
bits = np.array([[int(pauli(word).anticommutes(pauli(one))) for one in singles] for word in SHOR])

figure, axes = plt.subplots(figsize=(10, 3))
axes.imshow(bits, cmap="Blues", aspect="auto")
axes.set_xticks(range(27), [f"{one}{k}" for one in "XZY" for k in range(9)], fontsize=8)
axes.set_yticks(range(8), SHOR, fontsize=8, family="monospace")
axes.set_xlabel("error (letter and qubit)")
axes.set_ylabel("question")
plt.show()
print("different syndromes:", len({tuple(column) for column in bits.T}), "for 27 errors")

# %% [markdown]
# *Figure 6. Each column is the syndrome of one error (blue: 1). Z on qubit 0, 1 or 2 has the same syndrome.*
#
# They need not be told apart! $Z_0$ and $Z_1$ do *the same* to every code state, because $Z_0Z_1$ is one of the questions and the answer is $+1$. Undo either of them. A code in which different errors act alike is called **degenerate**. It has no classical counterpart.
#
# Now put it to the test with an error that is no Pauli operator: a random gate on a random qubit.

# %%
rng = np.random.default_rng(8)
qubit = random_statevector(2, seed=5)
encoded = Statevector.from_label("0" * 8).tensor(qubit).evolve(shor)
lookup = {tuple(column): one for column, one in zip(bits.T, singles, strict=True)}
lookup[(0,) * 8] = "I" * 9
for seed in range(3):
    place = int(rng.integers(9))
    damaged = encoded.evolve(random_unitary(2, seed=seed), [place])
    hurt = abs(encoded.inner(damaged)) ** 2
    print(f"random gate on qubit {place}: fidelity {hurt:.3f}")
    for found, chance, state in syndrome_branches(damaged, SHOR):
        repaired = state.evolve(pauli(lookup[found]))
        kept = abs(encoded.inner(repaired)) ** 2
        text = "".join(map(str, found))
        print(
            f"   syndrome {text} (probability {chance:.3f}): undo {lookup[found]}, fidelity {kept:.6f}"
        )

# %% [markdown]
# Four syndromes are possible: for I, X, Y and Z on this qubit. Whatever the gate was, after the correction the state is back *exactly*. **Try:** put random gates on two qubits. Which syndromes help then?

# %% [markdown]
# ## 5. Stabilizers: codes without state vectors
#
# The code states of Shor's code are long to write, and the questions are short. Daniel Gottesman (thesis, 1997) made the questions the definition. Take Pauli words $g_1, \ldots, g_m$ on $n$ qubits that commute with each other and are independent. The code consists of all states with
#
# $$g_j\,|\psi\rangle = |\psi\rangle \quad\text{for all } j.$$
#
# Each question halves the space, so the dimension is $2^{n-m}$: there is room for $k = n - m$ logical qubits. The products of the $g_j$ are the **stabilizer group**. An error $E$ (a Pauli word) is of one of three kinds:
#
# | $E$ | the syndrome | what it does |
# | --- | --- | --- |
# | anticommutes with some $g_j$ | not zero | noticed |
# | is in the group | zero | nothing at all |
# | commutes with all and is not in the group | zero | a **logical operator**: changes the encoded state unnoticed |
#
# The **distance** $d$ is the smallest weight of a word of the third kind. A code $[[n, k, d]]$ notices every error on up to $d - 1$ qubits and corrects every error on up to $\lfloor(d-1)/2\rfloor$.
#
# When can a set of errors $E_a$ be corrected? Emanuel Knill and Raymond Laflamme (1997; independently Bennett, DiVincenzo, Smolin and Wootters, 1996) gave the answer for every code, with code words $|i\rangle$:
#
# $$\langle i|\,E_a^\dagger E_b\,|j\rangle = \alpha_{ab}\,\delta_{ij}.$$
#
# In words: two errors never lead from one code word to another ($\delta_{ij}$), and nothing that the environment could learn depends on the code word ($\alpha_{ab}$ without $i$). **Before you run:** the next picture shows this table of numbers for all errors on a single qubit and for both code words, for three codes. Where would you see a violation?

# %%
FIVE = ["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"]
STEANE = ["IIIXXXX", "IXXIIXX", "XIXIXIX", "IIIZZZZ", "IZZIIZZ", "ZIZIZIZ"]


def code_words(words, logical_z, logical_x):
    """|0_L> by projecting a random state on all +1 outcomes, |1_L> by the logical X."""
    state = random_statevector(2 ** len(words[0]), seed=1)
    for word in [*words, logical_z]:
        state = state + state.evolve(pauli(word))
    state = state / np.linalg.norm(state.data)
    return state, state.evolve(pauli(logical_x))


codes = {
    "bit-flip code": (BIT_FLIP, "ZII", "XXX"),
    "five-qubit code": (FIVE, "ZZZZZ", "XXXXX"),
    "Shor's code": (SHOR, "XXXXXXXXX", "ZZZZZZZZZ"),
}
figure, axes = plt.subplots(1, 3, figsize=(11.5, 3.9))
for one, (name, (words, logical_z, logical_x)) in zip(axes, codes.items(), strict=True):
    n = len(words[0])
    errors = ["I" * n] + [lone(letter, k, n) for letter in "XYZ" for k in range(n)]
    vectors = [
        state.evolve(pauli(error)).data
        for state in code_words(words, logical_z, logical_x)
        for error in errors
    ]
    overlaps = np.array(vectors).conj() @ np.array(vectors).T
    shown = one.imshow(overlaps.real + overlaps.imag, cmap="RdBu", vmin=-1, vmax=1)
    one.axhline(len(errors) - 0.5, color="black", linewidth=0.8)
    one.axvline(len(errors) - 0.5, color="black", linewidth=0.8)
    one.set_title(name, fontsize=10)
    one.set_xlabel("code word j and error b")
axes[0].set_ylabel("code word i and error a")
figure.colorbar(shown, ax=axes, shrink=0.75, label="overlap (real + imaginary part)")
plt.show()

# %% [markdown]
# *Figure 7. The conditions of Knill and Laflamme for errors on one qubit. The black lines part the two code words. Allowed: the upper left block equals the lower right one, and the other two are zero. The bit-flip code fails (the blocks differ in sign), the five-qubit code fulfils it with all errors distinct, Shor's code with groups of errors that act alike.*
#
# The five-qubit code (Laflamme, Miquel, Paz and Zurek; Bennett and others, both 1996) is the smallest that corrects every error on one qubit. How good are these codes when errors strike all qubits at random (depolarising noise), with perfect questions?

# %%
rates = np.logspace(-3, np.log10(0.4), 50)
figure, axes = plt.subplots(figsize=(6.5, 3.8))
for name, words in (("five qubits", FIVE), ("Steane, seven", STEANE), ("Shor, nine", SHOR)):
    n = len(words[0])
    x, z, weight, fails = analyse(words)
    number = np.bincount(weight[fails], minlength=n + 1)  # failing errors of each weight
    failure = [
        sum(number * (q / 3) ** np.arange(n + 1) * (1 - q) ** (n - np.arange(n + 1))) for q in rates
    ]
    axes.loglog(rates, failure, label=name)
axes.loglog(rates, rates, "--", color="gray", label="one bare qubit")
axes.set_xlabel("probability p of an error on each qubit")
axes.set_ylabel("probability of a logical error")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()

# %% [markdown]
# *Figure 8. Three codes of distance 3 under depolarising noise. All fall as $p^2$. Where a curve crosses the dashed line is the code's break-even, its* pseudo-threshold*, here near one tenth.*
#
# **Try:** read off the factor by which the logical error shrinks when $p$ shrinks by 10. What would it be with distance 5?

# %% [markdown]
# ## 6. Computing on encoded qubits
#
# A memory is not a computer. A gate must act on the encoded qubit, and without spreading one error over many qubits of a block. The simplest way is **transversal**: the same gate on each physical qubit. Andrew Steane's seven-qubit code (1996) is famous for allowing many of them. **Before you run:** after $U^{\otimes 7}$, is the state still a code state? Guess for $U$ = X, H, S, T.

# %%
zero, one_state = code_words(STEANE, "ZZZZZZZ", "XXXXXXX")
gates = {"X": "x", "Z": "z", "H": "h", "S": "s", "T": "t"}
staying = []
for name, method in gates.items():
    all_seven = QuantumCircuit(7)
    getattr(all_seven, method)(range(7))
    action = np.array(
        [
            [row.inner(column.evolve(all_seven)) for column in (zero, one_state)]
            for row in (zero, one_state)
        ]
    )
    staying.append(float(np.sum(np.abs(action) ** 2) / 2))
    print(
        f"{name} on all seven, seen in the code:",
        ", ".join(f"{entry:.2f}" for entry in action.ravel()),
    )

figure, axes = plt.subplots(figsize=(5.5, 3.2))
axes.bar(list(gates), staying, color="tab:blue")
axes.set_xlabel("gate on each of the seven qubits")
axes.set_ylabel("probability to stay in the code")
axes.set_ylim(0, 1.1)
plt.show()

# %% [markdown]
# *Figure 9. Clifford gates on all seven qubits keep Steane's code; T does not. (S on all acts as the inverse of S on the encoded qubit.)*
#
# With CX between two blocks, which is transversal too, all Clifford gates are there. T is missing, and without it everything could be simulated on a laptop (Gottesman-Knill theorem). Another code? Bryan Eastin and Emanuel Knill proved in 2009: **no code that detects errors on each qubit has a universal set of transversal gates.** The way out is section 10.

# %% [markdown]
# ## 7. When the correction itself errs
#
# So far the questions were answered without error. In reality they are circuits of noisy gates. Two new troubles arise.
#
# **First: one fault can spread.** To measure $XXXX$ an ancilla in $|+\rangle$ controls four CX gates. Suppose that X strikes the ancilla in between. **Before you run:** on how many data qubits does it end?

# %%
check = QuantumCircuit(5)  # qubit 4 is the ancilla
for k in range(4):
    check.cx(4, k)
for already in range(5):
    rest = QuantumCircuit(5)
    for k in range(already, 4):
        rest.cx(4, k)
    spread_to = Pauli("XIIII").evolve(rest, frame="s").to_label()[::-1][:4]
    print(f"X on the ancilla after {already} of 4 CX: on the data {spread_to}")

# %% [markdown]
# In the middle it becomes an error on *two* data qubits, from one fault. A code of distance 3 cannot correct this in general, so the order of gates and the preparation of ancillas matter. A circuit is **fault tolerant** (for distance 3) if no single fault, anywhere, leads to a logical error. (For the full word $XXXX$ nothing has happened: it is a stabilizer.)
#
# **Second: the answer can be wrong.** A syndrome that appears once may be a data error or a wrong report. The remedy: ask again and again, and compare in time. Here is a repetition code with 9 data qubits, in 14 rounds.

# %%
rng = np.random.default_rng(5)
d, rounds, flip, misread = 9, 14, 0.02, 0.03
flips = rng.random((rounds, d)) < flip
data = np.cumsum(flips, axis=0) % 2
lies = rng.random((rounds, d - 1)) < misread
reported = (data[:, 1:] + data[:, :-1] + lies) % 2
detectors = np.diff(reported, axis=0, prepend=0) % 2

figure, axes = plt.subplots(1, 2, figsize=(10, 4.2), sharey=True)
for one, shown, title in zip(
    axes,
    (reported, detectors),
    ("what the checks report", "what changed since the last round"),
    strict=True,
):
    one.imshow(shown, cmap="Greys", aspect="auto", vmin=0, vmax=1.4)
    rows, columns = np.nonzero(flips)
    one.plot(columns - 0.5, rows, "X", color="tab:red", markersize=8, label="data flip")
    rows, columns = np.nonzero(lies)
    one.plot(columns, rows, "o", color="tab:orange", markersize=6, label="wrong report")
    one.set_title(title, fontsize=10)
    one.set_xlabel("check (data qubit j lies between checks j - 1 and j)")
axes[0].set_ylabel("round")
axes[1].legend(fontsize=8, loc="upper left", bbox_to_anchor=(1.01, 1))
plt.show()

# %% [markdown]
# *Figure 10. Left: a data flip leaves a trail that lasts for ever, a wrong report is a single spot. Right: the changes (detection events, black). A data flip makes two events side by side (or one at the border), a wrong report two events one above the other.*
#
# The outcomes to look at are **detectors**: sets of measurements whose parity is certain if nothing goes wrong. Here each is "this round and the round before". In the picture on the right every error is an edge between two events, in space or in time, and the border takes single ones. So decoding means: *join the events in pairs, as cheaply as possible*. This is **minimum-weight matching**, and it can be done efficiently. The weight of an edge is $\ln\frac{1-p}{p}$, so that the cheapest set of edges is the most likely one.

# %% [markdown]
# ## 8. The surface code, with Stim and PyMatching
#
# The code that most hardware groups have tried is the **surface code** (Kitaev, 1997; Dennis, Kitaev, Landahl and Preskill, 2002). Data qubits sit on a grid, and every question concerns four neighbours at most, so no long wires are needed. In its rotated form the distance $d$ takes $d^2$ data qubits and $d^2 - 1$ ancillas, $2d^2 - 1$ in all.

# %%
d = 5
figure, axes = plt.subplots(figsize=(5.6, 5.2))
for row in range(-1, d):
    for column in range(-1, d):
        corners = [(row + a, column + b) for a in (0, 1) for b in (0, 1)]
        corners = [(r, c) for r, c in corners if 0 <= r < d and 0 <= c < d]
        kind = "X" if (row + column) % 2 else "Z"
        at_side = column in (-1, d - 1)
        at_top = row in (-1, d - 1)
        if len(corners) == 4 or (
            len(corners) == 2 and ((at_top and kind == "X") or (at_side and kind == "Z"))
        ):
            color = "tab:orange" if kind == "X" else "tab:blue"
            left, top = max(column, -0.5), max(row, -0.5)
            width = min(column + 1, d - 0.5) - left
            height = min(row + 1, d - 0.5) - top
            axes.add_patch(plt.Rectangle((left, top), width, height, color=color, alpha=0.45))
            axes.text(
                left + width / 2, top + height / 2, kind, ha="center", va="center", fontsize=9
            )
grid = np.array(list(product(range(d), repeat=2)))
axes.plot(grid[:, 1], grid[:, 0], "o", color="black", markersize=8)
axes.plot([0] * d, range(d), color="tab:orange", linewidth=3, label="logical X: a column")
axes.plot(range(d), [0] * d, color="tab:blue", linewidth=3, label="logical Z: a row")
axes.set_xlabel("column of data qubits")
axes.set_ylabel("row of data qubits")
axes.set_xlim(-0.8, d - 0.2)
axes.set_ylim(d - 0.2, -0.8)
axes.legend(fontsize=8, loc="upper center", bbox_to_anchor=(0.5, 1.12), ncol=2)
axes.set_aspect("equal")
plt.show()

# %% [markdown]
# *Figure 11. The rotated surface code of distance 5. Dots are data qubits; each coloured face is a stabilizer, X or Z on its corners. A logical operator is a chain of five that crosses from one border to the opposite one.*
#
# State vectors would be hopeless with 49 qubits. But all gates are Clifford gates and all errors Pauli errors, and for that **Stim** (Gidney, 2021) needs microseconds a shot. Its circuits are texts. The generator writes standard experiments; here is a very small one, a repetition code.

# %%
small = stim.Circuit.generated(
    "repetition_code:memory", distance=3, rounds=2, before_round_data_depolarization=0.03
)
print(small)
print("--- what each independent error flips:")
print(small.detector_error_model().flattened())

# %% [markdown]
# `M`, `MR` measure (and reset), `DETECTOR` names a set of outcomes, counted backwards, and `OBSERVABLE_INCLUDE` what the experiment wants to know in the end. From this Stim derives the *detector error model*: each `error(p) D0 D1` is an edge of Figure 10. `D0 L0` says that the error also flips the logical outcome. **PyMatching** (Higgott and Gidney, 2025, "Sparse Blossom") reads the model and does the matching.
#
# **Before you run:** prepare $|0_L\rangle$, run $d$ rounds with noise of strength $p$ everywhere (each gate, reset, measurement, and idle data before each round), decode, and count how often the logical outcome is wrong. Distances 3, 5 and 7, with 17, 49 and 97 qubits. Where do you expect the curves to cross: near 1/2 as in Figure 1, near 10 % as in Figure 8, or lower?


# %%
def experiment(distance, p):
    """A memory experiment with the surface code, over `distance` rounds, with one strength of noise."""
    return stim.Circuit.generated(
        "surface_code:rotated_memory_z",
        distance=distance,
        rounds=distance,
        after_clifford_depolarization=p,
        after_reset_flip_probability=p,
        before_measure_flip_probability=p,
        before_round_data_depolarization=p,
    )


def count_failures(circuit, seed, enough=200, most=20_000):
    """Sample until there are enough failures, or most shots; return failures and shots."""
    model = circuit.detector_error_model(decompose_errors=True)
    matching = pymatching.Matching.from_detector_error_model(model)
    sampler = circuit.compile_detector_sampler(seed=seed)
    failures = shots = 0
    while failures < enough and shots < most:
        events, truth = sampler.sample(1000, separate_observables=True)
        failures += int(np.any(matching.decode_batch(events) != truth, axis=1).sum())
        shots += 1000
    return failures, shots


distances, strengths = (3, 5, 7), (0.003, 0.004, 0.005, 0.0065, 0.008, 0.01, 0.013)
found = {}
for number, (d, p) in enumerate(tqdm(list(product(distances, strengths)), mininterval=2)):
    found[d, p] = count_failures(experiment(d, p), seed=number)


# %%
def with_error(failures, shots):
    """Share and standard error; one failure is added, so that none seen does not mean no error."""
    share = (failures + 1) / (shots + 2)
    return failures / shots, np.sqrt(share * (1 - share) / shots)


figure, axes = plt.subplots(figsize=(6.5, 4))
for d in distances:
    values = np.array([with_error(*found[d, p]) for p in strengths])
    axes.errorbar(
        strengths,
        values[:, 0],
        values[:, 1],
        fmt="o-",
        capsize=3,
        label=f"d = {d}, {2 * d * d - 1} qubits",
    )
axes.set_xscale("log")
axes.set_yscale("log")
axes.set_xticks(strengths, [f"{100 * p:g}" for p in strengths])
axes.minorticks_off()
axes.set_xlabel("strength p of the noise of each operation (%)")
axes.set_ylabel("logical error in d rounds")
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 12. Logical error of the surface code over $d$ rounds, with standard errors. On the left of the crossing larger codes are better, on the right worse.*
#
# The curves cross between 0.5 % and 0.8 %, and the crossing moves to the right as the codes grow: the larger code also has to hold out for more rounds. The point to which the crossings move for large $d$ is the **threshold**. It belongs to *this* noise, *this* circuit and *this* decoder: another noise model or a better decoder moves it. It is far below the 10 % of Figure 8, because here everything errs, the questions included.
#
# To compare distances fairly, convert to an error **per round**. Two flips cancel, so if each round flips with probability $\epsilon$, then after $R$ rounds $P = \frac12\big(1 - (1 - 2\epsilon)^R\big)$. The **suppression factor** is $\Lambda = \epsilon_d/\epsilon_{d+2}$.


# %%
def per_round(failures, shots, rounds):
    """Error per round and its standard error."""
    share, error = with_error(failures, shots)
    rate = (1 - (1 - 2 * share) ** (1 / rounds)) / 2
    return rate, error * (1 - 2 * share) ** (1 / rounds - 1) / rounds


figure, axes = plt.subplots(figsize=(6.5, 3.8))
for p, color in ((0.004, "tab:blue"), (0.0065, "tab:green"), (0.013, "tab:red")):
    values = np.array([per_round(*found[d, p], d) for d in distances])
    axes.errorbar(
        distances,
        values[:, 0],
        values[:, 1],
        fmt="o-",
        capsize=3,
        color=color,
        label=f"p = {100 * p:g} %",
    )
    for k in range(2):
        factor = values[k, 0] / values[k + 1, 0]
        relative = np.hypot(*(values[k : k + 2, 1] / values[k : k + 2, 0]))
        print(
            f"p = {100 * p:4g} %: Λ from d = {distances[k]} to {distances[k + 1]}: {factor:.2f} ± {factor * relative:.2f}"
        )
axes.set_yscale("log")
axes.set_xticks(distances)
axes.set_xlabel("distance d")
axes.set_ylabel("logical error per round")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()

# %% [markdown]
# *Figure 13. Logical error per round against the distance. Below threshold it falls by a factor $\Lambda$ for each step of two; at 1.3 % larger codes bring nothing.*
#
# Below threshold the behaviour is well described by
#
# $$\epsilon_d \approx A\left(\frac{p}{p_{\text{th}}}\right)^{(d+1)/2}, \qquad \Lambda \approx \frac{p_{\text{th}}}{p}.$$
#
# With the numbers above, $p\,\Lambda$ lies between 0.9 % and 1.4 %: the formula is a rule of thumb, and small codes and short experiments deviate from it. About 1 % is a fair first estimate of the threshold for this noise. The exponent is the number of faults that suffices for a logical error, $(d+1)/2$. With $\Lambda = 2$ ten steps of two gain a factor of a thousand, with $\Lambda = 10$ ten decimal places. **It pays to be far below threshold, and not just below.**
#
# **Try:** set `before_measure_flip_probability` to $5p$. Does the threshold move as much as you think?

# %% [markdown]
# ## 9. What experiments have shown
#
# Each of these is a fact *with its conditions*:
#
# - **Google Quantum AI, 2023** (*Nature* 614, 676). Superconducting qubits, surface code, memory of 25 rounds. The code of distance 5 had $2.914 \pm 0.016\,\%$ logical error per round, four codes of distance 3 had $3.028 \pm 0.023\,\%$ on average: larger was better for the first time, by a hair.
#
# - **Google Quantum AI, 2025** (*Nature* 638, 920; preprint 2024). $\Lambda = 2.14 \pm 0.02$ for each step of two in the distance, measured with $d = 3, 5, 7$. At $d = 7$, with 101 qubits, $0.143 \pm 0.003\,\%$ per round of 1.1 µs; the encoded state lives $2.4 \pm 0.3$ times as long as the best physical qubit. Decoding in real time was shown at $d = 5$, with 63 µs delay on average. Repetition codes up to $d = 29$ met rare correlated events, about one an hour. *Conditions:* a memory; no logical gates; one logical qubit.
#
# - **Quantinuum and Microsoft, 2024** (arXiv 2404.02280). Trapped ions, codes $[[7, 1, 3]]$ and $[[12, 2, 4]]$. Entangled logical states with error rates 9.8 to 500 times (first code) and 4.7 to 800 times (second) below those of the physical circuit, *depending on how much post-selection was used*, and a few repeated rounds. *Conditions:* the larger factors discard runs in which an error was detected but not corrected with confidence; small Clifford circuits.
#
# - **Bluvstein and others, 2024** (*Nature* 626, 58). Neutral atoms; up to 48 logical qubits in $[[8, 3, 2]]$ codes, with non-Clifford gates that this code has. *Conditions:* distance 2 detects errors and cannot correct them; the results improve with post-selection; no repeated rounds of correction in those circuits.
#
# None of these is wrong, and none is a fault-tolerant computer. When you read "$N$ logical qubits", ask for the code and its distance, the number of physical qubits, the unit of the error (per round, gate, experiment), the share of discarded runs, the comparison with bare qubits, and the gates.

# %% [markdown]
# ## 10. T gates are expensive
#
# The missing T gate is delivered as a *state*: the **magic state** $|T\rangle = T|{+}\rangle$ (Bravyi and Kitaev, 2005). With it, a CX, a measurement, and an S if the outcome is 1 make a T gate, by the gate teleportation that you know.

# %%
inject = QuantumCircuit(2, 1)  # qubit 0: any state; qubit 1: the magic state
inject.h(1)
inject.t(1)
inject.barrier(label="magic state")
inject.cx(0, 1)
inject.measure(1, 0)
with inject.if_test((inject.clbits[0], 1)):
    inject.s(0)
inject.draw("mpl")

# %% [markdown]
# *Figure 14. T on qubit 0 by a magic state on qubit 1, with Clifford gates and feed-forward only.*

# %%
start = random_statevector(2, seed=12)
wanted = start.evolve(Pauli("I")).data * [1, np.exp(1j * np.pi / 4)]
unitary_part = QuantumCircuit(2)
unitary_part.h(1)
unitary_part.t(1)
unitary_part.cx(0, 1)
joint = Statevector.from_label("0").tensor(start).evolve(unitary_part)
for bit, chance, state in ask(joint, "IZ"):
    corrected = state.data[2 * bit : 2 * bit + 2] * ([1, 1j] if bit else [1, 1])
    print(
        f"outcome {bit} (probability {chance:.2f}): fidelity with T {abs(np.vdot(wanted, corrected)) ** 2:.6f}"
    )

# %% [markdown]
# Magic states can be prepared badly and made good. **Distillation** (15-to-1; Bravyi and Kitaev) takes 15 states with error $p$ and makes one with $35\,p^3$, if $p$ is small. Two levels need 225. And a rotation by any other angle has to be composed of T and Clifford gates. The best known general method for RZ (Ross and Selinger, 2016) needs about $3\log_2(1/\varepsilon)$ T gates for the precision $\varepsilon$.
#
# **Before you run:** how many T gates does *one* rotation need for $\varepsilon = 10^{-10}$: 10, 100, or 1000?

# %%
precision = np.logspace(-1, -15, 50)
raw = np.logspace(-4, -1.2, 60)
figure, axes = plt.subplots(1, 2, figsize=(10, 3.6), layout="constrained")
axes[0].semilogx(precision, 3 * np.log2(1 / precision))
axes[0].invert_xaxis()
axes[0].set_xlabel("precision ε of one rotation")
axes[0].set_ylabel("T gates, about 3 log₂(1/ε)")
axes[1].loglog(raw, raw, "--", color="gray", label="raw")
axes[1].loglog(raw, 35 * raw**3, label="one level, 15 states")
axes[1].loglog(raw, 35 * (35 * raw**3) ** 3, label="two levels, 225 states")
axes[1].set_ylim(1e-24, 1)
axes[1].set_xlabel("error of a raw magic state")
axes[1].set_ylabel("error of a distilled one")
axes[1].legend(fontsize=8)
for one in axes:
    one.grid(alpha=0.3, which="both")
plt.show()

# %% [markdown]
# *Figure 15. Left: the price of a rotation grows with the logarithm of the precision, here to about 100 T gates at $10^{-10}$. Right: distillation cubes the error, as long as the Clifford gates it uses are perfect, that is, encoded.*
#
# So T gates are the unit in which large quantum programs are priced, as Clifford gates are cheap in comparison. (This is changing: newer methods prepare magic states with far fewer qubits, and a T state may come to cost not much more than a logical CX.)

# %% [markdown]
# ## 11. How many qubits does it take?
#
# An estimate has four ingredients, and each is an assumption that one has to state:
#
# 1. **The program:** logical qubits $Q$, T gates $N$, rotations with their precision, the allowed failure $\delta$.
# 2. **The error of a patch in one round:** $\epsilon_d = A\,(p/p_{\text{th}})^{(d+1)/2}$, here with $A = 0.1$ and $p_{\text{th}} = 1\,\%$, commonly used round numbers.
# 3. **The layout:** patches for data, for moving things, and for factories. Here: $2Q + 12F$ patches with $F$ factories.
# 4. **The time:** one T gate after the other, each takes $d$ rounds.
#
# Then find the smallest odd $d$ for which (patches) × (rounds) × $\epsilon_d$ stays below the budget, and multiply by $2d^2 - 1$. **Before you run:** for 100 logical qubits and $10^8$ T gates, does a hundredfold longer program take a hundredfold more qubits? And how much is gained if the physical error falls from $10^{-3}$ to $10^{-4}$?


# %%
def estimate(logical, tgates, delta, p, factories=4):
    """Distance, physical qubits and rounds."""
    patches, d = 2 * logical + 12 * factories, 3
    while patches * tgates * d * 0.1 * (p / 0.01) ** ((d + 1) / 2) > delta:
        d += 2
    return d, patches * (2 * d * d - 1), tgates * d


errors = np.logspace(-4.3, -2.2, 80)
figure, axes = plt.subplots(figsize=(6.5, 3.8))
for tgates in (10**6, 10**8, 10**10):
    qubits = [estimate(100, tgates, 0.01, p)[1] for p in errors]
    axes.loglog(errors, qubits, label=f"10^{round(np.log10(tgates))} T gates")
axes.set_xlabel("physical error rate p")
axes.set_ylabel("physical qubits")
axes.legend(fontsize=8)
axes.grid(alpha=0.3, which="both")
plt.show()
for p in (1e-3, 1e-4):
    d, qubits, rounds = estimate(100, 10**8, 0.01, p)
    print(
        f"p = {p:g}: d = {d}, {qubits} qubits, {rounds:.2g} rounds: {rounds * 1e-6 / 3600:.2f} hours at 1 µs a round, "
        f"{rounds * 1e-3 / 86400:.1f} days at 1 ms"
    )

# %% [markdown]
# *Figure 16. Physical qubits for 100 logical ones, failure 1 %. The length of the program matters little (logarithmically), the physical error matters very much, above all close to the threshold.*
#
# ### What this leaves out
#
# The model is useful for orders of magnitude, and silent about a lot. Noise that is correlated, drifts or leaks is not in $p$. The formula is extrapolated to error rates that nobody can simulate directly or has measured. A decoder must keep pace with the rounds, and one that is late lets the backlog grow. Clifford gates were free, they are not; T gates were done one by one, they could be parallel; the factories were given as 12 patches each, and their size depends on $p$ and $N$. Other codes (with many logical qubits a block, and long-range connections) promise far less overhead. A change in any of these moves the result by factors.
#
# Published estimates show how much. For factoring RSA-2048 with $p = 10^{-3}$ and rounds of 1 µs, Gidney and Ekerå (2021) gave 20 million qubits and 8 hours; Gidney (2025, arXiv 2505.15917), by better algorithms and codes and with the same assumptions about the hardware, fewer than a million qubits and less than a week. These are estimates for machines that do not exist.
#
# ## Mistakes that many people make
#
# - *"Error correction copies the qubit."* The state is spread; no part holds it (section 2).
# - *"The syndrome measurement collapses the encoded state."* It collapses the *error*.
# - *"More qubits are always better."* Only below threshold (Figure 12).
# - *"The threshold is 1 %."* For which code, circuit, noise and decoder?
# - *"Below threshold means fault tolerant."* It is the condition under which it can become so, at a price that depends on $\Lambda$.
# - *"Error mitigation does the same with fewer qubits."* It improves averages, at a cost in shots that grows exponentially with the number of errors. It gives no reliable single run.
#
# ## Summary
#
# - Spreading is not copying; parities are asked without looking at the data; the question turns a small error into a full one or none.
#
# - A stabilizer code is given by commuting Pauli words. Errors are noticed (anticommuting), harmless (in the group), or logical. $[[n, k, d]]$: the distance is the weight of the lightest logical operator.
#
# - Degenerate errors need not be told apart. The conditions of Knill and Laflamme say which sets of errors can be corrected.
#
# - Transversal gates do not spread errors, and are never universal (Eastin and Knill). T comes from magic states.
#
# - The correction errs too: ask repeatedly, look at changes (detectors), match them in pairs.
#
# - Below threshold the logical error falls by $\Lambda \approx p_{\text{th}}/p$ for each step of two in $d$. The threshold belongs to a code, a circuit, a noise model and a decoder.
#
# - A resource estimate is worth as much as its stated assumptions.
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | majority of three | $3p^2 - 2p^3$ |
# | syndrome bit | 1 if the error anticommutes with the generator |
# | logical qubits | $k = n - m$ with $m$ independent generators |
# | correctable errors | up to $\lfloor (d-1)/2 \rfloor$ qubits |
# | Knill and Laflamme | $\langle i\vert E_a^\dagger E_b\vert j\rangle = \alpha_{ab}\,\delta_{ij}$ |
# | weight of an edge | $\ln\frac{1-p}{p}$ |
# | error per round | $P = \frac12\big(1 - (1-2\epsilon)^R\big)$ |
# | surface code | $2d^2 - 1$ qubits; $\epsilon_d \approx A\,(p/p_{\text{th}})^{(d+1)/2}$; $\Lambda = \epsilon_d/\epsilon_{d+2}$ |
# | distillation 15-to-1 | $p \to 35\,p^3$ |
# | synthesis of a rotation | about $3\log_2(1/\varepsilon)$ T gates |
#
# ## Further reading
#
# - P. W. Shor, "Scheme for reducing decoherence in quantum computer memory", *Physical Review A* 52, R2493 (1995), and A. M. Steane, "Error correcting codes in quantum theory", *Physical Review Letters* 77, 793 (1996): the beginnings, short and readable after this lesson.
#
# - D. Gottesman, *Stabilizer Codes and Quantum Error Correction*, thesis, Caltech (1997), arXiv quant-ph/9705052. E. Knill and R. Laflamme, "Theory of quantum error-correcting codes", *Physical Review A* 55, 900 (1997).
#
# - E. Dennis, A. Kitaev, A. Landahl and J. Preskill, "Topological quantum memory", *Journal of Mathematical Physics* 43, 4452 (2002), arXiv quant-ph/0110143; A. G. Fowler and others, "Surface codes: towards practical large-scale quantum computation", *Physical Review A* 86, 032324 (2012), arXiv 1208.0928.
#
# - B. Eastin and E. Knill, "Restrictions on transversal encoded quantum gate sets", *Physical Review Letters* 102, 110502 (2009); S. Bravyi and A. Kitaev, "Universal quantum computation with ideal Clifford gates and noisy ancillas", *Physical Review A* 71, 022316 (2005); N. J. Ross and P. Selinger, "Optimal ancilla-free Clifford+T approximation of z-rotations", *Quantum Information and Computation* 16, 901 (2016), arXiv 1403.2975.
#
# - C. Gidney, "Stim: a fast stabilizer circuit simulator", *Quantum* 5, 497 (2021); O. Higgott and C. Gidney, "Sparse Blossom: correcting a million errors per core second with minimum-weight matching", *Quantum* 9, 1600 (2025), arXiv 2303.15933. C. Gidney and M. Ekerå, "How to factor 2048 bit RSA integers in 8 hours using 20 million noisy qubits", *Quantum* 5, 433 (2021).
