"""Similar answers: compared when asked for, shown side by side to the offering's own instructors, and written down."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from portal.database import engine_of
from portal.models import (
    AuditEntry,
    Lesson,
    LessonPage,
    Person,
    ReleasedFile,
    Status,
    SubmissionFile,
    now,
)
from tests.portal.classroom import Portal, Visitor, hand_in
from tests.portal.instructor.test_instructor_pages import plain, rows
from tests.portal.statistics.test_similarity import HELPER, STARTER, own_answer, renamed

EXERCISE = "04_entanglement"
LIST = "/instructor/snu-2026/similar"
PAGE = f"{LIST}/{EXERCISE}"
BIDI = "\u202e"


def notebook(code: str, essay: str = "", extra: str = "import numpy as np") -> str:
    """Return a notebook with an answer in code and one in words."""
    cells = [
        ("code", extra, {}),
        ("code", code, {"nbgrader": {"grade_id": "bell_pair_answer", "solution": True}}),
        ("markdown", essay, {"nbgrader": {"grade_id": "no_signalling", "grade": True}}),
    ]
    return json.dumps(
        {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {},
            "cells": [
                {"cell_type": kind, "source": text, "metadata": marks}
                for kind, text, marks in cells
            ],
        }
    )


def answers(portal: Portal, learner: int, text: str, attempt: int = 1, **more: object) -> int:
    """Let a learner of Seoul hand in; return the number of her attempt."""
    with portal.writing() as session:
        person = portal.room.learners("snu")[learner]
        at = now() - timedelta(minutes=30 - attempt)
        found = hand_in(session, portal.room, person, EXERCISE, at, attempt=attempt, **more)  # type: ignore[arg-type]
        sha256 = portal.store(text)
        found.files.append(SubmissionFile(name=f"{EXERCISE}.ipynb", sha256=sha256, size=1))
        session.flush()
        return found.id


def hand_out(portal: Portal, text: str) -> None:
    with portal.writing() as session:
        session.add(
            ReleasedFile(
                version_id=portal.room.versions[EXERCISE].id,
                language="en",
                name=f"{EXERCISE}.ipynb",
                sha256=portal.store(text),
                size=1,
            )
        )


@pytest.fixture
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A class of twelve who worked alone; what was handed out is known."""
    portal = Portal(tmp_path_factory.mktemp("portal"))
    hand_out(portal, notebook(STARTER, "YOUR ANSWER HERE"))
    for learner in range(12):
        answers(portal, learner, notebook(own_answer(learner)))
    yield portal
    engine_of(portal.app).dispose()


def english(portal: Portal) -> Visitor:
    visitor = portal.visitor("snu-instructor")
    visitor.speak("en")
    return visitor


def compare(visitor: Visitor) -> str:
    answer = visitor.form(PAGE, PAGE)
    assert (answer.status_code, answer.headers["Location"]) == (303, PAGE)
    return visitor.get(PAGE).text


def links(page: str) -> list[str]:
    return re.findall(rf'href="({PAGE}/[^"]+)"', page)


def traces(portal: Portal) -> list[AuditEntry]:
    with portal.writing() as session:
        return list(session.scalars(select(AuditEntry).order_by(AuditEntry.id)))


def test_nothing_is_compared_before_somebody_asks(portal: Portal) -> None:
    visitor = english(portal)
    assert "The answers have not been compared yet" in visitor.get(PAGE).text
    overview = visitor.get(LIST).text
    row = next(row for row in rows(overview) if row[0] == "Multi-qubit states and entanglement")
    assert row[1:] == ["12", "not yet", "–"]
    assert traces(portal) == []


def test_a_class_that_worked_alone(portal: Portal) -> None:
    page = compare(english(portal))
    assert "No two answers have more in common than is usual in this class." in page
    assert links(page) == []


