"""Rewrites keep what a circuit does; mutants of it are other circuits; costs are counted by what gates are made of."""

from __future__ import annotations

import numpy as np
import pytest
from qiskit import QuantumCircuit
from qiskit.circuit.random import random_circuit

from grader.accuracy.circuit_mutants import MUTANTS, padded
from grader.accuracy.circuit_rewrites import REWRITES
from grader.accuracy.costs import MEASURES, costs, no_dearer
from grader.accuracy.simulation import matrix, outcomes

UNITARY = [name for name in REWRITES if "measure" not in name and name != "an idle qubit"]


def sample():
    circuit = QuantumCircuit(3, global_phase=0.2)
    circuit.h(0)
    circuit.s(0)
    circuit.cx(0, 1)
    circuit.ry(0.7, 1)
    circuit.t(2)
    circuit.cry(0.4, 1, 2)
    return circuit


def same_up_to_phase(one, other):
    return np.isclose(abs(np.vdot(one, other)), len(one))


@pytest.mark.parametrize("name", UNITARY)
def test_a_rewrite_keeps_the_unitary(name):
    applied = 0
    for circuit in (sample(), random_circuit(3, 4, max_operands=2, seed=4)):
        rewritten = REWRITES[name](circuit, np.random.default_rng(1))
        if rewritten is not None:
            applied += 1
            assert same_up_to_phase(matrix(rewritten), matrix(circuit))
    assert applied


@pytest.mark.parametrize("name", ["phases before measurements", "an idle qubit", "barriers"])
def test_a_rewrite_keeps_the_outcomes(name):
    circuit = sample()
    circuit.measure_all()
    rewritten = REWRITES[name](circuit, np.random.default_rng(1))
    assert outcomes(rewritten) == pytest.approx(outcomes(circuit))


@pytest.mark.parametrize(
    "name",
    [
        "gate dropped at 0%",
        "control and target swapped at 0%",
        "gate inverted at 67%",
        "angle negated at 0%",
        "qubits reversed",
        "inverse",
        "conjugated",
        "nothing done",
        "t added at 0%, qubit at 0%",
        "gates in reverse order",
    ],
)
def test_a_mutant_is_another_circuit(name):
    mutant = MUTANTS[name](sample(), np.random.default_rng(1))
    assert not same_up_to_phase(matrix(mutant), matrix(sample()))


def test_a_dirty_ancilla_is_one_more_qubit_entangled():
    assert MUTANTS["ancilla left dirty"](sample(), np.random.default_rng(1)).num_qubits == 4


def test_padding_changes_costs_alone():
    circuit = padded(sample(), np.random.default_rng(1))
    assert same_up_to_phase(matrix(circuit), matrix(sample()))
    assert costs(circuit).two_qubit_gates > 10 * costs(sample()).two_qubit_gates
    assert not no_dearer(costs(circuit), costs(sample()), frozenset({"depth"}))


def test_a_gate_of_ones_own_costs_what_it_is_made_of():
    rewritten = REWRITES["a gate of one's own"](sample(), np.random.default_rng(1))
    found, plain = costs(rewritten), costs(sample())
    assert (found.gates, found.depth, found.two_qubit_gates) == (6, plain.depth, 2)
    assert not no_dearer(found, plain, MEASURES)
    assert no_dearer(found, plain, MEASURES - {"composite"})


def test_depth_is_the_longest_way():
    circuit = QuantumCircuit(3)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.h(2)
    circuit.barrier()
    circuit.cx(1, 2)
    assert costs(circuit).depth == 3
    assert costs(circuit).two_qubit_depth == 2


def test_t_gates_are_counted_inside_larger_gates_and_in_turns():
    circuit = QuantumCircuit(3)
    circuit.ccx(0, 1, 2)
    circuit.ccx(0, 1, 2, ctrl_state=1)
    circuit.rccx(0, 1, 2)
    circuit.rz(3 * np.pi / 4, 0)
    circuit.u(np.pi, np.pi / 2, np.pi / 4, 1)
    circuit.cs(0, 1)
    circuit.h(0)
    circuit.ry(-np.pi / 2, 0)
    assert costs(circuit).t_count == 7 + 7 + 4 + 1 + 1 + 3
    plain = costs(circuit)
    circuit.rx(0.3, 0)
    assert costs(circuit).t_count == np.inf
    assert not no_dearer(costs(circuit), plain, frozenset({"t_count"}))


def test_padding_costs_t_gates_where_there_are_some():
    circuit = QuantumCircuit(3)
    circuit.rccx(0, 1, 2)
    dear = padded(circuit, np.random.default_rng(1))
    assert same_up_to_phase(matrix(dear), matrix(circuit))
    assert costs(dear).t_count > 10 * costs(circuit).t_count
