# %% [markdown]
# # Exercise: Qubits and measurement
#
# Ten tasks, from a few lines to one that needs paper and pencil. Plan about two hours, and do not hesitate to take breaks: the tasks do not build on each other, except that the last one uses ideas from all of them.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions, as in the lesson: angles are in radians; qubit 0 is the rightmost bit of a label; a state of one qubit is an array with the amplitude of $|0\rangle$ first. You may use all of Qiskit, NumPy and the Python standard library, and you may define functions of your own in the answer cells.

# %% given="imports"
import itertools
from functools import partial

import numpy as np
from qiskit import QuantumCircuit
from qiskit.quantum_info import Statevector

from grader.checks import assert_budget, assert_close, assert_distribution, assert_implements


def assert_outcomes(circuit, expected):
    """The answer has to be a circuit, and its outcomes must have the expected probabilities."""
    assert_budget(circuit)  # sets no limit here, but accepts nothing else than a circuit
    assert_distribution(circuit, expected)


# %% [markdown] task="born_rule"
# ## 1. From amplitudes to probabilities
#
# Write `outcome_probabilities(amplitudes)`.
#
# **Input:** a list of complex numbers, not all of them zero. They are proportional to the amplitudes of a state, but **not necessarily normalised**. There are 2 numbers for one qubit, 4 for two qubits, and so on.
#
# **Output:** a list or array of the same length with the probability of each outcome when the normalised state is measured.
#
# **Compared:** each probability, up to $10^{-6}$.
#
# *Example:* `[1, 2j]` gives `[0.2, 0.8]`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Which of the following can be negative or complex: an amplitude, its square, the square of its absolute value?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Work out the square of the absolute value of each entry first. These numbers have the right ratios. What is still missing?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Divide the list of squares by its sum. `np.abs` of an array gives the absolute value of each entry.
#
# </details>


# %% answer="born_rule"
def outcome_probabilities(amplitudes):
    ### BEGIN SOLUTION
    weights = np.abs(np.array(amplitudes)) ** 2
    return weights / weights.sum()
    ### END SOLUTION


