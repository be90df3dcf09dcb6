# %% [markdown]
# # Exercise: Reversible logic and oracles
#
# Ten tasks, from a table with four rows to a multiplication in place. Plan about two hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions, as in the lesson: a register holds the number $x = \sum_k x_k 2^k$ with the bit $x_k$ on its $k$-th qubit, so its first qubit is the least significant. An **ancilla** begins in $|0\rangle$ and has to be back in $|0\rangle$ at the end, for every input. Since circuits are linear, a contract for all basis states $|x\rangle$ is one for all superpositions: relative phases between the terms count, a global phase does not. No circuit has measurements or resets.
#
# **How costs are counted.** The *T count* is the number of T gates once everything is taken apart into Clifford gates (`x`, `h`, `s`, `cx`, `cz`, `swap` ...) and T: 7 for `ccx` and `ccz`, 4 for `rccx`, 0 for a Clifford gate. A gate that cannot be taken apart in this way (`mcx` with more than two controls, for which Qiskit uses small angles) has no T count, and a limit on it excludes the gate. Gates that you define yourself are counted by what they are made of.
#
# You may use NumPy, Qiskit and the Python standard library, import more of them, and define functions of your own in the answer cells.

# %% given="imports"
from itertools import pairwise

import numpy as np
from qiskit import QuantumCircuit

from grader.checks import (
    assert_budget,
    assert_close,
    assert_marks,
    assert_same_unitary,
    filled_in,
    instances,
    opaque_oracle,
)

# Gates that the library makes from a whole matrix. The last task forbids them.
READY_MADE = ["unitary", "isometry", "diagonal", "multiplexer", "ucrx", "ucry", "ucrz"]

# %% [markdown] task="two_bits"
# ## 1. A table with four rows
#
# Write `two_bits(table)`, the bit oracle of a function of two bits.
#
# **Input:** a list of four bits, `[f(0), f(1), f(2), f(3)]`, where the number $x = x_0 + 2x_1$ stands for the two bits.
#
# **Output:** a `QuantumCircuit` on exactly three qubits: qubits 0 and 1 hold $x$, qubit 2 is the target. It does $|x\rangle|t\rangle \to |x\rangle|t \oplus f(x)\rangle$ for all $x$ and $t$.
#
# **Compared:** what becomes of every $|x\rangle|t\rangle$, with relative phases.
#
# **Limits:** at most one Toffoli gate, that is, a T count of at most 7. If the number of ones in the table is *even*, no T gate at all.
#
# <details><summary>Hint 1: a nudge</summary>
#
# One Toffoli gate for each row with a 1 is right and too expensive. Which functions of two bits can you build from X and CX alone?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Every function of two bits is $f(x) = a \oplus b\,x_0 \oplus c\,x_1 \oplus d\,x_0x_1$. Each term is one gate on the target.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Put in $x = 0$: $a = f(0)$. Then $x = 1$ and $x = 2$ give $b = f(0)\oplus f(1)$ and $c = f(0)\oplus f(2)$, and $d$ is the exclusive or of all four: 1 exactly if the number of ones is odd.
#
# </details>


# %% answer="two_bits"
def two_bits(table):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(3)
    if table[0]:
        circuit.x(2)
    if table[0] != table[1]:
        circuit.cx(0, 2)
    if table[0] != table[2]:
        circuit.cx(1, 2)
    if sum(table) % 2:
        circuit.ccx(0, 1, 2)
    return circuit
    ### END SOLUTION


# %% check="two_bits" points=2
def check_two_bits(table):
    """Compare the marked inputs first, then the costs."""
    circuit = two_bits(list(table))
    marked = [x for x in range(4) if table[x]]
    assert_marks(circuit, marked, kind="bit", qubits=2, target=2, ancillas=[])
    assert_budget(circuit, qubits=3, t_count=7 * (sum(table) % 2))


check_two_bits([0, 0, 0, 1])
check_two_bits([0, 1, 1, 1])
check_two_bits([0, 1, 1, 0])
check_two_bits([0, 0, 1, 0])
### BEGIN HIDDEN TESTS
for number in range(16):
    check_two_bits([number >> x & 1 for x in range(4)])
### END HIDDEN TESTS

