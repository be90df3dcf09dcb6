"""Circuits and operations across the wire."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from qiskit import AncillaRegister, ClassicalRegister, QuantumCircuit, QuantumRegister, transpile
from qiskit._accelerate.circuit import StandardGate
from qiskit.circuit import (
    Clbit,
    ControlledGate,
    Duration,
    Gate,
    Instruction,
    Measure,
    Parameter,
    ParameterVector,
    Qubit,
    library,
)
from qiskit.circuit.classical import expr, types
from qiskit.quantum_info import Operator, Pauli, SparsePauliOp, random_clifford, random_unitary
from qiskit.synthesis import SuzukiTrotter

from grader.execution.wire import NotData, Reference, WireError, apply_change, pack, unpack

THETA = Parameter("θ")
VECTOR = ParameterVector("v", 4)
A, B, C, D = VECTOR


def nothing(value: object) -> None:
    return None


def refuse(reference: Reference) -> object:
    raise AssertionError(f"unexpected {reference}")


def there(value: object) -> object:
    """Send it, and see that bytes are the same before and after."""
    data = pack(value, stand_in=nothing)
    arrived = unpack(data, resolve=refuse)
    assert pack(value, stand_in=nothing) == data
    assert pack(arrived, stand_in=nothing) == data
    return arrived


def bell() -> QuantumCircuit:
    circuit = QuantumCircuit(2, name="bell")
    circuit.h(0)
    circuit.cx(0, 1)
    return circuit


def turn(angle: object) -> QuantumCircuit:
    circuit = QuantumCircuit(2, name="turn")
    circuit.rx(angle, 0)
    circuit.cz(0, 1)
    return circuit


def every_standard_gate(circuit: QuantumCircuit) -> None:
    for gate in StandardGate.all_gates():
        angles = [0.1 * (number + 1) for number in range(gate.num_params)]
        circuit.append(gate.gate_class(*angles), range(gate.num_qubits))


def plain_instructions(circuit: QuantumCircuit) -> None:
    circuit.delay(10, 0)
    circuit.delay(1.5, 1, unit="us")
    circuit.barrier()
    circuit.barrier(0, label="here")
    circuit.reset(0)
    circuit.append(library.HGate(label="mine"), [0])
    circuit.append(Measure(label="look"), [0], [1])
    circuit.measure([0, 1], [1, 0])


def custom_gates(circuit: QuantumCircuit) -> None:
    gate = bell().to_gate(label="twice")
    circuit.append(gate, [0, 2])
    circuit.append(gate, [1, 0])
    circuit.append(bell().to_instruction(), [0, 1])
    circuit.append(turn(THETA).to_gate(), [0, 1])
    circuit.append(turn(0.5).to_gate().inverse(), [0, 1])
    circuit.append(Gate("oracle", 2, [0.3]), [0, 1])
    circuit.append(Instruction("spell", 1, 1, []), [0], [1])


def controlled_gates(circuit: QuantumCircuit) -> None:
    circuit.append(bell().to_gate().control(1), [0, 1, 2])
    circuit.append(bell().to_gate().control(2, ctrl_state=1), [3, 0, 1, 2])
    circuit.append(library.HGate().control(2, ctrl_state=0), [0, 1, 2])
    circuit.append(library.CXGate(ctrl_state=0, label="open"), [0, 1])
    circuit.append(library.RXGate(THETA).control(1), [0, 1])
    circuit.append(library.UnitaryGate(np.eye(2)).control(1), [0, 1])
    circuit.mcx([0, 1, 2, 3], 4)
    circuit.mcp(0.3, [0, 1], 2)
    circuit.append(library.MCXGate(4, ctrl_state=3), range(5))
    circuit.append(bell().to_gate().control(1, annotated=True), [0, 1, 2])
    circuit.append(library.SGate().inverse(annotated=True).power(0.5, annotated=True), [0])


def matrices_and_states(circuit: QuantumCircuit) -> None:
    circuit.unitary(random_unitary(4, seed=1), [0, 1], label="U")
    circuit.initialize(np.array([1, 0, 0, 1j]) / np.sqrt(2), [0, 1])
    circuit.initialize("01+", [0, 1, 2])
    circuit.initialize(5, [0, 1, 2])
    circuit.prepare_state([0, 1], 0)
    circuit.append(library.StatePreparation([0.6, 0.8]).inverse(), [0])
    circuit.append(random_clifford(2, seed=1), [0, 1])
    circuit.append(library.LinearFunction([[1, 1], [0, 1]]), [0, 1])
    circuit.append(library.HamiltonianGate(np.diag([1, -1]), 0.4), [0])
    circuit.append(library.PermutationGate([2, 0, 1]), [0, 1, 2])
    circuit.append(library.QFTGate(3), [0, 1, 2])
    circuit.append(library.PauliGate("XYZ"), [0, 1, 2])
    hamiltonian = SparsePauliOp(["XX", "ZZ"], [1, 2])
    circuit.append(library.PauliEvolutionGate(hamiltonian, THETA), [0, 1])
    circuit.append(
        library.PauliEvolutionGate(
            [Pauli("XX"), SparsePauliOp("ZI")], 0.3, synthesis=SuzukiTrotter(reps=2)
        ),
        [0, 1],
    )
    circuit.append(library.PauliProductMeasurement(Pauli("-XZ")), [0, 1], [0])


def control_flow(circuit: QuantumCircuit) -> None:
    register = circuit.cregs[0]
    circuit.measure(0, 0)
    with circuit.if_test((circuit.clbits[0], 1)) as otherwise:
        circuit.x(1)
    with otherwise:
        circuit.y(1)
        with circuit.if_test((register, 3)):
            circuit.z(0)
    with circuit.for_loop(range(3)) as index:
        circuit.rx(index * 0.1, 0)
    with circuit.for_loop([1, 5]):
        circuit.h(0)
        circuit.break_loop()
    with circuit.while_loop((circuit.clbits[1], 0)):
        circuit.measure(0, 1)
        circuit.continue_loop()
    with circuit.switch(register) as case:
        with case(0):
            circuit.x(0)
        with case(1, 2):
            circuit.y(0)
        with case(case.DEFAULT):
            circuit.z(0)
    with circuit.if_test(expr.logic_and(circuit.clbits[0], expr.less(register, 5))):
        circuit.x(0)
    with circuit.box(duration=10, unit="dt", label="box"):
        circuit.h(0)


def variables(circuit: QuantumCircuit) -> None:
    flag = circuit.add_var("flag", expr.lift(False))
    number = circuit.add_var("number", expr.lift(3, types.Uint(8)))
    real = circuit.add_var("real", expr.lift(1.5))
    circuit.store(flag, expr.logic_not(flag))
    circuit.store(real, expr.add(real, expr.lift(2.5)))
    with circuit.if_test(flag):
        circuit.store(number, expr.lift(1, types.Uint(8)))
        circuit.x(0)
    with circuit.if_test(expr.index(number, 2)):
        circuit.x(0)
    circuit.add_input("given", types.Bool())
    circuit.delay(circuit.add_stretch("stretch"), 0)
    circuit.delay(expr.mul(2, expr.lift(Duration.dt(10))), 1)


def expressions(circuit: QuantumCircuit) -> None:
    for angle in (
        THETA * 2 + 1, 1 - THETA, 3 / THETA, A - B * 2, A * 2 - B, A / (B + 1), 1 / (A + B), (A + 1) ** 2, THETA**A,
        (THETA + 1) ** (B + 2), 2 ** (THETA + 1), THETA.sin().exp().log(), abs(THETA), THETA.arctan(), -THETA,
        (THETA + 1).subs({THETA: D * 2}), (THETA * A).bind({THETA: 0.5}), (C - 1) / (B - 2) - (A - 3) / (D - 4),
        A.cos() * B.tan() - C.arcsin() + D.arccos() * THETA.sign(),
    ):  # fmt: skip
        circuit.rx(angle, 0)
    circuit.global_phase = THETA + 1


BUILDERS: list[Callable[[QuantumCircuit], None]] = [
    every_standard_gate,
    plain_instructions,
    custom_gates,
    controlled_gates,
    matrices_and_states,
    control_flow,
    variables,
    expressions,
]


@pytest.mark.filterwarnings("ignore:.*annotated")
@pytest.mark.parametrize("build", BUILDERS, ids=lambda build: build.__name__)
def test_circuits_arrive_equal(build: Callable[[QuantumCircuit], None]) -> None:
    circuit = QuantumCircuit(5, 3, name="mine", metadata={"a": [1, "b"]})
    build(circuit)
    arrived = there(circuit)
    assert type(arrived) is QuantumCircuit
    assert arrived == circuit
    assert (arrived.name, arrived.metadata) == ("mine", {"a": [1, "b"]})
    assert (arrived.qregs, arrived.cregs) == (circuit.qregs, circuit.cregs)
    assert list(arrived.parameters) == list(circuit.parameters)
    for mine, theirs in zip(arrived.data, circuit.data, strict=True):
        assert type(mine.operation) is type(theirs.operation)
        assert mine.name == theirs.name
        assert getattr(mine.operation, "label", None) == getattr(theirs.operation, "label", None)


@pytest.mark.parametrize("number", [np.float64(0.3), np.float32(0.25), np.int64(2), 3])
@pytest.mark.parametrize(
    "name",
    [
        name
        for name, gate in library.get_standard_gate_name_mapping().items()
        if isinstance(gate, Gate) and gate.params
    ],
)
def test_angles_that_numpy_computed_arrive(name: str, number: float) -> None:
    """`np.arccos` gives NumPy's numbers; Qiskit keeps them as they are in some gates."""
    standard = library.get_standard_gate_name_mapping()[name]
    gate = type(standard)(*[number] * len(standard.params))
    circuit = QuantumCircuit(gate.num_qubits + 2)
    circuit.append(gate, range(gate.num_qubits))
    circuit.append(gate.control(1, ctrl_state=0), range(gate.num_qubits + 1))
    circuit.append(gate.control(2), range(gate.num_qubits + 2))
    arrived = unpack(pack(circuit, stand_in=nothing), resolve=refuse)
    assert isinstance(arrived, QuantumCircuit)
    assert np.allclose(Operator(arrived).data, Operator(circuit).data)


