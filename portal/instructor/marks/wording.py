"""How a table of marks says what is still open."""

from __future__ import annotations

from flask_babel import gettext

from portal.gradebook.rows import State

OPEN_STATES = tuple(state for state in State if state != State.SETTLED)


def in_words(state: State) -> str:
    """Return what a state means, in the reader's language."""
    words = {
        State.GRADING: gettext("being graded"),
        State.FAILED: gettext("the grader failed"),
        State.NOTHING_COUNTS: gettext("no attempt counts"),
        State.MARKING: gettext("waits for marking"),
        State.APPEAL: gettext("open appeal"),
        State.SETTLED: gettext("settled"),
    }
    return str(words[state])
