"""Reads `curriculum/catalog.toml`: order, titles, prerequisites, hours, and what each task trains and builds on.

    [[module]]
    id = "04_entanglement"
    title = "Multi-qubit states and entanglement"
    hours = 4.0
    prerequisites = ["03_single_qubit_gates"]

    [module.tasks]
    bell_pair = ["5.1 II A1"]

    [module.sections]
    bell_pair = 3

A competence is a sub-domain, an area and a level of the European Competence Framework for Quantum Technologies.
A section is that of the module's lesson which whoever fails the task should read again.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.authoring.cells import read_text
from grader.authoring.sections import section_titles
from grader.authoring.source import Source
from grader.competences import read_competence
from grader.errors import Problem, SourceError

_FIELDS = {"id", "title", "hours", "prerequisites", "tasks", "sections"}
_TOML_LINE = re.compile(r"line (\d+)")


@dataclass(frozen=True)
class Module:
    """A unit of the curriculum.

    Attributes:
        id: name of its folders.
        title: English title, the heading of its lesson.
        order: place in the curriculum, counted from 1.
        hours: time that a learner needs for lesson and exercise.
        prerequisites: ids of the modules to do before.
        competences: task id -> competences such as `5.1 II A1`.
        sections: task id -> number of the section of the lesson that it builds on; not every task has one.
        line: line of its id in the catalog.
    """

    id: str
    title: str
    order: int
    hours: float
    prerequisites: tuple[str, ...]
    competences: Mapping[str, tuple[str, ...]]
    sections: Mapping[str, int]
    line: int


@dataclass(frozen=True)
class Catalog:
    """All modules in order."""

    path: Path
    modules: tuple[Module, ...]


def read_catalog(root: Path) -> Catalog:
    """Read the catalog of a course.

    Raises:
        SourceError: with all problems of the file itself.
    """
    path = root / "curriculum" / "catalog.toml"
    text, problems = read_text(path)
    if problems:
        raise SourceError(problems)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = int(found[1]) if found else 1
        raise SourceError([Problem(path, line, f"no valid TOML: {error}", "mend it")]) from error
    entries = data.get("module")
    if set(data) != {"module"} or not isinstance(entries, list) or not entries:
        raise SourceError(
            [Problem(path, 1, "expected tables [[module]] and nothing else", "list the modules")]
        )
    modules = []
    for order, entry in enumerate(entries, 1):
        module, faults = _module(entry, order, _Lines(text, path, order))
        problems += faults
        modules.append(module)
    problems += _prerequisite_problems(modules, path)
    ids = [module.id for module in modules]
    problems += [
        Problem(path, module.line, f"two modules are called {module.id!r}", "rename one")
        for position, module in enumerate(modules)
        if module.id in ids[:position]
    ]
    if problems:
        raise SourceError(problems)
    return Catalog(path, tuple(modules))


def module_problems(
    catalog: Catalog, module: Module, lesson: Source, exercise: Source
) -> list[Problem]:
    """Return where the catalog's entry and the texts of a module contradict each other."""
    problems = []
    if module.title != lesson.title:
        problems.append(
            Problem(
                catalog.path,
                module.line,
                f"module {module.id!r} is titled {module.title!r}, its lesson {lesson.title!r}",
                "use the same words in both",
            )
        )
    tasks = {task.id for task in exercise.tasks}
    problems += [
        Problem(
            catalog.path,
            module.line,
            f"task {task.id!r} of {exercise.path}:{task.text.line} has no competences",
            f'add a line {task.id} = ["5.1 II A1"] under its [module.tasks]',
        )
        for task in exercise.tasks
        if task.id not in module.competences
    ]
    problems += [
        Problem(
            catalog.path,
            module.line,
            f"module {module.id!r} lists a task {name!r} that its exercise does not have",
            "remove the line or correct the name",
        )
        for name in module.competences
        if name not in tasks
    ]
    numbers = section_titles(lesson)
    problems += [
        Problem(
            catalog.path,
            module.line,
            f"module {module.id!r} sends task {name!r} to section {number}, which its lesson does not have"
            if name in tasks
            else f"module {module.id!r} has a section for a task {name!r} that its exercise does not have",
            f"sections are numbered in headings like `## 3. ...`; this lesson has {_listed(numbers)}"
            if name in tasks
            else "remove the line or correct the name",
        )
        for name, number in module.sections.items()
        if name not in tasks or number not in numbers
    ]
    return problems