def test_registers_and_loose_bits_keep_their_order() -> None:
    circuit = QuantumCircuit(
        [Qubit(), Qubit()],
        QuantumRegister(2, "a"),
        AncillaRegister(1, "extra"),
        [Clbit()],
        ClassicalRegister(2, "c"),
    )
    circuit.add_register(QuantumRegister(name="alias", bits=[circuit.qubits[0], circuit.qubits[2]]))
    circuit.h(0)
    circuit.cx(1, 4)
    circuit.measure(0, 0)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.x(1)
    arrived = there(circuit)
    assert arrived == circuit
    assert [(each.name, type(each)) for each in arrived.qregs] == [
        (each.name, type(each)) for each in circuit.qregs
    ]
    assert list(arrived.qregs[2]) == [arrived.qubits[0], arrived.qubits[2]]
    assert arrived.ancillas == circuit.ancillas
    assert arrived.data[-1].operation.condition == (arrived.clbits[0], 1)


def test_the_layout_of_a_transpiled_circuit_arrives() -> None:
    circuit = QuantumCircuit(4)
    circuit.h(0)
    circuit.cx(0, 3)
    circuit.cx(1, 2)
    circuit.cx(0, 2)
    line = [[0, 1], [1, 2], [2, 3], [3, 4]]
    circuit = transpile(
        circuit, basis_gates=["cx", "rz", "sx"], coupling_map=line, seed_transpiler=3
    )
    arrived = there(circuit)
    assert arrived.layout == circuit.layout
    assert arrived.layout.final_index_layout() == circuit.layout.final_index_layout()
    assert Operator.from_circuit(arrived) == Operator.from_circuit(circuit)
    assert Operator.from_circuit(arrived) != Operator(circuit)


