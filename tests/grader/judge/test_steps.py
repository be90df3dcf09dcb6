"""Steps of a job, and the notebook in which nbgrader must read exactly what the judge decided."""

import copy

import nbformat
import pytest
from nbgrader.utils import determine_grade

from grader.judge.job import CellRun, Decision, Judged, StepKind
from grader.judge.outputs import points_of
from grader.judge.plan import CheckPlan, Plan
from grader.judge.steps import HiddenTests, make_steps, written
from grader.notebooks import parse_notebook, text_of
from grader.results import Outcome
from tests.grader.judge.notebooks import instructors

CHECK = "assert f() == 1\n### BEGIN HIDDEN TESTS\nassert f() == secret\n### END HIDDEN TESTS\nx = 1"
ERROR = {
    "output_type": "error",
    "ename": "AssertionError",
    "evalue": "no",
    "traceback": ["AssertionError: no"],
}
WARNING = {"output_type": "stream", "name": "stderr", "text": "DeprecationWarning: old"}
PRINTED = {"output_type": "stream", "name": "stdout", "text": "hello"}


def result(text, **data):
    return {
        "output_type": "execute_result",
        "execution_count": 3,
        "data": {"text/plain": text, **data},
        "metadata": {},
    }


def plan(*checks):
    return Plan("", (), (), {check.task: check for check in checks})


def notebook(check="assert f()", points=2):
    return instructors(
        ("answer", "def f(): return 1"), ("check", check), ("plain", "f()"), points=points
    )


def graded(outputs=(), *, outcome=Outcome.PASSED, credit=None, points=2, **fields):
    """Return the check cell of a notebook that the judge decided about."""
    decision = Decision("check_1", outcome, credit=credit, outputs=outputs, **fields)
    judged = Judged((CellRun(0, execution_count=1),), (decision,), 1.0)
    source = fields.pop("source", "assert f()")
    return reread(written(notebook(source, points), judged)).cells[1]


def beside(*outputs, stopped="", points=2):
    """Return the check cell of a notebook in which it ran beside the learner's code."""
    run = CellRun(1, outputs=outputs, execution_count=2, stopped=stopped)
    return reread(written(notebook(points=points), Judged((run,), (), 1.0))).cells[1]


def reread(made):
    """Return a notebook as it comes back from its file."""
    nbformat.validate(made)
    return parse_notebook(text_of(made).encode().decode())


def points_in(cell):
    """Return nbgrader's points, and see that ours are the same."""
    points, _ = determine_grade(cell)
    assert points_of(cell) == points
    return points


def test_who_runs_which_cell():
    made = instructors(
        ("markdown", "prose"),
        ("answer", "def f(): return 1"),
        ("plain", "  \n"),
        ("check:protected", CHECK),
        ("check:open", CHECK),
        ("check:unknown", CHECK),
        ("by_hand", "g = 1"),
        ("given", "h = 1"),
    )
    steps = make_steps(made, plan(CheckPlan("protected"), CheckPlan("open", protected=False)))
    assert [(step.cell, step.kind, step.task) for step in steps] == [
        (1, StepKind.RUN, ""),
        (3, StepKind.CHECK, "protected"),
        (4, StepKind.BESIDE, "open"),
        (5, StepKind.BESIDE, "unknown"),
        (6, StepKind.RUN, ""),
        (7, StepKind.RUN, ""),
    ]
    check = steps[1]
    assert check.source == "assert f() == 1\nx = 1"
    assert check.judged == CHECK
    assert check.hidden == ((2, 4),)
    assert steps[2].source == steps[3].source == CHECK


def test_other_delimiters_and_a_region_without_end():
    marks = HiddenTests("VERBORGEN", "ENDE")
    assert marks.visible("a\n# VERBORGEN\nb\n# ENDE\nc\n# VERBORGEN\nd") == "a\nc"
    assert marks.lines("a\n# VERBORGEN\nb\n# ENDE\nc\n# VERBORGEN\nd") == ((2, 4), (6, 7))
    assert marks.visible(CHECK) == CHECK


