"""Saving a draft: the same text, two authors at once, a wrong form."""

from __future__ import annotations

import re
from html import unescape

import pytest

from portal.models import DraftState, ExerciseText
from tests.portal.classroom import Portal
from tests.portal.instructor.author.scene import (
    EXERCISE,
    PAGE,
    TEXT,
    author,
    draft_of,
    edited,
    fields,
    in_fields,
    save,
)

MINE = edited("a **pair**", "my **pair**")
THEIRS = edited("a **pair**", "their **pair**")


def test_the_form_holds_the_text_letter_by_letter(portal: Portal) -> None:
    visitor = author(portal)
    answer = save(visitor, TEXT)
    assert answer.status_code == 303
    assert draft_of(portal) is None
    assert "The text is as it was" in visitor.get(PAGE).text


def test_what_is_saved_is_there_again(portal: Portal) -> None:
    visitor = author(portal)
    assert save(visitor, MINE).status_code == 303
    draft = draft_of(portal)
    assert draft is not None
    assert (draft.state, draft.revision, draft.texts[-1].text) == (DraftState.WRITING, 1, MINE)
    assert "my **pair**" in visitor.get(PAGE).text
    changes = visitor.get(f"{PAGE}/changes").text
    assert re.findall(r"<(ins|del)>([^<]*)", changes) == [
        ("del", "- # In this exercise you make a **pair** with `make_pair`."),
        ("ins", "+ # In this exercise you make my **pair** with `make_pair`."),
    ]


def test_a_double_click_saves_once(portal: Portal) -> None:
    visitor = author(portal)
    known = in_fields(MINE, fields(visitor.get(PAGE).text)) | {"then": "save"}
    for _ in range(2):
        assert visitor.form(PAGE, PAGE, **known).status_code == 303
    draft = draft_of(portal)
    assert draft is not None
    assert draft.revision == 1


def test_of_two_authors_neither_text_is_lost(portal: Portal) -> None:
    first, second = author(portal), author(portal)
    form = in_fields(MINE, fields(second.get(PAGE).text)) | {"then": "save"}
    save(first, THEIRS)
    answer = second.form(PAGE, PAGE, **form)
    assert answer.status_code == 409
    page = unescape(answer.text)
    assert page.count('role="alert"') == 1
    assert "- # In this exercise you make their **pair**" in page
    assert "+ # In this exercise you make my **pair**" in page
    shown = fields(answer.text)
    assert "my **pair**" in shown["text-0"]
    draft = draft_of(portal)
    assert draft is not None
    assert [one.text for one in draft.texts] == [THEIRS]
    # She has seen it and saves all the same: both are kept.
    assert second.form(PAGE, PAGE, **(shown | {"then": "save"})).status_code == 303
    draft = draft_of(portal)
    assert draft is not None
    assert [one.text for one in draft.texts] == [THEIRS, MINE]
    assert "their **pair**" in second.get(f"{PAGE}?revision=1").text


def test_a_page_of_an_older_version_is_told_so(portal: Portal) -> None:
    visitor = author(portal)
    form = in_fields(MINE, fields(visitor.get(PAGE).text)) | {"then": "save"}
    answer = visitor.form(PAGE, PAGE, **(form | {"base": "fedcba987654"}))
    assert answer.status_code == 409
    assert "my **pair**" in answer.text
    assert draft_of(portal) is None


@pytest.mark.parametrize("points", ["0", "-1", "two", "1e9", ""])
def test_wrong_points_are_refused_and_nothing_typed_is_lost(portal: Portal, points: str) -> None:
    visitor = author(portal)
    form = in_fields(MINE, fields(visitor.get(PAGE).text)) | {"then": "save", "points-4": points}
    answer = visitor.form(PAGE, PAGE, **form)
    assert answer.status_code == 422
    assert "Points are a number" in answer.text
    assert "my **pair**" in answer.text
    assert draft_of(portal) is None


def test_points_go_into_the_header(portal: Portal) -> None:
    visitor = author(portal)
    form = fields(visitor.get(PAGE).text) | {"then": "save", "points-4": "2.5"}
    assert visitor.form(PAGE, PAGE, **form).status_code == 303
    draft = draft_of(portal)
    assert draft is not None
    assert draft.texts[-1].text == edited("points=2", "points=2.5")


@pytest.mark.parametrize(
    "change",
    [
        {"cells": "x"},
        {"cells": "0"},
        {"cells": "99999999999"},
        {"revision": "²"},
        {"head-1": "import os"},
        {"gap-1": "-1"},
    ],
)
def test_a_form_that_is_none_of_ours_changes_nothing(
    portal: Portal, change: dict[str, str]
) -> None:
    visitor = author(portal)
    form = in_fields(MINE, fields(visitor.get(PAGE).text)) | change
    assert visitor.form(PAGE, PAGE, **form).status_code == 422
    assert draft_of(portal) is None


def test_a_text_beyond_all_measure_is_refused(portal: Portal) -> None:
    visitor = author(portal)
    form = fields(visitor.get(PAGE).text) | {"then": "save", "text-0": "# T\n" + "x" * 200_000}
    answer = visitor.form(PAGE, PAGE, **form)
    assert answer.status_code == 413
    assert draft_of(portal) is None


def test_without_a_text_the_page_says_where_it_comes_from(portal: Portal) -> None:
    with portal.writing() as session:
        session.delete(session.get_one(ExerciseText, portal.room.versions[EXERCISE].id))
    page = author(portal).get(PAGE).text
    assert "The grader has not sent the text" in page
    assert 'class="author"' not in page