# %% check="born_rule" points=2
assert_implements(
    outcome_probabilities,
    [
        (([0.6, 0.8],), [0.36, 0.64]),
        (([1, -1],), [0.5, 0.5]),
        (([1, 2j],), [0.2, 0.8]),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    outcome_probabilities,
    [
        (([0, -3j],), [0, 1]),
        (([1 + 1j, 1 - 1j],), [0.5, 0.5]),
        (([0.3 + 0.4j, -1.2],), [0.25 / 1.69, 1.44 / 1.69]),
        (([1, 1j, -1, 3],), [1 / 12, 1 / 12, 1 / 12, 9 / 12]),
        (([0.02, 0, 0, 0.02j, 0, 0.04, 0, 0],), [1 / 6, 0, 0, 1 / 6, 0, 4 / 6, 0, 0]),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="biased_qubit"
# ## 2. A coin with the bias of your choice
#
# Write `biased_qubit(p)`.
#
# **Input:** a number `p` from 0 to 1, both ends included.
#
# **Output:** a `QuantumCircuit` with exactly one classical bit. When it is run, the outcome 1 has probability `p`.
#
# **Compared:** the exact outcome distribution of the circuit; phases do not matter. One qubit is enough.
#
# **Not allowed:** random numbers from Python. The same `p` must always give the same circuit, and the randomness has to come from the measurement.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Which gate of the lesson turns $|0\rangle$ into a superposition whose balance depends on an angle?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# After $R_y(\theta)$, the probability of the outcome 1 is $\sin^2\frac{\theta}{2}$. Solve $p = \sin^2\frac{\theta}{2}$ for $\theta$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `np.arcsin(np.sqrt(p))` gives half of the angle. Do not forget the measurement.
#
# </details>


# %% answer="biased_qubit"
def biased_qubit(p):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(1, 1)
    circuit.ry(2 * np.arcsin(np.sqrt(p)), 0)
    circuit.measure(0, 0)
    return circuit
    ### END SOLUTION


# %% check="biased_qubit" points=2
assert_implements(
    biased_qubit,
    [
        ((0.5,), {"0": 0.5, "1": 0.5}),
        ((0.25,), {"0": 0.75, "1": 0.25}),
    ],
    compare=assert_outcomes,
)
### BEGIN HIDDEN TESTS
assert_implements(
    biased_qubit,
    [
        ((0,), {"0": 1.0, "1": 0.0}),
        ((1,), {"0": 0.0, "1": 1.0}),
        ((0.9,), {"0": 0.1, "1": 0.9}),
        ((1 / 3,), {"0": 2 / 3, "1": 1 / 3}),
        ((0.002,), {"0": 0.998, "1": 0.002}),
    ],
    compare=assert_outcomes,
)
### END HIDDEN TESTS

# %% [markdown] task="tell_signs"
# ## 3. Plus or minus?
#
# A friend hands you a qubit and says: "it is in the state $|+\rangle$ or in the state $|-\rangle$." You have one shot to find out.
#
# Write `tell_signs(preparation)`.
#
# **Input:** a `QuantumCircuit` with one qubit and no classical bits, which prepares the state from $|0\rangle$. You do not know which gates it has. You may change the circuit or copy it.
#
# **Output:** a `QuantumCircuit` with exactly one classical bit, which runs the preparation and then your measurement. The outcome has to be 0 with certainty for $|+\rangle$ and 1 with certainty for $|-\rangle$. For a state $a|+\rangle + b|-\rangle$ the outcome 0 must have probability $|a|^2$.
#
# **Compared:** the exact outcome distribution.
#
# **Not allowed:** looking into the preparation, for instance by computing its state vector. In a laboratory you could not do this either, and an answer that chooses another measurement for each preparation misses the point.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Measured at once, both states give 0 and 1 equally often. Something has to happen before the measurement.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Which gate turns $|+\rangle$ into $|0\rangle$ and $|-\rangle$ into $|1\rangle$?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Take a copy of the preparation, append one gate and call `measure_all()`, which adds the classical bit by itself.
#
# </details>


# %% answer="tell_signs"
def tell_signs(preparation):
    ### BEGIN SOLUTION
    circuit = preparation.copy()
    circuit.h(0)
    circuit.measure_all()
    return circuit
    ### END SOLUTION


# %% check="tell_signs" points=2
prepare_plus = QuantumCircuit(1)
prepare_plus.h(0)
prepare_minus = QuantumCircuit(1)
prepare_minus.x(0)
prepare_minus.h(0)
assert_implements(
    tell_signs,
    [((prepare_plus,), {"0": 1.0, "1": 0.0}), ((prepare_minus,), {"0": 0.0, "1": 1.0})],
    compare=assert_outcomes,
)
### BEGIN HIDDEN TESTS
prepare_minus_with_phase = QuantumCircuit(1, global_phase=1.1)
prepare_minus_with_phase.h(0)
prepare_minus_with_phase.z(0)
prepare_zero = QuantumCircuit(1)
prepare_mixture_of_signs = QuantumCircuit(1)
prepare_mixture_of_signs.ry(2 * np.arctan2(0.8, 0.6), 0)
prepare_mixture_of_signs.h(0)
prepare_plus_i = QuantumCircuit(1)
prepare_plus_i.h(0)
prepare_plus_i.p(np.pi / 3, 0)
# nothing about this one is special: each gate matters, and so do their order and their signs
prepare_anything = QuantumCircuit(1)
prepare_anything.ry(0.9, 0)
prepare_anything.p(1.2, 0)
prepare_anything.rx(0.7, 0)
prepare_anything.u(0.5, -0.4, 2.1, 0)
sum_of_amplitudes = Statevector(prepare_anything).data.sum()
anything_plus = abs(sum_of_amplitudes) ** 2 / 2
assert_implements(
    tell_signs,
    [
        ((prepare_minus_with_phase,), {"0": 0.0, "1": 1.0}),
        ((prepare_zero,), {"0": 0.5, "1": 0.5}),
        ((prepare_mixture_of_signs,), {"0": 0.36, "1": 0.64}),
        ((prepare_plus_i,), {"0": 0.75, "1": 0.25}),
        ((prepare_anything,), {"0": anything_plus, "1": 1 - anything_plus}),
    ],
    compare=assert_outcomes,
)
### END HIDDEN TESTS

# %% [markdown] task="qubit_statistics"
# ## 4. One qubit out of many, with its error bar
#
# Several qubits were measured together, and now one of them is of interest.
#
# Write `qubit_statistics(counts, qubit)`.
#
# **Input:** `counts` is a dict from labels such as `"011"` to numbers of shots, as Qiskit gives it; labels that never appeared may be missing. `qubit` is the index of a qubit.
#
# **Output:** a pair of two numbers: the fraction of shots in which this qubit gave 1, and the standard error of this fraction, $\sqrt{\hat p (1 - \hat p) / N}$, where $N$ is the number of all shots.
#
# **Bit order:** Qiskit's; qubit 0 is the rightmost bit of the label.
#
# **Compared:** both numbers, up to $10^{-6}$.
#
# *Example:* `{"01": 30, "10": 70}` and qubit 0 give the fraction 0.3 with the standard error 0.0458.
#
# <details><summary>Hint 1: a nudge</summary>
#
# In the label `"110"`, what is the value of qubit 0? And of qubit 2?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Python counts characters of a text from the right with negative indices: `label[-1]` is the last one.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Add up the shots of all labels with `label[-1 - qubit] == "1"`, divide by `sum(counts.values())`, and put the result into the formula.
#
# </details>


# %% answer="qubit_statistics"
def qubit_statistics(counts, qubit):
    ### BEGIN SOLUTION
    shots = sum(counts.values())
    ones = sum(number for label, number in counts.items() if label[-1 - qubit] == "1")
    fraction = ones / shots
    return fraction, np.sqrt(fraction * (1 - fraction) / shots)
    ### END SOLUTION


# %% check="qubit_statistics" points=2
assert_implements(
    qubit_statistics,
    [
        (({"0": 600, "1": 400}, 0), (0.4, np.sqrt(0.24 / 1000))),
        (({"01": 30, "10": 70}, 0), (0.3, np.sqrt(0.21 / 100))),
        (({"01": 30, "10": 70}, 1), (0.7, np.sqrt(0.21 / 100))),
    ],
)
### BEGIN HIDDEN TESTS
three_qubits = {"000": 100, "001": 50, "011": 150, "100": 400, "110": 300}
assert_implements(
    qubit_statistics,
    [
        ((three_qubits, 0), (0.2, np.sqrt(0.16 / 1000))),
        ((three_qubits, 1), (0.45, np.sqrt(0.2475 / 1000))),
        ((three_qubits, 2), (0.7, np.sqrt(0.21 / 1000))),
        (({"0": 250}, 0), (0.0, 0.0)),
        (({"1": 250}, 0), (1.0, 0.0)),
        (({"1000": 1, "0111": 3}, 3), (0.25, np.sqrt(0.1875 / 4))),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="shots_needed"
# ## 5. How many shots do you have to pay for?
#
# Time on a quantum computer costs money, so one plans the number of shots before the run.
#
# Write `shots_needed(standard_error, p=None)`.
#
# **Input:** `standard_error` is a number greater than 0. `p` is the probability that is to be estimated, from 0 to 1, or `None` if nothing is known about it.
#
# **Output:** the smallest whole number of shots $N \ge 1$ for which $\sqrt{p(1-p)/N}$ is not larger than `standard_error`. If `p` is `None`, the number must be large enough for every possible `p`, and no larger than that requires.
#
# **Compared:** exactly, as a whole number. No case is asked for in which the last digit of a floating point number would decide.
#
# *Example:* `shots_needed(0.04, 0.1)` is 57, and without knowledge of `p` it is 157.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Solve the inequality for $N$. Does a smaller standard error need more shots or fewer? Twice as small: how many times more?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Draw $p(1-p)$ as a function of $p$. Where is it largest? Where is it zero, and what should the answer be there?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Round $p(1-p)/\sigma^2$ up with `np.ceil`, turn it into an `int`, and return at least 1. For an unknown `p` take the value of `p` for which the product is largest.
#
# </details>


# %% answer="shots_needed"
def shots_needed(standard_error, p=None):
    ### BEGIN SOLUTION
    if p is None:
        p = 0.5
    return max(1, int(np.ceil(p * (1 - p) / standard_error**2)))
    ### END SOLUTION


# %% check="shots_needed" points=2
assert_implements(
    shots_needed,
    [
        ((0.04, 0.1), 57),
        ((0.04,), 157),
        ((0.0041, 0.1), 5354),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    shots_needed,
    [
        ((0.011,), 2067),
        ((0.011, 0.5), 2067),
        ((0.011, 0.8), 1323),
        ((0.0013, 0.02), 11598),
        ((0.02, 0), 1),
        ((0.02, 1), 1),
        ((0.9,), 1),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="measure_in_basis"
# ## 6. Any question you like
#
# A measurement in a basis asks: "this state, or the one orthogonal to it?" Here the basis is chosen by whoever calls your function.
#
# Write `measure_in_basis(preparation, first)`.
#
# **Input:** `preparation` is a `QuantumCircuit` with one qubit and no classical bits, which prepares a state $|\psi\rangle$ from $|0\rangle$; you may change it or copy it. `first` is a list of two complex numbers, the amplitudes of a normalised state $|b_0\rangle$. Neither of them need be real.
#
# **Output:** a `QuantumCircuit` with exactly one classical bit, which runs the preparation and then measures. The outcome 0 must have probability $|\langle b_0|\psi\rangle|^2$.
#
# **Compared:** the exact outcome distribution, for several states and bases. What is left of the qubit after the measurement does not matter.
#
# **Not allowed:** looking into the preparation, as in task 3.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Which gate or sequence of gates carries $|b_0\rangle$ to $|0\rangle$? Where does the orthogonal state then go, necessarily?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# It is easier to find gates that carry $|0\rangle$ to $|b_0\rangle$. Every circuit without measurements can be run backwards, see `QuantumCircuit.inverse`. Another way: find the 2 × 2 matrix. Its first row has to turn an array $\psi$ into $\langle b_0|\psi\rangle$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# With $b_0 = (a, b)$, the state $(-\bar b, \bar a)$ is orthogonal to it; the bar is the complex conjugate. The rows of the matrix are the complex conjugates of the two states. `circuit.unitary(matrix, 0)` appends a matrix as a gate.
#
# </details>


# %% answer="measure_in_basis"
def measure_in_basis(preparation, first):
    ### BEGIN SOLUTION
    a, b = first
    rotation = np.array([[np.conj(a), np.conj(b)], [-b, a]])
    circuit = preparation.copy()
    circuit.unitary(rotation, 0)
    circuit.measure_all()
    return circuit
    ### END SOLUTION


# %% check="measure_in_basis" points=3
prepare_one = QuantumCircuit(1)
prepare_one.x(0)
prepare_y = QuantumCircuit(1)
prepare_y.h(0)
prepare_y.s(0)
half = np.sqrt(0.5)
assert_implements(
    measure_in_basis,
    [
        ((prepare_one, [0.6, 0.8]), {"0": 0.64, "1": 0.36}),
        ((prepare_y, [half, 1j * half]), {"0": 1.0, "1": 0.0}),
        ((prepare_y, [half, -1j * half]), {"0": 0.0, "1": 1.0}),
        ((prepare_y, [half, half]), {"0": 0.5, "1": 0.5}),
    ],
    compare=assert_outcomes,
)
### BEGIN HIDDEN TESTS
prepare_some = QuantumCircuit(1)
prepare_some.ry(0.7, 0)
prepare_some.p(1.9, 0)
some_state = Statevector(prepare_some).data
some_bases = [
    [0.0, 1.0],
    [1j, 0.0],
    [0.6, -0.8],
    [0.48 + 0.36j, 0.8j],
    [0.8j, 0.48 - 0.36j],
    [np.cos(0.3) * np.exp(0.4j), np.sin(0.3) * np.exp(-2.2j)],
]
assert_implements(
    measure_in_basis,
    [
        (
            (prepare_some, basis),
            {
                "0": abs(np.vdot(basis, some_state)) ** 2,
                "1": 1 - abs(np.vdot(basis, some_state)) ** 2,
            },
        )
        for basis in some_bases
    ],
    compare=assert_outcomes,
)
### END HIDDEN TESTS

# %% [markdown] task="phase_from_counts"
# ## 7. Reading a phase from two histograms
#
# Many qubits were prepared in the same state $(|0\rangle + e^{i\varphi}|1\rangle)/\sqrt 2$. Some of them were measured in the X basis and the others in the Y basis. Only the counts are left.
#
# Write `phase_from_counts(x_counts, y_counts)`.
#
# **Input:** two dicts with counts for the labels `"0"` and `"1"`. In `x_counts` the outcome 0 stands for $|+\rangle$, in `y_counts` for $|{+i}\rangle$. A label that never appeared may be missing. **The two numbers of shots may differ.**
#
# **Output:** the phase $\varphi$ in radians, from $-\pi$ to $\pi$, **with the right sign and in the right quadrant**.
#
# **Compared:** up to 0.01. The counts come from a million shots or more, and no phase close to $\pm\pi$ is asked for.
#
# <details><summary>Hint 1: a nudge</summary>
#
# What does the X basis alone say about $\varphi$, and what does it leave open? Compare picture 9 of the lesson.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $P_X(0) = \frac{1 + \cos\varphi}{2}$ and $P_Y(0) = \frac{1 + \sin\varphi}{2}$. So both the cosine and the sine are known.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Turn each dict into a fraction of zeros, and each fraction into a cosine or a sine. `np.arctan2(sine, cosine)` returns the angle in the right quadrant.
#
# </details>


# %% answer="phase_from_counts"
def phase_from_counts(x_counts, y_counts):
    ### BEGIN SOLUTION
    def balance(counts):
        zeros, ones = counts.get("0", 0), counts.get("1", 0)
        return (zeros - ones) / (zeros + ones)

    return np.arctan2(balance(y_counts), balance(x_counts))
    ### END SOLUTION


# %% check="phase_from_counts" points=3
near = partial(assert_close, tolerance=0.01)
assert_implements(
    phase_from_counts,
    [
        (({"0": 750_000, "1": 250_000}, {"0": 933_013, "1": 66_987}), np.pi / 3),
        (({"0": 750_000, "1": 250_000}, {"0": 133_974, "1": 1_866_026}), -np.pi / 3),
        (({"0": 1_000_000, "1": 1_000_000}, {"0": 4_000_000}), np.pi / 2),
    ],
    compare=near,
)


### BEGIN HIDDEN TESTS
def ideal_counts(probability, shots):
    zeros = round(probability * shots)
    return {"0": zeros, "1": shots - zeros}


assert_implements(
    phase_from_counts,
    [
        (
            (
                ideal_counts((1 + np.cos(phase)) / 2, x_shots),
                ideal_counts((1 + np.sin(phase)) / 2, y_shots),
            ),
            phase,
        )
        for phase, x_shots, y_shots in [
            (0.4, 1_000_000, 3_000_000),
            (2.3, 5_000_000, 1_000_000),
            (-0.9, 1_000_000, 2_000_000),
            (-2.7, 2_000_000, 1_000_000),
        ]
    ],
    compare=near,
)
assert_implements(
    phase_from_counts,
    [(({"0": 1_000_000}, {"0": 1_500_000, "1": 1_500_000}), 0.0)],
    compare=near,
)
### END HIDDEN TESTS

# %% [markdown] task="measurement_chain"
# ## 8. A chain of measurements
#
# A qubit starts in $|0\rangle$ and is measured several times in a row, with no gates in between. The measurement number $j$ uses the real basis with the angle $\theta_j$:
#
# $$|b_0\rangle = \cos\theta_j\,|0\rangle + \sin\theta_j\,|1\rangle, \qquad |b_1\rangle = -\sin\theta_j\,|0\rangle + \cos\theta_j\,|1\rangle .$$
#
# After the outcome $k$ the qubit is left in $|b_k\rangle$ of this basis, and the next measurement starts from there.
#
# Write `chain_probability(angles, outcomes)`.
#
# **Input:** a list of angles, and a list of as many outcomes. Each outcome is 0, 1 or `None`. `None` means that this measurement took place, but nobody wrote down its outcome.
#
# **Output:** the probability that all outcomes that were written down are as the list says.
#
# **Compared:** up to $10^{-6}$.
#
# *Example:* `chain_probability([0.7854, 0], [None, 1])` is close to 0.5: the forgotten measurement in the X basis makes the second outcome random. Leaving it out would give 0.
#
# <details><summary>Hint 1: a nudge</summary>
#
# First solve the task without `None`. Which angle describes the state after the outcome 0, and which one after the outcome 1?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# After the outcome 1, the direction of the qubit is $\theta_j + \pi/2$. The probability of an outcome is the squared cosine of the angle between the direction before and the direction after.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For `None`, both outcomes can have happened, and the measurement tells the two paths apart. So add the *probabilities* of the two continuations, not the amplitudes. A function that calls itself for the rest of the list does this in a few lines; so does a pair of numbers, the probability of being in $|b_0\rangle$ and in $|b_1\rangle$, that you update step by step.
#
# </details>


# %% answer="measurement_chain"
def chain_probability(angles, outcomes):
    ### BEGIN SOLUTION
    def continue_from(direction, step):
        if step == len(angles):
            return 1.0
        possible = [0, 1] if outcomes[step] is None else [outcomes[step]]
        total = 0.0
        for outcome in possible:
            found = angles[step] + outcome * np.pi / 2
            total += np.cos(found - direction) ** 2 * continue_from(found, step + 1)
        return total

    return continue_from(0.0, 0)
    ### END SOLUTION


# %% check="measurement_chain" points=3
assert_implements(
    chain_probability,
    [
        (([0.0], [0]), 1.0),
        (([np.pi / 3], [0]), 0.25),
        (([np.pi / 3], [1]), 0.75),
        (([np.pi / 4, 0.0], [0, 1]), 0.25),
        (([np.pi / 4, np.pi / 4], [1, 1]), 0.5),
        (([np.pi / 4, 0.0], [None, 1]), 0.5),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    chain_probability,
    [
        (([0.3], [None]), 1.0),
        (([0.3, 1.0], [1, 0]), np.sin(0.3) ** 2 * np.sin(0.7) ** 2),
        (([0.3, 1.0, 0.1], [0, 1, 1]), np.cos(0.3) ** 2 * np.sin(0.7) ** 2 * np.cos(0.9) ** 2),
        (
            ([0.3, 1.0], [None, 0]),
            np.cos(0.3) ** 2 * np.cos(0.7) ** 2 + np.sin(0.3) ** 2 * np.sin(0.7) ** 2,
        ),
        (([0.5, 0.5, 0.5], [None, 0, None]), np.cos(0.5) ** 2),
        (([0.5, 0.5, 0.5], [0, None, 1]), 0.0),
        (
            ([0.2, -0.4, 0.9], [None, None, 1]),
            0.5 - 0.5 * np.cos(0.4) * np.cos(1.2) * np.cos(2.6),
        ),
        (([np.pi / 20 * (k + 1) for k in range(10)], [0] * 10), np.cos(np.pi / 20) ** 20),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="hidden_coin"
# ## 9. In your own words: the coin under the cup
#
# A fellow student says: "A Hadamard gate just tosses a coin. Afterwards the qubit *is* 0 or 1, we only have not looked yet. Superposition is a fancy word for not knowing."
#
# Answer her in 80 to 200 words. Describe an experiment with one qubit that you could run in Qiskit, say what her opinion predicts for its outcomes and what is observed, explain the difference with amplitudes, and say how many shots would convince you and why one shot would not.

# %% [markdown] essay="hidden_coin" points=4
# ### BEGIN SOLUTION
# Apply a Hadamard gate twice to $|0\rangle$, then measure. If the first gate left the qubit in 0 or in 1, then, whichever it was, the second gate would make it random again: on its own, a Hadamard gate gives 0 and 1 with probability 1/2 for the input 0 as well as for the input 1. So her opinion predicts about half zeros and half ones.
#
# Observed is 0 in every shot. There are two ways to each final outcome, by way of 0 and by way of 1. For the outcome 1 their amplitudes are $+1/2$ and $-1/2$, which cancel; for the outcome 0 they are $+1/2$ and $+1/2$, which add up to 1. Probabilities are never negative and cannot cancel, so no coin does this. Looking in between, that is measuring after the first gate, makes the final outcome random again.
#
# One shot with outcome 0 proves little: her coin shows 0 in half of the cases. Twenty zeros in a row would happen to her coin with a probability of $2^{-20}$, about one in a million. That would convince me.
# ### END SOLUTION

# %% [markdown] rubric="hidden_coin"
# - **1 point:** names an experiment that distinguishes the two views, that is one with a gate between the superposition and the final measurement (two Hadamard gates, or Hadamard, phase gate, Hadamard). Preparing and measuring alone gives no point here.
#
# - **1 point:** states both predictions correctly: random (half and half) for the coin, and the certain or phase-dependent outcome that is observed.
#
# - **1 point:** explains the difference by amplitudes that add or cancel, with their signs; saying "because of interference" without signs or amplitudes gives no point.
#
# - **1 point:** says why one shot is not enough, with a number: the coin agrees with probability 1/2 in one shot and $2^{-n}$ in $n$ shots (or a comparable estimate).

# %% [markdown]
# ## Before the last task
#
# The function in the next cell computes how often a strategy is right in the game of task 10. You need not change it; use it to try your ideas.


# %% given="chance_of_right"
def chance_of_right(strategy, alpha, beta, prior, copies):
    """Return the probability that the last of `copies` outcomes names the prepared state.

    `strategy(alpha, beta, prior, outcomes)` gives the angle of the next measurement.
    """
    total = 0.0
    for path in itertools.product([0, 1], repeat=copies):
        first, second = prior, 1 - prior
        for step, outcome in enumerate(path):
            theta = strategy(alpha, beta, prior, list(path[:step]))
            assert_close(theta, 0.0, tolerance=1e6)  # a finite real number
            found = theta + outcome * np.pi / 2
            first *= np.cos(found - alpha) ** 2
            second *= np.cos(found - beta) ** 2
        total += first if path[-1] == 0 else second
    return total


# %% [markdown] task="best_guess"
# ## 10. The best guess
#
# A source prepares several qubits, all in the same state. Either all of them are in $|A\rangle = \cos\alpha\,|0\rangle + \sin\alpha\,|1\rangle$, or all of them are in $|B\rangle = \cos\beta\,|0\rangle + \sin\beta\,|1\rangle$. The first case has probability `prior`, the second `1 - prior`. The two states are not orthogonal, so nobody can tell them apart with certainty.
#
# You measure one qubit after the other, each in a real basis of your choice (as in task 8), and you may choose each basis after you have seen the earlier outcomes. **The last outcome is your guess:** 0 means $A$, and 1 means $B$.
#
# Write `next_angle(alpha, beta, prior, outcomes)`.
#
# **Input:** the two angles in radians, the probability `prior` of $A$ (between 0 and 1), and the list of the outcomes so far, which is empty before the first measurement. All earlier angles were chosen by your function.
#
# **Output:** the angle $\theta$ of the next measurement in radians. You do not know how many qubits there will be: **whichever measurement turns out to be the last, the chance of a right guess must be as large as it can be.**
#
# **Compared:** the chance of a right guess for 1, 2 and 3 qubits, up to $10^{-4}$ below the best possible value. Different angles with the same chance are equally good. A numerical search is allowed if all calls together take a few seconds at most.
#
# *Example:* for $\alpha = 0$, $\beta = \pi/6$ and `prior` 0.5 the best chances are 0.7500 with one qubit, 0.8307 with two and 0.8802 with three.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Begin with one qubit. Write the chance of a right guess as a function of $\theta$, and maximise it, on paper or numerically. Test it with `copies=1`, also for a `prior` other than 0.5.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# After an outcome, you know more than `prior` says. What is the probability of $A$ now? The next measurement is again the first one of a game, with another prior.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# With $q = 1 - p$, the chance is $p\cos^2(\theta - \alpha) + q\sin^2(\theta - \beta)$. Use $\cos^2 x = \frac{1 + \cos 2x}{2}$ and $\sin^2 x = \frac{1 - \cos 2x}{2}$: it becomes $\frac12$ plus a sum of terms in $\cos 2\theta$ and $\sin 2\theta$, and `np.arctan2` finds the angle $2\theta$ at which it is largest. To update $p$, replay the outcomes: for each of them compute the angle that you chose, multiply $p$ and $q$ by the probability of this outcome for $A$ and for $B$, and divide both by their sum (Bayes' rule).
#
# </details>
#
# *Background:* for one qubit the best value is due to Helstrom (*Quantum Detection and Estimation Theory*, 1976). That this strategy, one qubit at a time, is as good as any joint measurement of all the qubits is shown by Acín and others (Physical Review A 71, 032338, 2005). It holds for two pure states, not in general.


# %% answer="best_guess"
def next_angle(alpha, beta, prior, outcomes):
    ### BEGIN SOLUTION
    def best_angle(p, q):
        return 0.5 * np.arctan2(
            p * np.sin(2 * alpha) - q * np.sin(2 * beta),
            p * np.cos(2 * alpha) - q * np.cos(2 * beta),
        )

    p, q = prior, 1 - prior
    for outcome in outcomes:
        found = best_angle(p, q) + outcome * np.pi / 2
        p *= np.cos(found - alpha) ** 2
        q *= np.cos(found - beta) ** 2
        p, q = p / (p + q), q / (p + q)
    return best_angle(p, q)
    ### END SOLUTION


# %% check="best_guess" points=4
for copies, best in [(1, 0.7500), (2, 0.8307), (3, 0.8802)]:
    assert_close(chance_of_right(next_angle, 0, np.pi / 6, 0.5, copies), best, tolerance=2e-4)
for copies, best in [(1, 0.9151), (2, 0.9608)]:
    assert_close(chance_of_right(next_angle, 1.0, 0.2, 0.8, copies), best, tolerance=2e-4)


### BEGIN HIDDEN TESTS
def best_possible(alpha, beta, prior, copies):
    overlap = np.cos(alpha - beta) ** (2 * copies)
    return (1 + np.sqrt(1 - 4 * prior * (1 - prior) * overlap)) / 2


for alpha, beta, prior in [
    (0.3, -0.4, 0.5),
    (0.0, np.pi / 4, 0.3),
    (2.0, 1.1, 0.65),
    (-0.7, 0.2, 0.95),
    (1.2, 1.5, 0.1),
]:
    for copies in (1, 2, 3):
        assert_close(
            chance_of_right(next_angle, alpha, beta, prior, copies),
            best_possible(alpha, beta, prior, copies),
            tolerance=1e-4,
        )
### END HIDDEN TESTS
