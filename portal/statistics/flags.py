"""Tasks that look broken: rules in numbers. A flag says where to look, never that a task is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from portal.statistics.intervals import Interval, wilson
from portal.statistics.items import ItemTotal

ENOUGH = 20
"""No rule speaks about fewer learners or attempts than these."""
HARDLY = 0.2
AT_ONCE = 0.9
TINY = 0.2
UNDECIDED = 0.05
STRONG = 0.8
"""A learner is strong with at least this share of the points of the other tasks."""
ENOUGH_STRONG = 10
SAME_CODE = 0.35
DOMINANT = 0.8

PASSED = "passed"


class Kind(StrEnum):
    """What looks wrong."""

    HARDLY_SOLVED = "hardly_solved"
    SOLVED_AT_ONCE = "solved_at_once"
    APART = "apart"
    """Who is good elsewhere is not better here."""
    UNDECIDED = "undecided"
    REFUSED = "refused"
    """The strong get one and the same code: perhaps a right answer is refused."""


@dataclass(frozen=True)
class Flag:
    """One rule that a task has broken, with its numbers.

    Attributes:
        kind: which rule.
        count: how many; 0 for `APART`.
        n: of how many.
        value: the share, or the correlation for `APART`.
        low: lower end of its 95% interval.
        high: upper end of its 95% interval.
        limit: what the rule compares with.
        code: the code that the strong get, for `REFUSED`.
    """

    kind: Kind
    count: int
    n: int
    value: float
    low: float
    high: float
    limit: float
    code: str = ""


@dataclass(frozen=True)
class Evidence:
    """What the rules look at, for one task.

    Attributes:
        full: learners with all points in the counting attempt.
        marked: learners with points in it.
        at_once: learners who had all points with their first attempt.
        tried: learners who tried it.
        item_total: its corrected item-total correlation.
        undecided: attempts that the grader could not judge or that met a limit.
        attempts: attempts that it graded.
        strong: the codes of learners who are strong in the other tasks, in their counting attempt; `PASSED` with all
            points.
    """

    full: int
    marked: int
    at_once: int
    tried: int
    item_total: ItemTotal
    undecided: int
    attempts: int
    strong: Sequence[str]


def flags(evidence: Evidence) -> tuple[Flag, ...]:
    """Return the rules that a task breaks.

    All shares have Wilson 95% intervals, the correlation has Fisher's, and a rule needs the whole interval on its side:

    - hardly solved: share with all points, high < 0.2, n >= 20.
    - solved at once: share of those who tried it with all points at the first attempt, low > 0.9, n >= 20.
    - apart: corrected item-total correlation, high < 0.2, n >= 20.
    - undecided: share of attempts not judged or stopped at a limit, low > 0.05, n >= 20.
    - refused: among at least 10 learners with 80% or more of the points of the other tasks, the share that gets one
      code, low > 0.35, and that code makes up at least 80% of all that such learners get wrong.

    How often sound and broken tasks are flagged is measured on simulated classes in tests/portal/statistics.
    """
    found = []
    solved = wilson(evidence.full, evidence.marked)
    if evidence.marked >= ENOUGH and solved.high < HARDLY:
        found.append(_share(Kind.HARDLY_SOLVED, evidence.full, evidence.marked, solved, HARDLY))
    at_once = wilson(evidence.at_once, evidence.tried)
    if evidence.tried >= ENOUGH and at_once.low > AT_ONCE:
        found.append(
            _share(Kind.SOLVED_AT_ONCE, evidence.at_once, evidence.tried, at_once, AT_ONCE)
        )
    total = evidence.item_total
    if total.value is not None and total.n >= ENOUGH and total.high < TINY:
        found.append(Flag(Kind.APART, 0, total.n, total.value, total.low, total.high, TINY))
    undecided = wilson(evidence.undecided, evidence.attempts)
    if evidence.attempts >= ENOUGH and undecided.low > UNDECIDED:
        found.append(
            _share(Kind.UNDECIDED, evidence.undecided, evidence.attempts, undecided, UNDECIDED)
        )
    return (*found, *_refused(evidence.strong))


def _refused(codes: Sequence[str]) -> tuple[Flag, ...]:
    """Return the flag for a code that many of the strong get, if there is one."""
    wrong = Counter(code for code in codes if code != PASSED)
    if len(codes) < ENOUGH_STRONG or not wrong:
        return ()
    code, count = min(wrong.items(), key=lambda item: (-item[1], item[0]))
    interval = wilson(count, len(codes))
    if interval.low <= SAME_CODE or count < DOMINANT * wrong.total():
        return ()
    return (_share(Kind.REFUSED, count, len(codes), interval, SAME_CODE, code),)


def _share(
    kind: Kind, count: int, n: int, interval: Interval, limit: float, code: str = ""
) -> Flag:
    return Flag(kind, count, n, count / n, interval.low, interval.high, limit, code)
