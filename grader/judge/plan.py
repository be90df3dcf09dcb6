"""What is known about an exercise before any learner is graded: which names are whose, which checks can be judged.

A plan is made from the instructor's notebook alone (`grader.judge.protection`), so nothing that a learner's process
says can change it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

PLAN = 2
"""Version of this schema and of the rules by which plans are made; a plan of another version is made anew."""


class Opaque(StrEnum):
    """What a value that is no data is, where a check of the reference solution met one."""

    FUNCTION = "function"
    ITERATOR = "iterator"
    OBJECT = "object"


class Ending(StrEnum):
    """What the last expression of a check was in the reference solution."""

    UNKNOWN = ""
    NOTHING = "nothing"
    TRUTH = "truth"
    """True: an answer must come to True, too."""
    NUMBER = "number"
    """A finite number, which is the credit: an answer must come to one, too."""
    OTHER = "other"


@dataclass(frozen=True)
class CheckPlan:
    """How one check cell is judged.

    Attributes:
        task: nbgrader's grade_id of the check cell.
        given: positions in `Plan.given` that the judge runs before this check, unless it has.
        remote: names that the learner defines: here the judge never uses a definition of its own.
        opaque: access path -> what the reference solution had there that is no data. A path is a name followed by
            what was done with it: `make_adder`, `make_adder()`, `Stack().push`, `Stack().push()`, `counts()[]`,
            `primes()>` (the next of an iterator). `Stack()=Stack().push()` says that what is at two paths was one
            object. Anything that is no data at any other path is of a wrong type.
        changes: arguments that the reference solution changed in place, each as access path, colon, and position or
            keyword: `sort_in_place():0`, `fill():target`, `Stack().push():0`; for an operator on an object of the
            answer's `V().__add__():0`. An answer may change no others.
        ends: what the last expression of the check was.
        protected: whether the judge decides; if not, the check runs beside the learner's code, as in nbgrader.
        reason: why it is not protected, a sentence in English; empty if it is.
        suggestion: what its author can do about it; empty if it is protected.
    """

    task: str
    given: tuple[int, ...] = ()
    remote: frozenset[str] = frozenset()
    opaque: Mapping[str, Opaque] = field(default_factory=dict)
    changes: frozenset[str] = frozenset()
    ends: Ending = Ending.UNKNOWN
    protected: bool = True
    reason: str = ""
    suggestion: str = ""


@dataclass(frozen=True)
class Plan:
    """How one notebook is judged.

    Attributes:
        stamp: SHA-256 over the instructor's notebook, the files beside it and the versions of what judges.
        imports: import statements anywhere in the instructor's notebook; the judge runs each, and leaves out one
            that fails.
        given: texts of cells that are the instructor's own (locked, or plain and needed by a check), in order.
        checks: task -> how it is judged.
        schema: `PLAN` of the writer.
    """

    stamp: str
    imports: tuple[str, ...]
    given: tuple[str, ...]
    checks: Mapping[str, CheckPlan]
    schema: int = PLAN