# %% [markdown] task="vote"
# ## 2. Three votes
#
# Three sensors vote, and the majority decides. Some sensors are wired the wrong way round: they report 1 for no and 0 for yes. Write `vote(inverted)`.
#
# **Input:** a list of three truth values. Where `inverted[k]` is `True`, the bit of qubit $k$ has to be negated before it counts.
#
# **Output:** a `QuantumCircuit` on exactly four qubits: qubits 0 to 2 hold the bits $x_0, x_1, x_2$ as reported, qubit 3 is the target. The target is flipped if at least two of the three votes (after the negations) are 1. Qubits 0 to 2 end as they began.
#
# **Compared:** what becomes of every basis state, with relative phases.
#
# **Limit:** one Toffoli gate, that is, a T count of at most 7.
#
# <details><summary>Hint 1: a nudge</summary>
#
# The majority of $a, b, c$ is $ab \oplus bc \oplus ca$: three products. Factoring saves one of them. Can you save two?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# If $a = b$ and $a = c$, the majority is $a$. If only one of $b$, $c$ differs from $a$, it is still $a$. When is it *not* $a$?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# $\mathrm{maj}(a,b,c) = a \oplus (a\oplus b)(a \oplus c)$. Two CX from qubit 0 make $a\oplus b$ and $a \oplus c$ in place, one Toffoli and one CX write to the target, and the two CX are undone. X gates before and after take care of the negations.
#
# </details>


# %% answer="vote"
def vote(inverted):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(4)
    wrong = [k for k in range(3) if inverted[k]]
    if wrong:
        circuit.x(wrong)
    circuit.cx(0, 1)
    circuit.cx(0, 2)
    circuit.ccx(1, 2, 3)
    circuit.cx(0, 3)
    circuit.cx(0, 2)
    circuit.cx(0, 1)
    if wrong:
        circuit.x(wrong)
    return circuit
    ### END SOLUTION


# %% check="vote" points=2
def check_vote(inverted):
    """Compare the marked inputs first, then the costs."""
    circuit = vote(list(inverted))
    marked = [x for x in range(8) if sum((x >> k & 1) != bool(inverted[k]) for k in range(3)) >= 2]
    assert_marks(circuit, marked, kind="bit", qubits=3, target=3, ancillas=[])
    assert_budget(circuit, qubits=4, t_count=7)


check_vote([False, False, False])
check_vote([False, True, False])
### BEGIN HIDDEN TESTS
for number in range(8):
    check_vote([bool(number >> k & 1) for k in range(3)])
### END HIDDEN TESTS

# %% [markdown]
# ## Circuits that you cannot look into
#
# In the next two tasks your function is given a gate that does not say what it is made of. Append it to your circuit, as in `circuit.append(gate, [0, 1, 2])`. It can be inverted (`gate.inverse()`) and controlled; every appearance in your circuit counts as one call. The check counts the calls, and then puts the true circuit into the place of each.
#
# To try your own answers: `opaque_oracle("work", 3)` makes such a gate on three qubits, and `filled_in(circuit, {"work": content})` puts a circuit in.

# %% [markdown] task="tidy"
# ## 3. Somebody else's circuit
#
# A colleague gives you a circuit that computes a bit $f(x)$ and leaves a mess. Turn it into a clean bit oracle. Write `tidy(work, n, m, place)`.
#
# **Input:** the sealed gate `work` on $n + m$ qubits; $n \ge 1$ and $m \ge 1$; and `place`, with $0 \le$ `place` $< n + m$. The gate is used on qubits 0 to $n+m-1$, in this order. If the first $n$ of them hold $|x\rangle$ and the other $m$ are in $|0\rangle$, then after `work` the qubit with the number `place` holds $|f(x)\rangle$. The other $n+m-1$ qubits may hold anything, superpositions and phases included; not even $x$ need be left where it was.
#
# **Output:** a `QuantumCircuit` on exactly $n + m + 1$ qubits. The last one, number $n + m$, is the target: $|x\rangle|0\ldots0\rangle|t\rangle \to |x\rangle|0\ldots0\rangle|t \oplus f(x)\rangle$.
#
# **Compared:** what becomes of every $|x\rangle|t\rangle$, with relative phases; the $m$ ancillas back in $|0\rangle$.
#
# **Limit:** at most two calls of `work`; its inverse counts as a call.
#
# <details><summary>Hint 1: a nudge</summary>
#
# What can you do with the qubit `place` right after `work`, while it holds $f(x)$, before you clean up?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# A CX copies a *bit value* onto the target; it does not disturb the other qubits. What undoes a circuit that you cannot look into?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Compute, copy, uncompute: `work` on qubits 0 to $n+m-1$, CX from `place` to the target, then `work.inverse()` on the same qubits.
#
# </details>


