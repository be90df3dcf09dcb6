"""Why an attempt is stuck or failed, in words, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext, ngettext

from portal.models import Status, Submission


@dataclass(frozen=True)
class Told:
    """Two sentences about an attempt.

    Attributes:
        happened: what happened.
        do: what can be done.
    """

    happened: str
    do: str


def stuck(submission: Submission) -> Told:
    """Return what is known of an attempt that should be graded by now."""
    if submission.status == Status.CLAIMED:
        return Told(
            gettext("The grader took it and did not report back in time."),
            gettext("Nothing: it is handed out again by itself, after three times to you."),
        )
    return Told(
        ngettext(
            "The grader has failed on it %(num)s time.",
            "The grader has failed on it %(num)s times.",
            submission.failures,
        ),
        gettext("Nothing: it is tried again by itself, after three times it comes to you."),
    )


def failed(submission: Submission) -> Told:
    """Return why the grader gave an attempt up."""
    reason = submission.failure_reason or ""
    if reason.startswith("blob_"):
        return Told(
            gettext("The stored notebook is missing or damaged."),
            gettext(
                "Ask whoever runs the portal to restore it from a backup, then grade it again. "
                "Without a backup the learner has to hand in again."
            ),
        )
    if reason.startswith("the key of "):
        return Told(
            gettext("The secret key of the university is missing, so no grading is possible."),
            gettext(
                "Ask whoever runs the portal to restore it from a backup, then grade it again."
            ),
        )
    if reason.endswith("graders ended before they reported on it"):
        return Told(
            gettext("The grader ended three times while it worked on this notebook."),
            gettext(
                "Look into the notebook: it may need more memory or time than there is. "
                "Grade it again once; if it fails again, mark it by hand."
            ),
        )
    return Told(
        gettext("The grader itself failed three times. It is not the learner's fault."),
        gettext(
            "Show the reason to whoever runs the grader. Once it is mended, grade it again; "
            "if that is not possible, mark it by hand."
        ),
    )
