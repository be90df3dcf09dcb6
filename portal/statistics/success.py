"""How many attempts and how much time learners need until they have solved a task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ROUNDING = 1e-12


@dataclass(frozen=True)
class Try:
    """What one learner's attempts at one task came to.

    Attributes:
        first: seconds from the start of the clock to her first attempt.
        solved_with: the number of the first attempt with all points; None: she has not solved it.
        solved: seconds from the start of the clock to that attempt; None: she has not solved it.
        watched: seconds from the start of the clock until now, or until the exercise closed.
    """

    first: float
    solved_with: int | None
    solved: float | None
    watched: float


@dataclass(frozen=True)
class AttemptsUntilSuccess:
    """With which attempt the learners of a class solved a task.

    Attributes:
        counts: (number of the attempt, learners who first had all points with it), by number.
        without: learners who tried it and have not solved it yet.
        median: the least number of attempts with which half of all who tried it had solved it; None: fewer than half
            have.
    """

    counts: tuple[tuple[int, int], ...]
    without: int
    median: int | None

    @property
    def solved(self) -> int:
        """Learners who have solved it."""
        return sum(count for _, count in self.counts)

    @property
    def tried(self) -> int:
        """Learners who have tried it."""
        return self.solved + self.without


@dataclass(frozen=True)
class Step:
    """One step of a survival curve.

    Attributes:
        time: from then on the share is `survival`.
        survival: estimated share that has not succeeded by then.
        at_risk: how many were still watched and had not succeeded just before.
        events: how many succeeded at that time.
    """

    time: float
    survival: float
    at_risk: int
    events: int


@dataclass(frozen=True)
class TimeToSuccess:
    """How long it takes until a share of the learners has solved a task, in seconds.

    Attributes:
        quarter: until 25% have; None: that share is not reached yet.
        half: until 50% have (the median); None: not reached yet.
        three_quarters: until 75% have; None: not reached yet.
        solved: learners who have solved it.
        censored: learners who have not; they count as long as they were watched.
    """

    quarter: float | None
    half: float | None
    three_quarters: float | None
    solved: int
    censored: int


def attempts_until_success(tries: Iterable[Try]) -> AttemptsUntilSuccess:
    """Return with which attempt learners solved a task.

    The median is over all who tried it, not over those who solved it alone: the least k such that at least half of them
    had solved it with their first k attempts. A median of the successful alone would look the better, the more give up.
    """
    numbers = Counter(entry.solved_with for entry in tries)
    without = numbers.pop(None, 0)
    counts = tuple(sorted((number, count) for number, count in numbers.items() if number))
    tried = without + sum(count for _, count in counts)
    reached, median = 0, None
    for number, count in counts:
        reached += count
        if 2 * reached >= tried:
            median = number
            break
    return AttemptsUntilSuccess(counts, without, median)


def time_to_success(tries: Iterable[Try], *, since_first_attempt: bool) -> TimeToSuccess:
    """Return median and quartiles of the time until a task is solved.

    Formula: the quantile p is the least time t with S(t) <= 1 - p, where S is the Kaplan-Meier estimate: whoever has
    not solved the task yet is right-censored at the end of what was watched, so she counts as needing longer.

    Args:
        tries: one entry per learner who tried it.
        since_first_attempt: from each learner's own first attempt; otherwise from the start of the clock.
    """
    observed = []
    for entry in tries:
        start = entry.first if since_first_attempt else 0.0
        end = entry.watched if entry.solved is None else entry.solved
        observed.append((max(0.0, end - start), entry.solved is not None))
    curve = kaplan_meier(observed)
    solved = sum(event for _, event in observed)
    quarter, half, three_quarters = (quantile(curve, share) for share in (0.25, 0.5, 0.75))
    return TimeToSuccess(quarter, half, three_quarters, solved, len(observed) - solved)


def kaplan_meier(observed: Iterable[tuple[float, bool]]) -> tuple[Step, ...]:
    """Return the Kaplan-Meier estimate of the share that has not succeeded yet, one step for each time of a success.

    Formula: S(t) = product over times t_i <= t of (1 - d_i / n_i), with d_i successes at t_i and n_i not yet successful
    and still watched just before t_i. Who is censored at t_i counts in n_i.

    Source: E. L. Kaplan and P. Meier, J. Am. Stat. Assoc. 53 (1958) 457.

    Args:
        observed: (time, whether it was a success; otherwise watching ended then without one).
    """
    ordered = sorted(observed)
    at_risk, survival = len(ordered), 1.0
    steps: list[Step] = []
    place = 0
    while place < len(ordered):
        time, events, here = ordered[place][0], 0, place
        while place < len(ordered) and ordered[place][0] == time:
            events += ordered[place][1]
            place += 1
        if events:
            survival *= 1 - events / at_risk
            steps.append(Step(time, survival, at_risk, events))
        at_risk -= place - here
    return tuple(steps)


def quantile(curve: Sequence[Step], share: float) -> float | None:
    """Return the least time by which the share has succeeded, or None where the curve does not reach it."""
    return next((step.time for step in curve if step.survival <= 1 - share + _ROUNDING), None)
