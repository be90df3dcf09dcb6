"""Keeps the analysis of an exercise until something changed in its offering: it is not computed at every look."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Lock

from flask import Flask

from portal.instructor.analysis.queries import ExerciseAnalysis
from portal.models import now

FRESH = timedelta(minutes=2)
"""It is computed anew after this even if nothing changed: whoever has not solved a task was watched longer. It must
stay below the time for which changes are kept (`portal.changes.KEPT`): otherwise one could be forgotten unseen."""
KEPT_EXERCISES = 64

_EXTENSION = "qampus_analysis"


@dataclass
class Memory:
    """Analyses by offering and exercise, with the state of the offering that they were computed from."""

    _kept: OrderedDict[tuple[str, str], tuple[int, ExerciseAnalysis]] = field(
        default_factory=OrderedDict
    )
    _computing: Lock = field(default_factory=Lock)

    def get(
        self, key: tuple[str, str], state: int, compute: Callable[[], ExerciseAnalysis]
    ) -> ExerciseAnalysis:
        """Return the analysis for a state; several who ask at once wait for one computation."""
        # Looked at without the lock too, so that who looks at one exercise does not wait for another.
        known = self._fresh(key, state)
        if known is not None:
            return known
        with self._computing:
            known = self._fresh(key, state)
            if known is None:
                known = compute()
                self._kept[key] = (state, known)
                self._kept.move_to_end(key)
                while len(self._kept) > KEPT_EXERCISES:
                    self._kept.popitem(last=False)
        return known

    def _fresh(self, key: tuple[str, str], state: int) -> ExerciseAnalysis | None:
        kept = self._kept.get(key)
        if kept is None or kept[0] != state or now() - kept[1].at > FRESH:
            return None
        return kept[1]


def memory_of(app: Flask) -> Memory:
    """Return the app's own memory."""
    memory: Memory = app.extensions.setdefault(_EXTENSION, Memory())
    return memory
