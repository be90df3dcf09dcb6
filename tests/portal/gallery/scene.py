"""A university in the middle of its term: something to see on every page. All of its people are simulated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select, update

from grader.authoring.layout import lesson_source, po_file
from grader.authoring.lesson_page import lesson_pages
from grader.authoring.lesson_run import lesson_outputs
from grader.authoring.po import read_translation
from grader.authoring.source import read_lesson
from grader.authoring.translation import Translation
from portal.models import (
    Appeal,
    ExerciseText,
    ExerciseVersion,
    Person,
    Status,
    Submission,
    SubmissionFile,
    now,
)
from tests.portal.classroom import hand_in, semester
from tests.portal.instructor.author.scene import CLAIM, REPORT, fields, in_fields
from tests.portal.learner.term import DAY, FIRST, SECOND, THIRD, grant, rule
from tests.portal.marking.desk import RUBRIC
from tests.portal.regrading.scene import BASIS, ESSAY, Scene

ROOT = Path(__file__).resolve().parents[3]
COURSE = "utokyo-2026"
LEARNER, TEACHER, COORDINATOR = "utokyo-learner-1", "utokyo-instructor", "utokyo-coordinator"
NEWEST = "cccccccccccc"
RIGHT = '''def bell_pair() -> QuantumCircuit:
    """Return a circuit that prepares a Bell pair."""
    {name} = QuantumCircuit(2)
    {name}.{gate}(0)
    {name}.cx({control}, {target})
    return {name}
'''
LONG = '''def bell_pair() -> QuantumCircuit:
    """Return a circuit that prepares a Bell pair."""
    {name} = QuantumCircuit(2)
    {other} = np.array([[1, 1], [1, -1]]) / np.sqrt(2)
    {name}.unitary({other}, [0], label="mine")
    for {third} in range(1, {name}.num_qubits):
        {name}.x({third})
        {name}.cx(0, {third}, ctrl_state=0)
    return {name}
'''
ESSAYS = {
    "en": "Bob alone sees 0 and 1 half of the time each, whatever Alice measures.",
    "ja": "アリスが何を測定しても、ボブだけでは0と1が半分ずつ現れます。比べるには**古典通信**が必要です。",
}


@dataclass(frozen=True)
class Shown:
    """A page of the gallery: who looks, where, and what there is to see."""

    login: str
    path: str
    says: str


class Term(Scene):
    """The portal with all that a term brings."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.portal.app.config["WTF_CSRF_ENABLED"] = True
        with self.portal.writing() as session:
            semester(session, self.portal.room)
            session.execute(update(Submission).values(graded_version_id=Submission.version_id))
        self._rules()
        self._answers()
        self._regrades()
        self._marks()
        self._lesson()
        self._draft()
        self._queue()

    def pages(self) -> Mapping[str, Shown]:
        """Return every page that a person can open, by a name for its picture."""
        course, exercise = f"/instructor/{COURSE}", f"/instructor/{COURSE}/exercises/{THIRD}"
        hers, draft = f"/learner/{COURSE}", f"{course}/author/{THIRD}"
        learner = {
            "what_now": ("/learner/", "what is late, due and being graded, and what to do next"),
            "exercise_of_learner": (
                f"{hers}/{THIRD}",
                "an attempt, task by task, with its receipt",
            ),
            "appeal": (f"{hers}/{THIRD}/appeals/2/{ESSAY}", "asking to look again at a task"),
            "map": (f"{hers}/map", "modules and what each builds on"),
            "mastery": ("/learner/mastery", "points by competence and level"),
            "lessons": (f"{hers}/lessons", "the lessons of the course"),
            "lesson": (f"{hers}/{THIRD}/lesson", "a lesson to read, executed, with its pictures"),
            "notices": ("/notices", "what she was told"),
        }
        teacher = {
            "courses": ("/instructor/", "the courses that she teaches"),
            "course": (course, "a course and its exercises"),
            "exercise": (exercise, "an exercise: grading, scores by task, who has handed in"),
            "item_analysis": (f"{exercise}/analysis", "how the tasks of an exercise behave"),
            "item_analysis_task": (
                f"{exercise}/analysis/{BASIS}",
                "one task: what goes wrong, and what learners built",
            ),
            "rules_of_course": (f"{course}/rules", "dates and rules of all exercises"),
            "rules": (f"{exercise}/rules", "dates and rules of one exercise"),
            "arrangements": (f"{course}/arrangements", "extensions and more time"),
            "arrangement_form": (f"{course}/arrangements/give", "giving an extension"),
            "learner": (f"{course}/learners/{self.pseudonym}", "one learner of the course"),
            "live_grading": (f"{course}/grading", "the queue, and attempts that need somebody"),
            "marking": (f"{course}/marking", "written answers that wait"),
            "marking_task": (
                f"{course}/marking/{THIRD}/{ESSAY}",
                "all answers to one written task",
            ),
            "marking_answer": (
                f"{course}/marking/{THIRD}/{ESSAY}/{self.essay}",
                "marking an answer with its rubric",
            ),
            "appeals": (f"{course}/appeals", "learners who ask to look again"),
            "appeal_answer": (f"{course}/appeals/{self.appeal}", "answering one of them"),
            "regrades": (f"{course}/regrades", "the history of regrades"),
            "regrade_preview": (self.open_regrade, "every change that a regrade would make"),
            "regrade_applied": (self.applied_regrade, "a regrade that was applied"),
            "similar": (f"{course}/similar", "exercises whose answers can be compared"),
            "similar_exercise": (f"{course}/similar/{THIRD}", "answers that have much in common"),
            "similar_pair": (self._pair(), "two answers side by side"),
            "marks": (f"{course}/marks", "the marks, and how to take them away"),
            "author": (
                draft,
                "the author's view: an exercise, cell by cell, and what the grader says of the draft",
            ),
            "author_changes": (f"{draft}/changes", "what a draft changes"),
            "author_preview": (f"{draft}/preview?language=en", "what learners would get"),
            "lessons_taught": (f"{course}/lessons", "the lessons, for instructors"),
            "api": ("/api", "the API, described"),
        }
        coordinator = {"programme": ("/coordinator/", "institutions and cohorts side by side")}
        return {
            "sign_in": Shown("", "/sign-in", "choosing a person of the demo"),
            **{name: Shown(LEARNER, *one) for name, one in learner.items()},
            **{name: Shown(TEACHER, *one) for name, one in teacher.items()},
            **{name: Shown(COORDINATOR, *one) for name, one in coordinator.items()},
        }

    @property
    def pseudonym(self) -> str:
        """Return the pseudonym of the learner."""
        return self.portal.room.people[LEARNER].pseudonym

    def _rules(self) -> None:
        rule(self.portal, FIRST, due_at=now() - 2 * DAY, late_percent=10, grace_minutes=30)
        rule(
            self.portal, SECOND, due_at=now() + 2 * DAY, closes_at=now() + 9 * DAY, attempt_limit=5
        )
        rule(self.portal, THIRD, due_at=now() + 6 * DAY)
        grant(self.portal, SECOND, due_at=now() + 5 * DAY, note="In hospital until Thursday.")
        grant(self.portal, None, "utokyo-learner-2", time_factor=1.5)

    def _answers(self) -> None:
        """Let the class hand in the exercise on entanglement; the check of the Bell pair refuses everybody."""
        names = ("circuit", "qc", "pair", "c", "bell", "state")
        for number in range(1, 15):
            name = names[number % len(names)]
            code = RIGHT.format(name=name, gate="h", control=0, target=1)
            if number in {5, 6}:
                code = LONG.format(
                    name=name, other=("hadamard", "matrix")[number % 2], third="kq"[number % 2]
                )
            right = (False, number % 3 > 0, number % 4 > 0)
            sent = self.attempt(number, right=right, attempt=2, days=26 + number / 20)
            self._file(
                sent, {"bell_pair_answer": code, ESSAY: ESSAYS["ja" if number > 1 else "en"]}
            )

    def _file(self, sent: str, answers: Mapping[str, str]) -> None:
        with self.portal.writing() as session:
            found = session.scalars(select(Submission).where(Submission.public_id == sent)).one()
            found.files.append(
                SubmissionFile(
                    name=f"{THIRD}.ipynb", sha256=self.portal.store(notebook(answers)), size=1
                )
            )

    def _regrades(self) -> None:
        """Mend the Bell pair and apply it; mend the second task, and leave the proposal open."""
        self.new_version()
        self.applied_regrade = self.applied()
        self.record()
        self.new_version(version=NEWEST, mended=("ghz",))
        self.open_regrade = self.asked(
            "ghz", version=NEWEST, reason="The hidden test took one size alone."
        )
        self.judge()

    def _marks(self) -> None:
        with self.portal.writing() as session:
            for version in session.scalars(
                select(ExerciseVersion).where(ExerciseVersion.exercise_id == THIRD)
            ):
                version.manifest = version.manifest | {
                    "tasks": [
                        one | {"points": 2.0, "rubric": {"en": RUBRIC}}
                        if one["id"] == ESSAY
                        else one
                        for one in version.manifest.get("tasks", [])
                    ]
                }
            waiting = session.scalars(
                select(Submission)
                .join(Person, Person.id == Submission.learner_id)
                .where(Submission.attempt == 2, Person.login.like("utokyo-learner-%"))
                .order_by(Submission.received_at)
            ).all()
            self.essay = waiting[3].public_id
            mine = waiting[0].public_id
        page = f"/instructor/{COURSE}/marking/{THIRD}/{ESSAY}"
        for sent, lines in ((mine, ("1", "0")), (waiting[1].public_id, ("1", "1"))):
            given = {f"line-{index}": points for index, points in enumerate(lines)}
            answer = self.post(f"{page}/{sent}", **given, comment="Say why he sees half and half.")
            assert answer.status_code == 303, answer.text
        hers = f"/learner/{COURSE}/{THIRD}/appeals/2/{ESSAY}"
        answer = self.post(
            hers, login=LEARNER, question="My second sentence says why. Was it overlooked?"
        )
        assert answer.status_code == 303, answer.text
        with self.reading() as session:
            self.appeal = session.scalars(select(Appeal.public_id)).one()

    def _lesson(self) -> None:
        """Publish a real lesson, executed."""
        path = lesson_source(ROOT, THIRD)
        lesson = read_lesson(path)
        translations = {"en": Translation("en", {})}
        for language in ("ja", "ko"):
            translations[language], _ = read_translation(po_file(path, language), language, lesson)
        body = lesson_pages(lesson, translations, lesson_outputs(lesson))
        answer = self.grader("PUT", f"/catalog/lessons/{THIRD}", body)
        assert answer.status == 200, answer

    def _draft(self) -> None:
        text = (ROOT / "exercises" / THIRD / "exercise.py").read_text(encoding="utf-8")
        with self.portal.writing() as session:
            current = session.scalars(
                select(ExerciseVersion.id).where(
                    ExerciseVersion.exercise_id == THIRD, ExerciseVersion.is_current
                )
            ).one()
            session.add(ExerciseText(version_id=current, text=text))
        page = f"/instructor/{COURSE}/author/{THIRD}"
        begin = text.index("# Write") if "# Write" in text else text.index("# ")
        changed = text[:begin] + text[begin:].replace("Write", "Please write", 1)
        known = fields(self.visitor().get(page).text)
        answer = self.post(page, **(in_fields(changed, known) | {"then": "check"}))
        assert answer.status_code == 303, answer.text
        (claimed,) = self.grader("POST", "/grading/drafts/claims", CLAIM).json["drafts"]
        body = {"worker": CLAIM["worker"], "revision": 1, "report": REPORT}
        answer = self.grader("PUT", f"/grading/drafts/{claimed['draft']}/report", body)
        assert answer.status == 200, answer

    def _queue(self) -> None:
        """Leave some attempts in the queue, and one that the grader failed on."""
        with self.portal.writing() as session:
            people = self.portal.room.learners("utokyo")
            for number, status in (
                (2, Status.QUEUED),
                (3, Status.CLAIMED),
                (4, Status.NEEDS_PERSON),
            ):
                found = hand_in(
                    session,
                    self.portal.room,
                    people[number],
                    SECOND,
                    now() - timedelta(minutes=number),
                    status=status,
                    attempt=3,
                )
                if status is Status.CLAIMED:
                    found.lease_until = now() + timedelta(minutes=1)
                if status is Status.NEEDS_PERSON:
                    found.failures, found.failure_reason = 3, "TimeLimit: 30 s"

    def _pair(self) -> str:
        page = f"/instructor/{COURSE}/similar/{THIRD}"
        answer = self.visitor(TEACHER).form(page, page)
        assert answer.status_code == 303, answer.text
        listed = self.visitor(TEACHER).get(page).text
        found = listed.partition(f'href="{page}/')[2].partition('"')[0]
        assert found, "no two answers have much in common"
        return f"{page}/{found}"


def notebook(answers: Mapping[str, str]) -> str:
    """Return a learner's notebook with these answers: nbgrader's id of the cell -> text."""
    cells = [
        {
            "cell_type": "markdown" if name == ESSAY else "code",
            "source": text,
            "metadata": {"nbgrader": {"grade_id": name, "solution": True, "grade": name == ESSAY}},
        }
        for name, text in answers.items()
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})
