"""Pictures belong to the learner's own notebook."""

from __future__ import annotations

from grader.judge.engine import Engine
from tests.grader.judge.judging import judge

CHECK = "assert_same_state([0.6, 0, 0, -0.8], '0.6|00> + 0.8|11>')"


def test_no_process_of_the_grader_draws_a_picture(engine: Engine) -> None:
    answer = f"from grader.checks import *\n{CHECK}"
    judged = judge(engine, answer, CHECK, visible=CHECK, opaque={})
    outputs = [output for one in (*judged.runs, *judged.decisions) for output in one.outputs or []]
    assert judged.decisions[0].code == "relative_phase"
    assert outputs
    assert {output["output_type"] for output in outputs} == {"error"}
