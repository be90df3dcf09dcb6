"""What answers mean where they are not unique, and instances of each contract, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import numpy as np
from qiskit import QuantumCircuit


def _without_phase(state):
    """The density matrix of a state: what is left without its global phase."""
    return np.outer(state, state.conj())


def _state(rng, size):
    """Random amplitudes, some of them 0, with norm 1."""
    while True:
        state = rng.normal(size=size) + 1j * rng.normal(size=size)
        state[rng.random(size) < 0.25] = 0
        if np.linalg.norm(state) > 0.1:
            return state / np.linalg.norm(state)


def _circuit(rng, n):
    """A circuit with random angles on neighbours, and a global phase."""
    circuit = QuantumCircuit(n, global_phase=rng.uniform(0, 2 * np.pi))
    for _ in range(2):
        for k in range(n):
            circuit.ry(rng.uniform(0, 2 * np.pi), k)
            circuit.rz(rng.uniform(0, 2 * np.pi), k)
        for k in range(n - 1):
            circuit.cx(k, k + 1)
    return circuit


def weighted_sum(arguments, result):
    """The state after the outcome 0 without its phase, its probability, and whether the number said so and suffices."""
    from grader.accuracy.simulation import amplitudes

    first, second, a, b = arguments
    circuit, said = result
    n = first.num_qubits
    lucky = amplitudes(circuit)[: 2**n]
    chance = np.linalg.norm(lucky) ** 2
    total = a * amplitudes(first) + b * amplitudes(second)
    least = np.linalg.norm(total) ** 2 / (abs(a) + abs(b)) ** 2
    right = abs(said - chance) < 1e-6 and chance > least - 1e-6
    return [_without_phase(lucky / np.sqrt(chance)), circuit.num_qubits, bool(right)]


def real_pair_instance(rng):
    """Four real numbers of either sign, some of them 0."""
    numbers = rng.normal(size=4) * (rng.random(4) < 0.75)
    if not numbers.any():
        numbers[int(rng.integers(4))] = -1.0
    return (list(map(float, numbers / np.linalg.norm(numbers))),)


def geometric_instance(rng):
    """Up to four qubits; ratios of modulus 1, real ones, and others."""
    angle = np.exp(1j * rng.uniform(0, 2 * np.pi))
    ratio = [angle, rng.uniform(0.4, 1.6) * angle, float(rng.uniform(-1.5, 1.5))]
    return (int(rng.integers(1, 5)), ratio[int(rng.integers(3))])


def two_terms_instance(rng):
    """Two different strings of up to four bits."""
    n = int(rng.integers(1, 5))
    x, y = rng.choice(2**n, size=2, replace=False)
    return (f"{x:0{n}b}", f"{y:0{n}b}")


def schmidt_form_instance(rng):
    """One or two bits of weights, and halves that are large enough."""
    m = int(rng.integers(1, 3))
    weights = np.abs(_state(rng, 2**m))
    return (weights, *(_circuit(rng, int(rng.integers(m, 4))) for _ in range(2)))


def first_m_instance(rng):
    """Up to five qubits and any number that they can hold."""
    n = int(rng.integers(1, 6))
    return (int(rng.integers(1, 2**n + 1)), n)


def one_hot_instance(rng):
    """Up to seven complex amplitudes."""
    return (_state(rng, int(rng.integers(1, 8))),)


def no_neighbours_instance(rng):
    """Rows of up to seven qubits."""
    return (int(rng.integers(1, 8)),)


def weighted_sum_instance(rng):
    """Two random circuits of one or two qubits with complex weights."""
    n = int(rng.integers(1, 3))
    a, b = rng.normal(size=2) + 1j * rng.normal(size=2)
    return (_circuit(rng, n), _circuit(rng, n), complex(a), complex(b))


def any_state_instance(rng):
    """States of up to four qubits with zeros."""
    return (_state(rng, 2 ** int(rng.integers(1, 5))),)
