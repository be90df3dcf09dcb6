import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import QuantumCircuit, transpile
from qiskit.circuit import Parameter, ParameterVector
from qiskit.quantum_info import Operator, Statevector

from grader.checks import CheckFailed, TargetError, assert_parameterised_family
from tests.grader.checks.failing import failure

A, B, C = map(Parameter, "abc")
NAMES = ["a", "b"]


def family(first, second, third=None):
    circuit = QuantumCircuit(2)
    circuit.rx(first, 0)
    circuit.cx(0, 1)
    circuit.rz(second, 1)
    circuit.ry(second, 0)
    if third is not None:
        circuit.ry(third, 0)
    return circuit


def test_names_or_order_choose_the_parameters():
    assert_parameterised_family(family(A, B), family, parameters=NAMES)
    assert_parameterised_family(family(A, B), family, parameters=2)
    assert_parameterised_family(family(B, A), family, parameters=["b", "a"])
    assert_parameterised_family(family(A, B), family(A, B), parameters=2)
    vector = ParameterVector("t", 12)
    chain, other = QuantumCircuit(3), QuantumCircuit(3)
    for index, angle in enumerate(vector):
        chain.ry(angle, index % 3)
        other.ry(angle, index % 3)
        chain.cz(index % 3, (index + 1) % 3)
        other.cz((index + 1) % 3, index % 3)
    assert_parameterised_family(chain, other, parameters=12)


def test_a_function_may_return_what_the_comparison_takes():
    assert_parameterised_family(family, family, parameters=2)
    assert_parameterised_family(lambda a, b: Operator(family(a, b)), family, parameters=2)
    assert_parameterised_family(
        lambda a, b: Statevector(family(a, b)), family, parameters=2, compare="state"
    )


def test_how_it_is_built_does_not_matter():
    for seed in range(3):
        moved = transpile(
            family(A, B), basis_gates=["rz", "sx", "cx"], optimization_level=2, seed_transpiler=seed
        )
        assert_parameterised_family(moved, family, parameters=NAMES)


def test_phases_count_as_told():
    shifted = family(A, B)
    shifted.global_phase = A
    assert_parameterised_family(shifted, family, parameters=NAMES)
    told = failure(
        assert_parameterised_family, shifted, family, parameters=NAMES, strict_phase=True
    )
    assert told.code == "global_phase"
    on_zero = QuantumCircuit(1)
    on_zero.ry(A, 0)
    late = QuantumCircuit(1)
    late.z(0)
    late.ry(A, 0)
    assert_parameterised_family(late, on_zero, parameters=1, compare="state")
    assert failure(assert_parameterised_family, late, on_zero, parameters=1)


def on_special_angles(angle):
    quarter = angle / (math.pi / 2)
    return angle if abs(quarter - round(quarter)) < 1e-9 else angle**2 / math.pi


@pytest.mark.parametrize(
    ("answer", "code", "case"),
    [
        (family(2 * A, B), "wrong_angle", "doubled"),
        (family(A, B / 2), "wrong_angle", "halved"),
        (family(-A, B), "wrong_angle", "negated"),
        (family(-A, -B), "wrong_angle", "negated"),
        (family(A, B * math.pi / 180), "wrong_angle", "degrees"),
        (lambda a, b: family(math.degrees(a), b), "wrong_angle", "degrees"),
        (family(B, A), "parameters_exchanged", None),
        (lambda a, b: family(on_special_angles(a), b), "special_angles_only", None),
        (family(1.0, 2.0), "wrong_parameters", "constant"),
        (lambda a, b: family(1.0, 2.0), "wrong_parameters", "constant"),
        (family(A, 2.0), "wrong_parameters", "missing"),
        (family(A, C), "wrong_parameters", "renamed"),
        (family(A, B, C), "wrong_parameters", "extra"),
        (lambda a, b: family(a, 0.4), "wrong_parameters", "idle"),
        (family(A + B, B), "wrong_unitary", None),
        (5, "wrong_type", None),
        (None, "wrong_type", "none"),
        (lambda a, b: 3, "wrong_type", None),
        (lambda a, b: QuantumCircuit(3), "wrong_size", None),
    ],
)
def test_says_how_families_differ(answer, code, case):
    told = failure(assert_parameterised_family, answer, family, parameters=NAMES)
    assert (told.code, told.parameters.get("case")) == (code, case)


def test_counted_parameters_are_missing_or_too_many():
    for answer, case in ((family(A, A), "few"), (family(A, B, C), "many")):
        told = failure(assert_parameterised_family, answer, family, parameters=2)
        assert (told.code, told.parameters["case"]) == ("wrong_parameters", case)
        assert told.parameters["expected"] == 2


def test_names_the_angle_that_is_wrong():
    told = failure(assert_parameterised_family, family(A, 2 * B), family, parameters=NAMES)
    assert told.parameters["names"] == "b"
    told = failure(assert_parameterised_family, family(A / 2, B / 2), family, parameters=NAMES)
    assert told.parameters["names"] == "a, b"
    told = failure(assert_parameterised_family, family(A + B, B), family, parameters=NAMES)
    assert told.parameters["call"] == "a = 0, b = π/2"


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(["rx", "ry", "rz", "p"]), min_size=1, max_size=5),
    st.floats(0.01, 0.9),
    st.data(),
)
def test_a_shifted_angle_is_seen_from_both_sides(gates, shift, data):
    wrong = data.draw(st.integers(0, len(gates) - 1))

    def built(offset):
        def at(*angles):
            circuit = QuantumCircuit(1)
            circuit.sx(0)
            for index, (gate, angle) in enumerate(zip(gates, angles, strict=True)):
                getattr(circuit, gate)(angle + offset * (index == wrong), 0)
                circuit.h(0)
            return circuit

        return at

    symbols = ParameterVector("t", len(gates))
    assert_parameterised_family(built(0)(*symbols), built(0), parameters=len(gates))
    for answer, target in ((shift, 0), (0, shift)):
        with pytest.raises(CheckFailed):
            assert_parameterised_family(
                built(answer)(*symbols), built(target), parameters=len(gates)
            )


def test_another_seed_asks_at_other_points():
    asked = []

    def noting(*angles):
        asked.append(angles)
        return family(*angles)

    for seed in (1, 1, 2):
        assert_parameterised_family(noting, family, parameters=2, seed=seed, points=4)
    third = len(asked) // 3
    assert asked[:third] == asked[third : 2 * third] != asked[2 * third :]
    assert third == 5 + 4


def test_what_a_function_raises_names_the_angles():
    def broken(a, b):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as caught:
        assert_parameterised_family(broken, family, parameters=2)
    assert "at the angles 0.0, 0.0" in caught.value.__notes__[0]


@pytest.mark.parametrize(
    ("target", "options"),
    [
        (family(A, 1.0), {"parameters": NAMES}),
        (5, {"parameters": NAMES}),
        (lambda a, b: np.eye(3), {"parameters": NAMES}),
        (family, {"parameters": []}),
        (family, {"parameters": 0}),
        (family, {"parameters": ["a", "a"]}),
        (family, {"parameters": 2, "compare": "channel"}),
        (family, {"parameters": 2, "points": 0}),
    ],
)
def test_a_bad_target_is_the_fault_of_the_check(target, options):
    with pytest.raises(TargetError):
        assert_parameterised_family(family(A, B), target, **options)
