"""The pages on which answers are marked: what waits, one answer at a time, and what several markers see."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from portal.instructor.rules.proposal import apply, proposals, terms_of
from portal.models import Person, Release, Submission
from tests.portal.classroom import START, Portal, Visitor
from tests.portal.marking.desk import (
    ESSAY,
    EXERCISE,
    FIRST,
    OFFERING,
    SECOND,
    THIRD,
    attempt_of,
    essay,
    mark,
    marks_in,
    open_desk,
    score_of,
)

WAITING = f"/instructor/{OFFERING}/marking"
TASK = f"{WAITING}/{EXERCISE}/{ESSAY}"
LINES = {"line-0": "1", "line-1": "0.5"}


@pytest.fixture
def portal(tmp_path) -> Portal:
    return Portal(tmp_path)


def visitor(portal: Portal, login: str = FIRST) -> Visitor:
    """Return an instructor who reads English; the demo's sign-in page lists all people."""
    found = portal.visitor(login)
    found.speak("en")
    return found


def page_of(attempt: Submission) -> str:
    return f"{TASK}/{attempt.public_id}"


def give(who: Visitor, attempt: Submission, **fields: str) -> TestResponse:
    return who.form(page_of(attempt), page_of(attempt), **fields)


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def next_of(who: Visitor, after: Submission | None = None) -> str:
    query = "" if after is None else f"?after={after.public_id}"
    answer = who.get(f"{TASK}/next{query}")
    assert answer.status_code == 303
    return str(answer.headers["Location"])


def test_what_waits_is_counted_by_task(portal: Portal) -> None:
    open_desk(portal, 3)
    mark(portal, attempt_of(portal, 1), FIRST, 1.0)
    page = visitor(portal).get(WAITING).text
    row = next(row for row in re.findall(r"<tr>.*?</tr>", page, re.S) if "Why no message?" in row)
    cells = [plain(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)]
    assert cells[:5] == ["Multi-qubit states and entanglement", "2", "0", "0", "1 / 3"]
    assert f'href="{TASK}/next"' in row
    assert f'href="{WAITING}" aria-current="page"' in page  # the tab


def test_where_nothing_has_come_in_the_page_says_so(portal: Portal) -> None:
    assert "Nothing has come in yet" in visitor(portal, "snu-instructor").get(WAITING).text


def test_only_the_attempt_that_counts_waits(portal: Portal) -> None:
    open_desk(portal, 1)
    with portal.writing() as session:
        learner = portal.room.learners("snu")[0]
        essay(portal, session, learner, START + timedelta(days=9), "Again", 2)
    page = visitor(portal).get(TASK).text
    assert attempt_of(portal, 1, 2).public_id in page
    assert attempt_of(portal, 1, 1).public_id not in page


def test_an_answer_stands_beside_the_rubric_and_is_harmless(portal: Portal) -> None:
    open_desk(portal, 0)
    text = "Bob sees **half** and $a_1 * b_1$ <script>alert(1)</script> [x](javascript:alert(1))"
    with portal.writing() as session:
        essay(portal, session, portal.room.learners("snu")[0], START, text)
    page = visitor(portal).get(page_of(attempt_of(portal, 1))).text
    assert "Bob sees <strong>half</strong> and $a_1 * b_1$" in page
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert "statistics" in page
    assert page.count('type="radio"') == 6  # 0, 0.5, 1 for each of two lines
    assert "A contradiction takes the point" in page


def test_one_click_saves_and_goes_on_until_nothing_waits(portal: Portal) -> None:
    open_desk(portal, 3)
    who = visitor(portal)
    seen = []
    address = next_of(who)
    for _ in range(3):
        seen.append(address)
        answer = who.form(address, address, **LINES, comment="Why?", then="next")
        assert answer.status_code == 303
        address = answer.headers["Location"]
    assert len(set(seen)) == 3
    assert address == TASK
    assert "No answer to this task waits for you any more." in who.get(address).text
    for number in (1, 2, 3):
        assert score_of(portal, attempt_of(portal, number)).points == 1.5
    (given,) = marks_in(portal, attempt_of(portal, 1))
    assert (given.lines, given.comment) == ([1.0, 0.5], "Why?")


def test_who_skips_an_answer_gets_it_again_after_the_others(portal: Portal) -> None:
    open_desk(portal, 3)
    who = visitor(portal)
    attempts = [attempt_of(portal, number) for number in (1, 2, 3)]
    assert next_of(who, attempts[0]) == page_of(attempts[1])
    assert next_of(who, attempts[2]) == page_of(attempts[0])
    mark(portal, attempts[0], FIRST, 1)
    mark(portal, attempts[1], FIRST, 1)
    assert next_of(who, attempts[2]) == page_of(attempts[2])


