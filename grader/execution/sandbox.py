"""The walls around learner code: a bubblewrap sandbox that holds Python, this package and nothing else.

Inside there is no network, no home, no environment variable, no course, no exercise and no other process. The system
and the Python installation are read-only; what is written goes to memory and is gone with the sandbox. An ordinary
user gets a user namespace. Root does without one and the process inside gives up root instead, for a user id that
nobody has, because the kernel does not count processes for root.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from grader.errors import SandboxUnavailableError
from grader.execution.fonts import font_list
from grader.execution.limits import Limits
from grader.execution.workplace import open_workplace

_PACKAGE = Path(__file__).resolve().parents[1]
_INSIDE_ROOT = Path("/opt/qampus")
_FIRST_UID = 2_000_000_000
"""User ids from here on belong to nobody: useradd and subuid ranges stay far below."""
_TMP = "/tmp"  # noqa: S108 - the one inside
_WRITABLE = (_TMP, "/dev/shm")  # noqa: S108
_OLDEST_BWRAP = (0, 7)
_NUMBERS = count()

_PARTS = ("__init__.py", "checks", "errors.py", "execution", "judge", "notebooks.py", "results.py")
"""What of this package is seen inside: what runs there, and nothing else."""
_SYSTEM = ("/bin", "/lib", "/lib64", "/lib32", "/sbin")
_ETC = ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "fonts", "localtime")


@dataclass(frozen=True)
class Sandbox:
    """A way to start processes for learner code.

    Attributes:
        bwrap: the bubblewrap program; None runs without walls (only by an explicit wish).
        cache: folder with what is prepared once for all executions.
        parts: what of this package is seen inside.
        shown: folders that are seen inside besides, read-only: here -> inside, below /opt/qampus.
    """

    bwrap: Path | None
    cache: Path
    parts: tuple[str, ...] = _PARTS
    shown: tuple[tuple[Path, Path], ...] = ()

    @property
    def name(self) -> str:
        """What a result says about the walls."""
        return "bubblewrap" if self.bwrap else "no sandbox"

    def command(self, limits: Limits, *arguments: str) -> list[str]:
        """Return the command line that runs Python with these arguments inside."""
        python = [sys.executable, "-P", *arguments]
        if self.bwrap is None:
            return python
        return [str(self.bwrap), *_namespaces(), *self._mounts(limits), "--", *python]

    def environment(self, language: str) -> dict[str, str]:
        """Return the whole environment of a grading kernel; nothing of the grader's own is in it."""
        root = _INSIDE_ROOT if self.bwrap else _PACKAGE.parent
        fonts = _INSIDE_ROOT / "cache" if self.bwrap else self.cache
        return {
            "PATH": f"{sys.prefix}/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "USER": "learner",
            "TZ": "UTC",
            "PYTHONPATH": str(root),
            "PYTHONDONTWRITEBYTECODE": "1",
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "RAYON_NUM_THREADS": "1",
            "QISKIT_PARALLEL": "FALSE",
            "QAMPUS_LANGUAGE": language,
            "QAMPUS_CACHE": str(fonts),
            # nbgrader sets it, and courses read it
            "NBGRADER_EXECUTION": "autograde",
        }

    def uid(self) -> int | None:
        """Return a user id of its own for one execution if this process is root, None otherwise."""
        if self.bwrap is None or os.geteuid() != 0:
            return None
        return _FIRST_UID + (os.getpid() * 64 + next(_NUMBERS) % 64) % 100_000_000

    def _mounts(self, limits: Limits) -> list[str]:
        options = ["--ro-bind", "/usr", "/usr"]
        for name in _SYSTEM:
            path = Path(name)
            if path.is_symlink():
                options += ["--symlink", str(path.readlink()), name]
            elif path.exists():
                options += ["--ro-bind", name, name]
        # Before the rest: the virtual environment may itself lie below /tmp.
        options += ["--proc", "/proc", "--dev", "/dev"]
        for name in _WRITABLE:
            options += ["--perms", "1777", "--size", str(limits.written), "--tmpfs", name]
        bound = {Path("/etc") / name: Path("/etc") / name for name in _ETC}
        prefixes = {sys.prefix, sys.base_prefix, str(Path(sys.executable).resolve().parents[1])}
        bound |= {Path(prefix): Path(prefix) for prefix in prefixes}
        bound |= {_PACKAGE / name: _INSIDE_ROOT / "grader" / name for name in self.parts}
        bound |= dict(self.shown)
        bound[self.cache] = _INSIDE_ROOT / "cache"
        for source, target in bound.items():
            if source.exists() and not target.is_relative_to("/usr"):
                for parent in reversed(target.parents[:-1]):
                    options += ["--perms", "0755", "--dir", str(parent)]
                options += ["--ro-bind", str(source.resolve()), str(target)]
        return [*options, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", _TMP]


@contextmanager
def open_sandbox(*, unsafe_no_sandbox: bool = False) -> Iterator[Sandbox]:
    """Try the sandbox once and yield it, with its cache, which lasts as long as the context.

    Args:
        unsafe_no_sandbox: run learner code with no walls at all, with the rights of this process.

    Raises:
        SandboxUnavailableError: bubblewrap is missing, too old, or may not create namespaces here.
    """
    bwrap = None if unsafe_no_sandbox else find_bwrap(os.environ.get("PATH", os.defpath))
    with open_workplace() as folder:
        folder.chmod(0o755)
        cache = folder / "cache"
        cache.mkdir()
        sandbox = Sandbox(bwrap, cache)
        _run_inside(sandbox, "pass")
        name, fonts = font_list(partial(_run_inside, sandbox))
        (cache / name).write_text(fonts, encoding="utf-8")
        yield sandbox


def require_sandbox() -> None:
    """Return if a sandbox can be made here.

    Raises:
        SandboxUnavailableError: bubblewrap is missing, too old, or may not create namespaces here.
    """
    bwrap = find_bwrap(os.environ.get("PATH", os.defpath))
    with tempfile.TemporaryDirectory(prefix="qampus-sandbox-") as folder:
        _run_inside(Sandbox(bwrap, Path(folder)), "pass")


def find_bwrap(path: str) -> Path:
    """Return the bubblewrap program on this search path.

    Raises:
        SandboxUnavailableError: there is none, or it is too old.
    """
    program = shutil.which("bwrap", path=path)
    if program is None:
        raise SandboxUnavailableError("bubblewrap is not installed", _INSTALL)
    answer = subprocess.run(  # noqa: S603
        [program, "--version"], capture_output=True, text=True, check=False
    ).stdout
    version = tuple(int(number) for number in re.findall(r"\d+", answer)[:2])
    if version < _OLDEST_BWRAP:
        raise SandboxUnavailableError(
            f"expected bubblewrap 0.7 or newer, got {answer.strip() or 'no version'}", _INSTALL
        )
    return Path(program)


def nesting_refused(reason: str) -> SandboxUnavailableError:
    """Return the error for a machine where bubblewrap runs and what it holds may not be divided further.

    Args:
        reason: the call that was refused and what the kernel said.
    """
    return SandboxUnavailableError(
        f"bubblewrap runs, and a namespace for each learner inside it is refused ({reason})",
        f"{_NESTING} {_ENABLE}",
    )


def _namespaces() -> list[str]:
    user: list[str] = [] if os.geteuid() == 0 else ["--unshare-user"]
    kinds = ("ipc", "pid", "net", "uts", "cgroup-try")
    return [
        *user,
        *(f"--unshare-{kind}" for kind in kinds),
        *("--die-with-parent", "--new-session", "--hostname", "learner"),
    ]


def _run_inside(sandbox: Sandbox, program: str) -> str:
    """Run a small Python program inside and return what it prints."""
    with tempfile.TemporaryDirectory(prefix="qampus-first-") as home:
        place = _TMP if sandbox.bwrap else home
        settings = {"HOME": place, "MPLCONFIGDIR": place, "MPLBACKEND": "agg"}
        run = subprocess.run(  # noqa: S603
            sandbox.command(Limits(), "-c", program),
            capture_output=True,
            text=True,
            check=False,
            env=sandbox.environment("en") | settings,
            stdin=subprocess.DEVNULL,
        )
    if run.returncode != 0:
        said = (run.stderr.strip().splitlines() or ["nothing"])[-1]
        raise SandboxUnavailableError(f"a first process in it failed; it said: {said}", _ENABLE)
    return run.stdout


_UNSAFE = (
    "To run learner code without any protection, on a machine that holds nothing of worth, "
    "start with --unsafe-no-sandbox."
)
_INSTALL = (
    "Install it (Debian, Ubuntu: sudo apt install bubblewrap; Fedora: sudo dnf install bubblewrap). "
    + _UNSAFE
)
_NESTING = (
    "Let namespaces be created inside namespaces: sysctl user.max_user_namespaces (and max_pid_namespaces, "
    "max_mnt_namespaces, max_net_namespaces, max_ipc_namespaces, max_uts_namespaces) must be in the hundreds, and a "
    "profile of AppArmor for bwrap must hold `userns,` also for the programs that bwrap starts."
)
_ENABLE = (
    "If it may not create namespaces: on Ubuntu 24.04 and newer allow it in AppArmor by a file /etc/apparmor.d/bwrap "
    "with the two lines `abi <abi/4.0>,` and `profile bwrap /usr/bin/bwrap flags=(unconfined) { userns, }`, then run "
    "sudo systemctl reload apparmor; on other systems run sudo sysctl kernel.unprivileged_userns_clone=1; in a "
    "container, start the container with the right to create user namespaces. " + _UNSAFE
)
