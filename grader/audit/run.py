"""Runs attacks through the very grading that learners get, and through plain nbgrader beside it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from grader.audit.attack import Attack
from grader.audit.plain import Plain, grade_plainly
from grader.audit.target import OWN, Target, handed_in, source_notebook
from grader.course import Course, Sanitised
from grader.errors import CourseError, FileNameError
from grader.execution.limits import Limits
from grader.execution.sandbox import Sandbox
from grader.grading import NOTHING, Attempt, conclude, job_of, prepare
from grader.judge.engine import Engine
from grader.judge.job import Job, Judged
from grader.judge.plan import Plan
from grader.judge.protection import make_plan
from grader.notebooks import text_of

_NOW = datetime(2026, 4, 1, tzinfo=UTC)
_ALMOST = 1e-9
_SEED = "of the audit"
"""Secret of the attackers' random instances, always the same: nobody wins by luck, and every run is the same."""


@dataclass(frozen=True)
class AttackResult:
    """What an attack came to.

    Attributes:
        attack: the attack.
        maximum: task -> points that it is worth.
        points: task -> points that Qampus gave; tasks that wait for a person are not there.
        codes: task -> code of the verdict.
        refused: why the submission was not even taken; empty if it was graded.
        seconds: wall time.
        plain: what plain nbgrader gave; None if it was not asked.
    """

    attack: Attack
    maximum: Mapping[str, float]
    points: Mapping[str, float]
    codes: Mapping[str, str] = field(default_factory=dict)
    refused: str = ""
    seconds: float = 0.0
    plain: Plain | None = None

    @property
    def won(self) -> dict[str, float]:
        """Task -> points that Qampus gave beyond what is deserved."""
        return _above(self.points, self.attack)

    @property
    def won_plainly(self) -> dict[str, float]:
        """Task -> points that plain nbgrader gave beyond what is deserved."""
        return _above(self.plain.points, self.attack) if self.plain else {}

    @property
    def lost(self) -> dict[str, float]:
        """Task -> points that were deserved and that Qampus did not give."""
        return {
            task: deserved - self.points.get(task, 0.0)
            for task, deserved in self.attack.honest.items()
            if deserved - self.points.get(task, 0.0) > _ALMOST
        }


@dataclass(frozen=True)
class Entry:
    """A submission that was taken and restored, ready to be judged.

    Attributes:
        attempt: the submission.
        sanitised: what was restored.
        job: what the engine is to do; None if what was handed in cannot be read.
    """

    attempt: Attempt
    sanitised: Sanitised
    job: Job | None


@dataclass(frozen=True)
class Range:
    """Where attacks are tried: exercises in course directories of their own, and the engine that judges them.

    Attributes:
        engine: executes and judges.
        targets: id -> exercise.
        courses: id -> course directory with nothing but this exercise.
        plans: id -> how its checks are judged.
    """

    engine: Engine
    targets: Mapping[str, Target]
    courses: Mapping[str, Course]
    plans: Mapping[str, Plan]

    def unprotected(self) -> Range:
        """Return the same place with every check run beside the learner's code, as nbgrader does."""
        plans = {
            name: replace(
                plan,
                checks={task: replace(one, protected=False) for task, one in plan.checks.items()},
            )
            for name, plan in self.plans.items()
        }
        return replace(self, plans=plans)

    def take(
        self, learner: str, exercise: str, files: Mapping[str, bytes], limits: Limits | None = None
    ) -> Entry:
        """Store a submission in its course directory and restore it, as the service does.

        Raises:
            CourseError: it is not taken.
        """
        attempt = Attempt("S1", exercise, "0" * 12, learner, "en", _NOW, files)
        sanitised = prepare(self.courses[exercise], attempt)
        job = job_of(sanitised, self.plans[exercise], {}, language="en", limits=limits, seed=_SEED)
        return Entry(attempt, sanitised, job)

    def score(self, entry: Entry, judged: Judged, limits: Limits | None = None) -> dict[str, float]:
        """Record what came out, make feedback, and return task -> points, without those that wait for a person."""
        course = self.courses[entry.attempt.exercise]
        graded = conclude(course, entry.attempt, entry.sanitised, judged, limits=limits)
        return {one.task: one.points for one in graded.result.tasks if one.points is not None}

    def attack(self, attack: Attack, learner: str = "attacker") -> AttackResult:
        """Try an attack."""
        target = self.targets[attack.target or OWN]
        files = handed_in(attack, target)
        begun = time.monotonic()
        try:
            entry = self.take(learner, target.id, files, attack.limits)
            judged = self.engine.judge(entry.job) if entry.job else NOTHING
        except (CourseError, FileNameError) as error:
            return AttackResult(attack, target.maximum(), {}, refused=error.reason)
        return AttackResult(
            attack,
            target.maximum(),
            self.score(entry, judged, attack.limits),
            {one.task: one.code for one in judged.decisions},
            seconds=time.monotonic() - begun,
        )


@contextmanager
def open_range(engine: Engine, root: Path, targets: frozenset[str]) -> Iterator[Range]:
    """Set up the exercises under attack in a temporary folder.

    Args:
        engine: executes and judges.
        root: folder with exercises/.
        targets: exercises, by `Attack.target`.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="qampus-audit-")))
        made: dict[str, Target] = {}
        courses: dict[str, Course] = {}
        plans: dict[str, Plan] = {}
        for name in sorted(targets):
            key = name or OWN
            notebook = source_notebook(name, root)
            source = folder / "source" / key
            source.mkdir(parents=True)
            (source / f"{key}.ipynb").write_text(text_of(notebook), encoding="utf-8")
            courses[key] = Course(folder / key, "audit")
            stack.callback(courses[key].close)
            courses[key].install(key, source)
            made[key] = Target(key, notebook, courses[key].released(key))
            plans[key] = make_plan(notebook, {}, engine)
        yield Range(engine, made, courses, plans)


def audit_attacks(
    sandbox: Sandbox,
    engine: Engine,
    attacks: tuple[Attack, ...],
    root: Path,
    *,
    plain: bool = False,
    report: Callable[[AttackResult], object] = lambda _: None,
) -> tuple[AttackResult, ...]:
    """Try attacks, one after the other.

    Args:
        sandbox: where plain nbgrader is tried.
        engine: executes and judges.
        attacks: to be tried.
        root: folder with exercises/.
        plain: whether plain nbgrader is tried, too.
        report: is told each result at once.
    """
    results = []
    with open_range(engine, root, frozenset(attack.target for attack in attacks)) as place:
        for attack in attacks:
            result = place.attack(attack)
            if plain:
                result = replace(result, plain=_plainly(place, attack, sandbox))
            report(result)
            results.append(result)
    return tuple(results)


def _plainly(place: Range, attack: Attack, sandbox: Sandbox) -> Plain:
    target = place.targets[attack.target or OWN]
    with tempfile.TemporaryDirectory(prefix="qampus-audit-plain-") as folder:
        fresh = Course(Path(folder), "audit")
        try:
            fresh.install(target.id, place.courses[target.id].directory / "source" / target.id)
        finally:
            fresh.close()
        return grade_plainly(attack, target, handed_in(attack, target), Path(folder), sandbox)


def _above(points: Mapping[str, float], attack: Attack) -> dict[str, float]:
    extra = {task: given - attack.honest.get(task, 0.0) for task, given in points.items()}
    return {task: one for task, one in extra.items() if one > _ALMOST}
