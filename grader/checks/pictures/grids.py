"""Draws matrices: one square for each entry."""

from __future__ import annotations

from grader.checks.pictures.subjects import DensityPicture, MapPicture, Rows
from grader.checks.pictures.svg import (
    FAINT,
    INK,
    MARK,
    document,
    element,
    ink_upon,
    line,
    phase_colour,
    wheel,
    words,
)

_HEIGHT = 218
_SIDE = 164
"""Height of a grid in pixels; of a column alone, too."""
_LABEL = 40
_NOTHING = 5e-3
_SMALLEST_WITH_HAND = 14
"""Pixels of a cell in which a hand can be seen."""


def matrix_grid(picture: MapPicture | DensityPicture, asked: Rows | None = None) -> str:
    """Return a matrix: the side of a square is the modulus of an entry, colour and hand are its phase.

    The column of the counterexample is marked, and in it the row.

    Args:
        picture: the answer.
        asked: what is asked for, drawn to the right of it.
    """
    shown = [picture.rows] if asked is None else [picture.rows, asked]
    cell = _SIDE / len(picture.rows)
    wide = cell * len(picture.rows[0])
    parts = []
    for number, rows in enumerate(shown):
        left = _LABEL + number * (wide + _LABEL + 8)
        parts.append(_grid(rows, left, cell, picture))
    width = _LABEL + len(shown) * (wide + _LABEL + 8) + 56
    return document(width, _HEIGHT, *parts, wheel(width - 48, 70, 16))


def _grid(rows: Rows, left: float, cell: float, picture: MapPicture | DensityPicture) -> str:
    top = _LABEL
    high, wide = len(rows), len(rows[0])
    parts = []
    marked = int(picture.column, 2) if picture.column else None
    if marked is not None:
        parts.append(_band(left + marked * cell, top - 16, cell, high * cell + 20))
    for row in range(high + 1):
        y = top + row * cell
        parts.append(line((left, y), (left + wide * cell, y), stroke=FAINT, stroke_width=0.5))
    for column in range(wide + 1):
        x = left + column * cell
        parts.append(line((x, top), (x, top + high * cell), stroke=FAINT, stroke_width=0.5))
    entries_drawn = []
    for row, entries in enumerate(rows):
        for column, value in enumerate(entries):
            if abs(value) >= _NOTHING:
                x, y = left + (column + 0.5) * cell, top + (row + 0.5) * cell
                entries_drawn.append(_entry(x, y, cell, value))
    parts.append(element("g", *entries_drawn, stroke=INK, stroke_width=0.6))
    if picture.row and marked is not None:
        parts.append(
            element(
                "rect",
                x=left + marked * cell,
                y=top + int(picture.row, 2) * cell,
                width=cell,
                height=cell,
                fill="none",
                stroke=INK,
                stroke_width=2,
            )
        )
    return "".join(parts) + _labels(left, top, cell, high, wide)


def _band(x: float, y: float, width: float, height: float) -> str:
    """Return the mark of a column."""
    look = {"fill": MARK, "stroke": INK, "stroke_width": 1.2}
    return element("rect", x=x, y=y, width=width, height=height, **look)


def _entry(x: float, y: float, cell: float, value: complex) -> str:
    side = max(2.0, 0.86 * cell * min(abs(value), 1.0))
    path = f"M{x - side / 2:.1f} {y - side / 2:.1f}h{side:.1f}v{side:.1f}h{-side:.1f}z"
    square = element("path", d=path, fill=phase_colour(value))
    if side < 6 or cell < _SMALLEST_WITH_HAND:
        return square
    reach = value / abs(value) * side * 0.45
    tip = (x + reach.real, y - reach.imag)
    ink = ink_upon(value)
    hub = element("circle", cx=x, cy=y, r=1.5, fill=ink, stroke="none")
    return square + line((x, y), tip, stroke=ink, stroke_width=1.5) + hub


def _labels(left: float, top: float, cell: float, high: int, wide: int) -> str:
    """Return the kets of rows and columns."""
    size = min(10.0, cell * 0.9)
    tall, across = high.bit_length() - 1, wide.bit_length() - 1
    parts = []
    for row in range(high):
        name = f"|{row:0{tall}b}⟩"
        y = top + (row + 0.5) * cell + size * 0.35
        parts.append(words(left - 4, y, name, text_anchor="end", font_size=size))
    for column in range(wide if across else 0):
        name = f"|{column:0{across}b}⟩"
        x, y = left + (column + 0.5) * cell, top - 5
        if len(name) * size * 0.6 <= cell:
            parts.append(words(x, y, name, font_size=size))
        else:
            turned = f"rotate(-90 {x + size * 0.35:.1f} {y})"
            parts.append(
                words(
                    x + size * 0.35,
                    y,
                    name,
                    text_anchor="start",
                    font_size=size,
                    transform=turned,
                )
            )
    return "".join(parts)
