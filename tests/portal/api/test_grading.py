import hashlib
import hmac
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from portal.database import read, write
from portal.models import AuditEntry, Submission, TaskScore, now
from tests.portal.calls import COURSE, EXERCISE, Api, module, notebook, result, sent, task_result

AsPerson = Callable[[str], Api]


def put_result(grader: Api, submission: str, document: dict[str, object]) -> int:
    return grader("PUT", f"/grading/submissions/{submission}/result", document).status


def listed(student: Api) -> list[dict[str, object]]:
    (entry,) = student("GET", "/exchange/assignments").json["assignments"]
    return list(entry["submissions"])


def expire_leases(app: Flask) -> None:
    with app.app_context(), write() as session:
        for submission in session.scalars(
            select(Submission).where(Submission.lease_until.is_not(None))
        ):
            submission.lease_until = now()


def test_offerings_with_their_learners(campus: None, grader: Api) -> None:
    offerings = {
        entry["id"]: entry for entry in grader("GET", "/grading/offerings").json["offerings"]
    }
    assert set(offerings) == {COURSE, "snu-intro"}
    tokyo = offerings[COURSE]
    assert (tokyo["institution"], tokyo["title"]) == ("utokyo", "Introduction in Tokyo")
    assert {entry["given_name"] for entry in tokyo["learners"]} == {
        "student-utokyo",
        "second-utokyo",
        "both-snu",
    }
    assert all(len(entry["pseudonym"]) == 16 for entry in tokyo["learners"])


def test_a_claim_hands_out_the_oldest_once(student: Api, as_person: AsPerson, grader: Api) -> None:
    content = notebook("first")
    first = student.submit(content).json
    second = as_person("second-utokyo").submit(notebook("second")).json
    (claimed,) = grader.claim(limit=1)
    learners = grader("GET", "/grading/offerings").json["offerings"][1]["learners"]
    pseudonyms = {entry["given_name"]: entry["pseudonym"] for entry in learners}
    assert claimed == {
        "submission": first["submission"],
        "course": COURSE,
        "exercise": EXERCISE,
        "version": "0123456789ab",
        "learner": pseudonyms["student-utokyo"],
        "language": "ja",
        "attempt": 1,
        "received_at": first["received_at"],
        "files": [sent(content)],
        "seed": claimed["seed"],
    }
    assert [entry["submission"] for entry in grader.claim()] == [second["submission"]]
    assert grader.claim() == []
    assert grader("GET", "/operator/status").json == {
        "queued": 0,
        "claimed": 2,
        "graded": 0,
        "needs_person": 0,
    }


def test_a_later_attempt_waits_for_the_earlier_one(student: Api, grader: Api) -> None:
    first = student.submit(notebook("1")).json["submission"]
    second = student.submit(notebook("2")).json["submission"]
    assert [entry["submission"] for entry in grader.claim()] == [first]
    assert grader.claim() == []
    assert put_result(grader, first, result(first)) == 200
    assert [entry["submission"] for entry in grader.claim()] == [second]


def test_an_expired_lease_is_claimable_again(student: Api, grader: Api, app: Flask) -> None:
    submission = student.submit(notebook()).json["submission"]
    assert len(grader.claim(worker="one")) == 1
    assert grader.claim(worker="two") == []
    expire_leases(app)
    assert [entry["submission"] for entry in grader.claim(worker="two")] == [submission]
    assert grader.claim(worker="one") == []


def test_an_attempt_that_outlives_three_graders_goes_to_a_person(
    student: Api, grader: Api, app: Flask
) -> None:
    killer = student.submit(notebook()).json["submission"]
    for _ in range(3):
        assert [entry["submission"] for entry in grader.claim()] == [killer]
        expire_leases(app)
    assert grader.claim() == []
    (attempt,) = listed(student)
    assert attempt["status"] == "needs_person"


def test_a_claim_hands_out_no_more_than_fits_into_an_answer(
    student: Api, as_person: AsPerson, grader: Api, app: Flask
) -> None:
    student.submit(notebook("x" * 1000))
    as_person("second-utokyo").submit(notebook("y" * 1000))
    app.config["MAX_CLAIM_BYTES"] = 1500
    assert (len(grader.claim()), len(grader.claim()), len(grader.claim())) == (1, 1, 0)


@pytest.mark.parametrize(
    "change",
    [
        {"limit": 0},
        {"limit": 101},
        {"limit": "1"},
        {"worker": ""},
        {"lease_seconds": 0},
        {"lease_seconds": 1e9},
    ],
)
def test_unreadable_claims(grader: Api, change: dict[str, object]) -> None:
    answer = grader(
        "POST", "/grading/claims", {"worker": "w", "limit": 1, "lease_seconds": 60} | change
    )
    assert (answer.status, answer.code) == (422, "unreadable")