# %% answer="tidy"
def tidy(work, n, m, place):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(n + m + 1)
    circuit.append(work, range(n + m))
    circuit.cx(place, n + m)
    circuit.append(work.inverse(), range(n + m))
    return circuit
    ### END SOLUTION


# %% check="tidy" points=3
def check_tidy(table, m, place, seed):
    """Make a messy circuit for this function; compare the answer with it filled in."""
    n = len(table).bit_length() - 1
    rng = np.random.default_rng(seed)
    mess = QuantumCircuit(n + m)
    for x in range(2**n):
        if table[x]:
            mess.mcx(list(range(n)), n, ctrl_state=x)
    others = [k for k in range(n + m) if k != n]
    for _ in range(4):
        for k in others:
            mess.u(*rng.uniform(0, 6, 3), k)
            mess.cry(rng.uniform(0, 6), n, k)
        for one, two in pairwise(others):
            mess.cx(one, two)
    mess.t(n)
    if place != n:
        mess.swap(n, place)
    circuit = tidy(opaque_oracle("work", mess), n, m, place)
    assert_budget(circuit, qubits=n + m + 1, calls={"work": 2})
    marked = [x for x in range(2**n) if table[x]]
    assert_marks(
        filled_in(circuit, {"work": mess}),
        marked,
        kind="bit",
        qubits=n,
        target=n + m,
        ancillas=range(n, n + m),
    )


check_tidy([0, 1], 1, 1, seed=1)
check_tidy([0, 0, 0, 1], 1, 0, seed=2)
check_tidy([0, 1, 1, 0, 1, 0, 0, 0], 2, 4, seed=3)
### BEGIN HIDDEN TESTS
check_tidy([1, 0], 2, 0, seed=4)
check_tidy([1, 1, 0, 1], 2, 2, seed=5)
check_tidy([0, 0, 0, 1, 0, 1, 1, 1], 1, 2, seed=6)
generator = instances("tidy")
for _ in range(3):
    bits, spare = (int(number) for number in generator.integers(1, 4, size=2))
    check_tidy(
        generator.integers(0, 2, 2**bits).tolist(),
        spare,
        int(generator.integers(bits + spare)),
        seed=int(generator.integers(2**31)),
    )
### END HIDDEN TESTS

# %% [markdown] task="kick"
# ## 4. From a bit to a phase
#
# Write `kick(oracle, n, phi)`, which makes a phase oracle out of a bit oracle.
#
# **Input:** the sealed gate `oracle` on $n + 1$ qubits, a bit oracle: on qubits that hold $|x\rangle|t\rangle$, with the target last, it does $|x\rangle|t\rangle \to |x\rangle|t\oplus f(x)\rangle$. Further $n \ge 1$, and an angle `phi` with $-\pi < \varphi \le \pi$.
#
# **Output:** a `QuantumCircuit` on exactly $n + 1$ qubits: qubits 0 to $n-1$ hold $x$, and qubit $n$ is an ancilla. It does $|x\rangle|0\rangle \to e^{i\varphi f(x)}\,|x\rangle|0\rangle$.
#
# **Compared:** the unitary on the first $n$ qubits up to its global phase, with the ancilla beginning and ending in $|0\rangle$.
#
# **Limits:** *one* call of the oracle if `phi` is $\pi$ (the number `np.pi`), at most two otherwise.
#
# <details><summary>Hint 1: a nudge</summary>
#
# With two calls, the ancilla may hold $f(x)$ for a while. With one call it never does: flipping a target must multiply it by $-1$. Which target does that?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# For a general angle: compute $f(x)$ into the ancilla, apply a phase that acts on $|1\rangle$ only, uncompute. For $\pi$: bring the ancilla to $|-\rangle$ first. It has to return to $|0\rangle$ afterwards.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `phi == np.pi`: X, H on the ancilla; oracle; H, X on the ancilla. Otherwise: oracle; `p(phi)` on the ancilla; oracle.
#
# </details>


# %% answer="kick"
def kick(oracle, n, phi):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(n + 1)
    if phi == np.pi:
        circuit.x(n)
        circuit.h(n)
        circuit.append(oracle, range(n + 1))
        circuit.h(n)
        circuit.x(n)
    else:
        circuit.append(oracle, range(n + 1))
        circuit.p(phi, n)
        circuit.append(oracle, range(n + 1))
    return circuit
    ### END SOLUTION


