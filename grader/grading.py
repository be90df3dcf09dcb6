"""One submission: sanitise, execute and judge, record, explain.

The steps are functions of their own because they run in different places: `prepare` and `conclude` touch the course
directory and belong to its one thread; what `job_of` returns is data that is judged anywhere (`grader.judge.engine`,
`grader.cluster`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import version

from grader.course import Course, Marks, RegradingCourse, Sanitised, Score
from grader.execution import Limits
from grader.judge.engine import Engine
from grader.judge.job import Decision, Job, Judged
from grader.judge.plan import Plan
from grader.judge.steps import make_steps, written
from grader.notebooks import NotebookNode
from grader.results import UNPROTECTED, MarkedBy, Outcome, Result, TaskResult, Verdict
from grader.verdicts import LIMITS, decided, limit, marked, partial, stopped_with, verdict

NOTHING = Judged(runs=(), decisions=(), seconds=0.0)
"""What comes out of a submission that is no notebook."""


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
        seed: secret of the learner's random instances in this exercise; empty for the public ones.
    """

    submission: str
    exercise: str
    version: str
    learner: str
    language: str
    received_at: datetime
    files: Mapping[str, bytes]
    seed: str = field(default="", repr=False)


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


def job_of(
    sanitised: Sanitised,
    plan: Plan,
    given_files: Mapping[str, bytes],
    *,
    language: str,
    limits: Limits | None = None,
    seed: str = "",
) -> Job | None:
    """Return what is to be executed and judged; None if the submission is no notebook and nothing is.

    Args:
        sanitised: what `prepare` returned.
        plan: of the exercise.
        given_files: the instructor's files beside the notebook.
        language: of messages.
        limits: what the learner's code may use.
        seed: secret of the learner's random instances.
    """
    if sanitised.unreadable is not None:
        return None
    return Job(
        steps=make_steps(sanitised.notebook, plan),
        plan=plan,
        language=language,
        limits=limits or Limits(),
        files=sanitised.files,
        given_files=given_files,
        seed=seed,
    )


def conclude(
    course: Course,
    attempt: Attempt,
    sanitised: Sanitised,
    judged: Judged,
    *,
    limits: Limits | None = None,
) -> Graded:
    """Record a judged submission in the gradebook and say what came out.

    Args:
        course: the course of `prepare`.
        attempt: the submission.
        sanitised: what `prepare` returned.
        judged: what came out of its job; `NOTHING` if there was none.
        limits: those of the job.

    Raises:
        CourseError: the grader's own fault; grading the submission again is safe.
    """
    limits = limits or Limits()
    notebook = written(sanitised.notebook, judged)
    whys = _explain(sanitised, notebook, judged, limits)
    scores = course.record(sanitised, notebook, to_person=_undecided(judged))
    result = _result(attempt, scores, whys, judged)
    return Graded(result, course.feedback(attempt.learner, attempt.exercise))


def conclude_aside(
    course: RegradingCourse,
    attempt: Attempt,
    sanitised: Sanitised,
    judged: Judged,
    *,
    limits: Limits | None = None,
) -> tuple[Result, NotebookNode]:
    """Say what came out of a submission that was judged anew; the gradebook stays as it is.

    Args:
        course: the course of `sanitise_aside`.
        attempt: the submission.
        sanitised: what `sanitise_aside` returned.
        judged: what came out of its job; `NOTHING` if there was none.
        limits: those of the job.

    Returns:
        The result, without marks that people gave, and the judged notebook.

    Raises:
        CourseError: the grader's own fault; judging the submission again is safe.
    """
    limits = limits or Limits()
    notebook = written(sanitised.notebook, judged)
    whys = _explain(sanitised, notebook, judged, limits)
    scores = course.scores_aside(sanitised, notebook, to_person=_undecided(judged))
    return _result(attempt, scores, whys, judged), notebook


def grade(
    course: Course,
    attempt: Attempt,
    engine: Engine,
    plan: Plan,
    *,
    as_received: NotebookNode | None = None,
    given_files: Mapping[str, bytes] | None = None,
    limits: Limits | None = None,
) -> Graded:
    """Grade one submission from beginning to end, in this thread.

    Raises:
        CourseError: the grader's own fault; grading the submission again is safe.
    """
    sanitised = prepare(course, attempt, as_received)
    job = job_of(
        sanitised,
        plan,
        given_files or {},
        language=attempt.language,
        limits=limits,
        seed=attempt.seed,
    )
    judged = engine.judge(job) if job is not None else NOTHING
    return conclude(course, attempt, sanitised, judged, limits=limits)


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


