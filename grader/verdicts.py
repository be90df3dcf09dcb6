"""Why a task has the points it has: from the judge's decision to a verdict in every language."""

from __future__ import annotations

from collections.abc import Mapping

from grader.checks.messages import hidden_rationale, hint, rationale
from grader.execution import Limits
from grader.judge.job import Decision
from grader.notebooks import NotebookNode
from grader.results import LANGUAGES, Outcome, Verdict

MARKED = "marked"
"""Code of a verdict for points that a person gave."""

LIMITS = frozenset({"time_limit", "memory_limit", "process_limit", "disk_limit", "output_limit"})
"""Codes of verdicts about code that used more than it may."""

_ABOUT_THE_RUN = LIMITS | {"not_answered", "died", "judge_stopped"}
_LONGEST_TEXT = 300
_MIB = 1024 * 1024

_GIVEN = {
    "en": "A person gave {points:g} of {maximum:g} points.",
    "ja": "採点者が {maximum:g} 点中 {points:g} 点を付けました。",
    "ko": "채점자가 {maximum:g}점 만점에 {points:g}점을 주었습니다.",
}


def verdict(outcome: Outcome, code: str, /, **parameters: str | int | float) -> Verdict:
    """Return a verdict with its texts in all languages."""
    return Verdict(
        outcome=outcome,
        code=code,
        parameters=parameters,
        rationale={language: rationale(code, parameters, language) for language in LANGUAGES},
        hint=_hints(code, parameters),
    )


def decided(decision: Decision, limits: Limits) -> Verdict:
    """Return the verdict of a check that did not pass in the judge.

    Of a check that the learner cannot see only the kind of difference and the hint are told, no number and no input.
    """
    code = decision.code
    if code in LIMITS:
        return limit(code, limits)
    if decision.hidden and code not in _ABOUT_THE_RUN:
        known = {"case": decision.parameters["case"]} if "case" in decision.parameters else {}
        return Verdict(
            decision.outcome,
            code,
            known,
            {language: hidden_rationale(code, language) for language in LANGUAGES},
            _hints(code, known),
        )
    return verdict(decision.outcome, code, **decision.parameters)


def limit(code: str, limits: Limits) -> Verdict:
    """Return the verdict of code that used more than it may."""
    told: Mapping[str, dict[str, float]] = {
        "time_limit": {"seconds": limits.cell_seconds},
        "memory_limit": {"mebibytes": limits.memory // _MIB},
        "process_limit": {"processes": limits.processes},
        "disk_limit": {"mebibytes": limits.written // _MIB},
    }
    return verdict(Outcome.FAILED, code, **told.get(code, {}))


def marked(points: float, maximum: float, comment: str | None) -> Verdict:
    """Return the verdict of a person: her comment, or the points in words where she wrote none."""
    texts = {
        language: comment or text.format(points=points, maximum=maximum)
        for language, text in _GIVEN.items()
    }
    outcome = Outcome.PASSED if points >= maximum else Outcome.FAILED
    return Verdict(outcome, MARKED, {"points": points, "maximum": maximum}, texts)


def stopped_with(cell: NotebookNode) -> Verdict | None:
    """Return the verdict of a cell that ended in an exception, as its output tells it; None if it did not."""
    errors = [output for output in cell.outputs if output.output_type == "error"]
    if not errors:
        return None
    # the last error is the one that ended the cell
    name, message = errors[-1].ename[:_LONGEST_TEXT], errors[-1].evalue[:_LONGEST_TEXT]
    if name in {"AssertionError", "CheckFailed"}:
        return verdict(Outcome.FAILED, "assertion", message=message or name)
    if name == "NotImplementedError":
        return verdict(Outcome.FAILED, "not_answered")
    return verdict(Outcome.FAILED, "error", name=name, message=message)


def partial() -> Verdict:
    """Return the verdict of a check that gave a part of its points and no reason."""
    return verdict(Outcome.FAILED, "assertion", message="partial credit")


def _hints(code: str, parameters: Mapping[str, str | int | float]) -> dict[str, str]:
    hints = {language: hint(code, language, parameters) for language in LANGUAGES}
    return {language: text for language, text in hints.items() if text}
