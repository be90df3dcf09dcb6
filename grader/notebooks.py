"""Notebooks in memory: nbformat's functions with types."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

# Takes 0.9 s to import and serves jsonschema to check international addresses, of which a notebook has none.
_absent: Any = None
sys.modules.setdefault("rfc3987_syntax", _absent)

import msgspec  # noqa: E402
import nbformat  # noqa: E402
from nbformat import NotebookNode, ValidationError  # noqa: E402
from nbformat.v4 import rwbase  # noqa: E402

__all__ = [
    "NotebookNode",
    "ValidationError",
    "as_node",
    "new_cell",
    "new_error",
    "new_notebook",
    "new_text",
    "parse_notebook",
    "read_notebook",
    "text_of",
    "validate",
]

_FORMAT: Any = nbformat  # its functions are not annotated
_BASE: Any = rwbase


def parse_notebook(text: str) -> NotebookNode:
    """Return the notebook in a file's text, in nbformat 4."""
    notebook: NotebookNode = _FORMAT.reads(text, as_version=4)
    return notebook


def read_notebook(path: Path) -> NotebookNode:
    """Return the notebook in a file, in nbformat 4."""
    return parse_notebook(path.read_text(encoding="utf-8"))


def text_of(notebook: NotebookNode) -> str:
    """Return a notebook as the text of its file: what `nbformat.writes` gives, several times as fast.

    Python's own JSON writer is slow where it indents: a class's notebooks spent more time in it than in the gradebook.
    """
    node = _BASE.strip_transient(_BASE.split_lines(deepcopy(notebook)))
    try:
        return msgspec.json.format(msgspec.json.encode(node, order="sorted"), indent=1).decode()
    except (
        OverflowError,
        UnicodeEncodeError,
    ):  # integers beyond 64 bits, halves of surrogate pairs
        text: str = _FORMAT.writes(notebook)
        return text


def as_node(data: Mapping[str, Any]) -> NotebookNode:
    """Return plain data as a notebook, a cell or an output."""
    node: NotebookNode = _FORMAT.from_dict(data)
    return node


def new_notebook(cells: Sequence[NotebookNode], metadata: Mapping[str, Any]) -> NotebookNode:
    """Return a notebook of these cells."""
    notebook: NotebookNode = _FORMAT.v4.new_notebook(cells=list(cells), metadata=dict(metadata))
    return notebook


def new_cell(kind: str, source: str) -> NotebookNode:
    """Return a cell: `code`, `markdown` or `raw`."""
    cell: NotebookNode = getattr(_FORMAT.v4, f"new_{kind}_cell")(source)
    return cell


def new_error(ename: str, evalue: str, traceback: Sequence[str]) -> NotebookNode:
    """Return the output of a cell that ended in an exception."""
    output: NotebookNode = _FORMAT.v4.new_output(
        "error", ename=ename, evalue=evalue, traceback=list(traceback)
    )
    return output


def new_text(text: str) -> NotebookNode:
    """Return what a cell wrote to standard output."""
    output: NotebookNode = _FORMAT.v4.new_output("stream", name="stdout", text=text)
    return output


def validate(notebook: NotebookNode) -> None:
    """Return if the notebook is one that a file may hold.

    Raises:
        ValidationError: it is not.
    """
    _FORMAT.validate(notebook)
