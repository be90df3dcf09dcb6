"""What answers mean where they are not unique, and instances of each contract, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

from itertools import product

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import Clbit

TOLERANCES = {
    "any_resource": 1e-5,
    "chsh_players": 1e-5,  # as the text says
    "classical_best": 1e-6,
    "estimate": 1e-6,
}

_PREPARATIONS = [[], ["x"], ["h"], ["h", "s"]]
_TURNS = [[], ["h"], ["sdg", "h"]]


def _pair(x, z):
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(0, 1)
    if x:
        circuit.x(1)
    if z:
        circuit.z(1)
    return circuit


def _label_of(circuit, low, high, bit):
    """Write the label of a pair into two bits."""
    circuit.cx(high, low)
    circuit.h(high)
    circuit.measure([low, high], [bit, bit + 1])


def _put(circuit, part, qubits, bits=()):
    circuit.compose(part, list(qubits), list(bits), inplace=True)


def _probabilities_of_last_bit(circuit):
    from grader.accuracy.simulation import outcomes

    found = outcomes(circuit)
    return sum(chance for label, chance in found.items() if label[0] == "1")


def _carried(parts, qubits, source, target):
    """The probability of 1 for four preparations of a qubit and three axes of another: the channel between them.

    The last part decides by classical bits, which are kept: Qiskit does not rename those of nested conditions.
    """
    table = []
    bits = parts[-1][0].clbits
    for gates, turn in product(_PREPARATIONS, _TURNS):
        circuit = QuantumCircuit(qubits)
        circuit.add_bits([*bits, Clbit()])
        for gate in gates:
            getattr(circuit, gate)(source)
        for part in parts:
            _put(circuit, *part)
        for gate in turn:
            getattr(circuit, gate)(target)
        circuit.measure(target, len(bits))
        table.append(_probabilities_of_last_bit(circuit))
    return table


def dense_coding(arguments, result):
    """What Bob reads for each message, and who holds how many qubits."""
    from grader.accuracy.simulation import outcomes

    alice, bob = result
    read = []
    for message in ("00", "01", "10", "11"):
        circuit = QuantumCircuit(2, 2)
        _put(circuit, _pair(*arguments), [0, 1])
        _put(circuit, alice[message], [0])
        _put(circuit, bob, [0, 1], [0, 1])
        found = outcomes(circuit)
        read.append([found.get(key, 0.0) for key in ("00", "01", "10", "11")])
    return [
        read,
        [bob.num_qubits, bob.num_clbits],
        [alice[key].num_qubits for key in sorted(alice)],
    ]


def dense_coding_instance(rng):
    """A label."""
    return (int(rng.integers(2)), int(rng.integers(2)))


def teleport(arguments, result):
    """The channel from the unknown qubit to Bob's, and who holds how many qubits and bits."""
    alice, bob = result
    parts = [(_pair(*arguments), [1, 2]), (alice, [0, 1], [0, 1]), (bob, [2], [0, 1])]
    sizes = [alice.num_qubits, alice.num_clbits, bob.num_qubits, bob.num_clbits]
    return [_carried(parts, 3, 0, 2), sizes]


teleport_instance = dense_coding_instance


def chain(arguments, result):
    """How likely the pair of the ends is in each Bell state, for every outcome of the stations."""
    from grader.accuracy.simulation import outcomes

    (links,) = arguments
    n, bits = len(links), 2 * (len(links) - 1)
    circuit = QuantumCircuit(2 * n, bits + 2)
    for k, label in enumerate(links):
        _put(circuit, _pair(*label), [2 * k, 2 * k + 1])
    for k in range(n - 1):
        _label_of(circuit, 2 * k + 1, 2 * k + 2, 2 * k)
    _put(circuit, result, [2 * n - 1], range(bits))
    _label_of(circuit, 0, 2 * n - 1, bits)
    found = outcomes(circuit)
    chances = [found.get("".join(key), 0.0) for key in product("01", repeat=bits + 2)]
    return [chances, [result.num_qubits, result.num_clbits]]


def chain_instance(rng):
    """Up to four links with any labels."""
    labels = rng.integers(0, 2, size=(int(rng.integers(1, 5)), 2))
    return ([(int(x), int(z)) for x, z in labels],)


