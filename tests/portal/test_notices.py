"""Notices: written with what happened, read in one's language, gone from the number when read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask_babel import ngettext
from sqlalchemy import select

from portal.changes import latest, since, topic_of_learner
from portal.language import texts
from portal.models import Notice, Person, now
from portal.notices import SENTENCES, mark_one_read, mark_read, notify, unread
from tests.portal.classroom import Portal, Visitor

ROLES = ("utokyo-learner-1", "utokyo-instructor", "utokyo-coordinator")
TITLE = {"en": "Entanglement", "ja": "量子もつれ", "ko": "얽힘"}


@pytest.fixture
def portal(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Portal:
    monkeypatch.setitem(
        SENTENCES,
        "days_given",
        lambda given: (
            f"{texts(given['title'])}: {ngettext('%(num)s day', '%(num)s days', given['days'])}"
        ),
    )
    return Portal(tmp_path)


def tell(portal: Portal, login: str = ROLES[0], days: int = 3, address: str = "/learner/") -> int:
    with portal.writing() as session:
        person = session.scalars(select(Person).where(Person.login == login)).one()
        notify(session, person.id, "days_given", {"title": TITLE, "days": days}, address)
        session.flush()
        return session.scalars(select(Notice.id).order_by(Notice.id.desc())).first() or 0


def number(visitor: Visitor, path: str = "/notices") -> int:
    """Return the number in the bar; 0 if there is none."""
    found = re.search(r'<a class="bell"[^>]*>.*?<span class="count">(\d+)', visitor.get(path).text)
    return int(found[1]) if found else 0


@pytest.mark.parametrize("login", ROLES)
def test_everybody_has_the_page_and_reads_her_own(portal: Portal, login: str) -> None:
    visitor = portal.visitor(login)
    visitor.speak("ja")
    assert "まだありません" in visitor.get("/notices").text
    tell(portal, login)
    assert "量子もつれ: 3日" in visitor.get("/notices").text
    assert number(visitor) == 1
    visitor.speak("en")
    assert "Entanglement: 3 days" in visitor.get("/notices").text
    for other in set(ROLES) - {login}:
        assert number(portal.visitor(other)) == 0
    assert number(portal.visitor("keio-learner-1")) == 0


@pytest.mark.parametrize("path", ["/notices", "/notices/part", "/notices/bell"])
def test_nobody_signed_in_is_sent_to_sign_in(portal: Portal, path: str) -> None:
    answer = portal.visitor().get(path)
    assert answer.status_code == 303
    assert "/sign-in" in answer.headers["Location"]


def test_nobody_signed_in_marks_nothing(portal: Portal) -> None:
    one = tell(portal)
    answer = portal.visitor().form("/notices", "/sign-in", notice=str(one))
    assert "/sign-in" in answer.headers["Location"]
    assert number(portal.visitor(ROLES[0])) == 1


def test_the_number_is_on_every_page(portal: Portal) -> None:
    tell(portal)
    tell(portal, days=1)
    visitor = portal.visitor(ROLES[0])
    for path in ("/learner/", "/learner/mastery", "/notices"):
        assert number(visitor, path) == 2


def test_a_notice_leads_on_and_is_read(portal: Portal) -> None:
    one, other = tell(portal, address="/learner/mastery"), tell(portal, days=5)
    visitor = portal.visitor(ROLES[0])
    answer = visitor.form("/notices", "/notices", notice=str(one))
    assert (answer.status_code, answer.headers["Location"]) == (303, "/learner/mastery")
    page = visitor.get("/notices").text
    assert number(visitor) == 1
    assert page.index("5日") < page.index("3日")  # unread first
    assert f'name="notice" value="{other}"' in page
    assert '<a class="button" href="/learner/mastery">' in page


def test_all_are_read_at_once_but_not_what_came_meanwhile(portal: Portal) -> None:
    tell(portal)
    seen = tell(portal, days=4)
    visitor = portal.visitor(ROLES[0])
    assert f'name="until" value="{seen}"' in visitor.get("/notices").text
    tell(portal, days=9)
    for _ in range(2):  # a double click
        answer = visitor.form("/notices", "/notices", until=str(seen))
        assert answer.headers["Location"] == "/notices"
    assert number(visitor) == 1


def test_the_time_of_reading_is_that_of_the_first_time(portal: Portal) -> None:
    one = tell(portal)
    with portal.writing() as session:
        person_id = session.get_one(Notice, one).person_id
        first = now()
        mark_one_read(session, person_id, first, one)
        mark_read(session, person_id, now(), until=one)
        session.expire_all()
        assert session.get_one(Notice, one).read_at == first
        assert unread(session, person_id) == 0


def test_another_persons_notice_does_not_exist(portal: Portal) -> None:
    one = tell(portal)
    for login in ("utokyo-learner-2", "utokyo-instructor"):
        answer = portal.visitor(login).form("/notices", "/notices", notice=str(one))
        assert answer.status_code == 404
        portal.visitor(login).form("/notices", "/notices", until=str(one))
    assert number(portal.visitor(ROLES[0])) == 1


@pytest.mark.parametrize("fields", [{}, {"notice": "x"}, {"until": ""}, {"until": "9" * 30}])
def test_a_broken_form_changes_nothing(portal: Portal, fields: dict[str, str]) -> None:
    tell(portal)
    visitor = portal.visitor(ROLES[0])
    visitor.speak("en")
    answer = visitor.form("/notices", "/notices", **fields)
    assert answer.status_code == 422
    assert "Load the page again" in answer.text
    assert number(visitor) == 1


def test_a_foreign_address_is_not_followed(portal: Portal) -> None:
    one = tell(portal, address="https://example.org/")
    answer = portal.visitor(ROLES[0]).form("/notices", "/notices", notice=str(one))
    assert answer.headers["Location"] == "/"


def test_an_open_page_hears_of_a_notice_and_of_its_reading(portal: Portal) -> None:
    def heard(before: int) -> list[str]:
        with portal.writing() as session:
            return [topic for _, topic in since(session, before)]

    with portal.writing() as session:
        before = latest(session)
    one = tell(portal)
    topic = topic_of_learner(portal.room.people[ROLES[0]].pseudonym)
    assert heard(before) == [topic]
    visitor = portal.visitor(ROLES[0])
    page = visitor.get("/learner/").text
    address = re.search(r'hx-get="(/notices/bell[^"]*)"', page)
    assert address is not None
    assert visitor.get(address[1]).status_code == 204
    visitor.form("/notices", "/notices", notice=str(one))
    assert heard(before) == [topic, topic]
    assert visitor.get(address[1]).status_code == 200


@pytest.mark.parametrize("login", ROLES[1:])
def test_pages_of_other_roles_listen_for_nothing_of_a_learner(portal: Portal, login: str) -> None:
    tell(portal, login)
    page = portal.visitor(login).get("/notices").text
    assert "data-topic" not in page
    assert "/notices/bell" not in page


def test_an_unchanged_list_is_not_sent_again(portal: Portal) -> None:
    tell(portal)
    visitor = portal.visitor(ROLES[0])
    address = re.search(r'hx-get="(/notices/part[^"]*)"', visitor.get("/notices").text)
    assert address is not None
    assert visitor.get(address[1]).status_code == 204


def test_a_kind_without_a_sentence_is_refused_and_an_old_one_is_still_shown(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(portal)
    with portal.writing() as session, pytest.raises(ValueError, match="days_given"):
        notify(session, 1, "no_such_kind", {}, "/")
    monkeypatch.delitem(SENTENCES, "days_given")
    visitor = portal.visitor(ROLES[0])
    visitor.speak("en")
    assert "Something of yours has changed" in visitor.get("/notices").text


def test_what_fails_tells_nobody(portal: Portal) -> None:
    person_id = portal.room.people[ROLES[0]].id

    def fail() -> Iterator[None]:
        with portal.writing() as session:
            notify(session, person_id, "days_given", {"title": TITLE, "days": 1}, "/")
            raise RuntimeError
        yield

    with pytest.raises(RuntimeError):
        next(fail())
    assert number(portal.visitor(ROLES[0])) == 0
