"""The instructor's pages: who has submitted and how the class does, of her own offerings alone."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from portal.instructor import queries
from portal.models import Status
from tests.portal.classroom import DUE, START, Portal, hand_in

EXERCISE = "04_entanglement"
OFFERING = "/instructor/snu-2026"
PAGE = f"{OFFERING}/exercises/{EXERCISE}"


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    portal = Portal(tmp_path_factory.mktemp("portal"))
    early = START + timedelta(days=3)
    with portal.writing() as session:
        room = portal.room
        learners = room.learners("snu")
        for number, learner in enumerate(learners[:6]):
            right = (number < 3, True, False)
            essay = 1.0 if number else None
            hand_in(session, room, learner, EXERCISE, early, right=right, essay=essay)
        hand_in(session, room, learners[6], EXERCISE, DUE + timedelta(days=1), status=Status.QUEUED)
        hand_in(session, room, learners[7], EXERCISE, early, status=Status.NEEDS_PERSON)
    return portal


def rows(page: str) -> list[list[str]]:
    """Return the text of every table row's cells."""
    return [
        [plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.S)
    ]


def plain(html: str) -> str:
    """Return the text without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_offerings_are_only_those_that_she_teaches(portal: Portal) -> None:
    page = portal.visitor("snu-instructor").get("/instructor/").text
    assert "/instructor/snu-2026" in page
    assert "keio" not in page


def test_an_offering_counts_learners_by_state(portal: Portal) -> None:
    visitor = portal.visitor("snu-instructor")
    visitor.speak("en")
    page = visitor.get(OFFERING).text
    row = next(row for row in rows(page) if row[0] == "Multi-qubit states and entanglement")
    # handed in, graded, waiting for a person (one essay, one failure of the grader), late, mean
    assert row[2:6] == ["8 / 14", "6", "2", "1"]
    assert 'data-topic="offering:snu-2026"' in page
    assert "7 of 8 attempts are graded" in page
    visitor.speak("ko")


def test_scores_by_task_say_how_the_class_fails(portal: Portal) -> None:
    visitor = portal.visitor("snu-instructor")
    visitor.speak("en")
    by_name = {row[0]: row for row in rows(visitor.get(PAGE).text) if row}
    assert by_name["A Bell pair"][1:4] == ["2", "6", "50%"]
    assert by_name["A Bell pair"][4] == "50% 19%–81%"
    assert "3 × right" in by_name["A Bell pair"][5]
    assert by_name["A GHZ state on n qubits"][3] == "100%"
    assert by_name["Measure in another basis"][3] == "0%"
    assert by_name["Why no message? by hand"][2] == "5 1 waits"
    visitor.speak("ko")


def test_every_learner_is_listed_by_name_in_her_own_script(portal: Portal) -> None:
    page = portal.visitor("snu-instructor").get(PAGE).text
    names = [row[0] for row in rows(page)]
    assert {f"모의학습자{number}" for number in range(1, 15)} <= set(names)
    assert page.count("미제출") == 6


def test_the_parts_of_an_offering_hear_of_it_alone(portal: Portal) -> None:
    visitor = portal.visitor("keio-instructor")
    for path in ("/instructor/keio-2026", f"/instructor/keio-2026/exercises/{EXERCISE}"):
        answer = visitor.get(path)
        assert answer.status_code == 200
        assert re.findall('data-topic="([^"]*)"', answer.text) == ["offering:keio-2026"]


def test_an_unknown_exercise_is_not_found(portal: Portal) -> None:
    assert portal.visitor("snu-instructor").get(f"{OFFERING}/exercises/99_none").status_code == 404


PATHS = (OFFERING, f"{OFFERING}/part", PAGE, f"{PAGE}/part")


@pytest.mark.parametrize("path", PATHS)
def test_another_universitys_instructor_finds_nothing(portal: Portal, path: str) -> None:
    assert portal.visitor("keio-instructor").get(path).status_code == 404


@pytest.mark.parametrize("path", ["/instructor/", "/instructor/lab", *PATHS])
@pytest.mark.parametrize("login", ["snu-learner-1", "snu-coordinator"])
def test_other_roles_are_refused(portal: Portal, login: str, path: str) -> None:
    assert portal.visitor(login).get(path).status_code == 403


@pytest.mark.parametrize("path", ["/instructor/", "/instructor/lab", *PATHS])
def test_who_is_not_signed_in_is_sent_to_sign_in(portal: Portal, path: str) -> None:
    assert "/sign-in" in portal.visitor().get(path).headers["Location"]


def test_a_large_class_comes_in_pages(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "ROWS", 5)
    visitor = portal.visitor("snu-instructor")
    visitor.speak("en")
    seen: list[str] = []
    for number, wanted in ((1, 5), (2, 5), (3, 4), (99, 4)):
        page = visitor.get(f"{PAGE}?page={number}").text
        assert f"Page {min(number, 3)} of 3" in page
        listed = page.partition('id="learners"')[2]
        names = [row[0] for row in rows(listed)[1:]]
        assert len(names) == wanted
        seen += names if number < 4 else []
        # The figures are those of the whole class, whichever page is shown.
        assert "3 × " in page or "50%" in page
    assert len(set(seen)) == 14
    assert visitor.get(f"{PAGE}?page=x").status_code == 200
