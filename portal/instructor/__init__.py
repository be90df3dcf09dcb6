"""The pages of instructors: one offering, who has submitted, how the class does in each task."""

from portal.instructor.views import blueprint

__all__ = ["blueprint"]
