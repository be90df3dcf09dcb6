# %% [markdown]
# # Exercise: Noise, channels and mitigation
#
# Ten tasks: three on channels, three on measuring how noisy a machine is, and four on what can be saved from noisy results, and what cannot. Plan about two and a half hours. The tasks do not build on each other, so leave one and come back to it when you like.
#
# Write your answer where the cell says so, then run the cell below it. It checks your answer on some instances and says what differs. After you submit, the same contract is checked on further instances, so do not tailor an answer to the numbers that you see.
#
# Conventions: angles are in radians. Rows and columns of matrices are in Qiskit's order: **qubit 0 is the rightmost character of a bit string and the rightmost factor of a tensor product**. A channel may be given as a list of Kraus matrices or as one of Qiskit's objects `Kraus`, `SuperOp`, `Choi`, `PTM`: what is compared is what it does, so it does not matter which of the many possible lists you choose. Times are in microseconds.
#
# You may use NumPy, SciPy, Qiskit and the Python standard library, import more of them, and define functions of your own in the answer cells.

# %% given="imports"
import math

import numpy as np
from qiskit import QuantumCircuit
from qiskit.quantum_info import Operator, Pauli, SuperOp
from scipy.optimize import curve_fit

from grader.checks import (
    assert_between,
    assert_budget,
    assert_close,
    assert_distribution,
    assert_orthonormal,
    assert_same_channel,
    assert_same_unitary,
    instances,
)

# %% [markdown] task="accident"
# ## 1. One gate, three accidents
#
# A control system applies the gate S to a qubit. Most of the time it does. But
#
# - with probability `miss` the pulse is lost and *nothing* happens to the qubit;
#
# - with probability `look` a stray field measures the qubit along the *X axis*, in place of the gate; nobody learns the outcome;
#
# - with probability `lose` the atom flies away, and the apparatus puts a fresh one in the state $|0\rangle$ in its place.
#
# No two of these happen together, and nobody is told what happened. Write `accident(miss, look, lose)`.
#
# **Input:** three probabilities, with a sum of at most 1.
#
# **Output:** the channel that the qubit goes through on average: a list of Kraus matrices of shape $(2, 2)$, or one of the Qiskit objects named above.
#
# **Compared:** the channel: what it does to every input, also to half of an entangled pair (up to $10^{-6}$).
#
# *Example:* for `accident(0, 0, 1)` every input becomes $|0\rangle\langle 0|$. For `accident(0, 1, 0)` the state $|0\rangle$ becomes $I/2$ and $|+\rangle$ stays.
#
# <details><summary>Hint 1: a nudge</summary>
#
# What happens to $\rho$ in each of the four cases alone? The answer is the average of the four, weighted with their probabilities.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# A measurement whose outcome is forgotten has one Kraus matrix for each outcome, the projectors $|+\rangle\langle+|$ and $|-\rangle\langle-|$. Losing the qubit has two Kraus matrices as well: $|0\rangle\langle 0|$ and $|0\rangle\langle 1|$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# A Kraus matrix enters twice, as $K\rho K^\dagger$, so a case of probability $p$ needs the factor $\sqrt p$. In all there are six matrices: one for S, one for nothing, two for the measurement and two for the loss.
#
# </details>


# %% answer="accident"
def accident(miss, look, lose):
    ### BEGIN SOLUTION
    plus, minus = np.array([[1, 1], [1, 1]]) / 2, np.array([[1, -1], [-1, 1]]) / 2
    works = 1 - miss - look - lose
    return [
        np.sqrt(max(works, 0)) * np.diag([1, 1j]),
        np.sqrt(miss) * np.eye(2),
        np.sqrt(look) * plus,
        np.sqrt(look) * minus,
        np.sqrt(lose) * np.array([[1, 0], [0, 0]]),
        np.sqrt(lose) * np.array([[0, 1], [0, 0]]),
    ]
    ### END SOLUTION


# %% check="accident" points=2
def check_accident(miss, look, lose):
    """The same channel as a matrix that acts on the rows of rho, one case after the other."""
    s = np.diag([1, 1j])
    x = np.array([[0, 1], [1, 0]])
    lost = np.zeros((4, 4))
    lost[0, [0, 3]] = 1
    mean = (1 - miss - look - lose) * np.kron(s.conj(), s) + miss * np.eye(4)
    mean = mean + look * (np.eye(4) + np.kron(x, x)) / 2 + lose * lost
    assert_same_channel(accident(miss, look, lose), SuperOp(mean))


check_accident(0, 0, 0)
check_accident(0, 0, 1)
check_accident(0, 1, 0)
check_accident(0.2, 0.1, 0.1)
### BEGIN HIDDEN TESTS
check_accident(1, 0, 0)
check_accident(0.5, 0, 0)
check_accident(0, 0.36, 0)
check_accident(0, 0, 0.3)
check_accident(0.25, 0.25, 0.5)
generator = instances("accident")
for four in generator.dirichlet([1, 1, 1, 1], size=4):
    check_accident(*(float(p) for p in four[:3]))
### END HIDDEN TESTS

# %% [markdown] task="impossible"
# ## 2. A machine that cannot exist
#
# Somebody proposes a linear map $\Phi$ of density matrices of one qubit. It keeps the trace, and Hermitian matrices stay Hermitian. Is it a channel? You are asked for a verdict and, if it is negative, for evidence. Write `impossible(images)`.
#
# **Input:** an array of shape $(2, 2, 2, 2)$: `images[i][j]` is the matrix $\Phi(|i\rangle\langle j|)$. By linearity this says what becomes of every matrix.
#
# **Output:** if $\Phi$ is completely positive, `None`. If not, a *witness*: a vector $v$ of length 4 and norm 1, of a reference qubit (the left factor, qubit 1) and the qubit that went through the machine (the right factor, qubit 0), such that
#
# $$\langle v|J|v\rangle < 0, \qquad J = \sum_{i,j} |i\rangle\langle j| \otimes \Phi(|i\rangle\langle j|).$$
#
# $J/2$ is what the machine would make of half of the Bell state $\Phi^+$, so somebody who measures whether the pair is in the state $v$ would find it with a negative probability.
#
# **Compared:** the verdict; of the witness, that it has norm 1 and that $\langle v|J|v\rangle$ is at most *half* of the lowest value that any vector has (so it is at least half as negative as it could be). The lowest value is either above $-10^{-9}$, then it is rounding and the map is completely positive, or below $-0.01$.
#
# *Example:* the transpose, $\Phi(|i\rangle\langle j|) = |j\rangle\langle i|$, is impossible; a witness is $(|01\rangle - |10\rangle)/\sqrt2$, with the value $-1$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Which vector makes $\langle v|J|v\rangle$ as low as possible, for a Hermitian matrix $J$?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Build $J$ block by block: the block in row $i$ and column $j$ *is* `images[i][j]`. Then look at the lowest eigenvalue and its eigenvector.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `choi = np.block([[images[0][0], images[0][1]], [images[1][0], images[1][1]]])`, then `values, vectors = np.linalg.eigh(choi)`. The eigenvectors are the *columns*, in the order of rising eigenvalues. Allow for rounding when you compare the lowest eigenvalue with 0.
#
# </details>


