"""Marks that people gave in the portal, written into the gradebook as formgrader would write them."""

from __future__ import annotations

from nbgrader.api import MissingEntry

from grader.course.regrading import RegradingCourse


class MarkedCourse(RegradingCourse):
    """A course whose answers are marked in the portal, too."""

    def mark(self, student: str, exercise: str, task: str, points: float, comment: str) -> None:
        """Write what people gave for an answer in place of what stood there; nothing else is touched.

        Args:
            student: pseudonym.
            exercise: an installed exercise.
            task: one of its graded cells.
            points: in all; there is no extra credit besides.
            comment: for the learner; empty: none.

        Raises:
            CourseError: the learner has no submission with such a task, or the gradebook fails.
        """
        with self._faults():
            book = self._gradebook
            try:
                grade = book.find_grade(task, exercise, exercise, student)
                grade.manual_score, grade.extra_credit = points, None
                grade.needs_manual_grade = False
                for cell in (task, f"{task}_answer"):
                    try:
                        note = book.find_comment(cell, exercise, exercise, student)
                    except MissingEntry:
                        continue  # code is answered in a cell of its own, an essay in the graded one
                    note.manual_comment = comment or None
                    break
                book.db.commit()
            finally:
                book.db.remove()
