"""What a run of a check cell means: passed, failed and why, or that the judge could not tell."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import TracebackType

import numpy as np

from grader.checks import CheckFailed, NotDecidedError
from grader.execution.shell import Ran
from grader.judge.job import JUDGE_STOPPED
from grader.judge.plan import Ending
from grader.judge.raised import told_by_answer
from grader.judge.remote import Remote
from grader.results import Outcome

NOT_DECIDED = "not_decided"
"""Code of a check that could not decide about an answer, because it is too large."""

_MOST = 300
_LIMITS = ("time_limit", "memory_limit", "process_limit", "disk_limit")

Parameters = Mapping[str, str | int | float]


@dataclass(frozen=True)
class Finding:
    """What came out of a run; fields as in `Decision`."""

    outcome: Outcome
    code: str
    parameters: Parameters = field(default_factory=dict)
    credit: float | None = None
    hidden: bool = False


def find(
    ran: Ran,
    remote: Remote,
    *,
    namespace: object,
    last: int,
    hidden: Sequence[tuple[int, int]],
    seconds: float,
    ends: Ending,
) -> Finding:
    """Return what the run of a check cell means.

    Args:
        ran: the run.
        remote: whom it asked.
        namespace: globals of the cell.
        last: its last line: there it ended if nothing was raised.
        hidden: lines of the cell that the learner never sees.
        seconds: what the cell was given.
        ends: what its last expression was in the reference solution.
    """
    line = last if ran.error is None else _line(ran.error.__traceback__, namespace)
    unseen = is_hidden(line, hidden)
    if remote.link.stopped:
        code = remote.link.stopped
        return Finding(Outcome.FAILED, code, _limit_parameters(code, seconds), hidden=unseen)
    if remote.wrong is not None:  # also where the check went on all the same
        return Finding(Outcome.FAILED, "wrong_type", _plain(remote.wrong.parameters), hidden=unseen)
    if ran.stopped == "time_limit" and remote.link.answering >= seconds / 2:
        limit = _limit_parameters("time_limit", seconds)
        return Finding(Outcome.FAILED, "time_limit", limit, hidden=unseen)
    by_answer = ran.error is not None and told_by_answer(ran.error) is not None
    if (ran.stopped in _LIMITS and not by_answer) or ran.execution_count == 0:
        return Finding(Outcome.UNGRADED, JUDGE_STOPPED, {"limit": ran.stopped}, hidden=unseen)
    if ran.error is not None:
        code, parameters = reason(ran.error)
        outcome = Outcome.UNGRADED if code == NOT_DECIDED else Outcome.FAILED
        return Finding(outcome, code, parameters, hidden=unseen)
    found = _credit(ran.result, ends)
    return replace(found, hidden=unseen and found.outcome is not Outcome.PASSED)


def reason(error: BaseException) -> tuple[str, Parameters]:
    """Return code and parameters for what ended a check.

    A code and its parameters are taken from the judge's own assertions alone: what the learner's code raises is an
    error or a failed assertion, whatever it is called there.
    """
    told = told_by_answer(error)
    if type(error) is NotDecidedError and told is None:
        return NOT_DECIDED, {"reason": error.reason[:_MOST]}
    if type(error) is CheckFailed and told is None and error.code != NOT_DECIDED:
        return error.code, _plain(error.parameters)
    name, message = told or (type(error).__name__, _message(error))
    if isinstance(error, NotImplementedError) and told is not None:
        return "not_answered", {}
    if isinstance(error, AssertionError):
        return "assertion", {"message": message[:_MOST]}
    return "error", {"name": name, "message": message[:_MOST]}


def is_hidden(line: int | None, hidden: Sequence[tuple[int, int]]) -> bool:
    """Return whether a line of a check is one that the learner never sees."""
    return line is not None and any(first <= line <= last for first, last in hidden)


def _line(trace: TracebackType | None, namespace: object) -> int | None:
    """Return the line of the cell's statement in which it ended: the outermost one that runs in its namespace."""
    while trace is not None:
        if trace.tb_frame.f_globals is namespace:
            return trace.tb_lineno
        trace = trace.tb_next
    return None


def ending(ran: Ran) -> Ending:
    """Return what the last expression of a check was; unknown if the check did not come to its end."""
    if ran.error is not None or ran.stopped or ran.execution_count == 0:
        return Ending.UNKNOWN
    if ran.result is None:
        return Ending.NOTHING
    if _is_truth(ran.result):
        return Ending.TRUTH
    return Ending.OTHER if _number(ran.result) is None else Ending.NUMBER


def _credit(result: object, ends: Ending) -> Finding:
    """Return what the last expression of a check that went through says.

    As in nbgrader a number is the credit. Other than in nbgrader, False is a failure, and what the reference solution
    ended in decides what may stand there: otherwise an answer could make it anything, which there is full marks.
    """
    passed = Finding(Outcome.PASSED, "passed")
    credit = _number(result)
    if ends is Ending.NUMBER or (ends is Ending.UNKNOWN and credit is not None):
        if credit is not None and math.isfinite(credit):
            return replace(passed, credit=credit)
        if ends is Ending.UNKNOWN:
            return Finding(Outcome.UNGRADED, JUDGE_STOPPED, {"message": f"credit {credit}"})
        got = type(result).__name__ if credit is None else str(credit)
        return Finding(Outcome.FAILED, "wrong_type", {"got": got, "expected": "number"})
    if _is_truth(result):
        return passed if result else Finding(Outcome.FAILED, "assertion", {"message": "False"})
    if ends is Ending.TRUTH:
        return Finding(Outcome.FAILED, "assertion", {"message": type(result).__name__})
    return passed


def _is_truth(value: object) -> bool:
    return isinstance(value, bool | np.bool_)


def _number(value: object) -> float | None:
    """Return a number as a float, infinite if it is too large for one; None for what is no number, as True."""
    if not isinstance(value, int | float | np.integer | np.floating) or _is_truth(value):
        return None
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _limit_parameters(code: str, seconds: float) -> Parameters:
    return {"seconds": seconds} if code == "time_limit" else {}


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - its text may be made from values of the learner's
        return ""


def _plain(parameters: Mapping[str, object]) -> Parameters:
    """Return parameters as data that survives JSON."""
    return {
        str(name): value if type(value) in (str, int, float) else str(value)[:_MOST]  # type: ignore[misc]
        for name, value in parameters.items()
    }
