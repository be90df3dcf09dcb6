"""What crosses to a worker and back is what was sent, whatever a learner put in."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from grader.cluster.payload import Answer, decode_answer, decode_job, encode
from grader.execution.limits import Limits
from grader.judge.job import CellRun, Decision, Job, Judged, Step, StepKind
from grader.judge.plan import CheckPlan, Opaque, Plan
from grader.results import Outcome

TEXT = st.text(st.characters(), max_size=20)  # halves of surrogate pairs included


@given(source=TEXT, content=st.binary(max_size=50), name=TEXT)
def test_a_job_arrives_as_it_was(source: str, content: bytes, name: str):
    job = Job(
        steps=(
            Step(0, StepKind.RUN, source),
            Step(2, StepKind.CHECK, "1", task="t", judged=source, hidden=((2, 3), (5, 5))),
        ),
        plan=Plan(
            stamp="s",
            imports=("import math",),
            given=(source,),
            checks={
                "t": CheckPlan(
                    "t", (0,), frozenset({"f", name}), {"f()": Opaque.FUNCTION}, frozenset({"f"})
                )
            },
        ),
        language="ko",
        limits=Limits(cell_seconds=1.5, memory=5 << 30),
        files={"data/x.csv": content},
        given_files={name: content},
    )
    assert decode_job(encode(job)) == job


@given(
    text=TEXT,
    number=st.integers(),
    part=st.floats(allow_nan=False),
    outputs=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
        max_leaves=10,
    ),
)
def test_a_judgement_arrives_as_it_was(text: str, number: int, part: float, outputs: object):
    output = {"output_type": "display_data", "data": outputs}
    judged = Judged(
        runs=(CellRun(0, (output,), None, "time_limit", 0.5),),
        decisions=(
            Decision(
                "t",
                Outcome.FAILED,
                part,
                "wrong_value",
                {"text": text, "number": number, "part": part},
                True,
                (output,),
                opaque={"f": text},
                changes=("f",),
            ),
        ),
        seconds=part,
    )
    answer = Answer(judged=judged, worker="tcp://127.0.0.1:1")
    assert decode_answer(encode(answer)) == answer
    parameters = decode_answer(encode(answer)).judged.decisions[0].parameters
    assert [type(value) for value in parameters.values()] == [str, int, float]


def test_numbers_that_are_none_arrive():
    judged = Judged(runs=(), decisions=(), seconds=math.nan, cpu_seconds=math.inf)
    arrived = decode_answer(encode(Answer(judged=judged))).judged
    assert math.isnan(arrived.seconds)
    assert arrived.cpu_seconds == math.inf
