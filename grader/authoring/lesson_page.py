"""A lesson as pages to read, one in each language, executed and with its pictures: what the portal shows.

The portal takes nothing of it on trust: it keeps only the tags and attributes that it knows.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from typing import Any

from grader.authoring.cells import Kind
from grader.authoring.formulas import FormulaError, mathml
from grader.authoring.highlighting import highlighted
from grader.authoring.lesson_outputs import Outputs
from grader.authoring.lesson_prose import Heading, Prose, begins_with_caption, heading_ids, prose
from grader.authoring.source import Source
from grader.authoring.translation import Translation
from grader.errors import Problem, SourceError

_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_PICTURE = {
    "en": "Picture drawn by the code above",
    "ja": "上のコードが描いた図",
    "ko": "위 코드가 그린 그림",
}


@dataclass(frozen=True)
class _Picture:
    """A PNG that a cell draws, by the name of its file."""

    name: str
    content: bytes
    width: int | None
    height: int | None


def lesson_pages(
    lesson: Source, translations: Mapping[str, Translation], outputs: Outputs
) -> dict[str, Any]:
    """Return the pages of a lesson, as docs/architecture.md describes them.

    Args:
        lesson: the lesson.
        translations: language -> prose.
        outputs: what its code cells put out, see `grader.authoring.lesson_run`.

    Raises:
        SourceError: a formula cannot be shown.
    """
    pictures: dict[str, bytes] = {}
    pages = {}
    for language, translation in translations.items():
        html, headings = _page(lesson, translation, outputs, pictures)
        pages[language] = {"html": html, "headings": [asdict(heading) for heading in headings]}
    body = {
        "pages": pages,
        "pictures": [
            {"name": name, "content": base64.b64encode(content).decode()}
            for name, content in sorted(pictures.items())
        ],
    }
    digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode())
    return {"version": digest.hexdigest()[:12], **body}


def _page(
    lesson: Source, translation: Translation, outputs: Outputs, pictures: dict[str, bytes]
) -> tuple[str, list[Heading]]:
    html: list[str] = []
    headings: list[Heading] = []
    drawn: list[_Picture] = []
    ids = heading_ids(lesson.cells)
    texts = translation.cell_texts(lesson)
    waiting = iter(outputs)
    for cell, text, own_ids in zip(lesson.cells, texts, ids, strict=True):
        if cell.kind is Kind.CODE:
            html += _figures(drawn, None, translation.language)
            printed, drawn = _shown(next(waiting))
            pictures |= {picture.name: picture.content for picture in drawn}
            html += [highlighted(text), *printed]
            continue
        try:
            found = prose(text, own_ids, captioned=bool(drawn) and begins_with_caption(cell))
        except FormulaError as error:
            raise SourceError(
                [Problem(lesson.path, cell.line, str(error), "write it with other commands")]
            ) from error
        html += _figures(drawn, found, translation.language)
        drawn = []
        html.append(found.html)
        headings += found.headings
    html += _figures(drawn, None, translation.language)
    return "\n".join(html), headings


def _figures(pictures: Sequence[_Picture], found: Prose | None, language: str) -> list[str]:
    """Return the pictures of a cell as one figure, with the caption that the next cell begins with."""
    if not pictures:
        return []
    caption = found.caption if found else ""
    described = (found.described if found else "") or _PICTURE[language]
    images = []
    for number, picture in enumerate(pictures, 1):
        which = described if len(pictures) == 1 else f"({number}/{len(pictures)}) {described}"
        size = f' width="{picture.width}" height="{picture.height}"' if picture.width else ""
        images.append(
            f'<img src="pictures/{picture.name}" alt="{escape(which)}"{size} loading="lazy">'
        )
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return [f"<figure>{''.join(images)}{below}</figure>"]


def _shown(outputs: Sequence[Mapping[str, Any]]) -> tuple[list[str], list[_Picture]]:
    """Return what a cell printed, as HTML, and what it drew. Progress bars on stderr are for who waits."""
    html: list[str] = []
    pictures: list[_Picture] = []
    text = ""
    for output in outputs:
        data = output.get("data", {})
        if output.get("name") == "stdout":
            text += _joined(output["text"])
        elif "image/png" in data:
            pictures.append(_picture(_joined(data["image/png"]), output.get("metadata", {})))
        elif data:
            html += _printed(text)
            text = ""
            html += _result(data)
    return html + _printed(text), pictures


def _result(data: Mapping[str, Any]) -> list[str]:
    if "text/html" in data:
        return [f'<div class="scroll">{_joined(data["text/html"])}</div>']
    if "text/latex" in data:
        try:
            formula = mathml(_joined(data["text/latex"]).strip().strip("$"), display=True)
        except FormulaError:
            pass  # then as text
        else:
            return [f'<span class="formula">{formula}</span>']
    return _printed(_joined(data.get("text/plain", "")))


def _printed(text: str) -> list[str]:
    plain = _ANSI.sub("", text).rstrip()
    return [f'<pre class="output"><samp>{escape(plain, quote=False)}</samp></pre>'] if plain else []


def _picture(encoded: str, metadata: Mapping[str, Any]) -> _Picture:
    content = binascii.a2b_base64(encoded)
    size = metadata.get("image/png", {})
    name = f"{hashlib.sha256(content).hexdigest()[:32]}.png"
    return _Picture(name, content, size.get("width"), size.get("height"))


def _joined(text: str | Sequence[str]) -> str:
    """Return the text of an output, which nbformat may hold as a list of lines."""
    return text if isinstance(text, str) else "".join(text)
