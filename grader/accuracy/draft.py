"""Checks a draft of an exercise, or installs one: a program of its own (`python -m grader.accuracy.draft`).

It reads an `Order` and writes an `Outcome`. What the author wrote is run in the sandbox. When its
standard input is closed, it and all that it started end at once: nothing works on for a service that is gone.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import msgspec

from grader.accuracy.results import Finding, TaskAccuracy
from grader.accuracy.run import audit, orders
from grader.authoring.answers import read_answers
from grader.authoring.build import build
from grader.authoring.built import notebook_file
from grader.authoring.draft import (
    Action,
    DraftFinding,
    DraftProblem,
    DraftTask,
    Order,
    Outcome,
    Paragraph,
    PreviewCell,
    Report,
)
from grader.authoring.drafting import DraftRefusedError, install, scratch_course
from grader.authoring.layout import exercise_source, po_file
from grader.authoring.po import read_po
from grader.authoring.rehearsal import Run, rehearse
from grader.authoring.source import Source, read_exercise
from grader.authoring.translation import TRANSLATED, messages
from grader.errors import GraderError, Problem, ReleaseError, SourceError
from grader.execution.sandbox import Sandbox, open_sandbox
from grader.execution.workplace import open_workplace
from grader.notebooks import read_notebook
from grader.results import LANGUAGES

_SEED = 0
_MOST_FINDINGS = 5
"""Of each kind and task; who mends the first ones asks again anyway."""
_MOST_LETTERS = 2000
_POLITENESS = 10
"""Learners' notebooks come first."""


def carry_out(order: Order) -> Outcome:
    """Do what is ordered.

    Raises:
        GraderError: it cannot be done here; that is not the draft's fault.
    """
    with open_workplace() as folder:
        folder.chmod(0o755)  # the sandbox looks into it as nobody
        if order.action == Action.CHECK:
            return Outcome(report=check(order, folder / "course"))
        try:
            return Outcome(version=install(order, folder / "course"))
        except (DraftRefusedError, SourceError, ReleaseError) as error:
            return Outcome(refusal=str(error).replace(f"{order.root}/", ""))


def check(order: Order, folder: Path) -> Report:
    """Try a draft out in a copy of the course: read, build, play, audit; stop where the next would make no sense.

    Raises:
        GraderError: there is no sandbox, or a process ended.
    """
    begun = time.monotonic()

    def seconds() -> float:
        return round(time.monotonic() - begun, 1)

    with ExitStack() as stack:
        sandbox = None if order.unsafe_no_sandbox else stack.enter_context(open_sandbox())
        try:
            course = scratch_course(Path(order.root), order.exercise, order.text, folder)
            path = exercise_source(course, order.exercise)
            build(course, course / "build", modules=[order.exercise], report=lambda _: None)
            source = read_exercise(path)
            problems = _play_problems(source, sandbox)
        except SourceError as error:
            problems = [_problem(one, folder, order.exercise) for one in error.problems]
            return Report(problems=tuple(problems), seconds=seconds())
        except ReleaseError as error:
            problem = DraftProblem("exercise.py", 1, str(error), "correct the markers")
            return Report(problems=(problem,), seconds=seconds())
        found = audit(orders([path.parent], _SEED), workers=order.workers, sandbox=sandbox)
    return Report(
        problems=tuple(problems),
        tasks=tuple(map(_task, found.tasks)),
        untranslated=_untranslated(course, source, order.base),
        preview={language: _preview(course, order.exercise, language) for language in LANGUAGES},
        seconds=seconds(),
    )


