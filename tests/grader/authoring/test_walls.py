"""What an author wrote runs behind walls: it sees no file of this machine, no variable, no network."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.accuracy.run import audit, orders
from grader.authoring.rehearsal import rehearse
from grader.authoring.source import Source, read_exercise
from grader.execution.sandbox import open_sandbox
from tests.grader.authoring.samples import EXERCISE, MODULE, write_course

ATTEMPTS = {
    "file": "open({secret!r}).read()",
    "variable": "__import__('os').environ['QAMPUS_TEST_SECRET']",
    "network": "__import__('socket').create_connection(('127.0.0.1', {port}), 2)",
    "root": "assert __import__('os').geteuid() == 0 and open('/usr/x', 'w')",
}


@pytest.fixture
def secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QAMPUS_TEST_SECRET", "a token")
    path = tmp_path / "secret.txt"
    path.write_text("marks")
    path.chmod(0o644)
    return path


@pytest.fixture
def port() -> Iterator[int]:
    """Somebody listens there."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield int(server.getsockname()[1])


def written(folder: Path, line: str) -> Source:
    root = write_course(folder)
    path = root / "exercises" / MODULE / "exercise.py"
    path.write_text(EXERCISE.replace("from math import sqrt", f"from math import sqrt\n{line}"))
    folder.chmod(0o755)
    return read_exercise(path)


@pytest.mark.parametrize("kind", ATTEMPTS)
def test_the_machine_is_out_of_reach(tmp_path: Path, secret: Path, port: int, kind: str) -> None:
    source = written(tmp_path / "course", ATTEMPTS[kind].format(secret=str(secret), port=port))
    with open_sandbox() as sandbox:
        (reference, *_) = rehearse(source, sandbox=sandbox).runs
    (error,) = reference.errors
    assert error.line == source.cells[1].line + 2


def test_without_walls_the_same_lines_reach_it(tmp_path: Path, secret: Path, port: int) -> None:
    kinds = ("file", "variable", "network")
    lines = [ATTEMPTS[kind].format(secret=str(secret), port=port) for kind in kinds]
    (reference, *_) = rehearse(written(tmp_path / "course", "\n".join(lines))).runs
    assert reference.ok


def test_the_audit_is_behind_them_too(tmp_path: Path, secret: Path) -> None:
    source = written(tmp_path / "course", ATTEMPTS["file"].format(secret=str(secret)))
    with open_sandbox() as sandbox:
        found = audit(orders([source.path.parent], 0), workers=1, sandbox=sandbox)
    (task,) = found.tasks
    assert "No such file" in task.refused[0].evidence
