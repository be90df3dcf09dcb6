"""Taking an attempt: everything is looked at first, then stored, and only what is stored gets a receipt."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from flask_babel import format_datetime, gettext, ngettext
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.api.answers import Receipt
from portal.api.files import SentFile, contents, store
from portal.api.notebooks import check_notebook
from portal.changes import tell, topics_of
from portal.database import write
from portal.errors import Refused, Unreadable
from portal.models import (
    ExerciseVersion,
    Person,
    Release,
    Status,
    Submission,
    SubmissionFile,
    now,
)
from portal.rules.dates import personal_dates
from portal.rules.settlement import attempts_allowed
from portal.settling import allowances, settle_learner
from portal.storage import digest_of_files


def receipt(submission: Submission) -> Receipt:
    """Return what proves that an attempt is stored."""
    return Receipt(
        submission=submission.public_id,
        course=submission.offering_id,
        exercise=submission.exercise_id,
        attempt=submission.attempt,
        received_at=submission.received_at,
        sha256=submission.sha256,
        late=submission.is_late,
    )


def receive(
    learner: Person,
    release: Release,
    current: ExerciseVersion,
    sent: Sequence[SentFile],
    version: str | None,
) -> tuple[Receipt, bool]:
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
        Refused: the exercise has closed for the learner, or she has no attempt left.
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
            return receipt(latest), False
        moment = now()
        _let_in(session, release, learner, moment, latest.attempt if latest is not None else 0)
        submission = Submission(
            public_id=uuid.uuid4().hex,
            learner_id=learner.id,
            offering_id=release.offering_id,
            exercise_id=release.exercise_id,
            version_id=_version_id(session, current, version),
            attempt=latest.attempt + 1 if latest is not None else 1,
            received_at=moment,
            sha256=sha256,
            language=learner.language,
            status=Status.QUEUED,
            files=[
                SubmissionFile(name=name, sha256=blob.sha256, size=blob.size)
                for name, blob in stored.items()
            ],
        )
        session.add(submission)
        session.flush()
        opened = session.get_one(Release, (release.offering_id, release.exercise_id))
        settle_learner(session, opened, learner.id)
        tell(session, *topics_of(submission))
    return receipt(submission), True


def _let_in(
    session: Session, release: Release, learner: Person, moment: datetime, attempts: int
) -> None:
    """Say whether one more attempt may come in.

    Raises:
        Refused: the exercise has closed for the learner, or she has no attempt left.
    """
    granted = allowances(session, release.offering_id, release.exercise_id, learner.id)
    own = granted.get(learner.id, [])
    dates = personal_dates(release.rules.dates, own)
    if dates.closes_at is not None and moment > dates.closes_at:
        raise Refused(
            "closed",
            gettext(
                "%(exercise)s closed on %(date)s (UTC). Ask your instructor if you need more time.",
                exercise=release.exercise_id,
                date=format_datetime(dates.closes_at),
            ),
        )
    allowed = attempts_allowed(release.rules, own)
    if allowed is not None and attempts >= allowed:
        raise Refused(
            "no_attempts_left",
            ngettext(
                "You have used your %(num)s attempt at this exercise. Ask your instructor if you need another one.",
                "You have used your %(num)s attempts at this exercise. Ask your instructor if you need another one.",
                allowed,
            ),
        )


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
