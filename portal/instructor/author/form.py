"""The form in which an author sends the cells of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext

from portal.authoring.cells import is_head, joined, with_points
from portal.errors import Unreadable

_MOST_CELLS = 1000
_POINTS = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")
_MOST_GAP = 20


@dataclass(frozen=True)
class Sent:
    """What was sent.

    Attributes:
        base: the version that the page was made from.
        revision: of the draft that the page showed.
        text: the whole text.
        check: whether it is to be checked when it is saved.
        problem: why it cannot be saved; empty if it can.
    """

    base: str
    revision: int
    text: str
    check: bool
    problem: str


def sent(form: Mapping[str, str]) -> Sent:
    """Return what was sent.

    Raises:
        Unreadable: a part is missing, or is not what the page sends.
    """
    count = _number(form, "cells", _MOST_CELLS)
    cells = []
    problem = ""
    for number in range(count):
        head, text = form.get(f"head-{number}"), form.get(f"text-{number}")
        if head is None or text is None or (head and not is_head(head)):
            raise _broken()
        points = form.get(f"points-{number}")
        if points is not None:
            problem = problem or _points_problem(points.strip())
            head = head if problem else with_points(head, points.strip())
        cells.append((head, text, _number(form, f"gap-{number}", _MOST_GAP)))
    if not cells:
        raise _broken()
    return Sent(
        base=form.get("base", ""),
        revision=_number(form, "revision", 10**9),
        text=joined(cells),
        check=form.get("then") == "check",
        problem=problem,
    )


def seen_revision(form: Mapping[str, str]) -> int:
    """Return the revision that a page showed.

    Raises:
        Unreadable: there is none.
    """
    return _number(form, "revision", 10**9)


def _points_problem(points: str) -> str:
    if _POINTS.fullmatch(points) and float(points) > 0:
        return ""
    return str(
        gettext(
            "Points are a number greater than 0, such as 2 or 2.5; got %(got)s. Nothing is saved.",
            got=ascii(points[:40]),
        )
    )


def _number(form: Mapping[str, str], name: str, most: int) -> int:
    text = form.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) < 11 and int(text) <= most):
        raise _broken()
    return int(text)


def _broken() -> Unreadable:
    return Unreadable(
        "bad_form", gettext("The page was sent incompletely. Load it anew; nothing is saved.")
    )
