"""One JupyterLab for each person of the demo, started when she opens it.

The portal sends a person here with a ticket (signed with a secret that only the portal and this process hold); the
launcher starts her JupyterLab if it is not running and sends her on to it. A campus uses JupyterHub for this.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
from itsdangerous import BadData, SignatureExpired, URLSafeTimedSerializer

from grader.campus.data_folder import DataFolder, write_private
from grader.campus.processes import ProcessGroup, answers, free_port
from grader.campus.roster import Person
from grader.errors import GraderError

TICKET_SALT = "qampus-lab"
TICKET_SECONDS = 120
START_SECONDS = 60.0
TOKEN_FILE = "qampus_token"  # noqa: S105  its name
LOCALES = {"ja": "ja_JP", "ko": "ko_KR"}
FOR_INSTRUCTORS = ("formgrader", "course-list", "create-assignment")
"""Parts of nbgrader's user interface that a learner has no use for."""

LESSONS = "lessons"
"""Folder of the lessons in a learner's home."""

_LESSON = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_TOKEN = re.compile(rb"[\x21-\x7e]+")


class NoLabError(GraderError):
    """There is no JupyterLab for this person.

    Attributes:
        login: whom the launcher was asked for.
    """

    def __init__(self, login: str) -> None:
        super().__init__(
            f"There is no JupyterLab for {login!r}: sign in to the portal as a demo person."
        )
        self.login = login


class LabFolderError(GraderError):
    """A person's home cannot be prepared.

    Attributes:
        path: the file or folder.
        reason: what the operating system said.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} cannot be written ({reason}). Mend that, then open it again.")
        self.path = path
        self.reason = reason


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab.

    Attributes:
        name: name of its process.
        port: where it listens on 127.0.0.1.
        token: its own sign-in token.
    """

    name: str
    port: int
    token: str

    @property
    def url(self) -> str:
        """Address that opens it, signed in."""
        return self.url_of("")

    def url_of(self, lesson: str) -> str:
        """Return the address that opens it, signed in, with a lesson in front if it is the name of one."""
        inside = f"/tree/{LESSONS}/{lesson}.ipynb" if _LESSON.fullmatch(lesson) else ""
        return f"http://127.0.0.1:{self.port}/lab{inside}?token={self.token}"


