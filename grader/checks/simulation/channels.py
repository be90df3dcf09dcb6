"""Reads channels: circuits, Kraus operators and Qiskit's representations, all as Choi matrices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import Instruction
from qiskit.quantum_info import (
    PTM,
    Chi,
    Choi,
    Clifford,
    Kraus,
    Operator,
    Pauli,
    Stinespring,
    SuperOp,
)

from grader.checks.densities import lowest_eigenvalue
from grader.checks.diagnosis.notation import amplitude_text, bits
from grader.checks.reading.circuits import flattened, is_circuit, plain_circuit
from grader.checks.reading.data import (
    Unreadable,
    complex_array,
    is_a,
    number,
    unreadable_type,
)
from grader.checks.simulation.branches import Branch, Matrix, reduced_density, run
from grader.checks.verdict import Difference

MAXIMUM_CHANNEL_QUBITS = 4
"""A channel on n qubits has 16**n numbers."""

_KINDS = "QuantumCircuit, Kraus, SuperOp, Choi, PTM, Kraus matrices"
_REPRESENTATIONS = (Choi, SuperOp, Kraus, PTM, Chi, Stinespring)
_OPERATORS = (Operator, Pauli, Clifford)
_ROUNDING = 1e-6
"""How far from valid the rounding of decimals may bring a channel."""


@dataclass(frozen=True)
class Channel:
    """A linear map of density matrices.

    Attributes:
        choi: Σ |i><j| ⊗ Φ(|i><j|), shape (2**(inputs + outputs), 2**(inputs + outputs)): the outputs are the low
            bits of the index, as in Qiskit. Its trace is 2**inputs if Φ preserves the trace.
        inputs: number of qubits that go in.
        outputs: number of qubits that come out.
    """

    choi: Matrix
    inputs: int
    outputs: int

    def images(self) -> Matrix:
        """Return Φ(|i><j|) at [i, j], shape (2**inputs, 2**inputs, 2**outputs, 2**outputs)."""
        tensor = self.choi.reshape((2**self.inputs, 2**self.outputs) * 2)
        return tensor.transpose(0, 2, 1, 3)


def read_channel(value: Any, environment: Sequence[int] = ()) -> Channel:
    """Return a channel; whether it is a physical one is not looked at.

    Args:
        value: a circuit, an instruction, one of Qiskit's representations, an operator, Kraus matrices.
        environment: qubits of a circuit that begin in |0> and are thrown away.

    Raises:
        Unreadable: anything else, or too many qubits.
    """
    if is_circuit(value):
        return _circuit_channel(plain_circuit(value), environment)
    if is_a(value, Instruction):
        circuit = QuantumCircuit(value.num_qubits, value.num_clbits)
        circuit.append(value, range(value.num_qubits), range(value.num_clbits))
        return _circuit_channel(plain_circuit(circuit), environment)
    if type(value) in _REPRESENTATIONS:
        return _represented(value)
    if type(value).__module__ == "qiskit_aer.noise.errors.quantum_error":
        return _error_channel(value)
    if type(value) in _OPERATORS:
        value = [np.asarray(Operator(value).data)]
    return _kraus_channel(value)


def validity_difference(channel: Channel) -> Difference | None:
    """Return why a linear map is no channel, or None if it is one."""
    traces = np.trace(channel.images(), axis1=2, axis2=3)
    off = np.abs(traces - np.eye(2**channel.inputs))
    if off.max() > _ROUNDING:
        diagonal = np.diag(off)
        index = int(np.argmax(diagonal))
        if diagonal[index] > _ROUNDING:
            got = amplitude_text(complex(traces[index, index]))
            parameters = {"input": bits(index, channel.inputs), "got": got}
            return Difference("not_trace_preserving", parameters)
        return Difference("not_trace_preserving", {"case": "superposition"})
    if np.abs(channel.choi - channel.choi.conj().T).max() > _ROUNDING:
        return Difference("not_completely_positive", {"case": "hermitian"})
    lowest = lowest_eigenvalue(channel.choi)
    if lowest < -_ROUNDING:
        return Difference("not_completely_positive", {"got": f"{lowest:.4g}"})
    return None


def _circuit_channel(circuit: QuantumCircuit, environment: Sequence[int]) -> Channel:
    """Run a circuit on one half of maximally entangled pairs: what comes out is the Choi matrix."""
    begins, ends = _places(circuit, environment)
    inputs, width = len(begins), circuit.num_qubits
    if inputs == 0:
        raise Unreadable("wrong_size", case="environment", got=width)
    _require_size(inputs)
    start = np.zeros(2 ** (width + inputs), dtype=np.complex128)
    for word in range(2**inputs):
        placed = sum((word >> position & 1) << place for position, place in enumerate(begins))
        start[placed | word << width] = 1
    flat = flattened(circuit)
    qubits = {qubit: index for index, qubit in enumerate(circuit.qubits)}
    bits_of = {bit: index for index, bit in enumerate(circuit.clbits)}
    branches = run([Branch((0,) * len(bits_of), start)], flat.data, qubits, bits_of)
    kept = [*ends, *range(width, width + inputs)]
    return Channel(reduced_density(branches, kept), inputs, inputs)


def _places(circuit: QuantumCircuit, environment: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return where the qubits of a circuit that is perhaps transpiled begin and where they end."""
    begins = ends = list(range(circuit.num_qubits))
    if circuit.layout is not None:
        begins = circuit.layout.initial_index_layout(filter_ancillas=True)
        ends = circuit.layout.final_index_layout(filter_ancillas=True)
    kept = [qubit for qubit in range(len(begins)) if qubit not in environment]
    return [begins[qubit] for qubit in kept], [ends[qubit] for qubit in kept]


