"""System calls that a fence is built of and that Python's standard library (3.11) has no name for.

Each raises OSError with the name of the call, so that a message says what was refused.
"""

from __future__ import annotations

import ctypes
import os
import struct
from enum import IntFlag
from itertools import count

_LIBC = ctypes.CDLL(None, use_errno=True)

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_CAPBSET_DROP = 24
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38
_PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_CLEAR_ALL = 4
_CAPABILITY_VERSION = 0x20080522
_EINVAL = 22


class Namespace(IntFlag):
    """Kinds of namespaces, as clone(2) numbers them."""

    MOUNT = 0x0002_0000
    CGROUP = 0x0200_0000
    UTS = 0x0400_0000
    IPC = 0x0800_0000
    USER = 0x1000_0000
    PID = 0x2000_0000
    NET = 0x4000_0000
    TIME = 0x0000_0080


class Mount(IntFlag):
    """Flags of mount(2)."""

    READ_ONLY = 1
    NO_SUID = 2
    NO_DEVICES = 4
    NO_EXEC = 8
    BIND = 4096
    RECURSIVE = 16384
    PRIVATE = 1 << 18


def _checked(answer: int, call: str) -> int:
    if answer < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{call}: {os.strerror(number)}")
    return answer


def unshare(kinds: Namespace) -> None:
    """Leave the namespaces of these kinds for new ones; for PID it is the next child that does."""
    _checked(_LIBC.unshare(ctypes.c_int(kinds)), f"unshare({kinds.name})")


def enter_namespace(descriptor: int, kind: Namespace) -> None:
    """Enter the namespace that a descriptor of /proc/PID/ns stands for."""
    _checked(_LIBC.setns(descriptor, ctypes.c_int(kind)), f"setns({kind.name})")


def mount(source: str, target: str, kind: str, flags: Mount, options: str = "") -> None:
    """Mount a file system, or bind a folder where `flags` say so."""
    answer = _LIBC.mount(
        source.encode(),
        target.encode(),
        kind.encode(),
        ctypes.c_ulong(flags),
        options.encode(),
    )
    _checked(answer, f"mount of {kind or source} on {target}")


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent ends."""
    _prctl(_PR_SET_PDEATHSIG, 9)


def adopt_orphans() -> None:
    """Become the parent of descendants whose own parent ends."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def own_proc_files() -> None:
    """Have the files of this process in /proc belong to its user again, after a change of user."""
    _prctl(_PR_SET_DUMPABLE, 1)


def forbid_new_privileges() -> None:
    """Make set-user-id programs and file capabilities useless, for ever and for all descendants."""
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)


def drop_capabilities() -> None:
    """Give up every capability, now and for programs that are started later."""
    for number in count():
        try:
            _prctl(_PR_CAPBSET_DROP, number)
        except OSError as error:
            if error.errno != _EINVAL:
                raise
            break  # the kernel knows no more of them
    _prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL)
    header = struct.pack("Ii", _CAPABILITY_VERSION, 0)
    _checked(_LIBC.capset(header, bytes(24)), "capset")


def filter_calls(program: bytes) -> None:
    """Install a seccomp filter; needs `forbid_new_privileges` before.

    Args:
        program: instructions of classic BPF, 8 bytes each.
    """
    instructions = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("HP", len(program) // 8, ctypes.addressof(instructions))
    buffer = ctypes.create_string_buffer(head, len(head))
    _prctl(22, 2, ctypes.addressof(buffer))


def _prctl(option: int, *values: int) -> None:
    arguments = [ctypes.c_ulong(value) for value in (*values, 0, 0, 0, 0)[:4]]
    _checked(_LIBC.prctl(ctypes.c_int(option), *arguments), f"prctl({option})")
