"""The manifest of a built module: what the portal needs to know about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from grader.authoring.catalog import Module
from grader.authoring.cells import Kind
from grader.authoring.sections import section_titles
from grader.authoring.source import Source
from grader.authoring.tasks import Task
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
            give the version, and so do the cells of the exercise: a hidden test or a solution that changes makes a new
            version, too.
    """
    titles = {
        language: section_titles(lesson, translations["lesson", language]) for language in LANGUAGES
    }
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
                "digest": _digest(exercise, task),
                "rubric": {
                    language: translations["exercise", language].text(task.check.text)
                    for language in LANGUAGES
                }
                if task.manual
                else {},
                "section": {
                    "number": number,
                    "title": {language: titles[language][number] for language in LANGUAGES},
                }
                if (number := module.sections.get(task.id)) is not None
                else None,
            }
            for task in exercise.tasks
        ],
    }
    digest = hashlib.sha256()
    cells = [[cell.kind, cell.name, cell.points, cell.text] for cell in exercise.cells]
    for text in [*released, json.dumps(cells), json.dumps(body, sort_keys=True)]:
        digest.update(hashlib.sha256(text.encode()).digest())
    return {"module": body.pop("module"), "version": digest.hexdigest()[:12], **body}


def _digest(exercise: Source, task: Task) -> str:
    """Return a digest of all in the exercise that can change a task's points, hidden tests included."""
    shared = [cell.text for cell in exercise.cells if cell.kind in {Kind.CODE, Kind.GIVEN}]
    told = json.dumps([task.points, task.answer.text, task.check.text, *shared])
    return hashlib.sha256(told.encode()).hexdigest()[:12]


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
