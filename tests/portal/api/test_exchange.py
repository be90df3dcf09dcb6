import base64
import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask

from tests.portal.calls import (
    COURSE,
    EXERCISE,
    NOTEBOOK,
    Api,
    module,
    notebook,
    result,
    roster,
    sent,
)

AsPerson = Callable[[str], Api]


def test_assignments_are_those_released_to_the_learner(student: Api, as_person: AsPerson) -> None:
    (listed,) = student("GET", "/exchange/assignments").json["assignments"]
    assert listed == {
        "course": COURSE,
        "exercise": EXERCISE,
        "title": "Entanglement (ja)",
        "language": "ja",
        "version": "0123456789ab",
        "release_at": "2026-01-01T00:00:00Z",
        "due_at": "2126-01-01T00:00:00Z",
        "points": 5.0,
        "submissions": [],
    }
    assert as_person("student-snu")("GET", "/exchange/assignments").json["assignments"] == []
    assert as_person("coordinator")("GET", "/exchange/assignments").json["assignments"] == []
    (taught,) = as_person("instructor-utokyo")("GET", "/exchange/assignments").json["assignments"]
    assert taught["exercise"] == EXERCISE


def test_assignments_of_one_course(student: Api) -> None:
    assert len(student("GET", f"/exchange/assignments?course={COURSE}").json["assignments"]) == 1
    for course in ("snu-intro", "nowhere"):
        answer = student("GET", f"/exchange/assignments?course={course}")
        assert (answer.status, answer.code) == (404, "unknown_course")


def test_release_comes_in_the_persons_language_or_in_english(
    student: Api, as_person: AsPerson, operator: Api
) -> None:
    release = student("GET", f"/exchange/courses/{COURSE}/assignments/{EXERCISE}").json
    assert (release["language"], release["version"], release["course"]) == (
        "ja",
        "0123456789ab",
        COURSE,
    )
    (file,) = release["files"]
    assert file["name"] == NOTEBOOK
    assert base64.b64decode(file["content"]) == notebook("# ja 0123456789ab")
    entries = roster()
    entries["people"][3]["roles"].append({"role": "learner", "offering": COURSE})
    assert operator("PUT", "/operator/roster", entries).status == 200
    korean = as_person("student-snu")
    release = korean("GET", f"/exchange/courses/{COURSE}/assignments/{EXERCISE}").json
    assert release["language"] == "en"
    (listed,) = korean("GET", "/exchange/assignments").json["assignments"]
    assert (listed["language"], listed["title"]) == ("en", "Entanglement (ko)")


def test_unknown_courses_and_exercises_and_unreleased_ones(
    student: Api, as_person: AsPerson
) -> None:
    korean = as_person("student-snu")
    for api, course, exercise, status, code in (
        (student, "nowhere", EXERCISE, 404, "unknown_course"),
        (student, "snu-intro", EXERCISE, 404, "unknown_course"),
        (student, COURSE, "05_nothing", 404, "unknown_exercise"),
        (korean, "snu-intro", EXERCISE, 403, "not_released"),
    ):
        path = f"/exchange/courses/{course}/assignments/{exercise}"
        fetched = api("GET", path)
        assert (fetched.status, fetched.code) == (status, code)
        submitted = api.submit(notebook(), course, exercise)
        assert (submitted.status, submitted.code) == (status, code)
    assert "2126" in korean("GET", f"/exchange/courses/snu-intro/assignments/{EXERCISE}").message


def test_receipt(student: Api) -> None:
    content = notebook("answer = 1")
    answer = student.submit(content)
    assert answer.status == 201
    receipt = answer.json
    assert (receipt["course"], receipt["exercise"], receipt["attempt"], receipt["late"]) == (
        COURSE,
        EXERCISE,
        1,
        False,
    )
    assert datetime.fromisoformat(receipt["received_at"]).tzinfo is not None
    line = f"{hashlib.sha256(content).hexdigest()}  {NOTEBOOK}\n"
    assert receipt["sha256"] == hashlib.sha256(line.encode()).hexdigest()


def test_the_same_content_as_the_latest_attempt_is_that_attempt(student: Api) -> None:
    first = student.submit(notebook("1"))
    again = student.submit(notebook("1"))
    assert (again.status, again.json) == (200, first.json)
    second = student.submit(notebook("2"))
    assert (second.status, second.json["attempt"]) == (201, 2)
    back = student.submit(notebook("1"))
    assert (back.status, back.json["attempt"]) == (201, 3)
    (listed,) = student("GET", "/exchange/assignments").json["assignments"]
    assert [entry["attempt"] for entry in listed["submissions"]] == [1, 2, 3]
    assert {entry["status"] for entry in listed["submissions"]} == {"queued"}


