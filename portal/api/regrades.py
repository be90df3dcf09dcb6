"""Regrades as the grader sees them: attempts to judge anew, and points for the gradebook to take over."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated

import msgspec
from flask import Response, current_app
from flask_babel import gettext
from msgspec import Meta
from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from grader.results import Result, encode_result
from portal.api.answers import Claimed
from portal.api.blueprint import answer, blueprint, body_as
from portal.api.caller import Caller, only
from portal.api.claims import (
    MAX_FAILURES,
    ClaimForm,
    FailureForm,
    KeyLostError,
    fitting,
    for_grader,
)
from portal.api.description import described
from portal.api.results import bad_result, matching_version, sent_result
from portal.changes import tell, topic_of_offering
from portal.database import write
from portal.errors import BlobError, Unknown
from portal.models import (
    ItemState,
    Regrade,
    RegradeItem,
    RegradeState,
    Submission,
    now,
)
from portal.notices import notify
from portal.regrading.recording import RegradeRecord, recorded, records

OPEN = (ItemState.QUEUED, ItemState.CLAIMED)


class ClaimedRegrade(Claimed, frozen=True, kw_only=True):
    """An attempt to judge anew against a version, without touching the gradebook."""

    regrade: str
    against: Annotated[str, Meta(description="The version to judge against.")]
    tasks: list[str]


class ClaimedRegrades(msgspec.Struct, frozen=True):
    """Attempts to judge anew, each with a lease."""

    submissions: list[ClaimedRegrade]


class RegradeProgress(msgspec.Struct, frozen=True):
    """How far an attempt of a regrade is."""

    regrade: str
    submission: str
    state: ItemState
    failures: int


class RegradeRecords(msgspec.Struct, frozen=True):
    """Points that the gradebook has to take over."""

    records: list[RegradeRecord]


class RegradeRecorded(msgspec.Struct, frozen=True):
    """Whether it is noted that the gradebook has what holds."""

    regrade: str
    submission: str
    recorded: bool


class RegradeRecordsForm(msgspec.Struct):
    """How many attempts are wanted at most."""

    limit: Annotated[int, Meta(ge=1, le=100)]


class RegradeRecordedForm(msgspec.Struct):
    """What was recorded: the stamp that came with it."""

    stamp: Annotated[str, Meta(max_length=64)]


@blueprint.post("/grading/regrades/claims")
@described("Claim attempts to judge anew", body=ClaimForm, answers={200: ClaimedRegrades})
@only(Caller.GRADER)
def claim_regrades() -> Response:
    """Hand out attempts of open regrades, each to one worker until its lease ends."""
    form = body_as(ClaimForm)
    with write() as session:
        moment = now()
        claimed = []
        for item in _claimable(session, moment, form.limit):
            if item.state == ItemState.CLAIMED and _failed_once_more(
                session, item, f"{MAX_FAILURES} graders ended before they reported on it"
            ):
                continue
            claimed.append(item)
            item.state = ItemState.CLAIMED
            item.claimed_by = form.worker
            item.lease_until = moment + timedelta(seconds=form.lease_seconds)
    handed = (_handed_out(item) for item in claimed)
    return answer(ClaimedRegrades([entry for entry in handed if entry is not None]))


@blueprint.put("/grading/regrades/<regrade>/submissions/<submission>/result")
@described(
    "Store what an attempt was judged with anew",
    body=Result,
    answers={200: RegradeProgress},
    errors={404: ("unknown_regrade",), 422: ("bad_result",)},
)
@only(Caller.GRADER)
def put_regrade_result(regrade: str, submission: str) -> Response:
    """Keep what an attempt was judged with anew. Points stay until an instructor applies the regrade.

    The same again changes nothing; nor does a result that comes when all attempts are judged.
    """
    result = sent_result()
    with write() as session:
        item = _item(session, regrade, submission)
        version = matching_version(session, item.submission, result)
        if version.id != item.regrade.version_id:
            raise bad_result(
                f"version: expected {item.regrade.version.version}, got {result.version[:100]!a}"
            )
        if item.regrade.state == RegradeState.JUDGING:
            item.state = ItemState.JUDGED
            item.lease_until, item.reason = None, None
            item.after = msgspec.json.decode(encode_result(result))
            _look_whether_ready(session, item.regrade)
        done = RegradeProgress(regrade, submission, item.state, item.failures)
    return answer(done)


@blueprint.post("/grading/regrades/<regrade>/submissions/<submission>/failure")
@described(
    "Report that the grader failed on a regrade",
    body=FailureForm,
    answers={200: RegradeProgress},
    errors={404: ("unknown_regrade",)},
)
@only(Caller.GRADER)
def report_regrade_failure(regrade: str, submission: str) -> Response:
    """Take an attempt back on which the grader itself failed; after three times its points stay for good."""
    form = body_as(FailureForm)
    with write() as session:
        item = _item(session, regrade, submission)
        if item.state == ItemState.CLAIMED and not _failed_once_more(session, item, form.reason):
            item.state = ItemState.QUEUED
            item.lease_until = None
        done = RegradeProgress(regrade, submission, item.state, item.failures)
    return answer(done)


@blueprint.post("/grading/regrades/records")
@described("List points for the gradebook", body=RegradeRecordsForm, answers={200: RegradeRecords})
@only(Caller.GRADER)
def regrade_records() -> Response:
    """Answer with points that the gradebook has to take over."""
    form = body_as(RegradeRecordsForm)
    with write() as session:
        found = records(session, form.limit)
    return answer(RegradeRecords(found))


@blueprint.put("/grading/regrades/<regrade>/submissions/<submission>/recorded")
@described(
    "Confirm that the gradebook has them",
    body=RegradeRecordedForm,
    answers={200: RegradeRecorded},
    errors={404: ("unknown_regrade",)},
)
@only(Caller.GRADER)
def put_recorded(regrade: str, submission: str) -> Response:
    """Note that the gradebook has taken points over; not if others hold by now, which come up again."""
    form = body_as(RegradeRecordedForm)
    with write() as session:
        done = recorded(_item(session, regrade, submission), form.stamp)
    return answer(RegradeRecorded(regrade, submission, done))


def _claimable(session: Session, moment: datetime, limit: int) -> list[RegradeItem]:
    """Return claimable items, oldest regrade first, as many as fit into one answer."""
    found = session.scalars(
        select(RegradeItem)
        .join(Regrade, Regrade.id == RegradeItem.regrade_id)
        .where(
            Regrade.state == RegradeState.JUDGING,
            or_(
                RegradeItem.state == ItemState.QUEUED,
                and_(RegradeItem.state == ItemState.CLAIMED, RegradeItem.lease_until <= moment),
            ),
        )
        .order_by(RegradeItem.regrade_id, RegradeItem.submission_id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=RegradeItem)
        .options(
            joinedload(RegradeItem.regrade).joinedload(Regrade.version),
            joinedload(RegradeItem.submission).joinedload(Submission.learner),
            joinedload(RegradeItem.submission).joinedload(Submission.version),
            joinedload(RegradeItem.submission).selectinload(Submission.files),
        )
    ).all()
    return list(found[: len(fitting(item.submission for item in found))])


def _handed_out(item: RegradeItem) -> ClaimedRegrade | None:
    """Return an attempt as the grader gets it; None if it cannot be judged: then its points stay."""
    try:
        attempt = for_grader(item.submission)
    except (BlobError, KeyLostError) as error:
        current_app.logger.exception("submission %s cannot be judged", item.submission.public_id)
        with write() as session:
            lost = _item(session, item.regrade.public_id, item.submission.public_id)
            _give_up(session, lost, str(error))
        return None
    return ClaimedRegrade(
        **msgspec.structs.asdict(attempt),
        regrade=item.regrade.public_id,
        against=item.regrade.version.version,
        tasks=item.regrade.tasks,
    )


def _item(session: Session, regrade: str, submission: str) -> RegradeItem:
    """Return an attempt of a regrade.

    Raises:
        Unknown: there is no such regrade, or the attempt is none of its.
    """
    found = session.scalar(
        select(RegradeItem)
        .join(Regrade, Regrade.id == RegradeItem.regrade_id)
        .join(Submission, Submission.id == RegradeItem.submission_id)
        .where(Regrade.public_id == regrade, Submission.public_id == submission)
        .options(joinedload(RegradeItem.regrade), joinedload(RegradeItem.submission))
    )
    if found is None:
        raise Unknown(
            "unknown_regrade",
            gettext(
                "There is no submission %(submission)s in a regrade %(regrade)s.",
                submission=ascii(submission),
                regrade=ascii(regrade),
            ),
        )
    # Two attempts that end at the same time must not both think that the other is still open.
    session.get_one(Regrade, found.regrade_id, with_for_update=True)
    return found


def _failed_once_more(session: Session, item: RegradeItem, reason: str) -> bool:
    """Count a failure of the grader; return whether it was the last one."""
    item.failures += 1
    item.reason = reason[:2000]
    if item.failures < MAX_FAILURES:
        return False
    _give_up(session, item, reason)
    return True


def _give_up(session: Session, item: RegradeItem, reason: str) -> None:
    """Leave an attempt as it is: the grader cannot judge it."""
    item.state = ItemState.FAILED
    item.lease_until = None
    item.reason = reason[:2000]
    _look_whether_ready(session, item.regrade)


def _look_whether_ready(session: Session, regrade: Regrade) -> None:
    """Make a regrade ready when its last attempt is done, and tell who asked for it."""
    tell(session, topic_of_offering(regrade.offering_id))
    session.flush()
    waiting = session.scalar(
        select(func.count()).where(
            RegradeItem.regrade_id == regrade.id, RegradeItem.state.in_(OPEN)
        )
    )
    if waiting or regrade.state != RegradeState.JUDGING:
        return
    regrade.state = RegradeState.READY
    notify(
        session,
        regrade.asked_by_id,
        "regrade_ready",
        {"exercise": regrade.version.title},
        f"/instructor/{regrade.offering_id}/regrades/{regrade.public_id}",
    )
