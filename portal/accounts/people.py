"""Who is asking, and what she may do: the one place that pages and API ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from flask import abort, g, redirect, request, session, url_for
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from portal.database import read, write
from portal.models import OFFERING_ROLES, Offering, Person, Role, RoleAssignment

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

_SESSION_KEY = "person"


def load_person(person_id: int) -> Person | None:
    """Return a person with her institution and roles."""
    return read().scalar(
        select(Person)
        .where(Person.id == person_id)
        .options(
            joinedload(Person.institution),
            selectinload(Person.roles).joinedload(RoleAssignment.offering),
        )
    )


def current_person() -> Person | None:
    """Return who asks, by her session or, in the API, by her token; None if nobody is known."""
    if "person" not in g:
        person_id = session.get(_SESSION_KEY)
        g.person = load_person(person_id) if isinstance(person_id, int) else None
    person: Person | None = g.person
    return person


def sign_in(person: Person) -> None:
    """Begin a session for the person; what an earlier session held is gone."""
    session.clear()
    session[_SESSION_KEY] = person.id
    g.person = load_person(person.id)


def sign_out() -> None:
    """End the session."""
    session.clear()
    g.person = None


def remember_language(person: Person, language: str) -> None:
    """Make a language the person's own."""
    with write() as changes:
        changes.get_one(Person, person.id).language = language
    g.pop("person", None)
    read().expire_all()


def roles_of(person: Person) -> frozenset[Role]:
    """Return all roles that a person has anywhere."""
    return frozenset(assignment.role for assignment in person.roles)


def has_role(person: Person, role: Role, offering: str | None = None) -> bool:
    """Say whether a person has a role: in the offering, or anywhere if none is given."""
    return any(
        assignment.role == role and offering in (None, assignment.offering_id)
        for assignment in person.roles
    )


def require_role(
    role: Role | str,
) -> Callable[[Callable[Arguments, Answer]], Callable[Arguments, Answer]]:
    """Let only people with a role see a page.

    Who is not signed in goes to the sign-in page and comes back; who is, but without the role, gets 403. If the page
    has an `offering_id` in its address, the role must be held in that offering: otherwise 404, since whether another
    offering exists is not hers to know.
    """
    needed = Role(role)

    def decorate(view: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
        @wraps(view)
        def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
            person = current_person()
            if person is None:
                target = request.full_path if request.method == "GET" else None
                to_sign_in: Any = redirect(url_for("accounts.sign_in_page", next=target), 303)
                return to_sign_in  # type: ignore[no-any-return]
            if not has_role(person, needed):
                abort(403)
            offering = kwargs.get("offering_id") if needed in OFFERING_ROLES else None
            if offering is not None and not has_role(person, needed, str(offering)):
                abort(404)
            return view(*args, **kwargs)

        return guarded

    return decorate


def offerings_taught(person: Person) -> list[Offering]:
    """Return the offerings of which a person is an instructor, by id."""
    return _offerings(person, Role.INSTRUCTOR)


def offerings_attended(person: Person) -> list[Offering]:
    """Return the offerings in which a person is a learner, by id."""
    return _offerings(person, Role.LEARNER)


def _offerings(person: Person, role: Role) -> list[Offering]:
    found = (assignment.offering for assignment in person.roles if assignment.role == role)
    return sorted((offering for offering in found if offering), key=lambda offering: offering.id)
