"""Other answers and near misses say what they are for, or it is told what they lack."""

import pytest

from grader.authoring.answers import Fails, read_answers
from grader.authoring.source import read_exercise
from grader.errors import SourceError
from tests.grader.authoring.samples import ESSAY, MODULE, RIGHT, WRONG, write_course


@pytest.fixture
def folder(tmp_path):
    return write_course(tmp_path) / "exercises" / MODULE


def answers_of(folder):
    return read_answers(read_exercise(folder / "exercise.py"))


def test_sound_answers(folder):
    power, essay, miss = answers_of(folder)
    assert (power.name, power.task, power.right, power.fails) == (
        "right/make_pair_power.py", "make_pair", True, None,
    )  # fmt: skip
    assert power.text.startswith("def make_pair():")
    assert miss.fails == Fails("assert", "wrong_value")
    assert WRONG.splitlines()[miss.line - 1] == "def make_pair():"
    assert essay.text == "Each alone sees random bits."


CASES = {
    "no task": ("right/make_pair_x.py", RIGHT.replace("# task: make_pair\n", ""), "no `task:`"),
    "unknown task": ("right/make_pair_x.py", RIGHT.replace("task: make_pair", "task: other"), "unknown task"),
    "no why": ("right/make_pair_x.py", RIGHT.replace("# why: A power instead of a root.\n", ""), "no `why:`"),
    "no fails": ("wrong/make_pair_x.py", RIGHT, "no `fails:`"),
    "fails without a code": ("wrong/make_pair_x.py", WRONG.replace("assert wrong_value", "assert"), "no `fails:`"),
    "fails on a right answer": ("right/make_pair_x.py", WRONG, "nothing is to fail"),
    "no answer": ("right/make_pair_x.py", RIGHT[: RIGHT.index("def ")], "no answer after the head"),
    "syntax": ("right/make_pair_x.py", RIGHT.replace("return [", "return [[["), "no valid Python"),
    "essay as code": ("right/no_signal_x.py", RIGHT.replace("make_pair", "no_signal", 1), "takes .md files"),
    "file name": ("right/other.py", RIGHT, "does not begin with its task"),
    "other file": ("right/notes.txt", "x", "neither .py nor .md"),
    "essay without a head": ("right/no_signal_x.md", "Bits.", "no head"),
    "essay with an open head": ("right/no_signal_x.md", ESSAY.replace("-->", ""), "does not end"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_problem(folder, name):
    file, text, words = CASES[name]
    (folder / file).write_text(text)
    with pytest.raises(SourceError) as caught:
        answers_of(folder)
    assert any(words in problem.message for problem in caught.value.problems)
    assert {problem.file for problem in caught.value.problems} == {folder / file}


def test_syntax_errors_name_the_line_of_the_file(folder):
    (folder / "right/make_pair_x.py").write_text(RIGHT.replace("    return", "    return return"))
    with pytest.raises(SourceError) as caught:
        answers_of(folder)
    assert caught.value.problems[0].line == 4
