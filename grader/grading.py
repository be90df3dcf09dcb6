"""One submission: sanitise, execute, judge, record, explain.

The steps are functions of their own because they run in different places: `prepare` and `conclude` touch the course
directory and belong to its one thread, `run` waits for a sandbox and may run many times in parallel. How a notebook is
executed and its checks are judged is behind `run` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from threading import Event

from grader.course import Course, Marks, Sanitised, Score
from grader.execution import TIME_LIMIT, Executed, Limits, Sandbox, execute, refuse
from grader.notebooks import NotebookNode
from grader.results import MarkedBy, Outcome, Result, TaskResult, Verdict
from grader.verdicts import failed, marked, strip_verdicts, verdict


@dataclass(frozen=True)
class Attempt:
    """One submission as it comes from the portal.

    Attributes:
        submission: the portal's id.
        exercise: exercise id.
        version: version of the exercise that it is graded against.
        learner: pseudonym.
        language: the learner's.
        received_at: when it came, with a time zone.
        files: relative path -> content.
    """

    submission: str
    exercise: str
    version: str
    learner: str
    language: str
    received_at: datetime
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class Graded:
    """What comes out of grading one submission.

    Attributes:
        result: points and verdicts.
        feedback: nbgrader's feedback page, HTML in UTF-8.
    """

    result: Result
    feedback: bytes


def prepare(course: Course, attempt: Attempt, as_received: NotebookNode | None = None) -> Sanitised:
    """Store a submission in the course directory and restore it to what may be graded.

    Args:
        course: with the exercise installed.
        attempt: the submission.
        as_received: the release in the learner's language, if it is not that of the course.

    Raises:
        CourseError: the grader's own fault; the submission stays in the queue.
    """
    return course.sanitise(
        attempt.learner, attempt.exercise, attempt.files, attempt.received_at, as_received
    )


def run(
    sanitised: Sanitised,
    sandbox: Sandbox,
    *,
    language: str,
    limits: Limits | None = None,
    cancelled: Event | None = None,
) -> Executed:
    """Execute a sanitised submission. Needs no course directory and may run in any thread.

    Raises:
        ExecutionCancelledError: `cancelled` was set.
    """
    if sanitised.unreadable is not None:
        return refuse(sanitised.notebook)
    return execute(
        sanitised.notebook,
        sandbox,
        language=language,
        limits=limits,
        files=sanitised.files,
        cancelled=cancelled,
    )


def conclude(
    course: Course,
    attempt: Attempt,
    sanitised: Sanitised,
    executed: Executed,
    *,
    engine: str,
    limits: Limits | None = None,
) -> Graded:
    """Record an executed submission in the gradebook and say what came out.

    Args:
        course: the course of `prepare`.
        attempt: the submission.
        sanitised: what `prepare` returned.
        executed: what `run` returned.
        engine: `engine_name` of what executed it.
        limits: those of `run`.

    Raises:
        CourseError: the grader's own fault; grading the submission again is safe.
    """
    limits = limits or Limits()
    notebook = executed.notebook
    whys = _explain(sanitised, executed, limits)
    strip_verdicts(notebook)
    _drop_warnings(notebook)
    scores = course.record(attempt.learner, attempt.exercise, notebook)
    result = Result(
        submission=attempt.submission,
        exercise=attempt.exercise,
        version=attempt.version,
        tasks=tuple(_task(score, whys) for score in scores),
        graded_at=datetime.now(UTC),
        seconds=executed.seconds,
        engine=engine,
    )
    return Graded(result, course.feedback(attempt.learner, attempt.exercise))


def grade(
    course: Course,
    attempt: Attempt,
    sandbox: Sandbox,
    *,
    as_received: NotebookNode | None = None,
    limits: Limits | None = None,
) -> Graded:
    """Grade one submission from beginning to end, in this thread.

    Raises:
        CourseError: the grader's own fault; grading the submission again is safe.
    """
    sanitised = prepare(course, attempt, as_received)
    executed = run(sanitised, sandbox, language=attempt.language, limits=limits)
    return conclude(
        course, attempt, sanitised, executed, engine=engine_name(sandbox), limits=limits
    )


def with_marks(result: Result, marks: Marks) -> Result:
    """Return a result with the points that people gave in formgrader since."""
    tasks = tuple(
        _marked_task(
            task.task, task.maximum, marks.points[task.task], marks.comments.get(task.task)
        )
        if task.task in marks.points
        else task
        for task in result.tasks
    )
    if tasks == result.tasks:
        return result
    return replace(result, tasks=tasks, graded_at=datetime.now(UTC))


def engine_name(sandbox: Sandbox) -> str:
    """Return name and version of what executes notebooks here."""
    return f"nbclient {version('nbclient')}, {sandbox.name}"


def _explain(sanitised: Sanitised, executed: Executed, limits: Limits) -> dict[str, Verdict]:
    """Return for each graded code cell why it fails, if nbgrader finds that it does."""
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in executed.notebook.cells]
    late = {ids[index] for index, why in executed.stopped.items() if why == TIME_LIMIT} - {None}
    whys: dict[str, Verdict] = {}
    for task, cell in zip(ids, executed.notebook.cells, strict=True):
        if cell.cell_type != "code" or not cell.metadata.get("nbgrader", {}).get("grade"):
            continue
        answer = f"{task}_answer"
        if sanitised.unreadable is not None:
            reason = sanitised.unreadable[:300]
            why = verdict(Outcome.FAILED, "error", name="NotANotebook", message=reason)
        elif answer in ids and answer not in sanitised.answered:
            why = verdict(Outcome.FAILED, "not_answered")
        elif {task, answer} & late:
            why = verdict(Outcome.FAILED, "time_limit", seconds=limits.cell_seconds)
        else:
            why = failed(cell)
        whys[task] = why
    return whys


def _drop_warnings(notebook: NotebookNode) -> None:
    """Drop what check cells wrote to standard error: nbgrader would give 0 for a library's warning."""
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade"):
            cell.outputs = [one for one in cell.outputs if one.get("name") != "stderr"]


def _task(score: Score, whys: Mapping[str, Verdict]) -> TaskResult:
    if score.manual is not None and not score.needs_person:
        return _marked_task(score.task, score.maximum, score.manual, score.comment)
    if score.automatic is None:
        waits = verdict(Outcome.UNGRADED, "needs_person")
        return TaskResult(score.task, None, score.maximum, MarkedBy.NOBODY, waits)
    points = min(max(score.automatic, 0.0), score.maximum)
    if points >= score.maximum:
        why = verdict(Outcome.PASSED, "passed")
    else:
        # a written answer that nbgrader itself gives 0 is one that was never touched
        why = whys.get(score.task) or verdict(Outcome.FAILED, "not_answered")
    return TaskResult(score.task, points, score.maximum, MarkedBy.CHECK, why)


def _marked_task(task: str, maximum: float, given: float, comment: str | None) -> TaskResult:
    # formgrader accepts any number, the result schema only 0 to maximum
    points = min(max(given, 0.0), maximum)
    why = marked(points, maximum, comment)
    return TaskResult(task, points, maximum, MarkedBy.PERSON, why)
