"""`qampus build`: from the texts of a course to notebooks in three languages, tried out before they are released."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from grader.authoring.built import BuiltFolder, manifest_file, notebook_file, pages_file, text_file
from grader.authoring.catalog import Catalog, Module, module_problems, read_catalog
from grader.authoring.layout import exercise_source, lesson_source, module_ids, po_file
from grader.authoring.lesson_outputs import Outputs
from grader.authoring.lesson_page import lesson_pages
from grader.authoring.lesson_run import LessonRuns
from grader.authoring.manifest import manifest
from grader.authoring.notebooks import notebook, notebook_text
from grader.authoring.po import read_translation
from grader.authoring.protection_check import ProtectionCheck
from grader.authoring.rehearsal import rehearse
from grader.authoring.source import Source, read_exercise, read_lesson
from grader.authoring.stamp import builder_version, module_stamp
from grader.authoring.translation import Translation
from grader.course import COURSE_CONFIG, release_notebook
from grader.errors import Problem, SourceError
from grader.execution.sandbox import Sandbox
from grader.notebooks import NotebookNode
from grader.results import LANGUAGES


@dataclass(frozen=True)
class BuildReport:
    """What a build did, by module ids.

    Attributes:
        built: made anew.
        unchanged: left as they were, because nothing changed.
        removed: gone from the catalog, and now from the built folder.
    """

    built: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True)
class _Texts:
    """All that a module is made from."""

    module: Module
    lesson: Source
    exercise: Source
    translations: dict[tuple[str, str], Translation]
    outputs: Outputs


def build(
    root: Path,
    output: Path,
    *,
    modules: Iterable[str] | None = None,
    report: Callable[[str], object] = print,
) -> BuildReport:
    """Build the notebooks and manifests of a course.

    A module with problems keeps its former build, and the others are built all the same. A check that cannot be judged
    from outside the learner's process is such a problem; where there is no sandbox, `report` is told that this was not
    tried.

    Args:
        root: the folder with curriculum/ and exercises/.
        output: the folder of built files.
        modules: ids of the modules to build; all when None, and then modules that left the catalog are removed.
        report: is told one line about each module.

    Raises:
        SourceError: with everything that is wrong, after all sound modules are built.
        GraderError: nbgrader refuses a notebook, or the rehearsal ends too early.
    """
    catalog = read_catalog(root)
    chosen, problems = _chosen(root, catalog, modules)
    folder = BuiltFolder(output)
    builder = builder_version()
    built: list[str] = []
    unchanged: list[str] = []
    removed: list[str] = []
    with folder.locked(), ProtectionCheck(output, report) as protection, LessonRuns() as runs:
        for language in LANGUAGES:
            folder.write_config(language, COURSE_CONFIG.format(course_id=f"qampus-{language}"))
        stamps = {module.id: module_stamp(root, module, builder) for module in chosen}
        current = {
            module.id
            for module in chosen
            if folder.is_current(module.id, stamps[module.id]) and protection.is_current(module.id)
        }
        for module in chosen:
            if module.id not in current:
                _begin(root, module, runs)
        for module in chosen:
            stamp = stamps[module.id]
            if module.id in current:
                unchanged.append(module.id)
                report(f"{module.id}: unchanged")
                continue
            try:
                texts = _read(root, catalog, module, runs, protection.sandbox())
                files = _made(texts)
                files |= protection.plan(module.id, texts.exercise, files)
                folder.replace(module.id, files, stamp)
            except SourceError as error:
                problems += error.problems
                report(f"{module.id}: {len(error.problems)} problems, not built")
                continue
            built.append(module.id)
            report(f"{module.id}: built")
        if modules is None:
            kept = {module.id for module in catalog.modules}
            for name in folder.modules():
                if name not in kept:
                    folder.remove(name)
                    protection.forget(name)
                    removed.append(name)
                    report(f"{name}: removed")
    if problems:
        raise SourceError(problems)
    return BuildReport(tuple(built), tuple(unchanged), tuple(removed))


def _chosen(
    root: Path, catalog: Catalog, wanted: Iterable[str] | None
) -> tuple[list[Module], list[Problem]]:
    """Return the modules to build, and what does not match between catalog and folders."""
    known = {module.id: module for module in catalog.modules}
    if wanted is not None:
        names = tuple(wanted)
        return [known[name] for name in names if name in known], [
            Problem(
                catalog.path,
                1,
                f"no module {name!r}",
                f"the catalog has {', '.join(sorted(known))}",
            )
            for name in names
            if name not in known
        ]
    problems = [
        Problem(
            catalog.path,
            1,
            f"module {name!r} has a folder but no entry",
            f'add a [[module]] with id = "{name}"',
        )
        for name in module_ids(root)
        if name not in known
    ]
    return list(catalog.modules), problems


def _begin(root: Path, module: Module, runs: LessonRuns) -> None:
    """Begin to execute a lesson, if it can be read; what is wrong with it is said in its turn."""
    path = lesson_source(root, module.id)
    with suppress(SourceError):
        runs.begin(read_lesson(path))


def _read(
    root: Path, catalog: Catalog, module: Module, runs: LessonRuns, sandbox: Sandbox | None
) -> _Texts:
    """Read all texts of a module and try them out.

    Raises:
        SourceError: with everything that is wrong with them. What does not parse is not run.
    """
    problems: list[Problem] = []
    sources: dict[str, Source] = {}
    translations: dict[tuple[str, str], Translation] = {}
    for part, path, read in (
        ("lesson", lesson_source(root, module.id), read_lesson),
        ("exercise", exercise_source(root, module.id), read_exercise),
    ):
        if not path.exists():
            problems.append(
                Problem(
                    catalog.path,
                    module.line,
                    f"module {module.id!r} has no {path.relative_to(root)}",
                    "write the file, or take the module out of the catalog",
                )
            )
            continue
        try:
            source = sources[part] = read(path)
        except SourceError as error:
            problems += error.problems
            continue
        translations[part, "en"] = Translation("en", {})
        for language in LANGUAGES[1:]:
            translations[part, language], faults = read_translation(
                po_file(path, language), language, source
            )
            problems += faults
    if len(sources) == 2:
        problems += module_problems(catalog, module, sources["lesson"], sources["exercise"])
    if problems:
        raise SourceError(problems)
    problems = solution_problems(sources["exercise"], sandbox)
    outputs: Outputs = ()
    try:
        outputs = runs.outputs(sources["lesson"])
    except SourceError as error:
        problems += error.problems
    if problems:
        raise SourceError(problems)
    return _Texts(module, sources["lesson"], sources["exercise"], translations, outputs)


def solution_problems(exercise: Source, sandbox: Sandbox | None) -> list[Problem]:
    """Play the reference solution and the untouched release through; return what is not as it should be."""
    problems = []
    for run in rehearse(exercise, sandbox=sandbox).runs:
        if run.ok:
            continue
        if run.variant == "release":
            problems += [
                Problem(
                    exercise.path,
                    task.check.line,
                    f"task {task.id!r} is passed without an answer",
                    "let its check fail on the untouched cell",
                )
                for task in exercise.tasks
                if run.points.get(task.id, 0) > 0
            ]
            continue
        problems += [
            Problem(
                exercise.path,
                failure.line,
                f"the solution of {task!r} fails its check: {failure}",
                "correct the solution or the check",
            )
            for task, failure in run.failures.items()
        ]
        problems += [
            Problem(
                exercise.path, error.line, f"this cell does not run: {error}", "correct the code"
            )
            for error in run.errors
        ]
    return problems


def _made(texts: _Texts) -> dict[str, str]:
    """Return the text of every file of a module by its relative path."""
    name = texts.module.id
    files: dict[str, str] = {}
    released = []
    for language in LANGUAGES:
        source = notebook(texts.exercise, texts.translations["exercise", language])
        release: NotebookNode = release_notebook(source)
        lesson = notebook(texts.lesson, texts.translations["lesson", language])
        files[notebook_file(language, "source", name)] = notebook_text(source)
        files[notebook_file(language, "release", name)] = notebook_text(release)
        files[notebook_file(language, "lessons", name)] = notebook_text(lesson)
        released.append(files[notebook_file(language, "release", name)])
    prose = {language: texts.translations["lesson", language] for language in LANGUAGES}
    pages = lesson_pages(texts.lesson, prose, texts.outputs)
    files[pages_file(name)] = f"{json.dumps(pages, ensure_ascii=False)}\n"
    body = manifest(texts.module, texts.lesson, texts.exercise, texts.translations, released)
    text = json.dumps(body, ensure_ascii=False, indent=1)
    files[text_file(name)] = texts.exercise.path.read_text(encoding="utf-8")
    files[manifest_file(name)] = f"{text}\n"
    return files
