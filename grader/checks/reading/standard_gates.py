"""Which operations truly are Qiskit's own: their classes say so, never their names."""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

from qiskit.circuit import BreakLoopOp, ContinueLoopOp, ControlledGate, Gate, Instruction, Store
from qiskit.circuit.library import get_standard_gate_name_mapping

from grader.checks.reading.circuits import kind_of
from grader.checks.reading.data import is_a

_FREE = ("barrier", "delay", "measure", "reset", "global_phase")


def is_standard(operation: Any) -> bool:
    """Return whether this truly is one of Qiskit's standard gates (or barrier), not one that borrows its name."""
    if operation.name == "barrier":
        return kind_of(operation) == "idle"
    standard = _standard_classes().get(operation.name)
    return standard is not None and getattr(operation, "base_class", None) is standard


def is_free(operation: Any) -> bool:
    """Return whether an operation costs nothing: it is no gate."""
    if is_a(operation, Store, BreakLoopOp, ContinueLoopOp):
        return True
    return operation.name in _FREE and is_standard(operation)


def is_of_qiskit(operation: Any) -> bool:
    """Return whether this is of a class of Qiskit that stands for one operation, so that its name is no disguise."""
    own = type(operation)
    home = own.__module__  # of a singleton of Qiskit's it is None
    module = sys.modules.get(home) if type(home) is str else None
    return (
        module is not None
        and home.startswith("qiskit.")
        and getattr(module, own.__qualname__, None) is own
        and own not in (Gate, ControlledGate, Instruction)
    )


@cache
def _standard_classes() -> dict[str, type]:
    return {name: gate.base_class for name, gate in get_standard_gate_name_mapping().items()}
