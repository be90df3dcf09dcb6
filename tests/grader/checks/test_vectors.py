import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit.quantum_info import Statevector, random_hermitian, random_unitary

from grader.checks import TargetError, assert_eigenpairs, assert_orthonormal
from tests.grader.checks.failing import code, failure

SWAP = np.eye(4)[[0, 2, 1, 3]]
ONE_PLACE = np.diag([1.0, 1.0, -1.0])


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 6), st.integers(0, 10**6), st.data())
def test_columns_of_a_unitary_are_orthonormal_and_span_what_they_span(dimension, seed, data):
    columns = random_unitary(dimension, seed=seed).data
    count = data.draw(st.integers(1, dimension))
    chosen = columns[:, :count]
    assert_orthonormal(chosen)
    assert_orthonormal(list(chosen.T), span=chosen)
    turned = chosen @ random_unitary(count, seed=seed + 1).data
    assert_orthonormal(turned, span=chosen)
    assert_orthonormal(chosen, span=[2 * vector for vector in turned.T])
    if count < dimension:
        other = chosen.copy()
        other[:, 0] = columns[:, count]
        assert code(assert_orthonormal, other, span=chosen) == "wrong_span"
        assert code(assert_orthonormal, chosen, span=other) == "wrong_span"


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 6), st.integers(0, 10**6), st.floats(1e-3, 0.5))
def test_a_tilted_or_stretched_vector_is_seen(dimension, seed, amount):
    columns = random_unitary(dimension, seed=seed).data
    stretched = columns.copy()
    stretched[:, 1] *= 1 + amount
    assert failure(assert_orthonormal, stretched).parameters["index"] == 1
    tilted = columns.copy()
    tilted[:, 1] = np.cos(amount) * columns[:, 1] + np.sin(amount) * columns[:, 0]
    told = failure(assert_orthonormal, tilted)
    assert (told.code, told.parameters["first"], told.parameters["second"]) == (
        "not_orthogonal",
        0,
        1,
    )


@pytest.mark.parametrize(
    "vectors",
    [
        [[0.6, 0.8j], [0.8, -0.6j]],
        (np.array([1, 0]), np.array([0, 1j])),
        np.array([[1.0, 0, 0], [0, 1, 0]]),
        np.array([[1.0, 0], [0, 1], [0, 0]]),
        [np.array([[1.0], [0]]), np.array([[0.0], [1]])],
        [Statevector([1, 0]), Statevector([0, 1])],
        [[1.0, 0, 0]],
    ],
)
def test_vectors_may_be_given_in_several_forms(vectors):
    assert_orthonormal(vectors)


@pytest.mark.parametrize(
    ("vectors", "expected"),
    [
        ([[1, 1], [1, -1]], "not_normalised"),
        ([[1, 0], [0.6, 0.8]], "not_orthogonal"),
        ([[1, 0], [1j, 0]], "not_orthogonal"),
        ([[1, 0]], "wrong_length"),
        ([[1, 0, 0], [0, 1, 0]], "wrong_size"),
        ([1, 0], "wrong_size"),
        ([], "wrong_size"),
        ([[1, 0], [0]], "wrong_size"),
        (None, "wrong_type"),
        ([["a", "b"]], "wrong_type"),
        ([[np.nan, 0]], "wrong_value"),
    ],
)
def test_says_what_is_wrong_with_vectors(vectors, expected):
    assert code(assert_orthonormal, vectors, span=np.eye(2)) == expected


def test_a_bad_span_is_the_fault_of_the_check():
    with pytest.raises(TargetError):
        assert_orthonormal([[1, 0]], span="everything")


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 6), st.integers(0, 10**6), st.data())
def test_eigenpairs_pass_in_any_order_with_any_phase(dimension, seed, data):
    matrix = random_hermitian(dimension, seed=seed).data
    values, vectors = np.linalg.eigh(matrix)
    assert_eigenpairs((values, vectors), matrix)
    assert_eigenpairs(np.linalg.eigh(matrix), matrix)
    order = data.draw(st.permutations(range(dimension)))
    phases = np.exp(1j * np.arange(dimension))
    pairs = [(values[k], (phases[k] * vectors[:, k]).tolist()) for k in order]
    assert_eigenpairs(pairs, matrix)
    if dimension > 1:
        wrong = np.roll(values, 1)
        assert code(assert_eigenpairs, (wrong, vectors), matrix) == "wrong_value"


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.floats(0.01, 1.5))
def test_any_basis_of_a_degenerate_space_will_do(seed, angle):
    inside = random_unitary(3, seed=seed).data
    space = np.array([[1, 0, 0, 0], [0, 0.5**0.5, 0.5**0.5, 0], [0, 0, 0, 1]]).T @ inside
    lone = np.array([[0, 0.5**0.5, -(0.5**0.5), 0]]).T
    assert_eigenpairs(([1, 1, 1, -1], np.hstack([space, lone])), SWAP)
    oblique = space.copy()
    oblique[:, 1] = np.cos(angle) * space[:, 0] + np.sin(angle) * space[:, 1]
    assert_eigenpairs(([1, 1, 1, -1], np.hstack([oblique, lone])), SWAP)
    same = space.copy()
    same[:, 2] = 1j * space[:, 0]
    told = failure(assert_eigenpairs, ([1, 1, 1, -1], np.hstack([same, lone])), SWAP)
    assert (told.code, told.parameters["index"]) == ("not_independent", 2)


def test_a_unitary_has_eigenpairs_too():
    rotation = np.array([[0, -1], [1, 0]])
    assert_eigenpairs(np.linalg.eig(rotation), rotation)
    assert code(assert_eigenpairs, ([1, -1], np.eye(2)), rotation) == "not_eigenvector"


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (([1, 1, -1], 2 * np.eye(3)), "not_normalised"),
        (([1, 1], np.eye(3)[:, :2]), "wrong_length"),
        ([(1, [1, 0, 0]), (1, [0, 1, 0])], "wrong_length"),
        (([1, 1, -1], np.eye(2)), "wrong_size"),
        (([1, 1, -1], [1, 0, 0]), "wrong_size"),
        (([1, -1, 1], np.eye(3)), "wrong_value"),
        ([1, 2, 3], "wrong_size"),
        ([], "wrong_size"),
        ([(1, [1, 0]), (1, [0, 1, 0]), (-1, [0, 0, 1])], "wrong_size"),
        (None, "wrong_type"),
        ("pairs", "wrong_type"),
        (np.eye(3), "wrong_type"),
    ],
)
def test_says_what_is_wrong_with_eigenpairs(pairs, expected):
    assert code(assert_eigenpairs, pairs, ONE_PLACE) == expected


def test_rows_in_place_of_columns_are_named():
    matrix = np.array([[2.0, 1j], [-1j, 3.0]])
    values, vectors = np.linalg.eigh(matrix)
    told = failure(assert_eigenpairs, (values, vectors.T), matrix)
    assert (told.code, told.parameters) == ("not_eigenvector", {"case": "rows"})


@pytest.mark.parametrize("matrix", [[[0, 1], [0, 0]], [1, 2], np.ones((2, 3)), "Z", []])
def test_a_bad_matrix_is_the_fault_of_the_check(matrix):
    with pytest.raises(TargetError):
        assert_eigenpairs(([1, 1], np.eye(2)), matrix)
