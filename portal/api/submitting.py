"""Taking an attempt: everything is looked at first, then stored, and only what is stored gets a receipt."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.api.files import SentFile, contents, store
from portal.api.notebooks import check_notebook
from portal.database import write
from portal.errors import Unreadable
from portal.models import (
    ExerciseVersion,
    Person,
    Release,
    Status,
    Submission,
    SubmissionFile,
    now,
)
from portal.storage import digest_of_files


def receipt(submission: Submission, release: Release) -> dict[str, Any]:
    """Return what proves that an attempt is stored."""
    return {
        "submission": submission.public_id,
        "course": submission.offering_id,
        "exercise": submission.exercise_id,
        "attempt": submission.attempt,
        "received_at": submission.received_at,
        "sha256": submission.sha256,
        "late": release.is_late(submission.received_at),
    }


def receive(
    learner: Person,
    release: Release,
    current: ExerciseVersion,
    sent: Sequence[SentFile],
    version: str | None,
) -> tuple[dict[str, Any], bool]:
    """Store an attempt durably; return its receipt and whether it is a new attempt.

    The files are on disk before the row is, and the row is on disk before this returns. Content that equals the
    learner's latest attempt is that attempt: asking twice, also at the same time, stores once.

    Args:
        learner: who submits.
        release: where.
        current: the version that is handed out now.
        sent: the files, not yet looked at.
        version: the version that the learner says she worked on; None: the current one.

    Raises:
        Unreadable: no such version, a bad name, no exercise notebook among the files, or it is no notebook.
        TooLarge: too many files, or one too large.
    """
    found = contents(sent)
    notebook = f"{release.exercise_id}.ipynb"
    if notebook not in found:
        raise Unreadable(
            "notebook_missing",
            gettext(
                "The submission has no file %(notebook)s. Do not rename the notebook that you fetched.",
                notebook=notebook,
            ),
        )
    check_notebook(notebook, found[notebook])
    stored = store(found)
    sha256 = digest_of_files((name, blob.sha256) for name, blob in stored.items())
    with write() as session:
        # One attempt of a learner at a time: on SQLite the transaction itself holds all others off.
        session.get_one(Person, learner.id, with_for_update=True)
        latest = session.scalar(
            select(Submission)
            .where(
                Submission.learner_id == learner.id,
                Submission.offering_id == release.offering_id,
                Submission.exercise_id == release.exercise_id,
            )
            .order_by(Submission.attempt.desc())
            .limit(1)
        )
        if latest is not None and latest.sha256 == sha256:
            return receipt(latest, release), False
        submission = Submission(
            public_id=uuid.uuid4().hex,
            learner_id=learner.id,
            offering_id=release.offering_id,
            exercise_id=release.exercise_id,
            version_id=_version_id(session, current, version),
            attempt=latest.attempt + 1 if latest is not None else 1,
            received_at=now(),
            sha256=sha256,
            language=learner.language,
            status=Status.QUEUED,
            files=[
                SubmissionFile(name=name, sha256=blob.sha256, size=blob.size)
                for name, blob in stored.items()
            ],
        )
        session.add(submission)
    return receipt(submission, release), True


def _version_id(session: Session, current: ExerciseVersion, version: str | None) -> int:
    if version is None or version == current.version:
        return current.id
    known = session.scalar(
        select(ExerciseVersion.id).where(
            ExerciseVersion.exercise_id == current.exercise_id, ExerciseVersion.version == version
        )
    )
    if known is None:
        raise Unreadable(
            "unknown_version",
            gettext(
                "There is no version %(version)s of %(exercise)s. Fetch the exercise again.",
                version=ascii(version[:64]),
                exercise=current.exercise_id,
            ),
        )
    return known
