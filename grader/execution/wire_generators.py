"""NumPy's random generators as trees: those that `np.random.default_rng` makes, each at its place."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.checks.instances import Instances
from grader.execution.wire_errors import NotData, WireError
from grader.execution.wire_tree import Packer, Tag, Tree, Unpacker, fields, natural, reads, writes

_MOST_STATE = (1 << 128) - 1
_MOST_SPARE = (1 << 32) - 1


@writes(np.random.Generator)
def _generator(packer: Packer, value: np.random.Generator) -> Tree:
    if isinstance(value, Instances):
        raise NotData(
            "generator of instances",
            reason="whoever has it foresees them; give a seed that is drawn from it",
        )
    source: Any = value.bit_generator
    if type(source) is not np.random.PCG64:
        if packer.sealed:
            raise NotData(type(value).__name__, reason="nothing can stand in for it here")
        return packer.stand_in(value)
    state = source.state
    numbers = state["state"]["state"], state["state"]["inc"], state["has_uint32"], state["uinteger"]
    return [int(Tag.GENERATOR), *map(packer.value, numbers)]


@reads(Tag.GENERATOR)
def _read_generator(unpacker: Unpacker, node: list[Any]) -> np.random.Generator:
    state, increment, has_spare, spare = (unpacker.value(part) for part in fields(node, 4))
    if natural(increment, _MOST_STATE) % 2 == 0:
        raise WireError("an even increment of a generator")
    source = np.random.PCG64(0)
    source.state = {
        "bit_generator": "PCG64",
        "state": {"state": natural(state, _MOST_STATE), "inc": increment},
        "has_uint32": natural(has_spare, 1),
        "uinteger": natural(spare, _MOST_SPARE),
    }
    return np.random.Generator(source)
