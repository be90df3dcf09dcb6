"""Checks of sets of vectors: orthonormal ones, and eigenvectors with their eigenvalues."""

from __future__ import annotations

from typing import Any

import numpy as np
from qiskit.quantum_info import Statevector

from grader.checks.diagnosis.notation import amplitude_text
from grader.checks.reading.data import (
    TargetError,
    Unreadable,
    complex_array,
    is_a,
    number,
    unreadable_type,
)
from grader.checks.verdict import Difference, fail

_KINDS = "list of vectors, array"

Matrix = np.ndarray[Any, np.dtype[np.complex128]]


def assert_orthonormal(
    vectors: object, *, span: object | None = None, tolerance: float = 1e-6
) -> None:
    """Check that vectors have norm 1 and are orthogonal to each other, and perhaps which space they span.

    Args:
        vectors: your answer: a list of vectors (arrays, lists, `Statevector`) of one length d, or an array whose
            columns are the vectors, shape (d, k); an array with more columns than rows is read by rows.
        span: vectors (in these forms) that need not be orthonormal; if given, yours must span the same space. Then
            order, signs and phases of yours do not matter, nor which orthonormal basis of the space they are.
        tolerance: largest distance of an inner product <v_i|v_j> from 0 (from 1 for i = j), and largest distance from
            the space for a unit vector.

    Raises:
        CheckFailed: `not_normalised` (which vector), `not_orthogonal` (which two), `wrong_length` (how many vectors),
            `wrong_span`, `wrong_size`, `wrong_type`.
        TargetError: `span` holds no vectors.

    Example:
        >>> assert_orthonormal([[0.6, 0.8j], [0.8, -0.6j]])
    """
    check = "assert_orthonormal"
    basis = None
    if span is not None:
        try:
            basis = _range(_columns(span), tolerance)
        except Unreadable as problem:
            raise TargetError(check, str(problem)) from problem
    try:
        columns = _columns(vectors)
    except Unreadable as problem:
        fail(check, problem.difference)
    difference = _norm_difference(columns, tolerance) or _angle_difference(columns, tolerance)
    if difference is None and basis is not None:
        difference = _span_difference(columns, basis, tolerance)
    if difference is not None:
        fail(check, difference)


def assert_eigenpairs(pairs: object, matrix: object, *, tolerance: float = 1e-6) -> None:
    """Check that an answer holds all eigenvalues of a matrix, each as often as it occurs, with eigenvectors.

    The order of the pairs, the phases of the vectors, and which vectors are chosen where an eigenvalue occurs more than
    once do not matter; but there the vectors must be linearly independent.

    Args:
        pairs: your answer: (values, vectors) as `np.linalg.eigh` and `np.linalg.eig` give them: d values, and an array
            of shape (d, d) whose column k belongs to value k; or a list of d pairs (value, vector). All vectors have
            norm 1.
        matrix: the matrix, shape (d, d), normal (A A† = A† A), as Hermitian and unitary ones are.
        tolerance: largest norm of A v - λ v, and largest distance of the norm of v from 1.

    Raises:
        CheckFailed: `not_normalised`, `not_eigenvector` (which vector; case `rows` if the rows are the eigenvectors),
            `wrong_value` (case `eigenvalue`: the vector is right and its value is not), `not_independent`,
            `wrong_length` (how many pairs), `wrong_size`, `wrong_type`.
        TargetError: `matrix` is no normal matrix.

    Example:
        >>> assert_eigenpairs(np.linalg.eigh([[0, 1], [1, 0]]), [[0, 1], [1, 0]])
    """
    check = "assert_eigenpairs"
    target = _normal(matrix, check)
    try:
        values, columns = _pairs(pairs, len(target))
    except Unreadable as problem:
        fail(check, problem.difference)
    if len(values) != len(target):
        sizes = {"got": len(values), "expected": len(target)}
        fail(check, Difference("wrong_length", {"case": "pairs", **sizes}))
    difference = (
        _norm_difference(columns, tolerance)
        or _eigen_difference(values, columns, target, tolerance)
        or _dependence(columns)
    )
    if difference is not None:
        fail(check, difference)


def _norm_difference(columns: Matrix, tolerance: float) -> Difference | None:
    norms = np.linalg.norm(columns, axis=0)
    off = np.abs(norms**2 - 1) > 2 * tolerance
    if not off.any():
        return None
    index = int(np.argmax(off))
    got = f"{norms[index] ** 2:.6g}"
    return Difference("not_normalised", {"case": "vector", "index": index, "got": got})


def _angle_difference(columns: Matrix, tolerance: float) -> Difference | None:
    products = np.triu(columns.conj().T @ columns, 1)
    off = np.abs(products) > tolerance
    if not off.any():
        return None
    first, second = (int(part) for part in np.argwhere(off)[0])
    got = amplitude_text(complex(products[first, second]))
    if got == "0":
        got = f"{abs(products[first, second]):.2g}"
    return Difference("not_orthogonal", {"first": first, "second": second, "got": got})


