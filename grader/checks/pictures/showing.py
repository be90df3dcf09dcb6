"""Shows a picture beside a diagnosis, in a notebook that somebody reads."""

from __future__ import annotations

import os
import sys
import types
from typing import Any

from grader.checks.pictures.asked import asked_beside
from grader.checks.pictures.drawing import drawn
from grader.checks.pictures.subjects import Picture

_LANGUAGES = ("en", "ja", "ko")
_TROUBLE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What drawing numbers, or a front end that went away, can raise."""


def show(
    picture: Picture, language: str, *, code: str, traceback: types.TracebackType | None
) -> bool:
    """Show a picture as an output of the cell that runs; return whether it was shown.

    Nothing is shown where no picture can be seen (plain Python, a terminal) nor while nbgrader or the grader runs the
    notebook. Trouble while drawing shows nothing, either: the words of the diagnosis count.

    Args:
        picture: the answer.
        language: `en`, `ja` or `ko`; any other gives English.
        code: what differs.
        traceback: of the failure.
    """
    shell = _front_end()
    if shell is None:
        return False
    try:
        strict = code == "global_phase"
        asked = asked_beside(picture, traceback, shell, strict=strict)
        told = language if language in _LANGUAGES else "en"
        made = drawn(picture, asked, told, phase=strict)
        shell.display_pub.publish(
            {"text/html": made.html(), "text/plain": f"{made.description} {made.caption}"}
        )
    except _TROUBLE:
        return False
    return True


def _front_end() -> Any:
    """Return IPython's shell if its front end shows pictures and a learner runs the notebook; None otherwise."""
    ipython = sys.modules.get("IPython")
    if ipython is None or "NBGRADER_EXECUTION" in os.environ:
        return None
    shell = ipython.get_ipython()
    if shell is None or "text/html" not in shell.display_formatter.active_types:
        return None
    return shell
