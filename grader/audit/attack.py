"""Attacks as people read them: one file each, a head of comments and then what is handed in.

```
# attack: A transformer empties the checks
# tries: One sentence or more about how this should win points.
#     A line that is indented further goes on.
# honest: number 1, bell 2            points that the answers deserve; 0 if nothing is solved
# target: 04_entanglement             another exercise than `attacks/target.exercise.py`; optional
# code: parity time_limit             verdicts that the tasks must get; optional
# limits: cell_seconds 2              bounds of `grader.execution.Limits`; optional
# plain: what is in the way           why plain nbgrader is not run on it; optional

# %% answer="number"                  text of an answer cell; cells that are not here stay as released
# %% cell                             a code cell of the learner's own, in front of everything,
# %% cell before="bell"               in front of the answer to a task,
# %% cell after="bell"                or behind its check
# %% file="numpy.py"                  a file beside the notebook
# %% link="notes.txt" to="../x"       a symbolic link beside the notebook
# %% transform                        `def transform(notebook, files)`: our own code, run here, that edits the
#                                     learner's notebook (a dict) and files (a dict name -> bytes) in place, or
#                                     returns the bytes to hand in instead of a notebook
```

A file's name ends in `.attack.py`: with a dot in its stem no import statement and no type checker reaches it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from grader.errors import GraderError
from grader.execution.limits import Limits

FOLDER = Path(__file__).parent / "attacks"
SUFFIX = ".attack.py"

_HEAD_LINE = re.compile(r"# ([a-z]+): +(\S.*?) *")
_MORE = re.compile(r"#  +(\S.*?) *")
_HEADER = re.compile(r'# %% (answer|cell|file|link|transform)(?:="([^"]+)")?((?: [a-z]+="[^"]+")*)')
_WORD = re.compile(r' ([a-z]+)="([^"]+)"')
_HEAD = {"attack", "tries", "honest", "target", "code", "limits", "plain"}


class AuditError(GraderError):
    """The corpus cannot be used as it is.

    Attributes:
        path: the file.
        reason: what was expected and what was found.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


Transform = Callable[[dict[str, Any], dict[str, bytes]], bytes | None]