@pytest.mark.parametrize(
    "outputs",
    [
        (),
        (PRINTED, WARNING),
        (result("0"),),
        (result("0.5"), result("False")),
        (ERROR,),
        ({"output_type": "display_data", "data": {"text/plain": "0"}, "metadata": {}},),
    ],
)
def test_what_passes_has_full_points_whatever_it_put_out(outputs):
    assert points_in(graded(outputs)) == 2


def test_outputs_of_a_passed_check_are_kept_as_displays():
    cell = graded((PRINTED, WARNING, result("0", **{"text/html": "<b>0</b>"})))
    assert [one.output_type for one in cell.outputs] == ["stream", "display_data"]
    assert cell.outputs[1].data["text/html"] == "<b>0</b>"


@pytest.mark.parametrize(
    ("credit", "points"),
    [
        (1.5, 1.5),
        (0, 0),
        (2, 2),
        (5, 2),
        (-1, 0),
        (float("nan"), 0),
        (float("inf"), 2),
        (1 / 3, 1 / 3),
    ],
)
def test_credit_is_read_as_it_was_given(credit, points):
    cell = graded((PRINTED, WARNING, result("1")), credit=credit)
    assert points_in(cell) == points
    assert [one.output_type for one in cell.outputs].count("execute_result") == 1


@pytest.mark.parametrize("outputs", [(), (result("2"),), (result("2"), ERROR), (PRINTED, WARNING)])
@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.UNGRADED])
def test_what_fails_has_no_points(outputs, outcome):
    cell = graded(outputs, outcome=outcome, code="time_limit")
    assert points_in(cell) == 0
    assert cell.metadata.qampus.ungraded == (outcome is Outcome.UNGRADED)


def test_a_failure_without_an_error_says_its_code():
    cell = graded(outcome=Outcome.FAILED, code="memory_limit")
    assert cell.outputs[-1].ename == "MemoryLimitError"
    cell = graded(outcome=Outcome.FAILED, code="wrong_type", parameters={"found": "list"})
    assert cell.outputs[-1].evalue == "wrong_type (found=list)"


def test_the_learners_word_about_a_protected_check_counts_for_nothing():
    decision = Decision("check_1", Outcome.FAILED, outputs=(ERROR,))
    run = CellRun(1, outputs=(result("2"),), execution_count=2)
    cell = written(notebook(), Judged((run,), (decision,), 1.0)).cells[1]
    assert points_in(cell) == 0
    assert [one.output_type for one in cell.outputs] == ["error"]
    assert cell.metadata.qampus == {"protected": True, "hidden": False, "ungraded": False}


def traced(line):
    """Return a failure as IPython shows it, five lines around the one that failed."""
    lines = [
        f"\x1b[32m----> {number}\x1b[39m {text}" if number == line else f"      {number} {text}"
        for number, text in enumerate(CHECK.split("\n"), 1)
    ]
    return {**ERROR, "traceback": ["\n".join(["Traceback", *lines]), "AssertionError: no"]}


def shown(cell):
    return "\n".join("\n".join(one.traceback) for one in cell.outputs)


def test_a_visible_failure_quotes_no_hidden_neighbour():
    decision = Decision("check_1", Outcome.FAILED, outputs=(traced(1),))
    cell = written(notebook(CHECK), Judged((), (decision,), 1.0)).cells[1]
    assert "secret" not in shown(cell)
    assert "assert f() == 1" in shown(cell)
    assert cell.metadata.qampus.hidden is False


def test_a_hidden_failure_is_whole_for_the_instructor_and_marked():
    decision = Decision("check_1", Outcome.FAILED, outputs=(traced(3),), hidden=True)
    cell = written(notebook(CHECK), Judged((), (decision,), 1.0)).cells[1]
    assert "secret" in shown(cell)
    assert cell.metadata.qampus.hidden is True


def test_an_unprotected_check_whose_error_quotes_hidden_lines_is_marked():
    for line, outputs in ((True, (traced(1),)), (False, (ERROR,)), (False, ())):
        run = CellRun(1, outputs=outputs)
        cell = written(notebook(CHECK), Judged((run,), (), 1.0)).cells[1]
        assert cell.metadata.qampus == {"protected": False, "hidden": line, "ungraded": False}


