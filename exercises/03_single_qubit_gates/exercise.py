# %% [markdown]
# # Exercise: Single-qubit gates and the Bloch sphere
#
# Ten tasks: nine that are checked by program and one short written answer. Plan about two hours. The last task is the hardest; it gives the answer to the question with which the lesson began.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions, as in the lesson: angles are in radians; a state is an array with the amplitude of $|0\rangle$ first; "first $A$, then $B$" has the matrix $BA$. You may use all of Qiskit, NumPy and the Python standard library unless a task says otherwise, and you may define functions of your own in the answer cells.

# %% given="imports"
from functools import partial

import numpy as np
from qiskit import QuantumCircuit
from qiskit.quantum_info import Operator

from grader.checks import (
    assert_between,
    assert_budget,
    assert_close,
    assert_distribution,
    assert_implements,
    assert_same_state,
    assert_same_unitary,
    assert_word,
)

# %% [markdown] task="cardinal_states"
# ## 1. Six states from two gates
#
# Your machine has only two gates, $H$ and $S$. Write `prepare(label)`.
#
# **Input:** one of the six labels `"0"`, `"1"`, `"+"`, `"-"`, `"r"`, `"l"`. The last two stand for $|{+i}\rangle = (|0\rangle + i|1\rangle)/\sqrt2$ and $|{-i}\rangle = (|0\rangle - i|1\rangle)/\sqrt2$.
#
# **Output:** a `QuantumCircuit` on one qubit that takes $|0\rangle$ to that state.
#
# **Compared:** the state, up to a global phase.
#
# **Budget:** at most 4 gates, and only `h` and `s`. Other gates are not allowed, not even `sdg`, because the machine does not have them.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Draw the six states as points of the sphere. Where does $S$ take each of the four points of the equator?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $H$ takes $|0\rangle$ to the equator. From there, each $S$ is a quarter turn. One state remains that is neither $|0\rangle$ nor on the equator: which gate leads from the equator to it, and from which point?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# After `h`, a number of `s` between 0 and 3 gives the states of the equator. For `"1"`, go to $|-\rangle$ and use another `h`.
#
# </details>


# %% answer="cardinal_states"
def prepare(label):
    ### BEGIN SOLUTION
    words = {"0": "", "1": "hssh", "+": "h", "r": "hs", "-": "hss", "l": "hsss"}
    circuit = QuantumCircuit(1)
    for letter in words[label]:
        getattr(circuit, letter)(0)
    return circuit
    ### END SOLUTION


# %% check="cardinal_states" points=2
assert_implements(
    prepare,
    [(("+",), "(|0> + |1>)/√2"), (("r",), "(|0> + i|1>)/√2"), (("1",), "|1>")],
    compare=assert_same_state,
)
for label in ("+", "r", "1"):
    assert_budget(prepare(label), gates=4, allowed_gates=["h", "s"])
### BEGIN HIDDEN TESTS
assert_implements(
    prepare,
    [(("-",), "(|0> - |1>)/√2"), (("l",), "(|0> - i|1>)/√2"), (("0",), "|0>")],
    compare=assert_same_state,
)
for label in ("-", "l", "0"):
    assert_budget(prepare(label), gates=4, allowed_gates=["h", "s"])
### END HIDDEN TESTS

# %% [markdown] task="matrix_of_sequence"
# ## 2. The matrix of a sequence
#
# Write `matrix_of(names)`.
#
# **Input:** a list of gate names in the order in which they act; the first name acts first. The names are `"x"`, `"y"`, `"z"`, `"h"`, `"s"`, `"t"`, `"sdg"`, `"tdg"`. The list may be empty.
#
# **Output:** the matrix of the whole sequence, a NumPy array of shape `(2, 2)`.
#
# **Compared:** the matrix, **including its global phase**.
#
# *Example:* `matrix_of(["x", "s"])` is $\begin{pmatrix} 0 & 1 \\ i & 0 \end{pmatrix}$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Which matrix is multiplied by the state first when you write $CBA|\psi\rangle$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Begin with the matrix of the empty list. Each further gate multiplies what you have from one side: which one?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Store the eight matrices in a dictionary. Start with `np.eye(2)`, and in a loop over the names replace `total` by `gates[name] @ total`. The inverse gates are the conjugate transposes: `s.conj().T`.
#
# </details>


