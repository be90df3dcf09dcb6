"""Item analysis: how hard each task of an exercise is, how well it separates, and which wrong answers it gets."""

from portal.instructor.analysis.views import blueprint

__all__ = ["blueprint"]
