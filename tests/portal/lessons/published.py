"""A small lesson as the grader publishes it."""

from __future__ import annotations

import base64
import hashlib
import struct
import zlib
from typing import Any

from portal.lessons.harmless import harmless
from portal.models import Lesson, LessonPage, LessonPicture
from portal.storage import BlobStore
from tests.portal.classroom import Portal

TITLES = {
    "en": "Two qubits at once",
    "ja": "2つの量子ビット",
    "ko": "두 큐비트",
}


def png() -> bytes:
    """Return a picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\xff"))
        + chunk(b"IEND", b"")
    )


PICTURE = f"{hashlib.sha256(png()).hexdigest()[:32]}.png"


def page(language: str) -> dict[str, Any]:
    title = TITLES[language]
    return {
        "html": (
            f'<h2 id="section-3">3. {title}</h2>'
            '<p>The state <math display="inline"><mi>ψ</mi></math>.</p>'
            '<pre class="highlight"><code><span class="k">import</span> numpy</code></pre>'
            f'<figure><img src="pictures/{PICTURE}" alt="A point" width="1" height="1"></figure>'
        ),
        "headings": [{"id": "section-3", "level": 2, "html": f"3. <em>{title}</em>"}],
    }


def lesson(version: str = "0123456789ab", *languages: str) -> dict[str, Any]:
    """Return the body of the call that publishes it."""
    return {
        "version": version,
        "pages": {language: page(language) for language in languages or TITLES},
        "pictures": [{"name": PICTURE, "content": base64.b64encode(png()).decode()}],
    }


def publish(portal: Portal, module: str, *languages: str) -> None:
    """Write the lesson of a module into the database of a classroom."""
    sent = lesson("0123456789ab", *languages)
    with portal.writing() as session:
        session.add(Lesson(exercise_id=module, version=sent["version"]))
        session.flush()
        for language, one in sent["pages"].items():
            session.add(
                LessonPage(
                    lesson_id=module,
                    language=language,
                    headings=one["headings"],
                    sha256=portal.store(harmless(one["html"])),
                )
            )
        session.add(
            LessonPicture(
                lesson_id=module,
                name=PICTURE,
                sha256=BlobStore(portal.app.config["BLOBS"]).put(png()).sha256,
            )
        )
