"""Notebooks in memory: nbformat's functions with types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

_FORMAT: Any = nbformat  # its functions are not annotated


def parse_notebook(text: str) -> NotebookNode:
    """Return the notebook in a file's text, in nbformat 4."""
    notebook: NotebookNode = _FORMAT.reads(text, as_version=4)
    return notebook


def read_notebook(path: Path) -> NotebookNode:
    """Return the notebook in a file, in nbformat 4."""
    return parse_notebook(path.read_text(encoding="utf-8"))


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
