"""`qampus up` starts and stops as a whole, or says in one line why not and touches nothing."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time

import psutil
import pytest

from tests.end_to_end.conftest import ROOT, start_campus, stop_campus, two_free_ports

pytestmark = [pytest.mark.xdist_group("end_to_end"), pytest.mark.timeout(900)]


def refused(*options: str, path: str | None = None) -> str:
    """Run `qampus up`, expect that it refuses, and return its message."""
    answer = subprocess.run(
        [sys.executable, "-m", "grader.cli", "up", "--root", str(ROOT), *options],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | ({"PATH": path} if path is not None else {}),
        check=False,
    )
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert "Traceback" not in answer.stderr
    return answer.stderr.strip()


def test_a_taken_port_is_one_line_and_touches_nothing(tmp_path):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        message = refused("--data", str(tmp_path / "data"), "--port", str(port))
    assert f"Port {port}" in message
    assert "--port" in message
    assert len(message.splitlines()) == 1
    assert not (tmp_path / "data").exists()


def test_a_data_folder_of_a_newer_version_is_one_line_and_untouched(tmp_path):
    marker = tmp_path / "qampus.json"
    marker.write_text(json.dumps({"format": 99}))
    message = refused("--data", str(tmp_path), "--port", str(two_free_ports()))
    assert "newer Qampus" in message
    assert len(message.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["qampus.json"]


def test_without_a_sandbox_it_says_how_to_get_one(tmp_path):
    message = refused(
        "--data", str(tmp_path / "data"), "--port", str(two_free_ports()), path="/nonexistent"
    )
    assert "bubblewrap" in message
    assert "--unsafe-no-sandbox" in message
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_whatever_ends_it_no_process_is_left_and_it_starts_again(tmp_path, sandbox, end):
    log = tmp_path / "up.log"
    campus = start_campus(tmp_path / "data", log, "--no-demo")
    family = psutil.Process(campus.process.pid).children(recursive=True)
    assert len(family) >= 3  # portal, grader, JupyterLab
    campus.process.send_signal(end)
    campus.process.wait(timeout=60)
    deadline = time.monotonic() + 20
    while any(map(lives, family)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [child.cmdline() for child in family if lives(child)] == []
    log.unlink()
    again = start_campus(tmp_path / "data", log, "--no-demo")
    assert stop_campus(again) == []


def test_ctrl_c_is_heard_while_it_starts(tmp_path, sandbox):
    process = subprocess.Popen(
        [sys.executable, "-m", "grader.cli", "up", "--root", str(ROOT), "--no-demo"]
        + ["--data", str(tmp_path / "data"), "--port", str(two_free_ports())],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    while not (tmp_path / "data" / "logs" / "portal.log").exists():
        assert process.poll() is None
        time.sleep(0.01)
    family = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=30)
    assert "Stopping" in said
    assert "Traceback" not in said
    assert "Qampus is running" not in said
    assert process.returncode == 0
    assert psutil.wait_procs(family, timeout=5)[1] == []


def lives(process: psutil.Process) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
