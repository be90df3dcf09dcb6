"""What answers mean where they are not unique, and instances of each contract, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import math
from itertools import product

import numpy as np
from qiskit import QuantumCircuit
from scipy.optimize import brentq

TOLERANCES = {
    "accident": 1e-6,
    "heat": 1e-6,
    "untangle": 1e-5,
    "gate_error": 1e-6,
    "zero_noise": 1e-6,
    "antidote": 1e-6,
}

_PAULIS = [np.eye(2), np.array([[0, 1], [1, 0]]), np.array([[0, -1j], [1j, 0]]), np.diag([1, -1])]
_KINDS = {"sdg": "s", "tdg": "t", "sxdg": "sx"}


def accident(arguments, result):
    """What the channel makes of the four matrices |i><j|."""
    matrices = result
    if not isinstance(result, list | tuple | np.ndarray):
        from qiskit.quantum_info import Kraus

        matrices = Kraus(result).data
        if isinstance(matrices, tuple):
            return [np.einsum("kai,lbj,kl->iajb", *matrices, np.eye(len(matrices[0])))]
    matrices = np.asarray(matrices, dtype=complex).reshape(-1, 2, 2)
    return [np.einsum("kai,kbj->iajb", matrices, matrices.conj())]


def accident_instance(rng):
    """Four probabilities."""
    return tuple(float(p) for p in rng.dirichlet([1, 1, 1, 1])[:3])


def impossible(arguments, result):
    """Whether there is a witness, and whether it is one."""
    images = np.asarray(arguments[0])
    choi = images.transpose(0, 2, 1, 3).reshape(4, 4)
    if result is None:
        return [None]
    vector = np.asarray(result, dtype=complex).reshape(-1)
    value = (vector.conj() @ choi @ vector).real
    lowest = np.linalg.eigvalsh(choi)[0]
    return [bool(abs(np.linalg.norm(vector) - 1) < 1e-6 and value <= lowest / 2)]


def impossible_instance(rng):
    """A channel plus some transpose, turned."""
    raw = rng.normal(size=(4, 2)) + 1j * rng.normal(size=(4, 2))
    kraus = np.linalg.qr(raw)[0].reshape(2, 2, 2)
    weight = float(rng.choice([0, 0.15, 0.5, 1]))
    images = np.zeros((2, 2, 2, 2), dtype=complex)
    for i, j in product(range(2), repeat=2):
        unit = np.zeros((2, 2))
        unit[i, j] = 1
        mixed = (1 - weight) * unit + weight * unit.T
        images[i, j] = sum(k @ mixed @ k.conj().T for k in kraus)
    lowest = np.linalg.eigvalsh(images.transpose(0, 2, 1, 3).reshape(4, 4))[0]
    return (images,) if lowest < -0.02 or lowest > -1e-10 else impossible_instance(rng)


def heat(arguments, result):
    """The outcomes for four preparations of qubit 0 and three axes."""
    from grader.accuracy.simulation import outcomes

    table = []
    for before, after in product([[], ["x"], ["h"], ["h", "s"]], [[], ["h"], ["sdg", "h"]]):
        circuit = QuantumCircuit(result.num_qubits, result.num_clbits + 1)
        for gate in before:
            getattr(circuit, gate)(0)
        circuit.compose(result, circuit.qubits, circuit.clbits[:-1], inplace=True)
        for gate in after:
            getattr(circuit, gate)(0)
        circuit.measure(0, result.num_clbits)
        found = outcomes(circuit)
        table.append(sum(chance for key, chance in found.items() if key[0] == "1"))
    return [table, result.num_qubits <= 3]


def heat_instance(rng):
    """Two probabilities."""
    return (float(rng.random()), float(rng.random()))


def _slope(lifetime, delays, zeros, shots):
    p = (1 + np.exp(-delays / lifetime)) / 2
    steep = np.exp(-delays / lifetime) * delays / (2 * lifetime**2)
    return float(np.sum((zeros / p - (shots - zeros) / (1 - p)) * steep))


def echo(arguments, result):
    """Whether estimate and error are as near to the best as the text asks."""
    delays, zeros, shots = np.array(arguments[0], float), np.array(arguments[1]), arguments[2]
    grid = np.geomspace(min(delays) / 5, max(delays) * 10, 60)
    signs = [_slope(t, delays, zeros, shots) for t in grid]
    k = next(k for k in range(59) if signs[k] > 0 >= signs[k + 1])
    best = brentq(_slope, grid[k], grid[k + 1], args=(delays, zeros, shots), xtol=1e-12)
    p = (1 + np.exp(-delays / best)) / 2
    steep = np.exp(-delays / best) * delays / (2 * best**2)
    spread = np.sum(shots * steep**2 / (p * (1 - p))) ** -0.5
    time, error = (float(number) for number in result)
    return [bool(abs(time - best) <= 0.5 * spread), bool(abs(error - spread) <= 0.1 * spread)]


def echo_instance(rng):
    """Counts of an echo experiment."""
    lifetime, shots = float(10 ** rng.uniform(-1, 3)), int(rng.integers(2000, 9000))
    delays = np.sort(rng.uniform(0.25, 2.2, int(rng.integers(4, 9)))) * lifetime
    zeros = rng.binomial(shots, (1 + np.exp(-delays / lifetime)) / 2)
    return (delays.tolist(), zeros.tolist(), shots)


def untangle_instance(rng):
    """Counts of a few qubits."""
    n = int(rng.integers(1, 5))
    numbers = rng.multinomial(1000, rng.dirichlet([0.3] * 2**n))
    counts = {f"{x:0{n}b}": int(number) for x, number in enumerate(numbers) if number}
    return (counts, [tuple(pair) for pair in rng.uniform(0, 0.35, (n, 2)).tolist()])


def gate_error_instance(rng):
    """Two decays without noise."""
    p = float(rng.uniform(0.88, 0.99))
    q = p * float(rng.uniform(0.93, 1))
    long = int(math.log(0.3) / math.log(p))
    lengths = sorted({1, 2, 3, 5, long // 2 + 2, long + 3, 2 * long})
    m, (a, c) = np.array(lengths), rng.uniform(0.25, 0.7, 2)
    b, e = rng.uniform(0, 0.3, 2)
    return (lengths, (a * p**m + b).tolist(), (c * q**m + e).tolist(), int(rng.integers(1, 4)))


def fold(arguments, result):
    """The unitary without its phase, the outcomes, and the number of gates of each kind."""
    from grader.accuracy.simulation import matrix, outcomes

    def bare(circuit):
        copied = circuit.copy_empty_like()
        for step in circuit.data:
            if step.operation.name != "measure":
                copied.append(step)
        return copied

    found = {}
    plain = bare(result)
    for _ in range(6):
        packed = [s.operation.name for s in plain.data if s.operation.name.startswith("circuit")]
        plain = plain.decompose(gates_to_decompose=packed) if packed else plain
    for step in plain.data:
        name = _KINDS.get(step.operation.name, step.operation.name)
        if name != "barrier":
            found[name] = found.get(name, 0) + 1
    unitary = matrix(plain)
    largest = np.unravel_index(int(np.argmax(np.abs(unitary) > 0.3)), unitary.shape)
    unitary = unitary * np.conj(unitary[largest]) / abs(unitary[largest])
    read = outcomes(result) if result.count_ops().get("measure") else {}
    return [unitary, read, found, result.num_qubits]


def fold_instance(rng):
    """Up to three qubits."""
    n, length = int(rng.integers(1, 4)), int(rng.integers(1, 8))
    circuit = QuantumCircuit(n, n)
    for _ in range(length):
        qubit, kind, angle = int(rng.integers(n)), int(rng.integers(7)), float(rng.uniform(-3, 3))
        if kind == 0:
            circuit.rx(angle, qubit)
        elif kind == 1:
            circuit.p(angle, qubit)
        elif kind == 2:
            circuit.s(qubit)
        elif kind == 3:
            circuit.tdg(qubit)
        elif kind == 4:
            circuit.sx(qubit)
        elif n > 1:
            circuit.cx(qubit, (qubit + 1) % n)
        else:
            circuit.h(qubit)
    if rng.random() < 0.7:
        circuit.measure(range(n), list(map(int, rng.permutation(n))))
    return (circuit, int(rng.choice([1, 3, 5])))


def zero_noise_instance(rng):
    """Measurements at odd factors."""
    degree = int(rng.integers(0, 3))
    number = degree + int(rng.integers(1, 4))
    rest = rng.choice([1.5, 2, 3, 4, 5, 7, 9], size=number - 1, replace=False)
    factors = [float(x) for x in rng.permutation([1, *rest])]
    errors = rng.uniform(0.003, 0.05, number)
    means = 0.9 * np.exp(-rng.uniform(0.05, 0.4) * np.array(factors)) + errors * rng.normal(
        size=number
    )
    return (factors, means.tolist(), errors.tolist(), degree)


def antidote_instance(rng):
    """A rotation after amplitude damping."""
    gamma, angle = float(rng.uniform(0, 0.4)), float(rng.uniform(0, 0.8))
    x, y, z = rng.normal(size=3)
    length = math.sqrt(x * x + y * y + z * z)
    axis = (x * _PAULIS[1] + y * _PAULIS[2] + z * _PAULIS[3]) / length
    turn = math.cos(angle / 2) * np.eye(2) - 1j * math.sin(angle / 2) * axis
    kraus = [np.diag([1, math.sqrt(1 - gamma)]), np.array([[0, math.sqrt(gamma)], [0, 0]])]
    return ([turn @ k for k in kraus], float(rng.uniform(0.005, 0.05)))