def test_several_people_begin_at_different_answers(portal: Portal) -> None:
    open_desk(portal, 6)
    starts = {next_of(visitor(portal, login)) for login in (FIRST, SECOND, THIRD)}
    assert len(starts) == 3


def test_her_own_mark_can_be_changed(portal: Portal) -> None:
    open_desk(portal, 1)
    who, attempt = visitor(portal), attempt_of(portal, 1)
    give(who, attempt, **LINES, comment="First", then="stay")
    page = who.get(page_of(attempt)).text
    assert re.search(r'name="line-1" value="0.5" required checked', page)
    assert ">First</textarea>" in page
    answer = give(who, attempt, **LINES | {"line-1": "1"}, then="stay")
    assert answer.headers["Location"] == page_of(attempt)
    assert score_of(portal, attempt).points == 2.0


@pytest.mark.parametrize(
    "fields",
    [
        {"line-0": "1"},
        {"line-0": "1", "line-1": "2"},
        {"line-0": "1", "line-1": "-1"},
        {"line-0": "1", "line-1": "nan"},
        {"line-0": "1", "line-1": "all"},
        {"line-0": "1", "line-1": "0.7"},
    ],
)
def test_what_cannot_be_given_is_said_and_nothing_is_lost(
    portal: Portal, fields: dict[str, str]
) -> None:
    open_desk(portal, 1)
    who, attempt = visitor(portal), attempt_of(portal, 1)
    answer = give(who, attempt, **fields, comment="A long comment")
    assert answer.status_code == 422
    assert "Choose points for each line of the rubric" in answer.text
    assert ">A long comment</textarea>" in answer.text
    assert re.search(r'name="line-0" value="1" required checked', answer.text)
    assert marks_in(portal, attempt) == []


@pytest.mark.parametrize(
    ("points", "status"), [("1.25", 303), ("1,5", 303), ("", 422), ("2.5", 422), ("x", 422)]
)
def test_without_a_rubric_the_points_are_given_as_a_whole(
    portal: Portal, points: str, status: int
) -> None:
    open_desk(portal, 1, rubric=False)
    attempt = attempt_of(portal, 1)
    assert give(visitor(portal), attempt, points=points).status_code == status
    assert len(marks_in(portal, attempt)) == (status == 303)


def test_a_marker_sees_what_others_gave_only_after_she_has_marked(portal: Portal) -> None:
    open_desk(portal, 2, markers=2)
    attempt = attempt_of(portal, 1)
    mark(portal, attempt, FIRST, 0.5, "Secret reason")
    who = visitor(portal, SECOND)
    before = who.get(page_of(attempt)).text
    assert "Secret reason" not in before
    assert "0.5 of 2" not in before
    assert "1 person has marked this answer already" in before
    assert "0.5" not in plain(who.get(TASK).text)
    give(who, attempt, **LINES)
    after = who.get(page_of(attempt)).text
    assert "Secret reason" in after
    assert "0.5 of 2" in after


def test_marks_far_apart_are_shown_and_the_agreement_is_told(portal: Portal) -> None:
    open_desk(portal, 2, markers=2)
    attempts = [attempt_of(portal, number) for number in (1, 2)]
    for attempt, first, second in ((attempts[0], 0, 2), (attempts[1], 1, 1)):
        mark(portal, attempt, FIRST, first)
        mark(portal, attempt, SECOND, second)
    page = plain(visitor(portal).get(TASK).text)
    assert "The marks of 1 answer differ by more than a third" in page
    assert "1 / 2 mean difference, in points" in page or "mean difference, in points 1" in page
    # her own mark is all it takes to settle it
    mark(portal, attempts[0], SECOND, 0)
    assert "differ by more than a third" not in visitor(portal).get(TASK).text


def test_who_comes_too_late_keeps_what_she_wrote(portal: Portal) -> None:
    open_desk(portal, 2)
    attempt = attempt_of(portal, 1)
    who = visitor(portal, SECOND)
    who.get(page_of(attempt))
    token = re.search(r'csrf_token" value="([^"]+)"', who.get(page_of(attempt)).text)
    assert token is not None
    mark(portal, attempt, FIRST, 2.0)
    answer = who.client.post(
        page_of(attempt), data={"csrf_token": token.group(1), **LINES, "comment": "My view"}
    )
    assert answer.status_code == 409
    assert "Somebody else has marked this answer meanwhile" in answer.text
    assert "My view" in answer.text
    assert score_of(portal, attempt).points == 2.0


