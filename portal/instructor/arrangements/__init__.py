"""What is arranged with single learners or groups: extensions, more time, more attempts; and the page of a learner."""

from portal.instructor.arrangements import learner_views, views
from portal.instructor.arrangements.blueprint import blueprint

__all__ = ["blueprint", "learner_views", "views"]