# %% answer="impossible"
def impossible(images):
    ### BEGIN SOLUTION
    choi = np.block([[images[i][j] for j in range(2)] for i in range(2)])
    values, vectors = np.linalg.eigh(choi)
    return None if values[0] > -1e-6 else vectors[:, 0]
    ### END SOLUTION


# %% check="impossible" points=3
def images_of(rule):
    """Write down what a linear map, given as a function, makes of the four matrices |i><j|."""
    images = np.zeros((2, 2, 2, 2), dtype=complex)
    for i in range(2):
        for j in range(2):
            unit = np.zeros((2, 2), dtype=complex)
            unit[i, j] = 1
            images[i, j] = rule(unit)
    return images


def check_impossible(rule):
    """Compare the verdict, and the value of the witness with half of the lowest one."""
    images = images_of(rule)
    choi = images.transpose(0, 2, 1, 3).reshape(4, 4)
    lowest = np.linalg.eigvalsh(choi)[0]
    witness = impossible(images.copy())
    if lowest > -1e-9:
        assert witness is None, "this map is completely positive: expected None"
        return
    assert_orthonormal([witness])
    vector = np.asarray(witness, dtype=complex).reshape(4)
    assert_between((vector.conj() @ choi @ vector).real, highest=lowest / 2)


check_impossible(lambda rho: rho)
check_impossible(lambda rho: rho.T)
check_impossible(lambda rho: np.trace(rho) * np.eye(2) / 2)
check_impossible(lambda rho: np.array([[rho[0, 0], 0], [0, rho[1, 1]]]))
check_impossible(lambda rho: np.trace(rho) * np.eye(2) - rho)
### BEGIN HIDDEN TESTS


def mixture(weights, rho):
    """A sum of rho, X rho X, Y rho Y and Z rho Z with any real weights."""
    paulis = [
        np.eye(2),
        np.array([[0, 1], [1, 0]]),
        np.array([[0, -1j], [1j, 0]]),
        np.diag([1, -1]),
    ]
    return sum(w * p @ rho @ p for w, p in zip(weights, paulis, strict=True))


def bent(matrix, weight, rho):
    """A mixture of a rotation and a transpose that is turned as well."""
    return (1 - weight) * matrix @ rho @ matrix.conj().T + weight * matrix @ rho.T @ matrix.conj().T


check_impossible(lambda rho: mixture([0.7, 0.1, 0.1, 0.1], rho))
check_impossible(lambda rho: mixture([1.1, 0, -0.1, 0], rho))
check_impossible(lambda rho: mixture([0.2, -0.05, 0.4, 0.45], rho))
check_impossible(lambda rho: mixture([0.5, 0.5, 0, 0], rho))
check_impossible(lambda rho: np.array([[1, 0], [0, 0]]) * np.trace(rho))
check_impossible(lambda rho: np.array([[rho[0, 0], 0.9 * rho[0, 1]], [0.9 * rho[1, 0], rho[1, 1]]]))
check_impossible(lambda rho: np.array([[rho[0, 0], 1.1 * rho[0, 1]], [1.1 * rho[1, 0], rho[1, 1]]]))
check_impossible(
    lambda rho: (
        np.diag([rho[0, 0] + 0.3 * rho[1, 1], 0.7 * rho[1, 1]]) + 0.95j * rho * [[0, 1], [-1, 0]]
    )
)
check_impossible(
    lambda rho: (
        np.diag([rho[0, 0] + 0.3 * rho[1, 1], 0.7 * rho[1, 1]]) + 0.8j * rho * [[0, 1], [-1, 0]]
    )
)
generator = instances("impossible")
for weight in (0.0, 0.3, 0.8):
    raw = generator.normal(size=(2, 2)) + 1j * generator.normal(size=(2, 2))
    turn = np.linalg.qr(raw)[0]
    check_impossible(lambda rho, turn=turn, weight=weight: bent(turn, weight, rho))
### END HIDDEN TESTS

# %% [markdown] task="heat"
# ## 3. Contact with something warm
#
# A qubit touches a warm environment for a moment. The environment is a qubit too, of which we only know that it is in $|1\rangle$ with probability `excited` and in $|0\rangle$ otherwise: a mixture and *not* a superposition. During the contact one excitation may pass from one to the other. The unitary is, with $\gamma$ = `gamma`,
#
# $$|00\rangle \to |00\rangle, \quad |11\rangle \to |11\rangle, \quad |10\rangle \to \sqrt{1-\gamma}\,|10\rangle + \sqrt{\gamma}\,|01\rangle, \quad |01\rangle \to \sqrt{1-\gamma}\,|01\rangle - \sqrt{\gamma}\,|10\rangle.$$
#
# Then the environment flies away. Write `heat(gamma, excited)`, which returns a circuit that does to qubit 0 what this contact does to the qubit.
#
# **Input:** two numbers between 0 and 1.
#
# **Output:** a `QuantumCircuit` with at most **three** qubits. Qubit 0 is the qubit that is touched. The others begin in $|0\rangle$ and are thrown away at the end. There may be classical bits; measurements, resets and `if_test` are allowed, and of gates h, x, y, z, s, sdg, t, tdg, rx, ry, rz, p, u, cx, cz, cp, crx, cry, crz, ch, swap, cswap, ccx, rxx, ryy, rzz and barriers. (Kraus instructions and matrices as gates are not: here you build the channel instead of writing it down.)
#
# **Compared:** the channel on qubit 0 (up to $10^{-6}$).
#
# *Examples:* `heat(1, 0)` puts every state to $|0\rangle$. After `heat(1, 0.3)` the qubit is in $|1\rangle$ with probability 0.3, whatever it was before.
#
# <details><summary>Hint 1: a nudge</summary>
#
# A circuit begins in a pure state. How do you get a qubit of which only the probabilities are known? You may have a third qubit, or a measurement.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Turn qubit 1 by an RY so that it is $|1\rangle$ with the right probability, and then make it a mixture: copy its value to qubit 2 with a CX, or measure it. For the contact, the two states $|10\rangle$ and $|01\rangle$ must be turned into each other while $|00\rangle$ and $|11\rangle$ are left alone: a CX tells the two pairs apart.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `ry(2 * math.asin(math.sqrt(excited)), 1)`, `cx(1, 2)`; then `cx(0, 1)`, `cry(2 * math.asin(math.sqrt(gamma)), 1, 0)`, `cx(0, 1)`.
#
# </details>


