import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.accounts.pseudonyms import pseudonym
from portal.database import read, write
from portal.models import Base, Exercise, Person, Release, Role, RoleAssignment, Token
from tests.portal.calls import COURSE, EXERCISE, ISSUER, Api, notebook, person, roster, texts


def counts(app: Flask) -> dict[str, int]:
    tables = [table for table in Base.metadata.sorted_tables if table.name != "audit_entry"]
    with app.app_context():
        return {
            table.name: read().scalar(select(func.count()).select_from(table)) or 0
            for table in tables
        }


def test_the_roster_is_idempotent(campus: None, operator: Api, app: Flask) -> None:
    before = counts(app)
    answer = operator("PUT", "/operator/roster", roster())
    assert answer.json == {
        "institutions": 2,
        "offerings": 2,
        "cohorts": 1,
        "people": 6,
        "releases": 2,
    }
    assert counts(app) == before
    assert before["person"] == 6
    assert before["role_assignment"] == 8
    assert before["cohort_member"] == 1


def test_an_empty_roster_changes_nothing(campus: None, operator: Api, app: Flask) -> None:
    before = counts(app)
    assert operator("PUT", "/operator/roster", {}).status == 200
    assert counts(app) == before


def test_a_listed_persons_roles_become_those_listed(
    campus: None, operator: Api, app: Flask
) -> None:
    entry = person("student-utokyo", "utokyo", "en", {"role": "administrator"}, family_name="Other")
    assert operator("PUT", "/operator/roster", {"people": [entry]}).status == 200
    with app.app_context():
        found = read().scalars(select(Person).where(Person.login == "student-utokyo")).one()
        assert [(role.role, role.offering_id) for role in found.roles] == [
            (Role.ADMINISTRATOR, None)
        ]
        assert found.cohorts == []
        assert (found.family_name, found.language) == ("Other", "ja"), (
            "the language is her own choice"
        )
        assert read().scalar(select(func.count()).select_from(RoleAssignment)) == 8


def test_a_login_may_change_but_the_pseudonym_stays(
    campus: None, operator: Api, app: Flask
) -> None:
    with app.app_context():
        before = (
            read().scalars(select(Person.pseudonym).where(Person.login == "student-utokyo")).one()
        )
    entry = person("renamed", "utokyo", "ja") | {"subject": "student-utokyo"}
    assert operator("PUT", "/operator/roster", {"people": [entry]}).status == 200
    with app.app_context():
        assert (
            read().scalars(select(Person.pseudonym).where(Person.login == "renamed")).one()
            == before
        )


def test_pseudonyms_are_made_with_the_institutions_key_that_only_its_owner_may_read(
    campus: None, app: Flask
) -> None:
    path = Path(app.config["DATA"]) / "secrets.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    stored = json.loads(path.read_text())
    assert set(stored["institution_keys"]) == {"utokyo", "snu"}
    assert stored["secret_key"] == app.config["SECRET_KEY"]
    with app.app_context():
        found = read().scalars(select(Person).where(Person.login == "student-snu")).one()
        key = bytes.fromhex(stored["institution_keys"]["snu"])
        assert found.pseudonym == pseudonym(key, ISSUER, "student-snu")


def test_a_lost_key_is_not_silently_replaced(campus: None, operator: Api, app: Flask) -> None:
    app.config["INSTITUTION_KEYS"].pop("snu")
    answer = operator("PUT", "/operator/roster", roster())
    assert (answer.status, answer.code) == (409, "institution_key_missing")


def releases(app: Flask) -> dict[tuple[str, str], tuple[int, bool]]:
    with app.app_context():
        return {
            (row.offering_id, row.exercise_id): (row.release_at.year, row.own_dates)
            for row in read().scalars(select(Release))
        }


