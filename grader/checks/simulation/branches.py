"""Follows a circuit through its measurements, resets and noise exactly: one pure state for each history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qiskit import QiskitError
from qiskit.circuit import CASE_DEFAULT, CircuitInstruction, ForLoopOp, IfElseOp, SwitchCaseOp
from qiskit.quantum_info import Statevector

from grader.checks.reading.circuits import flattened, is_circuit, kind_of
from grader.checks.reading.data import Unreadable, complex_array
from grader.checks.reading.gates import definition_of, is_product_formula
from grader.checks.reading.kets import Vector
from grader.checks.simulation.conditions import decided

MAXIMUM_BRANCHES = 4096
MAXIMUM_AMPLITUDES = 2**23
"""Measurements before the end split the simulation; more than this takes too long or too much memory."""

MAXIMUM_TURNS = 100_000
"""Turns of a loop that are followed, each by itself."""

_MANY = 64
_NEGLIGIBLE = 1e-14

Matrix = np.ndarray[Any, np.dtype[np.complex128]]


@dataclass(frozen=True)
class Branch:
    """One history of measurements.

    Attributes:
        values: what the classical bits hold.
        state: amplitudes, shape (2**qubits,), whose squared norm is the probability of the history.
    """

    values: tuple[int, ...]
    state: Vector


def run(
    branches: list[Branch],
    instructions: Iterable[CircuitInstruction],
    qubits: dict[Any, int],
    bits: dict[Any, int],
) -> list[Branch]:
    """Return what becomes of the branches; impossible ones are dropped.

    Histories that leave the same classical bits are mixed, and a mixture has many descriptions: where they become
    many, they are replaced by the fewest pure states that make the same density matrix.

    Args:
        branches: the histories so far.
        instructions: what happens next.
        qubits: qubit of these instructions -> its index in the whole circuit.
        bits: likewise for classical bits.

    Raises:
        Unreadable: too many branches, or an instruction that cannot be followed exactly.
    """
    limit = _MANY
    for instruction in instructions:
        places = [qubits[qubit] for qubit in instruction.qubits]
        branches = [
            after
            for branch in branches
            for after in _step(branch, instruction, places, bits)
            if np.vdot(after.state, after.state).real > _NEGLIGIBLE
        ]
        if len(branches) > limit:
            branches = _compressed(branches)
            limit = max(_MANY, 2 * len(branches))
        size = len(branches[0].state) if branches else 0
        if len(branches) > MAXIMUM_BRANCHES or len(branches) * size > MAXIMUM_AMPLITUDES:
            raise Unreadable("wrong_size", case="branches")
    return branches


def reduced_density(branches: Iterable[Branch], kept: Sequence[int]) -> Matrix:
    """Return the density matrix of some qubits once all others and the classical bits are forgotten.

    Args:
        branches: the histories.
        kept: indices of the qubits that stay; they become qubits 0, 1, 2 ... in this order.

    Returns:
        Matrix of shape (2**len(kept), 2**len(kept)); its trace is the probability of all branches together.
    """
    size = 2 ** len(kept)
    density: Matrix = np.zeros((size, size), dtype=np.complex128)
    for branch in branches:
        qubits = len(branch.state).bit_length() - 1
        rest = [qubit for qubit in range(qubits) if qubit not in kept]
        # NumPy's first axis is the last qubit
        axes = [qubits - 1 - qubit for qubit in [*reversed(kept), *rest]]
        parts = branch.state.reshape((2,) * qubits).transpose(axes).reshape(size, -1)
        density += parts @ parts.conj().T
    return density


def _compressed(branches: list[Branch]) -> list[Branch]:
    """Return the fewest pure states with the same mixture for each content of the classical bits."""
    histories: dict[tuple[int, ...], list[Vector]] = {}
    for branch in branches:
        histories.setdefault(branch.values, []).append(branch.state)
    fewest: list[Branch] = []
    for values, states in histories.items():
        if len(states) > 1:
            left, weights, _ = np.linalg.svd(np.array(states).T, full_matrices=False)
            states = list((left * weights).T[weights**2 > _NEGLIGIBLE])  # noqa: PLW2901
        fewest += [Branch(values, np.ascontiguousarray(state)) for state in states]
    return fewest


def _step(
    branch: Branch, instruction: CircuitInstruction, places: list[int], bits: dict[Any, int]
) -> list[Branch]:
    """Return what becomes of a branch in one instruction; measurements, resets and noise split it."""
    operation = instruction.operation
    kind = kind_of(operation)
    if kind == "idle":
        return [branch]
    if kind == "measure":
        return _measured(branch, places[0], bits[instruction.clbits[0]])
    if kind == "control":
        return _inside(branch, _blocks(operation, branch, bits), instruction, places, bits)
    if instruction.clbits:
        raise Unreadable("wrong_type", case="mid_circuit_unknown", name=operation.name)
    return [Branch(branch.values, state) for state in _acted(branch.state, operation, places)]


def _acted(state: Vector, operation: Any, places: list[int]) -> list[Vector]:
    """Return what a gate, a reset, an initialisation or Kraus operators make of a state, one for each way it may go."""
    kind = kind_of(operation)
    if kind == "reset":
        return _emptied(state, places)
    if kind == "initialize":
        gate = operation.gates_to_uncompute().inverse()
        return [_evolved(part, gate, places) for part in _emptied(state, places)]
    if operation.name == "kraus" and operation.definition is None:
        matrices = [complex_array(matrix, "Kraus") for matrix in operation.params]
        return [_multiplied(state, matrix, places) for matrix in matrices]
    if is_product_formula(operation):
        operation = definition_of(operation)
    return [_evolved(state, operation, places)]


def _measured(branch: Branch, place: int, bit: int) -> list[Branch]:
    after = []
    for value in (0, 1):
        values = (*branch.values[:bit], value, *branch.values[bit + 1 :])
        after.append(Branch(values, _projected(branch.state, place, value)))
    return after


def _blocks(operation: Any, branch: Branch, bits: dict[Any, int]) -> Sequence[Any]:
    """Return the blocks of a control-flow operation that are run in a branch, in order.

    Raises:
        Unreadable: an operation that cannot be followed.
    """
    if isinstance(operation, IfElseOp):
        chosen = 0 if decided(operation.condition, branch.values, bits) else 1
        return tuple(operation.blocks[chosen : chosen + 1])
    if isinstance(operation, SwitchCaseOp):
        found = decided(operation.target, branch.values, bits)
        cases = operation.cases_specifier()
        return next(([block] for labels, block in cases if {found, CASE_DEFAULT} & {*labels}), [])
    if isinstance(operation, ForLoopOp):
        values, counter, body = operation.params
        if len(values) > MAXIMUM_TURNS:
            raise Unreadable("wrong_size", case="branches")
        if counter is None:
            return (body,) * len(values)
        return [body.assign_parameters({counter: value}, strict=False) for value in values]
    raise Unreadable("wrong_type", case="mid_circuit_unknown", name=operation.name)


def _inside(
    branch: Branch,
    blocks: Sequence[Any],
    instruction: CircuitInstruction,
    places: list[int],
    bits: dict[Any, int],
) -> list[Branch]:
    """Return what becomes of a branch in blocks of control flow, one after the other."""
    branches = [branch]
    for block in blocks:
        if not is_circuit(block):
            raise Unreadable("wrong_type", case="opaque")
        flat = flattened(block)
        inner_qubits = dict(zip(flat.qubits, places, strict=True))
        outer_bits = [bits[bit] for bit in instruction.clbits]
        inner_bits = {**bits, **dict(zip(flat.clbits, outer_bits, strict=True))}
        branches = run(branches, flat.data, inner_qubits, inner_bits)
    return branches


def _evolved(state: Vector, gate: Any, places: list[int]) -> Vector:
    norm = np.linalg.norm(state)
    try:
        evolved: Vector = np.asarray(Statevector(state / norm).evolve(gate, qargs=places).data)
    except QiskitError as error:
        raise Unreadable("wrong_type", case="opaque") from error
    if abs(np.linalg.norm(evolved) - 1) > 1e-6:
        raise Unreadable("not_unitary", case="gate")
    return evolved * float(norm)


def _multiplied(state: Vector, matrix: Matrix, places: list[int]) -> Vector:
    """Return a matrix, not unitary in general, times a state."""
    if matrix.shape != (2 ** len(places),) * 2:
        raise Unreadable("wrong_size", case="matrix", got=str(matrix.shape))
    qubits = len(state).bit_length() - 1
    axes = [qubits - 1 - place for place in reversed(places)]
    front = np.moveaxis(state.reshape((2,) * qubits), axes, range(len(axes)))
    product = (matrix @ front.reshape(len(matrix), -1)).reshape(front.shape)
    return np.moveaxis(product, range(len(axes)), axes).reshape(-1)


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
