"""A course in which a task was mended: attempts graded against the old version, the new one out, a grader at work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from portal.database import engine_of
from portal.models import (
    AuditEntry,
    ExerciseVersion,
    Notice,
    Person,
    Regrade,
    Release,
    Submission,
    Task,
)
from tests.portal.calls import Api, task_result
from tests.portal.classroom import START, TASKS, Portal, Visitor, hand_in

EXERCISE = "04_entanglement"
OFFERING = "utokyo-2026"
PAGES = f"/instructor/{OFFERING}/regrades"
NEW = f"{PAGES}/new/{EXERCISE}"
TEACHER, LEARNER = "utokyo-instructor", "utokyo-learner-1"
OLD_VERSION, NEW_VERSION = "0123456789ab", "ba9876543210"
REASON = "The check of the Bell pair wanted the wrong sign."
GRADER = "token-of-the-grader"

BELL, GHZ, BASIS, ESSAY = ("bell_pair", "ghz", "basis", "no_signalling")
PLAIN = {name: (points, manual) for name, _, _, _, points, manual, _ in TASKS}


@dataclass
class Scene:
    """The portal, and everybody at work in it."""

    folder: Path
    portal: Portal = field(init=False)
    grader: Api = field(init=False)
    _visitors: dict[str, Visitor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.portal = Portal(self.folder)
        self.portal.app.config["GRADER_TOKEN"] = GRADER
        self.portal.app.config["INSTITUTION_KEYS"] = {"utokyo": "00" * 32}
        self.grader = Api(self.portal.app.test_client(), GRADER)

    def visitor(self, login: str | None = TEACHER) -> Visitor:
        """Return somebody's browser, in English."""
        key = login or ""
        if key not in self._visitors:
            self._visitors[key] = self.portal.visitor(login)
            if login is not None:
                self._visitors[key].speak("en")
        return self._visitors[key]

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session."""
        with Session(engine_of(self.portal.app)) as session:
            yield session

    def attempt(
        self,
        number: int,
        *,
        right: Sequence[bool] = (False, True, True),
        essay: float | None = None,
        attempt: int = 1,
        days: float = 1,
    ) -> str:
        """Let a learner hand in, graded against the old version; return the attempt's id."""
        with self.portal.writing() as session:
            room = self.portal.room
            learner = room.people[f"utokyo-learner-{number}"]
            found = hand_in(
                session,
                room,
                learner,
                EXERCISE,
                START + timedelta(days=days),
                right=right,
                essay=essay,
                attempt=attempt,
            )
            found.graded_version = room.versions[EXERCISE]
            return found.public_id

    def new_version(
        self,
        tasks: Mapping[str, tuple[float, bool]] | None = None,
        *,
        version: str = NEW_VERSION,
        mended: Sequence[str] = (BELL,),
    ) -> None:
        """Bring out a new version: task -> points, by hand; the manifests tell which tasks were mended."""
        wanted = PLAIN if tasks is None else tasks
        with self.portal.writing() as session:
            old = session.scalars(
                select(ExerciseVersion).where(
                    ExerciseVersion.exercise_id == EXERCISE, ExerciseVersion.is_current
                )
            ).one()
            old.is_current = False
            old.manifest = {"tasks": [{"id": task.name, "digest": "a"} for task in old.tasks]}
            session.flush()
            titles = {task.name: task.title for task in old.tasks}
            session.add(
                ExerciseVersion(
                    exercise_id=EXERCISE,
                    version=version,
                    is_current=True,
                    title=old.title,
                    position=old.position,
                    hours=old.hours,
                    maximum=sum(points for points, _ in wanted.values()),
                    manifest={
                        "tasks": [
                            {"id": name, "digest": "b" if name in mended else "a"}
                            for name in wanted
                        ]
                    },
                    tasks=[
                        Task(
                            name=name,
                            title=titles.get(name, {"en": name}),
                            points=points,
                            manual=manual,
                            competences=[],
                            position=place,
                        )
                        for place, (name, (points, manual)) in enumerate(wanted.items())
                    ],
                )
            )

    def ask(
        self,
        *tasks: str,
        which: str = "counting",
        login: str = TEACHER,
        version: str = NEW_VERSION,
        reason: str = REASON,
    ) -> TestResponse:
        """Ask for a regrade of tasks."""
        return self.post(
            NEW,
            login=login,
            task=list(tasks or (BELL,)),
            which=which,
            version=version,
            reason=reason,
        )

    def asked(self, *tasks: str, **more: str) -> str:
        """Ask for a regrade and return its page."""
        answer = self.ask(*tasks, **more)
        assert answer.status_code == 303, answer.text
        return answer.location

    def post(
        self, path: str, *, login: str = TEACHER, page: str = "", **fields: Any
    ) -> TestResponse:
        """Send a form with the token of some page of hers."""
        visitor = self.visitor(login)
        token = re.search(r'name="csrf_token" value="([^"]+)"', visitor.get(page or "/").text)
        if token is None:
            token = re.search(r'name="csrf_token" value="([^"]+)"', visitor.get("/sign-in").text)
        assert token is not None
        return visitor.client.post(path, data={"csrf_token": token.group(1), **fields})

    def claim(self, limit: int = 50, **more: Any) -> list[dict[str, Any]]:
        """Claim attempts of regrades."""
        body = {"worker": "w", "limit": limit, "lease_seconds": 60} | more
        answer = self.grader("POST", "/grading/regrades/claims", body)
        assert answer.status == 200, answer
        return list(answer.json["submissions"])

    def result(
        self, claimed: Mapping[str, Any], points: Mapping[str, float | None]
    ) -> dict[str, Any]:
        """Return what the grader would report: these points, all points elsewhere, the essay left to a person."""
        with self.reading() as session:
            version = session.scalars(
                select(ExerciseVersion).where(
                    ExerciseVersion.exercise_id == EXERCISE,
                    ExerciseVersion.version == claimed["against"],
                )
            ).one()
            tasks = [
                task_result(
                    task.name,
                    points.get(task.name, None if task.manual else task.points),
                    task.points,
                )
                for task in version.tasks
            ]
        return {
            "submission": claimed["submission"],
            "exercise": EXERCISE,
            "version": claimed["against"],
            "tasks": tasks,
            "graded_at": "2026-11-01T00:00:00Z",
            "seconds": 0.5,
            "engine": "test 1",
            "schema": 1,
        }

    def put(self, claimed: Mapping[str, Any], points: Mapping[str, float | None]) -> Any:
        """Report what an attempt was judged with."""
        path = f"/grading/regrades/{claimed['regrade']}/submissions/{claimed['submission']}/result"
        return self.grader("PUT", path, self.result(claimed, points))

    def judge(self, points: Mapping[str, Mapping[str, float | None]] | None = None) -> None:
        """Judge all open attempts: attempt's id -> points by task; all points where nothing is said."""
        for claimed in self.claim():
            answer = self.put(claimed, (points or {}).get(claimed["submission"], {}))
            assert answer.status == 200, answer

    def seen(self, page: str) -> str:
        """Return what a page's form says that she has seen."""
        found = re.search(r'name="seen" value="([0-9a-f]+)"', self.visitor().get(page).text)
        assert found is not None, page
        return found.group(1)

    def apply(self, page: str, seen: str | None = None, login: str = TEACHER) -> TestResponse:
        """Apply a regrade."""
        told = self.seen(page) if seen is None else seen
        return self.post(f"{page}/apply", login=login, seen=told)

    def roll_back(self, page: str, seen: str | None = None) -> TestResponse:
        """Take a regrade back."""
        told = self.seen(f"{page}/roll-back") if seen is None else seen
        return self.post(f"{page}/roll-back", seen=told)

    def applied(
        self, *tasks: str, judged: Mapping[str, Mapping[str, float | None]] | None = None
    ) -> str:
        """Ask, judge and apply; return the regrade's page."""
        page = self.asked(*tasks)
        self.judge(judged)
        assert self.apply(page).status_code == 303
        return page

    def record(self) -> list[dict[str, Any]]:
        """Let the gradebook take over what waits for it; return that."""
        found = self.grader("POST", "/grading/regrades/records", {"limit": 100}).json["records"]
        for one in found:
            path = f"/grading/regrades/{one['regrade']}/submissions/{one['submission']}/recorded"
            answer = self.grader("PUT", path, {"stamp": one["stamp"]})
            assert answer.json["recorded"], answer
        return list(found)

    def stored(self, submission: str) -> dict[str, Any]:
        """Return all that is stored of an attempt's grading."""
        with self.reading() as session:
            found = session.scalars(
                select(Submission).where(Submission.public_id == submission)
            ).one()
            return {
                "points": found.points,
                "maximum": found.maximum,
                "unmarked": found.unmarked,
                "counts": found.counts,
                "credit": found.credit,
                "version": found.graded_version.version if found.graded_version else None,
                "scores": {
                    score.task.name: (
                        score.points,
                        score.maximum,
                        score.marked_by,
                        score.code,
                        score.task.version_id,
                        dict(score.rationale),
                        dict(score.hint),
                        dict(score.parameters),
                    )
                    for score in found.scores
                },
            }

    def points(self, submission: str) -> dict[str, float | None]:
        """Return task -> points of an attempt."""
        return {name: score[0] for name, score in self.stored(submission)["scores"].items()}

    def change(self, submission: str, task: str, **values: Any) -> None:
        """Let something else change a score."""
        with self.portal.writing() as session:
            found = session.scalars(
                select(Submission).where(Submission.public_id == submission)
            ).one()
            (score,) = (one for one in found.scores if one.task.name == task)
            for name, value in values.items():
                setattr(score, name, value)

    def rules(self, **values: Any) -> None:
        """Set rules of the exercise."""
        with self.portal.writing() as session:
            release = session.get_one(Release, (OFFERING, EXERCISE))
            for name, value in values.items():
                setattr(release, name, value)

    def state(self, page: str) -> str:
        """Return the state of the regrade at a page."""
        with self.reading() as session:
            return str(
                session.scalars(
                    select(Regrade.state).where(Regrade.public_id == page.rpartition("/")[2])
                ).one()
            )

    def notices(self, login: str) -> list[Notice]:
        """Return what somebody was told, in order."""
        with self.reading() as session:
            return list(
                session.scalars(
                    select(Notice)
                    .join(Person, Person.id == Notice.person_id)
                    .where(Person.login == login)
                    .order_by(Notice.id)
                )
            )

    def audit(self, action: str) -> list[AuditEntry]:
        """Return the audit entries of an action, in order."""
        with self.reading() as session:
            return list(
                session.scalars(
                    select(AuditEntry).where(AuditEntry.action == action).order_by(AuditEntry.id)
                )
            )
