"""What answers mean where they are not unique, and instances of each contract, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import math
from itertools import pairwise

import numpy as np
from qiskit import ClassicalRegister, QuantumCircuit

TOLERANCES = {
    "run_time": 1e-6,
    "chance": 1e-9,
    "best_line": 1e-9,
}


def best_line(arguments, result):
    """How good a line is, and whether it is one."""
    edges, errors, readout, n = arguments
    good = {}
    for (a, b), error in zip(edges, errors, strict=True):
        good[a, b] = good[b, a] = 1 - error
    line = [int(q) for q in result]
    if len(set(line)) != n or len(line) != n or min(line) < 0 or max(line) >= len(readout):
        return ["no line", len(line)]
    value = math.prod(1 - readout[q] for q in line)
    for step in pairwise(line):
        value *= good.get(step, 0.0)
    return ["line", value]


def flat(_arguments, result):
    """How often the even qubits give each row of outcomes along z, x and y."""
    from grader.accuracy.simulation import outcomes

    seen = []
    even = list(range(0, result.num_qubits, 2))
    for turn in ([], ["h"], ["sdg", "h"]):
        circuit = result.copy()
        circuit.add_register(ClassicalRegister(len(even)))
        for k, q in enumerate(even):
            for gate in turn:
                getattr(circuit, gate)(q)
            circuit.measure(q, result.num_clbits + k)
        chances = np.zeros(2 ** len(even))
        for label, chance in outcomes(circuit).items():
            chances[int(label[: len(even)], 2)] += chance
        seen.append(chances)
    return [result.num_qubits, *seen]


def flat_instance(rng):
    """Short lines."""
    return (int(rng.integers(1, 5)),)


def in_order_instance(rng):
    """Counts of a device and where some qubits are."""
    size = int(rng.integers(1, 7))
    place = rng.permutation(size)[: int(rng.integers(1, size + 1))].tolist()
    keys = {"".join(rng.choice(["0", "1"], size)) for _ in range(int(rng.integers(0, 10)))}
    return ({key: int(rng.integers(1, 100)) for key in sorted(keys)}, place)


def rewritten_instance(rng):
    """A program of up to eight gates."""
    qubits = int(rng.integers(1, 4))
    steps = []
    for _ in range(int(rng.integers(0, 9))):
        name = str(rng.choice(["h", "t", "ry", "cx", "swap"] if qubits > 1 else ["h", "t", "ry"]))
        a = int(rng.integers(qubits))
        if name in ("cx", "swap"):
            steps.append((name, *rng.permutation(qubits)[:2].tolist()))
        elif name == "ry":
            steps.append((name, float(rng.uniform(-3, 3)), a))
        else:
            steps.append((name, a))
    return (steps, qubits)


def _circuit(rng):
    size = int(rng.integers(1, 5))
    circuit = QuantumCircuit(size, size)
    for _ in range(int(rng.integers(0, 15))):
        name = str(rng.choice(["sx", "rz", "cz", "barrier", "measure"]))
        where = rng.permutation(size).tolist()
        if name == "sx":
            circuit.sx(where[0])
        elif name == "rz":
            circuit.rz(0.2, where[0])
        elif name == "cz" and size > 1:
            circuit.cz(*where[:2])
        elif name == "barrier":
            circuit.barrier(where[: int(rng.integers(1, size + 1))])
        elif name == "measure":
            circuit.measure(where[0], int(rng.integers(size)))
    return circuit


def run_time_instance(rng):
    """A circuit and durations, some of them 0."""
    names = ["sx", "rz", "cz", "measure"]
    return (_circuit(rng), {name: float(rng.integers(0, 5)) * 20.5 for name in names})


def chance_instance(rng):
    """A circuit and errors, of which some are missing."""
    circuit = _circuit(rng)
    size = circuit.num_qubits
    alone = {(q,): float(rng.uniform(0, 0.3)) for q in range(size) if rng.random() < 0.8}
    pairs = {
        (a, b): float(rng.uniform(0, 0.3))
        for b in range(size)
        for a in range(b)
        if rng.random() < 0.8
    }
    return (circuit, {"sx": alone, "measure": dict(alone), "cz": pairs})


def best_line_instance(rng):
    """A street with some short cuts."""
    qubits = int(rng.integers(2, 8))
    street = rng.permutation(qubits).tolist()
    links = {tuple(sorted(pair)) for pair in pairwise(street)}
    links |= {tuple(sorted(rng.permutation(qubits)[:2].tolist())) for _ in range(3)}
    errors = rng.uniform(0.001, 0.2, len(links)).tolist()
    readout = rng.uniform(0.001, 0.2, qubits).tolist()
    return (sorted(links), errors, readout, int(rng.integers(1, qubits + 1)))


def _tree(rng, size):
    order = rng.permutation(size).tolist()
    return [(order[int(rng.integers(k))], order[k]) for k in range(1, size)]


def detours_instance(rng):
    """A tree, sometimes with a ring, and a few gates."""
    size = int(rng.integers(2, 6))
    edges = _tree(rng, size)
    if size > 2 and rng.random() < 0.4:
        extra = tuple(rng.permutation(size)[:2].tolist())
        if extra not in edges and extra[::-1] not in edges:
            edges.append(extra)
    own = int(rng.integers(2, size + 1))
    pairs = [tuple(rng.permutation(own)[:2].tolist()) for _ in range(int(rng.integers(0, 5)))]
    return (edges, rng.permutation(size)[:own].tolist(), pairs)


def spread_instance(rng):
    """A tree."""
    return (_tree(rng, int(rng.integers(1, 9))),)


def everybody_instance(rng):
    """Angles of both signs."""
    n = int(rng.integers(1, 5))
    return (rng.uniform(-2, 2, (n, n)).tolist(),)
