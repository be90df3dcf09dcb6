"""Answers cut out of notebooks: examples, constructions, and what is shown of a stranger's text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portal.instructor.analysis.answers import LETTERS, LINES, READ, Answers, shown
from portal.storage import BlobStore

ONE = "def f(a):\n    return a + 1"
SAME = "def f(b):\n    # one more\n    return b + 1"
OTHER = "def f(a):\n    return sum([a, 1])"


def notebook(*cells: tuple[str, str]) -> str:
    return json.dumps(
        {
            "cells": [
                {"cell_type": "code", "source": text, "metadata": {"nbgrader": {"grade_id": name}}}
                for name, text in cells
            ]
        }
    )


@pytest.fixture
def store(tmp_path: Path) -> BlobStore:
    return BlobStore(tmp_path)


def of(store: BlobStore, *contents: str) -> Answers:
    """Return the answers to the task f, one attempt for each notebook, numbered from 0."""
    files = {
        number: (store.put(content.encode()).sha256,) for number, content in enumerate(contents)
    }
    return Answers(store.root, files, "f")


def test_constructions_are_counted_and_the_most_frequent_comes_first(store: BlobStore) -> None:
    answers = of(store, *(notebook(("f_answer", text)) for text in (OTHER, ONE, SAME)))
    found = answers.constructions((0, 1, 2), everything=False)
    assert [(one.count, one.example.text) for one in found.shown] == [(2, ONE), (1, OTHER)]
    assert (found.different, found.read, found.unreadable, found.of) == (2, 3, 0, 3)


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"cells": 3}', notebook(("g_answer", ONE)), "[" * 9000, "\x00"]
)
def test_a_notebook_that_cannot_be_read_is_counted(store: BlobStore, content: str) -> None:
    found = of(store, content).constructions((0,), everything=False)
    assert (found.shown, found.read, found.unreadable) == ((), 0, 1)


def test_a_notebook_that_is_gone_is_counted(tmp_path: Path) -> None:
    found = Answers(tmp_path, {7: ("0" * 64,)}, "f").constructions((7, 8), everything=False)
    assert (found.unreadable, found.of) == (2, 2)


def test_of_two_cells_with_one_id_the_last_is_the_answer_as_for_the_grader(
    store: BlobStore,
) -> None:
    (example,) = of(store, notebook(("f_answer", ONE), ("f_answer", OTHER))).examples([0])
    assert example.text == OTHER


def test_the_latest_are_read_unless_all_are_asked_for(store: BlobStore) -> None:
    answers = of(store, notebook(("f_answer", ONE)))
    attempts = (0,) * (READ + 5)
    assert answers.constructions(attempts, everything=False).read == READ
    assert answers.constructions(attempts, everything=True).read == READ + 5


def test_examples_differ_and_are_never_empty(store: BlobStore) -> None:
    texts = ("  \n", ONE, SAME, OTHER, "broken(", "more(")
    answers = of(store, *(notebook(("f_answer", text)) for text in texts))
    assert [one.text for one in answers.examples(range(6))] == [ONE, OTHER, "broken("]


def test_what_is_long_is_cut_and_says_so() -> None:
    assert shown("x = 1\n" * 3).cut is False
    many = shown("x = 1\n" * 100)
    assert (many.text.count("\n") + 1, many.cut) == (LINES, True)
    wide = shown("x" * 5000)
    assert (len(wide.text), wide.cut) == (LETTERS, True)


def test_letters_that_hide_or_reorder_others_are_replaced() -> None:
    assert shown("a\u202eb\x1b[31mc\u200bd\te\n日本語").text == "a�b�[31mc�d\te\n日本語"
