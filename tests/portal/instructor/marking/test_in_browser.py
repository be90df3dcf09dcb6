"""Marking in a real Chromium: by keyboard alone, on a desk and on a phone, and an open list that follows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.portal.browser import serve
from tests.portal.classroom import Portal
from tests.portal.marking.desk import (
    ESSAY,
    EXERCISE,
    FIRST,
    OFFERING,
    SECOND,
    attempt_of,
    mark,
    marks_in,
    open_desk,
)

WAITING = f"/instructor/{OFFERING}/marking"
TASK = f"{WAITING}/{EXERCISE}/{ESSAY}"


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    portal = Portal(tmp_path_factory.mktemp("portal"))
    open_desk(portal, 3)
    return portal


@pytest.fixture(scope="module")
def address(portal: Portal) -> Iterator[str]:
    with serve(portal.app) as address:
        yield address


def signed_in(browser: Browser, portal: Portal, address: str, login: str) -> Page:
    """Return a page in a window of its own, in English."""
    visitor = portal.visitor(login)
    visitor.speak("en")
    cookie = visitor.client.get_cookie("qampus")
    assert cookie is not None
    context = browser.new_context()
    context.add_cookies([{"name": "qampus", "value": cookie.value, "url": address}])
    return context.new_page()


def test_an_answer_is_marked_by_keyboard_while_the_list_follows(
    browser: Browser, portal: Portal, address: str
) -> None:
    watching = signed_in(browser, portal, address, SECOND)
    watching.goto(address + WAITING)
    expect(watching.locator("tbody tr")).to_contain_text("0 / 3")
    page = signed_in(browser, portal, address, FIRST)
    page.goto(f"{address}{TASK}/next")
    first = page.url
    page.locator("input[name=line-0]").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != first)
    assert page.url.startswith(address + TASK)
    expect(page.locator(".message")).to_contain_text("Saved: 1 points")
    (given,) = marks_in(portal, attempt_of(portal, 1))
    assert given.lines == [1.0, 0.0]
    expect(watching.locator("tbody tr")).to_contain_text("1 / 3")


def test_pages_fit_a_desk_and_a_phone_and_break_no_policy(
    browser: Browser, portal: Portal, address: str
) -> None:
    page = signed_in(browser, portal, address, FIRST)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    mark(portal, attempt_of(portal, 3), FIRST, 1.0, "x" * 300)
    for width in (1100, 360):
        page.set_viewport_size({"width": width, "height": 800})
        for path in (WAITING, TASK, f"{TASK}/{attempt_of(portal, 3).public_id}"):
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert said == []
