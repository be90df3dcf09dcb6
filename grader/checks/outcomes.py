"""The exact distribution of a measured circuit's outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import CircuitInstruction, ClassicalRegister, Clbit, ControlFlowOp, IfElseOp
from qiskit.quantum_info import Statevector

from grader.checks.circuits import flattened, without_terminal_measurements
from grader.checks.kets import Vector
from grader.checks.reading import Unreadable

MAXIMUM_BRANCHES = 4096
"""Measurements before the end split the simulation; more branches than this take too long."""

_NEGLIGIBLE = 1e-14


@dataclass(frozen=True)
class _Branch:
    """One history of measurements: what the classical bits hold, and the state with norm² = its probability."""

    values: tuple[int, ...]
    state: Vector


def outcome_probabilities(circuit: QuantumCircuit) -> dict[str, float]:
    """Return the probability of every outcome of a plain circuit, started in |0...0>.

    Keys are written as Qiskit writes counts, the last classical bit leftmost, but without spaces between registers.
    Measurements in between, resets and `if_test` blocks are followed exactly.

    Raises:
        Unreadable: nothing is measured, or an instruction cannot be followed exactly.
    """
    flat = flattened(circuit)
    stripped, measured = without_terminal_measurements(flat)
    if not measured and not any(i.operation.name == "measure" for i in flat.data):
        raise Unreadable("missing_measurement")
    start = np.zeros(2**circuit.num_qubits, dtype=np.complex128)
    start[0] = 1
    branches = _run(
        [_Branch((0,) * circuit.num_clbits, start)],
        stripped.data,
        {qubit: index for index, qubit in enumerate(circuit.qubits)},
        {bit: index for index, bit in enumerate(circuit.clbits)},
        circuit,
    )
    outcomes: dict[str, float] = {}
    bits, qubits = list(measured), list(measured.values())
    for branch in branches:
        probabilities = Statevector(branch.state).probabilities(qubits or None)
        for index in np.flatnonzero(probabilities > _NEGLIGIBLE) if qubits else (None,):
            values = list(branch.values)
            for position, bit in enumerate(bits):
                values[bit] = int(index) >> position & 1
            key = "".join(map(str, reversed(values)))
            share = float(probabilities.sum() if index is None else probabilities[index])
            outcomes[key] = outcomes.get(key, 0.0) + share
    return outcomes


def unmeasured_bits(circuit: QuantumCircuit) -> int:
    """Return how many classical bits no measurement of a circuit writes."""
    written: set[Clbit] = set()
    for instruction in flattened(circuit).data:
        written.update(instruction.clbits if instruction.operation.name != "barrier" else ())
    return circuit.num_clbits - len(written)


def _run(
    branches: list[_Branch],
    instructions: Any,
    qubits: dict[Any, int],
    bits: dict[Any, int],
    circuit: QuantumCircuit,
) -> list[_Branch]:
    for instruction in instructions:
        branches = [
            after
            for branch in branches
            for after in _step(branch, instruction, qubits, bits, circuit)
            if np.vdot(after.state, after.state).real > _NEGLIGIBLE
        ]
        if len(branches) > MAXIMUM_BRANCHES:
            raise Unreadable("wrong_size", case="branches")
    return branches


def _step(
    branch: _Branch,
    instruction: CircuitInstruction,
    qubits: dict[Any, int],
    bits: dict[Any, int],
    circuit: QuantumCircuit,
) -> Iterator[_Branch]:
    """Yield what becomes of a branch in one instruction; only measurements and resets make it two."""
    operation = instruction.operation
    places = [qubits[qubit] for qubit in instruction.qubits]
    if operation.name in ("barrier", "delay"):
        yield branch
    elif operation.name == "measure":
        for value in (0, 1):
            values = list(branch.values)
            values[bits[instruction.clbits[0]]] = value
            yield _Branch(tuple(values), _projected(branch.state, places[0], value))
    elif operation.name == "reset":
        for value in (0, 1):
            state = _projected(branch.state, places[0], value)
            yield _Branch(branch.values, _flipped(state, places[0]) if value else state)
    elif isinstance(operation, IfElseOp):
        chosen = operation.blocks[0] if _holds(operation, branch, bits, circuit) else None
        if chosen is None and len(operation.blocks) > 1:
            chosen = operation.blocks[1]
        if chosen is None:
            yield branch
        else:
            block = flattened(chosen)
            inner = dict(zip(block.qubits, places, strict=True))
            outer = [bits[bit] for bit in instruction.clbits]
            state = branch.state * np.exp(1j * float(block.global_phase))
            yield from _run(
                [_Branch(branch.values, state)],
                block.data,
                inner,
                {**bits, **dict(zip(block.clbits, outer, strict=True))},
                circuit,
            )
    elif isinstance(operation, ControlFlowOp) or instruction.clbits or operation.name == "store":
        raise Unreadable("wrong_type", case="mid_circuit_unknown", name=operation.name)
    elif operation.name == "initialize":
        for state in _emptied(branch.state, places):
            yield _Branch(branch.values, _evolved(state, instruction, places))
    else:
        yield _Branch(branch.values, _evolved(branch.state, instruction, places))


def _evolved(state: Vector, instruction: CircuitInstruction, places: list[int]) -> Vector:
    norm = np.linalg.norm(state)
    if norm == 0:
        return state
    evolved = Statevector(state / norm).evolve(_prepared(instruction), qargs=places)
    return np.asarray(evolved.data) * norm


def _prepared(instruction: CircuitInstruction) -> Any:
    """Return the gate of an instruction; of `initialize`, the gate that prepares its state from |0...0>."""
    operation = instruction.operation
    if operation.name != "initialize":
        return operation
    return operation.gates_to_uncompute().inverse()


def _projected(state: Vector, qubit: int, value: int) -> Vector:
    index = np.arange(len(state))
    return np.where((index >> qubit & 1) == value, state, 0)


def _flipped(state: Vector, qubit: int) -> Vector:
    return state[np.arange(len(state)) ^ (1 << qubit)]


def _emptied(state: Vector, places: list[int]) -> list[Vector]:
    """Return the branches of a state after a reset of several qubits."""
    states = [state]
    for place in places:
        states = [
            part
            for whole in states
            for part in (_projected(whole, place, 0), _flipped(_projected(whole, place, 1), place))
            if np.linalg.norm(part) > 0
        ]
    return states


def _holds(
    operation: IfElseOp, branch: _Branch, bits: dict[Any, int], circuit: QuantumCircuit
) -> bool:
    condition = operation.condition
    if not isinstance(condition, tuple):
        raise Unreadable("wrong_type", case="mid_circuit_unknown", name=operation.name)
    target, wanted = condition
    if isinstance(target, ClassicalRegister):
        got = sum(branch.values[bits[bit]] << position for position, bit in enumerate(target))
    else:
        got = branch.values[bits[target]]
    return got == int(wanted)
