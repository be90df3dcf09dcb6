"""The filter of system calls, as a program."""

from __future__ import annotations

import struct

import pytest

from grader.execution.fence_filter import call_filter

ALLOWED, EPERM, ENOSYS, EAFNOSUPPORT = 0x7FFF_0000, 0x0005_0001, 0x0005_0026, 0x0005_0061
X86_64, AARCH64 = 0xC000_003E, 0xC000_00B7


def decide(program, number, architecture, first=0):
    """Run the program as the kernel does; it can only load, compare and return."""
    data = struct.pack("<iIQQ", number, architecture, 0, first)
    accumulator, at = 0, 0
    while True:
        code, yes, no, value = struct.unpack_from("<HBBI", program, at * 8)
        at += 1
        if code == 0x20:
            (accumulator,) = struct.unpack_from("<I", data, value)
        elif code == 0x06:
            return value
        else:
            truth = {
                0x15: accumulator == value,
                0x35: accumulator >= value,
                0x45: bool(accumulator & value),
            }[code]
            at += yes if truth else no


@pytest.mark.parametrize(
    ("machine", "audit", "unshare", "clone", "write"),
    [("x86_64", X86_64, 272, 56, 1), ("aarch64", AARCH64, 97, 220, 64)],
)
def test_it_refuses_new_namespaces_and_lets_ordinary_calls_pass(
    machine, audit, unshare, clone, write
):
    program = call_filter(machine)
    assert decide(program, write, audit) == ALLOWED
    assert decide(program, unshare, audit) == EPERM
    assert decide(program, clone, audit, first=0x3D0F00) == ALLOWED  # a thread, as the C library
    assert decide(program, clone, audit, first=0x1200011) == ALLOWED  # a process
    assert decide(program, clone, audit, first=0x10000011) == EPERM  # a user namespace
    assert decide(program, clone, audit, first=0x2000011) == EPERM  # a cgroup namespace
    assert decide(program, 435, audit) == ENOSYS


def test_calls_by_another_convention_are_refused():
    program = call_filter("x86_64")
    assert decide(program, 1, AARCH64) == EPERM
    assert decide(program, 0x4000_0000 + 1, X86_64) == EPERM  # x32
    assert decide(call_filter("aarch64"), 64, X86_64) == EPERM


@pytest.mark.parametrize(
    ("machine", "audit", "call"), [("x86_64", X86_64, 41), ("aarch64", AARCH64, 198)]
)
def test_sockets_that_no_namespace_shuts_in_are_refused(machine, audit, call):
    program = call_filter(machine)
    assert [decide(program, call, audit, first=family) for family in (1, 2, 10, 16)] == [
        ALLOWED
    ] * 4
    families = {
        3,
        17,
        29,
        30,
        31,
        38,
        40,
        44,
    }  # packet, CAN, TIPC, Bluetooth, crypto, virtual machine, XDP
    assert {decide(program, call, audit, first=family) for family in families} == {EAFNOSUPPORT}


def test_another_machine_has_no_filter():
    assert call_filter("riscv64") == b""
