"""A rehearsal tells whether every answer scores what it promises."""

import pytest

from grader.authoring import rehearsal as rehearsal_module
from grader.authoring.rehearsal import main, rehearse_folder
from tests.grader.authoring.samples import MODULE, RIGHT, WRONG, write_course


@pytest.fixture
def course(tmp_path):
    return write_course(tmp_path)


def runs_of(course):
    played = rehearse_folder(course / "exercises" / MODULE, course / "curriculum" / MODULE)
    return {run.variant: run for run in played.runs}


def change(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_sound_exercise(course):
    runs = runs_of(course)
    assert {name: run.fault for name, run in runs.items()} == dict.fromkeys(
        (
            "reference",
            "release",
            "right/make_pair_power.py",
            "wrong/make_pair_unnormalised.py",
            "lesson",
        )
    )
    assert runs["reference"].points == {"make_pair": 2.0}
    assert runs["release"].points == {"make_pair": 0.0}
    assert runs["release"].failures["make_pair"].check == "NotImplementedError"


def test_broken_promises(course):
    """A wrong solution, a check that passes untouched, a right answer that fails, a near miss that passes."""
    folder = course / "exercises" / MODULE
    (folder / "right" / "make_pair_bad.py").write_text(RIGHT.replace("0.5**0.5]", "2]"))
    (folder / "wrong" / "make_pair_good.py").write_text(
        WRONG.replace("[1, 0, 0, 1]", "[0.6, 0, 0, 0.8]")
    )
    (folder / "wrong" / "make_pair_other.py").write_text(WRONG.replace("[1, 0, 0, 1]", "1 / 0"))
    change(folder / "exercise.py", "from math import sqrt", "from math import sqrt\nundefined")
    runs = runs_of(course)
    assert "NameError" in runs["reference"].fault
    assert runs["reference"].errors[0].line == 8
    assert "assert wrong_value" in runs["right/make_pair_bad.py"].fault
    assert "passed, expected it to fail" in runs["wrong/make_pair_good.py"].fault
    assert "ZeroDivisionError" in runs["wrong/make_pair_other.py"].fault
    assert runs["wrong/make_pair_other.py"].failures["make_pair"].line > 0


def test_a_check_that_an_untouched_release_passes(course):
    change(
        course / "exercises" / MODULE / "exercise.py",
        "def make_pair() -> list[float]:",
        "def other():",
    )
    change(
        course / "exercises" / MODULE / "exercise.py", "assert len(make_pair()) == 4", "assert True"
    )
    change(
        course / "exercises" / MODULE / "exercise.py",
        "assert_hidden = make_pair()\nassert",
        "assert True or",
    )
    assert "passed without an answer: make_pair" in runs_of(course)["release"].fault


def test_named_checks_give_their_code(course):
    """An assertion of grader.checks says which it is; a near miss names it."""
    exercise = course / "exercises" / MODULE / "exercise.py"
    change(
        exercise,
        "from math import sqrt",
        "from math import sqrt\nfrom grader.checks import assert_close",
    )
    change(exercise, "assert len(make_pair()) == 4", "assert_close(sum(make_pair()), 2 / sqrt(2))")
    runs = runs_of(course)
    failed = runs["wrong/make_pair_unnormalised.py"].failures["make_pair"]
    assert (failed.check, failed.code) == ("assert_close", "wrong_value")
    assert "assert_close wrong_value" in runs["wrong/make_pair_unnormalised.py"].fault


def test_notebook_conveniences(course):
    """Magics, display, dataclasses and the display of a last expression work as in a notebook."""
    exercise = course / "exercises" / MODULE / "exercise.py"
    change(
        exercise,
        "from math import sqrt",
        "# %matplotlib inline\nfrom math import sqrt\nfrom dataclasses import dataclass\n"
        "display(1)\n@dataclass\nclass Point:\n    x: 'int'\nPoint(1)",
    )
    assert runs_of(course)["reference"].fault is None


def test_endless_and_dying_cells(course, monkeypatch):
    monkeypatch.setattr(rehearsal_module, "EXERCISE_SECONDS", 1.0)
    wrong = course / "exercises" / MODULE / "wrong"
    (wrong / "make_pair_endless.py").write_text(
        WRONG.replace("return [1, 0, 0, 1]", "while True: pass")
    )
    (wrong / "make_pair_dying.py").write_text(
        WRONG.replace("return [1, 0, 0, 1]", "import os; os._exit(0)")
    )
    runs = runs_of(course)
    assert "time_limit" in runs["wrong/make_pair_endless.py"].fault
    assert "exercise.py:" in runs["wrong/make_pair_endless.py"].fault
    assert "died" in runs["wrong/make_pair_dying.py"].fault
    assert runs["right/make_pair_power.py"].ok


def test_command(course, capsys):
    exercise = course / "exercises" / MODULE
    assert main([str(exercise), "--lesson", str(course / "curriculum" / MODULE)]) == 0
    assert "2/2" in capsys.readouterr().out
    change(course / "curriculum" / MODULE / "lesson.py", "total = 1 + 1", "total = 1 + None")
    assert main([str(exercise), "--lesson", str(course / "curriculum" / MODULE)]) == 1
    assert "NOT OK: line 7: TypeError" in capsys.readouterr().out
    change(exercise / "exercise.py", " points=2", "")
    assert main([str(exercise)]) == 1
    assert "exercise.py:29: check= without points" in capsys.readouterr().err
