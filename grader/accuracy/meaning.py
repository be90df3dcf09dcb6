"""Turns an answer into plain numbers that can be compared exactly, without the checks.

A circuit becomes what it does (`grader.accuracy.simulation`); numbers, arrays and texts stay what they are. Where the
contract leaves a global phase free, it is removed by a comparison that ignores it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qiskit import QuantumCircuit

from grader.accuracy.contract import Contract
from grader.accuracy.simulation import (
    UndecidableError,
    amplitudes,
    instrument,
    matrix,
    outcomes,
)


@dataclass(frozen=True)
class Plain:
    """An answer as data.

    Attributes:
        kind: what sort of thing it was: answers of different sorts are never the same.
        value: an array, or a list or dict of `Plain`, or a text, truth value or None.
        phase_free: whether a common factor of modulus 1 counts for nothing.
    """

    kind: str
    value: Any
    phase_free: bool = False


def meaning_of(arguments: tuple[Any, ...], result: Any, contract: Contract) -> Plain:
    """Return what an answer means.

    Raises:
        UndecidableError: it cannot be worked out.
    """
    if contract.meaning is not None:
        return _plain(contract.meaning(arguments, result), contract)
    return _plain(result, contract)


def difference(found: Plain, wanted: Plain, tolerance: float) -> str | None:
    """Say how two answers differ; None when they are the same within the tolerance."""
    if found.kind != wanted.kind:
        return f"{found.kind} instead of {wanted.kind}"
    if wanted.kind == "array":
        return _array_difference(found, wanted, tolerance)
    if wanted.kind == "list":
        if len(found.value) != len(wanted.value):
            return f"{len(found.value)} entries instead of {len(wanted.value)}"
        pairs = [
            (f"[{k}]", *two) for k, two in enumerate(zip(found.value, wanted.value, strict=True))
        ]
    elif wanted.kind == "dict":
        absent = Plain("array", np.zeros(()))
        keys = sorted(set(found.value) | set(wanted.value), key=repr)
        pairs = [
            (f"[{key!r}]", found.value.get(key, absent), wanted.value.get(key, absent))
            for key in keys
        ]
    else:
        return (
            None if found.value == wanted.value else f"{found.value!r} instead of {wanted.value!r}"
        )
    for where, one, other in pairs:
        said = difference(one, other, tolerance)
        if said is not None:
            return f"{where}: {said}"
    return None


def _array_difference(found: Plain, wanted: Plain, tolerance: float) -> str | None:
    one, other = found.value, wanted.value
    if one.shape != other.shape:
        return f"shape {one.shape} instead of {other.shape}"
    if not np.all(np.isfinite(one)):
        return "not finite"
    if wanted.phase_free and one.size:
        overlap = np.vdot(one, other)
        one = one * (overlap / abs(overlap) if abs(overlap) > 1e-12 else 1)
    gap = np.abs(one - other)
    if gap.size == 0 or np.max(gap) <= tolerance:
        return None
    place = np.unravel_index(int(np.argmax(gap)), gap.shape)
    where = f" at {tuple(int(k) for k in place)}" if place else ""
    return f"{complex(one[place]):.6g} instead of {complex(other[place]):.6g}{where}"


def _plain(result: Any, contract: Contract) -> Plain:  # noqa: PLR0911 - one way for each kind of value
    if isinstance(result, QuantumCircuit):
        return _circuit(result, contract)
    if result is None or isinstance(result, str):
        return Plain(type(result).__name__, result)
    if isinstance(result, bool | np.bool_):
        return Plain("bool", bool(result))
    if isinstance(result, Mapping):
        return Plain("dict", {key: _plain(value, contract) for key, value in result.items()})
    array = _array(result)
    if array is not None:
        phase_free = contract.phase_free and array.size > 1 and contract.meaning is None
        return Plain("array", array, phase_free)
    if isinstance(result, list | tuple):
        return Plain("list", [_plain(part, contract) for part in result])
    if hasattr(result, "data") and _array(result.data) is not None:
        kind = type(result).__name__
        return Plain(
            "list", [Plain("str", kind), Plain("array", _array(result.data), contract.phase_free)]
        )
    raise UndecidableError(f"an answer of type {type(result).__name__}")


def _array(result: Any) -> NDArray[np.complex128] | None:
    """Return numbers, nested lists of numbers and arrays as one array."""
    if not isinstance(result, int | float | complex | np.number | np.ndarray | list | tuple):
        return None
    try:
        raw = np.asarray(result)
    except ValueError:
        return None
    if raw.dtype.kind not in "iufc" and raw.size:
        return None
    return raw.astype(complex)


def _circuit(circuit: QuantumCircuit, contract: Contract) -> Plain:
    if circuit.parameters:
        return _family(circuit, contract)
    asked = contract.compared
    measured = circuit.num_clbits > 0
    if asked == "outcomes" or (measured and asked == "unitary"):
        if not measured:
            return Plain("list", [Plain("str", "unmeasured"), _state(circuit, contract)])
        return _plain(outcomes(circuit), contract)
    if asked == "instrument":
        return _plain(instrument(circuit), contract)
    if asked == "unitary":
        return Plain("array", matrix(circuit), contract.phase_free)
    return _state(circuit, contract)


def _state(circuit: QuantumCircuit, contract: Contract) -> Plain:
    bare = circuit.remove_final_measurements(inplace=False) if circuit.num_clbits else circuit
    return Plain("array", amplitudes(bare), contract.phase_free)


def _family(circuit: QuantumCircuit, contract: Contract) -> Plain:
    """A circuit with free parameters is what it is at three points, its parameters in the order of their names."""
    points = np.random.default_rng(20).uniform(-np.pi, np.pi, (3, len(circuit.parameters)))
    named = sorted(circuit.parameters, key=lambda parameter: parameter.name)
    bound = [circuit.assign_parameters(dict(zip(named, point, strict=True))) for point in points]
    return Plain("list", [_circuit(one, contract) for one in bound])
