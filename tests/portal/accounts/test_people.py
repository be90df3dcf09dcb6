from collections.abc import Callable

import pytest
from flask import Flask
from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer
from sqlalchemy import select

from portal.accounts import (
    has_role,
    load_person,
    make_ticket,
    offerings_attended,
    offerings_taught,
    remember_language,
    roles_of,
)
from portal.accounts.pseudonyms import pseudonym
from portal.database import read
from portal.errors import ConfigurationError
from portal.models import Person, Role
from tests.portal.calls import COURSE, LAB_SECRET, Api, notebook


def one(login: str) -> Person:
    found = load_person(read().scalars(select(Person.id).where(Person.login == login)).one())
    assert found is not None
    return found


@pytest.mark.usefixtures("campus")
def test_a_person_may_have_several_roles(app: Flask) -> None:
    with app.app_context():
        both = one("both-snu")
        assert roles_of(both) == {Role.INSTRUCTOR, Role.LEARNER, Role.COORDINATOR}
        assert [offering.id for offering in offerings_taught(both)] == ["snu-intro"]
        assert [offering.id for offering in offerings_attended(both)] == [COURSE]
        assert has_role(both, Role.INSTRUCTOR, "snu-intro")
        assert has_role(both, Role.INSTRUCTOR)
        assert not has_role(both, Role.INSTRUCTOR, COURSE)
        assert not has_role(both, Role.ADMINISTRATOR)


def test_a_chosen_language_holds_for_what_comes(
    as_person: Callable[[str], Api], app: Flask, grader: Api
) -> None:
    with app.app_context():
        remember_language(one("student-utokyo"), "ko")
        assert one("student-utokyo").language == "ko"
    as_person("student-utokyo").submit(notebook())
    assert [entry["language"] for entry in grader.claim()] == ["ko"]


def test_a_pseudonym_depends_on_key_issuer_and_subject() -> None:
    base = pseudonym(b"key", "issuer", "subject")
    assert base == pseudonym(b"key", "issuer", "subject")
    others = {
        pseudonym(b"other", "issuer", "subject"),
        pseudonym(b"key", "other", "subject"),
        pseudonym(b"key", "issuer", "other"),
        pseudonym(b"key", "issuers", "ubject"),
    }
    assert len(others | {base}) == 5
    # HMAC-SHA256 of b"issuer\0subject" with key b"key", computed with OpenSSL.
    assert base == "ca26a5f081e2f25a"


def test_a_ticket_names_the_person_for_a_while(app: Flask) -> None:
    with app.app_context():
        ticket = make_ticket("student-utokyo")
    reader = URLSafeTimedSerializer(LAB_SECRET, salt="qampus-lab")
    assert reader.loads(ticket, max_age=60) == "student-utokyo"
    with pytest.raises(SignatureExpired):
        reader.loads(ticket, max_age=-1)
    with pytest.raises(BadSignature):
        URLSafeTimedSerializer("other", salt="qampus-lab").loads(ticket)
    with pytest.raises(BadSignature):
        URLSafeTimedSerializer(LAB_SECRET, salt="other").loads(ticket)


def test_no_ticket_without_a_secret(app: Flask) -> None:
    app.config["LAB_SECRET"] = None
    with app.app_context(), pytest.raises(ConfigurationError):
        make_ticket("student-utokyo")
