"""Whom a draft concerns, told: who asked for its check, and everybody who teaches with a new version."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.models import Draft, ExerciseVersion, Release, Role, RoleAssignment
from portal.notices import notify


def tell_checked(session: Session, draft: Draft) -> None:
    """Tell who asked that the check of a draft is done."""
    if draft.asked_by_id is not None:
        notify(
            session,
            draft.asked_by_id,
            "draft_checked",
            {"exercise": draft.base.title, "passed": draft.passed},
            f"/instructor/{draft.offering_id}/author/{draft.exercise_id}",
        )


def tell_released(session: Session, draft: Draft, version: ExerciseVersion) -> None:
    """Tell all who teach with an exercise, at every university, that a new version of it is handed out."""
    teaching = session.execute(
        select(RoleAssignment.person_id, RoleAssignment.offering_id)
        .join(Release, Release.offering_id == RoleAssignment.offering_id)
        .where(RoleAssignment.role == Role.INSTRUCTOR, Release.exercise_id == draft.exercise_id)
        .order_by(RoleAssignment.offering_id != draft.offering_id, RoleAssignment.offering_id)
    ).all()
    told: set[int] = set()
    for person_id, offering_id in teaching:
        if person_id in told:
            continue
        told.add(person_id)
        notify(
            session,
            person_id,
            "exercise_released",
            {"exercise": version.title, "version": version.version},
            f"/instructor/{offering_id}/exercises/{draft.exercise_id}",
        )
