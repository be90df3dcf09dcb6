"""What a fork does to itself before it runs anything hostile.

Namespaces of its own (user, mounts, network, IPC, host name; its process namespace was made by the nest), a private
and bounded /tmp and /dev/shm, private terminals, a covered /proc, limits, no privileges, no capabilities, a filter of
system calls, no descriptor but its channels. Of two nested user namespaces the outer owns the mounts and the network,
so that nothing in the inner, where learner code runs, could change them, whatever capabilities it came by.
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import resource
import signal
import sys
from collections.abc import Callable, Collection, Mapping
from errno import EPERM
from pathlib import Path

from grader.execution import fence_system as system
from grader.execution.fence_filter import call_filter
from grader.execution.fence_system import Mount, Namespace
from grader.execution.limits import Limits

TMP = "/tmp"  # noqa: S108 - the one inside
_SHARED_MEMORY = "/dev/shm"  # noqa: S108
_LEARNER = 1000
"""User and group id of the learner's code as it sees itself."""
_MOST_FILES = 16384
"""Inodes: the kernel keeps about 1 KiB for each, which the size of a tmpfs does not count."""
_MOST_TERMINALS = 16
_MOST_DESCRIPTORS = 256
_INERT = Mount.NO_SUID | Mount.NO_DEVICES


class NamespaceRefusedError(Exception):
    """The kernel refuses a namespace, or a mount inside it.

    Attributes:
        reason: the call and what the kernel said.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def own_processes() -> int:
    """Move the nest into a process namespace that it owns, so that each of its forks can get one of its own.

    The caller's process stays outside as a guard that ends when the nest does. The nest keeps all user ids that the
    caller had, and has capabilities over its own namespaces alone.

    Returns:
        A descriptor of the nest's process namespace, in the nest.

    Raises:
        NamespaceRefusedError: the kernel refuses nested namespaces.
    """
    try:
        _keep_all_ids(lambda: system.unshare(Namespace.USER | Namespace.PID))
        nest = os.fork()
    except OSError as error:
        raise NamespaceRefusedError(str(error)) from error
    if nest:
        _guard(nest)
    return os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)


def enter(limits: Limits, uid: int | None) -> None:
    """Shut this process in. It must be alone in its process namespace and have one thread.

    Args:
        limits: what it may use.
        uid: the user id that it takes; None keeps the one it has.

    Raises:
        NamespaceRefusedError: the kernel refuses a namespace or a mount.
        OSError: it refuses anything else.
    """
    proc = os.open("/proc/self", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    if uid is not None:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
        system.own_proc_files()
    try:
        _new_user(
            Namespace.USER | Namespace.MOUNT | Namespace.NET | Namespace.IPC | Namespace.UTS,
            proc,
            inside=0,  # terminals can be mounted only where there is a user 0
        )
        _mount_all(limits)
        _new_user(Namespace.USER, proc, inside=_LEARNER)
    except OSError as error:
        raise NamespaceRefusedError(str(error)) from error
    os.close(proc)
    resource.setrlimit(resource.RLIMIT_NPROC, (limits.processes, limits.processes))
    system.forbid_new_privileges()
    system.drop_capabilities()
    program = call_filter()
    if program:
        system.filter_calls(program)


def expect_the_worst() -> None:
    """Have the kernel end this process, and not the grader, when the machine runs out of memory."""
    Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def set_limits(limits: Limits) -> None:
    """Bound what one process may use; needs /proc.

    Address space is counted beyond what the libraries of the nest have mapped.
    """
    mapped = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    space = mapped * resource.getpagesize() + limits.memory
    for kind, most in (
        (resource.RLIMIT_AS, space),
        (resource.RLIMIT_FSIZE, limits.written),
        (resource.RLIMIT_CORE, 1),  # 0 would let a program that collects cores have them
        (resource.RLIMIT_MSGQUEUE, 0),
        (resource.RLIMIT_NOFILE, _MOST_DESCRIPTORS),
    ):
        # an administrator may have set less
        hard = resource.getrlimit(kind)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (least, least))


def close_descriptors(keep: Collection[int]) -> None:
    """Close every descriptor but these, and make 0, 1 and 2 lead nowhere; needs /proc."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nowhere, standard)
    for entry in list(Path("/proc/self/fd").iterdir()):
        number = int(entry.name)
        if number > 2 and number not in keep:
            # one of them is that of the listing, which is closed already
            with contextlib.suppress(OSError):
                os.close(number)


def start_afresh() -> None:
    """Undo what a fork inherits and a new process has not: signals, random numbers."""
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    signal.signal(signal.SIGINT, signal.default_int_handler)
    random.seed()
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()


