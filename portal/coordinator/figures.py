"""Rows and series for the coordinator's page, from what the gate has published. Pure; no text is made here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from portal.disclosure import CohortFigures, Count, Programme, UnionFigures
from portal.statistics.progress import Step, mean_score, progress


@dataclass(frozen=True)
class Row:
    """One line of the table: a cohort, or an institution's or the programme's total.

    Attributes:
        institution: id; None in the programme's total.
        cohort: id; None in totals.
        enrolled, active, completed: as published; None: suppressed.
        score: mean score in percent over the modules that are published; None: suppressed.
        modules: module -> its latest published mean in percent.
        series: progress over time in percent of all points. Modules that are not published yet add nothing to it.
        whole_from: since when every module is published; None: not all are, and the true progress may be higher.
    """

    institution: str | None
    cohort: str | None
    enrolled: int | None
    active: Count | None
    completed: Count | None
    score: float | None
    modules: Mapping[str, int]
    series: tuple[Step, ...]
    whole_from: datetime | None

    @property
    def total(self) -> bool:
        """Whether it is a total."""
        return self.cohort is None


def rows(programme: Programme, possible: Mapping[str, float]) -> tuple[Row, ...]:
    """Return the lines of the table: cohorts by institution, a total where one has several, the programme's total last.

    Args:
        programme: what the gate has published.
        possible: module -> points that checks can give in it.
    """
    lines: list[Row] = []
    for institution, union in programme.institutions.items():
        cohorts = [entry for entry in programme.cohorts if entry.institution == institution]
        lines += [_row(institution, entry.cohort, entry, possible) for entry in cohorts]
        if len(cohorts) > 1:
            lines.append(_row(institution, None, union, possible))
    lines.append(_row(None, None, programme.total, possible))
    return tuple(lines)


@dataclass(frozen=True)
class Cell:
    """Progress of one cohort at one moment, in percent; `at_least`: modules that are suppressed are missing in it."""

    percent: float
    at_least: bool


def moments(lines: Sequence[Row], most: int = 6) -> tuple[datetime, ...]:
    """Return up to `most` moments at which a cohort's series moves, evenly, first and last included."""
    moving = sorted({step.at for line in lines if not line.total for step in line.series})
    if len(moving) <= most:
        return tuple(moving)
    return tuple(moving[round(index * (len(moving) - 1) / (most - 1))] for index in range(most))


def progress_at(line: Row, at: datetime) -> Cell | None:
    """Return a cohort's progress at a moment; None as long as nothing of it is published."""
    reached = [step.value for step in line.series if step.at <= at]
    if not reached:
        return None
    return Cell(reached[-1], line.whole_from is None or at < line.whole_from)


def _row(
    institution: str | None,
    cohort: str | None,
    published: CohortFigures | UnionFigures,
    possible: Mapping[str, float],
) -> Row:
    """Return one line."""
    scores = {module: points for module, points in published.scores.items() if points}
    modules = {module: points[-1].percent for module, points in scores.items()}
    series = {
        module: [Step(point.at, point.percent) for point in points]
        for module, points in scores.items()
    }
    return Row(
        institution=institution,
        cohort=cohort,
        enrolled=published.enrolled,
        active=published.active,
        completed=published.completed,
        score=mean_score(modules, possible),
        modules=modules,
        series=progress(series, possible),
        whole_from=(
            max(points[0].at for points in scores.values())
            if scores and scores.keys() >= possible.keys()
            else None
        ),
    )
