"""What people are told of regrades: an instructor that one can be looked at, a learner that her points changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext

from portal.language import current_language, points, texts


def regrade_ready(given: Mapping[str, Any]) -> str:
    """Return the sentence of `regrade_ready`, for who asked for it."""
    return str(
        gettext(
            "The regrade of %(exercise)s is ready. Nothing has changed yet; look at it and decide.",
            exercise=texts(given["exercise"]),
        )
    )


def regrade_applied(given: Mapping[str, Any]) -> str:
    """Return the sentence of `regrade_applied`: which points changed, and why."""
    said = gettext(
        "%(exercise)s, attempt %(number)s, was graded again: %(changes)s.",
        exercise=texts(given["exercise"]),
        number=given["attempt"],
        changes=_changes(given),
    )
    return _with_reason(said, given)


def regrade_rolled_back(given: Mapping[str, Any]) -> str:
    """Return the sentence of `regrade_rolled_back`: which points are again what they were."""
    said = gettext(
        "The new grading of %(exercise)s, attempt %(number)s, was taken back: %(changes)s.",
        exercise=texts(given["exercise"]),
        number=given["attempt"],
        changes=_changes(given),
    )
    return _with_reason(said, given)


def _changes(given: Mapping[str, Any]) -> str:
    between = "、" if current_language() == "ja" else ", "
    return between.join(
        gettext(
            "%(task)s from %(before)s to %(after)s",
            task=texts(task["title"]),
            before=_points(task["before"]),
            after=_points(task["after"]),
        )
        for task in given["tasks"]
    )


def _with_reason(said: str, given: Mapping[str, Any]) -> str:
    reason = gettext("Reason for the regrade: %(reason)s", reason=given["reason"])
    return ("" if current_language() == "ja" else " ").join([said, reason])


def _points(value: float | None) -> str:
    return "–" if value is None else points(value)
