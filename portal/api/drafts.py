"""Drafts as the grader sees them: to be checked, to be released as a new version.

What these calls carry holds solutions and hidden tests: they are for the grader's token alone.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
from flask import Response
from flask_babel import gettext
from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, joinedload

from portal.api.blueprint import answer, blueprint, body_as
from portal.api.caller import Caller, only
from portal.api.claims import MAX_FAILURES
from portal.api.description import described
from portal.api.draft_forms import (
    ClaimedDraft,
    ClaimedDrafts,
    DraftFailureForm,
    DraftLeaseForm,
    DraftProgress,
    DraftReleasedForm,
    DraftReportForm,
)
from portal.authoring.drafts import text_of
from portal.authoring.telling import tell_checked, tell_released
from portal.changes import tell, topic_of_offering
from portal.database import write
from portal.errors import Unknown
from portal.models import AuditEntry, Draft, DraftState, ExerciseVersion, now

_CLAIMED = {
    DraftState.CHECK_ASKED: DraftState.CHECKING,
    DraftState.CHECKING: DraftState.CHECKING,
    DraftState.RELEASE_ASKED: DraftState.RELEASING,
    DraftState.RELEASING: DraftState.RELEASING,
}
_ASKED_AGAIN = {
    DraftState.CHECKING: DraftState.CHECK_ASKED,
    DraftState.RELEASING: DraftState.RELEASE_ASKED,
}
_GIVEN_UP = {
    DraftState.CHECKING: DraftState.WRITING,
    DraftState.RELEASING: DraftState.CHECKED,
}


@blueprint.post("/grading/drafts/claims")
@described("Claim a draft", body=DraftLeaseForm, answers={200: ClaimedDrafts})
@only(Caller.GRADER)
def claim_draft() -> Response:
    """Hand out the oldest draft that waits to be checked or released, to one worker until its lease ends."""
    form = body_as(DraftLeaseForm)
    with write() as session:
        moment = now()
        handed = []
        for draft in _claimable(session, moment):
            state = DraftState(draft.state)
            lost = state in _GIVEN_UP and _failed_once_more(
                draft, "The grader ended before it was done."
            )
            tell(session, topic_of_offering(draft.offering_id))
            if lost:
                continue
            draft.state = _CLAIMED[state]
            draft.claimed_by = form.worker
            draft.lease_until = moment + timedelta(seconds=form.lease_seconds)
            handed.append(_handed_out(session, draft))
            break
    return answer(ClaimedDrafts(handed))


@blueprint.put("/grading/drafts/<draft>/lease")
@described(
    "Keep a draft longer",
    body=DraftLeaseForm,
    answers={200: DraftProgress},
    errors={404: ("unknown_draft",)},
)
@only(Caller.GRADER)
def keep_draft(draft: str) -> Response:
    """Lengthen a lease. `held` is false if the draft was changed or dropped meanwhile: then the work is in vain."""
    form = body_as(DraftLeaseForm)
    with write() as session:
        found = _draft(session, draft)
        if _held(found, form.worker):
            found.lease_until = now() + timedelta(seconds=form.lease_seconds)
        done = _progress(found, form.worker)
    return answer(done)


@blueprint.put("/grading/drafts/<draft>/report")
@described(
    "Store what was found in a draft",
    body=DraftReportForm,
    answers={200: DraftProgress},
    errors={404: ("unknown_draft",)},
)
@only(Caller.GRADER)
def put_draft_report(draft: str) -> Response:
    """Keep what was found. A report on a text that was changed meanwhile changes nothing."""
    form = body_as(DraftReportForm)
    with write() as session:
        found = _draft(session, draft)
        done = _progress(found, form.worker)
        if done.held and found.state == DraftState.CHECKING and found.revision == form.revision:
            found.report = msgspec.to_builtins(form.report)
            found.passed = form.report.passed
            _free(found, DraftState.CHECKED)
            found.reason = None
            tell(session, topic_of_offering(found.offering_id))
            tell_checked(session, found)
            done = _progress(found, form.worker)
    return answer(done)


@blueprint.put("/grading/drafts/<draft>/released")
@described(
    "Say which version a draft became",
    body=DraftReleasedForm,
    answers={200: DraftProgress},
    errors={404: ("unknown_draft", "unknown_version")},
)
@only(Caller.GRADER)
def put_draft_released(draft: str) -> Response:
    """Note that a draft is released, in the audit log too. The version must be in the catalogue by then."""
    form = body_as(DraftReleasedForm)
    with write() as session:
        found = _draft(session, draft)
        version = session.scalar(
            select(ExerciseVersion).where(
                ExerciseVersion.exercise_id == found.exercise_id,
                ExerciseVersion.version == form.version,
            )
        )
        if version is None:
            raise Unknown(
                "unknown_version",
                gettext(
                    "There is no version %(version)s of %(exercise)s in the catalogue.",
                    version=ascii(form.version),
                    exercise=found.exercise_id,
                ),
            )
        if found.state == DraftState.RELEASING:
            _free(found, DraftState.RELEASED)
            found.released_id = version.id
            session.add(_audit_entry(found, version))
            tell(session, topic_of_offering(found.offering_id))
            tell_released(session, found, version)
        done = _progress(found, "")
    return answer(done)


@blueprint.post("/grading/drafts/<draft>/failure")
@described(
    "Report that the grader failed on a draft",
    body=DraftFailureForm,
    answers={200: DraftProgress},
    errors={404: ("unknown_draft",)},
)
@only(Caller.GRADER)
def report_draft_failure(draft: str) -> Response:
    """Take a draft back; after three times, or where another try would not help, its author reads why."""
    form = body_as(DraftFailureForm)
    with write() as session:
        found = _draft(session, draft)
        if _held(found, form.worker):
            state = DraftState(found.state)
            if form.final:
                found.failures = MAX_FAILURES - 1
            if not _failed_once_more(found, form.reason):
                _free(found, _ASKED_AGAIN[state])
            tell(session, topic_of_offering(found.offering_id))
        done = _progress(found, form.worker)
    return answer(done)


def _claimable(session: Session, moment: datetime) -> list[Draft]:
    found = session.scalars(
        select(Draft)
        .where(
            or_(
                Draft.state.in_((DraftState.CHECK_ASKED, DraftState.RELEASE_ASKED)),
                and_(Draft.state.in_(tuple(_GIVEN_UP)), Draft.lease_until <= moment),
            )
        )
        .order_by(Draft.asked_at, Draft.id)
        .with_for_update(skip_locked=True, of=Draft)
    )
    return list(found)


def _handed_out(session: Session, draft: Draft) -> ClaimedDraft:
    return ClaimedDraft(
        draft=draft.public_id,
        action="check" if draft.state == DraftState.CHECKING else "install",
        exercise=draft.exercise_id,
        revision=draft.revision,
        base=text_of(session, draft.base) or "",
        text=draft.texts[-1].text,
    )


def _draft(session: Session, public_id: str) -> Draft:
    """Return a draft.

    Raises:
        Unknown: there is none with this id.
    """
    found = session.scalar(
        select(Draft)
        .where(Draft.public_id == public_id)
        .with_for_update(of=Draft)
        .options(joinedload(Draft.base, innerjoin=True), joinedload(Draft.asked_by))
    )
    if found is None:
        raise Unknown(
            "unknown_draft", gettext("There is no draft %(draft)s.", draft=ascii(public_id))
        )
    return found


def _held(draft: Draft, worker: str) -> bool:
    return draft.state in _GIVEN_UP and draft.claimed_by == worker


def _progress(draft: Draft, worker: str) -> DraftProgress:
    return DraftProgress(draft.public_id, DraftState(draft.state), _held(draft, worker))


def _free(draft: Draft, state: DraftState) -> None:
    draft.state = state
    draft.claimed_by, draft.lease_until = None, None


def _failed_once_more(draft: Draft, reason: str) -> bool:
    """Count a failure; return whether it was the last one, so that the author has to look."""
    draft.failures += 1
    draft.reason = reason[:2000]
    if draft.failures < MAX_FAILURES:
        return False
    _free(draft, _GIVEN_UP[DraftState(draft.state)])
    return True


def _audit_entry(draft: Draft, version: ExerciseVersion) -> AuditEntry:
    assert draft.asked_by is not None
    return AuditEntry(
        actor=draft.asked_by.pseudonym,
        action="exercise_released",
        subject=draft.exercise_id,
        details={
            "offering": draft.offering_id,
            "draft": draft.public_id,
            "revision": draft.revision,
            "version": {"before": draft.base.version, "after": version.version},
        },
    )
