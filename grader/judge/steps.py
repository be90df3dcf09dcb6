"""From a learner's notebook to the steps of a job, and from what came out to a notebook that nbgrader can score."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from grader.judge.analysis import Role, nbgrader_metadata, role_of
from grader.judge.job import CellRun, Decision, Judged, Step, StepKind
from grader.judge.outputs import (
    as_credit,
    as_plain,
    as_shown,
    maximum_of,
    quoted_source,
    sound_outputs,
    without_lines,
)
from grader.judge.plan import Plan
from grader.notebooks import NotebookNode, new_error
from grader.results import Outcome

MARK = "qampus"
"""Key of the metadata by which a check cell tells how it was judged."""

NEVER_RAN = "never_ran"
"""Why a cell has no output although nothing stopped it: the learner's process never came to it."""

_ENAMES = {
    "time_limit": ("TimeLimitError", "the cell was stopped, or never started, at the time limit"),
    "memory_limit": ("MemoryLimitError", "more memory was asked for than a notebook may use"),
    "process_limit": ("ProcessLimitError", "more processes were started than a notebook may have"),
    "disk_limit": ("DiskLimitError", "more was written to files than a notebook may write"),
    "output_limit": ("OutputLimitError", "the notebook put out more than it may"),
    "died": ("ProcessDiedError", "the notebook's process ended before this cell was done"),
    NEVER_RAN: ("NotExecutedError", "the notebook was not executed to this cell"),
}

STOPS = frozenset(_ENAMES)
"""Codes of a check that came to no end of its own."""