def _play_problems(source: Source, sandbox: Sandbox | None) -> list[DraftProblem]:
    """Play the answers of right/ and wrong/ through, and say which do not score what they promise."""
    answers = {answer.name: answer for answer in read_answers(source)}
    problems = []
    for run in rehearse(source, answers.values(), sandbox=sandbox).runs:
        if run.ok or run.variant not in answers:
            continue  # the reference and the release were tried by the build
        answer = answers[run.variant]
        task = source.task(answer.task)
        assert task is not None
        kind = "right answer" if answer.right else "near miss"
        problems.append(
            DraftProblem(
                "exercise.py",
                task.check.line,
                f"the {kind} {answer.path.parent.name}/{answer.path.name} is judged wrongly by the check of "
                f"{answer.task!r}: {_said(run)}",
                "mend the check",
            )
        )
    return problems


def _said(run: Run) -> str:
    return (run.fault or "")[:_MOST_LETTERS]


def _problem(problem: Problem, folder: Path, exercise: str) -> DraftProblem:
    """Return a problem without the names of folders that nobody knows."""
    file = problem.file
    for home in (folder / "exercises" / exercise, folder):
        if file.is_relative_to(home):
            file = file.relative_to(home)
            break
    said = [
        text.replace(f"{folder}/exercises/{exercise}/", "").replace(f"{folder}/", "")
        for text in (problem.message, problem.remedy)
    ]
    return DraftProblem(file.as_posix(), problem.line, said[0][:_MOST_LETTERS], said[1])


def _task(found: TaskAccuracy) -> DraftTask:
    return DraftTask(
        task=found.task,
        right=found.right,
        rewrites=found.rewrites,
        misses=found.misses,
        mutants=found.mutants,
        equivalent=found.equivalent,
        refused=_findings(found.refused),
        survivors=_findings(found.survivors),
        milliseconds=found.milliseconds,
    )


def _findings(found: tuple[Finding, ...]) -> tuple[DraftFinding, ...]:
    return tuple(
        DraftFinding(
            one.variant[:200], one.change[:_MOST_LETTERS], str(one.evidence)[:_MOST_LETTERS]
        )
        for one in found[:_MOST_FINDINGS]
    )


def _untranslated(course: Path, source: Source, base: str) -> dict[str, tuple[Paragraph, ...]]:
    """Return the paragraphs that are new in the draft and whose translation is stale or missing, by language."""
    with tempfile.TemporaryDirectory() as folder:
        former = Path(folder) / "exercise.py"
        former.write_text(base, encoding="utf-8")
        before = {message.text for message in messages(read_exercise(former))}
    fresh = [message.text for message in messages(source) if message.text not in before]
    found = {}
    for language in TRANSLATED:
        entries = {entry.msgid: entry for entry in read_po(po_file(source.path, language))[0]}
        found[language] = tuple(
            Paragraph(text, "stale" if entries[text].msgstr else "missing")
            for text in fresh
            if text in entries and ("fuzzy" in entries[text].flags or not entries[text].msgstr)
        )
    return found


def _preview(course: Path, exercise: str, language: str) -> tuple[PreviewCell, ...]:
    path = course / "build" / notebook_file(language, "release", exercise)
    return tuple(
        PreviewCell(cell.cell_type == "markdown", cell.source) for cell in read_notebook(path).cells
    )


def _end_with_input() -> None:
    """End this program and all of its group when nobody holds the other end of its input."""
    while os.read(sys.stdin.fileno(), 1 << 16):
        pass
    os.killpg(0, signal.SIGKILL)


def main() -> None:
    """Carry out one order, read from the open file whose number is the argument."""
    threading.Thread(target=_end_with_input, daemon=True).start()
    os.nice(_POLITENESS)
    with os.fdopen(int(sys.argv[1]), "rb") as asked:
        order = msgspec.json.decode(asked.read(), type=Order)
    try:
        answer = msgspec.json.encode(carry_out(order))
    except GraderError as error:
        print(error, file=sys.stderr, flush=True)
        os._exit(1)
    sys.stdout.buffer.write(answer + b"\n")
    sys.stdout.buffer.flush()
    os._exit(0)  # taking Qiskit's modules apart one by one would take most of a second


if __name__ == "__main__":
    main()
