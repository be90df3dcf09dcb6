"""Every module keeps the standard: enough tasks, and each answer gets what it deserves, by nbgrader too."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.authoring.answers import read_answers
from grader.authoring.build import build
from grader.authoring.rehearsal import rehearse
from grader.authoring.source import read_exercise
from grader.campus.learners import fill
from grader.course import Course, Learner
from grader.execution import open_sandbox
from grader.grading import Attempt, grade
from grader.results import MarkedBy, Outcome

ROOT = Path(__file__).parents[2]
MODULES = sorted(path.parent.name for path in ROOT.glob("exercises/*/exercise.py"))

pytestmark = pytest.mark.xdist_group("content")


def source_of(module):
    return read_exercise(ROOT / "exercises" / module / "exercise.py")


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_enough_tasks_and_answers(module):
    source = source_of(module)
    answers = read_answers(source)
    assert len(source.tasks) >= 7
    assert any(task.manual for task in source.tasks)
    for task in source.tasks:
        for right in (True, False):
            texts = {a.text for a in answers if a.task == task.id and a.right is right}
            assert len(texts) >= 3, f"{task.id}: {'right' if right else 'wrong'}"


@pytest.mark.parametrize("module", MODULES)
def test_each_answer_gets_what_it_deserves(module):
    """Reference and right answers full points, the untouched release 0, near misses fail as they say."""
    source = source_of(module)
    rehearsal = rehearse(source, read_answers(source))
    assert [f"{run.variant}: {run.fault}" for run in rehearsal.runs if not run.ok] == []
    assert len(rehearsal.runs) > 2 + 6 * 6


@pytest.fixture(scope="module")
def built():
    """What `qampus build` makes here; tests in other processes use it too, and the first one makes it."""
    build(ROOT, ROOT / "build", report=lambda _line: None)
    return ROOT / "build"


def submission(module, notebook, number):
    return Attempt(
        submission=f"{module}-{number}",
        exercise=module,
        version="0",
        learner="0123456789abcdef",
        language="en",
        received_at=datetime.now(UTC),
        files={f"{module}.ipynb": json.dumps(notebook).encode()},
    )


@pytest.mark.parametrize("module", MODULES)
def test_nbgrader_in_the_sandbox_agrees(module, built, sandbox, tmp_path):
    """The release gets 0, three notebooks of other right answers get all automatic points."""
    source = source_of(module)
    answers = read_answers(source)
    release = json.loads((built / "en/release" / module / f"{module}.ipynb").read_text())
    course = Course(tmp_path / "course", "course")
    course.install(module, built / "en/source" / module)
    course.enrol([Learner("0123456789abcdef", "01", "Simulated")])
    try:
        with open_sandbox() as opened:
            for number in range(4):
                chosen = {}
                for task in source.tasks:
                    right = [a.text for a in answers if a.task == task.id and a.right]
                    cell = task.id if task.manual else f"{task.id}_answer"
                    chosen[cell] = right[number - 1]
                notebook = fill(release, chosen if number else {})
                tasks = grade(course, submission(module, notebook, number), opened).result.tasks
                assert [task.task for task in tasks] == [task.id for task in source.tasks]
                for task in tasks:
                    if number == 0:
                        assert not task.points, task
                    elif task.marked_by is MarkedBy.CHECK:
                        assert task.points == task.maximum, task
                    else:
                        assert task.verdict.outcome is Outcome.UNGRADED
    finally:
        course.close()
