"""Bringing the database to what a roster says, inside one transaction; see `portal.api.roster` for the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from flask_babel import gettext
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from portal.accounts.pseudonyms import keys_for, pseudonym
from portal.api.roster import (
    CohortEntry,
    OfferingEntry,
    PersonEntry,
    ReleaseEntry,
    Roster,
    broken_roster,
)
from portal.errors import Entry
from portal.models import (
    Cohort,
    Exercise,
    Institution,
    Offering,
    Person,
    Release,
    RoleAssignment,
)
from portal.settling import settle_release

AnyEntry = TypeVar("AnyEntry")


class Upsert:
    """One application of a roster.

    Args:
        session: a writing session; whoever owns it commits, or rolls back when `apply` raises.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.institutions = {one.id: one for one in session.scalars(select(Institution))}
        self.offerings = {one.id: one for one in session.scalars(select(Offering))}
        self.cohorts = {one.id: one for one in session.scalars(select(Cohort))}
        self.problems: list[Entry] = []

    def apply(self, roster: Roster) -> None:
        """Apply the roster.

        Raises:
            Unreadable: entries contradict each other or what is stored; all of them are named.
        """
        self._look_for_twins("institutions", roster.institutions, lambda one: one.id)
        self._look_for_twins("offerings", roster.offerings, lambda one: one.id)
        self._look_for_twins("cohorts", roster.cohorts, lambda one: one.id)
        self._look_for_twins("people", roster.people, lambda one: (one.issuer, one.subject))
        self._look_for_twins("people", roster.people, lambda one: one.login)
        self._look_for_twins("releases", roster.releases, lambda one: (one.offering, one.exercise))
        self._institutions(roster)
        self._offerings_and_cohorts(roster)
        self._people(roster.people)
        self._releases(roster.releases)
        if self.problems:
            raise broken_roster(self.problems)

    def _look_for_twins(
        self, part: str, entries: Sequence[AnyEntry], key: Callable[[AnyEntry], object]
    ) -> None:
        first: dict[object, int] = {}
        for index, entry in enumerate(entries):
            if first.setdefault(key(entry), index) != index:
                self._problem(
                    f"{part}[{index}]",
                    gettext("it is the same as %(other)s", other=f"{part}[{first[key(entry)]}]"),
                )

    def _problem(self, where: str, reason: str) -> None:
        self.problems.append(Entry(where, reason))

    def _known(self, where: str, name: str, known: Iterable[str]) -> bool:
        if name in known:
            return True
        self._problem(where, gettext("%(name)s is not known", name=ascii(name)))
        return False

    def _institutions(self, roster: Roster) -> None:
        for entry in roster.institutions:
            institution = self.institutions.get(entry.id)
            if institution is None:
                institution = self.institutions[entry.id] = Institution(id=entry.id)
                self.session.add(institution)
            institution.name = entry.name
            institution.country = entry.country
            institution.time_zone = entry.time_zone
        self.session.flush()

    def _offerings_and_cohorts(self, roster: Roster) -> None:
        self._look_at_owners("offerings", roster.offerings, self.offerings)
        self._look_at_owners("cohorts", roster.cohorts, self.cohorts)
        if self.problems:
            # What follows refers to these.
            return
        for offering_entry in roster.offerings:
            offering = self.offerings.get(offering_entry.id)
            if offering is None:
                offering = Offering(id=offering_entry.id, institution_id=offering_entry.institution)
                self.offerings[offering.id] = offering
                self.session.add(offering)
            offering.title = offering_entry.title
        for cohort_entry in roster.cohorts:
            cohort = self.cohorts.get(cohort_entry.id)
            if cohort is None:
                cohort = Cohort(id=cohort_entry.id, institution_id=cohort_entry.institution)
                self.cohorts[cohort.id] = cohort
                self.session.add(cohort)
            cohort.name = cohort_entry.name
        self.session.flush()

    def _look_at_owners(
        self,
        part: str,
        entries: Sequence[OfferingEntry | CohortEntry],
        known: Mapping[str, Offering] | Mapping[str, Cohort],
    ) -> None:
        """Look whether each entry's institution is known, and is the one that has it already."""
        for index, entry in enumerate(entries):
            where = f"{part}[{index}].institution"
            stored = known.get(entry.id)
            if not self._known(where, entry.institution, self.institutions):
                continue
            if stored is not None and stored.institution_id != entry.institution:
                self._problem(
                    where, gettext("it belongs to %(name)s already", name=stored.institution_id)
                )

    def _people(self, entries: Sequence[PersonEntry]) -> None:
        stored = self.session.scalars(
            select(Person).options(selectinload(Person.roles), selectinload(Person.cohorts))
        ).all()
        people = {(person.issuer, person.subject): person for person in stored}
        logins = {person.login: person for person in stored}
        sound = []
        for index, entry in enumerate(entries):
            before = len(self.problems)
            self._check_person(f"people[{index}]", entry, people, logins)
            if len(self.problems) == before:
                sound.append(entry)
        if self.problems or not sound:
            return
        keys = keys_for(self.session, sorted({entry.institution for entry in sound}))
        for entry in sound:
            person = people.get((entry.issuer, entry.subject))
            if person is None:
                person = Person(
                    issuer=entry.issuer,
                    subject=entry.subject,
                    institution_id=entry.institution,
                    pseudonym=pseudonym(keys[entry.institution], entry.issuer, entry.subject),
                )
                self.session.add(person)
                # The language is the person's own choice from then on.
                person.language = entry.language
            self._set_person(person, entry)
        self.session.flush()

    def _check_person(
        self,
        where: str,
        entry: PersonEntry,
        people: dict[tuple[str, str], Person],
        logins: dict[str, Person],
    ) -> None:
        self._known(f"{where}.institution", entry.institution, self.institutions)
        for number, role in enumerate(entry.roles):
            if role.offering is not None:
                self._known(f"{where}.roles[{number}].offering", role.offering, self.offerings)
        for number, cohort in enumerate(entry.cohorts):
            self._known(f"{where}.cohorts[{number}]", cohort, self.cohorts)
        person = people.get((entry.issuer, entry.subject))
        if person is not None and person.institution_id != entry.institution:
            self._problem(
                f"{where}.institution",
                gettext(
                    "the person is known at %(name)s; moving to another institution is not possible by roster",
                    name=person.institution_id,
                ),
            )
        other = logins.get(entry.login)
        if other is not None and other is not person:
            self._problem(f"{where}.login", gettext("another person has it"))

    def _set_person(self, person: Person, entry: PersonEntry) -> None:
        person.login = entry.login
        person.family_name = entry.family_name
        person.given_name = entry.given_name
        person.simulated = entry.simulated
        person.cohorts = [self.cohorts[cohort] for cohort in dict.fromkeys(entry.cohorts)]
        wanted = {(role.role, role.offering) for role in entry.roles}
        held = {(role.role, role.offering_id): role for role in person.roles}
        for key, assignment in held.items():
            if key not in wanted:
                person.roles.remove(assignment)
        person.roles += [
            RoleAssignment(role=role, offering_id=offering)
            for role, offering in sorted(wanted - held.keys(), key=str)
        ]

    def _releases(self, entries: Sequence[ReleaseEntry]) -> None:
        for index, entry in enumerate(entries):
            self._known(f"releases[{index}].offering", entry.offering, self.offerings)
        if self.problems:
            return
        # Those with an exercise first: they are not touched by the offering's own dates.
        for entry in sorted(entries, key=lambda one: one.exercise is None):
            if entry.exercise is not None:
                if self.session.get(Exercise, entry.exercise) is None:
                    self.session.add(Exercise(id=entry.exercise))
                    self.session.flush()
                self._set_release(entry, entry.exercise, own_dates=True)
                continue
            offering = self.offerings[entry.offering]
            offering.release_at, offering.due_at = entry.release_at, entry.due_at
            for exercise in self.session.scalars(select(Exercise.id)).all():
                self._set_release(entry, exercise, own_dates=False)
        self.session.flush()

    def _set_release(self, entry: ReleaseEntry, exercise: str, *, own_dates: bool) -> None:
        release = self.session.get(Release, (entry.offering, exercise))
        if release is None:
            release = Release(offering_id=entry.offering, exercise_id=exercise)
            self.session.add(release)
        elif release.own_dates and not own_dates:
            return
        release.release_at = entry.release_at
        release.due_at = entry.due_at
        release.own_dates = own_dates
        self.session.flush()
        settle_release(self.session, release)
