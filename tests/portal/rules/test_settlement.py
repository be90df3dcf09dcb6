"""What becomes of attempts: lateness, limits, and which one counts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.rules.dates import Allowance, Dates
from portal.rules.lateness import LateRule, is_late, late_factor
from portal.rules.settlement import AttemptFacts, Counting, Rules, attempts_allowed, settle

RELEASE = datetime(2026, 10, 1, tzinfo=UTC)
DUE = RELEASE + timedelta(days=14)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TENTH = LateRule(grace=timedelta(minutes=30), percent_per_day=10)


def rules(**changed):
    return Rules(**{"dates": Dates(RELEASE, DUE), "late": TENTH, **changed})


def facts(*attempts):
    return [AttemptFacts(n, at, points) for n, (at, points) in enumerate(attempts, 1)]


@pytest.mark.parametrize(
    ("after", "late", "factor"),
    [
        (-DAY, False, 1.0),
        (timedelta(0), False, 1.0),
        (timedelta(minutes=30), False, 1.0),
        (timedelta(minutes=30, microseconds=1), True, 0.9),
        (DAY, True, 0.9),
        (DAY + timedelta(microseconds=1), True, 0.8),
        (9.5 * DAY, True, 0.0),
        (400 * DAY, True, 0.0),
    ],
)
def test_each_day_begun_since_the_due_date_costs(after, late, factor):
    assert is_late(DUE + after, DUE, TENTH) is late
    assert late_factor(DUE + after, DUE, TENTH) == pytest.approx(factor)


def test_what_is_never_due_is_never_late():
    assert not is_late(DUE, None, TENTH)
    assert late_factor(DUE, None, TENTH) == 1.0


def test_lateness_may_cost_nothing_and_is_still_late():
    (one,) = settle(rules(late=LateRule()), [], facts((DUE + HOUR, 5.0)))
    assert (one.late, one.factor, one.counts) == (True, 1.0, True)


def test_the_latest_graded_attempt_counts_and_an_ungraded_one_waits():
    one, two, three = settle(
        rules(), [], facts((RELEASE, 9.0), (RELEASE + HOUR, 3.0), (RELEASE + DAY, None))
    )
    assert [one.counts, two.counts, three.counts] == [False, True, False]


def test_the_best_is_what_is_best_after_lateness():
    attempts = facts((DUE, 8.0), (DUE + 3 * DAY, 10.0), (DUE + 4 * DAY, 10.0))
    settled = settle(rules(counting=Counting.BEST), [], attempts)
    assert [one.counts for one in settled] == [True, False, False]
    given = [Allowance(due_at=DUE + 5 * DAY)]
    settled = settle(rules(counting=Counting.BEST), given, attempts)
    assert [one.counts for one in settled] == [False, True, False]  # of equals the earlier one


def test_the_first_counts_even_if_it_was_graded_last():
    settled = settle(
        rules(counting=Counting.FIRST), [], facts((RELEASE, 1.0), (RELEASE + HOUR, 9.0))
    )
    assert [one.counts for one in settled] == [True, False]


def test_attempts_beyond_the_limit_stay_and_do_not_count():
    attempts = facts((RELEASE, 1.0), (RELEASE + HOUR, 2.0), (RELEASE + DAY, 3.0))
    settled = settle(rules(attempt_limit=2), [], attempts)
    assert [one.eligible for one in settled] == [True, True, False]
    assert [one.counts for one in settled] == [False, True, False]
    more = settle(rules(attempt_limit=2), [Allowance(extra_attempts=1)], attempts)
    assert [one.counts for one in more] == [False, False, True]


def test_what_came_after_the_exercise_closed_does_not_count():
    closing = rules(dates=Dates(RELEASE, DUE, DUE + DAY))
    attempts = facts((DUE + DAY, 4.0), (DUE + DAY + HOUR, 5.0))
    settled = settle(closing, [], attempts)
    assert [one.eligible for one in settled] == [True, False]
    settled = settle(closing, [Allowance(due_at=DUE + DAY)], attempts)
    assert [one.eligible for one in settled] == [True, True]
    assert settled[0].due_at == DUE + DAY


def test_attempts_that_are_left():
    assert attempts_allowed(rules(), [Allowance(extra_attempts=2)]) is None
    extra = [Allowance(extra_attempts=2), Allowance(extra_attempts=1)]
    assert attempts_allowed(rules(attempt_limit=3), extra) == 6


points = st.none() | st.floats(0, 10)
attempts = st.lists(st.tuples(st.timedeltas(-20 * DAY, 40 * DAY), points), max_size=6)


@given(
    attempts,
    st.sampled_from(Counting),
    st.none() | st.integers(0, 4),
    st.none() | st.timedeltas(timedelta(0), 20 * DAY),
)
def test_at_most_one_counts_and_it_is_graded_and_eligible(given, counting, limit, closing):
    sent = facts(*((DUE + after, points) for after, points in sorted(given, key=lambda x: x[0])))
    dates = Dates(RELEASE, DUE, None if closing is None else DUE + closing)
    settled = settle(rules(dates=dates, counting=counting, attempt_limit=limit), [], sent)
    counting_ones = [one for one in settled if one.counts]
    could = [
        a for a, one in zip(sent, settled, strict=True) if one.eligible and a.points is not None
    ]
    assert len(counting_ones) == bool(could)
    assert all(one.eligible and sent[one.number - 1].points is not None for one in counting_ones)
    assert all(0 <= one.factor <= 1 and (one.late or one.factor == 1) for one in settled)


def test_the_order_in_which_attempts_are_read_does_not_matter():
    sent = facts((RELEASE, 1.0), (RELEASE + HOUR, 2.0), (RELEASE + DAY, 3.0))
    assert settle(rules(attempt_limit=1), [], sent[::-1]) == settle(
        rules(attempt_limit=1), [], sent
    )
