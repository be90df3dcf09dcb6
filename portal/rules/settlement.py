"""What becomes of a learner's attempts at an exercise: which are late, what they keep, which one counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from portal.rules.dates import Allowance, Dates, personal_dates
from portal.rules.lateness import LateRule, is_late, late_factor


class Counting(StrEnum):
    """Which of a learner's graded attempts counts."""

    LATEST = "latest"
    BEST = "best"
    """The one with most points after what lateness costs; of several the earliest."""
    FIRST = "first"


@dataclass(frozen=True)
class Rules:
    """All rules of one release.

    Attributes:
        dates: before anything is arranged with a learner.
        late: what lateness costs.
        attempt_limit: so many attempts are taken; None: as many as she likes.
        counting: which graded attempt counts.
    """

    dates: Dates
    late: LateRule = field(default_factory=LateRule)
    attempt_limit: int | None = None
    counting: Counting = Counting.LATEST


@dataclass(frozen=True)
class AttemptFacts:
    """One attempt as it came in.

    Attributes:
        number: 1, 2, 3 ...
        received_at: when it came.
        points: what it was graded with; None as long as it is not graded.
    """

    number: int
    received_at: datetime
    points: float | None


@dataclass(frozen=True)
class Settled:
    """What the rules make of one attempt.

    Attributes:
        number: the attempt's.
        due_at: when it was due for this learner.
        late: whether it came after that, and after the grace.
        factor: the share of its points that it keeps.
        eligible: whether it may count: within the attempt limit and before the exercise closed.
        counts: whether it is the one that counts.
    """

    number: int
    due_at: datetime | None
    late: bool
    factor: float
    eligible: bool
    counts: bool


def attempts_allowed(rules: Rules, allowances: Iterable[Allowance]) -> int | None:
    """Return how many attempts a learner has; None: as many as she likes."""
    if rules.attempt_limit is None:
        return None
    return rules.attempt_limit + sum(allowance.extra_attempts for allowance in allowances)


def settle(
    rules: Rules, allowances: Sequence[Allowance], attempts: Iterable[AttemptFacts]
) -> tuple[Settled, ...]:
    """Apply the rules to all attempts of one learner at one exercise, in order of their number.

    Rules may be changed after attempts have come in; then they hold as if they had been there from the beginning.
    An attempt that they would not have let in stays, and does not count.
    """
    dates = personal_dates(rules.dates, allowances)
    allowed = attempts_allowed(rules, allowances)
    ordered = sorted(attempts, key=lambda one: one.number)
    keeps = {one.number: late_factor(one.received_at, dates.due_at, rules.late) for one in ordered}
    eligible = {
        one.number
        for place, one in enumerate(ordered)
        if (allowed is None or place < allowed)
        and (dates.closes_at is None or one.received_at <= dates.closes_at)
    }
    counting = _counting(
        rules.counting,
        [
            (one.number, one.points * keeps[one.number])
            for one in ordered
            if one.points is not None and one.number in eligible
        ],
    )
    return tuple(
        Settled(
            number=one.number,
            due_at=dates.due_at,
            late=is_late(one.received_at, dates.due_at, rules.late),
            factor=keeps[one.number],
            eligible=one.number in eligible,
            counts=one.number == counting,
        )
        for one in ordered
    )


def _counting(rule: Counting, graded: Sequence[tuple[int, float]]) -> int | None:
    """Return the number of the attempt that counts, of (number, points kept) in order; None without any."""
    if not graded:
        return None
    match rule:
        case Counting.LATEST:
            return graded[-1][0]
        case Counting.FIRST:
            return graded[0][0]
        case Counting.BEST:
            return max(graded, key=lambda one: one[1])[0]
