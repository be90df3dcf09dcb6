"""Reads an instructor's notebook without running it: whose each name of a check is, and what the judge must know.

Pure and static. A cell that does not parse contributes nothing. Names that come about in ways that no text shows
(`exec`, `%run`) have no owner; whether the checks that use them can be judged shows when the reference solution is
run (`grader.judge.protection`).
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from grader.judge.scopes import CellNames, cell_names
from grader.notebooks import NotebookNode

_OF_IPYTHON = re.compile(r"_+|_i+|_i?\d+|_[dio]h|__\w*__|In|Out|get_ipython|display")
"""Names that every notebook has."""


class Role(Enum):
    """Whose a code cell is."""

    ANSWER = auto()
    """The learner's: its text is hers, whoever marks it."""
    CHECK = auto()
    """Graded by what it puts out."""
    GIVEN = auto()
    """The instructor's: locked, or plain."""


@dataclass(frozen=True)
class CheckNames:
    """What one check cell needs from the cells before it.

    Attributes:
        task: its grade_id.
        cell: its index in the notebook.
        used: names that it does not define itself.
        remote: names that the learner defines before it, used or not, and those that it needs through other cells.
        given: positions in `Analysis.given` of the cells that define the instructor's own names, in order.
        helpers: earlier checks whose definitions it uses, by task.
        unknown: names of which no cell before says whose they are; none is listed where a star import may bring them.
    """

    task: str
    cell: int
    used: frozenset[str]
    remote: frozenset[str]
    given: tuple[int, ...]
    helpers: frozenset[str]
    unknown: frozenset[str]


@dataclass(frozen=True)
class Analysis:
    """What an instructor's notebook says about its checks.

    Attributes:
        imports: every import statement, one name each, in order, none twice.
        given: texts of the instructor's cells that any check needs, in order.
        checks: its autograded code cells, in order.
    """

    imports: tuple[str, ...]
    given: tuple[str, ...]
    checks: tuple[CheckNames, ...]


@dataclass(frozen=True)
class _Cell:
    index: int
    role: Role
    names: CellNames


def role_of(cell: NotebookNode) -> Role:
    """Return whose a code cell is, by nbgrader's metadata."""
    metadata = nbgrader_metadata(cell)
    if metadata.get("solution"):
        return Role.ANSWER
    return Role.CHECK if metadata.get("grade") else Role.GIVEN


def nbgrader_metadata(cell: NotebookNode) -> Mapping[str, Any]:
    """Return what nbgrader noted about a cell; nothing if that is no mapping."""
    metadata = cell.metadata.get("nbgrader", {})
    return metadata if isinstance(metadata, Mapping) else {}


def analyse(source: NotebookNode) -> Analysis:
    """Return what the judge of this notebook must know.

    Args:
        source: the instructor's notebook, nbformat 4, solutions included.
    """
    cells = [
        _Cell(index, role_of(cell), cell_names(cell.source))
        for index, cell in enumerate(source.cells)
        if cell.cell_type == "code"
    ]
    imports = dict.fromkeys(one for cell in cells for one in cell.names.imports)
    needs = {cell.index: _Needs(cells, cell) for cell in cells if cell.role is Role.CHECK}
    anywhere = frozenset().union(*(cell.names.imported for cell in cells))
    starred = any(one.endswith(" *") for one in imports)
    wanted = sorted({index for need in needs.values() for index in need.given})
    checks = tuple(
        CheckNames(
            task=str(nbgrader_metadata(source.cells[index]).get("grade_id", "")),
            cell=index,
            used=need.check.names.used,
            remote=frozenset(need.remote),
            given=tuple(wanted.index(one) for one in sorted(need.given)),
            helpers=frozenset(
                str(nbgrader_metadata(source.cells[one]).get("grade_id", ""))
                for one in need.helpers
            ),
            unknown=frozenset() if starred else frozenset(need.unknown - anywhere),
        )
        for index, need in needs.items()
    )
    return Analysis(tuple(imports), tuple(source.cells[index].source for index in wanted), checks)


class _Needs:
    """Follows the names of one check to the cells that define them.

    Attributes:
        remote: names that an answer defines.
        given: indices of the instructor's cells that are needed.
        helpers: indices of earlier checks that define a name that is needed.
        unknown: names that have no owner, Python's and IPython's own left out.
    """

    def __init__(self, cells: list[_Cell], check: _Cell) -> None:
        self.check = check
        self.remote: set[str] = set()
        self.given: set[int] = set()
        self.helpers: set[int] = set()
        self.unknown: set[str] = set()
        self._before = [cell for cell in cells if cell.index < check.index]
        self._follow(check.names.used, check.index)
        # a check can reach names that it does not write, as in `globals()["f"]`
        for cell in self._before:
            if cell.role is Role.ANSWER:
                written = cell.names.bound - cell.names.imported
                self.remote |= {name for name in written if self._owner(name, check.index) is cell}

    def _follow(self, names: Iterable[str], place: int) -> None:
        """Find the owners of names that are looked up at a place in the notebook."""
        for name in names:
            owner = self._owner(name, place)
            if owner is None:
                if name not in vars(builtins) and not _OF_IPYTHON.fullmatch(name):
                    self.unknown.add(name)
                continue
            # what an import alone binds is a library's, and the judge has its own
            if name in owner.names.imported:
                continue
            if owner.role is Role.ANSWER:
                self.remote.add(name)
                continue
            self._need(owner)
            if owner.role is Role.GIVEN:
                for cell in self._before:
                    if owner.index < cell.index < place and name in cell.names.changed:
                        self._need(cell)

    def _owner(self, name: str, place: int) -> _Cell | None:
        """Return the last cell before a place that binds a name."""
        return next(
            (
                cell
                for cell in reversed(self._before)
                if cell.index < place and name in cell.names.bound
            ),
            None,
        )

    def _need(self, cell: _Cell) -> None:
        known = self.given if cell.role is Role.GIVEN else self.helpers
        if cell.role is Role.ANSWER or cell.index in known:
            return
        known.add(cell.index)
        if cell.role is Role.GIVEN:  # an earlier check has run with names of its own
            self._follow(cell.names.now, cell.index)
        # bodies of functions run when the check calls them
        self._follow(cell.names.later, self.check.index)
