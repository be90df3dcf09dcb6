"""The pages of learners: what to do now, exercises with attempts and feedback, the map of the course, mastery."""

from portal.learner import appeals, course_map, exercise, mastered, start
from portal.learner.blueprint import blueprint

__all__ = ["appeals", "blueprint", "course_map", "exercise", "mastered", "start"]
