"""Child processes: ready, failed, stopped; none is left over."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grader.campus.processes import (
    PortTakenError,
    ProcessError,
    ProcessGroup,
    check_port_free,
    free_port,
)

STUBBORN_FAMILY = """
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"])
open("pids", "w").write(f"{os.getpid()} {child.pid}")
time.sleep(600)
"""


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def start(group, folder, code, name="child"):
    group.start(name, [sys.executable, "-c", code], dict(os.environ), folder)


def test_waiting_ends_when_ready(tmp_path):
    group = ProcessGroup(tmp_path)
    start(group, tmp_path, "open('ready', 'w'); import time; time.sleep(600)")
    group.wait_until("child", (tmp_path / "ready").exists, 20)
    group.stop()


def test_a_child_that_ends_early_is_reported_with_its_last_words(tmp_path):
    group = ProcessGroup(tmp_path)
    start(group, tmp_path, "import sys; sys.exit('the disk is full')")
    with pytest.raises(ProcessError, match=r"exit status 1.*the disk is full"):
        group.wait_until("child", lambda: False, 20)


def test_a_child_that_never_is_ready_is_reported(tmp_path):
    group = ProcessGroup(tmp_path)
    start(group, tmp_path, "import time; time.sleep(600)")
    with pytest.raises(ProcessError, match="not ready within"):
        group.wait_until("child", lambda: False, 0.3)
    group.stop()


def test_stopping_ends_stubborn_children_and_grandchildren(tmp_path, monkeypatch):
    monkeypatch.setattr("grader.campus.processes.STOP_SECONDS", 0.5)
    group = ProcessGroup(tmp_path)
    start(group, tmp_path, STUBBORN_FAMILY)
    group.wait_until("child", (tmp_path / "pids").exists, 20)
    time.sleep(0.2)
    pids = [int(pid) for pid in (tmp_path / "pids").read_text().split()]
    assert all(map(alive, pids))
    group.stop()
    deadline = time.monotonic() + 10
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(alive, pids))


def test_children_end_when_the_parent_is_killed_outright(tmp_path):
    code = (
        "import os, sys, time; from pathlib import Path\n"
        "from grader.campus.processes import ProcessGroup\n"
        "group = ProcessGroup(Path('.'))\n"
        "group.start('child', [sys.executable, '-c', 'import os, time; "
        'open("pid", "w").write(str(os.getpid())); time.sleep(600)\'], dict(os.environ), Path("."))\n'
        "time.sleep(600)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path)
    deadline = time.monotonic() + 30
    while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    pid = int((tmp_path / "pid").read_text())
    assert alive(pid)
    parent.kill()
    parent.wait()
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(pid)


def test_a_taken_port_is_named_with_a_remedy():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(PortTakenError, match=f"{port}.*Choose another"):
            check_port_free(port, "Choose another.")
    check_port_free(free_port(), "")