def engine_name() -> str:
    """Return name and version of what judges notebooks."""
    return f"qampus {version('qampus')}"


def _undecided(judged: Judged) -> set[str]:
    """Return the tasks whose check could not tell."""
    return {one.task for one in judged.decisions if one.outcome is Outcome.UNGRADED}


def _result(
    attempt: Attempt, scores: Iterable[Score], whys: Mapping[str, Verdict], judged: Judged
) -> Result:
    judge_decided = {decision.task for decision in judged.decisions}
    return Result(
        submission=attempt.submission,
        exercise=attempt.exercise,
        version=attempt.version,
        tasks=tuple(_task(score, whys, judge_decided) for score in scores),
        graded_at=datetime.now(UTC),
        seconds=judged.seconds,
        engine=engine_name(),
    )


def _explain(
    sanitised: Sanitised, notebook: NotebookNode, judged: Judged, limits: Limits
) -> dict[str, Verdict]:
    """Return for each graded code cell why it fails, if it does."""
    cells = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
    indices = {id(cell): index for index, cell in enumerate(notebook.cells)}
    stopped = {run.cell: run.stopped for run in judged.runs if run.stopped}
    decisions = {decision.task: decision for decision in judged.decisions}
    whys: dict[str, Verdict] = {}
    for task, cell in cells.items():
        if cell.cell_type != "code" or not cell.metadata.get("nbgrader", {}).get("grade"):
            continue
        answer = cells.get(f"{task}_answer")
        halted = answer is not None and stopped.get(indices[id(answer)])
        if sanitised.unreadable is not None:
            reason = sanitised.unreadable[:300]
            whys[task] = verdict(Outcome.FAILED, "error", name="NotANotebook", message=reason)
        elif answer is not None and f"{task}_answer" not in sanitised.answered:
            whys[task] = verdict(Outcome.FAILED, "not_answered")
        elif halted in LIMITS:
            whys[task] = limit(halted, limits)
        elif task in decisions:
            whys[task] = _decided(decisions[task], answer, limits)
        else:
            whys[task] = stopped_with(cell) or partial()
    return whys


def _decided(decision: Decision, answer: NotebookNode | None, limits: Limits) -> Verdict:
    """Return why a check did not pass; an answer cell that itself ended in an error is the better reason."""
    undefined = decision.code == "error" and decision.parameters.get("name") == "NameError"
    if undefined and answer is not None and (why := stopped_with(answer)) is not None:
        return why
    if decision.outcome is Outcome.PASSED:
        return partial()
    return decided(decision, limits)


def _task(score: Score, whys: Mapping[str, Verdict], judge_decided: Collection[str]) -> TaskResult:
    if score.manual is not None and not score.needs_person:
        return _marked_task(score.task, score.maximum, score.manual, score.comment)
    if score.automatic is None:
        why = whys.get(score.task)
        if why is None or why.outcome is not Outcome.UNGRADED:
            why = verdict(Outcome.UNGRADED, "needs_person")
        return TaskResult(score.task, None, score.maximum, MarkedBy.NOBODY, why)
    points = min(max(score.automatic, 0.0), score.maximum)
    if points >= score.maximum:
        why = verdict(Outcome.PASSED, "passed")
    else:
        # a written answer that nbgrader itself gives 0 is one that was never touched
        why = whys.get(score.task) or verdict(Outcome.FAILED, "not_answered")
    if points > 0 and score.task not in judge_decided:
        why = replace(why, parameters={**why.parameters, UNPROTECTED: 1})
    return TaskResult(score.task, points, score.maximum, MarkedBy.CHECK, why)


def _marked_task(task: str, maximum: float, given: float, comment: str | None) -> TaskResult:
    # formgrader accepts any number, the result schema only 0 to maximum
    points = min(max(given, 0.0), maximum)
    why = marked(points, maximum, comment)
    return TaskResult(task, points, maximum, MarkedBy.PERSON, why)
