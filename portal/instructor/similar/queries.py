"""What the pages on similar answers show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from portal.instructor.similar.comparing import Compared, Kept, TaskCompared
from portal.instructor.similar.reading import answer_of, answers_in, attempts_of, tokens_of
from portal.models import (
    ExerciseVersion,
    Offering,
    Release,
    Submission,
    SubmissionFile,
    Texts,
)
from portal.statistics.fingerprints import Passage, passages, prints
from portal.statistics.similarity import Agreement
from portal.storage import BlobStore

MOST = 25
"""Pairs that are shown of each task; how many there are in all is said."""


_INDENTED = re.compile(r"(\s*\n\s*)")


@dataclass(frozen=True)
class ExerciseLine:
    """One exercise in the overview.

    Attributes:
        exercise_id: which.
        title: its title.
        learners: with an attempt.
        compared: the latest comparison; None if there is none.
    """

    exercise_id: str
    title: Texts
    learners: int
    compared: Compared | None


@dataclass(frozen=True)
class Pair:
    """Two attempts whose answers to a task agree."""

    one: Submission
    other: Submission
    agreement: Agreement


@dataclass(frozen=True)
class TaskPairs:
    """The pairs of one task, most unusual first; at most `MOST` of them."""

    compared: TaskCompared
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class ExercisePage:
    """One exercise.

    Attributes:
        offering: where.
        zone: whose clock its dates are read by.
        version: the version handed out now.
        learners: with an attempt.
        newer: attempts that came after the comparison, or count since.
        compared: the latest comparison; None if there is none.
        tasks: those with pairs.
    """

    offering: Offering
    zone: ZoneInfo
    version: ExerciseVersion
    learners: int
    newer: int
    compared: Compared | None
    tasks: tuple[TaskPairs, ...]


@dataclass(frozen=True)
class Piece:
    """A piece of an answer.

    Attributes:
        text: ready to be shown as plain text.
        mark: `same`: in the other answer as it is written; `alike`: but for names, numbers and texts; otherwise empty.
    """

    text: str
    mark: str


@dataclass(frozen=True)
class Side:
    """One of two answers."""

    submission: Submission
    pieces: tuple[Piece, ...]


def zone_of(offering: Offering) -> ZoneInfo:
    """Return the zone whose clock an offering's dates are read by."""
    return ZoneInfo(offering.institution.time_zone)


def overview(session: Session, offering: Offering, kept: Kept) -> tuple[ExerciseLine, ...]:
    """Return the exercises of an offering in the curriculum's order."""
    learners = {
        row[0]: row[1]
        for row in session.execute(
            select(Submission.exercise_id, func.count(Submission.learner_id.distinct()))
            .where(Submission.offering_id == offering.id)
            .group_by(Submission.exercise_id)
        )
    }
    found = session.execute(
        select(Release.exercise_id, ExerciseVersion.title)
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Release.exercise_id)
        .where(Release.offering_id == offering.id, ExerciseVersion.is_current)
        .order_by(ExerciseVersion.position, Release.exercise_id)
    )
    return tuple(
        ExerciseLine(exercise, title, learners.get(exercise, 0), kept.get((offering.id, exercise)))
        for exercise, title in found
    )


def release_of(
    session: Session, offering_id: str, exercise_id: str
) -> tuple[Release, ExerciseVersion] | None:
    """Return an exercise's release with the version handed out now; None where the offering has no such exercise."""
    found = session.execute(
        select(Release, ExerciseVersion)
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Release.exercise_id)
        .where(
            Release.offering_id == offering_id,
            Release.exercise_id == exercise_id,
            ExerciseVersion.is_current,
        )
        .options(selectinload(ExerciseVersion.tasks))
    ).one_or_none()
    return None if found is None else (found[0], found[1])


def exercise_page(
    session: Session, offering: Offering, version: ExerciseVersion, compared: Compared | None
) -> ExercisePage:
    """Return the page of one exercise."""
    attempts = {one.id for one in attempts_of(session, offering.id, version.exercise_id)}
    tasks: list[TaskPairs] = []
    if compared is not None:
        shown = [one.comparison.agreements[:MOST] for one in compared.tasks]
        known = _submissions(
            session, (key for some in shown for e in some for key in (e.one, e.other))
        )
        for task, some in zip(compared.tasks, shown, strict=True):
            pairs = tuple(
                Pair(known[entry.one], known[entry.other], entry)
                for entry in some
                if entry.one in known and entry.other in known
            )
            if pairs:
                tasks.append(TaskPairs(task, pairs))
    return ExercisePage(
        offering,
        zone_of(offering),
        version,
        len(attempts),
        len(attempts - {one.id for one in compared.attempts}) if compared is not None else 0,
        compared,
        tuple(tasks),
    )


def side_by_side(
    session: Session, store: BlobStore, compared: Compared, task: TaskCompared, pair: Agreement
) -> tuple[Side, ...]:
    """Return two answers with what both have, beyond what was given and what many have."""
    known = _submissions(session, (pair.one, pair.other))
    if len(known) < 2:
        return ()
    texts, cut = [], []
    for key in (pair.one, pair.other):
        answer = answer_of(answers_in(store, _notebooks(known[key])), task.name)
        text = answer.text if answer is not None else ""
        texts.append(text)
        cut.append(tokens_of(text, compared.names, prose=task.prose))
    one, other = (prints(tokens, prose=task.prose) for tokens in cut)
    shared = one.shared_with(other).without(task.comparison.weightless)
    return tuple(
        Side(known[key], pieces(text, passages(tokens, shared, prose=task.prose)))
        for key, text, tokens in zip((pair.one, pair.other), texts, cut, strict=True)
    )


def pieces(text: str, marked: Sequence[Passage]) -> tuple[Piece, ...]:
    """Return a text cut at the passages that are to be marked."""
    found, before = [], 0
    for passage in marked:
        found.append(Piece(_visible(text[before : passage.start]), ""))
        mark = "same" if passage.as_written else "alike"
        # what only indents the next line is not underlined
        for number, part in enumerate(_INDENTED.split(text[passage.start : passage.end])):
            found.append(Piece(_visible(part), "" if number % 2 else mark))
        before = passage.end
    found.append(Piece(_visible(text[before:]), ""))
    return tuple(piece for piece in found if piece.text)


def _visible(text: str) -> str:
    """Return a text with a mark in place of letters that control or reorder others."""
    hidden = ("Cc", "Cf", "Cs", "Co", "Cn")
    return "".join(
        "\ufffd" if letter not in "\n\t" and unicodedata.category(letter) in hidden else letter
        for letter in text
    )


def _submissions(session: Session, keys: Iterable[int]) -> dict[int, Submission]:
    found = session.scalars(
        select(Submission)
        .where(Submission.id.in_(set(keys)))
        .options(joinedload(Submission.learner), selectinload(Submission.files))
    )
    return {submission.id: submission for submission in found}


def _notebooks(submission: Submission) -> list[str]:
    files: Iterable[SubmissionFile] = submission.files
    return [file.sha256 for file in files if file.name.endswith(".ipynb")]
