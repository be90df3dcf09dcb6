"""The figures of an exercise from rows: which attempts enter which figure, by hand and from a simulated class."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from math import log

import numpy as np
import pytest

from portal.instructor.analysis.figures import TaskAnalysis, analyse
from portal.instructor.analysis.rows import AttemptRow, ScoreRow, TaskRow
from portal.statistics.flags import Kind
from portal.statistics.intervals import wilson
from tests.portal.classroom import START
from tests.portal.statistics.simulated_class import chances

BELL = TaskRow("bell", {"en": "Bell"}, manual=False, position=0, current=True)
GHZ = TaskRow("ghz", {"en": "GHZ"}, manual=False, position=1, current=True)
ESSAY = TaskRow("essay", {"en": "Why?"}, manual=True, position=2, current=True)
END = START + timedelta(days=20)


class Class:
    """Attempts with scores, written down one after the other."""

    def __init__(self) -> None:
        self.attempts: list[AttemptRow] = []
        self.scores: dict[int, list[ScoreRow]] = defaultdict(list)

    def attempt(self, learner: int, number: int, hours: float, *, counts: bool = True) -> int:
        key = len(self.attempts) + 1
        at = START + timedelta(hours=hours)
        self.attempts.append(AttemptRow(key, learner, number, at, counts))
        return key

    def score(
        self, attempt: int, task: str, points: float | None, code: str, outcome: str = "failed"
    ) -> None:
        self.scores[attempt].append(ScoreRow(task, points, 2.0, code, outcome))

    def analysed(self, *tasks: TaskRow) -> dict[str, TaskAnalysis]:
        found = analyse(tasks, self.attempts, self.scores, START, END)
        return {one.task.name: one for one in found}


def test_which_attempts_enter_which_figure() -> None:
    made = Class()
    for learner, solved_with in enumerate([1, 2, 2, None]):
        for number in (1, 2):
            key = made.attempt(learner, number, 10.0 * number, counts=number == 2)
            right = solved_with is not None and number >= solved_with
            made.score(key, "bell", 2.0 if right else 0.0, "passed" if right else "relative_phase")
    bell = made.analysed(BELL)["bell"]
    assert bell.summary is not None
    # the counting attempts alone
    assert (bell.summary.marked, bell.summary.full, bell.summary.mean) == (4, 3, 0.75)
    # all attempts
    assert (bell.attempts, bell.learners, bell.until.counts) == (8, 4, ((1, 1), (2, 2)))
    assert (bell.until.without, bell.until.median) == (1, 2)
    assert bell.since_release.half == 20 * 3600
    assert (bell.since_first.quarter, bell.since_first.half) == (0.0, 10 * 3600)
    assert bell.since_first.three_quarters == 10 * 3600
    # three learners were right at least once, three were wrong at least once
    assert [(one.code, one.learners, one.attempts) for one in bell.codes] == [
        ("passed", 3, 4),
        ("relative_phase", 3, 4),
    ]
    assert bell.codes[0].interval == wilson(3, 4)


def test_what_waits_for_a_person_is_neither_wrong_nor_unsolved() -> None:
    made = Class()
    for learner, points in enumerate([None, 2.0, 1.0]):
        key = made.attempt(learner, 1, 5.0)
        outcome = "ungraded" if points is None else "passed"
        made.score(key, "essay", points, "needs_person" if points is None else "marked", outcome)
    essay = made.analysed(ESSAY)["essay"]
    assert essay.summary is not None
    assert (essay.summary.marked, essay.summary.waiting, essay.summary.mean) == (2, 1, 0.75)
    assert (essay.learners, essay.waiting, essay.until.tried) == (3, 1, 2)


def test_examples_are_the_latest_attempts_of_different_learners() -> None:
    made = Class()
    for learner in range(15):
        for number in (1, 2):
            made.score(made.attempt(learner, number, 1.0), "bell", 0.0, "wrong_value")
    (code,) = made.analysed(BELL)["bell"].codes
    assert code.examples == tuple(range(30, 6, -2))
    # learners come in any order
    made.attempts.sort(key=lambda one: (-one.learner, one.number))
    (code,) = made.analysed(BELL)["bell"].codes
    assert code.examples == tuple(range(30, 6, -2))


def test_a_task_of_an_earlier_version_comes_last_and_is_not_flagged() -> None:
    made = Class()
    gone = BELL._replace(current=False)
    for learner in range(30):
        key = made.attempt(learner, 1, 1.0)
        made.score(key, "bell", 0.0, "wrong_value")
        made.score(key, "ghz", 0.0, "wrong_value")
    found = made.analysed(gone, GHZ)
    assert list(found) == ["ghz", "bell"]
    assert [flag.kind for flag in found["ghz"].flags] == [Kind.HARDLY_SOLVED]
    assert found["bell"].flags == ()


def test_a_check_that_cannot_decide_is_flagged_but_no_essay_that_waits() -> None:
    made = Class()
    for learner in range(30):
        key = made.attempt(learner, 1, 1.0)
        made.score(key, "bell", None, "judge_stopped", "ungraded")
        made.score(key, "essay", None, "needs_person", "ungraded")
        made.score(key, "ghz", float(learner % 2), "wrong_value")
    found = made.analysed(BELL, GHZ, ESSAY)
    assert [flag.kind for flag in found["bell"].flags] == [Kind.UNDECIDED]
    assert found["essay"].flags == ()


def test_nobody_has_handed_in() -> None:
    found = analyse([BELL], [], {}, START, END)[0]
    assert (found.summary, found.learners, found.codes, found.flags) == (None, 0, (), ())
    assert found.since_first.half is None


def test_who_handed_in_after_the_end_by_arrangement_was_watched_until_then() -> None:
    made = Class()
    late = (END - START).total_seconds() / 3600 + 24
    for learner in range(3):
        made.score(made.attempt(learner, 1, 1.0), "bell", 0.0, "wrong_value")
    made.score(made.attempt(3, 1, late), "bell", 2.0, "passed")
    bell = made.analysed(BELL)["bell"]
    # the others were watched until the end alone, so that all who are left solve it
    assert bell.since_release.half == late * 3600


def test_the_parameters_of_simulated_learners_come_back() -> None:
    """Learners of known ability try until they succeed; each attempt a day, tasks of known difficulty."""
    chance = np.random.default_rng(9)
    ability = chance.normal(size=3000)
    difficulties = {"bell": -0.8, "ghz": 0.3}
    likely = {task: chances(ability, difficulty) for task, difficulty in difficulties.items()}
    swaps = 0.31
    made = Class()
    for learner in range(3000):
        solved: set[str] = set()
        for number in (1, 2, 3):
            key = made.attempt(learner, number, 24.0 * number, counts=number == 3)
            for task, each in likely.items():
                if task not in solved and chance.random() < each[learner]:
                    solved.add(task)
                code = "control_target_swapped" if chance.random() < swaps else "wrong_state"
                right = task in solved
                made.score(key, task, 2.0 if right else 0.0, "passed" if right else code)
    found = made.analysed(BELL, GHZ)
    for task, each in likely.items():
        one = found[task]
        assert one.summary is not None
        assert one.summary.mean == pytest.approx(np.mean(1 - (1 - each) ** 3), abs=0.02)
        counts = dict(one.until.counts)
        for number in (1, 2, 3):
            expected = np.mean(each * (1 - each) ** (number - 1))
            assert counts[number] / 3000 == pytest.approx(expected, abs=0.02)
        wrong = {code.code: code.attempts for code in one.codes if code.code != "passed"}
        assert wrong["control_target_swapped"] / sum(wrong.values()) == pytest.approx(
            swaps, abs=0.02
        )
        # what is learned of ability from a task comes back as a correlation above zero
        assert one.item_total.low > 0.05
    easier, harder = found["bell"].summary, found["ghz"].summary
    assert easier is not None
    assert harder is not None
    assert easier.full_interval.low > harder.full_interval.high


def test_a_constant_rate_of_success_gives_the_half_life_that_it_implies() -> None:
    chance = np.random.default_rng(4)
    rate = 1 / 50  # an hour
    made = Class()
    for learner, hours in enumerate(chance.exponential(1 / rate, 3000).tolist()):
        made.score(made.attempt(learner, 1, 0.0, counts=False), "bell", 0.0, "wrong_value")
        if hours < 100:
            made.score(made.attempt(learner, 2, hours), "bell", 2.0, "passed")
    found = analyse([BELL], made.attempts, made.scores, START, START + timedelta(hours=100))[0]
    assert found.since_first.half == pytest.approx(log(2) / rate * 3600, rel=0.06)
    assert found.since_first.censored == pytest.approx(3000 * np.exp(-2), rel=0.1)
