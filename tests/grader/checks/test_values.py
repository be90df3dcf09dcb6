import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checks import TargetError, assert_between, assert_close
from grader.checks.values import value_text
from tests.grader.checks.failing import code, failure


@given(
    st.recursive(
        st.floats(-1e3, 1e3) | st.booleans() | st.text(max_size=3) | st.integers(),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3)
        ),
    )
)
def test_every_value_is_close_to_itself(value):
    assert_close(value, value)


@given(st.floats(-1e3, 1e3), st.floats(1e-3, 10))
def test_numbers_apart_differ_both_ways(value, distance):
    wrong = {"wrong_value", "wrong_sign"}
    assert code(assert_close, value + distance, value) in wrong
    assert code(assert_close, value, value + distance) in wrong


@pytest.mark.parametrize(
    ("answer", "target"),
    [
        (0.1 + 0.2, 0.3),
        (np.float32(0.5), 0.5),
        (1e-17, 0),
        (2, 2.0),
        (1 + 0j, 1),
        (np.int64(3), 3),
        (np.bool_(True), True),
        ((1, 2.0), [1, 2]),
        (np.array([[1, 0], [0, 1j]]), [[1, 0], [0, 1j]]),
        ({"a": [1.0]}, {"a": (1,)}),
        (np.str_("a"), "a"),
        (None, None),
    ],
)
def test_equal_values_pass_whatever_holds_them(answer, target):
    assert_close(answer, target)


@pytest.mark.parametrize(
    ("answer", "target", "expected"),
    [
        (1.5, 2.5, "wrong_value"),
        (-2.5, 2.5, "wrong_sign"),
        (-3, 3, "wrong_sign"),
        (1 - 2j, 1 + 2j, "conjugate"),
        ([1, 2], [1, 2, 3], "wrong_length"),
        (1, True, "wrong_type"),
        (True, 1, "wrong_type"),
        (None, 1.0, "wrong_type"),
        (abs, 1.0, "wrong_type"),
        ("1", 1, "wrong_type"),
        (1, "1", "wrong_type"),
        ("a", "b", "wrong_value"),
        (5, [5], "wrong_type"),
        ({"a": 1}, {"b": 1}, "wrong_value"),
        ({}, {"b": 1}, "wrong_value"),
        (float("nan"), 1.0, "wrong_value"),
        (float("inf"), 1.0, "wrong_value"),
        (10**400, 1.0, "wrong_value"),
        (False, True, "wrong_value"),
    ],
)
def test_says_how_values_differ(answer, target, expected):
    assert code(assert_close, answer, target) == expected


def test_names_the_entry_that_differs():
    parameters = failure(assert_close, {"x": [1.0, [2.0, 9.0]]}, {"x": [1, [2, 3]]}).parameters
    assert parameters == {"got": "9", "where": "['x'][1][1]"}


def test_lies_of_an_answer_are_not_believed():
    class Number(float):
        def __eq__(self, other):
            return True

        def __sub__(self, other):
            return 0.0

        __hash__ = float.__hash__

    class Text(str):
        def __eq__(self, other):
            return True

        __hash__ = str.__hash__

    class Listing(list):
        def __iter__(self):
            return iter([1, 2, 3])

        def __len__(self):
            return 3

    class Chameleon:
        __class__ = float

        def __sub__(self, other):
            return 0.0

    assert code(assert_close, Number(2.0), 1.0) == "wrong_value"
    assert code(assert_close, Text("b"), "a") == "wrong_value"
    assert code(assert_close, Listing([1]), [1, 2, 3]) == "wrong_length"
    assert code(assert_close, Chameleon(), 1.0) == "wrong_type"
    assert code(assert_close, {Text("b"): 1}, {"a": 1}) == "wrong_value"


def test_a_bad_target_is_the_fault_of_the_check():
    with pytest.raises(TargetError):
        assert_close(1, object())


def test_numbers_of_numpy_are_told_like_plain_ones():
    assert value_text([np.float64(0.70710678), np.complex128(0.5j), (1, "a")]) == value_text(
        [0.70710678, 0.5j, (1, "a")]
    )
    assert "np." not in value_text((np.float64(1.5),))


@given(st.floats(-10, 10), st.floats(-10, 10), st.floats(-10, 10))
def test_bounds_are_included_and_what_is_outside_is_told(value, one, other):
    low, high = min(one, other), max(one, other)
    if low <= value <= high:
        assert_between(value, low, high)
        assert_between([value, low, high], low, high)
        assert_between(value, lowest=low)
        assert_between(np.float64(value), highest=high)
    else:
        told = failure(assert_between, value, low, high)
        assert (told.code, told.parameters["case"]) == (
            "out_of_range",
            "low" if value < low else "high",
        )
        assert set(told.parameters) == {"case", "got"}


@pytest.mark.parametrize(
    ("answer", "expected", "where"),
    [
        ([0.5, [0.2, 1.5]], "out_of_range", "[1][1]"),
        (np.array([0.5, -2]), "out_of_range", "[1]"),
        (float("nan"), "wrong_value", None),
        (float("inf"), "wrong_value", None),
        (0.5 + 0j, "wrong_type", None),
        (True, "wrong_type", None),
        ("0.5", "wrong_type", None),
        (None, "wrong_type", None),
        ({"a": 0.5}, "wrong_type", None),
        ([0.5, None], "wrong_type", "[1]"),
        (10**400, "out_of_range", None),
    ],
)
def test_says_what_is_wrong_with_a_number_in_bounds(answer, expected, where):
    told = failure(assert_between, answer, 0, 1)
    assert (told.code, told.parameters.get("where")) == (expected, where)


@pytest.mark.parametrize("bounds", [(), (2, 1), (float("nan"), 1)])
def test_bad_bounds_are_the_fault_of_the_check(bounds):
    with pytest.raises(TargetError):
        assert_between(1, *bounds)
