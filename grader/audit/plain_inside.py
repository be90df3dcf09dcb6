"""Runs `nbgrader autograde` on one submission. A program for a sandbox of its own; its text is handed to Python.

It reads a course directory as a tar archive from standard input, gives up root, grades the one submission in it, and
writes task -> points as JSON. nbgrader executes hostile code with its own rights, so whatever is written here is
what that code wanted to be written.

Arguments: EXERCISE LEARNER UID SECONDS PROCESSES MEMORY
"""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tarfile
from pathlib import Path

_SCORES = "SELECT base_cell.name, grade.auto_score FROM grade JOIN base_cell ON base_cell.id = grade.cell_id"


def main() -> None:
    """Grade one submission."""
    exercise, learner = sys.argv[1:3]
    uid, seconds, processes, memory = (int(word) for word in sys.argv[3:7])
    if uid:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
        # elsewhere the user's other processes would count
        resource.setrlimit(resource.RLIMIT_NPROC, (processes, processes))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    course = Path("/tmp/course")  # noqa: S108 - the one inside
    with tarfile.open(fileobj=sys.stdin.buffer, mode="r|") as archive:
        # links are a part of attacks
        archive.extractall(course, filter="fully_trusted")  # noqa: S202 - packed by `plain`, in a sandbox
    os.environ["HOME"] = "/tmp"  # noqa: S108 - the one inside
    command = [sys.executable, "-m", "nbgrader", "autograde", exercise, "--student", learner]
    try:
        run = subprocess.run(  # noqa: S603 - nbgrader, by our own words
            command, cwd=course, capture_output=True, timeout=seconds, check=False
        )
        said = run.stderr.decode(errors="replace")[-2000:] if run.returncode else ""
    except subprocess.TimeoutExpired:
        said = f"not done after {seconds} s"
    with sqlite3.connect(course / "gradebook.db") as gradebook:
        scores = dict(gradebook.execute(_SCORES))
    print(json.dumps({"scores": scores, "failed": said}))


if __name__ == "__main__":
    main()
