"""States, operators, channels and results across the wire."""

from __future__ import annotations

import numpy as np
import pytest
from qiskit import QuantumCircuit
from qiskit.circuit import Parameter
from qiskit.primitives import StatevectorEstimator, StatevectorSampler
from qiskit.quantum_info import (
    PTM,
    Chi,
    Choi,
    Kraus,
    Operator,
    Pauli,
    PauliList,
    SparseObservable,
    SparsePauliOp,
    StabilizerState,
    Stinespring,
    SuperOp,
    random_clifford,
    random_density_matrix,
    random_statevector,
    random_unitary,
)
from qiskit.result import Counts, ProbDistribution, QuasiDistribution

from grader.execution.wire import Reference, pack, unpack

UNITARY = random_unitary(2, seed=1)
THETA = Parameter("t")


def nothing(value: object) -> None:
    return None


def refuse(reference: Reference) -> object:
    raise AssertionError(f"unexpected {reference}")


def there(value: object) -> object:
    data = pack(value, stand_in=nothing)
    arrived = unpack(data, resolve=refuse)
    assert type(arrived) is type(value)
    assert pack(value, stand_in=nothing) == data
    assert pack(arrived, stand_in=nothing) == data
    return arrived


@pytest.mark.parametrize(
    "value",
    [
        random_unitary(4, seed=1),
        Operator(np.ones((2, 6)), input_dims=(2, 3), output_dims=(2,)),
        random_statevector((2, 3), seed=1),
        random_density_matrix(4, seed=1),
        Pauli("-iXYZ"),
        PauliList(["XX", "-iZZ"]),
        SparsePauliOp(["XX", "ZI"], [1, 2j]),
        SparsePauliOp.from_operator(np.diag([1.0, 2.0, 3.0, 4.0])),
        PauliList(["-X", "iY"]),
        SparsePauliOp(["XX", "ZI"], np.array([THETA, 2 * THETA])),
        SparseObservable.from_list([("X+", 1.5), ("ZZ", 2)]),
        random_clifford(3, seed=1),
        SuperOp(UNITARY),
        Choi(UNITARY),
        PTM(UNITARY),
        Chi(UNITARY),
        Kraus([np.eye(2) * 0.6, np.diag([0.8, -0.8])]),
        Kraus(([np.eye(2)], [np.eye(2) * 2])),
        Stinespring(UNITARY),
        Stinespring(SuperOp(np.diag([1, 2, 3, 4]))),
        QuasiDistribution({0: 0.5, 3: 0.5}, shots=10, stddev_upper_bound=0.1),
        ProbDistribution({0: 0.25, 1: 0.75}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_states_operators_and_channels_arrive_equal(value: object) -> None:
    arrived = there(value)
    assert np.all(arrived == value)


def test_dimensions_arrive() -> None:
    assert there(random_statevector((2, 3), seed=1)).dims() == (2, 3)
    operator = there(Operator(np.ones((2, 6)), input_dims=(2, 3), output_dims=(2,)))
    assert (operator.input_dims(), operator.output_dims()) == ((2, 3), (2,))


def test_stabilizer_states_arrive() -> None:
    state = StabilizerState(random_clifford(2, seed=3))
    assert there(state).clifford == state.clifford


def test_an_operator_that_arrived_can_be_used() -> None:
    assert there(SparsePauliOp(["XX"], np.array([THETA]))).assign_parameters(
        [2.0]
    ) == SparsePauliOp(["XX"], [2.0])
    operator = there(Operator(UNITARY))
    operator.data[0, 0] = 7
    assert operator.data[0, 0] == 7


@pytest.mark.parametrize(
    "counts",
    [
        Counts({"00 1": 3, "11 0": 4}, creg_sizes=[["a", 1], ["b", 2]], memory_slots=3),
        Counts({0: 3, 3: 4}, memory_slots=2),
        Counts({"0x1": 3}, memory_slots=2, time_taken=1.5),
        Counts({}),
    ],
    ids=["registers", "numbers", "hex", "empty"],
)
def test_counts_arrive(counts: Counts) -> None:
    arrived = there(counts)
    assert arrived == counts
    assert list(arrived) == list(counts)
    assert arrived.int_outcomes() == counts.int_outcomes()
    assert (arrived.shots(), arrived.creg_sizes, arrived.memory_slots, arrived.time_taken) == (
        counts.shots(),
        counts.creg_sizes,
        counts.memory_slots,
        counts.time_taken,
    )


def test_results_of_primitives_arrive() -> None:
    circuit = QuantumCircuit(2)
    circuit.h(0)
    expected = StatevectorEstimator(seed=1).run([(circuit, SparsePauliOp("XX"))]).result()
    assert there(expected)[0].data.evs == expected[0].data.evs
    circuit.measure_all()
    sampled = StatevectorSampler(seed=1).run([circuit]).result()
    arrived = there(sampled)
    assert arrived[0].data.meas == sampled[0].data.meas
    assert arrived[0].join_data().get_counts() == sampled[0].data.meas.get_counts()
    assert arrived.metadata == sampled.metadata
