"""What the portal refuses, as one family of errors with a code, a message in the reader's language and a status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Entry:
    """One broken place in what was sent.

    Attributes:
        where: path in the document: `people[3].roles[0].offering`.
        reason: what is wrong there.
    """

    where: str
    reason: str


class PortalError(Exception):
    """The root of all that the portal refuses.

    Attributes:
        code: a stable word for programs: `unknown_course`.
        message: one sentence for people: what is wrong and what to do. May be a lazy translation, which
            becomes text in the language of whoever reads the answer.
        status: the HTTP status that fits.
        entries: the broken places, where there may be several.
    """

    status = 400

    def __init__(self, code: str, message: Any, entries: Sequence[Entry] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.entries = tuple(entries)

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


class Unauthenticated(PortalError):
    """Nobody known asks: no token, or a wrong or revoked one."""

    status = 401


class Refused(PortalError):
    """Somebody known asks for what she may not do, or not yet."""

    status = 403


class Unknown(PortalError):
    """There is no such thing, or none that the one who asks may know of."""

    status = 404


class Conflict(PortalError):
    """What was sent contradicts what is stored."""

    status = 409


class TooLarge(PortalError):
    """What was sent is larger than the portal takes."""

    status = 413


class Unreadable(PortalError):
    """What was sent is not what it should be."""

    status = 422


class ConfigurationError(PortalError):
    """The portal cannot start or go on as it is set up; a person has to mend it."""

    status = 500


class BlobError(PortalError):
    """A stored file is missing or not what was stored."""

    status = 500