def test_attempts_of_two_learners_are_apart(student: Api, as_person: AsPerson) -> None:
    mine = student.submit(notebook()).json
    hers = as_person("second-utokyo").submit(notebook())
    assert (hers.status, hers.json["attempt"]) == (201, 1)
    assert hers.json["submission"] != mine["submission"]


def test_an_instructor_cannot_submit(as_person: AsPerson) -> None:
    answer = as_person("instructor-utokyo").submit(notebook())
    assert (answer.status, answer.code) == (403, "not_a_learner")


def test_a_person_with_two_roles_submits_where_she_learns(as_person: AsPerson) -> None:
    assert as_person("both-snu").submit(notebook()).status == 201


def test_after_the_due_date_it_is_accepted_and_late(student: Api, operator: Api) -> None:
    entries = roster()
    entries["releases"][0]["due_at"] = "2026-01-02T09:00:00+09:00"
    assert operator("PUT", "/operator/roster", entries).status == 200
    answer = student.submit(notebook())
    assert (answer.status, answer.json["late"]) == (201, True)


def test_several_files(student: Api, grader: Api) -> None:
    files = [sent(notebook()), sent(b"1,2\n", "データ.csv")]
    answer = student(
        "POST", f"/exchange/courses/{COURSE}/assignments/{EXERCISE}/submissions", {"files": files}
    )
    assert answer.status == 201
    (claimed,) = grader.claim()
    assert sorted(claimed["files"], key=lambda file: file["name"]) == files


def test_an_attempt_keeps_the_version_it_was_made_with(student: Api, grader: Api) -> None:
    assert grader("PUT", f"/catalog/modules/{EXERCISE}", module("ba9876543210")).status == 200
    assert student.submit(notebook("1"), version="0123456789ab").status == 201
    assert student.submit(notebook("2")).status == 201
    refused = student.submit(notebook("3"), version="ffffffffffff")
    assert (refused.status, refused.code) == (422, "unknown_version")
    first = grader.claim()
    assert [entry["version"] for entry in first] == ["0123456789ab"]
    assert (
        grader(
            "PUT",
            f"/grading/submissions/{first[0]['submission']}/result",
            result(first[0]["submission"]),
        ).status
        == 200
    )
    assert [entry["version"] for entry in grader.claim()] == ["ba9876543210"]


def refused_files() -> dict[str, tuple[list[dict[str, str]], int, str]]:
    good = sent(notebook())
    bad_names = [
        "../x.py",
        "/etc/passwd",
        "a/b",
        "a\\b",
        "..",
        ".hidden",
        "",
        " ",
        "x\n",
        "a\x00b",
        "c:x",
        "x" * 101,
        "한" * 100,
        "a\u202eb",
        " x",
    ]
    cases = {f"name {name!a}": ([good, sent(b"", name)], 422, "bad_name") for name in bad_names}
    return cases | {
        "no file": ([], 422, "notebook_missing"),
        "renamed": ([sent(notebook(), "Untitled.ipynb")], 422, "notebook_missing"),
        "case": ([sent(notebook(), NOTEBOOK.upper())], 422, "notebook_missing"),
        "twins": ([good, sent(b"", "A.txt"), sent(b"", "a.TXT")], 422, "bad_name"),
        "canonical twins": ([good, sent(b"", "e\u0301"), sent(b"", "\u00e9")], 422, "bad_name"),
        "not base64": ([good, {"name": "x", "content": "ab$="}], 422, "bad_encoding"),
        "base64 with a newline": ([good, {"name": "x", "content": "YWJj\n"}], 422, "bad_encoding"),
        "base64 without padding": ([good, {"name": "x", "content": "YQ"}], 422, "bad_encoding"),
        "not ascii": ([good, {"name": "x", "content": "é"}], 422, "bad_encoding"),
        "too many": ([good, *(sent(b"", f"f{n}") for n in range(20))], 413, "too_many_files"),
    }


@pytest.mark.parametrize("case", refused_files())
def test_refused_files(student: Api, grader: Api, app: Flask, case: str) -> None:
    files, status, code = refused_files()[case]
    blobs = Path(app.config["BLOBS"])
    before = sorted(blobs.rglob("*"))
    answer = student(
        "POST", f"/exchange/courses/{COURSE}/assignments/{EXERCISE}/submissions", {"files": files}
    )
    assert (answer.status, answer.code) == (status, code)
    assert grader.claim() == []
    assert sorted(blobs.rglob("*")) == before


