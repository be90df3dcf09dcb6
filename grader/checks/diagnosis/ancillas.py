"""Says which ancilla is not back in |0>, on which input, and how it was left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from grader.checks.diagnosis.notation import Array, bits, qubits_of
from grader.checks.verdict import Difference

_SURE = 1e-6


def embedded(columns: Array, data: Sequence[int], qubits: int) -> Array:
    """Return columns on some qubits as columns on all, the others in |0>.

    Args:
        columns: shape (2**len(data), columns).
        data: where each of their qubits stands among all.
        qubits: how many there are in all.
    """
    numbers = np.arange(len(columns))
    rows = sum(((numbers >> place & 1) << qubit for place, qubit in enumerate(data)), 0 * numbers)
    whole = np.zeros((2**qubits, columns.shape[1]), dtype=np.complex128)
    whole[rows] = columns
    return whole


def as_numbered(difference: Difference, data: Sequence[int]) -> Difference:
    """Return a difference that was found without the ancillas, its qubits numbered as the learner numbers them.

    Args:
        difference: its `first`, `second`, `qubit` and `order` count the qubits that are no ancillas.
        data: those qubits, in rising order.
    """
    told = dict(difference.parameters)
    for name in ("first", "second", "qubit"):
        if name in told:
            told[name] = data[int(told[name])]
    if "order" in told:
        told["order"] = re.sub(r"\d+", lambda found: str(data[int(found[0])]), str(told["order"]))
    return replace(difference, parameters=told)


def ancilla_difference(
    columns: Array,
    ancillas: Sequence[int],
    tolerance: float,
    labels: Sequence[str] | None = None,
) -> Difference | None:
    """Return which ancilla is left how on the first input that leaves one, or None if all end in |0>.

    By linearity ancillas that are clean on every basis input are clean on every input.

    Args:
        columns: what becomes of each input, shape (2**n, inputs).
        ancillas: qubits that must end in |0>.
        tolerance: largest distance of two columns; the part outside |0> may be so long.
        labels: the input, as bits, that each column belongs to; by default they are counted.
    """
    qubits = qubits_of(columns)
    index = np.arange(len(columns))
    up = np.array([(index >> ancilla & 1).astype(bool) for ancilla in ancillas])
    left = np.sum(np.abs(columns[up.any(axis=0)]) ** 2, axis=0)
    most = float(left.max())
    if most <= tolerance**2:
        return None
    column = int(np.argmax(left > max(tolerance**2, 0.1 * most)))
    state = columns[:, column]
    risen = [float(np.sum(np.abs(state[one]) ** 2)) for one in up]
    place = int(np.argmax(np.array(risen) >= max(risen) - _SURE))
    name = bits(column, qubits_of(columns.T)) if labels is None else labels[column]
    case = _how(state, ancillas[place], qubits)
    if not name:  # there is no input: a state is made
        return Difference("dirty_ancilla", {"case": f"{case}_state", "ancilla": ancillas[place]})
    return Difference("dirty_ancilla", {"case": case, "input": name, "ancilla": ancillas[place]})


def _how(state: Array, qubit: int, qubits: int) -> str:
    """Return how one qubit of a state is left: entangled with others, flipped to |1>, or turned."""
    seen = state.reshape(2 ** (qubits - 1 - qubit), 2, 2**qubit).swapaxes(0, 1).reshape(2, -1)
    density = seen @ seen.conj().T
    if float(np.vdot(density, density).real) < 1 - _SURE:
        return "entangled"
    return "flipped" if float(density[1, 1].real) > 1 - _SURE else "turned"
