"""Oracles that can be called and not be looked into: gates without a definition, filled in afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import AnnotatedOperation, ControlFlowOp, Gate, Operation
from qiskit.circuit.exceptions import CircuitError
from qiskit.circuit.library import UnitaryGate
from qiskit.exceptions import QiskitError

from grader.checks.reading.circuits import is_circuit, rebuilt
from grader.checks.reading.data import (
    MAXIMUM_QUBITS,
    TargetError,
    Unreadable,
    is_a,
    unreadable_type,
)
from grader.checks.reading.standard_gates import is_standard
from grader.checks.unitaries import read_unitary
from grader.checks.verdict import fail

DEEPEST = 30
"""Definitions nested deeper than this are no honest circuit."""

_LONGEST_NAME = 40


class OpaqueOracle(Gate):  # type: ignore[misc]
    """A gate that can be appended, inverted, controlled and repeated, and says nothing about what it does.

    Attributes:
        oracle: the name under which its calls are counted and it is filled in.
        size: qubits of the oracle itself. Those of its controls come before them, as in every gate of Qiskit.
        inverted: whether this is the inverse of the oracle.
        controls: how many qubits control it.
        ctrl_state: the value of the controls for which it acts; bit k belongs to control k.
    """

    def __init__(
        self,
        oracle: str,
        size: int,
        *,
        inverted: bool = False,
        controls: int = 0,
        ctrl_state: int | None = None,
        label: str | None = None,
    ) -> None:
        every = (1 << controls) - 1
        state = every if ctrl_state is None else ctrl_state
        if not 0 <= state <= every:
            raise CircuitError(f"expected a control state from 0 to {every}, got {state}")
        shown = f"{'c' * (controls > 0)}{controls if controls > 1 else ''}{'_' * (controls > 0)}"
        shown += oracle + "_dg" * inverted + (f"_o{state}" if state != every else "")
        super().__init__(shown, size + controls, [], label=label)
        self.oracle = oracle
        self.size = size
        self.inverted = inverted
        self.controls = controls
        self.ctrl_state = state

    def inverse(self, annotated: bool = False) -> OpaqueOracle:
        """Return the inverse, which is a call of the oracle, too.

        Args:
            annotated: makes no difference; Qiskit's gates have it.
        """
        return OpaqueOracle(
            self.oracle,
            self.size,
            inverted=not self.inverted,
            controls=self.controls,
            ctrl_state=self.ctrl_state,
        )

    def control(
        self,
        num_ctrl_qubits: int = 1,
        label: str | None = None,
        ctrl_state: str | int | None = None,
        annotated: bool | None = None,
    ) -> OpaqueOracle:
        """Return the oracle with further controls before its qubits, which is a call of the oracle, too.

        Args:
            num_ctrl_qubits: how many.
            label: shown in drawings.
            ctrl_state: their value for which the oracle acts: a number, or bits with control 0 rightmost.
            annotated: makes no difference; Qiskit's gates have it.
        """
        state = int(ctrl_state, 2) if isinstance(ctrl_state, str) else ctrl_state
        if state is None:
            state = (1 << num_ctrl_qubits) - 1
        return OpaqueOracle(
            self.oracle,
            self.size,
            inverted=self.inverted,
            controls=self.controls + num_ctrl_qubits,
            ctrl_state=self.ctrl_state << num_ctrl_qubits | state,
            label=label,
        )

    def power(self, exponent: float, annotated: bool = False) -> Gate:
        """Return the oracle repeated; every repetition is a call.

        Raises:
            CircuitError: the exponent is no whole number: nobody knows the root of a black box.
        """
        times = int(exponent)
        if times != exponent:
            raise CircuitError(f"expected a whole number of calls of an oracle, got {exponent}")
        once = self if times >= 0 else self.inverse()
        repeated = QuantumCircuit(self.num_qubits, name=f"{self.name}^{times}")
        for _ in range(abs(times)):
            repeated.append(once, range(self.num_qubits))
        return repeated.to_gate()


def opaque_oracle(name: str, oracle: QuantumCircuit | Gate | int) -> OpaqueOracle:
    """Return an oracle as a gate that can be called and not be looked into.

    Give it to the function of an answer, count its calls (`assert_budget(..., calls={name: 1})`) and put its content
    in (`filled_in`) before the result is compared. It can be inverted and controlled, like any gate.

    Args:
        name: under which its calls are counted; a Python identifier.
        oracle: how many qubits it has, or the circuit or gate that will be filled in: then as many as that has.

    Raises:
        TargetError: no such name or size.

    Example:
        >>> def marked(oracle):  # an answer: kickback on a target in |->
        ...     circuit = QuantumCircuit(3)
        ...     _ = circuit.x(2), circuit.h(2), circuit.append(oracle, [0, 1, 2])
        ...     _ = circuit.h(2), circuit.x(2)
        ...     return circuit
        >>> flip = QuantumCircuit(3)
        >>> _ = flip.ccx(0, 1, 2)
        >>> answer = marked(opaque_oracle("oracle", flip))
        >>> assert_budget(answer, calls={"oracle": 1})
        >>> assert_marks(filled_in(answer, {"oracle": flip}), ["11"], qubits=2, ancillas=[2])
    """
    if type(name) is not str or not name.isidentifier() or len(name) > _LONGEST_NAME:
        raise TargetError("opaque_oracle", f"expected an identifier as a name, got {name!r:.60}")
    size = oracle if type(oracle) is int else getattr(oracle, "num_qubits", 0)
    if not 1 <= size <= MAXIMUM_QUBITS:
        raise TargetError("opaque_oracle", f"expected 1 to {MAXIMUM_QUBITS} qubits, got {size}")
    return OpaqueOracle(name, size)


def filled_in(
    circuit: object, oracles: Mapping[str, QuantumCircuit | Gate | Any]
) -> QuantumCircuit:
    """Return an answer with the oracles in it that it was given as black boxes.

    Inverse, controlled and repeated calls are filled in as well, in the gates and control flow that the answer made.

    Args:
        circuit: the answer: a circuit in which gates of `opaque_oracle` occur.
        oracles: name -> what it does: a circuit without measurements, a gate, an `Operator` or a unitary array.

    Returns:
        A new circuit. A black box with a name that is not in `oracles` stays in it; no check can read that.

    Raises:
        CheckFailed: `circuit` is no circuit, or calls an oracle on another number of qubits than it has.
        TargetError: one of the oracles is no unitary.
    """
    if not is_circuit(circuit):
        fail("filled_in", unreadable_type(circuit, "QuantumCircuit").difference)
    contents = {name: _gate(name, oracle) for name, oracle in oracles.items()}
    try:
        return _Filling(contents).circuit(rebuilt(circuit), 0)
    except Unreadable as problem:
        fail("filled_in", problem.difference)


def is_opaque(operation: object) -> bool:
    """Return whether this truly is a black box, not a gate that borrows its name."""
    return type(operation) is OpaqueOracle


def _gate(name: str, oracle: Any) -> Gate:
    try:
        if is_circuit(oracle):
            return rebuilt(oracle).to_gate()
        if is_a(oracle, Gate):
            return oracle
        return UnitaryGate(read_unitary(oracle))
    except (Unreadable, QiskitError) as problem:
        raise TargetError("filled_in", f"{name} is no unitary: {problem}") from problem


class _Filling:
    """One circuit on its way through; keeps what it made of each definition."""

    def __init__(self, contents: Mapping[str, Gate]) -> None:
        self._contents = contents
        self._done: dict[int, tuple[QuantumCircuit, QuantumCircuit]] = {}

    def circuit(self, circuit: QuantumCircuit, level: int) -> QuantumCircuit:
        """Return a circuit filled in: the very same if there is nothing to fill in."""
        if id(circuit) in self._done:
            return self._done[id(circuit)][1]
        filled = circuit.copy_empty_like()
        changed = level == 0
        for instruction in circuit.data:
            old = instruction.operation
            new = self._operation(old, level) if level < DEEPEST else old
            changed = changed or new is not old
            filled._append(instruction.replace(operation=new) if new is not old else instruction)
        result = filled if changed else circuit
        self._done[id(circuit)] = circuit, result  # the first keeps the number its own
        return result

    def _operation(self, operation: Operation, level: int) -> Operation:
        """Return an operation filled in: the very same if there is nothing to fill in."""
        if is_opaque(operation):
            return self._oracle(operation)
        if is_a(operation, AnnotatedOperation):
            base = self._operation(operation.base_op, level + 1)
            unchanged = base is operation.base_op
            return operation if unchanged else AnnotatedOperation(base, operation.modifiers)
        if is_a(operation, ControlFlowOp):
            blocks = [self.circuit(block, level + 1) for block in operation.blocks]
            same = all(new is old for new, old in zip(blocks, operation.blocks, strict=True))
            return operation if same else operation.replace_blocks(blocks)
        definition = None if is_standard(operation) else getattr(operation, "definition", None)
        if definition is None:
            return operation
        filled = self.circuit(definition, level + 1)
        if filled is definition:
            return operation
        return filled.to_gate() if is_a(operation, Gate) else filled.to_instruction()

    def _oracle(self, call: OpaqueOracle) -> Gate:
        gate = self._contents.get(call.oracle)
        if gate is None:
            return call
        if gate.num_qubits != call.size:
            raise Unreadable("wrong_size", case="oracle", got=call.size, expected=gate.num_qubits)
        if call.inverted:
            gate = gate.inverse()
        if call.controls and is_a(gate, UnitaryGate):
            return _controlled_matrix(gate, call.controls, call.ctrl_state)
        if call.controls:
            gate = gate.control(call.controls, ctrl_state=call.ctrl_state, annotated=False)
        return gate


def _controlled_matrix(gate: UnitaryGate, controls: int, state: int) -> UnitaryGate:
    """Return a matrix under control as a matrix: Qiskit would synthesise it first, which takes seconds.

    The controls are the qubits 0 to controls - 1, as in every controlled gate of Qiskit.
    """
    inner = gate.to_matrix()
    matrix = np.eye(len(inner) << controls, dtype=complex)
    places = state + (np.arange(len(inner)) << controls)
    matrix[np.ix_(places, places)] = inner
    return UnitaryGate(matrix, check_input=False)
