"""How many T gates one gate costs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from grader.checks.reading.data import Unreadable, is_a

_CLIFFORD = frozenset(
    "id x y z h s sdg sx sxdg cx cy cz swap iswap dcx ecr global_phase".split()  # noqa: SIM905 - one line
)
_TURNS = frozenset(("p", "u1", "rx", "ry", "rz", "rxx", "ryy", "rzz", "rzx"))
_SLACK = 1e-8
"""Radians by which an angle may miss a multiple of π/4: what a synthesis in floating point leaves."""


def t_count(name: str, parameters: Sequence[Any]) -> int | None:
    """Return the T gates of a standard gate; None if it has to be taken apart.

    Clifford gates cost nothing, `t` and `tdg` one, a rotation by an odd multiple of π/4 about a Pauli axis one (it is T
    between Clifford gates), by an even multiple nothing. Equal rotations are not merged: the circuit is counted as it
    stands.

    Args:
        name: of a standard gate of Qiskit.
        parameters: its angles, in radians.

    Raises:
        Unreadable: `not_clifford_t`: another angle, or one that is not bound.
    """
    if name in _CLIFFORD:
        return 0
    if name in ("t", "tdg"):
        return 1
    if name in _TURNS:
        return _of_turn(name, parameters[0])
    angles = _as_u(name, parameters)
    return None if angles is None else _of_u(name, *angles)


def _as_u(name: str, parameters: Sequence[Any]) -> tuple[Any, Any, Any] | None:
    """Return θ, φ and λ of a gate that is some U(θ, φ, λ), up to a phase."""
    match name, *parameters:
        case "u" | "u3", theta, phi, lam:
            return theta, phi, lam
        case "u2", phi, lam:
            return math.pi / 2, phi, lam
        case "r", theta, phi:
            return theta, phi - math.pi / 2, math.pi / 2 - phi
    return None


def _of_u(name: str, theta: Any, phi: Any, lam: Any) -> int:
    """Return the cost of U(θ, φ, λ) = RZ(φ) RY(θ) RZ(λ), up to a phase; where θ is 0 or π the turns merge."""
    half_turns = _multiple(name, theta, math.pi / 4)
    if half_turns % 4:
        return sum(_of_turn(name, angle) for angle in (theta, phi, lam))
    return _of_turn(name, phi + lam if half_turns % 8 == 0 else phi - lam)


def _of_turn(name: str, angle: Any) -> int:
    return _multiple(name, angle, math.pi / 4) % 2


def _multiple(name: str, angle: Any, unit: float) -> int:
    try:
        value = float(angle)
    except (TypeError, ValueError) as error:
        raise Unreadable("not_clifford_t", case="angle", name=name) from error
    multiple = round(value / unit) if math.isfinite(value) else 0
    if not abs(value - multiple * unit) <= _SLACK:
        raise Unreadable("not_clifford_t", case="angle", name=name)
    return multiple


def no_count(operation: Any) -> Unreadable:
    """Return why a gate that is neither Clifford nor T, nor made of such gates, has no T count."""
    name = operation.name if is_a(operation.name, str) else "?"
    return Unreadable("not_clifford_t", name=name[:40])
