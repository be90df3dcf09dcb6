"""Changes that a called function made to its arguments, repeated on the caller's side."""

from __future__ import annotations

from typing import Any

import numpy as np
from qiskit import QuantumCircuit

from grader.execution.wire_errors import WireError

MUTABLE = (list, dict, set, bytearray, np.ndarray, QuantumCircuit)
"""Types of which an instance can be made equal to another one."""


def apply_change(target: object, new: object) -> None:
    """Make an object equal to a new value of the same type, in place.

    Only the object itself stays the same one: parts of it are replaced by parts of `new`, which must not be used
    for anything else.

    Args:
        target: a list, dict, set, bytearray, NumPy array or circuit, or an instance of a subclass.
        new: a value that `unpack` returned.

    Raises:
        WireError: they are not of one such type, or the target cannot become like that: an array of another shape
            or dtype, an array that is read-only, a circuit of a subclass.
    """
    kind: Any = type(new)
    if kind not in MUTABLE or not issubclass(type(target), kind):
        raise WireError(f"a {type(target).__name__} cannot be changed into a {kind.__name__}")
    if kind is QuantumCircuit:
        if type(target) is not QuantumCircuit:
            raise WireError(f"a {type(target).__name__} cannot be changed like a QuantumCircuit")
        vars(target).clear()
        vars(target).update(vars(new))
    elif kind is np.ndarray:
        _change_array(target, new)
    elif kind in (list, bytearray):
        kind.__setitem__(target, slice(None), new)
    else:
        kind.clear(target)
        kind.update(target, new)


def _change_array(target: Any, new: Any) -> None:
    if target.shape != new.shape or target.dtype != new.dtype:
        raise WireError(
            f"an array of shape {target.shape} and dtype {target.dtype} cannot be changed in place into one of"
            f" shape {new.shape} and dtype {new.dtype}"
        )
    if not target.flags.writeable:
        raise WireError("the array is read-only")
    np.copyto(target, new)
