# mypy: allow-untyped-calls
"""A small exercise that the nest works through before it forks.

What is done for the first time costs more: caches are filled, code is specialised, classes are compared. What the nest
has done once, no fork does anew. It starts no thread; forks see nothing of it, as each has a namespace of its own.
"""

from __future__ import annotations

import linecache
from typing import Any

from grader.execution.shell import NotebookShell
from grader.execution.wire import pack, unpack

_CELLS = (
    """
import numpy as np
from qiskit import QuantumCircuit
from qiskit.quantum_info import Operator, Statevector
from grader.checks import (
    assert_budget,
    assert_close,
    assert_distribution,
    assert_implements,
    assert_same_state,
    assert_same_unitary,
)
""",
    """
def prepared(theta, matrix):
    circuit = QuantumCircuit(3, 1)
    circuit.h(0)
    circuit.x([1, 2])
    circuit.s(1)
    circuit.t(1)
    circuit.ry(theta, 0)
    circuit.rz(theta, 1)
    circuit.p(theta, 1)
    circuit.cx(0, 1)
    circuit.cz(1, 2)
    circuit.cry(theta, 0, 1)
    circuit.swap(0, 2)
    circuit.unitary(matrix, [0])
    return circuit


def shares(counts):
    total = sum(counts.values())
    return {key: number / total for key, number in counts.items()}
""",
    """
circuit = prepared(0.5, np.eye(2))
wanted = Statevector(circuit).data
assert_same_state(circuit, wanted, circuit_only=True)
assert_same_state(wanted, wanted.tolist())
assert_same_unitary(circuit, Operator(circuit).data, strict_phase=True)
assert_budget(circuit, qubits=3, two_qubit_gates=9, depth=20)
pair = QuantumCircuit(2)
pair.h(0)
pair.cx(0, 1)
assert_same_state(pair, "(|00> + |11>)/√2", circuit_only=True)
pair.measure_all()
assert_distribution(pair, {"00": 0.5, "11": 0.5})
assert_implements(shares, [(({"0": 1, "1": 3},), {"0": 0.25, "1": 0.75})])
assert_close(np.linalg.norm(np.array([0.6, 0.8j])), 1.0)
""",
)


def rehearse(made: NotebookShell) -> None:
    """Run cells in the nest's own shell, and send values to and fro.

    Raises:
        RuntimeError: a cell fails, so that what it stands for is not ready.
    """
    for source in _CELLS:
        ran = made.run_cell(source, store_history=False, silent=True)
        if not ran.success:
            raise RuntimeError(f"expected a rehearsal to go through, got {ran}")
    names: dict[str, Any] = made.user_ns
    for value in (names["circuit"], names["wanted"], [1, 2.5, "a", None, (1j, {"b": True})]):
        unpack(pack(value, stand_in=lambda _: None), resolve=lambda _: None)
    for name in made.compile._filename_map:
        linecache.cache.pop(name, None)
    made.compile._filename_map.clear()
