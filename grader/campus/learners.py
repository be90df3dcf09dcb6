"""Simulated learners: each has an ability, and by it puts right answers and near misses into real notebooks.

Nothing about a score is made up: the answers are those of `right/` and `wrong/` beside each exercise, written into the
released notebook of the learner's language, handed in over the real exchange and graded like anybody's.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

EASIEST, HARDEST = -2.0, 1.5
"""Difficulties of the first and the last task of an exercise, on the scale of ability (logits)."""
STOPS_BELOW = -0.6
"""A learner of lower ability hands in the first exercises and stops before the last one."""
UNANSWERED_SHARE = 0.3
"""How often a task that is not solved is left as it was, instead of answered with a near miss."""
RETRY_GAIN = 0.8
"""What a learner has gained in ability when she tries again after reading her feedback."""


@dataclass(frozen=True)
class AnswerChoices:
    """What can be written for one task.

    Attributes:
        task: the task's id.
        cell: nbgrader's grade_id of the cell that is filled.
        right: sources that earn full points.
        wrong: near misses.
    """

    task: str
    cell: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True)
class SimulatedLearner:
    """One simulated learner.

    Attributes:
        login: her login in the demo; it seeds all that she does.
        ability: in logits; 0 is an average learner (Rasch model: Rasch 1960).
    """

    login: str
    ability: float

    @classmethod
    def of(cls, login: str) -> SimulatedLearner:
        """Return the learner of that login; her ability is drawn from a normal distribution (0.4, 1.2)."""
        return cls(login, random.Random(f"ability {login}").gauss(0.4, 1.2))  # noqa: S311  no secret

    def takes(self, position: int, exercises: int) -> bool:
        """Tell whether she hands in the exercise at `position` (from 0) of `exercises`."""
        return position < exercises - 1 or self.ability > STOPS_BELOW

    def tries_again(self, exercise: str) -> bool:
        """Tell whether she hands the exercise in a second time after her feedback."""
        return self._random("again", exercise).random() < 0.25

    def answers(
        self, exercise: str, tasks: Sequence[AnswerChoices], attempt: int
    ) -> dict[str, str]:
        """Return what she writes: grade_id of the cell -> its source; a cell that is missing stays as released.

        A task is solved with probability 1 / (1 + exp(difficulty - ability)); whether she solves it depends on one draw
        per task, so that a second attempt never loses what the first one had right.

        Args:
            exercise: id of the exercise.
            tasks: its tasks in notebook order.
            attempt: 1, 2 ...
        """
        ability = self.ability + RETRY_GAIN * (attempt - 1)
        written = {}
        for position, task in enumerate(tasks):
            draw = self._random("solve", exercise, task.task).random()
            choice = self._random("choice", exercise, task.task, str(attempt))
            if draw < solving_probability(ability, difficulty(position, len(tasks))):
                written[task.cell] = choice.choice(task.right)
            elif task.wrong and choice.random() >= UNANSWERED_SHARE:
                written[task.cell] = choice.choice(task.wrong)
        return written

    def _random(self, *what: str) -> random.Random:
        return random.Random("/".join((self.login, *what)))  # noqa: S311  reproducible, no secret


def difficulty(position: int, tasks: int) -> float:
    """Return the difficulty in logits of the task at `position` (from 0) among `tasks`: rising evenly."""
    return EASIEST + (HARDEST - EASIEST) * position / max(1, tasks - 1)


def solving_probability(ability: float, difficulty: float) -> float:
    """Return the probability that a task is solved (Rasch model), for values in logits."""
    return 1.0 / (1.0 + math.exp(difficulty - ability))


def fill(notebook: Mapping[str, Any], answers: Mapping[str, str]) -> dict[str, Any]:
    """Return a copy of a released notebook with `answers` written into its answer cells.

    Args:
        notebook: nbformat 4 notebook as JSON.
        answers: grade_id of the cell -> its new source.

    Raises:
        KeyError: the notebook has no answer cell of such a grade_id.
    """
    cells, left = [], dict(answers)
    for cell in notebook["cells"]:
        grader = cell["metadata"].get("nbgrader", {})
        source = left.pop(grader.get("grade_id"), None) if grader.get("solution") else None
        cells.append(cell if source is None else {**cell, "source": source})
    if left:
        raise KeyError(f"no answer cell {sorted(left)} in the notebook")
    return {**notebook, "cells": cells}
