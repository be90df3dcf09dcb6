"""Nothing of a lesson's HTML can act, load from elsewhere, or pose as a part of our page."""

from __future__ import annotations

import pytest

from portal.lessons.harmless import harmless, harmless_heading
from tests.portal.lessons.published import PICTURE, page


def test_what_a_lesson_needs_stays_as_it_is() -> None:
    html = page("en")["html"] + (
        '<span class="formula"><math display="block"><mrow><mo stretchy="true" form="prefix">(</mo><mtable><mtr><mtd>'
        '<mn>1</mn></mtd></mtr></mtable></mrow><mspace width="0.167em"></mspace></math></span>'
        '<div class="scroll"><table><thead><tr><th>a</th></tr></thead></table></div>'
        "<details><summary>More</summary><p>x</p></details>"
        '<pre class="output"><samp>1 &lt; 2</samp></pre><p><a href="#section-3" rel="noopener noreferrer">up</a></p>'
    )
    assert harmless(html) == html


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        '<img src="https://elsewhere.example/spy.png">',
        '<img src="pictures/../../secrets.png">',
        '<img src="data:image/svg+xml;base64,AAAA">',
        '<p style="position:fixed">x</p>',
        "<style>*{display:none}</style>",
        '<form action="/sign-out"><button>x</button></form>',
        '<iframe src="/"></iframe>',
        "<svg><script>alert(1)</script></svg>",
        '<math><mtext><style><img src=x onerror="alert(1)"></style></mtext></math>',
        '<math href="javascript:alert(1)"><mi>x</mi></math>',
        '<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>',
        '<a href="javascript:alert(1)">x</a>',
        '<p id="content" class="bar message">x</p>',
        '<meta http-equiv="refresh" content="0;url=/">',
        '<base href="https://elsewhere.example/">',
    ],
)
def test_what_could_do_harm_is_gone(html: str) -> None:
    kept = harmless(html)
    for word in ("alert", "elsewhere", "style", "on" + "error", "form", "iframe", "content", "bar"):
        assert word not in kept, kept
    for word in ("src=", "href=", "data:", "<meta", "<base", "<script", "<svg"):
        assert word not in kept, kept


def test_links_lead_inside_or_over_https_without_a_word_about_where_from() -> None:
    kept = harmless('<a href="https://doi.org/10.1">a</a><a href="/sign-out">b</a>')
    assert kept == (
        '<a href="https://doi.org/10.1" rel="noopener noreferrer">a</a><a rel="noopener noreferrer">b</a>'
    )


def test_a_heading_has_no_link_or_picture_of_its_own() -> None:
    kept = harmless_heading(
        f'<a href="#section-1">1. <code>@</code></a> <img src="pictures/{PICTURE}"><math><mi>x</mi></math>'
    )
    assert kept == "1. <code>@</code> <math><mi>x</mi></math>"
