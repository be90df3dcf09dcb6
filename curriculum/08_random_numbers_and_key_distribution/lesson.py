# %% [markdown]
# # Random numbers and quantum key distribution
#
# Two people who have never met want a secret that nobody else has: a long list of random bits, the same for both. All they have is a line that anybody may listen to. **What would make you believe that nobody listened?**
#
# A promise of the firm that built the line will not do, and neither will the belief that a mathematical problem is too hard for everybody else. In this lesson the two get evidence of another kind: a number which they measure themselves. You will run the whole way, from the first coin toss to an enciphered picture, as Alice and Bob and, in between, as Eve.
#
# *Alice* and *Bob* want the secret. *Eve* is the customary name of the person who listens (eavesdrops).
#
# ## What you will be able to do
#
# After this lesson and its exercise you can
#
# 1. say what a random number generator has to deliver, why no test proves it, and how to make good bits from bad ones (7.2 I A2);
# 2. run the protocol BB84 step by step, and say at each step what everybody knows (7.3 I A2);
# 3. derive the error rate that an attack causes, and decide how many bits have to be checked to see it (7.3 II A2);
# 4. compute how many secret bits remain, and where the last one is lost (7.3 II B1);
# 5. use the CHSH value as a witness, and name the assumptions on which each claim rests (7.3 I B1, 7.4 III A2).
#
# The tags in brackets belong to the European Competence Framework for Quantum Technologies (sub-domain, area, level).
#
# You need measurement in several bases, Helstrom's formula and the CHSH game from the two modules before this one.

# %%
import matplotlib.pyplot as plt
import numpy as np
from qiskit import QuantumCircuit
from qiskit.primitives import StatevectorSampler
from qiskit.quantum_info import DensityMatrix, Statevector, partial_trace
from scipy.linalg import toeplitz
from scipy.stats import binom


def quantum_bits(theta, number, seed):
    """Measure a qubit turned by RY(theta) again and again; return the outcomes in order."""
    circuit = QuantumCircuit(1)
    circuit.ry(theta, 0)
    circuit.measure_all()
    result = StatevectorSampler(seed=seed).run([circuit], shots=number).result()
    return result[0].data.meas.array[:, 0].astype(int)


def entropy(x):
    """The binary entropy h(x) in bits."""
    x = np.clip(x, 1e-15, 1 - 1e-15)
    return -x * np.log2(x) - (1 - x) * np.log2(1 - x)


# %% [markdown]
# ## 1. What a secret key is good for
#
# Write a message as bits, and let Alice and Bob share as many random bits, the *key*. Alice adds message and key, bit by bit, modulo 2 (the exclusive or). She sends the sum. Bob adds the key once more and has the message, because $k \oplus k = 0$. This is the **one-time pad** (Vernam, about 1917; Shannon proved in 1949 what it can do).
#
# Why does Eve learn nothing from the sum $c = m \oplus k$? Because for *each* message $m$ there is exactly one key that leads to this $c$, namely $k = m \oplus c$, and all keys are equally likely. So what she saw fits to "attack at noon" as well as to any other text of the same length.
#
# **Before you run the next cell:** the message is a picture, one bit for each point. Alice then sends a *second* picture with the *same* key. Eve has no key, but both sums. She adds them. What does she see?

# %%
def picture(text, place):
    """Draw a short text, from 0 (left) to 1 (right), and return it as bits, shape (20, 60)."""
    figure = plt.figure(figsize=(1.2, 0.4), dpi=50)
    figure.text(place, 0.45, text, ha="center", va="center", fontsize=14, weight="bold")
    figure.canvas.draw()
    pixels = np.asarray(figure.canvas.buffer_rgba())[:, :, 0]
    plt.close(figure)
    return (pixels < 128).astype(int)


first, second = picture("YES", 0.3), picture("NO", 0.78)
key = np.random.default_rng(4).integers(0, 2, first.shape)

figure, axes = plt.subplots(1, 4, figsize=(11, 1.9))
shown = [
    ("message", first),
    ("message + key: what Eve sees", (first + key) % 2),
    ("the same + key: what Bob reads", (first + key + key) % 2),
    ("key used twice: sum of both", (first + key + second + key) % 2),
]
for one, (title, bits) in zip(axes, shown, strict=True):
    one.imshow(bits, cmap="Greys", interpolation="nearest")
    one.set_title(title, fontsize=8)
    one.set_xlabel("column of the picture", fontsize=8)
    one.tick_params(labelsize=7)
axes[0].set_ylabel("row", fontsize=8)
plt.show()

# %% [markdown]
# *Figure 1. A picture of 1200 bits, black for 1. Enciphered it is noise, and with the key it comes back. On the right the same key was used for a second picture: it drops out of the sum, and Eve reads both.*
#
# So the one-time pad is perfect on four conditions: the key is as long as the message, random, secret, and used *once*. It moves the problem: in place of a secret message Alice and Bob need a secret key, freshly made all the time. Where do they get it?
#
# Today's usual answer is public-key cryptography, which rests on problems that nobody knows how to solve quickly. A large quantum computer would solve some of them (factoring, discrete logarithms), which is why other problems are coming into use. Quantum key distribution is another answer. It does not rest on the difficulty of a problem. It rests on what a measurement does to a state, and on assumptions about the devices; section 10 lists them.
#
# **Try:** replace the key by `np.zeros(first.shape, dtype=int)`, then by a key whose first half is zero. What is a key worth that Eve knows in part?

# %% [markdown]
# ## 2. Random, pseudo-random, and what tests can say
#
# First the coin tosses. A program that is started twice with the same seed does the same thing twice:

# %%
print(np.random.default_rng(2024).integers(0, 2, 20))
print(np.random.default_rng(2024).integers(0, 2, 20))

# %% [markdown]
# Such bits are *pseudo-random*. They are excellent for simulations, and whoever knows the seed knows all of them. A qubit in $|+\rangle$ that is measured in the Z basis gives a bit which, as far as quantum theory goes, nobody could have known before.
#
# Can you see the difference? Here are three sources of 20 000 bits: a pseudo-random generator; the outcomes of $|+\rangle$; and a person who was asked to write a random sequence. People avoid repetitions, so the third source changes its bit in 65 % of the cases. **Before you run:** cut the bits into blocks of 100 and count the ones in each block. Half of all bits are 1 in all three sources. Will the three histograms look alike? And how long is the longest run of equal bits in 20 000 tosses of a fair coin: about 5, 15 or 50?