def test_a_renamed_copy_is_listed_and_shown_side_by_side(portal: Portal) -> None:
    one = answers(portal, 12, notebook(renamed(own_answer(3))))
    visitor = english(portal)
    page = compare(visitor)
    (link,) = links(page)
    assert link.endswith(f"-{one}")
    row = next(row for row in rows(page) if "·" in row[0])
    assert set(row[0].split(" · ")) == {"모의학습자4", "모의학습자13"}
    assert int(row[1].rstrip("%")) > 90
    pair = visitor.get(link).text
    assert [plain(name) for name in re.findall(r"<h2>(.*?)</h2>", pair)] == [
        *("모의학습자4", "모의학습자13"),
    ]
    assert pair.count('<mark class="alike">') > 2
    shown = [plain(text) for text in re.findall(r"<pre[^>]*>(.*?)</pre>", pair, re.S)]
    assert "QuantumCircuit" in shown[0]
    assert "# so" in shown[1]


def test_no_page_accuses_anybody(portal: Portal) -> None:
    answers(portal, 12, notebook(own_answer(3)))
    visitor = english(portal)
    page = compare(visitor)
    for text in (page, visitor.get(links(page)[0]).text, visitor.get(LIST).text):
        assert "That says nothing about why" in text
        words = plain(re.sub(r"<(style|script).*?</\1>", "", text, flags=re.S)).lower()
        assert not re.search(r"plagia|cheat|suspic|copied|dishonest|violat", words)


def test_starter_code_and_the_lessons_code_do_not_count(portal: Portal) -> None:
    for learner in (12, 13):
        answers(portal, learner, notebook(HELPER + own_answer(learner)[:160]))
    visitor = english(portal)
    assert len(links(compare(visitor))) == 1
    code = HELPER.replace("<", "&lt;").replace(">", "&gt;")
    html = f'<p>See</p><pre class="highlight"><code>{code}</code></pre>'
    with portal.writing() as session:
        lesson = Lesson(exercise_id=EXERCISE, version="0123456789ab")
        lesson.pages.append(LessonPage(language="en", headings=[], sha256=portal.store(html)))
        session.add(lesson)
    assert links(compare(visitor)) == []


def test_written_answers_are_compared_by_their_words(portal: Portal) -> None:
    words = (
        "Whatever Alice does on her side the reduced state of Bob remains maximally mixed, so that "
        "none of his measurements can tell him which basis she chose before a message comes."
    )
    for learner in (12, 13):
        answers(portal, learner, notebook(STARTER, words + BIDI))
    visitor = english(portal)
    (link,) = links(compare(visitor))
    assert "/no_signalling/" in link
    pair = visitor.get(link).text
    assert '<mark class="same">Whatever Alice' in pair
    assert not re.search(r"<mark[^>]*>\s|\s</mark>", pair)
    assert BIDI not in pair


def test_attempts_of_one_learner_are_not_compared_with_each_other(portal: Portal) -> None:
    answers(portal, 5, notebook(own_answer(5)), attempt=2)
    visitor = english(portal)
    page = compare(visitor)
    assert links(page) == []
    assert "The answers of 12 learners" in page


def test_the_attempt_that_counts_is_compared(portal: Portal) -> None:
    answers(portal, 5, notebook(own_answer(6)), attempt=2, status=Status.QUEUED)
    assert links(compare(english(portal))) == []


def test_the_latest_attempt_is_compared_where_none_counts(portal: Portal) -> None:
    answers(portal, 12, notebook(own_answer(30)), status=Status.NEEDS_PERSON)
    answers(portal, 12, notebook(own_answer(6)), attempt=2, status=Status.QUEUED)
    assert len(links(compare(english(portal)))) == 1


def test_what_came_later_is_said_and_asking_again_takes_it_in(portal: Portal) -> None:
    visitor = english(portal)
    compare(visitor)
    answers(portal, 12, notebook(own_answer(3)))
    page = visitor.get(PAGE).text
    assert "1 attempt is newer" in page
    assert links(page) == []
    page = compare(visitor)
    assert "newer" not in page
    assert len(links(page)) == 1


