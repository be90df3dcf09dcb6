"""A little SVG: elements as text, colours that colour-blind people tell apart, and the phase as a colour and a hand.

Written by hand, because a drawing library takes longer to import than a learner should wait for a diagnosis. The
letters are those of kets and numbers alone: words stand beside the picture, where the browser has fonts for them.
"""

from __future__ import annotations

import cmath
import math
from xml.sax.saxutils import escape, quoteattr

INK = "#333333"
FAINT = "#b8b8b8"
MARK = "#fff0b3"
MINE = "#0072b2"
ASKED = "#d55e00"
"""Blue and vermilion of Okabe and Ito's palette (2008)."""
_WHEEL = ((33, 102, 172), (228, 216, 176), (217, 95, 2), (58, 40, 70))
"""Colours of the phases 0, π/2, π, 3π/2: without red and green they still differ as blue, light, yellow and dark."""


def element(name: str, *inside: str, **attributes: object) -> str:
    """Return one element; `_` in the name of an attribute stands for `-`, numbers are rounded to a tenth."""
    told = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_plain(value))}"
        for key, value in attributes.items()
    )
    return f"<{name}{told}>{''.join(inside)}</{name}>" if inside else f"<{name}{told}/>"


def words(x: float, y: float, text: str, **attributes: object) -> str:
    """Return text in the middle above (x, y)."""
    given = {"text_anchor": "middle", "font_size": 11, "fill": INK, **attributes}
    return element("text", escape(text), x=x, y=y, **given)


def line(start: tuple[float, float], end: tuple[float, float], **attributes: object) -> str:
    """Return a straight line."""
    given = {"stroke": INK, "stroke_width": 1, **attributes}
    return element("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], **given)


def document(width: float, height: float, *inside: str) -> str:
    """Return a whole picture on white, of this size in pixels."""
    return element(
        "svg",
        element("rect", width=width, height=height, fill="#ffffff"),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {_plain(width)} {_plain(height)}",
        font_family="DejaVu Sans, Arial, sans-serif",
    )


def hatching() -> str:
    """Return the definition of white stripes, for `fill="url(#asked)"` upon a colour: what is asked for."""
    stripe = element("path", d="M-1 5L5 -1M-1 1L1 -1M3 5L5 3", stroke="#ffffff", stroke_width=1.1)
    box = {"width": 4, "height": 4, "patternUnits": "userSpaceOnUse"}
    return element("defs", element("pattern", stripe, id="asked", **box))


def ink_upon(value: complex) -> str:
    """Return what is seen on the colour of a number's phase: dark or white."""
    colour = phase_colour(value)
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return INK if 0.3 * red + 0.59 * green + 0.11 * blue > 125 else "#ffffff"


def phase_colour(value: complex) -> str:
    """Return the colour of a number's phase."""
    turn = cmath.phase(value) / (math.pi / 2) % 4
    before = int(turn) % 4
    share = turn - int(turn)
    pairs = zip(_WHEEL[before], _WHEEL[(before + 1) % 4], strict=True)
    return "#" + "".join(f"{round(one + share * (other - one)):02x}" for one, other in pairs)


def hand(x: float, y: float, radius: float, value: complex, **attributes: object) -> str:
    """Return a small dial whose hand points to the phase, counted from the right against the clock."""
    angle = cmath.phase(value)
    tip = (x + radius * math.cos(angle), y - radius * math.sin(angle))
    dial = element("circle", cx=x, cy=y, r=radius, fill="#ffffff", stroke=FAINT, stroke_width=0.8)
    return dial + line((x, y), tip, **{"stroke_width": 1.5, **attributes})


def wheel(x: float, y: float, radius: float) -> str:
    """Return the legend of the phase: its colour in every direction."""
    parts = []
    steps = 24
    for step in range(steps):
        ends = [(step + side) * 2 * math.pi / steps for side in (-0.55, 0.55)]
        (a, b), (c, d) = ((x + radius * math.cos(t), y - radius * math.sin(t)) for t in ends)
        colour = phase_colour(cmath.exp(2j * math.pi * step / steps))
        path = f"M{x:.1f} {y:.1f}L{a:.1f} {b:.1f}L{c:.1f} {d:.1f}Z"
        parts.append(element("path", d=path, fill=colour))
    parts.append(element("circle", cx=x, cy=y, r=radius * 0.5, fill="#ffffff"))
    gap = radius + 4
    for text, across, up in (("0", 1, 0), ("π/2", 0, 1), ("π", -1, 0), ("−π/2", 0, -1)):
        anchor = {1: "start", 0: "middle", -1: "end"}[across]
        height = y - up * (gap + 3) + 4
        parts.append(words(x + across * gap, height, text, text_anchor=anchor, font_size=10))
    return "".join(parts)


def _plain(value: object) -> str:
    return f"{round(value, 1) + 0.0:g}" if isinstance(value, float) else str(value)
