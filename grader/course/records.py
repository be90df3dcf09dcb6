"""What goes into a course directory and what comes out sanitised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
        notebook: the learner's answers between the cells of the instructor's source, hidden tests included.
        files: files beside the notebook: relative path -> content.
        answered: ids of the answer cells that are not as they were released.
        unreadable: why the submitted file is no notebook; then `notebook` is one without any answer.
    """

    student: str
    exercise: str
    notebook: NotebookNode
    files: Mapping[str, bytes]
    answered: frozenset[str]
    unreadable: str | None
