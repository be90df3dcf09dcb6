"""One task of an exercise, ready to be played: its cells, its contract, and the answers that come with it."""

from __future__ import annotations

import ast
import importlib
import sys
import types
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from grader.accuracy.contract import Contract, Meanings, read_contract, read_meanings
from grader.authoring.answers import Answer, read_answers
from grader.authoring.cells import Kind
from grader.authoring.markers import visible_check
from grader.authoring.source import Source, python_tree, read_exercise


@dataclass(frozen=True)
class Theatre:
    """A task and all that is needed to run its check.

    Attributes:
        module: id of the exercise.
        task: id of the task.
        prelude: cells before the answer that define something: given ones, plain ones, earlier answers.
        answer: text of the reference.
        check: text of the check.
        visible: the part of it that learners see.
        names: what the answer defines and the check uses.
        contract: how answers are compared.
        meanings: what the exercise says about meaning and instances.
        right: other right answers.
        wrong: near misses.
    """

    module: str
    task: str
    prelude: tuple[str, ...]
    answer: str
    check: str
    visible: str
    names: tuple[str, ...]
    contract: Contract
    meanings: Meanings
    right: tuple[Answer, ...]
    wrong: tuple[Answer, ...]

    def stage(self, answer: str) -> dict[str, Any]:
        """Return a fresh namespace in which the prelude and an answer have run."""
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = module
        space = module.__dict__
        space["display"] = lambda *_: None
        for text in (*self.prelude, answer):
            perform(text, space)
        return space


def perform(text: str, space: dict[str, Any]) -> None:
    """Run the code of a cell."""
    exec(compiled(text), space)  # noqa: S102 - running cells is the purpose


@cache
def compiled(text: str) -> types.CodeType:
    """Return the code of a cell. What is compiled before a fork need not be in it."""
    return compile(python_tree(text), "<cell>", "exec")


def open_theatre(folder: Path, task: str) -> Theatre:
    """Read a task of an exercise.

    Raises:
        SourceError: the exercise's texts have problems.
    """
    source = read_exercise(folder / "exercise.py")
    meanings = read_meanings(folder)
    found = source.task(task)
    assert found is not None
    answers = [one for one in read_answers(source) if one.task == task and one.path.suffix == ".py"]
    check = found.check.text
    return Theatre(
        module=folder.name,
        task=task,
        prelude=_prelude(source, found.answer.line),
        answer=found.answer.text,
        check=check,
        visible=visible_check(check),
        names=_shared(found.answer.text, check),
        contract=read_contract(found.text.text, check, task, meanings),
        meanings=meanings,
        right=tuple(one for one in answers if one.right),
        wrong=tuple(one for one in answers if not one.right),
    )


def code_tasks(folder: Path) -> tuple[str, ...]:
    """Return the tasks of an exercise that a program checks, in order.

    Raises:
        SourceError: the exercise's text has problems.
    """
    source = read_exercise(folder / "exercise.py")
    return tuple(task.id for task in source.tasks if not task.manual)


def import_all(texts: tuple[str, ...]) -> None:
    """Import the modules that texts import, so that forks find them loaded."""
    for text in texts:
        for node in ast.walk(python_tree(text)):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for name in names:
                importlib.import_module(name)


def _prelude(source: Source, before: int) -> tuple[str, ...]:
    return tuple(
        cell.text
        for cell in source.cells
        if cell.line < before and not cell.kind.is_markdown and cell.kind is not Kind.CHECK
    )


def _shared(answer: str, check: str) -> tuple[str, ...]:
    """Return the names that an answer defines at its top level and a check reads."""
    defined: list[str] = []
    for node in python_tree(answer).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            defined.append(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            defined += [
                part.id for one in targets for part in ast.walk(one) if isinstance(part, ast.Name)
            ]
    used = {node.id for node in ast.walk(python_tree(check)) if isinstance(node, ast.Name)}
    return tuple(name for name in dict.fromkeys(defined) if name in used)