def test_what_was_given_before_stands_beside_a_later_attempt(portal: Portal) -> None:
    open_desk(portal, 1)
    mark(portal, attempt_of(portal, 1), FIRST, 1.0, "Nearly")
    with portal.writing() as session:
        learner = portal.room.learners("snu")[0]
        essay(portal, session, learner, START + timedelta(days=9), "Again", 2)
    page = plain(visitor(portal).get(page_of(attempt_of(portal, 1, 2))).text)
    assert (
        "Attempt 1 : 1 of 2 points · Nearly" in page or "Attempt 1: 1 of 2 points · Nearly" in page
    )


def test_an_answer_that_cannot_be_read_can_be_marked(portal: Portal) -> None:
    open_desk(portal, 0)
    with portal.writing() as session:
        submission = essay(portal, session, portal.room.learners("snu")[0], START, "x")
        submission.files[0].sha256 = portal.store("no notebook")
    who, attempt = visitor(portal), attempt_of(portal, 1)
    assert "No answer to this task can be read" in who.get(page_of(attempt)).text
    assert give(who, attempt, **LINES).status_code == 303


PATHS = ("", "/part", f"/{EXERCISE}/{ESSAY}", f"/{EXERCISE}/{ESSAY}/next", "ANSWER")


def address(portal: Portal, path: str) -> str:
    return page_of(attempt_of(portal, 1)) if path == "ANSWER" else f"{WAITING}{path}"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    portal = Portal(tmp_path_factory.mktemp("portal"))
    open_desk(portal, 2)
    return portal


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("login", "status"),
    [
        ("snu-instructor", (200, 303)),
        ("keio-instructor", (404,)),
        ("snu-learner-1", (403,)),
        ("keio-learner-1", (403,)),
        ("snu-coordinator", (403,)),
        (None, (303,)),
    ],
)
def test_who_may_see_the_pages(
    shared: Portal, path: str, login: str | None, status: tuple[int, ...]
) -> None:
    answer = shared.visitor(login).get(address(shared, path))
    assert answer.status_code in status
    if login is None:
        assert "/sign-in" in answer.headers["Location"]


@pytest.mark.parametrize(
    ("login", "status"),
    [
        ("keio-instructor", 404),
        ("snu-learner-1", 403),
        ("snu-coordinator", 403),
        (None, 303),
    ],
)
def test_nobody_else_can_mark(shared: Portal, login: str | None, status: int) -> None:
    attempt = attempt_of(shared, 1)
    who = shared.visitor(login)
    start = "/sign-in"
    answer = who.form(page_of(attempt), start, **LINES)
    assert answer.status_code == status
    assert marks_in(shared, attempt) == []


@pytest.mark.parametrize(
    "path",
    [
        f"/instructor/keio-2026/marking/{EXERCISE}/{ESSAY}/SUBMISSION",
        f"{WAITING}/03_single_qubit_gates/{ESSAY}/SUBMISSION",
        f"{WAITING}/{EXERCISE}/bell/SUBMISSION",
        f"{WAITING}/{EXERCISE}/{ESSAY}/none",
        f"{WAITING}/99_none/{ESSAY}",
        f"{WAITING}/99_none/{ESSAY}/next",
    ],
)
def test_what_does_not_belong_together_is_not_found(shared: Portal, path: str) -> None:
    submission = attempt_of(shared, 1).public_id
    who = shared.visitor("snu-instructor")
    assert who.get(path.replace("SUBMISSION", submission)).status_code == 404


def test_marks_that_waited_count_when_the_rules_want_fewer_people(portal: Portal) -> None:
    open_desk(portal, 1, markers=2)
    attempt = attempt_of(portal, 1)
    mark(portal, attempt, FIRST, 1.0)
    assert score_of(portal, attempt).points is None
    with portal.app.test_request_context(), portal.writing() as session:
        release = session.get_one(Release, (OFFERING, EXERCISE))
        reader = session.scalars(select(Person).where(Person.login == FIRST)).one()
        fewer = replace(terms_of(release), markers=1)
        apply(
            session,
            reader,
            release.offering,
            proposals(session, OFFERING, {EXERCISE: fewer}, START),
        )
    assert score_of(portal, attempt).points == 1.0
