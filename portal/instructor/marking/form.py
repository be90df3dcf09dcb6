"""What somebody fills in for one answer."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext

from portal.errors import Unreadable
from portal.marking import Given
from portal.models import Mark
from portal.rubrics import Rubric


@dataclass(frozen=True)
class Filled:
    """A form as it was filled in, to be shown again.

    Attributes:
        points: as a whole, where the rubric has no lines.
        lines: what was chosen for each line; empty: nothing yet.
        comment: for the learner.
    """

    points: str
    lines: tuple[str, ...]
    comment: str

    @property
    def chosen(self) -> tuple[float | None, ...]:
        """The points of each line; None: nothing was chosen."""
        return tuple(_number(one) for one in self.lines)


def filled(fields: Mapping[str, str], rubric: Rubric | None) -> Filled:
    """Return what was sent."""
    lines = rubric.lines if rubric is not None else ()
    return Filled(
        fields.get("points", "").strip(),
        tuple(fields.get(f"line-{number}", "").strip() for number in range(len(lines))),
        fields.get("comment", "").replace("\r\n", "\n").strip(),
    )


def filled_by(mark: Mark | None, rubric: Rubric | None) -> Filled:
    """Return the form with a mark in it; an empty one without a mark, or where it does not fit the rubric any more."""
    lines = rubric.lines if rubric is not None else ()
    if mark is None:
        return Filled("", ("",) * len(lines), "")
    given = mark.lines if mark.lines is not None and len(mark.lines) == len(lines) else None
    chosen = ("",) * len(lines) if given is None else tuple(f"{one:g}" for one in given)
    return Filled(f"{mark.points:g}", chosen, mark.comment)


def given(form: Filled, rubric: Rubric | None) -> Given:
    """Return what a form gives.

    Raises:
        Unreadable: points are missing, or cannot be given.
    """
    lines = rubric.lines if rubric is not None else ()
    if not lines:
        points = _number(form.points.replace(",", "."))
        if points is None:
            raise Unreadable(
                "bad_points", gettext("The points are missing or no number. Give a number.")
            )
        return Given(points, None, form.comment)
    chosen = []
    for line, points in zip(lines, form.chosen, strict=True):
        if points is None or points not in line.choices:
            raise Unreadable(
                "bad_points",
                gettext(
                    "Choose points for each line of the rubric. There are none for this one: %(line)s",
                    line=line.name or line.text[:60],
                ),
            )
        chosen.append(points)
    return Given(sum(chosen), tuple(chosen), form.comment)


def _number(written: str) -> float | None:
    try:
        number = float(written)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