# %% answer="matrix_of_sequence"
def matrix_of(names):
    ### BEGIN SOLUTION
    s, t = np.diag([1, 1j]), np.diag([1, np.exp(1j * np.pi / 4)])
    gates = {
        "x": np.array([[0, 1], [1, 0]]),
        "y": np.array([[0, -1j], [1j, 0]]),
        "z": np.diag([1, -1]),
        "h": np.array([[1, 1], [1, -1]]) / np.sqrt(2),
        "s": s,
        "t": t,
        "sdg": s.conj(),
        "tdg": t.conj(),
    }
    total = np.eye(2)
    for name in names:
        total = gates[name] @ total
    return total
    ### END SOLUTION


# %% check="matrix_of_sequence" points=2
assert_implements(
    matrix_of,
    [
        (([],), np.eye(2)),
        ((["s", "h"],), np.array([[1, 1j], [1, -1j]]) / np.sqrt(2)),
        ((["x", "s"],), np.array([[0, 1], [1j, 0]])),
        ((["t", "t", "sdg", "y"],), np.array([[0, -1j], [1j, 0]])),
    ],
    compare=partial(assert_same_unitary, strict_phase=True),
)
assert_close(matrix_of(["z"]), [[1, 0], [0, -1]])
### BEGIN HIDDEN TESTS
words = [
    ["y"],
    ["x", "tdg", "h"],
    ["h", "t", "h", "s", "x", "tdg", "z"],
    ["y", "h", "sdg", "t", "t", "t", "h", "z", "x"],
]
cases = []
for word in words:
    circuit = QuantumCircuit(1)
    for name in word:
        getattr(circuit, name)(0)
    cases.append(((word,), Operator(circuit).data))
assert_implements(matrix_of, cases, compare=partial(assert_same_unitary, strict_phase=True))
### END HIDDEN TESTS

# %% [markdown] task="bloch_angles"
# ## 3. From amplitudes to a point of the sphere
#
# Write `bloch_angles(state)`.
#
# **Input:** an array of two complex amplitudes, normalised, **with any global phase**.
#
# **Output:** the pair `(theta, phi)` with $0\le\theta\le\pi$ and $0\le\varphi<2\pi$, such that the state equals $\cos\frac\theta2|0\rangle + e^{i\varphi}\sin\frac\theta2|1\rangle$ up to a global phase.
#
# **Compared:** both angles, up to $10^{-6}$. At the two poles, where $\varphi$ has no meaning, only $\theta$ is compared; return any number for $\varphi$.
#
# *Example:* $(i|0\rangle + i|1\rangle)/\sqrt2$ has $\theta = \pi/2$ and $\varphi = 0$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Which of the two angles depends only on the sizes of the amplitudes? And does the other one depend on the phase of the second amplitude alone?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $\varphi$ is the phase of the second amplitude *minus* the phase of the first. `np.angle` gives phases between $-\pi$ and $\pi$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `2 * np.arctan2(abs(b), abs(a))` is $\theta$, without trouble from rounding. For $\varphi$, take the difference of the phases, then the remainder of the division by $2\pi$ (`%` in Python is never negative here).
#
# </details>


# %% answer="bloch_angles"
def bloch_angles(state):
    ### BEGIN SOLUTION
    a, b = state
    theta = 2 * np.arctan2(abs(b), abs(a))
    phi = (np.angle(b) - np.angle(a)) % (2 * np.pi)
    return theta, phi
    ### END SOLUTION


# %% check="bloch_angles" points=3
def same_point(angles, expected):
    theta, phi = angles
    assert_close(theta, expected[0])
    if 0 < expected[0] < np.pi:  # at the poles phi has no meaning
        assert_close(phi, expected[1])


assert_implements(
    bloch_angles,
    [
        ((np.array([1, 0]),), (0.0, 0.0)),
        ((np.array([1j, 1j]) / np.sqrt(2),), (np.pi / 2, 0.0)),
        ((np.array([1, -1j]) / np.sqrt(2),), (np.pi / 2, 3 * np.pi / 2)),
        ((np.array([np.sqrt(3) / 2, 0.5]),), (np.pi / 3, 0.0)),
    ],
    compare=same_point,
)
### BEGIN HIDDEN TESTS
cases = [((np.array([0, 1j]),), (np.pi, 0.0)), ((np.array([-1, 0]),), (0.0, 0.0))]
for theta, phi, factor in [(0.3, 1.0, 1), (2.0, 3.5, 1j), (2.9, 5.9, np.exp(2.5j)), (1.1, 0.2, -1)]:
    state = factor * np.array([np.cos(theta / 2), np.exp(1j * phi) * np.sin(theta / 2)])
    cases.append(((state,), (theta, phi)))