def test_own_dates_win_over_the_offerings(campus: None, operator: Api, app: Flask) -> None:
    own = {"offering": COURSE, "exercise": EXERCISE, "release_at": "2030-01-01T00:00:00Z"}
    everything = {"offering": COURSE, "release_at": "2031-01-01T00:00:00Z"}
    assert releases(app)[COURSE, EXERCISE] == (2026, False)
    assert operator("PUT", "/operator/roster", {"releases": [everything, own]}).status == 200
    assert releases(app)[COURSE, EXERCISE] == (2030, True)
    assert operator("PUT", "/operator/roster", {"releases": [everything]}).status == 200
    assert releases(app)[COURSE, EXERCISE] == (2030, True)


def test_a_release_may_name_an_exercise_before_it_is_in_the_catalogue(
    campus: None, operator: Api, app: Flask, student: Api
) -> None:
    early = {"offering": COURSE, "exercise": "09_later", "release_at": "2026-01-01T00:00:00Z"}
    assert operator("PUT", "/operator/roster", {"releases": [early]}).status == 200
    assert releases(app)[COURSE, "09_later"] == (2026, True)
    with app.app_context():
        assert read().get_one(Exercise, "09_later").current_version is None
    answer = student("GET", f"/exchange/courses/{COURSE}/assignments/09_later")
    assert (answer.status, answer.code) == (404, "unknown_exercise")
    assert len(student("GET", "/exchange/assignments").json["assignments"]) == 1


def broken() -> dict[str, tuple[str, Any, str]]:
    """Case -> (part, entry, where)."""
    good = person("new", "utokyo", "en")
    institution = roster()["institutions"][0]
    moved = {"id": COURSE, "institution": "snu", "title": texts("x")}
    nowhere = {"id": "x", "institution": "nowhere", "title": texts("x")}
    early = {"offering": COURSE, "exercise": "x", "release_at": "2026-01-02T00:00:00Z"}
    of_offering = [{"role": "coordinator", "offering": COURSE}]
    unknown = [{"role": "learner", "offering": "x"}]
    return {
        "no time zone": (
            "institutions",
            institution | {"time_zone": "Asia/Nowhere"},
            "institutions[2].time_zone",
        ),
        "a path as time zone": (
            "institutions",
            institution | {"time_zone": "../../x"},
            "institutions[2].time_zone",
        ),
        "no English name": (
            "institutions",
            institution | {"name": {"ja": "x"}},
            "institutions[2].name",
        ),
        "twin": ("institutions", institution, "institutions[2]"),
        "country": ("institutions", institution | {"country": "japan"}, "institutions[2]"),
        "unknown field": ("institutions", institution | {"key": "x"}, "institutions[2]"),
        "unknown institution": ("offerings", nowhere, "offerings[2].institution"),
        "moved offering": ("offerings", moved, "offerings[2]"),
        "path as id": ("offerings", moved | {"id": "../x"}, "offerings[2]"),
        "language": ("people", good | {"language": "fr"}, "people[6].language"),
        "no name": (
            "people",
            good | {"family_name": "", "given_name": ""},
            "people[6].family_name",
        ),
        "unknown role": ("people", good | {"roles": [{"role": "king"}]}, "people[6]"),
        "learner of nothing": (
            "people",
            good | {"roles": [{"role": "learner"}]},
            "people[6].roles[0]",
        ),
        "coordinator of an offering": (
            "people",
            good | {"roles": of_offering},
            "people[6].roles[0]",
        ),
        "unknown offering": ("people", good | {"roles": unknown}, "people[6].roles[0].offering"),
        "unknown cohort": ("people", good | {"cohorts": ["x"]}, "people[6].cohorts[0]"),
        "same login": ("people", good | {"login": "coordinator"}, "people[6]"),
        "same identity": ("people", good | {"subject": "coordinator"}, "people[6]"),
        "moved person": ("people", person("student-snu", "utokyo", "ko"), "people[6]"),
        "not an object": ("people", 7, "people[6]"),
        "null byte": ("people", good | {"subject": "a\x00b"}, "people[6]"),
        "no zone": ("releases", early | {"release_at": "2026-01-01T00:00:00"}, "releases[2]"),
        "due before": (
            "releases",
            early | {"due_at": "2026-01-01T00:00:00Z"},
            "releases[2].due_at",
        ),
        "release nowhere": ("releases", early | {"offering": "x"}, "releases[2].offering"),
    }


