"""Qiskit's operations as trees: gates, instructions, control flow.

Each kind has a short code of ours. A class is never found by a name that a message carries. An operation of a class
that is not here (a learner's, or a rare one of the library) arrives as a plain Gate or Instruction of the same name
and definition; a gate with a matrix and no definition as a UnitaryGate with its name as label.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from qiskit import QuantumCircuit
from qiskit._accelerate.circuit import StandardGate
from qiskit.circuit import (
    AnnotatedOperation,
    ControlledGate,
    ControlModifier,
    Gate,
    Instruction,
    InverseModifier,
    Operation,
    ParameterExpression,
    PowerModifier,
)
from qiskit.circuit.annotated_operation import Modifier
from qiskit.circuit.library import UnitaryGate
from qiskit.exceptions import QiskitError
from qiskit.quantum_info.operators.predicates import is_unitary_matrix

from grader.execution.wire_errors import NotData, WireError
from grader.execution.wire_library import LIBRARY
from grader.execution.wire_parameters import angle, plain_number
from grader.execution.wire_tree import (
    MOST_BITS,
    Packer,
    Tag,
    Tree,
    Unpacker,
    exactly,
    natural,
    reads,
    writes,
)

GATES: list[StandardGate] = StandardGate.all_gates()
_NUMBERS = {gate.name: number for number, gate in enumerate(GATES)}
_CLASSES: dict[type, int] = {gate.gate_class: number for number, gate in enumerate(GATES)}
_LIBRARY = {kind.make: (code, kind) for code, kind in LIBRARY.items()}

OWN = 4
"""Objects that an operation of its own counts for."""

number_of = _NUMBERS.__getitem__
"""Number of a standard gate, by its name in Qiskit."""


@writes(Operation)
def write_operation(packer: Packer, value: Operation) -> Tree:
    """Return the tree of an operation; for one that the message holds already, its number."""
    number = packer.operations.get(id(value))
    if number is not None:
        return [int(Tag.OPERATION), number]
    packer.seal()
    packer.enter(1)
    tree = [int(Tag.OPERATION), *_write(packer, value)]
    packer.leave()
    packer.unseal()
    packer.keep.append(value)
    packer.operations[id(value)] = len(packer.operations)
    return tree


def _write(packer: Packer, value: Operation) -> list[Tree]:
    kind = getattr(value, "base_class", type(value))
    label = packer.value(getattr(value, "label", None))
    number = _CLASSES.get(kind)
    if number is not None and _is_standard(value, number):
        state = packer.value(value.ctrl_state) if isinstance(value, ControlledGate) else None
        parameters = map(plain_number, value.params)
        return ["standard", number, label, state, *map(packer.value, parameters)]
    if kind in _LIBRARY:
        code, entry = _LIBRARY[kind]
        parts = entry.parts(value)
        if parts is not None:
            return ["library", code, label, *map(packer.value, parts)]
    if isinstance(value, AnnotatedOperation):
        return [
            "annotated",
            packer.value(value.base_op),
            [_modifier(packer, each) for each in value.modifiers],
        ]
    if not isinstance(value, Instruction):
        raise NotData(type(value).__name__, reason="an operation that Qampus does not know")
    return _defined(packer, value, label)


def _is_standard(value: Gate, number: int) -> bool:
    name: str = GATES[number].name
    if isinstance(value, ControlledGate) and value.ctrl_state != (1 << value.num_ctrl_qubits) - 1:
        name = f"{name}_o{value.ctrl_state}"
    return bool(value.name == name)


def _is_whole(base: Gate | None) -> bool:
    """Return whether a controlled gate's base is sound; that of a controlled CU has a parameter too many."""
    number = _CLASSES.get(getattr(base, "base_class", type(base)))
    return base is not None and (number is None or len(base.params) == GATES[number].num_params)


