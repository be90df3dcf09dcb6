"""Calls of the API, and the documents they carry, as small as they can be."""

import base64
import json
from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient

GRADER_TOKEN = "token-of-the-grader"
OPERATOR_TOKEN = "token-of-the-operator"
LAB_SECRET = "secret-of-the-labs"
EXERCISE = "04_entanglement"
NOTEBOOK = f"{EXERCISE}.ipynb"
COURSE = "utokyo-intro"
ISSUER = "https://demo.qampus.invalid"


def texts(english: str) -> dict[str, str]:
    return {"en": english, "ja": f"{english} (ja)", "ko": f"{english} (ko)"}


def person(
    login: str, institution: str, language: str, *roles: dict[str, str], **more: Any
) -> dict[str, Any]:
    return {
        "login": login,
        "issuer": ISSUER,
        "subject": login,
        "family_name": "Demo",
        "given_name": login,
        "language": language,
        "institution": institution,
        "roles": list(roles),
    } | more


def learner(offering: str) -> dict[str, str]:
    return {"role": "learner", "offering": offering}


def instructor(offering: str) -> dict[str, str]:
    return {"role": "instructor", "offering": offering}


def roster() -> dict[str, Any]:
    return {
        "institutions": [
            {"id": "utokyo", "name": texts("Tokyo"), "country": "JP", "time_zone": "Asia/Tokyo"},
            {"id": "snu", "name": texts("Seoul"), "country": "KR", "time_zone": "Asia/Seoul"},
        ],
        "offerings": [
            {"id": COURSE, "institution": "utokyo", "title": texts("Introduction in Tokyo")},
            {"id": "snu-intro", "institution": "snu", "title": texts("Introduction in Seoul")},
        ],
        "cohorts": [{"id": "utokyo-autumn", "institution": "utokyo", "name": texts("Autumn")}],
        "people": [
            person("student-utokyo", "utokyo", "ja", learner(COURSE), cohorts=["utokyo-autumn"]),
            person("second-utokyo", "utokyo", "en", learner(COURSE), simulated=True),
            person("instructor-utokyo", "utokyo", "ja", instructor(COURSE)),
            person("student-snu", "snu", "ko", learner("snu-intro")),
            person("coordinator", "snu", "en", {"role": "coordinator"}),
            person(
                "both-snu",
                "snu",
                "en",
                instructor("snu-intro"),
                learner(COURSE),
                {"role": "coordinator"},
            ),
        ],
        "releases": [
            {
                "offering": COURSE,
                "release_at": "2026-01-01T09:00:00+09:00",
                "due_at": "2126-01-01T09:00:00+09:00",
            },
            {
                "offering": "snu-intro",
                "exercise": EXERCISE,
                "release_at": "2126-01-01T09:00:00+09:00",
            },
        ],
    }


def notebook(source: str = "print(1)") -> bytes:
    return json.dumps(
        {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {"kernelspec": {"name": "python3"}},
            "cells": [
                {
                    "cell_type": "code",
                    "id": "a",
                    "metadata": {},
                    "source": source,
                    "outputs": [],
                    "execution_count": None,
                }
            ],
        }
    ).encode()


def sent(content: bytes, name: str = NOTEBOOK) -> dict[str, str]:
    return {"name": name, "content": base64.b64encode(content).decode()}


def module(
    version: str = "0123456789ab", exercise: str = EXERCISE, **changes: Any
) -> dict[str, Any]:
    manifest = {
        "module": exercise,
        "version": version,
        "order": 4,
        "hours": 4.0,
        "prerequisites": [],
        "title": texts("Entanglement"),
        "translation": {},
        "tasks": [
            {
                "id": "bell_pair",
                "title": texts("Bell"),
                "points": 2.0,
                "manual": False,
                "competences": ["5.1 II A1"],
            },
            {
                "id": "essay",
                "title": texts("Essay"),
                "points": 3.0,
                "manual": True,
                "competences": [],
                "rubric": {"en": "r"},
            },
        ],
    }
    return {
        "manifest": manifest | changes,
        "releases": {
            language: [sent(notebook(f"# {language} {version}"), f"{exercise}.ipynb")]
            for language in ("en", "ja")
        },
    }


def task_result(
    task: str, points: float | None, maximum: float, marked_by: str = "check"
) -> dict[str, Any]:
    outcome = "ungraded" if points is None else "passed" if points == maximum else "failed"
    return {
        "task": task,
        "points": points,
        "maximum": maximum,
        "marked_by": "nobody" if points is None else marked_by,
        "verdict": {
            "outcome": outcome,
            "code": outcome,
            "parameters": {"qubit": 1},
            "rationale": {"en": "because"},
            "hint": {"en": "look"},
        },
    }


def result(
    submission: str, bell: float | None = 2.0, essay: dict[str, Any] | None = None, **changes: Any
) -> dict[str, Any]:
    return {
        "submission": submission,
        "exercise": EXERCISE,
        "version": "0123456789ab",
        "tasks": [task_result("bell_pair", bell, 2.0), essay or task_result("essay", None, 3.0)],
        "graded_at": "2026-11-01T00:00:00Z",
        "seconds": 0.5,
        "engine": "test 1",
        "schema": 1,
    } | changes


@dataclass
class Answer:
    """Status and JSON of an answer."""

    status: int
    json: Any
    headers: Any

    @property
    def code(self) -> str:
        """The code of a refusal."""
        return str(self.json["error"]["code"])

    @property
    def message(self) -> str:
        """The message of a refusal."""
        return str(self.json["error"]["message"])


class Api:
    """The API, as one caller."""

    def __init__(self, client: FlaskClient, token: str | None) -> None:
        self.client = client
        self.headers = {"Authorization": f"Bearer {token}"} if token is not None else {}

    def __call__(
        self, method: str, path: str, body: Any = None, raw: bytes | None = None
    ) -> Answer:
        response = self.client.open(
            f"/api/v1{path}",
            method=method,
            headers=self.headers,
            data=raw if raw is not None else None if body is None else json.dumps(body),
            content_type="application/json",
        )
        return Answer(response.status_code, response.get_json(), response.headers)

    def submit(
        self, content: bytes, course: str = COURSE, exercise: str = EXERCISE, **more: Any
    ) -> Answer:
        body = {"files": [sent(content, f"{exercise}.ipynb")]} | more
        return self("POST", f"/exchange/courses/{course}/assignments/{exercise}/submissions", body)

    def claim(self, limit: int = 10, lease: float = 60, worker: str = "w") -> list[dict[str, Any]]:
        answer = self(
            "POST", "/grading/claims", {"worker": worker, "limit": limit, "lease_seconds": lease}
        )
        assert answer.status == 200, answer
        return list(answer.json["submissions"])