@pytest.mark.parametrize(
    ("outputs", "points"),
    [
        ((), 2),
        ((WARNING,), 2),
        ((PRINTED, result("'done'")), 2),
        ((result("True"),), 2),
        ((result("False"),), 0),
        ((result("np.False_"),), 0),
        ((WARNING, result("0.5")), 0.5),
        ((result("0"),), 0),
        ((result("7"),), 2),
        ((result("-7"),), 0),
        ((result("nan"),), 0),
        ((result(""),), 2),
        (({**result("1"), "data": {"text/html": "1"}},), 2),
        (({**result("1"), "data": {"text/plain": ["1.", "5"]}},), 1.5),
        ((result("1"), ERROR), 0),
        ((ERROR, PRINTED), 0),
    ],
)
def test_an_unprotected_check_is_read_as_nbgrader_reads_it_where_that_makes_sense(outputs, points):
    assert points_in(beside(*outputs)) == points


@pytest.mark.parametrize(
    "limit", ["time_limit", "memory_limit", "process_limit", "disk_limit", "died"]
)
def test_a_stopped_cell_names_its_limit_and_fails(limit):
    cell = beside(result("2"), stopped=limit)
    assert points_in(cell) == 0
    assert limit.split("_")[0] in cell.outputs[-1].ename.lower()


def test_cells_that_were_never_reached_say_why():
    judged = Judged((CellRun(0, execution_count=1),), (), 1.0, stopped="memory_limit")
    filled = written(notebook(), judged)
    assert filled.cells[0].outputs == []
    assert [cell.outputs[0].ename for cell in filled.cells[1:]] == ["MemoryLimitError"] * 2
    filled = written(notebook(), Judged((), (), 1.0))
    assert [cell.outputs[0].ename for cell in filled.cells] == ["NotExecutedError"] * 3


def deep(levels):
    data = {}
    for _ in range(levels):
        data = {"a": data}
    return data


@pytest.mark.parametrize(
    "hostile",
    [
        None,
        7,
        {},
        {"output_type": ["stream"]},
        {"output_type": "pickle", "data": {}},
        {"output_type": "stream", "name": "stdin", "text": "x"},
        {"output_type": "stream", "name": ["stdout"], "text": "x"},
        {"output_type": "stream", "name": "stdout", "text": 5},
        {"output_type": "error", "ename": None, "evalue": "", "traceback": []},
        {"output_type": "error", "ename": "", "evalue": "", "traceback": [None]},
        {"output_type": "display_data", "data": [], "metadata": {}},
        {"output_type": "display_data", "data": {}, "metadata": []},
        {"output_type": "display_data", "data": {"application/json": deep(500)}},
        {"output_type": "display_data", "data": {"application/json": deep(100_000)}},
        {"output_type": "display_data", "data": {"application/json": {(1, 2): 3}}},
        {"output_type": "display_data", "data": {"application/json": b"bytes"}},
    ],
)
def test_what_is_no_output_is_dropped(hostile):
    run = CellRun(2, outputs=(hostile, PRINTED), execution_count=3)
    cell = reread(written(notebook(), Judged((run,), (), 1.0))).cells[2]
    assert [dict(one) for one in cell.outputs] == [PRINTED]


@pytest.mark.parametrize(
    "odd",
    [
        {"output_type": "stream", "name": "stdout", "text": "half \ud800", "extra": 1},
        {
            "output_type": "display_data",
            "data": {"application/json": float("inf")},
            "transient": {},
        },
        {
            "output_type": "display_data",
            "data": {"text/plain": 3, "image/png": "x"},
            "metadata": {},
        },
        {"output_type": "execute_result", "data": {}, "metadata": {}, "execution_count": "many"},
        {"output_type": "execute_result", "data": {}, "metadata": {}, "execution_count": -1},
    ],
)
def test_odd_values_are_replaced_so_that_a_file_can_hold_them(odd):
    run = CellRun(2, outputs=(odd,), execution_count=3)
    cell = reread(written(notebook(), Judged((run,), (), 1.0))).cells[2]
    assert cell.outputs[0].output_type == odd["output_type"]


def test_the_notebook_given_is_not_changed():
    made = notebook()
    before = copy.deepcopy(made)
    written(made, Judged((CellRun(0, outputs=(PRINTED,)),), (), 1.0))
    assert made == before
