"""The walls stand wherever Qampus is installed."""

from __future__ import annotations

import os
import subprocess
import sysconfig
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_a_virtual_environment_below_the_temporary_folder_is_seen_inside(sandbox):
    """The folder for temporary files is empty inside, which once hid a virtual environment that lay in it."""

    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        venv.create(Path(folder) / "venv", with_pip=False)
        answer = subprocess.run(
            [
                f"{folder}/venv/bin/python",
                "-c",
                "from grader.execution.sandbox import require_sandbox; require_sandbox()",
            ],
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": os.pathsep.join((str(ROOT), sysconfig.get_path("purelib"))),
            },
            capture_output=True,
            text=True,
            check=False,
        )
    assert answer.returncode == 0, answer.stderr