assert_implements(bloch_angles, cases, compare=same_point)
### END HIDDEN TESTS

# %% [markdown] task="undo_word"
# ## 4. Undo without inverse gates
#
# A machine has the gates $X$, $H$, $S$ and $T$, and no further ones for their inverses. Write `undo(word)`.
#
# **Input:** a list of letters `"x"`, `"h"`, `"s"`, `"t"` in the order in which the gates act.
#
# **Output:** a list of the same four letters, such that the gates of `word`, followed by the gates of your list, are the identity.
#
# **Compared:** the matrix of the whole sequence with the identity, **including the global phase**.
#
# **Budget:** at most 7 letters in your list for each letter of `word`.
#
# *Example:* `undo(["h"])` may be `["h"]`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Which of the four gates undo themselves? How often must you apply each of the other two until nothing has happened?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $T$ is an eighth of a turn about $z$, and $T^8 = I$ exactly. So which power of $T$ undoes $T$? Then think of shoes and socks.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Make a dictionary that gives for each letter a list that undoes it. Go through `reversed(word)` and join these lists.
#
# </details>


# %% answer="undo_word"
def undo(word):
    ### BEGIN SOLUTION
    repetitions = {"x": 1, "h": 1, "s": 3, "t": 7}
    return [letter for letter in reversed(word) for _ in range(repetitions[letter])]
    ### END SOLUTION


# %% check="undo_word" points=3
def assert_undone(word):
    back = list(undo(list(word)))
    assert_word(back, "xhst", longest=7 * len(word))
    circuit = QuantumCircuit(1)
    gates = {"x": circuit.x, "h": circuit.h, "s": circuit.s, "t": circuit.t}
    for letter in [*word, *back]:
        gates[letter](0)
    assert_same_unitary(circuit, np.eye(2), strict_phase=True)


for word in ("h", "s", "xs", "hth"):
    assert_undone(word)
### BEGIN HIDDEN TESTS
for word in ("", "t", "xtt", "hsht", "tshxhthhs", "xthsxthsxth"):
    assert_undone(word)
### END HIDDEN TESTS

# %% [markdown] task="arrow_from_counts"
# ## 5. An arrow from counts
#
# Somebody prepared the same pure state many times. One part of the copies was measured along $x$, one along $y$, one along $z$. Write `arrow_from_counts(counts_x, counts_y, counts_z)`.
#
# **Input:** three dictionaries of counts, such as `{"0": 812, "1": 188}`. Outcome `"0"` means $+1$ along the axis, outcome `"1"` means $-1$. An outcome that never occurred is missing. The numbers of shots may differ from axis to axis.
#
# **Output:** a list, tuple or array of three numbers: the three averages, divided by the length of the vector that they form. (The averages scatter, so this vector is not exactly of length 1. Since the state is known to be pure, we move the tip of the arrow to the sphere.)
#
# **Compared:** the three numbers, up to $10^{-6}$.
#
# *Example:* the counts `{"0": 80, "1": 20}`, `{"0": 50, "1": 50}` and `{"0": 18, "1": 2}` give the averages 0.6, 0 and 0.8, which already form a vector of length 1.
#
# <details><summary>Hint 1: a nudge</summary>
#
# 80 shots gave $+1$ and 20 gave $-1$. What is the average of these 100 numbers?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# The average is the difference of the two counts, divided by their sum. `counts.get("1", 0)` is safe when the outcome is missing.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Collect the three averages in an array `r` and return `r / np.linalg.norm(r)`.
#
# </details>


# %% answer="arrow_from_counts"
def arrow_from_counts(counts_x, counts_y, counts_z):
    ### BEGIN SOLUTION
    averages = []
    for counts in (counts_x, counts_y, counts_z):
        plus, minus = counts.get("0", 0), counts.get("1", 0)
        averages.append((plus - minus) / (plus + minus))
    return np.array(averages) / np.linalg.norm(averages)
    ### END SOLUTION


