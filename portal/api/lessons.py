"""Lessons to read: the grader brings the pages of each lesson that it executed, with their pictures."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from flask import Response
from flask_babel import gettext
from msgspec import Meta
from sqlalchemy import delete, select

from grader.results import LANGUAGES
from portal.api.answers import KnownLessons, KnownModule
from portal.api.blueprint import answer, blueprint, body_as
from portal.api.caller import Caller, only
from portal.api.description import described
from portal.api.files import SentFile, blobs, contents, store
from portal.database import read, write
from portal.errors import TooLarge, Unknown, Unreadable
from portal.lessons.harmless import ANCHOR, PICTURE, harmless, harmless_heading
from portal.models import Exercise, Lesson, LessonPage, LessonPicture
from portal.storage import Blob

MAX_PICTURES = 100
MAX_PAGE_BYTES = 2 * 2**20
"""Of one page's HTML; the longest lesson of the course has an eighth of it."""

_PNG = b"\x89PNG\r\n\x1a\n"


class HeadingForm(msgspec.Struct):
    """A heading of a lesson: where links lead, 2 or 3, and its text as HTML."""

    id: Annotated[str, Meta(pattern=f"^{ANCHOR.pattern}$")]
    level: Annotated[int, Meta(ge=2, le=3)]
    html: Annotated[str, Meta(max_length=5000)]


class LessonPageForm(msgspec.Struct):
    """A lesson in one language. Of its HTML only what is harmless is kept."""

    html: str
    headings: Annotated[list[HeadingForm], Meta(max_length=300)]


class LessonForm(msgspec.Struct):
    """The pages of a lesson by language, and the PNG pictures that they show as `pictures/<name>`."""

    version: Annotated[str, Meta(pattern=r"^[0-9a-f]{8,64}$")]
    pages: dict[str, LessonPageForm]
    pictures: list[SentFile]


@blueprint.get("/catalog/lessons")
@described("Ask which lessons are known", answers={200: KnownLessons})
@only(Caller.GRADER)
def lessons_known() -> Response:
    """Say which version of each lesson is shown, so that what has not changed need not be sent again."""
    rows = read().execute(select(Lesson.exercise_id, Lesson.version).order_by(Lesson.exercise_id))
    return answer(KnownLessons([KnownModule(*row) for row in rows]))


@blueprint.put("/catalog/lessons/<module>")
@described(
    "Store a lesson's pages",
    body=LessonForm,
    answers={200: KnownModule},
    errors={
        404: ("unknown_module",),
        413: ("too_many_files",),
        422: ("broken_lesson", "bad_name", "bad_encoding"),
    },
)
@only(Caller.GRADER)
def put_lesson(module: str) -> Response:
    """Take the pages of a lesson and show them from now on. Its exercise must have been stored before."""
    form = body_as(LessonForm)
    if read().get(Exercise, module) is None:
        raise Unknown(
            "unknown_module",
            gettext(
                "There is no module %(module)s. Store its exercise first.", module=ascii(module)
            ),
        )
    pages = _stored_pages(form)
    pictures = _stored_pictures(form)
    with write() as session:
        session.execute(delete(LessonPage).where(LessonPage.lesson_id == module))
        session.execute(delete(LessonPicture).where(LessonPicture.lesson_id == module))
        session.merge(Lesson(exercise_id=module, version=form.version))
        session.flush()
        session.add_all(
            LessonPage(
                lesson_id=module,
                language=language,
                headings=_headings(form.pages[language]),
                sha256=blob.sha256,
            )
            for language, blob in pages.items()
        )
        session.add_all(
            LessonPicture(lesson_id=module, name=name, sha256=blob.sha256)
            for name, blob in pictures.items()
        )
    return answer(KnownModule(module, form.version))


def _stored_pages(form: LessonForm) -> dict[str, Blob]:
    if "en" not in form.pages or not set(form.pages) <= set(LANGUAGES):
        raise _broken(
            gettext(
                "expected pages in en and perhaps ja and ko, got %(found)s",
                found=", ".join(sorted(form.pages)) or "-",
            )
        )
    stored = {}
    for language, page in form.pages.items():
        if len(page.html.encode()) > MAX_PAGE_BYTES:
            raise TooLarge(
                "too_large",
                gettext(
                    "The page in %(language)s is larger than %(limit)d MiB. Let the lesson print less.",
                    language=language,
                    limit=MAX_PAGE_BYTES // 2**20,
                ),
            )
        stored[language] = blobs().put(harmless(page.html).encode())
    return stored


def _stored_pictures(form: LessonForm) -> dict[str, Blob]:
    found = contents(form.pictures, MAX_PICTURES)
    for name, content in found.items():
        if not PICTURE.fullmatch(name) or not content.startswith(_PNG):
            raise _broken(gettext("%(name)s is no PNG picture named by a digest", name=ascii(name)))
    return store(found)


def _headings(page: LessonPageForm) -> list[dict[str, Any]]:
    return [
        {"id": one.id, "level": one.level, "html": harmless_heading(one.html)}
        for one in page.headings
    ]


def _broken(reason: str) -> Unreadable:
    return Unreadable("broken_lesson", gettext("The lesson is broken: %(reason)s.", reason=reason))
