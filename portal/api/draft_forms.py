"""What the grader sends and gets about drafts. It holds solutions and hidden tests: for the grader's token alone."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from portal.authoring.report import DraftReport
from portal.models import DraftState


class DraftLeaseForm(msgspec.Struct):
    """Which worker, and for how long."""

    worker: Annotated[str, Meta(min_length=1, max_length=100)]
    lease_seconds: Annotated[float, Meta(gt=0, le=86_400)]


class DraftReportForm(msgspec.Struct):
    """What the check of one text of a draft found."""

    worker: str
    revision: int
    report: DraftReport


class DraftReleasedForm(msgspec.Struct):
    """The version that a draft became."""

    version: str


class DraftFailureForm(msgspec.Struct):
    """Why a draft could not be checked or released; `final`: another try would not help."""

    worker: str
    reason: str
    final: bool


class ClaimedDraft(msgspec.Struct, frozen=True):
    """A draft that a worker has for a while: the text, and that of the version it was made from."""

    draft: str
    action: Literal["check", "install"]
    exercise: str
    revision: int
    base: str
    text: str


class ClaimedDrafts(msgspec.Struct, frozen=True):
    """At most one draft."""

    drafts: list[ClaimedDraft]


class DraftProgress(msgspec.Struct, frozen=True):
    """How far a draft is, and whether the worker still has it."""

    draft: str
    state: DraftState
    held: bool
