"""Any nbgrader course directory, with a configuration of its own or none: what is there, and what it says.

Everything is found as nbgrader's commands find it, in the course's folder. source/ and submitted/ are only read.
"""

from __future__ import annotations

import glob
import logging
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.apps.autogradeapp import AutogradeApp
from nbgrader.converters import Autograde
from nbgrader.preprocessors import ClearHiddenTests, Execute, IncludeHeaderFooter
from nbgrader.utils import parse_utc
from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config

from grader.course.intake import files_in, read_regular
from grader.course.known import KnownAssignment, ReleasedCells, read_assignment
from grader.course.pipeline import Pipeline, make_pipeline
from grader.course.quiet import QUIET
from grader.errors import CourseError, UngradableError
from grader.notebooks import NotebookNode, read_notebook

TIMESTAMP = "timestamp.txt"
"""The file that says when a submission was handed in."""

_LONGEST_TIMESTAMP = 1024


@dataclass(frozen=True)
class Found:
    """One learner's submission of an assignment, as it lies in submitted/.

    Attributes:
        student: nbgrader's student id.
        folder: where it is.
        notebooks: names of the notebooks in it, without `.ipynb`.
    """

    student: str
    folder: Path
    notebooks: tuple[str, ...]


@contextmanager
def open_folder(directory: Path) -> Iterator[CourseFolder]:
    """Yield an nbgrader course directory. The process works in this directory meanwhile, as nbgrader's commands do.

    Raises:
        CourseError: the configuration or the gradebook cannot be read.
    """
    if not directory.is_dir():
        raise CourseError(course=str(directory), reason="there is no such folder")
    with chdir(directory):
        converter = _make_converter(directory.resolve())
        course_id = converter.coursedir.course_id or str(directory.resolve())
        folder = CourseFolder(converter, _open_gradebook(converter.coursedir, course_id), course_id)
        try:
            yield folder
        finally:
            folder.close()


