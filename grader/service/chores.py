"""Work that can wait: done one piece at a time between submissions, so that nobody waits for her grade because of it.

A new service has sixteen lessons to send, a gradebook to make for each offering and every exercise to install in it.
That is a minute of work in which learners hand in already.
"""

from __future__ import annotations

from collections.abc import Callable

Key = tuple[str, ...]


class Chores:
    """A list of things to do, each named once; the oldest is done first unless one is needed now."""

    def __init__(self) -> None:
        self._waiting: dict[Key, Callable[[], None]] = {}

    def add(self, key: Key, work: Callable[[], None]) -> None:
        """Note a piece of work; one of the same name that still waits is replaced, in its place."""
        self._waiting[key] = work

    def do_one(self) -> bool:
        """Do the oldest piece; return whether there was any. One that raises is not done again."""
        key = next(iter(self._waiting), None)
        if key is None:
            return False
        self._waiting.pop(key)()
        return True

    def do_now(self, key: Key) -> None:
        """Do a piece that is needed now, if it still waits."""
        work = self._waiting.pop(key, None)
        if work is not None:
            work()