# %%
number = 20_000
pseudo = np.random.default_rng(7).integers(0, 2, number)
quantum = quantum_bits(np.pi / 2, number, seed=7)
changes = np.random.default_rng(8).random(number) < 0.65
human = np.cumsum(changes) % 2


def longest_run(bits):
    """Length of the longest stretch of equal bits."""
    ends = np.flatnonzero(np.diff(bits)) + 1
    return int(np.diff([0, *ends, len(bits)]).max())


sources = {"pseudo-random": pseudo, "|+⟩ measured": quantum, "a person": human}
ones = np.arange(25, 76)
figure, axes = plt.subplots(1, 3, figsize=(11, 3), sharey=True)
for one, (name, bits) in zip(axes, sources.items(), strict=True):
    print(f"{name:14} share of 1s {bits.mean():.3f}, longest run {longest_run(bits)}")
    one.hist(bits.reshape(-1, 100).sum(axis=1), bins=np.arange(24.5, 76, 3), color="tab:blue")
    one.plot(ones, 3 * 200 * binom.pmf(ones, 100, 0.5), color="tab:orange", label="fair coin")
    one.set_title(name)
    one.set_xlabel("ones in a block of 100 bits")
    one.legend(fontsize=8)
axes[0].set_ylabel("number of blocks (of 200)")
plt.show()

# %% [markdown]
# *Figure 2. How many ones there are in each of 200 blocks, and what a fair coin gives (orange). The person's bits are too even: the histogram is too narrow. The other two fit, and look the same.*
#
# Two lessons. **Randomness does not look uniform.** Fair coins make blocks with 40 ones and runs of about 15 equal bits ($\log_2 20\,000 \approx 14$); a list without them is suspicious.
#
# **And no test proves randomness.** A test can refute it, as it did for the third source. It cannot tell the first from the second, although the first is known in full to whoever has the seed. Randomness is not a property of a *list* of bits. It is a property of the way in which they come about: how well could the best-informed person have guessed them before?
#
# (To be honest about our second source: a *simulated* qubit is pseudo-random too. `StatevectorSampler(seed=7)` gives the same bits tomorrow. The physics is in the real device, not in the program.)
#
# **Try:** let the person change the bit in 50 % of the cases. What has become of the third histogram?

# %% [markdown]
# ## 3. Fair bits from an unfair coin
#
# Real devices are not perfect: a beam splitter sends 52 % of the photons to one side, one detector is better than the other. So let a qubit give 1 with probability $p$, and nobody knows $p$. John von Neumann's trick (1951): toss twice.
#
# | two outcomes | probability | output |
# | --- | --- | --- |
# | 0, 0 | $(1-p)^2$ | nothing |
# | 0, 1 | $(1-p)\,p$ | 0 |
# | 1, 0 | $p\,(1-p)$ | 1 |
# | 1, 1 | $p^2$ | nothing |
#
# The two middle rows are equally likely, whatever $p$ is. **Before you run:** the output is fair for each $p$. But how many bits come out for 100 that go in, if $p = 1/2$? And if $p = 0.9$?

