"""Reads the answers of a class to an exercise, and what was handed out with it, as tokens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.answers import Answer, cells_in
from portal.instructor.similar.lesson import lesson_pages, lesson_texts
from portal.models import ReleasedFile, Submission, SubmissionFile
from portal.statistics.fingerprints import Prints, prints, together
from portal.statistics.tokens import Token, code_tokens, defined_names, prose_tokens
from portal.storage import BlobStore


@dataclass(frozen=True)
class Attempt:
    """The attempt of a learner that is compared.

    Attributes:
        id: of the attempt.
        version_id: of the exercise's version that it was made with.
        notebooks: SHA-256 of its notebooks.
    """

    id: int
    version_id: int
    notebooks: tuple[str, ...]


@dataclass(frozen=True)
class Material:
    """The files that learners got with an exercise and its lesson, by SHA-256."""

    notebooks: frozenset[str]
    lesson: frozenset[str]


@dataclass(frozen=True)
class HandedOut:
    """What learners got with an exercise and its lesson.

    Attributes:
        names: what they import and define, which is nobody's choice.
        code: fingerprints of its code.
        prose: fingerprints of its text.
        written: ids of the cells that are answered in prose.
    """

    names: frozenset[str]
    code: Prints
    prose: Prints
    written: frozenset[str]


def attempts_of(session: Session, offering_id: str, exercise_id: str) -> tuple[Attempt, ...]:
    """Return one attempt of each learner: the one that counts, or the latest where none does."""
    chosen: dict[int, tuple[int, int]] = {}
    for number, learner, version in session.execute(
        select(Submission.id, Submission.learner_id, Submission.version_id)
        .where(Submission.offering_id == offering_id, Submission.exercise_id == exercise_id)
        .order_by(Submission.counts, Submission.attempt)
    ):
        chosen[learner] = (number, version)
    notebooks: dict[int, list[str]] = {}
    for number, sha256 in session.execute(
        select(SubmissionFile.submission_id, SubmissionFile.sha256)
        .join(Submission, Submission.id == SubmissionFile.submission_id)
        .where(
            Submission.offering_id == offering_id,
            Submission.exercise_id == exercise_id,
            SubmissionFile.name.endswith(".ipynb"),
        )
        .order_by(SubmissionFile.name)
    ):
        notebooks.setdefault(number, []).append(sha256)
    return tuple(
        Attempt(number, version, tuple(notebooks.get(number, ())))
        for number, version in sorted(chosen.values())
    )


def material_of(session: Session, exercise_id: str, attempts: Iterable[Attempt]) -> Material:
    """Return what came with the versions that attempts were made with, in all languages, and the lesson."""
    notebooks = session.scalars(
        select(ReleasedFile.sha256)
        .where(
            ReleasedFile.version_id.in_({attempt.version_id for attempt in attempts}),
            ReleasedFile.name.endswith(".ipynb"),
        )
        .distinct()
    )
    return Material(frozenset(notebooks), lesson_pages(session, exercise_id))


def handed_out(store: BlobStore, material: Material) -> HandedOut:
    """Return what stands in the material."""
    cells = [cell for sha256 in material.notebooks for cell in cells_in(store, sha256)]
    lesson = lesson_texts(store, material.lesson)
    code = {cell.text for _, cell in cells if cell.is_code} | lesson.code
    prose = {cell.text for _, cell in cells if not cell.is_code} | lesson.prose
    names = frozenset().union(*(defined_names(text) for text in code))
    return HandedOut(
        names,
        together(prints(code_tokens(text, names)) for text in code),
        together(prints(prose_tokens(text), prose=True) for text in prose),
        frozenset(name for name, cell in cells if name and not cell.is_code),
    )


def answers_in(store: BlobStore, notebooks: Sequence[str]) -> Mapping[str, Answer]:
    """Return all answers in an attempt's notebooks: id of the cell -> answer; of two cells with one id the last."""
    found: dict[str, Answer] = {}
    for sha256 in notebooks:
        for name, answer in dict(cells_in(store, sha256)).items():
            if name:
                found.setdefault(name, answer)
    return found


def answer_of(answers: Mapping[str, Answer], task: str) -> Answer | None:
    """Return the answer to a task; what a person marks stands in the graded cell itself."""
    return answers.get(f"{task}_answer", answers.get(task))


def is_prose(given: HandedOut, task: str) -> bool:
    """Say whether a task is answered in words."""
    return not {f"{task}_answer", task}.isdisjoint(given.written)


def tokens_of(text: str, names: frozenset[str], *, prose: bool) -> tuple[Token, ...]:
    """Return an answer as tokens."""
    return prose_tokens(text) if prose else code_tokens(text, names)
