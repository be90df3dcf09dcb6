"""The pages of the item analysis: what a lecturer reads there, and who may."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest

from portal.changes import tell, topic_of_offering
from portal.models import Person, Status, Submission, SubmissionFile
from tests.portal.classroom import START, Portal, Visitor, hand_in
from tests.portal.instructor.test_instructor_pages import plain, rows

EXERCISE = "04_entanglement"
PAGE = f"/instructor/uchicago-2026/exercises/{EXERCISE}/analysis"
BELL = f"{PAGE}/bell_pair"
WRONG = "def bell_pair():\n    qc = QuantumCircuit(2)\n    qc.cx(1, 0) # <script>alert(1)</script>"
ONE = "def bell_pair():\n    qc = QuantumCircuit(2)\n    qc.h(0)\n    qc.cx(0, 1)\n    return qc"
SAME = ONE.replace("qc", "circuit")
OTHER = ONE.replace("h(0)", "h(1)").replace("cx(0, 1)", "cx(1, 0)")


def answered(portal: Portal, attempt: Submission, text: str) -> None:
    """Give an attempt a notebook with an answer to the first task."""
    cell = {"cell_type": "code", "source": text, "metadata": {"nbgrader": {}}}
    cell["metadata"] = {"nbgrader": {"grade_id": "bell_pair_answer"}}
    sha256 = portal.store(json.dumps({"cells": [cell]}))
    attempt.files.append(SubmissionFile(name=f"{EXERCISE}.ipynb", sha256=sha256, size=1))


def diagnosed(attempt: Submission, code: str) -> None:
    attempt.scores[0].code = code


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """24 learners: 15 build the pair in two ways, 7 swap control and target first, 2 keep to that."""
    portal = Portal(tmp_path_factory.mktemp("portal"))
    with portal.writing() as session:
        room = portal.room
        for number, learner in enumerate(room.learners("uchicago")):
            at = START + timedelta(days=2, hours=number)
            essay = 2.0 if number % 2 else 1.0
            if number < 9:
                wrong = hand_in(
                    session, room, learner, EXERCISE, at, right=(False, False, False), essay=essay
                )
                diagnosed(wrong, "control_target_swapped")
                answered(portal, wrong, WRONG)
            if number >= 2:
                late = at + timedelta(hours=6)
                right = (True, number % 2 == 1 or number == 6, False)
                attempt = 2 if number < 9 else 1
                made = hand_in(
                    session,
                    room,
                    learner,
                    EXERCISE,
                    late,
                    right=right,
                    essay=essay,
                    attempt=attempt,
                )
                answered(portal, made, (ONE, SAME, OTHER)[number % 3])
        for number, learner in enumerate(room.learners("yonsei")[:4]):
            hand_in(session, room, learner, EXERCISE, START, right=(number > 0, True, False))
    return portal


@pytest.fixture
def lecturer(portal: Portal) -> Visitor:
    visitor = portal.visitor("uchicago-instructor")
    visitor.speak("en")
    return visitor


def test_the_overview_has_the_figures_of_every_task(lecturer: Visitor) -> None:
    by_name = {row[0]: row for row in rows(lecturer.get(PAGE).text) if row}
    bell = by_name["A Bell pair"]
    assert bell[1] == "92% n = 24"
    assert bell[2] == "92% (74%–98%)"
    assert bell[3] == "0.23 (-0.19 … 0.58), n = 24"
    assert bell[4] == "1 2 of 24 not yet"
    assert bell[5] == "at once"
    assert by_name["A GHZ state on n qubits"][4:6] == ["2 12 of 24 not yet", "6 hr"]
    assert bell[6] == "control and target swapped: 38% (21%–57%)"
    assert "Measure in another basis look at it" in by_name
    # all have none of its points: no correlation
    assert by_name["Measure in another basis look at it"][3] == "–"
    assert by_name["Why no message? by hand"][6] == "–"


def test_a_task_that_hardly_anybody_solves_is_pointed_out_with_the_rule(lecturer: Visitor) -> None:
    page = plain(lecturer.get(PAGE).text)
    assert "Hardly anybody solves it 0 of 24 learners have all points: 0%" in page
    assert "Rule: the whole interval lies below 20%, with at least 20 learners." in page
    assert "A rule says where to look, not that the task is wrong." in page


def test_each_figure_has_its_definition(lecturer: Visitor) -> None:
    for path, number in ((PAGE, 6), (BELL, 8)):
        page = lecturer.get(path).text
        assert page.count("<details") >= number
        assert "Kaplan–Meier" in page
        assert "Pearson" in page
        assert "Wilson" in page


def test_a_task_shows_what_went_wrong_with_an_example(lecturer: Visitor) -> None:
    page = lecturer.get(BELL).text
    text = plain(page)
    assert "control and target swapped: 38% (21%–57%); 9 of 24 learners, 9 of 31 attempts" in text
    assert "1 example answer" in text
    assert "qc.cx(1, 0) # &lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_a_task_shows_how_differently_it_was_solved(lecturer: Visitor) -> None:
    page = lecturer.get(BELL).text
    text = plain(page)
    assert "Different constructions: 2; right answers that were read: 22." in text
    first, second = page.index("circuit.cx(0, 1)"), page.index("qc.cx(1, 0)\n    return")
    assert first < second
    assert "Attempt Learners Share 1 15 62% 2 7 29% not solved yet 2 8%" in text


def test_no_learner_is_named(portal: Portal, lecturer: Visitor) -> None:
    for path in (PAGE, BELL):
        page = lecturer.get(path).text
        assert "Simulated" not in page
        assert all(one.pseudonym not in page for one in portal.room.learners("uchicago"))


def test_of_few_learners_numbers_are_given_and_no_correlation(portal: Portal) -> None:
    visitor = portal.visitor("yonsei-instructor")
    visitor.speak("en")
    path = f"/instructor/yonsei-2026/exercises/{EXERCISE}/analysis"
    row = next(row for row in rows(visitor.get(path).text) if row[0].startswith("A Bell pair"))
    assert row[0] == "A Bell pair few answers"
    assert row[2] == "3 of 4 (30%–95%)"
    assert row[3] == "–"
    task = plain(visitor.get(f"{path}/bell_pair").text)
    assert "There are fewer than 10 learners with points here." in task
    assert "too few learners" in task


def test_before_the_first_attempt(portal: Portal) -> None:
    visitor = portal.visitor("keio-instructor")
    visitor.speak("en")
    path = f"/instructor/keio-2026/exercises/{EXERCISE}/analysis"
    assert "No attempt is graded yet." in visitor.get(path).text
    assert "No attempt is graded yet." in visitor.get(f"{path}/bell_pair").text


def test_a_written_answer_is_left_to_people(lecturer: Visitor) -> None:
    page = lecturer.get(f"{PAGE}/no_signalling").text
    assert "A person marks this task." in page
    assert 'id="answers"' not in page
    assert 'id="right"' not in page


def test_a_change_is_seen_at_once_and_otherwise_nothing_is_computed_anew(portal: Portal) -> None:
    visitor = portal.visitor("snu-instructor")
    visitor.speak("en")
    path = f"/instructor/snu-2026/exercises/{EXERCISE}/analysis"

    def handed_in() -> str:
        found = re.search(r"(\d+ (?:has|have) handed in)", plain(visitor.get(path).text))
        assert found is not None
        return found.group(1)

    def another(place: int) -> Person:
        learner = portal.room.learners("snu")[place]
        hand_in(session, portal.room, learner, EXERCISE, START, status=Status.QUEUED)
        return learner

    assert handed_in() == "0 have handed in"
    with portal.writing() as session:
        another(0)
    assert handed_in() == "0 have handed in"  # as nobody has told
    with portal.writing() as session:
        another(1)
        tell(session, topic_of_offering("keio-2026"))
    assert handed_in() == "0 have handed in"  # nor is it another's business
    with portal.writing() as session:
        tell(session, topic_of_offering("snu-2026"))
    assert handed_in() == "2 have handed in"


@pytest.mark.parametrize("language", ["ja", "ko"])
def test_the_pages_speak_the_readers_language(portal: Portal, language: str) -> None:
    visitor = portal.visitor("uchicago-instructor")
    visitor.speak(language)
    script = {"ja": r"[\u3040-\u30ff\u4e00-\u9fff]", "ko": r"[\uac00-\ud7a3]"}[language]
    for path in (PAGE, BELL, f"{PAGE}/no_signalling"):
        headings = re.findall(
            r"<(h[12]|summary|caption|th)[^>]*>(.*?)</\1>", visitor.get(path).text
        )
        texts = [plain(text) for _, text in headings if re.search("[^\\W\\d]", plain(text))]
        assert texts
        assert [text for text in texts if not re.search(script, text)] == []
    visitor.speak("en")


def test_the_exercises_page_leads_there(lecturer: Visitor) -> None:
    page = lecturer.get(PAGE.removesuffix("/analysis")).text
    assert f'href="{PAGE}"' in page
    assert f'href="{BELL}"' in page


@pytest.mark.parametrize(
    "path",
    [
        f"{PAGE}/no_such_task",
        PAGE.replace(EXERCISE, "99_none"),
        BELL.replace(EXERCISE, "99_none"),
        PAGE.replace("uchicago-2026", "none"),
    ],
)
def test_what_does_not_exist_is_not_found(lecturer: Visitor, path: str) -> None:
    assert lecturer.get(path).status_code == 404


@pytest.mark.parametrize("path", [PAGE, BELL, f"{BELL}?answers=all"])
class TestWhoMayLook:
    def test_the_offerings_instructor(self, lecturer: Visitor, path: str) -> None:
        assert lecturer.get(path).status_code == 200

    def test_another_universitys_instructor_finds_nothing(self, portal: Portal, path: str) -> None:
        assert portal.visitor("keio-instructor").get(path).status_code == 404

    @pytest.mark.parametrize(
        "login", ["uchicago-learner-1", "snu-learner-1", "uchicago-coordinator"]
    )
    def test_other_roles_are_refused(self, portal: Portal, path: str, login: str) -> None:
        assert portal.visitor(login).get(path).status_code == 403

    def test_who_is_not_signed_in_is_sent_to_sign_in(self, portal: Portal, path: str) -> None:
        answer = portal.visitor().get(path)
        assert answer.status_code == 303
        assert "/sign-in" in answer.headers["Location"]
