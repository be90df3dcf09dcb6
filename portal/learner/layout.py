"""Where the modules of a course stand in its picture: in layers from left to right, each after what it builds on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

STEP_X, STEP_Y, MARGIN = 44, 48, 22
"""Distances between the centres of neighbours, and from the edge, in units of the picture."""


@dataclass(frozen=True)
class Place:
    """Where a module stands: the centre of its circle."""

    x: float
    y: float


@dataclass(frozen=True)
class Drawing:
    """A picture of modules and what they build on.

    Attributes:
        width: of the picture.
        height: of the picture.
        places: module -> its centre.
        edges: (module, module that builds on it), without those that follow from others.
    """

    width: float
    height: float
    places: Mapping[str, Place]
    edges: tuple[tuple[str, str], ...]


def layout(builds_on: Mapping[str, Sequence[str]]) -> Drawing:
    """Return a drawing of modules.

    A module's layer is the length of the longest way to it. Within a layer each stands at the mean height of what it
    builds on, as far as there is room (the barycentre rule of Sugiyama, Tagawa and Toda, IEEE Trans. SMC 11 (1981) 109,
    in one pass), otherwise in the given order. An edge from a to c is left out where another way leads from a to c,
    since it says nothing new. Modules that build on each other in a circle (no catalogue of ours has any) stand far to
    the right.

    Args:
        builds_on: module -> modules that it builds on, all of them keys; in the order of the course.
    """
    edges = _edges(builds_on)
    columns = _columns(_layers(builds_on), edges)
    tallest = max(map(len, columns), default=0)
    places = {
        module: Place(
            x=MARGIN + STEP_X * layer,
            y=MARGIN + STEP_Y * (row + (tallest - len(members)) / 2),
        )
        for layer, members in enumerate(columns)
        for row, module in enumerate(members)
    }
    return Drawing(
        width=2 * MARGIN + STEP_X * max(0, len(columns) - 1),
        height=2 * MARGIN + STEP_Y * max(0, tallest - 1),
        places=places,
        edges=edges,
    )


def _columns(
    layers: Mapping[str, int], edges: Sequence[tuple[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """Return the modules of each layer from top to bottom, as near to what they build on as their mean height says."""
    height: dict[str, float] = {}
    columns = []
    for layer in sorted(set(layers.values())):
        members = [module for module, own in layers.items() if own == layer]
        members.sort(key=lambda module: _mean_height(module, edges, height))
        for row, module in enumerate(members):
            height[module] = row - (len(members) - 1) / 2
        columns.append(tuple(members))
    return tuple(columns)


def _mean_height(
    module: str, edges: Sequence[tuple[str, str]], height: Mapping[str, float]
) -> float:
    """Return the mean height of what a module builds on; 0, the middle, for one that builds on nothing."""
    return mean(
        [height[first] for first, then in edges if then == module and first in height] or [0]
    )


def _layers(builds_on: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return module -> length of the longest way to it."""
    layers = dict.fromkeys(builds_on, 0)
    for _ in builds_on:  # a way is never longer than there are modules
        settled = {
            module: max((layers[one] + 1 for one in firsts), default=0)
            for module, firsts in builds_on.items()
        }
        if settled == layers:
            break
        layers = settled
    return layers


def _edges(builds_on: Mapping[str, Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """Return the edges without those that follow from others."""
    before = {module: _all_before(module, builds_on) for module in builds_on}
    return tuple(
        (first, module)
        for module, firsts in builds_on.items()
        for first in firsts
        if not any(first in before[other] for other in firsts if other != first)
    )


def _all_before(module: str, builds_on: Mapping[str, Sequence[str]]) -> set[str]:
    """Return all modules that a module builds on, directly or not."""
    found: set[str] = set()
    open_ends = list(builds_on[module])
    while open_ends:
        one = open_ends.pop()
        if one not in found:
            found.add(one)
            open_ends.extend(builds_on[one])
    return found
