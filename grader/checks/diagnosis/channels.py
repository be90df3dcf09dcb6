"""Finds out what differs between two channels, and gives the smallest counterexample."""

from __future__ import annotations

import math

import numpy as np

from grader.checks.diagnosis.notation import amplitude_text, bits
from grader.checks.simulation.branches import Matrix
from grader.checks.simulation.channels import Channel, validity_difference
from grader.checks.verdict import Difference

_NOTHING = 1e-9
_CLEAR = 1e-3
"""A difference below this fraction of the largest one is rounding."""


def channel_difference(actual: Channel, expected: Channel, tolerance: float) -> Difference | None:
    """Return how a channel differs from the expected one, or None if it does not.

    The most telling difference comes first: `inverse` and `conjugate`, even if that is no channel; no channel at all;
    `qubit_order_reversed`, `wrong_strength`, and last `wrong_channel` with an input that shows it.

    Args:
        actual: a map with as many inputs and outputs as the other.
        expected: a channel.
        tolerance: largest half trace norm of the difference of the Choi matrices.
    """
    if _distance(actual.choi, expected.choi) <= tolerance:
        return None
    invalid = validity_difference(actual)
    return (
        _adjoint(actual, expected, tolerance)
        or invalid
        or _known_mistake(actual, expected, tolerance)
        or _wrong_strength(actual, expected, tolerance)
        or _entry_difference(actual, expected)
    )


def _distance(first: Matrix, second: Matrix) -> float:
    """Return half the trace norm of a difference, or a bound of it that is next to nothing."""
    difference = first - second
    bound = math.sqrt(len(difference)) * float(np.linalg.norm(difference)) / 2
    if bound < _NOTHING:
        return bound
    if np.abs(difference - difference.conj().T).max() < 1e-12:
        return float(np.abs(np.linalg.eigvalsh(difference)).sum() / 2)
    return float(np.linalg.svd(difference, compute_uv=False).sum() / 2)


def _adjoint(actual: Channel, expected: Channel, tolerance: float) -> Difference | None:
    """Return whether each Kraus operator K was replaced by K†, by its conjugate or by its transpose."""
    if actual.inputs != actual.outputs:
        return None
    size = 2**actual.inputs
    # exchanging the two factors of the Choi matrix transposes every Kraus operator
    swapped = actual.choi.reshape((size,) * 4).transpose(1, 0, 3, 2).reshape(actual.choi.shape)
    if _distance(swapped.conj(), expected.choi) <= tolerance:
        unitary = np.linalg.matrix_rank(expected.choi, tol=1e-6) == 1
        return Difference("inverse", {"case": "unitary" if unitary else "kraus"})
    if _distance(actual.choi.conj(), expected.choi) <= tolerance:
        return Difference("conjugate", {"case": "channel"})
    if _distance(swapped, expected.choi) <= tolerance:
        return Difference("inverse", {"case": "transposed"})
    return None


def _known_mistake(actual: Channel, expected: Channel, tolerance: float) -> Difference | None:
    """Return the usual mistake that leads from the expected channel to this one, if there is one."""
    if _distance(_reversed(actual), expected.choi) <= tolerance:
        return Difference("qubit_order_reversed", {"case": "channel"})
    identity = _identity(actual)
    if identity is not None and _distance(actual.choi, identity) <= tolerance:
        return Difference("wrong_channel", {"case": "nothing"})
    return None


def _reversed(channel: Channel) -> Matrix:
    """Return the Choi matrix with inputs and outputs numbered from the other end."""
    high, low = channel.inputs, channel.outputs
    half = [*range(high)[::-1], *range(high, high + low)[::-1]]
    axes = [*half, *(axis + high + low for axis in half)]
    tensor = channel.choi.reshape((2,) * (2 * (high + low)))
    return tensor.transpose(axes).reshape(channel.choi.shape)


def _identity(channel: Channel) -> Matrix | None:
    if channel.inputs != channel.outputs:
        return None
    vector = np.eye(2**channel.inputs, dtype=np.complex128).reshape(-1)
    return np.outer(vector, vector)