# %% check="kick" points=3
def check_kick(table, phi):
    """Fill the oracle of this function in, and compare with the phases."""
    n = len(table).bit_length() - 1
    flips = np.zeros((2 ** (n + 1), 2 ** (n + 1)))
    for number in range(2 ** (n + 1)):
        flips[number ^ int(table[number % 2**n]) << n, number] = 1
    circuit = kick(opaque_oracle("oracle", n + 1), n, phi)
    assert_budget(circuit, qubits=n + 1, calls={"oracle": 1 if phi == np.pi else 2})
    wanted = np.diag(np.exp(1j * phi * np.array(table)))
    assert_same_unitary(
        filled_in(circuit, {"oracle": flips}), wanted, ancillas=[n], circuit_only=True
    )


check_kick([0, 1], np.pi)
check_kick([0, 0, 0, 1], np.pi)
check_kick([0, 1, 1, 0], np.pi / 2)
check_kick([0, 1, 0, 0, 1, 1, 0, 1], -0.7)
### BEGIN HIDDEN TESTS
check_kick([1, 0], -2.0)
check_kick([1, 1, 0, 1], np.pi)
check_kick([0, 0, 1, 0], 3.0)
check_kick([0, 0], 1.0)
generator = instances("kick")
for _ in range(3):
    bits = int(generator.integers(1, 4))
    check_kick(generator.integers(0, 2, 2**bits).tolist(), float(generator.uniform(-3, 3)))
    check_kick(generator.integers(0, 2, 2**bits).tolist(), np.pi)
### END HIDDEN TESTS

# %% [markdown] task="pattern"
# ## 5. What the garbage does
#
# A phase oracle was built by somebody who does not clean up: it does $|x\rangle|0\rangle \to (-1)^{f(x)}|x\rangle|g(x)\rangle$, where the second register is large enough for the numbers $g(x)$. You put H on each of the $n$ qubits of the first register, apply the oracle, put H on each of them again, and measure the first register. Write `pattern(f, g)`, which predicts the probabilities of the outcomes.
#
# **Input:** two lists of the same length $2^n$, $1 \le n \le 8$: the bits $f(0), f(1), \ldots$, and the garbage $g(0), g(1), \ldots$, non-negative integers. They need not be small: 1000000 may occur.
#
# **Output:** an array (or list) of $2^n$ numbers: entry $y$ is the probability of finding the first register in $|y\rangle$.
#
# **Compared:** each probability, up to $10^{-6}$.
#
# *Examples:* `pattern([0, 1], [0, 0])` is $[0, 1]$: the sign turns $|+\rangle$ into $|-\rangle$. `pattern([0, 1], [0, 1])` is $[0.5, 0.5]$: the garbage tells $x$, and the interference is gone.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Two paths that end in the same $|y\rangle$, one through $x$ and one through $x'$, interfere only if they end in the same state of *everything*.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Group the $x$ by their garbage. Within a group amplitudes add; between groups probabilities add. The amplitude with which H on each qubit leads from $|x\rangle$ to $|y\rangle$ is $(-1)^{x\cdot y}/\sqrt{2^n}$, where $x\cdot y$ counts the places at which both have a 1.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# $$P(y) = \sum_{\gamma}\Big|\frac{1}{2^n}\sum_{x:\,g(x)=\gamma} (-1)^{f(x) + x\cdot y}\Big|^2 .$$
#
# `(x & y).bit_count()` is $x\cdot y$. For $n = 8$ there are 65 536 pairs, which Python manages; a matrix of signs from `np.kron` is quicker.
#
# </details>


# %% answer="pattern"
def pattern(f, g):
    ### BEGIN SOLUTION
    hadamard = np.ones((1, 1))
    while len(hadamard) < len(f):
        hadamard = np.kron(hadamard, [[1, 1], [1, -1]])
    signs = (-1.0) ** np.array(f)
    chances = np.zeros(len(f))
    for garbage in set(g):
        same = np.array([value == garbage for value in g])
        chances += (hadamard @ (signs * same) / len(f)) ** 2
    return chances
    ### END SOLUTION


