"""Who there is: institutions, people, their roles, cohorts, tokens; and what was done by whom."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, Texts, now, word

if TYPE_CHECKING:
    from portal.models.courses import Offering


class Role(StrEnum):
    """What a person may do. One person may have several roles."""

    LEARNER = "learner"
    """Takes part in one offering."""
    INSTRUCTOR = "instructor"
    """Teaches one offering."""
    COORDINATOR = "coordinator"
    """Sees aggregates of the whole programme, never a person."""
    ADMINISTRATOR = "administrator"
    """Runs the portal."""


OFFERING_ROLES = (Role.LEARNER, Role.INSTRUCTOR)
"""Roles that are held in one offering; the others are held in the programme."""


class Institution(Base):
    """A university. Its pseudonym key is a secret and stands in the configuration, never here."""

    __tablename__ = "institution"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[Texts]
    country: Mapped[str] = mapped_column(String(2))
    """ISO 3166-1 code: US, JP, KR."""
    time_zone: Mapped[str] = mapped_column(String(40))
    """IANA name: Asia/Tokyo. Dates of its offerings are shown in it."""

    people: Mapped[list[Person]] = relationship(back_populates="institution")
    offerings: Mapped[list[Offering]] = relationship(back_populates="institution")
    cohorts: Mapped[list[Cohort]] = relationship(back_populates="institution")


class Person(Base):
    """Somebody known to the portal; (issuer, subject) is who she is, never an e-mail address.

    Attributes:
        login: short name, for the operator and for the demo's sign-in.
        pseudonym: what leaves the portal in her place: an nbgrader student id, a key in statistics.
        simulated: a demo learner whose answers are made by a simulation.
    """

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    issuer: Mapped[str] = mapped_column(String(200))
    subject: Mapped[str] = mapped_column(String(200))
    login: Mapped[str] = mapped_column(String(40), unique=True)
    family_name: Mapped[str] = mapped_column(String(100))
    given_name: Mapped[str] = mapped_column(String(100))
    language: Mapped[str] = mapped_column(String(2))
    pseudonym: Mapped[str] = mapped_column(String(16), unique=True)
    institution_id: Mapped[str] = mapped_column(ForeignKey("institution.id"), index=True)
    simulated: Mapped[bool] = mapped_column(default=False)

    institution: Mapped[Institution] = relationship(back_populates="people")
    roles: Mapped[list[RoleAssignment]] = relationship(
        back_populates="person", cascade="all, delete-orphan"
    )
    cohorts: Mapped[list[Cohort]] = relationship(
        secondary="cohort_member", back_populates="members"
    )


class RoleAssignment(Base):
    """One role of one person: in an offering (learner, instructor) or in the programme."""

    __tablename__ = "role_assignment"
    __table_args__ = (
        CheckConstraint(
            "(role IN ('learner', 'instructor')) = (offering_id IS NOT NULL)", name="offering_fits"
        ),
        Index("uq_role_in_offering", "person_id", "role", "offering_id", unique=True),
        # A null offering is never equal to another, so the index above does not hold these apart.
        Index(
            "uq_role_in_programme",
            "person_id",
            "role",
            unique=True,
            sqlite_where=text("offering_id IS NULL"),
            postgresql_where=text("offering_id IS NULL"),
        ),
        Index("ix_role_assignment_offering", "offering_id", "role", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    role: Mapped[Role] = mapped_column(word(Role))
    offering_id: Mapped[str | None] = mapped_column(ForeignKey("offering.id"))

    person: Mapped[Person] = relationship(back_populates="roles")
    offering: Mapped[Offering | None] = relationship(back_populates="roles")


class Cohort(Base):
    """Learners who are followed together, across offerings."""

    __tablename__ = "cohort"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    institution_id: Mapped[str] = mapped_column(ForeignKey("institution.id"), index=True)
    name: Mapped[Texts]

    institution: Mapped[Institution] = relationship(back_populates="cohorts")
    members: Mapped[list[Person]] = relationship(
        secondary="cohort_member", back_populates="cohorts"
    )


class CohortMember(Base):
    """That a person belongs to a cohort."""

    __tablename__ = "cohort_member"

    cohort_id: Mapped[str] = mapped_column(
        ForeignKey("cohort.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Token(Base):
    """A personal access token, of which only the hash is kept."""

    __tablename__ = "token"

    id: Mapped[int] = mapped_column(primary_key=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of the token, hexadecimal. The token is 256 random bits, so it needs no salt."""
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    label: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(default=now)
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()


class AuditEntry(Base):
    """One change of marks, roles or tokens, or one export: who, what, when. Never changed, never deleted."""

    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now, index=True)
    actor: Mapped[str] = mapped_column(String(60))
    """A person's pseudonym, or `grader` or `operator`: it must outlive the person's row."""
    action: Mapped[str] = mapped_column(String(60))
    """A stable word: `token_made`, `roster_applied`, `marks_changed`."""
    subject: Mapped[str] = mapped_column(String(200), index=True)
    """What was changed: the id of a submission, a pseudonym, an offering."""
    details: Mapped[dict[str, Any]]