def test_three_failures_give_it_to_a_person(student: Api, grader: Api, app: Flask) -> None:
    submission = student.submit(notebook()).json["submission"]
    path = f"/grading/submissions/{submission}/failure"
    for failures in (1, 2, 3):
        assert [entry["submission"] for entry in grader.claim()] == [submission]
        answer = grader("POST", path, {"reason": "the sandbox broke"}).json
        assert answer["failures"] == failures
        assert answer["status"] == ("needs_person" if failures == 3 else "queued")
    assert grader.claim() == []
    (attempt,) = listed(student)
    assert (attempt["status"], attempt["score"], attempt["maximum"], attempt["unmarked"]) == (
        "needs_person",
        None,
        5.0,
        2,
    )
    with app.app_context():
        scores = read().scalars(select(TaskScore)).all()
        assert {(score.points, score.outcome, score.code) for score in scores} == {
            (None, "ungraded", "needs_person")
        }
    assert put_result(grader, submission, result(submission, 1.0)) == 200
    (attempt,) = listed(student)
    assert (attempt["status"], attempt["score"], attempt["unmarked"]) == ("graded", 1.0, 1)


def test_a_late_failure_does_not_undo_a_result(student: Api, grader: Api) -> None:
    submission = student.submit(notebook()).json["submission"]
    grader.claim()
    assert put_result(grader, submission, result(submission)) == 200
    answer = grader("POST", f"/grading/submissions/{submission}/failure", {"reason": "late"})
    assert (answer.status, answer.json["status"]) == (200, "graded")


def test_a_damaged_submission_goes_to_a_person_and_holds_nobody_up(
    student: Api, as_person: AsPerson, grader: Api, app: Flask
) -> None:
    content = notebook("damaged")
    student.submit(content)
    other = as_person("second-utokyo").submit(notebook()).json["submission"]
    digest = hashlib.sha256(content).hexdigest()
    (Path(app.config["BLOBS"]) / digest[:2] / digest).unlink()
    assert [entry["submission"] for entry in grader.claim()] == [other]
    assert grader("GET", "/operator/status").json["needs_person"] == 1


def test_a_result_shows_and_the_same_again_changes_nothing(
    student: Api, grader: Api, app: Flask
) -> None:
    submission = student.submit(notebook()).json["submission"]
    grader.claim()
    for _ in range(2):
        answer = grader("PUT", f"/grading/submissions/{submission}/result", result(submission, 1.5))
        assert answer.json == {
            "submission": submission,
            "status": "graded",
            "score": 1.5,
            "maximum": 5.0,
        }
    (attempt,) = listed(student)
    assert (attempt["status"], attempt["score"], attempt["maximum"], attempt["unmarked"]) == (
        "graded",
        1.5,
        5.0,
        1,
    )
    with app.app_context():
        scores = {score.task.name: score for score in read().scalars(select(TaskScore))}
        assert scores["bell_pair"].points == 1.5
        assert scores["bell_pair"].rationale == {"en": "because"}
        assert scores["bell_pair"].parameters == {"qubit": 1}
        assert scores["essay"].points is None
        assert (
            read().scalars(select(AuditEntry).where(AuditEntry.action == "marks_changed")).all()
            == []
        )


def test_a_changed_result_replaces_and_is_written_down(
    student: Api, grader: Api, app: Flask
) -> None:
    submission = student.submit(notebook()).json["submission"]
    assert put_result(grader, submission, result(submission, 0.0)) == 200
    assert put_result(grader, submission, result(submission, 2.0)) == 200
    assert listed(student)[0]["score"] == 2.0
    with app.app_context():
        (entry,) = read().scalars(select(AuditEntry).where(AuditEntry.action == "marks_changed"))
        assert entry.subject == submission
        assert entry.details == {"bell_pair": {"before": [0.0, "check"], "after": [2.0, "check"]}}


def test_a_persons_marks_survive_an_automatic_regrade(student: Api, grader: Api) -> None:
    submission = student.submit(notebook()).json["submission"]
    by_person = task_result("essay", 2.5, 3.0, "person")
    assert put_result(grader, submission, result(submission, 1.0, by_person)) == 200
    assert put_result(grader, submission, result(submission, 2.0)) == 200
    assert listed(student)[0]["score"] == 4.5
    assert listed(student)[0]["unmarked"] == 0
    corrected = task_result("essay", 1.0, 3.0, "person")
    assert put_result(grader, submission, result(submission, 2.0, corrected)) == 200
    assert listed(student)[0]["score"] == 3.0


def test_a_person_overrules_a_check(student: Api, grader: Api) -> None:
    submission = student.submit(notebook()).json["submission"]
    overruled = result(submission)
    overruled["tasks"][0] = task_result("bell_pair", 2.0, 2.0, "person")
    assert put_result(grader, submission, overruled) == 200
    assert put_result(grader, submission, result(submission, 0.0)) == 200
    assert listed(student)[0]["score"] == 2.0


def test_a_regrade_against_a_new_version_keeps_a_persons_marks(
    student: Api, grader: Api, app: Flask
) -> None:
    submission = student.submit(notebook()).json["submission"]
    by_person = task_result("essay", 2.5, 3.0, "person")
    assert put_result(grader, submission, result(submission, 0.0, by_person)) == 200
    assert grader("PUT", f"/catalog/modules/{EXERCISE}", module("ba9876543210")).status == 200
    assert put_result(grader, submission, result(submission, 2.0, version="ba9876543210")) == 200
    assert listed(student)[0]["score"] == 4.5
    with app.app_context():
        stored = read().scalars(select(Submission)).one()
        assert stored.version.version == "0123456789ab"
        assert stored.graded_version is not None
        assert stored.graded_version.version == "ba9876543210"
        assert {score.task.version.version for score in stored.scores} == {"ba9876543210"}


