"""Reads the other answers of an exercise: `right/` deserves full points, `wrong/` fails a named assertion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from grader.authoring.cells import read_text
from grader.authoring.source import Source, python_tree
from grader.errors import Problem, SourceError

_HEAD_LINE = re.compile(r"#?\s*(task|why|fails):\s*(.*?)\s*")
_FAILS = re.compile(r"([A-Za-z_]\w*) +([a-z][a-z0-9_]*)")


@dataclass(frozen=True)
class Fails:
    """What a near miss must fail.

    Attributes:
        check: the assertion, `assert` for a plain one.
        code: the code that it gives, `wrong_value` for a plain one.
    """

    check: str
    code: str

    def __str__(self) -> str:
        return f"{self.check} {self.code}"


@dataclass(frozen=True)
class Answer:
    """One answer to one task.

    Attributes:
        path: its file.
        task: id of the task.
        why: one sentence for people.
        right: whether it deserves full points.
        fails: what it must fail; None for right answers and for essays.
        text: full text of the answer cell; for an essay the answer itself.
        line: line of the file at which the text begins, counted from 1.
    """

    path: Path
    task: str
    why: str
    right: bool
    fails: Fails | None
    text: str
    line: int

    @property
    def name(self) -> str:
        """Folder and file, as in `wrong/bell_pair_reversed.py`."""
        return f"{self.path.parent.name}/{self.path.name}"


def read_answers(source: Source) -> tuple[Answer, ...]:
    """Read all files of `right/` and `wrong/` beside an exercise, in the order of their names.

    Raises:
        SourceError: with all problems of all files.
    """
    answers: list[Answer] = []
    problems: list[Problem] = []
    for folder in ("right", "wrong"):
        for path in sorted((source.path.parent / folder).glob("*")):
            if path.name.startswith((".", "__pycache__")):
                continue
            answer, faults = _read_answer(path, source)
            problems += faults
            if answer is not None:
                answers.append(answer)
    if problems:
        raise SourceError(problems)
    return tuple(answers)


def _read_answer(path: Path, source: Source) -> tuple[Answer | None, list[Problem]]:
    if path.suffix not in {".py", ".md"} or not path.is_file():
        return None, [Problem(path, 1, "neither .py nor .md", "move it out of this folder")]
    text, problems = read_text(path)
    if problems:
        return None, problems
    right = path.parent.name == "right"
    lines = text.splitlines()
    head, start, faults = _head(lines, path, essay=path.suffix == ".md")
    problems += faults
    body = "\n".join(lines[start:]).rstrip()
    name = head.get("task", "")
    problems += _head_problems(head, path, source, right=right)
    if not body.strip():
        problems.append(
            Problem(path, 1, "no answer after the head", "write the answer cell's text")
        )
    elif path.suffix == ".py":
        problems += _syntax(body, start, path)
    if problems:
        return None, problems
    match = _FAILS.fullmatch(head.get("fails", ""))
    fails = Fails(match[1], match[2]) if match else None
    return Answer(path, name, head["why"], right, fails, body, start + 1), []


def _head(
    lines: list[str], path: Path, *, essay: bool
) -> tuple[dict[str, str], int, list[Problem]]:
    """Return the head's entries and the number of lines before the answer."""
    position = 0
    if essay:
        if not lines or lines[0].strip() != "<!--":
            return (
                {},
                0,
                [Problem(path, 1, "no head", "begin with `<!--`, the lines task: and why:, `-->`")],
            )
        position = 1
    head: dict[str, str] = {}
    while position < len(lines) and (essay or lines[position].startswith("#")):
        match = _HEAD_LINE.fullmatch(lines[position])
        if not match:
            break
        head[match[1]] = match[2]
        position += 1
    if essay:
        if position >= len(lines) or lines[position].strip() != "-->":
            return (
                head,
                position,
                [Problem(path, position + 1, "the head does not end", "add `-->`")],
            )
        position += 1
    while position < len(lines) and not lines[position].strip():
        position += 1
    return head, position, []


def _head_problems(
    head: dict[str, str], path: Path, source: Source, *, right: bool
) -> list[Problem]:
    problems = []
    task = source.task(head.get("task", ""))
    if not head.get("task"):
        problems.append(
            Problem(path, 1, "no `task:` in the head", "add a line `# task: bell_pair`")
        )
    elif task is None:
        known = ", ".join(task.id for task in source.tasks)
        problems.append(
            Problem(path, 1, f"unknown task {head['task']!r}", f"the exercise has {known}")
        )
    elif task.manual != (path.suffix == ".md"):
        wanted = ".md" if task.manual else ".py"
        problems.append(
            Problem(path, 1, f"task {task.id!r} takes {wanted} files", f"rename it to {wanted}")
        )
    elif not path.name.startswith(f"{task.id}_"):
        problems.append(
            Problem(
                path,
                1,
                f"the file name does not begin with its task {task.id!r}",
                f"name it {task.id}_<what>{path.suffix}",
            )
        )
    if not head.get("why"):
        problems.append(
            Problem(path, 1, "no `why:` in the head", "say in one sentence what it shows")
        )
    if right or path.suffix == ".md":
        if "fails" in head:
            problems.append(
                Problem(
                    path, 1, "`fails:` where nothing is to fail", "drop the line, or move the file"
                )
            )
    elif not _FAILS.fullmatch(head.get("fails", "")):
        problems.append(
            Problem(
                path,
                1,
                "no `fails:` with an assertion and a code in the head",
                "add a line like `# fails: assert_same_state relative_phase`",
            )
        )
    return problems


def _syntax(body: str, start: int, path: Path) -> list[Problem]:
    try:
        python_tree(body)
    except SyntaxError as error:
        line = start + (error.lineno or 1)
        return [Problem(path, line, f"no valid Python: {error.msg}", "correct the code")]
    return []
