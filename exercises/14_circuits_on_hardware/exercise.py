# %% [markdown]
# # Exercise: From circuit to hardware
#
# Ten tasks, from bookkeeping that you have seen in the lesson to three for which you will want paper and pencil. Together they are what a compiler for quantum computers does, and what you should know about its results. Plan about two and a half hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions: qubit 0 is the rightmost bit of a ket and of a key of counts; angles are in radians; a global phase does not count. $R_Z(\theta) = e^{-i\theta Z/2}$ and $R_{ZZ}(\theta) = e^{-i\theta Z\otimes Z/2}$, as in Qiskit (`rz`, `rzz`).
#
# **Physical qubits.** Where a circuit is asked for, its qubit $k$ is the device's qubit $k$, from the first moment to the last. A circuit that comes out of Qiskit's transpiler may carry a *layout*, a note that says "I renamed the qubits". **The check does not read this note.** It looks at the gates as they stand. So whoever moves a qubit moves it by gates, and pays for them.
#
# You may use NumPy, NetworkX, Qiskit (its transpiler, too, where you find it useful) and the Python standard library, import more of them, and define functions of your own in the answer cells.

# %% given="imports"
import math
from itertools import pairwise, permutations

import networkx as nx
import numpy as np
from qiskit import QuantumCircuit

from grader.checks import (
    assert_between,
    assert_budget,
    assert_close,
    assert_implements,
    assert_same_density,
    assert_same_state,
    assert_same_unitary,
    instances,
)
from grader.checks.devices import device

# %% [markdown]
# The next cell takes the description of the superconducting chip that you know from the lesson, and forgets the layout of a circuit. You can use both in your own tests.


# %% given="physical"
CHIP = device("heron_like")


def as_it_stands(circuit):
    """The same gates on the same qubits, without the note of a transpiler about renamed qubits."""
    plain = QuantumCircuit(circuit.num_qubits, circuit.num_clbits)
    return plain.compose(circuit, range(circuit.num_qubits), range(circuit.num_clbits))


# %% [markdown] task="in_order"
# ## 1. Whose bit is it?
#
# A transpiler put your circuit on a device with more qubits than you need, and swapped some of them on the way. At the end *all* qubits of the device were measured: physical qubit $k$ into classical bit $k$. You have the counts, and a list that says where your qubits were at the end. Write `in_order(counts, place)`.
#
# **Input:** `counts`, a dictionary: key (a text of 0 and 1, bit 0 rightmost) to number of shots; all keys have the length of the device. `place`, a list: your qubit $v$ ended on the physical qubit `place[v]`. The entries are different, and there may be fewer of them than the device has qubits.
#
# **Output:** a dictionary of the counts of *your* qubits: in each key, bit $v$ (counted from the right) is the outcome of your qubit $v$. A key that never occurred is left out. Shots that differ in the other qubits only are counted together.
#
# **Compared:** the dictionary.
#
# *Example:* three physical qubits and `place = [2, 0]`. The counts `{"100": 7, "110": 2, "001": 5}` give `{"01": 9, "10": 5}`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Write down the key `"100"` of the example with the number of the physical qubit above each character. Which of your qubits was 1?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# In Python the physical qubit $k$ of a key is `key[-1 - k]`. The leftmost character of the new key belongs to your *last* qubit.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For each key build the new one, `"".join(key[-1 - k] for k in reversed(place))`, and add the number of shots to what the new dictionary already has for it.
#
# </details>


# %% answer="in_order"
def in_order(counts, place):
    ### BEGIN SOLUTION
    mine = {}
    for key, shots in counts.items():
        short = "".join(key[-1 - k] for k in reversed(place))
        mine[short] = mine.get(short, 0) + shots
    return mine
    ### END SOLUTION