class CourseFolder:
    """An nbgrader course directory.

    Args:
        converter: nbgrader's `Autograde` with the configuration of the course.
        gradebook: of the course; it is closed with the folder.
        course_id: what errors call the course.
    """

    def __init__(self, converter: Any, gradebook: Gradebook, course_id: str) -> None:
        self.converter = converter
        self.paths = converter.coursedir
        self.directory = Path(self.paths.root)
        self.config: Config = converter.config
        self.course_id = course_id
        self.gradebook = gradebook

    def close(self) -> None:
        """Close the gradebook."""
        self.gradebook.close()

    @cached_property
    def pipeline(self) -> Pipeline:
        """The preprocessors that the configuration asks for."""
        return make_pipeline(self.converter)

    @property
    def hidden_tests(self) -> tuple[str, str]:
        """The words that mark hidden tests: begin and end."""
        clear = ClearHiddenTests(parent=self.converter)
        return clear.begin_test_delimeter, clear.end_test_delimeter

    @property
    def cell_seconds(self) -> float | None:
        """How long one cell may take; None if the configuration sets no limit."""
        seconds = Execute(parent=self.converter).timeout
        return None if seconds is None or seconds < 0 else float(seconds)

    def place(self, step: str, student: str, assignment: str) -> Path:
        """Return a folder of the course.

        Args:
            step: `source`, `submitted`, `autograded` ...; the configuration may call them otherwise.
            student: nbgrader's student id, `.` for the instructor's folders.
            assignment: nbgrader's assignment id.
        """
        name = getattr(self.paths, f"{step}_directory")
        return Path(os.path.normpath(self.paths.format_path(name, student, assignment)))

    def assignment(self, name: str, released: ReleasedCells) -> KnownAssignment:
        """Return what the gradebook knows about an assignment.

        Args:
            name: nbgrader's assignment id.
            released: what `released_cells` returned.

        Raises:
            CourseError: it knows nothing, or nothing that can be graded.
        """
        known = read_assignment(self.gradebook, name, released)
        self.gradebook.db.rollback()
        if known is None or not known.notebooks:
            reason = (
                f"the gradebook has no assignment {name!r}; run `nbgrader generate_assignment {name!r}` first"
                if known is None
                else f"assignment {name!r} has no notebooks; run `nbgrader generate_assignment {name!r}` again"
            )
            raise CourseError(course=self.course_id, reason=reason)
        return known

    def released_cells(self, assignment: str) -> ReleasedCells:
        """Return notebook -> grade_id -> metadata of its released cell, in notebook order.

        Raises:
            CourseError: a notebook of source/ or release/ cannot be read.
        """
        released: dict[str, dict[str, Mapping[str, Any]]] = {}
        for step in ("source", "release"):
            for path in sorted(self.place(step, ".", assignment).glob("*.ipynb")):
                try:
                    cells = read_notebook(path).cells
                except (OSError, ValueError) as error:
                    reason = f"{path} is no notebook: {error}"
                    raise CourseError(course=self.course_id, reason=reason) from error
                told = [(cell.metadata.get("nbgrader", {}).get("grade_id"), cell) for cell in cells]
                released[path.stem] = {name: cell.metadata for name, cell in told if name}
        return released

    def source(self, assignment: str, notebook: str) -> NotebookNode | None:
        """Return the instructor's notebook with the course's header and footer; None if it is not there.

        Raises:
            CourseError: it cannot be read.
        """
        path = self.place("source", ".", assignment) / f"{notebook}.ipynb"
        if not path.is_file():
            return None
        try:
            made, _ = IncludeHeaderFooter(parent=self.converter, log=QUIET).preprocess(
                read_notebook(path), {}
            )
        except (OSError, ValueError) as error:
            reason = f"{path} is no notebook: {error}"
            raise CourseError(course=self.course_id, reason=reason) from error
        source: NotebookNode = made
        return source

    def source_files(self, assignment: str) -> dict[str, bytes]:
        """Return the instructor's files beside the notebooks: relative path -> content."""
        folder = self.place("source", ".", assignment)
        ignore = [*self.paths.ignore, "*.ipynb"]
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in files_in(folder, ignore)
        }

    def submissions(self, assignment: str, students: Sequence[str] = ()) -> list[Found]:
        """Return the submissions of an assignment, by student.

        Args:
            assignment: nbgrader's assignment id.
            students: ids or file globs; by default what the configuration says, which is all.

        Raises:
            CourseError: one of `students` has no submission, or there is none at all.
        """
        found: dict[str, Found] = {}
        for student in students or (self.paths.student_id,):
            pattern = self.paths.format_path(self.paths.submitted_directory, student, assignment)
            places = [Path(place) for place in glob.glob(pattern) if Path(place).is_dir()]  # noqa: PTH207 - as nbgrader
            if not places:
                reason = f"no submission matches {pattern}"
                raise CourseError(course=self.course_id, reason=reason)
            for place in places:
                one = self._found(assignment, place)
                found[one.student] = one
        excluded = set(self.paths.student_id_exclude.split(","))
        return [found[student] for student in sorted(found) if student not in excluded]

    def timestamp(self, folder: Path) -> datetime | None:
        """Return when the submission in a folder was handed in, in UTC without a zone; None if it does not say.

        Raises:
            UngradableError: the file that says it cannot be read.
        """
        path = folder / TIMESTAMP
        if not path.exists() and not path.is_symlink():
            return None
        text = read_regular(path, _LONGEST_TIMESTAMP).decode("utf-8", "replace").strip()
        try:
            told: datetime | None = parse_utc(text) if text else None
        except (ValueError, OverflowError) as error:
            raise UngradableError(f"{TIMESTAMP} holds no time: {text[:40]!r}") from error
        return told

    def is_graded(self, assignment: str, found: Found) -> bool:
        """Return whether a submission is graded already, as nbgrader decides it: autograded/ has it, and none older."""
        graded = self.place("autograded", found.student, assignment)
        if self.paths.notebook_id == "*":
            if not graded.exists():
                return False
        elif any(not (graded / f"{name}.ipynb").exists() for name in found.notebooks):
            return False
        new, old = self.timestamp(found.folder), self.timestamp(graded)
        return new is None or old is None or new <= old

    def _found(self, assignment: str, place: Path) -> Found:
        expression = self.paths.format_path(
            self.paths.submitted_directory, "(?P<student>.*)", re.escape(assignment), escape=True
        )
        match = re.fullmatch(expression, str(place))
        if match is None:
            raise CourseError(
                course=self.course_id, reason=f"{place} does not tell whose submission it is"
            )
        names = sorted(
            Path(path).stem
            for path in glob.glob(f"{glob.escape(str(place))}/{self.paths.notebook_id}.ipynb")  # noqa: PTH207
        )
        return Found(match["student"], place, tuple(names))


def _make_converter(directory: Path) -> Any:
    """Return what `nbgrader autograde` makes of the configuration in its working directory."""
    app: Any = AutogradeApp(log=QUIET, log_level=logging.CRITICAL)
    app.raise_config_file_errors = True
    try:
        app.initialize([], root=str(directory))
    except SystemExit as error:
        reason = "a value in nbgrader_config.py is wrong; `nbgrader autograde --debug` says which"
        raise CourseError(course=str(directory), reason=reason) from error
    except Exception as error:
        reason = f"nbgrader_config.py fails: {type(error).__name__}: {error}"
        raise CourseError(course=str(directory), reason=reason) from error
    return Autograde(coursedir=app.coursedir, parent=app, log=QUIET)


def _open_gradebook(paths: Any, course_id: str) -> Gradebook:
    url = paths.db_url
    try:
        engine = create_engine(url)
        database = engine.url.database
        missing = engine.dialect.name == "sqlite" and not Path(database or "").is_file()
        empty = missing or not inspect(engine).get_table_names()
        engine.dispose()
        if empty:
            reason = f"there is no gradebook at {url}; run `nbgrader generate_assignment` first"
            raise CourseError(course=course_id, reason=reason)
        return Gradebook(url, paths.course_id)
    except SQLAlchemyError as error:
        reason = (
            f"the gradebook at {url} cannot be read ({error}). If nbgrader was upgraded: back it up, "
            "then run `nbgrader db upgrade`"
        )
        raise CourseError(course=course_id, reason=reason) from error
