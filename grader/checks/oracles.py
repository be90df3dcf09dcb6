"""Check of oracles: circuits that mark some of their inputs, by a phase or on a target qubit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import Instruction

from grader.checks.diagnosis.oracles import Task, oracle_difference
from grader.checks.reading.circuits import is_circuit, plain_circuit
from grader.checks.reading.data import MAXIMUM_QUBITS, TargetError, Unreadable, is_a
from grader.checks.reading.programs import TooLarge, read_program
from grader.checks.simulation.dense import applied
from grader.checks.simulation.oracle_action import Action, Array
from grader.checks.unitaries import read_unitary
from grader.checks.verdict import NotDecidedError, fail

_CHECK = "assert_marks"
_KINDS = ("phase", "bit")

Marked = Iterable[str | int] | Callable[[str], bool]


def assert_marks(
    oracle: object,
    marked: Marked,
    *,
    kind: str = "phase",
    qubits: int | Sequence[int],
    target: int | None = None,
    ancillas: Sequence[int] | None = (),
    strict_phase: bool = False,
    tolerance: float = 1e-6,
) -> None:
    """Check that an oracle marks exactly the inputs that it should, and changes nothing else.

    A phase oracle gives the marked basis states |x> of its register a factor of -1. A bit oracle flips the target:
    |x>|t> becomes |x>|t ⊕ 1> for the marked ones. Every input is looked at, with all phases relative to each other (so
    CCX with a stray CZ is no CCX), and the worst decides. Ancillas begin in |0> and must come back to it. How the
    oracle was built does not matter; measurements at its end and barriers are ignored.

    Args:
        oracle: your answer: a `QuantumCircuit`, a gate, an `Operator` or a unitary array.
        marked: the inputs to mark: bit strings such as "101" (qubit 0 rightmost), numbers, or a function that says of
            a bit string whether it is marked.
        kind: "phase" or "bit".
        qubits: how many qubits the register has, then they are the first ones; or their indices, the least
            significant first.
        target: index of the qubit that a bit oracle flips; by default the first that is in neither register nor
            ancillas.
        ancillas: indices of the ancillas; None for all other qubits, however many the answer has.
        strict_phase: if True, a global phase counts too: then -1 on all unmarked inputs is not the same.
        tolerance: largest distance (Euclidean norm) between what becomes of a basis state and what should.

    Raises:
        CheckFailed: `misses_input`, `marks_too_many`, `marks_other`, `marks_complement`, `qubit_order_reversed`,
            `oracle_phase`, `not_an_oracle`, `dirty_ancilla`, `global_phase`, `wrong_size`, `wrong_type`, `not_unitary`.
        NotDecidedError: the circuit has too many gates to tell whether a small error is within the tolerance.
        TargetError: `marked` or the numbering of the qubits makes no sense.

    Example:
        >>> circuit = QuantumCircuit(2)
        >>> _ = circuit.cz(0, 1)
        >>> assert_marks(circuit, ["11"], qubits=2)
        >>> assert_marks(circuit, lambda bits: bits.count("1") == 2, qubits=2)
    """
    if kind not in _KINDS:
        raise TargetError(_CHECK, f"expected kind 'phase' or 'bit', got {kind!r:.40}")
    register = list(range(qubits)) if isinstance(qubits, int) else list(qubits)
    if not 1 <= len(register) <= MAXIMUM_QUBITS:
        raise TargetError(_CHECK, f"expected 1 to {MAXIMUM_QUBITS} qubits, got {len(register)}")
    task = Task(kind, len(register), _marked(marked, len(register)))
    places = [*register, *_target(kind, register, target, ancillas or ())]
    named = [*places, *(ancillas or ())]
    if len(set(named)) != len(named) or min(named) < 0:
        raise TargetError(_CHECK, f"expected different qubits, got {named}")
    try:
        action = _action(oracle, places, named, exactly=ancillas is not None)
        difference = oracle_difference(action, task, strict_phase=strict_phase, tolerance=tolerance)
    except Unreadable as problem:
        fail(_CHECK, problem.difference)
    except TooLarge as problem:
        raise NotDecidedError(_CHECK, problem.reason) from problem
    if difference is not None:
        fail(_CHECK, difference)


def _marked(marked: Marked, qubits: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return for each value of the register whether it is marked."""
    size = 1 << qubits
    if callable(marked):
        chosen = [bool(marked(format(number, f"0{qubits}b"))) for number in range(size)]
        return np.array(chosen, dtype=np.bool_)
    hit = np.zeros(size, dtype=np.bool_)
    for one in marked:
        text = isinstance(one, str) and len(one) == qubits and set(one) <= {"0", "1"}
        number = int(one, 2) if isinstance(one, str) and text else one
        if isinstance(number, str) or not 0 <= number < size:
            raise TargetError(_CHECK, f"expected an input of {qubits} bits, got {one!r:.40}")
        hit[number] = True
    return hit


def _target(
    kind: str, register: Sequence[int], target: int | None, ancillas: Sequence[int]
) -> list[int]:
    if kind == "phase":
        if target is not None:
            raise TargetError(_CHECK, "expected no target: a phase oracle has none")
        return []
    if target is not None:
        return [target]
    taken = {*register, *ancillas}
    return [next(place for place in range(len(taken) + 1) if place not in taken)]


def _action(oracle: Any, places: list[int], named: list[int], *, exactly: bool) -> Action:
    """Return what an answer does.

    Args:
        oracle: the answer.
        places: qubits of the input.
        named: all qubits that the contract names.
        exactly: whether there may be no others.
    """
    if is_a(oracle, Instruction):
        alone = QuantumCircuit(oracle.num_qubits, oracle.num_clbits)
        alone.append(oracle, alone.qubits, alone.clbits)
        oracle = alone
    if not is_circuit(oracle):
        matrix = read_unitary(oracle)
        qubits = len(matrix).bit_length() - 1
        _require_size(qubits, named, exactly)
        return Action(lambda amplitudes: matrix @ amplitudes, qubits, places, 1)
    circuit = plain_circuit(oracle)
    fresh = set(range(circuit.num_qubits)) - set(places)
    program = read_program(circuit, fresh=fresh)
    _require_size(program.own, named, exactly)

    def apply(amplitudes: Array) -> Array:
        result: Array = applied(program.steps, amplitudes) * np.exp(1j * program.phase)
        return result

    return Action(apply, program.qubits, places, len(program.steps))


def _require_size(qubits: int, named: list[int], exactly: bool) -> None:
    if max(named) >= qubits or (exactly and qubits != len(named)):
        expected = len(named) if exactly else max(named) + 1
        raise Unreadable("wrong_size", got=qubits, expected=expected)
