"""Draws bars: amplitudes with their phases, and outcomes with what chance explains."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist

from grader.checks.pictures.subjects import OutcomesPicture, StatePicture
from grader.checks.pictures.svg import (
    ASKED,
    FAINT,
    INK,
    MARK,
    MINE,
    document,
    element,
    hand,
    hatching,
    line,
    phase_colour,
    wheel,
    words,
)

_HEIGHT = 220
_LEFT, _TOP, _FLOOR = 34, 34, 176
_WIDEST = 394
"""x of the right end of the longest row of bars."""
_SLOT = 72
"""Pixels that one label has at most."""
_STEPS = (0.1, 0.2, 0.5, 1.0)
"""What the top of the axis may stand for."""
_NOTHING = 5e-3
"""Lower bars are not seen."""


@dataclass(frozen=True)
class _Places:
    """Where bars stand.

    Attributes:
        labels: one for each group of bars.
        highest: value at the top of the plot.
    """

    labels: Sequence[str]
    highest: float

    @property
    def slot(self) -> float:
        """The width that one label has."""
        return min(_SLOT, (_WIDEST - _LEFT) / len(self.labels))

    @property
    def right(self) -> float:
        """X of the right end."""
        return _LEFT + self.slot * len(self.labels)

    def middle(self, index: int) -> float:
        """Return x of the middle of a slot."""
        return _LEFT + (index + 0.5) * self.slot

    def height(self, value: float) -> float:
        """Return y of a value."""
        return _FLOOR - (_FLOOR - _TOP) * min(value / self.highest, 1.0)


def amplitude_bars(picture: StatePicture, asked: StatePicture | None = None) -> str:
    """Return the amplitudes of a state: height is the modulus, colour and hand are the phase.

    Args:
        picture: the answer.
        asked: what is asked for, drawn beside it in stripes.
    """
    qubits = len(picture.amplitudes).bit_length() - 1
    names = [format(index, f"0{qubits}b") for index in range(len(picture.amplitudes))]
    states = [picture.amplitudes] if asked is None else [picture.amplitudes, asked.amplitudes]
    highest = _top(abs(value) for state in states for value in state)
    places = _Places([f"|{name}⟩" for name in names], highest)
    parts = [_frame(places, names.index(picture.marked) if picture.marked else None)]
    for index in range(len(names)):
        for number, state in enumerate(states):
            value = state[index]
            if abs(value) < _NOTHING:
                continue
            start, width = _bar_place(places, index, number, len(states))
            parts.append(
                _bar(
                    start, width, places.height(abs(value)), phase_colour(value), striped=number > 0
                )
            )
            radius = min(7.0, width / 2)
            if radius >= 3:
                parts.append(
                    hand(start + width / 2, places.height(abs(value)) - radius - 2, radius, value)
                )
    return document(places.right + 90, _HEIGHT, *parts, wheel(places.right + 46, 66, 16))


def outcome_bars(picture: OutcomesPicture, asked: OutcomesPicture | None = None) -> str:
    """Return how often outcomes occur; of counts with the interval that chance explains.

    Args:
        picture: the answer.
        asked: what is asked for, drawn beside it in stripes.
    """
    mine = dict(picture.shares)
    theirs = dict(asked.shares) if asked else {}
    names = sorted({*mine, *theirs})
    intervals = _intervals(picture, names)
    tops = [*mine.values(), *theirs.values(), *(high for _, high in intervals.values())]
    places = _Places(names, _top(tops))
    parts = [_frame(places, names.index(picture.marked) if picture.marked else None)]
    several = 2 if theirs else 1
    for index, name in enumerate(names):
        start, width = _bar_place(places, index, 0, several)
        if mine.get(name, 0.0) > 0:
            parts.append(_bar(start, width, places.height(mine[name]), MINE, striped=False))
        if name in intervals:
            low, high = (places.height(value) for value in intervals[name])
            centre = start + width / 2
            parts.append(line((centre, low), (centre, high), stroke_width=1.5))
            for end in (low, high):
                parts.append(line((centre - 3, end), (centre + 3, end), stroke_width=1.5))
        if theirs.get(name, 0.0) > 0:
            start, width = _bar_place(places, index, 1, several)
            parts.append(_bar(start, width, places.height(theirs[name]), ASKED, striped=True))
    return document(places.right + 14, _HEIGHT, *parts)


def wilson(share: float, shots: int, false_alarm: float) -> tuple[float, float]:
    """Return the interval of probabilities that a share of the shots allows.

    Args:
        share: how often the outcome came, divided by `shots`.
        shots: how many there were.
        false_alarm: the chance with which the true probability lies outside.

    Source: E. B. Wilson, J. Am. Stat. Assoc. 22, 209 (1927).
    """
    z = NormalDist().inv_cdf(1 - false_alarm / 2)
    spread = z * math.sqrt(share * (1 - share) / shots + z * z / (4 * shots * shots))
    scale = 1 + z * z / shots
    centre = share + z * z / (2 * shots)
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def _top(values: Iterable[float]) -> float:
    """Return what the top of an axis stands for."""
    highest = max(values)
    return next((step for step in _STEPS if step >= highest - 1e-9), 1.0)


def _intervals(picture: OutcomesPicture, names: Sequence[str]) -> Mapping[str, tuple[float, float]]:
    if picture.shots is None:
        return {}
    shares = dict(picture.shares)
    each = picture.false_alarm / len(names)
    return {name: wilson(shares.get(name, 0.0), picture.shots, each) for name in names}


def _bar_place(places: _Places, index: int, number: int, several: int) -> tuple[float, float]:
    """Return where a bar begins and how wide it is."""
    width = min(0.8 * places.slot, 46.0 * several) / several
    return places.middle(index) + (number - several / 2) * width, width * 0.94


def _bar(start: float, width: float, top: float, colour: str, *, striped: bool) -> str:
    box = {"x": start, "y": top, "width": width, "height": max(_FLOOR - top, 0.5)}
    solid = element("rect", fill=colour, stroke=INK, stroke_width=0.8, **box)
    return solid + element("rect", fill="url(#asked)", **box) if striped else solid


def _frame(places: _Places, marked: int | None) -> str:
    """Return the axis, its numbers, the labels, and a mark behind one of them."""
    parts = [hatching()]
    if marked is not None:
        parts.append(_mark(places, marked))
    for share in (0, 0.5, 1):
        value = share * places.highest
        y = places.height(value)
        colour = INK if share == 0 else FAINT
        parts.append(line((_LEFT, y), (places.right, y), stroke=colour, stroke_width=0.8))
        parts.append(words(_LEFT - 5, y + 4, f"{value:g}", text_anchor="end", font_size=10))
    upright = max(map(len, places.labels)) * 6.5 > places.slot
    for index, label in enumerate(places.labels):
        x = places.middle(index)
        look = {"font_weight": "bold"} if index == marked else {}
        if upright:
            turned = f"rotate(-90 {x + 3.5:.1f} {_FLOOR + 5})"
            size = min(10.0, places.slot)
            parts.append(
                words(
                    x + 3.5,
                    _FLOOR + 5,
                    label,
                    text_anchor="end",
                    font_size=size,
                    transform=turned,
                    **look,
                )
            )
        else:
            parts.append(words(x, _FLOOR + 15, label, **look))
    return "".join(parts)


def _mark(places: _Places, index: int) -> str:
    """Return what marks a slot: a band, and a triangle on top of it."""
    x, half = places.middle(index), places.slot / 2
    band = element(
        "rect", x=x - half, y=12, width=2 * half, height=_HEIGHT - 14, fill=MARK, stroke="none"
    )
    path = f"M{x:.1f} 11l-5 -9h10Z"
    return band + element("path", d=path, fill=INK)
