"""Appeals of learners: the list of an offering, and the answer to each."""

from portal.instructor.appeals.views import blueprint

__all__ = ["blueprint"]
