"""Is this a notebook? Looked at without running or rendering anything, in bounded time and memory."""

from __future__ import annotations

import re
from typing import Literal

import msgspec
from flask import current_app
from flask_babel import gettext

from portal.errors import Unreadable

_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")


class _Cell(msgspec.Struct):
    cell_type: Literal["code", "markdown", "raw"]
    metadata: msgspec.Raw
    source: str | list[str]


class _Notebook(msgspec.Struct):
    nbformat: Literal[4]
    cells: list[_Cell]
    metadata: msgspec.Raw


def check_notebook(name: str, content: bytes) -> None:
    """Look whether a content is a notebook of format 4.

    Outputs and metadata are passed over without being built up in memory: 16 MiB of brackets would become gigabytes.

    Raises:
        Unreadable: it is not; nothing else is raised, whatever the content.
    """
    try:
        # What is passed over is not decoded, so it is looked at here.
        content.decode()
        msgspec.json.decode(content, type=_Notebook)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise _no_notebook(name, str(error)) from error
    if not _nested_at_most(current_app.config["MAX_NOTEBOOK_DEPTH"], content):
        raise _no_notebook(name, gettext("it is nested too deeply"))


def _nested_at_most(limit: int, content: bytes) -> bool:
    """Say whether well-formed JSON is nested at most about `limit` deep (twice that where lists and objects alternate).

    Each round takes away at least the innermost pairs of brackets, so it never recurses, whatever the depth.
    """
    brackets = _STRING.sub(b"", content).translate(None, _NOT_BRACKETS)
    for _ in range(limit):
        if not brackets:
            return True
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    return not brackets


def _no_notebook(name: str, reason: str) -> Unreadable:
    return Unreadable(
        "not_a_notebook",
        gettext(
            "%(name)s is not a Jupyter notebook (%(reason)s). Save it in JupyterLab and submit again.",
            name=name,
            reason=reason,
        ),
    )
