"""Judging recorded submissions anew: what they would get is found out aside, and written only when it is decided."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Mapping
from contextlib import chdir
from pathlib import Path

from grader.course.desk import GradedNotebook
from grader.course.directory import Course
from grader.course.files import write_files
from grader.course.folder import Found
from grader.course.gradebook import Score
from grader.course.records import Sanitised
from grader.course.rows import Points
from grader.notebooks import NotebookNode, read_notebook


class RegradingCourse(Course):
    """A course whose submissions can be judged anew beside what is recorded of them."""

    def sanitise_aside(
        self,
        student: str,
        exercise: str,
        files: Mapping[str, bytes],
        as_received: NotebookNode | None = None,
    ) -> Sanitised:
        """Restore a submission as `sanitise` does; submitted/ and the gradebook stay as they are.

        Raises:
            CourseError: as for `sanitise`.
        """
        released = self.released(exercise)
        with tempfile.TemporaryDirectory(prefix="qampus-aside-") as folder, self._faults():
            self._require_inside(student, exercise, files)
            write_files(Path(folder), files)
            found = Found(student, Path(folder), (exercise,))
            return self._restored(found, released, files, as_received, again=True)

    def scores_aside(
        self, sanitised: Sanitised, executed: NotebookNode, to_person: Collection[str] = ()
    ) -> tuple[Score, ...]:
        """Return what an executed notebook would be recorded with; nothing is written.

        Raises:
            CourseError: another version of the exercise was installed since `sanitise_aside`.
        """
        graded = GradedNotebook(executed, by_person=frozenset(to_person))
        with self._faults(), chdir(self.directory):
            desk = self._desk(sanitised.exercise)
            known = desk.assignment.notebooks[sanitised.exercise].cells
            found = desk.points(sanitised.taken, sanitised.exercise, graded)
            self._gradebook.db.remove()
        return tuple(
            Score(task, known[task].points or 0.0, given.automatic, None, given.automatic is None)
            for task, given in found.items()
        )

    def rescore(
        self, student: str, exercise: str, points: Mapping[str, tuple[float | None, float]]
    ) -> None:
        """Write other points by checks into the recorded submission; what people gave and wrote stays.

        Args:
            student: pseudonym.
            exercise: an installed exercise.
            points: task -> points, None if a person has to mark it, and of how many; where the task is worth other
                points in the installed version they count in proportion. What that does not have is left out.

        Raises:
            CourseError: the learner has no submission, or the gradebook fails.
        """
        with self._faults(), chdir(self.directory):
            desk = self._desk(exercise)
            known = desk.assignment.notebooks[exercise].cells
            desk.rows.rescore(
                student,
                {
                    (exercise, task): Points(
                        None if given is None else given / of * (known[task].points or 0.0)
                    )
                    for task, (given, of) in points.items()
                    if task in known and known[task].is_grade
                },
            )
            self._gradebook.db.remove()

    def recorded_notebook(self, student: str, exercise: str) -> NotebookNode:
        """Return the graded notebook as it was recorded last."""
        return read_notebook(self._path("autograded", student, exercise))

    def rewrite(
        self, student: str, exercise: str, tasks: Collection[str], judged: NotebookNode
    ) -> None:
        """Put the checks of these tasks, as they came out in another notebook, into the recorded one.

        Raises:
            CourseError: the recorded notebook is not there or would not be sound.
        """
        with self._faults(), chdir(self.directory):
            found = Found(student, self._path("submitted", student, exercise).parent, (exercise,))
            self._desk(exercise).rewrite(found, exercise, tasks, judged)
            self._gradebook.db.remove()