def _listed(numbers: Mapping[int, str]) -> str:
    return ", ".join(map(str, numbers)) or "none"


class _Lines:
    """Finds the lines of one `[[module]]` table, which TOML's own reader does not tell."""

    def __init__(self, text: str, path: Path, order: int) -> None:
        self._lines = text.splitlines()
        self.path = path
        starts = [n for n, line in enumerate(self._lines) if line.strip().startswith("[[module]]")]
        self._start = starts[order - 1] if order <= len(starts) else 0
        self._end = starts[order] if order < len(starts) else len(self._lines)

    def of(self, key: str) -> int:
        """Return the line of a key in this table, or that of the table itself."""
        pattern = re.compile(rf'\s*"?{re.escape(key)}"?\s*=')
        for number in range(self._start, self._end):
            if pattern.match(self._lines[number]):
                return number + 1
        return self._start + 1


def _module(entry: Any, order: int, lines: _Lines) -> tuple[Module, list[Problem]]:
    problems: list[Problem] = []
    values: dict[str, Any] = entry if isinstance(entry, dict) else {}

    def expect(key: str, good: bool, expected: str) -> None:
        if not good:
            found = repr(values[key]) if key in values else "nothing"
            problems.append(
                Problem(
                    lines.path,
                    lines.of(key),
                    f"module {values.get('id', order)!r}: {key} should be {expected}, found {found}",
                    "correct it",
                )
            )

    for key in ("id", "title"):
        value = values.get(key)
        expect(key, isinstance(value, str) and bool(value.strip()), "a text")
    hours = values.get("hours")
    number = isinstance(hours, int | float) and not isinstance(hours, bool) and 0 < hours < 1000
    expect("hours", number, "a positive number")
    prerequisites = values.get("prerequisites")
    expect("prerequisites", _is_texts(prerequisites), "a list of module ids")
    tasks = values.get("tasks")
    expect("tasks", isinstance(tasks, dict) and bool(tasks), "a table of tasks")
    sections = values.get("sections", {})
    whole = isinstance(sections, dict) and all(type(number) is int for number in sections.values())
    expect("sections", whole, "a table from tasks to numbers of sections")
    for key in sorted(set(values) - _FIELDS):
        expect(key, False, f"left out; known are {', '.join(sorted(_FIELDS))}")
    for task, tags in (tasks if isinstance(tasks, dict) else {}).items():
        bad = [tag for tag in tags if read_competence(tag) is None] if _is_texts(tags) else [tags]
        if bad or not tags:
            shown = ", ".join(map(repr, bad)) or "none"
            problems.append(
                Problem(
                    lines.path,
                    lines.of(task),
                    f"task {task!r}: unknown competence {shown}",
                    'write sub-domain (1.1 to 8.4), area (I to III) and level (A1 to C2): "5.1 II A1"',
                )
            )
    if problems:
        return Module(str(values.get("id")), "", order, 0.0, (), {}, {}, lines.of("id")), problems
    return (
        Module(
            values["id"],
            values["title"],
            order,
            float(values["hours"]),
            tuple(values["prerequisites"]),
            {task: tuple(tags) for task, tags in values["tasks"].items()},
            dict(sections),
            lines.of("id"),
        ),
        [],
    )


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _prerequisite_problems(modules: list[Module], path: Path) -> list[Problem]:
    known = {module.id: module for module in modules}
    problems = []
    for module in modules:
        for wanted in module.prerequisites:
            if wanted not in known:
                message = f"module {module.id!r} builds on an unknown module {wanted!r}"
            elif module.id in _closure(wanted, known):
                message = f"module {module.id!r} builds on {wanted!r}, which builds on it: a cycle"
            elif known[wanted].order > module.order:
                message = f"module {module.id!r} builds on {wanted!r}, which comes later"
            else:
                continue
            problems.append(Problem(path, module.line, message, "correct its prerequisites"))
    return problems


def _closure(start: str, known: dict[str, Module]) -> set[str]:
    """Return the module and all that it builds on."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in found and name in known:
            found.add(name)
            waiting += known[name].prerequisites
    return found
