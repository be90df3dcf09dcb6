"""Where modules stand in the map's picture."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from portal.learner.layout import STEP_X, STEP_Y, layout


@st.composite
def curricula(draw: st.DrawFn) -> dict[str, list[str]]:
    """Modules, each of which builds on some of those before it."""
    size = draw(st.integers(0, 14))
    names = [f"m{number}" for number in range(size)]
    return {
        name: draw(st.lists(st.sampled_from(names[:place]), unique=True, max_size=4))
        if place
        else []
        for place, name in enumerate(names)
    }


def reaches(edges: set[tuple[str, str]], start: str) -> set[str]:
    found: set[str] = set()
    ends = [start]
    while ends:
        one = ends.pop()
        further = {then for first, then in edges if first == one} - found
        found |= further
        ends.extend(further)
    return found


@given(curricula())
def test_each_module_stands_right_of_all_that_it_builds_on_and_nowhere_twice(
    builds_on: dict[str, list[str]],
) -> None:
    drawing = layout(builds_on)
    assert set(drawing.places) == set(builds_on)
    for module, firsts in builds_on.items():
        for first in firsts:
            assert drawing.places[first].x <= drawing.places[module].x - STEP_X
    for one, other in combinations(drawing.places.values(), 2):
        assert one.x != other.x or abs(one.y - other.y) >= STEP_Y
    for place in drawing.places.values():
        assert 20 <= place.x <= drawing.width - 20
        assert 20 <= place.y <= drawing.height - 20


@given(curricula())
def test_edges_say_all_and_nothing_twice(builds_on: dict[str, list[str]]) -> None:
    whole = {(first, module) for module, firsts in builds_on.items() for first in firsts}
    drawn = set(layout(builds_on).edges)
    assert drawn <= whole
    for module in builds_on:
        assert reaches(drawn, module) == reaches(whole, module)
    for first, then in drawn:
        assert then not in reaches(drawn - {(first, then)}, first)


def test_a_diamond() -> None:
    drawing = layout({"a": [], "b": ["a"], "c": ["a"], "d": ["a", "b", "c"]})
    assert drawing.edges == (("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"))
    assert drawing.places["a"].y == drawing.places["d"].y
    assert drawing.places["b"].x == drawing.places["c"].x
    assert drawing.places["b"].y < drawing.places["a"].y < drawing.places["c"].y


def test_a_module_stays_at_the_height_of_what_it_builds_on() -> None:
    drawing = layout({"a": [], "b": [], "on_b": ["b"], "on_a": ["a"]})
    assert drawing.places["on_a"].y == drawing.places["a"].y
    assert drawing.places["on_b"].y == drawing.places["b"].y


def test_a_circle_ends_too() -> None:
    assert set(layout({"a": ["b"], "b": ["a"], "c": []}).places) == {"a", "b", "c"}
