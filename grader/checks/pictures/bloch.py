"""Draws Bloch spheres."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from grader.checks.pictures.svg import FAINT, INK, element, line, words

Vector = tuple[float, float, float]
Place = tuple[float, float]

_AZIMUTH, _ELEVATION = math.radians(28), math.radians(16)
_RIGHT = np.array([-math.sin(_AZIMUTH), math.cos(_AZIMUTH), 0.0])
_UP = np.array(
    [
        -math.sin(_ELEVATION) * math.cos(_AZIMUTH),
        -math.sin(_ELEVATION) * math.sin(_AZIMUTH),
        math.cos(_ELEVATION),
    ]
)
_AXES = (
    ((0.0, 0.0, 1.0), "|0⟩"),
    ((0.0, 0.0, -1.0), "|1⟩"),
    ((1.0, 0.0, 0.0), "x"),
    ((0.0, 1.0, 0.0), "y"),
)
_DOT = 4


def bloch_vector(density: np.ndarray[tuple[int, ...], np.dtype[np.complex128]]) -> Vector:
    """Return the Bloch vector (x, y, z) of a density matrix of shape (2, 2), length 1 for a pure state."""
    coherence = complex(density[1, 0])
    return 2 * coherence.real, 2 * coherence.imag, float((density[0, 0] - density[1, 1]).real)


def sphere(x: float, y: float, radius: float, vector: Vector, colour: str) -> str:
    """Return a Bloch sphere around (x, y) with a vector: x to the viewer, y to the right, |0> above."""

    def seen(point: Vector) -> Place:
        return x + radius * float(_RIGHT @ point), y - radius * float(_UP @ point)

    flat = radius * math.sin(_ELEVATION)
    ball = {"cx": x, "cy": y, "fill": "none", "stroke": FAINT}
    parts = [
        element("circle", r=radius, **ball),
        element("ellipse", rx=radius, ry=flat, stroke_dasharray="3 3", **ball),
    ]
    for point, label in _AXES:
        parts.append(line(seen((0.0, 0.0, 0.0)), seen(point), stroke=FAINT))
        across, down = seen((point[0] * 1.4, point[1] * 1.14, point[2] * 1.14))
        parts.append(words(across, down + 4, label))
    parts.append(_arrow(seen, vector, colour))
    return "".join(parts)


def _arrow(place: Callable[[Vector], Place], vector: Vector, colour: str) -> str:
    """Return the vector, with its shadow on the plane of the equator."""
    origin, tip = place((0.0, 0.0, 0.0)), place(vector)
    foot = place((vector[0], vector[1], 0.0))
    dot = element("circle", cx=tip[0], cy=tip[1], r=_DOT, fill=colour, stroke=INK, stroke_width=0.6)
    parts = []
    if math.hypot(vector[0], vector[1]) > 0.05 and abs(vector[2]) > 0.05:
        for start, end in ((origin, foot), (foot, tip)):
            parts.append(line(start, end, stroke=colour, stroke_dasharray="2 3"))
    parts.append(line(origin, tip, stroke=colour, stroke_width=3, stroke_linecap="round"))
    return "".join(parts) + dot
