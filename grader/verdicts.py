"""Why a task has the points it has: read from what its check cell put out, told in every language.

A failing check of `grader.checks` displays its verdict. That display, like every output, comes from a process that the
learner's code shares, so it is read as a stranger's: it explains, and decides no score.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grader.checks.messages import hint, rationale
from grader.notebooks import NotebookNode
from grader.results import LANGUAGES, Outcome, Verdict

MIME_TYPE = "application/vnd.qampus.verdict+json"
"""Type of the display data by which a check tells its verdict."""

MARKED = "marked"
"""Code of a verdict for points that a person gave."""

_LONGEST_TEXT = 300
_MOST_PARAMETERS = 20

_GIVEN = {
    "en": "A person gave {points:g} of {maximum:g} points.",
    "ja": "採点者が {maximum:g} 点中 {points:g} 点を付けました。",
    "ko": "채점자가 {maximum:g}점 만점에 {points:g}점을 주었습니다.",
}


def verdict(outcome: Outcome, code: str, /, **parameters: str | int | float) -> Verdict:
    """Return a verdict with its texts in all languages."""
    hints = {language: hint(code, language, parameters) for language in LANGUAGES}
    return Verdict(
        outcome=outcome,
        code=code,
        parameters=parameters,
        rationale={language: rationale(code, parameters, language) for language in LANGUAGES},
        hint={language: text for language, text in hints.items() if text},
    )


def marked(points: float, maximum: float, comment: str | None) -> Verdict:
    """Return the verdict of a person: her comment, or the points in words where she wrote none."""
    texts = {
        language: comment or text.format(points=points, maximum=maximum)
        for language, text in _GIVEN.items()
    }
    outcome = Outcome.PASSED if points >= maximum else Outcome.FAILED
    return Verdict(outcome, MARKED, {"points": points, "maximum": maximum}, texts)


def failed(cell: NotebookNode) -> Verdict:
    """Return why a check cell failed.

    Args:
        cell: executed check cell of which nbgrader gave less than all points.
    """
    told = _told(cell)
    errors = [output for output in cell.outputs if output.output_type == "error"]
    if not errors:
        return verdict(Outcome.FAILED, "assertion", message=_text("partial credit"))
    # the last error is the one that ended the cell
    name, message = _text(errors[-1].ename), _text(errors[-1].evalue)
    if name == "CheckFailed" and told is not None:
        return verdict(Outcome.FAILED, told[0], **told[1])
    if name in {"AssertionError", "CheckFailed"}:
        return verdict(Outcome.FAILED, "assertion", message=message or name)
    if name == "NotImplementedError":
        return verdict(Outcome.FAILED, "not_answered")
    return verdict(Outcome.FAILED, "error", name=name, message=message)


def strip_verdicts(notebook: NotebookNode) -> None:
    """Remove the displayed verdicts from a notebook: they are for the grader."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [one for one in cell.outputs if MIME_TYPE not in one.get("data", {})]


def _told(cell: NotebookNode) -> tuple[str, dict[str, str | int | float]] | None:
    """Return code and parameters of the last verdict that the cell displayed, if there is a sound one."""
    for output in reversed(cell.outputs):
        data = output.get("data", {}).get(MIME_TYPE)
        if isinstance(data, Mapping):
            code, parameters = data.get("code"), data.get("parameters")
            if isinstance(code, str) and code.isidentifier() and isinstance(parameters, Mapping):
                return code[:40], _parameters(parameters)
    return None


def _parameters(told: Mapping[Any, Any]) -> dict[str, str | int | float]:
    sound: dict[str, str | int | float] = {}
    for name, value in list(told.items())[:_MOST_PARAMETERS]:
        if not (isinstance(name, str) and name.isidentifier() and len(name) <= 40):
            continue
        if isinstance(value, str):
            sound[name] = _text(value)
        elif isinstance(value, int | float) and abs(value) < 1e300:
            sound[name] = value
    return sound


def _text(value: str) -> str:
    return value[:_LONGEST_TEXT]
