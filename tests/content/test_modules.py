"""Every module keeps the standard: enough tasks, and each answer gets what it deserves, by nbgrader too."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.authoring.answers import read_answers
from grader.authoring.build import build
from grader.authoring.catalog import read_catalog
from grader.authoring.coverage import PAGE, coverage_page
from grader.authoring.rehearsal import rehearse
from grader.authoring.sections import section_titles
from grader.authoring.source import read_exercise, read_lesson
from grader.campus.learners import fill
from grader.course import Course, Learner
from grader.execution import open_sandbox
from grader.grading import Attempt, grade
from grader.judge.engine import Engine
from grader.judge.protection import plan_for
from grader.notebooks import read_notebook
from grader.results import MarkedBy, Outcome
from tests.known_good import unless_known

ROOT = Path(__file__).parents[2]
GRADER = ROOT / "grader"
JUDGES = (
    "authoring",
    "checks",
    "course",
    "execution",
    "judge",
    "grading.py",
    "notebooks.py",
    "verdicts.py",
)
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


@pytest.mark.parametrize("module", read_catalog(ROOT).modules, ids=lambda module: module.id)
def test_each_task_leads_back_to_a_section_of_its_lesson(module):
    lesson = read_lesson(ROOT / "curriculum" / module.id / "lesson.py")
    assert set(module.sections) == {task.id for task in source_of(module.id).tasks}
    assert set(module.sections.values()) <= set(section_titles(lesson))


@pytest.mark.parametrize("module", MODULES)
def test_each_answer_gets_what_it_deserves(module, request):
    """Reference and right answers full points, the untouched release 0, near misses fail as they say."""
    paths = [ROOT / "exercises" / module, GRADER / "checks", GRADER / "authoring"]
    with unless_known(request, f"rehearsal of {module}", paths) as unknown:
        if not unknown:
            return
        source = source_of(module)
        rehearsal = rehearse(source, read_answers(source))
        assert [f"{run.variant}: {run.fault}" for run in rehearsal.runs if not run.ok] == []
        assert len(rehearsal.runs) > 2 + 6 * 6


@pytest.fixture(scope="module")
def built():
    """What `qampus build` makes here; tests in other processes use it too, and the first one makes it."""
    build(ROOT, ROOT / "build", report=lambda _line: None)
    return ROOT / "build"


@pytest.fixture(scope="module")
def engine(sandbox):
    """What judges, with real sandboxes."""
    with open_sandbox() as walls, Engine(walls) as made:
        yield made


def test_the_documentation_says_which_competences_are_covered(built):
    paths = (built / "manifests").glob("*.json")
    manifests = sorted((json.loads(path.read_text()) for path in paths), key=lambda m: m["order"])
    assert (ROOT / PAGE).read_text(encoding="utf-8") == coverage_page(manifests)


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
def test_every_answer_is_judged_as_it_deserves(module, request, tmp_path):
    """From the submission to the gradebook: the release gets 0, right answers all points, near misses fail as they say.

    Each notebook holds one other answer to every task.
    """
    paths = [ROOT / "exercises" / module, *(GRADER / part for part in JUDGES)]
    with unless_known(request, f"judgement of {module}", paths) as unknown:
        if unknown:
            built, engine = (request.getfixturevalue(name) for name in ("built", "engine"))
            judge_all_answers(module, built, engine, tmp_path)


def judge_all_answers(module, built, engine, tmp_path):
    source = source_of(module)
    kept = read_answers(source)
    release = json.loads((built / "en/release" / module / f"{module}.ipynb").read_text())
    reference = built / "en/source" / module / f"{module}.ipynb"
    plan = plan_for(read_notebook(reference), {}, engine, built / "plans", module)
    assert [check.task for check in plan.checks.values() if not check.protected] == []
    course = Course(tmp_path / "course", "course")
    course.install(module, reference.parent)
    course.enrol([Learner("0123456789abcdef", "01", "Simulated")])
    answers = {(task.id, right): [] for task in source.tasks for right in (True, False)}
    for answer in kept:
        answers[answer.task, answer.right].append(answer)
    notebooks = [{}]
    for right in (True, False):
        most = max(len(answers[task.id, right]) for task in source.tasks)
        for number in range(most):
            rows = {task.id: answers[task.id, right][number:][:1] for task in source.tasks}
            notebooks.append({task: row[0] for task, row in rows.items() if row})
    faults = []
    try:
        for number, chosen in enumerate(notebooks):
            cells = {
                task.id if task.manual else f"{task.id}_answer": chosen[task.id].text
                for task in source.tasks
                if task.id in chosen
            }
            attempt = submission(module, fill(release, cells), number)
            tasks = grade(course, attempt, engine, plan).result.tasks
            assert [task.task for task in tasks] == [task.id for task in source.tasks]
            faults += [
                f"{task.task} {chosen.get(task.task)}: {task.points} {task.verdict.code}"
                for task in tasks
                if not deserved(task, chosen.get(task.task))
            ]
    finally:
        course.close()
    assert faults == []
    assert len(notebooks) > 6


def deserved(task, answer):
    """Tell whether a task got what its answer says."""
    if answer is None:
        return task.points == 0 and task.verdict.code == "not_answered"
    if answer.path.suffix == ".md":
        return task.verdict.outcome is Outcome.UNGRADED
    if answer.right:
        return task.points == task.maximum and task.marked_by is MarkedBy.CHECK
    plain = answer.fails.check == "assert"
    return (task.points, task.verdict.code) == (0, "assertion" if plain else answer.fails.code)