# %% check="in_order" points=2
assert_implements(
    in_order,
    [
        (({"100": 7, "110": 2, "001": 5}, [2, 0]), {"01": 9, "10": 5}),
        (({"01": 3, "10": 4}, [1, 0]), {"10": 3, "01": 4}),
        (({"0011": 1, "0110": 2, "1100": 4}, [0, 1, 2, 3]), {"0011": 1, "0110": 2, "1100": 4}),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    in_order,
    [
        (({"001": 6, "010": 1, "111": 2}, [1, 2, 0]), {"100": 6, "001": 1, "111": 2}),
        (({"0001": 5, "1000": 3, "1010": 2}, [3]), {"0": 5, "1": 5}),
        (({"10000": 8, "00100": 1, "10100": 4}, [4, 0, 2]), {"001": 8, "100": 1, "101": 4}),
        (({}, [1, 0]), {}),
    ],
)
generator = instances("in_order")
for size, own in [(4, 3), (6, 4), (7, 7)]:
    place = [int(k) for k in generator.permutation(size)[:own]]
    shots = generator.integers(0, 2, (12, size))
    counts, wanted = {}, {}
    for number, bits in enumerate(shots.tolist(), start=1):  # bits[k] is physical qubit k
        key = "".join(map(str, bits[::-1]))
        short = "".join(str(bits[k]) for k in place)[::-1]
        counts[key] = counts.get(key, 0) + number
        wanted[short] = wanted.get(short, 0) + number
    assert_implements(in_order, [((counts, place), wanted)])
### END HIDDEN TESTS

# %% [markdown] task="rewritten"
# ## 2. In the chip's own words
#
# The chip of the lesson can do four gates: `rz` (any angle), `sx` (the square root of X, with $\mathrm{SX}^2 = X$), `x` and `cz`. Write `rewritten(steps, qubits)`, which says a program in these words.
#
# **Input:** `steps`, a list of gates in the order in which they act. Each is a tuple with the name first: `("h", q)`, `("t", q)`, `("ry", angle, q)`, `("cx", control, target)`, `("swap", a, b)`. `qubits`, how many qubits there are. All of them are coupled to each other.
#
# **Output:** a `QuantumCircuit` on that many qubits, without classical bits.
#
# **Compared:** the unitary, up to a global phase, on physical qubits (a swap must be done by gates). **Allowed gates:** `rz`, `sx`, `x`, `cz`. **Budget:** as many `cz` as the program has `cx`, plus three for each `swap`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Turn each gate on its own into native gates, and append them one after the other. Which gate between two $H$ on the target turns `cz` into `cx`?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Up to a global phase $H = R_Z(\pi/2)\,\mathrm{SX}\,R_Z(\pi/2)$, and T is a turn about z. For `ry`: the sequence `rz(λ)`, `sx`, `rz(θ + π)`, `sx`, `rz(φ + π)` is, up to a global phase, Qiskit's `u(θ, φ, λ)`. Which $\varphi$ and $\lambda$ make a turn about y?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `t` is `rz(π/4)`. `ry(θ)` is `sx`, `rz(θ + π)`, `sx`, `rz(π)`, in this order. `cx(c, t)` is H on t, `cz(c, t)`, H on t. `swap(a, b)` is `cx(a, b)`, `cx(b, a)`, `cx(a, b)`. Write a small function for H and one for `cx`.
#
# </details>


# %% answer="rewritten"
def rewritten(steps, qubits):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(qubits)

    def h(q):
        circuit.rz(np.pi / 2, q)
        circuit.sx(q)
        circuit.rz(np.pi / 2, q)

    def cx(control, target):
        h(target)
        circuit.cz(control, target)
        h(target)

    for name, *rest in steps:
        if name == "h":
            h(rest[0])
        elif name == "t":
            circuit.rz(np.pi / 4, rest[0])
        elif name == "ry":
            angle, q = rest
            circuit.sx(q)
            circuit.rz(angle + np.pi, q)
            circuit.sx(q)
            circuit.rz(np.pi, q)
        elif name == "cx":
            cx(*rest)
        else:
            a, b = rest
            cx(a, b)
            cx(b, a)
            cx(a, b)
    return circuit
    ### END SOLUTION


# %% check="rewritten" points=3
def check_rewritten(steps, qubits):
    """Compare with the program said in ordinary gates, and count."""
    wanted = QuantumCircuit(qubits)
    for name, *rest in steps:
        getattr(wanted, name)(*rest)
    pairs = sum({"cx": 1, "swap": 3}.get(name, 0) for name, *_ in steps)
    answer = rewritten(steps, qubits)
    assert_budget(
        answer, qubits=qubits, two_qubit_gates=pairs, allowed_gates=["rz", "sx", "x", "cz"]
    )
    assert_same_unitary(as_it_stands(answer), wanted)


check_rewritten([("h", 0)], 1)
check_rewritten([("ry", 0.7, 0)], 1)
check_rewritten([("cx", 0, 1)], 2)
check_rewritten([("h", 1), ("t", 1), ("cx", 1, 0), ("ry", -1.1, 0)], 2)
### BEGIN HIDDEN TESTS
check_rewritten([], 2)
check_rewritten([("t", 0), ("h", 0), ("t", 0)], 1)
check_rewritten([("swap", 0, 1)], 2)
check_rewritten([("h", 0), ("ry", 2.5, 1), ("swap", 1, 2), ("cx", 2, 0)], 3)
generator = instances("rewritten")
for qubits, length in [(2, 6), (3, 10), (3, 14)]:
    steps = []
    for name in generator.choice(["h", "t", "ry", "cx", "swap"], length).tolist():
        a, b = generator.permutation(qubits)[:2].tolist()
        if name in ("cx", "swap"):
            steps.append((name, a, b))
        elif name == "ry":
            steps.append((name, float(generator.uniform(-3, 3)), a))
        else:
            steps.append((name, a))
    check_rewritten(steps, qubits)
### END HIDDEN TESTS

# %% [markdown] task="run_time"
# ## 3. How long does it take?
#
# Write `run_time(circuit, duration)`.
#
# **Input:** a circuit that consists of gates, measurements and barriers. `duration`, a dictionary: the name of each kind of gate that occurs, and `"measure"`, to its duration in nanoseconds. Gates on two qubits occupy both of them for this time.
#
# Each gate and each measurement begins as soon as all of its qubits are free. Gates on different qubits may run at the same time. **A barrier takes no time. It makes its own qubits wait for each other:** what comes after it on any of them begins when all of them are free. Qubits that the barrier does not touch do not wait. `duration` has no entry for barriers.
#
# **Output:** a number: the time in nanoseconds from the beginning until the last qubit is free.
#
# **Compared:** the number, up to $10^{-6}$.
#
# *Example:* `h(0)`, `cx(0, 1)`, `h(2)` with 30 ns for `h` and 80 ns for `cx` takes 110 ns.
#
# In `for instruction in circuit.data:` you find the name in `instruction.operation.name`, and `[circuit.find_bit(q).index for q in instruction.qubits]` gives the numbers of the qubits.
#
# <details><summary>Hint 1: a nudge</summary>
#
# It is like the depth of a circuit, with steps of different length. What do you have to remember for each qubit while you go through the circuit?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# A list `free` of the times at which each qubit becomes free, all 0 at the beginning. When may an instruction on several qubits begin, and when are they free again?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For each instruction: `begin = max(free[q] for q in qubits)`, `end = begin + duration of its name` (0 for a barrier), and then `free[q] = end` for all of its qubits. At the end the answer is the largest entry, or 0 if there is none.
#
# </details>


# %% answer="run_time"
def run_time(circuit, duration):
    ### BEGIN SOLUTION
    free = [0.0] * circuit.num_qubits
    for instruction in circuit.data:
        qubits = [circuit.find_bit(q).index for q in instruction.qubits]
        name = instruction.operation.name
        end = max(free[q] for q in qubits) + (0 if name == "barrier" else duration[name])
        for q in qubits:
            free[q] = end
    return max(free, default=0.0)
    ### END SOLUTION


# %% check="run_time" points=2
simple = QuantumCircuit(3)
simple.h(0)
simple.cx(0, 1)
simple.h(2)
waiting = QuantumCircuit(3, 1)
waiting.x(0)
waiting.cx(1, 2)
waiting.barrier(0, 1)
waiting.x(0)
waiting.x(2)
waiting.measure(0, 0)
known = {"h": 30, "x": 25, "cx": 80, "measure": 1500}
assert_implements(
    run_time,
    [((simple, known), 110.0), ((waiting, known), 1605.0)],
)
### BEGIN HIDDEN TESTS
zigzag = QuantumCircuit(4, 2)
zigzag.h(0)
zigzag.cx(0, 1)
zigzag.cx(2, 3)
zigzag.cx(1, 2)
zigzag.measure(3, 0)
zigzag.h(1)
zigzag.measure(1, 1)
parallel = QuantumCircuit(4)
for pair in [(0, 1), (2, 3), (1, 2)]:
    parallel.cx(*pair)
outside = QuantumCircuit(3)
outside.cx(0, 1)
outside.barrier(1, 2)
outside.h(2)
outside.h(0)
outside.h(0)
outside.h(0)
outside.h(0)
empty = QuantumCircuit(2)
assert_implements(
    run_time,
    [
        ((zigzag, {"h": 10, "cx": 100.5, "measure": 300}), 521.0),
        ((zigzag, {"h": 10, "cx": 100, "measure": 1000}), 1220.0),
        ((parallel, {"cx": 84}), 168.0),
        ((outside, {"h": 30, "cx": 80}), 200.0),
        ((outside, {"h": 12, "cx": 80}), 128.0),
        ((empty, {}), 0.0),
        ((waiting, {"x": 500, "cx": 80, "measure": 20}), 1020.0),
    ],
)
generator = instances("run_time")
for size, length in [(3, 12), (5, 25)]:
    drawn, ends = QuantumCircuit(size), [0.0] * size
    times = {
        "rz": 0.0,
        "sx": float(generator.uniform(5, 50)),
        "cz": float(generator.uniform(20, 200)),
    }
    for name in generator.choice(["rz", "sx", "cz", "cz", "barrier"], length).tolist():
        wide = {"cz": 2, "barrier": int(generator.integers(1, size + 1))}.get(name, 1)
        where = generator.permutation(size)[:wide].tolist()
        if name == "rz":
            drawn.rz(0.3, where[0])
        else:
            getattr(drawn, name)(*where)
        late = max(ends[q] for q in where) + times.get(name, 0.0)
        for q in where:
            ends[q] = late
    assert_implements(run_time, [((drawn, times), max(ends))])
### END HIDDEN TESTS

# %% [markdown] task="chance"
# ## 4. Will it work?
#
# The roughest useful estimate: a run is good if *no* gate and *no* measurement goes wrong, and they go wrong independently of each other. Write `chance(circuit, errors)`.
#
# **Input:** a circuit of gates, measurements and barriers on physical qubits. `errors`, a dictionary: the name of a gate, or `"measure"`, to a dictionary of its places: a tuple of qubits to the probability of an error there. A gate on two qubits is as bad one way round as the other, and **its place has the smaller number first**. A name or a place that is not in the dictionary never goes wrong.
#
# **Output:** a number: the product of $1 - \text{error}$ over all gates and measurements of the circuit.
#
# **Compared:** the number, up to $10^{-9}$.
#
# *Example:* `cz(1, 0)`, `sx(0)`, `measure(0)` with `{"cz": {(0, 1): 0.01}, "measure": {(0,): 0.02}}` gives $0.99 \cdot 0.98 = 0.9702$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Begin with 1 and multiply. What is the place of an instruction, as a tuple?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# `tuple(sorted(...))` of the numbers of the qubits. A dictionary's `get` takes a second argument: what it returns if there is no such key.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For each instruction: `error = errors.get(name, {}).get(place, 0)`, and multiply the result by `1 - error`. A barrier is not in the dictionary, so it needs no special treatment.
#
# </details>


# %% answer="chance"
def chance(circuit, errors):
    ### BEGIN SOLUTION
    good = 1.0
    for instruction in circuit.data:
        place = tuple(sorted(circuit.find_bit(q).index for q in instruction.qubits))
        good *= 1 - errors.get(instruction.operation.name, {}).get(place, 0)
    return good
    ### END SOLUTION


# %% check="chance" points=2
small = QuantumCircuit(2, 1)
small.cz(1, 0)
small.sx(0)
small.measure(0, 0)
told = {"cz": {(0, 1): 0.01}, "measure": {(0,): 0.02, (1,): 0.5}}
three = QuantumCircuit(3, 3)
three.sx([0, 1, 2])
three.cz(0, 1)
three.cz(2, 1)
three.cz(1, 0)
three.measure(range(3), [2, 0, 1])
table = {
    "sx": {(0,): 0.001, (1,): 0.002},
    "cz": {(0, 1): 0.01, (1, 2): 0.03},
    "measure": {(0,): 0.1, (1,): 0.2, (2,): 0.3},
}
assert_implements(
    chance,
    [
        ((small, told), 0.99 * 0.98),
        ((three, table), 0.999 * 0.998 * 0.99**2 * 0.97 * 0.9 * 0.8 * 0.7),
    ],
    compare=lambda got, wanted: assert_close(got, wanted, tolerance=1e-9),
)
### BEGIN HIDDEN TESTS
heavy = {"cz": {place: CHIP.error("cz", *place) for place in CHIP.coupling_pairs()}}
heavy["sx"] = {(q,): CHIP.error("sx", q) for q in range(CHIP.qubits)}
heavy["measure"] = {(q,): CHIP.error("measure", q) for q in range(CHIP.qubits)}
generator = instances("chance")
for length in [10, 60]:
    drawn, good = QuantumCircuit(CHIP.qubits, 2), 1.0
    for _ in range(length):
        a, b = CHIP.coupling_pairs()[generator.integers(len(CHIP.coupling_pairs()))]
        drawn.sx(a)
        drawn.rz(0.1, b)
        drawn.cz(b, a)
        good *= (1 - CHIP.error("sx", a)) * (1 - CHIP.error("cz", a, b))
    drawn.barrier()
    drawn.measure([3, 17], [1, 0])
    good *= (1 - CHIP.error("measure", 3)) * (1 - CHIP.error("measure", 17))
    assert_implements(
        chance,
        [((drawn, heavy), good)],
        compare=lambda got, wanted: assert_close(got, wanted, tolerance=1e-9),
    )
assert_implements(
    chance,
    [
        ((QuantumCircuit(2), told), 1.0),
        ((three, {}), 1.0),
        ((three, {"cz": {(1, 2): 1.0}}), 0.0),
        ((three, {"cz": {(0, 1): 0.5}, "measure": {(1,): 0.5}}), 0.125),
    ],
    compare=lambda got, wanted: assert_close(got, wanted, tolerance=1e-9),
)
### END HIDDEN TESTS

# %% [markdown] task="best_line"
# ## 5. The best street in town
#
# A circuit needs $n$ qubits in a line: each does gates with the next one, and at the end all are measured. On a real chip some couplings are ten times worse than others. Write `best_line(edges, errors, readout, n)`.
#
# **Input:** `edges`, a list of pairs of coupled qubits, each pair once; `errors`, a list of the same length: the probability of an error of the two-qubit gate there (less than 1); `readout`, a list: for each qubit of the device, the probability that it is read out wrongly (less than 1); `n`, a positive integer. There is always a line of $n$ qubits.
#
# **Output:** a list of $n$ **different** qubits. Each is coupled to the next one.
#
# **Compared:** the product of $1 - \text{error}$ over the $n - 1$ couplings of the line, times the product of $1 - \text{readout}$ over its $n$ qubits. It must be the largest that is possible, up to $10^{-9}$. Which line you return if several are equally good, and from which end, does not matter.
#
# *Example:* `edges = [(0, 1), (1, 2), (2, 3)]` with the errors `[0.1, 0.01, 0.02]`, no readout errors and `n = 2`: the answer is `[1, 2]` or `[2, 1]`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# The devices of the check have at most 21 qubits, and most qubits have two or three neighbours. How many lines of $n$ qubits are there? You may simply try all of them, if you have a way to list them.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Begin with the lines of one qubit. A line of $k + 1$ qubits is a line of $k$ qubits and a neighbour of its last one that is not yet in it. Beware of taking the best step each time: a good coupling can lead into a bad street.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Make a dictionary from qubit to its neighbours with their errors. Keep a list of `(value, line)`, beginning with `(1 - readout[q], [q])` for each qubit. Extend all of them $n - 1$ times: `(value * (1 - error) * (1 - readout[next]), line + [next])`. Return the line of the largest value.
#
# </details>


# %% answer="best_line"
def best_line(edges, errors, readout, n):
    ### BEGIN SOLUTION
    neighbours = {q: [] for q in range(len(readout))}
    for (a, b), error in zip(edges, errors, strict=True):
        neighbours[a].append((b, error))
        neighbours[b].append((a, error))
    lines = [(1 - readout[q], [q]) for q in neighbours]
    for _ in range(n - 1):
        lines = [
            (value * (1 - error) * (1 - readout[other]), [*line, other])
            for value, line in lines
            for other, error in neighbours[line[-1]]
            if other not in line
        ]
    return max(lines)[1]
    ### END SOLUTION


# %% check="best_line" points=3
def check_line(edges, errors, readout, n):
    """Walk along the answer, and compare its value with that of the best line."""
    known = {}
    for (a, b), error in zip(edges, errors, strict=True):
        known[a, b] = known[b, a] = 1 - error
    answer = best_line(edges, errors, readout, n)
    assert_close(len(answer), n)
    assert_between(answer, lowest=0, highest=len(readout) - 1)
    line = [int(q) for q in answer]
    assert_close(line, answer)
    assert_close(len(set(line)), n)
    value = math.prod(1 - readout[q] for q in line)
    for step in pairwise(line):
        value *= known.get(step, 0.0)  # 0: there is no such coupling

    def best_from(done, so_far):
        if len(done) == n:
            return so_far
        return max(
            [
                best_from([*done, b], so_far * good * (1 - readout[b]))
                for (a, b), good in known.items()
                if a == done[-1] and b not in done
            ],
            default=0.0,
        )

    best = max(best_from([q], 1 - readout[q]) for q in range(len(readout)))
    assert_between(value, lowest=best - 1e-9)


check_line([(0, 1), (1, 2), (2, 3)], [0.1, 0.01, 0.02], [0, 0, 0, 0], 2)
check_line([(0, 1), (1, 2), (2, 3)], [0.1, 0.01, 0.02], [0.0, 0.2, 0.2, 0.0], 2)
check_line([(0, 1), (1, 2), (2, 3), (0, 3), (3, 4)], [0.02, 0.03, 0.01, 0.02, 0.3], [0.01] * 5, 3)
### BEGIN HIDDEN TESTS
pairs = [tuple(pair) for pair in CHIP.coupling_pairs()]
published = [CHIP.error("cz", *pair) for pair in pairs]
wrong_bits = [CHIP.error("measure", q) for q in range(CHIP.qubits)]
for length in [1, 3, 6, 9]:
    check_line(pairs, published, wrong_bits, length)
check_line([(2, 0), (2, 1)], [0.3, 0.2], [0.1, 0.1, 0.5], 3)
check_line([(0, 1)], [0.5], [0.1, 0.05], 1)
# the best coupling is at a dead end
check_line([(0, 1), (1, 2), (2, 3), (3, 4)], [0.001, 0.2, 0.01, 0.01], [0, 0, 0, 0, 0], 3)
# from either end, the best next step leads into a dead end
trap = [(0, 1), (1, 4), (1, 2), (2, 5), (2, 3)]
check_line(trap, [0.01, 0.001, 0.02, 0.001, 0.01], [0.01] * 6, 4)
# a branch
check_line([(0, 1), (1, 2), (1, 3), (3, 4)], [0.1, 0.01, 0.05, 0.02], [0.02] * 5, 4)
generator = instances("best_line")
for qubits, extra, length in [(7, 3, 4), (8, 4, 5)]:
    street = generator.permutation(qubits).tolist()
    links = {tuple(sorted(pair)) for pair in pairwise(street)}
    links |= {tuple(sorted(generator.permutation(qubits)[:2].tolist())) for _ in range(extra)}
    bad = generator.uniform(0.001, 0.1, len(links)).tolist()
    check_line(sorted(links), bad, generator.uniform(0.001, 0.1, qubits).tolist(), length)
### END HIDDEN TESTS

# %% [markdown] task="which_device"
# ## 6. Which device for which job
#
# A colleague has looked up two devices and says: "The ions have the smaller error. So I send both of my jobs to the ions."
#
# | | superconducting chip | trapped ions |
# | --- | --- | --- |
# | couplings | neighbours only; a line of 12 qubits can be found | every pair |
# | two-qubit gate | `cz`, error 0.36 % (median) | `rzz(θ)`, error 0.16 % |
# | two-qubit gates at the same time | on all disjoint pairs | on 4 pairs |
# | time of a two-qubit gate | 84 ns | 1 ms, with carrying the ions (an estimate) |
# | pause between two shots | 250 µs | small against the rest |
#
# **Job A:** a chain of 12 spins, each coupled to its neighbours; 10 time steps, in each step one `rzz(θ)` for each of the 11 neighbouring pairs; 4 million shots. On the chip an `rzz` costs two `cz`.
#
# **Job B:** a graph problem on 12 qubits; one `rzz(θ)` for *each* of the 66 pairs; 2000 shots. On the chip a swap network does it on a line, with three `cz` for each pair.
#
# Advise your colleague in 8 to 15 sentences. Give numbers, and show how you get them: for each job and each device, **how long** it takes, roughly, and **how likely** a shot is to be free of two-qubit errors; then decide for each job, with the reason. Finally name **one thing that this estimate leaves out** or takes for granted, and a run on the devices by which one could find out how much it matters.

# %% [markdown] essay="which_device" points=3
# ### BEGIN SOLUTION
# *Job A.* There are 110 `rzz`, on the chip 220 `cz`. Without error are $0.9984^{110} \approx 0.84$ of the shots on the ions and $0.9964^{220} \approx 0.45$ on the chip. But a shot on the ions takes at least $110/4 \approx 28$ gates one after the other, about 28 ms, and 4 million of them take $1.1\cdot10^5$ s, some 31 hours. On the chip the gates take a few microseconds ($10 \cdot 4 \cdot 84$ ns, and single-qubit gates), so that the pause of 250 µs decides: 4 million shots in about 17 minutes. Even if the weaker signal asks for $(0.84/0.45)^2 \approx 3.5$ times as many shots for the same precision, it is one hour against more than a day. So the chip, if a signal of 0.45 can be worked with (error mitigation, for example).
#
# *Job B.* The ions do 66 gates: $0.9984^{66} \approx 0.90$, in about 17 ms a shot, 34 s for all. The chip does 198 `cz` because each qubit has to be carried past each other one: $0.9964^{198} \approx 0.49$, in half a second. Half a minute is nothing, so take the ions: nearly twice as many good shots.
#
# *Left out:* the figures are medians or averages of one day, measured for one gate at a time. The line may contain a coupling that is ten times worse, and neighbouring gates disturb each other. One can run the circuit followed by its inverse on each device: without errors it gives back 000...0, and the share of it is an honest figure for just this circuit on just this day.
# ### END SOLUTION

# %% [markdown] rubric="which_device"
# One point for each of the three lines, independent of the others; no half points for style, length or language. Numbers may be off by 20 %, and times by a factor of 2 (single-qubit gates, measurement and the number of gates at the same time may be treated in different ways).
#
# - **1 point, job A:** compares the *times* of both devices (about a day or more against minutes up to an hour) **and** the shares of good shots (about 0.84 and 0.45), and decides for one of them with a reason that uses both. Chip is the expected decision; ions are accepted if the answer says that a day or more is the price, and why the better signal is worth it.
#
# - **1 point, job B:** counts the gates on both devices (66 and 198), gives the shares of good shots (about 0.90 and 0.49), and decides for the ions because of them.
#
# - **1 point, limits:** names one thing that is left out (spread between couplings, date of the figures, crosstalk, decoherence while waiting, readout and single-qubit errors, errors that do not destroy the result, that 1 ms is an estimate, queues and price) **and** a run that shows its effect (circuit and inverse, the same circuit on several lines, a known result such as GHZ, the same job on two days). "Devices are noisy" without such a run earns no point.
#
# A statement that contradicts one of these (for example that swaps cost nothing) takes the point of that line away.

# %% [markdown] task="detours"
# ## 7. How many swaps?
#
# A device can do two-qubit gates on coupled pairs only. A program consists of two-qubit gates that have to be done in the given order. Between them (and before the first) you may insert swaps, each on a coupled pair of *physical* qubits. Write `detours(edges, place, pairs)`.
#
# **Input:** `edges`, a list of coupled pairs of physical qubits; all qubits are connected by couplings, perhaps through others, and there are at most 6. `place`, a list: the program's qubit $v$ begins on physical qubit `place[v]`. There may be physical qubits that are empty; a swap with an empty one costs as much as any other. `pairs`, a list: the pairs of program qubits that meet, in this order.
#
# **Output:** an integer: the smallest number of swaps with which the program can be done. Where the qubits are at the end does not matter.
#
# **Compared:** the integer.
#
# *Example:* on the line 0-1-2-3, with qubit $v$ beginning on place $v$, the program `[(0, 3), (0, 2)]` needs 2 swaps: bring qubit 0 past 1 and qubit 3 past 2. Then 0 and 3 are neighbours, and 0 and 2 are not. But bring qubit 0 past 1 and past 2, and both gates can be done.
#
# <details><summary>Hint 1: a nudge</summary>
#
# It is like a puzzle with sliding pieces. What is a position in this game, and which moves are there? Apart from where the qubits are, what else do you need to know?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# A position is `(where each qubit is, how many gates are done)`. Gates cost nothing: whenever the next one can be done, do it at once (waiting never helps, as a gate moves nothing). A move is a swap. The smallest number of moves is found by breadth-first search: all positions that need 0 swaps, all that need 1 more, and so on.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Write `done(places, k)`, which increases `k` as long as the pair `pairs[k]` is coupled. Begin with the set `{(places, done(places, 0))}` and count rounds: if some position of the set has `k == len(pairs)`, return the round. Otherwise the next set consists of all positions after one swap, for each edge, which were not seen before. A swap of the physical qubits a and b turns each entry a of `places` into b and each b into a.
#
# </details>


# %% answer="detours"
def detours(edges, place, pairs):
    ### BEGIN SOLUTION
    coupled = {(a, b) for a, b in edges} | {(b, a) for a, b in edges}

    def done(places, k):
        while k < len(pairs) and (places[pairs[k][0]], places[pairs[k][1]]) in coupled:
            k += 1
        return k

    start = (tuple(place), done(place, 0))
    seen, current, swaps = {start}, {start}, 0
    while all(k < len(pairs) for _, k in current):
        following = set()
        for places, k in current:
            for a, b in edges:
                moved = tuple({a: b, b: a}.get(p, p) for p in places)
                following.add((moved, done(moved, k)))
        current = following - seen
        seen |= current
        swaps += 1
    return swaps
    ### END SOLUTION


# %% check="detours" points=3
line4 = [(0, 1), (1, 2), (2, 3)]
assert_implements(
    detours,
    [
        ((line4, [0, 1, 2, 3], [(0, 1), (2, 3)]), 0),
        ((line4, [0, 1, 2, 3], [(0, 2)]), 1),
        ((line4, [0, 1, 2, 3], [(0, 3), (0, 2)]), 2),
        ((line4, [3, 0], [(0, 1), (1, 0)]), 2),
    ],
)
### BEGIN HIDDEN TESTS
line5 = [(0, 1), (1, 2), (2, 3), (3, 4)]
ring = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0)]
star = [(0, 1), (0, 2), (0, 3), (0, 4)]
fork = [(1, 0), (1, 2), (2, 3), (2, 4)]
everyone4 = [(a, b) for a in range(4) for b in range(a)]
assert_implements(
    detours,
    [
        ((line5, [0, 1, 2, 3, 4], []), 0),
        ((line5, [0, 1, 2, 3, 4], [(0, 4)]), 3),
        ((line5, [2, 0, 4], [(1, 2), (0, 1), (0, 2)]), 4),
        ((line4, [0, 1, 2, 3], everyone4), 4),
        ((star, [0, 1, 2, 3, 4], [(1, 2), (3, 4), (1, 2)]), 3),
        ((star, [1, 2, 3, 4, 0], [(0, 1), (0, 2), (0, 3)]), 1),
        ((ring, [0, 1, 2, 3, 4, 5], [(0, 3), (1, 4), (2, 5)]), 3),
        ((ring, [0, 2], [(0, 1)]), 1),
        ((fork, [0, 3, 4], [(0, 1), (0, 2), (1, 2)]), 3),
    ],
)