def _wrong_strength(actual: Channel, expected: Channel, tolerance: float) -> Difference | None:
    """Return that the noise is of the right kind and too strong or too weak, where that is certain.

    Two families are known: mixtures of doing nothing with something (bit flips, depolarising: the difference from
    doing nothing is proportional), and what happens at a constant rate for some time (damping: the logarithms of the
    maps are proportional).
    """
    identity = _identity(actual)
    if identity is None:
        return None
    ratio = _ratio(actual.choi - identity, expected.choi - identity, tolerance)
    if ratio is None and actual.inputs <= 2:
        logarithms = [_logarithm(channel) for channel in (actual, expected)]
        if logarithms[0] is not None and logarithms[1] is not None:
            ratio = _ratio(logarithms[0], logarithms[1], max(tolerance, 1e-6))
    if ratio is None:
        return None
    return Difference("wrong_strength", {"case": "strong" if ratio > 1 else "weak"})


def _ratio(actual: Matrix, expected: Matrix, tolerance: float) -> float | None:
    """Return the positive number that turns one matrix into the other, or None if there is none."""
    norm = float(np.linalg.norm(expected))
    if norm < 1e-6:
        return None
    ratio = complex(np.vdot(expected, actual)) / norm**2
    apart = float(np.linalg.norm(actual - ratio.real * expected))
    alike = apart <= min(max(tolerance, 1e-6), 0.01 * float(np.linalg.norm(actual)))
    return ratio.real if alike and ratio.real > 1e-6 else None


def _logarithm(channel: Channel) -> Matrix | None:
    """Return the principal logarithm of a channel as a matrix on density matrices, or None if it has none.

    It has none that is certain if an eigenvalue is 0 or negative, or if the eigenvectors are no basis.
    """
    size = 4**channel.inputs
    matrix = channel.images().transpose(2, 3, 0, 1).reshape(size, size)
    values, vectors = np.linalg.eig(matrix)
    unclear = np.abs(values) < 1e-6
    turned = (values.real < 0) & (np.abs(values.imag) < 1e-6)
    if unclear.any() or turned.any() or np.linalg.cond(vectors) > 1e6:
        return None
    return np.asarray((vectors * np.log(values)) @ np.linalg.inv(vectors))


def _entry_difference(actual: Channel, expected: Channel) -> Difference:
    """Return a basis state on which the outputs differ, or else a superposition of two."""
    got, wanted = actual.images(), expected.images()
    clear = _CLEAR * float(np.abs(got - wanted).max())
    size = 2**actual.inputs
    for index in range(size):
        image = got[index, index]
        if np.abs(image - wanted[index, index]).max() > clear:
            name = f"|{bits(index, actual.inputs)}⟩"
            return _entry(image, wanted[index, index], name, actual.outputs)
    pairs = ((one, two) for one in range(size) for two in range(one + 1, size))
    first, second = next(pair for pair in pairs if np.abs(got[pair] - wanted[pair]).max() > clear)
    candidates = []
    for factor, sign in ((1, "+ "), (1j, "+ i")):
        image, asked = (
            (
                images[first, first]
                + images[second, second]
                + np.conj(factor) * images[first, second]
                + factor * images[second, first]
            )
            / 2
            for images in (got, wanted)
        )
        kets = [f"|{bits(index, actual.inputs)}⟩" for index in (first, second)]
        name = f"({kets[0]} {sign}{kets[1]})/√2"
        candidates.append((float(np.abs(image - asked).max()), image, asked, name))
    _, image, asked, name = max(candidates, key=lambda candidate: round(candidate[0], 9))
    return _entry(image, asked, name, actual.outputs, case="superposition")


def _entry(
    image: Matrix, wanted: Matrix, name: str, outputs: int, case: str = "basis"
) -> Difference:
    """Return the entry of an output that differs most; a population before a coherence."""
    off = np.abs(image - wanted)
    populations = np.diag(off)
    if populations.max() > 0.5 * off.max():
        row = column = int(np.argmax(populations > 0.5 * off.max()))
    else:
        row, column = (int(part) for part in np.unravel_index(int(np.argmax(off)), off.shape))
    return Difference(
        "wrong_channel",
        {
            "case": case,
            "input": name,
            "row": bits(row, outputs),
            "column": bits(column, outputs),
            "got": amplitude_text(complex(image[row, column])),
        },
    )
