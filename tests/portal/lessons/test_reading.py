"""Lessons as learners and instructors read them, and who may not."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import update

from portal.models import Release, now
from tests.portal.classroom import EXERCISES, Portal, Visitor
from tests.portal.lessons.published import PICTURE, TITLES, png, publish

FIRST, SECOND, THIRD = (exercise for exercise, *_ in EXERCISES)
LEARNER = "utokyo-learner-1"
OFFERING = "utokyo-2026"
PAGE = f"/learner/{OFFERING}/{THIRD}/lesson"
TAUGHT = f"/instructor/{OFFERING}/exercises/{THIRD}/lesson"


@pytest.fixture
def portal(tmp_path) -> Portal:
    portal = Portal(tmp_path)
    publish(portal, THIRD)
    return portal


def speaking(portal: Portal, language: str, login: str = LEARNER) -> Visitor:
    visitor = portal.visitor(login)
    visitor.speak(language)
    return visitor


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_a_lesson_is_read_in_the_readers_language(portal: Portal, language: str) -> None:
    page = speaking(portal, language).get(PAGE).text
    assert f'<article class="lesson" lang="{language}">' in page
    assert f'<h2 id="section-3">3. {TITLES[language]}</h2>' in page
    assert f'<a href="#section-3">3. <em>{TITLES[language]}</em></a>' in page


def test_where_there_is_none_in_her_language_she_reads_english_and_is_told(portal: Portal) -> None:
    publish(portal, SECOND, "en")
    page = speaking(portal, "ko").get(f"/learner/{OFFERING}/{SECOND}/lesson").text
    assert '<article class="lesson" lang="en">' in page
    assert "영어로 표시합니다" in page
    english = speaking(portal, "en").get(f"/learner/{OFFERING}/{SECOND}/lesson").text
    assert "shown in English" not in english


def test_pictures_stand_beside_their_page_and_need_no_second_asking(portal: Portal) -> None:
    for reader, page in ((LEARNER, PAGE), ("utokyo-instructor", TAUGHT)):
        visitor = portal.visitor(reader)
        assert f'src="pictures/{PICTURE}"' in visitor.get(page).text
        answer = visitor.get(f"{page.rsplit('/', 1)[0]}/pictures/{PICTURE}")
        assert (answer.status_code, answer.mimetype) == (200, "image/png")
        assert answer.data == png()
        assert "private" in answer.headers["Cache-Control"]
        assert "immutable" in answer.headers["Cache-Control"]


def test_lessons_lead_to_each_other_in_the_order_of_the_course(portal: Portal) -> None:
    publish(portal, SECOND)
    page = portal.visitor(LEARNER).get(f"/learner/{OFFERING}/{SECOND}/lesson").text
    assert f'rel="prev" href="/learner/{OFFERING}/{FIRST}/lesson"' in page
    assert f'rel="next" href="{PAGE}"' in page
    last = portal.visitor(LEARNER).get(PAGE).text
    assert 'rel="next"' not in last


def test_the_list_has_all_planned_modules_and_links_what_is_there(portal: Portal) -> None:
    listing = speaking(portal, "en").get(f"/learner/{OFFERING}/lessons").text
    assert f'href="{PAGE}"' in listing
    assert f"/{FIRST}/lesson" not in listing
    assert listing.count("not here yet") == 2
    taught = speaking(portal, "en", "utokyo-instructor").get(f"/instructor/{OFFERING}/lessons").text
    assert f'href="{TAUGHT}"' in taught


def test_a_lesson_that_is_not_published_is_said_plainly(portal: Portal) -> None:
    answer = speaking(portal, "en").get(f"/learner/{OFFERING}/{FIRST}/lesson")
    assert answer.status_code == 200
    assert "This lesson is not here yet" in answer.text


def test_whoever_wants_to_read_ahead_may_but_the_exercise_is_not_open(portal: Portal) -> None:
    exercise = f'href="/learner/{OFFERING}/{THIRD}"'
    assert exercise in portal.visitor(LEARNER).get(PAGE).text
    with portal.writing() as session:
        session.execute(update(Release).values(release_at=now() + timedelta(days=3)))
    later = portal.visitor(LEARNER).get(PAGE)
    assert later.status_code == 200
    assert exercise not in later.text


def test_a_module_that_the_offering_does_not_plan_is_not_there(portal: Portal) -> None:
    with portal.writing() as session:
        release = session.get_one(Release, (OFFERING, THIRD))
        session.delete(release)
    visitor = portal.visitor(LEARNER)
    for address in (PAGE, f"/learner/{OFFERING}/{THIRD}/pictures/{PICTURE}", f"{PAGE}/jupyterlab"):
        assert visitor.get(address).status_code == 404, address
    assert portal.visitor("utokyo-instructor").get(TAUGHT).status_code == 404


def test_one_click_opens_the_lesson_in_jupyterlab(portal: Portal) -> None:
    visitor = portal.visitor(LEARNER)
    assert f'href="{PAGE}/jupyterlab"' in visitor.get(PAGE).text
    answer = visitor.get(f"{PAGE}/jupyterlab")
    assert answer.status_code == 303
    asked = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert asked["lesson"] == [THIRD]
    assert asked["ticket"]


def test_without_a_jupyterlab_there_is_no_such_link(tmp_path) -> None:
    portal = Portal(tmp_path, lab=False)
    publish(portal, THIRD)
    visitor = portal.visitor(LEARNER)
    assert "jupyterlab" not in visitor.get(PAGE).text.lower()
    assert visitor.get(f"{PAGE}/jupyterlab").status_code == 404


@pytest.mark.parametrize(
    ("login", "status"),
    [
        (LEARNER, (200, 403)),
        ("snu-learner-1", (404, 403)),
        ("utokyo-instructor", (403, 200)),
        ("snu-instructor", (403, 404)),
        ("utokyo-coordinator", (403, 403)),
        (None, (303, 303)),
    ],
)
def test_who_may_read(portal: Portal, login: str | None, status: tuple[int, int]) -> None:
    visitor = portal.visitor(login)
    learning = (
        PAGE,
        f"/learner/{OFFERING}/lessons",
        f"/learner/{OFFERING}/{THIRD}/pictures/{PICTURE}",
    )
    teaching = (
        TAUGHT,
        f"/instructor/{OFFERING}/lessons",
        f"/instructor/{OFFERING}/exercises/{THIRD}/pictures/{PICTURE}",
    )
    for addresses, expected in zip((learning, teaching), status, strict=True):
        for address in addresses:
            assert visitor.get(address).status_code == expected, address


def test_only_pictures_of_the_lesson_are_handed_out(portal: Portal) -> None:
    publish(portal, SECOND)
    visitor = portal.visitor(LEARNER)
    for name in ("portal.db", "0" * 32 + ".png", "..%2f..%2fsecrets.json"):
        assert visitor.get(f"/learner/{OFFERING}/{THIRD}/pictures/{name}").status_code == 404
    assert visitor.get(f"/learner/{OFFERING}/{FIRST}/pictures/{PICTURE}").status_code == 404
