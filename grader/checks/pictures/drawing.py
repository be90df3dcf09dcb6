"""Makes a picture, its caption and its description from the numbers of an answer."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from html import escape

import numpy as np

from grader.checks.pictures.bars import amplitude_bars, outcome_bars
from grader.checks.pictures.bloch import Vector, bloch_vector, sphere
from grader.checks.pictures.grids import matrix_grid
from grader.checks.pictures.subjects import (
    DensityPicture,
    MapPicture,
    OutcomesPicture,
    Picture,
    StatePicture,
)
from grader.checks.pictures.svg import ASKED, MINE, document
from grader.checks.pictures.words import caption, description, numbers

_SPHERE = 220
"""Height and width of one sphere's panel, in pixels."""


@dataclass(frozen=True)
class Drawn:
    """A picture with its words.

    Attributes:
        svg: the picture.
        caption: how to read it.
        description: its numbers, for a reader that speaks.
        language: of the words.
    """

    svg: str
    caption: str
    description: str
    language: str

    def html(self) -> str:
        """Return all as HTML that needs nothing from elsewhere."""
        source = b64encode(self.svg.encode()).decode()
        return (
            f'<figure lang="{self.language}" style="margin:0.3em 0">'
            f'<img alt="{escape(self.description)}" src="data:image/svg+xml;base64,{source}"'
            ' style="max-width:100%">'
            f'<figcaption style="font-size:90%">{escape(self.caption)}</figcaption></figure>'
        )


def drawn(picture: Picture, asked: Picture | None, language: str, *, phase: bool = False) -> Drawn:
    """Draw an answer.

    Args:
        picture: the answer.
        asked: what is asked for, of the same kind and size; None where it must not be seen or is not known.
        language: `en`, `ja` or `ko`.
        phase: whether the global phase is what differs: a Bloch sphere does not show it.
    """
    bloch = None if phase else _bloch(picture)
    theirs = None if asked is None or bloch is None else _bloch(asked)
    svg = _spheres(bloch, theirs) if bloch is not None else _flat(picture, asked)
    return Drawn(
        svg,
        caption(picture, language, bloch=bloch, beside=asked is not None),
        description(
            picture,
            language,
            bloch=bloch,
            asked="" if asked is None else numbers(asked, theirs),
        ),
        language,
    )


def _bloch(picture: Picture) -> Vector | None:
    """Return the Bloch vector of a single qubit's state, None for anything else."""
    if isinstance(picture, StatePicture) and len(picture.amplitudes) == 2:
        state = np.array(picture.amplitudes)
        return bloch_vector(np.outer(state, state.conj()))
    if isinstance(picture, DensityPicture) and len(picture.rows) == 2:
        return bloch_vector(np.array(picture.rows))
    return None


def _spheres(mine: Vector, theirs: Vector | None) -> str:
    radius = _SPHERE * 0.38
    parts = [sphere(_SPHERE / 2, _SPHERE / 2, radius, mine, MINE)]
    if theirs is not None:
        parts.append(sphere(_SPHERE * 1.5, _SPHERE / 2, radius, theirs, ASKED))
    return document(_SPHERE * len(parts), _SPHERE, *parts)


def _flat(picture: Picture, asked: Picture | None) -> str:
    if isinstance(picture, StatePicture):
        return amplitude_bars(picture, asked if isinstance(asked, StatePicture) else None)
    if isinstance(picture, OutcomesPicture):
        return outcome_bars(picture, asked if isinstance(asked, OutcomesPicture) else None)
    return matrix_grid(
        picture, asked.rows if isinstance(asked, MapPicture | DensityPicture) else None
    )
