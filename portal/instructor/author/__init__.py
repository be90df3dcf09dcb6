"""The author's view: an exercise's text, its check, and its release as a new version."""

from portal.instructor.author.views import blueprint

__all__ = ["blueprint"]
