"""Shows how far a grading is: a bar with rate and time left on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Never, Protocol

from tqdm import tqdm

_EVERY = 15.0
"""Seconds between lines where there is no terminal."""


class Progress(Protocol):
    """Is told how far a grading is."""

    def step(self) -> None:
        """One submission more is done."""

    def say(self, text: str) -> None:
        """Tell people something."""


@contextmanager
def shown(total: int, what: str) -> Iterator[Progress]:
    """Yield what shows progress on standard error.

    Args:
        total: how many submissions there are to do.
        what: what is being done to them.
    """
    if not sys.stderr.isatty():
        yield _Lines(total, what)
        return
    with tqdm(total=total, desc=what, unit="submission", dynamic_ncols=True, leave=False) as bar:
        yield _Bar(bar)


class _Bar:
    def __init__(self, bar: tqdm[Never]) -> None:
        self._bar = bar

    def step(self) -> None:
        self._bar.update()

    def say(self, text: str) -> None:
        self._bar.write(text, file=sys.stderr)


class _Lines:
    def __init__(self, total: int, what: str) -> None:
        self._total, self._what = total, what
        self._done = 0
        self._begin = self._said = monotonic()

    def step(self) -> None:
        self._done += 1
        now = monotonic()
        if now - self._said < _EVERY:
            return
        self._said = now
        rate = self._done / (now - self._begin)
        left = (self._total - self._done) / rate
        self.say(
            f"{self._what}: {self._done} of {self._total}, {rate * 60:.0f} a minute, {left:.0f} s left"
        )

    def say(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)
