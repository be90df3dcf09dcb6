"""Takes the picture of a unitary or an isometry."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from grader.checks.diagnosis.notation import Array
from grader.checks.equivalence.maps import Layout, columns, rows_of
from grader.checks.pictures.subjects import (
    MOST_DRAWN_QUBITS,
    MOST_MATRIX_QUBITS,
    map_picture,
)
from grader.checks.reading.programs import Program
from grader.checks.verdict import Difference


def drawn_map(difference: Difference, actual: Program | Array, layout: Layout) -> Difference:
    """Return a difference with a picture of the answer's matrix, if that is small enough to be seen at a glance.

    Args:
        difference: between the answer and what is asked.
        actual: the answer.
        layout: which qubits of the answer hold what.
    """
    if len(layout.data) > MOST_MATRIX_QUBITS or layout.qubits > MOST_DRAWN_QUBITS:
        return difference
    matrix = columns(actual, layout.inputs)
    if matrix is None or len(matrix) != 2**layout.qubits:
        return difference
    if layout.ancillas and difference.code != "dirty_ancilla":
        kept = matrix[rows_of(layout.data)]
        matrix = kept / np.linalg.norm(kept, axis=0)
    return replace(difference, picture=map_picture(matrix, difference.parameters))
