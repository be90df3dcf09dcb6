# %% [markdown]
# # Exercise: Quantum error correction and resources
#
# Ten tasks, from the arithmetic of syndromes to a decoder that copes with wrong measurements. Plan about two and a half hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions: a Pauli operator on $n$ qubits is a text of $n$ letters I, X, Y, Z, without sign. As in the literature on codes, and **unlike the labels of Qiskit, letter number $k$ from the left belongs to qubit $k$**, and numbering begins with 0. So `"XZI"` has X on qubit 0, and Qiskit would call it `"IZX"`: reverse the text where you need a label. The *weight* is the number of letters other than I. Where a bit is asked for, give the integer 0 or 1.
#
# You may use NumPy, SciPy, Qiskit, Stim, PyMatching and the Python standard library, import more of them, and define functions of your own in the answer cells.

# %% given="imports"
import math
from functools import partial, reduce
from itertools import combinations, product

import numpy as np
import stim
from qiskit import QuantumCircuit
from qiskit.quantum_info import random_clifford

from grader.checks import (
    assert_budget,
    assert_close,
    assert_implements,
    assert_same_channel,
    assert_same_isometry,
    assert_word,
    instances,
)

# %% [markdown]
# For your own tests, some codes of the lesson by their generators, in the notation of this exercise. The checks use them too.

# %% given="codes"
BIT_FLIP = ["ZZI", "IZZ"]
PHASE_FLIP = ["XXI", "IXX"]
FOUR = ["XXXX", "ZZZZ"]
FIVE = ["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"]
STEANE = ["IIIXXXX", "IXXIIXX", "XIXIXIX", "IIIZZZZ", "IZZIIZZ", "ZIZIZIZ"]
SHOR = [
    *("ZZIIIIIII", "IZZIIIIII", "IIIZZIIII", "IIIIZZIII", "IIIIIIZZI", "IIIIIIIZZ"),
    *("XXXXXXIII", "IIIXXXXXX"),
]

# %% [markdown] task="syndromes"
# ## 1. What the checks say
#
# Each generator of a stabilizer code is a question with two answers. On an undamaged code state each answer is 0. An error changes the answers of those generators with which it anticommutes. Write `syndromes(generators, errors)`.
#
# **Input:** `generators`, a list of Pauli operators; `errors`, a list of Pauli operators on the same number of qubits. Both are texts as described above.
#
# **Output:** a list with one entry for each error, in the same order. The entry is the syndrome of this error: a list of bits, one for each generator in the given order, 1 if the error anticommutes with it and 0 if it commutes.
#
# **Compared:** the lists.
#
# *Example:* for the generators `["ZZI", "IZZ"]` and the errors `["XII", "IXI", "ZII"]` the answer is `[[1, 0], [1, 1], [0, 0]]`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# On one qubit, which pairs of letters anticommute? What happens to the sign if two operators anticommute on two of their qubits?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Two letters anticommute if both differ from I and from each other. Two operators anticommute if this happens on an odd number of qubits.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `sum(a != b and "I" not in (a, b) for a, b in zip(generator, error)) % 2` is the bit of one generator and one error.
#
# </details>


# %% answer="syndromes"
def syndromes(generators, errors):
    ### BEGIN SOLUTION
    def bit(generator, error):
        pairs = zip(generator, error, strict=True)
        return sum(a != b and "I" not in (a, b) for a, b in pairs) % 2

    return [[bit(generator, error) for generator in generators] for error in errors]
    ### END SOLUTION