# %% check="pattern" points=3
assert_close(pattern([0, 1], [0, 0]), np.array([0.0, 1.0]))
assert_close(pattern([0, 1], [0, 1]), np.array([0.5, 0.5]))
assert_close(pattern([0, 0, 0, 1], [0, 0, 0, 5]), np.array([0.625, 0.125, 0.125, 0.125]))
assert_close(
    pattern([0, 1, 1, 0, 0, 1, 1, 0], [0, 0, 0, 0, 0, 0, 1000000, 0]),
    np.array([0.03125, 0.03125, 0.03125, 0.78125, 0.03125, 0.03125, 0.03125, 0.03125]),
)
### BEGIN HIDDEN TESTS


def check_pattern(f, g):
    """Compare with a quick transform of each group."""
    rows = np.zeros((len(set(g)), len(f)))
    place = {garbage: row for row, garbage in enumerate(sorted(set(g)))}
    for x, (bit, garbage) in enumerate(zip(f, g, strict=True)):
        rows[place[garbage], x] = (1 - 2 * bit) / len(f)
    step = 1
    while step < len(f):
        halves = rows.reshape(len(rows), -1, 2, step)
        low, high = halves[:, :, 0].copy(), halves[:, :, 1].copy()
        halves[:, :, 0], halves[:, :, 1] = low + high, low - high
        step *= 2
    assert_close(pattern(list(f), list(g)), (rows**2).sum(axis=0))


check_pattern([1, 1], [3, 3])
check_pattern([0, 1, 0, 1], [2, 1, 1, 2])
check_pattern([0, 0, 1, 0], [7, 7, 7, 7])
check_pattern([1, 0, 0, 1], [0, 1, 2, 3])
generator = instances("pattern")
for bits in (2, 3, 3, 4, 5):
    check_pattern(
        generator.integers(0, 2, 2**bits).tolist(), generator.integers(0, 4, 2**bits).tolist()
    )
check_pattern(generator.integers(0, 2, 256).tolist(), generator.integers(0, 9, 256).tolist())
### END HIDDEN TESTS

# %% [markdown] task="nobody_looks"
# ## 6. "Nobody looks at them"
#
# A colleague writes: *"My oracle is finished. I have tried all 2ⁿ basis states, and the answer bit is right each time. Some helper qubits hold leftovers at the end, but nobody ever looks at them. If you insist, I reset them to |0⟩ after the call. To clean them by running gates backwards would be a waste: the oracle counts as one step anyway."*
#
# Answer in about 150 words. (a) Why did the trial of all basis states not show the fault, and what goes wrong in an algorithm? (b) Does the reset help? Say why or why not, and what does help. (c) What is wrong with the last sentence?

# %% [markdown] essay="nobody_looks" points=3
# ### BEGIN SOLUTION
# (a) On a single basis state there is nothing to interfere with, so leftovers do no harm. An algorithm calls the oracle on a superposition. Then the helper qubits are entangled with the register, and terms $|x\rangle$ with different leftovers can no longer interfere, just as if somebody had measured the leftovers. It makes no difference that nobody looks. The probabilities at the end are wrong.
#
# (b) No. A reset is a measurement whose result is thrown away: what the leftovers knew about $x$ has gone to the environment, and the coherence is lost for good. What helps is to uncompute: copy the answer bit to the target, then run the computation backwards. That is unitary and leaves no record.
#
# (c) "One step" is a way of counting calls. Each call is a circuit with gates, depth and ancillas; uncomputing about doubles it. The cost of the algorithm is the number of calls times that.
# ### END SOLUTION

# %% [markdown] rubric="nobody_looks"
# One point for each of the three questions, independent of the others; no half points for style, length or language.
#
# - **1 point, superposition:** says that the fault shows only on superpositions, *and* why: leftovers that differ with $x$ entangle the helper qubits with the register (or: they hold a record of $x$, or act like a measurement), so that terms no longer interfere. "Garbage is bad" without this reason earns no point.
#
# - **1 point, reset:** says that a reset does not bring the interference back, because it is irreversible (a measurement that is forgotten, the record goes to the environment), *and* names uncomputing (running the computation backwards after the answer was copied) as the remedy.
#
# - **1 point, cost:** says that an oracle is a circuit with a cost of its own in gates, depth or qubits, which has to be multiplied by the number of calls; counting calls is a convention and does not make a call free.
#
# A statement that contradicts one of these (for example, that the reset repairs the state) takes the point of that line away.

