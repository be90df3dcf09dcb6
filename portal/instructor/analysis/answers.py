"""What learners wrote for one task: cut out of their notebooks, cleaned and shortened, without their names.

A notebook is a stranger's: it is read as data, bounded in length, and shown as plain text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from portal.answers import answer_in
from portal.instructor.analysis.normal_form import LONGEST, normal_form
from portal.storage import BlobStore

EXAMPLES = 3
"""So many different answers are shown for each diagnosis."""
CONSTRUCTIONS = 12
"""So many different right constructions are shown."""
READ = 300
"""So many right answers are read unless all are asked for: each is a notebook of its own."""
LINES, LETTERS = 40, 1600
"""What is shown of one answer."""


@dataclass(frozen=True)
class Shown:
    """One answer, ready to be shown as plain text.

    Attributes:
        text: the answer; unusual control letters are replaced.
        cut: it was longer.
    """

    text: str
    cut: bool


@dataclass(frozen=True)
class Construction:
    """Right answers that differ in names of local variables, comments and docstrings alone.

    Attributes:
        count: learners with such an answer.
        example: the latest of them.
    """

    count: int
    example: Shown


@dataclass(frozen=True)
class Constructions:
    """The different right answers of a class.

    Attributes:
        shown: those of most learners first.
        different: how many different ones there are among the answers read.
        read: right answers that were read.
        unreadable: right answers whose notebook is missing or damaged or has no such cell.
        of: right answers in all.
    """

    shown: tuple[Construction, ...]
    different: int
    read: int
    unreadable: int
    of: int


class Answers:
    """Reads answers to one task.

    Args:
        root: the folder of stored files.
        files: attempt -> SHA-256 of its notebooks.
        task: the task's id.
    """

    def __init__(self, root: Path, files: Mapping[int, Sequence[str]], task: str) -> None:
        self._root = root
        self._files = files
        self._task = task

    def examples(self, attempts: Iterable[int]) -> tuple[Shown, ...]:
        """Return up to three different answers of some attempts, the first ones."""
        found: dict[str, Shown] = {}
        for attempt in attempts:
            code = self._code(attempt)
            if code is not None and code.strip():
                found.setdefault(_form(code), shown(code))
            if len(found) == EXAMPLES:
                break
        return tuple(found.values())

    def constructions(self, attempts: Sequence[int], *, everything: bool) -> Constructions:
        """Return the different right answers among some attempts."""
        read = attempts if everything else attempts[:READ]
        groups: dict[str, list[str]] = {}
        unreadable = 0
        for attempt in read:
            code = self._code(attempt)
            if code is None:
                unreadable += 1
            else:
                groups.setdefault(_form(code), []).append(code)
        ordered = sorted(groups.values(), key=lambda group: -len(group))
        return Constructions(
            tuple(Construction(len(group), shown(group[0])) for group in ordered[:CONSTRUCTIONS]),
            len(groups),
            len(read) - unreadable,
            unreadable,
            len(attempts),
        )

    def _code(self, attempt: int) -> str | None:
        """Return the answer of an attempt; None where it cannot be read."""
        for sha256 in self._files.get(attempt, ()):
            found = _answer(self._root, sha256, self._task)
            if found is not None:
                return found
        return None


def shown(code: str) -> Shown:
    """Return an answer as it may be shown: short, and without letters that hide or reorder others."""
    text = "".join(_visible(letter) for letter in code[: 2 * LETTERS]).strip("\n")
    lines = text.split("\n")
    short = "\n".join(lines[:LINES])[:LETTERS].rstrip()
    return Shown(short, len(short) < len(code.strip()))


def _visible(letter: str) -> str:
    """Return the letter, or a mark in place of one that controls (escape codes, changes of direction)."""
    if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return letter
    return "\ufffd"


@lru_cache(maxsize=4096)
def _form(code: str) -> str:
    return normal_form(code)


@lru_cache(maxsize=4096)
def _answer(root: Path, sha256: str, task: str) -> str | None:
    """Return a task's answer out of a notebook. A stored content never changes, so that it is read once."""
    found = answer_in(BlobStore(root), sha256, task)
    # a little more than is compared as code, so that longer ones are known to be longer
    return None if found is None else found.text[: LONGEST + 1]
