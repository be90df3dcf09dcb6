"""Every page in every language in a real browser: on a desk and on a phone; its picture stands in docs/pages.md.

`pytest tests/portal/gallery --pictures` takes the pictures anew.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.portal.browser import serve
from tests.portal.gallery.scene import COORDINATOR, LEARNER, ROOT, TEACHER, Term

LANGUAGES = ("en", "ja", "ko")
DOCUMENT = ROOT / "docs" / "pages.md"
PICTURES = ROOT / "docs" / "pictures" / "pages"
DESK, PHONE = 1100, 360
TALLEST = 1500
AUDIENCES = {
    "": "Everybody",
    LEARNER: "Learners",
    TEACHER: "Instructors",
    COORDINATOR: "Coordinators",
}
BEGINNING = """# Every page of the portal

Taken by `pytest tests/portal/gallery --pictures`, which also looks at each page on a desk and on a phone.
The university, its people and their work are simulated. Texts that authors and learners wrote stay in their language.
"""


@pytest.fixture(scope="module")
def term(tmp_path_factory: pytest.TempPathFactory) -> Term:
    return Term(tmp_path_factory.mktemp("term"))


@pytest.fixture(scope="module")
def address(term: Term) -> Iterator[str]:
    with serve(term.portal.app) as address:
        yield address


def document(term: Term) -> str:
    """Return what docs/pages.md has to say."""
    parts = [BEGINNING]
    audience = None
    for name, shown in term.pages().items():
        if shown.login != audience:
            audience = shown.login
            parts.append(f"\n## {AUDIENCES[audience]}\n")
        links = " ".join(
            f'<a href="pictures/pages/{language}/{name}.png"><img src="pictures/pages/{language}/{name}.png"'
            f' width="260" alt="{shown.says} ({language})"></a>'
            for language in LANGUAGES
        )
        parts.append(f"\n**{name}**: {shown.says}\n\n{links}\n")
    return "".join(parts)


def test_the_document_shows_every_page_in_every_language(
    term: Term, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--pictures"):
        DOCUMENT.write_text(document(term), encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == document(term)
    named = {PICTURES / language / f"{name}.png" for name in term.pages() for language in LANGUAGES}
    if not request.config.getoption("--pictures"):
        assert set(PICTURES.rglob("*.png")) == named


def test_every_page_of_a_person_is_in_the_gallery(term: Term) -> None:
    """A page that is new has to be added to the scene; parts, files and forms' answers are no pages."""
    shown = {_rule(term, one.path) for one in term.pages().values()}
    rules = {
        rule.rule
        for rule in term.portal.app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not _NO_PAGE.search(rule.rule)
    }
    assert rules - shown == set()


_NO_PAGE = re.compile(
    r"^/(api/|static/|healthz|changes|$)|/(part|bell|apply|preview|end|change|lab|next|jupyterlab|roll-back|feedback)$"
    r"|\.(csv|db)$|/pictures/|/feedback/|/new/|^/instructor/<offering_id>/exercises/<exercise_id>/lesson$"
)
"""Addresses that are no pages, or the same page for another audience, or a step of a form."""


def _rule(term: Term, path: str) -> str:
    adapter = term.portal.app.url_map.bind("")
    rule, _ = adapter.match(path.partition("?")[0], return_rule=True)
    return rule.rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_clean_on_a_desk_and_on_a_phone(
    term: Term, address: str, browser: Browser, language: str, request: pytest.FixtureRequest
) -> None:
    said: list[str] = []
    login = None
    with browser.new_context(viewport={"width": DESK, "height": 900}) as context:
        page = context.new_page()
        page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
        for name, shown in term.pages().items():
            if shown.login != login:
                login = shown.login
                sign_in(page, address, login, language)
            page.goto(address + shown.path)
            assert page.locator("html").get_attribute("lang") == language, name
            assert page.locator("h1").count() == 1, name
            if request.config.getoption("--pictures"):
                keep(page, PICTURES / language / f"{name}.png")
            for width in (DESK, PHONE):
                page.set_viewport_size({"width": width, "height": 900})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
            page.set_viewport_size({"width": DESK, "height": 900})
    assert said == []


def sign_in(page: Page, address: str, login: str, language: str) -> None:
    page.goto(f"{address}/sign-in")
    if page.locator("form[action='/sign-out'] button").count():
        page.locator("form[action='/sign-out'] button").click()
        page.goto(f"{address}/sign-in")
    if login:
        page.locator("summary").evaluate_all("all => all.forEach(each => each.click())")
        page.click(f"button[value='{login}']")
    page.click(f".languages button[value='{language}']")


def keep(page: Page, path: Path) -> None:
    """Write a picture of the upper part of a page, in few colours."""
    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": DESK, "height": height})
    page.wait_for_timeout(400)  # charts
    taken = page.screenshot()
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.open(io.BytesIO(taken)).convert("RGB").quantize(48, dither=Image.Dither.NONE)
    image.save(path, optimize=True)
