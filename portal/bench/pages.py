"""How long pages take, asked of the portal's own server in a process of its own."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import httpx
from flask import Flask, session
from sqlalchemy.orm import Session

from portal.accounts import load_person, sign_in
from portal.bench.course import Course
from portal.bench.coursework import OFFERING, task_name, tasks_of
from portal.changes import tell, topic_of_offering
from portal.database import engine_of

Ask = Callable[[str, str], int]
"""Asks for a path with a cookie and returns the status."""


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes:
        name: what it is called in the table.
        requests: its paths, each with the cookie of who asks.
        changes: something changes in the offering before each request.
    """

    name: str
    requests: tuple[tuple[str, str], ...]
    changes: bool = False


@dataclass(frozen=True)
class Timing:
    """How long a page took, in milliseconds.

    Attributes:
        page: its name.
        number: requests.
        median: of all.
        p95: 95th percentile of all.
        slowest: of all.
    """

    page: str
    number: int
    median: float
    p95: float
    slowest: float


def pages(course: Course, number: int) -> tuple[Page, ...]:
    """Return the pages with so many requests each; learners and exercises take turns."""
    learners = [_cookie(course.app, learner) for learner in course.learners[:number]]
    teacher = _cookie(course.app, course.instructor)
    own = [learners[turn % len(learners)] for turn in range(number)]
    places = [turn % len(course.exercises) for turn in range(number)]
    exercises = [course.exercises[place] for place in places]
    taught = [f"/instructor/{OFFERING}/exercises/{exercise}" for exercise in exercises]
    first_tasks = [task_name(tasks_of(place)[0]) for place in places]
    # these take longer, so that fewer will do
    some = taught[: max(2, number // 4)]
    return (
        Page("learner: start", tuple(("/learner/", cookie) for cookie in own)),
        Page(
            "learner: an exercise",
            tuple(
                (f"/learner/{OFFERING}/{exercise}", cookie)
                for exercise, cookie in zip(exercises, own, strict=True)
            ),
        ),
        Page("item analysis: an exercise", tuple((f"{path}/analysis", teacher) for path in taught)),
        Page(
            "item analysis: a task, with answers",
            tuple(
                (f"{path}/analysis/{task}", teacher)
                for path, task in zip(taught, first_tasks, strict=True)
            ),
        ),
        Page(
            "item analysis, something changed each time",
            tuple((f"{path}/analysis", teacher) for path in some),
            changes=True,
        ),
        Page("instructor: an exercise, all learners", tuple((path, teacher) for path in some)),
    )


def measure(course: Course, several: Sequence[Page], ask: Ask) -> Iterator[Timing]:
    """Ask for each address once to begin with, then time all requests, one after the other."""
    for page in several:
        for path, cookie in dict(page.requests).items():
            _answered(ask, path, cookie)
        times = []
        for path, cookie in page.requests:
            if page.changes:
                _change(course.app)
            begun = perf_counter()
            _answered(ask, path, cookie)
            times.append(1000 * (perf_counter() - begun))
        p95 = statistics.quantiles(times, n=20, method="inclusive")[18]
        yield Timing(page.name, len(times), statistics.median(times), p95, max(times))


def _answered(ask: Ask, path: str, cookie: str) -> None:
    status = ask(path, cookie)
    if status != httpx.codes.OK:
        raise RuntimeError(f"expected {path} to answer 200, got {status}")


@contextmanager
def through_server(data: Path) -> Iterator[Ask]:
    """Give what asks the server, which runs as a process of its own on the data."""
    command = [sys.executable, "-m", "portal", "serve", "--data", str(data), "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdout=subprocess.PIPE, text=True, env=os.environ | {"QAMPUS_DEMO": "1"}
    ) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split()[-1]
            with httpx.Client(base_url=address, timeout=60) as client:
                yield lambda path, cookie: client.get(path, headers={"Cookie": cookie}).status_code
        finally:
            server.terminate()


def lines(timings: Sequence[Timing]) -> list[str]:
    """Return a table of timings."""
    head = f"{'page':44} {'requests':>8} {'median':>8} {'95%':>8} {'slowest':>8}  (ms)"
    rows = [
        f"{one.page:44} {one.number:8} {one.median:8.1f} {one.p95:8.1f} {one.slowest:8.1f}"
        for one in timings
    ]
    return [head, *rows]


def _cookie(app: Flask, person_id: int) -> str:
    """Return the session cookie of a person, as her sign-in would have set it."""
    with app.test_request_context():
        person = load_person(person_id)
        if person is None:
            raise RuntimeError(f"expected person {person_id} in the database")
        sign_in(person)
        signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
        return f"{app.config['SESSION_COOKIE_NAME']}={signer.dumps(dict(session))}"


def _change(app: Flask) -> None:
    engine = engine_of(app).execution_options(qampus_writes=True)
    with Session(engine) as writing, writing.begin():
        tell(writing, topic_of_offering(OFFERING))
