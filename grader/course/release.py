"""From an instructor's notebook to what a learner receives, by nbgrader's own preprocessors.

nbgrader does this as a part of `nbgrader generate_assignment`, together with a course directory and a gradebook. Here
it is a pure function on one notebook, so that notebooks in several languages can be released from one course.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from nbgrader.nbgraderformat import SchemaTooNewError, SchemaTooOldError, ValidationError
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
)

from grader.course.quiet import QUIET
from grader.errors import ReleaseError
from grader.notebooks import NotebookNode

COURSE_CONFIG = """\
c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "{course_id}"
# A graded cell that a learner deleted is put back, and fails, instead of keeping the points of an earlier attempt.
c.OverwriteCells.add_missing_cells = True
"""
"""Text of a course directory's nbgrader_config.py; `COURSE_CONFIG.format(course_id="...")` fills it in."""

# The order of nbgrader's GenerateAssignment, without headers, automatic tests and the database.
_STEPS = (
    LockCells,
    ClearSolutions,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
)


def release_notebook(source: NotebookNode, parent: Any = None) -> NotebookNode:
    """Return the release version of an instructor's notebook.

    Solutions are replaced by nbgrader's stub, hidden tests and outputs are gone, cells are locked as nbgrader locks
    them, checksums are those of the released cells. Cell order and cell ids stay.

    Args:
        source: notebook in nbformat 4 with nbgrader's cell metadata; it is not changed.
        parent: a traitlets object whose configuration is that of the course: delimiters, code stubs; None for
            nbgrader's own.

    Returns:
        A new notebook.

    Raises:
        ReleaseError: nbgrader cannot release it: wrong cell metadata, or markers without their partner.
    """
    notebook = deepcopy(source)
    resources: dict[str, object] = {}
    for step in _STEPS:
        try:
            notebook, resources = step(parent=parent, log=QUIET).preprocess(notebook, resources)
        except (
            RuntimeError,
            ValueError,
            ValidationError,
            SchemaTooOldError,
            SchemaTooNewError,
        ) as error:
            raise ReleaseError(step=step.__name__, reason=str(error)) from error
    return notebook