# %% answer="heat"
def heat(gamma, excited):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(3)
    circuit.ry(2 * math.asin(math.sqrt(excited)), 1)
    circuit.cx(1, 2)
    circuit.cx(0, 1)
    circuit.cry(2 * math.asin(math.sqrt(gamma)), 1, 0)
    circuit.cx(0, 1)
    return circuit
    ### END SOLUTION


# %% check="heat" points=3
GATES = [
    "h",
    "x",
    "y",
    "z",
    "s",
    "sdg",
    "t",
    "tdg",
    "rx",
    "ry",
    "rz",
    "p",
    "u",
    "cx",
    "cz",
    "cp",
    "crx",
    "cry",
    "crz",
    "ch",
    "swap",
    "cswap",
    "ccx",
    "rxx",
    "ryy",
    "rzz",
]


def check_heat(gamma, excited):
    """The Kraus matrices of the two cases, environment in |0> and in |1>."""
    stay, go = math.sqrt(1 - gamma), math.sqrt(gamma)
    kraus = [
        math.sqrt(1 - excited) * np.diag([1, stay]),
        math.sqrt(1 - excited) * np.array([[0, go], [0, 0]]),
        math.sqrt(excited) * np.diag([stay, 1]),
        math.sqrt(excited) * np.array([[0, 0], [go, 0]]),
    ]
    circuit = heat(gamma, excited)
    assert_budget(circuit, qubits=3, allowed_gates=GATES)
    assert_same_channel(circuit, kraus, environment=range(1, circuit.num_qubits))


check_heat(1, 0)
check_heat(1, 0.3)
check_heat(0.36, 0)
check_heat(0.2, 0.5)
### BEGIN HIDDEN TESTS
check_heat(0, 0.4)
check_heat(0.36, 1)
check_heat(0.05, 0.1)
check_heat(0.7, 0.8)
generator = instances("heat")
for gamma, excited in generator.uniform(0.05, 0.95, size=(3, 2)):
    check_heat(float(gamma), float(excited))
### END HIDDEN TESTS

# %% [markdown] task="echo"
# ## 4. How long does it last?
#
# In an echo experiment a qubit is brought into a superposition, left alone for the time $t$ with a refocusing pulse in the middle, turned back, and measured. If it loses its coherence with the time constant $T_2$, the outcome 0 has the probability
#
# $$p(t) = \frac{1 + e^{-t/T_2}}{2}.$$
#
# Somebody repeated this `shots` times for each of several delays and counted the outcomes 0. Write `echo(delays, zeros, shots)`, which estimates $T_2$ and says how well the data determine it.
#
# **Input:** `delays`, a list of 4 to 10 times; `zeros`, a list of as many integers; `shots`, an integer of at least 2000. The delays lie between $0.2\,T_2$ and $3\,T_2$.
#
# **Output:** a pair of numbers `(time, error)`: the estimate of $T_2$ and its standard error, both in the unit of the delays.
#
# **Compared:** with the best that can be done. The estimate must lie within 0.5 standard errors of the *most likely* value, the $T_2$ for which exactly these counts have the greatest probability. The error must be within 10 % of the value that theory gives there,
#
# $$\Delta T_2 = \left(\sum_k \frac{N\,p'(t_k)^2}{p(t_k)\,\big(1 - p(t_k)\big)}\right)^{-1/2},\qquad p' = \frac{\partial p}{\partial T_2},\quad N = \texttt{shots}.$$
#
# Every sound way of fitting meets this, maximum likelihood and least squares with the right weights among them. Which one you take is your choice.
#
# *Example:* for the delays 20, 40, 80, 160 and 2000 shots each, with 1644, 1524, 1288, 1144 zeros, the answer is about 58.9 with an error of 2.0.
#
# <details><summary>Hint 1: a nudge</summary>
#
# A count of $N$ shots has the standard deviation $\sqrt{Np(1-p)}$. Points at which it is small deserve more weight than others. `scipy.optimize.curve_fit` takes the standard deviations of the points.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# `curve_fit(model, delays, shares, p0=[...], sigma=..., absolute_sigma=True)` gives the estimate and its variance. Without `absolute_sigma=True` the given standard deviations are taken as relative and are rescaled to the scatter of a handful of points: then the error itself is uncertain by a large factor.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Fit once, compute $p$ at each delay from the fit, and fit again with `sigma=np.sqrt(p * (1 - p) / shots)`. The error is the square root of the variance. A starting value is the delay at which $2\,\text{share} - 1$ comes down to about 0.37; the mean of the delays will do too.
#
# </details>


# %% answer="echo"
def echo(delays, zeros, shots):
    ### BEGIN SOLUTION
    delays, shares = np.asarray(delays, dtype=float), np.asarray(zeros) / shots

    def model(t, lifetime):
        return (1 + np.exp(-t / lifetime)) / 2

    lifetime = float(np.mean(delays))
    for _ in range(4):
        p = model(delays, lifetime)
        spread = np.sqrt(p * (1 - p) / shots)
        fit, variance = curve_fit(
            model, delays, shares, p0=[lifetime], sigma=spread, absolute_sigma=True
        )
        lifetime = abs(float(fit[0]))
    return lifetime, math.sqrt(variance[0, 0])
    ### END SOLUTION


# %% check="echo" points=3
def most_likely(delays, zeros, shots):
    """Scan the logarithm of the likelihood, ever finer; return the best T2 and its standard error."""
    t, k = np.asarray(delays, dtype=float), np.asarray(zeros)
    grid = np.geomspace(min(t) / 10, max(t) * 20, 400)
    for _ in range(6):
        p = (1 + np.exp(-t / grid[:, None])) / 2
        score = (k * np.log(p) + (shots - k) * np.log(1 - p)).sum(axis=1)
        best = int(np.clip(np.argmax(score), 1, len(grid) - 2))
        grid = np.linspace(grid[best - 1], grid[best + 1], 400)
    lifetime = grid[200]
    p = (1 + np.exp(-t / lifetime)) / 2
    slope = np.exp(-t / lifetime) * t / (2 * lifetime**2)
    return lifetime, float(np.sum(shots * slope**2 / (p * (1 - p))) ** -0.5)


def check_echo(delays, zeros, shots):
    """Compare with the most likely value and its standard error."""
    time, error = echo(list(delays), list(zeros), shots)
    best, spread = most_likely(delays, zeros, shots)
    assert_between(time, lowest=best - 0.5 * spread, highest=best + 0.5 * spread)
    assert_between(error, lowest=0.9 * spread, highest=1.1 * spread)


