"""What answers mean where they are not unique, and instances of each contract, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import numpy as np

TOLERANCES = {
    "secret_bits": 1e-6,
    "intercept": 1e-6,
    "sift": 1e-6,  # the bound
    "reach": 1e-3,  # a metre, as the text says
    "certify": 1e-6,
}


def bb84(arguments, result):
    """Of Alice (two arguments) the state without its phase; of Bob the outcomes for each product of test states."""
    from grader.accuracy.simulation import amplitudes, outcomes
    from qiskit import QuantumCircuit

    if len(arguments) == 2:
        state = amplitudes(result)
        return [result.num_qubits, np.outer(state, state.conj())]
    chances = []
    for seed in range(6):
        angles = np.random.default_rng(seed).uniform(-3, 3, size=(result.num_qubits, 3))
        circuit = QuantumCircuit(result.num_qubits, result.num_clbits)
        for qubit, three in enumerate(angles):
            circuit.u(*three, qubit)
        circuit.compose(result, circuit.qubits, circuit.clbits, inplace=True)
        chances.append(outcomes(circuit))
    return [result.num_qubits, chances]


def bb84_instance(rng):
    """Alice's bits and bases."""
    n = int(rng.integers(1, 5))
    return (rng.integers(0, 2, n).tolist(), "".join(rng.choice(list("ZXY"), n)))


def unbias_instance(rng):
    """Reports with many repetitions."""
    return (rng.integers(0, int(rng.integers(2, 13)), int(rng.integers(0, 12))).tolist(),)


def secret_bits_instance(rng):
    """A density matrix of any rank."""
    rank = int(rng.integers(1, 3))
    factor = rng.normal(size=(2, rank)) + 1j * rng.normal(size=(2, rank))
    rho = factor @ factor.conj().T
    return (rho / np.trace(rho).real,)


def amplify_instance(rng):
    """A length that is well away from a whole number."""
    n, length = int(rng.integers(2, 20)), int(rng.integers(-3, 8))
    epsilon = float(10 ** rng.uniform(-4, -0.35))
    entropy = length + float(rng.uniform(0.05, 0.95)) - 2 - 2 * np.log2(epsilon)
    bits, seed = rng.integers(0, 2, n), rng.integers(0, 2, n + 10)
    return (bits.tolist(), float(np.clip(entropy, 0.01, n)), epsilon, seed.tolist())


def intercept_instance(rng):
    """Any axis."""
    return (float(rng.random()), float(rng.uniform(0, np.pi)), float(rng.uniform(-np.pi, np.pi)))


def sift_instance(rng):
    """Rounds of which some photons are lost and some are opened."""
    n = int(rng.integers(1, 14))
    arrived = [None if rng.random() < 0.3 else int(bit) for bit in rng.integers(0, 2, n)]
    bases = ["".join(rng.choice(list("ZX"), n)) for _ in range(2)]
    opened = rng.permutation(n)[: int(rng.integers(0, n + 1))].tolist()
    return (rng.integers(0, 2, n).tolist(), bases[0], arrived, bases[1], opened)


def reconcile_instance(rng):
    """Keys with errors, and up to three passes in any order."""
    n = int(rng.integers(1, 14))
    alice = rng.integers(0, 2, n)
    bob = (alice + (rng.random(n) < 0.3)) % 2
    passes = [
        (int(rng.integers(1, n + 2)), rng.permutation(n).tolist())
        for _ in range(int(rng.integers(0, 4)))
    ]
    return (alice.tolist(), bob.tolist(), passes)


def reach_instance(rng):
    """A link, good or bad."""
    return (
        float(rng.uniform(0.15, 3)),
        float(rng.uniform(0.02, 1)),
        float(10 ** rng.uniform(-8, -1)),
        float(rng.uniform(0, 0.15)),
        float(rng.uniform(1, 1.6)),
    )


def certify_instance(rng):
    """Counts about an angle at which the test is sometimes passed and sometimes not."""
    good = float(rng.uniform(0.75, 1))

    def counts(correlation, shots):
        share = np.array([1 + correlation, 1 - correlation, 1 - correlation, 1 + correlation]) / 4
        numbers = rng.multinomial(shots, share)
        keys = ["00", "01", "10", "11"]
        return {key: int(n) for key, n in zip(keys, numbers, strict=True) if n}

    tests = [
        [
            counts((-1 if s and t else 1) * good * 0.707, int(rng.integers(50, 2000)))
            for t in range(2)
        ]
        for s in range(2)
    ]
    return (tests, counts(float(rng.uniform(0.8, 1)), 400), float(rng.choice([0, 1, 2.5])))
