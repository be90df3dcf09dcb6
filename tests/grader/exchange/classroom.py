"""A real portal process with two courses, learners of three languages and one small exercise, for tests."""

from __future__ import annotations

import contextlib
import copy
import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from traitlets.config import Config

from grader.course import release_notebook
from grader.exchange import configure
from grader.portal_client import ClaimedSubmission, PortalClient
from grader.results import MarkedBy, Outcome, Result, TaskResult, Verdict
from tests.grader.course.sample import EXERCISE, source
from tests.grader.service.running import GRADER, Running

FIRST, SECOND = "tokyo-intro", "tokyo-advanced"
ELSEWHERE = "seoul-intro"
LATER = "later"
VERSION = "0123456789ab"
TITLES = {"en": "A small exercise", "ja": "小さな演習", "ko": "작은 실습"}
FEEDBACK = b"<h1>Feedback</h1><script>document.title = 'script ran'; top.qampus = 1</script>"


class Classroom(Running):
    """A portal with two courses of one institution and one of another.

    `learner-ja` is in both courses of the first, `learner-en` in one of them, `learner-ko` in the other institution's,
    `teacher-ja` teaches the first course. The exercise is released in all courses; `later` in none yet.
    """

    def open(self) -> None:
        """Start the portal and give it people and the exercise."""
        self.start_portal()
        self.operator().put_roster(_roster())
        self.publish(EXERCISE, VERSION)
        self.publish(LATER, VERSION)

    def publish(self, exercise: str, version: str) -> None:
        """Publish the small exercise, its title in the language of the release."""
        released = release_notebook(source())
        releases = {}
        for language, title in TITLES.items():
            notebook = copy.deepcopy(released)
            notebook.cells[0].source = f"# {title}"
            releases[language] = {f"{exercise}.ipynb": json.dumps(notebook).encode()}
        manifest = {
            "module": exercise,
            "version": version,
            "order": 1,
            "hours": 1.0,
            "prerequisites": [],
            "title": TITLES,
            "translation": {},
            "tasks": [
                {
                    "id": task,
                    "title": {"en": task},
                    "points": points,
                    "manual": task == "why",
                    "competences": [],
                }
                for task, points in (("double", 2.0), ("number", 1.0), ("why", 3.0))
            ],
        }
        self.grading().publish(exercise, manifest, releases)

    def grading(self) -> PortalClient:
        """Return the grader's client."""
        return PortalClient(self.address, GRADER, patience=5)

    def grade(self, essay: float | None = None) -> list[ClaimedSubmission]:
        """Grade what waits: all checks passed, the essay with these points or not yet marked."""
        client = self.grading()
        claimed = list(client.claim("test", 10, 60))
        for one in claimed:
            tasks = (_passed("double", 2.0), _passed("number", 1.0), _essay(essay))
            client.put_feedback(one.submission, {f"{one.exercise}.html": FEEDBACK})
            client.put_result(
                Result(
                    submission=one.submission,
                    exercise=one.exercise,
                    version=VERSION,
                    tasks=tasks,
                    graded_at=datetime.now(UTC),
                    seconds=0.1,
                    engine="test",
                )
            )
        return claimed

    def stored(self) -> int:
        """Return how many submissions the portal holds."""
        with self._database() as database:
            return int(database.execute("SELECT count(*) FROM submission").fetchone()[0])

    def revoke_tokens(self) -> None:
        """Revoke every personal token."""
        with self._database() as database, database:
            database.execute("UPDATE token SET revoked_at = '2026-01-01 00:00:00.000000'")
        self._tokens.clear()

    @contextlib.contextmanager
    def _database(self) -> Any:
        (path,) = (self.folder / "data").rglob("portal.db")
        with contextlib.closing(sqlite3.connect(path, timeout=20)) as database:
            yield database


