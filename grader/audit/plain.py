"""Plain nbgrader on an attack: `nbgrader autograde` as it is installed, in walls of its own.

nbgrader runs learners' code with the rights of who grades. Here that is nobody, in a sandbox without a network that
holds one copy of the course, so that an attack that wins does so on paper only.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from grader.audit.attack import Attack
from grader.audit.target import Target
from grader.execution.limits import MIB, Limits
from grader.execution.sandbox import Sandbox

LEARNER = "attacker"
_PROGRAM = Path(__file__).with_name("plain_inside.py")
SECONDS = 90
_MEMORY = 4096 * MIB
_PROCESSES = 128
_ROOM = Limits(written=256 * MIB)
_MOST = 1 << 20


@dataclass(frozen=True)
class Plain:
    """What plain nbgrader gives.

    Attributes:
        points: task -> points; empty if it was not run or gave up.
        reason: why there are none; empty otherwise.
    """

    points: Mapping[str, float] = field(default_factory=dict)
    reason: str = ""


def grade_plainly(
    attack: Attack, target: Target, files: Mapping[str, bytes], course: Path, sandbox: Sandbox
) -> Plain:
    """Grade an attack with `nbgrader autograde`.

    Args:
        attack: the attack.
        target: what it attacks.
        files: what it hands in.
        course: a course directory in which the exercise is released; it is copied.
        sandbox: where the copy is graded.
    """
    if attack.plain:
        return Plain(reason=f"not run: {attack.plain}")
    command = sandbox.command(
        _ROOM,
        "-c",
        _PROGRAM.read_text(encoding="utf-8"),
        target.id,
        LEARNER,
        str(sandbox.uid() or 0),
        *(str(one) for one in (SECONDS, _PROCESSES, _MEMORY)),
    )
    try:
        run = subprocess.run(  # noqa: S603
            command,
            input=_packed(course, target.id, files, attack.links),
            capture_output=True,
            env=sandbox.environment("en"),
            timeout=SECONDS + 30,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Plain(reason="never ended")
    return _read(run.stdout[:_MOST])


def _packed(
    course: Path, exercise: str, files: Mapping[str, bytes], links: Mapping[str, str]
) -> bytes:
    """Return a course directory with one submission as a tar archive."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name in ("source", "release", "gradebook.db", "nbgrader_config.py"):
            archive.add(course / name, arcname=name)
        folder = f"submitted/{LEARNER}/{exercise}"
        for name, content in files.items():
            # a file system has no such names; where they would climb, they climb inside the sandbox
            entry = tarfile.TarInfo(f"{folder}/{name}")
            entry.size = len(content)
            entry.mode = 0o644
            archive.addfile(entry, io.BytesIO(content))
        for name, place in links.items():
            entry = tarfile.TarInfo(f"{folder}/{name}")
            entry.type = tarfile.SYMTYPE
            entry.linkname = place
            archive.addfile(entry)
    return buffer.getvalue()


def _read(said: bytes) -> Plain:
    """Read what the sandbox wrote: a stranger's word."""
    last = said.strip().splitlines()[-1:] or [b""]
    try:
        told = msgspec.json.decode(last[0], type=dict[str, object])
        points = msgspec.convert(told["scores"], dict[str, float | None])
        failed = msgspec.convert(told["failed"], str)
    except (msgspec.MsgspecError, KeyError, UnicodeDecodeError):
        return Plain(reason="gave up")
    given = {task: one for task, one in points.items() if one is not None}
    if failed and not given:
        return Plain(reason="gave up")
    return Plain(given)
