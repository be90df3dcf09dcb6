"""Random instances of a task, different for each learner and the same at every grading."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

import numpy as np

from grader.checks.reading.data import TargetError

PUBLIC = ""
"""The seed wherever none was given: a learner's own notebook, a rehearsal, a trial of the reference solution."""

_LONGEST_TASK = 200
_seed = PUBLIC


class Instances(np.random.Generator):
    """A generator of instances. It stays with the check: an answer that got it could foresee what comes."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Instances:
        raise TypeError(
            "expected a seed as an argument, such as int(generator.integers(2**63)), got the generator of the instances"
        )


def instances(task: str) -> np.random.Generator:
    """Return the generator of a task's random instances: this learner's, the same whenever it is asked for.

    When her submission is graded, its seed comes from her institution's secret key, her pseudonym, the exercise and
    the task: nobody can foresee her hidden instances, and a regrade meets the same numbers. In her own notebook, in a
    rehearsal and where a check cannot be judged from outside, it comes from the task alone; there anybody can know it.
    So a check must be right for every seed: draw from a set in which each instance is as good as the others.

    Each call gives a generator that begins anew. It does not go to an answer: where a function needs random
    numbers of its own, give it a seed or `np.random.default_rng(seed)`, with a seed that is drawn here.

    Args:
        task: the task's id, or another word that tells its instances from others of the exercise.

    Raises:
        TargetError: the task is no text.

    Example:
        >>> generator = instances("phase_oracle")
        >>> n = 3
        >>> marked = sorted(generator.choice(2**n, size=2, replace=False).tolist())
        >>> def phase_oracle(n, marked):  # an answer
        ...     return DiagonalGate([-1 if x in marked else 1 for x in range(2**n)])
        >>> assert_marks(phase_oracle(n, marked), marked, qubits=n)
    """
    if type(task) is not str or not 0 < len(task) <= _LONGEST_TASK:
        raise TargetError("instances", f"expected the task's id, got {task!r:.60}")
    digest = hmac.new(_seed.encode(), f"instances\0{task}".encode(), hashlib.sha256).digest()
    return Instances(np.random.PCG64(int.from_bytes(digest, "big")))


def use_seed(seed: str) -> None:
    """Let `instances` of this process be those of a seed from now on.

    The judge does this once, before any check; the seed never comes to a process that runs a learner's code.

    Args:
        seed: a secret text; `PUBLIC` for none.
    """
    global _seed  # noqa: PLW0603 - a process judges one submission
    _seed = seed
