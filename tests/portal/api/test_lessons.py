"""The call that publishes lessons."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.api.lessons import MAX_PAGE_BYTES, MAX_PICTURES
from portal.database import read
from portal.models import LessonPage, LessonPicture
from portal.storage import BlobStore
from tests.portal.calls import EXERCISE, Api
from tests.portal.lessons.published import PICTURE, lesson, png

PATH = f"/catalog/lessons/{EXERCISE}"


def shown(app: Flask, language: str = "en") -> str:
    with app.app_context():
        page = read().get(LessonPage, (EXERCISE, language))
        return BlobStore(app.config["BLOBS"]).get(page.sha256).decode() if page else ""


def test_a_lesson_is_taken_and_its_version_known(campus: None, grader: Api, app: Flask) -> None:
    assert grader("GET", "/catalog/lessons").json == {"lessons": []}
    answer = grader("PUT", PATH, lesson())
    assert (answer.status, answer.json) == (200, {"module": EXERCISE, "version": "0123456789ab"})
    assert grader("GET", "/catalog/lessons").json == {
        "lessons": [{"module": EXERCISE, "version": "0123456789ab"}]
    }
    assert "量子ビット" in shown(app, "ja")


def test_a_new_version_replaces_all_of_the_old_one(campus: None, grader: Api, app: Flask) -> None:
    assert grader("PUT", PATH, lesson()).status == 200
    changed = lesson("ba9876543210", "en")
    changed["pages"]["en"]["html"] = "<p>Changed</p>"
    changed["pictures"] = []
    for _ in range(2):
        assert grader("PUT", PATH, changed).status == 200
    assert shown(app) == "<p>Changed</p>"
    assert shown(app, "ja") == ""
    with app.app_context():
        assert read().scalars(select(LessonPicture)).all() == []


def test_what_could_do_harm_is_not_even_stored(campus: None, grader: Api, app: Flask) -> None:
    sent = lesson()
    sent["pages"]["en"]["html"] += "<script>alert(1)</script>"
    sent["pages"]["en"]["headings"][0]["html"] = '<img src=x onerror="alert(1)">Three'
    assert grader("PUT", PATH, sent).status == 200
    assert "alert" not in shown(app)
    with app.app_context():
        page = read().get_one(LessonPage, (EXERCISE, "en"))
        assert page.headings == [{"id": "section-3", "level": 2, "html": "Three"}]


def broken() -> dict[str, tuple[Any, int, str]]:
    def changed(**parts: Any) -> dict[str, Any]:
        return lesson() | parts

    large = lesson()
    large["pages"]["en"]["html"] = "x" * (MAX_PAGE_BYTES + 1)
    anchor = lesson()
    anchor["pages"]["en"]["headings"][0]["id"] = "content"
    (picture,) = lesson()["pictures"]
    text = picture | {"content": base64.b64encode(b"<svg></svg>").decode()}
    many = [picture | {"name": f"{number:032x}.png"} for number in range(MAX_PICTURES + 1)]
    return {
        "no English page": (lesson("0123456789ab", "ja"), 422, "broken_lesson"),
        "other language": (
            changed(pages=lesson()["pages"] | {"fr": {"html": "", "headings": []}}),
            422,
            "broken_lesson",
        ),
        "large page": (large, 413, "too_large"),
        "an anchor of ours": (anchor, 422, "unreadable"),
        "no picture": (changed(pictures=[text]), 422, "broken_lesson"),
        "other name": (changed(pictures=[picture | {"name": "a.png"}]), 422, "broken_lesson"),
        "a folder": (changed(pictures=[picture | {"name": f"../{PICTURE}"}]), 422, "bad_name"),
        "a picture twice": (changed(pictures=[picture, picture]), 422, "bad_name"),
        "too many": (changed(pictures=many), 413, "too_many_files"),
        "no version": (changed(version="x"), 422, "unreadable"),
        "text": ("hello", 422, "unreadable"),
    }


@pytest.mark.parametrize("case", broken())
def test_what_is_broken_is_refused_and_changes_nothing(
    campus: None, grader: Api, app: Flask, case: str
) -> None:
    assert grader("PUT", PATH, lesson()).status == 200
    before = shown(app)
    body, status, code = broken()[case]
    answer = grader("PUT", PATH, body)
    assert (answer.status, answer.code) == (status, code)
    assert shown(app) == before
    assert grader("GET", "/catalog/lessons").json["lessons"][0]["version"] == "0123456789ab"


def test_the_exercise_comes_first(campus: None, grader: Api) -> None:
    answer = grader("PUT", "/catalog/lessons/05_more", lesson())
    assert (answer.status, answer.code) == (404, "unknown_module")


def test_only_the_grader_publishes(campus: None, operator: Api, student: Api) -> None:
    for caller in (operator, student):
        assert caller("PUT", PATH, lesson()).status == 403
        assert caller("GET", "/catalog/lessons").status == 403


def test_more_pictures_than_files_of_an_attempt(campus: None, grader: Api, app: Flask) -> None:
    number = app.config["MAX_FILES"] + 1
    content = base64.b64encode(png()).decode()
    pictures = [{"name": f"{one:032x}.png", "content": content} for one in range(number)]
    assert grader("PUT", PATH, lesson() | {"pictures": pictures}).status == 200
