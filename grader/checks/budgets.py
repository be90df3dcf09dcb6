"""Check of what a circuit costs, and of the gates that it is made from."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from qiskit import QuantumCircuit
from qiskit.circuit import (
    CircuitInstruction,
    ControlFlowOp,
    ControlledGate,
    Gate,
    Instruction,
)
from qiskit.circuit.library import get_standard_gate_name_mapping

from grader.checks.circuits import is_circuit, kind_of, rebuilt
from grader.checks.reading import unreadable_type
from grader.checks.verdict import Difference, fail

_CHECK = "assert_budget"
_FREE = ("barrier", "delay", "measure", "reset", "global_phase", "store")
_DEEPEST = 30
"""Definitions nested deeper than this are no honest circuit."""


@dataclass(frozen=True)
class _Gate:
    """A gate that is not taken apart further: its name and the indices of its qubits."""

    name: str
    qubits: tuple[int, ...]


def assert_budget(
    circuit: object,
    *,
    qubits: int | None = None,
    depth: int | None = None,
    gates: int | None = None,
    two_qubit_gates: int | None = None,
    allowed_gates: Iterable[str] | None = None,
    forbidden_gates: Iterable[str] | None = None,
) -> None:
    """Check that a circuit costs no more than is allowed, and uses only gates that are allowed.

    Barriers, measurements and resets cost nothing. A gate that you define yourself or take from a synthesis
    (a matrix, a state to prepare) is taken apart and costs what it is made of; a standard gate such as
    `ccx` is one gate.

    Args:
        circuit: your answer: a `QuantumCircuit`.
        qubits: most qubits that the circuit may have.
        depth: most layers of gates.
        gates: most gates.
        two_qubit_gates: most gates on two qubits; a gate on three or more counts as the two-qubit gates it is made of.
        allowed_gates: names of the only gates that may occur, as Qiskit writes them: "h", "cx".
        forbidden_gates: names of gates that must not occur, not even inside another: "unitary", "initialize".

    Raises:
        CheckFailed: `budget_exceeded`, `forbidden_gate`, or `wrong_type` if this is no circuit.

    Example:
        >>> circuit = QuantumCircuit(2)
        >>> _ = circuit.h(0), circuit.cx(0, 1)
        >>> assert_budget(circuit, two_qubit_gates=1, allowed_gates=["h", "cx"])
    """
    if not is_circuit(circuit):
        fail(_CHECK, unreadable_type(circuit, "QuantumCircuit").difference)
    plain = rebuilt(circuit)
    allowed = None if allowed_gates is None else frozenset(allowed_gates)
    names: set[str] = set()
    leaves = _leaves(plain, allowed or frozenset(), 1, names)
    for name in sorted(names & set(forbidden_gates or ())):
        fail(_CHECK, Difference("forbidden_gate", {"name": name[:40]}))
    if allowed is not None:
        for leaf in leaves:
            if leaf.name not in allowed:
                fail(_CHECK, Difference("forbidden_gate", {"name": leaf.name[:40]}))
    limits = (
        ("qubits", qubits, plain.num_qubits),
        ("two_qubit_gates", two_qubit_gates, _pairs(plain) if two_qubit_gates is not None else 0),
        ("gates", gates, len(leaves)),
        ("depth", depth, _depth(leaves)),
    )
    for resource, limit, got in limits:
        if limit is not None and got > limit:
            fail(
                _CHECK,
                Difference("budget_exceeded", {"case": resource, "got": got, "limit": limit}),
            )


def _leaves(
    circuit: QuantumCircuit, kept: frozenset[str], widest: int, names: set[str]
) -> list[_Gate]:
    """Return the gates of a circuit, everything that is no standard gate taken apart.

    Args:
        circuit: a plain circuit.
        kept: names of Qiskit's own gates that are not taken apart though they are no standard gates.
        widest: 1 to leave standard gates whole, 2 to take apart those on three qubits and more.
        names: receives every name met on the way, the inner ones too.
    """
    leaves: list[_Gate] = []
    _collect(circuit, list(range(circuit.num_qubits)), kept, widest, names, leaves, 0)
    return leaves


def _collect(  # noqa: PLR0917 - one walk, its place and what it gathers
    circuit: QuantumCircuit,
    places: list[int],
    kept: frozenset[str],
    widest: int,
    names: set[str],
    leaves: list[_Gate],
    level: int,
) -> None:
    index = dict(zip(circuit.qubits, places, strict=True))
    for instruction in circuit.data:
        operation = instruction.operation
        own = [index[qubit] for qubit in instruction.qubits]
        if _standard(instruction) and operation.name in _FREE:
            continue
        names.add(operation.name)
        inner = _inside(instruction, kept, widest) if level < _DEEPEST else []
        if inner:
            for block in inner:
                _collect(block, own, kept, widest, names, leaves, level + 1)
        else:
            leaves.append(_Gate(operation.name, tuple(own)))


def _inside(
    instruction: CircuitInstruction, kept: frozenset[str], widest: int
) -> list[QuantumCircuit]:
    """Return the circuits that an instruction stands for; none if it is left whole."""
    operation = instruction.operation
    if isinstance(operation, ControlFlowOp):
        times = 1
        if operation.name == "for_loop":
            times = len(list(operation.params[0]))
        return list(operation.blocks) * times
    if _standard(instruction) and (widest == 1 or operation.num_qubits <= 2):
        return []
    if operation.name in kept and _of_qiskit(operation):
        return []
    definition = operation.definition
    return [definition] if definition is not None else []


def _standard(instruction: CircuitInstruction) -> bool:
    """Return whether this truly is one of Qiskit's standard gates (or barrier), not one that borrows its name."""
    operation: Any = instruction.operation
    if operation.name == "barrier":
        return kind_of(operation) == "idle"
    standard = _standard_classes().get(operation.name)
    return standard is not None and getattr(operation, "base_class", None) is standard


def _of_qiskit(operation: Any) -> bool:
    """Return whether this is of a class of Qiskit that stands for one operation, so that its name is no disguise."""
    own = type(operation)
    module = sys.modules.get(own.__module__)
    return (
        own.__module__.startswith("qiskit.")
        and getattr(module, own.__qualname__, None) is own
        and own not in (Gate, ControlledGate, Instruction)
    )


@cache
def _standard_classes() -> dict[str, type]:
    return {name: gate.base_class for name, gate in get_standard_gate_name_mapping().items()}


def _pairs(circuit: QuantumCircuit) -> int:
    leaves = _leaves(circuit, frozenset(), 2, set())
    return sum(len(leaf.qubits) >= 2 for leaf in leaves)


def _depth(leaves: list[_Gate]) -> int:
    """Return the number of layers: a gate comes after all earlier gates on its qubits."""
    layer: dict[int, int] = {}
    for leaf in leaves:
        level = 1 + max((layer.get(qubit, 0) for qubit in leaf.qubits), default=0)
        layer.update(dict.fromkeys(leaf.qubits, level))
    return max(layer.values(), default=0)
