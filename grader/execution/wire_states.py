"""Qiskit's states, operators and channels as trees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from qiskit.quantum_info import (
    PTM,
    Chi,
    Choi,
    Clifford,
    DensityMatrix,
    Kraus,
    Operator,
    Pauli,
    PauliList,
    SparseObservable,
    SparsePauliOp,
    StabilizerState,
    Statevector,
    Stinespring,
    SuperOp,
)

from grader.execution.wire_arrays import write_array
from grader.execution.wire_errors import WireError
from grader.execution.wire_tree import (
    MOST,
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

MATRIX_CHANNELS = (SuperOp, Choi, PTM, Chi)
KRAUS_CHANNELS = (Kraus, Stinespring)
CHANNELS = MATRIX_CHANNELS + KRAUS_CHANNELS
MOST_CLIFFORD = 250
"""Qubits of a Clifford, at most: whether it is one is checked by a product of its tableau."""


def _dims(node: Tree) -> tuple[int, ...]:
    dims = tuple(natural(dim, MOST) for dim in exactly(node, list))
    if len(dims) > MOST_BITS or 0 in dims:
        raise WireError(f"dimensions {dims!r:.80}")
    return dims


def _array(unpacker: Unpacker, node: Tree, kinds: str, dimensions: int) -> np.ndarray[Any, Any]:
    array = unpacker.value(node)
    if type(array) is not np.ndarray or array.dtype.kind not in kinds or array.ndim != dimensions:
        raise WireError(f"a {type(array).__name__} where an array of numbers belongs")
    return array


@writes(Operator)
def _operator(packer: Packer, value: Operator) -> Tree:
    return [
        int(Tag.OPERATOR),
        write_array(packer, value.data),
        list(value.input_dims()),
        list(value.output_dims()),
    ]


@reads(Tag.OPERATOR)
def _read_operator(unpacker: Unpacker, node: list[Any]) -> Operator:
    data, given, got = fields(node, 3)
    return Operator(_array(unpacker, data, "c", 2), input_dims=_dims(given), output_dims=_dims(got))


def _state(kind: type, tag: Tag, dimensions: int) -> None:
    def write(packer: Packer, value: Any) -> Tree:
        return [int(tag), write_array(packer, np.asarray(value.data)), list(value.dims())]

    def read(unpacker: Unpacker, node: list[Any]) -> object:
        data, dims = fields(node, 2)
        return kind(_array(unpacker, data, "c", dimensions), dims=_dims(dims))

    writes(kind)(write)
    reads(tag)(read)


_state(Statevector, Tag.STATEVECTOR, 1)
_state(DensityMatrix, Tag.DENSITY_MATRIX, 2)


@writes(Pauli)
def _pauli(packer: Packer, value: Pauli) -> Tree:
    return [
        int(Tag.PAULI),
        write_array(packer, value.z),
        write_array(packer, value.x),
        int(value.phase),
    ]


@reads(Tag.PAULI)
def _read_pauli(unpacker: Unpacker, node: list[Any]) -> Pauli:
    z, x, phase = fields(node, 3)
    z, x = _array(unpacker, z, "b", 1), _array(unpacker, x, "b", 1)
    if z.shape != x.shape:
        raise WireError("a Pauli of two different sizes")
    return Pauli((z, x, natural(phase, 3)))


@writes(PauliList)
def _paulis(packer: Packer, value: PauliList) -> Tree:
    # `SparsePauliOp.from_operator` makes Paulis whose phases are bytes.
    parts = (value.z, value.x, np.asarray(value.phase, dtype=np.int64))
    return [int(Tag.PAULI_LIST), *(write_array(packer, part) for part in parts)]


@reads(Tag.PAULI_LIST)
def _read_paulis(unpacker: Unpacker, node: list[Any]) -> PauliList:
    z, x, phase = fields(node, 3)
    z, x = _array(unpacker, z, "b", 2), _array(unpacker, x, "b", 2)
    phase = _array(unpacker, phase, "i", 1)
    if z.shape != x.shape or phase.shape != z.shape[:1]:
        raise WireError("Paulis of different sizes")
    return PauliList.from_symplectic(z, x, phase)


@writes(SparsePauliOp)
def _sparse(packer: Packer, value: SparsePauliOp) -> Tree:
    return [int(Tag.SPARSE_PAULI), _paulis(packer, value.paulis), write_array(packer, value.coeffs)]


@reads(Tag.SPARSE_PAULI)
def _read_sparse(unpacker: Unpacker, node: list[Any]) -> SparsePauliOp:
    paulis, coefficients = fields(node, 2)
    paulis = exactly(unpacker.value(paulis), PauliList)
    coefficients = _array(unpacker, coefficients, "cO", 1)
    if coefficients.shape != (len(paulis),):
        raise WireError(f"{coefficients.shape!r:.40} coefficients for {len(paulis)} Paulis")
    return SparsePauliOp(paulis, coefficients, ignore_pauli_phase=True, copy=False)


@writes(SparseObservable)
def _observable(packer: Packer, value: SparseObservable) -> Tree:
    parts = (value.coeffs, value.bit_terms, value.indices, value.boundaries)
    return [
        int(Tag.OBSERVABLE),
        value.num_qubits,
        *(write_array(packer, np.array(part)) for part in parts),
    ]


@reads(Tag.OBSERVABLE)
def _read_observable(unpacker: Unpacker, node: list[Any]) -> SparseObservable:
    qubits, *parts = fields(node, 5)
    coefficients, terms, indices, boundaries = (_array(unpacker, part, "cui", 1) for part in parts)
    if boundaries.tolist() != sorted(boundaries.tolist()) or boundaries.max() > len(indices):
        raise WireError("a SparseObservable whose boundaries are none")
    return SparseObservable.from_raw_parts(
        natural(qubits, MOST_BITS),
        coefficients.tolist(),
        terms.tolist(),
        indices.tolist(),
        boundaries.tolist(),
    )


@writes(Clifford)
def _clifford(packer: Packer, value: Clifford) -> Tree:
    return [int(Tag.CLIFFORD), write_array(packer, value.tableau)]


@reads(Tag.CLIFFORD)
def _read_clifford(unpacker: Unpacker, node: list[Any]) -> Clifford:
    table = _array(unpacker, fields(node, 1)[0], "b", 2)
    if len(table) > 2 * MOST_CLIFFORD or table.shape != (len(table), len(table) + 1):
        raise WireError(f"a Clifford tableau of shape {table.shape}")
    return Clifford(table, validate=True)


@writes(StabilizerState)
def _stabilizer(packer: Packer, value: StabilizerState) -> Tree:
    return [int(Tag.STABILIZER), _clifford(packer, value.clifford)]


@reads(Tag.STABILIZER)
def _read_stabilizer(unpacker: Unpacker, node: list[Any]) -> StabilizerState:
    return StabilizerState(exactly(unpacker.value(fields(node, 1)[0]), Clifford))


@writes(*CHANNELS)
def _channel(packer: Packer, value: Any) -> Tree:
    number = next(number for number, kind in enumerate(CHANNELS) if isinstance(value, kind))
    data = value.data
    parts = data if isinstance(data, (list, tuple)) else [data]
    return [
        int(Tag.CHANNEL),
        number,
        packer.value(_nested(parts)),
        list(value.input_dims()),
        list(value.output_dims()),
    ]


def _nested(parts: Any) -> Any:
    """Return Kraus operators, one list or two, or a pair of Stinespring matrices, as lists."""
    return [list(part) if isinstance(part, (list, tuple)) else part for part in parts]


@reads(Tag.CHANNEL)
def _read_channel(unpacker: Unpacker, node: list[Any]) -> object:
    number, parts, given, got = fields(node, 4)
    kind = CHANNELS[natural(number, len(CHANNELS) - 1)]
    parts = exactly(unpacker.value(parts), list)
    if kind in MATRIX_CHANNELS:
        (parts,) = parts
        _matrices(parts)
    else:
        for part in parts:
            _matrices(*part) if type(part) is list else _matrices(part)
        if type(parts[0]) is list or kind is Stinespring:
            parts = parts[0] if len(parts) == 1 else tuple(parts)
    make: Callable[..., object] = kind
    return make(parts, input_dims=_dims(given), output_dims=_dims(got))


def _matrices(*parts: Any) -> None:
    for part in parts:
        if type(part) is not np.ndarray or part.dtype.kind not in "cf" or part.ndim != 2:
            raise WireError(f"a {type(part).__name__} as a matrix of a channel")
