"""One JupyterLab for each person of the demo, started when she opens it.

The portal sends a person here with a ticket (signed with a secret that only the portal and this process hold); the
launcher starts her JupyterLab if it is not running and sends her on to it. A campus uses JupyterHub for this.
"""

from __future__ import annotations

import json
import secrets
import shutil
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer

from grader.campus.data_folder import DataFolder, write_private
from grader.campus.processes import ProcessError, ProcessGroup, answers, free_port
from grader.campus.roster import Person
from grader.errors import GraderError

TICKET_SALT = "qampus-lab"
TICKET_SECONDS = 120
START_SECONDS = 60.0
LOCALES = {"ja": "ja_JP", "ko": "ko_KR"}


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
        return f"http://127.0.0.1:{self.port}/lab?token={self.token}"


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
        self._lock = threading.Lock()

    def open(self, login: str) -> Lab:
        """Return the person's JupyterLab, started when it does not run yet.

        Raises:
            GraderError: nobody of that login may have a JupyterLab, or it does not start.
        """
        person = self._people.get(login)
        if person is None or person.simulated:
            raise GraderError(
                f"There is no JupyterLab for {login!r}: sign in to the portal as a demo person."
            )
        with self._lock:
            lab = self._labs.get(login)
            if lab is None or not self._processes.running(lab.name):
                lab = self._start(person)
                self._labs[login] = lab
        self._processes.wait_until(
            lab.name,
            answers(f"http://127.0.0.1:{lab.port}/api/status?token={lab.token}"),
            START_SECONDS,
        )
        return lab

    def _start(self, person: Person) -> Lab:
        lab = Lab(f"jupyterlab-{person.login}", free_port(), secrets.token_urlsafe(24))
        home = self._data.folder("people", person.login)
        work = self._prepare_work(person, home)
        self._write_settings(person, home, work, lab)
        environment = {
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
            "QAMPUS_TOKEN_FILE": str(home / ".jupyter/qampus_token"),
        }
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
        self._processes.start(lab.name, command, environment, work)
        return lab

    def _prepare_work(self, person: Person, home: Path) -> Path:
        """Return the folder that JupyterLab opens: a course for an instructor, her own home for a learner."""
        if person.teaches:
            return self._data.folder("courses", person.teaches)
        work = home / "work"
        (work / "lessons").mkdir(parents=True, exist_ok=True)
        for lesson in sorted((self._build / person.language / "lessons").glob("*.ipynb")):
            copy = work / "lessons" / lesson.name
            if not copy.exists():
                shutil.copyfile(lesson, copy)
        return work

    def _write_settings(self, person: Person, home: Path, work: Path, lab: Lab) -> None:
        jupyter = home / ".jupyter"
        jupyter.mkdir(parents=True, exist_ok=True)
        token_file = jupyter / "qampus_token"
        if not token_file.exists():
            write_private(token_file, self._new_token(person.login, "JupyterLab"))
        write_private(
            jupyter / "jupyter_server_config.py",
            "from grader.exchange.extension import install\n"
            "c = get_config()\n"
            "install(c)\n"
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
            "from grader.exchange import configure\nconfigure(get_config())\n",
        )
        settings = {"@jupyterlab/apputils-extension/notification": {"fetchNews": "false"}}
        if person.language in LOCALES:
            settings["@jupyterlab/translation-extension/plugin"] = {
                "locale": LOCALES[person.language]
            }
        for plugin, values in settings.items():
            path = jupyter / "settings" / f"{plugin}.jupyterlab-settings"
            if not path.exists():  # from then on the settings are the person's own
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(json.dumps(values), encoding="utf-8")


class Launcher(ThreadingHTTPServer):
    """Answers `/open?ticket=...` on loopback by sending the person on to her JupyterLab.

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
        ticket = parse_qs(address.query).get("ticket", [""])[0]
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
        except BadSignature:
            self._say(
                HTTPStatus.FORBIDDEN, "This link is not valid: open JupyterLab from the portal."
            )
        except ProcessError as error:
            self._say(HTTPStatus.BAD_GATEWAY, str(error))
        except GraderError as error:
            self._say(HTTPStatus.NOT_FOUND, str(error))
        else:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", lab.url)
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