# %% check="arrow_from_counts" points=3
assert_implements(
    arrow_from_counts,
    [
        (({"0": 80, "1": 20}, {"0": 50, "1": 50}, {"0": 18, "1": 2}), [0.6, 0.0, 0.8]),
        (({"0": 500, "1": 500}, {"1": 1000}, {"0": 500, "1": 500}), [0.0, -1.0, 0.0]),
        (({"0": 75, "1": 25}, {"0": 75, "1": 25}, {"0": 50, "1": 50}), [0.5**0.5, 0.5**0.5, 0.0]),
    ],
)
### BEGIN HIDDEN TESTS
cases = []
for counts in [
    ({"0": 30, "1": 10}, {"0": 100, "1": 300}, {"0": 9, "1": 3}),
    ({"1": 8}, {"0": 512, "1": 488}, {"0": 600, "1": 400}),
    ({"0": 60, "1": 40}, {"0": 3, "1": 7}, {"0": 400}),
]:
    means = np.array([(c.get("0", 0) - c.get("1", 0)) / sum(c.values()) for c in counts])
    cases.append((counts, means / np.sqrt(means @ means)))
assert_implements(arrow_from_counts, cases)
### END HIDDEN TESTS

# %% [markdown] task="exact_words"
# ## 6. Exactly the right matrix
#
# Four gates shall be written as words in the two letters `h` and `s`, **with the correct global phase**, because they will be used under a condition later. Write `exact_word(name)`.
#
# **Input:** one of the names `"x"`, `"y"`, `"z"`, `"sdg"`.
#
# **Output:** a list of the letters `"h"` and `"s"`, in the order in which the gates act.
#
# **Compared:** the matrix of the word with the matrix of the gate, **including the global phase**. There is no other place to put a factor: it must come out of the word.
#
# **Budget:** at most 8 letters.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Two $S$ are a $Z$. Which sandwich turns $Z$ into $X$? And which gate turns the $x$ axis to the $y$ axis?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $Z$ followed by $X$ is a half turn about $y$, but its factor is wrong. A sandwich $V\cdots V^\dagger$ has no factor of its own: find $V$ with $V X V^\dagger = Y$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# $S X S^\dagger = Y$, factor included. Write $S^\dagger$ as three $S$, and $X$ as $HSSH$. Remember that the rightmost matrix acts first.
#
# </details>


# %% answer="exact_words"
def exact_word(name):
    ### BEGIN SOLUTION
    # Y = S X S†: first S† (three s), then X (h s s h), then S
    words = {"z": "ss", "sdg": "sss", "x": "hssh", "y": "sss" + "hssh" + "s"}
    return list(words[name])
    ### END SOLUTION


# %% check="exact_words" points=3
def assert_exact(name, matrix):
    word = list(exact_word(name))
    assert_word(word, "hs", longest=8)
    circuit = QuantumCircuit(1)
    gates = {"h": circuit.h, "s": circuit.s}
    for letter in word:
        gates[letter](0)
    assert_same_unitary(circuit, matrix, strict_phase=True)


assert_exact("x", np.array([[0, 1], [1, 0]]))
assert_exact("y", np.array([[0, -1j], [1j, 0]]))
### BEGIN HIDDEN TESTS
assert_exact("z", np.diag([1, -1]))
assert_exact("sdg", np.diag([1, -1j]))
### END HIDDEN TESTS

# %% [markdown] task="measure_along"
# ## 7. Measuring along any axis
#
# Write `measure_along(axis)`.
#
# **Input:** a tuple `(nx, ny, nz)` of length 1, an axis of the Bloch sphere.
#
# **Output:** a `QuantumCircuit` with one qubit and one classical bit that measures whatever state the qubit is in along this axis: for a state with the Bloch vector $\vec r$, the outcome 0 has the probability $\frac12(1+\vec n\cdot\vec r)$. The circuit contains the measurement, and prepares nothing.
#
# **Compared:** the check puts your circuit behind circuits that prepare various states, and compares the exact probabilities of the outcomes. The state after the measurement does not matter.
#
# <details><summary>Hint 1: a nudge</summary>
#
# The machine measures along $z$. Which point of the sphere must your gates move to the north pole?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Find the angles $\theta$ and $\varphi$ of the axis. To *go* from $z$ to the axis you would tilt by $\theta$ about $y$, then turn by $\varphi$ about $z$. You need the way back.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `theta = np.arccos(np.clip(nz, -1, 1))` (rounding may have made `nz` a little larger than 1) and `phi = np.arctan2(ny, nx)`. First `rz(-phi)`, then `ry(-theta)`, then `measure(0, 0)`.
#
# </details>


