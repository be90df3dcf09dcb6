"""Marks as CSV: what a spreadsheet, and a program, read from it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import pytest

from portal.gradebook.rows import Cell, Column, Enrolled, Gradebook, Row, State, gradebook
from portal.gradebook.table import harmless, learners_file, number, tasks_file
from portal.gradebook.tasks import counting_attempts
from tests.portal.classroom import Portal
from tests.portal.gradebook.term import COURSE, FIRST, SECOND, THIRD


def read(pieces: Iterable[bytes]) -> list[dict[str, str]]:
    content = b"".join(pieces)
    assert content.startswith(b"\xef\xbb\xbf"), "Excel reads names as noise without a mark"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_line_for_each_learner(portal: Portal) -> None:
    with portal.writing() as session:
        lines = {line["login"]: line for line in read(learners_file(gradebook(session, COURSE)))}
    assert len(lines) == 16
    one = lines["utokyo-learner-1"]
    assert (one["family_name"], one["given_name"]) == ("模擬", "学習者1")
    assert [
        one[f"{SECOND} {name}"] for name in ("points", "credit", "maximum", "late", "state")
    ] == ["9", "8.1", "10", "yes", "settled"]
    assert (one[f"{THIRD} points"], one[f"{THIRD} state"]) == ("", "not_handed_in")
    assert (one["total credit"], one["total maximum"], one["open"]) == ("18.1", "30", "0")
    assert lines["utokyo-learner-5"][f"{FIRST} state"] == "failed"
    assert lines["utokyo-learner-5"][f"{FIRST} late"] == ""


def test_a_line_for_each_task(portal: Portal) -> None:
    with portal.writing() as session:
        lines = read(tasks_file(counting_attempts(session, COURSE)))
    mine = [line for line in lines if line["login"] == "utokyo-learner-1"]
    assert len(mine) == 8
    essay = next(
        line for line in mine if (line["exercise"], line["task"]) == (SECOND, "no_signalling")
    )
    assert (essay["points"], essay["credit"], essay["maximum"]) == ("1", "0.9", "2")
    assert (essay["marked_by"], essay["late"], essay["late_factor"]) == ("person", "yes", "0.9")
    waiting = [line for line in lines if line["marked_by"] == "nobody"]
    assert {(line["points"], line["credit"]) for line in waiting} == {("", "")}


@pytest.mark.parametrize(
    "name",
    [
        "=HYPERLINK(1)",
        "+1",
        "-1",
        "@SUM(1)",
        "＝1+1",
        " =1",
        "\t=1",
        "\u3000=1",
        "\r=1",
        "\u200b=1",
        "\ufeff=1",
    ],
)
def test_what_could_begin_a_formula_is_text(name: str) -> None:
    assert harmless(name) == f"'{name}"
    learner = Enrolled(1, "p", "l", name, name)
    (line,) = read(learners_file(Gradebook((), (Row(learner, {}, 0.0, 0.0),))))
    assert line["family_name"] == f"'{name}"


@pytest.mark.parametrize(
    "name", ["模擬", "김", "O'Brien", "Müller, Anna", 'a "b"', "", "Anne-Marie"]
)
def test_ordinary_names_stay_as_they_are(name: str) -> None:
    learner = Enrolled(1, "p", "l", name, "x")
    (line,) = read(learners_file(Gradebook((), (Row(learner, {}, 0.0, 0.0),))))
    assert line["family_name"] == name


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (0.0, "0"), (10.0, "10"), (100.0, "100"), (8.1, "8.1"), (2 / 3, "0.6667")],
)
def test_numbers_have_a_point_and_no_noise(value: float | None, text: str) -> None:
    assert number(value) == text


def test_a_large_course_comes_in_pieces() -> None:
    columns = tuple(Column(f"e{index}", {"en": "E"}, 10.0, None) for index in range(16))
    cell = Cell(1, 5.0, 5.0, 10.0, late=False, unmarked=0, state=State.SETTLED)
    rows = tuple(
        Row(Enrolled(index, f"{index:016}", "l", "模擬", "x"), {"e0": cell}, 5.0, 160.0)
        for index in range(2000)
    )
    pieces = list(learners_file(Gradebook(columns, rows)))
    assert len(pieces) > 3
    assert max(map(len, pieces)) < 200_000
    assert len(read(pieces)) == 2000