check_echo([20, 40, 80, 160], [1644, 1524, 1288, 1144], 2000)
check_echo([10, 20, 30, 45, 60, 90], [3381, 2891, 2619, 2380, 2218, 2104], 4000)
### BEGIN HIDDEN TESTS
generator = instances("echo")
for delays, lifetime, shots in [
    ([0.5, 1.0, 1.5, 2.0, 2.5, 5.0], 2.2, 2000),
    ([30, 60, 90, 120, 200, 250, 300], 105.0, 3000),
    ([100, 400, 401, 402, 1000], 450.0, 2500),
    ([250, 260, 270, 280], 300.0, 5000),
    ([8, 9, 10, 11, 12, 80, 85, 90], 35.0, 4000),
    ([0.02, 0.04, 0.06, 0.08], 0.04, 50_000),
]:
    chance = (1 + np.exp(-np.array(delays) / lifetime)) / 2
    for _ in range(2):
        check_echo(delays, [int(k) for k in generator.binomial(shots, chance)], shots)
check_echo([20, 60, 90, 100], [1668, 1242, 1174, 1058], 2000)
### END HIDDEN TESTS

# %% [markdown] task="untangle"
# ## 5. Unreliable readout
#
# A device reads its qubits wrongly now and then, each qubit on its own: qubit $k$ that is 0 is read as 1 with probability $a_k$, and qubit $k$ that is 1 is read as 0 with probability $b_k$. Both were calibrated beforehand. So the read distribution is $M\,p$, where $p$ is the distribution that one wants and $M$ is the tensor product of confusion matrices. Inverting $M$ gives numbers that may be negative. Write `untangle(counts, flips)`.
#
# **Input:** `counts`, a dictionary from bit strings of length $n \le 4$ to how often they were read, as Qiskit gives it: the *rightmost* character belongs to qubit 0; what never came out is not in it. `flips`, a list of $n$ pairs `(a, b)`; entry number $k$ belongs to qubit $k$. All $a$ and $b$ are below 0.4.
#
# **Output:** an array of $2^n$ numbers, the probabilities of $00\ldots0$, $00\ldots1$ and so on, in the order of the binary numbers. First invert: $q = M^{-1} f$, where $f$ are the shares of the counts. The answer is the probability distribution (numbers of at least 0, with sum 1) which is *closest* to $q$: the one with the smallest $\sum_x (p_x - q_x)^2$.
#
# **Compared:** the numbers, up to $10^{-5}$.
#
# *Example:* for `{"0": 950, "1": 50}` and `[(0.1, 0.0)]` the inversion gives $(1.0556, -0.0556)$, and the answer is $(1, 0)$.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Write $M$ for one qubit first. In which column does $a$ stand? Then the tensor product: which qubit is its last factor?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# To put negative numbers to 0 is not enough, for then the sum is above 1; and dividing by the sum does not give the closest distribution. The closest one takes the *same* amount off all entries that stay positive, and puts the others to 0.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Sort $q$ from large to small. For $m = 1, 2, \ldots$ compute $c_m = (q_1 + \ldots + q_m - 1)/m$. With the largest $m$ for which $q_m > c_m$, the answer is $\max(q_x - c_m, 0)$.
#
# </details>


# %% answer="untangle"
def untangle(counts, flips):
    ### BEGIN SOLUTION
    n, shots = len(flips), sum(counts.values())
    shares = np.array([counts.get(f"{x:0{n}b}", 0) / shots for x in range(2**n)])
    matrix = np.eye(1)
    for a, b in flips:
        matrix = np.kron(np.array([[1 - a, b], [a, 1 - b]]), matrix)
    quasi = np.linalg.solve(matrix, shares)
    falling = np.sort(quasi)[::-1]
    offsets = (np.cumsum(falling) - 1) / np.arange(1, 2**n + 1)
    last = int(np.flatnonzero(falling > offsets)[-1])
    return np.maximum(quasi - offsets[last], 0)
    ### END SOLUTION


# %% check="untangle" points=3
def wanted_distribution(counts, flips):
    """Invert bit by bit, then find the offset by halving an interval."""
    n, shots = len(flips), sum(counts.values())
    quasi = np.zeros(2**n)
    for key, number in counts.items():
        one = np.array([number / shots])
        for bit, (a, b) in zip(key, reversed(flips), strict=True):
            column = [1 - b, -a] if bit == "0" else [-b, 1 - a]
            one = np.kron(one, np.array(column) / (1 - a - b))
        quasi += one
    low, high = quasi.min() - 1, quasi.max()
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if np.maximum(quasi - middle, 0).sum() > 1 else (low, middle)
    return np.maximum(quasi - low, 0)


def check_untangle(counts, flips):
    """Compare with that."""
    found = untangle(dict(counts), list(flips))
    assert_close(found, wanted_distribution(counts, flips), tolerance=1e-5)


check_untangle({"0": 950, "1": 50}, [(0.1, 0.0)])
check_untangle({"0": 400, "1": 600}, [(0.02, 0.1)])
check_untangle({"00": 480, "01": 30, "10": 60, "11": 430}, [(0.02, 0.05), (0.04, 0.1)])
### BEGIN HIDDEN TESTS
check_untangle({"1": 77}, [(0.3, 0.05)])
check_untangle({"01": 900, "00": 60, "11": 40}, [(0.02, 0.1), (0.05, 0.01)])
check_untangle({"10": 900, "00": 60, "11": 30, "01": 10}, [(0.02, 0.1), (0.05, 0.01)])
check_untangle({"00": 500, "11": 500}, [(0.05, 0.12), (0.1, 0.02)])
check_untangle(
    {"000": 700, "111": 900, "100": 30, "011": 25}, [(0.01, 0.2), (0.0, 0.0), (0.1, 0.05)]
)
check_untangle(
    {"0110": 300, "1001": 200, "1000": 80}, [(0.03, 0.1), (0.2, 0.3), (0.05, 0.05), (0.0, 0.1)]
)
generator = instances("untangle")
for n in (1, 2, 3, 3, 4):
    numbers = generator.multinomial(2000, generator.dirichlet([0.4] * 2**n))
    read = {f"{x:0{n}b}": int(number) for x, number in enumerate(numbers) if number}
    check_untangle(read, [tuple(pair) for pair in generator.uniform(0, 0.3, (n, 2)).tolist()])
### END HIDDEN TESTS

