"""What a learner answered to one task, and what the task says: cut out of notebooks, which may hold anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from portal.errors import BlobError
from portal.models import ExerciseVersion, ReleasedFile, SubmissionFile
from portal.storage import BlobStore


class _Cell(msgspec.Struct):
    cell_type: str
    source: str | list[str]
    metadata: dict[str, Any] = {}
    attachments: Any = None


class _Notebook(msgspec.Struct):
    cells: list[_Cell]


@dataclass(frozen=True)
class Answer:
    """The cell in which a learner answered.

    Attributes:
        text: what stands in it.
        is_code: a program; otherwise Markdown.
        pictures: pasted into it: file name -> address of its data.
    """

    text: str
    is_code: bool
    pictures: Mapping[str, str]


def answer_to(store: BlobStore, files: Iterable[SubmissionFile], task: str) -> Answer | None:
    """Return the answer to a task in an attempt's files; None where no notebook has one that can be read."""
    for file in files:
        found = answer_in(store, file.sha256, task) if file.name.endswith(".ipynb") else None
        if found is not None:
            return found
    return None


def answer_in(store: BlobStore, sha256: str, task: str) -> Answer | None:
    """Return the answer to a task in a stored notebook; None where it cannot be read or has no such cell."""
    # nbgrader takes the last cell of several with one id, and so does the grader
    found = {_grade_id(cell): cell for cell in _cells(store, sha256)}
    cell = found.get(f"{task}_answer", found.get(task))
    if cell is None:
        return None
    return Answer(_text(cell), cell.cell_type == "code", _pictures(cell.attachments))


def cells_in(store: BlobStore, sha256: str) -> tuple[tuple[str, Answer], ...]:
    """Return the cells of a stored notebook, each with nbgrader's id of it (empty where it has none).

    There are none where the notebook is gone or is no notebook.
    """
    return tuple(
        (_grade_id(cell), Answer(_text(cell), cell.cell_type == "code", {}))
        for cell in _cells(store, sha256)
    )


def task_text(store: BlobStore, version: ExerciseVersion, task: str, language: str) -> str | None:
    """Return what a task asks, in Markdown: the text before its answer, from the last heading on.

    It is taken from the notebook that was handed out in this language, or in English where there is none.
    """
    for file in _released(version.files, language):
        cells = _cells(store, file.sha256)
        places = [n for n, cell in enumerate(cells) if _grade_id(cell) in {task, f"{task}_answer"}]
        if not places:
            continue
        told: list[str] = []
        for cell in reversed(cells[: places[0]]):
            if cell.cell_type != "markdown" or _grade_id(cell):
                break
            told.insert(0, _text(cell))
            if told[0].lstrip().startswith("#"):
                return "\n\n".join(told)
    return None


def _released(files: Sequence[ReleasedFile], language: str) -> list[ReleasedFile]:
    notebooks = [file for file in files if file.name.endswith(".ipynb")]
    return [file for one in (language, "en") for file in notebooks if file.language == one]


def _cells(store: BlobStore, sha256: str) -> tuple[_Cell, ...]:
    """Return the cells of a stored notebook; none where it is gone or is no notebook."""
    try:
        return tuple(msgspec.json.decode(store.get(sha256), type=_Notebook).cells)
    except (BlobError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return ()


def _grade_id(cell: _Cell) -> str:
    marks = cell.metadata.get("nbgrader")
    told = marks.get("grade_id") if isinstance(marks, dict) else None
    return told if isinstance(told, str) else ""


def _text(cell: _Cell) -> str:
    return cell.source if isinstance(cell.source, str) else "".join(cell.source)


def _pictures(attachments: object) -> dict[str, str]:
    """Return pasted pictures as addresses that hold their data; whoever shows them looks at what they are."""
    found = {}
    for name, kinds in attachments.items() if isinstance(attachments, dict) else ():
        for kind, data in kinds.items() if isinstance(kinds, dict) else ():
            if isinstance(data, str):
                found[str(name)] = f"data:{kind};base64,{data}"
    return found
