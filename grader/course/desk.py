"""Takes submissions of an assignment in and puts gradings out, as nbgrader does before and after executing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from grader.course.folder import CourseFolder, Found
from grader.course.intake import read_beside, read_regular
from grader.course.known import KnownNotebook
from grader.course.outbox import replace_file, replaced_at_end, write_new
from grader.course.pipeline import run_steps
from grader.course.rebuild import rebuild, with_texts
from grader.course.rows import Points, Rows
from grader.course.scoring import GradedNotebook, automatic_points, score
from grader.course.submitted import MOST_NOTEBOOK, Submitted, language_of, read_submitted
from grader.errors import SubmissionError, UngradableError
from grader.notebooks import NotebookNode, ValidationError, read_notebook, text_of, validate

__all__ = ["Desk", "GradedNotebook", "TakenIn", "automatic_points"]


@dataclass(frozen=True)
class TakenIn:
    """A submission that is ready to be judged.

    Attributes:
        found: where it came from.
        timestamp: when it was handed in, in UTC without a zone; None if it does not say.
        notebooks: name -> restored notebook.
        missing: notebooks that were not handed in.
        files: the files beside the notebooks, the instructor's in place of the learner's: relative path -> content.
    """

    found: Found
    timestamp: datetime | None
    notebooks: Mapping[str, NotebookNode]
    missing: tuple[str, ...]
    files: Mapping[str, bytes]


class Desk:
    """Takes submissions of an assignment in and puts gradings out.

    Args:
        folder: the course.
        assignment: nbgrader's assignment id.

    Raises:
        CourseError: the gradebook does not know the assignment, or its source cannot be read.
    """

    def __init__(self, folder: CourseFolder, assignment: str) -> None:
        self._folder = folder
        self._released = folder.released_cells(assignment)
        self.assignment = folder.assignment(assignment, self._released)
        self.sources = {name: folder.source(assignment, name) for name in self.assignment.notebooks}
        self.given_files = folder.source_files(assignment)
        self._rows = Rows(folder.gradebook, self.assignment, folder.pipeline.penalty)
        exempt = folder.converter.exclude_overwriting.get(assignment, [])
        self._overwriting = {
            name: content for name, content in self.given_files.items() if name not in exempt
        }

    @property
    def rows(self) -> Rows:
        """The gradebook's rows of the assignment."""
        return self._rows

    def refresh(self) -> None:
        """Read the gradebook's cells again: another process may have changed them, `qampus regrade` their texts."""
        self.assignment = self._folder.assignment(self.assignment.name, self._released)
        self._rows = Rows(self._folder.gradebook, self.assignment, self._folder.pipeline.penalty)

    def revise(self, texts: Mapping[tuple[str, str], str]) -> None:
        """Judge by new texts of checks from now on; the gradebook is not changed.

        Args:
            texts: (notebook, grade_id) of a check -> its whole text.
        """
        self.assignment = with_texts(self.assignment, texts)
        self._rows = Rows(self._folder.gradebook, self.assignment, self._folder.pipeline.penalty)

    def rewrite(
        self, found: Found, name: str, tasks: Collection[str], judged: NotebookNode
    ) -> None:
        """Put checks that were judged anew into the graded notebook, all at once.

        Args:
            found: the submission.
            name: of its notebook.
            tasks: grade_ids of the checks.
            judged: the notebook with their outputs.
        """
        place = self._folder.place("autograded", found.student, self.assignment.name)
        path = place / f"{name}.ipynb"
        graded = read_notebook(path)
        told = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in judged.cells}
        for cell in graded.cells:
            task = cell.metadata.get("nbgrader", {}).get("grade_id")
            if task in tasks and task in told:
                for part in ("source", "outputs", "metadata", "execution_count"):
                    cell[part] = told[task][part]
        _require_sound(name, graded)
        replace_file(path, f"{text_of(graded)}\n".encode())

    def take_in(self, found: Found, *, again: bool = False) -> TakenIn:
        """Read a submission from its folder and restore the instructor's cells in it.

        Args:
            found: the submission.
            again: whether it was recorded before and will not be recorded as a whole now.

        Raises:
            UngradableError: it cannot be graded.
        """
        notebooks = [one for one in found.notebooks if one in self.assignment.notebooks]
        if not notebooks:
            expected = ", ".join(f"{one}.ipynb" for one in self.assignment.notebooks)
            raise UngradableError(f"no notebook of the assignment was handed in ({expected})")
        if not self._folder.converter.create_student and not self._rows.known_student(
            found.student
        ):
            raise UngradableError("the gradebook has no such student")
        return self.restore(found, {one: _read(found, one) for one in notebooks}, again=again)

    def restore(
        self,
        found: Found,
        submitted: Mapping[str, Submitted],
        *,
        again: bool = False,
        whole: bool = False,
    ) -> TakenIn:
        """Restore the instructor's cells in notebooks that were read.

        Args:
            found: the submission.
            submitted: notebook -> what its file holds.
            again: as for `take_in`.
            whole: whether every cell that is gone comes back; otherwise the course's configuration tells of checks.

        Raises:
            UngradableError: it cannot be graded.
        """
        folder = self._folder
        timestamp = folder.timestamp(found.folder)
        if not again:
            folder.converter.notebooks = [str(found.folder / f"{one}.ipynb") for one in submitted]
            folder.converter.run_pre_convert_hook()
        if folder.pipeline.own and not again:
            self._rows.open(found.student, timestamp)
        files = read_beside(found.folder, [*folder.paths.ignore, "*.ipynb"]) | self._overwriting
        restored = {
            name: self._restore(found, name, one, whole=whole) for name, one in submitted.items()
        }
        missing = tuple(
            one
            for one in self.assignment.notebooks
            if one not in submitted and not (found.folder / f"{one}.ipynb").exists()
        )
        return TakenIn(found, timestamp, restored, missing, files)

    def record(self, taken: TakenIn, graded: Mapping[str, GradedNotebook]) -> dict[str, Points]:
        """Record a judged submission in the gradebook and write it into autograded/: all of it or nothing.

        Args:
            taken: what `take_in` returned.
            graded: notebook -> what came of it, one for each of `taken.notebooks`.

        Returns:
            grade_id, with its notebook if there are several -> points of each cell that was scored.

        Raises:
            UngradableError: a step of the course's configuration failed.
        """
        folder, student = self._folder, taken.found.student
        notebooks = {
            name: self._steps(folder.pipeline.after, taken.found, name, one.notebook)
            for name, one in graded.items()
        }
        for name, notebook in notebooks.items():
            _require_sound(name, notebook)
        records = {
            name: score(self.assignment.notebooks[name], notebooks[name], graded[name])
            for name in graded
        }
        # the gradebook first: what is in autograded/ counts as graded, so its marks have to be safe
        self._rows.record(student, taken.timestamp, records, taken.missing)
        notebooks = {
            name: self._steps(folder.pipeline.last, taken.found, name, notebook)
            for name, notebook in notebooks.items()
        }
        self._publish(taken, notebooks)
        several = len(self.assignment.notebooks) > 1
        return {
            f"{name}/{task}" if several else task: points
            for name, record in records.items()
            for task, points in record.points.items()
        }

    def points(self, taken: TakenIn, name: str, graded: GradedNotebook) -> dict[str, Points]:
        """Return what `record` would write as points of a judged notebook: grade_id -> points. Nothing is written.

        Raises:
            UngradableError: a step of the course's configuration failed.
        """
        notebook = self._steps(self._folder.pipeline.after, taken.found, name, graded.notebook)
        return dict(score(self.assignment.notebooks[name], notebook, graded).points)

    def _restore(
        self, found: Found, name: str, submitted: Submitted, *, whole: bool
    ) -> NotebookNode:
        known = self.assignment.notebooks[name]
        self._require_python(known, submitted)
        pipeline = self._folder.pipeline
        notebook = rebuild(submitted, known, add_missing=pipeline.add_missing, whole=whole)
        return self._steps(pipeline.before, found, name, notebook)

    def _require_python(self, known: KnownNotebook, submitted: Submitted) -> None:
        source = self.sources[known.name]
        told = dict(source.metadata) if source is not None else {}
        if known.kernelspec:
            told["kernelspec"] = known.kernelspec
        language = language_of(told) or submitted.language
        if language and "python" not in language:
            raise UngradableError(
                f"{known.name}.ipynb is in {language}; only Python can be graded here, use `nbgrader autograde` for it"
            )

    def _steps(
        self, steps: tuple[Any, ...], found: Found, name: str, notebook: NotebookNode
    ) -> NotebookNode:
        resources = {
            "unique_key": name,
            "output_files_dir": f"{name}_files",
            "metadata": {"name": name, "path": str(found.folder)},
            "nbgrader": {
                "student": found.student,
                "assignment": self.assignment.name,
                "notebook": name,
                "db_url": self._folder.paths.db_url,
            },
        }
        try:
            return run_steps(steps, notebook, resources)
        except Exception as error:
            reason = f"a preprocessor of the course fails on {name}.ipynb: {type(error).__name__}: {error}"
            raise UngradableError(reason) from error

    def _publish(self, taken: TakenIn, notebooks: Mapping[str, NotebookNode]) -> None:
        folder, converter = self._folder, self._folder.converter
        place = folder.place("autograded", taken.found.student, self.assignment.name)
        files = dict(taken.files)
        if folder.paths.notebook_id != "*":
            files |= _others(place, notebooks)
        for name, notebook in notebooks.items():
            files[f"{name}.ipynb"] = f"{text_of(notebook)}\n".encode()
        with replaced_at_end(place) as new:
            write_new(new, files, int(str(converter.permissions), 8))
        if folder.paths.groupshared:
            converter.set_permissions(self.assignment.name, taken.found.student)
        converter.run_post_convert_hook()


def _read(found: Found, name: str) -> Submitted:
    try:
        return read_submitted(read_regular(found.folder / f"{name}.ipynb", MOST_NOTEBOOK))
    except SubmissionError as error:
        raise UngradableError(f"{name}.ipynb is no Jupyter notebook: {error.reason}") from error


def _require_sound(name: str, notebook: NotebookNode) -> None:
    try:
        validate(notebook)
    except ValidationError as error:
        reason = f"{name}.ipynb is no sound notebook after grading: {error}".partition("\n")[0]
        raise UngradableError(reason) from error


def _others(place: Path, notebooks: Mapping[str, NotebookNode]) -> dict[str, bytes]:
    """Return the notebooks in a folder that are not graded now."""
    return {
        path.name: path.read_bytes() for path in place.glob("*.ipynb") if path.stem not in notebooks
    }
