"""Qiskit's circuits as trees.

QPY is not used: it names custom gates by fresh random numbers, so that two dumps of one circuit differ; it makes
objects of classes that the file names; and it reads what a stranger wrote by code that was not made for strangers.
Here a circuit is its bits, registers, variables and instructions, and an operation is one of a fixed set
(`wire_operations`). Kept: name, global phase, metadata that is data, layout of a transpiled circuit. Lost: a
subclass of QuantumCircuit, and metadata that is no data.
"""

from __future__ import annotations

from typing import Any

from qiskit import QuantumCircuit
from qiskit.circuit import (
    CircuitInstruction,
    Clbit,
    Operation,
    Qubit,
    Register,
)
from qiskit.circuit.classical import expr
from qiskit.transpiler.layout import Layout, TranspileLayout

from grader.execution import wire_classical, wire_operations, wire_parameters
from grader.execution.wire_bits import REGISTERS, own_register
from grader.execution.wire_errors import NotData, WireError
from grader.execution.wire_operations import GATES, number_of
from grader.execution.wire_parameters import angle
from grader.execution.wire_tree import (
    MOST_BITS,
    Packer,
    Tag,
    Tree,
    Unpacker,
    exactly,
    fields,
    natural,
    reads,
    writes,
)

# importing these modules taught the tree what circuits are made of
PARTS = (wire_classical, wire_operations, wire_parameters)

EMPTY = 10
"""Objects that an empty circuit counts for."""
VARIABLES = (
    ("iter_input_vars", "add_input"),
    ("iter_captured_vars", "add_capture"),
    ("iter_declared_vars", "add_uninitialized_var"),
    ("iter_captured_stretches", "add_capture"),
    ("iter_declared_stretches", "add_stretch"),
)


@writes(QuantumCircuit)
def _circuit(packer: Packer, value: QuantumCircuit) -> Tree:
    if value.num_qubits > MOST_BITS or value.num_clbits > MOST_BITS:
        raise WireError(f"a circuit of more than {MOST_BITS} qubits or bits")
    data = value.data  # a circuit of the library is built here
    packer.seal()
    packer.enter(len(data))
    variables = (
        [packer.value(list(getattr(value, each)())) for each, _ in VARIABLES]
        if value.num_identifiers
        else None
    )
    qubits = {bit: index for index, bit in enumerate(value.qubits)}
    clbits = {bit: index for index, bit in enumerate(value.clbits)}
    tree = [
        int(Tag.CIRCUIT),
        packer.value(value.name),
        packer.value(value.global_phase),
        _metadata(packer, value.metadata),
        _bits(packer, value.qubits, value.qregs),
        _bits(packer, value.clbits, value.cregs),
        variables,
        [_instruction(packer, instruction, qubits, clbits) for instruction in data],
        _layout(packer, value, qubits),
    ]
    packer.leave()
    packer.unseal()
    return tree


def _metadata(packer: Packer, metadata: object) -> Tree:
    if not metadata:
        return None
    alone = Packer(_nothing)
    alone.inline, alone.depth = True, packer.depth
    try:
        tree = alone.value(metadata)
    except NotData:
        return None
    packer.nodes += alone.nodes
    return None if alone.operations or alone.loose else tree


def _nothing(part: object) -> Tree:
    raise NotData(type(part).__name__)


def _bits(packer: Packer, bits: list[Any], registers: list[Register]) -> Tree:
    """Return registers alone if their bits, one register after the other, are all bits; else both."""
    plain = []
    position = 0
    for register in registers:
        size = len(register)
        for index in range(size):
            bit = register[index]
            if (
                position >= len(bits)
                or bit != bits[position]
                or bit._register != register
                or bit._index != index
            ):
                return [list(map(packer.value, bits)), list(map(packer.value, registers))]
            position += 1
        plain.append([REGISTERS.index(type(register)), packer.value(register.name), size])
    if position != len(bits):
        return [list(map(packer.value, bits)), list(map(packer.value, registers))]
    return [plain]


def _instruction(
    packer: Packer,
    instruction: CircuitInstruction,
    qubits: dict[Qubit, int],
    clbits: dict[Clbit, int],
) -> Tree:
    wires = [qubits[bit] for bit in instruction.qubits]
    if instruction.is_standard_gate():
        parameters = [packer.value(parameter) for parameter in instruction.params]
        label = instruction.label
        tree = [number_of(instruction.name), wires, parameters]
        return tree if label is None else [*tree, packer.value(label)]
    return [packer.value(instruction.operation), wires, [clbits[bit] for bit in instruction.clbits]]


