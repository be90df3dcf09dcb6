"""An attacker who knows the rules, who submitted when, and all that is published, learns nothing suppressed.

Two kinds of attack on generated populations. A solver: every learner's share at every moment is an unknown,
every published mean a constraint; no unknown may be pinned down. And exchange: what is suppressed is changed,
and nothing published may change.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from portal.disclosure import (
    FLOOR,
    HIGHEST,
    LOWEST,
    Change,
    CohortRows,
    Count,
    batches,
    count_class,
    publish,
    union_count,
)

START = datetime(2026, 10, 1, tzinfo=UTC)
MODULES = ("02", "03")
SHARES = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])


def moment(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


@st.composite
def cohort(draw: st.DrawFn, name: str, sizes: st.SearchStrategy[int]) -> CohortRows:
    size = draw(sizes)
    learners = [f"{name}-{number}" for number in range(size)]
    # A seed instead of drawn lists: these would mostly be too short for ten learners to have a result.
    chance = random.Random(draw(st.integers(0, 2**32)))
    shares = draw(st.sampled_from([(0.0,), (1.0,), (0.0, 1.0), (0.75, 1.0), (0.0, 0.25, 0.5, 1.0)]))
    events = [
        (chance.randrange(size), chance.choice(MODULES), chance.choice(shares))
        for _ in range(draw(st.integers(0, 5 * size)))
    ]
    changes = tuple(
        Change(moment(minute), learners[who], module, share)
        for minute, (who, module, share) in enumerate(events)
    )
    submitted = {
        learner: frozenset(change.module for change in changes if change.learner == learner)
        for learner in learners
    }
    return CohortRows("u" + name[0], name, frozenset(learners), MODULES, submitted, changes)


SIZES = st.one_of(st.integers(1, 9), st.integers(10, 26))


@st.composite
def populations(draw: st.DrawFn) -> list[CohortRows]:
    names = draw(
        st.lists(
            st.sampled_from(["a1", "a2", "b1", "b2", "c1"]), min_size=1, max_size=5, unique=True
        )
    )
    return [draw(cohort(name, SIZES)) for name in sorted(names)]


@dataclass(frozen=True)
class Reading:
    """A published mean as the attacker reads it: between `low` and `high` over the unknowns of `over`."""

    over: tuple[int, ...]
    low: float
    high: float


def readings(changes: list[Change]) -> list[Reading]:
    """Return one reading for each published point, for an attacker who knows whose shares are in it."""
    ordered = sorted(changes, key=lambda change: (change.at, change.learner))
    found = []
    for point in batches(changes):
        latest = {
            change.learner: index for index, change in enumerate(ordered) if change.at <= point.at
        }
        low = 0.0 if point.percent <= LOWEST else (point.percent - 0.5) / 100
        high = 1.0 if point.percent >= HIGHEST else (point.percent + 0.5) / 100
        found.append(Reading(tuple(latest.values()), low, high))
    return found


@settings(max_examples=60, deadline=None)
@given(rows=cohort("a1", st.integers(10, 26)))
def test_no_share_of_any_learner_can_be_narrowed_down(rows: CohortRows) -> None:
    for module in MODULES:
        changes = [change for change in rows.changes if change.module == module]
        known = readings(changes)
        if not known:
            continue
        matrix = np.zeros((2 * len(known), len(changes)))
        bound = np.zeros(2 * len(known))
        for index, reading in enumerate(known):
            matrix[2 * index, list(reading.over)] = 1 / len(reading.over)
            matrix[2 * index + 1, list(reading.over)] = -1 / len(reading.over)
            bound[2 * index], bound[2 * index + 1] = reading.high, -reading.low
        for unknown in {index for reading in known for index in reading.over}:
            goal = np.zeros(len(changes))
            goal[unknown] = 1.0
            lowest = linprog(goal, matrix, bound, bounds=(0, 1)).fun
            highest = -linprog(-goal, matrix, bound, bounds=(0, 1)).fun
            assert highest - lowest > 0.3, (module, unknown, lowest, highest)


@settings(max_examples=150, deadline=None)
@given(
    classes=st.lists(
        st.integers(10, 45).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
        min_size=2,
        max_size=8,
    )
)
def test_no_suppressed_count_can_be_narrowed_down(classes: list[tuple[int, int]]) -> None:
    half = len(classes) // 2
    leaves = [count_class(k, n) for k, n in classes]
    groups = [range(half), range(half, len(classes))]
    unions = [
        union_count(sum(classes[index][0] for index in group), [leaves[index] for index in group])
        for group in groups
    ]
    total = union_count(sum(k for k, _ in classes), unions)
    everything = [*zip(groups, unions, strict=True), (range(len(classes)), total)]
    for leaf, found in zip(leaves, solve(leaves, everything), strict=True):
        assert found == (leaf.low, leaf.high), (leaf, unions, total)
        assert leaf.everybody or leaf.high - leaf.low >= FLOOR - 1


def solve(leaves: list[Count], sums: list[tuple[range, Count]]) -> list[tuple[int, int]]:
    """Return the smallest and largest value that each count can have, given all published sums."""
    rows = [[float(index in group) for index in range(len(leaves))] for group, _ in sums]
    known = LinearConstraint(
        np.array(rows), [count.low for _, count in sums], [count.high for _, count in sums]
    )
    bounds = Bounds([leaf.low for leaf in leaves], [leaf.high for leaf in leaves])
    found = []
    for index in range(len(leaves)):
        goal = np.zeros(len(leaves))
        goal[index] = 1.0
        lowest, highest = (
            round(
                sign
                * milp(
                    sign * goal, constraints=known, integrality=np.ones(len(leaves)), bounds=bounds
                ).fun
            )
            for sign in (1, -1)
        )
        found.append((lowest, highest))
    return found


def test_the_solver_finds_what_an_exact_total_would_give_away() -> None:
    hidden = [count_class(9, 10), count_class(9, 10)]
    assert solve(hidden, [(range(2), Count(18, 18, 20))]) == [(9, 9), (9, 9)]


@settings(max_examples=100, deadline=None)
@given(population=populations(), shares=st.randoms(use_true_random=False))
def test_a_small_cohort_leaves_no_trace(population: list[CohortRows], shares: object) -> None:
    published = publish(population)
    for position, rows in enumerate(population):
        if len(rows.learners) >= FLOOR:
            continue
        changed = tuple(replace(change, share=shares.random()) for change in rows.changes[1:])  # type: ignore[attr-defined]
        other = replace(
            rows, learners=frozenset({f"{rows.cohort}-stranger"}), changes=changed, submitted={}
        )
        exchanged = [*population[:position], other, *population[position + 1 :]]
        assert publish(exchanged) == published


@settings(max_examples=100, deadline=None)
@given(rows=cohort("a1", st.integers(10, 26)), data=st.data())
def test_what_came_after_the_last_batch_leaves_no_trace(
    rows: CohortRows, data: st.DataObject
) -> None:
    for module in MODULES:
        changes = [change for change in rows.changes if change.module == module]
        points = batches(changes)
        last = points[-1].at if points else START - timedelta(1)
        late = [change for change in changes if change.at > last]
        assert len({change.learner for change in late}) < FLOOR
        moved = [replace(change, share=data.draw(SHARES)) for change in late]
        assert batches([change for change in changes if change.at <= last] + moved) == points


@settings(max_examples=100, deadline=None)
@given(rows=cohort("a1", st.integers(10, 26)), cut=st.integers(0, 80))
def test_what_was_published_stays_as_time_goes_on(rows: CohortRows, cut: int) -> None:
    for module in MODULES:
        changes = [change for change in rows.changes if change.module == module]
        before = batches([change for change in changes if change.at <= moment(cut)])
        assert batches(changes)[: len(before)] == before


@settings(max_examples=100, deadline=None)
@given(rows=cohort("a1", st.integers(10, 26)))
def test_each_batch_holds_ten_learners(rows: CohortRows) -> None:
    for module in MODULES:
        changes = [change for change in rows.changes if change.module == module]
        edges = [START - timedelta(1), *(point.at for point in batches(changes))]
        for begin, end in pairwise(edges):
            assert len({change.learner for change in changes if begin < change.at <= end}) >= FLOOR


@settings(max_examples=100, deadline=None)
@given(population=populations())
def test_no_published_figure_is_under_the_floor(population: list[CohortRows]) -> None:
    published = publish(population)
    for figures in (*published.cohorts, *published.institutions.values(), published.total):
        assert figures.enrolled is None or figures.enrolled >= FLOOR
        for count in (figures.active, figures.completed):
            assert count is None or count.low == 0 or count.low >= FLOOR
            assert count is None or count.everybody or count.of - count.low >= FLOOR - 1
        for points in figures.scores.values():
            assert all(LOWEST <= point.percent <= HIGHEST for point in points)
