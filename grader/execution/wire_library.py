"""Operations of Qiskit's library that arrive as what they are: what each is made of, and how it is made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import (
    CASE_DEFAULT,
    Barrier,
    BoxOp,
    BreakLoopOp,
    ClassicalRegister,
    Clbit,
    ContinueLoopOp,
    Delay,
    ForLoopOp,
    IfElseOp,
    Measure,
    Operation,
    Reset,
    Store,
    SwitchCaseOp,
    WhileLoopOp,
    library,
)
from qiskit.circuit.classical import expr
from qiskit.quantum_info import Pauli
from qiskit.synthesis import LieTrotter, MatrixExponential, SuzukiTrotter

from grader.checks.opaque import OpaqueOracle
from grader.execution.wire_errors import NotData, WireError
from grader.execution.wire_tree import MOST_BITS, exactly, natural


@dataclass(frozen=True)
class Kind:
    """One class of operations.

    Attributes:
        make: the class.
        parts: an operation -> the data it is made of; None if it is made of more than this, and its definition
            must do.
        build: parts, checked or not -> the operation; raises if it cannot be.
    """

    make: type
    parts: Callable[[Any], list[Any] | None]
    build: Callable[..., Any]


def _size(number: Any) -> int:
    return natural(number, MOST_BITS)


def _controlled(make: type, count: int) -> Kind:
    """Return a gate that takes `count` parameters, a number of controls and their state."""

    def build(*parts: Any) -> Operation:
        *parameters, controls, state = parts
        if len(parameters) != count:
            raise WireError(f"{make.__name__} with {len(parameters)} parameters")
        return make(*parameters, _size(controls), ctrl_state=exactly(state, int))

    def parts(gate: Any) -> list[Any]:
        return [*gate.params, gate.num_ctrl_qubits, gate.ctrl_state]

    return Kind(make, parts, build)


def _state(make: type) -> Kind:
    """Return Initialize or StatePreparation: from a label, a number, or amplitudes."""

    def parts(operation: Any) -> list[Any] | None:
        preparation = getattr(operation, "_stateprep", operation)
        parameters = list(operation.params)
        backwards = preparation._inverse
        if preparation._from_label:
            return ["".join(parameters), None, backwards]
        if preparation._from_int:
            return [int(parameters[0].real), operation.num_qubits, backwards]
        if not all(isinstance(each, (int, float, complex, np.number)) for each in parameters):
            return None
        return [np.array(parameters, dtype=complex), None, backwards]

    def build(what: Any, qubits: Any, backwards: Any) -> Operation:
        words = {"inverse": True} if exactly(backwards, bool) else {}
        if type(what) is int:
            return make(what, _size(qubits), **words)
        if type(what) is str and len(what) <= MOST_BITS:
            return make(what, **words)
        return make(exactly(what, np.ndarray).tolist(), **words)

    return Kind(make, parts, build)


def _unitary(matrix: Any) -> Operation:
    shape = exactly(matrix, np.ndarray).shape
    if shape != shape[:1] * 2:  # a product of another shape can be huge
        raise WireError(f"a unitary of shape {shape}")
    return library.UnitaryGate(matrix)


def _numbers(make: type) -> Kind:
    """Return a gate that is made of a list of numbers."""

    def build(numbers: Any) -> Operation:
        return make(exactly(numbers, list))

    return Kind(make, lambda gate: [list(gate.params)], build)


SYNTHESES = (LieTrotter, SuzukiTrotter, MatrixExponential)
SETTINGS = ("reps", "order", "insert_barriers", "cx_structure", "wrap", "preserve_order")


def _evolution_parts(gate: Any) -> list[Any] | None:
    synthesis = gate.synthesis
    if type(synthesis) not in SYNTHESES:
        return None
    if type(synthesis) is MatrixExponential:
        settings: dict[str, Any] = {}
    elif synthesis._atomic_evolution is not None:
        return None
    else:
        settings = dict(synthesis.settings)
    return [gate.operator, gate.time, SYNTHESES.index(type(synthesis)), settings]


def _evolution(operator: Any, time: Any, number: Any, settings: Any) -> Operation:
    if not set(exactly(settings, dict)) <= set(SETTINGS):
        raise WireError(f"settings {sorted(map(str, settings))!r:.80} of a synthesis")
    synthesis = SYNTHESES[natural(number, len(SYNTHESES) - 1)](**settings)
    if type(time) is complex:
        raise WireError("a complex time")
    return library.PauliEvolutionGate(operator, time=time, synthesis=synthesis)


def _pauli_of(operation: Any) -> Pauli:
    return Pauli((operation._pauli_z, operation._pauli_x, getattr(operation, "_pauli_phase", 0)))


def _multiple_parts(gate: Any) -> list[Any]:
    return [gate.base_gate, gate.num_ctrl_qubits, gate.num_target_qubits, gate.ctrl_state]


def _multiple(base: Any, controls: Any, targets: Any, state: Any) -> Operation:
    return library.MCMTGate(base, _size(controls), _size(targets), ctrl_state=exactly(state, int))


def _chain(controls: Any, state: Any, dirty: Any, relative: Any, action: Any) -> Operation:
    flags = {"dirty_ancillas": dirty, "relative_phase": relative, "action_only": action}
    return library.MCXVChain(_size(controls), ctrl_state=exactly(state, int), **flags)


# control flow


def _condition(condition: Any) -> Any:
    if isinstance(condition, expr.Expr):
        return condition
    bits, value = exactly(condition, tuple)
    if not isinstance(bits, (Clbit, ClassicalRegister)):
        raise WireError(f"a condition on a {type(bits).__name__}")
    return bits, exactly(value, int)


def _body(value: Any) -> QuantumCircuit:
    return exactly(value, QuantumCircuit)


def _condition_parts(condition: Any) -> Any:
    return condition if isinstance(condition, expr.Expr) else (condition[0], int(condition[1]))


def _if(condition: Any, yes: Any, no: Any) -> Operation:
    return IfElseOp(_condition(condition), _body(yes), None if no is None else _body(no))


def _for_parts(operation: Any) -> list[Any]:
    indices, parameter, body = operation.params
    return [indices if type(indices) is range else tuple(indices), parameter, body]


def _for(indices: Any, parameter: Any, body: Any) -> Operation:
    if type(indices) is not range:
        indices = tuple(exactly(index, int) for index in exactly(indices, tuple))
    return ForLoopOp(indices, parameter, _body(body))


def _switch_parts(operation: Any) -> list[Any]:
    cases = [
        ([None if value is CASE_DEFAULT else int(value) for value in values], body)
        for values, body in operation.cases_specifier()
    ]
    return [operation.target, *(part for case in cases for part in case)]


def _switch(target: Any, *parts: Any) -> Operation:
    cases = [
        (
            tuple(CASE_DEFAULT if value is None else exactly(value, int) for value in values),
            _body(body),
        )
        for values, body in zip(parts[::2], parts[1::2], strict=True)
    ]
    return SwitchCaseOp(target, cases)


def _box_parts(operation: Any) -> list[Any]:
    if operation.annotations:
        raise NotData("BoxOp", reason="it carries annotations")
    return [operation.body, operation.duration, operation.unit]


def _box(body: Any, duration: Any, unit: Any) -> Operation:
    return BoxOp(_body(body), duration=duration, unit=unit)


def _sizes(operation: Any) -> list[Any]:
    return [operation.num_qubits, operation.num_clbits]


def _oracle(name: Any, size: Any, inverted: Any, controls: Any, state: Any) -> Operation:
    return OpaqueOracle(
        exactly(name, str),
        _size(size),
        inverted=exactly(inverted, bool),
        controls=_size(controls),
        ctrl_state=exactly(state, int),
    )


LIBRARY: dict[str, Kind] = {
    "oracle": Kind(
        OpaqueOracle,
        lambda each: [each.oracle, each.size, each.inverted, each.controls, each.ctrl_state],
        _oracle,
    ),
    "measure": Kind(Measure, lambda _: [], Measure),
    "reset": Kind(Reset, lambda _: [], Reset),
    "barrier": Kind(Barrier, lambda each: [each.num_qubits], lambda count: Barrier(_size(count))),
    "delay": Kind(Delay, lambda each: [each.params[0], each.unit], Delay),
    "store": Kind(Store, lambda each: list(each.params), Store),
    "if": Kind(IfElseOp, lambda each: [_condition_parts(each.condition), *each.params], _if),
    "while": Kind(
        WhileLoopOp,
        lambda each: [_condition_parts(each.condition), *each.params],
        lambda condition, body: WhileLoopOp(_condition(condition), _body(body)),
    ),
    "for": Kind(ForLoopOp, _for_parts, _for),
    "switch": Kind(SwitchCaseOp, _switch_parts, _switch),
    "box": Kind(BoxOp, _box_parts, _box),
    "break": Kind(BreakLoopOp, _sizes, lambda q, c: BreakLoopOp(_size(q), _size(c))),
    "continue": Kind(ContinueLoopOp, _sizes, lambda q, c: ContinueLoopOp(_size(q), _size(c))),
    "unitary": Kind(
        library.UnitaryGate,
        lambda each: [np.asarray(each.params[0])],
        _unitary,
    ),
    "initialize": _state(library.Initialize),
    "prepare": _state(library.StatePreparation),
    "pauli": Kind(
        library.PauliGate,
        lambda each: list(each.params),
        lambda label: library.PauliGate(exactly(label, str)),
    ),
    "evolution": Kind(library.PauliEvolutionGate, _evolution_parts, _evolution),
    "permutation": Kind(
        library.PermutationGate,
        lambda each: [[int(place) for place in each.params[0]]],
        lambda pattern: library.PermutationGate(exactly(pattern, list)),
    ),
    "diagonal": _numbers(library.DiagonalGate),
    "ucrx": _numbers(library.UCRXGate),
    "ucry": _numbers(library.UCRYGate),
    "ucrz": _numbers(library.UCRZGate),
    "qft": Kind(
        library.QFTGate, lambda each: [each.num_qubits], lambda count: library.QFTGate(_size(count))
    ),
    "mcx": _controlled(library.MCXGate, 0),
    "mcx_gray": _controlled(library.MCXGrayCode, 0),
    "mcx_recursive": _controlled(library.MCXRecursive, 0),
    "mcx_chain": Kind(
        library.MCXVChain,
        lambda each: [
            each.num_ctrl_qubits,
            each.ctrl_state,
            each._dirty_ancillas,
            each._relative_phase,
            each._action_only,
        ],
        _chain,
    ),
    "c4x": Kind(
        library.C4XGate,
        lambda each: [each.ctrl_state],
        lambda state: library.C4XGate(ctrl_state=natural(state, 15)),
    ),
    "mcp": _controlled(library.MCPhaseGate, 1),
    "mcu1": _controlled(library.MCU1Gate, 1),
    "mcmt": Kind(library.MCMTGate, _multiple_parts, _multiple),
    "linear": Kind(
        library.LinearFunction,
        lambda each: [np.asarray(each.linear, dtype=bool)],
        lambda matrix: library.LinearFunction(exactly(matrix, np.ndarray), validate_input=True),
    ),
    "hamiltonian": Kind(
        library.HamiltonianGate,
        lambda each: list(each.params),
        lambda matrix, time: library.HamiltonianGate(exactly(matrix, np.ndarray), time),
    ),
    "pauli_measure": Kind(
        library.PauliProductMeasurement,
        lambda each: [_pauli_of(each)],
        library.PauliProductMeasurement,
    ),
    "pauli_rotation": Kind(
        library.PauliProductRotationGate,
        lambda each: [_pauli_of(each), each.params[0]],
        library.PauliProductRotationGate,
    ),
}
