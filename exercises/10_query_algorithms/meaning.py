"""What answers mean where they are not unique, and instances of each contract, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import numpy as np
from grader.accuracy.simulation import outcomes
from qiskit import QuantumCircuit
from qiskit.circuit.library import UnitaryGate

TOLERANCES = {"spectrum": 1e-6}

MOST_QUBITS = 10


def _calls(circuit):
    """How often the box is called, in gates and branches of the answer's own, too; a branch counts in full."""
    found = 0
    for step in circuit.data:
        operation = step.operation
        if getattr(operation, "oracle", None) == "oracle":
            found += 1
            continue
        inside = list(getattr(operation, "blocks", ()))
        if not inside and getattr(operation, "definition", None) is not None:
            inside = [operation.definition] if type(operation).__name__ != "UnitaryGate" else []
        found += max((_calls(part) for part in inside), default=0)
    return found


def _opened(circuit, matrix):
    """The circuit with this matrix in place of each call of the box; all boxes are their own inverses."""
    whole = circuit.copy_empty_like()
    for step in circuit.data:
        operation = step.operation
        if getattr(operation, "oracle", None) == "oracle":
            operation = UnitaryGate(matrix)
            if step.operation.controls:
                state = step.operation.ctrl_state
                operation = operation.control(step.operation.controls, ctrl_state=state)
        elif getattr(operation, "blocks", None):
            blocks = [_opened(block, matrix) for block in operation.blocks]
            operation = operation.replace_blocks(blocks)
        elif getattr(operation, "definition", None) is not None and _calls(operation.definition):
            operation = _opened(operation.definition, matrix).to_instruction()
        whole.append(operation, step.qubits, step.clbits)
    return whole


def _told(result, most, matrices):
    """Outcomes with each content of the box, and whether the budget is kept."""
    assert isinstance(result, QuantumCircuit)
    told = [outcomes(_opened(result, matrix)) for matrix in matrices]
    return [told, _calls(result) <= most, result.num_qubits <= MOST_QUBITS, result.num_clbits]


def _box(function, inputs, outputs, gate=None):
    """The matrix of a box; with `gate`, its one output gets this instead of a flip."""
    qubits = inputs + outputs
    matrix = np.zeros((2 ** len(qubits),) * 2, dtype=complex)
    for before in range(2 ** len(qubits)):
        bits = [before >> qubit & 1 for qubit in range(len(qubits))]
        x = sum(bits[qubit] << k for k, qubit in enumerate(inputs))
        if gate is not None:
            rest = before & ~(1 << outputs[0])
            column = (gate if function(x) else np.eye(2))[:, bits[outputs[0]]]
            matrix[rest, before], matrix[rest | 1 << outputs[0], before] = column
            continue
        after = before
        for k, qubit in enumerate(outputs):
            after ^= (function(x) >> k & 1) << qubit
        matrix[after, before] = 1
    return matrix


def _parity(number):
    return bin(number).count("1") % 2


def certain_bit(arguments, result):
    """What the circuit says of the constant functions, of single bits and of random balanced functions."""
    n = arguments[1]
    rng = np.random.default_rng(n)
    tables = [[0] * 2**n, [1] * 2**n]
    tables += [[_parity(1 << k & x) for x in range(2**n)] for k in range(n)]
    tables += [rng.permutation([0, 1] * 2 ** (n - 1)).tolist() for _ in range(3)]
    boxes = [_box(table.__getitem__, list(range(n)), [n]) for table in tables]
    return _told(result, 1, boxes)


def mask(arguments, result):
    """What the circuit says of all masks, with either constant."""
    _, n, place, gate = arguments
    inputs = [qubit for qubit in range(n + 1) if qubit != place]
    boxes = [
        _box(lambda x, a=a, b=b: _parity(a & x) ^ b, inputs, [place], np.array(gate))
        for a in range(2**n)
        for b in (0, 1)
    ]
    return _told(result, 1, boxes)


def shift(arguments, result):
    """What the circuit says of two tables with each shift."""
    n = arguments[1]
    rng = np.random.default_rng(n)
    boxes = []
    for secret in range(2**n):
        table = rng.permutation(2**n).tolist()
        both = table + [table[x ^ secret] for x in range(2**n)]
        boxes.append(_box(both.__getitem__, list(range(n + 1)), list(range(n + 1, 2 * n + 1))))
    return _told(result, 1, boxes)


def scales(arguments, result):
    """What the circuit says of constant functions and of even-handed ones."""
    weights = np.array(arguments[1])
    size = len(weights)
    n = size.bit_length() - 1
    tables = np.arange(2**size)[:, None] >> np.arange(size) & 1
    even = tables[2 * tables @ weights == weights.sum()]
    chosen = np.random.default_rng(0).permutation(len(even))[:4]
    contents = [tables[0], tables[-1], *even[chosen]]
    boxes = [_box(table.tolist().__getitem__, list(range(n)), [n]) for table in contents]
    return _told(result, 1, boxes)


def couplings(arguments, result):
    """What the circuit says of single couplings, of all, and of random polynomials."""
    _, n, k = arguments
    rng = np.random.default_rng([n, k])
    pairs = [(i, j) for j in range(n) for i in range(j)]
    chosen = [[], pairs, *([pair] for pair in pairs)]
    chosen += [[pair for pair in pairs if rng.integers(2)] for _ in range(4)]
    boxes = []
    for some in chosen:
        linear, constant = int(rng.integers(2**n)), int(rng.integers(2))

        def value(x, some=some, linear=linear, constant=constant):
            products = sum((x >> i) & (x >> j) & 1 for i, j in some)
            return (products + _parity(linear & x) + constant) % 2

        boxes.append(_box(value, list(range(n)), [n]))
    return _told(result, 2, boxes)


def enough_instance(rng):
    """Errors of any size; an exact border is as good as impossible."""
    return (
        int(rng.integers(1, 11)),
        float(rng.choice([0.0, rng.random(), 10 ** rng.uniform(-9, 0)])),
    )


def spectrum_instance(rng):
    """Any function, any angle."""
    n = int(rng.integers(1, 5))
    return (rng.integers(0, 2, 2**n).tolist(), float(rng.uniform(-4, 4)))


def decide_instance(rng):
    """Samples that fit to a mask, or to none, about as many as are needed."""
    n = int(rng.integers(1, 8))
    secret = int(rng.integers(0, 2**n))
    fitting = [z for z in range(2**n) if not _parity(z & secret)]
    drawn = rng.choice(fitting, int(rng.integers(0, n + 4)))
    return ([format(int(z), f"0{n}b") for z in drawn], n)


def runs_instance(rng):
    """Any dimensions; a border is as good as impossible."""
    n = int(rng.integers(1, 61))
    return (
        n,
        int(rng.integers(0, n + 1)),
        float(rng.choice([rng.random(), 10 ** rng.uniform(-9, 0)])),
    )
