"""An instructor at her forms, without JavaScript: fills what stands there, looks at the preview, applies it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import select
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from portal.models import AuditEntry, ExerciseVersion, Notice, Person, Release, Submission
from portal.settling import settle_release
from tests.portal.classroom import EXERCISES, Portal, Visitor, hand_in

FIRST, SECOND, THIRD = (exercise for exercise, *_ in EXERCISES)


@dataclass
class Form:
    """A form as a browser would send it."""

    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._select: str | None = None

    def handle_starttag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        about = dict(given)
        if tag == "form":
            self.forms.append(Form(about.get("action") or "", about.get("method") or "get"))
        elif tag == "select":
            self._select = about["name"]
        elif tag == "option" and self._select and "selected" in about:
            self.forms[-1].fields.append((self._select, about["value"] or ""))
        elif tag == "input" and about.get("name"):
            if about.get("type") in {"checkbox", "radio"} and "checked" not in about:
                return
            self.forms[-1].fields.append((str(about["name"]), about.get("value") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = None


def form_on(page: TestResponse) -> Form:
    """Return the page's own form: not those of the bar on top."""
    parser = _Forms()
    parser.feed(page.text[page.text.index("<main") :])
    assert parser.forms, said(page)
    return parser.forms[-1]


def said(page: TestResponse) -> str:
    """Return the text of a page's content."""
    main = page.text[page.text.index("<main") : page.text.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


class Office:
    """One instructor at work."""

    def __init__(self, portal: Portal, institution: str = "uchicago", language: str = "en") -> None:
        self.portal = portal
        self.offering = f"{institution}-2026"
        self.root = f"/instructor/{self.offering}"
        self.visitor: Visitor = portal.visitor(f"{institution}-instructor")
        self.visitor.speak(language)

    def get(self, path: str) -> TestResponse:
        return self.visitor.get(self.root + path)

    def fill(self, page: TestResponse | str, **changes: str | Sequence[str]) -> TestResponse:
        """Send a page's form with other values in some fields."""
        form = form_on(self.get(page) if isinstance(page, str) else page)
        return self.send(form, **changes)

    def send(self, form: Form, **changes: str | Sequence[str]) -> TestResponse:
        """Send a form with other values in some fields."""
        fields = MultiDict(pair for pair in form.fields if pair[0] not in changes)
        for name, value in changes.items():
            fields.setlist(name, [value] if isinstance(value, str) else list(value))
        if form.method == "get":
            return self.visitor.get(f"{form.action}?{urlencode(list(fields.items(multi=True)))}")
        return self.visitor.client.post(form.action, data=fields)

    def hand_in(self, login: str, at: datetime, exercise: str = FIRST, **more: Any) -> None:
        """Let a learner hand in, settled by the rules that hold."""
        with self.portal.writing() as session:
            room = self.portal.room
            known = room.versions[exercise]
            room.versions[exercise] = session.get_one(ExerciseVersion, known.id)
            learner = session.get_one(Person, room.people[login].id)
            hand_in(session, room, learner, exercise, at, **more)
            settle_release(session, session.get_one(Release, (self.offering, exercise)))

    def rule(self, exercise: str = FIRST, **rules: Any) -> None:
        """Give an exercise other rules, as if somebody else had."""
        with self.portal.writing() as session:
            release = session.get_one(Release, (self.offering, exercise))
            for name, value in rules.items():
                setattr(release, name, value)
            session.flush()
            settle_release(session, release)

    def read(self, query: Any) -> list[Any]:
        with self.portal.writing() as session:
            return list(session.scalars(query))

    def release(self, exercise: str = FIRST) -> Release:
        query = select(Release).where(
            Release.offering_id == self.offering, Release.exercise_id == exercise
        )
        return self.read(query)[0]

    def attempts(self, login: str, exercise: str = FIRST) -> list[Submission]:
        return self.read(
            select(Submission)
            .join(Person, Person.id == Submission.learner_id)
            .where(Person.login == login, Submission.exercise_id == exercise)
            .order_by(Submission.attempt)
        )

    def audit(self) -> list[AuditEntry]:
        return self.read(select(AuditEntry).order_by(AuditEntry.id))

    def notices(self, login: str) -> list[Notice]:
        return self.read(select(Notice).join(Person).where(Person.login == login))

    def told(self, login: str) -> str:
        """Return what a learner reads among her notices."""
        learner = self.portal.visitor(login)
        learner.speak("en")
        return said(learner.get("/notices"))
