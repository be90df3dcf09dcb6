"""One notebook to execute and judge, and what came out: plain data that crosses processes and machines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from grader.execution.limits import Limits
from grader.judge.plan import Ending, Plan
from grader.results import Outcome

JUDGE_STOPPED = "judge_stopped"
"""Code of a decision that could not be made: a person has to look."""


class StepKind(StrEnum):
    """Who runs a code cell."""

    RUN = "run"
    """The learner's process alone."""
    CHECK = "check"
    """The learner's process runs the visible form, uncounted; then the judge runs the whole and decides."""
    BESIDE = "beside"
    """An unprotected check: the learner's process runs the whole, and what it puts out decides, as in nbgrader."""


@dataclass(frozen=True)
class Step:
    """One code cell, at its place in the learner's notebook.

    Attributes:
        cell: index of the cell in the notebook.
        kind: who runs it.
        source: what the learner's process runs: for a check its visible form.
        task: grade_id of a check; empty for other cells.
        judged: what the judge runs: for a check its whole text.
        hidden: lines of `judged` that the learner never sees: first and last, counted from 1.
    """

    cell: int
    kind: StepKind
    source: str
    task: str = ""
    judged: str = ""
    hidden: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Job:
    """A notebook to execute and judge.

    Attributes:
        steps: its code cells that are not empty, in the learner's order.
        plan: how its checks are judged.
        language: language of messages: `en`, `ja` or `ko`.
        limits: what the learner's process may use; the judge gets the same for itself.
        files: files beside the notebook, for the learner's process: relative path -> content.
        given_files: the instructor's files beside the notebook, for the judge.
        explore: allow values that are no data everywhere, and only report where they came (`protection` asks for it).
        seed: secret of this learner's random instances (`grader.checks.instances`), for the judge alone; empty for the
            public ones.
    """

    steps: tuple[Step, ...]
    plan: Plan
    language: str = "en"
    limits: Limits = field(default_factory=Limits)
    files: Mapping[str, bytes] = field(default_factory=dict)
    given_files: Mapping[str, bytes] = field(default_factory=dict)
    explore: bool = False
    seed: str = field(default="", repr=False)


@dataclass(frozen=True)
class CellRun:
    """What a cell put out in the learner's process. A stranger's word: it is shown, and decides no score.

    Attributes:
        cell: index of the cell.
        outputs: outputs as nbformat 4 has them.
        execution_count: as IPython counts; None if the cell never ran.
        stopped: the limit at which it was stopped (`time_limit`, `memory_limit`, `process_limit`, `disk_limit`) or
            `died` if its process ended; empty if it ran to its end.
        seconds: wall time.
    """

    cell: int
    outputs: tuple[Mapping[str, Any], ...] = ()
    execution_count: int | None = None
    stopped: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class Decision:
    """What the judge says about one check.

    Attributes:
        task: grade_id of the check cell.
        outcome: passed, failed, or ungraded where the judge itself could not go on.
        credit: the number that is the cell's last expression, a part of its points; None for all or nothing.
        code: why it failed: the code of `CheckFailed`, or `assertion`, `error`, `not_answered`, `wrong_type`,
            a limit, `died`; `passed` otherwise.
        parameters: what the code's text needs.
        hidden: whether the line that failed is one that the learner never sees.
        outputs: what the check cell put out in the judge, as nbformat 4 has it; with the error, if it ended in one.
        seconds: wall time, calls of the learner's functions included.
        answering: part of `seconds` that was spent waiting for the learner's process.
        opaque: paths at which something came that is no data, and what it was (read by `protection`).
        changes: arguments that the answer changed in place, as in `CheckPlan.changes` (read by `protection`).
        ends: what the last expression of the check was; unknown if the check did not come to its end (read there, too).
    """

    task: str
    outcome: Outcome
    credit: float | None = None
    code: str = "passed"
    parameters: Mapping[str, str | int | float] = field(default_factory=dict)
    hidden: bool = False
    outputs: tuple[Mapping[str, Any], ...] = ()
    seconds: float = 0.0
    answering: float = 0.0
    opaque: Mapping[str, str] = field(default_factory=dict)
    changes: tuple[str, ...] = ()
    ends: Ending = Ending.UNKNOWN


@dataclass(frozen=True)
class Judged:
    """What came out of a job.

    Attributes:
        runs: one entry per step that was reached, in order.
        decisions: one entry per step of kind CHECK, in order; checks that were not reached are there too.
        seconds: wall time of everything.
        stopped: the limit at which the whole learner's process was ended (`time_limit`, `memory_limit`,
            `process_limit`, `disk_limit`, `output_limit`), `died` if it ended by itself; empty otherwise.
        cpu_seconds: processor time of the learner's processes and of the judge.
        peak_memory: bytes of the learner's processes at most, beyond what the warm process had.
    """

    runs: tuple[CellRun, ...]
    decisions: tuple[Decision, ...]
    seconds: float
    stopped: str = ""
    cpu_seconds: float = 0.0
    peak_memory: int = 0
