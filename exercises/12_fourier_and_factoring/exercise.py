# %% [markdown]
# # Exercise: Fourier transform, phase estimation and factoring
#
# Ten tasks, from a circuit that you have seen in the lesson to parts of an order finder with one control qubit. Plan about two and a half hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions, as in the lesson: qubit 0 is the rightmost bit of a ket and of a key of counts. A register of $n$ qubits holds the number $x = \sum_k 2^k x_k$, where $x_k$ is the bit of the register's qubit $k$. Angles are in radians. A phase $\varphi$ is a part of a full turn: $0 \le \varphi < 1$, and the eigenvalue is $e^{2\pi i\varphi}$. A global phase does not count. Controlled phases `cp` are gates on two qubits; a gate on three qubits or more counts as the two-qubit gates it is made of.
#
# You may use NumPy, Qiskit and the Python standard library, import more of them, and define functions of your own in the answer cells.

# %% given="imports"
import math
from fractions import Fraction

import numpy as np
from qiskit import QuantumCircuit

from grader.checks import (
    assert_budget,
    assert_distribution,
    assert_implements,
    assert_same_unitary,
    filled_in,
    instances,
    opaque_oracle,
)

# %% [markdown]
# The next cell writes the Fourier transform down from its definition, as a matrix with $2^n$ rows. You can use it in your own tests. An answer that is a circuit must be made of gates, though: a matrix with $2^n$ rows is no way to build anything for large $n$.


# %% given="fourier_matrix"
def fourier_matrix(n, order="rising"):
    """Row y, column x: exp(2 pi i x y / 2^n) / sqrt(2^n). With "falling" the bits of y are written in reverse."""
    size = 2**n
    numbers = np.arange(size)
    matrix = np.exp(2j * np.pi * np.outer(numbers, numbers) / size) / np.sqrt(size)
    if order == "falling":
        reverse = [int(format(y, f"0{n}b")[::-1], 2) for y in numbers]
        matrix = matrix[reverse]
    return matrix


# %% [markdown] task="waves"
# ## 1. In which order do the bits come out?
#
# Write `waves(n, order)`, which applies the Fourier transform to a register:
#
# $$|x\rangle \;\mapsto\; \frac{1}{\sqrt{2^n}} \sum_{y=0}^{2^n-1} e^{2\pi i\,xy/2^n}\,|y\rangle.$$
#
# **Input:** the number of qubits $1 \le n \le 6$, and a text, `"rising"` or `"falling"`. It says how the *output* number $y$ is written into the register: with `"rising"`, qubit $k$ holds the bit of weight $2^k$, as everywhere in Qiskit; with `"falling"`, qubit $k$ holds the bit of weight $2^{n-1-k}$. The input number $x$ is rising in both cases.
#
# **Output:** a `QuantumCircuit` on $n$ qubits, without measurements.
#
# **Compared:** the unitary, without its global phase; tolerance $10^{-6}$.
#
# **Limits:** no further qubits. At most $n(n-1)/2$ gates on two qubits for `"falling"`, and $n(n-1)/2 + 3\lfloor n/2\rfloor$ for `"rising"`. The gate `unitary` (a matrix as a gate) is not allowed.
#
# <details><summary>Hint 1: a nudge</summary>
#
# For one of the two orders the circuit of the lesson is ready before its swaps. Which one? Try $n = 2$ with `Operator(circuit).data` and `fourier_matrix`.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# In the product formula, the bit of $y$ with weight $2^j$ brings the phase $e^{2\pi i\,x\,2^j/2^n}$. For $j = n-1$ this depends on $x_0$ alone, and for $j = 0$ on all bits of $x$. The Hadamard gate on qubit $k$ makes the sign $(-1)^{x_k}$, which is the largest of the phases. Which output bit needs $x_{n-1}$ with exactly this sign?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For the qubit `top` from $n-1$ down to 0: `h(top)`, then `cp(np.pi / 2**(top - k), k, top)` for every `k < top`. That is "falling". For "rising" exchange qubit $k$ with qubit $n-1-k$ at the end.
#
# </details>