def _represented(value: Any) -> Channel:
    """Return the channel that an object of Qiskit represents."""
    inputs, outputs = (_exponent(size) for size in value.dim)
    _require_size(max(inputs, outputs))
    choi = np.asarray(Choi(value).data, dtype=np.complex128)
    if not np.all(np.isfinite(choi)):
        raise Unreadable("wrong_value", case="not_finite")
    return Channel(choi, inputs, outputs)


def _error_channel(value: Any) -> Channel:
    """Return the channel of a `QuantumError` of Qiskit Aer: circuits, each with its probability."""
    total: Channel | None = None
    for circuit, weight in zip(list(value.circuits), list(value.probabilities), strict=True):
        share = number(weight)
        if not is_circuit(circuit) or not isinstance(share, float | int):
            raise unreadable_type(value, _KINDS)
        part = _circuit_channel(plain_circuit(circuit), ())
        choi = share * part.choi + (0 if total is None else total.choi)
        total = Channel(choi, part.inputs, part.outputs)
    if total is None:
        raise unreadable_type(value, _KINDS)
    return total


def _kraus_channel(value: Any) -> Channel:
    """Return the channel of a list of Kraus matrices, or of a single one."""
    if type(value) in (list, tuple):
        value = [np.asarray(item.data) if type(item) in _OPERATORS[:1] else item for item in value]
    matrices = complex_array(value, _KINDS)
    if matrices.ndim == 2:
        matrices = matrices[np.newaxis]
    if matrices.ndim != 3 or not len(matrices):
        raise Unreadable("wrong_size", case="kraus", got=str(matrices.shape))
    inputs, outputs = _exponent(matrices.shape[2]), _exponent(matrices.shape[1])
    _require_size(max(inputs, outputs))
    # column-stacked Kraus operators are the vectors Σ |i> ⊗ K|i> whose projectors make up the Choi matrix
    stacked = matrices.transpose(2, 1, 0).reshape(-1, len(matrices))
    return Channel(stacked @ stacked.conj().T, inputs, outputs)


def _exponent(size: int) -> int:
    qubits = int(size).bit_length() - 1
    if size < 1 or size != 2**qubits:
        raise Unreadable("wrong_size", case="length", got=int(size))
    return qubits


def _require_size(qubits: int) -> None:
    if qubits > MAXIMUM_CHANNEL_QUBITS:
        raise Unreadable("wrong_size", case="too_many", got=qubits, limit=MAXIMUM_CHANNEL_QUBITS)
