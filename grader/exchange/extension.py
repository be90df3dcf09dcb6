"""Server extension of JupyterLab: the routes of nbgrader's Assignment List, with answers that people understand.

nbgrader's own handlers swallow the reason when a fetch fails and show a traceback when a submission does; they also
change the working directory, which forbids threads, so a slow portal would freeze JupyterLab. It takes their
place (`install` switches nbgrader's off) and keeps the routes and forms, so that nbgrader's own user interface is used
unchanged.
"""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import url_path_join
from nbgrader.apps import NbGrader
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeError, ExchangeFactory
from nbgrader.server_extensions.assignment_list.handlers import NbGraderVersionHandler
from tornado import web
from traitlets.config import Config

from grader.exchange.client import ExchangeClient, Receipt

WAIT_FOR_GRADING_SECONDS = 3.0
"""How long the answer to a submission waits for its grade. Where that is not enough, the list refreshes itself
(labextensions/qampus-assignment-list)."""

LOOK_SECONDS = 0.3

Entries = list[dict[str, Any]]

OPEN_STATES = frozenset({"queued", "claimed"})


def install(config: Config, *, teaches: bool = True) -> None:
    """Use this extension in a Jupyter server instead of nbgrader's assignment list, and let the list refresh itself.

    Args:
        config: configuration of the Jupyter server (`jupyter_server_config.py`: `get_config()`).
        teaches: whether formgrader is of use; otherwise it and the list of formgraders are switched off.
    """
    config.ServerApp.jpserver_extensions = {
        "nbgrader.server_extensions.assignment_list": False,
        "nbgrader.server_extensions.formgrader": teaches,
        "nbgrader.server_extensions.course_list": teaches,
        "grader.exchange.extension": True,
    }
    config.LabApp.extra_labextensions_path = [str(Path(__file__).parent / "labextensions")]


class AssignmentList:
    """Asks nbgrader's exchange classes and returns what the user interface expects.

    Args:
        root: folder in which JupyterLab works.
    """

    def __init__(self, root: str) -> None:
        self._root = str(Path(root).absolute())

    def list(self, course: str | None = None) -> dict[str, Any]:
        """Return released, fetched and submitted exercises: `{"success": True, "value": [...]}`."""
        released = self._exchange("List", course).start()
        submitted = self._exchange("List", course, cached=True).start()
        return self._shown(released + submitted)

    def courses(self) -> dict[str, Any]:
        """Return the ids of the learner's courses."""
        released = self._exchange("List").start()
        return {"success": True, "value": sorted({entry["course_id"] for entry in released})}

    def fetch(self, course: str, exercise: str) -> dict[str, Any]:
        """Bring an exercise, then list."""
        self._exchange("FetchAssignment", course, exercise).start()
        return self.list(course)

    def fetch_feedback(self, course: str, exercise: str) -> dict[str, Any]:
        """Bring the feedback of all attempts at an exercise, then list."""
        self._exchange("FetchFeedback", course, exercise).start()
        return self.list(course)

    def submit(self, course: str, exercise: str) -> dict[str, Any]:
        """Hand an exercise in, wait a little for its grade, then list.

        The receipt is there before the waiting starts: giving up the wait loses nothing, and a portal that goes
        away from then on does not make this a failure.
        """
        submit = self._exchange("Submit", course, exercise)
        submit.start()
        try:
            _wait_for_grade(submit.client(), submit.receipt)
            return self.list(course)
        except ExchangeError:
            return self._shown(self._exchange("List", course, exercise).receipted(submit.receipt))

    def _exchange(
        self,
        kind: str,
        course: str | None = None,
        exercise: str | None = None,
        *,
        cached: bool = False,
    ) -> Any:
        config = self._config()
        config.Exchange.assignment_dir = self._root
        config.CourseDirectory.course_id = course or ""
        config.CourseDirectory.assignment_id = exercise or ""
        config.ExchangeList.cached = cached
        return getattr(ExchangeFactory(config=config), kind)(
            coursedir=CourseDirectory(config=config),
            authenticator=Authenticator(config=config),
            config=config,
        )

    def _config(self) -> Config:
        application = NbGrader()
        application.config_file_paths.append(self._root)
        application.load_config_file()
        return Config(application.config)

    def _shown(self, listed: Entries) -> dict[str, Any]:
        """Return the list with its paths as JupyterLab names them: from its root."""
        for entry in listed:
            entry["path"] = self._relative(entry.get("path"))
            for notebook in entry.get("notebooks", []):
                notebook["path"] = self._relative(notebook["path"])
            for attempt in entry.get("submissions", []):
                attempt["local_feedback_path"] = self._relative(attempt["local_feedback_path"])
        return {"success": True, "value": listed}

    def _relative(self, path: str | None) -> str | None:
        return None if path is None else str(Path(path).relative_to(self._root))


def _wait_for_grade(client: ExchangeClient, receipt: Receipt) -> None:
    deadline = time.monotonic() + WAIT_FOR_GRADING_SECONDS
    while time.monotonic() < deadline:
        status = {
            attempt["submission"]: attempt["status"]
            for entry in client.assignments(receipt.course)
            for attempt in entry["submissions"]
        }
        if status.get(receipt.submission) not in OPEN_STATES:
            return
        time.sleep(LOOK_SECONDS)


class _ListHandler(APIHandler):
    """Answers in JSON, in a thread: a slow portal does not freeze JupyterLab."""

    async def answer(self, ask: Any, *arguments: Any) -> None:
        try:
            result = await asyncio.to_thread(ask, *arguments)
        except ExchangeError as error:
            result = {"success": False, "value": str(error)}
        await self.finish(json.dumps(result))

    @property
    def assignments(self) -> AssignmentList:
        return AssignmentList(str(self.settings["server_root_dir"]))


class AssignmentsHandler(_ListHandler):
    """`GET assignments`: what is released, fetched and handed in."""

    @web.authenticated
    async def get(self) -> None:
        """Answer with the list of a course."""
        await self.answer(self.assignments.list, self.get_argument("course_id", ""))


class ActionHandler(_ListHandler):
    """`POST assignments/(fetch|submit|fetch_feedback)`: do it, then answer with the list."""

    @web.authenticated
    async def post(self, action: str) -> None:
        """Do what is asked for the course and exercise in the body."""
        body = self.get_json_body()
        if not isinstance(body, dict):
            raise web.HTTPError(400, "expected course_id and assignment_id")
        asked = str(body.get("course_id", "")), str(body.get("assignment_id", ""))
        await self.answer(getattr(self.assignments, action), *asked)


class CoursesHandler(_ListHandler):
    """`GET courses`: the learner's courses."""

    @web.authenticated
    async def get(self) -> None:
        """Answer with the course ids."""
        await self.answer(self.assignments.courses)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "grader.exchange.extension"}]


def _load_jupyter_server_extension(server: Any) -> None:
    application = server.web_app
    application.settings["server_root_dir"] = server.root_dir
    routes = [
        (r"/assignments", AssignmentsHandler),
        (r"/assignments/(?P<action>fetch|submit|fetch_feedback)", ActionHandler),
        (r"/courses", CoursesHandler),
        (r"/nbgrader_version", NbGraderVersionHandler),
    ]
    base_url = application.settings["base_url"]
    application.add_handlers(
        ".*$", [(url_path_join(base_url, path), handler) for path, handler in routes]
    )
