"""Further inputs for a proof: drawn from the inputs that a check uses, and from what lies around them.

An input counts only where the reference and every right answer agree (`grader.accuracy.oracle`), so an input outside
the contract does no harm: there they part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.random import Generator
from qiskit import QuantumCircuit

Arguments = tuple[Any, ...]


def further(inputs: Sequence[Arguments], count: int, rng: Generator) -> list[Arguments]:
    """Return `count` inputs made from the given ones; none if there are none.

    Args:
        inputs: what a check called an answer with.
        count: how many to draw.
        rng: where chance comes from.
    """
    drawn: list[Arguments] = []
    usable = [arguments for arguments in inputs if arguments]
    for _ in range(count if usable else 0):
        base = usable[int(rng.integers(len(usable)))]
        mixed = rng.random() < 0.3
        made = []
        for place, value in enumerate(base):
            column = [one[place] for one in usable if len(one) > place]
            if mixed:
                value = column[int(rng.integers(len(column)))]  # noqa: PLW2901
            made.append(varied(value, column, rng))
        drawn.append(tuple(made))
    return drawn


def varied(  # noqa: PLR0911 - one way for each kind of value
    value: Any, column: Sequence[Any], rng: Generator
) -> Any:
    """Return something of the same kind as `value`; `column` holds what else stood at its place."""
    if isinstance(value, bool) or value is None or callable(value):
        return column[int(rng.integers(len(column)))]
    if isinstance(value, QuantumCircuit):
        return _circuit(value, rng)
    if isinstance(value, int | np.integer):
        return _integer(int(value), column, rng)
    if isinstance(value, float | np.floating):
        return _number(float(value), column, rng)
    if isinstance(value, complex):
        return value * complex(np.exp(1j * rng.uniform(0, 2 * np.pi)))
    if isinstance(value, str):
        return _text(value, column, rng)
    if isinstance(value, np.ndarray):
        return _array(value, rng)
    if isinstance(value, Mapping):
        return _table(value, rng)
    if isinstance(value, list | tuple):
        return _sequence(value, column, rng)
    return value


def _integer(value: int, column: Sequence[Any], rng: Generator) -> int:
    seen = [int(one) for one in column if isinstance(one, int | np.integer)]
    return int(rng.integers(min(seen), max(seen) + 1)) if seen else value


def _number(value: float, column: Sequence[Any], rng: Generator) -> float:
    seen = [
        float(one) for one in column if isinstance(one, int | float) and not isinstance(one, bool)
    ]
    low, high = (min(seen), max(seen)) if seen else (value, value)
    return float(rng.uniform(low, high)) if rng.random() < 0.8 else value


def _text(value: str, column: Sequence[Any], rng: Generator) -> str:
    if rng.random() < 0.3 or len(value) < 2:
        return str(column[int(rng.integers(len(column)))])
    return "".join(value[int(k)] for k in rng.permutation(len(value)))


def _array(value: np.ndarray, rng: Generator) -> np.ndarray:
    """Return an array of the same nature: real or complex, normalised, unitary, Hermitian or none of these."""
    if value.dtype.kind in "iub" or value.size == 0:
        return value.copy()
    draw = rng.normal(size=value.shape)
    if np.iscomplexobj(value):
        draw = draw + 1j * rng.normal(size=value.shape)
    if value.ndim == 2 and value.shape[0] == value.shape[1]:
        if np.allclose(value @ value.conj().T, np.eye(len(value))):
            return np.asarray(np.linalg.qr(draw)[0])
        if np.allclose(value, value.conj().T):
            draw = draw + draw.conj().T
            if np.isclose(np.trace(value), 1) and np.linalg.eigvalsh(value)[0] > -1e-9:
                draw = draw @ draw.conj().T
                return np.asarray(draw / np.trace(draw))
            return np.asarray(draw)
    norm = np.linalg.norm(value)
    return np.asarray(draw * (norm / np.linalg.norm(draw)) if norm else draw)


def _table(value: Mapping[Any, Any], rng: Generator) -> dict[Any, Any]:
    kept = {
        key: max(0, int(rng.integers(1, 2 * number + 2))) if isinstance(number, int) else number
        for key, number in value.items()
    }
    if len(kept) > 1 and rng.random() < 0.3:
        kept.pop(list(kept)[int(rng.integers(len(kept)))])
    return kept


def _sequence(value: Sequence[Any], column: Sequence[Any], rng: Generator) -> Any:
    pool = [part for one in column if isinstance(one, list | tuple) for part in one]
    if not pool or not len(value):
        return value
    norm = _norm(value)
    made = [varied(part, pool if rng.random() < 0.5 else [part, *value], rng) for part in value]
    if norm is not None and abs(norm - 1) < 1e-9 and len(value) > 1:
        found = _norm(made)
        if found:
            made = [part / found for part in made]
    return tuple(made) if isinstance(value, tuple) else made


def _norm(value: Sequence[Any]) -> float | None:
    """Return the norm of a list of numbers with a fraction among them; None for all else."""
    if not all(isinstance(part, int | float | complex) for part in value):
        return None
    return float(np.sqrt(sum(abs(part) ** 2 for part in value)))


def _circuit(value: QuantumCircuit, rng: Generator) -> QuantumCircuit:
    """Return the circuit with a few random gates behind it, on its own qubits."""
    made = value.copy()
    if value.num_clbits or value.parameters:
        return made
    for qubit in range(value.num_qubits):
        made.u(*rng.uniform(-np.pi, np.pi, 3), qubit)
    if value.num_qubits > 1 and rng.random() < 0.5:
        pair = rng.permutation(value.num_qubits)[:2]
        made.cx(int(pair[0]), int(pair[1]))
    return made
