"""Reads circuits: plain copies, terminal measurements stripped, qubits of a transpiled circuit put back in order."""

from __future__ import annotations

from typing import Any

from qiskit import QuantumCircuit
from qiskit.circuit import (
    Barrier,
    CircuitInstruction,
    ControlFlowOp,
    Delay,
    Gate,
    Instruction,
    Measure,
    Qubit,
    Reset,
    Store,
)
from qiskit.circuit.library import Initialize

from grader.checks.reading.added_qubits import without_unused_added
from grader.checks.reading.data import MAXIMUM_QUBITS, Unreadable, is_a

_KINDS: tuple[tuple[type, str], ...] = (
    (Barrier, "idle"),
    (Delay, "idle"),
    (Measure, "measure"),
    (Reset, "reset"),
    (Initialize, "initialize"),
    (ControlFlowOp, "control"),
    (Store, "control"),
)


def kind_of(operation: Any) -> str:
    """Return what an operation truly is: idle, measure, reset, initialize, control, or gate for all others.

    Its class decides, never its name: a gate that somebody calls "barrier" is a gate.
    """
    for cls, kind in _KINDS:
        if is_a(operation, cls):
            return kind
    return "gate"


def plain_circuit(circuit: Any) -> QuantumCircuit:
    """Return a circuit of the exact class `QuantumCircuit`, without free parameters and not too large.

    Of a large transpiled circuit, the qubits that it has from the device and does not use are left out.

    Raises:
        Unreadable: free parameters, or more than `MAXIMUM_QUBITS` qubits in use.
    """
    plain = require_bound(rebuilt(circuit))
    if plain.num_qubits > MAXIMUM_QUBITS:
        plain = without_unused_added(plain)
    if plain.num_qubits > MAXIMUM_QUBITS:
        raise Unreadable("wrong_size", case="too_many", got=plain.num_qubits, limit=MAXIMUM_QUBITS)
    return plain


def require_bound(circuit: QuantumCircuit) -> QuantumCircuit:
    """Return the circuit if it has no free parameters.

    Raises:
        Unreadable: it has some.
    """
    if circuit.num_parameters:
        names = ", ".join(sorted(parameter.name for parameter in circuit.parameters)[:4])
        raise Unreadable("wrong_type", case="unbound", names=names)
    return circuit


def qubits_without_added(circuit: QuantumCircuit) -> int:
    """Return how many qubits a circuit has without those that a transpiler added."""
    if circuit.layout is None:
        return int(circuit.num_qubits)
    return len(circuit.layout.initial_index_layout(filter_ancillas=True))


def rebuilt(circuit: Any) -> QuantumCircuit:
    """Return the circuit itself if it is exactly a `QuantumCircuit`, else one rebuilt from its instructions."""
    if type(circuit) is QuantumCircuit:
        return circuit
    plain = QuantumCircuit(
        list(circuit.qubits), list(circuit.clbits), *circuit.qregs, *circuit.cregs
    )
    plain.global_phase = circuit.global_phase
    for instruction in list(circuit.data):
        plain.append(instruction)
    return plain


def is_circuit(value: object) -> bool:
    """Return whether the value truly is a circuit."""
    return is_a(value, QuantumCircuit)


def without_terminal_measurements(
    circuit: QuantumCircuit,
) -> tuple[QuantumCircuit, dict[int, int]]:
    """Return the circuit without its last measurements, and which bit each of them wrote: clbit index -> qubit index.

    A measurement is terminal if nothing but barriers and delays follows on its qubit, and nothing uses its bit later.
    """
    kept: list[CircuitInstruction] = []
    measured: dict[int, int] = {}
    used_qubits: set[Qubit] = set()
    used_bits: set[Any] = set()
    for instruction in reversed(circuit.data):
        kind = kind_of(instruction.operation)
        qubits, bits = instruction.qubits, set(instruction.clbits)
        if (
            kind == "measure"
            and qubits[0] not in used_qubits
            and bits.isdisjoint(used_bits)
            and circuit.find_bit(qubits[0]).index not in measured.values()
        ):
            measured[circuit.find_bit(instruction.clbits[0]).index] = circuit.find_bit(
                qubits[0]
            ).index
            used_bits |= bits
            continue
        if kind == "idle":
            continue
        used_qubits.update(qubits)
        used_bits |= bits
        kept.append(instruction)
    stripped = circuit.copy_empty_like()
    for instruction in reversed(kept):
        stripped._append(instruction)
    return stripped, measured


def without_measurements_at_end(circuit: QuantumCircuit) -> tuple[QuantumCircuit, frozenset[int]]:
    """Return the circuit without all measurements that only look at what it leaves, and which qubits they look at.

    After such a measurement nothing but measurements, barriers and delays follows on its qubit, and nothing reads its
    bit: a qubit may be measured twice, and two measurements may write the same bit.
    """
    kept: list[CircuitInstruction] = []
    measured: set[int] = set()
    used: set[Any] = set()
    for instruction in reversed(circuit.data):
        kind = kind_of(instruction.operation)
        if kind == "idle":
            continue
        if kind == "measure":
            if used.isdisjoint((*instruction.qubits, *instruction.clbits)):
                measured.add(circuit.find_bit(instruction.qubits[0]).index)
                continue
            used.update(instruction.qubits)
        else:
            used.update(instruction.qubits, instruction.clbits)
        kept.append(instruction)
    stripped = circuit.copy_empty_like()
    for instruction in reversed(kept):
        stripped._append(instruction)
    return stripped, frozenset(measured)


def flattened(circuit: QuantumCircuit) -> QuantumCircuit:
    """Return the circuit with composite instructions that are no gates (they may measure) written out."""
    while any(_is_composite(instruction.operation) for instruction in circuit.data):
        flat = circuit.copy_empty_like()
        for instruction in circuit.data:
            operation = instruction.operation
            if _is_composite(operation):
                flat.compose(
                    operation.definition, instruction.qubits, instruction.clbits, inplace=True
                )
            else:
                flat._append(instruction)
        circuit = flat
    return circuit


def virtual_order(circuit: QuantumCircuit) -> tuple[list[int] | None, int]:
    """Return where a transpiler left each original qubit, and how many there were; None if nothing was moved.

    Qubits that the transpiler added come last.
    """
    layout = circuit.layout
    if layout is None:
        return None, circuit.num_qubits
    order = layout.final_index_layout(filter_ancillas=True)
    rest = [index for index in range(circuit.num_qubits) if index not in order]
    return [*order, *rest], len(order)


def _is_composite(operation: Any) -> bool:
    return (
        is_a(operation, Instruction)
        and not is_a(operation, Gate)
        and kind_of(operation) == "gate"
        and operation.definition is not None
    )
