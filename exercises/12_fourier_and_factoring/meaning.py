"""What answers mean where they are not unique, and instances of each contract, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import math

import numpy as np
from grader.accuracy.simulation import matrix, outcomes
from qiskit import QuantumCircuit
from qiskit.circuit import Gate
from qiskit.circuit.library import UnitaryGate

TOLERANCES = {  # as the text says, or the tolerance of the assertion
    "waves": 1e-6,
    "add_if": 1e-6,
    "readings": 1e-6,
    "measure_phase": 1e-6,
    "one_control": 1e-6,
    "turn_bits": 1e-6,
    "split": 1e-9,
}


def waves_instance(rng):
    """A size and an order."""
    return (int(rng.integers(1, 7)), "rising" if rng.random() < 0.5 else "falling")


def add_if_instance(rng):
    """Numbers of either sign, larger than the register too."""
    return (int(rng.integers(1, 6)), int(rng.integers(-70, 70)))


def thrifty(arguments, result):
    """Whether every basis state comes out near enough."""
    n, epsilon = arguments
    size = 2**n
    numbers = np.arange(size)
    exact = np.exp(2j * np.pi * np.outer(numbers, numbers) / size) / np.sqrt(size)
    exact = exact[[int(format(y, f"0{n}b")[::-1], 2) for y in numbers]]
    found = matrix(result)
    if found.shape != exact.shape:
        return [False]
    phase = np.vdot(exact, found)
    found = found * (abs(phase) / phase if abs(phase) > 1e-12 else 1)
    return [bool(np.linalg.norm(found - exact, axis=0).max() <= epsilon + 1e-9)]


def thrifty_instance(rng):
    """A size and a bound on a logarithmic scale."""
    return (int(rng.integers(2, 7)), float(10 ** rng.uniform(-3, 0.3)))


def readings_instance(rng):
    """Any phase, and at times one that fits."""
    t = int(rng.integers(1, 8))
    phi = float(rng.random()) if rng.random() < 0.8 else int(rng.integers(2**t)) / 2**t
    return (phi, t, int(rng.integers(1, t + 1)))


def _opened(result, sealed):
    """The circuit with unitaries in the place of the sealed gates."""
    whole = result.copy_empty_like()
    for step in result.data:
        known = sealed.get(step.operation.name)
        gate = step.operation if known is None else UnitaryGate(known)
        whole.append(gate, step.qubits, step.clbits)
    return whole


def _unitary(phases, power):
    """With eigenvectors that are no basis states."""
    d = len(phases)
    basis = np.linalg.qr(np.vander(np.exp(1j * np.arange(1, d + 1)), d) + np.eye(d))[0]
    gate = basis @ np.diag(np.exp(2j * np.pi * power * np.array(phases))) @ basis.conj().T
    return np.kron(np.eye(d), np.diag([1, 0])) + np.kron(gate, np.diag([0, 1]))


def _results(result, sealed, first):
    """Probabilities of all results, for targets that are in no eigenstate and no basis state."""
    whole = QuantumCircuit(result.num_qubits, result.num_clbits)
    for qubit in range(first, result.num_qubits):
        whole.ry(1.1 + 0.6 * (qubit - first), qubit)
        whole.p(0.7, qubit)
    opened = _opened(result, sealed)
    whole.compose(opened, range(result.num_qubits), range(result.num_clbits), inplace=True)
    chances = outcomes(whole)
    keys = [format(y, f"0{result.num_clbits}b") for y in range(2**result.num_clbits)]
    return [chances.get(key, 0.0) for key in keys]


_PHASES = {1: [0.3, 0.625], 2: [0.1, 0.37, 0.5, 0.8125]}


def measure_phase(arguments, result):
    """The results for a gate with known phases, and how often it is called."""
    _, t, m = arguments
    calls = sum(step.operation.name == "box" for step in result.data)
    told = _results(result, {"box": _unitary(_PHASES[m], 1)}, t)
    return [told, calls <= 2**t - 1, result.num_qubits, result.num_clbits]


def measure_phase_instance(rng):
    """A box of a name that the audit opens, and few bits."""
    t, m = int(rng.integers(1, 4)), int(rng.integers(1, 3))
    return (Gate("box", m + 1, []), t, m)


def one_control(arguments, result):
    """The results for a gate with known phases, and how often each power is called."""
    powers, m = arguments
    sealed = {f"power_{k}": _unitary(_PHASES[m], 2**k) for k in range(len(powers))}
    names = [step.operation.name for step in result.data]
    told = _results(result, sealed, 1)
    return [told, max(map(names.count, sealed)) <= 1, result.num_qubits, result.num_clbits]


def one_control_instance(rng):
    """Powers of names that the audit opens."""
    t, m = int(rng.integers(1, 4)), int(rng.integers(1, 3))
    return ([Gate(f"power_{k}", m + 1, []) for k in range(t)], m)


def turn_bits(arguments, result):
    """What becomes of register and control when the ancillas begin and end in 0."""
    n, _ = arguments
    size = 2 ** (n + 1)
    if result.num_qubits < n + 1:
        return [result.num_qubits]
    whole = matrix(result) if result.num_qubits <= 7 else _columns(result, size)
    block = whole[:size, :size]
    corner = block[0, 0]
    return [block * (abs(corner) / corner if abs(corner) > 1e-9 else 1), result.num_qubits <= n + 3]


def _columns(circuit, count):
    """The first columns of a matrix that would be large, one by one."""
    from grader.accuracy.simulation import amplitudes

    columns = []
    for x in range(count):
        whole = QuantumCircuit(circuit.num_qubits)
        for k in range(circuit.num_qubits):
            if x >> k & 1:
                whole.x(k)
        whole.compose(circuit, range(circuit.num_qubits), inplace=True)
        columns.append(amplitudes(whole))
    return np.array(columns).T


def turn_bits_instance(rng):
    """A power of two or its negative."""
    n = int(rng.integers(2, 5))
    number = 2**n - 1
    return (n, int(2 ** rng.integers(n) * (1 if rng.random() < 0.5 else -1)) % number)


def _order(a, number):
    r, power = 1, a % number
    while power != 1:
        r, power = r + 1, power * a % number
    return r


def runs_instance(rng):
    """Good and bad runs."""
    while True:
        number, a = int(rng.integers(3, 60)), int(rng.integers(2, 60))
        a = a % number
        if a > 1 and math.gcd(a, number) == 1:
            break
    t = 2 * (number - 1).bit_length()
    r = _order(a, number)
    read = []
    for _ in range(int(rng.integers(0, 5))):
        good = round(2**t * int(rng.integers(r)) / r) % 2**t
        read.append(good if rng.random() < 0.75 else int(rng.integers(2**t)))
    return (read, t, a, number)


def split_instance(rng):
    """Odd numbers that are no primes."""
    while True:
        number = int(rng.integers(4, 150)) * 2 + 1
        if any(number % p == 0 for p in range(3, math.isqrt(number) + 1)):
            break
    a = int(rng.integers(2, number))
    return (number, a, None if math.gcd(a, number) > 1 else _order(a, number))
