"""Compares the answers of a class to an exercise, and keeps what came out: it takes seconds in a large class.

It is kept in memory alone, one comparison of each exercise. Whoever looks after a restart compares again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from flask import Flask
from sqlalchemy.orm import Session

from portal.instructor.similar.reading import (
    Attempt,
    Material,
    answer_of,
    answers_in,
    attempts_of,
    handed_out,
    is_prose,
    material_of,
    tokens_of,
)
from portal.models import ExerciseVersion, Release, Texts, now
from portal.statistics.fingerprints import prints
from portal.statistics.similarity import Agreement, Comparison, compare
from portal.storage import BlobStore

_EXTENSION = "qampus_similar"


@dataclass(frozen=True)
class TaskCompared:
    """The answers to one task.

    Attributes:
        name: the task's id.
        title: its title.
        prose: it is answered in words.
        comparison: what came out.
    """

    name: str
    title: Texts
    prose: bool
    comparison: Comparison

    def agreement(self, one: int, other: int) -> Agreement | None:
        """Return a listed agreement of two attempts; None if it is not listed."""
        return next(
            (
                found
                for found in self.comparison.agreements
                if {found.one, found.other} == {one, other}
            ),
            None,
        )


@dataclass(frozen=True)
class Compared:
    """The answers of a class to one exercise.

    Attributes:
        at: when they were compared.
        attempts: which.
        material: what was handed out, and so does not count.
        names: what that imports and defines.
        tasks: by task, in the notebook's order.
    """

    at: datetime
    attempts: tuple[Attempt, ...]
    material: Material
    names: frozenset[str]
    tasks: tuple[TaskCompared, ...]

    @property
    def pairs(self) -> int:
        """Agreements of all tasks together."""
        return sum(len(one.comparison.agreements) for one in self.tasks)


@dataclass
class Kept:
    """The latest comparison of each exercise, by offering and exercise."""

    _found: dict[tuple[str, str], Compared] = field(default_factory=dict)
    _comparing: Lock = field(default_factory=Lock)

    def get(self, key: tuple[str, str]) -> Compared | None:
        """Return the latest comparison, if there is one."""
        return self._found.get(key)

    def renew(
        self,
        key: tuple[str, str],
        attempts: tuple[Attempt, ...],
        material: Material,
        compared: Callable[[], Compared],
    ) -> Compared:
        """Return a comparison of exactly these attempts; who asks for the same meanwhile waits for it."""
        with self._comparing:
            known = self._found.get(key)
            if known is None or (known.attempts, known.material) != (attempts, material):
                known = self._found[key] = compared()
        return known


def kept_by(app: Flask) -> Kept:
    """Return the app's own comparisons."""
    kept: Kept = app.extensions.setdefault(_EXTENSION, Kept())
    return kept


def compare_class(
    kept: Kept, session: Session, store: BlobStore, release: Release, version: ExerciseVersion
) -> Compared:
    """Compare the answers of a class to an exercise; the kept comparison if nothing has changed."""
    key = (release.offering_id, release.exercise_id)
    attempts = attempts_of(session, *key)
    material = material_of(session, release.exercise_id, attempts)
    return kept.renew(
        key, attempts, material, lambda: _compared(store, version, attempts, material)
    )


def _compared(
    store: BlobStore, version: ExerciseVersion, attempts: tuple[Attempt, ...], material: Material
) -> Compared:
    given = handed_out(store, material)
    written = {task.name: is_prose(given, task.name) for task in version.tasks}
    of_task: dict[str, dict[int, str]] = {task.name: {} for task in version.tasks}
    for attempt in attempts:
        answers = answers_in(store, attempt.notebooks)
        for name, texts in of_task.items():
            answer = answer_of(answers, name)
            if answer is not None:
                texts[attempt.id] = answer.text
    tasks = []
    for task in version.tasks:
        prose = written[task.name]
        found = {
            number: prints(tokens_of(text, given.names, prose=prose), prose=prose)
            for number, text in of_task[task.name].items()
        }
        tasks.append(
            TaskCompared(
                task.name,
                dict(task.title),
                prose,
                compare(found, given.prose if prose else given.code),
            )
        )
    return Compared(now(), attempts, material, given.names, tuple(tasks))
