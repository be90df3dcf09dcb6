"""The operator's calls: the roster, tokens for people, and how long the queue is."""

from __future__ import annotations

from typing import Annotated

import msgspec
from flask import Response
from flask_babel import gettext
from msgspec import Meta
from sqlalchemy import select

from portal.accounts.tokens import make_token
from portal.api.answers import NewToken, QueueLengths, RosterSizes
from portal.api.blueprint import answer, blueprint, body_as
from portal.api.caller import Caller, only
from portal.api.claims import queue_lengths
from portal.api.description import described
from portal.api.roster import Roster, read_roster
from portal.api.roster_upsert import Upsert
from portal.database import read, write
from portal.errors import Unknown
from portal.models import AuditEntry, Person


class TokenForm(msgspec.Struct):
    """What a new token is for."""

    label: Annotated[str, Meta(min_length=1, max_length=100)]


@blueprint.put("/operator/roster")
@described(
    "Apply a roster",
    body=Roster,
    answers={200: RosterSizes},
    errors={409: ("institution_key_missing",), 422: ("broken_roster",)},
)
@only(Caller.OPERATOR)
def apply_roster() -> Response:
    """Bring institutions, offerings, cohorts, people and releases to what the roster says: all of it or nothing."""
    roster = read_roster(body_as(msgspec.Raw))
    with write() as session:
        Upsert(session).apply(roster)
        sizes = RosterSizes(
            institutions=len(roster.institutions),
            offerings=len(roster.offerings),
            cohorts=len(roster.cohorts),
            people=len(roster.people),
            releases=len(roster.releases),
        )
        session.add(
            AuditEntry(
                actor=Caller.OPERATOR.value,
                action="roster_applied",
                subject="roster",
                details=msgspec.structs.asdict(sizes),
            )
        )
    return answer(sizes)


@blueprint.post("/operator/people/<login>/tokens")
@described(
    "Make a token for a person",
    body=TokenForm,
    answers={201: NewToken},
    errors={404: ("unknown_person",)},
)
@only(Caller.OPERATOR)
def make_person_token(login: str) -> Response:
    """Make a token for a person; this answer is the only place where it can ever be read."""
    form = body_as(TokenForm)
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
    return answer(NewToken(token), 201)


@blueprint.get("/operator/status")
@described("Ask how long the queue is", answers={200: QueueLengths})
@only(Caller.OPERATOR, Caller.GRADER)
def status() -> Response:
    """Say how many attempts are queued, claimed, graded, or wait for a person."""
    return answer(queue_lengths(read()))