# %% [markdown] task="below"
# ## 7. Smaller than
#
# Write `below(n, c)`, a bit oracle that compares a register with a number that is known when the circuit is built.
#
# **Input:** $n \ge 1$, and an integer $c$ with $0 \le c \le 2^n$, both ends included.
#
# **Output:** a `QuantumCircuit`. Qubits 0 to $n-1$ hold $x$, qubit $n$ is the target, and all further qubits are ancillas. It does $|x\rangle|t\rangle \to |x\rangle|t \oplus f(x)\rangle$, where $f(x)$ is 1 if $x < c$ and 0 otherwise.
#
# **Compared:** what becomes of every $|x\rangle|t\rangle$, with relative phases; the ancillas back in $|0\rangle$.
#
# **Limits:** at most $n$ ancillas, and a T count of at most $14n$: about two Toffoli gates for each bit.
#
# <details><summary>Hint 1: a nudge</summary>
#
# How do you compare two long numbers by hand? Let $r_k$ be 1 if the lowest $k$ bits of $x$, as a number, are smaller than the lowest $k$ bits of $c$. How does $r_{k+1}$ follow from $r_k$ and the bit $x_k$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# If $c_k = 0$, then $r_{k+1}$ is "$x_k = 0$ and $r_k$"; if $c_k = 1$, it is "$x_k = 0$ or $r_k$". Each is one Toffoli gate into a fresh ancilla, with some X gates, because an *or* is an *and* of negated bits, negated. And $r_0 = 0$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# The last $r_n$ goes to the target, the others to ancillas; afterwards undo the ancillas in reverse order. For the step with $c_k = 1$: "a or b" into a fresh qubit is a Toffoli with controls on $\bar a$ and $\bar b$, then X on the fresh qubit; here $\bar a = x_k$, so only $r_k$ needs the X gates around it. The case $c = 2^n$ has to be treated by itself.
#
# </details>


# %% answer="below"
def below(n, c):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(2 * n + 1)
    if c == 2**n:
        circuit.x(n)
        return circuit

    def step(k, result, into):
        """Write r_(k+1) to a qubit; r_k is in the qubit `result`."""
        negated = result if c >> k & 1 else k
        circuit.x(negated)
        circuit.ccx(k, result, into)
        circuit.x(negated)
        if c >> k & 1:
            circuit.x(into)

    places = [2 * n, *range(n + 1, 2 * n), n]  # of r_0, ..., r_n; r_0 is a qubit that stays 0
    for k in range(n):
        step(k, places[k], places[k + 1])
    for k in reversed(range(n - 1)):
        if c >> k & 1:
            circuit.x(places[k + 1])
        negated = places[k] if c >> k & 1 else k
        circuit.x(negated)
        circuit.ccx(k, places[k], places[k + 1])
        circuit.x(negated)
    return circuit
    ### END SOLUTION


# %% check="below" points=3
def check_below(n, c):
    """Compare the marked inputs first, then the costs."""
    circuit = below(n, c)
    assert_marks(circuit, list(range(c)), kind="bit", qubits=n, target=n, ancillas=None)
    assert_budget(circuit, ancillas=n, data_qubits=n + 1, t_count=14 * n)


check_below(1, 1)
check_below(2, 3)
check_below(3, 5)
check_below(4, 6)
### BEGIN HIDDEN TESTS
for number in range(3):
    check_below(1, number)
for number in range(5):
    check_below(2, number)
for number in (0, 1, 2, 3, 4, 6, 7, 8):
    check_below(3, number)
for number in (0, 1, 5, 8, 9, 11, 14, 15, 16):
    check_below(4, number)
generator = instances("below")
for number in generator.integers(1, 32, size=3):
    check_below(5, int(number))
### END HIDDEN TESTS