def settle(place: Path, language: str, files: Mapping[str, bytes], font_lists: Path) -> None:
    """Make home, matplotlib's folder and the work folder with the files in it, and go there.

    Args:
        place: a private, writable folder.
        language: becomes `QAMPUS_LANGUAGE`.
        files: relative path -> content; the paths were checked (`nest_request`).
        font_lists: folder with matplotlib's font lists.
    """
    prepare_home(place, font_lists)
    os.environ["QAMPUS_LANGUAGE"] = language
    work = place / "work"
    work.mkdir()
    for name, content in files.items():
        target = work / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as stream:
            stream.write(content)
    os.chdir(work)
    os.environ["PWD"] = str(work)


def prepare_home(place: Path, font_lists: Path) -> None:
    """Make the folders that libraries look for in the environment."""
    for variable, name in (("HOME", "home"), ("MPLCONFIGDIR", "matplotlib")):
        folder = place / name
        folder.mkdir()
        os.environ[variable] = str(folder)
    for font_list in font_lists.iterdir():
        (place / "matplotlib" / font_list.name).symlink_to(font_list)


def _guard(nest: int) -> None:
    """Wait for the nest and end as it did; everything else in bubblewrap ends with this process."""
    _, status = os.waitpid(nest, 0)
    os._exit(0 if status == 0 else 1)


def _keep_all_ids(unshare: Callable[[], None]) -> None:
    """Enter a new user namespace in which every id is what it was.

    The ids of others can be kept only by a process outside, with root's rights: a fork that waits for `unshare`.
    """
    reading, writing = os.pipe()
    here = os.getpid()
    outside = os.fork()
    if outside == 0:
        status = 1
        try:
            os.close(writing)
            if os.read(reading, 1):
                _write_maps(here)
                status = 0
        finally:
            os._exit(status)
    os.close(reading)
    try:
        unshare()
        os.write(writing, b"1")
    finally:
        os.close(writing)
        _, status = os.waitpid(outside, 0)
    if status:
        raise OSError(EPERM, "writing uid_map: Operation not permitted")


def _write_maps(pid: int) -> None:
    proc = Path("/proc", str(pid))
    if os.geteuid() != 0:
        (proc / "setgroups").write_text("deny", encoding="ascii")
    for name, own in (("uid_map", os.getuid()), ("gid_map", os.getgid())):
        known = Path("/proc/self", name).read_text(encoding="ascii").splitlines()
        ranges = [f"{inside} {inside} {length}" for inside, _, length in map(str.split, known)]
        lines = ranges if os.geteuid() == 0 else [f"{own} {own} 1"]
        (proc / name).write_text("\n".join(lines), encoding="ascii")


def _new_user(kinds: Namespace, proc: int, *, inside: int) -> None:
    """Enter new namespaces, where the one user and the one group there are have the id `inside`."""
    user, group = os.getuid(), os.getgid()
    system.unshare(kinds)
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{inside} {user} 1"),
        ("gid_map", f"{inside} {group} 1"),
    ):
        descriptor = os.open(name, os.O_WRONLY | os.O_CLOEXEC, dir_fd=proc)
        os.write(descriptor, text.encode("ascii"))
        os.close(descriptor)


def _mount_all(limits: Limits) -> None:
    """Cover everything writable or shared: what is written goes to one bounded tmpfs of this fork."""
    system.mount("none", "/", "", Mount.RECURSIVE | Mount.PRIVATE)
    kept = {path: os.open(path, os.O_PATH | os.O_CLOEXEC) for path in _mounted_below_tmp()}
    size = f"mode=0755,size={limits.written},nr_inodes={_MOST_FILES}"
    system.mount("tmpfs", _SHARED_MEMORY, "tmpfs", _INERT, size)
    for name in ("tmp", "shm"):
        folder = Path(_SHARED_MEMORY, name)
        folder.mkdir()
        folder.chmod(0o1777)
    system.mount(f"{_SHARED_MEMORY}/tmp", TMP, "", Mount.BIND)  # noqa: S108
    system.mount(f"{_SHARED_MEMORY}/shm", _SHARED_MEMORY, "", Mount.BIND)
    for path, descriptor in kept.items():
        Path(path).mkdir(parents=True)
        system.mount(f"/proc/self/fd/{descriptor}", path, "", Mount.BIND | Mount.RECURSIVE)
        os.close(descriptor)
    terminals = f"newinstance,ptmxmode=0666,mode=620,max={_MOST_TERMINALS}"
    system.mount("devpts", "/dev/pts", "devpts", Mount.NO_SUID | Mount.NO_EXEC, terminals)
    # last: what comes before needs it
    nothing = _INERT | Mount.NO_EXEC | Mount.READ_ONLY
    system.mount("tmpfs", "/proc", "tmpfs", nothing, "mode=0555,size=4k,nr_inodes=1")


def _mounted_below_tmp() -> list[str]:
    """Return what bubblewrap mounted below /tmp: a virtual environment may lie there."""
    lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    # spaces and the like are written as octal numbers
    points = [
        re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), line.split()[4])
        for line in lines
    ]
    return [point for point in points if point.startswith(f"{TMP}/")]
