"""Runs hostile text in forks of a warm process."""

from __future__ import annotations

import json
import socket
from contextlib import contextmanager, suppress
from pathlib import Path
from textwrap import dedent

from grader.errors import WarmProcessLostError
from grader.execution.sandbox import Sandbox

ENTRY = Path(__file__).with_name("warm_entry.py")


class WithEntry(Sandbox):
    """The walls, with `warm_entry` beside the package."""

    def command(self, limits, *arguments):
        command = super().command(limits, *arguments)
        if self.bwrap is not None:
            last_mount = command.index("--remount-ro")
            command[last_mount:last_mount] = ["--ro-bind", str(ENTRY), "/opt/qampus/warm_entry.py"]
        return command

    def environment(self, language):
        environment = super().environment(language)
        if self.bwrap is None:
            environment["PYTHONPATH"] += f":{ENTRY.parent}"
        return environment


@contextmanager
def forked(warm, source, **options):
    """Run this text in a fork; yield the fork and the socket on which its answer comes."""
    here, there = socket.socketpair()
    here.settimeout(30)
    with here:
        with there:
            fork = warm.fork("warm_entry:serve", [there], **options)
        try:
            here.sendall(json.dumps(dedent(source)).encode() + b"\n")
            yield fork, here
        finally:
            fork.kill()
            with suppress(WarmProcessLostError):  # a test may have ended it
                fork.wait(30)


def answer_on(here):
    """Return what comes until the last process that has the other end is gone."""
    parts = []
    while part := here.recv(65536):
        parts.append(part)
    return b"".join(parts)


def run(warm, source, **options):
    """Return the text's `result` and the fork's usage.

    Raises:
        AssertionError: the text raised an exception.
    """
    with forked(warm, source, **options) as (fork, here):
        said = json.loads(answer_on(here) or b"{}")
        assert "error" not in said, said["error"]
        return said.get("result"), fork.wait(30)


def result_of(warm, source, **options):
    return run(warm, source, **options)[0]
