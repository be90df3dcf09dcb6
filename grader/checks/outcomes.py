"""The exact distribution of a measured circuit's outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import CircuitInstruction, ClassicalRegister, Clbit, ControlFlowOp, IfElseOp
from qiskit.quantum_info import Statevector

from grader.checks.circuits import flattened, kind_of, without_terminal_measurements
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

    Keys are written as Qiskit writes counts, the last classical bit leftmost, but without spaces between
    registers. Measurements in between, resets and `if_test` blocks are followed exactly.

    Raises:
        Unreadable: nothing is measured, or an instruction cannot be followed exactly.
    """
    flat = flattened(circuit)
    stripped, measured = without_terminal_measurements(flat)
    if not _measures(flat):
        raise Unreadable("missing_measurement")
    start = np.zeros(2**circuit.num_qubits, dtype=np.complex128)
    start[0] = 1
    qubits = {qubit: index for index, qubit in enumerate(circuit.qubits)}
    bits = {bit: index for index, bit in enumerate(circuit.clbits)}
    outcomes: dict[str, float] = {}
    for branch in _run([_Branch((0,) * len(bits), start)], stripped.data, qubits, bits):
        for values, share in _read_out(branch, measured):
            key = "".join(map(str, reversed(values)))
            outcomes[key] = outcomes.get(key, 0.0) + share
    return outcomes


def unmeasured_bits(circuit: QuantumCircuit) -> tuple[int, ...]:
    """Return the indices of the classical bits that no measurement of a circuit writes."""
    written: set[Clbit] = set()
    for instruction in flattened(circuit).data:
        written.update(instruction.clbits if kind_of(instruction.operation) != "idle" else ())
    return tuple(index for index, bit in enumerate(circuit.clbits) if bit not in written)


def _measures(circuit: QuantumCircuit) -> bool:
    return any(
        kind_of(instruction.operation) == "measure"
        or (
            isinstance(instruction.operation, ControlFlowOp)
            and any(_measures(flattened(block)) for block in instruction.operation.blocks)
        )
        for instruction in circuit.data
    )


def _read_out(branch: _Branch, measured: dict[int, int]) -> Iterator[tuple[list[int], float]]:
    """Yield what the classical bits hold after the terminal measurements, with its probability."""
    if not measured:
        yield list(branch.values), float(np.vdot(branch.state, branch.state).real)
        return
    probabilities = Statevector(branch.state).probabilities(list(measured.values()))
    for index in np.flatnonzero(probabilities > _NEGLIGIBLE):
        values = list(branch.values)
        for position, bit in enumerate(measured):
            values[bit] = int(index) >> position & 1
        yield values, float(probabilities[index])


def _run(
    branches: list[_Branch],
    instructions: Iterable[CircuitInstruction],
    qubits: dict[Any, int],
    bits: dict[Any, int],
) -> list[_Branch]:
    """Return what becomes of the branches; impossible ones are dropped.

    Args:
        branches: the histories so far.
        instructions: what happens next.
        qubits: qubit of these instructions -> its index in the whole circuit.
        bits: likewise for classical bits.
    """
    for instruction in instructions:
        places = [qubits[qubit] for qubit in instruction.qubits]
        branches = [
            after
            for branch in branches
            for after in _step(branch, instruction, places, bits)
            if np.vdot(after.state, after.state).real > _NEGLIGIBLE
        ]
        if len(branches) > MAXIMUM_BRANCHES:
            raise Unreadable("wrong_size", case="branches")
    return branches


def _step(
    branch: _Branch, instruction: CircuitInstruction, places: list[int], bits: dict[Any, int]
) -> list[_Branch]:
    """Return what becomes of a branch in one instruction; only measurements and resets split it."""
    operation = instruction.operation
    kind = kind_of(operation)
    if kind == "idle":
        return [branch]
    if kind == "measure":
        return _measured(branch, places[0], bits[instruction.clbits[0]])
    if kind == "reset":
        return [_Branch(branch.values, state) for state in _emptied(branch.state, places)]
    if isinstance(operation, IfElseOp):
        return _chosen(branch, instruction, places, bits)
    if kind == "control" or instruction.clbits:
        raise Unreadable("wrong_type", case="mid_circuit_unknown", name=operation.name)
    states = [branch.state]
    if kind == "initialize":
        states = _emptied(branch.state, places)
        operation = operation.gates_to_uncompute().inverse()
    return [_Branch(branch.values, _evolved(state, operation, places)) for state in states]


def _measured(branch: _Branch, place: int, bit: int) -> list[_Branch]:
    after = []
    for value in (0, 1):
        values = (*branch.values[:bit], value, *branch.values[bit + 1 :])
        after.append(_Branch(values, _projected(branch.state, place, value)))
    return after


def _chosen(
    branch: _Branch, instruction: CircuitInstruction, places: list[int], bits: dict[Any, int]
) -> list[_Branch]:
    """Return what becomes of a branch in an `if_test`."""
    blocks = instruction.operation.blocks
    chosen = 0 if _holds(instruction.operation, branch, bits) else 1
    if chosen >= len(blocks):
        return [branch]
    block = flattened(blocks[chosen])
    inner_qubits = dict(zip(block.qubits, places, strict=True))
    outer_bits = [bits[bit] for bit in instruction.clbits]
    inner_bits = {**bits, **dict(zip(block.clbits, outer_bits, strict=True))}
    state = branch.state * np.exp(1j * float(block.global_phase))
    return _run([_Branch(branch.values, state)], block.data, inner_qubits, inner_bits)


def _evolved(state: Vector, gate: Any, places: list[int]) -> Vector:
    norm = np.linalg.norm(state)
    evolved: Vector = np.asarray(Statevector(state / norm).evolve(gate, qargs=places).data)
    return evolved * float(norm)


def _projected(state: Vector, qubit: int, value: int) -> Vector:
    index = np.arange(len(state))
    return np.asarray(np.where((index >> qubit & 1) == value, state, 0))


def _flipped(state: Vector, qubit: int) -> Vector:
    return np.asarray(state[np.arange(len(state)) ^ (1 << qubit)])


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


def _holds(operation: IfElseOp, branch: _Branch, bits: dict[Any, int]) -> bool:
    condition = operation.condition
    if not isinstance(condition, tuple):
        raise Unreadable("wrong_type", case="mid_circuit_unknown", name=operation.name)
    target, wanted = condition
    if isinstance(target, ClassicalRegister):
        got = sum(branch.values[bits[bit]] << position for position, bit in enumerate(target))
    else:
        got = branch.values[bits[target]]
    return got == int(wanted)
