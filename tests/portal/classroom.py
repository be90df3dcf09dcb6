"""A small programme in a database, for tests of pages: universities, people, exercises, attempts with verdicts.

Everything is written through the models. Times are fixed, so that pages look the same on every run.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from grader.results import MarkedBy, Outcome
from portal import create_app
from portal.configuration import configuration
from portal.database import engine_of
from portal.models import (
    Base,
    Cohort,
    Exercise,
    ExerciseVersion,
    FeedbackFile,
    Institution,
    Offering,
    Person,
    Release,
    Role,
    RoleAssignment,
    Status,
    Submission,
    Task,
    TaskScore,
)
from portal.storage import BlobStore

START = datetime(2026, 10, 1, 0, 0, tzinfo=UTC)
DUE = datetime(2026, 10, 20, 14, 59, tzinfo=UTC)

UNIVERSITIES = (
    (
        "uchicago",
        "University of Chicago",
        "シカゴ大学",
        "시카고대학교",
        "US",
        "America/Chicago",
        "en",
        24,
    ),
    ("utokyo", "University of Tokyo", "東京大学", "도쿄대학교", "JP", "Asia/Tokyo", "ja", 16),
    (
        "snu",
        "Seoul National University",
        "ソウル大学校",
        "서울대학교",
        "KR",
        "Asia/Seoul",
        "ko",
        14,
    ),
    ("keio", "Keio University", "慶應義塾大学", "게이오대학교", "JP", "Asia/Tokyo", "ja", 12),
    ("yonsei", "Yonsei University", "延世大学校", "연세대학교", "KR", "Asia/Seoul", "ko", 8),
)
EXERCISES = (
    ("02_qubits_and_measurement", "Qubits and measurement", "量子ビットと測定", "큐비트와 측정"),
    (
        "03_single_qubit_gates",
        "Single-qubit gates and the Bloch sphere",
        "1量子ビットゲートとブロッホ球",
        "단일 큐비트 게이트와 블로흐 구",
    ),
    (
        "04_entanglement",
        "Multi-qubit states and entanglement",
        "多量子ビット状態と量子もつれ",
        "다중 큐비트 상태와 얽힘",
    ),
)
TASKS = (
    ("bell_pair", "A Bell pair", "ベル対", "벨 쌍", 2.0, False, ["5.1 II A1"]),
    (
        "ghz",
        "A GHZ state on n qubits",
        "n量子ビットのGHZ状態",
        "n큐비트 GHZ 상태",
        3.0,
        False,
        ["5.1 II A2", "1.1 I A1"],
    ),
    (
        "basis",
        "Measure in another basis",
        "別の基底での測定",
        "다른 기저에서의 측정",
        3.0,
        False,
        ["5.3 II A1"],
    ),
    (
        "no_signalling",
        "Why no message?",
        "なぜ通信できないのか",
        "왜 통신할 수 없는가",
        2.0,
        True,
        ["7.1 I A2"],
    ),
)
NAMES = {
    "en": [("Learner", f"Simulated {number}") for number in range(1, 40)],
    "ja": [("模擬", f"学習者{number}") for number in range(1, 40)],
    "ko": [("모의", f"학습자{number}") for number in range(1, 40)],
}
CODES = ("relative_phase", "control_target_swapped", "wrong_distribution", "not_answered")
RATIONALE = {
    "en": "The amplitudes have the right size, but a relative phase differs.",
    "ja": "振幅の大きさは正しいのですが、相対位相が異なります。",
    "ko": "진폭의 크기는 맞지만 상대 위상이 다릅니다.",
}
HINT = {
    "en": "Look at the sign of the second amplitude.",
    "ja": "2番目の振幅の符号を確認しましょう。",
    "ko": "두 번째 진폭의 부호를 확인해 보십시오.",
}


def texts(english: str, japanese: str, korean: str) -> dict[str, str]:
    return {"en": english, "ja": japanese, "ko": korean}


@dataclass
class Classroom:
    """What `build` has made, by login and id."""

    people: dict[str, Person] = field(default_factory=dict)
    offerings: dict[str, Offering] = field(default_factory=dict)
    versions: dict[str, ExerciseVersion] = field(default_factory=dict)

    def learners(self, institution: str) -> list[Person]:
        return [p for login, p in self.people.items() if login.startswith(f"{institution}-learner")]


def build(session: Session) -> Classroom:
    """Make universities, people, exercises and releases; no attempts yet."""
    room = Classroom()
    for position, (exercise, *titles) in enumerate(EXERCISES, start=2):
        version = ExerciseVersion(
            exercise=Exercise(id=exercise),
            version="0123456789ab",
            is_current=True,
            title=texts(*titles),
            position=position,
            hours=2.0,
            maximum=10.0,
            manifest={},
            added_at=START,
            tasks=[
                Task(
                    name=name,
                    title=texts(en, ja, ko),
                    points=points,
                    manual=manual,
                    competences=tags,
                    position=place,
                )
                for place, (name, en, ja, ko, points, manual, tags) in enumerate(TASKS)
            ],
        )
        room.versions[exercise] = version
        session.add(version)
    for key, en, ja, ko, country, zone, language, size in UNIVERSITIES:
        institution = Institution(id=key, name=texts(en, ja, ko), country=country, time_zone=zone)
        offering = Offering(
            id=f"{key}-2026",
            institution=institution,
            title=texts("Introduction to quantum computing", "量子計算入門", "양자 계산 입문"),
            release_at=START,
            due_at=DUE,
        )
        session.add_all([institution, offering])
        session.flush()
        session.add_all(
            Release(offering_id=offering.id, exercise_id=exercise, release_at=START, due_at=DUE)
            for exercise, *_ in EXERCISES
        )
        room.offerings[key] = offering
        members = []
        for number in range(size):
            family, given = NAMES[language][number]
            person = _person(
                session, room, f"{key}-learner-{number + 1}", institution, language, family, given
            )
            person.roles.append(RoleAssignment(role=Role.LEARNER, offering_id=offering.id))
            members.append(person)
        teacher = _person(
            session, room, f"{key}-instructor", institution, language, "Instructor", "Demo"
        )
        teacher.roles.append(RoleAssignment(role=Role.INSTRUCTOR, offering_id=offering.id))
        coordinator = _person(
            session, room, f"{key}-coordinator", institution, language, "Coordinator", "Demo"
        )
        coordinator.roles.append(RoleAssignment(role=Role.COORDINATOR))
        session.add(
            Cohort(
                id=f"{key}-autumn",
                institution=institution,
                name=texts("Autumn 2026", "2026年秋", "2026년 가을"),
                members=members,
            )
        )
    session.flush()
    return room


def _person(
    session: Session,
    room: Classroom,
    login: str,
    institution: Institution,
    language: str,
    family: str,
    given: str,
) -> Person:
    person = Person(
        issuer="demo",
        subject=login,
        login=login,
        family_name=family,
        given_name=given,
        language=language,
        pseudonym=hashlib.sha256(login.encode()).hexdigest()[:16],
        institution=institution,
        simulated=True,
    )
    session.add(person)
    room.people[login] = person
    return person


def hand_in(
    session: Session,
    room: Classroom,
    learner: Person,
    exercise: str,
    at: datetime,
    *,
    status: Status = Status.GRADED,
    right: Sequence[bool] = (True, True, True),
    essay: float | None = None,
    attempt: int = 1,
    feedback: str | None = None,
) -> Submission:
    """Store an attempt; if graded, with points: all or none for each automatic task, `essay` for the written one."""
    version = room.versions[exercise]
    key = hashlib.sha256(f"{learner.login}{exercise}{attempt}".encode()).hexdigest()
    graded = status is Status.GRADED
    if graded:
        session.execute(
            update(Submission)
            .where(Submission.learner_id == learner.id, Submission.exercise_id == exercise)
            .values(counts=False)
        )
    submission = Submission(
        public_id=key[:26],
        learner=learner,
        offering_id=room.offerings[learner.institution_id].id,
        exercise_id=exercise,
        version=version,
        attempt=attempt,
        received_at=at,
        due_at=DUE,
        is_late=at > DUE,
        sha256=key,
        language=learner.language,
        status=status,
        counts=graded,
    )
    if graded:
        for task, is_right in zip(version.tasks, (*right, essay is not None), strict=True):
            given = essay if task.manual else (task.points if is_right else 0.0)
            marked_by = MarkedBy.CHECK
            if task.manual:
                marked_by = MarkedBy.NOBODY if essay is None else MarkedBy.PERSON
            passed = given == task.points
            submission.scores.append(
                TaskScore(
                    task=task,
                    points=given,
                    maximum=task.points,
                    marked_by=marked_by,
                    outcome=Outcome.UNGRADED
                    if given is None
                    else Outcome.PASSED
                    if passed
                    else Outcome.FAILED,
                    code="needs_person"
                    if given is None
                    else "passed"
                    if passed
                    else CODES[int(key[0], 16) % 4],
                    parameters={},
                    rationale={} if passed else RATIONALE,
                    hint={} if passed else HINT,
                )
            )
        submission.points = sum(score.points or 0.0 for score in submission.scores)
        submission.maximum = version.maximum
        submission.unmarked = sum(score.points is None for score in submission.scores)
        submission.graded_at = at + timedelta(seconds=20)
        if feedback is not None:
            submission.feedback.append(
                FeedbackFile(name=f"{exercise}.html", sha256=feedback, size=1)
            )
    session.add(submission)
    session.flush()
    return submission


def semester(session: Session, room: Classroom, seed: int = 7) -> None:
    """Let nearly everybody hand in nearly everything over three weeks, some late, some twice."""
    chance = random.Random(seed)
    for week, (exercise, *_) in enumerate(EXERCISES):
        for key in room.offerings:
            for learner in room.learners(key):
                if chance.random() < 0.08 * (week + 1):
                    continue
                at = START + timedelta(
                    days=7 * week + chance.random() * 7, hours=chance.random() * 5
                )
                right = [chance.random() < level for level in (0.9, 0.7, 0.6 - 0.1 * week)]
                essay = chance.choice([None, 1.0, 2.0])
                hand_in(session, room, learner, exercise, at, right=right, essay=essay)


class Visitor:
    """Somebody at a browser without JavaScript: keeps cookies, signs in as the demo offers it."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()

    def form(self, address: str, path: str, **fields: str) -> TestResponse:
        """Send a form to `address`, with the token of the page at `path`."""
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.get(path).text)
        assert found is not None, f"expected a form on {path}"
        return self.client.post(address, data={"csrf_token": found.group(1), **fields})

    def sign_in(self, login: str) -> None:
        answer = self.form("/sign-in", "/sign-in", login=login)
        assert answer.status_code == 303, answer.text

    def speak(self, language: str) -> None:
        answer = self.form("/language", "/sign-in", language=language, next="/sign-in")
        assert answer.status_code == 303, answer.text

    def get(self, path: str, **headers: str) -> TestResponse:
        return self.client.get(path, headers=headers)


class Portal:
    """A portal on a database of its own, with the classroom in it."""

    def __init__(self, folder: Path, *, lab: bool = True) -> None:
        environ = {"QAMPUS_DEMO": "1"}
        if lab:
            environ |= {"QAMPUS_LAB_URL": "http://127.0.0.1:9", "QAMPUS_LAB_SECRET": "secret"}
        self.app = create_app(configuration(folder, environ))
        Base.metadata.create_all(engine_of(self.app))
        with self.writing() as session:
            self.room = build(session)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session that is committed at its end."""
        engine = engine_of(self.app).execution_options(qampus_writes=True)
        with Session(engine, expire_on_commit=False) as session, session.begin():
            yield session

    def store(self, content: str) -> str:
        """Store a content and return its SHA-256."""
        return BlobStore(self.app.config["BLOBS"]).put(content.encode()).sha256

    def visitor(self, login: str | None = None) -> Visitor:
        visitor = Visitor(self.app)
        if login is not None:
            visitor.sign_in(login)
        return visitor
