"""Plays an exercise through with every answer that comes with it, and says whether each scores what it promises.

`python -m grader.authoring.rehearsal exercises/04_entanglement [--lesson curriculum/04_entanglement]`

- The reference solution gets full points and every answer of `right/` those of its task, and no cell raises.
- The untouched release gets nothing: each check fails.
- Every near miss of `wrong/` fails the check of its task, in the assertion and with the code that it names.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from grader.authoring.answers import Answer, read_answers
from grader.authoring.cells import Kind
from grader.authoring.markers import blank_answer
from grader.authoring.nursery import Failure, Performance, Step, Variant
from grader.authoring.source import Source, read_exercise, read_lesson
from grader.authoring.walls import start
from grader.errors import RehearsalError, SourceError
from grader.execution.sandbox import Sandbox

EXERCISE_SECONDS = 60.0
LESSON_SECONDS = 300.0


@dataclass(frozen=True)
class Run:
    """One variant of an exercise, or a lesson, played through.

    Attributes:
        variant: `reference`, `release`, `lesson`, or folder and file of an answer.
        expected: what it promises, for people.
        points: task id -> points that its check gave. Essays have none.
        maximum: task id -> points that the task is worth.
        failures: task id -> why its check failed.
        errors: what cells that check nothing raised.
        seconds: wall time.
        fault: why it is not as promised; None when all is well.
    """

    variant: str
    expected: str
    points: dict[str, float]
    maximum: dict[str, float]
    failures: dict[str, Failure]
    errors: tuple[Failure, ...]
    seconds: float
    fault: str | None

    @property
    def ok(self) -> bool:
        """Whether it scored what it promises."""
        return self.fault is None


@dataclass(frozen=True)
class Rehearsal:
    """All runs of one exercise."""

    exercise: str
    runs: tuple[Run, ...]

    @property
    def ok(self) -> bool:
        """Whether every run is as promised."""
        return all(run.ok for run in self.runs)


def rehearse(
    source: Source,
    answers: Iterable[Answer] = (),
    lesson: Source | None = None,
    sandbox: Sandbox | None = None,
) -> Rehearsal:
    """Run the reference, the release and the given answers of an exercise, and its lesson.

    Args:
        source: the exercise.
        answers: of `right/` and `wrong/`.
        lesson: the module's lesson, if it is to be run.
        sandbox: where all of it runs; None: with the rights of this process.

    Raises:
        RehearsalError: the process that runs them ended too early.
    """
    kept = {answer.name: answer for answer in answers if answer.path.suffix == ".py"}
    variants = [Variant("reference", _steps(source, "reference"), EXERCISE_SECONDS)]
    variants.append(Variant("release", _steps(source, "release"), EXERCISE_SECONDS))
    variants += [
        Variant(name, _steps(source, "reference", answer), EXERCISE_SECONDS)
        for name, answer in kept.items()
    ]
    if lesson is not None:
        variants.append(Variant("lesson", _steps(lesson, "reference"), LESSON_SECONDS))
    runs = [
        _run(performance, variant, source, kept.get(variant.name))
        for variant, performance in zip(variants, _performances(variants, sandbox), strict=True)
    ]
    return Rehearsal(source.path.parent.name, tuple(runs))


def rehearse_folder(exercise: Path, lesson: Path | None = None) -> Rehearsal:
    """Read and run the exercise of a folder with all its answers, and the lesson of another folder.

    Raises:
        SourceError: the texts have problems.
        RehearsalError: the process that runs them ended too early.
    """
    source = read_exercise(exercise / "exercise.py")
    text = read_lesson(lesson / "lesson.py") if lesson is not None else None
    return rehearse(source, read_answers(source), text)


def _steps(source: Source, form: str, answer: Answer | None = None) -> tuple[Step, ...]:
    steps = []
    for cell in source.cells:
        if cell.kind.is_markdown:
            continue
        if answer is not None and cell.kind is Kind.CHECK and cell.name != answer.task:
            continue  # they say nothing about this answer, and take most of the time
        file, line, code = str(source.path), cell.line_of(0), cell.text
        if cell.kind is Kind.ANSWER:
            if answer is not None and cell.name == answer.task:
                file, line, code = str(answer.path), answer.line, answer.text
            elif form == "release":
                code = blank_answer(cell.text)
        steps.append(Step(code, file, line, cell.name if cell.kind is Kind.CHECK else None))
    return tuple(steps)


def _performances(variants: list[Variant], sandbox: Sandbox | None) -> Iterator[Performance]:
    """Let a nursery run the variants, one after the other."""
    with start("grader.authoring.nursery", sandbox, stderr=subprocess.PIPE) as nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        assert nursery.stderr is not None
        try:
            for variant in variants:
                nursery.stdin.write(msgspec.json.encode(variant) + b"\n")
                nursery.stdin.flush()
                line = nursery.stdout.readline()
                if not line:
                    said = nursery.stderr.read().decode(errors="replace").strip().splitlines()
                    raise RehearsalError(said[-1] if said else f"while it ran {variant.name}")
                yield msgspec.json.decode(line, type=Performance)
        finally:
            nursery.stdin.close()


def _run(performance: Performance, variant: Variant, source: Source, answer: Answer | None) -> Run:
    checks = {
        step.task: number for number, step in enumerate(variant.steps) if step.task is not None
    }
    by_step = {failure.step: failure for failure in performance.failures}
    failures = {task: by_step[number] for task, number in checks.items() if number in by_step}
    maximum = {task.id: task.points for task in source.tasks if task.id in checks}
    points = {task: 0.0 if task in failures else worth for task, worth in maximum.items()}
    errors = tuple(
        failure for number, failure in by_step.items() if variant.steps[number].task is None
    )
    if answer is not None and answer.fails is not None:
        expected = str(answer.fails)
        fault = _miss_fault(answer, failures.get(answer.task))
    elif variant.name == "release":
        expected = "0 points"
        fault = _release_fault(points)
    else:
        expected = "runs" if variant.name == "lesson" else "all points"
        fault = _honest_fault(failures, errors)
    return Run(
        variant.name, expected, points, maximum, failures, errors, performance.seconds, fault
    )


def _miss_fault(answer: Answer, failure: Failure | None) -> str | None:
    if failure is None:
        return f"{answer.task} passed, expected it to fail"
    if answer.fails is None or (failure.check, failure.code) == (
        answer.fails.check,
        answer.fails.code,
    ):
        return None
    return f"{answer.task} failed in {failure}"


def _release_fault(points: dict[str, float]) -> str | None:
    passed = [task for task, given in points.items() if given > 0]
    return f"passed without an answer: {', '.join(passed)}" if passed else None


def _honest_fault(failures: dict[str, Failure], errors: tuple[Failure, ...]) -> str | None:
    said = [f"{task} failed in {failure}" for task, failure in failures.items()]
    said += [f"line {error.line}: {error}" for error in errors]
    return "; ".join(said) or None


def table(rehearsal: Rehearsal) -> str:
    """Return the runs as a table for people."""
    rows = [("variant", "points", "expected", "seconds", "")]
    for run in rehearsal.runs:
        points = (
            f"{sum(run.points.values()):g}/{sum(run.maximum.values()):g}" if run.points else "-"
        )
        verdict = "ok" if run.fault is None else f"NOT OK: {run.fault}"
        rows.append((run.variant, points, run.expected, f"{run.seconds:.1f}", verdict))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        "  ".join([*(text.ljust(width) for text, width in zip(row, widths, strict=False)), row[4]])
        for row in rows
    )


def main(arguments: list[str] | None = None) -> int:
    """Rehearse one exercise from the command line; 0 when all is as promised."""
    parser = argparse.ArgumentParser(
        prog="python -m grader.authoring.rehearsal", description=__doc__
    )
    parser.add_argument("exercise", type=Path, help="folder of the exercise")
    parser.add_argument("--lesson", type=Path, help="folder of its lesson, run as well")
    options = parser.parse_args(arguments)
    try:
        rehearsal = rehearse_folder(options.exercise, options.lesson)
    except (SourceError, RehearsalError) as error:
        print(error, file=sys.stderr)
        return 1
    print(table(rehearsal))
    return 0 if rehearsal.ok else 1


if __name__ == "__main__":
    sys.exit(main())
