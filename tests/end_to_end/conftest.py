"""A whole Qampus, started by its own command: portal, grader, JupyterLab and simulated learners."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).parents[2]
START_SECONDS = 300


@dataclass(frozen=True)
class Campus:
    """A running `qampus up`."""

    url: str
    data: Path
    process: subprocess.Popen[bytes]


def two_free_ports() -> int:
    """Return a port that is free together with the next one."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port


def start_campus(data: Path, log: Path, *options: str) -> Campus:
    """Start `qampus up` and return when it says that it is running."""
    port = two_free_ports()
    command = [sys.executable, "-m", "grader.cli", "up", "--root", str(ROOT)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--data", str(data), "--port", str(port), *options],
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
    deadline = time.monotonic() + START_SECONDS
    while "Qampus is running" not in log.read_text():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.1)
    return Campus(f"http://127.0.0.1:{port}", data, process)


def stop_campus(campus: Campus) -> list[psutil.Process]:
    """Press Ctrl-C and return what is still alive a moment after the command has ended."""
    family = psutil.Process(campus.process.pid).children(recursive=True)
    campus.process.send_signal(signal.SIGINT)
    campus.process.wait(timeout=60)
    return psutil.wait_procs(family, timeout=5)[1]


@pytest.fixture(
    scope="module"
)  # its simulated learners would take processor time from all tests after these
def campus(tmp_path_factory: pytest.TempPathFactory, sandbox: str) -> Iterator[Campus]:
    """A campus with the whole demo, which is under way while the tests use it."""
    folder = tmp_path_factory.mktemp("campus")
    running = start_campus(folder / "data", folder / "up.log")
    yield running
    assert stop_campus(running) == []
