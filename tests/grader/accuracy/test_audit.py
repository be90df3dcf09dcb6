"""The audit finds a check that accepts wrong answers, and one that refuses right ones; a sound one has neither."""

from __future__ import annotations

from dataclasses import replace

import pytest
from click.testing import CliRunner

from grader.accuracy.record import PAGE, PUBLISHED, publish, write_record
from grader.accuracy.run import audit, exercises, orders
from grader.accuracy.task_audit import Order
from grader.cli import main
from grader.errors import RehearsalError
from tests.grader.accuracy.samples import LAX, NARROW, SOUND, write_exercise


def audited(folder, *, seed=0, mutants=16, rewrites=8):
    order = Order(str(folder), "turn", seed, mutants, rewrites)
    (accuracy,) = audit([order], workers=1).tasks
    return accuracy


def test_a_sound_check_errs_nowhere(tmp_path):
    accuracy = audited(write_exercise(tmp_path, SOUND), seed=3, mutants=50, rewrites=20)
    assert accuracy.accurate, accuracy
    assert accuracy.right == 2
    assert accuracy.rewrites == 20
    assert accuracy.mutants == 50
    assert accuracy.equivalent >= 1  # a global phase of 0.5, say
    assert accuracy.inputs > 30
    assert accuracy.codes["relative_phase"] > 3
    assert accuracy.milliseconds > 0


def test_a_lax_check_is_shown_what_it_accepts(tmp_path):
    accuracy = audited(write_exercise(tmp_path, LAX))
    assert not accuracy.accurate
    assert not accuracy.refused
    found = {finding.variant: finding for finding in accuracy.survivors}
    assert found
    assert all("instead of" in finding.evidence for finding in found.values())
    assert all("turn(" in finding.evidence for finding in found.values())


def test_a_narrow_check_is_shown_what_it_refuses(tmp_path):
    accuracy = audited(write_exercise(tmp_path, NARROW))
    refused = [finding.variant for finding in accuracy.refused]
    assert "right/turn_other.py" in refused


def test_a_check_of_the_visible_inputs_alone_is_noticed(tmp_path):
    answer = "def turn(angle):\n    ### BEGIN SOLUTION\n    return [angle, 2 * angle]\n    ### END SOLUTION"
    lax = (
        "assert_close(turn(0.3), [0.3, 0.6])\n### BEGIN HIDDEN TESTS\n"
        "assert turn(0.5) is not None\n### END HIDDEN TESTS"
    )
    accuracy = audited(write_exercise(tmp_path, lax, answer=answer))
    assert any("right on the visible inputs" in one.variant for one in accuracy.survivors)


def test_mutants_that_never_end_or_eat_memory_are_stopped(tmp_path):
    answer = (
        "def turn(angle):\n    ### BEGIN SOLUTION\n    left, found = 8, []\n    while left > 0:\n"
        "        left -= 1\n        found.append(angle * left)\n    return sum(found)\n    ### END SOLUTION"
    )
    check = "for angle in (0.5, -2.0, 0.25):\n    assert_close(turn(angle), 28 * angle)"
    accuracy = audited(write_exercise(tmp_path, check, answer=answer), mutants=30)
    assert not accuracy.refused, accuracy
    assert not accuracy.survivors, accuracy
    assert accuracy.broken >= 2


def test_meanings_make_answers_comparable(tmp_path):
    answer = "def turn(angle):\n    ### BEGIN SOLUTION\n    return angle % 7\n    ### END SOLUTION"
    check = "for angle in (0.5, 9.0, -3.0):\n    assert abs(np.sin(np.pi * (turn(angle) - angle) / 7)) < 1e-6"
    folder = write_exercise(tmp_path, check, answer=answer)
    (folder / "right" / "turn_plain.py").write_text(
        "# task: turn\n# why: Any number of this class will do.\ndef turn(angle):\n    return angle\n"
    )
    doubtful = audited(folder)
    assert doubtful.doubts
    (folder / "meaning.py").write_text(
        "import numpy as np\n\ndef turn(arguments, result):\n    return np.exp(2j * np.pi * result / 7)\n"
    )
    accuracy = audited(folder)
    assert not accuracy.doubts
    assert not accuracy.survivors


def test_a_reference_that_fails_is_a_right_answer_refused(tmp_path):
    accuracy = audited(write_exercise(tmp_path, "assert False, 'never'"))
    assert [finding.variant for finding in accuracy.refused] == ["reference"]
    assert "never" in accuracy.refused[0].evidence


def test_the_same_seed_finds_the_same(tmp_path):
    folder = write_exercise(tmp_path, SOUND)
    one, other = (audited(folder, seed=5, mutants=12, rewrites=5) for _ in range(2))
    assert replace(one, milliseconds=0, seconds=0) == replace(other, milliseconds=0, seconds=0)


def test_an_unknown_exercise_is_named(tmp_path):
    write_exercise(tmp_path, SOUND)
    with pytest.raises(RehearsalError, match="99_nothing"):
        exercises(tmp_path, ["99_nothing"])


def test_the_page_says_when_it_is_out_of_date(tmp_path):
    folder = write_exercise(tmp_path, SOUND)
    (tmp_path / "docs").mkdir()
    (order,) = orders(exercises(tmp_path), seed=0)
    write_record(tmp_path, audit([replace(order, mutants=3, rewrites=2)], workers=1))
    said = []
    publish(tmp_path, tmp_path / "build", said.append)
    page = (tmp_path / "build" / PUBLISHED).read_text()
    assert "| turn |" in page
    assert not said
    assert "Out of date" not in page
    assert page == (tmp_path / PAGE).read_text()
    (folder / "exercise.py").write_text((folder / "exercise.py").read_text() + "\n# changed\n")
    publish(tmp_path, tmp_path / "build", said.append)
    assert "Out of date** for 01_sample" in (tmp_path / "build" / PUBLISHED).read_text()
    assert "01_sample" in said[0]


def test_the_command_fails_where_a_check_errs(tmp_path):
    (tmp_path / "curriculum").mkdir()
    write_exercise(tmp_path, LAX)
    ended = CliRunner().invoke(main, ["audit", "--root", str(tmp_path), "--workers", "1"])
    assert ended.exit_code == 1
    assert "wrong answer accepted" in ended.output
    refused = CliRunner().invoke(main, ["audit", "--plain"])
    assert refused.exit_code == 2