def fewest(edges, place, pairs):
    """The same by shortest paths in the graph of all positions."""
    graph = nx.Graph(edges)
    size = graph.number_of_nodes()
    best = {tuple(place): 0}
    spots = list(permutations(range(size), len(place)))
    moves = nx.Graph()
    moves.add_nodes_from(spots)
    for spot in spots:
        for a, b in edges:
            moves.add_edge(spot, tuple({a: b, b: a}.get(p, p) for p in spot))
    for first, second in pairs:
        reach = {}
        for spot, cost in best.items():
            for end, more in nx.single_source_shortest_path_length(moves, spot).items():
                if graph.has_edge(end[first], end[second]):
                    reach[end] = min(reach.get(end, 99), cost + more)
        best = reach
    return min(best.values())


generator = instances("detours")
for edges, own in [(line4, 4), (line5, 3), (star, 3), (fork, 3)]:
    size = len(edges) + 1
    place = generator.permutation(size)[:own].tolist()
    pairs = [tuple(generator.permutation(own)[:2].tolist()) for _ in range(4)]
    assert_implements(detours, [((edges, place, pairs), fewest(edges, place, pairs))])
### END HIDDEN TESTS

# %% [markdown] task="spread"
# ## 8. Rumours on a tree
#
# The couplings of a device form a tree: all qubits are connected, and there is no ring. Write `spread(edges)`, which makes the GHZ state
#
# $$\frac{|00\ldots0\rangle + |11\ldots1\rangle}{\sqrt2}$$
#
# of *all* qubits of the device, as fast as a rumour can spread.
#
# **Input:** `edges`, a list of the coupled pairs. The qubits are $0, \ldots, n-1$ with $n$ = `len(edges) + 1`. For `[]` there is one qubit, and the state is $(|0\rangle + |1\rangle)/\sqrt2$.
#
# **Output:** a `QuantumCircuit` on $n$ qubits without classical bits.
#
# **Compared:** the state, up to a global phase, on physical qubits. **Allowed gates:** `h` and `cx`; `cx` on coupled pairs only (in either direction). **Budget:** $n - 1$ gates `cx`, in as few layers as a rumour needs which begins at the *best* qubit and which, in each layer, everybody who knows it can tell to *one* neighbour. (The layers are those of `cx` alone; `h` does not count.)
#
# *Examples:* on the line 0-1-2-3 two layers suffice (begin in the middle, and tell the longer side first). In a star with four arms someone has to be told after the other: four layers.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Think of a person in the tree who has just heard the rumour, with several neighbours who have not. Behind each of them hangs a part of the tree. Whom should she tell first?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Let $t(v)$ be the number of layers that $v$, once she knows, needs until everybody *behind* her knows. If her neighbours need $t_1 \ge t_2 \ge \ldots$ layers, she tells them in this order, and $t(v) = \max_i (i + t_i)$ with $i = 1, 2, \ldots$ What is $t$ of a leaf? (The argument is old: Slater, Cockayne and Hedetniemi, 1981.)
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Write a recursive `time(v, parent)` by this formula. The best qubit to begin with is the one with the smallest `time(v, None)`. Put `h` on it. Then a recursive `tell(v, parent)`: for the neighbours except the parent, the slowest first, append `cx(v, neighbour)` and go on with `tell(neighbour, v)`. Qiskit counts gates on different qubits as parallel, whatever the order in which you append them.
#
# </details>


