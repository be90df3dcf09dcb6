"""Plain nbgrader in its own walls: right answers get full marks there, and an attack wins."""

from __future__ import annotations

import pytest

from grader.audit.attack import read_attacks
from grader.audit.plain import grade_plainly
from grader.audit.run import AttackResult
from grader.audit.target import OWN, Target, handed_in, source_notebook
from grader.course import Course
from grader.execution.sandbox import open_sandbox
from grader.notebooks import text_of
from tests.grader.audit.conftest import ROOT
from tests.grader.audit.samples import solved

pytestmark = pytest.mark.xdist_group("neighbours")


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain")
    source = source_notebook("", ROOT)
    (folder / "source").mkdir()
    (folder / "source" / f"{OWN}.ipynb").write_text(text_of(source))
    course = Course(folder / "course", "audit")
    course.install(OWN, folder / "source")
    yield Target(OWN, source, course.released(OWN)), course.directory
    course.close()


def plainly(released, attack):
    target, directory = released
    with open_sandbox() as walls:
        given = grade_plainly(attack, target, handed_in(attack, target), directory, walls)
    return given, AttackResult(attack, target.maximum(), {}, plain=given)


def test_right_answers_get_full_marks(sandbox, released):
    attack = solved(released[0])
    given, result = plainly(released, attack)
    assert {task: given.points[task] for task in attack.honest} == attack.honest
    assert result.won_plainly == {}


def test_a_transformer_wins(sandbox, released):
    (attack,) = read_attacks(("hook_input_transformer",))
    _, result = plainly(released, attack)
    everything = solved(released[0]).honest
    assert len(everything) >= 16
    assert result.won_plainly == {task: points for task, points in everything.items() if points}


def test_what_would_hang_is_not_run(sandbox, released):
    (attack,) = read_attacks(("bomb_fork",))
    given, _ = plainly(released, attack)
    assert given.points == {}
    assert given.reason.startswith("not run: ")