# %%
def extract(bits):
    """Von Neumann: read in pairs, keep the first bit of each pair of different bits."""
    pairs = bits[: len(bits) // 2 * 2].reshape(-1, 2)
    return pairs[pairs[:, 0] != pairs[:, 1], 0]


biases = np.linspace(0.05, 0.95, 19)
fair_share, rate = [], []
for number_of_run, p in enumerate(biases):
    raw = quantum_bits(2 * np.arcsin(np.sqrt(p)), 20_000, seed=100 + number_of_run)
    out = extract(raw)
    fair_share.append(out.mean())
    rate.append(len(out) / len(raw))

figure, axes = plt.subplots(1, 2, figsize=(10, 3.4))
axes[0].plot(biases, biases, "--", color="gray", label="before")
axes[0].plot(biases, fair_share, "o-", label="after von Neumann")
axes[0].set_ylabel("share of 1s")
axes[1].plot(biases, rate, "o", label="von Neumann, measured")
axes[1].plot(biases, biases * (1 - biases), label="p(1 - p)")
axes[1].plot(biases, entropy(biases), "--", color="gray", label="best possible: h(p)")
axes[1].set_ylabel("bits out for each bit in")
for one in axes:
    one.set_xlabel("probability p of a 1")
    one.set_ylim(0, 1.05)
    one.legend(fontsize=8)
    one.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 3. Left: the output is fair for every bias. Right: the price. At best one bit comes out for four that go in; cleverer extractors come close to Shannon's entropy $h(p)$.*
#
# What was assumed? That the tosses are **independent** of each other, with the same $p$. The person of Figure 2 shows what happens without that: in her list half of the bits are 1, and the bits of a pair differ more often than they agree. Let us look at pairs of *output* bits.

# %%
for name, bits in sources.items():
    out = extract(bits)
    agree = np.mean(out[:-1] == out[1:])
    print(f"{name:14} output: share of 1s {out.mean():.3f}, neighbours agree in {agree:.3f}")

# %% [markdown]
# The person's output is fair on average and still not random: a neighbour can be guessed with a better chance than 1/2. An extractor is only as good as what is known about its source. We need a method that does not ask for independence, and a measure that says how much there is to get.
#
# **Try:** feed the output of `extract` into `extract` again. What do you gain, and what do you lose?

# %% [markdown]
# ## 4. Min-entropy: how well can the best-informed person guess?
#
# The right question for a secret is: with which probability $p_{\text{guess}}$ does the best-informed adversary guess it at the first attempt? In bits this is the **min-entropy**
#
# $$H_{\min} = -\log_2 p_{\text{guess}}.$$
#
# A fair coin that nobody saw has $H_{\min} = 1$. A list of $n$ such coins has $n$: the chance is $2^{-n}$. A coin with $p = 0.9$ has 0.152, much less than Shannon's entropy $h(0.9) = 0.469$, for who always says 1 is right nine times in ten.
#
# ### A coin that is fair and known
#
# Your device measures a qubit whose outcomes are 0 and 1 with probability 1/2 each. You have verified it. But Eve built the device. **Before you run:** she puts in (A) the state $|+\rangle$; (B) one half of a Bell pair, and keeps the other half. Can you tell A from B by looking at the outcomes? How well can she guess them?
#
# In between lie the states $\big(|0\rangle|v_0\rangle + |1\rangle|v_1\rangle\big)/\sqrt2$, where Eve's qubit is in one of two states with the overlap $c = \langle v_0|v_1\rangle$. To guess your bit she has to tell $v_0$ from $v_1$. That is Helstrom's problem.

# %%
overlaps = np.linspace(0, 1, 21)
your_chance, eve_chance = [], []
for c in overlaps:
    pair = QuantumCircuit(2)  # qubit 0 is measured by you, qubit 1 belongs to Eve
    pair.h(0)
    pair.cry(2 * np.arccos(c), 0, 1)
    state = Statevector(pair)
    your_chance.append(partial_trace(state, [1]).probabilities()[1])
    rows = state.data.reshape(2, 2)  # row: Eve; column: your bit
    difference = np.outer(rows[:, 0], rows[:, 0].conj()) - np.outer(rows[:, 1], rows[:, 1].conj())
    eve_chance.append((1 + np.abs(np.linalg.eigvalsh(difference)).sum()) / 2)

figure, axes = plt.subplots(figsize=(6.5, 3.6))
axes.plot(overlaps, your_chance, "o", label="share of 1s that you find")
axes.plot(overlaps, eve_chance, "s-", label="Eve's chance to guess your bit")
axes.plot(overlaps, -np.log2(eve_chance), "--", color="black", label="min-entropy (bits)")
axes.set_xlabel("overlap c of Eve's two states (0: Bell pair, 1: |+⟩)")
axes.set_ylabel("probability, or bits")
axes.set_ylim(0, 1.05)
axes.legend(fontsize=8, loc=(0.03, 0.16))
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 4. The bit looks equally fair for every $c$ (blue). For the Bell pair Eve knows it with certainty and it holds no secret; for $|+\rangle$ she has to toss a coin herself and it holds one bit.*
#
# So not fairness makes a bit secret, but *coherence*. You can verify it: with a device that you can also set to X, $|+\rangle$ gives 0 each time, and half of a Bell pair gives 0 and 1. Good quantum random number generators make such measurements, or bound $p_{\text{guess}}$ in other ways, and then use the next step.
#
# ### Hashing
#
# Suppose that your $n$ bits have the min-entropy $k$ against Eve. You do not know *where* the $n - k$ known bits are. **The recipe: multiply by a randomly chosen matrix of 0 and 1 with $m$ rows, modulo 2.** Each output bit is the parity of about half of all input bits, and Eve knows a parity only if she knows all of its bits. It suffices to take a *Toeplitz* matrix, which is constant along its diagonals, so that $n + m - 1$ random bits describe it. They may be public, but must be chosen after Eve did what she did.
#
# **Leftover hash lemma** (Impagliazzo, Levin and Luby, 1989; Bennett, Brassard, Crépeau and Maurer, 1995, call it privacy amplification; Renner, 2005, proved it against an Eve who holds qubits): with the matrix, Eve can distinguish the output from $m$ perfect coins with an advantage of at most
#
# $$\varepsilon = \tfrac12\sqrt{2^{\,m - k}}.$$
#
# The *advantage* is half the sum of the differences of all probabilities. An output with $\varepsilon = 10^{-9}$ can replace perfect bits in any use, and the chance that anything goes wrong grows by at most $10^{-9}$.
#
# **Before you run:** Eve knows that your 12 bits are one of 256 strings, all equally likely, so $k = 8$. How many bits can be hashed out of this: 12, 8, or less?

# %%
n, k = 12, 8
rng = np.random.default_rng(11)
possible = rng.choice(2**n, size=2**k, replace=False)
strings = (possible[:, None] >> np.arange(n)) & 1  # one row for each possible string

lengths = np.arange(1, 11)
advantage = []
for m in lengths:
    found = []
    for _ in range(100):
        seed = rng.integers(0, 2, n + m - 1)
        matrix = toeplitz(seed[n - 1 :], seed[n - 1 :: -1])
        hashed = (strings @ matrix.T % 2) @ (1 << np.arange(m))  # the m bits as an integer
        chances = np.bincount(hashed, minlength=2**m) / 2**k
        found.append(np.abs(chances - 2.0**-m).sum() / 2)
    advantage.append(np.mean(found))

figure, axes = plt.subplots(figsize=(6.5, 3.6))
axes.plot(lengths, advantage, "o-", label="exact, mean of 100 matrices")
axes.plot(lengths, np.sqrt(2.0 ** (lengths - k)) / 2, "--", label="bound of the lemma")
axes.axvline(k, color="gray", linestyle=":", label="k = 8")
axes.set_xlabel("bits m that are kept (of n = 12)")
axes.set_ylabel("advantage of Eve")
axes.set_ylim(0, 1.05)
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 5. How far the hashed bits are from perfect coins. The fewer are kept, the better they are: each two bits less halve the bound. To keep all $k$ is too many.*
#
# The price of quality is *additive*: for $\varepsilon = 10^{-9}$ one gives up $2\log_2(1/\varepsilon) - 2 \approx 58$ bits, whether $k$ is a hundred or a billion. And nothing was assumed about the source but $k$.
#
# **Try:** let Eve know the last four of the twelve bits: `possible = np.arange(2**k)`. Then keep bits without hashing, `hashed = possible >> (n - m)`. How good are they?

# %% [markdown]
# ## 5. BB84: the protocol
#
# Now the line. Charles Bennett and Gilles Brassard found the protocol in 1984. Each round uses one photon, that is, one qubit.
#
# 1. **Prepare.** Alice tosses two coins: a bit, and a basis, Z or X. She sends $|0\rangle$ or $|1\rangle$, or $|+\rangle$ or $|-\rangle$.
# 2. **Measure.** Bob tosses one coin: his basis. He measures, and notes the outcome.
# 3. **Sift.** After all photons have arrived, both say *aloud* which bases they used, and not the bits. Rounds with different bases are dropped.
#
# Let us do eight rounds. **Before you run:** in which rounds must Bob's bit be equal to Alice's? In how many of the others will it be equal?

# %%
rng = np.random.default_rng(19)
rounds = 8
alice_bits = rng.integers(0, 2, rounds)
alice_bases = rng.choice(["Z", "X"], rounds)
bob_bases = rng.choice(["Z", "X"], rounds)

bb84 = QuantumCircuit(rounds, rounds)
for k in range(rounds):
    if alice_bits[k]:
        bb84.x(k)
    if alice_bases[k] == "X":
        bb84.h(k)
bb84.barrier(label="line")
for k in range(rounds):
    if bob_bases[k] == "X":
        bb84.h(k)
bb84.measure(range(rounds), range(rounds))
bb84.draw("mpl", fold=-1)

# %% [markdown]
# *Figure 6. Eight rounds of BB84, one qubit each. Left of the barrier is Alice's laboratory, right of it Bob's. Round $k$ is qubit $k$, with round 0 at the top.*

# %%
result = StatevectorSampler(seed=3).run([bb84], shots=1).result()
outcome = result[0].data.c.get_bitstrings()[0]  # the rightmost character is round 0
bob_bits = np.array([int(bit) for bit in reversed(outcome)])

print("round      ", *range(rounds))
print("Alice bit  ", *alice_bits)
print("Alice basis", *alice_bases)
print("Bob basis  ", *bob_bases)
print("Bob bit    ", *bob_bits)
print("kept       ", *["*" if a == b else "-" for a, b in zip(alice_bases, bob_bases, strict=True)])

# %% [markdown]
# Where the bases agree (marked by a star), the bits agree, always. In the other rounds Bob's outcome is a fair coin, which has nothing to do with Alice's bit, and they drop it. About half of the rounds survive; they are the *sifted key*.
#
# **QKD does not send a message.** Nobody could send one this way: Alice does not decide which bits survive. What grows is a random list, and it is of use only afterwards. This is what makes the protocol harmless: should it turn out that Eve listened, the list is thrown away, and no secret was ever on the line.
#
# Why do they announce the bases only *after* the photons have arrived? Because an Eve who knew the basis could measure each photon in it without disturbing anything.
#
# For statistics we need more rounds than a state vector can hold. But each round is a qubit of its own, and its rule is simple: in the same basis the bit is found, in the other basis a coin. So a few lines of NumPy do the same, with an Eve who takes each photon with probability `taken`, and a line that flips a bit with probability `flips`:

# %%
def run_bb84(rounds, rng, taken=0.0, flips=0.0):
    """Return the sifted bits of Alice, of Bob and of Eve, who measures in Z or X and sends on."""
    bits, bases = rng.integers(0, 2, rounds), rng.integers(0, 2, rounds)

    def measured(bits, bases, own):
        return np.where(bases == own, bits, rng.integers(0, 2, rounds))

    intercepted = rng.random(rounds) < taken
    eve_bases = rng.integers(0, 2, rounds)
    eve_bits = measured(bits, bases, eve_bases)
    sent_on = np.where(intercepted, eve_bits, bits)
    sent_bases = np.where(intercepted, eve_bases, bases)

    bob_bases = rng.integers(0, 2, rounds)
    bob_bits = measured(sent_on, sent_bases, bob_bases) ^ (rng.random(rounds) < flips)
    same = bases == bob_bases
    eve_guess = np.where(intercepted, eve_bits, rng.integers(0, 2, rounds))
    return bits[same], bob_bits[same], eve_guess[same]


alice_key, bob_key, _ = run_bb84(10_000, np.random.default_rng(1))
print(len(alice_key), "of 10000 rounds kept; errors:", int(np.sum(alice_key != bob_key)))

# %% [markdown]
# **Try:** let Alice and Bob choose Z in 90 % of the rounds. Which share of the rounds survives now? (This is used in practice. The rounds with X then serve for the check.)

# %% [markdown]
# ## 6. Eve in the middle
#
# The simplest attack is *intercept and resend*. Eve measures each photon in a basis of her choice, Z or X, and sends Bob a fresh photon in the state that she found.
#
# **Before you run:** take a round in which Alice and Bob both used Z. Eve used Z, or X. How often is Bob's bit wrong in each case? And what is the average?
#
# The next cell computes it exactly. Eve's measurement is a CX onto a qubit of her own: looking at the photon and sending on what she saw is the same for Bob as that (the module on measurement showed it).

# %%
wrong = np.zeros((2, 2))
for row, alice_basis in enumerate("ZX"):
    for column, eve_basis in enumerate("ZX"):
        circuit = QuantumCircuit(2)  # qubit 0 is the photon, with bit 0; qubit 1 is Eve's
        if alice_basis == "X":
            circuit.h(0)
        if eve_basis == "X":
            circuit.h(0)
        circuit.cx(0, 1)
        if eve_basis == "X":
            circuit.h(0)
        if alice_basis == "X":  # Bob has the same basis as Alice
            circuit.h(0)
        wrong[row, column] = Statevector(circuit).probabilities([0])[1]

figure, axes = plt.subplots(figsize=(3.8, 3.2))
image = axes.imshow(wrong, cmap="Oranges", vmin=0, vmax=1)
for row in range(2):
    for column in range(2):
        axes.text(column, row, f"{wrong[row, column]:.2f}", ha="center", va="center")
axes.set_xticks(range(2), "ZX")
axes.set_yticks(range(2), "ZX")
axes.set_xlabel("basis of Eve")
axes.set_ylabel("basis of Alice and Bob")
figure.colorbar(image, label="probability that Bob is wrong")
plt.show()
print("average:", round(wrong.mean(), 4))

# %% [markdown]
# *Figure 7. How often Bob's bit is wrong. In the right basis Eve leaves no trace; in the wrong one she sends on a state that gives Bob a coin.*
#
# The derivation is these two lines: with probability 1/2 Eve's basis is the right one, and there is no error. With probability 1/2 it is the wrong one; then Bob measures, say, $|\pm\rangle$ in Z, and is wrong with probability 1/2. Together
#
# $$Q = \tfrac12\cdot 0 + \tfrac12\cdot\tfrac12 = \tfrac14.$$
#
# $Q$ is called the **quantum bit error rate**, QBER. If Eve intercepts only a share $q$ of all photons, the rate is $q/4$: she can make it as small as she likes. But then she also learns less. In the sifted key she knows each intercepted bit with probability $3/4$ (half of the time for sure, otherwise by luck), and of the others nothing.

# %%
shares = np.linspace(0, 1, 11)
rng = np.random.default_rng(31)
error_rates, eve_right = [], []
for q in shares:
    a, b, eve = run_bb84(8000, rng, taken=q)
    error_rates.append(np.mean(a != b))
    eve_right.append(np.mean(a == eve))

figure, axes = plt.subplots(figsize=(6.5, 3.6))
axes.plot(shares, eve_right, "s", color="tab:red", label="Eve's bit is right")
axes.plot(shares, 0.5 + shares / 4, color="tab:red", alpha=0.6, label="1/2 + q/4")
axes.plot(shares, error_rates, "o", color="tab:blue", label="error rate (QBER)")
axes.plot(shares, shares / 4, color="tab:blue", alpha=0.6, label="q/4")
axes.set_xlabel("share q of the photons that Eve intercepts")
axes.set_ylabel("share of the sifted bits")
axes.set_ylim(0, 1)
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 8. What Eve gains (red) and what she causes (blue), about 4000 sifted bits for each point. One does not come without the other.*
#
# **Eavesdropping is not impossible. It is visible, in proportion.** What stands behind it is a theorem that you met in the module on discrimination: whatever gives information about which of two non-orthogonal states was sent, disturbs at least one of them.
#
# Could Eve copy the photon, keep the copy, and wait for the bases? No machine copies unknown states. Imperfect copies exist: the best machine for all states of a qubit reaches a fidelity of 5/6 for each copy, so that Bob's error rate is 1/6, and for the four states of BB84 alone 0.854 is possible. So a clever Eve does better than 25 %, and *no list of attacks that we try is a proof*. A proof has to bound what Eve knows for every attack that quantum theory allows, by the error rate alone. We come to it in section 8.
#
# **Try:** let Eve always measure in Z. What is the error rate in the rounds with Z, what in those with X, and what on average?

# %% [markdown]
# ## 7. How many bits have to be checked?
#
# 4. **Check.** Alice and Bob choose some of the sifted bits at random, say them aloud, and count the errors. These bits are lost for the key.
#
# On a line without noise a single error gives Eve away. If she takes everything, each checked bit is an error with probability 1/4, and she escapes with probability $(3/4)^m$ if $m$ bits are checked: 6 % for 10 bits, and $3\cdot10^{-13}$ for 100.
#
# But real lines have noise: one or a few per cent of errors without any Eve. **Before you run:** the line alone has $Q = 2\,\%$, and with an Eve who takes a fifth of the photons it has 7 %. You check 100 bits. Can you tell the two cases apart? With 2000?

# %%
rng = np.random.default_rng(17)
figure, axes = plt.subplots(1, 2, figsize=(10, 3.2))
for one, checked in zip(axes, [100, 2000], strict=True):
    bins = np.linspace(0, 0.16, 17) if checked == 100 else np.linspace(0, 0.16, 65)
    for rate, name in [(0.02, "line alone: 2 %"), (0.07, "line and Eve: 7 %")]:
        estimates = rng.binomial(checked, rate, size=5000) / checked
        one.hist(estimates, bins=bins - 1e-9, alpha=0.6, label=name, density=True)
    one.set_title(f"{checked} bits checked")
    one.set_xlabel("error rate that is found")
    one.set_ylabel("density (5000 repetitions)")
    one.legend(fontsize=8)
plt.show()

# %% [markdown]
# *Figure 9. What Alice and Bob find when they repeat the check 5000 times. With 100 bits the two cases overlap; with 2000 they are apart.*
#
# The found rate $\hat Q$ is a number with a sampling error of $\sqrt{Q(1-Q)/m}$. For a secret one does not want the likeliest value, but a limit that is exceeded almost never. A simple one is **Hoeffding's inequality** (1963):
#
# $$P\big(Q \ge \hat Q + \delta\big) \le e^{-2m\delta^2}, \qquad\text{so}\qquad \delta = \sqrt{\frac{\ln(1/\epsilon)}{2m}}$$
#
# for a failure probability $\epsilon$. It also holds when the $m$ bits are drawn without putting back, as here, and then it is about the mean over all sifted bits. **Before you run:** to make $\delta$ ten times smaller, how many more bits have to be checked? And to make $\epsilon$ a million times smaller?

# %%
checked = np.logspace(1.5, 5, 60)
figure, axes = plt.subplots(figsize=(6.5, 3.6))
for epsilon, style in [(1e-2, ":"), (1e-6, "--"), (1e-12, "-")]:
    axes.loglog(checked, np.sqrt(np.log(1 / epsilon) / (2 * checked)), style, label=f"ε = {epsilon}")
axes.axhline(0.01, color="gray", linewidth=0.8)
axes.set_xlabel("number m of checked bits")
axes.set_ylabel("margin δ on the error rate")
axes.legend()
axes.grid(alpha=0.3, which="both")
plt.show()
print("bits for δ = 0.01 and ε = 1e-6:", int(np.ceil(np.log(1e6) / (2 * 0.01**2))))

# %% [markdown]
# *Figure 10. The margin that has to be added to the found rate. Ten times smaller takes a hundred times as many bits; a million times safer takes only a few times as many.*
#
# Hoeffding's bound knows nothing of the small error rate and is generous. In the exercise you compute the exact binomial limit, which is much narrower where errors are few.
#
# Short checks are what makes short keys expensive: 100 checked bits with no error among them still permit a rate of 4.5 % at a confidence of 99 %.
#
# **Try:** how many bits are needed to tell 2 % from 3 % with $\epsilon = 10^{-6}$ on both sides?

# %% [markdown]
# ## 8. From bits with errors to a key
#
# 5. **Correct the errors.** Alice announces parities. They split the key into blocks; where the parities of a block differ, there is an odd number of errors, and halving the block again and again finds one. (The method Cascade of Brassard and Salvail, 1993, repeats this with other orders.) Every parity that is announced also tells Eve something. Shannon's theory says that at least $h(Q)$ bits for each key bit have to be announced; practical codes need some 5 to 20 % more.
#
# 6. **Amplify the privacy.** They hash the corrected key to the length that Eve knows nothing about.
#
# What does Eve know? Here is the idea of the proof by Peter Shor and John Preskill (2000). Picture the key as made from entangled pairs, which is possible for Alice without anybody noticing: she prepares $\Phi^+$, measures her half, and thereby sends Bob a random state. A pair that is perfectly $\Phi^+$ has nothing to share with Eve. It fails to be so in two ways: a bit error, seen when both measure Z, and a phase error, seen when both measure X. Both rates are known from the check. To repair bit errors costs $h(Q_Z)$ parities. To remove what phase errors let Eve know costs $h(Q_X)$ bits of hashing. With $Q_Z = Q_X = Q$,
#
# $$r = 1 - h(Q) - h(Q) = 1 - 2h(Q)$$
#
# secret bits remain for each sifted bit, in the limit of long keys. **Before you run:** at which $Q$ does it become zero? Is the 25 % of the intercepting Eve above or below?

# %%
error_rate = np.linspace(0, 0.27, 200)
low, high = 0.0, 0.5
for _ in range(50):
    middle = (low + high) / 2
    low, high = (middle, high) if 2 * entropy(middle) < 1 else (low, middle)
print(f"the key rate vanishes at Q = {low:.5f}")

figure, axes = plt.subplots(figsize=(6.5, 3.6))
axes.plot(error_rate, 1 - entropy(error_rate), label="error correction alone: 1 - h(Q)")
axes.plot(error_rate, np.maximum(0, 1 - 2 * entropy(error_rate)), lw=2.5, label="secret: 1 - 2h(Q)")
axes.axvline(low, color="gray", linestyle=":", label=f"{100 * low:.1f} %")
axes.axvline(0.25, color="tab:red", linestyle="--", label="intercept all: 25 %")
axes.set_xlabel("error rate Q")
axes.set_ylabel("bits left for each sifted bit")
axes.set_ylim(0, 1.02)
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()

# %% [markdown]
# *Figure 11. Secret bits for each sifted bit. At an error rate of about 11.0 % nothing is left.*
#
# Note what Alice and Bob do **not** do: they do not decide whether Eve was there. All errors are counted as hers, also those of the fibre. Below 11 % they get a key, a shorter one the more errors there are; above it they stop. So Eve can always prevent a key, by disturbing or by cutting the line. She cannot learn it.
#
# Is 11 % a law of nature? No. It belongs to this way of working up the data, in which Alice alone announces parities. If both talk, somewhat more can be tolerated. At 25 %, however, nothing helps: there an Eve who intercepts everything explains all the data.
#
# ### The whole way, once
#
# Let us make a key: 60 000 photons, of which 40 % arrive, a line with 1.5 % of noise, and an Eve who takes 4 %. We check 3000 bits with $\epsilon = 10^{-6}$, take Hoeffding's margin for what Eve knows, suppose a code that corrects all errors and announces $1.1\,h(\hat Q)$ bits for each key bit, and give up $2\log_2(1/\epsilon) - 2$ bits for the hashing. **Before you run:** how many secret bits do you expect in the end: 10 000, 3000 or 300?

# %%
rng = np.random.default_rng(78)
photons, epsilon = 60_000, 1e-6
arrived = int(rng.binomial(photons, 0.4))
alice_key, bob_key, eve_guess = run_bb84(arrived, rng, taken=0.04, flips=0.015)
sifted = len(alice_key)

order = rng.permutation(sifted)
opened, rest = order[:3000], order[3000:]
found = np.mean(alice_key[opened] != bob_key[opened])
margin = np.sqrt(np.log(1 / epsilon) / (2 * len(opened)))
left = len(rest)
after_correction = left - 1.1 * entropy(found) * left
secret = int(after_correction - entropy(found + margin) * left - 2 * np.log2(1 / epsilon) + 2)
print(f"found Q = {found:.4f}, to be safe {found + margin:.4f}; secret bits: {secret}")

steps = ["sent", "arrived", "sifted", "unopened", "minus\nparities", "hashed"]
sizes = [photons, arrived, sifted, left, after_correction, secret]
figure, axes = plt.subplots(figsize=(7, 3.6))
bars = axes.bar(steps, sizes, color=["tab:gray"] * 5 + ["tab:green"])
axes.bar_label(bars, [f"{size:.0f}" for size in sizes], fontsize=8)
axes.set_xlabel("step of the protocol")
axes.set_ylabel("bits")
axes.set_ylim(0, 66_000)
plt.show()

# %% [markdown]
# *Figure 12. From photons to secret bits. Each step pays for something: loss, wrong bases, the check, the errors, and what Eve may know.*
#
# (The length is computed in the spirit of the proofs. Finished proofs for finite keys treat the sampling of phase errors and the failure probabilities of all steps with more care; the first tight ones are from 2012, by Tomamichel, Lim, Gisin and Renner.)
#
# Now hash, and send the picture. The last panel is what an Eve gets who hashes *her* bits with the public matrix: 0.51 of them are right before, and after?

# %%
seed = rng.integers(0, 2, left + first.size - 1)  # public; 1200 of the secret bits suffice here
matrix = toeplitz(seed[left - 1 :], seed[left - 1 :: -1]).astype(np.uint8)
corrected = alice_key[rest].astype(np.uint8)  # Bob has the same after the correction
final_key = (matrix.astype(np.float32) @ corrected % 2).astype(int).reshape(first.shape)
eve_key = (matrix.astype(np.float32) @ eve_guess[rest] % 2).astype(int).reshape(first.shape)
sent = (first + final_key) % 2

figure, axes = plt.subplots(1, 3, figsize=(9, 1.9))
for one, (title, bits) in zip(
    axes,
    [
        ("on the ordinary line", sent),
        ("Bob, with his key", (sent + final_key) % 2),
        ("Eve, with hers", (sent + eve_key) % 2),
    ],
    strict=True,
):
    one.imshow(bits, cmap="Greys", interpolation="nearest")
    one.set_title(title, fontsize=9)
    one.set_xlabel("column of the picture", fontsize=8)
    one.tick_params(labelsize=7)
axes[0].set_ylabel("row", fontsize=8)
plt.show()
print("Eve's bits right before hashing:", round(float(np.mean(alice_key[rest] == eve_guess[rest])), 3))
print("Eve's bits right after hashing: ", round(float(np.mean(final_key == eve_key)), 3))

# %% [markdown]
# *Figure 13. The picture of section 1, enciphered with the key just made. Bob reads it. Eve, who listened to every word and took 4 % of the photons, has noise.*
#
# **Try:** let Eve take 30 % of the photons. What does the computation say about the number of secret bits, and what should Alice and Bob do?

# %% [markdown]
# ## 9. Entanglement as the witness
#
# In 1991 Artur Ekert proposed another way. A source sends one half of an entangled pair to Alice and the other to Bob. It may stand anywhere, even with Eve. In some rounds both measure along the same axis; these make the key. In the others they measure as in the CHSH game, and compute
#
# $$S = E_{00} + E_{01} + E_{10} - E_{11}.$$
#
# In the last module $|S| \le 2$ was the bound for everybody whose answers are carried along. If Eve knew the outcomes, because she measured the pairs or made them so that she knows, they *would* be carried along. So **$S > 2$ is a certificate: the outcomes cannot all have been known in advance, to anybody.** The larger $S$ is, the less can be known; at $S = 2\sqrt2$ it is nothing.
#
# **Before you run:** three sources. One sends perfect pairs $\Phi^+$. At the second, Eve measures each half in Z and sends on what she found. The third is noisy: with probability 10 % the pair is replaced by two random bits. With all three, about 95 % or more of the bits agree when both measure in Z. Which values of $S$ do you expect?

# %%
alice_axes, bob_axes = [0, np.pi / 2], [np.pi / 4, -np.pi / 4]  # angles from Z towards X
bell = QuantumCircuit(2)
bell.h(0)
bell.cx(0, 1)
perfect = DensityMatrix(bell)
pairs = {
    "perfect": perfect,
    "measured in Z": DensityMatrix(np.diag([0.5, 0, 0, 0.5])),
    "10 % noise": 0.9 * perfect + 0.1 * DensityMatrix(np.eye(4) / 4),
}


def correlation(state, alpha, beta, shots, rng):
    """E from that many pairs: Alice (qubit 0) along alpha, Bob (qubit 1) along beta."""
    turn = QuantumCircuit(2)
    turn.ry(-alpha, 0)
    turn.ry(-beta, 1)
    chances = state.evolve(turn).probabilities()
    counts = rng.multinomial(shots, chances / chances.sum())
    return (counts[0] + counts[3] - counts[1] - counts[2]) / shots


rng = np.random.default_rng(43)
shots = 1000
values, errors, disagree = [], [], []
for state in pairs.values():
    table = np.array([[correlation(state, a, b, shots, rng) for b in bob_axes] for a in alice_axes])
    values.append(table[0, 0] + table[0, 1] + table[1, 0] - table[1, 1])
    errors.append(np.sqrt(np.sum((1 - table**2) / shots)))
    disagree.append((1 - correlation(state, 0, 0, shots, rng)) / 2)

figure, axes = plt.subplots(figsize=(6.5, 3.6))
axes.errorbar(range(3), values, yerr=np.multiply(3, errors), fmt="o", capsize=6)
axes.axhline(2, color="tab:red", linestyle="--", label="known in advance: S ≤ 2")
axes.axhline(2 * np.sqrt(2), color="tab:green", linestyle=":", label="quantum bound 2√2")
names = [f"{name}\nerrors in Z: {rate:.3f}" for name, rate in zip(pairs, disagree, strict=True)]
axes.set_xticks(range(3), names)
axes.set_xlabel("source of the pairs")
axes.set_ylabel("CHSH value S")
axes.set_xlim(-0.5, 2.5)
axes.set_ylim(1, 3.1)
axes.legend(fontsize=8, loc="lower right")
plt.show()

# %% [markdown]
# *Figure 14. $S$ from 1000 pairs for each of the four settings; the bars are three standard errors. The measured pairs have no error in Z at all, and fail the test. The noisy ones have errors, and pass it.*
#
# The second source is the instructive one. In the key rounds everything looks perfect, and Eve knows every bit. Agreement alone is no evidence: envelopes agree too. You need a second, incompatible question. In BB84 it is the basis X, here it is the CHSH value.
#
# ### What is gained
#
# BB84 with trusted devices and Ekert's protocol with trusted devices are close relatives (Bennett, Brassard and Mermin showed it in 1992). But $S$ can do more: to compute it one needs the *outcomes* only, not what the boxes do inside. So Alice and Bob might buy the boxes from Eve. This is called **device-independent** key distribution. The price is a stronger condition: with noise as in the third source $S = 2\sqrt2\,(1 - 2Q)$, and the first complete analysis (Acín and others, 2007, against attacks on each round alone) gives a key up to $Q = 7.1\,\%$, if *no* photons are lost. In 2022 experiments with ions and with atoms showed that the conditions can be met. They were proofs of principle, far from the rates of BB84.
#
# The same idea certifies random numbers: whoever passes a CHSH test has bits with some min-entropy against everybody, from boxes that nobody trusts (Pironio and others, 2010). To choose the settings one needs some random bits at the start, so it is an *expansion* of randomness and not a creation out of nothing.
#
# **Try:** at which noise, instead of 10 %, does the third source come down to $S = 2$? What is its error rate in Z then?

# %% [markdown]
# ## 10. What is assumed, and where it stands
#
# "Secure by the laws of physics" is said of a protocol, and on conditions. Each of them has been attacked where it was not met.
#
# | assumption | what happens without it | remedy |
# | --- | --- | --- |
# | the public line is **authenticated** | Eve sits in the middle and makes one key with Alice and another with Bob | a short key shared beforehand (Wegman and Carter, 1981), or signatures |
# | **one photon** in each pulse | photon-number splitting: Eve keeps one of two, and measures it after the bases are announced | decoy states |
# | the **detectors** do what the model says | with bright light they were made to click only when Eve wanted (2010) | measurement-device-independent protocols |
# | nothing **leaks** from the laboratories | light shone in brings settings out | filters, isolators, tests |
# | the choices are **random** | Eve knows the bases | section 4 |
# | **quantum theory** holds | the proofs say nothing | none; it has passed every test so far |
#
# The first line says that QKD does not make a secret out of nothing: it makes a short secret *grow*. Even so there is a gain: it is enough if the authentication could not be broken *at the time*. A line that is recorded today cannot be broken by a computer of the future.
#
# ### More than one photon
#
# A cheap source is a laser pulse so weak that it has $\mu$ photons on average. **Before you run:** the numbers of photons follow Poisson's law. For $\mu = 0.1$, which share of the pulses is empty? Which share of those that are *not* empty has two photons or more?

# %%
means = np.linspace(0.01, 1, 100)
empty = np.exp(-means)
several = 1 - empty * (1 + means)

figure, axes = plt.subplots(figsize=(6.5, 3.4))
axes.plot(means, empty, label="empty pulses")
axes.plot(means, several / (1 - empty), label="two photons or more, among the others")
axes.axvline(0.1, color="gray", linestyle=":")
axes.set_xlabel("mean number μ of photons in a pulse")
axes.set_ylabel("share")
axes.set_ylim(0, 1)
axes.legend(fontsize=8)
axes.grid(alpha=0.3)
plt.show()
print(f"μ = 0.1: empty {np.exp(-0.1):.3f}, several {(1 - np.exp(-0.1) * 1.1) / (1 - np.exp(-0.1)):.3f}")

# %% [markdown]
# *Figure 15. Weak laser pulses. At $\mu = 0.1$ nine of ten are empty, and still 5 % of the others hold several photons.*
#
# Five per cent sounds harmless. But the line is lossy: over 100 km of fibre 99 % of the photons are lost. Eve could stop pulses with one photon, pass on those with two (keeping one), and blame it all on the loss. Then she would know *everything*, with no error. **Decoy states** (Hwang, 2003; Lo, Ma and Chen, 2005; Wang, 2005) answer this: Alice changes $\mu$ at random from pulse to pulse and tells afterwards. Eve, who sees a pulse with two photons, cannot know which $\mu$ it came from, and so her stopping and passing shows in the statistics.
#
# ### Loss
#
# Photons get lost (in good fibre about 0.2 dB per kilometre, a factor of 100 in 100 km), and they cannot be amplified, since amplifying is copying. So the rate falls exponentially with the length, while detectors go on clicking in the dark; in the exercise you compute where it ends. Beyond a few hundred kilometres one uses satellites (key exchange from orbit was shown in 2017), or chains of stations that know the key ("trusted nodes"), or one day quantum repeaters, which need the teleportation and swapping of the last module.
#
# ### Where it stands
#
# Quantum random number generators are ordinary products. QKD systems have been on sale for about twenty years, and networks have been built in several countries (for example Tokyo, 2010). They deliver keys at distances of tens of kilometres, for users with a fibre of their own and particular needs.
#
# For the internet at large the answer to quantum computers is another one: *post-quantum cryptography*, classical methods that rest on other problems; the first standards came out in 2024. It needs no new hardware, provides signatures too, and rests on assumptions about difficulty. Several security authorities recommend it, and at present advise against relying on QKD alone, because of special hardware, trusted nodes, and the gap between proof and device. The two can be combined, so that both have to be broken.
#
# ## Summary
#
# - The one-time pad turns a shared random key into perfect secrecy, once for each bit. The task is to make keys.
#
# - Randomness is a property of how bits come about. Tests can refute it and never prove it; fair bits may be known in full to somebody. What counts is the min-entropy against the best-informed adversary.
#
# - Von Neumann's extractor needs independence. Hashing with a random Toeplitz matrix needs a bound on the min-entropy alone, and gives up $2\log_2(1/\varepsilon) - 2$ bits.
#
# - BB84: prepare, measure, sift, check, correct, amplify. No message is sent. Eve is not kept out: she is *visible*, and what she may know is hashed away.
#
# - Intercepting and resending all photons gives $Q = 25\,\%$, a share $q$ gives $q/4$. The check is a sample, with a sampling error that belongs into the key length.
#
# - With error correction and privacy amplification $1 - 2h(Q)$ secret bits remain, and none above $11.0\,\%$.
#
# - Agreement in one basis is no evidence. A second basis, or $S > 2$, is. With $S$ the devices need not be trusted.
#
# - The claims rest on assumptions: an authenticated line, single photons or decoys, devices as modelled.
#
# ## Formulas in one place
#
# | what | formula |
# | --- | --- |
# | one-time pad | $c = m \oplus k$, $m = c \oplus k$ |
# | von Neumann's rate | $p\,(1-p)$ |
# | min-entropy | $H_{\min} = -\log_2 p_{\text{guess}}$ |
# | leftover hash lemma | $\varepsilon = \frac12\sqrt{2^{\,m-k}}$ |
# | intercept and resend | $Q = q/4$; Eve's bit right: $\frac12 + \frac q4$ |
# | Hoeffding's margin | $\delta = \sqrt{\ln(1/\epsilon)/(2m)}$ |
# | binary entropy | $h(x) = -x\log_2 x - (1-x)\log_2(1-x)$ |
# | key rate of BB84 | $1 - 2h(Q)$, zero at $Q = 11.0\,\%$ |
# | CHSH | $S = E_{00} + E_{01} + E_{10} - E_{11}$; with white noise $S = 2\sqrt2\,(1 - 2Q)$ |
#
# ## Further reading
#
# - C. H. Bennett and G. Brassard, "Quantum cryptography: public key distribution and coin tossing", *Proceedings of the International Conference on Computers, Systems and Signal Processing*, Bangalore (1984), pages 175-179; reprinted in *Theoretical Computer Science* 560, pages 7-11 (2014). Five pages, readable after this lesson.
#
# - A. K. Ekert, "Quantum cryptography based on Bell's theorem", *Physical Review Letters* 67, pages 661-663 (1991).
#
# - P. W. Shor and J. Preskill, "Simple proof of security of the BB84 quantum key distribution protocol", *Physical Review Letters* 85, pages 441-444 (2000); free as arXiv quant-ph/0003004.
#
# - V. Scarani and others, "The security of practical quantum key distribution", *Reviews of Modern Physics* 81, pages 1301-1350 (2009); free as arXiv 0802.4155. For the theory behind it: R. Renner, *Security of Quantum Key Distribution*, thesis, ETH Zürich (2005), arXiv quant-ph/0512258.
#
# - J. von Neumann, "Various techniques used in connection with random digits", *National Bureau of Standards Applied Mathematics Series* 12, pages 36-38 (1951).
