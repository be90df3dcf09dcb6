"""The sentences of notices about drafts and new versions of exercises."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext

from portal.language import texts


def draft_checked(given: Mapping[str, Any]) -> str:
    """Say that the check of a draft is done."""
    if given["passed"]:
        return str(
            gettext(
                "Your draft of %(exercise)s has passed its check and can be released.",
                exercise=texts(given["exercise"]),
            )
        )
    return str(
        gettext(
            "Your draft of %(exercise)s was checked. Something has to be mended.",
            exercise=texts(given["exercise"]),
        )
    )


def exercise_released(given: Mapping[str, Any]) -> str:
    """Say that a new version is handed out."""
    return str(
        gettext(
            "A new version of %(exercise)s is handed out from now on. Attempts made before keep theirs.",
            exercise=texts(given["exercise"]),
        )
    )