# %% answer="waves"
def waves(n, order):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(n)
    for top in reversed(range(n)):
        circuit.h(top)
        for k in range(top):
            circuit.cp(np.pi / 2 ** (top - k), k, top)
    if order == "rising":
        for k in range(n // 2):
            circuit.swap(k, n - 1 - k)
    return circuit
    ### END SOLUTION


# %% check="waves" points=2
def check_waves(n, order):
    """Compare with the definition, then count."""
    circuit = waves(n, order)
    assert_same_unitary(circuit, fourier_matrix(n, order), circuit_only=True)
    most = n * (n - 1) // 2 + (3 * (n // 2) if order == "rising" else 0)
    assert_budget(circuit, qubits=n, two_qubit_gates=most, forbidden_gates=["unitary"])


check_waves(2, "falling")
check_waves(2, "rising")
check_waves(3, "falling")
check_waves(3, "rising")
### BEGIN HIDDEN TESTS
for n in (1, 4, 5):
    check_waves(n, "falling")
    check_waves(n, "rising")
### END HIDDEN TESTS

# %% [markdown] task="add_if"
# ## 2. A sum without carries
#
# The adders of the module on reversible logic carried from bit to bit. In the Fourier basis there is nothing to carry: the number sits in the phases, and phases add. Write `add_if(n, a)`, which adds a number that is known when the circuit is written, if a control qubit is 1:
#
# $$|c\rangle\,|x\rangle \;\mapsto\; |c\rangle\,|x + c\,a \bmod 2^n\rangle.$$
#
# **Input:** the size $1 \le n \le 6$ of the register, and any integer $a$. It may be negative, and it may be larger than $2^n$.
#
# **Output:** a `QuantumCircuit` on $n + 1$ qubits, without measurements: qubits $0, \ldots, n-1$ are the register, qubit $n$ is the control.
#
# **Compared:** the unitary, without its global phase; tolerance $10^{-6}$.
#
# **Limits:** no further qubits, at most $n^2 + n$ gates on two qubits, and no gate `unitary`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# What does the transform make of $|x\rangle$, and what of $|x + a\rangle$? By which factor do the amplitudes of $|y\rangle$ differ?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# By $e^{2\pi i\,a y/2^n}$, and this is a product of one phase for each bit of $y$. So: transform, one phase gate on each qubit, transform back. What has to be controlled, and what may happen in any case?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Only the phases need the control: with $c = 0$ the transform and its inverse cancel. Without swaps, qubit $k$ holds the bit of weight $2^{n-1-k}$, so its phase is `cp(2 * np.pi * a * 2 ** (n - 1 - k) / 2**n, n, k)`. The inverse of a circuit is `circuit.inverse()`.
#
# </details>


# %% answer="add_if"
def add_if(n, a):
    ### BEGIN SOLUTION
    transform = QuantumCircuit(n + 1)
    for top in reversed(range(n)):
        transform.h(top)
        for k in range(top):
            transform.cp(np.pi / 2 ** (top - k), k, top)
    circuit = transform.copy()
    for k in range(n):
        circuit.cp(2 * np.pi * a / 2 ** (k + 1), n, k)
    return circuit.compose(transform.inverse())
    ### END SOLUTION


# %% check="add_if" points=3
def check_add_if(n, a):
    """Compare with the permutation, then count."""
    circuit = add_if(n, a)
    size = 2**n
    wanted = np.zeros((2 * size, 2 * size))
    for x in range(size):
        wanted[x, x] = 1
        wanted[size + (x + a) % size, size + x] = 1
    assert_same_unitary(circuit, wanted, circuit_only=True)
    assert_budget(circuit, qubits=n + 1, two_qubit_gates=n * n + n, forbidden_gates=["unitary"])


check_add_if(2, 1)
check_add_if(3, 5)
check_add_if(3, -1)
### BEGIN HIDDEN TESTS
check_add_if(1, 1)
check_add_if(2, 0)
check_add_if(4, 21)
check_add_if(4, 7)
check_add_if(5, -11)
generator = instances("add_if")
for n in (3, 4, 5):
    check_add_if(n, int(generator.integers(1, 2**n)))
### END HIDDEN TESTS

# %% [markdown] task="thrifty"
# ## 3. Good enough, and cheaper
#
# A controlled phase of $2\pi/2^{20}$ does next to nothing, and few machines could do it precisely. Coppersmith's idea (1994): leave the small ones out. Write `thrifty(n, epsilon)`, a transform that is allowed to be a little wrong and must be cheaper.
#
# **Input:** the number of qubits $2 \le n \le 7$, and a number $\varepsilon > 0$.
#
# **Output:** a `QuantumCircuit` on $n$ qubits, without measurements, for the transform of task 1 in the order `"falling"`.
#
# **Compared:** what becomes of each basis state $|x\rangle$. The distance from the exact result (the norm of the difference of the two vectors, after the global phase of the whole circuit that fits best) must be at most $\varepsilon$.
#
# **Limits:** no further qubits, no gate `unitary`, and at most $n(n-1)/2 - M$ gates on two qubits. To find $M$, sort the angles of all controlled phases of the exact circuit (the angle $2\pi/2^j$ occurs $n - j + 1$ times, $j = 2, \ldots, n$) and add them up from the smallest: $M$ is how many you can take before the sum exceeds $\varepsilon$.
#
# *Example:* for $n = 4$ the angles are $\pi/8$, twice $\pi/4$ and three times $\pi/2$. With $\varepsilon = 1.5$ you have $\pi/8 + \pi/4 = 1.18$, and the next one would make it 1.96. So $M = 2$, and 4 of the 6 controlled phases are left.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Why can the error not be larger than the sum of the angles that are left out? Think of two circuits that differ in one gate. How far apart are $e^{i\theta}$ and 1?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Leaving out one phase with the angle $\theta$ changes the result by at most $|e^{i\theta} - 1| \le \theta$, whatever comes before and after it; and errors add up at most. So it is allowed to leave out just those that the limit makes you leave out.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Make a list of all `(angle, k, top)`, sort it, and walk through it with a running sum; the pairs that you pass before the sum exceeds epsilon go into a set. Then write the circuit of task 1 without the pairs in the set.
#
# </details>


# %% answer="thrifty"
def thrifty(n, epsilon):
    ### BEGIN SOLUTION
    phases = sorted((np.pi / 2 ** (top - k), k, top) for top in range(n) for k in range(top))
    left_out, total = set(), 0.0
    for angle, k, top in phases:
        total += angle
        if total > epsilon:
            break
        left_out.add((k, top))
    circuit = QuantumCircuit(n)
    for top in reversed(range(n)):
        circuit.h(top)
        for k in range(top):
            if (k, top) not in left_out:
                circuit.cp(np.pi / 2 ** (top - k), k, top)
    return circuit
    ### END SOLUTION


# %% check="thrifty" points=3
def check_thrifty(n, epsilon):
    """How wrong, and how cheap."""
    circuit = thrifty(n, epsilon)
    assert_same_unitary(circuit, fourier_matrix(n, "falling"), tolerance=epsilon, circuit_only=True)
    angles = sorted(2 * np.pi / 2**j for j in range(2, n + 1) for _ in range(n - j + 1))
    kept = sum(total > epsilon for total in np.cumsum(angles))
    assert_budget(circuit, qubits=n, two_qubit_gates=int(kept), forbidden_gates=["unitary"])


check_thrifty(3, 0.1)
check_thrifty(4, 0.5)
check_thrifty(4, 1.3)
### BEGIN HIDDEN TESTS
check_thrifty(2, 0.001)
check_thrifty(3, 0.9)
check_thrifty(5, 0.25)
check_thrifty(5, 1e-5)
check_thrifty(6, 0.35)
check_thrifty(6, 1.25)
check_thrifty(7, 0.3)
### END HIDDEN TESTS

# %% [markdown] task="readings"
# ## 4. How many qubits for how many digits?
#
# Phase estimation with $t$ control qubits and an eigenstate of phase $\varphi$ gives the number $y$, from 0 to $2^t - 1$, with a probability that you can compute exactly. The reading counts as *good* if $y/2^t$ is close to $\varphi$ **on the circle**, where 0 and 1 are the same point: some integer $m$ has $|y/2^t - \varphi - m| \le 2^{-n}$. Write two functions.
#
# **Input of `chance(phi, t, n)`:** the phase $0 \le \varphi < 1$; the number $1 \le t \le 14$ of control qubits; an integer $n$ with $1 \le n \le t$.
#
# **Output:** the probability of a good reading.
#
# **Input of `smallest(phi, n, epsilon)`:** the phase, an integer $n \ge 1$, and a number $0 < \varepsilon < 1$.
#
# **Output:** the smallest integer $t \ge n$ for which the probability of a good reading is at least $1 - \varepsilon$. In all instances $t \le 14$.
#
# **Compared:** both numbers; the probability up to $10^{-6}$.
#
# *Example:* for $\varphi = 1/3$ and $t = n = 2$ the readings $y = 0, 1, 2, 3$ have the probabilities $0.0625$, $0.6998$, $0.1875$ and $0.0502$. Good are $y = 1$ and $y = 2$, whose distances from $1/3$ are $0.083$ and $0.167$; so `chance(1/3, 2, 2)` is $0.8873$. More control qubits are not always better: compare `chance(0.3, 4, 3)` with `chance(0.3, 5, 3)`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# With $\delta = \varphi - y/2^t$ the amplitude of $y$ is the mean of the $2^t$ arrows $e^{2\pi i k\delta}$, $k = 0, \ldots, 2^t - 1$. You can simply add them up.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# NumPy does it for all $y$ at once: the amplitudes are the discrete Fourier transform of the numbers $e^{2\pi i k\varphi}$, divided by $2^t$ (`np.fft.fft`). For the distance on the circle, take $d = |y/2^t - \varphi|$ and then the smaller one of $d$ and $1 - d$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `y = np.arange(2**t)`, `weights = np.abs(np.fft.fft(np.exp(2j * np.pi * phi * y)) / 2**t) ** 2`, and sum the weights where the distance is at most `2.0**-n`. For the second function, count $t$ up from $n$.
#
# </details>


# %% answer="readings"
def chance(phi, t, n):
    ### BEGIN SOLUTION
    y = np.arange(2**t)
    weights = np.abs(np.fft.fft(np.exp(2j * np.pi * phi * y)) / 2**t) ** 2
    distance = np.abs(y / 2**t - phi)
    return float(weights[np.minimum(distance, 1 - distance) <= 2.0**-n].sum())
    ### END SOLUTION


def smallest(phi, n, epsilon):
    ### BEGIN SOLUTION
    t = n
    while chance(phi, t, n) < 1 - epsilon:
        t += 1
    return t
    ### END SOLUTION


# %% check="readings" points=3
def good_readings(phi, t, n):
    """The probability, from the closed formula; at a phase that fits, one reading is certain."""
    total = 0.0
    for y in range(2**t):
        delta = (phi - y / 2**t + 0.5) % 1 - 0.5
        if abs(delta) <= 2.0**-n:
            if abs(delta) < 1e-12:
                total += 1.0
            else:
                total += (math.sin(math.pi * 2**t * delta) / math.sin(math.pi * delta)) ** 2 / 4**t
    return total


assert_implements(
    chance,
    [
        ((phi, t, n), good_readings(phi, t, n))
        for phi, t, n in [(1 / 3, 1, 1), (1 / 3, 2, 2), (0.25, 3, 3), (0.3, 4, 3), (0.98, 5, 4)]
    ],
)
assert_implements(smallest, [((0.25, 2, 0.1), 2), ((0.3, 3, 0.1), 4), ((0.98, 4, 0.05), 6)])
### BEGIN HIDDEN TESTS
generator = instances("readings")
assert_implements(
    chance,
    [
        ((phi, t, n), good_readings(phi, t, n))
        for phi, t, n in [
            (0.0, 4, 4),
            (0.0, 1, 1),
            (0.625, 3, 2),
            (0.4321, 6, 6),
            (0.9999, 5, 5),
            (0.51, 3, 3),
            (0.01, 7, 4),
            (3 / 64, 5, 5),
            *((float(generator.random()), int(t), int(t) - 2) for t in (5, 6, 8)),
        ]
    ],
)
assert_implements(
    smallest,
    [
        ((0.0, 3, 0.01), 3),
        ((0.625, 2, 0.05), 3),
        ((0.3, 3, 0.04), 4),
        ((0.3, 3, 0.01), 6),
        ((1 / 3, 4, 0.12), 5),
        ((1 / 3, 4, 0.003), 10),
        ((0.999, 5, 0.01), 5),
        ((0.999, 5, 0.001), 10),
        ((0.77, 1, 0.001), 1),
        ((0.2718, 6, 0.05), 7),
        ((0.45, 4, 0.002), 10),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="measure_phase"
# ## 5. Reading a phase
#
# In a sealed box is a controlled gate: a unitary $U$ on $m$ qubits that acts if a control qubit is 1. You do not know $U$; you may use the box. Write `measure_phase(box, t, m)`, phase estimation with $t$ control qubits.
#
# **Input:** the sealed gate `box` on $m + 1$ qubits; append it with `circuit.append(box, [control, *targets])`: its first qubit is the control, and then come the $m$ targets in their order. The number $1 \le t \le 5$ of bits; the number $m$ of target qubits, 1 or 2.
#
# **Output:** a `QuantumCircuit` on $t + m$ qubits with exactly $t$ classical bits. Qubits $0, \ldots, t-1$ begin in $|0\rangle$. Qubits $t, \ldots, t+m-1$ are the targets and come in a state that is prepared elsewhere. Classical bit $k$ receives the bit of weight $2^k$ of the result $y$.
#
# **Compared:** the exact probabilities of all results, up to $10^{-6}$. If the targets are in an eigenstate of $U$ with phase $\varphi$, they must be
#
# $$P(y) = \Big|\frac{1}{2^t}\sum_{k=0}^{2^t-1} e^{2\pi i k(\varphi - y/2^t)}\Big|^2.$$
#
# If they are in a superposition of eigenstates, the result has the corresponding mixture.
#
# **Limits:** the box may be called at most $2^t - 1$ times (a call of its inverse counts as well); no further qubits.
#
# <details><summary>Hint 1: a nudge</summary>
#
# After a Hadamard gate on each control, which phase does control $k$ need so that the controls together hold $\sum_x e^{2\pi i\varphi x}|x\rangle$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Control $k$ has weight $2^k$, so it has to call the box $2^k$ times; together that makes $2^t - 1$. The state is then the Fourier transform of $|2^t\varphi\rangle$, if this is an integer. So undo the transform, and mind the order of the bits.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Undo the "rising" transform of task 1, that is: swap qubit $k$ with $t-1-k$; then for `top` from 0 up, `cp(-np.pi / 2**(top - k), k, top)` for all `k < top`, and `h(top)`. Measure qubit $k$ into bit $k$. Instead of the swaps you may let control $t-1-k$ call the box $2^k$ times.
#
# </details>


# %% answer="measure_phase"
def measure_phase(box, t, m):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(t + m, t)
    targets = list(range(t, t + m))
    for k in range(t):
        circuit.h(k)
        for _ in range(2**k):
            circuit.append(box, [k, *targets])
    for k in range(t // 2):
        circuit.swap(k, t - 1 - k)
    for top in range(t):
        for k in range(top):
            circuit.cp(-np.pi / 2 ** (top - k), k, top)
        circuit.h(top)
    circuit.measure(range(t), range(t))
    return circuit
    ### END SOLUTION


# %% check="measure_phase" points=3
def check_measure_phase(t, phases, weights, seed):
    """Eigenstates are columns of a random unitary; the weights say how often each of them is in the targets."""
    phases, weights = np.array(phases), np.array(weights)
    m = len(phases).bit_length() - 1
    answer = measure_phase(opaque_oracle("box", m + 1), t, m)
    assert_budget(answer, qubits=t + m, calls={"box": 2**t - 1})
    parts = np.random.default_rng(seed).normal(size=(2, len(phases), len(phases)))
    basis = np.linalg.qr(parts[0] + 1j * parts[1])[0]
    gate = basis @ np.diag(np.exp(2j * np.pi * phases)) @ basis.conj().T
    # the control is the first qubit, that is the rightmost factor
    boxed = np.kron(np.eye(len(phases)), np.diag([1, 0])) + np.kron(gate, np.diag([0, 1]))
    circuit = QuantumCircuit(t + m, t)
    start = np.column_stack([basis @ np.sqrt(weights), basis[:, 1:]])
    circuit.unitary(np.linalg.qr(start)[0], range(t, t + m))  # takes |0...0> to the first column
    opened = filled_in(answer, {"box": boxed})
    circuit.compose(opened, range(t + m), range(answer.num_clbits), inplace=True)
    size = 2**t
    wanted = {}
    for y in range(size):
        arrows = np.exp(2j * np.pi * np.outer(phases - y / size, np.arange(size)))
        wanted[format(y, f"0{t}b")] = float(weights @ np.abs(arrows.mean(axis=1)) ** 2)
    assert_distribution(circuit, wanted, circuit_only=True)


check_measure_phase(2, [0.25, 0.5], [1, 0], seed=1)
check_measure_phase(3, [0.125, 0.75], [0.3, 0.7], seed=2)
check_measure_phase(3, [0.2, 0.5], [1, 0], seed=3)
### BEGIN HIDDEN TESTS
check_measure_phase(1, [0.37, 0.5], [1, 0], seed=4)
check_measure_phase(4, [0.31, 0.9375], [0.6, 0.4], seed=5)
check_measure_phase(2, [0.1, 0.25, 0.6, 0.85], [0.1, 0.2, 0.3, 0.4], seed=6)
check_measure_phase(4, [0.0625, 0.8, 0.44, 0.3], [0.4, 0.3, 0.2, 0.1], seed=7)
generator = instances("measure_phase")
check_measure_phase(3, generator.random(2), [0.5, 0.5], seed=int(generator.integers(1000)))
check_measure_phase(5, [float(generator.random()), 0.0], [1, 0], seed=8)
### END HIDDEN TESTS

# %% [markdown] task="one_control"
# ## 6. One control for all bits
#
# Not all bits have to be in the machine at the same time. With feed-forward, one control qubit does, used again and again (Griffiths and Niu, 1996). Here each power of $U$ is a gate of its own, as in Shor's algorithm, where the power $2^k$ is no more expensive than the first. Write `one_control(powers, m)`.
#
# **Input:** a list of $t$ sealed gates, $1 \le t \le 5$: `powers[k]` is the controlled $U^{2^k}$. Each acts on $m + 1$ qubits, the control first and then the $m$ targets ($m$ is 1 or 2).
#
# **Output:** a `QuantumCircuit` on $m + 1$ qubits with exactly $t$ classical bits. Qubit 0 begins in $|0\rangle$; qubits $1, \ldots, m$ are the targets and come in a state that is prepared elsewhere. Classical bit $k$ receives the bit of weight $2^k$ of the result $y$.
#
# **Compared:** the exact probabilities of all results, up to $10^{-6}$. They must be those of task 5.
#
# **Limits:** each of the sealed gates may be called at most once; no further qubits. Resets, measurements in the middle and `if_test` are allowed.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Write the phase as a binary fraction, $\varphi = 0.y_{t-1}\ldots y_1y_0$. Which power of $U$ moves the point so far to the right that only $y_0$ is behind it?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $U^{2^{t-1}}$ has the phase $0.y_0$. This is 0 or a half turn, and H tells them apart. Then $U^{2^{t-2}}$ has the phase $0.y_1y_0$. You know $y_0$ by now: turn its part back, and again a half turn or nothing is left.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For $j = 0, \ldots, t-1$: bring qubit 0 to $|0\rangle$ (`reset`), `h(0)`, call `powers[t - 1 - j]`; for each `k < j`, if classical bit $k$ is 1, `p(-np.pi / 2**(j - k), 0)`; `h(0)`, and measure into bit $j$.
#
# </details>


# %% answer="one_control"
def one_control(powers, m):
    ### BEGIN SOLUTION
    t = len(powers)
    circuit = QuantumCircuit(m + 1, t)
    for j in range(t):
        circuit.reset(0)
        circuit.h(0)
        circuit.append(powers[t - 1 - j], range(m + 1))
        for k in range(j):
            with circuit.if_test((circuit.clbits[k], 1)):
                circuit.p(-np.pi / 2 ** (j - k), 0)
        circuit.h(0)
        circuit.measure(0, j)
    return circuit
    ### END SOLUTION


# %% check="one_control" points=4
def check_one_control(t, phases, weights, seed):
    """As in task 5, with a sealed gate for each power."""
    phases, weights = np.array(phases), np.array(weights)
    m = len(phases).bit_length() - 1
    names = [f"power_{k}" for k in range(t)]
    answer = one_control([opaque_oracle(name, m + 1) for name in names], m)
    assert_budget(answer, qubits=m + 1, calls=dict.fromkeys(names, 1))
    parts = np.random.default_rng(seed).normal(size=(2, len(phases), len(phases)))
    basis = np.linalg.qr(parts[0] + 1j * parts[1])[0]
    contents = {}
    for k, name in enumerate(names):
        gate = basis @ np.diag(np.exp(2j * np.pi * 2**k * phases)) @ basis.conj().T
        identity = np.kron(np.eye(len(phases)), np.diag([1, 0]))
        contents[name] = identity + np.kron(gate, np.diag([0, 1]))
    circuit = QuantumCircuit(m + 1, t)
    start = np.column_stack([basis @ np.sqrt(weights), basis[:, 1:]])
    circuit.unitary(np.linalg.qr(start)[0], range(1, m + 1))  # takes |0...0> to the first column
    opened = filled_in(answer, contents)
    circuit.compose(opened, range(m + 1), range(answer.num_clbits), inplace=True)
    size = 2**t
    wanted = {}
    for y in range(size):
        arrows = np.exp(2j * np.pi * np.outer(phases - y / size, np.arange(size)))
        wanted[format(y, f"0{t}b")] = float(weights @ np.abs(arrows.mean(axis=1)) ** 2)
    assert_distribution(circuit, wanted, circuit_only=True)


check_one_control(2, [0.25, 0.5], [1, 0], seed=1)
check_one_control(3, [0.375, 0.75], [0.3, 0.7], seed=2)
check_one_control(3, [0.2, 0.5], [1, 0], seed=3)
### BEGIN HIDDEN TESTS
check_one_control(1, [0.37, 0.5], [1, 0], seed=4)
check_one_control(4, [0.31, 0.9375], [0.6, 0.4], seed=5)
check_one_control(2, [0.1, 0.25, 0.6, 0.85], [0.1, 0.2, 0.3, 0.4], seed=6)
check_one_control(4, [0.0625, 0.8, 0.44, 0.3], [0.4, 0.3, 0.2, 0.1], seed=7)
generator = instances("one_control")
check_one_control(3, generator.random(2), [0.5, 0.5], seed=int(generator.integers(1000)))
check_one_control(5, [float(generator.random()), 0.0], [1, 0], seed=8)
### END HIDDEN TESTS

# %% [markdown] task="turn_bits"
# ## 7. A gate that multiplies
#
# To find the order of $a$ modulo $N$ you need the gate $|x\rangle \mapsto |ax \bmod N\rangle$, with a control. For $N = 2^n - 1$ and $a \equiv \pm 2^k$ it is surprisingly cheap. For $n = 4$, that is $N = 15$, these are *all* the numbers that have no factor in common with 15: 1, 2, 4, 7, 8, 11, 13 and 14. Write `turn_bits(n, a)`.
#
# **Input:** $2 \le n \le 5$, and an integer $0 < a < N$ with $N = 2^n - 1$, of the form $a \equiv 2^k$ or $a \equiv -2^k$ modulo $N$ for some $0 \le k < n$. You are not told $k$ or the sign.
#
# **Output:** a `QuantumCircuit`, without measurements: qubits $0, \ldots, n-1$ are the register, qubit $n$ is the control, and up to two ancillas may follow, which begin in $|0\rangle$. If the control is 1,
#
# $$|x\rangle \mapsto |a x \bmod N\rangle \quad\text{for } 0 \le x < N, \qquad |N\rangle \mapsto |N\rangle .$$
#
# If the control is 0, nothing happens. The ancillas must be back in $|0\rangle$.
#
# **Compared:** the unitary on register and control, without its global phase; tolerance $10^{-6}$.
#
# **Limits:** at most $25\,n$ gates on two qubits, and no gate `unitary`. A controlled swap counts as 8 (as Qiskit takes it apart), a Toffoli gate as 6. Exchanging pairs of numbers one after the other is too expensive.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Write down $x$ and $2x \bmod 15$ in binary for some $x$. What happens to the bits? And $14x \bmod 15$, which is $15 - x$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Modulo $2^n - 1$ the bit that falls out on the left comes in again on the right, because $2^n \equiv 1$: doubling is a *rotation* of the bits, and a rotation is a sequence of swaps. The negative is the complement of all bits, which is right for all $x$ but two: 0 must stay 0 and $N$ must stay $N$, and the complement exchanges them. So exchange them once more.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Rotation by one place: controlled swaps of the qubits $n-1$ and $n-2$, then $n-2$ and $n-3$, and so on down to 1 and 0, so that the highest bit arrives at the bottom; do it $k$ times, or use fewer swaps. With $k$ times $n - 1$ swaps you would exceed the limit for large $k$; rotating by $n - k$ places to the other side, or sending every bit to its place at once ($n - 1$ swaps at most), is cheaper. To exchange $0$ and $N$: CX from qubit 0 to all other qubits of the register turns both into strings with zeros everywhere but in qubit 0; flip qubit 0 if the control is 1 and the others are 0 (`mcx` between X gates); undo the CX.
#
# </details>


# %% answer="turn_bits"
def turn_bits(n, a):
    ### BEGIN SOLUTION
    number = 2**n - 1
    circuit = QuantumCircuit(n + 1)
    powers = [2**k % number for k in range(n)]
    negative = a not in powers
    k = powers.index(number - a if negative else a)
    holds = list(range(n))  # which input bit is in which qubit
    for place in range(n):
        wanted = (place - k) % n
        found = holds.index(wanted)
        if found != place:
            circuit.cswap(n, place, found)
            holds[found], holds[place] = holds[place], wanted
    if negative:
        others = list(range(1, n))
        for qubit in range(n):
            circuit.cx(n, qubit)
        circuit.cx(0, others)
        circuit.x(others)
        circuit.mcx([*others, n], 0)
        circuit.x(others)
        circuit.cx(0, others)
    return circuit
    ### END SOLUTION


# %% check="turn_bits" points=3
def check_turn_bits(n, a):
    """Compare with the permutation, then count."""
    circuit = turn_bits(n, a)
    size = 2**n
    wanted = np.eye(2 * size)
    for x in range(size - 1):
        wanted[size + x, size + x] = 0
    for x in range(size - 1):
        wanted[size + a * x % (size - 1), size + x] = 1
    ancillas = [n + 1, n + 2]
    assert_budget(circuit, qubits=n + 3)
    assert_same_unitary(circuit, wanted, circuit_only=True, ancillas=ancillas)
    assert_budget(circuit, two_qubit_gates=25 * n, forbidden_gates=["unitary"])


check_turn_bits(4, 2)
check_turn_bits(4, 8)
check_turn_bits(4, 14)
check_turn_bits(3, 5)
### BEGIN HIDDEN TESTS
for a in (1, 4, 7, 11, 13):
    check_turn_bits(4, a)
for a in (1, 2):
    check_turn_bits(2, a)
check_turn_bits(3, 4)
check_turn_bits(3, 6)
for a in (16, 27, 8, 30):
    check_turn_bits(5, a)
### END HIDDEN TESTS

# %% [markdown] task="runs"
# ## 8. The order, from some runs
#
# An order finder for $a$ modulo $N$ was run several times. Each run gave a number $y$ of $t$ bits. If the run was good, $y/2^t$ is close to $s/r$, where $r$ is the order and $s$ is some integer. But $s$ and $r$ may have a common factor, so that one run shows a divisor of $r$ only; and a run may be just bad. Write `order_from(runs, t, a, number)`, which goes through the runs and believes nothing that it has not tested.
#
# **Input:** a list of integers $0 \le y < 2^t$, possibly empty; $t$; $a$; and the modulus $N$ (`number`), where $a$ and $N$ have no common factor and $2^t \ge N^2$.
#
# **The rule:** begin with $l = 1$. For each run in turn:
#
# - Look for a fraction $s/d$ in lowest terms with $1 \le d < N$ and $|y/2^t - s/d| \le 2^{-t-1}$. There is one at most. If there is none, the run was bad: leave it out.
#
# - Otherwise replace $l$ by the least common multiple of $l$ and $d$.
#
# - If now $a^l \equiv 1$ modulo $N$, you are done.
#
# **Output:** when you are done, the *order*: the smallest $r \ge 1$ with $a^r \equiv 1$ modulo $N$, which is a divisor of $l$. If you have not been done after all runs, `None`, even if the order could be found by trying: for large $N$ it could not.
#
# **Compared:** the result.
#
# *Example:* $N = 21$, $a = 2$, $t = 9$. The run $y = 171$ is close to $1/3$, and $2^3 = 8 \not\equiv 1$; then $y = 256$ is exactly $1/2$, so $l = 6$, and $2^6 = 64 \equiv 1$: the order is 6. The run $y = 0$ says $0/1$, which is true and of no use.
#
# <details><summary>Hint 1: a nudge</summary>
#
# `Fraction(y, 2**t)` is exact. Which fraction with a small denominator is the closest to it? Look at the methods of `Fraction`.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# `Fraction(y, 2**t).limit_denominator(N - 1)` is the closest one, found by a continued fraction. Whether it is close enough is for you to test. `math.lcm` and `pow(a, l, N)` do the rest.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# When $a^l \equiv 1$: return `min(d for d in range(1, l + 1) if l % d == 0 and pow(a, d, number) == 1)`. A bad run that slipped through only makes $l$ larger than necessary; this line puts it right.
#
# </details>


# %% answer="runs"
def order_from(runs, t, a, number):
    ### BEGIN SOLUTION
    multiple = 1
    for y in runs:
        read = Fraction(y, 2**t)
        guess = read.limit_denominator(number - 1)
        if abs(read - guess) > Fraction(1, 2 ** (t + 1)):
            continue
        multiple = math.lcm(multiple, guess.denominator)
        if pow(a, multiple, number) == 1:
            divisors = (d for d in range(1, multiple + 1) if multiple % d == 0)
            return next(d for d in divisors if pow(a, d, number) == 1)
    return None
    ### END SOLUTION


# %% check="runs" points=3
assert_implements(
    order_from,
    [
        (([171, 256], 9, 2, 21), 6),
        (([171], 9, 2, 21), None),
        (([0, 192], 8, 7, 15), 4),
        (([85, 427], 9, 2, 21), 6),
        (([100, 101], 9, 2, 21), None),
        (([64], 8, 4, 15), 2),
    ],
)
### BEGIN HIDDEN TESTS
assert_implements(
    order_from,
    [
        (([], 8, 7, 15), None),
        (([0, 0, 0], 8, 7, 15), None),
        (([0], 8, 1, 15), 1),
        (([], 8, 1, 15), None),
        (([128], 8, 2, 15), None),
        (([128, 0, 64], 8, 2, 15), 4),
        (([171, 341, 342], 9, 2, 21), None),
        (([60, 171, 256], 9, 2, 21), 6),
        (([51, 171, 256], 9, 2, 21), 6),
        (([410, 256, 341], 9, 2, 21), 6),
        (([60, 61, 100], 9, 5, 21), None),
        (([24, 256], 9, 2, 21), None),
        (([402], 10, 21, 29), 28),
        (([79, 402], 10, 21, 29), 28),
        (([79], 10, 21, 29), None),
        (([410, 614], 11, 2, 35), None),
        (([683, 512], 11, 2, 35), 12),
        (([853], 11, 2, 35), 12),
        (([854], 11, 2, 35), None),
        (([341, 1024, 512], 11, 2, 35), 12),
        (([819, 2731], 12, 10, 61), None),
        (([819, 3072, 2731], 12, 3, 61), 10),
        (([1365, 3072, 819], 12, 2, 61), 60),
        (([1365, 3072, 820], 12, 2, 61), None),
    ],
)
generator = instances("runs")
for a, number, t, r in [(2, 33, 11, 10), (3, 55, 12, 20), (7, 39, 11, 12)]:
    numerators = [int(s) for s in generator.integers(0, r, size=3)]
    read = [(2**t * s + r // 2) // r % 2**t for s in numerators]
    multiple, wanted = 1, None
    for s in numerators:
        multiple = math.lcm(multiple, r // math.gcd(s, r))
        wanted = r if multiple == r else None
    assert_implements(order_from, [((read, t, a, number), wanted)])
### END HIDDEN TESTS

# %% [markdown] task="split"
# ## 9. From the order to the factors, and how often it works
#
# Write two functions about an odd number $N$ that is not a prime.
#
# **Input of `split(number, a, r)`:** $N$; an integer $2 \le a \le N - 1$; and the order $r$ of $a$ modulo $N$. If $a$ and $N$ have a common factor there is no order, and $r$ is `None`.
#
# **Output:** a tuple `(p, q)` with $p\,q = N$ and $1 < p \le q$, if $a$ leads to it: by a common factor of $a$ and $N$, and then $p$ or $q$ is $\gcd(a, N)$; or by the order, as in the lesson, and then $p$ or $q$ is $\gcd(a^{r/2} - 1, N)$. If $r$ is odd or $a^{r/2} \equiv -1$ modulo $N$, this $a$ is of no use: return `None`.
#
# **Input of `shares(number)`:** $N \le 400$.
#
# **Output:** a tuple of three numbers. Somebody draws $a$ from $2, \ldots, N - 1$ (all equally likely) and has a perfect order finder. The numbers are the probabilities that $a$ has a common factor with $N$; that it has none and the order leads to the factors; and that `split` returns `None`.
#
# **Compared:** the tuples; the probabilities up to $10^{-9}$.
#
# *Examples:* `split(15, 7, 4)` is `(3, 5)`, since $7^2 - 1 = 48$ and $\gcd(48, 15) = 3$. `shares(15)` is $(6, 6, 1)/13$: only $a = 14$ fails.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Python's `math.gcd` and `pow(a, r // 2, number)` are quick for numbers of any size. Which of the cases has to be asked about first?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# With $s = a^{r/2}$ the product $(s-1)(s+1)$ is divisible by $N$, and $s - 1$ is not, because $r$ is the *smallest* exponent. For the shares, find each order by multiplying until 1 comes, and call your own `split`.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `g = math.gcd(a, number)`; if it is 1, look at `r % 2` and at `pow(a, r // 2, number) == number - 1`, and take `g = math.gcd(pow(a, r // 2, number) - 1, number)`. Return the smaller one of `g` and `number // g` first.
#
# </details>


# %% answer="split"
def split(number, a, r):
    ### BEGIN SOLUTION
    g = math.gcd(a, number)
    if g == 1:
        if r % 2 == 1:
            return None
        root = pow(a, r // 2, number)
        if root == number - 1:
            return None
        g = math.gcd(root - 1, number)
    return min(g, number // g), max(g, number // g)
    ### END SOLUTION


def shares(number):
    ### BEGIN SOLUTION
    tally = [0, 0, 0]
    for a in range(2, number):
        if math.gcd(a, number) > 1:
            tally[0] += 1
            continue
        r, power = 1, a
        while power != 1:
            r, power = r + 1, power * a % number
        tally[2 if split(number, a, r) is None else 1] += 1
    return tuple(count / (number - 2) for count in tally)
    ### END SOLUTION


# %% check="split" points=3
assert_implements(
    split,
    [
        ((15, 7, 4), (3, 5)),
        ((15, 14, 2), None),
        ((15, 6, None), (3, 5)),
        ((21, 2, 6), (3, 7)),
        ((21, 4, 3), None),
    ],
)
assert_implements(shares, [((15,), (6 / 13, 6 / 13, 1 / 13))])
### BEGIN HIDDEN TESTS
assert_implements(
    split,
    [
        ((15, 11, 2), (3, 5)),
        ((15, 10, None), (3, 5)),
        ((21, 5, 6), None),
        ((21, 8, 2), (3, 7)),
        ((21, 13, 2), (3, 7)),
        ((35, 6, 2), (5, 7)),
        ((105, 15, None), (7, 15)),
        ((105, 29, 2), (7, 15)),
        ((105, 34, 2), (3, 35)),
        ((225, 26, 2), (9, 25)),
        ((33, 10, 2), (3, 11)),
        ((9, 2, 6), None),
        ((9, 4, 3), None),
        ((1763, 2, 140), (41, 43)),
        ((33, 32, 2), None),
        ((62615533, 7919, None), (7907, 7919)),
    ],
)
assert_implements(
    shares,
    [
        ((9,), (2 / 7, 0.0, 5 / 7)),
        ((21,), (8 / 19, 6 / 19, 5 / 19)),
        ((33,), (12 / 31, 10 / 31, 9 / 31)),
        ((35,), (10 / 33, 18 / 33, 5 / 33)),
        ((105,), (56 / 103, 42 / 103, 5 / 103)),
    ],
)
### END HIDDEN TESTS

# %% [markdown] task="headline"
# ## 10. In your own words: "Encryption is broken"
#
# A news page reports: *"With only eleven qubits a quantum computer has factored a number of 1024 bits with Shor's algorithm, in less than a second. RSA is dead; banks should switch off online payments today."* You find the paper behind it. There it says: "The two primes were chosen such that $N$ is the product of two numbers whose difference is small. For the base $a$ we took one of order $r = 2$, which we computed from the known factors. With this knowledge the modular exponentiation reduces to two CNOT gates between control and target."
#
# Judge the report in 100 to 200 words. Say why this is no evidence that a quantum computer can factor; what a demonstration would have to do to be an honest (if small) one, or what published estimates say that RSA with 2048 bits would need, with a condition; and what somebody who is responsible for the data of a bank should do, and why not wait.
#
# This answer is marked by a person, in any of the three languages of the course.

# %% [markdown] essay="headline" points=3
# ### BEGIN SOLUTION
# The experiment knew the answer beforehand. Whoever can choose a base of order 2 has the factors already, for $a^2 \equiv 1$ gives them by one gcd. With $r = 2$ any number at all reduces to the same tiny circuit, whose outcome is one random bit; a coin would "factor" numbers of any length equally well. So the size of $N$ says nothing about the machine.
#
# An honest demonstration draws $a$ at random, builds the multiplications by $a^{2^k}$ modulo $N$ from $a$ and $N$ alone, and lets the order come out of the measurement. For RSA-2048, Gidney's estimate of 2025 is fewer than a million physical qubits for less than a week, if gates fail about once in a thousand and thousands of error-corrected qubits work all the time. No machine is near that.
#
# So payments can stay on today. But data that are recorded now can be decrypted later, and changing systems takes years. The bank should list where it uses RSA and elliptic curves and begin to move to post-quantum standards.
# ### END SOLUTION

# %% [markdown] rubric="headline"
# One point for each of the three statements, independent of the others; no half points for style, length or language.
#
# - **1 point, no evidence:** says that the order (or the factors) was known beforehand and the circuit made from that knowledge ("compiled"), *and* what follows: that the size of $N$ is then meaningless, or that a coin would do as well, or that finding such a base is as hard as factoring. "It was only a small circuit" or "it was noisy" earns no point.
#
# - **1 point, what would count:** either says that an honest demonstration takes a base without knowledge of its order and builds the modular multiplications from $a$ and $N$ alone; or gives a published estimate for RSA-2048 of the right size (20 million qubits and 8 hours, 2019/2021; or under a million and under a week, 2025) *together with* a condition (error rate of about $10^{-3}$, error correction, cycle time). A figure without any condition earns no point.
#
# - **1 point, what to do:** says that nothing has to be switched off today, *and* that moving to post-quantum cryptography should begin now with a reason (recorded data can be decrypted later; migration takes years). Only one of the two earns no point.
#
# A statement that contradicts one of these (for example, that RSA can be broken already, or that quantum computers will never factor) takes the point of that line away.
