"""How many notebooks a minute: `nbgrader autograde` and `qampus grade`, the same submissions, A B A B in one run."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from grader.bench.coursework import EXERCISE, automatic_scores, make_course, run_here
from grader.errors import BenchError

_FEW = 2


@dataclass(frozen=True)
class Timing:
    """One run over all submissions.

    Attributes:
        notebooks: how many were graded.
        seconds: wall time, start of the program included.
        start: seconds that the program takes for `_FEW` notebooks.
    """

    notebooks: int
    seconds: float
    start: float

    @property
    def per_minute(self) -> float:
        """Notebooks a minute, the start of the program included."""
        return 60 * self.notebooks / self.seconds

    @property
    def started_per_minute(self) -> float:
        """Notebooks a minute once the program has started."""
        return 60 * (self.notebooks - _FEW) / (self.seconds - self.start)


@dataclass(frozen=True)
class Throughput:
    """What both programs needed, and whether they agree.

    Attributes:
        nbgrader: one timing per round.
        qampus: one timing per round.
        scores: how many scores were compared.
        different: (student, task) -> (nbgrader's points, ours), where they differ.
    """

    nbgrader: tuple[Timing, ...]
    qampus: tuple[Timing, ...]
    scores: int
    different: dict[tuple[str, str], tuple[float | None, float | None]]

    @property
    def ratio(self) -> float:
        """Our notebooks a minute over nbgrader's, start included: the median of the rounds."""
        pairs = zip(self.nbgrader, self.qampus, strict=True)
        return median(ours.per_minute / theirs.per_minute for theirs, ours in pairs)

    @property
    def started_ratio(self) -> float:
        """The same once both have started."""
        pairs = zip(self.nbgrader, self.qampus, strict=True)
        return median(ours.started_per_minute / theirs.started_per_minute for theirs, ours in pairs)


def measure_throughput(root: Path, folder: Path, submissions: int, rounds: int) -> Throughput:
    """Grade the same submissions by both programs, in turn.

    Args:
        root: folder with exercises/ and build/.
        folder: for the course directories; they are made anew for each run.
        submissions: how many notebooks.
        rounds: how often each program runs.

    Raises:
        BenchError: a program failed, or did not grade every submission.
    """
    workers = str(os.cpu_count() or 1)
    programs = {
        "nbgrader": ["nbgrader", "autograde", EXERCISE, "--create"],
        "qampus": ["qampus", "grade", EXERCISE, "--workers", workers],
    }
    timings: dict[str, list[Timing]] = {name: [] for name in programs}
    scores = {}
    for number in range(rounds):
        for name, command in programs.items():
            few = make_course(root, folder / "few", _FEW)
            start = _timed(command, few, _FEW).seconds
            shutil.rmtree(few)
            course = make_course(root, folder / f"{name}-{number}", submissions)
            timings[name].append(replace(_timed(command, course, submissions), start=start))
            scores[name] = automatic_scores(course)
            shutil.rmtree(course)
    theirs, ours = scores["nbgrader"], scores["qampus"]
    if theirs.keys() != ours.keys():
        raise BenchError(f"expected scores of the same tasks, got {len(theirs)} and {len(ours)}")
    different = {key: (theirs[key], ours[key]) for key in theirs if theirs[key] != ours[key]}
    return Throughput(tuple(timings["nbgrader"]), tuple(timings["qampus"]), len(theirs), different)


def lines(measured: Throughput) -> Sequence[str]:
    """Return the figures for people."""
    told = [f"{'':10}{'notebooks':>10}{'seconds':>9}{'a minute':>10}{'started':>10}"]
    for name, timings in (("nbgrader", measured.nbgrader), ("qampus", measured.qampus)):
        told += [
            f"{name:10}{one.notebooks:10}{one.seconds:9.2f}{one.per_minute:10.1f}"
            f"{one.started_per_minute:10.1f}"
            for one in timings
        ]
    told.append(
        f"qampus over nbgrader, median of the rounds: {measured.ratio:.1f} times with the start of the program"
    )
    told.append(f"{'':45}{measured.started_ratio:.1f} times once started")
    told.append(f"scores compared: {measured.scores}, different: {len(measured.different)}")
    told += [
        f"  {student} {task}: nbgrader {theirs}, qampus {ours}"
        for (student, task), (theirs, ours) in sorted(measured.different.items())
    ]
    return told


def _timed(program: Sequence[str], course: Path, notebooks: int) -> Timing:
    begun = time.monotonic()
    run_here(*program, folder=course)
    seconds = time.monotonic() - begun
    graded = len(list(course.glob(f"autograded/*/{EXERCISE}/{EXERCISE}.ipynb")))
    if graded != notebooks:
        raise BenchError(f"{program[0]}: expected {notebooks} graded notebooks, got {graded}")
    return Timing(notebooks, seconds, 0.0)
