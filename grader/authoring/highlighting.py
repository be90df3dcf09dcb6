"""Python code as HTML whose colours are classes alone, as the portal's style sheet knows them."""

from __future__ import annotations

from functools import cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer


def highlighted(code: str) -> str:
    """Return code as a `<pre>`."""
    return f'<pre class="highlight"><code>{highlight(code, *_tools())}</code></pre>'


@cache
def _tools() -> tuple[PythonLexer, HtmlFormatter[str]]:
    return PythonLexer(), HtmlFormatter(nowrap=True)
