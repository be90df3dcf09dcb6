"""Lessons to read, executed and with their pictures, for the learners and instructors of an offering."""

from portal.lessons.views import blueprint

__all__ = ["blueprint"]
