"""What answers mean where they are not unique, and instances of each contract, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import math
from functools import reduce
from itertools import product

import numpy as np

TOLERANCES = {
    "outvoted": 1e-9,
    "mend": 1e-6,
    "spread": 1e-6,
    "memory": 1e-6,
}


def _words(rng, n, m):
    """Independent Pauli operators that commute, as texts: those of a random stabilizer state."""
    from qiskit.quantum_info import random_clifford

    labels = random_clifford(n, seed=int(rng.integers(2**31))).to_labels(mode="S")
    return [label[:0:-1] for label in labels[:m]]


def _syndrome(generators, word):
    clashes = [
        sum("I" not in (a, b) and a != b for a, b in zip(one, word, strict=True))
        for one in generators
    ]
    return "".join(str(number % 2) for number in clashes)


def syndromes_instance(rng):
    """Any words, with any number of errors."""
    n = int(rng.integers(1, 8))
    words = ["".join(rng.choice(list("IXYZ"), n)) for _ in range(int(rng.integers(1, 9)))]
    cut = int(rng.integers(1, len(words) + 1))
    return (words[:cut], words[cut:])


def outvoted(arguments, result):
    """Both parts, in whatever sequence they come."""
    wrong, worth = result
    return [float(wrong), bool(worth)]


def outvoted_instance(rng):
    """Qubits of unequal quality, and not close to the edge."""
    while True:
        chances = rng.uniform(0, float(rng.choice([0.1, 0.4, 1])), 2 * int(rng.integers(1, 5)) + 1)
        flips = reduce(np.convolve, [[1 - p, p] for p in chances])
        if abs(flips[len(chances) // 2 + 1 :].sum() - chances.min()) > 1e-6:
            return (chances.tolist(),)


def mend(arguments, result):
    """The channel on the data: outcomes on both halves of three Bell pairs, along axes without symmetry; and the size."""
    from grader.accuracy.simulation import outcomes
    from qiskit import ClassicalRegister, QuantumRegister

    circuit = result.copy_empty_like()
    partners, bits = QuantumRegister(3), ClassicalRegister(6)
    circuit.add_register(partners)
    circuit.add_register(bits)
    for data, partner in zip(result.qubits[:3], partners, strict=True):
        circuit.h(partner)
        circuit.cx(partner, data)
    for step in result.data:
        circuit.append(step)
    measured = [*result.qubits[:3], *partners]
    axes = np.random.default_rng(2).uniform(-3, 3, (6, 3))
    for qubit, angles in zip(measured, axes, strict=True):
        circuit.u(*angles, qubit)
    circuit.measure(measured, bits)
    chances = np.zeros(64)
    for label, chance in outcomes(circuit).items():
        chances[int(label[:6], 2)] += chance
    return [chances, result.num_qubits <= 5]


def mend_instance(rng):
    """Any guards, with any errors that they notice."""
    pairs = [("XY", "YX", "XZ", "ZX", "YZ", "ZY")[one] for one in rng.integers(0, 6, 3)]
    return ("".join(pair[0] for pair in pairs), "".join(pair[1] for pair in pairs))


def spread(arguments, result):
    """What becomes of both basis states and their sum, without a common phase; and whether the budget is kept."""
    from grader.accuracy.simulation import amplitudes
    from qiskit import QuantumCircuit

    blocks, length = arguments
    states = []
    for gates in ([], ["x"]):
        circuit = QuantumCircuit(result.num_qubits)
        for gate in gates:
            getattr(circuit, gate)(0)
        circuit.compose(result, range(result.num_qubits), inplace=True)
        states.append(amplitudes(circuit))
    both = np.concatenate(states)
    lead = both[np.argmax(np.abs(both) > 1e-6)]
    costly = sum(step.operation.num_qubits > 1 for step in result.data if step.name != "barrier")
    return [both / lead * abs(lead), costly <= blocks * length - 1]


def spread_instance(rng):
    """A product of at most nine."""
    while True:
        blocks, length = (int(one) for one in rng.integers(1, 10, 2))
        if blocks * length <= 9:
            return (blocks, length)


def table(arguments, result):
    """For each key the syndrome and the weight of its entry."""
    (generators,) = arguments
    return {
        key: [
            _syndrome(generators, word),
            [len(word) - word.count("I"), len(word)],
            sorted(set(word) - set("IXYZ")),
        ]
        for key, word in result.items()
    }


def table_instance(rng):
    """Part of a random stabilizer group."""
    n = int(rng.integers(1, 6))
    return (_words(rng, n, int(rng.integers(1, n + 1))),)


def parameters_instance(rng):
    """Part of a random stabilizer group, sometimes with a repetition; at least one logical qubit."""
    n = int(rng.integers(2, 7))
    words = _words(rng, n, int(rng.integers(1, n)))
    words += [words[0]] * int(rng.integers(2))
    return ([words[k] for k in rng.permutation(len(words))],)


def machine_instance(rng):
    """A program and a machine, away from the edges with probability 1."""
    sizes = rng.integers([1, 1, 0, 0], [3000, 10**8, 10**5, 40])
    if rng.random() < 0.2:
        sizes[int(rng.integers(1, 3))] *= 0
    logical, tgates, rotations, factories = (int(one) for one in sizes)
    tgates += not (tgates or rotations)
    delta, p = float(rng.uniform(0.001, 0.7)), float(10 ** rng.uniform(-5, -1.9))
    return (logical, tgates, rotations, delta, p, factories)


def memory(arguments, result):
    """The detector error model: what each error flips, with its probability."""
    import stim

    model = stim.Circuit(result).detector_error_model()
    errors = {"detectors": model.num_detectors, "observables": model.num_observables}
    for step in model.flattened():
        if step.type == "error":
            flipped = sorted(str(one) for one in step.targets_copy())
            errors[" ".join(flipped)] = step.args_copy()[0]
    return errors


def memory_instance(rng):
    """A size and a noise."""
    distance, rounds = int(rng.integers(2, 8)), int(rng.integers(1, 8))
    flip, misread = (float(one) for one in rng.uniform(0.005, 0.45, 2).round(4))
    return (distance, rounds, flip, misread)


def _costs(record, readout, flip, misread):
    """The cheapest explanation for each stored bit, over all data states of all times."""
    d = len(readout)
    words = [tuple(word) for word in product((0, 1), repeat=d)]
    a, b = math.log(1 / flip - 1), math.log(1 / misread - 1)
    at_end = {w: b * sum(x != y for x, y in zip(w, readout, strict=True)) for w in words}
    for row in reversed(record):
        here = {
            w: at_end[w] + b * sum(w[j] ^ w[j + 1] ^ row[j] for j in range(d - 1)) for w in words
        }
        at_end = {
            w: min(here[v] + a * sum(x != y for x, y in zip(v, w, strict=True)) for v in words)
            for w in words
        }
    return at_end[(0,) * d], at_end[(1,) * d]


def remember_instance(rng):
    """A noisy experiment whose answer is clear."""
    while True:
        d, rounds = int(rng.integers(3, 6)), int(rng.integers(0, 6))
        flip, misread = (float(one) for one in rng.uniform(0.02, 0.35, 2).round(3))
        data = np.cumsum(rng.random((rounds, d)) < flip, axis=0) + rng.integers(2)
        noise = rng.random((rounds, d - 1)) < misread
        record = ((data[:, 1:] + data[:, :-1] + noise) % 2).tolist()
        last = data[-1] if rounds else np.zeros(d, dtype=int)
        readout = ((last + (rng.random(d) < rng.choice([misread, 0.6]))) % 2).tolist()
        zero, one = _costs(record, readout, flip, misread)
        if abs(zero - one) > 1e-2:
            return (record, readout, flip, misread)
