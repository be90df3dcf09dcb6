"""Hostile feedback in a real Chromium: nothing runs, nothing leaves, the page around it stays where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, Request

from portal.feedback_view import policy
from tests.portal.browser import chromium, serve
from tests.portal.classroom import START, Portal, hand_in
from tests.portal.feedback_view.corpus import hostile_page

EXERCISE = "04_entanglement"
OUTSIDE = "http://127.0.0.1:1"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    portal = Portal(tmp_path_factory.mktemp("portal"))
    notebook = portal.store(hostile_page(OUTSIDE))
    with portal.writing() as session:
        learner = portal.room.people["utokyo-learner-1"]
        hand_in(
            session, portal.room, learner, EXERCISE, START + timedelta(days=1), feedback=notebook
        )
    with serve(portal.app) as address:
        yield address


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    with chromium() as browser:
        page = browser.new_page()
        page.goto(f"{address}/sign-in")
        page.locator("summary").evaluate_all("all => all.forEach(each => each.click())")
        page.click("button[value='utokyo-learner-1']")
        yield page


def test_nothing_in_the_frame_acts(page: Page, address: str) -> None:
    asked: list[str] = []
    alerts: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
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
    # pictures kept as data would be asked for without leaving the browser
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_even_unsanitised_the_frame_has_no_rights(page: Page, address: str) -> None:
    """The other two walls alone: the same page as it came, under the same policy and in the same frame."""
    raw = hostile_page(OUTSIDE)
    asked: list[str] = []
    alerts: list[str] = []

    def answer(route: object, request: Request) -> None:
        route.fulfill(  # type: ignore[attr-defined]
            body=raw, content_type="text/html", headers={"Content-Security-Policy": policy()}
        )

    page.route(re.compile(r"/feedback/0$"), answer)
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    here = f"{address}/learner/utokyo-2026/{EXERCISE}/1/feedback"
    page.goto(here)
    page.wait_for_timeout(800)
    assert page.url == here
    assert len(page.context.pages) == 1
    assert alerts == []
    foreign = [url for url in asked if not url.startswith((address, "data:", "about:"))]
    # A refresh may be tried inside the frame; the frame-src of the page around it must stop it.
    assert all(
        frame.url.startswith((address, "about:", "chrome-error:")) for frame in page.frames
    ), foreign