# %% [markdown] task="gate_error"
# ## 6. The error of one gate
#
# Randomised benchmarking was run on a machine twice. The *reference*: $m$ random Clifford gates, and one that undoes them all; the share of the shots that come back is measured. The *interleaved* run (Magesan and others, 2012): the same, with the gate G that one is interested in after each of the $m$ random gates. Each decays as
#
# $$A\,p^m + B,$$
#
# with constants of its own; $A$ and $B$ hold the errors of preparation and readout, and both are unknown. If all errors are like depolarising ones, the $p$ of the interleaved run is the product of the $p$ of the random gates and the $p$ of G. Write `gate_error(lengths, reference, interleaved, qubits)`.
#
# **Input:** `lengths`, at least 5 different integers $m$ in rising order, not necessarily at equal distances; `reference` and `interleaved`, the shares at these lengths, measured so often that they lie on the curves up to rounding in the last digits; `qubits`, the number of qubits $n$. $A$ is between 0.2 and 1, the $p$ between 0.8 and 0.9995. In both runs $p^m$ comes down to 0.5 at least, and is above 0.1 at three of the lengths or more; the shortest has at most 3 gates.
#
# **Output:** the error of the gate G, $r = \frac{d-1}{d}\,(1 - p_G)$ with $d = 2^n$: the average infidelity of what G does.
#
# **Compared:** the number, up to $10^{-6}$.
#
# *Example:* for the lengths 1, 2, 4, 8, 16, a reference $0.5 \cdot 0.95^m + 0.48$ and an interleaved curve $0.5 \cdot 0.931^m + 0.48$ on one qubit, $p_G = 0.98$ and the answer is 0.01.
#
# <details><summary>Hint 1: a nudge</summary>
#
# The task is two fits and one line. The fit has *three* unknowns; do not guess $B$.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# `curve_fit(lambda m, A, p, B: A * p**m + B, lengths, shares, p0=[0.5, 0.95, 0.4])`. If it is not accurate enough, ask for more with `xtol=1e-14, ftol=1e-14, gtol=1e-14`; if it fails for slow decays, begin with a better $p$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# For a *given* $p$ the best $A$ and $B$ come from linear least squares; so scan $p$ and refine where the remainder is smallest. Then $p_G$ is the ratio of the two $p$, not their difference.
#
# </details>


# %% answer="gate_error"
def gate_error(lengths, reference, interleaved, qubits):
    ### BEGIN SOLUTION
    m = np.asarray(lengths, dtype=float)

    def curve(m, a, rate, b):
        return a * np.exp(-rate * m) + b

    def decay(shares):
        y = np.asarray(shares, dtype=float)
        tries = []
        for rate in (0.2, 0.05, 0.01, 0.002, 0.0007):
            start = np.linalg.lstsq(np.stack([np.exp(-rate * m), m**0], axis=1), y, rcond=None)[0]
            try:
                fit, _ = curve_fit(
                    curve, m, y, p0=[start[0], rate, start[1]], xtol=1e-14, ftol=1e-14, gtol=1e-14
                )
            except RuntimeError:
                continue
            tries.append((np.sum((curve(m, *fit) - y) ** 2), np.exp(-fit[1])))
        return min(tries)[1]

    d = 2**qubits
    return (d - 1) / d * (1 - decay(interleaved) / decay(reference))
    ### END SOLUTION


# %% check="gate_error" points=3
def check_gate_error(lengths, first, second, qubits):
    """Draw both curves without noise; `first` and `second` are A, p and B."""
    m = np.array(lengths)
    (a, p, b), (c, q, e) = first, second
    found = gate_error(list(lengths), (a * p**m + b).tolist(), (c * q**m + e).tolist(), qubits)
    d = 2**qubits
    assert_close(found, (d - 1) / d * (1 - q / p))


check_gate_error([1, 2, 4, 8, 16], (0.5, 0.95, 0.48), (0.5, 0.931, 0.48), 1)
check_gate_error([1, 5, 10, 20, 40, 80], (0.45, 0.99, 0.5), (0.44, 0.985, 0.51), 1)
check_gate_error([1, 2, 4, 8, 16, 30], (0.7, 0.95, 0.27), (0.7, 0.9, 0.27), 2)
### BEGIN HIDDEN TESTS
check_gate_error([1, 50, 100, 200, 400, 900], (0.4, 0.9990, 0.5), (0.42, 0.9984, 0.53), 1)
check_gate_error([2, 3, 5, 9, 20], (0.6, 0.9, 0.2), (0.5, 0.82, 0.3), 2)
check_gate_error([1, 3, 6, 10, 15, 21], (0.8, 0.96, 0.15), (0.8, 0.96, 0.15), 3)
check_gate_error([3, 10, 11, 60, 61, 200], (0.35, 0.98, 0.3), (0.5, 0.97, 0.25), 2)
generator = instances("gate_error")
for qubits in (1, 2, 3):
    p = float(generator.uniform(0.9, 0.99))
    q = p * float(generator.uniform(0.92, 0.995))
    a, c = generator.uniform(0.3, 0.7, 2).tolist()
    check_gate_error([1, 4, 9, 16, 40, 100], (a, p, 0.2), (c, q, 0.28), qubits)
### END HIDDEN TESTS

# %% [markdown] task="fold"
# ## 7. The same circuit, only noisier
#
# Zero-noise extrapolation needs results at *more* noise. A way that every machine understands: do more gates than needed. Write `fold(circuit, factor)`.
#
# **Input:** a `QuantumCircuit` of standard gates which may end with measurements (on none, some or all of its qubits); `factor`, an odd integer of at least 1.
#
# **Output:** a `QuantumCircuit` which does the same (up to a global phase), ends with the same measurements, and contains *each* gate `factor` times. Precisely: if a gate's name occurs $c$ times in the input, then in the answer this name and the name of its inverse together occur $c \cdot$ `factor` times; a gate and its inverse count as one kind (s with sdg, t with tdg, sx with sxdg). Other gates must not occur. Barriers are welcome and not counted: on a real machine they keep the compiler from taking away what you have just put in.
#
# **Compared:** the unitary; the distribution of the outcomes; how often each kind of gate occurs.
#
# *Example:* `h` and `cx` with the factor 3 may become `h h h cx cx cx` or `h cx cx h h cx`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# What can you append to a circuit $U$ that changes nothing and costs two circuits? And what must not be inverted?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# Either replace the whole circuit, $U \to U\,(U^\dagger U)^k$, or each gate, $G \to G\,(G^\dagger G)^k$. In both cases the factor is $2k + 1$. `remove_final_measurements(inplace=False)` removes classical registers too; is it what you want?
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# Begin with `answer = circuit.copy_empty_like()`. Go through `circuit.data`: append each instruction; if it is neither a measurement nor a barrier, append `instruction.operation.inverse()` and the operation again, $k$ times.
#
# </details>


