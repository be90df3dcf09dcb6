"""What learners are told when the rules of an exercise change, or something is arranged with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask_babel import gettext

from portal.language import current_language, moment, points, texts


def rules_changed(given: Mapping[str, Any]) -> str:
    """Return the sentence of `rules_changed`: of one exercise with its date and points, or of several of a course."""
    if given["exercise"] is None:
        return str(
            gettext(
                "Dates or rules of %(number)s exercises in %(course)s have changed. "
                "Your start page shows what holds now.",
                number=given["number"],
                course=texts(given["course"]),
            )
        )
    said = []
    if given["new_due"]:
        said.append(_due(given["exercise"], given["due_at"], given["zone"]))
    if given["points"] is not None:
        before, after = (_points(value) for value in given["points"])
        said.append(
            gettext(
                "New rules for %(exercise)s change your points, after lateness, from %(before)s to %(after)s.",
                exercise=texts(given["exercise"]),
                before=before,
                after=after,
            )
        )
    return _together(said)


def arrangement_granted(given: Mapping[str, Any]) -> str:
    """Return the sentence of `arrangement_granted`: her own dates, and attempts beyond the limit."""
    return _together(
        [gettext("Something was arranged for you in %(course)s.", course=texts(given["course"]))]
        + [_own_due(one["exercise"], one["due_at"], given["zone"]) for one in given["dates"]]
        + _more_dates(given["more"])
        + (
            [gettext("Attempts more than the limit: %(number)s.", number=given["extra_attempts"])]
            if given["extra_attempts"]
            else []
        )
    )


def arrangement_ended(given: Mapping[str, Any]) -> str:
    """Return the sentence of `arrangement_ended`: the dates that hold for her now."""
    return _together(
        [
            gettext(
                "Something that was arranged for you in %(course)s has ended.",
                course=texts(given["course"]),
            )
        ]
        + [_due(one["exercise"], one["due_at"], given["zone"]) for one in given["dates"]]
        + _more_dates(given["more"])
    )


def _due(exercise: Mapping[str, str], due_at: str | None, zone: str) -> str:
    if due_at is None:
        return str(
            gettext("%(exercise)s has no due date any more.", exercise=texts(dict(exercise)))
        )
    return str(
        gettext(
            "%(exercise)s is now due on %(date)s.",
            exercise=texts(dict(exercise)),
            date=moment(datetime.fromisoformat(due_at), ZoneInfo(zone)),
        )
    )


def _own_due(exercise: Mapping[str, str], due_at: str, zone: str) -> str:
    return str(
        gettext(
            "For you %(exercise)s is due on %(date)s.",
            exercise=texts(dict(exercise)),
            date=moment(datetime.fromisoformat(due_at), ZoneInfo(zone)),
        )
    )


def _more_dates(number: int) -> list[str]:
    if not number:
        return []
    return [
        str(gettext("The dates of %(number)s more exercises stand in the portal.", number=number))
    ]


def _points(value: float | None) -> str:
    return "–" if value is None else points(value)


def _together(sentences: Sequence[str]) -> str:
    """Return sentences as one text; Japanese puts no blank between them."""
    return ("" if current_language() == "ja" else " ").join(sentences)
