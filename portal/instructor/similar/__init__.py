"""Answers of a class that have much in common, for a person to look at. Nothing is concluded from it."""

from portal.instructor.similar.views import blueprint

__all__ = ["blueprint"]
