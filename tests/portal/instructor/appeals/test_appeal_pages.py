"""Appeals on pages: the learner asks beside her points, the instructor answers beside the learner's work."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from portal.models import Appeal, AppealState
from tests.portal.classroom import Portal, Visitor
from tests.portal.marking.desk import (
    ESSAY,
    EXERCISE,
    FIRST,
    OFFERING,
    SECOND,
    attempt_of,
    mark,
    open_desk,
    score_of,
)

LEARNER = "snu-learner-1"
EXERCISE_PAGE = f"/learner/{OFFERING}/{EXERCISE}"
ASK = f"{EXERCISE_PAGE}/appeals/1/{ESSAY}"
LIST = f"/instructor/{OFFERING}/appeals"
QUESTION = "I wrote both reasons <b>clearly</b>."


@pytest.fixture
def portal(tmp_path) -> Portal:
    portal = Portal(tmp_path)
    open_desk(portal, 2)
    mark(portal, attempt_of(portal, 1), FIRST, 1.0, "One reason is missing.")
    return portal


def visitor(portal: Portal, login: str) -> Visitor:
    found = portal.visitor(login)
    found.speak("en")
    return found


def ask(portal: Portal, question: str = QUESTION) -> TestResponse:
    return visitor(portal, LEARNER).form(ASK, ASK, question=question)


def appeal(portal: Portal) -> Appeal:
    with portal.writing() as session:
        return session.scalars(select(Appeal).order_by(Appeal.id.desc()).limit(1)).one()


def page_of(portal: Portal) -> str:
    return f"{LIST}/{appeal(portal).public_id}"


def reply(portal: Portal, login: str = FIRST, **fields: str) -> TestResponse:
    page = page_of(portal)
    who = visitor(portal, login)
    seen = re.search(r'name="seen" value="([^"]*)"', who.get(page).text)
    assert seen is not None
    return who.form(page, page, **{"seen": seen.group(1), **fields})


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_from_the_question_to_the_answer(portal: Portal) -> None:
    learner = visitor(portal, LEARNER)
    page = learner.get(EXERCISE_PAGE).text
    assert f'href="{ASK}"' in page
    assert "/appeals/1/bell_pair" not in page  # it has all its points
    assert "One reason is missing." in learner.get(ASK).text
    answer = ask(portal)
    assert (answer.status_code, answer.headers["Location"]) == (303, ASK)
    assert "waits for an answer" in learner.get(EXERCISE_PAGE).text

    listed = visitor(portal, SECOND).get(LIST).text
    assert "waits for an answer" in listed
    assert f'href="{page_of(portal)}"' in listed
    work = visitor(portal, SECOND).get(page_of(portal)).text
    assert "I wrote both reasons &lt;b&gt;clearly&lt;/b&gt;." in work
    assert "Essay 0" in work
    assert "One reason is missing." in work
    assert "Alice cannot choose her outcome" in work  # the rubric

    answer = reply(portal, SECOND, answer="You did: I had missed it.", points="2")
    assert (answer.status_code, answer.headers["Location"]) == (303, LIST)
    assert score_of(portal, attempt_of(portal, 1)).points == 2.0
    told = plain(learner.get(ASK).text)
    assert "I wrote both reasons" in told
    assert "You did: I had missed it." in told
    assert "The points changed from 1 to 2." in told
    assert "You did: I had missed it." in learner.get(EXERCISE_PAGE).text
    assert "is answered" in learner.get("/notices").text
    assert "The points changed from 1 to 2." in visitor(portal, FIRST).get(LIST).text


def test_points_are_left_as_they_are_if_the_field_stays_empty(portal: Portal) -> None:
    ask(portal)
    reply(portal, answer="The second reason is not there.", points="")
    assert score_of(portal, attempt_of(portal, 1)).points == 1.0
    assert "The points stayed at 1." in visitor(portal, LEARNER).get(ASK).text


@pytest.mark.parametrize("points", ["x", "nan", "-1", "2.5"])
def test_points_that_cannot_be_given_lose_no_text(portal: Portal, points: str) -> None:
    ask(portal)
    answer = reply(portal, answer="A long answer", points=points)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert ">A long answer</textarea>" in answer.text
    assert appeal(portal).state == AppealState.OPEN


def test_a_question_without_words_is_refused(portal: Portal) -> None:
    answer = ask(portal, "  ")
    assert answer.status_code == 422
    assert "Write what should be looked at again" in answer.text


def test_a_second_question_before_the_answer_is_shown_and_not_sent(portal: Portal) -> None:
    ask(portal)
    answer = visitor(portal, LEARNER).form(ASK, ASK, question="Another thing")
    assert answer.status_code == 409
    assert "You have asked about this task already" in answer.text
    assert "Another thing" in answer.text


def test_a_question_is_withdrawn(portal: Portal) -> None:
    ask(portal)
    before = visitor(portal, FIRST)
    page = page_of(portal)
    token = re.search(r'csrf_token" value="([^"]+)"', before.get(page).text)
    assert token is not None
    answer = visitor(portal, LEARNER).form(f"{ASK}/withdraw", ASK)
    assert (answer.status_code, answer.headers["Location"]) == (303, ASK)
    assert "withdrawn" in visitor(portal, FIRST).get(LIST).text
    late = before.client.post(
        page, data={"csrf_token": token.group(1), "answer": "Too late", "points": "", "seen": "1.0"}
    )
    assert late.status_code == 409
    assert "withdrawn this appeal meanwhile" in late.text
    assert "Too late" in late.text  # what she wrote is not lost


def test_two_instructors_answer_and_the_second_one_sees_the_first(portal: Portal) -> None:
    ask(portal)
    second, page = visitor(portal, SECOND), page_of(portal)
    token = re.search(r'csrf_token" value="([^"]+)"', second.get(page).text)
    assert token is not None
    reply(portal, answer="First answer", points="")
    late = second.client.post(
        page, data={"csrf_token": token.group(1), "answer": "Mine", "points": "2", "seen": "1.0"}
    )
    assert late.status_code == 409
    assert "First answer" in late.text
    assert "Mine" in late.text
    assert score_of(portal, attempt_of(portal, 1)).points == 1.0


def test_the_list_follows_what_changes(portal: Portal) -> None:
    who = visitor(portal, FIRST)
    page = who.get(LIST).text
    assert 'data-topic="offering:snu-2026"' in page
    part = re.search(r'hx-get="([^"]+)"', page.partition("<main")[2])
    assert part is not None
    assert who.get(part.group(1).replace("&amp;", "&")).status_code == 204
    ask(portal)
    assert "waits for an answer" in who.get(part.group(1).replace("&amp;", "&")).text


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    portal = Portal(tmp_path_factory.mktemp("portal"))
    open_desk(portal, 2)
    mark(portal, attempt_of(portal, 1), FIRST, 1.0)
    ask(portal)
    return portal


ROLES = [
    ("snu-learner-9", 404, 403),
    ("keio-learner-1", 404, 403),
    ("snu-instructor", 403, 200),
    ("keio-instructor", 403, 404),
    ("snu-coordinator", 403, 403),
    (None, 303, 303),
]


@pytest.mark.parametrize(("login", "as_learner", "as_instructor"), ROLES)
def test_who_may_see_the_pages(
    shared: Portal, login: str | None, as_learner: int, as_instructor: int
) -> None:
    who = shared.visitor(login)
    assert who.get(ASK).status_code == as_learner
    for path in (LIST, f"{LIST}/part", page_of(shared)):
        assert who.get(path).status_code == as_instructor


@pytest.mark.parametrize(("login", "as_learner", "as_instructor"), ROLES)
def test_who_may_write(
    shared: Portal, login: str | None, as_learner: int, as_instructor: int
) -> None:
    who = shared.visitor(login)
    assert who.form(ASK, "/sign-in", question="Mine").status_code == as_learner
    assert who.form(f"{ASK}/withdraw", "/sign-in").status_code == as_learner
    if login != "snu-instructor":
        answer = who.form(page_of(shared), "/sign-in", answer="x", points="2", seen="1.0")
        assert answer.status_code == as_instructor
    assert appeal(shared).state == AppealState.OPEN
    assert appeal(shared).question == QUESTION


@pytest.mark.parametrize(
    "path",
    [
        f"{EXERCISE_PAGE}/appeals/2/{ESSAY}",
        f"{EXERCISE_PAGE}/appeals/1/none",
        f"/learner/keio-2026/{EXERCISE}/appeals/1/{ESSAY}",
    ],
)
def test_what_is_not_hers_is_not_found(shared: Portal, path: str) -> None:
    assert shared.visitor(LEARNER).get(path).status_code == 404


def test_a_fellow_learner_sees_her_own_attempt_alone(shared: Portal) -> None:
    page = shared.visitor("snu-learner-2").get(ASK)
    assert page.status_code == 200
    assert "both reasons" not in page.text


def test_an_appeal_of_another_offering_is_not_found(shared: Portal) -> None:
    path = f"/instructor/keio-2026/appeals/{appeal(shared).public_id}"
    assert shared.visitor("keio-instructor").get(path).status_code == 404
    assert shared.visitor("snu-instructor").get(f"{LIST}/none").status_code == 404
