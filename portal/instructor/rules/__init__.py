"""The rules of an offering's exercises: dates, lateness, attempts; each change is looked at before it holds."""

from portal.instructor.rules import course_views, views
from portal.instructor.rules.blueprint import blueprint

__all__ = ["blueprint", "course_views", "views"]