@dataclass(frozen=True)
class OwnCell:
    """A code cell that the learner adds.

    Attributes:
        source: its text.
        before: the task in front of whose answer it stands.
        after: the task behind whose check it stands; with neither it stands in front of everything.
    """

    source: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Attack:
    """One attack.

    Attributes:
        name: the file's name without its suffix.
        title: what happens.
        tries: how it should win points.
        target: id of the exercise that it attacks; empty for the small one that is made for it.
        honest: task -> points that it deserves. Tasks that are not named deserve 0.
        codes: task -> codes of verdicts, one of which it must get.
        limits: what the notebook may use.
        plain: why plain nbgrader is not run on it; empty if it is.
        answers: task -> text of the answer cell.
        cells: the learner's own cells.
        files: files beside the notebook: relative path -> content.
        links: symbolic links beside the notebook: relative path -> target.
        transform: the text of a function that edits what is handed in; empty if there is none.
    """

    name: str
    title: str
    tries: str
    target: str = ""
    honest: Mapping[str, float] = field(default_factory=dict)
    codes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    plain: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    cells: tuple[OwnCell, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    transform: str = ""

    def edit(self) -> Transform | None:
        """Return the function that edits what is handed in, if there is one."""
        if not self.transform:
            return None
        names: dict[str, Any] = {}
        exec(compile(self.transform, f"{self.name}{SUFFIX}", "exec"), names)  # noqa: S102 - ours
        transform: Transform = names["transform"]
        return transform


def read_attacks(names: tuple[str, ...] = ()) -> tuple[Attack, ...]:
    """Read the corpus, in the order of names.

    Args:
        names: of attacks, without suffix; all of them if there are none.

    Raises:
        AuditError: a file has not this form, or there is no attack of a name.
    """
    known = {path.name.removesuffix(SUFFIX): path for path in sorted(FOLDER.glob(f"*{SUFFIX}"))}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise AuditError(FOLDER, f"no attack {', '.join(unknown)}; there are {', '.join(known)}")
    return tuple(read_attack(path) for name, path in known.items() if not names or name in names)


def read_attack(path: Path) -> Attack:
    """Read one attack.

    Raises:
        AuditError: the file has not the form above.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    first = next((n for n, line in enumerate(lines) if line.startswith("# %%")), len(lines))
    head = _head(path, lines[:first])
    cells = _cells(path, lines[first:], first)
    answers: dict[str, str] = {}
    files: dict[str, bytes] = {}
    links: dict[str, str] = {}
    own: list[OwnCell] = []
    transform = ""
    for kind, words, text in cells:
        match kind:
            case "answer":
                answers[words["answer"]] = text
            case "file":
                files[words["file"]] = f"{text}\n".encode()
            case "link":
                links[words["link"]] = words["to"]
            case "cell":
                own.append(OwnCell(text, words.get("before", ""), words.get("after", "")))
            case _:
                transform = text
    return Attack(
        name=path.name.removesuffix(SUFFIX),
        title=head["attack"],
        tries=head["tries"],
        target=head.get("target", ""),
        honest={task: float(points) for task, points in _pairs(path, head["honest"])},
        codes={task: frozenset(code.split("|")) for task, code in _pairs(path, head.get("code"))},
        limits=_limits(path, head.get("limits")),
        plain=head.get("plain", ""),
        answers=answers,
        cells=tuple(own),
        files=files,
        links=links,
        transform=transform,
    )


def _head(path: Path, lines: list[str]) -> dict[str, str]:
    head: dict[str, str] = {}
    last = ""
    for number, line in enumerate(lines, start=1):
        if match := _HEAD_LINE.fullmatch(line):
            last = match[1]
            head[last] = match[2]
        elif last and (match := _MORE.fullmatch(line)):
            head[last] += f" {match[1]}"
        elif line.strip():
            raise AuditError(path, f"line {number}: expected `# word: text`, got {line!r}")
    if wrong := head.keys() - _HEAD:
        raise AuditError(path, f"unknown words {sorted(wrong)}; there are {sorted(_HEAD)}")
    if missing := {"attack", "tries", "honest"} - head.keys():
        raise AuditError(path, f"the head lacks {sorted(missing)}")
    return head


def _cells(path: Path, lines: list[str], offset: int) -> list[tuple[str, dict[str, str], str]]:
    cells: list[tuple[str, dict[str, str], list[str]]] = []
    for number, line in enumerate(lines, start=offset + 1):
        if not line.startswith("# %%"):
            cells[-1][2].append(line)
            continue
        match = _HEADER.fullmatch(line)
        if not match:
            raise AuditError(path, f"line {number}: no header of a cell: {line!r}")
        cells.append((match[1], {match[1]: match[2] or "", **dict(_WORD.findall(match[3]))}, []))
    return [(kind, words, "\n".join(text).strip("\n")) for kind, words, text in cells]


def _pairs(path: Path, text: str | None) -> list[tuple[str, str]]:
    if text in {None, "0"}:
        return []
    assert text is not None
    pairs = [tuple(part.split()) for part in text.split(",")]
    if any(len(pair) != 2 for pair in pairs):
        raise AuditError(path, f"expected `task value, task value`, got {text!r}")
    return [(pair[0], pair[1]) for pair in pairs]


def _limits(path: Path, text: str | None) -> Limits:
    kinds = {one.name: type(getattr(Limits(), one.name)) for one in fields(Limits)}
    try:
        return Limits(**{name: kinds[name](value) for name, value in _pairs(path, text)})
    except (KeyError, ValueError) as error:
        raise AuditError(path, f"expected limits of {sorted(kinds)}, got {text!r}") from error