# %% check="syndromes" points=2
assert_implements(
    syndromes,
    [
        ((BIT_FLIP, ["XII", "IXI", "ZII"]), [[1, 0], [1, 1], [0, 0]]),
        ((PHASE_FLIP, ["III", "IZI", "IIY"]), [[0, 0], [1, 1], [0, 1]]),
        ((FIVE, ["XIIII", "IIZII"]), [[0, 0, 0, 1], [0, 0, 1, 0]]),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    syndromes,
    [
        ((BIT_FLIP, []), []),
        (
            (FIVE, ["YIIII", "IYIII", "XXXXX", "YYIII", "IIIIZ", "XZZXI"]),
            [[1, 0, 1, 1], [1, 1, 0, 1], [0, 0, 0, 0], [0, 1, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]],
        ),
        ((["XYZ"], ["XYZ", "YZX", "ZYX", "IIY", "YII"]), [[0], [1], [0], [1], [1]]),
        (
            (STEANE, ["IIIIIIY", "ZIIIIII", "IXIIIII"]),
            [[1] * 6, [0, 0, 1, 0, 0, 0], [0] * 4 + [1, 0]],
        ),
    ],
)
generator = instances("syndromes")
for n in (1, 2, 4, 6):
    names = ["I", "Z", "X", "Y"]  # 2 x + z is the place of a letter
    x, z = generator.integers(0, 2, (7, n)), generator.integers(0, 2, (7, n))
    words = [
        "".join(names[2 * a + b] for a, b in zip(*row, strict=True))
        for row in zip(x, z, strict=True)
    ]
    products = (x @ z.T + z @ x.T) % 2
    assert_implements(syndromes, [((words[:3], words[3:]), products[3:, :3].tolist())])
### END HIDDEN TESTS

# %% [markdown] task="outvoted"
# ## 2. When the vote is worth it
#
# A bit is stored as $n$ equal bits, and read by a majority vote. The qubits are not equally good: qubit $k$ is flipped with probability $p_k$, independently of the others. Is the vote better than putting the bit into the best qubit alone? Write `outvoted(chances)`.
#
# **Input:** the list of the probabilities $p_0, \ldots, p_{n-1}$, each between 0 and 1. $n$ is odd, from 3 to 9.
#
# **Output:** a pair: the probability that the majority is wrong, a number; and `True` if it is smaller than the smallest of the $p_k$, otherwise `False`. The two are never so close that rounding matters.
#
# **Compared:** the number up to $10^{-9}$, and the truth value.
#
# *Example:* for `[0.1, 0.1, 0.1]` the answer is `(0.028, True)`; for `[0.01, 0.2, 0.2]` it is `(0.0432, False)`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# How many of the qubits have to be flipped for the majority to be wrong? For three qubits, write down all cases.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# There are at most $2^9 = 512$ patterns of flips. Each is a product of factors $p_k$ and $1 - p_k$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `for pattern in product((0, 1), repeat=n)`: if `2 * sum(pattern) > n`, add the product of `p if bit else 1 - p`. Compare the sum with `min(chances)`.
#
# </details>


# %% answer="outvoted"
def outvoted(chances):
    ### BEGIN SOLUTION
    wrong = 0.0
    for pattern in product((0, 1), repeat=len(chances)):
        if 2 * sum(pattern) > len(chances):
            wrong += math.prod(p if bit else 1 - p for p, bit in zip(chances, pattern, strict=True))
    return wrong, wrong < min(chances)
    ### END SOLUTION


# %% check="outvoted" points=2
share = partial(assert_close, tolerance=1e-9)
assert_implements(
    outvoted,
    [
        (([0.1, 0.1, 0.1],), (0.028, True)),
        (([0.01, 0.2, 0.2],), (0.0432, False)),
        (([0.2, 0.2, 0.2, 0.2, 0.2],), (0.05792, True)),
    ],
    compare=share,
)
### BEGIN HIDDEN TESTS


def majority_fails(chances):
    """The distribution of the number of flips, one qubit after the other."""
    flips = reduce(np.convolve, [[1 - p, p] for p in chances])
    return float(flips[len(chances) // 2 + 1 :].sum())


lists = [
    [0.3, 0.05, 0.05],
    [0.02, 0.05, 0.09, 0.16, 0.25],
    [0.6] * 3,
    [0.0, 0.4, 0.3],
    [1.0, 0.25, 0.1],
]
lists += [[0.11] * 7, [0.49] * 9, [0.03, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3], [0.05, 0.9, 0.1, 0.2, 0.15]]
lists += [instances("outvoted").uniform(0, 0.4, n).tolist() for n in (3, 5, 9)]
assert_implements(
    outvoted,
    [((one,), (majority_fails(one), majority_fails(one) < min(one))) for one in lists],
    compare=share,
)
### END HIDDEN TESTS

# %% [markdown] task="mend"
# ## 3. Look at the error, not at the state
#
# The bit-flip code protects three qubits against X, the phase-flip code against Z. Nothing forces us to use the same letter on all three qubits. Let qubit $k$ be guarded by the Pauli operator $P_k$: the two generators are $P_0P_1$ and $P_1P_2$, and the code states are those for which both give $+1$. The error on qubit $k$ is $E_k$, another Pauli operator, which anticommutes with $P_k$. Write `mend(guards, errors)`, which removes one such error.
#
# **Input:** two texts of three letters from X, Y, Z: $P_0P_1P_2$ and $E_0E_1E_2$. **Letter number $k$ belongs to qubit $k$**, and the two texts differ at each place.
#
# **Output:** a `QuantumCircuit` of at most 5 qubits. Qubits 0, 1, 2 are the data. Further qubits begin in $|0\rangle$, and what becomes of them does not matter. You may measure, reset, and use classical bits and `if_test`, or do without all of them.
#
# **Compared:** what happens to the data. If they are in any code state, on which at most one of $E_0$, $E_1$, $E_2$ has acted, the code state is back at the end, with all its amplitudes. This fixes what happens to *every* state of three qubits, and that is how it is checked, up to $10^{-6}$.
#
# **Not allowed:** more than 5 qubits, so that ancillas stay what they are, a scarce good.
#
# *Example:* `mend("ZZZ", "XXX")` is the correction of the bit-flip code, `mend("XXX", "ZZZ")` that of the phase-flip code.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Begin with `"ZZZ"` and `"XXX"`: an ancilla gets the parity of two data qubits by two CX gates. Two parities say which qubit is wrong. Then: with which gate do you turn the axis X or Y of a qubit into the axis Z, and back?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Parity of $P$: turn each data qubit so that $P_k$ becomes Z (X: `h`; Y: `sdg` then `h`), let CX gates write the parities into ancillas, turn back (X: `h`; Y: `h` then `s`). The four pairs of parities mean: nothing, qubit 0, qubit 1, qubit 2. On the qubit that is meant apply $E_k$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Measure the ancillas into a register of two bits: bit 0 for $P_0P_1$, bit 1 for $P_1P_2$. Then `for k, value in enumerate((1, 3, 2)): with circuit.if_test((register, value)): getattr(circuit, errors[k].lower())(k)`. Here 1 says that only the first parity is odd, 3 that both are, 2 that only the second is.
#
# </details>


# %% answer="mend"
def mend(guards, errors):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(5, 2)
    for k, letter in enumerate(guards):
        if letter == "Y":
            circuit.sdg(k)
        if letter != "Z":
            circuit.h(k)
    for data, ancilla in ((0, 3), (1, 3), (1, 4), (2, 4)):
        circuit.cx(data, ancilla)
    for k, letter in enumerate(guards):
        if letter != "Z":
            circuit.h(k)
        if letter == "Y":
            circuit.s(k)
    circuit.measure([3, 4], [0, 1])
    for k, value in enumerate((1, 3, 2)):
        with circuit.if_test((circuit.cregs[0], value)):
            getattr(circuit, errors[k].lower())(k)
    return circuit
    ### END SOLUTION


# %% check="mend" points=3
def pauli_on(letters):
    """The matrix of a Pauli operator; letter k from the left belongs to qubit k."""
    matrices = {
        "I": np.eye(2),
        "X": np.array([[0, 1], [1, 0]]),
        "Y": np.array([[0, -1j], [1j, 0]]),
        "Z": np.diag([1, -1]),
    }
    return reduce(np.kron, [matrices[letter] for letter in reversed(letters)])


def check_mend(guards, errors):
    """Compare with: ask both questions, then undo the error that the answers mean."""
    first, second = pauli_on(guards[:2] + "I"), pauli_on("I" + guards[1:])
    kraus = []
    for meant, signs in [("III", (1, 1)), (errors[0] + "II", (-1, 1))] + [
        ("I" + errors[1] + "I", (-1, -1)),
        ("II" + errors[2], (1, -1)),
    ]:
        asked = (np.eye(8) + signs[0] * first) @ (np.eye(8) + signs[1] * second) / 4
        kraus.append(pauli_on(meant) @ asked)
    answer = mend(guards, errors)
    assert_budget(answer, qubits=5)
    assert_same_channel(answer, kraus, environment=range(3, answer.num_qubits))


check_mend("ZZZ", "XXX")
check_mend("XXX", "ZZZ")
check_mend("ZXZ", "XZX")
### BEGIN HIDDEN TESTS
check_mend("ZZZ", "XYX")
check_mend("XYZ", "YZX")
check_mend("YYX", "ZXY")
check_mend("YZX", "XYZ")
for row in instances("mend").integers(0, 6, (3, 3)):
    pairs = [("XY", "YX", "XZ", "ZX", "YZ", "ZY")[one] for one in row]
    check_mend("".join(pair[0] for pair in pairs), "".join(pair[1] for pair in pairs))
### END HIDDEN TESTS

# %% [markdown] task="spread"
# ## 4. A code within a code
#
# Shor's nine qubits are three blocks of three. Nothing is special about three: take `blocks` blocks of `length` qubits each. The code words are
#
# $$|0_L\rangle = \bigotimes_{\text{blocks}}\frac{|0\cdots0\rangle + |1\cdots1\rangle}{\sqrt2}, \qquad |1_L\rangle = \bigotimes_{\text{blocks}}\frac{|0\cdots0\rangle - |1\cdots1\rangle}{\sqrt2}.$$
#
# Write `spread(blocks, length)`, the encoder.
#
# **Input:** two integers from 1 upwards, with a product of at most 9.
#
# **Output:** a `QuantumCircuit` on `blocks * length` qubits, without measurements. Block $b$ consists of the qubits $b\cdot$ `length` to $(b+1)\cdot$ `length` $- 1$. The state to be encoded, $\alpha|0\rangle + \beta|1\rangle$, is given in **qubit 0**. All others begin in $|0\rangle$.
#
# **Compared:** the output $\alpha|0_L\rangle + \beta|1_L\rangle$ for every input, up to a global phase; the relative phase counts. Tolerance $10^{-6}$. With one block of length 1, for example, $|0\rangle$ becomes $(|0\rangle + |1\rangle)/\sqrt2$.
#
# **Budget:** at most `blocks * length - 1` two-qubit gates. Fewer cannot do it, for each of the other qubits has to be touched.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Do it in two steps. First encode in a phase-flip code of `blocks` qubits, one for each block. Then encode each of these in a bit-flip code.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# A bit-flip encoder of $m$ qubits consists of $m - 1$ CX gates from the qubit with the input. A phase-flip encoder is the same with an H on each of its qubits afterwards. The qubits of the outer code are the first of each block: 0, `length`, `2 * length`, ...
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For each head $h$ = `length`, `2 * length`, ...: `cx(0, h)`. Then an H on every head, 0 included. Then for each head and each $i$ from 1 to `length - 1`: `cx(h, h + i)`.
#
# </details>


# %% answer="spread"
def spread(blocks, length):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(blocks * length)
    heads = [b * length for b in range(blocks)]
    for head in heads[1:]:
        circuit.cx(0, head)
    circuit.h(heads)
    for head in heads:
        for i in range(1, length):
            circuit.cx(head, head + i)
    return circuit
    ### END SOLUTION


# %% check="spread" points=3
def check_spread(blocks, length):
    """Compare what becomes of both basis states of qubit 0, and count."""
    words = np.zeros((2 ** (blocks * length), 2))
    for bit in range(2):
        block = np.zeros(2**length)
        block[0], block[-1] = np.sqrt(0.5), (-1) ** bit * np.sqrt(0.5)
        words[:, bit] = reduce(np.kron, [block] * blocks)
    answer = spread(blocks, length)
    assert_same_isometry(answer, words, inputs=[0], circuit_only=True)
    assert_budget(answer, two_qubit_gates=blocks * length - 1)


check_spread(1, 2)
check_spread(3, 1)
check_spread(2, 2)
check_spread(3, 3)
### BEGIN HIDDEN TESTS
check_spread(1, 1)
check_spread(2, 1)
check_spread(1, 5)
check_spread(2, 3)
check_spread(3, 2)
check_spread(4, 2)
check_spread(2, 4)
### END HIDDEN TESTS

# %% [markdown] task="table"
# ## 5. The decoder as a dictionary
#
# A small code can be decoded by looking it up: for each syndrome there is an entry that says what to do. Which entry? Errors are rare, so the best guess is the error on the fewest qubits. Write `table(generators)`.
#
# **Input:** a list of $m$ Pauli operators that commute with each other and are independent (none is a product of others, up to a sign), with $n \le 9$ letters each.
#
# **Output:** a dictionary with $2^m$ entries. Its keys are all syndromes, as texts of $m$ characters 0 and 1: character number $j$ from the left is 1 if the error anticommutes with generator number $j$. The value is a Pauli operator, a text of $n$ letters, that has this syndrome and **the smallest weight among those that have it**. Often several of the same weight do; give any of them.
#
# **Compared:** the keys; of each value its syndrome and its weight.
#
# *Example:* for `["ZZI", "IZZ"]` a right answer is `{"00": "III", "10": "XII", "11": "IXI", "01": "IIX"}`. Another has `"YII"` for `"10"`: this code cannot tell the two.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Do not start from the syndrome. Start from the errors, in a clever order.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Go through all Pauli operators of weight 0, then 1, then 2, ... For each compute the syndrome. If it is not in the dictionary yet, put it in. Stop when the dictionary is full.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# The operators of weight $w$: `for places in combinations(range(n), w): for letters in product("XYZ", repeat=w):`. Stop when there are `2 ** len(generators)` entries; for the nine-qubit code that happens at $w = 3$.
#
# </details>


# %% answer="table"
def table(generators):
    ### BEGIN SOLUTION
    n, found = len(generators[0]), {}
    for weight in range(n + 1):
        for places in combinations(range(n), weight):
            for letters in product("XYZ", repeat=weight):
                key = "".join(
                    str(
                        sum(g[k] not in ("I", one) for k, one in zip(places, letters, strict=True))
                        % 2
                    )
                    for g in generators
                )
                if key not in found:
                    at = dict(zip(places, letters, strict=True))
                    found[key] = "".join(at.get(k, "I") for k in range(n))
        if len(found) == 2 ** len(generators):
            break
    return found
    ### END SOLUTION


# %% check="table" points=3
def syndrome_of(generators, error):
    """The syndrome of an error as a text."""
    bits = []
    for generator in generators:
        pairs = zip(generator, error, strict=True)
        bits.append(sum("I" != a != b != "I" for a, b in pairs) % 2)
    return "".join(str(bit) for bit in bits)


def least_weights(generators):
    """Syndrome -> smallest weight, qubit by qubit: the best with the first k qubits."""
    n, least = len(generators[0]), {0: 0}
    for k in range(n):
        steps = {0: 0}
        for letter in "XYZ":
            key = syndrome_of([g[k] for g in generators], letter)
            steps[int(key, 2)] = min(1, steps.get(int(key, 2), 1))
        longer = {}
        for (one, weight), (other, more) in product(least.items(), steps.items()):
            longer[one ^ other] = min(weight + more, longer.get(one ^ other, n))
        least = longer
    return {format(key, f"0{len(generators)}b"): weight for key, weight in least.items()}


def check_table(generators):
    """Compare the syndrome and the weight of each entry."""
    answer, weights = table(generators), least_weights(generators)
    if not isinstance(answer, dict):
        assert_close(answer, weights)
    assert_close(sorted(answer), sorted(weights))
    for key, weight in weights.items():
        assert_word(answer[key], "IXYZ", longest=len(generators[0]))
        assert_close(len(answer[key]), len(generators[0]))
        found = len(answer[key]) - answer[key].count("I")
        assert_close([syndrome_of(generators, answer[key]), found], [key, weight])


check_table(BIT_FLIP)
check_table(FOUR)
check_table(FIVE)
### BEGIN HIDDEN TESTS
check_table(PHASE_FLIP)
check_table(["X"])
check_table(["ZI", "IX"])
check_table(["ZIIZ"])
check_table(["XYZ", "ZZI"])
check_table(STEANE)
check_table(SHOR[2:] + ["ZZIIIIIII", "IZZIIIIII"])
generator = instances("table")
for n, m in [(3, 2), (4, 3), (5, 4), (3, 3)]:
    labels = random_clifford(n, seed=int(generator.integers(2**31))).to_labels(mode="S")
    check_table([label[:0:-1] for label in labels[:m]])
### END HIDDEN TESTS

# %% [markdown] task="parameters"
# ## 6. How many qubits, how good
#
# A code is described by three numbers, $[[n, k, d]]$. It has $n$ physical and $k$ logical qubits. The *distance* $d$ is the smallest weight of a Pauli operator that commutes with all generators (so that no syndrome betrays it) and is not a product of generators, up to a phase (so that it does something to the encoded state). Write `parameters(generators)`.
#
# **Input:** a list of Pauli operators on $n \le 9$ qubits that commute with each other. **They need not be independent:** some may be products of others, up to a sign, as happens when somebody wrote down more checks than necessary. The code has $k \ge 1$ and $d \le 3$.
#
# **Output:** the list $[n, k, d]$ of three integers.
#
# **Compared:** the list.
#
# *Examples:* the five-qubit code `FIVE` gives `[5, 1, 3]`. The bit-flip code `["ZZI", "IZZ"]` gives `[3, 1, 1]`: as a *quantum* code it has the distance 1, because a single Z is not noticed and does harm. `["ZZI", "IZZ", "ZIZ"]` is the same code.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Each independent generator halves the space. How do you find out how many are independent? And why is the answer for Shor's code not $d = 2$, although `ZZIIIIIII` commutes with all of its generators?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Write a Pauli operator as an integer of $2n$ bits: the places with X or Y, and the places with Z or Y. A product of operators, up to its phase, is the XOR of the integers. Build the set of all products: begin with `{0}`, and for each generator that is not in the set yet, add its XOR with each member. A set of $2^r$ elements has $r$ independent generators.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# $k = n - r$. Then go through the operators of weight 1, 2, 3 as in the task before. The first which commutes with all generators and is not in the set has the weight $d$.
#
# </details>


# %% answer="parameters"
def parameters(generators):
    ### BEGIN SOLUTION
    n = len(generators[0])

    def halves(word):
        x = sum(1 << k for k, letter in enumerate(word) if letter in "XY")
        z = sum(1 << k for k, letter in enumerate(word) if letter in "ZY")
        return x, z

    group, rank = {(0, 0)}, 0
    for a, b in map(halves, generators):
        if (a, b) not in group:
            group |= {(x ^ a, z ^ b) for x, z in group}
            rank += 1
    pairs = [halves(word) for word in generators]
    for weight in range(1, n + 1):
        for places in combinations(range(n), weight):
            for letters in product("XYZ", repeat=weight):
                x = sum(1 << k for k, one in zip(places, letters, strict=True) if one in "XY")
                z = sum(1 << k for k, one in zip(places, letters, strict=True) if one in "ZY")
                silent = all(((x & b).bit_count() + (z & a).bit_count()) % 2 == 0 for a, b in pairs)
                if silent and (x, z) not in group:
                    return [n, n - rank, weight]
    return [n, n - rank, None]
    ### END SOLUTION


# %% check="parameters" points=3
assert_implements(
    parameters,
    [
        ((BIT_FLIP,), [3, 1, 1]),
        (([*BIT_FLIP, "ZIZ"],), [3, 1, 1]),
        ((FOUR,), [4, 2, 2]),
        ((FIVE,), [5, 1, 3]),
    ],
)
### BEGIN HIDDEN TESTS


def weighed(generators):
    """All three by brute force, with the group as a list of arrays of bits."""
    n = len(generators[0])
    rows = [[c in "XY" for c in word] + [c in "ZY" for c in word] for word in generators]
    numbers = [sum(1 << k for k, bit in enumerate(row) if bit) for row in rows]
    group = {0}
    for number in numbers:
        group = group | {number ^ one for one in group}
    every = np.arange(4**n)
    silent = np.ones(4**n, dtype=bool)
    for number in numbers:
        turned = (number >> n) | ((number & (2**n - 1)) << n)
        silent &= np.bitwise_count(every & turned) % 2 == 0
    silent[list(group)] = False
    weights = np.bitwise_count((every | every >> n) & (2**n - 1))
    return [n, n - len(group).bit_length() + 1, int(weights[silent].min())]


assert_implements(
    parameters,
    [
        ((["ZZ"],), [2, 1, 1]),
        ((["XXXX", "ZZZZ", "YYYY"],), [4, 2, 2]),
        ((["ZIIII", "IXXXX", "IZZZZ"],), [5, 2, 2]),
        ((["XXXXXX", "ZZZZZZ"],), [6, 4, 2]),
        ((["YYYYI", "XXXXI", "ZZZZI", "IIIIZ"],), [5, 2, 2]),
        ((STEANE,), [7, 1, 3]),
        (([*STEANE[::-1], "YYIIYYI"],), [7, 1, 3]),
        ((SHOR,), [9, 1, 3]),
        ((["ZXXZI", "IZXXZ", "ZIZXX", "XZIZX", "XXZIZ"],), [5, 1, 3]),
    ],
)
generator = instances("parameters")
for n, m in 2 * [(3, 1), (3, 2), (4, 2), (4, 3), (5, 2), (5, 3), (5, 4), (6, 3), (6, 4), (6, 5)]:
    labels = random_clifford(n, seed=int(generator.integers(2**31))).to_labels(mode="S")
    words = [label[:0:-1] for label in labels[:m]]
    assert_implements(
        parameters, [((words,), weighed(words)), (([*words, words[0]],), weighed(words))]
    )
### END HIDDEN TESTS

# %% [markdown] task="claim"
# ## 7. In your own words: "we have 50 logical qubits"
#
# A press release says: *"Our machine now has 50 logical qubits with an error of $10^{-4}$. It has become fault tolerant."* The journalist who is to write about it asks you what she must find out before she can say what this means.
#
# Answer her in 100 to 180 words. Say (1) what has to be known about the *code and the overhead*; (2) what has to be known about the *number* $10^{-4}$; (3) what has to be known about the *comparison* with the same machine without the code; and (4) what a logical qubit must be able to *do* beyond being stored, before one computes with it. For each say in a half-sentence how the claim could be empty if the point is left open.
#
# This answer is marked by a person, in any of the three languages of the course.

# %% [markdown] essay="claim" points=4
# ### BEGIN SOLUTION
# Code and overhead: which code $[[n, k, d]]$, how many physical qubits in all, ancillas included? A code of distance 2 only detects errors. It cannot correct them, so "logical" may mean no more than that bad runs are recognised.
#
# The number: an error per what? Per round, per gate or per whole experiment; in one basis or both; and with which share of runs thrown away? If nine runs in ten are discarded, a small error among the rest is not the error of a computation that has to go on. Error bars belong to it.
#
# The comparison: is the logical error smaller than that of the best physical qubits, doing the same for the same time (break-even)? And does it fall when the distance grows? One code that is a little better does not show that the machine is below threshold.
#
# What it can do: a memory does not compute. One needs logical gates, with a T gate or magic states among them, and many repeated rounds of correction with a decoder that keeps pace. Clifford gates alone can be simulated on a laptop.
# ### END SOLUTION

# %% [markdown] rubric="claim"
# One point for each of the four statements, independent of the others; no half points for style, length or language.
#
# - **1 point, code and overhead:** asks for the code or its distance *or* for the number of physical qubits for each logical one, *and* says why it matters (distance 2 only detects; the overhead decides what can be scaled up). The bare request for "details of the code" earns no point.
#
# - **1 point, the number:** says that $10^{-4}$ has no meaning without a unit (per round, per gate, per experiment) *or* without the share of discarded runs (post-selection), *and* how the figure could mislead.
#
# - **1 point, the comparison:** asks for the comparison with bare physical qubits in the same task (break-even) *or* for the trend with growing distance (suppression, threshold), *and* says what would be missing without it.
#
# - **1 point, beyond storage:** names at least one ability beyond memory that computing needs: a universal set of logical gates (non-Clifford, magic states), repeated correction during the computation, or decoding in real time, *and* what remains impossible without it.
#
# A statement that contradicts one of these (for example, that discarding runs is itself a correction without a price) takes the point of that line away.

# %% [markdown] task="machine"
# ## 8. How large a machine
#
# Somebody has a program for a quantum computer and asks how many physical qubits it needs. Of course the answer depends on assumptions, so here they are, all of them. Write `machine(logical, tgates, rotations, delta, p, factories)`.
#
# **The model.**
#
# 1. The program acts on `logical` logical qubits. It contains `tgates` T gates, and `rotations` rotations that are synthesised from T gates and Clifford gates. Clifford gates cost nothing.
# 2. The program may fail with probability `delta`. One half of it is for the synthesis, shared equally: each rotation gets $\varepsilon = \texttt{delta}/(2\cdot\texttt{rotations})$ and costs $\lceil 3\log_2(1/\varepsilon)\rceil$ T gates. Let $N$ be the number of T gates in all.
# 3. Each T gate takes $d$ rounds of the surface code of distance $d$, one after the other: $N d$ rounds in all. The factories together deliver a magic state just as fast.
# 4. The layout has $2\cdot\texttt{logical}$ patches, half of them for moving things about, and 12 patches for each of the `factories`.
# 5. In each round each patch, those of the factories included, fails with probability $p_L = 0.1\,(100\,p)^{(d+1)/2}$. The sum over all patches and all rounds must not exceed the other half of `delta`. $d$ is the smallest odd number from 3 upwards for which this holds.
# 6. A patch has $2d^2 - 1$ physical qubits.
#
# **Input:** integers `logical`, `tgates`, `rotations` and `factories`; the numbers `delta`, between 0 and 1, and `p`, the physical error rate. There may be no rotations, or no T gates, but not neither.
#
# **Output:** the list $[N, d, \text{rounds}, \text{physical qubits}]$ of four integers. If no distance suffices, because $100\,p \ge 1$, an empty list.
#
# **Compared:** the list, exactly. No instance is so close to an edge that rounding decides.
#
# *Example:* `machine(100, 10**8, 0, 0.01, 0.001, 4)` is `[100000000, 27, 2700000000, 361336]`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Follow the six points in their order. Which of them depend on $d$? These must come in a loop.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Take care of the case without rotations, in which $\varepsilon$ has no meaning. The condition for $d$ is `patches * N * d * 0.1 * (100 * p) ** ((d + 1) / 2) <= delta / 2`: both the number of rounds and the error of each depend on $d$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `each = math.ceil(3 * math.log2(2 * rotations / delta))` if there are rotations. `patches = 2 * logical + 12 * factories`. Begin with `d = 3` and add 2 as long as the condition does not hold. Return `[N, d, N * d, patches * (2 * d * d - 1)]`.
#
# </details>


# %% answer="machine"
def machine(logical, tgates, rotations, delta, p, factories):
    ### BEGIN SOLUTION
    if 100 * p >= 1:
        return []
    total = tgates
    if rotations:
        total += rotations * math.ceil(3 * math.log2(2 * rotations / delta))
    patches = 2 * logical + 12 * factories
    d = 3
    while patches * total * d * 0.1 * (100 * p) ** ((d + 1) / 2) > delta / 2:
        d += 2
    return [total, d, total * d, patches * (2 * d**2 - 1)]
    ### END SOLUTION


# %% check="machine" points=3
assert_implements(
    machine,
    [
        ((100, 10**8, 0, 0.01, 0.001, 4), [100000000, 27, 2700000000, 361336]),
        ((100, 0, 10**5, 0.01, 0.001, 4), [7300000, 23, 167900000, 262136]),
        ((5, 20, 0, 0.1, 0.02, 1), []),
    ],
)
### BEGIN HIDDEN TESTS


def planned(logical, tgates, rotations, delta, p, factories):
    """The same plan, with the logarithm of the condition."""
    each = math.ceil(3 * math.log2(2 * rotations / delta)) if rotations else 0
    total, patches = tgates + rotations * each, 2 * logical + 12 * factories
    for d in range(3, 10**6, 2):
        allowed = math.log(5 * delta) - math.log(patches) - math.log(total) - math.log(d)
        if (d + 1) / 2 * math.log(100 * p) <= allowed:
            return [total, d, total * d, patches * (2 * d * d - 1)]
    return []


plans = [
    (1, 1, 0, 0.5, 1e-5, 1),
    (2, 3, 1, 0.1, 0.003, 2),
    (50, 1000, 200, 0.01, 0.005, 3),
    (1500, 3 * 10**9, 0, 0.1, 0.001, 20),
    (20, 0, 700, 0.003, 0.0001, 6),
    (8, 900, 55, 0.3, 0.0085, 1),
    (300, 10**6, 10**7, 0.25, 0.002, 0),
    (3, 40, 7, 0.9, 0.0012, 5),
]
generator = instances("machine")
for _ in range(4):
    sizes = [int(one) for one in generator.integers(1, [400, 10**7, 10**4, 30])]
    delta = float(generator.choice([0.3, 0.05, 0.002]))
    plans.append((*sizes[:3], delta, float(generator.choice([0.004, 0.0007, 0.00015])), sizes[3]))
assert_implements(machine, [(plan, planned(*plan)) for plan in plans])
assert_implements(machine, [((7, 5, 1, 0.1, p, 1), []) for p in (0.012, 0.3)])
### END HIDDEN TESTS

# %% [markdown] task="memory"
# ## 9. An experiment for Stim
#
# Stim simulates circuits of Clifford gates with Pauli errors, millions of shots a minute. You write the circuit as a text, with the places where errors can happen, and you say which measurements belong together. Write `memory(distance, rounds, flip, misread)`, a memory experiment with the repetition code.
#
# **The experiment.** There are `distance` data qubits in a row, numbered from 0, and a check $Z_jZ_{j+1}$ for each two neighbours $j$, $j+1$: `distance - 1` checks. All data qubits begin in $|0\rangle$. Then come `rounds` rounds. In each, first every data qubit is flipped (X) with probability `flip`. Then all checks are measured, and each outcome is reported wrongly with probability `misread`. After the last round all data qubits are measured in the Z basis, and each of these outcomes, too, is reported wrongly with probability `misread`. All errors are independent of each other, and nothing else goes wrong.
#
# **Detectors.** A detector is a set of outcomes whose parity is 0 when no error happens. There are `rounds + 1` rows of `distance - 1` detectors; row by row, and in each row in the order of the checks. Row 0 consists of the outcomes of the first round. Row $t$, for $0 < t <$ `rounds`, compares each check with the same check one round before. The last row compares each check's outcome in the last round with the parity of its two final data outcomes. Observable number 0 is the final outcome of **data qubit 0**.
#
# **Input:** `distance` $\ge 2$, `rounds` $\ge 1$, and two probabilities from 0 to 1/2.
#
# **Output:** the text of a circuit of Stim, for example `str(circuit)` of a `stim.Circuit`. The numbers of the qubits, the order of the measurements and the gates are up to you.
#
# **Compared:** the circuit's detector error model, as `stim.Circuit(text).detector_error_model()` gives it: the numbers of detectors and observables, and for each independent error the detectors and observables that it flips, with its probability, up to $10^{-6}$. Coordinates do not matter.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Look at `stim.Circuit.generated("repetition_code:memory", distance=3, rounds=2)`, which the lesson prints. Its noise is another, and its observable too, but the skeleton is what you need.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Data qubit $j$ may be qubit $2j$, and check $j$ qubit $2j + 1$. A round: `X_ERROR(flip)` on the data, `CX` from both neighbours to the check, and `MR(misread)` on the checks, which measures, misreports with this probability and resets. Alternatively `MPP(misread) Z0*Z2 Z2*Z4 ...` without any ancilla. `DETECTOR rec[-1]` counts backwards from the last outcome.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# With $c$ = `distance - 1` checks, right after the `MR` of a round the check $j$ is `rec[j - c]`, and one round earlier it is `rec[j - 2c]`. After the final `M(misread)` of the data, data qubit $j$ is `rec[j - distance]`, and check $j$ of the last round is `rec[j - distance - c]`. The first round has no round before it.
#
# </details>


# %% answer="memory"
def memory(distance, rounds, flip, misread):
    ### BEGIN SOLUTION
    checks = distance - 1
    data = [2 * j for j in range(distance)]
    circuit = stim.Circuit()
    circuit.append("R", range(2 * distance - 1))
    for number in range(rounds):
        circuit.append("X_ERROR", data, flip)
        for j in range(checks):
            circuit.append("CX", [2 * j, 2 * j + 1, 2 * j + 2, 2 * j + 1])
        circuit.append("MR", [2 * j + 1 for j in range(checks)], misread)
        for j in range(checks):
            before = [stim.target_rec(j - 2 * checks)] if number else []
            circuit.append("DETECTOR", [stim.target_rec(j - checks), *before])
    circuit.append("M", data, misread)
    for j in range(checks):
        places = [j - distance, j + 1 - distance, j - distance - checks]
        circuit.append("DETECTOR", [stim.target_rec(place) for place in places])
    circuit.append("OBSERVABLE_INCLUDE", [stim.target_rec(-distance)], 0)
    return str(circuit)
    ### END SOLUTION


# %% check="memory" points=4
def error_model(text):
    """What each error flips -> its probability, and how many detectors and observables there are."""
    if not isinstance(text, str):
        assert_close(text, "the text of a circuit of Stim")
    try:
        model = stim.Circuit(text).detector_error_model()
    except ValueError as problem:
        return str(problem)
    found = {"detectors": model.num_detectors, "observables": model.num_observables}
    for step in model.flattened():
        if step.type == "error":
            found[" ".join(sorted(str(one) for one in step.targets_copy()))] = step.args_copy()[0]
    return found


def wanted_model(distance, rounds, flip, misread):
    """The same from the description: each error flips the detectors at its ends."""
    checks, errors = distance - 1, {}

    def add(flipped, observable, chance):
        names = sorted([f"D{one}" for one in flipped] + ["L0"] * observable)
        if chance:
            errors[" ".join(names)] = chance

    for row in range(rounds + 1):
        for j in range(distance):
            near = [row * checks + one for one in (j - 1, j) if 0 <= one < checks]
            add(near, j == 0, misread if row == rounds else flip)
        for j in range(checks if row < rounds else 0):
            add([row * checks + j, (row + 1) * checks + j], False, misread)
    return {"detectors": (rounds + 1) * checks, "observables": 1, **errors}


def check_memory(distance, rounds, flip, misread):
    """Compare the models."""
    found = error_model(memory(distance, rounds, flip, misread))
    assert_close(found, wanted_model(distance, rounds, flip, misread), tolerance=1e-6)


check_memory(3, 1, 0.1, 0.05)
check_memory(3, 2, 0.1, 0.05)
check_memory(5, 3, 0.02, 0.04)
### BEGIN HIDDEN TESTS
check_memory(2, 1, 0.125, 0.25)
check_memory(2, 4, 0.3, 0.01)
check_memory(4, 2, 0.0, 0.125)
check_memory(4, 3, 0.2, 0.0)
check_memory(7, 9, 0.004, 0.013)
generator = instances("memory")
for _ in range(3):
    distance, rounds = (int(one) for one in generator.integers(2, 8, 2))
    check_memory(distance, rounds, *generator.uniform(0.01, 0.4, 2).round(4).tolist())
### END HIDDEN TESTS

# %% [markdown] task="remember"
# ## 10. What was stored?
#
# Now the other side. Somebody stored one bit in the repetition code, as $|0\cdots0\rangle$ or $|1\cdots1\rangle$, under the noise of the task before, and gives you the record of the whole experiment. Which bit was it? Write `remember(record, readout, flip, misread)`.
#
# **The noise**, once more: in each round first every data qubit is flipped with probability `flip`; then the checks $Z_jZ_{j+1}$ are measured, and each outcome is reported wrongly with probability `misread`. In the end the data qubits are measured, each outcome wrong with probability `misread`.
#
# **Input:** `record`, a list of rounds, each a list of the $d - 1$ reported outcomes of the checks (the outcomes themselves and not their changes); `readout`, the list of the $d$ final outcomes of the data qubits; the two probabilities, greater than 0 and less than 1/2. There are up to 8 rounds, or none at all, and $d$ is from 3 to 7.
#
# **Output:** the stored bit, 0 or 1, that belongs to the **most likely pattern of errors** among all patterns that explain the record. No instance is so close that rounding decides.
#
# **Compared:** the bit.
#
# *Examples:* with no rounds the answer is the majority of the readout. With the record `[[0, 0], [0, 0], [0, 0], [0, 0]]`, the readout `[1, 1, 0]`, `flip = 0.001` and `misread = 0.2`, the answer is 1: the last readout is most likely wrong.
#
# <details><summary>Hint 1: a nudge</summary>
#
# A pattern with $a$ data flips and $b$ wrong reports has a probability that is proportional to $\left(\frac{p}{1-p}\right)^a\left(\frac{q}{1-q}\right)^b$. So errors have costs, $\ln\frac{1-p}{p}$ and $\ln\frac{1-q}{q}$, and the cheapest explanation wins. There are two ways: a matching of detectors (as in the lesson), or a walk through time that keeps the cheapest history for each of the $2^d$ states of the data.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# *Matching:* for each error that can happen, add an edge between the detectors that it flips (one detector: a boundary edge), with its cost as weight; `fault_ids={0}` for those that flip the readout of qubit 0. *Walk:* begin with cost 0 for the states $0\cdots0$ and $1\cdots1$. In each round: from each state to each other, `flip` costs for the bits that differ and `misread` costs for the checks that differ from the record.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# *Matching:* `m = pymatching.Matching()`; `m.add_edge(u, v, fault_ids=..., weight=...)` and `m.add_boundary_edge(u, ...)`, with the detectors and errors of the task before; `m.decode(events)[0]` says whether the readout of qubit 0 has to be flipped. *Walk:* do it twice, once from each of the two states; add the `misread` costs of the readout at the end; the cheaper of the two is the answer.
#
# </details>


# %% answer="remember"
def remember(record, readout, flip, misread):
    ### BEGIN SOLUTION
    import pymatching

    d, rounds = len(readout), len(record)
    last = [readout[j] ^ readout[j + 1] for j in range(d - 1)]
    rows = np.array([[0] * (d - 1), *record, last])
    events = (rows[1:] + rows[:-1]) % 2
    costs = {chance: math.log((1 - chance) / chance) for chance in (flip, misread)}
    graph = pymatching.Matching()
    for row in range(rounds + 1):
        cost, start = costs[misread if row == rounds else flip], row * (d - 1)
        graph.add_boundary_edge(start, fault_ids={0}, weight=cost)
        graph.add_boundary_edge(start + d - 2, weight=cost)
        for j in range(d - 2):
            graph.add_edge(start + j, start + j + 1, weight=cost)
        for j in range(d - 1 if row < rounds else 0):
            graph.add_edge(start + j, start + j + d - 1, weight=costs[misread])
    return int(readout[0] ^ graph.decode(events.reshape(-1))[0])
    ### END SOLUTION


# %% check="remember" points=4
def explanations(record, readout, flip, misread):
    """The cost of the cheapest explanation for each stored bit, by a walk through time."""
    d = len(readout)
    states = np.array(list(product((0, 1), repeat=d)))
    flip_cost, read_cost = (math.log((1 - chance) / chance) for chance in (flip, misread))
    moves = flip_cost * (states[:, None] != states[None]).sum(axis=2)
    parities = states[:, 1:] ^ states[:, :-1]
    found = []
    for start in (0, -1):
        cost = np.full(2**d, np.inf)
        cost[start] = 0
        for row in record:
            reports = read_cost * (parities != np.array(row)).sum(axis=1)
            cost = (cost[:, None] + moves).min(axis=0) + reports
        found.append(float((cost + read_cost * (states != np.array(readout)).sum(axis=1)).min()))
    return found


def check_remember(cases):
    """Compare the stored bit in each case that is clear."""
    for case in cases:
        zero, one = explanations(*case)
        if abs(zero - one) > 1e-3:
            assert_implements(remember, [(case, int(one < zero))])


def experiments(generator, number, sizes=(3, 8)):
    """Records of experiments with so much noise that decoders differ."""
    for _ in range(number):
        d, rounds = int(generator.integers(*sizes)), int(generator.integers(0, 9))
        flip, misread = (float(one) for one in generator.choice([0.02, 0.08, 0.15, 0.3], 2))
        flips = generator.random((rounds, d)) < flip
        data = (flips.cumsum(axis=0) + generator.integers(2)) % 2
        checks = (data[:, 1:] + data[:, :-1] + (generator.random((rounds, d - 1)) < misread)) % 2
        final = data[-1] if rounds else np.zeros(d, dtype=int)
        readout = (final + (generator.random(d) < max(misread, generator.choice([0, 0.6])))) % 2
        yield (checks.tolist(), readout.tolist(), flip, misread)


check_remember(
    [
        ([], [1, 0, 1], 0.1, 0.1),
        ([[0, 0]] * 4, [1, 1, 0], 0.001, 0.2),
        ([[0, 0], [0, 1], [0, 0], [1, 0]], [0, 1, 1], 0.05, 0.1),
        ([[1, 0, 0, 0], [1, 1, 0, 0], [1, 0, 0, 0]], [1, 0, 0, 0, 1], 0.05, 0.1),
    ]
)
check_remember(experiments(np.random.default_rng(5), 6))
### BEGIN HIDDEN TESTS
check_remember(experiments(np.random.default_rng(6), 40))
check_remember(experiments(instances("remember"), 20))
check_remember([([], [0, 1, 1, 1, 0], 0.3, 0.02), ([[1, 0]] * 8, [0, 1, 1], 0.02, 0.3)])
### END HIDDEN TESTS
