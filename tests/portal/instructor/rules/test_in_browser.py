"""Rules and arrangements in a real Chromium: no breach of the policy, no sideways scrolling, heard by open pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.portal.browser import serve
from tests.portal.classroom import DUE, Portal
from tests.portal.instructor.rules.office import FIRST, Office

ROOT = "/instructor/uchicago-2026"


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    portal = Portal(tmp_path_factory.mktemp("portal"))
    office = Office(portal)
    office.hand_in("uchicago-learner-1", DUE)
    return portal


@pytest.fixture(scope="module")
def address(portal: Portal) -> Iterator[str]:
    with serve(portal.app) as address:
        yield address


def signed_in(browser: Browser, address: str, login: str, language: str) -> Page:
    """Return a page in a window of its own."""
    page = browser.new_context().new_page()
    page.goto(f"{address}/sign-in")
    page.locator("summary").evaluate_all("all => all.forEach(each => each.click())")
    page.click(f"button[value='{login}']")
    page.click(f".languages button[value='{language}']")
    return page


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_pages_fit_a_desk_and_a_phone(
    browser: Browser, address: str, portal: Portal, language: str
) -> None:
    learner = portal.room.people["uchicago-learner-1"].pseudonym
    page = signed_in(browser, address, "uchicago-instructor", language)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    paths = [
        "/rules",
        f"/rules/preview?exercise={FIRST}&dates=keep&late_percent=7&attempt_limit=1",
        f"/exercises/{FIRST}/rules",
        "/arrangements",
        f"/arrangements/give?learner={learner}",
        f"/learners/{learner}",
    ]
    for path in paths:
        for width in (360, 1200):
            page.set_viewport_size({"width": width, "height": 800})
            answer = page.goto(address + ROOT + path)
            assert answer is not None
            assert answer.status == 200
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            assert page.locator("html").get_attribute("lang") == language
    assert said == []
    page.context.close()


def test_an_extension_reaches_the_learners_open_page(browser: Browser, address: str) -> None:
    learner = signed_in(browser, address, "uchicago-learner-2", "en")
    learner.goto(f"{address}/learner/uchicago-2026/{FIRST}")
    learner.evaluate("window.notReloaded = true")
    teacher = signed_in(browser, address, "uchicago-instructor", "en")
    teacher.goto(f"{address}{ROOT}/arrangements/give")
    teacher.get_by_label("Simulated 2 Learner", exact=True).check()
    teacher.get_by_label("For", exact=True).select_option(FIRST)
    teacher.get_by_label("Extension: due on").fill("2026-12-24T18:00")
    teacher.get_by_role("button", name="See whom it touches").click()
    expect(teacher.locator("main")).to_contain_text("Thu, Dec 24, 2026 18:00 (Chicago)")
    teacher.get_by_role("button", name="Back to the form").click()
    expect(teacher.get_by_label("Simulated 2 Learner", exact=True)).to_be_checked()
    teacher.get_by_role("button", name="See whom it touches").click()
    teacher.get_by_role("button", name="Apply").click()
    expect(teacher.locator("main")).to_contain_text("It is arranged. The learners are told.")
    expect(learner.locator("main")).to_contain_text("Thu, Dec 24, 2026 18:00", timeout=10_000)
    assert learner.evaluate("window.notReloaded")
    for page in (learner, teacher):
        page.context.close()
