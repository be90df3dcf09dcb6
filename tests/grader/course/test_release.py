from __future__ import annotations

import pytest
from nbformat import v4

from grader.course import COURSE_CONFIG, release_notebook
from grader.errors import ReleaseError
from tests.grader.course.sample import UNTOUCHED, grade_id, mark, source


def released():
    return {grade_id(cell): cell for cell in release_notebook(source()).cells}


def test_solutions_and_hidden_tests_are_gone_and_stubs_stand_in_their_place():
    cells = released()
    assert cells["double_answer"].source == UNTOUCHED
    assert cells["double"].source == "assert double(2) == 4"
    assert cells["why"].source == "Say why.\nYOUR ANSWER HERE"


def test_cells_are_locked_as_nbgrader_locks_them():
    cells = released()
    assert cells["double"].metadata.editable is False
    assert cells["given"].metadata.editable is False
    assert "editable" not in cells["double_answer"].metadata
    assert all(cells[name].metadata.deletable is False for name in ("double", "why", "given"))


def test_source_is_not_changed_and_order_and_ids_stay():
    notebook = source()
    ids = [cell.id for cell in notebook.cells]
    assert [cell.id for cell in release_notebook(notebook).cells] == ids
    assert "BEGIN SOLUTION" in notebook.cells[2].source


def test_half_a_solution_is_refused_with_the_step_that_refuses():
    notebook = source()
    notebook.cells[2].source = "### BEGIN SOLUTION\nx = 1"
    with pytest.raises(ReleaseError, match="no end solution") as caught:
        release_notebook(notebook)
    assert caught.value.step == "ClearSolutions"


def test_doubled_ids_are_refused():
    notebook = source()
    notebook.cells.append(mark(v4.new_code_cell("1"), "double", locked=True))
    with pytest.raises(ReleaseError):
        release_notebook(notebook)


def test_configuration_is_python_with_the_course_in_it():
    compile(COURSE_CONFIG.format(course_id="physics"), "nbgrader_config.py", "exec")
    assert "'physics'" in COURSE_CONFIG.format(course_id="physics").replace('"', "'")