def test_damaged_and_foreign_notebooks_are_passed_over(portal: Portal) -> None:
    answers(portal, 12, "no notebook")
    answers(portal, 13, notebook("def f(:\n  '''open"))
    with portal.writing() as session:
        gone = session.scalars(select(SubmissionFile).limit(1)).one()
        gone.sha256 = "0" * 64
    page = compare(english(portal))
    assert "The answers of 14 learners" in page
    assert links(page) == []


def test_who_compared_and_looked_is_written_down(portal: Portal) -> None:
    answers(portal, 12, notebook(own_answer(3)))
    visitor = english(portal)
    (link,) = links(compare(visitor))
    visitor.get(link)
    with portal.writing() as session:
        teacher = session.scalars(select(Person).where(Person.login == "snu-instructor")).one()
    compared, looked = traces(portal)
    assert {compared.actor, looked.actor} == {teacher.pseudonym}
    assert (compared.action, compared.subject) == (
        "answers_compared",
        f"snu-2026/{EXERCISE}",
    )
    assert compared.details["answers"] == 13
    assert (looked.action, looked.details["task"]) == ("answers_shown", "bell_pair")
    assert len(looked.subject.split()) == 2


def test_only_pairs_of_the_list_can_be_looked_at(portal: Portal) -> None:
    visitor = english(portal)
    compare(visitor)
    before = len(traces(portal))
    for path in ("bell_pair/1-2", "bell_pair/1-1", "none/1-2", "bell_pair/1-99999"):
        assert visitor.get(f"{PAGE}/{path}").status_code == 404
    assert len(traces(portal)) == before


def test_without_a_comparison_a_pair_leads_to_the_list(portal: Portal) -> None:
    visitor = english(portal)
    answer = visitor.get(f"{PAGE}/bell_pair/1-2")
    assert (answer.status_code, answer.headers["Location"]) == (303, PAGE)
    assert "Compare again." in visitor.get(PAGE).text


def test_the_exercises_page_leads_there(portal: Portal) -> None:
    assert (
        f'href="{PAGE}"' in english(portal).get(f"/instructor/snu-2026/exercises/{EXERCISE}").text
    )


def test_an_unknown_exercise_is_not_found(portal: Portal) -> None:
    assert english(portal).get(f"{LIST}/99_none").status_code == 404


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Portal, tuple[str, ...]]:
    """A portal in which a comparison is there, and the addresses of its pages."""
    portal = Portal(tmp_path_factory.mktemp("portal"))
    for learner in range(9):
        answers(portal, learner, notebook(own_answer(min(learner, 7))))
    (link,) = links(compare(english(portal)))
    return portal, (LIST, PAGE, link)


Shared = tuple[Portal, tuple[str, ...]]


def test_her_own_pages_are_there(shared: Shared) -> None:
    portal, paths = shared
    assert [english(portal).get(path).status_code for path in paths] == [200, 200, 200]


@pytest.mark.parametrize(
    ("login", "status"),
    [
        ("keio-instructor", 404),
        ("snu-learner-1", 403),
        ("keio-learner-1", 403),
        ("snu-coordinator", 403),
        (None, 302),
    ],
)
def test_nobody_else_sees_them(shared: Shared, login: str | None, status: int) -> None:
    portal, paths = shared
    before = len(traces(portal))
    visitor = portal.visitor(login)
    for path in paths:
        answer = visitor.get(path)
        assert answer.status_code == status or "/sign-in" in answer.headers["Location"], path
    page = "/learner/" if login and "learner" in login else "/" if login else "/sign-in"
    home = visitor.client.get(page, follow_redirects=True).text
    token = re.search(r'name="csrf_token" value="([^"]+)"', home)
    assert token is not None
    answer = visitor.client.post(PAGE, data={"csrf_token": token[1]})
    assert answer.status_code == status or "/sign-in" in answer.headers["Location"]
    assert len(traces(portal)) == before
