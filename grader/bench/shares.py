"""Where the time of a notebook goes: the learner's cells, the judge, the start of both, nbgrader's bookkeeping."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from grader.batch.grade import grade
from grader.bench.coursework import make_course
from grader.course.folder import open_folder
from grader.errors import GraderError
from grader.execution import open_sandbox
from grader.judge.engine import Engine
from grader.judge.job import Job, Judged


@dataclass(frozen=True)
class Shares:
    """Medians over the notebooks of a class, graded one after the other on one core: milliseconds of wall time.

    Attributes:
        notebooks: how many.
        cells: the learner's cells, the visible checks among them.
        answering: the learner's functions, called by the judge.
        judging: the check cells in the judge, without the calls of the learner's functions.
        starting: fork, walls, shell and end of both processes.
        bookkeeping: nbgrader's: reading, restoring, scores, the graded notebook.
        cpu: processor time of the learner's process and the judge together.
        peak_memory: bytes of a learner's process at most, beyond what the warm process had: the largest of all.
    """

    notebooks: int
    cells: float
    answering: float
    judging: float
    starting: float
    bookkeeping: float
    cpu: float
    peak_memory: int


def measure_shares(root: Path, folder: Path, submissions: int) -> Shares:
    """Grade submissions one after the other by the parts of `qampus grade`.

    Args:
        root: folder with exercises/ and build/.
        folder: for the course directory; it must not exist.
        submissions: how many.
    """
    make_course(root, folder, submissions)
    with open_sandbox() as sandbox, Engine(sandbox) as engine, open_folder(folder) as course:
        engine.ready()
        watch = _Watch(engine)

        @contextmanager
        def opened() -> Iterator[_Watch]:
            yield watch

        (assignment,) = (path.name for path in (folder / "source").iterdir())
        grade(course, assignment, opened, most_open=1)
    judged = watch.judged[-submissions:]  # before them the reference solution runs
    between = [
        begun - ended
        for ended, begun in zip(
            watch.ended[-submissions:-1], watch.begun[1 - submissions :], strict=True
        )
    ]
    return Shares(
        notebooks=len(judged),
        cells=_middle(_cells(one) for one in judged),
        answering=_middle(_answering(one) for one in judged),
        judging=_middle(_checks(one) - _answering(one) for one in judged),
        starting=_middle(one.seconds - _cells(one) - _checks(one) for one in judged),
        bookkeeping=_middle(between),
        cpu=_middle(one.cpu_seconds for one in judged),
        peak_memory=max(one.peak_memory for one in judged),
    )


def lines(measured: Shares) -> Sequence[str]:
    """Return the figures for people."""
    parts = {
        "learner's cells": measured.cells,
        "learner's functions, called by the judge": measured.answering,
        "judging": measured.judging,
        "start and end of both processes": measured.starting,
        "nbgrader's bookkeeping": measured.bookkeeping,
    }
    total = sum(parts.values())
    told = [f"medians of {measured.notebooks} notebooks, one after the other"]
    told += [f"  {name:42}{share:8.1f} ms {share / total:6.0%}" for name, share in parts.items()]
    told.append(f"  {'together':42}{total:8.1f} ms")
    told.append(f"  processor time of both processes {measured.cpu:.1f} ms")
    told.append(
        f"  peak memory of a fork {measured.peak_memory / 2**20:.0f} MiB beyond the warm process"
    )
    return told


@dataclass
class _Watch:
    """Judges one notebook at a time and notes what came out and when."""

    engine: Engine
    judged: list[Judged] = field(default_factory=list)
    begun: list[float] = field(default_factory=list)
    ended: list[float] = field(default_factory=list)
    _waiting: list[tuple[str, Job]] = field(default_factory=list)

    def submit(self, key: str, job: Job) -> None:
        self._waiting.append((key, job))

    def finished(self, timeout: float) -> Sequence[tuple[str, Judged | GraderError]]:
        del timeout
        done = []
        for key, job in self._waiting:
            self.begun.append(time.perf_counter())
            self.judged.append(self.engine.judge(job))
            self.ended.append(time.perf_counter())
            done.append((key, self.judged[-1]))
        self._waiting.clear()
        return done

    def cancel(self) -> None:
        self._waiting.clear()


def _cells(judged: Judged) -> float:
    return sum(run.seconds for run in judged.runs)


def _checks(judged: Judged) -> float:
    return sum(decision.seconds for decision in judged.decisions)


def _answering(judged: Judged) -> float:
    return sum(decision.answering for decision in judged.decisions)


def _middle(seconds: Iterator[float] | Sequence[float]) -> float:
    return 1000 * median(seconds)