class Desk:
    """One learner's JupyterLab folder, asked through nbgrader's exchange classes as nbgrader asks them."""

    def __init__(self, home: Path, portal_url: str, token: str) -> None:
        self.home = home
        self.portal_url = portal_url
        self.token_file = home.parent / f"{home.name}.token"
        self.token_file.write_text(f"{token}\n")
        home.mkdir()

    def ask(self, kind: str, course: str = "", exercise: str = "", **options: Any) -> Any:
        """Run one of nbgrader's exchange actions and return the object and what its `start` returned."""
        config = Config()
        configure(config)
        config.Exchange.assignment_dir = str(self.home)
        config.QampusExchange.portal_url = self.portal_url
        config.QampusExchange.token_file = str(self.token_file)
        config.CourseDirectory.course_id = course
        config.CourseDirectory.assignment_id = exercise
        config.ExchangeList.update(options)
        action = getattr(ExchangeFactory(config=config), kind)(
            coursedir=CourseDirectory(config=config),
            authenticator=Authenticator(config=config),
            config=config,
        )
        return action, action.start()

    def list(self, **options: Any) -> list[dict[str, Any]]:
        """Return nbgrader's list."""
        return list(self.ask("List", **options)[1])

    def fetch(self, course: str = FIRST, exercise: str = EXERCISE) -> Path:
        """Fetch an exercise and return its notebook."""
        self.ask("FetchAssignment", course, exercise)
        return self.notebook(course, exercise)

    def submit(self, course: str = FIRST, exercise: str = EXERCISE) -> Any:
        """Hand in and return the receipt."""
        return self.ask("Submit", course, exercise)[0].receipt

    def notebook(self, course: str = FIRST, exercise: str = EXERCISE) -> Path:
        """Return where an exercise's notebook lies."""
        return self.home / course / exercise / f"{exercise}.ipynb"


def edit(notebook: Path, text: str) -> None:
    """Change a notebook as a learner does."""
    content = json.loads(notebook.read_text())
    content["cells"][-1]["source"] = text
    notebook.write_text(json.dumps(content))


def _passed(task: str, points: float) -> TaskResult:
    return TaskResult(task, points, points, MarkedBy.CHECK, Verdict(Outcome.PASSED, "passed"))


def _essay(points: float | None) -> TaskResult:
    if points is None:
        verdict = Verdict(Outcome.UNGRADED, "needs_person", rationale={"en": "a person marks it"})
        return TaskResult("why", None, 3.0, MarkedBy.NOBODY, verdict)
    verdict = Verdict(Outcome.PASSED, "passed")
    return TaskResult("why", points, 3.0, MarkedBy.PERSON, verdict)


def _person(login: str, institution: str, role: str, *offerings: str) -> dict[str, Any]:
    return {
        "login": login,
        "issuer": "https://demo.example",
        "subject": login,
        "family_name": "Simulated",
        "given_name": login,
        "language": login[-2:],
        "institution": institution,
        "roles": [{"role": role, "offering": offering} for offering in offerings],
    }


def _roster() -> dict[str, Any]:
    offerings = {FIRST: "tokyo", SECOND: "tokyo", ELSEWHERE: "seoul"}
    return {
        "institutions": [
            {"id": name, "name": {"en": name}, "country": country, "time_zone": f"Asia/{zone}"}
            for name, country, zone in (("tokyo", "JP", "Tokyo"), ("seoul", "KR", "Seoul"))
        ],
        "offerings": [
            {"id": offering, "institution": institution, "title": {"en": offering}}
            for offering, institution in offerings.items()
        ],
        "people": [
            _person("learner-ja", "tokyo", "learner", FIRST, SECOND),
            _person("learner-en", "tokyo", "learner", FIRST),
            _person("learner-ko", "seoul", "learner", ELSEWHERE),
            _person("teacher-ja", "tokyo", "instructor", FIRST),
        ],
        "releases": [
            {"offering": offering, "exercise": exercise, "release_at": f"{year}-01-01T00:00:00Z"}
            for offering in offerings
            for exercise, year in ((EXERCISE, 2026), (LATER, 2126))
        ],
    }
