"""The exercises that are attacked, and what an attack hands in for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from grader.audit.attack import FOLDER, Attack
from grader.authoring.notebooks import notebook
from grader.authoring.source import read_exercise
from grader.authoring.translation import Translation
from grader.notebooks import NotebookNode, new_cell, text_of

OWN = "red_team"
"""Id of the small exercise that is made for the attacks."""

_MARKERS = re.compile(r"(?m)^\s*### (BEGIN|END) SOLUTION\n?")


@dataclass(frozen=True)
class Target:
    """An exercise under attack.

    Attributes:
        id: its id, which is the name of its notebook.
        source: the instructor's notebook.
        released: what learners receive.
    """

    id: str
    source: NotebookNode
    released: NotebookNode

    def maximum(self) -> dict[str, float]:
        """Return task -> points, written answers included."""
        told = [cell.metadata.get("nbgrader", {}) for cell in self.source.cells]
        return {one["grade_id"]: float(one["points"]) for one in told if one.get("grade")}

    def solution(self) -> dict[str, str]:
        """Return task -> text of the answer cell, of every task that a check grades."""
        return {
            name.removesuffix("_answer"): _MARKERS.sub("", cell.source)
            for cell in self.source.cells
            if (name := cell.metadata.get("nbgrader", {}).get("grade_id", "")).endswith("_answer")
        }


def source_notebook(target: str, root: Path) -> NotebookNode:
    """Return the instructor's notebook of an exercise.

    Args:
        target: empty for the exercise that is made for the attacks, or an exercise's id.
        root: folder with exercises/.
    """
    path = root / "exercises" / target / "exercise.py" if target else FOLDER / "target.exercise.py"
    return notebook(read_exercise(path), Translation("en", {}))


def handed_in(attack: Attack, target: Target) -> dict[str, bytes]:
    """Return the files of a submission: relative path -> content. Links are not among them."""
    learner: dict[str, Any] = msgspec.json.decode(text_of(target.released))
    _answer(attack, learner["cells"])
    _insert(attack, learner["cells"])
    files = dict(attack.files)
    edit = attack.edit()
    instead = edit(learner, files) if edit else None
    files[f"{target.id}.ipynb"] = msgspec.json.encode(learner) if instead is None else instead
    return files


def _answer(attack: Attack, cells: list[dict[str, Any]]) -> None:
    for cell in cells:
        told = cell["metadata"].get("nbgrader", {})
        if told.get("solution"):
            task = told["grade_id"].removesuffix("_answer")
            others = attack.answers.get("*") if cell["cell_type"] == "code" else None
            text = attack.answers.get(task, others)
            cell["source"] = cell["source"] if text is None else text


def _insert(attack: Attack, cells: list[dict[str, Any]]) -> None:
    first = 0
    for own in attack.cells:
        made: dict[str, Any] = new_cell("code", own.source)
        ids = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in cells]
        if own.before:
            cells.insert(ids.index(f"{own.before}_answer"), made)
        elif own.after:
            cells.insert(ids.index(own.after) + 1, made)
        else:
            cells.insert(first, made)
            first += 1
