"""What goes into a course directory and what comes out sanitised."""

from __future__ import annotations

from dataclasses import dataclass

from grader.course.desk import TakenIn
from grader.course.folder import TIMESTAMP
from grader.notebooks import NotebookNode


@dataclass(frozen=True)
class Learner:
    """A learner as the gradebook knows her.

    Attributes:
        pseudonym: nbgrader's student id.
        given_name: first name.
        family_name: last name.
    """

    pseudonym: str
    given_name: str
    family_name: str


@dataclass(frozen=True)
class Sanitised:
    """A submission that is safe to grade.

    Attributes:
        student: pseudonym.
        exercise: the nbgrader assignment.
        taken: what the desk took in.
        answered: ids of the answer cells that are not as they were released.
        unreadable: why the submitted file is no notebook; then it is one without any answer.
    """

    student: str
    exercise: str
    taken: TakenIn
    answered: frozenset[str]
    unreadable: str | None

    @property
    def notebook(self) -> NotebookNode:
        """The learner's answers between the cells of the instructor's source, hidden tests included."""
        return self.taken.notebooks[self.exercise]

    @property
    def files(self) -> dict[str, bytes]:
        """The files beside the notebook, without nbgrader's own: relative path -> content."""
        return {name: data for name, data in self.taken.files.items() if name != TIMESTAMP}
