"""A learner's pages in a real Chromium: on a desk and on a phone, in three languages; what changes arrives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from sqlalchemy import select

from portal.models import Notice, Person, Status, now
from portal.notices import SENTENCES, notify
from tests.portal.browser import serve
from tests.portal.classroom import Portal
from tests.portal.learner.term import DAY, FIRST, LEARNER, SECOND, THIRD, change, hand, rule

PAGES = (
    "/learner/",
    f"/learner/utokyo-2026/{FIRST}",
    "/learner/utokyo-2026/map",
    "/learner/mastery",
    "/notices",
)


@pytest.fixture
def portal(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Portal:
    monkeypatch.setitem(SENTENCES, "sample", lambda given: f"Sample {given['number']}")
    portal = Portal(tmp_path)
    rule(portal, FIRST, due_at=now() - 2 * DAY, late_percent=10, grace_minutes=30)
    rule(portal, SECOND, due_at=now() + 2 * DAY, closes_at=now() + 4 * DAY, attempt_limit=3)
    rule(portal, THIRD, release_at=now() + DAY)
    for number in range(1, 5):
        hand(portal, FIRST, now() - DAY, attempt=number, right=(True, number > 2, False))
    tell(portal, 1)
    return portal


@pytest.fixture
def address(portal: Portal) -> Iterator[str]:
    with serve(portal.app) as address:
        yield address


def tell(portal: Portal, number: int) -> None:
    with portal.writing() as session:
        person = session.scalars(select(Person).where(Person.login == LEARNER)).one()
        notify(session, person.id, "sample", {"number": number}, "/learner/mastery")


def signed_in(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """Return a page of the learner's, and a list of all that it writes to its console."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}/sign-in")
    page.locator("summary").evaluate_all("all => all.forEach(each => each.click())")
    page.click(f"button[value='{LEARNER}']")
    return page, said


def test_pages_are_clean_and_fit(browser: Browser, address: str) -> None:
    page, said = signed_in(browser, address)
    for language in ("en", "ja", "ko"):
        page.click(f".languages button[value='{language}']")
        for path in PAGES:
            for width in (360, 1100):
                page.set_viewport_size({"width": width, "height": 800})
                page.goto(address + path)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
    assert said == []
    page.close()


def test_a_notice_and_a_result_arrive_without_a_reload(
    browser: Browser, address: str, portal: Portal
) -> None:
    sent = hand(portal, SECOND, now(), status=Status.QUEUED)
    page, said = signed_in(browser, address)
    page.evaluate("window.notReloaded = true")
    page.locator("#group-grading").wait_for()
    change(
        portal, sent, status=Status.GRADED, points=9.0, maximum=10.0, graded_at=now(), counts=True
    )
    tell(portal, 2)  # under the learner's topic, as the result would be
    page.locator(".bell .count", has_text="2").wait_for(timeout=10_000)
    page.locator(".agenda .graded", has_text="10点中9点").wait_for(timeout=10_000)
    assert page.evaluate("window.notReloaded")
    assert said == []
    page.close()


def test_a_notice_is_read_without_javascript(
    browser: Browser, address: str, portal: Portal
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/sign-in")
    for summary in page.locator("summary").all():
        summary.click()
    page.click(f"button[value='{LEARNER}']")
    page.click(".bell")
    page.click("button[name='notice']")
    assert page.url == f"{address}/learner/mastery"
    assert page.locator(".bell .count").count() == 0
    with portal.writing() as session:
        assert session.scalars(select(Notice.read_at)).one() is not None
    context.close()
