"""Signing in and out, and the way to a person's own start page."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from portal.accounts.demo import refuse_outside_demo
from portal.accounts.people import current_person, roles_of, sign_in, sign_out
from portal.database import read
from portal.errors import PortalError, Unknown
from portal.models import Institution, Person, Role

blueprint = Blueprint("accounts", __name__)

HOMES = (
    (Role.LEARNER, "learner.exercises"),
    (Role.INSTRUCTOR, "instructor.offerings"),
    (Role.COORDINATOR, "coordinator.programme"),
)
"""Where a person with the role starts; the first that fits."""


@dataclass(frozen=True)
class Choice:
    """The people of one institution who can be chosen: those for visitors, and simulated learners."""

    institution: Institution
    visitors: tuple[Person, ...]
    simulated: tuple[Person, ...]


@blueprint.get("/")
def home() -> ResponseReturnValue:
    """Send a person to her start page, and everybody else to sign in."""
    person = current_person()
    if person is None:
        return redirect(url_for("accounts.sign_in_page"))
    roles = roles_of(person)
    for role, page in HOMES:
        if role in roles:
            return redirect(url_for(page))
    return redirect(url_for("accounts.sign_in_page"))


@blueprint.get("/sign-in")
def sign_in_page() -> ResponseReturnValue:
    """Show whom one can be in the demo."""
    refuse_outside_demo()
    people = read().scalars(
        select(Person)
        .options(joinedload(Person.institution), selectinload(Person.roles))
        .order_by(Person.institution_id, Person.login)
    )
    by_institution: dict[str, list[Person]] = {}
    for person in people:
        by_institution.setdefault(person.institution_id, []).append(person)
    choices = [
        Choice(
            institution=group[0].institution,
            visitors=tuple(person for person in group if not person.simulated),
            simulated=tuple(person for person in group if person.simulated),
        )
        for group in by_institution.values()
    ]
    return render_template(
        "accounts/sign_in.html", choices=choices, next=_own_path(request.args.get("next"))
    )


@blueprint.post("/sign-in")
def sign_in_as() -> ResponseReturnValue:
    """Begin a session as the chosen person."""
    refuse_outside_demo()
    person = read().scalar(select(Person).where(Person.login == request.form.get("login", "")))
    if person is None:
        raise Unknown(
            "unknown_person", lazy_gettext("There is no such person; choose one from the list.")
        )
    sign_in(person)
    return redirect(_own_path(request.form.get("next")) or url_for("accounts.home"), 303)


@blueprint.post("/sign-out")
def sign_out_now() -> ResponseReturnValue:
    """End the session."""
    sign_out()
    return redirect(url_for("accounts.sign_in_page"), 303)


@blueprint.app_errorhandler(PortalError)
def show_refusal(error: PortalError) -> ResponseReturnValue:
    """Show what the portal refuses as one plain line; the API has its own form for it."""
    answer = make_response(f"{error.message}\n", error.status)
    answer.content_type = "text/plain; charset=utf-8"
    return answer


def _own_path(target: str | None) -> str | None:
    """Return the target if it is a path of this portal: signing in must not lead to a foreign page."""
    if not target or not target.startswith("/") or target[1:2] in ("/", "\\"):
        return None
    return target if target.isprintable() else None