NO_NOTEBOOKS = {
    "empty": b"",
    "text": b"hello",
    "not utf-8": b'{"nbformat": 4, "cells": [], "metadata": {"\xff": 1}}',
    "a list": b"[]",
    "no cells": b'{"nbformat": 4, "metadata": {}}',
    "cells no list": b'{"nbformat": 4, "metadata": {}, "cells": {}}',
    "cell no object": b'{"nbformat": 4, "metadata": {}, "cells": [1]}',
    "unknown cell": b'{"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "x", "source": "", "metadata": {}}]}',
    "old format": b'{"nbformat": 3, "metadata": {}, "cells": []}',
    "format as text": b'{"nbformat": "4", "metadata": {}, "cells": []}',
    "cut off": notebook()[:-2],
    "nested lists": b'{"nbformat": 4, "cells": [], "metadata": '
    + b"[" * 100_000
    + b"]" * 100_000
    + b"}",
    "nested objects": b'{"nbformat": 4, "cells": [], "metadata": '
    + b'{"a":' * 900
    + b"1"
    + b"}" * 900
    + b"}",
    "nested below the parser's limit": b'{"nbformat": 4, "cells": [], "metadata": '
    + b"[" * 300
    + b"]" * 300
    + b"}",
    "brackets without end": b"[" * 1_000_000,
}


@pytest.mark.parametrize("case", NO_NOTEBOOKS)
def test_not_a_notebook(student: Api, grader: Api, case: str) -> None:
    answer = student.submit(NO_NOTEBOOKS[case])
    assert (answer.status, answer.code) == (422, "not_a_notebook")
    assert NOTEBOOK in answer.message
    assert grader.claim() == []


def test_brackets_in_texts_are_not_nesting(student: Api) -> None:
    assert student.submit(notebook('"' + "[" * 5000 + '\\" {')).status == 201


@pytest.mark.parametrize(
    "body", [b"", b"[", b"null", b"[]", b'{"files": 1}', b'{"files": [{"name": "x"}]}', b'{"x": ' + b"[" * 200_000,
             b'{"files": ["\xff"]}', b'{"files": [{"name": "\\ud800", "content": ""}]}'],
)  # fmt: skip
def test_unreadable_bodies(student: Api, body: bytes) -> None:
    answer = student(
        "POST", f"/exchange/courses/{COURSE}/assignments/{EXERCISE}/submissions", raw=body
    )
    assert (answer.status, answer.code) == (422, "unreadable")


def test_sizes(student: Api, app: Flask) -> None:
    app.config["MAX_FILE_SIZE"] = 2000
    answer = student.submit(notebook("x" * 2000))
    assert (answer.status, answer.code) == (413, "too_large")
    assert NOTEBOOK in answer.message
    app.config["MAX_CONTENT_LENGTH"] = 1000
    answer = student.submit(notebook("x" * 1000))
    assert (answer.status, answer.code) == (413, "too_large")


def test_feedback_is_the_owners_alone(student: Api, as_person: AsPerson, grader: Api) -> None:
    submission = student.submit(notebook()).json["submission"]
    path = f"/exchange/submissions/{submission}/feedback"
    answer = student("GET", path)
    assert (answer.status, answer.code) == (404, "feedback_not_ready")
    page = sent(b"<p>good</p>", f"{EXERCISE}.html")
    assert (
        grader("PUT", f"/grading/submissions/{submission}/feedback", {"files": [page]}).status
        == 200
    )
    assert student("GET", path).json == {"files": [page]}
    (listed,) = student("GET", "/exchange/assignments").json["assignments"]
    first = listed["submissions"][0]["feedback_sha256"]
    assert listed["submissions"][0]["feedback"] is True
    changed = sent(b"<p>better</p>", f"{EXERCISE}.html")
    assert (
        grader("PUT", f"/grading/submissions/{submission}/feedback", {"files": [changed]}).status
        == 200
    )
    (listed,) = student("GET", "/exchange/assignments").json["assignments"]
    assert listed["submissions"][0]["feedback_sha256"] not in (first, None)
    for login in ("second-utokyo", "instructor-utokyo", "student-snu", "coordinator"):
        foreign = as_person(login)("GET", path)
        assert (foreign.status, foreign.code) == (404, "unknown_submission")


def test_a_damaged_blob_is_said_and_not_handed_out(student: Api, app: Flask) -> None:
    digest = hashlib.sha256(notebook("# ja 0123456789ab")).hexdigest()
    (Path(app.config["BLOBS"]) / digest[:2] / digest).write_bytes(b"{}")
    answer = student("GET", f"/exchange/courses/{COURSE}/assignments/{EXERCISE}")
    assert (answer.status, answer.code) == (500, "blob_damaged")
    assert digest not in answer.message
