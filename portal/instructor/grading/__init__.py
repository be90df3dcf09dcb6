"""Live grading: how the queue of an offering moves, and which attempts need somebody."""

from portal.instructor.grading.views import blueprint

__all__ = ["blueprint"]