# %% answer="measure_along"
def measure_along(axis):
    ### BEGIN SOLUTION
    nx, ny, nz = axis
    circuit = QuantumCircuit(1, 1)
    circuit.rz(-np.arctan2(ny, nx), 0)
    circuit.ry(-np.arccos(np.clip(nz, -1, 1)), 0)
    circuit.measure(0, 0)
    return circuit
    ### END SOLUTION


# %% check="measure_along" points=3
def assert_measures(axis, theta, phi):
    analyser = measure_along(axis)
    assert_close([analyser.num_qubits, analyser.num_clbits], [1, 1])
    test = QuantumCircuit(1, 1)
    test.ry(theta, 0)
    test.rz(phi, 0)
    test = test.compose(analyser, qubits=[0], clbits=[0])
    arrow = [np.sin(theta) * np.cos(phi), np.sin(theta) * np.sin(phi), np.cos(theta)]
    zero = (1 + np.dot(axis, arrow)) / 2
    assert_distribution(test, {"0": zero, "1": 1 - zero})


assert_measures((0, 0, 1), 0.7, 0.4)
assert_measures((1, 0, 0), np.pi / 2, 0.0)
assert_measures((0, 1, 0), np.pi / 2, 1.2)
assert_measures((0.6, 0, 0.8), 2.0, 0.9)
### BEGIN HIDDEN TESTS
assert_measures((0, 0, -1), 0.5, 2.0)
assert_measures((0, -1, 0), 1.0, 0.3)
for axis in [(2 / 3, -1 / 3, 2 / 3), (-2 / 7, 6 / 7, -3 / 7), (0.48, 0.64, 0.6)]:
    assert_measures(axis, 0.9, 2.2)
    assert_measures(axis, 2.3, 5.0)
### END HIDDEN TESTS

# %% [markdown] task="turns_from_matrix"
# ## 8. Any gate from two axes
#
# Write `turns_from_matrix(matrix)`.
#
# **Input:** any unitary $2\times2$ matrix as a NumPy array.
#
# **Output:** a `QuantumCircuit` on one qubit whose matrix is the given one, **including the global phase**: set the attribute `circuit.global_phase`, or give `global_phase=...` when you make the circuit.
#
# **Budget:** at most 3 gates, and only `rz` and `ry`.
#
# **Compared:** the matrix of your circuit with the given one. The input may have zeros on or off the diagonal.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Look at the matrix in section 8 of the lesson. Which of its four angles can you read from the *sizes* of the entries?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $\det U = e^{2i\delta}$ gives $\delta$. Divide $U$ by $e^{i\delta}$. Then the phase of the lower right entry is half the sum of the two $z$ angles, and the phase of the lower left entry is half their difference.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# With `special = matrix / np.exp(1j * delta)`: `gamma = 2 * np.arctan2(abs(special[1, 0]), abs(special[0, 0]))`, `plus = np.angle(special[1, 1])`, `minus = np.angle(special[1, 0])`. Then $\beta$ = plus + minus and $\lambda$ = plus - minus. Where an entry is zero its phase is arbitrary and does not matter. Which of the two $z$ turns acts first?
#
# </details>


# %% answer="turns_from_matrix"
def turns_from_matrix(matrix):
    ### BEGIN SOLUTION
    delta = np.angle(np.linalg.det(matrix)) / 2
    special = matrix / np.exp(1j * delta)
    gamma = 2 * np.arctan2(abs(special[1, 0]), abs(special[0, 0]))
    plus, minus = np.angle(special[1, 1]), np.angle(special[1, 0])
    circuit = QuantumCircuit(1, global_phase=delta)
    circuit.rz(plus - minus, 0)
    circuit.ry(gamma, 0)
    circuit.rz(plus + minus, 0)
    return circuit
    ### END SOLUTION


# %% check="turns_from_matrix" points=4
def assert_built(matrix):
    circuit = turns_from_matrix(np.array(matrix, dtype=complex))
    assert_same_unitary(circuit, matrix, strict_phase=True, circuit_only=True)
    assert_budget(circuit, gates=3, allowed_gates=["rz", "ry"])


