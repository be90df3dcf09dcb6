from __future__ import annotations

import json

import nbformat
import pytest

from grader.course import release_notebook
from grader.course.submitted import (
    MOST_CELLS,
    answers_of,
    in_source_language,
    nothing_done,
    read_submitted,
)
from grader.errors import SubmissionError
from tests.grader.course.sample import ESSAY, EXERCISE, answered, content, source

RELEASED = release_notebook(source())
KOREAN = release_notebook(source(essay=ESSAY.replace("Say why.", "이유를 쓰세요.")))


def read(notebook):
    return read_submitted(content(notebook)[f"{EXERCISE}.ipynb"])


def text_of(submitted, task):
    return next(cell.source for cell in submitted.cells if cell.grade_id == task)


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
        read_submitted(submitted)


def many_cells(number):
    empty = {"cell_type": "markdown", "metadata": {}, "source": ""}
    return json.dumps({"nbformat": 4, "nbformat_minor": 4, "cells": [empty] * number}).encode()


def test_a_notebook_of_very_many_cells_is_refused():
    assert len(read_submitted(many_cells(MOST_CELLS)).cells) == MOST_CELLS
    with pytest.raises(SubmissionError, match=f"at most 2000 cells, got {MOST_CELLS + 1}"):
        read_submitted(many_cells(MOST_CELLS + 1))


@pytest.mark.parametrize(("told", "minor"), [(2, 2), (9, 5), (-1, 0), (True, 5), ("4", 5)])
def test_the_minor_version_is_one_that_there_is(told, minor):
    text = json.dumps({"nbformat": 4, "nbformat_minor": told, "cells": []})
    found = read_submitted(text.encode()).minor
    assert (found, type(found)) == (minor, int)


def test_a_stub_in_the_learners_language_is_an_unanswered_task():
    again = in_source_language(read(KOREAN), RELEASED, KOREAN)
    assert text_of(again, "why") == "Say why.\nYOUR ANSWER HERE"
    mine = answered(KOREAN, why="이유를 쓰세요.\n그래서.")
    assert text_of(in_source_language(read(mine), RELEASED, KOREAN), "why") == mine.cells[-1].source


def test_space_around_a_stub_is_no_answer():
    spaced = answered(RELEASED, why=f"\n{answers_of(RELEASED)['why']}  \n")
    again = in_source_language(read(spaced), RELEASED, RELEASED)
    assert text_of(again, "why") == answers_of(RELEASED)["why"]


def test_other_cells_keep_their_text():
    own = nbformat.from_dict(RELEASED)
    own.cells[0].source = "mine"
    assert in_source_language(read(own), RELEASED, RELEASED) == read(own)


def test_nothing_done_is_the_release():
    assert [cell.source for cell in nothing_done(RELEASED).cells] == [
        cell.source for cell in RELEASED.cells
    ]
    assert nothing_done(RELEASED).language == "python"
