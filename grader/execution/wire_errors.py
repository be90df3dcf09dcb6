"""What can go wrong with data on its way between processes."""

from __future__ import annotations

from grader.errors import GraderError


class WireError(GraderError):
    """A value cannot be written as bytes, or bytes are no value.

    Attributes:
        reason: what was expected and what was found.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"Not typed data: {reason}")
        self.reason = reason


class NotData(WireError):
    """A value, or a part of it, is no data, and nothing may stand in for it.

    Attributes:
        type_name: name of its type.
        where: the part, as one would write it after the value's name: `[0]["a"]`; empty for the value itself.
    """

    def __init__(self, type_name: str, where: str = "", reason: str = "") -> None:
        text = f"a {type_name}" + (f" at {where}" if where else "") + " is no data"
        super().__init__(f"{text}: {reason}" if reason else text)
        self.type_name = type_name
        self.where = where
        self.why = reason

    def inside(self, step: str) -> NotData:
        """Return the same error as seen one level further out."""
        return NotData(self.type_name, step + self.where, self.why)
