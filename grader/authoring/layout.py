"""Where the texts of a course lie."""

from __future__ import annotations

from pathlib import Path


def lesson_source(root: Path, module: str) -> Path:
    """Return the file of a module's lesson."""
    return root / "curriculum" / module / "lesson.py"


def exercise_source(root: Path, module: str) -> Path:
    """Return the file of a module's exercise."""
    return root / "exercises" / module / "exercise.py"


def po_file(source: Path, language: str) -> Path:
    """Return the file with the translation of a lesson or an exercise."""
    module = source.parent
    return module.parent / "locale" / language / f"{module.name}.po"


def module_ids(root: Path) -> tuple[str, ...]:
    """Return the modules that have a lesson or an exercise, by name."""
    found = {path.parent.name for path in (root / "curriculum").glob("*/lesson.py")}
    found |= {path.parent.name for path in (root / "exercises").glob("*/exercise.py")}
    return tuple(sorted(found))
