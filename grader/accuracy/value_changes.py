"""Faults and other forms of answers that are numbers, texts, lists and arrays; and faults in what a function is given.

A change returns None where it does not apply.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.random import Generator
from qiskit import QuantumCircuit

Change = Callable[[Any, Generator], Any]
Number = Callable[[Any], Any]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | complex | np.number) and not isinstance(value, bool)


def _together(old: Mapping[Any, Any], new: Mapping[Any, Any]) -> dict[Any, Any] | None:
    """Return the new parts, old ones where nothing applied; None where nothing applied at all."""
    if all(part is None for part in new.values()):
        return None
    return {key: old[key] if part is None else part for key, part in new.items()}


def everywhere(change: Number) -> Change:
    """Return a change of every number in an answer."""

    def apply(value: Any, rng: Generator) -> Any:
        if isinstance(value, np.ndarray):
            return change(value) if value.dtype.kind in "iufc" else None
        if _is_number(value):
            return change(value)
        if isinstance(value, Mapping):
            made = {key: apply(part, rng) for key, part in value.items()}
            return _together(value, made)
        if isinstance(value, list | tuple):
            made = dict(enumerate(apply(part, rng) for part in value))
            changed = _together(dict(enumerate(value)), made)
            return None if changed is None else type(value)(changed.values())
        return None

    return apply


def at_place(change: Number, fraction: float) -> Change:
    """Return a change of one number in a list, tuple, dict or array."""

    def apply(value: Any, rng: Generator) -> Any:
        if isinstance(value, np.ndarray):
            if not value.size or value.dtype.kind not in "iufc":
                return None
            made = value.astype(complex if np.iscomplexobj(value) else float)
            flat = made.reshape(-1)
            place = min(int(fraction * flat.size), flat.size - 1)
            flat[place] = change(flat[place])
            return flat.reshape(made.shape)
        if isinstance(value, Mapping) and value:
            key = list(value)[min(int(fraction * len(value)), len(value) - 1)]
            new = at_place(change, fraction)(value[key], rng)
            return None if new is None else {**value, key: new}
        if isinstance(value, list | tuple) and value:
            at = min(int(fraction * len(value)), len(value) - 1)
            new = at_place(change, fraction)(value[at], rng)
            return None if new is None else type(value)([*value[:at], new, *value[at + 1 :]])
        return change(value) if _is_number(value) else None

    return apply


def _reversed(value: Any, _rng: Generator) -> Any:
    if isinstance(value, str | list | tuple) and len(value) > 1:
        return value[::-1]
    if isinstance(value, np.ndarray) and value.ndim and value.size > 1:
        return value[::-1].copy()
    if isinstance(value, Mapping):
        return {key[::-1] if isinstance(key, str) else key: part for key, part in value.items()}
    return None


def _transposed(value: Any, _rng: Generator) -> Any:
    if isinstance(value, list | tuple):
        parts = [_transposed(part, _rng) for part in value]
        changed = _together(dict(enumerate(value)), dict(enumerate(parts)))
        return None if changed is None else type(value)(changed.values())
    return value.T.copy() if isinstance(value, np.ndarray) and value.ndim == 2 else None


def _shorter(value: Any, _rng: Generator) -> Any:
    if isinstance(value, np.ndarray) and not value.ndim:
        return None
    if isinstance(value, str | list | tuple | np.ndarray):
        return value[:-1] if len(value) else None
    return dict(list(value.items())[:-1]) if isinstance(value, Mapping) and value else None


def _rolled(value: Any, _rng: Generator) -> Any:
    if isinstance(value, str) and len(value) > 2:
        return value[1:] + value[0]
    if isinstance(value, list | tuple) and len(value) > 2:
        return type(value)([*value[1:], value[0]])
    return np.roll(value, 1) if isinstance(value, np.ndarray) and value.size > 2 else None


def _swapped(value: Any, _rng: Generator) -> Any:
    if isinstance(value, list | tuple) and len(value) > 1:
        return type(value)([value[1], value[0], *value[2:]])
    return None


def _repeated(value: Any, _rng: Generator) -> Any:
    if isinstance(value, str) and value:
        return value + value[-1]
    if isinstance(value, list | tuple) and value:
        return type(value)([*value, value[-1]])
    return (
        np.concatenate([value, value[-1:]])
        if isinstance(value, np.ndarray) and value.ndim
        else None
    )


def _rounded(value: Any) -> Any:
    return np.round(value, 1) if not isinstance(value, int) else value


def _nothing(_value: Any, _rng: Generator) -> Any:
    return float("nan")


def _negated_truth(value: Any, _rng: Generator) -> Any:
    return not value if isinstance(value, bool | np.bool_) else None


def _text_instead(value: Any, _rng: Generator) -> Any:
    return str(value) if not isinstance(value, str) else None


_NUMBERS: dict[str, Number] = {
    "negated": lambda x: -x,
    "one more": lambda x: x + 1,
    "one less": lambda x: x - 1,
    "doubled": lambda x: 2 * x,
    "halved": lambda x: x / 2,
    "shifted by 0.02": lambda x: x + 0.02,
    "shifted by -0.015": lambda x: x - 0.015,
    "one percent too large": lambda x: x * 1.01,
    "conjugated": np.conj,
    "times i": lambda x: 1j * x,
    "squared": lambda x: x * x,
    "absolute value": abs,
    "real part": np.real,
    "one minus it": lambda x: 1 - x,
    "square root of the absolute value": lambda x: np.sqrt(np.abs(x)),
    "with 0.03 i": lambda x: x + 0.03j,
    "zero": lambda x: 0 * x,
    "rounded to one decimal": _rounded,
    "shifted by pi": lambda x: x + np.pi,
    "not a number": lambda x: x * float("nan"),
}

MUTANTS: dict[str, Change] = {
    **{f"all numbers {what}": everywhere(change) for what, change in _NUMBERS.items()},
    **{
        f"number at {place:.0%} {what}": at_place(_NUMBERS[what], place)
        for place in (0.0, 0.34, 0.67, 0.99)
        for what in (
            "negated",
            "one more",
            "shifted by 0.02",
            "conjugated",
            "times i",
            "zero",
            "doubled",
            "with 0.03 i",
        )
    },
    "reversed": _reversed,
    "transposed": _transposed,
    "last entry dropped": _shorter,
    "rolled": _rolled,
    "first two exchanged": _swapped,
    "last entry repeated": _repeated,
    "truth negated": _negated_truth,
    "a number that is none": _nothing,
    "its text": _text_instead,
}
"""Mutants of what an answer returns, by name."""


def _numpy_scalars(value: Any, rng: Generator) -> Any:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float | complex):
        return np.array([value])[0] if not isinstance(value, int) or abs(value) < 2**62 else value
    if isinstance(value, list | tuple):
        return type(value)([_numpy_scalars(part, rng) for part in value])
    if isinstance(value, Mapping):
        return {key: _numpy_scalars(part, rng) for key, part in value.items()}
    return None


def _python_scalars(value: Any, rng: Generator) -> Any:
    if isinstance(value, np.number | np.bool_):
        return value.item()
    if isinstance(value, list | tuple):
        parts = dict(enumerate(_python_scalars(part, rng) for part in value))
        changed = _together(dict(enumerate(value)), parts)
        return None if changed is None else type(value)(changed.values())
    return None


def _as_tuple(value: Any, _rng: Generator) -> Any:
    return tuple(value) if isinstance(value, list) else None


def _as_list(value: Any, _rng: Generator) -> Any:
    if isinstance(value, np.ndarray) and value.ndim:
        return value.tolist()
    return list(value) if isinstance(value, tuple) else None


def _as_array(value: Any, _rng: Generator) -> Any:
    if isinstance(value, list | tuple) and value and all(_is_number(part) for part in value):
        return np.array(value)
    return None


def _complex_array(value: Any, _rng: Generator) -> Any:
    return (
        value.astype(complex) if isinstance(value, np.ndarray) and value.dtype.kind == "f" else None
    )


def _fortran(value: Any, _rng: Generator) -> Any:
    return np.asfortranarray(value) if isinstance(value, np.ndarray) and value.ndim > 1 else None


def _read_only(value: Any, _rng: Generator) -> Any:
    if not isinstance(value, np.ndarray):
        return None
    made = value.copy()
    made.setflags(write=False)
    return made


def _with_rounding(value: Any, rng: Generator) -> Any:
    """Return the numbers with errors as large as floating point makes them."""
    return everywhere(
        lambda x: (
            x if isinstance(x, int) or np.asarray(x).dtype.kind in "iu" else x * (1 + 4e-16) + 1e-16
        )
    )(value, rng)


REWRITES: dict[str, Change] = {
    "NumPy scalars": _numpy_scalars,
    "Python numbers": _python_scalars,
    "a tuple for a list": _as_tuple,
    "a list for a tuple or an array": _as_list,
    "an array for a list": _as_array,
    "a complex array": _complex_array,
    "an array in Fortran's order": _fortran,
    "an array that is read only": _read_only,
    "rounding errors": _with_rounding,
}
"""Other forms of what an answer returns, by name."""

KINDS_ASKED = {
    "a tuple for a list": r"tuple|pair|sequence",
    "a list for a tuple or an array": r"\blist\b|pair",
    "an array for a list": r"\barray\b",
    "a complex array": r"complex|matrix|amplitudes",
}
"""Forms that a task has to name in its text before they are right."""


def _arguments_swapped(arguments: tuple[Any, ...], _rng: Generator) -> Any:
    return (arguments[1], arguments[0], *arguments[2:]) if len(arguments) > 1 else None


def _argument(change: Change, place: int) -> Change:
    def apply(arguments: tuple[Any, ...], rng: Generator) -> Any:
        if len(arguments) <= place or isinstance(arguments[place], QuantumCircuit):
            return None
        new = change(copy.deepcopy(arguments[place]), rng)
        return None if new is None else (*arguments[:place], new, *arguments[place + 1 :])

    return apply


ARGUMENT_MUTANTS: dict[str, Change] = {
    "first two arguments exchanged": _arguments_swapped,
    **{
        f"argument {place + 1} {what}": _argument(change, place)
        for place in (0, 1, 2)
        for what, change in {
            "reversed": _reversed,
            "negated": everywhere(lambda x: -x),
            "one more": everywhere(lambda x: x + 1),
            "conjugated": everywhere(np.conj),
            "real part": everywhere(np.real),
            "absolute value": everywhere(abs),
            "halved": everywhere(lambda x: x / 2),
            "last entry dropped": _shorter,
            "rolled": _rolled,
            "transposed": _transposed,
        }.items()
    },
}
"""Mutants that work with something else than they were given, by name."""
