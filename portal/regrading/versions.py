"""What differs between two versions of an exercise, task by task. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portal.models import ExerciseVersion


@dataclass(frozen=True)
class Differences:
    """Ids of tasks, in the order of the newer version; those that are gone in the order of the older one.

    Attributes:
        changed: with another text, answer cell or check, or worth other points.
        revalued: of those, with other points.
        added: in the newer version alone.
        gone: in the older version alone.
        untold: in both, but one of the manifests does not tell whether they changed.
    """

    changed: tuple[str, ...]
    revalued: tuple[str, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]
    untold: tuple[str, ...]


def differences(older: ExerciseVersion, newer: ExerciseVersion) -> Differences:
    """Compare two versions.

    The `digest` that a manifest has of a task covers all that can change its points, hidden tests included, and tells
    nothing of them.
    """
    before = {task.name: task.points for task in older.tasks}
    after = {task.name: task.points for task in newer.tasks}
    old, new = _digests(older.manifest), _digests(newer.manifest)
    both = [name for name in after if name in before]
    revalued = [name for name in both if before[name] != after[name]]
    told = [name for name in both if name in old and name in new]
    return Differences(
        changed=tuple(
            name for name in both if name in revalued or (name in told and old[name] != new[name])
        ),
        revalued=tuple(revalued),
        added=tuple(name for name in after if name not in before),
        gone=tuple(name for name in before if name not in after),
        untold=tuple(name for name in both if name not in told and name not in revalued),
    )


def _digests(manifest: Mapping[str, Any]) -> dict[str, str]:
    return {task["id"]: task["digest"] for task in manifest.get("tasks", ()) if task.get("digest")}
