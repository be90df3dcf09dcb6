"""Counts what a fork and its descendants hold: processes, threads, memory."""

from __future__ import annotations

import contextlib
import os
import resource
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

_PAGE = resource.getpagesize()
_PROC = Path("/proc")
# Fields of /proc/PID/stat after the name, counted from 0: see proc_pid_stat(5).
_PARENT, _THREADS, _RESIDENT = 1, 17, 21


@dataclass(frozen=True)
class Family:
    """A process and its descendants.

    Attributes:
        members: process ids, as /proc has them.
        threads: threads of all of them; a process has at least one.
        resident: bytes in memory, where pages that several share count several times: never less than is held.
    """

    members: tuple[int, ...]
    threads: int
    resident: int


def families(heads: Collection[int]) -> dict[int, Family]:
    """Return the family of each of these processes that is alive."""
    found = dict(_processes())
    children: dict[int, list[int]] = {}
    for pid, (parent, _, _) in found.items():
        children.setdefault(parent, []).append(pid)
    answer = {}
    for head in heads:
        members = [head] if head in found else []
        for pid in members:  # grows while it is read
            members += children.get(pid, ())
        if members:
            threads = sum(found[pid][1] for pid in members)
            resident = sum(found[pid][2] for pid in members)
            answer[head] = Family(tuple(members), threads, resident)
    return answer


def held(family: Family, shared: int) -> int:
    """Return the bytes of memory that a family holds and the nest does not: anonymous and shared memory, and its tmpfs.

    Pages of the nest that nobody has written to since the fork are the nest's. The kernel divides a page among those
    who map it; how much of the division is the nest's is not known where a family has several members, so this is a
    lower bound, short by at most `shared`.

    Args:
        family: processes.
        shared: bytes that a fork has in common with the nest at first.
    """
    own = divided = 0
    for pid in family.members:
        memory = _rollup(pid)
        out = memory.get("SwapPss", 0)
        own += memory.get("Private_Dirty", 0) + out
        divided += memory.get("Pss_Anon", 0) + memory.get("Pss_Shmem", 0) + out
    size = len(family.members)
    return max(own, divided - shared * size // (size + 1)) + _written(family.members[0])


def swapped(family: Family) -> int:
    """Return the bytes of a family that the kernel has moved out of memory."""
    total = 0
    for pid in family.members:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            status = (_PROC / str(pid) / "status").read_bytes()
            _, found, rest = status.partition(b"VmSwap:")
            total += int(rest.split(maxsplit=1)[0]) * 1024 if found else 0
    return total


def own_memory() -> tuple[int, int]:
    """Return the bytes that this process has in memory, and those of them that are in no file."""
    fields = (_PROC / "self/statm").read_text(encoding="ascii").split()
    resident, in_files = int(fields[1]), int(fields[2])
    return resident * _PAGE, (resident - in_files) * _PAGE


def _processes() -> Iterator[tuple[int, tuple[int, int, int]]]:
    """Yield process id -> parent, threads, resident bytes."""
    for entry in _PROC.iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            line = (entry / "stat").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            continue
        # the name is in parentheses and may hold anything, parentheses too
        fields = line[line.rindex(b")") + 2 :].split()
        yield (
            int(entry.name),
            (int(fields[_PARENT]), int(fields[_THREADS]), int(fields[_RESIDENT]) * _PAGE),
        )


def _rollup(pid: int) -> dict[str, int]:
    """Return the kernel's sums over a process's memory in bytes; empty if it has ended."""
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return {}
    return {name: int(rest.split()[0]) * 1024 for name, rest in (line.split(":") for line in lines)}


def _written(pid: int) -> int:
    """Return the bytes in the files of a fork."""
    try:
        disk = os.statvfs(_PROC / str(pid) / "root/dev/shm")
    except OSError:  # it has ended, or has no files of its own
        return 0
    return (disk.f_blocks - disk.f_bfree) * disk.f_frsize