assert_built(np.array([[1, 1], [1, -1]]) / np.sqrt(2))
assert_built(np.array([[0, 1], [1, 0]]))
assert_built(np.diag([1, np.exp(1j * np.pi / 4)]))
assert_built(np.array([[0.6, 0.8j], [0.8j, 0.6]]))
### BEGIN HIDDEN TESTS
assert_built(-np.eye(2))
assert_built(np.array([[0, np.exp(0.4j)], [np.exp(-1.9j), 0]]))
rng = np.random.default_rng(303)
for _ in range(6):
    columns, _ = np.linalg.qr(rng.normal(size=(2, 2)) + 1j * rng.normal(size=(2, 2)))
    assert_built(columns)
### END HIDDEN TESTS

# %% [markdown] task="full_turn"
# ## 9. A shortcut in a gate library
#
# A written answer of about 100 to 200 words; a person will read it.
#
# A colleague writes a library. Before it runs `ry(angle)`, it replaces the angle by its remainder after division by $2\pi$, so that $R_y(2\pi)$ becomes $R_y(0)$ and nothing is done. She tests this on a thousand random circuits of *one* qubit and finds all probabilities unchanged. She concludes that the shortcut is always safe.
#
# 1. Why could her test not find any difference?
#
# 2. Describe one experiment in which the shortcut gives a wrong result. Say what is observed with the shortcut and without it.
#
# 3. Give a rule that says when the shortcut is safe.

# %% [markdown] essay="full_turn" points=3
# ### BEGIN SOLUTION
# 1. $R_y(\alpha + 2\pi) = -R_y(\alpha)$. The shortcut therefore changes the state at most by the factor $-1$ in front of both amplitudes. Later gates are linear and carry the factor along; in each probability, the squared absolute value removes it. No circuit of one qubit can show it, however many are tried.
#
# 2. Put a control qubit into $|+\rangle$, let it control $R_y(2\pi)$ on a second qubit in $|0\rangle$, then apply $H$ to the control and measure it. Without the shortcut the branch with control 1 gets the factor $-1$, the control goes to $|-\rangle$ and the outcome is 1 in every shot. With the shortcut nothing is done and the outcome is 0 in every shot.
#
# 3. The remainder may be taken where the gate acts without condition, because there the factor is global. A controlled rotation repeats only after $4\pi$: take the remainder after division by $4\pi$, or keep track of the sign.
# ### END SOLUTION

# %% [markdown] rubric="full_turn"
# One point for each of three parts; half a point where a part is right but a reason or a result is missing.
#
# **Why the test is blind (1 point):** says that a turn by $2\pi$ multiplies the whole state by $-1$, and that a factor common to both amplitudes drops out of every probability. "The arrow comes back" without the factor: half a point.
#
# **Experiment (1 point):** the turn happens on a condition (a controlled gate, an interferometer), the control is measured in a basis that shows its relative phase, and both results are stated (for example: 1 in every shot against 0 in every shot). Controlled gate without the change of basis before the measurement: half a point.
#
# **Rule (1 point):** safe where the gate is not controlled, so that the factor is global; for controlled gates the period is $4\pi$. "Safe for one qubit, unsafe for several" without naming the condition: half a point.

