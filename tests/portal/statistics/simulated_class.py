"""Classes of simulated learners whose abilities and tasks are known, so that figures can be held against the truth."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from portal.statistics.items import Column

Shares = npt.NDArray[np.float64]


def chances(ability: Shares, difficulty: float, discrimination: float = 1.0) -> Shares:
    """Return how likely each learner solves a task (logistic model with two parameters)."""
    return np.asarray(1 / (1 + np.exp(-discrimination * (ability - difficulty))))


def answers(
    chance: np.random.Generator,
    learners: int,
    tasks: Sequence[tuple[float, float]],
) -> npt.NDArray[np.bool_]:
    """Return learners x tasks: who solves what, with tasks given as difficulty and discrimination."""
    ability = chance.normal(size=learners)
    likely = np.column_stack([chances(ability, *task) for task in tasks])
    return np.asarray(chance.random(likely.shape) < likely)


def columns(solved: npt.NDArray[np.bool_], points: float = 2.0) -> dict[str, Column]:
    """Return what the item analysis reads: all points or none."""
    return {
        f"task_{place}": [(points if right else 0.0, points) for right in row]
        for place, row in enumerate(solved.T.tolist())
    }
