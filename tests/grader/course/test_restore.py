from __future__ import annotations

import json

import nbformat
import pytest

from grader.course import release_notebook
from grader.course.restore import read_submission, restore, untouched
from grader.errors import SubmissionError
from tests.grader.course.sample import ESSAY, EXERCISE, answered, content, edited, grade_id, source

RELEASED = release_notebook(source())
IDS = [grade_id(cell) for cell in RELEASED.cells]


def restored(notebook, as_received=RELEASED):
    cells = read_submission(content(notebook)[f"{EXERCISE}.ipynb"])
    return restore(cells, RELEASED, as_received)


def ids(notebook):
    return [grade_id(cell) for cell in notebook.cells]


@pytest.mark.parametrize(
    ("submitted", "reason"),
    [
        (b"", "expected JSON"),
        (b"\xff\xfe", "expected JSON"),
        (b"not a notebook", "expected JSON"),
        (b"[" * 100_000, "expected JSON"),
        (b"[]", "nbformat 4, got list"),
        (b"{}", "nbformat 4, got None"),
        (b'{"nbformat": 3, "cells": []}', "nbformat 4, got 3"),
        (b'{"nbformat": 4, "cells": {}}', "list of cells"),
        (b'{"nbformat": 4, "cells": [1]}', "cell 1"),
        (b'{"nbformat": 4, "cells": [{"cell_type": "x", "source": ""}]}', "cell 1"),
        (b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": [1]}]}', "text as source"),
    ],
)
def test_what_is_no_notebook_is_said(submitted, reason):
    with pytest.raises(SubmissionError, match=reason):
        read_submission(submitted)


def test_an_honest_notebook_stays_as_it_is():
    notebook = answered(RELEASED, double_answer="def double(x): return x + x", why="So.")
    again = restored(notebook)
    assert [cell.source for cell in again.cells] == [cell.source for cell in notebook.cells]
    assert [cell.metadata for cell in again.cells] == [cell.metadata for cell in notebook.cells]


def test_cells_of_the_learners_own_stay_where_they_are():
    own = nbformat.v4.new_code_cell("mine = 1")
    again = restored(edited(RELEASED, lambda book: book.cells.insert(2, own)))
    assert again.cells[2].source == "mine = 1"
    assert len(again.cells) == len(RELEASED.cells) + 1


def test_points_tags_and_flags_come_from_the_release():
    def cheat(book):
        check = book.cells[IDS.index("double")]
        check.metadata.nbgrader.points = 1000
        check.metadata.nbgrader.grade = False
        check.metadata.tags = ["skip-execution"]
        check.source = "pass"

    again = restored(edited(RELEASED, cheat))
    assert again.cells[IDS.index("double")] == {
        **RELEASED.cells[IDS.index("double")],
        "id": again.cells[IDS.index("double")].id,
    }


def test_a_check_turned_into_text_is_code_again():
    def cheat(book):
        index = IDS.index("double")
        text = nbformat.v4.new_markdown_cell("assert True")
        text.metadata = book.cells[index].metadata
        book.cells[index] = text

    assert restored(edited(RELEASED, cheat)).cells[IDS.index("double")].cell_type == "code"


def test_doubled_cells_count_once_where_they_are_last():
    def double(book):
        copy = nbformat.from_dict(book.cells[IDS.index("number_answer")])
        copy.source = "number = 8"
        book.cells.append(copy)

    again = restored(edited(RELEASED, double))
    assert ids(again).count("number_answer") == 1
    assert again.cells[-1].source == "number = 8"
    assert "nbgrader" not in again.cells[IDS.index("number_answer")].metadata


@pytest.mark.parametrize("gone", [["double"], ["double", "double_answer"], ["given"], ["why"], IDS])
def test_deleted_cells_come_back_in_their_place(gone):
    def delete(book):
        book.cells = [
            cell for cell in book.cells if grade_id(cell) not in gone or not grade_id(cell)
        ]

    assert [one for one in ids(restored(edited(RELEASED, delete))) if one] == [
        one for one in IDS if one
    ]


def test_reordered_cells_stay_reordered_and_whole():
    again = restored(edited(RELEASED, lambda book: book.cells.reverse()))
    assert ids(again) == IDS[::-1]


def test_unknown_ids_mean_nothing():
    def invent(book):
        book.cells[IDS.index("number")].metadata.nbgrader.grade_id = "jackpot"

    again = restored(edited(RELEASED, invent))
    assert "jackpot" not in ids(again)
    assert ids(again).count("number") == 1


def test_metadata_of_any_shape_is_survived():
    book = json.loads(nbformat.writes(RELEASED))
    book["metadata"] = []
    for cell, shape in zip(
        book["cells"], [1, [], {"nbgrader": 3}, {"nbgrader": {"grade_id": []}}] * 2, strict=False
    ):
        cell["metadata"] = shape
        cell["attachments"] = shape
        cell["id"] = "same"
    again = restore(read_submission(json.dumps(book).encode()), RELEASED, RELEASED)
    nbformat.validate(again)


def test_halves_of_surrogate_pairs_do_not_reach_a_file():
    book = restored(answered(RELEASED, number_answer="number = '\ud83d'"))
    nbformat.writes(book).encode()


def test_a_stub_in_the_learners_language_is_an_unanswered_task():
    korean = release_notebook(source(essay=ESSAY.replace("Say why.", "이유를 쓰세요.")))
    again = restored(korean, as_received=korean)
    assert again.cells[IDS.index("why")].source == "Say why.\nYOUR ANSWER HERE"
    mine = restored(answered(korean, why="이유를 쓰세요.\n그래서."), as_received=korean)
    assert mine.cells[IDS.index("why")].source == "이유를 쓰세요.\n그래서."


def test_untouched_is_the_release():
    assert [cell.source for cell in untouched(RELEASED).cells] == [
        cell.source for cell in RELEASED.cells
    ]
