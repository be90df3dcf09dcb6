"""The pages of learners: their exercises, attempts, feedback and mastery."""

from portal.learner.views import blueprint

__all__ = ["blueprint"]
