"""Rules and durations in sentences, in three languages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from portal.learner import wording
from portal.rules.lateness import LateRule
from tests.portal.classroom import Portal

TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return Portal(tmp_path_factory.mktemp("portal"))


@contextmanager
def spoken(portal: Portal, language: str) -> Iterator[None]:
    with portal.app.test_request_context("/", headers={"Accept-Language": language}):
        yield


@pytest.mark.parametrize(
    ("language", "seconds", "words"),
    [
        ("en", 1, "1 minute"),
        ("en", 90 * 60, "1 hour 30 minutes"),
        ("en", 86400, "1 day"),
        ("en", 2 * 86400 + 3600 + 60, "2 days 1 hour"),
        ("en", 86400 + 120, "1 day 2 minutes"),
        ("ja", 86400 + 3 * 3600, "1日3時間"),
        ("ko", 86400 + 3 * 3600, "1일 3시간"),
    ],
)
def test_a_duration_has_its_two_largest_units(
    portal: Portal, language: str, seconds: int, words: str
) -> None:
    with spoken(portal, language):
        assert wording.duration(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("hours", "words"), [(1, "today"), (10, "tomorrow"), (34, "in 2 days"), (-1, "")]
)
def test_days_are_counted_by_the_calendar_of_the_university(
    portal: Portal, hours: int, words: str
) -> None:
    evening = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)  # 21:00 in Tokyo
    with spoken(portal, "en"):
        assert wording.days_until(evening + timedelta(hours=hours), evening, TOKYO) == words


def test_no_percent_costs_nothing_whatever_the_grace(portal: Portal) -> None:
    with spoken(portal, "en"):
        for rule in (LateRule(), LateRule(timedelta(minutes=5), 0.0)):
            assert wording.lateness_rule(rule) == "Handing in late costs no points."


def test_the_cost_now_is_what_the_rule_will_take(portal: Portal) -> None:
    due = datetime(2026, 11, 1, tzinfo=UTC)
    rule = LateRule(timedelta(minutes=30), 7.5)
    with spoken(portal, "en"):
        assert "costs nothing" in wording.cost_now(due + timedelta(minutes=30), due, rule)
        assert "takes off 7.5%" in wording.cost_now(due + timedelta(minutes=31), due, rule)
        assert "takes off 15%" in wording.cost_now(due + timedelta(hours=25), due, rule)
        assert "no points any more" in wording.cost_now(due + timedelta(days=20), due, rule)
