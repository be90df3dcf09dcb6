"""`qampus translate`: brings the .po files of lessons and exercises into step with their English text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import polib

from grader.authoring.layout import exercise_source, lesson_source, module_ids, po_file
from grader.authoring.po import merged, read_po
from grader.authoring.source import Source, read_exercise, read_lesson
from grader.authoring.translation import TRANSLATED, messages
from grader.errors import Problem, SourceError


@dataclass(frozen=True)
class Merge:
    """What became of one .po file.

    Attributes:
        path: the file.
        messages: paragraphs to translate.
        translated: with a translation that is not stale.
        stale: fuzzy, because the English changed.
        missing: without a translation.
        written: whether the file changed.
    """

    path: Path
    messages: int
    translated: int
    stale: int
    missing: int
    written: bool


def translate(
    root: Path,
    languages: Iterable[str] = TRANSLATED,
    *,
    modules: Iterable[str] | None = None,
    report: Callable[[str], object] = print,
) -> tuple[Merge, ...]:
    """Extract the messages of all sources and merge them into the .po files; nothing is written if one is wrong.

    Args:
        root: the folder with curriculum/ and exercises/.
        languages: of `TRANSLATED`.
        modules: ids of the modules; all when None.
        report: is told one line about each file.

    Raises:
        SourceError: with all problems of the sources and .po files.
    """
    languages = tuple(languages)
    names = module_ids(root) if modules is None else tuple(modules)
    problems: list[Problem] = []
    work: list[tuple[Merge, str]] = []
    for language in languages:
        if language not in TRANSLATED:
            problems.append(
                Problem(root, 1, f"unknown language {language!r}", f"use {' or '.join(TRANSLATED)}")
            )
    for name in names:
        for path, read in (
            (lesson_source(root, name), read_lesson),
            (exercise_source(root, name), read_exercise),
        ):
            if not path.exists():
                continue
            try:
                source = read(path)
            except SourceError as error:
                problems += error.problems
                continue
            for language in set(languages) & set(TRANSLATED):
                try:
                    work.append(_merge(root, source, language))
                except SourceError as error:
                    problems += error.problems
    if problems:
        raise SourceError(problems)
    work.sort(key=lambda item: item[0].path)
    for merge, text in work:
        if merge.written:
            merge.path.parent.mkdir(parents=True, exist_ok=True)
            draft = merge.path.with_name(f".{merge.path.name}.new")
            draft.write_text(text, encoding="utf-8")
            draft.replace(merge.path)
        report(
            f"{merge.path}: {merge.messages} paragraphs, {merge.translated} translated, "
            f"{merge.stale} stale, {merge.missing} missing"
        )
    return tuple(merge for merge, _ in work)


def _merge(root: Path, source: Source, language: str) -> tuple[Merge, str]:
    path = po_file(source.path, language)
    before, old = "", polib.POFile()
    if path.exists():
        old, problems = read_po(path)
        if problems:
            raise SourceError(problems)
        before = path.read_text(encoding="utf-8")
    reference = source.path.relative_to(root).as_posix()
    new = merged(messages(source), old, language, reference)
    text = f"{new}\n"
    live = [entry for entry in new if not entry.obsolete]
    stale = sum("fuzzy" in entry.flags for entry in live)
    missing = sum(not entry.msgstr for entry in live)
    merge = Merge(path, len(live), len(live) - stale - missing, stale, missing, text != before)
    return merge, text