def counting(app: Flask) -> list[int]:
    with app.app_context():
        return list(read().scalars(select(Submission.attempt).where(Submission.counts)))


def test_the_latest_graded_attempt_counts(student: Api, grader: Api, app: Flask) -> None:
    first = student.submit(notebook("1")).json["submission"]
    second = student.submit(notebook("2")).json["submission"]
    assert counting(app) == []
    assert put_result(grader, first, result(first, 2.0)) == 200
    assert counting(app) == [1]
    assert put_result(grader, second, result(second, 0.0)) == 200
    assert counting(app) == [2]
    assert put_result(grader, first, result(first, 1.0)) == 200
    assert counting(app) == [2]


def bad_results(submission: str) -> dict[str, dict[str, object]]:
    good = result(submission)
    bell, essay = good["tasks"]
    return {
        "other submission": good | {"submission": "x"},
        "other exercise": good | {"exercise": "05_nothing"},
        "unknown version": good | {"version": "ffffffffffff"},
        "task missing": good | {"tasks": [bell]},
        "task twice": good | {"tasks": [bell, bell, essay]},
        "unknown task": good | {"tasks": [bell, essay, task_result("more", 1.0, 1.0)]},
        "other maximum": good | {"tasks": [task_result("bell_pair", 2.0, 4.0), essay]},
        "too many points": good | {"tasks": [bell | {"points": 9.0}, essay]},
        "negative points": good | {"tasks": [bell | {"points": -1.0}, essay]},
        "points of nobody": good | {"tasks": [bell | {"marked_by": "nobody"}, essay]},
        "no points of a check": good | {"tasks": [bell | {"points": None}, essay]},
        "newer schema": good | {"schema": 2},
        "no time zone": good | {"graded_at": "2026-11-01T00:00:00"},
        "no tasks": {key: value for key, value in good.items() if key != "tasks"},
    }


@pytest.mark.parametrize("case", bad_results(""))
def test_bad_results(student: Api, grader: Api, case: str) -> None:
    submission = student.submit(notebook()).json["submission"]
    answer = grader(
        "PUT", f"/grading/submissions/{submission}/result", bad_results(submission)[case]
    )
    assert (answer.status, answer.code) == (422, "bad_result")
    assert listed(student)[0]["status"] == "queued"


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"a":' * 100_000])
def test_unreadable_results(student: Api, grader: Api, body: bytes) -> None:
    submission = student.submit(notebook()).json["submission"]
    answer = grader("PUT", f"/grading/submissions/{submission}/result", raw=body)
    assert (answer.status, answer.code) == (422, "bad_result")


def test_unknown_submissions(campus: None, grader: Api) -> None:
    for method, what, body in (
        ("PUT", "result", result("nothing")),
        ("PUT", "feedback", {"files": []}),
        ("POST", "failure", {"reason": ""}),
    ):
        answer = grader(method, f"/grading/submissions/nothing/{what}", body)
        assert (answer.status, answer.code) == (404, "unknown_submission")


def test_feedback_files_are_looked_at(student: Api, grader: Api) -> None:
    submission = student.submit(notebook()).json["submission"]
    answer = grader(
        "PUT", f"/grading/submissions/{submission}/feedback", {"files": [sent(b"", "../x.html")]}
    )
    assert (answer.status, answer.code) == (422, "bad_name")


def test_the_seed_of_instances_is_the_learners_own_and_the_same_for_every_attempt(
    app: Flask, student: Api, as_person: AsPerson, grader: Api
) -> None:
    student.submit(notebook("first"))
    as_person("second-utokyo").submit(notebook("second"))
    mine, hers = grader.claim()
    key = bytes.fromhex(app.config["INSTITUTION_KEYS"]["utokyo"])
    for claimed in (mine, hers):
        text = f"\x00instances\x00{claimed['learner']}\x00{EXERCISE}".encode()
        assert claimed["seed"] == hmac.new(key, text, hashlib.sha256).hexdigest()
    assert mine["seed"] != hers["seed"]
    expire_leases(app)
    again = grader.claim()
    assert {entry["seed"] for entry in again} == {mine["seed"], hers["seed"]}
    assert mine["seed"] not in str(student("GET", "/exchange/assignments").json)
    assert key.hex() not in str(again)


def test_without_the_institutions_key_a_person_looks_at_it(
    app: Flask, student: Api, grader: Api
) -> None:
    student.submit(notebook("first"))
    key = app.config["INSTITUTION_KEYS"].pop("utokyo")
    try:
        assert grader.claim() == []
        assert grader("GET", "/operator/status").json["needs_person"] == 1
    finally:
        app.config["INSTITUTION_KEYS"]["utokyo"] = key
