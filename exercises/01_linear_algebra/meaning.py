"""What answers mean where they are not unique, and instances of each contract, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import numpy as np

TOLERANCES = dict.fromkeys(
    ["roots", "box", "axes", "levels", "letters", "some_qubits", "part_of_gate", "together"],
    1e-6,  # as the text says, for every task
)


def _numbers(rng, *shape):
    """Complex numbers; now and then some of them are zero."""
    made = rng.normal(size=shape) + 1j * rng.normal(size=shape)
    if rng.random() < 0.3:
        made = made * (rng.random(shape) < 0.7)
    return made


def _basis(rng, d):
    """An orthonormal basis, as the columns of an array; sometimes the standard one."""
    if rng.random() < 0.15:
        return np.eye(d, dtype=complex)
    return np.linalg.qr(rng.normal(size=(d, d)) + 1j * rng.normal(size=(d, d)))[0]


def _rebuilt(basis, values):
    return basis @ np.diag(values) @ basis.conj().T


def roots(arguments, result):
    """The polynomial whose zeros are the numbers: their order does not matter."""
    found = np.ravel(np.array(list(result), dtype=complex))
    return [len(found), np.poly(found)]


def roots_instance(rng):
    """A number that is not zero, at times real or negative, and a degree."""
    z = complex(rng.normal(), rng.normal())
    kind = rng.integers(4)
    if kind == 0:
        z = float(np.sign(z.real) * (0.1 + abs(z)))
    elif kind == 1:
        z = complex(0, z.imag)
    return (z, int(rng.integers(1, 8)))


def box_instance(rng):
    """Vectors that are clearly independent, and their images under some matrix."""
    d, m = (int(size) for size in rng.integers(1, 6, size=2))
    while True:
        vectors = _numbers(rng, d, d)
        if np.linalg.cond(vectors) < 100:
            break
    matrix = _numbers(rng, m, d)
    return (list(vectors), [matrix @ vector for vector in vectors])


def describe_instance(rng):
    """A matrix of one of the kinds, or one that just misses it."""
    d = int(rng.integers(1, 6))
    basis = _basis(rng, d)
    kind = int(rng.integers(8))
    if kind == 0:
        return (_numbers(rng, d, int(rng.integers(1, 6))) * rng.integers(2),)
    values = [
        np.exp(1j * rng.normal(size=d)),
        rng.integers(0, 2, size=d),
        rng.integers(-1, 2, size=d),
        rng.uniform(0.5, 2, size=d),
        rng.normal(size=d) + 1j * rng.integers(0, 2, size=d),
        (-1.0) ** rng.integers(0, 2, size=d),
        rng.integers(0, 2, size=d) - rng.choice([0, 5e-4]),
    ][kind - 1]
    matrix = _rebuilt(basis, values)
    if rng.random() < 0.3:
        matrix = matrix + rng.choice([3e-3, 0.5, 1j]) * np.eye(d, k=1)
    return (matrix,)


def axes(arguments, result):
    """The axes one by one: an array without rows holds as many as an empty list."""
    return [np.ravel(axis) for axis in result]


def axes_instance(rng):
    """Vectors put together from known axes; each sticks out clearly, barely, or not at all, and has any length."""
    while True:
        vectors, triangle = _vectors(rng)
        triangle = triangle / np.linalg.norm(triangle, axis=0)
        if not triangle.size or np.linalg.svd(triangle, compute_uv=False)[-1] > 1e-6:
            return (vectors,)


def _vectors(rng):
    """Vectors, and the coefficients of those among them that add an axis, as columns."""
    d = int(rng.integers(1, 6))
    basis = _basis(rng, d)
    barely = rng.random() < 0.4
    vectors, adding, used = [], [], 0
    for _ in range(int(rng.integers(1, 7))):
        coefficients = np.zeros(d, dtype=complex)
        coefficients[:used] = rng.normal(size=used) + 1j * rng.normal(size=used)
        if used < d and rng.random() < 0.7:
            size = np.linalg.norm(coefficients)
            coefficients[used] = (rng.choice([3e-6, 1e-3]) * size if barely and used else 0) or 1.0
            used += 1
            adding.append(coefficients)
        elif barely or rng.random() < 0.2:
            coefficients[:] = 0
        vectors.append(basis @ coefficients * 10.0 ** rng.integers(-9, 10))
    return vectors, np.array(adding).reshape(-1, d).T


def levels_instance(rng):
    """A Hermitian matrix with eigenvalues that coincide now and then, or nearly do."""
    d = int(rng.integers(1, 6))
    values = rng.integers(-2, 3, size=d) * rng.choice([1.0, 0.002, 50.0])
    matrix = _rebuilt(_basis(rng, d), values)
    return ((matrix + matrix.conj().T) / 2,)


def letters_instance(rng):
    """A matrix of any kind on one to three qubits; often with few words."""
    n = int(rng.integers(1, 4))
    if rng.random() < 0.3:
        return (_numbers(rng, 2**n, 2**n),)
    four = [np.eye(2), np.array([[0, 1], [1, 0]]), np.array([[0, -1j], [1j, 0]]), np.diag([1, -1])]
    matrix = np.zeros((2**n, 2**n), dtype=complex)
    for _ in range(int(rng.integers(1, 5))):
        word = np.eye(1)
        for letter in rng.integers(0, 4, size=n):
            word = np.kron(word, four[letter])
        matrix = matrix + complex(rng.choice([1, 0.1, -0.3, 2j])) * word
    return (matrix,) if np.any(np.abs(matrix) > 1e-3) else (np.diag([0.1, 0.3]),)


def some_qubits_instance(rng):
    """Any amplitudes, any gate, some of the qubits in any order."""
    n = int(rng.integers(1, 6))
    k = int(rng.integers(1, min(n, 3) + 1))
    qubits = [int(qubit) for qubit in rng.permutation(n)[:k]]
    return (_numbers(rng, 2**n), _numbers(rng, 2**k, 2**k), qubits)


def part_of_gate_instance(rng):
    """A gate with angles that coincide now and then, and are not close to π."""
    d = 2 ** int(rng.integers(1, 4))
    angles = rng.choice(rng.uniform(-3, 3, size=3), size=d)
    t = float(rng.choice([0, 1, -1, 0.5, rng.normal(), 2 * rng.normal()]))
    return (_rebuilt(_basis(rng, d), np.exp(1j * angles)), t)


def together(arguments, result):
    """None, or what is left beside the diagonals in the basis, and whether it is orthonormal."""
    if result is None:
        return None
    basis = np.asarray(result, dtype=complex)
    beside = []
    for matrix in arguments[0]:
        inside = basis.conj().T @ matrix @ basis
        beside.append(inside - np.diag(np.diag(inside)))
    return [basis.conj().T @ basis, *beside]


def together_instance(rng):
    """Matrices that commute, with eigenvalues that coincide often; or one of them does not fit the others."""
    d = int(rng.integers(1, 6))
    basis = _basis(rng, d)
    matrices = [_rebuilt(basis, rng.integers(-1, 2, size=d)) for _ in range(rng.integers(1, 5))]
    if rng.random() < 0.3:
        matrices[int(rng.integers(len(matrices)))] = _rebuilt(_basis(rng, d), np.arange(d) % 3)
    gaps = [np.max(np.abs(a @ b - b @ a)) for a in matrices for b in matrices]
    if any(1e-11 < gap < 1e-3 for gap in gaps):
        return (matrices[:1],)
    return (matrices,)
