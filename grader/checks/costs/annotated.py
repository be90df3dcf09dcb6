"""Writes annotated operations out: inverse, controls and power as gates that the checks can count."""

from __future__ import annotations

from typing import Any

from qiskit import QuantumCircuit
from qiskit.circuit import (
    AnnotatedOperation,
    ControlModifier,
    InverseModifier,
    Operation,
    PowerModifier,
)
from qiskit.exceptions import QiskitError

from grader.checks.opaque import is_opaque
from grader.checks.reading.data import Unreadable, is_a
from grader.checks.reading.standard_gates import is_of_qiskit, is_standard

_WIDEST_ROOT = 6
"""Qubits of a gate at most whose power is no whole number: it is computed as a matrix."""
_MOST_REPEATED = 1000
"""Times that what it is a power of may itself be repeated."""


def written_out(operation: AnnotatedOperation) -> tuple[QuantumCircuit, int]:
    """Return what an annotated operation does: a circuit, and how often it is repeated.

    Raises:
        Unreadable: `forbidden_gate`; there is no such circuit.
    """
    base: Any = operation.base_op
    circuit, times = written_out(base) if is_a(base, AnnotatedOperation) else (_alone(base), 1)
    try:
        for modifier in operation.modifiers:
            if is_a(modifier, InverseModifier):
                circuit = circuit.inverse()
            elif is_a(modifier, ControlModifier):
                circuit = _controlled(circuit, modifier.num_ctrl_qubits, modifier.ctrl_state)
            elif is_a(modifier, PowerModifier):
                circuit, times = _power(circuit, times, modifier.power)
    except (QiskitError, ArithmeticError, AttributeError, TypeError, ValueError) as error:
        raise Unreadable("forbidden_gate", name=str(operation.name)[:40]) from error
    return circuit, times


def _alone(operation: Operation) -> QuantumCircuit:
    circuit = QuantumCircuit(operation.num_qubits, operation.num_clbits)
    circuit.append(operation, circuit.qubits, circuit.clbits)
    return circuit


def _controlled(circuit: QuantumCircuit, controls: int, state: int) -> QuantumCircuit:
    """Return a circuit under control, gate by gate: a black box in it stays one."""
    controlled = QuantumCircuit(controls + circuit.num_qubits)
    if circuit.global_phase:
        phase = QuantumCircuit(1)
        phase.global_phase = circuit.global_phase
        gate = phase.to_gate().control(controls, ctrl_state=state, annotated=False)
        controlled.append(gate, range(controls + 1))
    for instruction in circuit.data:
        gate = _controlled_gate(instruction.operation, controls, state)
        places = [controls + circuit.find_bit(qubit).index for qubit in instruction.qubits]
        controlled.append(gate, [*range(controls), *places])
    return controlled


def _controlled_gate(operation: Any, controls: int, state: int) -> Any:
    """Return a gate under control; a learner's own is looked into, because it may hold a black box."""
    if is_standard(operation) or is_of_qiskit(operation) or is_opaque(operation):
        return operation.control(controls, ctrl_state=state, annotated=False)
    return _controlled(operation.definition, controls, state).to_gate()


def _power(circuit: QuantumCircuit, times: int, power: float) -> tuple[QuantumCircuit, int]:
    whole = int(power)
    if whole == power:
        return (circuit if whole >= 0 else circuit.inverse()), times * abs(whole)
    if circuit.num_qubits > _WIDEST_ROOT or times > _MOST_REPEATED:
        raise ValueError(f"a power of {power} on {circuit.num_qubits} qubits")
    return circuit.repeat(times).power(power, matrix_power=True), 1
