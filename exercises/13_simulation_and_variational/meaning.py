"""What answers mean where they are not unique, and instances of each contract, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import itertools
import math

import numpy as np

TOLERANCES = {
    "lattice": 1e-6,
    "from_counts": 1e-6,
    "slope": 0.02,
    "settle": 0.01,
    "first_layer": 1e-3,
}


def lattice(arguments, result):
    """The matrix of the operator."""
    return result.to_matrix()


def settle(arguments, result):
    """The energy at the angles: the reference finds the lowest one."""
    energy, count = arguments
    return [len(result) == count, energy(list(result))]


def lattice_instance(rng):
    """A drawing with several bonds, some of them between the same spins."""
    n = int(rng.integers(1, 5))
    pairs = list(itertools.permutations(range(n), 2))
    bonds = []
    for _ in range(int(rng.integers(0, 6)) if pairs else 0):
        bonds.append((*pairs[int(rng.integers(len(pairs)))], *rng.normal(size=2).tolist()))
    return (n, bonds, rng.normal(size=n).tolist())


def one_string_instance(rng):
    """Strings of up to five letters."""
    return ("".join(rng.choice(list("IXYZ"), int(rng.integers(1, 6)))), float(rng.uniform(-3, 3)))


def symmetric_instance(rng):
    """Chains of up to five spins."""
    n = int(rng.integers(1, 6))
    return (rng.normal(size=n - 1).tolist(), rng.normal(size=n).tolist(), int(rng.integers(1, 4)))


def enough_steps_instance(rng):
    """Hermitian matrices, of which some are real."""
    d = int(rng.integers(2, 6))
    parts = rng.normal(size=(2, d, d)) + 1j * rng.normal(size=(2, d, d)) * (rng.random() < 0.7)
    first, second = ((part + part.conj().T) / 2 for part in parts)
    return (first, second, float(rng.uniform(0.3, 1.2)), float(rng.uniform(0.1, 0.4)))


def from_counts_instance(rng):
    """Settings in which each term occurs, some in several."""
    n = int(rng.integers(1, 4))
    words = ["".join(word) for word in itertools.product("XYZ", repeat=n)]
    chosen = rng.permutation(words)[: int(rng.integers(1, 5))].tolist()
    counts = {}
    for word in chosen:
        keys = rng.permutation(2**n)[: int(rng.integers(1, 2**n + 1))]
        counts[word] = {f"{key:0{n}b}": int(rng.integers(1, 50)) for key in keys}
    terms = []
    for _ in range(int(rng.integers(1, 6))):
        word = chosen[int(rng.integers(len(chosen)))]
        label = "".join(letter if rng.random() < 0.6 else "I" for letter in word)
        terms.append((label, float(rng.normal())))
    return (terms, counts)


def slope_instance(rng):
    """A sum of waves in one angle, times a wave in each of the others."""
    m, others = int(rng.integers(1, 6)), int(rng.integers(0, 3))
    cosines, sines = rng.uniform(-1, 1, (2, m)).tolist()
    k = int(rng.integers(others + 1))

    def energy(angles):
        waves = zip(cosines, sines, strict=True)
        own = sum(
            a * math.cos((w + 1) * angles[k]) + b * math.sin((w + 1) * angles[k])
            for w, (a, b) in enumerate(waves)
        )
        rest = math.prod(1.5 + math.sin(x) for j, x in enumerate(angles) if j != k)
        return own * rest

    return (energy, rng.uniform(-3, 3, others + 1).tolist(), k, m)


def layers_instance(rng):
    """Graphs of up to five vertices with weights."""
    n = int(rng.integers(2, 6))
    pairs = rng.permutation(list(itertools.combinations(range(n), 2)))
    chosen = pairs[: int(rng.integers(1, len(pairs) + 1))].tolist()
    edges = [(int(u), int(v), float(rng.normal())) for u, v in chosen]
    p = int(rng.integers(1, 4))
    return (n, edges, rng.normal(size=p).tolist(), rng.normal(size=p).tolist())


def settle_instance(rng):
    """A random real Hamiltonian of one or two qubits, and rotations that reach each state."""
    n = int(rng.integers(1, 3))
    matrix = rng.normal(size=(2**n, 2**n))
    matrix = matrix + matrix.T

    def row(state, angles):
        for k, x in enumerate(angles):
            turn = np.array([[np.cos(x / 2), -np.sin(x / 2)], [np.sin(x / 2), np.cos(x / 2)]])
            state = (turn @ state.reshape(-1, 2, 2**k)).reshape(-1)
        return state

    def energy(angles):
        state = row(np.eye(2**n)[0], angles[:n])
        if n == 2:
            state = row(state * [1, 1, 1, -1], angles[n:])
        return float(state @ matrix @ state)

    return (energy, n if n == 1 else 4)


def first_layer_instance(rng):
    """Graphs of up to seven vertices."""
    n = int(rng.integers(2, 8))
    pairs = rng.permutation(list(itertools.combinations(range(n), 2)))
    chosen = pairs[: int(rng.integers(1, min(len(pairs), 11) + 1))].tolist()
    return (n, [(int(u), int(v)) for u, v in chosen])
