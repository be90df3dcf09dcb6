"""The preprocessors of a course's configuration, but for those whose work the grader does itself, in fewer steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    Execute,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)

from grader.course.rows import PenaltyRule
from grader.notebooks import NotebookNode

_OURS = (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)


@dataclass(frozen=True)
class Pipeline:
    """What a course's configuration adds to the grading.

    Attributes:
        before: preprocessors that run on the restored notebook, before it is judged.
        after: preprocessors that run on the judged notebook, before its scores are read.
        last: preprocessors that run when its scores are recorded.
        own: whether one of them is not nbgrader's or nbconvert's: it may open the gradebook, so that nothing may be
            pending there.
        executes: False if the configuration switches execution off, which the grader does not follow.
        penalty: how late notebooks lose points.
        add_missing: text above a deleted check that is put back; None if none is put back.
    """

    before: tuple[Any, ...]
    after: tuple[Any, ...]
    last: tuple[Any, ...]
    own: bool
    executes: bool
    penalty: PenaltyRule
    add_missing: str | None


def make_pipeline(converter: Any) -> Pipeline:
    """Return the steps of nbgrader's `Autograde` converter with the configuration of its course."""
    sanitising = _equipped(converter, converter.sanitize_preprocessors)
    grading = _equipped(converter, converter.autograde_preprocessors)
    places = [place for place, step in enumerate(grading) if type(step) is Execute]
    cut = places[0] if places else 0
    before = _others((*sanitising, *grading[:cut]))
    saves = [place for place, step in enumerate(grading) if isinstance(step, SaveAutoGrades)]
    end = max(saves[0] if saves else len(grading), cut)
    after = _others(step for step in grading[cut:end] if type(step) is not Execute)
    last = _others(step for step in grading[end:] if type(step) is not Execute)
    overwrite = OverwriteCells(parent=converter)
    late = next((step for step in grading if type(step) is AssignLatePenalties), None)
    return Pipeline(
        before=before,
        after=after,
        last=last,
        own=any(not _is_stock(step) for step in (*before, *after)),
        executes=all(grading[place].enabled for place in places),
        penalty=_rule(late),
        add_missing=(overwrite.missing_cell_notification if overwrite.add_missing_cells else None),
    )


def run_steps(
    steps: Sequence[Any], notebook: NotebookNode, resources: dict[str, Any]
) -> NotebookNode:
    """Return what preprocessors make of a notebook, which they may change in place."""
    for step in steps:
        notebook, resources = step(notebook, resources)
    return notebook


def _equipped(converter: Any, steps: Iterable[Any]) -> list[Any]:
    """Return preprocessors as nbgrader makes them: from classes, names or objects."""
    make_exporter: Any = NotebookExporter  # not annotated
    exporter = make_exporter(parent=converter, config=converter.config)
    exporter._preprocessors = []
    for step in steps:
        exporter.register_preprocessor(step)
    return list(exporter._preprocessors)


def _others(steps: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(
        step for step in steps if type(step) not in _OURS and getattr(step, "enabled", True)
    )


def _is_stock(step: Any) -> bool:
    return type(step).__module__.partition(".")[0] in {"nbgrader", "nbconvert"}


def _rule(late: Any) -> PenaltyRule:
    """Return how a late notebook loses points by the course's plugin, held between 0 and its score as nbgrader does."""
    if late is None or not late.enabled:
        return lambda _student, _score, _seconds: None
    late.init_plugin()

    def penalty(student: str, score: float, seconds: float) -> float | None:
        told = late.plugin_inst.late_submission_penalty(student, score, seconds)
        if told is None:
            return None
        return float(late._check_late_penalty(SimpleNamespace(score=score), told))

    return penalty
