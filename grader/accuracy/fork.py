"""Work in a fork of this process, within limits: it may loop for ever, eat memory or end its process."""

from __future__ import annotations

import gc
import os
import resource
import select
import signal
import struct
import time
from collections.abc import Callable
from typing import Literal, NoReturn

Say = Callable[[bytes], None]
Ended = Literal["done", "late", "died"]

MEMORY = 3 << 30
"""Bytes of address space that a fork may take beyond what this process has."""

_FILES = 1 << 20
_HEAD = struct.Struct("!Q")


def in_fork(
    work: Callable[[Say], None], seconds: float, afterwards: float = 0.0
) -> tuple[list[bytes], Ended]:
    """Run `work` in a fork and return what it said, and how it ended.

    Args:
        work: is given a function that sends bytes back.
        seconds: after these it is killed, unless it has said something.
        afterwards: further seconds that it gets once it has said something.
    """
    gc.freeze()  # the fork shares this memory, and a collection would copy it
    receiver, sender = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(receiver)
        _child(work, sender)
    os.close(sender)
    deadline = time.monotonic() + seconds
    buffer = bytearray()
    late = False
    try:
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([receiver], [], [], left)[0]:
                late = True
                break
            data = os.read(receiver, 1 << 16)
            if not data:
                break
            deadline += 0 if buffer else afterwards
            buffer += data
    finally:
        os.close(receiver)
        if late:
            os.kill(pid, signal.SIGKILL)
        status = os.waitpid(pid, 0)[1]
    ended: Ended = "late" if late else "done" if status == 0 else "died"
    return _messages(bytes(buffer)), ended


def _messages(buffer: bytes) -> list[bytes]:
    found = []
    while len(buffer) >= _HEAD.size:
        (size,) = _HEAD.unpack_from(buffer)
        if len(buffer) < _HEAD.size + size:
            break
        found.append(buffer[_HEAD.size : _HEAD.size + size])
        buffer = buffer[_HEAD.size + size :]
    return found


def _child(work: Callable[[Say], None], sender: int) -> NoReturn:
    gc.disable()  # it would write into memory that is shared; the limit below holds anyway
    silence = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(silence, descriptor)
    present = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()  # noqa: SIM115, PTH123
    resource.setrlimit(resource.RLIMIT_AS, (present + MEMORY, present + MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FILES, _FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def say(data: bytes) -> None:
        message = _HEAD.pack(len(data)) + data
        while message:
            message = message[os.write(sender, message) :]

    status = 1
    try:
        work(say)
        status = 0
    finally:
        os._exit(status)
