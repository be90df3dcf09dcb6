"""Says what a picture shows, in the learner's language: for those who see it, and for those who hear it."""

from __future__ import annotations

from grader.checks.diagnosis.notation import amplitude_text
from grader.checks.pictures.subjects import (
    DensityPicture,
    MapPicture,
    OutcomesPicture,
    Picture,
    StatePicture,
)
from grader.checks.texts.pictures import CAPTIONS, DESCRIPTIONS

_MOST_ENTRIES = 32
_NOTHING = 5e-4


def caption(
    picture: Picture, language: str, *, bloch: tuple[float, float, float] | None, beside: bool
) -> str:
    """Return how to read a picture.

    Args:
        picture: the answer.
        language: `en`, `ja` or `ko`.
        bloch: the Bloch vector if it is drawn on a sphere.
        beside: whether what is asked for is drawn, too.
    """
    key = _kind(picture, bloch)
    facts: dict[str, object] = {}
    if isinstance(picture, OutcomesPicture) and picture.shots is not None:
        facts = {"shots": picture.shots, "chance": f"{picture.false_alarm:g}".replace("e-0", "e-")}
    sentences = [CAPTIONS[key][language].format(**facts)]
    if beside:
        panels = key in {"bloch", "density", "map"}
        sentences.append(CAPTIONS["panels" if panels else "striped"][language])
    label = "" if bloch else _marked(picture)
    if label:
        sentences.append(CAPTIONS["marked"][language].format(label=label))
    return ("" if language == "ja" else " ").join(sentences)


def description(
    picture: Picture,
    language: str,
    *,
    bloch: tuple[float, float, float] | None,
    asked: str = "",
) -> str:
    """Return the numbers of a picture as text, for a reader that speaks.

    Args:
        picture: the answer.
        language: `en`, `ja` or `ko`.
        bloch: the Bloch vector if it is drawn on a sphere.
        asked: the numbers of what is asked for, if that is drawn, too (`numbers`).
    """
    text = DESCRIPTIONS["yours"][language].format(values=numbers(picture, bloch))
    return f"{text} {DESCRIPTIONS['asked'][language].format(values=asked)}" if asked else text


def numbers(picture: Picture, bloch: tuple[float, float, float] | None) -> str:
    """Return the numbers that a picture shows."""
    if bloch is not None:
        return ", ".join(
            f"{axis} = {round(value, 3) + 0.0:g}" for axis, value in zip("xyz", bloch, strict=True)
        )
    if isinstance(picture, OutcomesPicture):
        told = [f"{key}: {share:.4g}" for key, share in picture.shares]
    elif isinstance(picture, StatePicture):
        told = _column(picture.amplitudes)
    else:
        told = _columns(picture)
    return ", ".join(told[:_MOST_ENTRIES]) + (", …" if len(told) > _MOST_ENTRIES else "")


def _columns(picture: MapPicture | DensityPicture) -> list[str]:
    """Return the entries of a matrix, those of the marked column first."""
    qubits = len(picture.rows[0]).bit_length() - 1
    marked = int(picture.column, 2) if picture.column else 0
    told = []
    for column in sorted(range(2**qubits), key=lambda one: (one != marked, one)):
        entries = _column([row[column] for row in picture.rows])
        label = f"|{column:0{qubits}b}⟩ → " if qubits else ""
        told += [f"{label}{entry}" for entry in entries]
    return told


def _column(amplitudes: tuple[complex, ...] | list[complex]) -> list[str]:
    qubits = len(amplitudes).bit_length() - 1
    return [
        f"|{index:0{qubits}b}⟩: {amplitude_text(value)}"
        for index, value in enumerate(amplitudes)
        if abs(value) >= _NOTHING
    ]


def _kind(picture: Picture, bloch: tuple[float, float, float] | None) -> str:
    if bloch is not None:
        return "bloch"
    if isinstance(picture, StatePicture):
        return "bars"
    if isinstance(picture, OutcomesPicture):
        return "outcomes" if picture.shots is None else "counts"
    return "density" if isinstance(picture, DensityPicture) else "map"


def _marked(picture: Picture) -> str:
    if isinstance(picture, OutcomesPicture):
        return picture.marked
    if isinstance(picture, StatePicture):
        return f"|{picture.marked}⟩" if picture.marked else ""
    if isinstance(picture, MapPicture):
        return f"|{picture.column}⟩" if picture.column else ""
    return f"|{picture.row}⟩⟨{picture.column}|" if picture.row and picture.column else ""
