"""A stranger's HTML: what is harmless stays readable, and of what is not, nothing is left."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import nbformat
import pytest
from nbconvert import HTMLExporter

from portal.feedback_view import feedback_page, policy, sanitise
from tests.portal.feedback_view.corpus import ATTACKS, hostile_page

BASE = "http://outside.invalid"
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)

FORBIDDEN = {
    "applet",
    "audio",
    "base",
    "body",
    "button",
    "embed",
    "form",
    "frame",
    "head",
    "html",
    "iframe",
    "input",
    "link",
    "math",
    "meta",
    "object",
    "script",
    "select",
    "source",
    "style",
    "svg",
    "template",
    "textarea",
    "track",
    "video",
}
ALLOWED_ATTRIBUTES = {
    "class",
    "id",
    "title",
    "lang",
    "dir",
    "href",
    "src",
    "alt",
    "width",
    "height",
    "colspan",
    "rowspan",
    "scope",
    "start",
    "open",
}


class Inventory(HTMLParser):
    """Collects tags and attributes as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


@pytest.mark.parametrize("attack", [*ATTACKS, hostile_page(BASE)])
def test_nothing_that_acts_or_calls_out_is_left(attack: str) -> None:
    left = Inventory(sanitise(attack.replace("{base}", BASE)))
    assert not left.tags & FORBIDDEN
    for tag, name, value in left.attributes:
        assert name in ALLOWED_ATTRIBUTES, (tag, name, value)
        if name == "href":
            assert value.startswith("#")
        if name == "src":
            assert re.match(r"data:image/(png|jpeg|gif|webp);base64,", value)


def test_cleaning_twice_changes_nothing() -> None:
    once = sanitise(hostile_page(BASE))
    assert sanitise(once) == once


def test_text_after_an_attack_is_still_there() -> None:
    assert "the end" in sanitise(hostile_page(BASE))


def test_a_real_notebook_stays_readable() -> None:
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("# Entanglement\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
            nbformat.v4.new_code_cell(
                "def bell_pair():\n    return 1",
                outputs=[
                    nbformat.v4.new_output("display_data", data={"image/png": PIXEL}),
                    nbformat.v4.new_output("stream", text="q_0: ──■──"),
                    nbformat.v4.new_output(
                        "display_data", data={"text/html": "<script>alert(1)</script><b>bold</b>"}
                    ),
                ],
            ),
        ]
    )
    exported, _ = HTMLExporter().from_notebook_node(notebook)
    shown = sanitise(exported)
    assert "Entanglement" in shown
    assert "<td>2</td>" in shown
    assert '<span class="nf">bell_pair</span>' in shown
    assert f"data:image/png;base64,{PIXEL}" in shown
    assert "q_0: ──■──" in shown
    assert "<b>bold</b>" in shown
    assert "alert" not in shown
    assert len(shown) < len(exported) / 10


def test_links_within_the_page_stay_and_others_keep_their_text() -> None:
    assert sanitise('<a href="#task">to the task</a>') == '<a href="#task">to the task</a>'
    assert sanitise('<a href="https://outside.invalid">out</a>') == "<a>out</a>"


def test_the_answer_may_load_and_run_nothing() -> None:
    answer = feedback_page("<p>x</p>", language="ja", title="<b>title</b>")
    rules = dict(part.strip().partition(" ")[::2] for part in policy().split(";"))
    assert answer.headers["Content-Security-Policy"] == policy()
    assert rules["sandbox"] == ""
    assert rules["default-src"] == "'none'"
    assert rules["img-src"] == "data:"
    assert "script-src" not in rules
    style = re.search(r"<style>(.*?)</style>", answer.get_data(as_text=True), re.S)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert rules["style-src"] == f"'sha256-{digest}'"
    assert "<title>&lt;b&gt;title&lt;/b&gt;</title>" in answer.get_data(as_text=True)
    assert '<html lang="ja">' in answer.get_data(as_text=True)
