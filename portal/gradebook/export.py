"""The trace that every list of marks leaves behind: who took what, and when."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from portal.models import AuditEntry


def note_export(session: Session, actor: str, offering_id: str, details: dict[str, Any]) -> None:
    """Write down that marks of an offering left the portal.

    Args:
        session: writes.
        actor: a person's pseudonym, or `operator`.
        offering_id: whose marks.
        details: in which form, and how much of them.
    """
    session.add(
        AuditEntry(actor=actor, action="marks_exported", subject=offering_id, details=details)
    )
