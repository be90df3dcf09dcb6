"""The history of scores that were changed after they had been given: a file of JSON lines, only ever appended to."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

HISTORY = "qampus-history"
"""Folder of a course directory with one file for each assignment."""


@dataclass(frozen=True)
class Entry:
    """One score that was changed.

    Attributes:
        at: when, with a time zone.
        who: the account that asked for it.
        student: whose score it is.
        notebook: name of the notebook.
        task: grade_id of the check.
        before: automatic points; None if a person was to mark it.
        after: likewise.
        why: what the check says now.
        version: first digits of the SHA-256 of the check's text.
    """

    at: datetime
    who: str
    student: str
    notebook: str
    task: str
    before: float | None
    after: float | None
    why: str
    version: str


def append(course: Path, assignment: str, entries: Sequence[Entry]) -> None:
    """Write entries down so that they last: all of them or, if the machine stops, none that is not whole."""
    path = course / HISTORY / f"{assignment}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o640)
    try:
        os.write(handle, text)
        os.fsync(handle)
    finally:
        os.close(handle)


def read(course: Path, assignment: str) -> tuple[Entry, ...]:
    """Return the history of an assignment, oldest first; a line that was cut off by a crash is left out."""
    path = course / HISTORY / f"{assignment}.jsonl"
    entries = []
    for line in path.read_bytes().splitlines() if path.exists() else ():
        try:
            entries.append(msgspec.json.decode(line, type=Entry))
        except msgspec.MsgspecError:
            continue
    return tuple(entries)
