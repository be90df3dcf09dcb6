"""Outputs of cells: what a file may hold of a stranger's, and what nbgrader reads in them as points."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from grader.judge.analysis import nbgrader_metadata
from grader.notebooks import NotebookNode, as_node, new_error

_DEEPEST = 100
"""Levels of JSON in an output; nbformat and nbgrader copy notebooks recursively."""

_PLACE = re.compile(r"^(-+>)?\s*\d+ ")
"""What IPython puts before a line of source in a traceback."""

_FALSE = {"False", "np.False_", "array(False)"}
"""What a check that says no in its last line puts out. nbgrader reads any word as full marks."""


def sound_outputs(outputs: Iterable[object]) -> list[NotebookNode]:
    """Return what of these outputs a notebook's file may hold, each with the fields of nbformat 4 and no others.

    What is no output is left out. Values that a file cannot hold (infinities, halves of surrogate pairs) are replaced.

    Args:
        outputs: plain data from a process that may be hostile.
    """
    sound = (_sound(output) for output in outputs)
    return [output for output in sound if output is not None]


def maximum_of(cell: NotebookNode) -> float:
    """Return the points that a graded cell is worth; 0 where its metadata holds no number."""
    try:
        return float(nbgrader_metadata(cell).get("points", 0))
    except (TypeError, ValueError):
        return 0.0


def as_shown(output: NotebookNode) -> NotebookNode:
    """Return an output that nbgrader does not read as partial credit: a result is merely displayed."""
    if output.output_type != "execute_result":
        return output
    return as_node(
        {"output_type": "display_data", "data": output.data, "metadata": output.metadata}
    )


def as_credit(credit: float, maximum: float, execution_count: int | None) -> NotebookNode:
    """Return the result that nbgrader reads as this credit, brought into the range that it accepts.

    More than the maximum stops nbgrader, and less than 0 is full marks to it; what is no number is worth nothing.
    """
    points = 0.0 if math.isnan(credit) else min(max(credit, 0.0), maximum)
    return as_node(
        {
            "output_type": "execute_result",
            "execution_count": execution_count,
            "data": {"text/plain": repr(points)},
            "metadata": {},
        }
    )


def as_plain(cell: NotebookNode) -> None:
    """Mend the outputs of a check that ran beside the learner's code where nbgrader would be wrong, or stop.

    Standard error goes, so that a library's warning costs no points; a last line that is False fails; a number is
    brought into the range of the cell's points; a result without text is merely displayed.
    """
    maximum = maximum_of(cell)
    outputs: list[NotebookNode] = []
    failures = [one for one in cell.outputs if one.output_type == "error"]
    for output in cell.outputs:
        if output.get("name") == "stderr":
            continue
        if output.output_type != "execute_result" or failures:
            outputs.append(as_shown(output))
            continue
        text = str(output.data.get("text/plain", ""))
        credit = _number(text)
        if text.strip() in _FALSE:
            said = "the last line of the check is False"
            outputs += [as_shown(output), new_error("AssertionError", said, [said])]
        elif credit is None:
            outputs.append(as_shown(output))
        else:
            outputs.append(as_credit(credit, maximum, output.execution_count))
    cell.outputs = outputs


def points_of(cell: NotebookNode) -> float:
    """Return the points that nbgrader's `determine_grade` reads in the outputs of a cell that `written` filled in."""
    maximum = maximum_of(cell)
    for output in cell.outputs:
        if output.output_type == "error" or output.get("name") == "stderr":
            return 0.0
        if output.output_type == "execute_result":
            return float(output.data["text/plain"])
    return maximum


def without_lines(output: NotebookNode, hidden: Collection[str]) -> NotebookNode:
    """Return an error output whose traceback quotes none of these lines of source."""
    if output.output_type != "error" or not hidden:
        return output
    traceback = "\n".join(output.traceback).split("\n")
    kept = [line for line in traceback if quoted_source(line) not in hidden]
    return new_error(output.ename, output.evalue, kept)


def quoted_source(line: str) -> str:
    """Return the source that a line of a traceback quotes: without colours, arrow, line number and indentation."""
    parts = line.split("\x1b[")
    plain = parts[0] + "".join(part.partition("m")[2] for part in parts[1:])
    return _PLACE.sub("", plain).strip()


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _sound(output: object) -> NotebookNode | None:
    try:
        told = json.loads(
            json.dumps(output, ensure_ascii=False).encode("utf-8", "replace"), parse_constant=str
        )
    except (ValueError, TypeError, RecursionError):  # no JSON, without end, or a number too long
        return None
    if not isinstance(told, dict) or not _shallow(told, _DEEPEST):
        return None
    kinds = {"stream": _stream, "error": _error, "display_data": _shown, "execute_result": _shown}
    kind = told.get("output_type")
    made = kinds[kind](told) if isinstance(kind, str) and kind in kinds else None
    return None if made is None else as_node({"output_type": kind, **made})


def _stream(told: Mapping[str, Any]) -> dict[str, Any] | None:
    name, text = told.get("name"), _text(told.get("text"))
    return {"name": name, "text": text} if name in ("stdout", "stderr") and text else None


def _error(told: Mapping[str, Any]) -> dict[str, Any] | None:
    ename, evalue, traceback = (told.get(key) for key in ("ename", "evalue", "traceback"))
    if not (isinstance(ename, str) and isinstance(evalue, str) and isinstance(traceback, list)):
        return None
    if not all(isinstance(line, str) for line in traceback):
        return None
    return {"ename": ename, "evalue": evalue, "traceback": traceback}


def _shown(told: Mapping[str, Any]) -> dict[str, Any] | None:
    data, metadata = _bundle(told.get("data")), told.get("metadata", {})
    if data is None or not isinstance(metadata, dict):
        return None
    made: dict[str, Any] = {"data": data, "metadata": metadata}
    if told["output_type"] == "execute_result":
        count = told.get("execution_count")
        made["execution_count"] = count if type(count) is int and count >= 0 else None
    return made


def _bundle(data: object) -> dict[str, Any] | None:
    """Return the representations of one output by MIME type; None where that is no such thing."""
    if not isinstance(data, Mapping):
        return None
    sound: dict[str, Any] = {}
    for kind, value in data.items():
        if kind == "application/json" or kind.endswith("+json"):
            sound[kind] = value
        elif (text := _text(value)) is not None:
            sound[kind] = text
    return sound


def _text(value: object) -> str | None:
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        return "".join(value)
    return value if isinstance(value, str) else None


def _shallow(value: object, levels: int) -> bool:
    """Whether nested data ends within so many levels."""
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return levels > 0 and all(_shallow(one, levels - 1) for one in inner)
    return True
