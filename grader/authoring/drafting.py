"""How a draft of an exercise is tried out beside the course, and how it gets into it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from grader.authoring.build import build
from grader.authoring.draft import Order
from grader.authoring.layout import exercise_source, po_file
from grader.authoring.translate import translate
from grader.authoring.translation import TRANSLATED
from grader.build_folder import read_catalog
from grader.errors import AuthoringError


class DraftRefusedError(AuthoringError):
    """The course is no longer what the draft was made from."""


def scratch_course(root: Path, exercise: str, text: str, folder: Path) -> Path:
    """Copy of a course what one exercise needs, with a draft in place of its text and its translations in step.

    Args:
        root: the course; it is only read.
        exercise: its id.
        text: the draft.
        folder: an empty folder.

    Raises:
        SourceError: the draft or a translation cannot be read.
    """
    for area in ("curriculum", "exercises"):
        if (root / area / exercise).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".*")
            shutil.copytree(root / area / exercise, folder / area / exercise, ignore=ignored)
        for path in sorted((root / area / "locale").glob(f"*/{exercise}.po")):
            copy = folder / path.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    shutil.copyfile(root / "curriculum" / "catalog.toml", folder / "curriculum" / "catalog.toml")
    exercise_source(folder, exercise).write_text(text, encoding="utf-8")
    translate(folder, modules=[exercise], report=lambda _: None)
    return folder


def install(order: Order, folder: Path) -> str:
    """Put a draft into the course, build it, and return its version; on failure the course is as it was before.

    Doing it again after it was interrupted is safe: the text in the course is then the base or the draft itself.

    Args:
        order: what to install.
        folder: an empty folder for what is prepared.

    Raises:
        DraftRefusedError: the course's text is another one than the draft was made from.
        SourceError: the course does not take it.
    """
    root = Path(order.root)
    source = exercise_source(root, order.exercise)
    present = source.read_text(encoding="utf-8") if source.is_file() else None
    if present not in {order.base, order.text}:
        raise DraftRefusedError(
            f"exercises/{order.exercise}/exercise.py in the course's folder was changed by hand since the version that "
            "this draft was made from. Build and publish that text first, then make the change again."
        )
    prepared = scratch_course(root, order.exercise, order.text, folder)
    texts = [po_file(source, language) for language in TRANSLATED] + [source]
    before = {path: path.read_bytes() if path.is_file() else None for path in texts}
    # The text last: until it is there the course is what it was, with translations for both.
    _replace((path, (prepared / path.relative_to(root)).read_bytes()) for path in texts)
    try:
        build(root, Path(order.build), modules=[order.exercise], report=lambda _: None)
    except Exception:
        if present == order.base:
            _replace(before.items())
        raise
    return read_catalog(Path(order.build))[order.exercise].version


def _replace(contents: Iterable[tuple[Path, bytes | None]]) -> None:
    """Give each file its content, at once; None: it is not there."""
    for path, content in contents:
        if content is None:
            path.unlink(missing_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_bytes(content)
        if path.is_file():
            fresh.chmod(path.stat().st_mode & 0o777)
        fresh.replace(path)