# %% [markdown] task="wide"
# ## 8. Many controls, quickly and cheaply
#
# Write `wide(k)`: an X gate with $k$ controls.
#
# **Input:** the number $k \ge 2$ of controls.
#
# **Output:** a `QuantumCircuit`. Qubits 0 to $k-1$ are the controls, qubit $k$ is the target, and all further qubits are ancillas. The target is flipped if all controls are 1, and nothing else changes.
#
# **Compared:** what becomes of every basis state of controls and target, with relative phases; the ancillas back in $|0\rangle$.
#
# **Limits:** at most $k - 2$ ancillas; a T count of at most $8k - 9$; and a *two-qubit depth* of at most $6\lceil\log_2 k\rceil$. This is the number of layers of two-qubit gates once larger gates are taken apart into two-qubit gates: 6 for a `ccx` by itself, 3 for an `rccx`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# A chain of $k$ steps cannot have a logarithmic depth. In how many rounds does a knock-out tournament of $k$ players end, if all games of a round are played at the same time? And how many games are there in all?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Each game takes two qubits and writes their *and* into a fresh ancilla; the final writes into the target. After that all games but the final are undone, in reverse order. With `ccx` everywhere this has the T count $7(2k - 3)$, too much. Which of these gates come in pairs, between which their two controls are not touched?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `players = list(range(k))`. While more than two are left: play the pairs of this round, a player without a partner goes on to the next round. All games but the final are `rccx` (4 T gates each; its extra phases depend on its own three qubits and cancel with those of the gate that undoes it); the final is a `ccx`. The T count is $4\cdot 2(k-2) + 7$.
#
# </details>


# %% answer="wide"
def wide(k):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(2 * k - 1)
    games = QuantumCircuit(2 * k - 1)
    players, fresh = list(range(k)), k + 1
    while len(players) > 2:
        winners = []
        while len(players) > 1:
            one, two, *players = players
            games.rccx(one, two, fresh)
            winners.append(fresh)
            fresh += 1
        players = winners + players
    circuit.compose(games, inplace=True)
    circuit.ccx(*players, k)
    circuit.compose(games.inverse(), inplace=True)
    return circuit
    ### END SOLUTION


# %% check="wide" points=4
def check_wide(k):
    """Compare the marked inputs first, then the costs."""
    circuit = wide(k)
    everything = 2**k - 1
    assert_marks(circuit, [everything], kind="bit", qubits=k, target=k, ancillas=None)
    assert_budget(
        circuit,
        ancillas=k - 2,
        data_qubits=k + 1,
        t_count=8 * k - 9,
        two_qubit_depth=6 * (k - 1).bit_length(),
    )


check_wide(2)
check_wide(3)
check_wide(4)
check_wide(5)
### BEGIN HIDDEN TESTS
check_wide(6)
### END HIDDEN TESTS

# %% [markdown] task="difference"
# ## 9. A difference in place
#
# Write `difference(n)`: arithmetic on two registers, with a single ancilla.
#
# **Input:** the number $n \ge 1$ of bits.
#
# **Output:** a `QuantumCircuit`. Qubits 0 to $n-1$ hold $x$, qubits $n$ to $2n-1$ hold $y$ (each with its least significant bit first), and qubit $2n$, if there is one, is an ancilla. It does
#
# $$|x\rangle|y\rangle \;\to\; |x\rangle\,|x - y \bmod 2^n\rangle .$$
#
# Note the order: the register of $y$ receives $x - y$, not $y - x$.
#
# **Compared:** the unitary on the first $2n$ qubits, with the ancilla beginning and ending in $|0\rangle$.
#
# **Limits:** at most one ancilla, and a T count of at most $14n$: two Toffoli gates for each bit.
#
# <details><summary>Hint 1: a nudge</summary>
#
# A sum in place is in the lesson. Flipping every bit of a number of $n$ bits turns $z$ into $2^n - 1 - z$. What do you get if you flip, add, and flip again?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Let $\bar z = 2^n - 1 - z$. Then the flipped sum of $\bar x$ and $y$ is $2^n - 1 - (2^n - 1 - x + y) = x - y$ modulo $2^n$. So: X on all of $x$; add $x$ to $y$ in place; X on all of $x$ and on all of $y$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For the sum, with the carry $c_0 = 0$ in the ancilla: for each $k$ upwards the block "CX from $x_k$ to $y_k$, CX from $x_k$ to the carry, Toffoli from carry and $y_k$ to $x_k$" leaves the next carry in the qubit of $x_k$. The following block finds its carry there. Then downwards, for each $k$: the same Toffoli, CX from $x_k$ to the carry qubit, CX from the carry qubit to $y_k$.
#
# </details>


# %% answer="difference"
def difference(n):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(2 * n + 1)
    circuit.x(range(n))
    carries = [2 * n, *range(n - 1)]
    for k in range(n):
        circuit.cx(k, n + k)
        circuit.cx(k, carries[k])
        circuit.ccx(carries[k], n + k, k)
    for k in reversed(range(n)):
        circuit.ccx(carries[k], n + k, k)
        circuit.cx(k, carries[k])
        circuit.cx(carries[k], n + k)
    circuit.x(range(2 * n))
    return circuit
    ### END SOLUTION


