"""What answers mean where they are not unique, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import numpy as np


def _without_phase(state):
    """The density matrix of a state: what is left without its global phase."""
    state = np.ravel(np.asarray(state, dtype=complex))
    return np.outer(state, state.conj())


def exchange(arguments, result):
    """The unitary with its phase, and whether each gate on two qubits is a cx from the lower number."""
    from grader.accuracy.simulation import matrix

    wide = [
        (step.operation.name, [result.find_bit(qubit).index for qubit in step.qubits])
        for step in result.data
        if len(step.qubits) > 1 and step.operation.name != "barrier"
    ]
    allowed = all(name == "cx" and places[0] < places[1] for name, places in wide)
    return [matrix(result), len(wide) <= 3, allowed]


def split_state(arguments, result):
    """None, or the product of the two parts without its phase and their norms."""
    if result is None:
        return None
    high, low = (np.ravel(part) for part in result)
    return [
        _without_phase(np.kron(high, low)),
        [np.linalg.norm(high), np.linalg.norm(low)],
        [len(high), len(low)],
    ]


def split_state_instance(rng):
    """A product, or a state that is clearly entangled; some with zeros."""
    while True:
        if rng.random() < 0.6:
            parts = rng.normal(size=(2, 2)) + 1j * rng.normal(size=(2, 2))
            if rng.random() < 0.3:
                parts[int(rng.integers(2)), int(rng.integers(2))] = 0
            state = np.kron(*parts)
        else:
            state = rng.normal(size=4) + 1j * rng.normal(size=4)
            if rng.random() < 0.4:
                state[int(rng.integers(4))] = 0
            if rng.random() < 0.4:  # just above the limit
                state = np.array([1, 0, 0, rng.uniform(0.011, 0.05) * np.exp(1j * rng.normal())])
        state = state / np.linalg.norm(state)
        gap = abs(state[0] * state[3] - state[1] * state[2])
        if gap < 1e-12 or gap > 0.01:
            return (state,)


def any_pair(arguments, result):
    """The prepared state without its phase, and whether both matrices are unitary."""
    theta, a, b = result
    a, b = np.asarray(a), np.asarray(b)
    square = np.diag([np.cos(theta / 2), np.sin(theta / 2)])
    return [
        _without_phase(a @ square @ b.T),
        a @ a.conj().T,
        b @ b.conj().T,
        bool(abs(np.imag(theta)) < 1e-12),
    ]
