"""What the judge tells the host while it works, so that what is decided is kept whatever happens next.

Outputs of the learner's process stay the bytes that they were: only the host reads them, as data.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from grader.execution.shell_outputs import Update
from grader.judge.job import CellRun, Decision, Job

MOST_JOB = 512 * 1024 * 1024
"""Bytes of a job: notebook and files."""


class Greeted(msgspec.Struct, tag="greeted", frozen=True):
    """The learner's process was asked something before any code of the learner's ran. The first that is told.

    Attributes:
        trouble: why it is not sound, which is the grader's own fault; empty if it answered.
    """

    trouble: str = ""


class CellTold(msgspec.Struct, tag="cell", frozen=True):
    """A cell ran in the learner's process, or could not.

    Attributes:
        run: all about it but its outputs.
        outputs: as JSON; from the learner's process.
        updates: displays of earlier cells that it changed, as JSON; from the learner's process.
        ran: whether the shell ran it, so that `updates` count it.
    """

    run: CellRun
    outputs: bytes = b"[]"
    updates: bytes = b"[]"
    ran: bool = False


class DecisionTold(msgspec.Struct, tag="decision", frozen=True):
    """A check was decided.

    Attributes:
        decision: all about it but its outputs.
        outputs: as JSON.
    """

    decision: Decision
    outputs: bytes = b"[]"


class Ended(msgspec.Struct, tag="ended", frozen=True):
    """Every step is told.

    Attributes:
        stopped: why the learner's process was lost; empty if it was not.
    """

    stopped: str = ""


Told = Greeted | CellTold | DecisionTold | Ended

write = msgspec.msgpack.Encoder().encode
read_told = msgspec.msgpack.Decoder(Told).decode
read_job = msgspec.msgpack.Decoder(Job).decode
_read_outputs = msgspec.json.Decoder(list[dict[str, Any]]).decode
_read_updates = msgspec.json.Decoder(list[Update]).decode


def outputs_of(data: bytes) -> tuple[Mapping[str, Any], ...]:
    """Return outputs; none if the bytes hold no list of JSON objects."""
    try:
        return tuple(_read_outputs(data))
    except (msgspec.MsgspecError, RecursionError):
        return ()


def updates_of(data: bytes) -> tuple[Update, ...]:
    """Return updates of displays; none if the bytes hold no list of them."""
    try:
        return tuple(_read_updates(data))
    except (msgspec.MsgspecError, RecursionError):
        return ()
