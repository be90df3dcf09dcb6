"""The limits of one cell: its time, and what an error says about the others."""

from __future__ import annotations

import errno
import signal
import time
from types import FrameType, TracebackType
from typing import Any

_AGAIN = 1.0
"""Seconds after which a cell that swallowed the end of its time hears of it again."""
_FORKING = frozenset({"fork", "forkpty", "fork_exec", "_fork_exec", "posix_spawn"})


class TimeLimitReached(BaseException):
    """The cell's time is over. No ordinary `except Exception` catches this."""


class Clock:
    """Ends what runs in the main thread at its time, by SIGALRM and a `TimeLimitReached`.

    Only Python code can be ended so: a call that stays in C for long ends later, or by the host.

    Attributes:
        struck: whether the time was over.
    """

    def __init__(self) -> None:
        self.struck = False
        self._end = 0.0
        self._seconds = 0.0
        self._others: Any = signal.SIG_DFL

    def start(self, seconds: float) -> None:
        """Raise `TimeLimitReached` in `seconds`, and again every second until `stop`.

        Raises:
            ValueError: this is not the main thread, or `seconds` is not positive.
        """
        if seconds <= 0:
            raise ValueError(f"expected a positive number of seconds, got {seconds}")
        self.struck = False
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._others = signal.signal(signal.SIGALRM, self._strike)
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)

    def stop(self) -> None:
        """Raise nothing any more; a handler that the cell itself set stays."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        if signal.getsignal(signal.SIGALRM) == self._strike:
            signal.signal(signal.SIGALRM, self._others)

    def _strike(self, number: int, frame: FrameType | None) -> None:
        left = self._end - time.monotonic()
        if left > 0.01:  # the notebook's own alarm, set in an earlier cell
            signal.setitimer(signal.ITIMER_REAL, left, _AGAIN)
            if callable(self._others):
                self._others(number, frame)
            return
        self.struck = True
        raise self.reached()

    def reached(self) -> TimeLimitReached:
        """Return the error that says which time is over."""
        return TimeLimitReached(f"the cell was stopped after {self._seconds:g} s")


def without_clock(traceback: TracebackType | None) -> TracebackType | None:
    """Return a traceback without the frames of `Clock`, which say nothing about the cell."""
    last, entry = None, traceback
    while entry is not None:
        if entry.tb_frame.f_code is Clock._strike.__code__:
            if last is None:
                return None
            last.tb_next = None
            break
        last, entry = entry, entry.tb_next
    return traceback


def limit_of(error: BaseException | None) -> str:
    """Return the limit at which `error` ended a cell: `time_limit`, `memory_limit` ...; empty for any other error."""
    match error:
        case TimeLimitReached():
            return "time_limit"
        case MemoryError():
            return "memory_limit"
        case OSError(errno=errno.ENOSPC | errno.EFBIG | errno.EDQUOT):
            return "disk_limit"
        case OSError(errno=errno.EAGAIN) if _forked(error.__traceback__):
            return "process_limit"
        case RuntimeError() if "can't start new thread" in error.args:
            return "process_limit"
    return ""


def _forked(traceback: TracebackType | None) -> bool:
    if traceback is None:
        return False
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    return not _FORKING.isdisjoint(traceback.tb_frame.f_code.co_names)
