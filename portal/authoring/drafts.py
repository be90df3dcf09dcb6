"""What authors do with a draft: save, have it checked, have it released, drop it. Each in one transaction."""

from __future__ import annotations

import uuid

from flask_babel import gettext
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from portal.changes import tell, topic_of_offering
from portal.errors import Conflict, TooLarge, Unreadable
from portal.models import Draft, DraftState, DraftText, ExerciseText, ExerciseVersion, Person, now

MOST_LETTERS = 150_000
"""Of a text: several times the longest exercise there is, and what a form may carry."""

OVER = (DraftState.RELEASED, DraftState.DROPPED)
AT_CHECK = (DraftState.CHECK_ASKED, DraftState.CHECKING)
AT_RELEASE = (DraftState.RELEASE_ASKED, DraftState.RELEASING)


def current_version(session: Session, exercise_id: str) -> ExerciseVersion | None:
    """Return the version of an exercise that is handed out now."""
    return session.scalar(
        select(ExerciseVersion).where(
            ExerciseVersion.exercise_id == exercise_id, ExerciseVersion.is_current
        )
    )


def text_of(session: Session, version: ExerciseVersion) -> str | None:
    """Return the text that a version was built from; None if the grader has not sent it."""
    found = session.get(ExerciseText, version.id)
    return found.text if found is not None else None


def latest_draft(session: Session, offering_id: str, exercise_id: str) -> Draft | None:
    """Return the newest draft of an exercise in an offering, also if it is released or dropped."""
    return session.scalar(
        select(Draft)
        .where(Draft.offering_id == offering_id, Draft.exercise_id == exercise_id)
        .order_by(Draft.id.desc())
        .limit(1)
        .options(joinedload(Draft.base), joinedload(Draft.released))
    )


def open_draft(session: Session, offering_id: str, exercise_id: str) -> Draft | None:
    """Return the draft that is being worked on."""
    found = latest_draft(session, offering_id, exercise_id)
    return found if found is not None and found.state not in OVER else None


def save(
    session: Session,
    author: Person,
    offering_id: str,
    exercise_id: str,
    *,
    base: str,
    revision: int,
    text: str,
) -> Draft:
    """Save a text. The same text again changes nothing.

    Args:
        session: writes.
        author: who saves.
        offering_id: where she teaches.
        exercise_id: what she changes.
        base: the version that her page was made from.
        revision: of the text that her page showed; 0: that of the version itself.
        text: all of it.

    Raises:
        Conflict: somebody else saved, or a version was released, since she opened her page.
        TooLarge: the text is.
        Unreadable: it holds letters that no text file has.
    """
    if len(text) > MOST_LETTERS:
        raise TooLarge(
            "text_too_long",
            gettext("The text has more than %(limit)s letters.", limit=MOST_LETTERS),
        )
    if "\0" in text:
        raise Unreadable("bad_text", gettext("The text holds control letters. Take them out."))
    draft = open_draft(session, offering_id, exercise_id)
    if draft is None:
        version = current_version(session, exercise_id)
        if version is None or revision or version.version != base:
            raise Conflict(
                "other_version",
                gettext(
                    "Another version was released, or the draft was dropped, while you were writing. Nothing is "
                    "saved. Your text is still below; if you save it now, it becomes a draft against the new state."
                ),
            )
        draft = Draft(
            public_id=uuid.uuid4().hex,
            offering_id=offering_id,
            exercise_id=exercise_id,
            base_id=version.id,
            revision=0,
        )
        session.add(draft)
    else:
        if text == draft.texts[-1].text:
            return draft
        _not_at_release(draft)
        if draft.revision != revision:
            raise Conflict(
                "other_text",
                gettext(
                    "Somebody else saved a text while you were writing. Nothing is lost: theirs is saved, yours is "
                    "still below. Compare the two; if you save now, yours comes after theirs."
                ),
            )
    draft.revision += 1
    draft.texts.append(DraftText(revision=draft.revision, text=text, saved_by_id=author.id))
    _back(draft, DraftState.WRITING)
    draft.passed, draft.report, draft.reason = False, None, None
    tell(session, topic_of_offering(offering_id))
    return draft


def ask_for_check(session: Session, draft: Draft, author: Person, revision: int) -> None:
    """Have the grader try the last text out.

    Raises:
        Conflict: it is another text than she saw, or it is on its way to a version.
    """
    _not_at_release(draft)
    _as_seen(draft, revision)
    if draft.state in AT_CHECK:
        return
    _asked(draft, author, DraftState.CHECK_ASKED)
    draft.passed, draft.report = False, None
    tell(session, topic_of_offering(draft.offering_id))


def ask_for_release(session: Session, draft: Draft, author: Person, revision: int) -> None:
    """Have the grader make the checked text a new version.

    Raises:
        Conflict: it is another text than she saw, has not passed, or another version came out meanwhile.
    """
    _as_seen(draft, revision)
    if draft.state in AT_RELEASE:
        return
    if draft.state != DraftState.CHECKED or not draft.passed:
        raise Conflict(
            "not_passed", gettext("Only a text that has passed its check can be released.")
        )
    current = current_version(session, draft.exercise_id)
    if current is not None and current.id != draft.base_id:
        known = text_of(session, current)
        if known != draft.texts[-1].text:  # the same: its own release, interrupted at the very end
            raise Conflict(
                "other_version",
                gettext(
                    "Another version of this exercise was released since this draft was begun. Drop the draft, and "
                    "make the change again in the new text; all of your texts stay readable here."
                ),
            )
    _asked(draft, author, DraftState.RELEASE_ASKED)
    tell(session, topic_of_offering(draft.offering_id))


def drop(session: Session, draft: Draft, revision: int) -> None:
    """Give a draft up; its texts are kept.

    Raises:
        Conflict: it is another text than she saw, or it is on its way to a version.
    """
    _not_at_release(draft)
    _as_seen(draft, revision)
    _back(draft, DraftState.DROPPED)
    tell(session, topic_of_offering(draft.offering_id))


def _asked(draft: Draft, author: Person, state: DraftState) -> None:
    _back(draft, state)
    draft.asked_by_id, draft.asked_at = author.id, now()
    draft.failures, draft.reason = 0, None


def _back(draft: Draft, state: DraftState) -> None:
    """Give a draft a state in which no grader has it."""
    draft.state = state
    draft.claimed_by, draft.lease_until = None, None


def _not_at_release(draft: Draft) -> None:
    if draft.state in AT_RELEASE:
        raise Conflict(
            "being_released",
            gettext("This draft is being released. Wait until that is done, then begin a new one."),
        )


def _as_seen(draft: Draft, revision: int) -> None:
    if draft.revision != revision:
        raise Conflict(
            "other_text",
            gettext("Somebody else has saved another text since. Look at it first."),
        )