def _modifier(packer: Packer, value: Modifier) -> Tree:
    if isinstance(value, InverseModifier):
        return ["inverse"]
    if isinstance(value, ControlModifier):
        return ["control", value.num_ctrl_qubits, packer.value(value.ctrl_state)]
    if isinstance(value, PowerModifier):
        return ["power", packer.value(plain_number(value.power))]
    raise NotData(type(value).__name__)


def _defined(packer: Packer, value: Instruction, label: Tree) -> list[Tree]:
    """Return an operation of any class by what it does."""
    if isinstance(value, ControlledGate) and _is_whole(value.base_gate):
        closed = value
        if value.ctrl_state != (1 << value.num_ctrl_qubits) - 1:
            closed = value.to_mutable()
            closed.ctrl_state = None
        return [
            "controlled",
            packer.value(value._name),
            value.num_qubits,
            label,
            value.num_ctrl_qubits,
            packer.value(value.ctrl_state),
            packer.value(value.base_gate),
            packer.value(closed.definition),
        ]
    definition = value.definition
    if isinstance(value, Gate) and definition is None:
        matrix = _matrix(value)
        if matrix is not None:
            return _write(packer, UnitaryGate(matrix, label=value.label or value.name))
    return [
        "gate" if isinstance(value, Gate) else "instruction",
        packer.value(value.name),
        value.num_qubits,
        value.num_clbits,
        label,
        packer.value(definition),
        *map(packer.value, _plain(value.params)),
    ]


def _matrix(value: Gate) -> np.ndarray[Any, Any] | None:
    if not hasattr(value, "__array__") and type(value).to_matrix is Gate.to_matrix:
        return None
    matrix = np.asarray(value.to_matrix(), dtype=complex)
    if matrix.shape != (1 << value.num_qubits,) * 2 or not is_unitary_matrix(matrix):
        raise NotData(
            type(value).__name__, reason=f"its matrix of shape {matrix.shape} is not unitary"
        )
    return matrix


def _plain(parameters: list[Any]) -> list[Any]:
    """Return the parameters of an operation if a plain Gate can have them; else none: the definition says it all."""
    parameters = [plain_number(each) for each in parameters]
    numbers = (int, float, ParameterExpression)
    return parameters if all(isinstance(each, numbers) for each in parameters) else []


@reads(Tag.OPERATION)
def _read(unpacker: Unpacker, node: list[Any]) -> Operation:
    what = node[1]
    if type(what) is int:
        return unpacker.operations[natural(what, len(unpacker.operations) - 1)]
    operation = _READERS[what](unpacker, node[2:])
    unpacker.spend(OWN)
    unpacker.operations.append(operation)
    return operation


def _read_standard(unpacker: Unpacker, node: list[Any]) -> Gate:
    number, label, state, *parameters = node
    gate = GATES[natural(number, len(GATES) - 1)]
    parameters = [angle(unpacker.value(each), "a parameter of a gate") for each in parameters]
    if len(parameters) != gate.num_params:
        raise WireError(f"{gate.name} with {len(parameters)} parameters")
    words = (
        {}
        if state is None
        else {"ctrl_state": natural(unpacker.value(state), (1 << gate.num_qubits) - 1)}
    )
    return gate.gate_class(*parameters, label=_label(unpacker, label), **words)


def _read_library(unpacker: Unpacker, node: list[Any]) -> Operation:
    code, label, *parts = node
    operation = LIBRARY[exactly(code, str)].build(*map(unpacker.value, parts))
    label = _label(unpacker, label)
    if operation.label != label:
        operation = operation.to_mutable()
        operation.label = label
    return operation


def _read_annotated(unpacker: Unpacker, node: list[Any]) -> Operation:
    base, modifiers = node
    return AnnotatedOperation(
        _operation(unpacker, base), [_read_modifier(unpacker, each) for each in modifiers]
    )


