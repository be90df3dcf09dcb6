# %% [markdown]
# # Exercise: Grover search and amplitude amplification
#
# Ten tasks, from a count of iterations to a search that never fails. Plan about two and a half hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions, as in the lesson: $N$ is the number of items, $M$ the number of solutions among them, and $\theta$ with $0 \le \theta \le \pi/2$ is the angle for which $\sin^2\theta = M/N$. Qubit 0 is the rightmost bit of a ket and of a key, angles are in radians, and all qubits begin in $|0\rangle$. Qubits that are neither input nor output are *ancillas*; they are to be $|0\rangle$ again at the end, on every input, unless the task says otherwise. A global phase does not count unless the task says so.
#
# Some tasks hand you **sealed gates**: gates that you can append to a circuit, invert (`gate.inverse()`) and control (`gate.control()`), and cannot look into. A use of the inverse or of a controlled version counts as a use of the gate.
#
# You may use NumPy, SciPy, Qiskit and the Python standard library, import more of them, and define functions of your own in the answer cells. Where a task limits two-qubit gates, a gate on three or more qubits counts as the two-qubit gates that it is made of: six for `ccx`, 14 for an `mcx` with three controls.

# %% given="imports"
import math
from functools import partial
from itertools import product

import numpy as np
from qiskit import QuantumCircuit
from qiskit.quantum_info import random_unitary
from scipy.optimize import minimize_scalar
from scipy.special import xlogy

from grader.checks import (
    assert_budget,
    assert_close,
    assert_distribution,
    assert_implements,
    assert_marks,
    assert_same_state,
    assert_same_unitary,
    filled_in,
    instances,
    opaque_oracle,
)

# Gates with which the library makes any state or any matrix for you. One task forbids them.
READY_MADE = ["initialize", "state_preparation", "unitary", "diagonal", "isometry"]

# %% [markdown] task="plan"
# ## 1. When to stop
#
# A search begins in the equal superposition of $N$ items, of which $M$ are solutions. Each Grover iteration turns the state on. Write `plan(items, solutions)`.
#
# **Input:** the integers $N \ge 2$ and $M$ with $1 \le M < N$ and $M \ne N/2$. $N$ need not be a power of 2.
#
# **Output:** a list `[k, p]`: the *smallest* number $k \ge 0$ of iterations after which one more iteration would lower the probability of finding a solution, and this probability $p$ after $k$ iterations.
#
# **Compared:** $k$ exactly, $p$ up to $10^{-6}$.
#
# *Examples:* $N = 4$, $M = 1$ gives `[1, 1.0]`. $N = 4$, $M = 3$ gives `[0, 0.75]`: the best is to measure at once.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Which angle lies between the state and the axis of the non-solutions at the beginning, and by how much does it grow with each iteration?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# After $k$ iterations the probability is $\sin^2((2k+1)\theta)$. You can simply go on while the next value is larger.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `theta = np.arcsin(np.sqrt(solutions / items))`; begin with `k = 0`, and as long as `np.sin((2*k + 3) * theta)**2 > np.sin((2*k + 1) * theta)**2`, add 1.
#
# </details>


# %% answer="plan"
def plan(items, solutions):
    ### BEGIN SOLUTION
    theta = np.arcsin(np.sqrt(solutions / items))

    def chance(k):
        return np.sin((2 * k + 1) * theta) ** 2

    k = 0
    while chance(k + 1) > chance(k):
        k += 1
    return [k, chance(k)]
    ### END SOLUTION


# %% check="plan" points=2
assert_implements(
    plan,
    [
        ((4, 1), [1, 1.0]),
        ((4, 3), [0, 0.75]),
        ((8, 1), [2, 0.9453125]),
        ((16, 3), [1, 0.9492188]),
        ((1000, 1), [24, 0.9995581]),
    ],
)
### BEGIN HIDDEN TESTS


def summit(items, solutions):
    """Round to the nearest number of steps; then turn the arrow step by step."""
    turn = 2 * math.asin(math.sqrt(solutions / items))
    steps = round(math.pi / (2 * turn) - 0.5)
    other, found = math.sqrt(1 - solutions / items), math.sqrt(solutions / items)
    for _ in range(steps):
        other, found = (
            math.cos(turn) * other - math.sin(turn) * found,
            math.sin(turn) * other + math.cos(turn) * found,
        )
    return [steps, found**2]