def _span_difference(columns: Matrix, basis: Matrix, tolerance: float) -> Difference | None:
    if len(columns) != len(basis):
        sizes = {"got": len(columns), "expected": len(basis)}
        return Difference("wrong_size", {"case": "dimension", **sizes})
    if columns.shape[1] != basis.shape[1]:
        sizes = {"got": columns.shape[1], "expected": basis.shape[1]}
        return Difference("wrong_length", {"case": "vectors", **sizes})
    outside = np.linalg.norm(columns - basis @ (basis.conj().T @ columns), axis=0)
    index = int(np.argmax(outside > max(tolerance, 1e-9)))
    if outside[index] <= max(tolerance, 1e-9):
        return None
    return Difference("wrong_span", {"index": index, "got": f"{outside[index]:.3g}"})


def _eigen_difference(
    values: Matrix, columns: Matrix, matrix: Matrix, tolerance: float
) -> Difference | None:
    """Return the first pair that is none."""
    images = matrix @ columns
    off = np.linalg.norm(images - columns * values, axis=0) > tolerance
    if not off.any():
        return None
    rows = columns.T
    if np.linalg.norm(matrix @ rows - rows * values, axis=0).max() <= tolerance:
        return Difference("not_eigenvector", {"case": "rows"})
    index = int(np.argmax(off))
    vector = columns[:, index]
    own = complex(np.vdot(vector, images[:, index]) / np.vdot(vector, vector))
    if np.linalg.norm(images[:, index] - own * vector) <= tolerance:
        got = amplitude_text(complex(values[index]))
        return Difference("wrong_value", {"case": "eigenvalue", "index": index, "got": got})
    return Difference("not_eigenvector", {"index": index})


def _dependence(columns: Matrix) -> Difference | None:
    """Return the first vector that the ones before it already span."""
    for count in range(2, columns.shape[1] + 1):
        if np.linalg.svd(columns[:, :count], compute_uv=False)[-1] < 1e-4:
            return Difference("not_independent", {"index": count - 1})
    return None


def _columns(value: Any) -> Matrix:
    """Return vectors as the columns of an array of shape (dimension, count).

    Raises:
        Unreadable: there are none.
    """
    listed = type(value) in (list, tuple)
    if listed:
        value = [np.asarray(one.data) if type(one) is Statevector else one for one in value]
    array = complex_array(value, _KINDS)
    if listed and array.ndim == 3 and array.shape[2] == 1:
        array = array[:, :, 0]  # a list of columns
    if array.ndim != 2 or 0 in array.shape:
        raise Unreadable("wrong_size", case="vectors", got=str(array.shape))
    if listed or array.shape[1] > array.shape[0]:
        return array.T
    return array


def _pairs(value: Any, dimension: int) -> tuple[Matrix, Matrix]:
    """Return eigenvalues, shape (count,), and the columns that belong to them, shape (dimension, count).

    Raises:
        Unreadable: the answer has neither of the two forms.
    """
    if not is_a(value, list, tuple):
        raise unreadable_type(value, "(values, vectors)")
    entries = list(list.__iter__(value) if is_a(value, list) else tuple.__iter__(value))
    if entries and all(_is_pair(entry) for entry in entries):
        numbers, vectors = [entry[0] for entry in entries], [entry[1] for entry in entries]
        rows = complex_array(
            [np.ravel(complex_array(one, _KINDS)).tolist() for one in vectors], _KINDS
        )
        values, columns = complex_array(numbers, _KINDS), rows.T
    elif len(entries) == 2:
        values, columns = (complex_array(entry, _KINDS) for entry in entries)
    else:
        raise Unreadable("wrong_size", case="pairs", got=len(entries))
    if values.ndim != 1 or columns.ndim != 2 or columns.shape != (dimension, len(values)):
        raise Unreadable("wrong_size", case="vectors", got=str(columns.shape))
    return values, columns


def _is_pair(entry: Any) -> bool:
    """Return whether an entry is a number and a vector."""
    if type(entry) not in (list, tuple) or len(entry) != 2:
        return False
    return number(entry[0]) is not None and is_a(entry[1], list, tuple, np.ndarray)


def _range(columns: Matrix, tolerance: float) -> Matrix:
    """Return an orthonormal basis of the space that columns span."""
    left, weights, _ = np.linalg.svd(columns, full_matrices=False)
    return np.asarray(left[:, weights > max(tolerance, 1e-9) * weights[0]])


def _normal(matrix: object, check: str) -> Matrix:
    try:
        array = complex_array(matrix, _KINDS)
    except Unreadable as problem:
        raise TargetError(check, str(problem)) from problem
    if array.ndim != 2 or array.shape[0] != array.shape[1] or not len(array):
        raise TargetError(check, f"expected a square matrix, got the shape {array.shape}")
    adjoint = array.conj().T
    if np.abs(array @ adjoint - adjoint @ array).max() > 1e-6 * max(1.0, np.abs(array).max() ** 2):
        raise TargetError(check, "expected a normal matrix: A A† = A† A")
    return array
