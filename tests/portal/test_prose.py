"""Markdown of strangers in pages of ours: what it says stays, what it could do does not."""

from __future__ import annotations

import pytest

from portal.prose import prose

PIXEL = "data:image/png;base64,iVBORw0KGgo="


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](https://example.invalid/)",
        "![x](https://example.invalid/x.png)",
        "![x](data:text/html;base64,PHNjcmlwdD4=)",
        "<style>body { display: none }</style>",
        "<form action=/sign-out><button>x</button></form>",
        "<iframe src=/></iframe>",
        "[a]: javascript:alert(1)\n\n[a]",
        "<https://example.invalid>",
    ],
)
def test_nothing_acts_and_nothing_leads_away(markdown: str) -> None:
    html = str(prose(markdown)).lower()
    for element in ("script", "style", "form", "button", "iframe"):
        assert f"<{element}" not in html
    assert 'href="' not in html
    assert 'src="' not in html


def test_what_it_says_stays() -> None:
    html = prose(
        "**Bold** and *slanted*\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx < 1\n```"
    )
    for part in (
        "<strong>Bold</strong>",
        "<em>slanted</em>",
        "<li>one</li>",
        "<td>1</td>",
        "x &lt; 1",
    ):
        assert part in html


def test_tex_is_left_as_it_is_written() -> None:
    assert "$a_1 * b_1 \\\\ c_2$" in prose(r"so $a_1 * b_1 \\ c_2$ holds")
    assert "$$x_1\n= *y*$$" in prose("$$x_1\n= *y*$$")
    assert "costs $5 and <em>$6</em>" in prose("costs $5 and *$6*")


def test_a_pasted_picture_is_shown_if_it_is_one() -> None:
    assert f'src="{PIXEL}"' in prose("![graph](attachment:g.png)", {"g.png": PIXEL})
    svg = "data:image/svg+xml;base64,PHN2Zz4="
    assert "src" not in prose("![graph](attachment:g.png)", {"g.png": svg})
    assert "src" not in prose("![graph](attachment:none.png)", {"g.png": PIXEL})


def test_a_heading_is_none_of_the_page() -> None:
    assert "<h1" not in prose("# Title")
    assert "Title" in prose("# Title")


def test_deep_nesting_ends() -> None:
    assert len(prose("> " * 5000 + "x")) < 1000


def test_html_is_text_that_a_reader_sees() -> None:
    assert "&lt;b&gt;so&lt;/b&gt;" in prose("<b>so</b>")
    assert "<b>" not in prose("<b>so</b>\n\n<b>\nso\n</b>")
