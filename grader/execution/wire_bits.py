"""Qiskit's bits and registers as trees.

A bit that belongs to a register is that register's name, size and a position, and equal in every message. A loose
bit is equal to itself alone: within a message it stays one bit, in the next message it is another.
"""

from __future__ import annotations

from typing import Any

from qiskit.circuit import (
    AncillaQubit,
    AncillaRegister,
    Bit,
    ClassicalRegister,
    Clbit,
    QuantumRegister,
    Qubit,
    Register,
)

from grader.execution.wire_errors import WireError
from grader.execution.wire_tree import (
    MOST_BITS,
    MOST_ITEMS,
    Packer,
    Tag,
    Tree,
    Unpacker,
    exactly,
    fields,
    natural,
    reads,
    writes,
)

REGISTERS = (QuantumRegister, ClassicalRegister, AncillaRegister)
BITS = (Qubit, Clbit, AncillaQubit)


@writes(*BITS)
def _bit(packer: Packer, value: Bit) -> Tree:
    owner = value._register
    if owner is not None:
        return [
            int(Tag.BIT),
            REGISTERS.index(type(owner)),
            packer.value(owner.name),
            len(owner),
            value._index,
        ]
    number = packer.loose.setdefault(value, len(packer.loose))
    return [int(Tag.BIT), BITS.index(type(value)), number]


@reads(Tag.BIT)
def _read_bit(unpacker: Unpacker, node: list[Any]) -> Bit:
    if len(node) == 3:
        kind, number = natural(node[1], len(BITS) - 1), natural(node[2], MOST_ITEMS)
        bit = unpacker.loose.get(number)
        if bit is None:
            unpacker.spend(1)
            bit = unpacker.loose[number] = BITS[kind]()
        return bit
    kind, name, size, index = fields(node, 4)
    register = own_register(unpacker, kind, exactly(unpacker.value(name), str), size)
    return register[natural(index, len(register) - 1)]


@writes(*REGISTERS)
def _register(packer: Packer, value: Register) -> Tree:
    kind, name = REGISTERS.index(type(value)), packer.value(value.name)
    bits = list(value)
    if all(bit._register == value and bit._index == index for index, bit in enumerate(bits)):
        return [int(Tag.REGISTER), kind, name, len(bits)]
    return [int(Tag.REGISTER), kind, name, [_bit(packer, bit) for bit in bits]]


@reads(Tag.REGISTER)
def _read_register(unpacker: Unpacker, node: list[Any]) -> Register:
    kind, name, bits = fields(node, 3)
    name = exactly(unpacker.value(name), str)
    if type(bits) is int:
        return own_register(unpacker, kind, name, bits)
    bits = unpacker.values(bits)
    if len(bits) > MOST_BITS:
        raise WireError(f"a register of more than {MOST_BITS} bits")
    return REGISTERS[natural(kind, len(REGISTERS) - 1)](name=name, bits=bits)


def own_register(unpacker: Unpacker, kind: Tree, name: str, size: Tree) -> Register:
    """Return a register that owns its bits; the same one for each mention in a message."""
    key = (natural(kind, len(REGISTERS) - 1), name, natural(size, MOST_BITS))
    register = unpacker.registers.get(key)
    if register is None:
        unpacker.spend(1 + key[2])
        register = unpacker.registers[key] = REGISTERS[key[0]](key[2], name)
    return register
