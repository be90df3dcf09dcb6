"""Hostile feedback in a real Chromium: nothing runs, nothing leaves, the page around it stays where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask, request
from playwright.sync_api import Browser, Page, Route

from portal.feedback_view import policy
from tests.portal.browser import serve
from tests.portal.classroom import START, Portal, hand_in
from tests.portal.feedback_view.corpus import hostile_page

EXERCISE = "04_entanglement"


class Outside:
    """A server that must not be asked: it counts who asks nevertheless."""

    def __init__(self) -> None:
        self.app = Flask(__name__)
        self.asked: list[str] = []
        self.app.before_request(self._count)

    def _count(self) -> str:
        self.asked.append(request.path)
        return ""


@pytest.fixture(scope="module")
def outside() -> Iterator[tuple[str, list[str]]]:
    server = Outside()
    with serve(server.app) as base:
        yield base, server.asked


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory, outside: tuple[str, list[str]]
) -> Iterator[str]:
    portal = Portal(tmp_path_factory.mktemp("portal"))
    notebook = portal.store(hostile_page(outside[0]))
    with portal.writing() as session:
        learner = portal.room.people["utokyo-learner-1"]
        hand_in(
            session, portal.room, learner, EXERCISE, START + timedelta(days=1), feedback=notebook
        )
    with serve(portal.app) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{address}/sign-in")
    page.locator("summary").evaluate_all("all => all.forEach(each => each.click())")
    page.click("button[value='utokyo-learner-1']")
    yield page
    page.close()


def test_nothing_in_the_frame_acts(
    page: Page, address: str, outside: tuple[str, list[str]]
) -> None:
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    here = f"{address}/learner/utokyo-2026/{EXERCISE}/1/feedback"
    page.goto(here)
    frame = page.frame_locator("iframe")
    frame.get_by_text("the end").wait_for()
    for link in frame.locator("a").all():
        link.click(force=True, timeout=2000)
    for word in ("styled", "over everything", "more", "Send"):
        for element in frame.get_by_text(word).all():
            element.click(force=True, timeout=2000)
    page.wait_for_timeout(300)
    assert page.url == here
    assert len(page.context.pages) == 1
    assert alerts == []
    assert outside[1] == []


def test_even_unsanitised_the_frame_has_no_rights(
    page: Page, address: str, outside: tuple[str, list[str]]
) -> None:
    """The other two walls alone: the same page as it came, under the same policy and in the same frame."""
    raw = hostile_page(outside[0])
    alerts: list[str] = []

    def answer(route: Route) -> None:
        route.fulfill(
            body=raw, content_type="text/html", headers={"Content-Security-Policy": policy()}
        )

    page.route(re.compile(r"/feedback/0$"), answer)
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    here = f"{address}/learner/utokyo-2026/{EXERCISE}/1/feedback"
    page.goto(here)
    page.wait_for_timeout(800)
    assert page.url == here
    assert len(page.context.pages) == 1
    assert alerts == []
    assert outside[1] == []
