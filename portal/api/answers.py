"""The forms of what the API answers. The description is made from these, so that it cannot say anything else."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from portal.api.files import SentFile
from portal.models import Status

Moment = Annotated[datetime, Meta(tz=True)]


class Receipt(msgspec.Struct, frozen=True):
    """What proves that an attempt is stored."""

    submission: Annotated[str, Meta(description="The attempt's id in all further calls.")]
    course: str
    exercise: str
    attempt: Annotated[int, Meta(description="1, 2, 3 ... of this learner and exercise.")]
    received_at: Moment
    sha256: Annotated[str, Meta(description="Over the names and contents of all files.")]
    late: Annotated[bool, Meta(description="It came after the learner's due date and the grace.")]


class Attempt(Receipt, frozen=True):
    """An attempt with how far it is."""

    status: Status
    score: Annotated[
        float | None, Meta(description="Points before what lateness costs; null before grading.")
    ]
    maximum: float | None
    unmarked: Annotated[int, Meta(description="Tasks that wait for a person.")]
    feedback: Annotated[bool, Meta(description="Whether there is feedback to fetch.")]
    feedback_sha256: str | None


class Assignment(msgspec.Struct, frozen=True):
    """An exercise that is released to a person, with her attempts."""

    course: str
    exercise: str
    title: Annotated[str, Meta(description="In the person's language.")]
    language: Annotated[str, Meta(description="Language of the files that she would get.")]
    version: str
    release_at: Moment
    due_at: Annotated[
        Moment | None, Meta(description="As it holds for her, extensions counted in.")
    ]
    points: float
    submissions: list[Attempt]


class Assignments(msgspec.Struct, frozen=True):
    """All exercises that are released to a person."""

    assignments: list[Assignment]


class ReleasedFiles(msgspec.Struct, frozen=True):
    """An exercise as it is handed out."""

    course: str
    exercise: str
    version: str
    language: str
    files: list[SentFile]


class Feedback(msgspec.Struct, frozen=True):
    """Feedback as HTML files. They come from strangers' notebooks: never show them without a sandbox."""

    files: list[SentFile]


class KnownModule(msgspec.Struct, frozen=True):
    """The version that is handed out from now on."""

    module: str
    version: str


class KnownLessons(msgspec.Struct, frozen=True):
    """The lessons that are shown, each with its version."""

    lessons: list[KnownModule]


class GradedLearner(msgspec.Struct, frozen=True):
    """A learner as a gradebook knows her."""

    pseudonym: str
    family_name: str
    given_name: str


class GradedOffering(msgspec.Struct, frozen=True):
    """An offering with its learners."""

    id: str
    institution: str
    title: str
    learners: list[GradedLearner]


class GradedOfferings(msgspec.Struct, frozen=True):
    """All offerings, for the gradebooks."""

    offerings: list[GradedOffering]


class Claimed(msgspec.Struct, frozen=True):
    """An attempt that a worker may grade until its lease ends."""

    submission: str
    course: str
    exercise: str
    version: str
    learner: Annotated[str, Meta(description="Her pseudonym.")]
    language: str
    attempt: int
    received_at: Moment
    files: list[SentFile]
    seed: Annotated[str, Meta(description="Secret of her random instances: for the judge alone.")]


class Claims(msgspec.Struct, frozen=True):
    """What a worker got, oldest first; nothing if nothing waits."""

    submissions: list[Claimed]


class Scored(msgspec.Struct, frozen=True):
    """An attempt once its result is stored."""

    submission: str
    status: Status
    score: float | None
    maximum: float | None


class FeedbackStored(msgspec.Struct, frozen=True):
    """How many files of feedback are stored."""

    submission: str
    files: int


class FailureNoted(msgspec.Struct, frozen=True):
    """How far an attempt is after the grader failed on it."""

    submission: str
    status: Status
    failures: int


class RosterSizes(msgspec.Struct, frozen=True):
    """How many entries of each kind were applied."""

    institutions: int
    offerings: int
    cohorts: int
    people: int
    releases: int


class NewToken(msgspec.Struct, frozen=True):
    """A token. It can be read here and never again."""

    token: str


class QueueLengths(msgspec.Struct, frozen=True):
    """How many attempts are in each status."""

    queued: int
    claimed: int
    graded: int
    needs_person: int