# %% answer="fold"
def fold(circuit, factor):
    ### BEGIN SOLUTION
    answer = circuit.copy_empty_like()
    for step in circuit.data:
        answer.append(step)
        if step.operation.name in ("measure", "barrier"):
            continue
        for _ in range((factor - 1) // 2):
            answer.append(step.operation.inverse(), step.qubits)
            answer.append(step)
    return answer
    ### END SOLUTION


# %% check="fold" points=3
KIND = {"sdg": "s", "tdg": "t", "sxdg": "sx"}


def kinds(circuit):
    """How often each kind of gate occurs; packed circuits are taken apart."""
    names = [
        "h",
        "x",
        "y",
        "z",
        "s",
        "sdg",
        "t",
        "tdg",
        "sx",
        "sxdg",
        "rx",
        "ry",
        "rz",
        "p",
        "u",
        "cx",
        "cz",
        "cp",
        "swap",
        "ccx",
        "measure",
        "barrier",
    ]
    for _ in range(8):
        packed = [name for name in circuit.count_ops() if name not in names]
        if packed:
            circuit = circuit.decompose(gates_to_decompose=packed)
    found = {}
    for name, number in circuit.count_ops().items():
        if name not in ("measure", "barrier"):
            found[KIND.get(name, name)] = found.get(KIND.get(name, name), 0) + number
    return found


def check_fold(circuit, factor):
    """The same unitary, the same outcomes, and each kind of gate so often."""
    answer = fold(circuit.copy(), factor)
    bare = circuit.copy_empty_like()
    for step in circuit.data:
        if step.operation.name != "measure":
            bare.append(step)
    assert_budget(answer, qubits=circuit.num_qubits)
    assert_same_unitary(answer, bare, circuit_only=True)
    if circuit.count_ops().get("measure"):
        probabilities = {}
        read = [
            (circuit.find_bit(s.clbits[0]).index, circuit.find_bit(s.qubits[0]).index)
            for s in circuit.data
            if s.operation.name == "measure"
        ]
        amplitudes = Operator(bare).data[:, 0]
        for x, amplitude in enumerate(amplitudes):
            bits = ["0"] * circuit.num_clbits
            for bit, qubit in read:
                bits[-1 - bit] = str(x >> qubit & 1)
            key = "".join(bits)
            probabilities[key] = probabilities.get(key, 0) + abs(amplitude) ** 2
        assert_distribution(answer, probabilities, circuit_only=True)
    wanted = {kind: factor * number for kind, number in kinds(bare).items()}
    assert_close(kinds(answer), wanted)


small = QuantumCircuit(2)
small.h(0)
small.cx(0, 1)
check_fold(small, 1)
check_fold(small, 3)

turned = QuantumCircuit(2, 2)
turned.rx(0.4, 0)
turned.t(0)
turned.cx(0, 1)
turned.s(1)
turned.measure([0, 1], [0, 1])
check_fold(turned, 3)
check_fold(turned, 5)
### BEGIN HIDDEN TESTS
partly = QuantumCircuit(3, 2)
partly.sx(0)
partly.ry(0.7, 1)
partly.cp(0.3, 0, 2)
partly.sdg(0)
partly.cx(2, 0)
partly.cz(1, 2)
partly.h(1)
partly.measure(2, 0)
partly.measure(0, 1)
check_fold(partly, 5)
check_fold(partly, 1)

unmeasured = QuantumCircuit(3)
unmeasured.h([0, 1, 2])
unmeasured.ccx(0, 1, 2)
unmeasured.u(0.3, -0.5, 1.1, 2)
unmeasured.swap(0, 2)
unmeasured.tdg(1)
check_fold(unmeasured, 7)

every = QuantumCircuit(1)
every.p(2.1, 0)
every.y(0)
every.measure_all()
check_fold(every, 9)

generator = instances("fold")
for factor in (3, 5):
    circuit = QuantumCircuit(2, 2)
    for _ in range(6):
        angle, kind = float(generator.uniform(-3, 3)), int(generator.integers(4))
        qubit = int(generator.integers(2))
        if kind == 0:
            circuit.ry(angle, qubit)
        elif kind == 1:
            circuit.rz(angle, qubit)
        elif kind == 2:
            circuit.cx(qubit, 1 - qubit)
        else:
            circuit.s(qubit)
    circuit.measure([0, 1], [1, 0])
    check_fold(circuit, factor)
### END HIDDEN TESTS

# %% [markdown] task="report"
# ## 8. In your own words: a report from a laboratory
#
# A company reports: "On our device the energy of the 4-qubit model came out as $-0.94$. We tried several noise factors and several fits; with the exponential fit through the factors 1, 1.5 and 2 zero-noise extrapolation gave $-1.13$, which agrees with the exact value $-1.137$. Error mitigation has thus removed 96 % of the error. With the same software customers will obtain exact results on our 100-qubit machine, without error correction."
#
# Write 100 to 180 words to a colleague who has to decide whether to believe it. Say *what is missing beside the two numbers*, *what is wrong with the way in which the fit was chosen*, and *why the last sentence does not follow*; each with a reason, and with what the company ought to do instead for the first two.
#
# This answer is marked by a person, in any of the three languages of the course.

# %% [markdown] essay="report" points=3
# ### BEGIN SOLUTION
# *What is missing:* both numbers stand without an uncertainty. Extrapolation multiplies the measured values by weights of which some are larger than 1, so the mitigated value scatters more than the raw one. With an error of 0.15 the agreement would be luck. The report should give both values with intervals, from repeated runs or a bootstrap, and the number of shots of both; only intervals that lie apart show a gain.
#
# *The choice of the fit:* several factors and fits were tried, and the one shown is the one that agrees with a value that was known. With enough fits one will always agree, even on data without any signal. Method, factors and shots have to be fixed before, and tested on other circuits whose answers are known; or all fits have to be shown.
#
# *100 qubits:* noise multiplies the signal by a factor that falls exponentially with the number of gates. Extrapolation has to find it again in the shot noise, so the shots grow exponentially, and no check against the exact value will be possible. Mitigation averages many noisy runs; it corrects none of them.
# ### END SOLUTION

# %% [markdown] rubric="report"
# One point for each of the three statements, independent of the others; no half points for style, length or language.
#
# - **1 point, uncertainty:** says that both values need an error bar (an interval, repetitions, a bootstrap) *and* gives a reason why it matters here: extrapolation enlarges the statistical error, or agreement within an unknown error is no evidence, or only separate intervals show a gain.
#
# - **1 point, choice of the fit:** says that the fit was chosen by looking at the result or at the known value (so that agreement proves nothing), *and* names a remedy: fix the method beforehand, test on circuits with known answers, or show all the fits.
#
# - **1 point, scaling:** says that the number of shots (or the variance) grows exponentially with the size or the depth of the circuit, *or* that the signal decays exponentially and drowns in the shot noise. "More qubits have more noise" without the cost earns no point.
#
# A statement that contradicts one of these (for example, that mitigation corrects the single runs) takes the point of that line away.

# %% [markdown] task="zero_noise"
# ## 9. An interval, not a number
#
# The expectation value of an observable was measured at several noise factors, each with its standard error. You extrapolate to the factor 0 with a polynomial, and you say whether the data show a gain. Write `zero_noise(factors, means, errors, degree)`.
#
# **Input:** `factors`, different numbers of at least 1 in any order, of which one is 1 (the raw measurement); `means` and `errors`, the measured values and their standard errors, in the same order, independent of each other; `degree`, the degree $g$ of the polynomial. There are at least $g + 1$ points.
#
# **Output:** three things `(value, error, shown)`. `value` is the polynomial at the factor 0; the polynomial is the one of degree $g$ with the smallest weighted sum of squares
#
# $$\sum_k \left(\frac{y_k - P(\lambda_k)}{\sigma_k}\right)^2 .$$
#
# `error` is the standard error of `value` that follows from the given errors: `value` is a fixed linear combination $\sum_k w_k y_k$ of the measured means, so its variance is $\sum_k w_k^2\sigma_k^2$. (How well the points fit the polynomial does not enter.) `shown` is `True` if the interval of *two* standard errors about `value` and the interval of two standard errors about the raw mean have no point in common, otherwise `False`: only then do the data show that extrapolation has changed anything.
#
# **Compared:** both numbers up to $10^{-6}$, and the truth value. Further checks draw measurements of circuits that are simulated exactly, and ask how often the intervals hold the true value.
#
# *Example:* the factors 1, 2, 3 with the means 0.8, 0.65, 0.5, all with the error 0.02, and degree 1 give $0.95 \pm 0.03055$. The intervals $[0.889, 1.011]$ and $[0.76, 0.84]$ lie apart, so the answer is `(0.95, 0.03055, True)`. Degree 2 gives $0.95 \pm 0.0872$ for the same data, and `False`.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Divide each equation $P(\lambda_k) = y_k$ by $\sigma_k$. What is left is an ordinary least-squares problem.
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# With the matrix $V_{kj} = \lambda_k^{\,j}/\sigma_k$ the coefficients are $(V^TV)^{-1}V^T$ applied to $y_k/\sigma_k$, and $(V^TV)^{-1}$ is their covariance matrix. Which entry of it belongs to the value at 0? (`np.polyfit` can do this too; mind what `w` and `cov` mean there: `cov="unscaled"` is what you want.)
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# `value` is the coefficient of $\lambda^0$, `error` the square root of its variance. The raw mean is the one at `factors.index(1)`. The two intervals lie apart exactly if $|\text{value} - \text{raw}| > 2\,(\text{error} + \text{raw error})$.
#
# </details>


# %% answer="zero_noise"
def zero_noise(factors, means, errors, degree):
    ### BEGIN SOLUTION
    factors, means, errors = (np.asarray(x, dtype=float) for x in (factors, means, errors))
    design = factors[:, None] ** np.arange(degree + 1) / errors[:, None]
    weights = np.linalg.pinv(design)[0] / errors
    value = weights @ means
    error = np.sqrt(weights**2 @ errors**2)
    raw = int(np.argmin(abs(factors - 1)))
    shown = abs(value - means[raw]) > 2 * (error + errors[raw])
    return float(value), float(error), bool(shown)
    ### END SOLUTION


# %% check="zero_noise" points=4
def check_zero_noise(factors, means, errors, degree):
    """Solve the normal equations; compare; and return what was compared with."""
    design = np.vander(np.array(factors, dtype=float), degree + 1, increasing=True)
    weight = 1 / np.array(errors) ** 2
    covariance = np.linalg.inv(design.T @ (weight[:, None] * design))
    value = float((covariance @ design.T @ (weight * np.array(means)))[0])
    error = math.sqrt(covariance[0, 0])
    raw = list(factors).index(1)
    shown = abs(value - means[raw]) > 2 * (error + errors[raw])
    found = zero_noise(list(factors), list(means), list(errors), degree)
    assert_close(found, (value, error, bool(shown)))
    return value, error, shown


check_zero_noise([1, 2, 3], [0.8, 0.65, 0.5], [0.02, 0.02, 0.02], 1)
check_zero_noise([1, 2, 3], [0.8, 0.65, 0.5], [0.02, 0.02, 0.02], 2)
check_zero_noise([1, 3, 5, 7], [0.71, 0.4, 0.22, 0.13], [0.01, 0.01, 0.02, 0.04], 2)
### BEGIN HIDDEN TESTS
check_zero_noise([1, 1.5, 2], [-0.52, -0.41, -0.33], [0.004, 0.005, 0.009], 2)
check_zero_noise([3, 1, 5], [0.3, 0.62, 0.14], [0.02, 0.01, 0.03], 1)
check_zero_noise([5, 3, 2, 1], [0.02, -0.01, 0.04, 0.05], [0.03, 0.03, 0.02, 0.03], 1)
check_zero_noise([2, 1], [0.4, 0.6], [0.02, 0.03], 0)
check_zero_noise([1, 3, 5, 7, 9], [0.85, 0.6, 0.45, 0.3, 0.2], [0.01, 0.02, 0.01, 0.03, 0.02], 3)
check_zero_noise([1, 3], [-0.5, 0.1], [0.05, 0.02], 1)
check_zero_noise([1, 2, 3], [0.8, 0.75, 0.7], [0.01, 0.01, 0.01], 1)


def parity_of_bell_pair(factor, strength):
    """<ZZ> of a Bell pair whose preparation, H and CX, is folded; depolarising noise after each CX; exact."""
    cx = np.eye(4)[[0, 3, 2, 1]]
    h = np.kron(np.eye(2), np.array([[1, 1], [1, -1]]) / math.sqrt(2))
    rho = h @ np.diag([1.0, 0, 0, 0]) @ h.T
    for _ in range(factor):
        rho = cx @ rho @ cx
        rho = (1 - strength) * rho + strength * np.eye(4) / 4
    return float(np.trace(rho @ np.diag([1, -1, -1, 1])))


generator = instances("zero_noise")
inside = nearer = 0
for _ in range(60):  # without noise the value is 1
    strength, factors = float(generator.uniform(0.04, 0.08)), [1, 3, 5, 7]
    exact = np.array([parity_of_bell_pair(factor, strength) for factor in factors])
    means = (exact + generator.normal(0, 0.004, 4)).tolist()
    value, error, shown = check_zero_noise(factors, means, [0.004] * 4, 2)
    inside += abs(value - 1) < 3 * error
    nearer += (
        not shown or max(abs(value - 1 - 2 * error), abs(value - 1 + 2 * error)) < 1 - means[0]
    )
assert inside >= 54
assert nearer >= 54
### END HIDDEN TESTS

# %% [markdown] task="antidote"
# ## 10. A mixture with negative weights
#
# Each run of a gate is followed by an unwanted channel $E$ on its qubit, known from calibration. It is first *twirled*: in each run a Pauli matrix $P$, drawn uniformly from $I, X, Y, Z$, is applied before the channel and the same one after it. Averaged over the runs, this makes a Pauli channel of $E$,
#
# $$\Lambda(\rho) = \frac14\sum_P P^\dagger E(P\rho P^\dagger)P = \sum_Q p_Q\, Q\rho\, Q^\dagger .$$
#
# Then it is cancelled: there are numbers $q_I, q_X, q_Y, q_Z$ with
#
# $$\sum_Q q_Q\, Q\,\Lambda(\rho)\,Q^\dagger = \rho \quad\text{for every } \rho .$$
#
# Some of them are negative, so this is no channel. But averages can be formed: draw $Q$ with probability $|q_Q|/\gamma$, where $\gamma = \sum_Q |q_Q|$, apply it, and multiply the result of the run by $\gamma$ and by the sign of $q_Q$. Write `antidote(kraus, error)`.
#
# **Input:** `kraus`, a list of Kraus matrices of $E$, arrays of shape $(2, 2)$; `error`, the standard error that is wanted for the average of an observable with outcomes $+1$ and $-1$.
#
# **Output:** a pair `(weights, runs)`: the four numbers $q_I, q_X, q_Y, q_Z$ in this order, and the smallest integer number of runs with $\gamma/\sqrt{\text{runs}} \le$ `error`. (As each run contributes $\pm\gamma$, no observable has a greater standard error than that.)
#
# **Compared:** the weights, up to $10^{-6}$; the number of runs, exactly. The instances are such that the antidote exists, and that rounding does not decide the number.
#
# *Example:* for the phase flip with probability 0.1, Kraus matrices $\sqrt{0.9}\,I$ and $\sqrt{0.1}\,Z$, the weights are $(1.125, 0, 0, -0.125)$, $\gamma = 1.25$, and for an error of 0.009 one needs 19291 runs instead of the 12346 of a perfect gate.
#
# <details><summary>Hint 1: a nudge</summary>
#
# Three steps: the $p_Q$ from the Kraus matrices, the $q_Q$ from the $p_Q$, the number of runs from the $q_Q$. For the second: what does a Pauli channel do to the matrices X, Y and Z?
#
# </details>
#
# <details><summary>Hint 2: an idea</summary>
#
# $p_Q = \sum_k |\operatorname{tr}(Q K_k)/2|^2$. The channel multiplies $X$ by $\lambda_X = p_I + p_X - p_Y - p_Z$, and $Y$ and $Z$ likewise by the sum of the two that commute minus the two that do not; $I$ by 1. The antidote must multiply them by $1/\lambda$.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# With the matrix of signs $S$ (rows and columns I, X, Y, Z; $+1$ where the two commute and $-1$ where they do not) $\lambda = Sp$, and the weights solve $Sq = 1/\lambda$. As $S^2 = 4I$, this is $q = S(1/\lambda)/4$. Then `math.ceil((gamma / error) ** 2)`.
#
# </details>


# %% answer="antidote"
def antidote(kraus, error):
    ### BEGIN SOLUTION
    paulis = [
        np.eye(2),
        np.array([[0, 1], [1, 0]]),
        np.array([[0, -1j], [1j, 0]]),
        np.diag([1, -1]),
    ]
    chances = [sum(abs(np.trace(pauli @ k)) ** 2 for k in kraus) / 4 for pauli in paulis]
    signs = np.array([[1, 1, 1, 1], [1, 1, -1, -1], [1, -1, 1, -1], [1, -1, -1, 1]])
    weights = signs @ (1 / (signs @ np.array(chances))) / 4
    gamma = np.sum(np.abs(weights))
    return weights, math.ceil((gamma / error) ** 2)
    ### END SOLUTION


# %% check="antidote" points=4
def check_antidote(kraus, error):
    """Twirl and invert the transfer matrix; compare weights and runs."""
    paulis = [Pauli(letter).to_matrix() for letter in "IXYZ"]
    factors = []
    for pauli in paulis:  # the diagonal of the transfer matrix is all that a twirl leaves
        image = sum(k @ pauli @ np.conj(k).T for k in kraus)
        factors.append(np.trace(pauli @ image).real / 2)
    signs = [[np.trace(a @ b @ a @ b).real / 2 for b in paulis] for a in paulis]
    wanted = np.linalg.solve(signs, 1 / np.array(factors))
    runs = math.ceil((np.abs(wanted).sum() / error) ** 2)
    weights, number = antidote([np.array(k) for k in kraus], error)
    assert_close(weights, wanted)
    assert_close(number, runs)


def turn(angle, axis):
    """A rotation by the angle about an axis, as a list of one Kraus matrix."""
    x, y, z = np.array(axis) / np.linalg.norm(axis)
    generator_matrix = np.array([[z, x - 1j * y], [x + 1j * y, -z]])
    return [math.cos(angle / 2) * np.eye(2) - 1j * math.sin(angle / 2) * generator_matrix]


def damping(gamma):
    """Amplitude damping."""
    return [np.diag([1, math.sqrt(1 - gamma)]), np.array([[0, math.sqrt(gamma)], [0, 0]])]


check_antidote([math.sqrt(0.9) * np.eye(2), math.sqrt(0.1) * np.diag([1, -1])], 0.009)
check_antidote([np.eye(2)], 0.03)
check_antidote(turn(0.3, [1, 0, 0]), 0.02)
check_antidote(damping(0.1), 0.007)
### BEGIN HIDDEN TESTS
check_antidote(turn(0.5, [0, 1, 0]), 0.013)
check_antidote(turn(0.7, [1, -2, 0.5]), 0.0123)
check_antidote(damping(0.36), 0.0101)
check_antidote([turn(0.4, [0, 1, 1])[0] @ k for k in damping(0.2)], 0.0303)
flips = [
    math.sqrt(p) * Pauli(letter).to_matrix()
    for p, letter in zip([0.8, 0.02, 0.05, 0.13], "IXYZ", strict=True)
]
check_antidote(flips, 0.0271)
generator = instances("antidote")
for _ in range(3):
    axis, gamma = generator.normal(size=3), float(generator.uniform(0.05, 0.3))
    error = [turn(float(generator.uniform(0.1, 0.6)), axis)[0] @ k for k in damping(gamma)]
    check_antidote(error, 0.0137)
### END HIDDEN TESTS
