"""Marking written answers: what waits, one answer at a time, and how well several markers agree."""

from portal.instructor.marking.views import blueprint

__all__ = ["blueprint"]
