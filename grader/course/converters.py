"""nbgrader's converters, taken apart: one step on one notebook, with the exception that it raises.

nbgrader's own `start()` swallows exceptions, walks the whole directory and makes its exporters anew each time. These
classes keep nbgrader's steps, their order and their configuration, and leave that out. Executing is not among them.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from nbconvert.writers.files import FilesWriter
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from traitlets.config import Config

from grader.course.quiet import QUIET
from grader.notebooks import NotebookNode, parse_notebook


class Sanitise(Autograde):
    """The first half of `nbgrader autograde`: locked cells come from the source, rows appear in the gradebook."""

    def __init__(self, coursedir: CourseDirectory, config: Config) -> None:
        super().__init__(coursedir=coursedir, config=config, log=QUIET)
        self._sanitizing = True
        _equip(self, self.sanitize_preprocessors)

    def run(self, assignment: str, student: str, notebook: NotebookNode) -> NotebookNode:
        """Return the sanitised notebook, and copy the files beside it into autograded/.

        The notebook of the last graded attempt stays in autograded/ until this one is recorded.
        """
        _select(self, assignment, student)
        folder = Path(self._format_dest(assignment, student))
        for old in folder.iterdir():
            if old.is_dir():
                shutil.rmtree(old)
            elif old.name != f"{assignment}.ipynb":
                old.unlink()
        self.init_assignment(assignment, student)
        output, _ = _export(self, notebook)
        return parse_notebook(output)


class Record(Autograde):
    """The second half of `nbgrader autograde`, for a notebook that was executed elsewhere."""

    def __init__(self, coursedir: CourseDirectory, config: Config) -> None:
        super().__init__(coursedir=coursedir, config=config, log=QUIET)
        self._sanitizing = False
        steps = [step for step in self.autograde_preprocessors if step is not Execute]
        _equip(self, steps)

    def run(self, assignment: str, student: str, notebook: NotebookNode) -> None:
        """Save scores and comments of the executed notebook and write it into autograded/."""
        _select(self, assignment, student)
        output, resources = _export(self, notebook)
        # nbgrader leaves its files read-only
        Path(self._format_dest(assignment, student), f"{assignment}.ipynb").unlink(missing_ok=True)
        self.write_single_notebook(output, resources)
        self.set_permissions(assignment, student)


class Release(GenerateAssignment):
    """`nbgrader generate_assignment` for one assignment."""

    def __init__(self, coursedir: CourseDirectory, config: Config) -> None:
        super().__init__(coursedir=coursedir, config=config, log=QUIET)
        _equip(self, self.preprocessors)

    def run(self, assignment: str) -> None:
        """Write release/ from source/ and the assignment's cells into the gradebook."""
        _select(self, assignment, ".")
        folder = Path(self._format_dest(assignment, "."))
        shutil.rmtree(folder)
        folder.mkdir()
        self.init_assignment(assignment, ".")
        self.convert_single_notebook(self.notebooks[0])
        self.set_permissions(assignment, ".")


class Feedback(GenerateFeedback):
    """`nbgrader generate_feedback` for one notebook."""

    def __init__(self, coursedir: CourseDirectory, config: Config) -> None:
        super().__init__(coursedir=coursedir, config=config, log=QUIET)
        _equip(self, self.preprocessors)

    def run(self, assignment: str, student: str, notebook: NotebookNode) -> bytes:
        """Write the feedback into feedback/ and return it, as HTML in UTF-8."""
        _select(self, assignment, student)
        html, resources = _export(self, notebook)
        self.write_single_notebook(html, resources)
        self.set_permissions(assignment, student)
        return html.encode()


def _equip(converter: Any, steps: list[Any]) -> None:
    writer: Any = FilesWriter  # not annotated
    converter.writer = writer(parent=converter, config=converter.config)
    converter.exporter = converter.exporter_class(parent=converter, config=converter.config)
    for step in steps:
        converter.exporter.register_preprocessor(step)


def _select(converter: Any, assignment: str, student: str) -> None:
    converter.coursedir.assignment_id = assignment
    converter.coursedir.student_id = student
    # nbconvert's writer makes a folder only when its name is new to it
    Path(converter._format_dest(assignment, student)).mkdir(parents=True, exist_ok=True)
    folder = converter._format_source(assignment, student)
    converter.notebooks = [os.path.join(folder, f"{assignment}.ipynb")]  # noqa: PTH118 - matched as text


def _export(converter: Any, notebook: NotebookNode) -> tuple[str, Any]:
    """Run the converter's preprocessors on a notebook as if it had been read from the selected folder."""
    resources = converter.init_single_notebook_resources(converter.notebooks[0])
    output, resources = converter.exporter.from_notebook_node(notebook, resources=resources)
    return output, resources