# %% answer="spread"
def spread(edges):
    ### BEGIN SOLUTION
    n = len(edges) + 1
    neighbours = {v: [] for v in range(n)}
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)

    def time(v, parent):
        times = sorted((time(w, v) for w in neighbours[v] if w != parent), reverse=True)
        return max((i + t for i, t in enumerate(times, start=1)), default=0)

    circuit = QuantumCircuit(n)

    def tell(v, parent):
        others = [w for w in neighbours[v] if w != parent]
        for w in sorted(others, key=lambda w: time(w, v), reverse=True):
            circuit.cx(v, w)
            tell(w, v)

    first = min(neighbours, key=lambda v: time(v, None))
    circuit.h(first)
    tell(first, None)
    return circuit
    ### END SOLUTION


# %% check="spread" points=4
def check_spread(edges, layers):
    """Compare with the GHZ state, and count."""
    n = len(edges) + 1
    answer = spread(edges)
    assert_budget(
        answer,
        qubits=n,
        two_qubit_gates=n - 1,
        two_qubit_depth=layers,
        allowed_gates=["h", "cx"],
        allowed_pairs=[tuple(edge) for edge in edges],
    )
    wanted = np.zeros(2**n)
    wanted[[0, -1]] = 1 / math.sqrt(2)
    assert_same_state(as_it_stands(answer), wanted)


