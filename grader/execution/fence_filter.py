"""A seccomp filter that takes away what learner code never needs and what kernels have most often been broken by.

The namespaces hold without it; it is a second layer, but for two things: sockets of families that no namespace shuts in
(a virtual machine's to its host), and the kernel's log. It also closes ways to hold memory that no process maps (memfd,
System V segments and queues), which the watch over memory would not see. Refused calls fail with EPERM, so that code
that tries them goes on; clone3 fails with ENOSYS, because a filter cannot read its flags and the C library then takes
clone. On machines other than x86-64 and AArch64 there is no filter.
"""

from __future__ import annotations

import platform
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from grader.execution.fence_system import Namespace

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW = 0x7FFF_0000
_REFUSE = 0x0005_0000 | 1  # EPERM
_NO_SUCH_CALL = 0x0005_0000 | 38  # ENOSYS
_NO_SUCH_FAMILY = 0x0005_0000 | 97  # EAFNOSUPPORT
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data, little-endian

# New calls have one number everywhere.
_EVERYWHERE = {
    "pidfd_send_signal": 424,
    "io_uring_setup": 425,
    "io_uring_enter": 426,
    "io_uring_register": 427,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "fsconfig": 431,
    "fsmount": 432,
    "fspick": 433,
    "pidfd_getfd": 438,
    "process_madvise": 440,
    "mount_setattr": 442,
    "quotactl_fd": 443,
    "memfd_secret": 447,
    "process_mrelease": 448,
    "open_tree_attr": 467,
}
_X86_64 = {
    "shmget": 29,
    "msgget": 68,
    "ptrace": 101,
    "syslog": 103,
    "pivot_root": 155,
    "chroot": 161,
    "mount": 165,
    "umount2": 166,
    "add_key": 248,
    "request_key": 249,
    "keyctl": 250,
    "unshare": 272,
    "perf_event_open": 298,
    "open_by_handle_at": 304,
    "setns": 308,
    "process_vm_readv": 310,
    "process_vm_writev": 311,
    "kcmp": 312,
    "memfd_create": 319,
    "bpf": 321,
    "userfaultfd": 323,
}
_AARCH64 = {
    "umount2": 39,
    "mount": 40,
    "pivot_root": 41,
    "chroot": 51,
    "unshare": 97,
    "syslog": 116,
    "ptrace": 117,
    "msgget": 186,
    "shmget": 194,
    "add_key": 217,
    "request_key": 218,
    "keyctl": 219,
    "perf_event_open": 241,
    "open_by_handle_at": 265,
    "setns": 268,
    "process_vm_readv": 270,
    "process_vm_writev": 271,
    "kcmp": 272,
    "memfd_create": 279,
    "bpf": 280,
    "userfaultfd": 282,
}
_CLONE3 = 435
_FAMILIES = (1, 2, 10, 16)
"""Unix, IPv4, IPv6, netlink: what a network namespace shuts in. A virtual machine's socket to its host is not."""
_NEW_NAMESPACES = (
    Namespace.MOUNT
    | Namespace.CGROUP
    | Namespace.UTS
    | Namespace.IPC
    | Namespace.USER
    | Namespace.PID
    | Namespace.NET
)


@dataclass(frozen=True)
class _Machine:
    """How a processor numbers system calls.

    Attributes:
        audit: its number in linux/audit.h.
        clone: number of clone(2); its flags are the first argument.
        socket: number of socket(2); the family is the first argument.
        refused: name -> number.
        foreign: numbers from here on belong to another calling convention (x32); 0 if there is none.
    """

    audit: int
    clone: int
    socket: int
    refused: Mapping[str, int]
    foreign: int


_MACHINES = {
    "x86_64": _Machine(0xC000_003E, 56, 41, _X86_64, 0x4000_0000),
    "aarch64": _Machine(0xC000_00B7, 220, 198, _AARCH64, 0),
}


def call_filter(machine: str = "") -> bytes:
    """Return the filter's program for a machine (this one by default), empty where there is none."""
    known = _MACHINES.get(machine or platform.machine())
    if known is None:
        return b""
    steps = [_step(_LOAD, _ARCHITECTURE), *_unless(_EQUAL, known.audit), _step(_LOAD, _NUMBER)]
    if known.foreign:
        steps += _if(_AT_LEAST, known.foreign, _REFUSE)
    for number in sorted({**known.refused, **_EVERYWHERE}.values()):
        steps += _if(_EQUAL, number, _REFUSE)
    steps += _if(_EQUAL, _CLONE3, _NO_SUCH_CALL)
    steps += _for(known.clone, [*_if(_ANY_BIT, _NEW_NAMESPACES, _REFUSE), _step(_RETURN, _ALLOW)])
    known_families = [step for family in _FAMILIES for step in _if(_EQUAL, family, _ALLOW)]
    steps += _for(known.socket, [*known_families, _step(_RETURN, _NO_SUCH_FAMILY)])
    steps.append(_step(_RETURN, _ALLOW))
    return b"".join(steps)


def _step(code: int, value: int, *, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("<HBBI", code, yes, no, value)


def _if(test: int, value: int, answer: int) -> list[bytes]:
    return [_step(test, value, no=1), _step(_RETURN, answer)]


def _for(call: int, steps: list[bytes]) -> list[bytes]:
    """Return steps that look at the first argument of one call; they end with an answer."""
    inner = [_step(_LOAD, _FIRST_ARGUMENT), *steps]
    return [_step(_EQUAL, call, no=len(inner)), *inner]


def _unless(test: int, value: int) -> list[bytes]:
    return [_step(test, value, yes=1), _step(_RETURN, _REFUSE)]
