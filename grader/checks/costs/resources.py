"""What a circuit costs: gates, layers, two-qubit gates, T gates and oracle calls, of the worst branch that it can take.

Depth is counted in the max-plus algebra: a piece of a circuit is a matrix that says how many layers lie at most
between the entry of one qubit and the exit of another. Pieces in a row are a product, branches a maximum, and a loop
is a power, so that a body is looked at once, however often it runs. (Baccelli, Cohen, Olsder, Quadrat: Synchronization
and Linearity, Wiley 1992, chapter 3.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

Layers = np.ndarray[Any, np.dtype[np.float64]]

NEVER = -np.inf
"""Layers between two qubits that no gate joins."""


class Pair(NamedTuple):
    """Two qubits with a gate on them, in its order."""

    first: int
    second: int
    both_ways: bool
    """Whether the gate is the same with its qubits exchanged."""


@dataclass(frozen=True)
class Cost:
    """What a piece of a circuit costs.

    Attributes:
        gates: how many, standard gates left whole.
        two_qubit_gates: gates on two qubits, those on three and more taken apart.
        t_count: T gates.
        calls: oracle -> calls.
        depth: layers of gates, shape (qubits, qubits): entry [i, j] is the longest way from the entry of qubit j to
            the exit of qubit i, -inf if there is none.
        two_qubit_depth: likewise, of the two-qubit gates alone.
        pairs: where its two-qubit gates are.
    """

    gates: int
    two_qubit_gates: int
    t_count: int
    calls: Mapping[str, int]
    depth: Layers
    two_qubit_depth: Layers
    pairs: frozenset[Pair]


@dataclass
class Sum:
    """Pieces of a circuit, one after the other, until now.

    Args:
        qubits: how many the whole has.
    """

    qubits: int
    gates: int = 0
    two_qubit_gates: int = 0
    t_count: int = 0
    calls: Counter[str] = field(default_factory=Counter)
    pairs: set[Pair] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.depth = no_layers(self.qubits)
        self.two_qubit_depth = no_layers(self.qubits)

    def add(self, piece: Cost, places: list[int]) -> None:
        """Add a piece on some of the qubits, in its order."""
        self.gates += piece.gates
        self.two_qubit_gates += piece.two_qubit_gates
        self.t_count += piece.t_count
        self.calls.update(piece.calls)
        self.pairs.update(Pair(places[one], places[two], both) for one, two, both in piece.pairs)
        if not places:
            return  # an empty branch that a transpiler left
        self.depth[places] = _after(piece.depth, self.depth[places])
        if piece.two_qubit_gates:
            self.two_qubit_depth[places] = _after(
                piece.two_qubit_depth, self.two_qubit_depth[places]
            )

    def cost(self) -> Cost:
        """Return the sum."""
        return Cost(
            self.gates,
            self.two_qubit_gates,
            self.t_count,
            dict(self.calls),
            self.depth,
            self.two_qubit_depth,
            frozenset(self.pairs),
        )


def nothing(qubits: int) -> Cost:
    """Return the cost of doing nothing."""
    return Sum(qubits).cost()


def worst(branches: Iterable[Cost], qubits: int) -> Cost:
    """Return the cost of that branch which costs most, for each resource by itself; nothing if there is no branch."""
    total = nothing(qubits)
    for one in branches:
        names = total.calls.keys() | one.calls.keys()
        total = Cost(
            max(total.gates, one.gates),
            max(total.two_qubit_gates, one.two_qubit_gates),
            max(total.t_count, one.t_count),
            {name: max(total.calls.get(name, 0), one.calls.get(name, 0)) for name in names},
            np.maximum(total.depth, one.depth),
            np.maximum(total.two_qubit_depth, one.two_qubit_depth),
            total.pairs | one.pairs,
        )
    return total


def repeated(cost: Cost, times: int) -> Cost:
    """Return the cost of a piece that runs several times in a row."""
    if times == 0:
        return nothing(len(cost.depth))
    return Cost(
        cost.gates * times,
        cost.two_qubit_gates * times,
        cost.t_count * times,
        {name: calls * times for name, calls in cost.calls.items()},
        _power(cost.depth, times),
        _power(cost.two_qubit_depth, times),
        cost.pairs,
    )


def no_layers(qubits: int) -> Layers:
    """Return the layers of doing nothing: each qubit leaves as it came."""
    layers = np.full((qubits, qubits), NEVER)
    np.fill_diagonal(layers, 0.0)
    return layers


def one_layer(qubits: int) -> Layers:
    """Return the layers of a single gate."""
    return np.ones((qubits, qubits))


def layers_of(depth: Layers) -> int:
    """Return how many layers a circuit has."""
    return int(depth.max()) if depth.size else 0


def _after(later: Layers, earlier: Layers) -> Layers:
    """Return the layers of two pieces in a row: a product of matrices with maximum and sum for sum and product."""
    if len(later) <= 1:  # a body without qubits is empty
        return later + earlier
    if (later == later[0]).all():  # a single gate, whose qubits leave together
        together = (later[0][:, None] + earlier).max(axis=0)
        return np.broadcast_to(together, earlier.shape)
    return np.array([(row[:, None] + earlier).max(axis=0) for row in later])


def _power(layers: Layers, times: int) -> Layers:
    result = no_layers(len(layers))
    while times:
        if times & 1:
            result = _after(layers, result)
        layers = _after(layers, layers)
        times >>= 1
    return result