# %% check="difference" points=4
def check_difference(n):
    """Compare with the permutation of all pairs, then look at the costs."""
    circuit = difference(n)
    size = 2**n
    wanted = np.zeros((size**2, size**2))
    for x in range(size):
        for y in range(size):
            wanted[x + size * ((x - y) % size), x + size * y] = 1
    assert_same_unitary(circuit, wanted, ancillas=[2 * n], circuit_only=True)
    assert_budget(circuit, ancillas=1, data_qubits=2 * n, t_count=14 * n)


check_difference(1)
check_difference(2)
### BEGIN HIDDEN TESTS
check_difference(3)
check_difference(4)
### END HIDDEN TESTS

# %% [markdown] task="times"
# ## 10. Multiplied in place
#
# Write `times(n, a)`: a register is multiplied by a known number, *in place*. This is the step that order finding repeats, in the module on Shor's algorithm; there the modulus is not a power of two.
#
# **Input:** $n \ge 1$, and an integer $a$ with $0 \le a < 2^n$.
#
# **Output:** a `QuantumCircuit` that does $|x\rangle \to |a x \bmod 2^n\rangle$ on qubits 0 to $n-1$; all further qubits are ancillas. If there is no such circuit, because the map cannot be reversed, return `None` instead.
#
# **Compared:** the unitary on the first $n$ qubits, with the ancillas beginning and ending in $|0\rangle$; `None` where nothing else is possible.
#
# **Limits:** at most $n$ ancillas; at most $6n^2$ two-qubit gates, where a larger gate counts as the two-qubit gates that it is made of (6 for `ccx`, 14 for an `mcx` with three controls and 27 with four, as Qiskit builds them); and none of the gates in the list `READY_MADE` above.
#
# <details><summary>Hint 1: a nudge</summary>
#
# For which $a$ do two different $x$ lead to the same product? For the others: which bit of $ax$ equals the same bit of $x$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# For odd $a$, $a\,x = x + (a - 1)\,x$, and each bit $x_k$ adds $(a-1)\,2^k$, which only changes bits *above* $k$. So every $x_k$ can control an addition of a constant to the bits above it, while it is still unchanged itself. In which order must the $k$ be taken?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Take $k$ from $n-2$ down to 0. The bits above $k$ form a register of $n - k - 1$ bits; to it the constant $(a-1)/2$ is added if $x_k = 1$. To add a constant: for each of its bits $j$ that is 1, increment the part of the register from bit $j$ upwards. A controlled increment of qubits $q_j, \ldots, q_{n-1}$: from the top down, `mcx` from the control and all lower qubits of the part to each of them, and at last a CX on $q_j$.
#
# </details>


# %% answer="times"
def times(n, a):
    ### BEGIN SOLUTION
    if a % 2 == 0:
        return None
    circuit = QuantumCircuit(n)
    for k in reversed(range(n - 1)):
        for j in range(k + 1, n):
            if (a - 1) << k >> j & 1:
                for top in reversed(range(j, n)):
                    circuit.mcx([k, *range(j, top)], top)
    return circuit
    ### END SOLUTION


# %% check="times" points=5
def check_times(n, a):
    """Compare with the permutation of all numbers, then look at the costs."""
    circuit = times(n, a)
    if a % 2 == 0:
        assert circuit is None, "this map cannot be reversed: expected None"
        return
    wanted = np.zeros((2**n, 2**n))
    for x in range(2**n):
        wanted[a * x % 2**n, x] = 1
    assert_same_unitary(circuit, wanted, ancillas=range(n, 2 * n), circuit_only=True)
    assert_budget(
        circuit, ancillas=n, data_qubits=n, two_qubit_gates=6 * n**2, forbidden_gates=READY_MADE
    )


check_times(2, 3)
check_times(3, 5)
check_times(3, 6)
check_times(3, 7)
### BEGIN HIDDEN TESTS
check_times(1, 1)
check_times(1, 0)
check_times(2, 0)
check_times(2, 1)
check_times(2, 2)
check_times(3, 1)
check_times(3, 3)
check_times(3, 4)
for factor in (3, 5, 9, 11, 13, 14, 15):
    check_times(4, factor)
check_times(5, int(instances("times").integers(1, 16)) * 2 + 1)
### END HIDDEN TESTS
