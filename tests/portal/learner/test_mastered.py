"""What a learner has mastered: by competence and level, program and person apart."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select, update

from grader.results import MarkedBy
from portal.models import Submission, Task, TaskScore, now
from tests.portal.classroom import Portal
from tests.portal.learner.term import DAY, FIRST, LEARNER, SECOND, THIRD, hand, read_page, rule

PAGE = "/learner/mastery"


@pytest.fixture
def portal(tmp_path) -> Portal:
    return Portal(tmp_path)


def rows(portal: Portal, language: str = "en") -> list[str]:
    visitor = portal.visitor(LEARNER)
    visitor.speak(language)
    page = visitor.get(PAGE).text
    return [
        re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip()
        for row in re.findall(
            r"<tr[^>]*>\s*(?:<th scope=\"rowgroup\"|<td)(.*?)</tr>", page, re.DOTALL
        )
    ]


def row(portal: Portal, name: str) -> str:
    return next(one for one in rows(portal) if name in one)


def test_levels_of_one_competence_are_not_added_up(portal: Portal) -> None:
    hand(portal, FIRST, now() - DAY, right=(True, False, True), essay=1.0)
    found = rows(portal)
    place = next(i for i, one in enumerate(found) if "5.1" in one)
    # 3 exercises with 2 points at A1 and 3 at A2 each
    assert "A1" in found[place]
    assert "2 / 6" in found[place]
    assert "A2" in found[place + 1]
    assert "0 / 9" in found[place + 1]


def test_what_a_person_marks_stands_apart(portal: Portal) -> None:
    hand(portal, FIRST, now() - DAY, essay=1.0)
    hand(portal, SECOND, now() - DAY)
    found = row(portal, "7.1")
    assert found.endswith("A2 – 20% 1 / 6 2 wait for a person".replace("20%", "17%"))


def test_a_program_s_task_that_a_person_marked_is_a_persons_evidence(portal: Portal) -> None:
    sent = hand(portal, FIRST, now() - DAY)
    with portal.writing() as session:
        session.execute(
            update(TaskScore)
            .where(
                TaskScore.submission_id.in_(
                    select(Submission.id).where(Submission.public_id == sent)
                ),
                TaskScore.task_id.in_(select(Task.id).where(Task.name == "basis")),
            )
            .values(marked_by=MarkedBy.PERSON)
        )
    assert row(portal, "5.3").endswith("A1 0% 0 / 6 100% 3 / 3")


def test_only_what_counts_and_only_hers(portal: Portal) -> None:
    hand(portal, FIRST, now() - 2 * DAY, right=(True, True, True))
    hand(portal, FIRST, now() - DAY, attempt=2, right=(False, True, True))
    hand(portal, THIRD, now() - DAY, login="utokyo-learner-2")
    assert "0 / 6" in row(portal, "5.1")


def test_what_is_not_released_is_not_possible_yet(portal: Portal) -> None:
    rule(portal, THIRD, release_at=now() + DAY)
    assert "0 / 4" in row(portal, "5.1")


def test_the_source_and_the_limit_of_programs_are_named(portal: Portal) -> None:
    page = read_page(portal, PAGE)
    assert "10.2759/389764" in page
    assert "support no claim above B1" in page
