"""A portal in which every address leads somewhere: one of each thing that can stand in one, of a learner of Tokyo."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from portal import create_app
from portal.accounts.tokens import make_token
from portal.configuration import configuration
from portal.models import (
    Appeal,
    Arrangement,
    Draft,
    DraftText,
    ExerciseText,
    ItemState,
    Lesson,
    LessonPage,
    LessonPicture,
    Regrade,
    RegradeItem,
    RegradeState,
)
from tests.portal.calls import GRADER_TOKEN, OPERATOR_TOKEN
from tests.portal.classroom import DUE, EXERCISES, Portal, hand_in

COURSE = "utokyo-2026"
FIRST = EXERCISES[0][0]
PICTURE = f"{'0' * 32}.png"
ENVIRON = {
    "QAMPUS_DEMO": "1",
    "QAMPUS_GRADER_TOKEN": GRADER_TOKEN,
    "QAMPUS_OPERATOR_TOKEN": OPERATOR_TOKEN,
    "QAMPUS_LAB_URL": "http://127.0.0.1:9",
    "QAMPUS_LAB_SECRET": "secret",
}
PEOPLE = {
    "learner": "utokyo-learner-1",
    "classmate": "utokyo-learner-2",
    "learner elsewhere": "snu-learner-1",
    "instructor": "utokyo-instructor",
    "instructor elsewhere": "snu-instructor",
    "coordinator": "utokyo-coordinator",
}
_PART = re.compile(r"<(?:[a-z]+:)?([a-z_]+)>")


@dataclass(frozen=True)
class Everything:
    """The portal's folder, and what stands in addresses that belong to the learner.

    Attributes:
        folder: of the portal.
        parts: varying part of an address -> what stands there.
        ids: who -> id of the person.
        tokens: who -> her token; the grader's and the operator's too.
    """

    folder: Path
    parts: dict[str, str]
    ids: dict[str, int]
    tokens: dict[str, str]

    def portal(self, copy: Path | None = None) -> Flask:
        """Return the portal; on a copy of its folder, so that what is changed is changed there alone."""
        if copy is not None:
            shutil.copytree(self.folder, copy)
        app = create_app(configuration(copy or self.folder, ENVIRON))
        # Who may do something is asked here, not where a form came from.
        app.config["WTF_CSRF_ENABLED"] = False
        return app

    def address(self, rule: Rule) -> str:
        """Return an address of a rule that leads to something of the learner's."""
        # In the marking of written answers the task is the written one.
        parts = self.parts | ({"task": "no_signalling"} if "/marking/" in rule.rule else {})
        return _PART.sub(lambda part: parts[part.group(1)], rule.rule)

    def client(self, app: Flask, who: str) -> FlaskClient:
        """Return a browser in which somebody is signed in."""
        client = app.test_client()
        if who in self.ids:
            with client.session_transaction() as session:
                session["person"] = self.ids[who]
        return client


def build(folder: Path) -> Everything:
    """Make a portal with one of everything."""
    portal = Portal(folder)
    learner = portal.room.people[PEOPLE["learner"]]
    teacher = portal.room.people[PEOPLE["instructor"]]
    version = portal.room.versions[FIRST]
    page, feedback = portal.store("<p>A lesson.</p>"), portal.store("<p>Feedback.</p>")
    with portal.writing() as session:
        attempt = hand_in(
            session, portal.room, learner, FIRST, DUE - timedelta(days=1), feedback=feedback
        )
        appeal = Appeal(
            public_id="a" * 32, submission_id=attempt.id, task="bell_pair", question="Why?"
        )
        arrangement = Arrangement(
            offering_id=COURSE,
            exercise_id=FIRST,
            due_at=DUE + timedelta(days=1),
            granted_by_id=teacher.id,
        )
        regrade = Regrade(
            public_id="b" * 32,
            offering_id=COURSE,
            exercise_id=FIRST,
            version_id=version.id,
            tasks=["bell_pair"],
            reason="A test was wrong.",
            state=RegradeState.JUDGING,
            asked_by_id=teacher.id,
        )
        draft = Draft(
            public_id="c" * 32,
            offering_id=COURSE,
            exercise_id=FIRST,
            base_id=version.id,
            revision=1,
        )
        session.add_all([appeal, arrangement, regrade, draft])
        session.add(ExerciseText(version_id=version.id, text="# %% [markdown]\n# # Old\n"))
        session.flush()
        arrangement.learners.append(learner)
        session.add(
            RegradeItem(regrade_id=regrade.id, submission_id=attempt.id, state=ItemState.QUEUED)
        )
        session.add(
            DraftText(
                draft_id=draft.id,
                revision=1,
                text="# %% [markdown]\n# # New\n",
                saved_by_id=teacher.id,
            )
        )
        session.add(
            Lesson(
                exercise_id=FIRST,
                version="0123456789ab",
                pages=[LessonPage(language="en", headings=[], sha256=page)],
                pictures=[LessonPicture(name=PICTURE, sha256=page)],
            )
        )
        ids = {who: portal.room.people[login].id for who, login in PEOPLE.items()}
        tokens = {
            who: make_token(session, portal.room.people[login], "test")
            for who, login in PEOPLE.items()
        }
        parts = {
            **{"offering_id": COURSE, "offering": COURSE, "course": COURSE},
            **{"exercise_id": FIRST, "exercise": FIRST, "module": FIRST},
            **{"attempt": "1", "position": "0", "submission": attempt.public_id},
            **{"task": "bell_pair", "task_name": "bell_pair"},
            **{"appeal": appeal.public_id, "number": str(arrangement.id)},
            **{"regrade_id": regrade.public_id, "regrade": regrade.public_id},
            **{"draft": draft.public_id, "name": PICTURE, "filename": "css/portal.css"},
            **{"pseudonym": learner.pseudonym, "login": learner.login},
            **{"one": str(attempt.id), "other": str(attempt.id)},
        }
    tokens |= {"grader": GRADER_TOKEN, "operator": OPERATOR_TOKEN}
    return Everything(folder, parts, ids, tokens)
