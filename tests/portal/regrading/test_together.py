"""How versions and scores of two versions go together: pure rules."""

from __future__ import annotations

from typing import Any

from grader.results import MarkedBy, Outcome
from portal.models import ExerciseVersion, Task
from portal.regrading.scores import Held, read_stored, stored, together, total
from portal.regrading.versions import differences


def score(points: float | None, maximum: float = 2.0) -> Held:
    return Held(points, maximum, MarkedBy.CHECK, Outcome.FAILED, "x", {}, {"en": "because"}, {})


def version(digests: dict[str, str | None], **points: float) -> ExerciseVersion:
    tasks: list[dict[str, Any]] = [
        {"id": name} if digest is None else {"id": name, "digest": digest}
        for name, digest in digests.items()
    ]
    return ExerciseVersion(
        manifest={"tasks": tasks},
        tasks=[Task(name=name, points=points.get(name, 2.0)) for name in digests],
    )


def test_differences_are_told_task_by_task() -> None:
    old = version({"same": "a", "mended": "a", "worth": "a", "old": None, "gone": "a"})
    new = version({"new": "a", "same": "a", "mended": "b", "worth": "a", "old": "a"}, worth=3.0)
    found = differences(old, new)
    assert found.changed == ("mended", "worth")
    assert found.revalued == ("worth",)
    assert found.added == ("new",)
    assert found.gone == ("gone",)
    assert found.untold == ("old",)
    nothing = differences(new, new)
    assert nothing.changed == nothing.added == nothing.gone == ()


def test_an_attempt_moves_only_as_a_whole() -> None:
    now = {"a": score(0.0), "b": score(1.0)}
    moved = together(now, {"a": score(2.0)}, {"a": 2.0, "b": 2.0})
    assert moved.moves
    assert total(moved.scores) == 3.0
    # another maximum that was not chosen, a task too few, a task too many
    for wanted in ({"a": 2.0, "b": 4.0}, {"a": 2.0, "b": 2.0, "c": 1.0}, {"a": 2.0}):
        kept = together(now, {"a": score(2.0)}, wanted)
        assert not kept.moves
        assert kept.scores.keys() == now.keys()
        assert kept.scores["a"].points == 2.0


def test_other_points_count_in_proportion_where_it_stays() -> None:
    now = {"a": score(0.0, 2.0), "b": score(1.0)}
    kept = together(now, {"a": score(3.0, 4.0)}, {"a": 4.0})
    assert (kept.scores["a"].points, kept.scores["a"].maximum) == (1.5, 2.0)
    open_still = together(now, {"a": score(None, 4.0)}, {"a": 4.0})
    assert open_still.scores["a"].points is None


def test_scores_come_back_as_they_were_stored() -> None:
    scores = {"a": score(0.1 + 0.2), "b": score(None)}
    assert read_stored(stored(scores)) == scores
