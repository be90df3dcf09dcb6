from __future__ import annotations

import nbformat
import pytest

from grader.notebooks import as_node, parse_notebook, text_of

V4 = nbformat.v4


def rich():
    """A notebook with everything that a file may hold."""
    code = V4.new_code_cell("x = '量子ビット'\nx")
    code.metadata.nbgrader = {"grade_id": "b", "points": 1.5, "locked": True, "a": None}
    code.outputs = [
        V4.new_output("stream", name="stdout", text="one\ntwo\n\x1b[31m\u2028"),
        V4.new_output("display_data", {"image/png": "aGk=\n", "text/html": "<b>\n</b>"}),
        V4.new_output("execute_result", {"application/json": {"z": [1, 0.25, True]}}),
        V4.new_output("error", ename="E", evalue='"\\', traceback=["a\nb", "c"]),
    ]
    text = V4.new_markdown_cell("# 제목\n\n$\\psi$", attachments={"a.png": {"image/png": "aGk="}})
    return V4.new_notebook(cells=[code, text], metadata={"orig_nbformat": 3, "b": 1, "a": {}})


def test_the_text_is_that_of_nbformat():
    notebook = rich()
    assert text_of(notebook) == nbformat.writes(notebook)


@pytest.mark.parametrize("value", [2**80, "\ud800", -(2**63) - 1])
def test_what_the_fast_writer_cannot_hold_is_written_all_the_same(value):
    notebook = rich()
    notebook.cells[0].outputs[2].data["application/json"]["z"] = [value]
    assert text_of(notebook) == nbformat.writes(notebook)


def test_numbers_keep_their_value():
    notebook = rich()
    values = [1e-9, 1e300, -0.0, 2**63, 0.1 + 0.2]
    notebook.cells[0].outputs[2].data["application/json"]["z"] = values
    read = parse_notebook(text_of(notebook))
    assert read.cells[0].outputs[2].data["application/json"]["z"] == values


def test_the_notebook_itself_is_left_alone():
    notebook = rich()
    before = as_node(notebook)
    text_of(notebook)
    assert notebook == before
    assert notebook.metadata.orig_nbformat == 3
