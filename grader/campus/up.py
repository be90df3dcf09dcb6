"""Start a whole Qampus on loopback and stop it again."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from grader.campus.data_folder import DataFolder, write_private
from grader.campus.labs import Labs, Launcher
from grader.campus.processes import ProcessGroup, answers, check_port_free
from grader.campus.roster import Demo, load_demo
from grader.execution.sandbox import require_sandbox
from grader.portal_client import PortalClient

READY_SECONDS = 60.0
FIRST_LAB = "student-utokyo"
"""Whose JupyterLab is started at once; the others start when they are opened."""


@dataclass(frozen=True)
class Options:
    """What `qampus up` was asked for.

    Attributes:
        root: folder with curriculum/ and exercises/.
        data: the data folder.
        port: the portal's port; the launcher of JupyterLabs takes the next one.
        demo: whether simulated learners work.
        unsafe_no_sandbox: grade without a sandbox.
    """

    root: Path
    data: Path
    port: int
    demo: bool
    unsafe_no_sandbox: bool


def run(options: Options) -> None:
    """Start everything, wait until Ctrl-C or SIGTERM, stop everything.

    Raises:
        GraderError: a port is taken, the data folder cannot be used, there is no sandbox, a source is wrong, or a
            part does not start. Nothing keeps running then.
    """
    for port in (options.port, options.port + 1):
        check_port_free(port, "Choose another with --port (Qampus takes that one and the next).")
    if not options.unsafe_no_sandbox:
        require_sandbox()
    data = DataFolder(options.data)
    try:
        with _stop_signals(), _processes(data) as processes:
            _start(options, data, processes)
    except _StopRequested:
        pass
    finally:
        data.close()


class _StopRequested(BaseException):
    """Somebody pressed Ctrl-C, closed the terminal, or sent SIGTERM."""


@contextmanager
def _processes(data: DataFolder) -> Iterator[ProcessGroup]:
    processes = ProcessGroup(data.folder("logs"))
    try:
        yield processes
    except _StopRequested:
        click.echo("Stopping ...")
        raise
    finally:
        processes.stop()


@contextmanager
def _stop_signals() -> Iterator[None]:
    """Turn the first signal that asks to stop into an exception, and ignore those that come while things stop."""

    def stop(*_: object) -> NoReturn:
        for number in before:
            signal.signal(number, signal.SIG_IGN)
        raise _StopRequested

    before = {
        number: signal.getsignal(number)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _start(options: Options, data: DataFolder, processes: ProcessGroup) -> None:
    portal_url = f"http://127.0.0.1:{options.port}"
    launcher_url = f"http://127.0.0.1:{options.port + 1}"
    demo = load_demo()
    secrets = data.secrets
    environment = _environment()
    processes.start(
        "portal",
        [sys.executable, "-m", "portal", "serve", "--data", str(data.folder("portal"))]
        + ["--host", "127.0.0.1", "--port", str(options.port)],
        environment
        | {
            "QAMPUS_DEMO": "1",
            "QAMPUS_GRADER_TOKEN": secrets.grader_token,
            "QAMPUS_OPERATOR_TOKEN": secrets.operator_token,
            "QAMPUS_LAB_URL": launcher_url,
            "QAMPUS_LAB_SECRET": secrets.lab_secret,
        },
        data.path,
    )
    _build(options.root)  # while the portal starts
    processes.wait_until("portal", answers(f"{portal_url}/healthz"), READY_SECONDS)
    operator = PortalClient(portal_url, secrets.operator_token)
    operator.put_roster(demo.roster(_first_start(data)))
    processes.start(
        "grader",
        [sys.executable, "-m", "grader.service", "--portal", portal_url]
        + ["--courses", str(data.folder("courses")), "--build", str(options.root / "build")]
        + ["--root", str(options.root)]
        + (["--unsafe-no-sandbox"] if options.unsafe_no_sandbox else []),
        environment | {"QAMPUS_TOKEN": secrets.grader_token},
        data.path,
    )
    labs = Labs(
        data=data,
        build=options.root / "build",
        processes=processes,
        portal_url=portal_url,
        people={person.login: person for person in demo.people},
        new_token=operator.new_token,
    )
    launcher = Launcher(options.port + 1, secrets.lab_secret, labs)
    launcher.start()
    try:
        first = labs.open(FIRST_LAB)
        watched = ["portal", "grader"]
        if options.demo:
            processes.start(
                "simulation",
                [sys.executable, "-m", "grader.campus.simulation", "--portal", portal_url]
                + ["--root", str(options.root)],
                environment | {"QAMPUS_TOKEN": secrets.operator_token},
                data.path,
            )
        _greet(demo, portal_url, first.url, options, data)
        while True:
            processes.check(watched)
            time.sleep(0.5)
    finally:
        launcher.shutdown()


def _build(root: Path) -> None:
    # Imported here because it takes as long as the portal's start, which is under way meanwhile.
    from grader.authoring.build import build  # noqa: PLC0415

    build(root, root / "build", report=click.echo)


def _environment() -> dict[str, str]:
    """Return what a service needs from the environment, and no more."""
    kept = {name: os.environ[name] for name in ("HOME", "LANG", "TZ") if name in os.environ}
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    return kept | {"PATH": path, "PYTHONUNBUFFERED": "1"}


def _first_start(data: DataFolder) -> datetime:
    """Return when this demo was started first: its dates stay as they are when it is started again."""
    path = data.path / "demo.json"
    if not path.exists():
        write_private(path, json.dumps({"started_at": datetime.now(UTC).isoformat()}))
    return datetime.fromisoformat(json.loads(path.read_text(encoding="utf-8"))["started_at"])


def _greet(demo: Demo, portal_url: str, lab_url: str, options: Options, data: DataFolder) -> None:
    persons = [person for person in demo.people if not person.simulated]
    click.echo(
        f"\nQampus is running.\n\n"
        f"  Portal      {portal_url}\n"
        f"  JupyterLab  {lab_url}   ({FIRST_LAB}; the others open theirs from the portal)\n\n"
        f"Sign in at the portal as one of\n"
        f"  learners      {', '.join(p.login for p in persons if p.learns)}\n"
        f"  instructors   {', '.join(p.login for p in persons if p.teaches)}\n"
        f"  coordinator   {', '.join(p.login for p in persons if not p.learns and not p.teaches)}\n"
    )
    if options.demo:
        click.echo(
            f"{len(demo.simulated)} simulated learners hand in their notebooks now and are graded; "
            "watch it in the portal.\n"
        )
    click.echo(f"Data and logs: {data.path}\nCtrl-C stops all of it.")
