"""The exact distribution of a measured circuit's outcomes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import Clbit, ControlFlowOp
from qiskit.quantum_info import Statevector

from grader.checks.reading.circuits import flattened, kind_of, without_terminal_measurements
from grader.checks.reading.data import Unreadable
from grader.checks.simulation.branches import Branch, run

_NEGLIGIBLE = 1e-14


def outcome_probabilities(circuit: QuantumCircuit) -> dict[str, float]:
    """Return the probability of every outcome of a plain circuit, started in |0...0>.

    Keys are written as Qiskit writes counts, the last classical bit leftmost, but without spaces between
    registers. Measurements in between, resets, noise instructions, `if_test`, `switch` and
    `for_loop` are followed exactly.

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
    for branch in run([Branch((0,) * len(bits), start)], stripped.data, qubits, bits):
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


def _read_out(branch: Branch, measured: dict[int, int]) -> Iterator[tuple[list[int], float]]:
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