@pytest.mark.parametrize("case", broken())
def test_a_broken_entry_is_named_and_nothing_is_applied(
    campus: None, operator: Api, app: Flask, case: str
) -> None:
    before = counts(app)
    part, entry, where = broken()[case]
    document = roster()
    document[part].append(entry)
    document["cohorts"].append({"id": "new", "institution": "snu", "name": texts("New")})
    answer = operator("PUT", "/operator/roster", document)
    assert (answer.status, answer.code) == (422, "broken_roster")
    entries = answer.json["error"]["entries"]
    assert where in {found["where"] for found in entries}
    assert all(found["reason"] for found in entries)
    assert counts(app) == before


def test_against_what_is_stored(campus: None, operator: Api) -> None:
    other_login = person("coordinator", "snu", "en") | {"subject": "somebody else"}
    moved = person("student-snu", "utokyo", "ko")
    offering = {"id": COURSE, "institution": "snu", "title": texts("x")}
    for document, where in (
        ({"people": [other_login]}, "people[0].login"),
        ({"people": [moved]}, "people[0].institution"),
        ({"offerings": [offering]}, "offerings[0].institution"),
    ):
        answer = operator("PUT", "/operator/roster", document)
        assert [entry["where"] for entry in answer.json["error"]["entries"]] == [where]


def test_every_broken_entry_is_named(operator: Api) -> None:
    document = roster()
    for entry in document["people"][:3]:
        entry["language"] = "xx"
    answer = operator("PUT", "/operator/roster", document)
    assert [entry["where"] for entry in answer.json["error"]["entries"]] == [
        f"people[{n}].language" for n in range(3)
    ]


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"people": 1}', b'{"persons": []}', b'{"people": [' + b"[" * 100_000]
)
def test_not_a_roster(operator: Api, body: bytes) -> None:
    answer = operator("PUT", "/operator/roster", raw=body)
    assert (answer.status, answer.code) == (422, "unreadable")


def test_a_token_is_shown_once_and_kept_as_a_hash(tokens: Callable[[str], str], app: Flask) -> None:
    token = tokens("student-utokyo")
    assert token != tokens("student-utokyo")
    with app.app_context():
        stored = read().scalars(select(Token)).all()
        assert len(stored) == 2
        assert all(token not in (row.hash, row.label) for row in stored)


def test_a_revoked_token_is_refused_and_a_use_is_noted(
    as_person: Callable[[str], Api], app: Flask
) -> None:
    api = as_person("student-utokyo")
    assert api("GET", "/exchange/assignments").status == 200
    with app.app_context(), write() as session:
        token = session.scalars(select(Token)).one()
        assert token.last_used_at is not None
        token.revoked_at = token.last_used_at
    answer = api("GET", "/exchange/assignments")
    assert (answer.status, answer.code) == (401, "wrong_token")


def test_tokens_for_nobody(campus: None, operator: Api) -> None:
    answer = operator("POST", "/operator/people/nobody/tokens", {"label": "x"})
    assert (answer.status, answer.code) == (404, "unknown_person")
    answer = operator("POST", "/operator/people/coordinator/tokens", {"label": ""})
    assert (answer.status, answer.code) == (422, "unreadable")


def test_status(student: Api, operator: Api, grader: Api) -> None:
    student.submit(notebook())
    for api in (operator, grader):
        assert api("GET", "/operator/status").json == {
            "queued": 1,
            "claimed": 0,
            "graded": 0,
            "needs_person": 0,
        }
