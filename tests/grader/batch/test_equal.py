"""Honest submissions: the gradebook and the graded notebooks are those of `nbgrader autograde`, field by field."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import nbformat
import nbgrader as nbgrader_package
import pytest
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from tests.grader.batch.courses import (
    ASSIGNMENT,
    RIGHT,
    WRONG,
    copy_of,
    grade_here,
    hand_in,
    make_course,
    nbgrader,
    rows,
    scores,
    tree,
)
from tests.grader.course.sample import mark, source

EXAMPLE = Path(nbgrader_package.__file__).parent / "docs" / "source" / "user_guide"
LATE = "2026-04-02 12:00:00.000000 UTC"
PARTIAL = "points = 0\npoints += double(2) == 4\npoints"


def second():
    """Return a notebook with partial credit, a task for a person and a locked cell that reads a file."""
    v4 = nbformat.v4
    return v4.new_notebook(
        cells=[
            mark(v4.new_code_cell("data = open('data.txt').read()"), "reading", locked=True),
            mark(
                v4.new_code_cell("### BEGIN SOLUTION\nsize = len(data)\n### END SOLUTION"),
                "size_answer",
                solution=True,
            ),
            mark(
                v4.new_code_cell("1 if size == 4 else 0.5"),
                "size",
                grade=True,
                locked=True,
                points=2,
            ),
            mark(v4.new_markdown_cell("Draw."), "draw", locked=True, task=True, points=3),
        ],
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
        },
    )


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """A course with honest submissions, graded by nbgrader, and the same one, not graded yet."""
    place = tmp_path_factory.mktemp("honest")
    plain = make_course(
        place / "plain",
        {"first": source(), "second": second()},
        config=(
            "c.LateSubmissionPlugin.penalty_method = 'zero'\n"
            "c.CourseDirectory.course_id = 'physics'"
        ),
        files={"data.txt": "four"},
    )
    nbgrader(plain, "db", "assignment", "add", ASSIGNMENT, "--duedate=2026-04-01 18:00:00 UTC")
    for student, answers, size, at in [
        ("right", RIGHT, "size = 4", "2026-04-01 12:00:00.000000 UTC"),
        ("wrong", WRONG, "size = 5", None),
        ("late", RIGHT, "size = len(data)", LATE),
        ("nothing", {}, None, "2026-04-01 12:00:00.000000 UTC"),
    ]:
        hand_in(plain, student, answers, notebook="first", at=at)
        if size:
            folder = hand_in(plain, student, {"size_answer": size}, notebook="second", at=at)
            (folder / "mine").mkdir()
            (folder / "mine" / "note.txt").write_text("beside")
            (folder / "data.txt").write_text("changed")
    ours = copy_of(plain, place / "ours")
    nbgrader(plain, "autograde", ASSIGNMENT)
    return plain, ours


def test_gradebook_and_files_are_those_of_nbgrader(both, judging):
    plain, ours = both
    before = tree(ours / "source"), tree(ours / "submitted")
    report = grade_here(ours, judging)
    assert [line.status for line in report.lines] == ["graded"] * 4
    assert rows(ours) == rows(plain)
    assert {row[4] for row in rows(ours)["submissions"]} == {None, 3.0, 1.0}
    theirs, mine = tree(plain / "autograded"), tree(ours / "autograded")
    assert theirs.keys() == mine.keys()
    for name, content in theirs.items():
        assert (plain / "autograded" / name).stat().st_mode == (
            ours / "autograded" / name
        ).stat().st_mode
        if name.endswith(".ipynb"):
            assert comparable(mine[name]) == comparable(content), name
        else:
            assert mine[name] == content
    assert (tree(ours / "source"), tree(ours / "submitted")) == before


def comparable(content):
    """Return what a graded notebook says, without times, tracebacks and what only Qampus notes."""
    notebook = json.loads(content)
    for cell in notebook["cells"]:
        cell["metadata"].pop("execution", None)
        cell["metadata"].pop("qampus", None)
        for output in cell.get("outputs", []):
            output.pop("traceback", None)
            output.pop("execution_count", None)
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            # a check counts as executed where the judge ran it
            cell.pop("execution_count", None)
            # what a check puts out beside its credit is merely displayed
            cell["outputs"] = [
                said(one) for one in cell.get("outputs", []) if one["output_type"] != "display_data"
            ]
    return notebook


def said(output):
    if "data" in output:
        return float("".join(output["data"]["text/plain"]))
    return output.get("ename") or output


def test_what_nbgrader_does_afterwards_works_as_ever(both, judging):
    _, ours = both
    grade_here(ours, judging, force=True)
    nbgrader(ours, "generate_feedback", ASSIGNMENT)
    feedback = (ours / "feedback" / "wrong" / ASSIGNMENT / "first.html").read_text()
    assert "(Score: 0.0 / 2.0)" in feedback
    nbgrader(ours, "export")
    # what formgrader's pages are made of
    told = {row["student"]: row for row in formgrader(ours).get_submissions(ASSIGNMENT)}
    assert told["wrong"]["score"] == 1.5
    assert told["wrong"]["needs_manual_grade"]
    assert told["wrong"]["autograded"]
    with (ours / "grades.csv").open() as file:
        exported = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert exported == {"right": 4.0, "wrong": 1.5, "late": 0.0, "nothing": 0.0}


def formgrader(course):
    config = Config()
    config.CourseDirectory.root = str(course)
    config.CourseDirectory.course_id = "physics"
    return NbGraderAPI(CourseDirectory(config=config))


def test_the_example_course_of_nbgraders_package(tmp_path, judging):
    plain = tmp_path / "plain"
    for part in ("source", "submitted"):
        shutil.copytree(EXAMPLE / part, plain / part)
    (plain / "source" / "ps1").rename(plain / "source" / ASSIGNMENT)
    for folder in (plain / "submitted").iterdir():
        (folder / "ps1").rename(folder / ASSIGNMENT)
    nbgrader(plain, "generate_assignment", ASSIGNMENT)
    ours = copy_of(plain, tmp_path / "ours")
    nbgrader(plain, "autograde", ASSIGNMENT)
    report = grade_here(ours, judging)
    assert not report.failed
    theirs = rows(plain)
    assert rows(ours)["scores"] == theirs["scores"]
    assert rows(ours)["submissions"] == theirs["submissions"]
    # this check deletes a learner's function and expects a NameError elsewhere
    assert list(report.unprotected) == ["problem1/sum_of_squares_uses_squares"]
    assert scores(ours, "bitdiddle")["sum_of_squares_uses_squares"] == (0.5, False)
    comments = {row[2]: row[3] for row in rows(ours)["comments"] if row[0] == "bitdiddle"}
    assert "sum_of_squares_uses_squares is not protected" in comments["sum_of_squares"]
    nbgrader(ours, "generate_feedback", ASSIGNMENT)
    feedback = (ours / "feedback" / "bitdiddle" / ASSIGNMENT / "problem1.html").read_text()
    assert "sum_of_squares_uses_squares is not protected" in feedback


def test_the_notebooks_of_nbgraders_own_tests(tmp_path, judging):
    files = Path(nbgrader_package.__file__).parent / "tests" / "apps" / "files"
    plain = make_course(
        tmp_path / "plain",
        {"p1": nbformat.read(files / "submitted-unchanged.ipynb", as_version=4)},
    )
    for name in ("unchanged", "changed", "grade-cell-changed", "locked-cell-changed"):
        hand_in(plain, name, (files / f"submitted-{name}.ipynb").read_bytes(), notebook="p1")
    ours = copy_of(plain, tmp_path / "ours")
    nbgrader(plain, "autograde", ASSIGNMENT)
    assert not grade_here(ours, judging).failed
    assert rows(ours)["scores"] == rows(plain)["scores"]
    assert rows(ours)["submissions"] == rows(plain)["submissions"]
