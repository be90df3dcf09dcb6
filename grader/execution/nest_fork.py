"""What a fork of the nest does until it runs its entry."""

from __future__ import annotations

import importlib
import json
import os
import socket
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from grader.execution import fence
from grader.execution import fence_system as system
from grader.execution.nest_request import Request, unpack_files
from grader.execution.nest_watch import own_memory

_LONGEST_REASON = 500
"""Characters; a pipe takes 4 KiB at once."""


def become(
    request: Request, report: int, files: int, channels: list[int], place: Path | None
) -> NoReturn:
    """Shut this process in and run the entry; a fork never comes back into the nest's loop.

    Args:
        request: what it is to run, and as whom.
        report: a pipe to the nest, for one message: `running`, or why not. It is closed before the entry runs.
        files: descriptor of the learner's files (`nest_request.pack_files`).
        channels: descriptors of the sockets that the entry gets.
        place: where it may write if there are no walls; None inside them.
    """
    status = 1
    try:
        entry = _prepare(request, report, files, channels, place)
        if entry is not None:
            entry()
            status = 0
    finally:
        os._exit(status)


def _prepare(
    request: Request, report: int, files: int, channels: list[int], place: Path | None
) -> Callable[[], None] | None:
    """Shut this process in and return what it is to run; None, and a report, if that cannot be."""
    try:
        head, resident = int(Path("/proc/self").readlink().name), own_memory()[0]
        sockets = _shut_in(request, report, files, channels, place)
        module, _, function = request.entry.partition(":")
        entry: Callable[..., None] = getattr(importlib.import_module(module), function)
    except fence.NamespaceRefusedError as error:
        _report(report, state="unavailable", reason=error.reason)
        return None
    except Exception as error:  # noqa: BLE001 - whatever it is, the host has to hear of it
        reason = f"{type(error).__name__}: {error}"[:_LONGEST_REASON]
        _report(report, state="failed", reason=reason)
        return None
    _report(report, state="running", head=head, resident=resident)
    return partial(entry, *sockets)


def _shut_in(
    request: Request, report: int, files: int, channels: list[int], place: Path | None
) -> list[socket.socket]:
    fence.close_descriptors({report, files, *channels})
    os.setsid()
    content = unpack_files(files)
    fence.expect_the_worst()
    fence.set_limits(request.limits)
    if place is None:
        fence.enter(request.limits, request.uid)
    else:
        system.die_with_parent()
    fence.start_afresh()
    font_lists = Path(os.environ["QAMPUS_CACHE"])
    fence.settle(place or Path(fence.TMP), request.language, content, font_lists)
    sockets = [socket.socket(fileno=channel) for channel in channels]
    for one in sockets:
        one.set_inheritable(False)
    return sockets


def _report(descriptor: int, **answer: Any) -> None:
    os.write(descriptor, json.dumps(answer).encode("ascii"))
    os.close(descriptor)