check_spread([(0, 1), (1, 2), (2, 3)], 2)
check_spread([(0, 1), (0, 2), (0, 3), (0, 4)], 4)
check_spread([(2, 0), (1, 2), (1, 3), (3, 4)], 3)
### BEGIN HIDDEN TESTS
check_spread([], 0)
check_spread([(1, 0)], 1)
check_spread([(0, 1), (1, 2)], 2)
# a hub with one long arm: tell the long arm first
check_spread([(0, 1), (0, 2), (0, 3), (3, 4), (4, 5)], 3)
# two hubs
check_spread([(0, 1), (0, 2), (0, 3), (3, 4), (3, 5), (3, 6)], 4)
# a line with its qubits in disorder
check_spread([(4, 1), (1, 6), (6, 0), (0, 3), (3, 5), (5, 2)], 4)
# one hexagon of the chip, cut open, with two qubits outside
check_spread([(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (2, 6), (4, 7), (7, 8)], 4)


def rumour(edges):
    """The layers that the best first qubit needs."""

    def time(v, parent):
        ends = [b if a == v else a for a, b in edges if v in (a, b)]
        times = sorted((time(w, v) for w in ends if w != parent), reverse=True)
        return max((i + t for i, t in enumerate(times, start=1)), default=0)

    return min(time(v, None) for v in range(len(edges) + 1))


generator = instances("spread")
for size in [6, 8, 9]:
    order = generator.permutation(size).tolist()
    tree = [(order[int(generator.integers(max(0, k - 3), k))], order[k]) for k in range(1, size)]
    check_spread(tree, rumour(tree))
### END HIDDEN TESTS

# %% [markdown] task="everybody"
# ## 9. Everybody meets everybody
#
# For a graph problem each pair of qubits has to interact: the operation
#
# $$\prod_{i<j} R_{ZZ}(\theta_{ij}).$$
#
# Trapped ions can do it gate by gate. On a chip where the qubits stand in a **line**, and only neighbours $k$, $k+1$ are coupled, they have to walk past each other. Write `everybody(angles)`.
#
# **Input:** `angles`, a list of $n$ rows with $n$ entries: $\theta_{ij}$ = `angles[i][j]` for $i < j$. The other entries have no meaning.
#
# **Output:** a `QuantumCircuit` on $n$ qubits without classical bits. It does the operation, **and leaves the qubits in reversed order**: what began on physical qubit $k$ is on physical qubit $n - 1 - k$ at the end.
#
# **Compared:** the unitary, up to a global phase, on physical qubits. **Allowed gates:** `cx` and `rz`; `cx` between neighbours only. **Budget:** $\frac32 n(n-1)$ gates `cx`, that is three for each pair, in at most $3n$ layers (of `cx` alone).
#
# <details><summary>Hint 1: a nudge</summary>
#
# An `rzz` followed by a `swap` costs $2 + 3$ gates `cx` if you write one after the other. Do you see two of them that cancel?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# `rzz(θ)` and `swap` together are `cx(a, b)`, `rz(θ)` on b, `cx(b, a)`, `cx(a, b)`. Now let the qubits dance: in even rounds the neighbours (0,1), (2,3), ... change places, in odd rounds (1,2), (3,4), ... After $n$ rounds each qubit has met each other one exactly once, and the order is reversed. (Kivlichan and others, 2018, call it a swap network.)
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Keep a list `who`, with `who[k]` the qubit that is on place $k$ now. In round $r$ of $n$ rounds, for each $k$ in `range(r % 2, n - 1, 2)`: do the three `cx` and the `rz` on $k$ and $k + 1$ with the angle of the pair `who[k]`, `who[k + 1]` (the smaller one first), and exchange the two in the list.
#
# </details>


# %% answer="everybody"
def everybody(angles):
    ### BEGIN SOLUTION
    n = len(angles)
    circuit = QuantumCircuit(n)
    who = list(range(n))
    for r in range(n):
        for k in range(r % 2, n - 1, 2):
            i, j = sorted(who[k : k + 2])
            circuit.cx(k, k + 1)
            circuit.rz(angles[i][j], k + 1)
            circuit.cx(k + 1, k)
            circuit.cx(k, k + 1)
            who[k], who[k + 1] = who[k + 1], who[k]
    return circuit
    ### END SOLUTION


# %% check="everybody" points=3
def check_everybody(angles):
    """Compare with gates between all pairs and an exchange of the qubits, and count."""
    n = len(angles)
    answer = everybody(angles)
    assert_budget(
        answer,
        qubits=n,
        two_qubit_gates=3 * n * (n - 1) // 2,
        two_qubit_depth=3 * n,
        allowed_gates=["cx", "rz"],
        allowed_pairs=[(k, k + 1) for k in range(n - 1)],
    )
    wanted = QuantumCircuit(n)
    for i in range(n):
        for j in range(i + 1, n):
            wanted.rzz(angles[i][j], i, j)
    for k in range(n // 2):
        wanted.swap(k, n - 1 - k)
    assert_same_unitary(as_it_stands(answer), wanted)


check_everybody([[0, 0.4], [0, 0]])
check_everybody([[0, 0.3, 0.5], [0, 0, -0.7], [0, 0, 0]])
### BEGIN HIDDEN TESTS
check_everybody([[0.5]])
check_everybody([[0, 0, 1.1, 0], [0, 0, 0, 0.2], [0, 0, 0, 0], [0, 0, 0, 0]])
generator = instances("everybody")
for n in [3, 4, 5]:
    check_everybody(generator.uniform(-2, 2, (n, n)).tolist())
### END HIDDEN TESTS

# %% [markdown] task="flat"
# ## 10. GHZ in two layers
#
# With gates alone a GHZ state of $n$ qubits in a line needs about $n/2$ layers: news travels one coupling a layer. With measurements on the way, and gates that depend on the outcomes, **two layers of two-qubit gates suffice, however long the line is.** Write `flat(n)`.
#
# **Input:** an integer $n \ge 1$.
#
# **Output:** a `QuantumCircuit` on $2n - 1$ qubits in a line, all of which begin in $|0\rangle$, with as many classical bits as you like. At the end the $n$ qubits with **even** numbers $0, 2, 4, \ldots$ are in the state $(|0\ldots0\rangle + |1\ldots1\rangle)/\sqrt2$, *whatever the outcomes were*. The odd ones are helpers: in which state they end does not matter.
#
# **Compared:** the state of the even qubits, as a density matrix, on average over all outcomes. **Budget:** two-qubit gates between neighbours $k$, $k+1$ only, in at most **2** layers (of two-qubit gates alone, those inside `if_test` included). Gates on one qubit, measurements and `if_test` cost nothing here. A `while_loop` is not allowed.
#
# A gate that happens only if classical bit 3 is 1 is written
#
# `with circuit.if_test((circuit.clbits[3], 1)):`
#
# and on the next line, indented, the gate.
#
# <details><summary>Hint 1: a nudge</summary>
#
# What is the smallest case, $n = 2$, with a helper in the middle? Put both outer qubits into $|+\rangle$, and let the helper find out whether they are *equal*, without finding out what they are. In which state are they after each outcome?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The parity of neighbours $k$ and $k + 1$ of the even qubits: a `cx` from each of them to the helper in between, and a measurement of the helper. All `cx` from the left neighbours fit into one layer, all those from the right into another. Afterwards the even qubits are in $|b\rangle + |\bar b\rangle$, where $b$ is a row of bits that begins with 0, and the outcomes tell where it changes.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# The even qubit number $k$ has to be flipped if the sum of the outcomes of all helpers to its left is odd. You need not compute a sum: for each helper, `if_test` its bit and, inside, an X on *every* even qubit to its right. Two X cancel.
#
# </details>


# %% answer="flat"
def flat(n):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(2 * n - 1, n - 1)
    circuit.h(range(0, 2 * n - 1, 2))
    for k in range(n - 1):
        circuit.cx(2 * k, 2 * k + 1)
    for k in range(n - 1):
        circuit.cx(2 * k + 2, 2 * k + 1)
        circuit.measure(2 * k + 1, k)
    for k in range(n - 1):
        with circuit.if_test((circuit.clbits[k], 1)):
            for q in range(2 * k + 2, 2 * n - 1, 2):
                circuit.x(q)
    return circuit
    ### END SOLUTION


# %% check="flat" points=4
def check_flat(n):
    """Throw the helpers away, and compare the rest with the GHZ state."""
    size = 2 * n - 1
    answer = flat(n)
    assert_budget(
        answer,
        qubits=size,
        two_qubit_depth=2,
        allowed_pairs=[(k, k + 1) for k in range(size - 1)],
    )
    wanted = np.zeros(2**n)
    wanted[[0, -1]] = 1 / math.sqrt(2)
    assert_same_density(answer, wanted, environment=list(range(1, size, 2)))


check_flat(2)
check_flat(3)
### BEGIN HIDDEN TESTS
check_flat(1)
check_flat(4)
check_flat(5)
### END HIDDEN TESTS
