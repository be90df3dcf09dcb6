"""The table of an offering's marks and its files, as each role finds them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from sqlalchemy import select

from portal.instructor.marks.selection import PAGE_LENGTH
from portal.models import AuditEntry, Person, Release, Role, RoleAssignment
from tests.portal.classroom import Portal
from tests.portal.gradebook.term import COURSE, FIRST, fill

PAGE = f"/instructor/{COURSE}/marks"
FILES = ("learners.csv", "tasks.csv", "gradebook.db")


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    portal = Portal(tmp_path)
    fill(portal)
    return portal


@pytest.mark.parametrize("address", [PAGE, *(f"{PAGE}/{file}" for file in FILES)])
@pytest.mark.parametrize(
    ("login", "status"),
    [
        (None, 303),
        ("utokyo-learner-1", 403),
        ("snu-learner-1", 403),
        ("utokyo-instructor", 200),
        ("snu-instructor", 404),
        ("utokyo-coordinator", 403),
    ],
)
def test_who_may_see_marks(portal: Portal, login: str | None, address: str, status: int) -> None:
    assert portal.visitor(login).get(address).status_code == status


@pytest.mark.parametrize(
    ("language", "open_appeal"),
    [("en", "open appeal"), ("ja", "採点への質問が未回答"), ("ko", "이의 신청 미답변")],
)
def test_the_table_shows_marks_and_what_is_open(
    portal: Portal, language: str, open_appeal: str
) -> None:
    visitor = portal.visitor("utokyo-instructor")
    visitor.speak(language)
    page = visitor.get(PAGE).text
    assert open_appeal in page
    assert "模擬 学習者16" in page
    assert "8.1" in page
    assert '<del class="quiet">9</del>' in page


@pytest.mark.parametrize(
    ("query", "logins"),
    [
        ("show=open", [2, 3, 4, 5, 6]),
        ("show=late", [1]),
        ("text=学習者7", [7]),
        ("text=UTOKYO-LEARNER-9", [9]),
        ("text=模擬学習者12", [12]),
        ("show=open&text=学習者3", [3]),
        ("text=nobody", []),
        ("show=nonsense&page=-1", list(range(1, 17))),
        ("page=999999999999999999", list(range(1, 17))),
    ],
)
def test_the_table_can_be_narrowed(portal: Portal, query: str, logins: list[int]) -> None:
    page = portal.visitor("utokyo-instructor").get(f"{PAGE}?{query}").text
    shown = [n for n in range(1, 17) if f">utokyo-learner-{n}<" in page]
    assert shown == logins


def test_what_was_searched_for_is_no_html(portal: Portal) -> None:
    page = portal.visitor("utokyo-instructor").get(f'{PAGE}?text="><script>').text
    assert "<script>" not in page


def test_a_large_course_has_pages(portal: Portal) -> None:
    with portal.writing() as session:
        for number in range(100, 100 + PAGE_LENGTH):
            person = Person(
                issuer="demo",
                subject=f"more-{number}",
                login=f"more-{number}",
                family_name="模擬",
                given_name=f"追加{number}",
                language="ja",
                pseudonym=f"more{number}",
                institution_id="utokyo",
                simulated=True,
            )
            person.roles.append(RoleAssignment(role=Role.LEARNER, offering_id=COURSE))
            session.add(person)
    visitor = portal.visitor("utokyo-instructor")
    first, second = visitor.get(PAGE).text, visitor.get(f"{PAGE}?page=2").text
    assert first.count('<th scope="row">') == PAGE_LENGTH
    assert second.count('<th scope="row">') == 16
    assert "page=2" in first
    assert "page=1" in second


def test_nothing_handed_out_yet_is_said(portal: Portal) -> None:
    with portal.writing() as session:
        for release in session.scalars(select(Release).where(Release.offering_id == "snu-2026")):
            release.release_at = release.release_at.replace(year=2100)
    page = portal.visitor("snu-instructor").get("/instructor/snu-2026/marks")
    assert page.status_code == 200
    assert "learners.csv" not in page.text


def test_a_file_has_its_name_and_kind_and_is_kept_by_no_cache(portal: Portal) -> None:
    visitor = portal.visitor("utokyo-instructor")
    answers = {file: visitor.get(f"{PAGE}/{file}") for file in FILES}
    kinds = {file: answer.mimetype for file, answer in answers.items()}
    assert kinds == {
        "learners.csv": "text/csv",
        "tasks.csv": "text/csv",
        "gradebook.db": "application/vnd.sqlite3",
    }
    for answer in answers.values():
        assert answer.headers["Content-Disposition"].startswith(f'attachment; filename="{COURSE}-')
        assert answer.headers["Cache-Control"] == "no-store"
    text = answers["learners.csv"].data.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {line["family_name"] for line in lines} == {"模擬"}
    assert lines[0][f"{FIRST} state"] == "settled"
    assert answers["gradebook.db"].data.startswith(b"SQLite format 3\x00")


def test_each_download_is_noted_and_no_refused_one(portal: Portal) -> None:
    portal.visitor("snu-instructor").get(f"{PAGE}/learners.csv")
    visitor = portal.visitor("utokyo-instructor")
    visitor.get(PAGE)
    for file in FILES:
        visitor.get(f"{PAGE}/{file}")
    with portal.writing() as session:
        noted = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    teacher = portal.room.people["utokyo-instructor"].pseudonym
    assert [(one.actor, one.action, one.subject, one.details["file"]) for one in noted] == [
        (teacher, "marks_exported", COURSE, file) for file in FILES
    ]
