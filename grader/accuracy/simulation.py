"""What a circuit does, worked out with NumPy alone, so that a proof never leans on the code that is being audited.

Conventions: qubit 0 is the rightmost bit of an index, as in Qiskit; global phases are kept. Gates are taken apart by
their definitions until each has a matrix. Measurements, resets and conditional blocks split the state into branches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qiskit import ClassicalRegister, QuantumCircuit

Array = NDArray[np.complex128]

MOST_QUBITS = 14
MOST_BRANCHES = 4096
_LEAST_WEIGHT = 1e-14
_SILENT = {"barrier", "delay", "id"}


class UndecidableError(Exception):
    """A circuit is too large, or holds something that this simulation does not know."""


@dataclass(frozen=True)
class Branch:
    """One course of events.

    Attributes:
        state: amplitudes, not normalised, shape (2, ..., 2, columns); axis k belongs to qubit k.
        bits: classical bits that were written, by their index.
    """

    state: Array
    bits: dict[int, int] = field(default_factory=dict)


def amplitudes(circuit: QuantumCircuit) -> Array:
    """Return the state that a circuit prepares from |0...0>, shape (2**n,), global phase kept.

    Raises:
        UndecidableError: the circuit is too large or not unitary.
    """
    return _only(_run(circuit, _columns(circuit, [0])))[:, 0]


def matrix(circuit: QuantumCircuit) -> Array:
    """Return the unitary of a circuit, shape (2**n, 2**n), global phase kept.

    Raises:
        UndecidableError: the circuit has more than half of the qubits that a state may have, or is not unitary.
    """
    if 2 * circuit.num_qubits > MOST_QUBITS:
        raise UndecidableError(f"the unitary of {circuit.num_qubits} qubits")
    return _only(_run(circuit, _columns(circuit, range(2**circuit.num_qubits))))


def outcomes(circuit: QuantumCircuit) -> dict[str, float]:
    """Return the probabilities of the classical bits, bit 0 rightmost, for a run from |0...0>.

    Raises:
        UndecidableError: the circuit is too large, or holds an unknown instruction.
    """
    found: dict[str, float] = {}
    for branch in _run(circuit, _columns(circuit, [0])):
        label = "".join(str(branch.bits.get(k, 0)) for k in reversed(range(circuit.num_clbits)))
        found[label] = found.get(label, 0.0) + float(np.sum(np.abs(branch.state) ** 2))
    return found


def instrument(circuit: QuantumCircuit) -> dict[str, Array]:
    """Return, for each value of the classical bits, the map of density matrices as a Choi matrix.

    Shape (4**n, 4**n); right also where the course of events forgets something (a reset).

    Raises:
        UndecidableError: the circuit is too large, or holds an unknown instruction.
    """
    size = 2**circuit.num_qubits
    if 4 * circuit.num_qubits > MOST_QUBITS:
        raise UndecidableError(f"the instrument of {circuit.num_qubits} qubits")
    found: dict[str, Array] = {}
    for branch in _run(circuit, _columns(circuit, range(size))):
        label = "".join(str(branch.bits.get(k, 0)) for k in reversed(range(circuit.num_clbits)))
        kraus = _flat(branch.state).ravel()
        found[label] = found.get(label, 0) + np.outer(kraus, kraus.conj())
    return found


def _columns(circuit: QuantumCircuit, basis: Sequence[int]) -> Array:
    count = circuit.num_qubits
    if count > MOST_QUBITS:
        raise UndecidableError(f"{count} qubits")
    start = np.zeros((2**count, len(basis)), dtype=complex)
    start[list(basis), range(len(basis))] = 1
    shaped = start.reshape((2,) * count + (len(basis),))
    return shaped.transpose(*reversed(range(count)), count)


def _flat(state: Array) -> Array:
    count = state.ndim - 1
    return state.transpose(*reversed(range(count)), count).reshape(2**count, -1)


def _only(branches: list[Branch]) -> Array:
    if len(branches) != 1:
        raise UndecidableError("measurements or resets inside")
    return _flat(branches[0].state)


def _run(circuit: QuantumCircuit, state: Array) -> list[Branch]:
    if circuit.parameters:
        raise UndecidableError("free parameters")
    wires = list(range(circuit.num_qubits))
    return _steps(circuit, [Branch(state)], wires, list(range(circuit.num_clbits)))


def _steps(
    circuit: QuantumCircuit, branches: list[Branch], wires: list[int], cells: list[int]
) -> list[Branch]:
    """Do the instructions of a circuit whose qubits and bits lie at `wires` and `cells`."""
    factor = np.exp(1j * float(circuit.global_phase))
    branches = [Branch(branch.state * factor, branch.bits) for branch in branches]
    for step in circuit.data:
        qubits = [wires[circuit.find_bit(qubit).index] for qubit in step.qubits]
        bits = [cells[circuit.find_bit(bit).index] for bit in step.clbits]
        branches = [
            after
            for branch in branches
            for after in _step(step.operation, branch, qubits, bits, (circuit, cells))
        ]
        if len(branches) > MOST_BRANCHES:
            raise UndecidableError("too many courses of events")
    return branches


def _step(
    operation: Any,
    branch: Branch,
    qubits: list[int],
    bits: list[int],
    place: tuple[QuantumCircuit, list[int]],
) -> list[Branch]:
    name = operation.name
    if name in _SILENT:
        return [branch]
    if name == "measure":
        return _measured(branch, qubits[0], bits[0])
    if name == "reset":
        return [
            Branch(_flipped(one.state, qubits[0]) if value else one.state, branch.bits)
            for value, one in ((v, _projected(branch, qubits[0], v)) for v in (0, 1))
            if _weight(one.state) > _LEAST_WEIGHT
        ]
    if name == "if_else":
        return _conditional(operation, branch, qubits, bits, place)
    found = _matrix_of(operation)
    if found is not None:
        return [Branch(_applied(branch.state, found, qubits), branch.bits)]
    inner = operation.definition
    if inner is None:
        raise UndecidableError(f"the instruction {name}")
    return _steps(inner, [branch], qubits, bits)


def _matrix_of(operation: Any) -> Array | None:
    """Return the matrix of a gate, None where its definition has to be followed."""
    if not hasattr(operation, "to_matrix"):
        return None
    try:
        return np.asarray(operation.to_matrix(), dtype=complex)
    except Exception as error:  # Qiskit's gates refuse in many ways
        if operation.definition is None:
            raise UndecidableError(f"the gate {operation.name}") from error
        return None


def _applied(state: Array, gate: Array, qubits: list[int]) -> Array:
    count = len(qubits)
    axes = list(reversed(qubits))  # the leftmost bit of the gate's index is its last qubit
    tensor = gate.reshape((2,) * (2 * count))
    moved = np.tensordot(tensor, state, axes=(list(range(count, 2 * count)), axes))
    return np.moveaxis(moved, list(range(count)), axes)


def _projected(branch: Branch, qubit: int, value: int) -> Branch:
    state = np.zeros_like(branch.state)
    index = (slice(None),) * qubit + (value,)
    state[index] = branch.state[index]
    return Branch(state, branch.bits)


def _flipped(state: Array, qubit: int) -> Array:
    return np.flip(state, axis=qubit)


def _weight(state: Array) -> float:
    return float(np.sum(np.abs(state) ** 2))


def _measured(branch: Branch, qubit: int, bit: int) -> list[Branch]:
    found = [(value, _projected(branch, qubit, value)) for value in (0, 1)]
    return [
        Branch(one.state, {**branch.bits, bit: value})
        for value, one in found
        if _weight(one.state) > _LEAST_WEIGHT
    ]


def _conditional(
    operation: Any,
    branch: Branch,
    qubits: list[int],
    bits: list[int],
    place: tuple[QuantumCircuit, list[int]],
) -> list[Branch]:
    circuit, cells = place
    condition = operation.condition
    if not isinstance(condition, tuple):
        raise UndecidableError("a condition that is an expression")
    target, value = condition
    read = list(target) if isinstance(target, ClassicalRegister) else [target]
    places = [cells[circuit.find_bit(bit).index] for bit in read]
    held = sum(branch.bits.get(cell, 0) << k for k, cell in enumerate(places))
    blocks = operation.blocks
    if held == int(value):
        return _steps(blocks[0], [branch], qubits, bits)
    return _steps(blocks[1], [branch], qubits, bits) if len(blocks) > 1 else [branch]