def test_a_circuit_of_the_library_arrives_as_a_circuit() -> None:
    class Mine(QuantumCircuit):
        pass

    ansatz = library.efficient_su2(3, reps=1)
    assert there(ansatz) == ansatz
    mine = Mine(1)
    mine.x(0)
    assert type(there(mine)) is QuantumCircuit


def test_parameters_are_the_same_in_another_message() -> None:
    circuit = QuantumCircuit(1)
    circuit.rx(THETA * 2, 0)
    circuit.ry(VECTOR[3], 0)
    arrived = there(circuit)
    bound = arrived.assign_parameters(
        {there(THETA): 0.25, there(VECTOR): [0, 0, 0, 1.5]}, strict=False
    )
    assert [each.params for each in bound.data] == [[0.5], [1.5]]
    assert there(VECTOR)[2] == VECTOR[2]
    assert there(VECTOR[2]).vector.name == "v"
    gate = QuantumCircuit(2)
    gate.append(turn(THETA).to_gate(), [0, 1])
    assert there(gate).assign_parameters({THETA: 0.5}).decompose() == turn(0.5)


class Flip(Gate):
    def __init__(self) -> None:
        super().__init__("flip", 1, [])

    def __array__(self, dtype: object = None, copy: object = None) -> np.ndarray:
        return np.array([[0, 1], [1, 0]], dtype=dtype)


class Skew(Gate):
    def __init__(self) -> None:
        super().__init__("skew", 1, [])

    def to_matrix(self) -> np.ndarray:
        return np.array([[1, 1], [0, 1]], dtype=complex)


class Own(Gate):
    def __init__(self, angle: object) -> None:
        super().__init__("own", 2, [angle])

    def _define(self) -> None:
        self.definition = turn(self.params[0])


