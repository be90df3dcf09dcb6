"""The manifest of a built module: what the portal needs to know about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from grader.authoring.catalog import Module
from grader.authoring.source import Source
from grader.authoring.translation import TRANSLATED, Translation
from grader.results import LANGUAGES


def manifest(
    module: Module,
    lesson: Source,
    exercise: Source,
    translations: Mapping[tuple[str, str], Translation],
    released: Iterable[str],
) -> dict[str, Any]:
    """Return the manifest, as docs/architecture.md describes it.

    Args:
        module: its entry in the catalog.
        lesson: its lesson, whose title is the module's.
        exercise: its exercise.
        translations: ("lesson" or "exercise", language) -> prose.
        released: texts of the release notebooks, in the order of the languages. With the rest of the manifest they
            give the version.
    """
    body: dict[str, Any] = {
        "module": module.id,
        "order": module.order,
        "hours": module.hours,
        "prerequisites": list(module.prerequisites),
        "title": {
            language: translations["lesson", language].title(lesson.cells[0])
            for language in LANGUAGES
        },
        "translation": {
            language: _tally(lesson, exercise, translations, language) for language in TRANSLATED
        },
        "tasks": [
            {
                "id": task.id,
                "title": {
                    language: translations["exercise", language].title(task.text)
                    for language in LANGUAGES
                },
                "points": task.points,
                "manual": task.manual,
                "competences": list(module.competences[task.id]),
                "rubric": {
                    language: translations["exercise", language].text(task.check.text)
                    for language in LANGUAGES
                }
                if task.manual
                else {},
            }
            for task in exercise.tasks
        ],
    }
    digest = hashlib.sha256()
    for text in [*released, json.dumps(body, sort_keys=True)]:
        digest.update(hashlib.sha256(text.encode()).digest())
    return {"module": body.pop("module"), "version": digest.hexdigest()[:12], **body}


def _tally(
    lesson: Source,
    exercise: Source,
    translations: Mapping[tuple[str, str], Translation],
    language: str,
) -> dict[str, int]:
    """Count the messages of both notebooks; `machine` are those that nobody has reviewed."""
    tally = translations["lesson", language].tally(lesson.cells) + translations[
        "exercise", language
    ].tally(exercise.cells)
    return {
        "messages": tally.messages,
        "translated": tally.messages - tally.missing,
        "machine": tally.machine,
        "stale": tally.stale,
    }
