"""The forms that every call shares: how it refuses."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta


class BrokenEntry(msgspec.Struct, frozen=True):
    """One broken place in what was sent."""

    where: Annotated[str, Meta(description="Path in the document.")]
    reason: Annotated[str, Meta(description="What is wrong there, in the caller's language.")]


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was refused and why."""

    code: Annotated[str, Meta(description="A stable word for programs.")]
    message: Annotated[str, Meta(description="What is wrong and what to do, for people.")]
    entries: Annotated[
        tuple[BrokenEntry, ...], Meta(description="The broken places, where there may be several.")
    ] = ()


class Refusal(msgspec.Struct, frozen=True):
    """The one form of all refusals."""

    error: Problem
