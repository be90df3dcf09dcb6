"""Marks out: the table of an offering's marks, and files of it for other systems."""

from portal.instructor.marks.views import blueprint

__all__ = ["blueprint"]
