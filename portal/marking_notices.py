"""What people are told about marks and appeals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext

from portal.language import points, texts


def marks_given(given: Mapping[str, Any]) -> str:
    """Return the sentence of `marks_given`."""
    return str(
        gettext(
            "Attempt %(number)s at %(exercise)s is marked.",
            exercise=texts(given["exercise"]),
            number=given["attempt"],
        )
    )


def appeal_asked(given: Mapping[str, Any]) -> str:
    """Return the sentence of `appeal_asked`."""
    return str(
        gettext(
            "A learner asks you to look again at “%(task)s” in %(exercise)s.",
            task=texts(given["task"]),
            exercise=texts(given["exercise"]),
        )
    )


def appeal_answered(given: Mapping[str, Any]) -> str:
    """Return the sentence of `appeal_answered`: with the points, changed or not."""
    told = {"task": texts(given["task"]), "exercise": texts(given["exercise"])}
    after = points(given["after"])
    if given["before"] == given["after"]:
        return str(
            gettext(
                "Your question about “%(task)s” in %(exercise)s is answered. The points stay at %(after)s.",
                after=after,
                **told,
            )
        )
    return str(
        gettext(
            "Your question about “%(task)s” in %(exercise)s is answered. "
            "The points change from %(before)s to %(after)s.",
            before=points(given["before"]),
            after=after,
            **told,
        )
    )