@dataclass(frozen=True)
class HiddenTests:
    """The words that mark hidden tests, as nbgrader's ClearHiddenTests finds them: anywhere in a line.

    Attributes:
        begin: in the first line of a region.
        end: in its last line.
    """

    begin: str = "BEGIN HIDDEN TESTS"
    end: str = "END HIDDEN TESTS"

    def lines(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return first and last line of each region, counted from 1, markers included.

        A region without an end reaches to the last line.
        """
        regions: list[tuple[int, int]] = []
        opened: int | None = None
        lines = text.split("\n")
        for number, line in enumerate(lines, 1):
            if opened is None and self.begin in line:
                opened = number
            elif opened is not None and self.end in line:
                regions.append((opened, number))
                opened = None
        if opened is not None:
            regions.append((opened, len(lines)))
        return tuple(regions)

    def visible(self, text: str) -> str:
        """Return the text without its hidden tests."""
        hidden = self.lines(text)
        return "\n".join(
            line
            for number, line in enumerate(text.split("\n"), 1)
            if not any(first <= number <= last for first, last in hidden)
        )

    def hidden(self, text: str) -> tuple[str, ...]:
        """Return the hidden lines, without markers, blank lines and indentation."""
        lines = text.split("\n")
        return tuple(
            line.strip()
            for first, last in self.lines(text)
            for line in lines[first - 1 : last]
            if line.strip() and self.begin not in line and self.end not in line
        )


NBGRADER = HiddenTests()
"""nbgrader's own delimiters."""


def task_of(cell: NotebookNode) -> str:
    """Return nbgrader's grade_id of a cell; empty if it has none."""
    return str(nbgrader_metadata(cell).get("grade_id", ""))


def make_steps(
    notebook: NotebookNode, plan: Plan, visible: HiddenTests = NBGRADER
) -> tuple[Step, ...]:
    """Return who runs which cell of a learner's notebook.

    Args:
        notebook: as nbgrader restored it: the text of check cells is the instructor's, hidden tests included.
        plan: how its checks are judged. A check that it does not know runs beside the learner's code.
        visible: how hidden tests are marked.
    """
    steps = []
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        if role_of(cell) is not Role.CHECK:
            steps.append(Step(index, StepKind.RUN, cell.source))
            continue
        task = task_of(cell)
        check = plan.checks.get(task)
        if check is None or not check.protected:
            steps.append(Step(index, StepKind.BESIDE, cell.source, task))
            continue
        steps.append(
            Step(
                index,
                StepKind.CHECK,
                visible.visible(cell.source),
                task,
                judged=cell.source,
                hidden=visible.lines(cell.source),
            )
        )
    return tuple(steps)


def written(
    notebook: NotebookNode, judged: Judged, visible: HiddenTests = NBGRADER
) -> NotebookNode:
    """Return the notebook with outputs of which nbgrader's `determine_grade` reads exactly the judge's decisions.

    Each graded code cell gets `metadata.qampus`: `protected`, whether the judge decided; `hidden`, whether what failed
    is hidden from the learner; and `ungraded`, whether nobody could tell. Its outputs hold everything for the
    instructor: where something hidden failed they quote it, and a learner must not see them.

    Args:
        notebook: that of `make_steps`; it is not changed.
        judged: what came out.
        visible: how hidden tests are marked.
    """
    filled = deepcopy(notebook)
    runs = {run.cell: run for run in judged.runs}
    decisions = {decision.task: decision for decision in judged.decisions}
    for index, cell in enumerate(filled.cells):
        if cell.cell_type != "code":
            continue
        run = runs.get(index)
        cell.execution_count = run.execution_count if run else None
        if not cell.source.strip():
            cell.outputs = []
            continue
        decision = decisions.get(task_of(cell)) if role_of(cell) is Role.CHECK else None
        if decision is not None:
            _write_decision(cell, decision, visible)
            continue
        cell.outputs = _outputs(run, judged.stopped)
        if role_of(cell) is Role.CHECK:
            as_plain(cell)
            cell.metadata[MARK] = {
                "protected": False,
                "hidden": _quotes(cell, visible),
                "ungraded": False,
            }
    return filled


def _outputs(run: CellRun | None, notebook_stopped: str) -> list[NotebookNode]:
    """Return what a cell put out in the learner's process, with an error if it did not come to its end."""
    stopped = run.stopped if run else notebook_stopped or NEVER_RAN
    outputs = sound_outputs(run.outputs) if run else []
    if stopped:
        outputs.append(_stop(stopped))
    return outputs


def _stop(why: str) -> NotebookNode:
    ename, evalue = _ENAMES.get(why, _ENAMES["died"])
    return new_error(ename, evalue, [f"{ename}: {evalue}"])


def _write_decision(cell: NotebookNode, decision: Decision, visible: HiddenTests) -> None:
    """Give a check cell the outputs that say what the judge decided, and nothing else."""
    outputs = sound_outputs(decision.outputs)
    failed = decision.outcome is not Outcome.PASSED and decision.credit is None
    if failed:
        # lines around the one that failed may be hidden where that one is not
        unquoted = () if decision.hidden else visible.hidden(cell.source)
        cell.outputs = [without_lines(as_shown(one), unquoted) for one in outputs]
        if not any(one.output_type == "error" for one in outputs):
            cell.outputs.append(_failure(decision))
    else:
        # standard error and stray tracebacks take no points from an answer that passes
        cell.outputs = [
            as_shown(one)
            for one in outputs
            if one.output_type != "error" and one.get("name") != "stderr"
        ]
        if decision.credit is not None:
            cell.outputs.append(as_credit(decision.credit, maximum_of(cell), cell.execution_count))
    cell.metadata[MARK] = {
        "protected": True,
        "hidden": decision.hidden,
        "ungraded": decision.outcome is Outcome.UNGRADED,
    }


def _failure(decision: Decision) -> NotebookNode:
    """Return an error for a check that ended without one of its own: at a limit, say."""
    if decision.code in _ENAMES:
        return _stop(decision.code)
    facts = ", ".join(f"{name}={value}" for name, value in decision.parameters.items())
    text = f"{decision.code} ({facts})" if facts else decision.code
    return new_error("CheckFailed", text, [f"CheckFailed: {text}"])


def _quotes(cell: NotebookNode, visible: HiddenTests) -> bool:
    """Whether an error of a check that ran beside the learner's code shows hidden lines."""
    hidden = visible.hidden(cell.source)
    return any(
        quoted_source(line) in hidden
        for one in cell.outputs
        if one.output_type == "error"
        for line in "\n".join(one.traceback).split("\n")
    )
