"""nbgrader's converters, taken apart: one step on one notebook, with the exception that it raises.

nbgrader's own `start()` swallows exceptions, walks the whole directory and makes its exporters anew each time. These
classes keep nbgrader's steps, their order and their configuration, and leave that out.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.writers.files import FilesWriter
from nbgrader.converters import GenerateAssignment, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from grader.course.quiet import QUIET
from grader.notebooks import NotebookNode

_PAGE = "qampus_page"
_NO_DESCRIPTION = "No description has been provided for this image"


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


class _Rendered(TemplateExporter):
    """Keeps what the template gives away from exporters that come before it."""

    def from_notebook_node(  # type: ignore[override] # as nbconvert's own
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        page, told = super().from_notebook_node(nb, resources, **kw)
        told[_PAGE] = page
        return "", told


class FeedbackExporter(HTMLExporter, _Rendered):
    """nbconvert's HTML exporter without its last step, which is more than half of its time.

    It parses the page and writes it anew, to make the cells of other templates focusable and to give pictures a text.
    The text is given by `describe_pictures` instead.
    """

    def from_notebook_node(  # type: ignore[override] # as nbconvert's own
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page and what belongs to it."""
        _, told = super().from_notebook_node(nb, resources, **kw)
        return told.pop(_PAGE), told


class Feedback(GenerateFeedback):
    """`nbgrader generate_feedback` for one notebook."""

    def __init__(self, coursedir: CourseDirectory, config: Config) -> None:
        super().__init__(coursedir=coursedir, config=config, log=QUIET)
        self.exporter_class = FeedbackExporter
        _equip(self, [*self.preprocessors, describe_pictures])

    def run(self, assignment: str, student: str, notebook: NotebookNode) -> bytes:
        """Write the feedback into feedback/ and return it, as HTML in UTF-8."""
        _select(self, assignment, student)
        html, resources = _export(self, notebook)
        self.write_single_notebook(html, resources)
        self.set_permissions(assignment, student)
        return html.encode()


def describe_pictures(notebook: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
    """Give pictures that a cell put out the alternative text of nbconvert, if they have none: a preprocessor."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.metadata.setdefault("alt", _NO_DESCRIPTION)
    return notebook, resources


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
