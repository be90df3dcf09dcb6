"""One nbgrader course directory: exercises in, learners in, submissions through, feedback out.

The directory stays an ordinary one: `nbgrader export`, `nbgrader generate_feedback` and formgrader work on it at any
time. nbgrader's converters change the working directory of the process, so a `Course` belongs to one thread of one
process, the only one that writes the gradebook (formgrader apart).
"""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import chdir, contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.nbgraderformat import SchemaTooNewError, SchemaTooOldError, ValidationError
from sqlalchemy.exc import SAWarning, SQLAlchemyError
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from grader.course.converters import Feedback, Release
from grader.course.desk import Desk, GradedNotebook
from grader.course.files import read_files, write_files
from grader.course.folder import TIMESTAMP, CourseFolder, Found
from grader.course.gradebook import Marks, Score, empty_gradebook, read_marks, read_scores
from grader.course.privacy import for_learner
from grader.course.quiet import QUIET
from grader.course.records import Learner, Sanitised
from grader.course.release import COURSE_CONFIG
from grader.course.revision import revise
from grader.course.submitted import answers_of, in_source_language, nothing_done, read_submitted
from grader.errors import CourseError, SubmissionError, UngradableError
from grader.notebooks import NotebookNode, parse_notebook, read_notebook

_CONFIG_FILE = "nbgrader_config.py"


