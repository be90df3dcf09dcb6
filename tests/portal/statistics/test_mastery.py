"""Mastery: levels apart, evidence by program and by person apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.competences import LEVELS, subdomains
from portal.statistics.mastery import Evidence, LevelMastery, Mastery, TaskPoints, mastery


def test_in_the_frameworks_order_with_levels_from_low_to_high() -> None:
    found = mastery(
        [
            TaskPoints(("5.1 II B1",), 1.0, 1.0),
            TaskPoints(("5.1 II A1",), 2.0, 2.0),
            TaskPoints(("5.1 II A2", "1.1 I A1"), 1.0, 3.0),
        ]
    )
    assert [(one.subdomain, [row.level for row in one.levels]) for one in found] == [
        ("1.1", ["A1"]),
        ("5.1", ["A1", "A2", "B1"]),
    ]
    assert found[1].levels[1].by_program == Evidence(1.0, 3.0, 0.0, 1)
    assert found[1].levels[1].by_program.share == pytest.approx(1 / 3)


def test_program_and_person_stand_apart_and_the_waiting_is_no_zero_of_its_own() -> None:
    (found,) = mastery(
        [
            TaskPoints(("7.1 I A2",), 1.0, 2.0),
            TaskPoints(("7.1 I A2",), None, 3.0, waiting=True, by_person=True),
            TaskPoints(("7.1 II A2",), 2.0, 4.0, by_person=True),
        ]
    )
    assert found == Mastery(
        "7.1", (LevelMastery("A2", Evidence(1.0, 2.0, 0.0, 1), Evidence(2.0, 7.0, 3.0, 2)),)
    )


def test_two_areas_of_one_level_count_once_and_two_levels_each() -> None:
    (found,) = mastery([TaskPoints(("5.1 I A1", "5.1 II A1", "5.1 II A2"), 2.0, 4.0)])
    assert [(row.level, row.by_program.tasks, row.by_program.possible) for row in found.levels] == [
        ("A1", 1, 4.0),
        ("A2", 1, 4.0),
    ]


def test_tags_that_the_framework_does_not_have_are_left_out() -> None:
    assert mastery([TaskPoints(("9.9 I A1", "", "5.1"), 1.0, 1.0)]) == ()


def test_no_task_of_a_kind_has_the_share_0() -> None:
    assert Evidence().share == 0.0


TAGS = st.builds(
    lambda subdomain, area, level: f"{subdomain} {area} {level}",
    st.sampled_from(subdomains()),
    st.sampled_from(["I", "II", "III"]),
    st.sampled_from(LEVELS),
)
TASKS = st.builds(
    lambda tag, share, maximum, by_person: TaskPoints(
        (tag,), share * maximum, float(maximum), by_person=by_person
    ),
    TAGS,
    st.sampled_from([0.0, 0.5, 1.0]),
    st.integers(1, 5),
    st.booleans(),
)


@given(st.lists(TASKS, max_size=30))
def test_with_one_tag_each_every_point_is_somewhere_once(tasks: list[TaskPoints]) -> None:
    kinds = [
        kind
        for one in mastery(tasks)
        for row in one.levels
        for kind in (row.by_program, row.by_person)
    ]
    assert sum(kind.earned for kind in kinds) == sum(task.points or 0.0 for task in tasks)
    assert sum(kind.possible for kind in kinds) == sum(task.maximum for task in tasks)
    assert sum(kind.tasks for kind in kinds) == len(tasks)
    assert all(0 <= kind.share <= 1 for kind in kinds)