# %% [markdown] task="robust_rotation"
# ## 10. A good gate from bad pulses
#
# The machine of the lesson can turn a qubit about any axis in the plane of $x$ and $y$. A **pulse** is a pair `(angle, phase)`: it turns by `angle` about the axis $(\cos\text{phase}, \sin\text{phase}, 0)$. In Qiskit this is the gate `circuit.r(angle, phase, 0)`.
#
# Today each pulse turns by $1+\varepsilon$ times `angle` instead of `angle`. The number $\varepsilon$ is the same for all pulses, but you do not know it. The phases are exact.
#
# Write `robust_rotation(theta)`, which builds the gate $R_x(\theta)$ from such pulses.
#
# **Input:** an angle $\theta$ with $0 < \theta \le \pi$.
#
# **Output:** a list of at most 5 pulses `(angle, phase)` in the order in which they act. Each angle lies between 0 and $2\pi$; the phases may be any numbers.
#
# **Compared:** let $V(\varepsilon)$ be the matrix of your sequence with the error. At $\varepsilon = 0$ it must be $R_x(\theta)$ up to a global phase. For $|\varepsilon|\le0.1$ the distance $D = \sqrt{1-\frac12|\mathrm{tr}(R_x(\theta)^\dagger V(\varepsilon))|}$ must be at most $5|\varepsilon|^3$. Thus the gate must be good for *every* input state, and the errors of first **and second** order in $\varepsilon$ must be gone.
#
# For comparison: the single pulse $(\theta, 0)$ has $D \approx 0.35\,\theta\,|\varepsilon|$.
#
# This task takes time. Pencil and paper help, and so does a small program that computes $D$ and plots it on logarithmic axes: the slope of the line is the order of the error. You may also search for the phases numerically, with an optimiser of your choice.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Leave the pulse $(\theta, 0)$ as it is and put in front of it a block of pulses that does *nothing* at $\varepsilon=0$ (up to a sign). With the error, the block does a little. It should do just the opposite of what the error of the pulse $(\theta, 0)$ does.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Try the block $(\pi, \varphi_1), (2\pi, \varphi_2), (\pi, \varphi_1)$. At $\varepsilon=0$ it is the identity for all phases (check the signs). To first order, its error is a small rotation whose vector is the sum of three contributions: the length of each is $\varepsilon$ times the angle of the pulse, and the direction is the axis of the pulse, as seen through the other pulses of the block. Through a half turn about the axis $\varphi_1$, the axis $\varphi_2$ is seen at $2\varphi_1 - \varphi_2$.
#
# </details>
#
# <details><summary>Hint 3: a plan</summary>
#
# The sum of the contributions is $2\pi\varepsilon$ along the direction $\varphi_1$ plus $2\pi\varepsilon$ along the direction $2\varphi_1-\varphi_2$. It should be $\theta\varepsilon$ along $-x$. So the two directions must be mirror images of each other in the $x$ axis, which ties $\varphi_2$ to $\varphi_1$. Then the length of the sum gives an equation for $\cos\varphi_1$.
#
# </details>
#
# <details><summary>Hint 4: nearly there</summary>
#
# $2\varphi_1-\varphi_2 = -\varphi_1$ gives $\varphi_2 = 3\varphi_1$. The sum along $x$ is $4\pi\varepsilon\cos\varphi_1$, and it must be $-\theta\varepsilon$. It turns out that the error of second order then vanishes too; check it with your plot.
#
# </details>


# %% answer="robust_rotation"
def robust_rotation(theta):
    ### BEGIN SOLUTION
    # The sequence known as BB1 (S. Wimperis, Journal of Magnetic Resonance A 109, 221, 1994).
    phase = np.arccos(-theta / (4 * np.pi))
    return [(np.pi, phase), (2 * np.pi, 3 * phase), (np.pi, phase), (theta, 0.0)]
    ### END SOLUTION


# %% check="robust_rotation" points=5
def assert_robust(theta):
    pulses = [(float(angle), float(phase)) for angle, phase in robust_rotation(theta)]
    assert_between(len(pulses), highest=5)
    assert_between([angle for angle, _ in pulses], lowest=-1e-9, highest=2 * np.pi + 1e-9)
    target = QuantumCircuit(1)
    target.rx(theta, 0)
    for error in (0.0, 0.1, -0.1, 0.03, -0.03, 0.01, -0.01):
        circuit = QuantumCircuit(1)
        for angle, phase in pulses:
            circuit.r((1 + error) * angle, phase, 0)
        if error == 0:
            assert_same_unitary(circuit, target)
            continue
        overlap = abs(np.trace(Operator(target).data.conj().T @ Operator(circuit).data)) / 2
        distance = np.sqrt(max(0.0, 1 - overlap))
        assert_between(distance, highest=5 * abs(error) ** 3)


assert_robust(np.pi / 2)
assert_robust(np.pi)
### BEGIN HIDDEN TESTS
for theta in (0.4, 1.0, 2.2, 2.9):
    assert_robust(theta)
### END HIDDEN TESTS

# %% [markdown]
# ## Where this leads
#
# The sequence of the last task was found for magnetic resonance (S. Wimperis, Journal of Magnetic Resonance A 109, 221, 1994) and examined for quantum gates by H. Cummins, G. Llewellyn and J. Jones (Physical Review A 67, 042308, 2003; arXiv quant-ph/0208092). It corrects the strength of the pulses; errors of the frequency need other sequences, and random errors none of them removes.
