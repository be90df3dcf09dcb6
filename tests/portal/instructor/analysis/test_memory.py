"""The memory of analyses: computed once for a state, anew for another, never mixed up."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from time import sleep

import pytest

from portal.instructor.analysis import memory as module
from portal.instructor.analysis.memory import FRESH, KEPT_EXERCISES, Memory
from portal.instructor.analysis.queries import ExerciseAnalysis
from portal.models import now


def analysis(at: datetime | None = None) -> ExerciseAnalysis:
    return ExerciseAnalysis(at or now(), 0, 0, 0, 0, 0, 0, 0, 0, ())


def test_it_is_computed_once_for_a_state_and_anew_for_another() -> None:
    memory = Memory()
    first = memory.get(("a", "1"), 5, analysis)
    assert memory.get(("a", "1"), 5, analysis) is first
    assert memory.get(("b", "1"), 5, analysis) is not first
    assert memory.get(("a", "1"), 6, analysis) is not first


def test_after_a_while_it_is_computed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    first = memory.get(("a", "1"), 5, analysis)
    later = now() + FRESH + timedelta(seconds=1)
    monkeypatch.setattr(module, "now", lambda: later)
    assert memory.get(("a", "1"), 5, analysis) is not first


def test_who_asks_at_the_same_time_waits_for_one_computation() -> None:
    memory, computed = Memory(), []

    def compute() -> ExerciseAnalysis:
        sleep(0.05)
        computed.append(analysis())
        return computed[-1]

    asking = [threading.Thread(target=memory.get, args=(("a", "1"), 5, compute)) for _ in range(6)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert len(computed) == 1


def test_a_failure_is_not_kept() -> None:
    memory = Memory()
    with pytest.raises(ZeroDivisionError):
        memory.get(("a", "1"), 5, lambda: 1 / 0)  # type: ignore[arg-type,return-value]
    assert memory.get(("a", "1"), 5, analysis) is not None


def test_the_oldest_is_forgotten() -> None:
    memory = Memory()
    first = memory.get(("a", "0"), 5, analysis)
    for number in range(1, KEPT_EXERCISES + 1):
        memory.get(("a", str(number)), 5, analysis)
    assert memory.get(("a", "0"), 5, analysis) is not first