def test_a_gate_of_the_learners_own_arrives_by_what_it_does() -> None:
    circuit = QuantumCircuit(2)
    circuit.append(Flip(), [0])
    circuit.append(Own(0.5), [0, 1])
    arrived = there(circuit)
    assert Operator(arrived) == Operator(circuit)
    flip, own = (each.operation for each in arrived.data)
    assert (type(flip), flip.label) == (library.UnitaryGate, "flip")
    assert (type(own), own.name, own.params) == (Gate, "own", [0.5])
    assert own.definition == turn(0.5)
    with pytest.raises(NotData, match="not unitary"):
        pack(Skew(), stand_in=nothing)


@pytest.mark.parametrize(
    "gate",
    [
        library.MCMTGate(library.ZGate(), 2, 2),
        library.DiagonalGate([1, -1, 1j, 1]),
        library.UCRZGate([0.1, 0.2]),
        library.AndGate(2),
        library.UCGate([np.eye(2), np.array([[0, 1], [1, 0]])]),
        library.RVGate(0.1, 0.2, 0.3),
    ],
    ids=lambda gate: gate.name,
)
def test_gates_that_qiskit_itself_finds_unequal_do_the_same(gate: Gate) -> None:
    arrived = there(gate)
    assert (arrived.name, arrived.num_qubits) == (gate.name, gate.num_qubits)
    assert Operator(arrived) == Operator(gate)


@pytest.mark.parametrize(
    "gate",
    [
        library.HGate(),
        library.CXGate(),
        library.RXGate(0.3),
        library.RXGate(THETA),
        library.CXGate(ctrl_state=0),
        library.XGate().control(3),
        Measure(),
        library.Barrier(3),
        random_clifford(2, seed=3),
    ],
    ids=lambda gate: gate.name,
)
def test_operations_arrive_alone(gate: Instruction) -> None:
    arrived = there(gate)
    assert type(arrived) is type(gate)
    assert arrived == gate


@pytest.mark.parametrize(
    "value",
    [
        QuantumRegister(3, "r"),
        ClassicalRegister(2, "c"),
        AncillaRegister(1, "a"),
        QuantumRegister(3, "r")[1],
    ],
)
def test_registers_and_their_bits_are_equal_in_every_message(value: object) -> None:
    assert there(value) == value
    assert type(there(value)) is type(value)


def test_two_circuits_of_one_message_share_nothing_that_can_be_changed() -> None:
    circuit = bell()
    one, other = there([circuit, circuit])
    one.x(0)
    assert other == circuit


def test_what_is_no_data_in_a_circuit_is_refused_or_left_out() -> None:
    circuit = bell()
    circuit.metadata = {"f": print}
    assert there(circuit).metadata == {}
    assert unpack(pack(circuit, stand_in=lambda _: 1), resolve=refuse).metadata == {}
    with pytest.raises(WireError, match="1000"):
        pack(QuantumCircuit(1001), stand_in=nothing)


def test_a_changed_circuit_is_seen_and_repeated() -> None:
    circuit = QuantumCircuit(2, 1)
    circuit.append(bell().to_gate(), [0, 1])
    mine = there(circuit)
    alias = mine
    before = pack(circuit, stand_in=nothing)
    circuit.draw()
    circuit.decompose()
    Operator(circuit)
    assert pack(circuit, stand_in=nothing) == before
    circuit.measure(0, 0)
    circuit.name = "after"
    after = pack(circuit, stand_in=nothing)
    assert after != before
    apply_change(mine, unpack(after, resolve=refuse))
    assert alias == circuit
    assert alias.name == "after"
    alias.x(1)
    assert alias != circuit


def test_a_circuit_of_a_subclass_is_not_changed() -> None:
    class Mine(QuantumCircuit):
        pass

    with pytest.raises(WireError, match="Mine"):
        apply_change(Mine(2), bell())


def test_a_controlled_gate_that_contradicts_itself_is_what_it_is_made_of() -> None:
    made = QuantumCircuit(3)
    made.h(2)
    gate = ControlledGate(
        "mine", 3, [], num_ctrl_qubits=2, ctrl_state=1, base_gate=library.XGate(), definition=made
    )
    circuit = QuantumCircuit(3)
    circuit.append(gate, [0, 1, 2])
    arrived: Any = unpack(pack(circuit, stand_in=nothing), resolve=refuse)
    operation = arrived.data[0].operation
    assert type(operation) is Gate
    assert Operator(operation.definition) == Operator(circuit.decompose())


def test_a_bound_controlled_gate_keeps_its_angle() -> None:
    turn = QuantumCircuit(1)
    turn.rx(Parameter("a"), 0)
    circuit = QuantumCircuit(2)
    circuit.append(turn.to_gate().control(1, annotated=False), [0, 1])
    bound = circuit.assign_parameters([0.3])
    arrived: Any = unpack(pack(bound, stand_in=nothing), resolve=refuse)
    assert Operator(arrived.decompose()) == Operator(bound.decompose())
