"""Rules for tasks that look broken: at their limits, and how often they speak on sound and on broken tasks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from portal.statistics.flags import PASSED, Evidence, Kind, flags
from portal.statistics.intervals import wilson
from portal.statistics.items import ItemTotal, corrected_item_total
from tests.portal.statistics.simulated_class import answers, columns

SILENT = ItemTotal(None, -1.0, 1.0, 0, 0, ())
SOUND = Evidence(
    full=30,
    marked=60,
    at_once=20,
    tried=60,
    item_total=SILENT,
    undecided=0,
    attempts=90,
    strong=(),
)


def kinds(evidence: Evidence) -> list[Kind]:
    return [flag.kind for flag in flags(evidence)]


def test_a_sound_task_and_an_empty_class_are_not_flagged() -> None:
    assert kinds(SOUND) == []
    assert kinds(Evidence(0, 0, 0, 0, SILENT, 0, 0, ())) == []


def test_hardly_solved_needs_the_whole_interval_below() -> None:
    (flag,) = flags(replace(SOUND, full=2))
    assert (flag.kind, flag.count, flag.n, flag.limit) == (Kind.HARDLY_SOLVED, 2, 60, 0.2)
    assert (flag.low, flag.high) == (wilson(2, 60).low, wilson(2, 60).high)
    least = next(full for full in range(60) if wilson(full, 60).high >= 0.2)
    assert kinds(replace(SOUND, full=least - 1)) == [Kind.HARDLY_SOLVED]
    assert kinds(replace(SOUND, full=least)) == []


def test_a_rule_is_silent_about_fewer_than_twenty() -> None:
    assert kinds(replace(SOUND, full=0, marked=19)) == []
    assert kinds(replace(SOUND, full=0, marked=20)) == [Kind.HARDLY_SOLVED]


def test_solved_at_once() -> None:
    assert kinds(replace(SOUND, full=60, at_once=60)) == [Kind.SOLVED_AT_ONCE]
    assert kinds(replace(SOUND, full=60, at_once=54)) == []


def test_apart_needs_the_whole_interval_of_the_correlation_below() -> None:
    apart = ItemTotal(-0.1, -0.34, 0.16, 60, 0, ("other",))
    (flag,) = flags(replace(SOUND, item_total=apart))
    assert (flag.kind, flag.value, flag.high, flag.n) == (Kind.APART, -0.1, 0.16, 60)
    assert kinds(replace(SOUND, item_total=replace(apart, high=0.2))) == []
    assert kinds(replace(SOUND, item_total=replace(apart, n=19))) == []


def test_undecided_attempts() -> None:
    assert kinds(replace(SOUND, undecided=12)) == [Kind.UNDECIDED]
    assert kinds(replace(SOUND, undecided=5)) == []


def test_perhaps_a_right_answer_is_refused() -> None:
    strong = (*["relative_phase"] * 9, *[PASSED] * 6)
    (flag,) = flags(replace(SOUND, strong=strong))
    assert (flag.kind, flag.code, flag.count, flag.n) == (Kind.REFUSED, "relative_phase", 9, 15)


@pytest.mark.parametrize(
    "strong",
    [
        (*["relative_phase"] * 9,),  # too few of them
        (*["relative_phase"] * 12, *["wrong_value"] * 6, *[PASSED] * 2),  # not one and the same
        (*["relative_phase"] * 4, *[PASSED] * 11),  # may be chance
        (PASSED,) * 20,
    ],
)
def test_the_strong_may_be_wrong_in_different_ways(strong: tuple[str, ...]) -> None:
    assert kinds(replace(SOUND, strong=strong)) == []


def evidence(solved: npt.NDArray[np.bool_], task: int, code: str = "wrong_value") -> Evidence:
    """Return what the rules see of a simulated class with one attempt each."""
    learners, tasks = solved.shape
    others = np.delete(solved, task, axis=1).sum(axis=1)
    strong = [
        PASSED if right else code
        for right, rest in zip(solved[:, task], others, strict=True)
        if rest >= 0.8 * (tasks - 1)
    ]
    full = int(solved[:, task].sum())
    total = corrected_item_total(columns(solved))[f"task_{task}"]
    return Evidence(full, learners, full, learners, total, 0, learners, strong)


SOUND_TASKS = [(-1.0, 1.4), (-0.5, 1.2), (0.0, 1.5), (0.4, 1.2), (-0.2, 1.3), (0.2, 1.4)]
CLASSES = 200


def spoken(break_it: str | None, learners: int) -> Counter[Kind]:
    """Return in how many of two hundred classes each rule speaks about one task."""
    chance = np.random.default_rng(11)
    found: Counter[Kind] = Counter()
    for _ in range(CLASSES):
        solved = answers(chance, learners, SOUND_TASKS)
        if break_it == "refuses most right answers":
            solved[:, 2] &= chance.random(learners) < 0.05
        elif break_it == "refuses one right construction of two":
            solved[:, 2] &= chance.random(learners) < 0.5
        elif break_it == "decides by chance":
            solved[:, 2] = chance.random(learners) < 0.5
        elif break_it == "wants the contrary":
            solved[:, 2] = ~solved[:, 2]
        found.update(kinds(evidence(solved, 2)))
    return found


def test_a_sound_task_is_seldom_flagged() -> None:
    for learners in (25, 80, 250):
        assert spoken(None, learners).total() <= 0.05 * CLASSES


@pytest.mark.parametrize(
    ("break_it", "learners", "kind"),
    [
        ("refuses most right answers", 80, Kind.HARDLY_SOLVED),
        ("refuses one right construction of two", 80, Kind.REFUSED),
        ("wants the contrary", 80, Kind.APART),
        # no relation at all is told from a weak one in large classes alone; with 80 learners in four of ten
        ("decides by chance", 250, Kind.APART),
    ],
)
def test_a_broken_task_is_mostly_flagged(break_it: str, learners: int, kind: Kind) -> None:
    assert spoken(break_it, learners)[kind] >= 0.8 * CLASSES