class Course:
    """An nbgrader course directory and its gradebook.

    Args:
        directory: made, with configuration and gradebook, if it is not there.
        course_id: nbgrader's id of the course.

    Raises:
        CourseError: the gradebook cannot be opened.
    """

    def __init__(self, directory: Path, course_id: str) -> None:
        self.directory = directory.resolve()
        self.course_id = course_id
        self.directory.mkdir(parents=True, exist_ok=True)
        config_file = self.directory / _CONFIG_FILE
        if not config_file.exists():
            config_file.write_text(COURSE_CONFIG.format(course_id=course_id), encoding="utf-8")
        config: Config = PyFileConfigLoader(_CONFIG_FILE, path=str(self.directory)).load_config()
        self._folders = CourseDirectory(
            root=str(self.directory), course_id=course_id, config=config, log=QUIET
        )
        with self._faults():
            database = self.directory / "gradebook.db"
            if self._folders.db_url == f"sqlite:///{database}" and not database.exists():
                database.write_bytes(empty_gradebook())
            self._gradebook = Gradebook(self._folders.db_url, course_id)
        self._release = Release(self._folders, config)
        self._feedback = Feedback(self._folders, config)
        autograde = Autograde(coursedir=self._folders, config=config, log=QUIET)
        self._folder = CourseFolder(autograde, self._gradebook, course_id)
        self._desks: dict[str, tuple[object, Desk]] = {}

    def close(self) -> None:
        """Close the gradebook."""
        self._gradebook.close()

    def install(self, exercise: str, folder: Path) -> bool:
        """Make a folder's notebook the exercise's source, released and known to the gradebook.

        A version that adds or drops tasks keeps the submissions of the tasks that stay.

        Args:
            exercise: its id, and the notebook's name.
            folder: holds `<exercise>.ipynb` and the files beside it, as in nbgrader's source/.

        Returns:
            False if this very source is installed already.

        Raises:
            CourseError: nbgrader cannot generate the assignment from it.
        """
        ours = self._path("source", ".", exercise).parent
        released = self._path("release", ".", exercise)
        content = read_files(folder)
        if released.exists() and read_files(ours) == content:
            return False
        # release/ is written last by nbgrader, so that it stands for a finished installation
        released.unlink(missing_ok=True)
        if ours.exists():
            shutil.rmtree(ours)
        write_files(ours, content)
        with self._faults(), chdir(self.directory):
            source = parse_notebook(content[f"{exercise}.ipynb"].decode())
            revise(self._gradebook, exercise, source)
            self._gradebook.db.remove()
            self._release.run(exercise)
        return True

    def enrol(self, learners: Iterable[Learner]) -> None:
        """Write learners into the gradebook; one who is there gets the new names."""
        with self._faults():
            for learner in learners:
                self._gradebook.update_or_create_student(
                    learner.pseudonym,
                    first_name=learner.given_name,
                    last_name=learner.family_name,
                )
            self._gradebook.db.remove()

    def released(self, exercise: str) -> NotebookNode:
        """Return the released notebook of an installed exercise."""
        path = self._path("release", ".", exercise)
        if not path.exists():
            raise CourseError(course=self.course_id, reason=f"exercise {exercise} is not installed")
        return read_notebook(path)

    def sanitise(
        self,
        student: str,
        exercise: str,
        files: Mapping[str, bytes],
        received_at: datetime,
        as_received: NotebookNode | None = None,
    ) -> Sanitised:
        """Store a submission in submitted/ and restore it to what may be graded.

        Args:
            student: pseudonym.
            exercise: an installed exercise.
            files: relative path -> content; the notebook is `<exercise>.ipynb`.
            received_at: when the submission came, with a time zone; nbgrader counts lateness from it.
            as_received: the release in the learner's language, if it is not the source's.

        Raises:
            CourseError: the exercise is not installed, a path leaves the folder, or the gradebook fails.
        """
        released = self.released(exercise)
        with self._faults():
            found = self._store(student, exercise, files, received_at)
        return self._restored(found, released, files, as_received)

    def record(
        self, sanitised: Sanitised, executed: NotebookNode, to_person: Collection[str] = ()
    ) -> tuple[Score, ...]:
        """Save the scores of an executed notebook, as nbgrader reads them from its outputs, all of it or nothing.

        A mark that a person gave stays valid as long as the answer is the one that she marked.

        Args:
            sanitised: what `sanitise` returned.
            executed: its notebook with outputs.
            to_person: tasks whose check could not tell; they get no automatic points.

        Returns:
            One score per graded cell, in notebook order.

        Raises:
            CourseError: the gradebook fails, or another version of the exercise was installed since `sanitise`.
        """
        student, exercise = sanitised.student, sanitised.exercise
        path = self._path("autograded", student, exercise)
        order = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in executed.cells]
        with self._faults(), chdir(self.directory):
            desk = self._desk(exercise)
            known = desk.assignment.notebooks[exercise].cells
            if known.keys() != {task for task in order if task}:
                reason = f"{exercise} was installed anew meanwhile; grade the submission again"
                raise CourseError(course=self.course_id, reason=reason)
            marked = answers_of(read_notebook(path)) if path.exists() else {}
            same = {name for name, text in answers_of(executed).items() if marked.get(name) == text}
            graded = GradedNotebook(
                executed,
                by_person=frozenset(to_person),
                unchanged=frozenset(task for task in known if {task, f"{task}_answer"} & same),
            )
            desk.record(sanitised.taken, {exercise: graded})
            scores = read_scores(self._gradebook, exercise, student)
            self._gradebook.db.remove()
        return tuple(scores[task] for task in order if task in scores)

    def feedback(self, student: str, exercise: str) -> bytes:
        """Return nbgrader's feedback on the recorded notebook, without hidden tests, as HTML."""
        notebook = read_notebook(self._path("autograded", student, exercise))
        with self._faults(), chdir(self.directory):
            return self._feedback.run(exercise, student, for_learner(notebook))

    def marks(self) -> dict[tuple[str, str], Marks]:
        """Return what people marked in formgrader: (student, exercise) -> marks."""
        with self._faults():
            marks = read_marks(self._gradebook)
            self._gradebook.db.remove()
        return marks

    def stamp(self) -> tuple[int, ...]:
        """Return a value that changes when the gradebook's file does."""
        files = (self.directory / name for name in ("gradebook.db", "gradebook.db-wal"))
        return tuple(path.stat().st_mtime_ns if path.exists() else 0 for path in files)

    def _path(self, step: str, student: str, exercise: str) -> Path:
        folder = self._folders.format_path(step, student, exercise)
        return Path(folder, f"{exercise}.ipynb")

    def _desk(self, exercise: str) -> Desk:
        """Return the desk of an installed exercise, as its files and the gradebook are now."""
        folders = [self._path(step, ".", exercise).parent for step in ("source", "release")]
        state = [
            (path, told.st_mtime_ns, told.st_size, told.st_ino)
            for folder in folders
            for path in sorted(folder.rglob("*"))
            for told in (path.stat(),)
        ]
        before, desk = self._desks.get(exercise, (None, None))
        if desk is None or before != state:
            desk = Desk(self._folder, exercise)
            self._desks[exercise] = (state, desk)
        else:
            desk.refresh()
        return desk

    def _store(
        self, student: str, exercise: str, files: Mapping[str, bytes], received_at: datetime
    ) -> Found:
        self._require_inside(student, exercise, files)
        folder = self._path("submitted", student, exercise).parent
        if folder.exists():
            shutil.rmtree(folder)
        write_files(folder, files)
        stamp = received_at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
        (folder / TIMESTAMP).write_text(stamp, encoding="ascii")
        return Found(student, folder, (exercise,))

    def _require_inside(self, student: str, exercise: str, files: Mapping[str, bytes]) -> None:
        """Refuse names that would leave the submission's folder."""
        names = [PurePosixPath(name) for name in (student, exercise, *files)]
        wrong = [
            name for name in names if name.is_absolute() or {"..", ""} & {*name.parts, str(name)}
        ]
        if wrong or "/" in student + exercise:
            raise CourseError(
                course=self.course_id,
                reason=f"expected names inside the submission's folder, got {[str(one) for one in wrong]}",
            )

    def _restored(
        self,
        found: Found,
        released: NotebookNode,
        files: Mapping[str, bytes],
        as_received: NotebookNode | None,
        *,
        again: bool = False,
    ) -> Sanitised:
        """Return a stored submission with the instructor's cells restored."""
        (exercise,) = found.notebooks
        unreadable = None
        try:
            submitted = read_submitted(files.get(f"{exercise}.ipynb", b""))
        except SubmissionError as error:
            unreadable = error.reason
            submitted = nothing_done(released)
        submitted = in_source_language(submitted, released, as_received or released)
        with self._faults(), chdir(self.directory):
            taken = self._desk(exercise).restore(
                found, {exercise: submitted}, again=again, whole=True
            )
        stubs = answers_of(released)
        answers = answers_of(taken.notebooks[exercise])
        answered = frozenset(name for name, text in answers.items() if text != stubs[name])
        return Sanitised(found.student, exercise, taken, answered, unreadable)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Tell nbgrader's and the database's exceptions, and those of the course's own steps, as the course's."""
        try:
            with warnings.catch_warnings():
                # of nbgrader's own making, on every new submission
                warnings.simplefilter("ignore", SAWarning)
                yield
        except UngradableError as error:
            raise CourseError(course=self.course_id, reason=error.reason) from error
        except (
            SQLAlchemyError,
            ValidationError,
            SchemaTooOldError,
            SchemaTooNewError,
            RuntimeError,
            ValueError,  # InvalidEntry and MissingEntry are such
            LookupError,
            OSError,
            TypeError,  # nbgrader's own, where its metadata is not what it expects
            AttributeError,
        ) as error:
            reason = f"nbgrader failed: {type(error).__name__}: {error}"
            raise CourseError(course=self.course_id, reason=reason) from error
