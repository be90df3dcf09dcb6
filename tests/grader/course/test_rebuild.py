from __future__ import annotations

import json

import nbformat
import pytest

from grader.course import Course, release_notebook
from grader.course.folder import open_folder
from grader.course.rebuild import rebuild
from grader.course.submitted import read_submitted
from tests.grader.course.sample import (
    CHECK,
    EXERCISE,
    answered,
    content,
    edited,
    grade_id,
    source,
    write_source,
)

RELEASED = release_notebook(source())
IDS = [grade_id(cell) for cell in RELEASED.cells]


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """What the gradebook knows about the exercise."""
    folder = tmp_path_factory.mktemp("rebuild")
    course = Course(folder / "course", "physics")
    course.install(EXERCISE, write_source(folder / "source", source()))
    course.close()
    with open_folder(course.directory) as opened:
        cells = opened.released_cells(EXERCISE)
        return opened.assignment(EXERCISE, cells).notebooks[EXERCISE]


def whole(known, notebook):
    return rebuild(read_submitted(content(notebook)[f"{EXERCISE}.ipynb"]), known, whole=True)


def flags(cell):
    """Return a cell's metadata but for nbgrader's checksum, which is of the text with hidden tests."""
    flags = nbformat.from_dict(cell.metadata)
    flags.get("nbgrader", {}).pop("checksum", None)
    return flags


def ids(notebook):
    return [grade_id(cell) for cell in notebook.cells]


def test_an_honest_notebook_stays_as_it_is(known):
    notebook = answered(RELEASED, double_answer="def double(x): return x + x", why="So.")
    again = whole(known, notebook)
    assert again.cells[IDS.index("double")].source == CHECK
    again.cells[IDS.index("double")].source = notebook.cells[IDS.index("double")].source
    assert [cell.source for cell in again.cells] == [cell.source for cell in notebook.cells]
    assert [flags(cell) for cell in again.cells] == [flags(cell) for cell in notebook.cells]


def test_cells_of_the_learners_own_stay_where_they_are(known):
    own = nbformat.v4.new_code_cell("mine = 1")
    again = whole(known, edited(RELEASED, lambda book: book.cells.insert(2, own)))
    assert again.cells[2].source == "mine = 1"
    assert len(again.cells) == len(RELEASED.cells) + 1


def test_points_tags_and_flags_come_from_the_release(known):
    def cheat(book):
        check = book.cells[IDS.index("double")]
        check.metadata.nbgrader.points = 1000
        check.metadata.nbgrader.grade = False
        check.metadata.tags = ["skip-execution"]
        check.source = "pass"

    again = whole(known, edited(RELEASED, cheat))
    check = again.cells[IDS.index("double")]
    assert check.source == CHECK
    assert flags(check) == flags(RELEASED.cells[IDS.index("double")])


def test_a_check_turned_into_text_is_code_again(known):
    def cheat(book):
        index = IDS.index("double")
        text = nbformat.v4.new_markdown_cell("assert True")
        text.metadata = book.cells[index].metadata
        book.cells[index] = text

    assert whole(known, edited(RELEASED, cheat)).cells[IDS.index("double")].cell_type == "code"


def test_doubled_cells_count_once_where_they_are_last(known):
    def double(book):
        copy = nbformat.from_dict(book.cells[IDS.index("number_answer")])
        copy.source = "number = 8"
        book.cells.append(copy)

    again = whole(known, edited(RELEASED, double))
    assert ids(again).count("number_answer") == 1
    assert again.cells[-1].source == "number = 8"
    assert "nbgrader" not in again.cells[IDS.index("number_answer")].metadata


@pytest.mark.parametrize("gone", [["double"], ["double", "double_answer"], ["given"], ["why"], IDS])
def test_deleted_cells_come_back_in_their_place(known, gone):
    def delete(book):
        book.cells = [
            cell for cell in book.cells if grade_id(cell) not in gone or not grade_id(cell)
        ]

    assert [one for one in ids(whole(known, edited(RELEASED, delete))) if one] == [
        one for one in IDS if one
    ]


def test_reordered_cells_stay_reordered_and_whole(known):
    again = whole(known, edited(RELEASED, lambda book: book.cells.reverse()))
    assert ids(again) == IDS[::-1]


def test_unknown_ids_mean_nothing(known):
    def invent(book):
        book.cells[IDS.index("number")].metadata.nbgrader.grade_id = "jackpot"

    again = whole(known, edited(RELEASED, invent))
    assert "jackpot" not in ids(again)
    assert ids(again).count("number") == 1


def test_metadata_of_any_shape_is_survived(known):
    book = json.loads(nbformat.writes(RELEASED))
    book["metadata"] = []
    for cell, shape in zip(
        book["cells"], [1, [], {"nbgrader": 3}, {"nbgrader": {"grade_id": []}}] * 2, strict=False
    ):
        cell["metadata"] = shape
        cell["attachments"] = shape
        cell["id"] = "same"
    again = rebuild(read_submitted(json.dumps(book).encode()), known, whole=True)
    nbformat.validate(again)


def test_an_old_notebook_stays_one_that_can_be_written(known):
    book = json.loads(nbformat.writes(RELEASED))
    book["nbformat_minor"] = 2
    again = rebuild(read_submitted(json.dumps(book).encode()), known, whole=True)
    nbformat.validate(again)
    assert again.nbformat_minor == 2


def test_halves_of_surrogate_pairs_do_not_reach_a_file(known):
    book = whole(known, answered(RELEASED, number_answer="number = '\ud83d'"))
    nbformat.writes(book).encode()
