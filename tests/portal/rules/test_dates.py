"""Whose dates hold: arrangements never take time away, and the exercise closes as much later as it is due later."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.rules.dates import Allowance, Dates, personal_dates

RELEASE = datetime(2026, 10, 1, tzinfo=UTC)
DUE = RELEASE + timedelta(days=14)
CLOSES = DUE + timedelta(days=7)
DATES = Dates(RELEASE, DUE, CLOSES)

allowances = st.lists(
    st.builds(
        Allowance,
        due_at=st.none()
        | st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
        time_factor=st.floats(1, 3),
        extra_attempts=st.integers(0, 3),
    ),
    max_size=4,
)


def test_without_arrangements_the_dates_are_the_releases():
    assert personal_dates(DATES, []) == DATES


def test_half_as_much_time_again():
    own = personal_dates(DATES, [Allowance(time_factor=1.5)])
    assert own.due_at == RELEASE + timedelta(days=21)
    assert own.closes_at == CLOSES + timedelta(days=7)
    assert own.release_at == RELEASE


def test_an_extension_that_is_later_holds_and_an_earlier_one_takes_nothing():
    later = datetime(2026, 10, 16, 23, 59, tzinfo=ZoneInfo("Asia/Seoul"))
    assert personal_dates(DATES, [Allowance(due_at=later)]).due_at == later
    assert personal_dates(DATES, [Allowance(due_at=RELEASE)]) == DATES


def test_arrangements_do_not_add_up():
    both = [Allowance(time_factor=1.5), Allowance(due_at=DUE + timedelta(days=2))]
    assert personal_dates(DATES, both).due_at == RELEASE + timedelta(days=21)


@pytest.mark.parametrize("closes", [None, CLOSES])
def test_what_is_never_due_stays_so(closes):
    dates = Dates(RELEASE, None, closes)
    assert personal_dates(dates, [Allowance(DUE, 2.0)]) == dates


@given(allowances, allowances)
def test_nobody_ever_has_less_time(some, more):
    fewer, all_of_them = personal_dates(DATES, some), personal_dates(DATES, some + more)
    assert DUE <= fewer.due_at <= all_of_them.due_at
    assert all_of_them.closes_at - all_of_them.due_at == CLOSES - DUE
