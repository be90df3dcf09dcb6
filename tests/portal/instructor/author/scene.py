"""A classroom whose exercise has a text, and the grader's calls about drafts."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from sqlalchemy import select

from portal.authoring.cells import split
from portal.models import AuditEntry, Draft, ExerciseText
from tests.grader.authoring.samples import EXERCISE as TEXT
from tests.portal.calls import GRADER_TOKEN, Api
from tests.portal.classroom import Portal, Visitor

EXERCISE = "04_entanglement"
OFFERING = "snu-2026"
PAGE = f"/instructor/{OFFERING}/author/{EXERCISE}"
SECRET = "secret = 1 / sqrt(2)"
CLAIM = {"worker": "w", "lease_seconds": 60}
REPORT: dict[str, Any] = {
    "problems": [],
    "tasks": [
        {
            "task": "make_pair",
            "right": 3,
            "rewrites": 4,
            "misses": 2,
            "mutants": 50,
            "equivalent": 1,
            "refused": [],
            "survivors": [],
            "milliseconds": 1.5,
        }
    ],
    "untranslated": {"ja": [{"text": "A changed paragraph.", "state": "stale"}]},
    "preview": {
        language: [
            {"markdown": True, "text": f"# Title {language} <script>alert(1)</script>"},
            {"markdown": False, "text": "print('<b>')"},
        ]
        for language in ("en", "ja", "ko")
    },
    "seconds": 2.0,
}


def classroom(folder: Any) -> Portal:
    portal = Portal(folder)
    portal.app.config["GRADER_TOKEN"] = GRADER_TOKEN
    with portal.writing() as session:
        session.add(ExerciseText(version_id=portal.room.versions[EXERCISE].id, text=TEXT))
    return portal


def author(portal: Portal, login: str = "snu-instructor") -> Visitor:
    visitor = portal.visitor(login)
    visitor.speak("en")
    return visitor


def grader(portal: Portal) -> Api:
    return Api(portal.app.test_client(), GRADER_TOKEN)


def fields(page: str) -> dict[str, str]:
    """Return what the editor's form holds."""
    form = page[page.index('class="author"') :]
    found = {
        name: unescape(value)
        for name, value in re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', form)
        if name != "csrf_token"
    }
    areas = re.findall(
        r'<textarea(?: class="prose")? name="([^"]+)"[^>]*>\n(.*?)</textarea>', form, re.S
    )
    return found | {name: unescape(text) for name, text in areas}


def edited(old: str, new: str, text: str = TEXT) -> str:
    assert old in text
    return text.replace(old, new, 1)


def in_fields(text: str, known: dict[str, str]) -> dict[str, str]:
    """Return the form's fields with another text."""
    changed = {}
    for number, cell in enumerate(split(text)):
        changed |= {f"head-{number}": cell.head, f"text-{number}": cell.text}
        changed[f"gap-{number}"] = str(cell.gap)
    return known | changed


def save(visitor: Visitor, text: str, then: str = "save", page: str = PAGE) -> Any:
    known = fields(visitor.get(page).text)
    return visitor.form(page, page, **(in_fields(text, known) | {"then": then}))


def draft_of(portal: Portal) -> Draft | None:
    with portal.writing() as session:
        found = session.scalar(select(Draft).order_by(Draft.id.desc()))
        if found is not None:
            session.refresh(found, ["texts", "base", "released"])
        return found


def audit(portal: Portal) -> list[AuditEntry]:
    with portal.writing() as session:
        return list(
            session.scalars(select(AuditEntry).where(AuditEntry.action == "exercise_released"))
        )
