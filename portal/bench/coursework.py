"""What simulated learners hand in: notebooks, attempts and scores, as rows ready to be inserted."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import exp
from typing import Any

from grader.results import MarkedBy, Outcome
from portal.models import Status
from portal.storage import Blob, BlobStore

OFFERING = "bench-2026"
EXERCISES, TASKS = 16, 120
MOST_ATTEMPTS = 4
NOTEBOOKS = 400
"""Different notebooks; attempts share them."""
START = datetime(2026, 3, 1, tzinfo=UTC)
WEEK = timedelta(days=7)
CODES = ("relative_phase", "control_target_swapped", "wrong_distribution", "not_answered")
_TOLD = {
    "en": "The amplitudes have the right size, but a relative phase differs.",
    "ja": "振幅の大きさは正しいのですが、相対位相が異なります。",
    "ko": "진폭의 크기는 맞지만 상대 위상이 다릅니다.",
}

Row = dict[str, Any]


@dataclass
class Work:
    """Rows of attempts at one exercise, with their files and scores."""

    attempts: list[Row] = field(default_factory=list)
    files: list[Row] = field(default_factory=list)
    scores: list[Row] = field(default_factory=list)


def exercise_name(number: int) -> str:
    """Return the id of an exercise; they are numbered from 0."""
    return f"{number + 1:02}_simulated"


def task_name(task: int) -> str:
    """Return the name of a task; they are numbered from 0 through the whole course."""
    return f"task_{task + 1}"


def tasks_of(number: int) -> range:
    """Return the numbers of the tasks of an exercise: 7 or 8."""
    return range(number * TASKS // EXERCISES, (number + 1) * TASKS // EXERCISES)


def release_of(number: int) -> datetime:
    """Return when an exercise is released; it is due a week later."""
    return START + number * WEEK


def store_notebooks(store: BlobStore, chance: random.Random) -> list[Blob]:
    """Store notebooks, each with an answer to every task of the course."""
    stored = []
    for number in range(NOTEBOOKS):
        cells: list[Row] = [
            {
                "cell_type": "code",
                "metadata": {"nbgrader": {"grade_id": f"{task_name(task)}_answer"}},
                "source": _answer(task, chance.randrange(6), number),
                "outputs": [],
                "execution_count": None,
            }
            for task in range(TASKS)
        ]
        content = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})
        stored.append(store.put(content.encode()))
    return stored


def _answer(task: int, way: int, number: int) -> str:
    """Return one of six ways to write an answer, with local names and comments of its own."""
    own = f"own_{number}"
    lines = "".join(f"    {own}.h({qubit})\n" for qubit in range(way + 1))
    return f"def solve_{task}():\n    # {number}\n    {own} = start()\n{lines}    return {own}\n"


def hand_in(
    number: int, learners: Sequence[int], files: Sequence[Blob], chance: random.Random
) -> Work:
    """Let all learners hand in an exercise. What one has solved stays solved in her later attempts."""
    work = Work()
    own = tasks_of(number)
    difficulty = {task: chance.uniform(-1.5, 1.0) for task in own}
    first = number * len(learners) * MOST_ATTEMPTS + 1
    for learner in learners:
        # the same ability in every exercise
        ability = random.Random(learner).gauss(0, 1)  # noqa: S311  reproducible, no secret
        solved: set[int] = set()
        count = chance.randint(1, MOST_ATTEMPTS)
        hours = sorted(chance.uniform(1, 170) for _ in range(count))
        for attempt, hour in enumerate(hours, start=1):
            key = first + len(work.attempts)
            solved |= {
                task for task in own if chance.random() < 1 / (1 + exp(difficulty[task] - ability))
            }
            file = chance.choice(files)
            work.files.append(
                {
                    "submission_id": key,
                    "name": f"{exercise_name(number)}.ipynb",
                    "sha256": file.sha256,
                    "size": file.size,
                }
            )
            work.attempts.append(
                _attempt(number, release_of(number) + timedelta(hours=hour))
                | {
                    "id": key,
                    "public_id": f"{key:026}",
                    "learner_id": learner,
                    "attempt": attempt,
                    "counts": attempt == count,
                    "sha256": file.sha256,
                    "points": 2.0 * len(solved),
                    "maximum": 2.0 * len(own),
                }
            )
            work.scores += [_score(key, task, task in solved, chance) for task in own]
    return work


def _attempt(number: int, at: datetime) -> Row:
    """Return what attempts at an exercise have in common, at a moment."""
    due = release_of(number) + WEEK
    return {
        "offering_id": OFFERING,
        "exercise_id": exercise_name(number),
        "version_id": number + 1,
        "graded_version_id": number + 1,
        "received_at": at,
        "language": "ja",
        "status": Status.GRADED,
        "due_at": due,
        "is_late": at > due,
        "graded_at": at + timedelta(seconds=20),
        "seconds": 1.0,
        "engine": "simulated",
    }


def _score(submission: int, task: int, right: bool, chance: random.Random) -> Row:
    return {
        "submission_id": submission,
        "task_id": task + 1,
        "points": 2.0 if right else 0.0,
        "maximum": 2.0,
        "marked_by": MarkedBy.CHECK,
        "outcome": Outcome.PASSED if right else Outcome.FAILED,
        "code": "passed" if right else chance.choice(CODES),
        "parameters": {},
        "rationale": {} if right else _TOLD,
        "hint": {} if right else _TOLD,
    }
