"""What answers mean where they are not unique, and instances of each contract, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit.library import UnitaryGate

TOLERANCES = {
    "pattern": 1e-6,
}


def _from_clean(circuit, inputs):
    """What becomes of three generic states of the inputs, the other qubits in |0>, without the common phase.

    Ancillas that are |1> at the end show in the places of the amplitudes; missing qubits are added, so that answers
    with more and with fewer ancillas can be compared.
    """
    from grader.accuracy.simulation import amplitudes

    width = max(circuit.num_qubits, len(inputs))
    found = []
    for seed in range(3):
        angles = np.random.default_rng(seed).uniform(0.3, 2.8, size=(len(inputs), 2))
        whole = QuantumCircuit(width)
        for qubit, (theta, phi) in zip(inputs, angles, strict=True):
            whole.ry(theta, qubit)
            whole.p(phi, qubit)
        whole.compose(circuit, range(circuit.num_qubits), inplace=True)
        found.append(amplitudes(whole))
    together = np.array(found)
    clean = together[:, : 2 ** (max(inputs) + 1)]
    first = clean.flat[np.argmax(np.abs(clean) > 1e-3)]
    phase = first / abs(first) if abs(first) > 1e-3 else 1
    return [clean / phase, bool(np.linalg.norm(together[:, clean.shape[1] :]) < 1e-9)]


def _opened(circuit, contents):
    """The circuit with the true gate in the place of each sealed one, inverses and controls included."""
    whole = circuit.copy_empty_like()
    for step in circuit.data:
        gate, matrix = step.operation, contents.get(getattr(step.operation, "oracle", None))
        if matrix is not None:
            true = UnitaryGate(matrix.conj().T if gate.inverted else matrix)
            gate = (
                true.control(gate.controls, ctrl_state=gate.ctrl_state) if gate.controls else true
            )
        elif "work" in gate.name or "oracle" in gate.name:
            inside = _opened(gate.definition, contents)
            whole.compose(inside, step.qubits, inplace=True)
            continue
        whole.append(gate, step.qubits)
    return whole


def two_bits(arguments, result):
    """The whole unitary, ancillas excluded."""
    return [*_from_clean(result, range(3)), result.num_qubits]


def vote(arguments, result):
    """The whole unitary, ancillas excluded."""
    return [*_from_clean(result, range(4)), result.num_qubits]


def tidy(arguments, result):
    """What the answer does with three messy circuits of this size in the place of the sealed gate."""
    _, n, m, place = arguments
    found = []
    for seed in range(2):
        rng = np.random.default_rng(seed)
        size = 2 ** (n + m - 1)
        # f(x) to the qubit `place`, and a unitary on the others for each of its values
        table = rng.permutation([0, 1] * 2 ** (n - 1))
        blocks = []
        for _ in range(2):
            raw = rng.normal(size=(size, size)) + 1j * rng.normal(size=(size, size))
            blocks.append(np.linalg.qr(raw)[0])
        matrix = np.zeros((2 * size, 2 * size), dtype=complex)
        rows = np.arange(2 * size)
        for number in range(2 * size):
            x, rest = number % 2**n, number >> n
            bit = int(table[x]) ^ (rest & 1)
            other = x + (rest >> 1 << n)  # where the n-th qubit is taken out
            places = [row for row in rows if row >> place & 1 == bit]
            matrix[places, number] = blocks[bit][:, other]
        whole = _opened(result, {"work": matrix})
        # the target is the last qubit; ancillas lie between
        found += _from_clean(whole, [*range(n), n + m])
    return [*found, result.num_qubits]


def kick(arguments, result):
    """What the answer does with two bit oracles of this size in the place of the sealed gate."""
    _, n, _ = arguments
    found = []
    for seed in range(3):
        table = np.random.default_rng(seed).permutation([0, 1] * 2 ** (n - 1))
        matrix = np.zeros((2 ** (n + 1), 2 ** (n + 1)))
        for number in range(2 ** (n + 1)):
            matrix[number ^ int(table[number % 2**n]) << n, number] = 1
        found += _from_clean(_opened(result, {"oracle": matrix}), range(n))
    return [*found, result.num_qubits]


def below(arguments, result):
    """The map of register and target, and whether the ancillas come back."""
    return _from_clean(result, range(arguments[0] + 1))


def wide(arguments, result):
    """The map of controls and target, and whether the ancillas come back."""
    return _from_clean(result, range(arguments[0] + 1))


def difference(arguments, result):
    """The map of both registers, and whether the ancilla comes back."""
    return _from_clean(result, range(2 * arguments[0]))


def times(arguments, result):
    """The map of the register, and whether the ancillas come back."""
    return None if result is None else _from_clean(result, range(arguments[0]))


def two_bits_instance(rng):
    """Any table."""
    return (rng.integers(0, 2, 4).tolist(),)


def vote_instance(rng):
    """Any wiring."""
    return ([bool(value) for value in rng.integers(0, 2, 3)],)


def pattern_instance(rng):
    """Up to four bits, with large numbers as garbage."""
    size = 2 ** int(rng.integers(1, 5))
    names = rng.integers(0, 10**6, 4)
    return (rng.integers(0, 2, size).tolist(), rng.choice(names, size).tolist())


def below_instance(rng):
    """Up to four bits and any number, both ends included."""
    n = int(rng.integers(1, 5))
    return (n, int(rng.integers(0, 2**n + 1)))


def wide_instance(rng):
    """Up to six controls."""
    return (int(rng.integers(2, 7)),)


def difference_instance(rng):
    """Up to four bits."""
    return (int(rng.integers(1, 5)),)


def times_instance(rng):
    """Any factor, odd or even."""
    n = int(rng.integers(1, 5))
    return (n, int(rng.integers(0, 2**n)))