def ladder(arguments, result):
    """The channel on qubit 0 when the other qubits are as they are delivered."""
    (m,) = arguments
    delivered = QuantumCircuit(m + 1)
    for k in range(1, m + 1):
        delivered.h(k)
        delivered.p(2 ** (k - 1) * np.pi / 2**m, k)
    parts = [(delivered, range(m + 1)), (result, range(m + 1), range(result.num_clbits))]
    allowed = {"h", "x", "y", "z", "cx", "cz", "swap", "measure", "if_else", "barrier"}
    return [_carried(parts, m + 1, 0, 0), _names(result) <= allowed]


def _names(circuit):
    names = set()
    for step in circuit.data:
        names.add(step.operation.name)
        for block in getattr(step.operation, "blocks", ()):
            names |= _names(block)
    return names


def ladder_instance(rng):
    """A short ladder."""
    return (int(rng.integers(1, 5)),)


def any_resource(arguments, result):
    """The channel as a matrix on density matrices."""
    from qiskit.quantum_info import Kraus, SuperOp

    channel = Kraus([np.asarray(one) for one in result]) if isinstance(result, list) else result
    return SuperOp(channel).data


def any_resource_instance(rng):
    """A state of two qubits of any rank, some with zeros."""
    rank = int(rng.integers(1, 5))
    factor = rng.normal(size=(4, rank)) + 1j * rng.normal(size=(4, rank))
    if rng.random() < 0.3:
        factor[int(rng.integers(4))] = 0
    rho = factor @ factor.conj().T
    return (rho / np.trace(rho).real,)


def classical_best_instance(rng):
    """Any rule, with chances that are uneven."""
    rows, columns = (int(size) for size in rng.integers(1, 6, size=2))
    chance = rng.random((rows, columns)) ** 2
    chance = chance / chance.sum()
    return (rng.integers(0, 2, size=(rows, columns)).tolist(), chance.tolist())


def estimate(arguments, result):
    """Both numbers, in whatever sequence they come."""
    value, error = result
    return [float(value), float(error)]


def estimate_instance(rng):
    """Counts with uneven numbers of shots and outcomes that never came."""

    def table():
        numbers = rng.integers(0, 200, size=4) * (rng.random(4) < 0.7)
        numbers[int(rng.integers(4))] += 1
        keys = ["00", "01", "10", "11"]
        return {key: int(n) for key, n in zip(keys, numbers, strict=True) if n}

    return ([[table(), table()], [table(), table()]],)


def chsh_players(arguments, result):
    """The chance of winning."""
    from grader.accuracy.simulation import amplitudes

    (theta,) = arguments
    alice, bob = result
    total = 0.0
    for s, t in product(range(2), repeat=2):
        circuit = QuantumCircuit(2)
        circuit.ry(2 * theta, 0)
        circuit.cx(0, 1)
        _put(circuit, alice[s], [0])
        _put(circuit, bob[t], [1])
        chances = np.abs(amplitudes(circuit)) ** 2
        total += (chances[1] + chances[2] if s and t else chances[0] + chances[3]) / 4
    return [total, [one.num_qubits for one in (*alice, *bob)]]


def chsh_players_instance(rng):
    """An angle from 0 to a right angle."""
    return (float(rng.uniform(0, np.pi / 2)),)


def parity_game(arguments, result):
    """The chance of an odd number of answers 1, for all questions that are allowed."""
    from grader.accuracy.simulation import amplitudes

    (n,) = arguments
    state, moves = result
    odd = np.array([word.bit_count() % 2 for word in range(2**n)])
    chances = []
    for questions in product(range(2), repeat=n):
        if sum(questions) % 2:
            continue
        circuit = QuantumCircuit(n)
        _put(circuit, state, range(n))
        for player, question in enumerate(questions):
            _put(circuit, moves[question], [player])
        chances.append(float(np.sum(odd * np.abs(amplitudes(circuit)) ** 2)))
    return [chances, [state.num_qubits, *(one.num_qubits for one in moves)]]


def parity_game_instance(rng):
    """A number of players."""
    return (int(rng.integers(3, 6)),)
