"""Finds what a failed check asks for, where the learner can read that anyway.

What is asked for is never kept with a failure. It is looked up when the failure is shown, and only if all of this
holds: somebody sits before the notebook (a program that runs notebooks answers no questions), the check stands in a
cell of this very notebook, and that cell holds no hidden tests. Wherever one of these is not certain, the picture is of
the answer alone.
"""

from __future__ import annotations

import cmath
import linecache
import types
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.checks.densities import read_density
from grader.checks.diagnosis.notation import qubits_of
from grader.checks.equivalence.maps import columns, read_map
from grader.checks.pictures.subjects import (
    MapPicture,
    OutcomesPicture,
    Picture,
    StatePicture,
    density_picture,
    map_picture,
    outcomes_picture,
    state_picture,
)
from grader.checks.reading.data import Unreadable
from grader.checks.reading.kets import KetError, parse_ket
from grader.checks.reading.programs import TooLarge
from grader.checks.states import read_state

Numbers = np.ndarray[Any, Any]

_PRESENT = 1e-3
"""Least product of two amplitudes whose phases are compared."""
_HIDDEN = "hidden tests"
"""Stands in the markers around hidden tests, `### BEGIN HIDDEN TESTS`, in any course that keeps nbgrader's words."""


def asked_beside(
    picture: Picture, traceback: types.TracebackType | None, shell: Any, *, strict: bool
) -> Picture | None:
    """Return what is asked for, as a picture of the same kind and size; None where it must not be shown.

    Args:
        picture: the answer.
        traceback: of the failure.
        shell: IPython's, in which the check ran.
        strict: whether the global phase counts; if not, what is asked for gets the one that suits the answer.
    """
    if not _somebody_there(shell):
        return None
    expected = _visible_target(traceback, shell)
    if expected is None:
        return None
    try:
        return _alike(picture, expected, strict=strict)
    except (Unreadable, KetError, TooLarge):
        return None  # a function over cases, say: there is no one target


def _somebody_there(shell: Any) -> bool:
    """Return whether the front end could answer a question: JupyterLab could, a program that runs notebooks not."""
    return getattr(getattr(shell, "kernel", None), "_allow_stdin", False) is True


def _visible_target(traceback: types.TracebackType | None, shell: Any) -> object | None:
    """Return the argument `expected` of the assertion that a cell of the notebook called itself."""
    cells = getattr(shell.compile, "_filename_map", {})
    caller = None
    for frame in _frames(traceback):
        inside = frame.f_globals.get("__name__", "").startswith("grader.checks.")
        if inside and caller is not None:
            source = "".join(linecache.getlines(caller.f_code.co_filename))
            certain = caller.f_code.co_filename in cells and source
            return (
                frame.f_locals.get("expected")
                if certain and _HIDDEN not in source.lower()
                else None
            )
        caller = frame
    return None


def _frames(traceback: types.TracebackType | None) -> Iterator[types.FrameType]:
    while traceback is not None:
        yield traceback.tb_frame
        traceback = traceback.tb_next


def _alike(picture: Picture, expected: Any, *, strict: bool) -> Picture | None:
    if isinstance(picture, OutcomesPicture):
        return _outcomes(picture, expected)
    if isinstance(picture, StatePicture):
        mine = np.array(picture.amplitudes)
        state = parse_ket(expected) if isinstance(expected, str) else read_state(expected)
        if state.shape != mine.shape:
            return None
        return state_picture(state if strict else _turned(state, mine, state, mine))
    rows = np.array(picture.rows)
    if isinstance(picture, MapPicture):
        read = read_map(expected)
        whole = read if isinstance(read, np.ndarray) else columns(read, range(qubits_of(rows)))
        if whole is None or whole.shape != rows.shape:
            return None
        first = int(picture.column or "0", 2)
        return map_picture(
            whole if strict else _turned(whole, rows, whole[:, first], rows[:, first])
        )
    if isinstance(expected, str):
        state = parse_ket(expected)
        matrix = np.outer(state, state.conj())
    else:
        matrix = read_density(expected)
    return density_picture(matrix) if matrix.shape == rows.shape else None


def _outcomes(picture: OutcomesPicture, expected: Any) -> OutcomesPicture | None:
    if type(expected) is not dict:
        return None
    shares = {str(key).replace(" ", ""): float(value) for key, value in expected.items()}
    widths = {len(key) for key in shares} | {len(key) for key, _ in picture.shares}
    return outcomes_picture(shares) if len(widths) == 1 else None


def _turned(expected: Numbers, mine: Numbers, asked: Numbers, got: Numbers) -> Numbers:
    """Return what is asked for with the global phase in which the first number that both have agrees.

    Args:
        expected: what is asked for.
        mine: the answer, of the same shape.
        asked: the column of `expected` in which the phases are compared, or all of it.
        got: likewise of `mine`.
    """
    both = np.abs(asked * got) > _PRESENT
    if both.any():
        place = int(np.argmax(both))
        turn = got[place] / asked[place]
    else:
        turn = complex(np.vdot(expected, mine))
    return expected * cmath.exp(1j * cmath.phase(turn))
