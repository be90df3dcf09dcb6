"""Every role's pages in a real Chromium: no breach of the policy, no error, no sideways scrolling, pictures drawn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from sqlalchemy import update
from sqlalchemy.orm import Session

from portal.changes import tell, topic_of_learner
from portal.models import Status, Submission
from tests.portal.browser import serve
from tests.portal.classroom import DUE, Portal, hand_in, semester

EXERCISE = "04_entanglement"
PAGES = {
    "utokyo-learner-1": [
        "/learner/",
        f"/learner/utokyo-2026/{EXERCISE}",
        f"/learner/utokyo-2026/{EXERCISE}/9/feedback",
    ],
    "snu-instructor": [
        "/instructor/",
        "/instructor/snu-2026",
        f"/instructor/snu-2026/exercises/{EXERCISE}",
        f"/instructor/snu-2026/exercises/{EXERCISE}/analysis",
        f"/instructor/snu-2026/exercises/{EXERCISE}/analysis/bell_pair",
    ],
    "uchicago-coordinator": ["/coordinator/"],
}


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    portal = Portal(tmp_path_factory.mktemp("portal"))
    notebook = portal.store("<h1>Graded</h1>")
    with portal.writing() as session:
        semester(session, portal.room)
        learner = portal.room.people["utokyo-learner-1"]
        hand_in(session, portal.room, learner, "04_entanglement", DUE, attempt=9, feedback=notebook)
    return portal


@pytest.fixture(scope="module")
def address(portal: Portal) -> Iterator[str]:
    with serve(portal.app) as address:
        yield address


def listen(page: Page) -> list[str]:
    """Return a list that fills with all that the page writes to its console, breaches of its policy included."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_pages_are_clean_on_a_desk_and_on_a_phone(
    browser: Browser, address: str, language: str
) -> None:
    for login, paths in PAGES.items():
        page = browser.new_page(color_scheme="dark" if language == "ko" else "light")
        said = listen(page)
        page.goto(f"{address}/sign-in")
        page.locator("summary").evaluate_all("all => all.forEach(each => each.click())")
        page.click(f"button[value='{login}']")
        page.click(f".languages button[value='{language}']")
        for path in paths:
            for width in (360, 1200):
                page.set_viewport_size({"width": width, "height": 800})
                page.goto(address + path)
                if path == "/coordinator/":
                    page.locator(".chart svg").nth(1).wait_for()
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (
                    path,
                    width,
                )
                assert page.locator("html").get_attribute("lang") == language
        assert said == []
        page.close()


def test_a_result_appears_without_a_reload(browser: Browser, address: str, portal: Portal) -> None:
    page = browser.new_page()
    page.goto(f"{address}/sign-in")
    page.locator("summary").evaluate_all("all => all.forEach(each => each.click())")
    page.click("button[value='keio-learner-1']")
    with portal.writing() as session:
        learner = portal.room.people["keio-learner-1"]
        waiting = hand_in(
            session,
            portal.room,
            learner,
            "02_qubits_and_measurement",
            DUE,
            status=Status.QUEUED,
            attempt=9,
        )
        public_id = waiting.public_id
    page.goto(f"{address}/learner/keio-2026/02_qubits_and_measurement")
    page.evaluate("window.notReloaded = true")
    page.get_by_text("採点待ち").first.wait_for()
    with portal.writing() as session:
        _grade(session, public_id)
        tell(session, topic_of_learner(learner.pseudonym))
    page.locator("text=10点中7点").wait_for(timeout=10_000)
    assert page.evaluate("window.notReloaded")
    page.close()


def _grade(session: Session, public_id: str) -> None:
    """Give the attempt its points."""
    session.execute(
        update(Submission)
        .where(Submission.public_id == public_id)
        .values(status=Status.GRADED, points=7.0, maximum=10.0)
    )
