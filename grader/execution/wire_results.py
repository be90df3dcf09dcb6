"""What running circuits gives, as trees: counts, distributions, bit arrays, results of primitives."""

from __future__ import annotations

from typing import Any

import numpy as np
from qiskit.primitives import BitArray, DataBin, PrimitiveResult, PubResult, SamplerPubResult
from qiskit.result import Counts, ProbDistribution, QuasiDistribution

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


@writes(Counts)
def _counts(packer: Packer, value: Counts) -> Tree:
    rest = [value.time_taken, value.creg_sizes, value.memory_slots]
    return [int(Tag.COUNTS), packer.value(dict(dict.items(value))), packer.value(rest)]


@reads(Tag.COUNTS)
def _read_counts(unpacker: Unpacker, node: list[Any]) -> Counts:
    counts, rest = map(unpacker.value, fields(node, 2))
    for outcome, times in exactly(counts, dict).items():
        if type(outcome) is not str or type(times) not in (int, float):
            raise WireError("counts that are not texts with numbers")
    time_taken, sizes, slots = exactly(rest, list)
    if slots is not None:
        natural(slots, MOST_BITS)
    value = Counts({}, time_taken=time_taken, creg_sizes=sizes, memory_slots=slots)
    dict.update(value, counts)
    value.hex_raw = None
    value.int_raw = None
    return value


@writes(QuasiDistribution)
def _quasi(packer: Packer, value: QuasiDistribution) -> Tree:
    rest = [value.shots, value.stddev_upper_bound]
    return [int(Tag.QUASI), packer.value(dict(dict.items(value))), packer.value(rest)]


@reads(Tag.QUASI)
def _read_quasi(unpacker: Unpacker, node: list[Any]) -> QuasiDistribution:
    data, rest = map(unpacker.value, fields(node, 2))
    shots, deviation = exactly(rest, list)
    return QuasiDistribution(_distribution(data), shots=shots, stddev_upper_bound=deviation)


@writes(ProbDistribution)
def _probabilities(packer: Packer, value: ProbDistribution) -> Tree:
    return [
        int(Tag.PROBABILITIES),
        packer.value(dict(dict.items(value))),
        packer.value(value.shots),
    ]


@reads(Tag.PROBABILITIES)
def _read_probabilities(unpacker: Unpacker, node: list[Any]) -> ProbDistribution:
    data, shots = map(unpacker.value, fields(node, 2))
    return ProbDistribution(_distribution(data), shots=shots)


def _distribution(data: object) -> dict[int, float]:
    for outcome, weight in exactly(data, dict).items():
        if type(outcome) is not int or not isinstance(weight, (int, float, np.number)):
            raise WireError("a distribution that is not numbers with weights")
    return data  # type: ignore[return-value]


@writes(BitArray)
def _bit_array(packer: Packer, value: BitArray) -> Tree:
    return [int(Tag.BIT_ARRAY), write_array(packer, value.array), value.num_bits]


@reads(Tag.BIT_ARRAY)
def _read_bit_array(unpacker: Unpacker, node: list[Any]) -> BitArray:
    array, count = fields(node, 2)
    return BitArray(exactly(unpacker.value(array), np.ndarray), natural(count, MOST_BITS))


@writes(DataBin)
def _data_bin(packer: Packer, value: DataBin) -> Tree:
    return [int(Tag.DATA_BIN), packer.value(dict(value.items())), list(value.shape)]


@reads(Tag.DATA_BIN)
def _read_data_bin(unpacker: Unpacker, node: list[Any]) -> DataBin:
    data, shape = fields(node, 2)
    data = exactly(unpacker.value(data), dict)
    for name, item in data.items():
        if type(name) is not str or type(item) not in (BitArray, np.ndarray):
            raise WireError("a DataBin of other things than arrays")
    return DataBin(**data, shape=tuple(natural(length, MOST) for length in exactly(shape, list)))


@writes(PubResult)
def _pub_result(packer: Packer, value: PubResult) -> Tree:
    sampled = isinstance(value, SamplerPubResult)
    return [
        int(Tag.PUB_RESULT),
        sampled,
        _data_bin(packer, value.data),
        packer.value(value.metadata),
    ]


@reads(Tag.PUB_RESULT)
def _read_pub_result(unpacker: Unpacker, node: list[Any]) -> PubResult:
    sampled, data, metadata = fields(node, 3)
    kind = SamplerPubResult if exactly(sampled, bool) else PubResult
    return kind(exactly(unpacker.value(data), DataBin), exactly(unpacker.value(metadata), dict))


@writes(PrimitiveResult)
def _primitive_result(packer: Packer, value: PrimitiveResult[Any]) -> Tree:
    return [int(Tag.PRIMITIVE_RESULT), packer.value(list(value)), packer.value(value.metadata)]


@reads(Tag.PRIMITIVE_RESULT)
def _read_primitive_result(unpacker: Unpacker, node: list[Any]) -> PrimitiveResult[Any]:
    results, metadata = map(unpacker.value, fields(node, 2))
    for result in exactly(results, list):
        if not isinstance(result, PubResult):
            raise WireError(f"a {type(result).__name__} as a result")
    return PrimitiveResult(results, exactly(metadata, dict))
