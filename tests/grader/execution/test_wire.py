"""Plain data and NumPy's across the wire."""

from __future__ import annotations

import math
from collections import Counter, OrderedDict, namedtuple
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.execution.wire import (
    NotData,
    Reference,
    WireError,
    apply_change,
    kind_of,
    pack,
    unpack,
)


def nothing(value: object) -> None:
    return None


def refuse(reference: Reference) -> object:
    raise AssertionError(f"unexpected {reference}")


def there(value: object) -> object:
    return unpack(pack(value, stand_in=nothing), resolve=refuse)


def same(one: object, other: object) -> bool:
    """Equal, of the same types all the way down, NaN equal to itself and -0.0 unlike 0.0."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one), list(other)) and same(list(one.values()), list(other.values()))
    if isinstance(one, (set, frozenset)):
        return same(
            *(sorted(each, key=lambda part: pack(part, stand_in=nothing)) for each in (one, other))
        )
    if isinstance(one, (float, complex)):
        return repr(one) == repr(other)
    return one == other


HASHABLE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-999, 999).map(lambda value: value << 10_000)
    | st.floats()
    | st.complex_numbers()
    | st.text(st.characters(exclude_categories=()), max_size=50)
    | st.binary(max_size=50)
    | st.fractions()
    | st.decimals(allow_nan=False)
    | st.dates()
    | st.datetimes(timezones=st.none() | st.just(UTC) | st.just(timezone(timedelta(minutes=-90))))
    | st.timedeltas()
    | st.builds(range, st.integers(), st.integers(), st.integers(min_value=1)),
    lambda inner: st.lists(inner, max_size=4).map(tuple) | st.frozensets(inner, max_size=4),
    max_leaves=8,
)
DATA = st.recursive(
    HASHABLE | st.floats() | st.just(...) | st.builds(slice, st.integers(), st.none()),
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.lists(inner, max_size=6).map(tuple)
        | st.dictionaries(HASHABLE, inner, max_size=4)
        | st.lists(st.floats(), min_size=16, max_size=40)
        | st.lists(st.integers(), min_size=16, max_size=20)
        | st.sets(HASHABLE, max_size=4)
    ),
    max_leaves=20,
)


@settings(max_examples=100, deadline=None)
@given(DATA)
def test_data_arrives_as_it_left(value: object) -> None:
    assert same(there(value), value)


@settings(max_examples=100, deadline=None)
@given(DATA)
def test_the_same_value_is_the_same_bytes_here_and_there(value: object) -> None:
    data = pack(value, stand_in=nothing)
    assert pack(value, stand_in=nothing) == data
    assert pack(unpack(data, resolve=refuse), stand_in=nothing) == data


@pytest.mark.parametrize(
    "value",
    [
        "x" * 5000,
        "가" * 5000,
        "\ud800",
        "\udfff" * 3000,
        b"y" * 5000,
        bytearray(b"z" * 2000),
        [b"a" * 2000, "b" * 2000, {"c": b"c" * 3000}],
        [-0.0, math.nan, math.inf],
        tuple([-0.0] * 20),
        [True] * 20,
        [1] * 20 + [2**63],
        10**4095,
        {(1, (2, "a")): {frozenset({1.5}): []}},
        {"z": 1, "a": 2},
    ],
)
def test_long_and_odd_values_arrive(value: object) -> None:
    assert same(there(value), value)


def test_big_parts_of_sets_arrive_and_equal_sets_are_equal_bytes() -> None:
    one = {"a" * 3000, "b" * 2000, b"c" * 1500}
    other = {b"c" * 1500} | {"b" * 2000} | {"a" * 3000}
    assert there(one) == one
    assert pack(one, stand_in=nothing) == pack(other, stand_in=nothing)


class Colour(IntEnum):
    RED = 3


class Text(str):
    def __str__(self) -> str:
        return "another"


class Whole(int):
    def __int__(self) -> int:
        return 7


class Row(list):
    def __iter__(self):
        return iter(["something", "else"])


@pytest.mark.parametrize(
    ("value", "arrives"),
    [
        (Colour.RED, 3),
        (Text("a"), "a"),
        (Whole(2), 2),
        (Row([1, 2]), [1, 2]),
        (namedtuple("Point", "x y")(1, 2), (1, 2)),
        (OrderedDict(b=1, a=2), {"b": 1, "a": 2}),
        (Counter("aab"), {"a": 2, "b": 1}),
    ],
)
def test_subclasses_arrive_as_their_base(value: object, arrives: object) -> None:
    assert same(there(value), arrives)


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(
        hnp.arrays(kind, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4))
        for kind in (
            "?", "i1", "<i8", ">i4", "u2", "<u8", "f2", "<f4", "<f8", ">f8", "c8", "c16", "<U3", "S4",
        )
    )
)  # fmt: skip
def test_arrays_arrive_with_shape_and_dtype(array: np.ndarray) -> None:
    arrived = there(array)
    assert type(arrived) is np.ndarray
    assert (arrived.shape, arrived.dtype) == (array.shape, array.dtype)
    assert arrived.tobytes() == array.tobytes()
    assert arrived.flags.c_contiguous
    assert arrived.flags.writeable


@pytest.mark.parametrize(
    "scalar",
    [
        np.float64(1.5), np.float32(-0.0), np.int64(-3), np.uint8(200), np.bool_(True), np.complex128(1 - 2j),
        np.complex64(3), np.float16(0.5), np.str_("가\x00"), np.bytes_(b"a\x00"), np.str_(""), np.longdouble("1.1"),
    ],
)  # fmt: skip
def test_numpy_scalars_stay_numpy_scalars(scalar: np.generic) -> None:
    arrived = there(scalar)
    assert type(arrived) is type(scalar)
    assert arrived == scalar


@pytest.mark.filterwarnings("ignore:the matrix subclass")
def test_odd_arrays_arrive_as_plain_ones() -> None:
    fortran = np.asfortranarray(np.arange(6.0).reshape(2, 3))[:, ::-1]
    assert np.array_equal(there(fortran), fortran)
    masked = there(np.ma.masked_array([1, 2], mask=[0, 1]))
    assert type(masked) is np.ndarray
    assert masked.tolist() == [1, 2]
    assert type(there(np.matrix([[1, 2]]))) is np.ndarray
    objects = np.array([["a", 1], [None, 2.5]], dtype=object)
    assert there(objects).dtype == object
    assert there(objects).tolist() == objects.tolist()
    assert there(np.array({"a": 1}, dtype=object)).item() == {"a": 1}


def test_the_padding_of_a_long_double_is_no_part_of_it() -> None:
    one = np.full(4, 0xFF, np.uint8).repeat(8).view(np.longdouble)
    one[:] = 1.5
    other = np.zeros(2, np.longdouble) + np.longdouble(1.5)
    assert pack(one, stand_in=nothing) == pack(other, stand_in=nothing)


@pytest.mark.parametrize(
    ("value", "where"),
    [
        (print, ""),
        ([1, [2, print]], "[1][1]"),
        ({"a": (1, print)}, "['a'][1]"),
        ({(1, print): 2}, ".keys()[1]"),
        (np.array([1, print], dtype=object), ".flat[1]"),
        (np.zeros(2, dtype=[("a", int)]), ""),
    ],
)
def test_what_is_no_data_is_named_with_its_place(value: object, where: str) -> None:
    with pytest.raises(NotData) as caught:
        pack(value, stand_in=nothing)
    assert caught.value.where == where
    assert caught.value.type_name in {"builtin_function_or_method", "ndarray"}


def test_references_stand_in_for_what_is_no_data() -> None:
    known = [print, iter([1]), object()]
    data = pack({"f": [known[0], 1], "i": known[1], "o": (known[2],)}, stand_in=known.index)
    seen = []
    arrived = unpack(data, resolve=lambda reference: seen.append(reference) or reference.number)
    assert arrived == {"f": [0, 1], "i": 1, "o": (2,)}
    assert [(each.kind, each.mine) for each in seen] == [
        ("function", False),
        ("iterator", False),
        ("object", False),
    ]
    assert seen[0].name == "print"
    assert [kind_of(each) for each in known] == ["function", "iterator", "object"]


def test_a_reference_that_goes_home_says_so() -> None:
    data = pack([object()], stand_in=lambda _: Reference(9, "function", "f", mine=True))
    assert unpack(data, resolve=lambda reference: reference) == [
        Reference(9, "function", "f", mine=True)
    ]


@pytest.mark.parametrize("value", [{print}, {print: 1}, frozenset({(1, print)})])
def test_nothing_stands_in_where_its_hash_would_be_asked(value: object) -> None:
    with pytest.raises(NotData):
        pack(value, stand_in=lambda _: 1)


def test_cycles_depth_and_size_have_bounds() -> None:
    cycle: list[object] = []
    cycle.append({"a": cycle})
    with pytest.raises(WireError, match="holds itself"):
        pack(cycle, stand_in=nothing)
    deep: object = 0
    for _ in range(63):
        deep = (deep,)
    assert there(deep) == deep
    with pytest.raises(WireError, match="deeper"):
        pack([[deep]], stand_in=nothing)
    wide: list[object] = [0] * 15
    for _ in range(50):
        wide = [wide, wide]
    with pytest.raises(WireError, match="parts"):
        pack(wide, stand_in=nothing)
    with pytest.raises(WireError, match="larger"):
        pack(np.zeros(5 << 20), stand_in=nothing)
    with pytest.raises(WireError, match="larger"):
        pack([b"a" * (20 << 20)] * 2, stand_in=nothing)
    with pytest.raises(WireError, match="4096 digits"):
        pack(10**4100, stand_in=nothing)


@pytest.mark.parametrize(
    ("target", "new"),
    [
        ([1, 2], [3]),
        ({"a": 1}, {"b": 2, "a": 3}),
        ({1, 2}, {3}),
        (bytearray(b"abc"), bytearray(b"x")),
        (np.arange(4), np.arange(4)[::-1].copy()),
        (OrderedDict(a=1), {"b": 2}),
    ],
)
def test_a_change_is_repeated_in_place(target: object, new: object) -> None:
    alias = target
    assert apply_change(target, new) is None
    assert alias is target
    assert np.array_equal(target, new) if isinstance(new, np.ndarray) else target == new


@pytest.mark.parametrize(
    ("target", "new"),
    [
        ([1], (1,)),
        ([1], {1: 2}),
        (1, 2),
        (np.arange(4), np.arange(5)),
        (np.arange(4), np.arange(4.0)),
        (np.broadcast_to(1, 3), np.array([1, 2, 3])),
    ],
)
def test_what_cannot_be_changed_stays_as_it_is(target: object, new: object) -> None:
    before = repr(target)
    with pytest.raises(WireError):
        apply_change(target, new)
    assert repr(target) == before


def test_dates_keep_their_day() -> None:
    assert there([date(2025, 2, 28), datetime(2025, 2, 28, fold=1)]) == [
        date(2025, 2, 28),
        datetime(2025, 2, 28),
    ]
    assert there(datetime(2025, 2, 28, fold=1)).fold == 1
    assert there(Fraction(1, 3)) == Fraction(1, 3)


@pytest.mark.parametrize(
    "value", [Decimal("NaN"), Decimal("-Infinity"), Decimal("1.50"), Decimal("1E+4000")]
)
def test_decimals_keep_their_digits(value: Decimal) -> None:
    assert str(there(value)) == str(value)
    assert type(there(value)) is Decimal