def _read_modifier(unpacker: Unpacker, node: list[Any]) -> Modifier:
    match node:
        case ["inverse"]:
            return InverseModifier()
        case ["control", count, state]:
            return ControlModifier(natural(count, MOST_BITS), exactly(unpacker.value(state), int))
        case ["power", power]:
            return PowerModifier(angle(unpacker.value(power), "a parameter of a gate"))
    raise WireError(f"a modifier {node!r:.40}")


def _read_controlled(unpacker: Unpacker, node: list[Any]) -> Gate:
    name, qubits, label, controls, state, base, definition = node
    base = _operation(unpacker, base, Gate)
    gate = ControlledGate(
        exactly(unpacker.value(name), str),
        natural(qubits, MOST_BITS),
        list(base.params),
        label=_label(unpacker, label),
        num_ctrl_qubits=natural(controls, MOST_BITS),
        ctrl_state=exactly(unpacker.value(state), int),
        base_gate=base,
        definition=_definition(unpacker, definition, qubits, 0),
    )
    return gate if _agrees(gate) else _by_definition(gate)


def _agrees(gate: ControlledGate) -> bool:
    """Return whether a controlled gate is made as Qiskit makes it from its base gate.

    It holds a base gate and a definition, and nothing in Qiskit compares them: one could do what the base gate says
    and cost what the definition says.
    """
    try:
        made = gate.base_gate.control(gate.num_ctrl_qubits, annotated=False)
    except QiskitError:
        return False
    same: bool = made.num_qubits == gate.num_qubits and made.definition == gate._definition
    return same


def _by_definition(gate: ControlledGate) -> Gate:
    """Return a controlled gate as a plain one that is nothing but its definition."""
    plain = Gate(gate.name, gate.num_qubits, [], label=gate.label)
    plain.definition = gate.definition
    return plain


def _read_gate(unpacker: Unpacker, node: list[Any]) -> Gate:
    name, qubits, clbits, label, definition, *parameters = node
    gate = Gate(
        exactly(unpacker.value(name), str),
        natural(qubits, MOST_BITS),
        [],
        label=_label(unpacker, label),
    )
    gate.definition = _definition(unpacker, definition, qubits, natural(clbits, 0))
    gate.params = [angle(unpacker.value(each), "a parameter of a gate") for each in parameters]
    return gate


def _read_instruction(unpacker: Unpacker, node: list[Any]) -> Instruction:
    name, qubits, clbits, label, definition, *parameters = node
    instruction = Instruction(
        exactly(unpacker.value(name), str),
        natural(qubits, MOST_BITS),
        natural(clbits, MOST_BITS),
        [],
        label=_label(unpacker, label),
    )
    instruction.definition = _definition(unpacker, definition, qubits, clbits)
    instruction.params = [
        angle(unpacker.value(each), "a parameter of a gate") for each in parameters
    ]
    return instruction


_READERS: dict[str, Callable[[Unpacker, list[Any]], Operation]] = {
    "standard": _read_standard,
    "library": _read_library,
    "annotated": _read_annotated,
    "controlled": _read_controlled,
    "gate": _read_gate,
    "instruction": _read_instruction,
}


def _label(unpacker: Unpacker, node: Tree) -> str | None:
    label = unpacker.value(node)
    return None if label is None else exactly(label, str)


def _operation(unpacker: Unpacker, node: Tree, kind: type = Operation) -> Any:
    operation = unpacker.value(node)
    if not isinstance(operation, kind):
        raise WireError(f"a {type(operation).__name__} where a {kind.__name__} belongs")
    return operation


def _definition(unpacker: Unpacker, node: Tree, qubits: int, clbits: int) -> QuantumCircuit | None:
    definition = unpacker.value(node)
    if definition is None:
        return None
    if not isinstance(definition, QuantumCircuit):
        raise WireError(f"a {type(definition).__name__} as a definition")
    if (definition.num_qubits, definition.num_clbits) != (qubits, clbits):
        raise WireError("a definition of another size than its operation")
    return definition
