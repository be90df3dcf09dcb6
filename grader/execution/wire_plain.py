"""Python's own data as trees: numbers, texts, containers, dates."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import Any

import msgspec

from grader.execution.wire_errors import NotData, WireError
from grader.execution.wire_tree import (
    INLINE,
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

MOST_INTEGER_BITS = 13_607
"""Bits of a whole number of 4096 digits."""
MOST_DECIMAL = 4096
"""Digits of a Decimal, and its exponent, at most: an int made of it stays small."""
UNIFORM = 16
"""Sequences of at least so many floats, or of ints that fit 64 bits, travel as one byte string."""

_LIST, _TUPLE, _DICT = int(Tag.LIST), int(Tag.TUPLE), int(Tag.DICT)


@writes(type(None), bool)
def _itself(packer: Packer, value: object) -> Tree:
    return value


# The methods of the base types, not of a subclass that may say otherwise.


@writes(float)
def _float(packer: Packer, value: float) -> Tree:
    return float.__pos__(value)


@writes(int)
def _integer(packer: Packer, value: int) -> Tree:
    value = int.__pos__(value)
    if -(1 << 63) <= value < 1 << 63:
        return value
    if value.bit_length() > MOST_INTEGER_BITS:
        raise WireError("a whole number of more than 4096 digits")
    return [int(Tag.INTEGER), value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True)]


@reads(Tag.INTEGER)
def _read_integer(unpacker: Unpacker, node: list[Any]) -> int:
    data = exactly(fields(node, 1)[0], bytes)
    if len(data) > MOST_INTEGER_BITS // 8 + 1:
        raise WireError("a whole number of more than 4096 digits")
    return int.from_bytes(data, "big", signed=True)


@writes(complex)
def _complex(packer: Packer, value: complex) -> Tree:
    value = complex.__pos__(value)
    return [int(Tag.COMPLEX), value.real, value.imag]


@reads(Tag.COMPLEX)
def _read_complex(unpacker: Unpacker, node: list[Any]) -> complex:
    real, imaginary = fields(node, 2)
    return complex(exactly(real, float), exactly(imaginary, float))


@writes(str)
def _text(packer: Packer, value: str) -> Tree:
    value = str.__str__(value)
    if len(value) <= INLINE:
        if value.isascii():
            return value
        try:
            value.encode()
        except UnicodeEncodeError:
            pass
        else:
            return value
    return [int(Tag.TEXT), packer.blob(value.encode("utf-8", "surrogatepass"))]


@reads(Tag.TEXT)
def _read_text(unpacker: Unpacker, node: list[Any]) -> str:
    return str(unpacker.blob(fields(node, 1)[0]), "utf-8", "surrogatepass")


@writes(bytes)
def _bytes(packer: Packer, value: bytes) -> Tree:
    data = packer.blob(bytes.__getitem__(value, slice(None)))
    return data if type(data) is bytes else [int(Tag.BYTES), data]


@reads(Tag.BYTES)
def _read_bytes(unpacker: Unpacker, node: list[Any]) -> bytes:
    return bytes(unpacker.blob(fields(node, 1)[0]))


@writes(bytearray)
def _bytearray(packer: Packer, value: bytearray) -> Tree:
    return [int(Tag.BYTEARRAY), packer.blob(bytes(memoryview(value)))]


@reads(Tag.BYTEARRAY)
def _read_bytearray(unpacker: Unpacker, node: list[Any]) -> bytearray:
    return bytearray(unpacker.blob(fields(node, 1)[0]))


def _items(packer: Packer, items: Iterable[object]) -> list[Tree]:
    trees: list[Tree] = []
    try:
        for item in items:
            trees.append(packer.value(item))
    except NotData as error:
        raise error.inside(f"[{len(trees)}]") from error
    return trees


def _uniform(packer: Packer, tag: int, items: Any) -> Tree | None:
    """Return a long sequence of floats, or of small ints, as one byte string; None if it is none."""
    kinds = set(map(type, items))
    if kinds == {float}:
        return [int(Tag.FLOATS), tag, packer.blob(array("d", items).tobytes())]
    if kinds == {int}:
        try:
            return [int(Tag.INTEGERS), tag, packer.blob(array("q", items).tobytes())]
        except OverflowError:
            return None
    return None


def _sequence(tag: int, base: type) -> Callable[[Packer, Any], Tree]:
    def write(packer: Packer, value: Any) -> Tree:
        items = base.__iter__(value)  # type: ignore[attr-defined]
        length = base.__len__(value)  # type: ignore[attr-defined]
        if length >= UNIFORM:
            items = list(items)
            tree = _uniform(packer, tag, items)
            if tree is not None:
                return tree
        packer.enter(length)
        trees = _items(packer, items)
        packer.leave()
        return [tag, trees]

    return write


writes(list)(_sequence(_LIST, list))
writes(tuple)(_sequence(_TUPLE, tuple))


def _number_array(code: str) -> Callable[[Unpacker, list[Any]], object]:
    def read(unpacker: Unpacker, node: list[Any]) -> object:
        tag, blob = fields(node, 2)
        numbers = array(code)
        numbers.frombytes(unpacker.blob(blob))
        items = numbers.tolist()
        return tuple(items) if natural(tag, _TUPLE) == _TUPLE else items

    return read


reads(Tag.FLOATS)(_number_array("d"))
reads(Tag.INTEGERS)(_number_array("q"))


@reads(Tag.LIST)
def _read_list(unpacker: Unpacker, node: list[Any]) -> list[Any]:
    return unpacker.values(fields(node, 1)[0])


@reads(Tag.TUPLE)
def _read_tuple(unpacker: Unpacker, node: list[Any]) -> tuple[Any, ...]:
    return tuple(unpacker.values(fields(node, 1)[0]))


@writes(dict)
def _dict(packer: Packer, value: dict[Any, Any]) -> Tree:
    packer.enter(2 * dict.__len__(value))
    trees: list[Tree] = []
    for key, item in dict.items(value):
        try:
            packer.sealed += 1
            trees.append(packer.value(key))
            packer.sealed -= 1
            trees.append(packer.value(item))
        except NotData as error:
            step = f"[{key!r:.40}]" if len(trees) % 2 else ".keys()"
            raise error.inside(step) from error
    packer.leave()
    return [_DICT, trees]


@reads(Tag.DICT)
def _read_dict(unpacker: Unpacker, node: list[Any]) -> dict[Any, Any]:
    trees = exactly(fields(node, 1)[0], list)
    if len(trees) % 2:
        raise WireError("a dict with a key and no value")
    value = {}
    for key, item in zip(trees[::2], trees[1::2], strict=True):
        # what stands in for something must not be asked for its hash
        unpacker.sealed += 1
        name = unpacker.value(key)
        unpacker.sealed -= 1
        value[name] = unpacker.value(item)
    if 2 * len(value) != len(trees):
        raise WireError("a dict with equal keys")
    return value


def _set(tag: Tag, base: type) -> Callable[[Packer, Any], Tree]:
    def write(packer: Packer, value: Any) -> Tree:
        packer.enter(base.__len__(value))  # type: ignore[attr-defined]
        inline, packer.inline = packer.inline, True
        packer.seal()
        try:
            trees = [packer.value(item) for item in base.__iter__(value)]  # type: ignore[attr-defined]
        except NotData as error:
            raise error.inside("{...}") from error
        packer.inline = inline
        packer.unseal()
        packer.leave()
        # a set has no order of its own: equal sets must be equal bytes
        return [int(tag), sorted(trees, key=msgspec.msgpack.encode)]

    return write


writes(set)(_set(Tag.SET, set))
writes(frozenset)(_set(Tag.FROZENSET, frozenset))


@reads(Tag.SET)
def _read_set(unpacker: Unpacker, node: list[Any]) -> set[Any]:
    return _distinct(unpacker, node)


def _distinct(unpacker: Unpacker, node: list[Any]) -> set[Any]:
    items = unpacker.values(fields(node, 1)[0])
    value = set(items)
    if len(value) != len(items):
        raise WireError("a set with equal items")
    return value


@reads(Tag.FROZENSET)
def _read_frozenset(unpacker: Unpacker, node: list[Any]) -> frozenset[Any]:
    return frozenset(_distinct(unpacker, node))


@writes(range)
def _range(packer: Packer, value: range) -> Tree:
    return [int(Tag.RANGE), *map(packer.value, (value.start, value.stop, value.step))]


@reads(Tag.RANGE)
def _read_range(unpacker: Unpacker, node: list[Any]) -> range:
    return range(*(exactly(unpacker.value(part), int) for part in fields(node, 3)))


@writes(slice)
def _slice(packer: Packer, value: slice) -> Tree:
    packer.enter(3)
    tree = [int(Tag.SLICE), *map(packer.value, (value.start, value.stop, value.step))]
    packer.leave()
    return tree


@reads(Tag.SLICE)
def _read_slice(unpacker: Unpacker, node: list[Any]) -> slice:
    return slice(*map(unpacker.value, fields(node, 3)))


@writes(type(Ellipsis))
def _ellipsis(packer: Packer, value: object) -> Tree:
    return [int(Tag.ELLIPSIS)]


@reads(Tag.ELLIPSIS)
def _read_ellipsis(unpacker: Unpacker, node: list[Any]) -> object:
    fields(node, 0)
    return ...


@writes(Fraction)
def _fraction(packer: Packer, value: Fraction) -> Tree:
    return [int(Tag.FRACTION), packer.value(value.numerator), packer.value(value.denominator)]


@reads(Tag.FRACTION)
def _read_fraction(unpacker: Unpacker, node: list[Any]) -> Fraction:
    return Fraction(*(exactly(unpacker.value(part), int) for part in fields(node, 2)))


@writes(Decimal)
def _decimal(packer: Packer, value: Decimal) -> Tree:
    return [int(Tag.DECIMAL), _sane(Decimal(value)).__str__()]


@reads(Tag.DECIMAL)
def _read_decimal(unpacker: Unpacker, node: list[Any]) -> Decimal:
    text = exactly(fields(node, 1)[0], str)
    if len(text) > MOST_DECIMAL + 32:
        raise WireError(f"a Decimal of more than {MOST_DECIMAL} digits")
    return _sane(Decimal(text))


def _sane(value: Decimal) -> Decimal:
    _, digits, exponent = value.as_tuple()
    if len(digits) > MOST_DECIMAL or (isinstance(exponent, int) and abs(exponent) > MOST_DECIMAL):
        raise WireError(f"a Decimal of more than {MOST_DECIMAL} digits")
    return value


@writes(datetime)
def _datetime(packer: Packer, value: datetime) -> Tree:
    offset = value.utcoffset()
    parts = [
        value.year,
        value.month,
        value.day,
        value.hour,
        value.minute,
        value.second,
        value.microsecond,
    ]
    return [
        int(Tag.DATETIME),
        [*parts, value.fold],
        None if offset is None else _timedelta(packer, offset),
    ]


@reads(Tag.DATETIME)
def _read_datetime(unpacker: Unpacker, node: list[Any]) -> datetime:
    parts, offset = fields(node, 2)
    year, month, day, hour, minute, second, micro, fold = (
        natural(part, 999_999) for part in exactly(parts, list)
    )
    zone = None if offset is None else timezone(exactly(unpacker.value(offset), timedelta))
    return datetime(year, month, day, hour, minute, second, micro, zone, fold=fold)


@writes(date)
def _date(packer: Packer, value: date) -> Tree:
    return [int(Tag.DATE), date.toordinal(value)]


@reads(Tag.DATE)
def _read_date(unpacker: Unpacker, node: list[Any]) -> date:
    return date.fromordinal(natural(fields(node, 1)[0], 4_000_000))


@writes(timedelta)
def _timedelta(packer: Packer, value: timedelta) -> Tree:
    return [int(Tag.TIMEDELTA), value.days, value.seconds, value.microseconds]


@reads(Tag.TIMEDELTA)
def _read_timedelta(unpacker: Unpacker, node: list[Any]) -> timedelta:
    return timedelta(*(exactly(part, int) for part in fields(node, 3)))
