"""The operator's calls: the roster, tokens for people, and how long the queue is."""

from __future__ import annotations

from typing import Annotated

import msgspec
from flask import Response
from flask_babel import gettext
from msgspec import Meta
from sqlalchemy import select

from portal.accounts.tokens import make_token
from portal.api.blueprint import answer, blueprint, body_as
from portal.api.caller import Caller, only
from portal.api.claims import queue_lengths
from portal.api.roster import read_roster
from portal.api.roster_upsert import Upsert
from portal.database import read, write
from portal.errors import Unknown
from portal.models import AuditEntry, Person


class _TokenForm(msgspec.Struct):
    label: Annotated[str, Meta(min_length=1, max_length=100)]


@blueprint.put("/operator/roster")
@only(Caller.OPERATOR)
def apply_roster() -> Response:
    """Bring institutions, offerings, cohorts, people and releases to what the roster says: all of it or nothing."""
    roster = read_roster(body_as(msgspec.Raw))
    with write() as session:
        Upsert(session).apply(roster)
        sizes = {name: len(getattr(roster, name)) for name in roster.__struct_fields__}
        session.add(
            AuditEntry(
                actor=Caller.OPERATOR.value,
                action="roster_applied",
                subject="roster",
                details=sizes,
            )
        )
    return answer(sizes)


@blueprint.post("/operator/people/<login>/tokens")
@only(Caller.OPERATOR)
def make_person_token(login: str) -> Response:
    """Make a token for a person; this answer is the only place where it can ever be read."""
    form = body_as(_TokenForm)
    with write() as session:
        person = session.scalar(select(Person).where(Person.login == login))
        if person is None:
            raise Unknown(
                "unknown_person", gettext("There is no person %(login)s.", login=ascii(login))
            )
        token = make_token(session, person, form.label)
        session.add(
            AuditEntry(
                actor=Caller.OPERATOR.value,
                action="token_made",
                subject=person.pseudonym,
                details={"label": form.label},
            )
        )
    return answer({"token": token}, 201)


@blueprint.get("/operator/status")
@only(Caller.OPERATOR, Caller.GRADER)
def status() -> Response:
    """Say how many attempts are queued, claimed, graded, or wait for a person."""
    return answer(queue_lengths(read()))
