"""A real portal and a real grading service as processes, for tests."""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
from nbformat import NotebookNode

from grader.course import release_notebook
from grader.notebooks import parse_notebook
from grader.portal_client import PortalClient
from tests.grader.course.sample import EXERCISE, answered, content, grade_id, write_source

OPERATOR, GRADER = "operator-token", "grader-token"
OFFERING = "demo-intro"
PATIENCE = 60.0


def build(folder: Path, source: NotebookNode, version: str) -> None:
    """Write what `qampus build` would make of a source notebook, the manifest last."""
    released = release_notebook(source)
    for language in ("en", "ja", "ko"):
        write_source(folder / language / "source" / EXERCISE, source)
        write_source(folder / language / "release" / EXERCISE, released)
    graded = [cell for cell in source.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    manifest = {
        "module": EXERCISE,
        "version": version,
        "order": 1,
        "hours": 1.0,
        "prerequisites": [],
        "title": {"en": "A small exercise"},
        "translation": {},
        "tasks": [
            {
                "id": grade_id(cell),
                "title": {"en": grade_id(cell)},
                "points": float(cell.metadata.nbgrader.points),
                "manual": cell.cell_type == "markdown",
                "competences": [],
            }
            for cell in graded
        ],
    }
    path = folder / "manifests" / f"{EXERCISE}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".new").write_text(json.dumps(manifest))
    path.with_suffix(".new").replace(path)


def roster(*logins: str) -> dict[str, Any]:
    """Return a roster of one institution, one offering and these learners."""
    return {
        "institutions": [
            {
                "id": "demo",
                "name": {"en": "Demo University"},
                "country": "JP",
                "time_zone": "Asia/Tokyo",
            }
        ],
        "offerings": [{"id": OFFERING, "institution": "demo", "title": {"en": "Introduction"}}],
        "people": [
            {
                "login": login,
                "issuer": "https://demo.example",
                "subject": login,
                "family_name": "Learner",
                "given_name": f"Simulated {login}",
                "language": "en",
                "institution": "demo",
                "simulated": True,
                "roles": [{"role": "learner", "offering": OFFERING}],
            }
            for login in logins
        ],
        "releases": [{"offering": OFFERING, "release_at": "2026-01-01T00:00:00+00:00"}],
    }


class Running:
    """Portal and grader in a folder; `stop` ends both."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = ""
        self.portal: subprocess.Popen[str] | None = None
        self.grader: subprocess.Popen[bytes] | None = None
        self._tokens: dict[str, str] = {}

    def start_portal(self) -> None:
        """Start the portal, on the port that it had before if it ran already."""
        port = self.address.rpartition(":")[2] or "0"
        tokens = {"QAMPUS_OPERATOR_TOKEN": OPERATOR, "QAMPUS_GRADER_TOKEN": GRADER}
        self.portal = subprocess.Popen(
            [sys.executable, "-m", "portal", "serve", "--data", self.folder / "data"]
            + ["--port", port],
            env=os.environ | tokens,
            stdout=subprocess.PIPE,
            stderr=(self.folder / "portal.log").open("ab"),
            text=True,
        )
        assert self.portal.stdout is not None
        ready = re.search(r"http://\S+", self.portal.stdout.readline())
        assert ready, (self.folder / "portal.log").read_text()
        self.address = ready.group()

    def start_grader(self, token: str = GRADER) -> None:
        """Start the grading service."""
        self.grader = subprocess.Popen(
            [sys.executable, "-m", "grader.service", "--portal", self.address]
            + ["--courses", self.folder / "courses", "--build", self.folder / "build"]
            + ["--workers", "2"],
            env=os.environ | {"QAMPUS_TOKEN": token},
            stderr=(self.folder / "grader.log").open("ab"),
        )

    def stop(self) -> None:
        """End both processes."""
        for process in (self.grader, self.portal):
            if process is not None and process.poll() is None:
                process.send_signal(signal.SIGTERM)
                process.wait(10)

    def log(self) -> str:
        """Return what the grader said."""
        return (self.folder / "grader.log").read_text()

    def operator(self) -> PortalClient:
        """Return the operator's client."""
        return PortalClient(self.address, OPERATOR, patience=5)

    def person(self, login: str) -> httpx.Client:
        """Return a client with a person's own token."""
        if login not in self._tokens:
            self._tokens[login] = self.operator().new_token(login, "test")
        headers = {"Authorization": f"Bearer {self._tokens[login]}"}
        return httpx.Client(base_url=f"{self.address}/api/v1/", headers=headers, timeout=20)

    def release(self, login: str) -> NotebookNode:
        """Return the released notebook as the person gets it."""

        def fetched() -> httpx.Response | None:
            path = f"exchange/courses/{OFFERING}/assignments/{EXERCISE}"
            answer = self.person(login).get(path)
            return answer if answer.is_success else None

        (file,) = self.until(fetched).json()["files"]
        return parse_notebook(base64.b64decode(file["content"]).decode())

    def submit(self, login: str, **answers: str) -> str:
        """Submit the release with these answers; return the submission's id."""
        files = content(answered(self.release(login), **answers))
        sent = [
            {"name": name, "content": base64.b64encode(data).decode()}
            for name, data in files.items()
        ]
        path = f"exchange/courses/{OFFERING}/assignments/{EXERCISE}/submissions"
        answer = self.person(login).post(path, json={"files": sent})
        assert answer.status_code == 201, answer.text
        submission: str = answer.json()["submission"]
        return submission

    def submissions(self, login: str) -> dict[str, dict[str, Any]]:
        """Return a person's submissions by id, as the exchange lists them."""
        listed = self.person(login).get("exchange/assignments").json()["assignments"]
        return {one["submission"]: one for entry in listed for one in entry["submissions"]}

    def graded(self, login: str, submission: str, score: float | None = None) -> dict[str, Any]:
        """Wait until a submission is graded (with this score) and return it as listed."""

        def found() -> dict[str, Any] | None:
            one = self.submissions(login)[submission]
            return one if one["status"] == "graded" and score in (None, one["score"]) else None

        return self.until(found)

    def until(self, look: Callable[[], Any]) -> Any:
        """Look until something is there."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if found := look():
                return found
            time.sleep(0.1)
        raise AssertionError(f"waited in vain; the grader said:\n{self.log()}")

    def end_leases(self) -> None:
        """Let the time of all leases pass."""
        (path,) = (self.folder / "data").rglob("portal.db")
        with sqlite3.connect(path, timeout=20) as database:
            database.execute("UPDATE submission SET lease_until = '2026-01-01 00:00:00.000000'")