class Labs:
    """The JupyterLabs of the demo's people.

    Args:
        data: the data folder; homes are kept in `people/<login>/`.
        build: what `qampus build` made; its lessons are laid into each learner's home.
        processes: who starts and stops the processes.
        portal_url: address of the portal.
        people: everybody in the demo, by login.
        new_token: makes a personal token for a login, with a label.
    """

    def __init__(
        self,
        data: DataFolder,
        build: Path,
        processes: ProcessGroup,
        portal_url: str,
        people: dict[str, Person],
        new_token: Callable[[str, str], str],
    ) -> None:
        self._data = data
        self._build = build
        self._processes = processes
        self._portal_url = portal_url
        self._people = people
        self._new_token = new_token
        self._labs: dict[str, Lab] = {}
        # One thread starts them all, and lives on: the kernel ends a child with the thread that started it.
        self._starter = ThreadPoolExecutor(1, "labs")

    def open(self, login: str) -> Lab:
        """Return the person's JupyterLab, started when it does not run yet.

        Raises:
            NoLabError: nobody of that login may have a JupyterLab.
            GraderError: it cannot be prepared or does not start.
        """
        person = self._people.get(login)
        if person is None or person.simulated:
            raise NoLabError(login)
        lab = self._starter.submit(self._running, person).result()
        self._processes.wait_until(
            lab.name,
            answers(f"http://127.0.0.1:{lab.port}/api/status?token={lab.token}"),
            START_SECONDS,
        )
        return lab

    def _running(self, person: Person) -> Lab:
        """Return the person's JupyterLab, started a moment ago or before, with a token that the portal takes."""
        home = self._data.folder("people", person.login)
        try:
            self._renew_token(person, home / ".jupyter" / TOKEN_FILE)
            lab = self._labs.get(person.login)
            if lab is None or not self._processes.running(lab.name):
                lab = self._labs[person.login] = self._start(person, home)
        except OSError as error:
            raise LabFolderError(str(error.filename), str(error.strerror)) from error
        return lab

    def _start(self, person: Person, home: Path) -> Lab:
        lab = Lab(f"jupyterlab-{person.login}", free_port(), secrets.token_urlsafe(24))
        work = self._prepare_work(person, home)
        self._write_settings(person, home, work, lab)
        environment = {name: os.environ[name] for name in ("TZ",) if name in os.environ} | {
            "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "JUPYTER_CONFIG_DIR": str(home / ".jupyter"),
            "JUPYTER_DATA_DIR": str(home / ".local/share/jupyter"),
            "JUPYTER_RUNTIME_DIR": str(home / ".local/share/jupyter/runtime"),
            "JUPYTERLAB_SETTINGS_DIR": str(home / ".jupyter/settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(home / ".jupyter/workspaces"),
            "QAMPUS_LANGUAGE": person.language,
            "QAMPUS_PORTAL_URL": self._portal_url,
            "QAMPUS_TOKEN_FILE": str(home / ".jupyter" / TOKEN_FILE),
        }
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
        self._processes.start(lab.name, command, environment, work)
        return lab

    def _prepare_work(self, person: Person, home: Path) -> Path:
        """Return the folder that JupyterLab opens: a course for an instructor, her own home for a learner."""
        if person.teaches:
            return self._data.folder("courses", person.teaches)
        work = home / "work"
        (work / LESSONS).mkdir(parents=True, exist_ok=True)
        for lesson in sorted((self._build / person.language / "lessons").glob("*.ipynb")):
            copy = work / LESSONS / lesson.name
            if not copy.exists():
                draft = copy.with_name(f".{lesson.name}")
                draft.write_bytes(lesson.read_bytes())
                draft.replace(copy)
        return work

    def _write_settings(self, person: Person, home: Path, work: Path, lab: Lab) -> None:
        jupyter = home / ".jupyter"
        teaches = person.teaches is not None
        write_private(
            jupyter / "jupyter_server_config.py",
            "from grader.exchange.extension import install\n"
            "c = get_config()\n"
            f"install(c, teaches={teaches})\n"
            'c.ServerApp.ip = "127.0.0.1"\n'
            f"c.ServerApp.port = {lab.port}\n"
            "c.ServerApp.port_retries = 0\n"
            f"c.ServerApp.root_dir = {str(work)!r}\n"
            f"c.IdentityProvider.token = {lab.token!r}\n"
            "c.LabApp.news_url = None\n"
            "c.LabApp.check_for_updates_class = 'jupyterlab.NeverCheckForUpdate'\n",
        )
        write_private(
            jupyter / "nbgrader_config.py",
            "from grader.exchange import configure\n"
            "c = get_config()\n"
            "configure(c)\n"
            f"c.Exchange.assignment_dir = {str(work)!r}\n",
        )
        # What follows is written once: from then on it is the person's own.
        if not teaches:
            disabled = {f"@jupyter/nbgrader:{part}": True for part in FOR_INSTRUCTORS}
            _write_once(jupyter / "labconfig/page_config.json", {"disabledExtensions": disabled})
        settings = {"@jupyterlab/apputils-extension/notification": {"fetchNews": "false"}}
        if person.language in LOCALES:
            settings["@jupyterlab/translation-extension/plugin"] = {
                "locale": LOCALES[person.language]
            }
        for plugin, values in settings.items():
            _write_once(jupyter / "settings" / f"{plugin}.jupyterlab-settings", values)

    def _renew_token(self, person: Person, token_file: Path) -> None:
        """Give the person a personal token when she has none, or the portal no longer takes hers."""
        token_file.parent.mkdir(parents=True, exist_ok=True)
        if not token_file.exists() or not self._accepts(token_file.read_bytes().strip()):
            write_private(token_file, self._new_token(person.login, "JupyterLab"))

    def _accepts(self, token: bytes) -> bool:
        if not _TOKEN.fullmatch(token):
            return False
        try:
            answer = httpx.get(
                f"{self._portal_url}/api/v1/exchange/assignments",
                headers={"Authorization": f"Bearer {token.decode()}"},
                timeout=10.0,
                trust_env=False,
            )
        except httpx.HTTPError:
            return True  # the portal is away: that is not the token's fault
        return answer.status_code != HTTPStatus.UNAUTHORIZED


def _write_once(path: Path, values: object) -> None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values), encoding="utf-8")


class Launcher(ThreadingHTTPServer):
    """Answers `/open?ticket=...` on loopback by sending the person on to her JupyterLab; `lesson=` names one to open.

    Args:
        port: where to listen.
        secret: what tickets are signed with.
        labs: the JupyterLabs.
    """

    daemon_threads = True

    def __init__(self, port: int, secret: str, labs: Labs) -> None:
        super().__init__(("127.0.0.1", port), _Open)
        self.tickets = URLSafeTimedSerializer(secret, salt=TICKET_SALT)
        self.labs = labs

    def start(self) -> None:
        """Answer in a thread of its own until `shutdown`."""
        threading.Thread(target=self.serve_forever, daemon=True).start()


class _Open(BaseHTTPRequestHandler):
    server: Launcher

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        query = parse_qs(address.query)
        ticket, lesson = (query.get(name, [""])[0] for name in ("ticket", "lesson"))
        if address.path != "/open":
            self._say(HTTPStatus.NOT_FOUND, "Open JupyterLab from the portal.")
            return
        try:
            login = str(self.server.tickets.loads(ticket, max_age=TICKET_SECONDS))
            lab = self.server.labs.open(login)
        except SignatureExpired:
            self._say(
                HTTPStatus.FORBIDDEN,
                "This link has expired: open JupyterLab from the portal again.",
            )
        except BadData:
            self._say(
                HTTPStatus.FORBIDDEN, "This link is not valid: open JupyterLab from the portal."
            )
        except NoLabError as error:
            self._say(HTTPStatus.NOT_FOUND, str(error))
        except GraderError as error:
            self._say(HTTPStatus.BAD_GATEWAY, str(error))
        else:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", lab.url_of(lesson))
            self.send_header("Referrer-Policy", "no-referrer")
            self.send_header("Content-Length", "0")
            self.end_headers()

    def _say(self, status: HTTPStatus, message: str) -> None:
        body = f"{message}\n".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: addresses carry tickets."""
