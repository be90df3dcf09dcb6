"""What all pages about the rules of an offering share."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from flask import Blueprint, abort
from sqlalchemy.orm import Session

from portal.accounts import current_person
from portal.models import Offering, Person
from portal.navigation import answer_refusals

blueprint = Blueprint("rules", __name__, url_prefix="/instructor")
answer_refusals(blueprint)


def reader() -> Person:
    """Return the instructor who asks."""
    person = current_person()
    if person is None:
        abort(403)
    return person


def offering_of(session: Session, offering_id: str) -> tuple[Offering, ZoneInfo]:
    """Return an offering that the reader teaches, and the zone of its clock; `require_role` has asked for her role."""
    offering = session.get_one(Offering, offering_id)
    return offering, ZoneInfo(offering.institution.time_zone)