@reads(Tag.CIRCUIT)
def read_circuit(unpacker: Unpacker, node: list[Any]) -> QuantumCircuit:
    """Return the circuit of a tree."""
    name, phase, metadata, quantum, classical, variables, instructions, layout = fields(node, 8)
    unpacker.spend(EMPTY)
    circuit = QuantumCircuit(
        name=exactly(unpacker.value(name), str),
        global_phase=angle(unpacker.value(phase), "an angle"),
        metadata=None if metadata is None else exactly(unpacker.value(metadata), dict),
    )
    for part in (quantum, classical):
        _add_bits(unpacker, circuit, part)
    if circuit.num_qubits > MOST_BITS or circuit.num_clbits > MOST_BITS:
        raise WireError(f"a circuit of more than {MOST_BITS} qubits or bits")
    if variables is not None:
        for (_, add), group in zip(VARIABLES, exactly(variables, list), strict=True):
            for variable in exactly(unpacker.value(group), list):
                if not isinstance(variable, (expr.Var, expr.Stretch)):
                    raise WireError(f"a {type(variable).__name__} as a variable")
                getattr(circuit, add)(variable)
    qubits, clbits = circuit.qubits, circuit.clbits
    append = circuit._data.append
    for instruction in exactly(instructions, list):
        append(_read_instruction(unpacker, exactly(instruction, list), qubits, clbits))
    if layout is not None:
        circuit._layout = _read_layout(unpacker, layout, circuit)
    return circuit


def _add_bits(unpacker: Unpacker, circuit: QuantumCircuit, node: Tree) -> None:
    if len(exactly(node, list)) == 1:
        for register in exactly(node[0], list):
            kind, name, size = exactly(register, list)
            circuit.add_register(
                own_register(unpacker, kind, exactly(unpacker.value(name), str), size)
            )
            unpacker.spend(size)
        return
    bits, registers = node
    bits = unpacker.values(bits)
    unpacker.spend(len(bits))
    circuit.add_bits(bits)
    for register in unpacker.values(registers):
        if not isinstance(register, Register):
            raise WireError(f"a {type(register).__name__} as a register")
        circuit.add_register(register)


def _read_instruction(
    unpacker: Unpacker, node: list[Any], qubits: list[Qubit], clbits: list[Clbit]
) -> CircuitInstruction:
    what, wires, *rest = node
    quantum = _pick(wires, qubits)
    if type(what) is int:
        gate = GATES[natural(what, len(GATES) - 1)]
        parameters = [
            angle(unpacker.value(parameter), "an angle") for parameter in exactly(rest[0], list)
        ]
        if len(parameters) != gate.num_params or len(quantum) != gate.num_qubits:
            raise WireError(
                f"{gate.name} on {len(quantum)} qubits with {len(parameters)} parameters"
            )
        label = exactly(unpacker.value(rest[1]), str) if len(rest) == 2 else None
        return CircuitInstruction.from_standard(gate, quantum, parameters, label)
    (bits,) = rest
    operation = unpacker.value(what)
    classical = _pick(bits, clbits)
    if not isinstance(operation, Operation):
        raise WireError(f"a {type(operation).__name__} as an operation")
    if len(quantum) != operation.num_qubits or len(classical) != operation.num_clbits:
        raise WireError(
            f"{operation.name!r:.40} on {len(quantum)} qubits and {len(classical)} bits"
        )
    return CircuitInstruction(operation, quantum, classical)


def _pick(node: Tree, bits: list[Any]) -> list[Any]:
    most = len(bits) - 1
    picked = [bits[natural(index, most)] for index in exactly(node, list)]
    if len(set(node)) != len(picked):
        raise WireError("an operation on the same bit twice")
    return picked


def _layout(packer: Packer, circuit: QuantumCircuit, qubits: dict[Qubit, int]) -> Tree:
    layout = circuit.layout
    if layout is None:
        return None
    initial = layout.initial_layout
    final = layout.final_layout
    mapping = layout.input_qubit_mapping
    return [
        None
        if initial is None
        else [[index, packer.value(bit)] for index, bit in initial.get_physical_bits().items()],
        None if mapping is None else [[packer.value(bit), index] for bit, index in mapping.items()],
        None
        if final is None
        else [[qubits[bit], index] for bit, index in final.get_virtual_bits().items()],
        layout._input_qubit_count,
    ]


def _read_layout(unpacker: Unpacker, node: Tree, circuit: QuantumCircuit) -> TranspileLayout:
    initial, mapping, final, count = exactly(node, list)
    qubits = circuit.qubits
    last = len(qubits) - 1

    def pairs(part: Tree) -> list[Any]:
        unpacker.spend(len(exactly(part, list)))
        return [exactly(pair, list) for pair in part]

    def virtual(part: Tree) -> Qubit:
        bit = unpacker.value(part)
        if not isinstance(bit, Qubit):
            raise WireError(f"a {type(bit).__name__} as a qubit")
        return bit

    return TranspileLayout(
        initial_layout=None
        if initial is None
        else Layout({virtual(bit): natural(index, MOST_BITS) for index, bit in pairs(initial)}),
        input_qubit_mapping=None
        if mapping is None
        else {virtual(bit): natural(index, MOST_BITS) for bit, index in pairs(mapping)},
        final_layout=None
        if final is None
        else Layout(
            {qubits[natural(bit, last)]: natural(index, MOST_BITS) for bit, index in pairs(final)}
        ),
        _input_qubit_count=None if count is None else natural(count, MOST_BITS),
        _output_qubit_list=qubits,
    )