generator = instances("plan")
cases = [(3, 1), (3, 2), (5, 2), (7, 4), (100, 7), (32, 1), (12, 5), (5000, 1)]
for _ in range(8):
    items = int(generator.integers(9, 600))
    solutions = int(generator.integers(1, max(2, items // int(generator.integers(2, 40)))))
    cases.append((items, solutions))
cases = [case for case in cases if 2 * case[1] != case[0]]
assert_implements(plan, [(case, summit(*case)) for case in cases])
### END HIDDEN TESTS

# %% [markdown] task="about_mean"
# ## 2. Mirrored at the mean, with the right sign
#
# The second half of a Grover iteration replaces each amplitude $a_x$ by $2m - a_x$, where $m$ is the mean of all $2^n$ amplitudes. With $|s\rangle$, the equal superposition of all basis states, this is the matrix $2|s\rangle\langle s| - I$. Write `about_mean(n)`.
#
# **Input:** an integer $n$ with $1 \le n \le 6$.
#
# **Output:** a `QuantumCircuit` without measurements whose qubits $0, \ldots, n-1$ are the register. It may have up to $n - 2$ ancillas after them (none for $n = 1$).
#
# **Compared:** the matrix on the register, **with its global phase**: $-1$ times the matrix is wrong. The usual circuit has this sign wrong. In a search nobody sees it; as soon as somebody controls the gate, as the next module does, it matters. The ancillas must be clean on every input.
#
# **Limit:** at most $12n - 23$ two-qubit gates, and none for $n = 1$.
#
# *Example:* for $n = 1$ the matrix is X.
#
# <details><summary>Hint 1: a nudge</summary>
#
# $2|s\rangle\langle s| - I = H^{\otimes n}\,(2|0\ldots0\rangle\langle0\ldots0| - I)\,H^{\otimes n}$. In the middle, which basis states get the factor $-1$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# A multiply controlled Z between two layers of X gives $-1$ to $|0\ldots0\rangle$ alone, which is the negative of what is asked for. So the circuit needs another factor $-1$: `global_phase`, or four gates on one qubit whose product is $-I$. For the limit, collect the AND of the controls in ancillas, one `ccx` after the other, and undo them.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For $n \ge 3$: `ccx(0, 1, n)`, then `ccx(k, n + k - 2, n + k - 1)` for `k` from 2 to `n - 2`. Now the last ancilla holds the AND of the qubits 0 to $n-2$: `cz` of it with qubit $n - 1$. Then all `ccx` backwards. With `circuit.global_phase = np.pi` the sign is right.
#
# </details>


# %% answer="about_mean"
def about_mean(n):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(n + max(0, n - 2), global_phase=np.pi)
    register = list(range(n))
    circuit.h(register)
    circuit.x(register)
    if n == 1:
        circuit.z(0)
    elif n == 2:
        circuit.cz(0, 1)
    else:
        ladder = [(0, 1, n)] + [(k, n + k - 2, n + k - 1) for k in range(2, n - 1)]
        for step in ladder:
            circuit.ccx(*step)
        circuit.cz(ladder[-1][2], n - 1)
        for step in reversed(ladder):
            circuit.ccx(*step)
    circuit.x(register)
    circuit.h(register)
    return circuit
    ### END SOLUTION


# %% check="about_mean" points=3
def check_mirror(n):
    """Compare with the matrix, global phase included."""
    circuit = about_mean(n)
    assert_budget(
        circuit,
        ancillas=max(0, n - 2),
        data_qubits=n,
        two_qubit_gates=max(0, 12 * n - 23),
    )
    mirror = 2 * np.full((2**n, 2**n), 0.5**n) - np.eye(2**n)
    ancillas = range(n, n + max(0, n - 2))
    assert_same_unitary(circuit, mirror, strict_phase=True, circuit_only=True, ancillas=ancillas)


for size in (1, 2, 3):
    check_mirror(size)
### BEGIN HIDDEN TESTS
for size in (4, 5, 6):
    check_mirror(size)
### END HIDDEN TESTS

# %% [markdown] task="satisfied"
# ## 3. An oracle from clauses
#
# A formula has $n$ variables and is an AND of clauses. A *clause* is an OR of literals, and a *literal* is a variable or its negation. As usual in this field, a clause is written as a list of integers: $3$ stands for the variable number 3, $-3$ for its negation, and numbering begins with 1. So `[[1, -3], [2]]` is $(v_1 \lor \lnot v_3) \land v_2$. Write `satisfied(n, clauses)`.
#
# **Input:** the number $n$ of variables; a list of one to four clauses, each a list of one to three integers. No variable occurs twice in a clause. The program will be used for formulas that nobody has solved, so build the circuit from the clauses; a table of all $2^n$ assignments is not allowed.
#
# **Output:** a `QuantumCircuit` without measurements. **Variable number $j$ is qubit $j - 1$**, and $|1\rangle$ means true. The circuit multiplies each assignment that satisfies *all* clauses by $-1$ and leaves the others as they are. It may have ancillas after the register: at most one more than there are clauses.
#
# **Compared:** what becomes of every assignment, without a common phase. The ancillas must be clean.
#
# **Limit:** at most 40 two-qubit gates for each clause.
#
# <details><summary>Hint 1: a nudge</summary>
#
# An OR is false in one case only: all its literals are false. So a clause is easier to recognise when it is *violated*.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# One ancilla for each clause. X on the qubits of the positive literals, a multiply controlled X on the ancilla, X again: now the ancilla is 1 if the clause is violated. All clauses hold if all ancillas are 0.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# X on each ancilla turns "violated" into "satisfied". A Z on the last ancilla, controlled by the others, gives the phase. Then everything before it backwards: put the first part into a circuit of its own and compose it, the controlled Z, and its `inverse()`. With a single clause the controlled Z is a plain Z.
#
# </details>


# %% answer="satisfied"
def satisfied(n, clauses):
    ### BEGIN SOLUTION
    m = len(clauses)
    holds = QuantumCircuit(n + m)
    for k, clause in enumerate(clauses):
        positive = [literal - 1 for literal in clause if literal > 0]
        holds.x([*positive, n + k])
        holds.mcx([abs(literal) - 1 for literal in clause], n + k)
        if positive:
            holds.x(positive)
    circuit = holds.copy()
    if m == 1:
        circuit.z(n)
    else:
        circuit.h(n + m - 1)
        circuit.mcx(list(range(n, n + m - 1)), n + m - 1)
        circuit.h(n + m - 1)
    circuit.compose(holds.inverse(), inplace=True)
    return circuit
    ### END SOLUTION


# %% check="satisfied" points=3
def check_formula(n, clauses):
    """Ask for each assignment whether every clause has a true literal."""
    circuit = satisfied(n, [list(clause) for clause in clauses])
    assert_budget(
        circuit,
        ancillas=len(clauses) + 1,
        data_qubits=n,
        two_qubit_gates=40 * len(clauses),
    )

    def holds(bits):
        true = [bit == "1" for bit in reversed(bits)]
        return all(any(true[abs(v) - 1] == (v > 0) for v in clause) for clause in clauses)

    assert_marks(circuit, holds, qubits=n, ancillas=None)


check_formula(2, [[1, 2]])
check_formula(3, [[1, -3], [2]])
check_formula(3, [[1, 2, 3], [-1, -2], [-3, 2]])
check_formula(4, [[-4], [1, -2, 3]])
### BEGIN HIDDEN TESTS
check_formula(1, [[-1]])
check_formula(2, [[1], [-1]])
check_formula(3, [[-1, 2, -3], [1, -2], [3], [2, 3]])
check_formula(8, [[1, -5, 8], [-2, 6, 7]])
check_formula(7, [[-7, -1, -4], [2, -3, 5]])
check_formula(5, [[1, 2, -3], [-5, 4, 3], [-1, -4, 5], [2, -4, -5]])
generator = instances("satisfied")
for n, m in [(3, 2), (4, 3), (5, 3), (4, 4)]:
    formula = []
    for _ in range(m):
        chosen = 1 + generator.choice(n, size=int(generator.integers(1, 4)), replace=False)
        formula.append([int(v * generator.choice([-1, 1])) for v in chosen])
    check_formula(n, formula)
### END HIDDEN TESTS

# %% [markdown] task="amplified"
# ## 4. Any beginning
#
# Grover's search begins in the equal superposition. It need not. A sealed gate $A$ prepares from $|0\ldots0\rangle$ some state $|\psi\rangle = A|0\ldots0\rangle$, and a second sealed gate marks what is good: it multiplies the good basis states by $-1$ and leaves the others as they are. Write `amplified(preparation, marking, rounds)`.
#
# **Input:** `preparation`, the sealed gate $A$ on $n$ qubits (`preparation.num_qubits` is $n$), with complex amplitudes in general; `marking`, a sealed gate on the same $n$ qubits; and the number `rounds` of iterations, an integer $k \ge 0$.
#
# **Output:** a `QuantumCircuit` without measurements on the $n$ qubits, and at most two ancillas after them, which prepares from $|0\ldots0\rangle$ the state after $k$ rounds of amplitude amplification. If $|\psi\rangle = \cos\theta\,|\text{bad}\rangle + \sin\theta\,|\text{good}\rangle$, where $|\text{good}\rangle$ is the normalised part of $|\psi\rangle$ on the good basis states and $|\text{bad}\rangle$ that on the others, it is
#
# $$\cos((2k+1)\theta)\,|\text{bad}\rangle + \sin((2k+1)\theta)\,|\text{good}\rangle .$$
#
# **Compared:** the state, without its global phase.
#
# **Limits:** `preparation` (and its inverse) is used at most $2k + 1$ times, `marking` at most $k$ times.
#
# <details><summary>Hint 1: a nudge</summary>
#
# One round is two reflections. The first is `marking`. The second is the reflection about $|\psi\rangle$. How is the reflection about $|0\ldots0\rangle$ turned into it?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $2|\psi\rangle\langle\psi| - I = A\,(2|0\ldots0\rangle\langle0\ldots0| - I)\,A^\dagger$. In a circuit the gate on the right comes first.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Append `preparation`. Then $k$ times: `marking`; `preparation.inverse()`; X on all qubits, a Z on the last one controlled by the others, X on all qubits; `preparation`. A Z with many controls is H, `mcx`, H on the last qubit; for $n = 1$ it is a plain Z.
#
# </details>


# %% answer="amplified"
def amplified(preparation, marking, rounds):
    ### BEGIN SOLUTION
    n = preparation.num_qubits
    qubits = list(range(n))
    circuit = QuantumCircuit(n)
    circuit.append(preparation, qubits)
    for _ in range(rounds):
        circuit.append(marking, qubits)
        circuit.append(preparation.inverse(), qubits)
        circuit.x(qubits)
        if n == 1:
            circuit.z(0)
        else:
            circuit.h(n - 1)
            circuit.mcx(qubits[:-1], n - 1)
            circuit.h(n - 1)
        circuit.x(qubits)
        circuit.append(preparation, qubits)
    return circuit
    ### END SOLUTION


# %% check="amplified" points=3
def check_amplified(matrix, good, rounds):
    """Fill the sealed gates in and compare the state."""
    n = len(matrix).bit_length() - 1
    circuit = amplified(opaque_oracle("preparation", n), opaque_oracle("marking", n), rounds)
    assert_budget(
        circuit,
        ancillas=2,
        data_qubits=n,
        calls={"preparation": 2 * rounds + 1, "marking": rounds},
    )
    state = np.array(matrix)[:, 0].astype(complex)
    chosen = np.isin(np.arange(2**n), good)
    theta = np.arcsin(np.linalg.norm(state[chosen]))
    state[chosen] *= np.sin((2 * rounds + 1) * theta) / np.sin(theta)
    state[~chosen] *= np.cos((2 * rounds + 1) * theta) / np.cos(theta)
    signs = np.diag(np.where(chosen, -1.0, 1.0))
    circuit = filled_in(circuit, {"preparation": matrix, "marking": signs})
    assert_same_state(circuit, state, circuit_only=True, ancillas=[n, n + 1])


hadamard = np.array([[1, 1], [1, -1]]) / np.sqrt(2)
check_amplified(np.kron(hadamard, hadamard), [2], 1)
check_amplified(np.array([[0.8, -0.6], [0.6, 0.8]]), [1], 2)
check_amplified(random_unitary(8, seed=5).data, [3, 4], 0)
check_amplified(random_unitary(8, seed=6).data, [1, 6], 1)
### BEGIN HIDDEN TESTS
generator = instances("amplified")
for n, rounds in [(1, 1), (1, 3), (2, 1), (2, 2), (3, 1), (3, 3), (4, 2), (4, 0), (5, 1)]:
    unitary = random_unitary(2**n, seed=int(generator.integers(2**31))).data
    some = generator.choice(
        2**n, size=int(generator.integers(1, max(2, 2 ** (n - 1)))), replace=False
    )
    check_amplified(unitary, some, rounds)
### END HIDDEN TESTS

# %% [markdown] task="big_claim"
# ## 5. An advertisement (marked by a person)
#
# A firm writes:
#
# > *Our quantum computer searches your customer database. A conventional computer compares a billion records one by one; ours compares them all at the same time, and needs only 25 000 steps. Should the result ever be wrong, simply let the search run twice as long.*
#
# A billion is about $N = 2^{30}$, there is one solution, and $\frac\pi4\sqrt N \approx 25\,700$.
#
# Explain in 120 to 250 words
#
# 1. what one of the 25 000 "steps" has to do with the records, and why this takes the advantage away for a database that lies in ordinary memory;
#
# 2. why "all at the same time" does not describe where the advantage comes from, and what really happens if the search runs twice as long;
#
# 3. from which number of items $N$ on a Grover search would be faster at all for a problem *without* a stored list, if one call of the oracle takes 1 ms on an error-corrected quantum computer and 1 ns on an ordinary one. Count $\frac\pi4\sqrt N$ calls against $\frac N2$, and say what this number does not take into account (one thing suffices).

# %% [markdown] essay="big_claim" points=4
# ### BEGIN SOLUTION
# A step is a call of the oracle, on a superposition of all addresses. The oracle has to hold the records: a circuit that answers for each of the billion has about a billion parts that act in every step. Even to read the records in once takes a billion operations, and then an ordinary computer has already found the customer, or has sorted the list for the next time. Grover's search pays where the oracle *computes* its answer from a short description.
#
# After one call on all items at once a measurement still gives a random one. The gain comes from interference: each iteration turns the state by $2\theta$ towards the solution, and adds about $2/\sqrt N$ to its amplitude. At 25 700 iterations the angle is 90°. Twice as many bring it to 180°, back to the beginning as far as the solution is concerned: the probability is almost 0. Right is to check the result, which takes one call, and to start again if it is wrong.
#
# The quantum computer needs $\frac\pi4\sqrt N \cdot 10^{-3}$ s, the other one $\frac N2\cdot 10^{-9}$ s. They are equal at $\sqrt N = \frac\pi2\cdot10^6$, so $N \approx 2.5\cdot10^{12}$, after about 20 minutes. This compares with one ordinary processor. A thousand of them share the work and are a thousand times as fast, whereas a thousand quantum computers gain only a factor of about 32.
# ### END SOLUTION

# %% [markdown] rubric="big_claim"
# One point for each line, independent of the others; no half points for style, length or language.
#
# - **1 point, the records:** says that each step is a call of an oracle which must have access to all records in superposition, *and* that loading or holding them costs about $N$ operations (or a quantum memory that does not come for free), so that nothing is gained over going through the list.
#
# - **1 point, where the gain comes from:** says that evaluating all items at once is not enough, because a measurement then gives a random item, *and* names interference, the growth of the amplitude or the rotation, step by step, as the source.
#
# - **1 point, twice as long:** says that the rotation goes past the solution and that the probability of success falls to (nearly) 0 at twice the number. "It gets worse" without the reason earns no point.
#
# - **1 point, the break-even:** $N \approx 2.5\cdot10^{12}$ (accept $2$ to $3\cdot10^{12}$), *and* one thing that is left out: several ordinary processors at once (and the worse gain from several quantum computers), a cleverer classical algorithm that uses the structure of the problem, the overhead of error correction growing with the length of the run, unknown number of solutions or repetitions.
#
# A statement that contradicts one of these (for example, that the computer reads out all records in one step) takes the point of that line away.

# %% [markdown] task="patience"
# ## 6. Nobody told you how many
#
# The number of solutions is unknown, so the best number of iterations is, too. Boyer, Brassard, Høyer and Tapp let chance decide: draw a number of iterations, measure, check the result, and if it is no solution, begin again with a wider range. Write `patience(items, solutions, sizes)`, which says how well that works.
#
# **Input:** the integers $N \ge 2$ and $M$ with $0 \le M < N$; and `sizes`, a list of integers $s_1, s_2, \ldots, s_R$, at least one, each at least 1.
#
# The strategy: in run number $r$, draw $j$ from $0, 1, \ldots, s_r - 1$, all equally likely, prepare the equal superposition, do $j$ iterations, measure, and check the result. If it is a solution, stop. Otherwise go on to run $r + 1$, and after the last run give up. An iteration is one call of the oracle, and **so is the check** of a result.
#
# **Output:** a list `[p, calls]`: the probability that the strategy finds a solution before it gives up, and the expected number of calls of the oracle in all, given up or not.
#
# **Compared:** both numbers, up to $10^{-6}$.
#
# *Example:* $N = 4$, $M = 1$ and `[2]`: $j$ is 0 or 1, with success 1/4 or 1, so $p = 0.625$, and there are $\frac12\cdot1 + \frac12\cdot2 = 1.5$ calls.
#
# <details><summary>Hint 1: a nudge</summary>
#
# The runs are independent. First compute for a single run how likely it is to succeed and how many calls it costs on average. With which probability does run $r$ take place at all?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The chance of success of a run is the mean of $\sin^2((2j+1)\theta)$ over $j = 0, \ldots, s - 1$, and its cost $(s-1)/2 + 1$, whether it succeeds or not. Run $r$ takes place if all runs before it failed.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Keep two numbers: `reached = 1.0` and `calls = 0.0`. For each size: `calls += reached * (size + 1) / 2`, then `reached *= 1 - p_run`. At the end the probability of success is `1 - reached`.
#
# </details>


# %% answer="patience"
def patience(items, solutions, sizes):
    ### BEGIN SOLUTION
    theta = np.arcsin(np.sqrt(solutions / items))
    reached, calls = 1.0, 0.0
    for size in sizes:
        success = np.mean([np.sin((2 * j + 1) * theta) ** 2 for j in range(size)])
        calls += reached * (size + 1) / 2
        reached *= 1 - success
    return [1 - reached, calls]
    ### END SOLUTION


# %% check="patience" points=3
assert_implements(
    patience,
    [
        ((4, 1, [2]), [0.625, 1.5]),
        ((4, 1, [1, 2]), [0.71875, 2.125]),
        ((16, 0, [1, 2, 4]), [0.0, 5.0]),
        ((64, 3, [1, 2, 3, 4]), [0.7972569, 5.0660018]),
    ],
)
### BEGIN HIDDEN TESTS


def closed_form(items, solutions, sizes):
    """Use the closed form of Boyer and others for the chance of a single run."""
    theta = math.asin(math.sqrt(solutions / items))
    failed, calls = [1.0], 0.0
    for size in sizes:
        success = 0.5 - math.sin(4 * size * theta) / (4 * size * math.sin(2 * theta))
        calls += failed[-1] * ((size - 1) / 2 + 1)
        failed.append(failed[-1] * (1 - success))
    return [1 - failed[-1], calls]


generator = instances("patience")
cases = [
    (2, 1, [1, 1, 1]),
    (1000, 1, [1, 2, 3, 4, 6, 8, 11, 16, 22, 31]),
    (256, 40, [5, 3, 1]),
    (10, 9, [3, 2]),
    (12, 5, [7]),
]
for _ in range(6):
    items = int(generator.integers(3, 300))
    runs = int(generator.integers(1, 6))
    cases.append(
        (items, int(generator.integers(1, items)), generator.integers(1, 14, size=runs).tolist())
    )
assert_implements(patience, [(case, closed_form(*case)) for case in cases])
assert_implements(patience, [((2, 0, [3]), [0.0, 2.0]), ((50, 0, [1, 6, 6]), [0.0, 8.0])])
### END HIDDEN TESTS

# %% [markdown] task="most_likely"
# ## 7. How many are good?
#
# Amplitude amplification can also *measure*. Let $a = \sin^2\theta$ be the unknown probability of the good outcome. After $k$ rounds the good outcome comes with probability $\sin^2((2k+1)\theta)$. Somebody ran several such circuits and counted. Write `most_likely(runs)`.
#
# **Input:** a list of at least one tuple $(k, n, h)$ of integers: after $k \ge 0$ rounds, $h$ of $n$ shots were good, with $n \ge 1$ and $0 \le h \le n$. The same $k$ may occur more than once, and they need not be sorted. $k$ is at most 20.
#
# **Output:** the number $a$ between 0 and 1 for which the likelihood of all these counts together is largest,
#
# $$L(a) = \prod_{(k, n, h)} \big(\sin^2((2k+1)\theta)\big)^{h}\,\big(\cos^2((2k+1)\theta)\big)^{n-h}.$$
#
# **Compared:** $a$, up to $10^{-4}$. Every instance has one maximum that is clearly higher than the others.
#
# *Example:* for `[(0, 100, 30)]` it is 0.3.
#
# <details><summary>Hint 1: a nudge</summary>
#
# For large $k$ there are many local maxima. A method that begins somewhere and climbs will stop at one of them. How fine would a grid have to be?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Take the logarithm: a product of a few hundred small numbers is 0 for a computer. Then evaluate it for tens of thousands of values of $\theta$ from 0 to $\pi/2$ and take the largest.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# $0\cdot\log 0$ has to count as 0, for all shots may be good or none: `scipy.special.xlogy(h, p)` does that. With `np.linspace(0, np.pi / 2, 50_001)` the spacing is fine enough; return `np.sin(theta)**2` at `np.argmax` of the sum.
#
# </details>


# %% answer="most_likely"
def most_likely(runs):
    ### BEGIN SOLUTION
    theta = np.linspace(0, np.pi / 2, 50_001)
    total = np.zeros_like(theta)
    for k, shots, good in runs:
        chance = np.sin((2 * k + 1) * theta) ** 2
        total += xlogy(good, chance) + xlogy(shots - good, np.cos((2 * k + 1) * theta) ** 2)
    return np.sin(theta[np.argmax(total)]) ** 2
    ### END SOLUTION


# %% check="most_likely" points=3
estimate = partial(assert_close, tolerance=1e-4)
assert_implements(
    most_likely,
    [
        (([(0, 100, 30)],), 0.3),
        (([(0, 50, 0)],), 0.0),
        (([(0, 100, 20), (1, 100, 93)],), 0.1793408),
        (([(0, 100, 30), (2, 100, 20), (5, 100, 35)],), 0.2448529),
    ],
    compare=estimate,
)
### BEGIN HIDDEN TESTS


def climbed(runs):
    """Return the best value, and by how much the second-best summit is lower (in the logarithm)."""

    def minus_log(theta):
        angles = [((2 * k + 1) * theta, n, h) for k, n, h in runs]
        return -sum(xlogy(h, np.sin(x) ** 2) + xlogy(n - h, np.cos(x) ** 2) for x, n, h in angles)

    grid = np.linspace(0, np.pi / 2, 1201)
    with np.errstate(invalid="ignore"):
        heights = np.nan_to_num(minus_log(grid), nan=1e9, posinf=1e9)
    summits = []
    for i in range(len(grid)):
        low, high = max(i - 1, 0), min(i + 1, len(grid) - 1)
        if heights[i] <= min(heights[low], heights[high]):
            found = minimize_scalar(
                minus_log, bounds=(grid[low], grid[high]), method="bounded", options={"xatol": 1e-9}
            )
            summits.append((float(found.fun), math.sin(found.x) ** 2))
    summits.sort()
    others = [height for height, place in summits if abs(place - summits[0][1]) > 1e-3]
    return summits[0][1], (others[0] - summits[0][0] if others else 9.0)


generator = instances("most_likely")
cases = [
    [(0, 40, 40)],
    [(0, 7, 7), (1, 9, 9)],
    [(3, 400, 12), (0, 60, 3)],
    [(0, 100, 61), (1, 100, 20), (2, 100, 92), (4, 100, 98), (8, 100, 38)],
    [(0, 200, 2), (4, 200, 110), (12, 200, 70)],
    [(0, 30, 10), (0, 70, 20), (1, 50, 49)],
    [(3, 2000, 1540), (0, 3000, 950), (1, 2500, 2360)],
]
assert_implements(most_likely, [((runs,), climbed(runs)[0]) for runs in cases], compare=estimate)
tried = 0
while tried < 5:
    angle = generator.uniform(0.02, np.pi / 2 - 0.02)
    rounds = [0, *generator.integers(0, 21, size=int(generator.integers(1, 5))).tolist()]
    runs = []
    for k in generator.permutation(rounds).tolist():
        n = int(generator.integers(60, 300))
        runs.append((k, n, int(generator.binomial(n, np.sin((2 * k + 1) * angle) ** 2))))
    best, margin = climbed(runs)
    if margin > 2:
        assert_implements(most_likely, [((runs,), best)], compare=estimate)
        tried += 1
### END HIDDEN TESTS

# %% [markdown] task="colours"
# ## 8. Three colours
#
# The vertices of a graph are to be coloured with three colours so that no edge joins two vertices of the same colour. Each vertex has two qubits, and its colour is $|00\rangle$, $|01\rangle$ or $|10\rangle$; the string $11$ is no colour. A search over all $4^v$ strings would have to recognise and avoid the invalid ones. It is better never to let them in: begin with the equal superposition of the $3^v$ *colourings* and amplify from there. Write `colours(vertices, edges, rounds)`.
#
# **Input:** the number $v$ of vertices, at least 2; a list of edges, at least one, each a pair $(i, j)$ of different vertices, numbered from 0, no edge twice; the number $k \ge 0$ of rounds. It is always true that $2v + (\text{number of edges}) \le 10$.
#
# **Output:** a `QuantumCircuit` with $2v$ classical bits and at most 10 qubits. Vertex $i$ has the qubits $2i$ and $2i + 1$, and **qubit number $q$ is measured into classical bit $q$**. The circuit prepares the equal superposition of all colourings, makes $k$ rounds of amplitude amplification for "no edge joins equal colours", and measures.
#
# **Compared:** the exact probabilities of all outcomes, up to $10^{-6}$.
#
# **Not allowed:** the gates in the list `READY_MADE` above, and a search for the solutions in Python. The circuit is to be built from the edges; for a graph with a hundred vertices nothing else is possible.
#
# *Example:* two vertices, one edge, no round: each of the nine colourings with probability 1/9. With one round, the six good ones share $\sin^2 3\theta = 2/27$, where $\sin^2\theta = 6/9$: the state has been turned too far.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Three parts: a circuit $A$ for one vertex, repeated; an oracle that gives $-1$ to the good colourings; and the reflection about $A|0\ldots0\rangle$, which is made from $A$, $A^\dagger$ and a reflection about $|0\ldots0\rangle$.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# For a vertex: RY with $\theta = 2\arcsin\sqrt{1/3}$ on one qubit, then H on the other one if the first is 0. For an edge: two CX write the difference of the two colours into the qubits of the second vertex; if it is 00, the colours are equal, and an ancilla notes it. Undo the CX before the next edge.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Oracle: note each edge in an ancilla of its own (1 if equal); X on all ancillas, a Z controlled by all of them, X on all; then the notes backwards. One round: oracle; $A^\dagger$; X on the $2v$ qubits, a Z controlled by all of them, X on them; $A$. With one edge, the controlled Z of the ancillas is a plain Z.
#
# </details>


# %% answer="colours"
def colours(vertices, edges, rounds):
    ### BEGIN SOLUTION
    size, m = 2 * vertices, len(edges)
    register, notes = list(range(size)), list(range(size, size + m))

    def flip_all_zero(circuit, qubits):
        circuit.x(qubits)
        if len(qubits) == 1:
            circuit.z(qubits)
        else:
            circuit.h(qubits[-1])
            circuit.mcx(qubits[:-1], qubits[-1])
            circuit.h(qubits[-1])
        circuit.x(qubits)

    start = QuantumCircuit(size)
    for i in range(vertices):
        start.ry(2 * np.arcsin(np.sqrt(1 / 3)), 2 * i + 1)
        start.ch(2 * i + 1, 2 * i, ctrl_state=0)

    equal = QuantumCircuit(size + m)
    for note, (i, j) in zip(notes, edges, strict=True):
        equal.cx([2 * i, 2 * i + 1], [2 * j, 2 * j + 1])
        equal.x([2 * j, 2 * j + 1])
        equal.ccx(2 * j, 2 * j + 1, note)
        equal.x([2 * j, 2 * j + 1])
        equal.cx([2 * i, 2 * i + 1], [2 * j, 2 * j + 1])

    circuit = QuantumCircuit(size + m, size)
    circuit.compose(start, register, inplace=True)
    for _ in range(rounds):
        circuit.compose(equal, inplace=True)
        flip_all_zero(circuit, notes)
        circuit.compose(equal.inverse(), inplace=True)
        circuit.compose(start.inverse(), register, inplace=True)
        flip_all_zero(circuit, register)
        circuit.compose(start, register, inplace=True)
    circuit.measure(register, register)
    return circuit
    ### END SOLUTION


# %% check="colours" points=4
def check_colours(vertices, edges, rounds):
    """Compare with the rotation by 2 theta, from the number of good colourings."""
    circuit = colours(vertices, list(edges), rounds)
    assert_budget(circuit, qubits=10, forbidden_gates=READY_MADE)
    good, bad = [], []
    for choice in product(["00", "01", "10"], repeat=vertices):
        proper = all(choice[i] != choice[j] for i, j in edges)
        (good if proper else bad).append("".join(reversed(choice)))
    theta = math.asin(math.sqrt(len(good) / 3**vertices))
    chance = math.sin((2 * rounds + 1) * theta) ** 2
    expected = dict.fromkeys(good, chance / len(good))
    expected |= dict.fromkeys(bad, (1 - chance) / len(bad))
    assert_distribution(circuit, expected, circuit_only=True)


check_colours(2, [(0, 1)], 0)
check_colours(2, [(0, 1)], 1)
check_colours(3, [(0, 1), (0, 2), (1, 2)], 1)
check_colours(3, [(0, 2), (1, 2)], 1)
### BEGIN HIDDEN TESTS
check_colours(3, [(2, 1), (1, 0), (0, 2)], 2)
check_colours(3, [(2, 0)], 1)
check_colours(3, [(0, 1), (2, 1), (0, 2)], 3)
check_colours(4, [(0, 3), (2, 1)], 1)
check_colours(4, [(3, 1), (1, 0)], 0)
generator = instances("colours")
pairs = np.array([(0, 1), (2, 0), (1, 2)])
for rounds in (1, 2):
    chosen = pairs[generator.permutation(3)[: int(generator.integers(2, 4))]]
    check_colours(3, [(int(i), int(j)) for i, j in chosen], rounds)
### END HIDDEN TESTS

# %% [markdown] task="all_hold"
# ## 9. Many conditions, few ancillas
#
# In task 3 each clause had an ancilla of its own. With a thousand conditions this is expensive. Here the conditions come as sealed gates, and you have only about $\log_2$ as many ancillas; in exchange you may use each gate more often. Write `all_hold(n, conditions)`.
#
# **Input:** the number $n$ of qubits of the register; and a list of $m \ge 1$ tuples `(gate, places)`. `gate` is a sealed gate and `places` a list of the register's qubits which it looks at. It acts on one qubit more than `places` has: on these qubits, in this order, and then the target. It computes one condition: $|x\rangle|t\rangle \mapsto |x\rangle|t \oplus c(x)\rangle$, so it flips the target if the condition holds.
#
# **Output:** a `QuantumCircuit` without measurements. The qubits $0, \ldots, n-1$ are the register. It multiplies $|x\rangle$ by $-1$ if *all* $m$ conditions hold for $x$, and leaves the other basis states as they are.
#
# **Compared:** what becomes of every basis state of the register, without a common phase. The ancillas must be clean.
#
# **Limits:** each of the sealed gates is used at most four times. There are at most $1 + \lceil\log_2(m + 1)\rceil$ ancillas after the register, which is 2 for $m = 1$, 3 for $m = 3$ and 4 for $m = 7$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# All conditions hold if the *number* of conditions that hold is $m$. How many bits has a counter that can count to $m$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# One ancilla receives the value of a condition. If it is 1, the counter goes up by one. Then the same gate once more makes the ancilla clean, and it is free for the next condition. That is two uses of each gate. Undoing it all afterwards takes two more.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# To add 1 to a counter under the control of the ancilla: from the highest bit down to the lowest, flip the bit if the ancilla and *all lower bits* are 1 (an `mcx`, and a `cx` for the lowest). Then X on those counter bits that are 0 in the number $m$, a Z controlled by all counter bits, and X again. Then the inverse of the counting.
#
# </details>


# %% answer="all_hold"
def all_hold(n, conditions):
    ### BEGIN SOLUTION
    m = len(conditions)
    value = n
    counter = list(range(n + 1, n + 1 + m.bit_length()))
    counting = QuantumCircuit(n + 1 + len(counter))
    for gate, places in conditions:
        counting.append(gate, [*places, value])
        for j in reversed(range(len(counter))):
            counting.mcx([value, *counter[:j]], counter[j])
        counting.append(gate, [*places, value])

    zeros = [qubit for j, qubit in enumerate(counter) if not m >> j & 1]
    circuit = counting.copy()
    if zeros:
        circuit.x(zeros)
    if len(counter) == 1:
        circuit.z(counter)
    else:
        circuit.h(counter[-1])
        circuit.mcx(counter[:-1], counter[-1])
        circuit.h(counter[-1])
    if zeros:
        circuit.x(zeros)
    circuit.compose(counting.inverse(), inplace=True)
    return circuit
    ### END SOLUTION


# %% check="all_hold" points=4
def condition(places, true):
    """Make the gate that flips its last qubit for the values in `true`."""
    circuit = QuantumCircuit(places + 1)
    for value in true:
        circuit.mcx(list(range(places)), places, ctrl_state=int(value))
    return circuit


def check_conditions(n, described):
    """Describe a condition by its places and the values for which it holds; bit k belongs to the k-th place."""
    names = [f"condition_{k}" for k in range(len(described))]
    contents = {
        name: condition(len(places), true)
        for name, (places, true) in zip(names, described, strict=True)
    }
    sealed = [
        (opaque_oracle(name, len(places) + 1), list(places))
        for name, (places, _) in zip(names, described, strict=True)
    ]
    circuit = all_hold(n, sealed)
    assert_budget(
        circuit,
        ancillas=1 + len(described).bit_length(),
        data_qubits=n,
        calls=dict.fromkeys(names, 4),
    )

    def holds(bits):
        bit = [int(one) for one in reversed(bits)]
        return all(
            sum(bit[place] << k for k, place in enumerate(places)) in true
            for places, true in described
        )

    assert_marks(filled_in(circuit, contents), holds, qubits=n, ancillas=None)


either, differ, both = [1, 2, 3], [1, 2], [3]
check_conditions(2, [([1], [1])])
check_conditions(3, [([0, 1], either), ([2], [0])])
check_conditions(3, [([0, 2], differ), ([1, 2], either), ([2, 0], [0, 1, 2])])
check_conditions(4, [([0], [1]), ([1, 3], either), ([2, 3], differ), ([0, 2], either), ([3], [0])])
### BEGIN HIDDEN TESTS
check_conditions(1, [([0], [0]), ([0], [1])])
check_conditions(3, [([1, 2], [0, 1, 3]), ([2, 0], [2, 3, 0])])
ladder = [([0, 1], either), ([1, 2], either), ([2, 3], either), ([0, 3], differ)]
check_conditions(4, [*ladder, ([2, 1, 0], [1, 2, 5, 3, 6])])
check_conditions(4, [*ladder, ([0, 2], differ), ([1, 2], either), ([3, 1], [0, 1, 3])])
generator = instances("all_hold")
for n, m in [(3, 4), (4, 6), (5, 5)]:
    solution = generator.integers(0, 2, n)
    described = []
    for _ in range(m):
        places = generator.choice(n, size=2, replace=False).tolist()
        kept = sum(int(solution[place]) << k for k, place in enumerate(places))
        dropped = int(generator.choice([value for value in range(4) if value != kept]))
        described.append((places, [value for value in range(4) if value != dropped]))
    check_conditions(n, described)
### END HIDDEN TESTS

# %% [markdown] task="certain"
# ## 10. With certainty
#
# Grover's search for one item among eight succeeds after two iterations with probability 0.945: after two the state is not yet there, after three it has gone past. If the number of solutions is known, a search can be built that *never* fails, and needs no more calls than the usual one, rounded up. Write `certain(oracle, n, solutions)`.
#
# **Input:** a sealed gate `oracle` on $n + 1$ qubits that marks on a target: $|x\rangle|t\rangle \mapsto |x\rangle|t \oplus f(x)\rangle$, with $x$ on the first $n$ qubits and the target last; the number $n \ge 1$; and the number $M$ of solutions, $1 \le M \le 2^n$.
#
# **Output:** a `QuantumCircuit` with $n$ classical bits and at most $n + 3$ qubits. Its outcome (bit $q$ belongs to the bit $q$ of $x$) is a solution with certainty, each of the $M$ solutions with the same probability. What becomes of the other qubits does not matter.
#
# **Compared:** the exact probabilities, up to $10^{-6}$, with oracles that have exactly $M$ solutions.
#
# **Limit:** at most $K + 1$ uses of `oracle`, where $K$ is the smallest integer with $(2K + 1)\,\theta \ge \pi/2$ and $\sin^2\theta = M/2^n$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# With $K$ iterations the state turns too far. It would be just right if $\theta$ were a little *smaller*: $\theta' = \frac{\pi}{2(2K+1)}$. How can you make solutions rarer than they are?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Add a coin: one more qubit, and count an $x$ as good only if it is a solution *and* the coin says so. The good part of the new start state has the probability $\sin^2\theta\,\sin^2\alpha$, where $\alpha$ sets the bias of the coin. The rest is amplitude amplification with the start state "all $x$, and the coin".
#
# (Another way: $K - 1$ usual iterations, and then a last one in which the two reflections are replaced by phases other than $-1$. It needs one call more, which is allowed.)
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# The target qubit itself can be the coin: the oracle flips the sign of $|x\rangle|-\rangle$ for solutions $x$ and does nothing to $|x\rangle|+\rangle$. So let $A$ be H on the register, and `ry(2 * alpha)` and then H on the target, which makes $\cos\alpha\,|+\rangle + \sin\alpha\,|-\rangle$, with $\sin\alpha = \sin\theta'/\sin\theta$. Then $A$, and $K$ times: `oracle`, $A^\dagger$, the reflection about $|0\ldots0\rangle$ on all $n + 1$ qubits, $A$. Let $K$ be `math.ceil(np.pi / (4 * theta) - 0.5 - 1e-9)`, so that rounding does not add 1 where the division comes out even.
#
# </details>
#
# *Background:* that a known number of solutions allows certainty is due to Brassard, Høyer, Mosca and Tapp (2000), and, with changed phases, to others about the same time.


# %% answer="certain"
def certain(oracle, n, solutions):
    ### BEGIN SOLUTION
    theta = np.arcsin(np.sqrt(solutions / 2**n))
    rounds = math.ceil(np.pi / (4 * theta) - 0.5 - 1e-9)
    rarer = np.pi / (2 * (2 * rounds + 1))
    alpha = np.arcsin(min(1.0, np.sin(rarer) / np.sin(theta)))
    qubits = list(range(n + 1))

    start = QuantumCircuit(n + 1)
    start.h(qubits[:n])
    start.ry(2 * alpha, n)
    start.h(n)

    circuit = QuantumCircuit(n + 1, n)
    circuit.compose(start, inplace=True)
    for _ in range(rounds):
        circuit.append(oracle, qubits)
        circuit.compose(start.inverse(), inplace=True)
        circuit.x(qubits)
        circuit.h(n)
        circuit.mcx(qubits[:n], n)
        circuit.h(n)
        circuit.x(qubits)
        circuit.compose(start, inplace=True)
    circuit.measure(qubits[:n], qubits[:n])
    return circuit
    ### END SOLUTION


# %% check="certain" points=4
def check_certain(n, solutions):
    """Hide the solutions in the oracle."""
    theta = math.asin(math.sqrt(len(solutions) / 2**n))
    most = math.ceil(math.pi / (4 * theta) - 0.5 - 1e-9) + 1
    circuit = certain(opaque_oracle("oracle", n + 1), n, len(solutions))
    assert_budget(circuit, qubits=n + 3, calls={"oracle": most})
    hidden = QuantumCircuit(n + 1)
    for x in solutions:
        hidden.mcx(list(range(n)), n, ctrl_state=x)
    filled = filled_in(circuit, {"oracle": hidden})
    share = {f"{x:0{n}b}": 1 / len(solutions) for x in solutions}
    assert_distribution(filled, share, circuit_only=True)


check_certain(2, [2])
check_certain(3, [4])
check_certain(3, [1, 3])
check_certain(3, [1, 2, 6])
check_certain(1, [1])
### BEGIN HIDDEN TESTS
generator = instances("certain")
for n, several in [(2, 2), (2, 3), (2, 4), (1, 2), (3, 5), (4, 1), (4, 3), (4, 8), (5, 1), (5, 6)]:
    check_certain(n, sorted(generator.choice(2**n, size=several, replace=False).tolist()))
### END HIDDEN TESTS
