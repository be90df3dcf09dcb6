"""The roster: its form, and all that can be wrong with it as a list.

```json
{"institutions": [{"id": "utokyo", "name": {"en": "...", "ja": "...", "ko": "..."}, "country": "JP",
                   "time_zone": "Asia/Tokyo"}],
 "offerings": [{"id": "utokyo-intro", "institution": "utokyo", "title": {"en": "..."}}],
 "cohorts": [{"id": "utokyo-autumn", "institution": "utokyo", "name": {"en": "..."}}],
 "people": [{"login": "...", "issuer": "https://...", "subject": "...", "family_name": "...", "given_name": "...",
             "language": "ja", "institution": "utokyo", "simulated": false,
             "roles": [{"role": "learner", "offering": "utokyo-intro"}, {"role": "coordinator"}],
             "cohorts": ["utokyo-autumn"]}],
 "releases": [{"offering": "utokyo-intro", "exercise": "04_entanglement", "release_at": "2026-10-01T09:00:00+09:00",
               "due_at": "2026-10-15T23:59:00+09:00"}]}
```

Each list may be absent. What is listed is made or changed; what is not listed stays. A person is (issuer, subject);
the roles and cohorts of a person who is listed become exactly those listed, but her language is her own choice once
she is known. A release without `exercise` holds for every exercise, also future ones, that has no release of its own
in the offering. `exercise` need not be in the catalogue yet. References may point into the roster or to what is stored.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from flask_babel import gettext
from msgspec import Meta

from grader.results import LANGUAGES
from portal.api.blueprint import decode
from portal.errors import Entry, Unreadable
from portal.models import OFFERING_ROLES, Role

MAX_ENTRIES_TOLD = 100
"""So many broken entries are listed; a roster with more is the wrong file."""

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=60)]
ShortSlug = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=40)]
Name = Annotated[str, Meta(max_length=100, pattern=r"^[^\x00-\x1f\x7f]*$")]
Identity = Annotated[str, Meta(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
Moment = Annotated[datetime, Meta(tz=True)]


class InstitutionEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A university; `country` is an ISO 3166-1 code, `time_zone` an IANA name."""

    id: ShortSlug
    name: dict[str, str]
    country: Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
    time_zone: Annotated[str, Meta(max_length=40)]


class OfferingEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A course at an institution."""

    id: Slug
    institution: str
    title: dict[str, str]


class CohortEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Learners of an institution who are followed together."""

    id: Slug
    institution: str
    name: dict[str, str]


class RoleEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A role; `offering` is given for learner and instructor, and for no other."""

    role: Role
    offering: str | None = None


class PersonEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody, with all her roles and cohorts."""

    login: ShortSlug
    issuer: Identity
    subject: Identity
    family_name: Name
    given_name: Name
    language: str
    institution: str
    simulated: bool = False
    roles: tuple[RoleEntry, ...] = ()
    cohorts: tuple[str, ...] = ()


class ReleaseEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Dates of one exercise, or of all exercises, in an offering."""

    offering: str
    release_at: Moment
    exercise: Slug | None = None
    due_at: Moment | None = None


class Roster(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All entries, each of them readable by itself."""

    institutions: tuple[InstitutionEntry, ...] = ()
    offerings: tuple[OfferingEntry, ...] = ()
    cohorts: tuple[CohortEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    releases: tuple[ReleaseEntry, ...] = ()


class _RawRoster(msgspec.Struct, forbid_unknown_fields=True):
    institutions: list[msgspec.Raw] = []
    offerings: list[msgspec.Raw] = []
    cohorts: list[msgspec.Raw] = []
    people: list[msgspec.Raw] = []
    releases: list[msgspec.Raw] = []


AnyEntry = TypeVar("AnyEntry")


def broken_roster(problems: list[Entry]) -> Unreadable:
    """Return the refusal of a roster, with what is wrong and where."""
    return Unreadable(
        "broken_roster",
        gettext(
            "%(number)d entries of the roster are broken, so nothing was changed. Mend them and send it again.",
            number=len(problems),
        ),
        problems[:MAX_ENTRIES_TOLD],
    )


def read_roster(document: msgspec.Raw) -> Roster:
    """Read a roster, looking at every entry by itself.

    Raises:
        Unreadable: it is no roster, or entries are broken; all broken entries are named.
    """
    raw = decode(document, _RawRoster)
    problems: list[Entry] = []
    roster = Roster(
        institutions=_entries("institutions", raw.institutions, InstitutionEntry, problems),
        offerings=_entries("offerings", raw.offerings, OfferingEntry, problems),
        cohorts=_entries("cohorts", raw.cohorts, CohortEntry, problems),
        people=_entries("people", raw.people, PersonEntry, problems),
        releases=_entries("releases", raw.releases, ReleaseEntry, problems),
    )
    if problems:
        raise broken_roster(problems)
    return roster


def _entries(
    part: str, raw: list[msgspec.Raw], form: type[AnyEntry], problems: list[Entry]
) -> tuple[AnyEntry, ...]:
    found: list[AnyEntry] = []
    for index, one in enumerate(raw):
        where = f"{part}[{index}]"
        try:
            entry = msgspec.json.decode(one, type=form)
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
            problems.append(Entry(where, str(error)))
            continue
        problems += [Entry(f"{where}.{field}", reason) for field, reason in _meaning(entry)]
        found.append(entry)
    return tuple(found)


def _meaning(entry: Any) -> list[tuple[str, str]]:
    """Return what is wrong in an entry though its form is right, as (field, reason)."""
    match entry:
        case InstitutionEntry():
            return _texts("name", entry.name) + _time_zone(entry.time_zone)
        case OfferingEntry():
            return _texts("title", entry.title)
        case CohortEntry():
            return _texts("name", entry.name)
        case PersonEntry():
            return _person(entry)
        case ReleaseEntry() if entry.due_at is not None and entry.due_at <= entry.release_at:
            return [("due_at", gettext("it is not after release_at"))]
    return []


def _texts(field: str, texts: dict[str, str]) -> list[tuple[str, str]]:
    if not texts.get("en") or not set(texts) <= set(LANGUAGES):
        return [(field, gettext("expected a text in en and perhaps in ja and ko"))]
    return []


def _time_zone(name: str) -> list[tuple[str, str]]:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return [("time_zone", gettext("there is no time zone %(name)s", name=ascii(name)))]
    return []


def _person(entry: PersonEntry) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    if entry.language not in LANGUAGES:
        found.append(("language", gettext("expected en, ja or ko")))
    if not entry.family_name and not entry.given_name:
        found.append(("family_name", gettext("a name is missing")))
    for index, role in enumerate(entry.roles):
        if (role.role in OFFERING_ROLES) != (role.offering is not None):
            found.append(
                (
                    f"roles[{index}]",
                    gettext("learner and instructor need an offering, other roles have none"),
                )
            )
    return found
