"""Reads what acts on inputs (circuits, gates, operators, matrices) and compares two of them column by column."""

from __future__ import annotations

import cmath
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import Instruction
from qiskit.quantum_info import Clifford, Operator, Pauli

from grader.checks.diagnosis.ancillas import ancilla_difference, as_numbered, embedded
from grader.checks.diagnosis.notation import Array, angle_text, qubits_of
from grader.checks.diagnosis.unitaries import (
    column_distance,
    entry_difference,
    unitary_difference,
)
from grader.checks.equivalence.large import (
    WIDEST,
    WIDEST_STATE,
    Differs,
    affordable,
    compare_programs,
)
from grader.checks.reading.circuits import is_circuit, qubits_without_added, rebuilt, require_bound
from grader.checks.reading.data import (
    TargetError,
    Unreadable,
    complex_array,
    is_a,
    number,
    unreadable_type,
)
from grader.checks.reading.programs import Program, TooLarge, read_program
from grader.checks.simulation.dense import applied, columns_of
from grader.checks.verdict import Difference

KINDS = "QuantumCircuit, Gate, Operator, array"
MOST_ARRAY_QUBITS = 11
"""Qubits of the largest matrix: to see that one of 12 is unitary takes 10 s."""
_SHOWN = 22
"""Qubits of the largest circuit of which one column is computed for a counterexample."""


@dataclass(frozen=True)
class Layout:
    """Which qubits of an answer hold what.

    Attributes:
        qubits: how many the answer has.
        inputs: those that hold the input, in rising order: bit k of an input is that of the k-th. All others begin
            in |0>.
        ancillas: those that must end in |0>.
    """

    qubits: int
    inputs: tuple[int, ...]
    ancillas: tuple[int, ...]

    @property
    def data(self) -> tuple[int, ...]:
        """The qubits that are compared, in rising order."""
        return tuple(qubit for qubit in range(self.qubits) if qubit not in self.ancillas)


def width_of(value: Any, *, circuit_only: bool = False) -> int:
    """Return on how many qubits a circuit, gate, operator or matrix acts, before it is read.

    Raises:
        Unreadable: it is none of these, or its shape is not that of a matrix for qubits.
    """
    if is_circuit(value):
        return qubits_without_added(rebuilt(value))
    if circuit_only:
        raise unreadable_type(value, "QuantumCircuit")
    if is_a(value, Instruction):
        return int(value.num_qubits)
    return qubits_of(read_matrix(value))


def read_map(value: Any, *, fresh: Collection[int] | None = ()) -> Program | Array:
    """Return a circuit or gate as a program, an operator or an array as a matrix with orthonormal columns.

    Args:
        value: the circuit, gate, operator or array.
        fresh: qubits of a circuit that begin in |0> (`read_program`).

    Raises:
        Unreadable: it is none of these, or no isometry.
        TooLarge: a circuit has too many gates.
    """
    if is_circuit(value):
        return read_program(require_bound(rebuilt(value)), fresh=fresh)
    if is_a(value, Instruction):
        alone = QuantumCircuit(value.num_qubits, value.num_clbits)
        alone.append(value, range(value.num_qubits), range(value.num_clbits))
        return read_program(require_bound(alone), fresh=fresh)
    matrix = read_matrix(value)
    identity = np.eye(matrix.shape[1])
    if np.max(np.abs(matrix.conj().T @ matrix - identity)) > 1e-6:
        raise Unreadable("not_unitary")
    return matrix


def read_matrix(value: Any) -> Array:
    """Return an operator or an array as a matrix of shape (2**n, 2**m), m <= n; a vector is one column.

    Raises:
        Unreadable: it has another shape, or is no array of numbers.
    """
    if type(value) in (Operator, Pauli, Clifford):
        if value.num_qubits is not None and value.num_qubits > MOST_ARRAY_QUBITS:
            raise Unreadable(
                "wrong_size", case="too_many", got=value.num_qubits, limit=MOST_ARRAY_QUBITS
            )
        value = np.asarray(Operator(value).data)
    matrix = complex_array(value, KINDS)
    if matrix.ndim != 2 or matrix.shape[1] > matrix.shape[0]:
        raise Unreadable("wrong_size", case="matrix", got=str(matrix.shape))
    for length in matrix.shape:
        if length < 1 or length & (length - 1) or len(matrix) < 2:
            raise Unreadable("wrong_size", case="length", got=length)
    if qubits_of(matrix) > MOST_ARRAY_QUBITS:
        got = qubits_of(matrix)
        raise Unreadable("wrong_size", case="too_many", got=got, limit=MOST_ARRAY_QUBITS)
    return matrix


def columns(
    value: Program | Array, inputs: Sequence[int], *, widest: int = WIDEST_STATE
) -> Array | None:
    """Return what becomes of each basis input, shape (2**n, 2**len(inputs)); None if that is too much to compute.

    Qubits that a transpiler added are left out, if they are back in |0>.

    Args:
        value: a program or a matrix.
        inputs: the qubits that hold the input, in rising order. A matrix that is not square holds these columns alone.
        widest: most qubits in and out together of a program.
    """
    if isinstance(value, np.ndarray):
        if value.shape[0] != value.shape[1] or len(value) == 2 ** len(inputs):
            return value
        numbers = np.arange(2 ** len(inputs))
        rows = sum(((numbers >> place & 1) << bit for place, bit in enumerate(inputs)), 0 * numbers)
        return np.ascontiguousarray(value[:, rows])
    if not affordable(value, len(inputs), widest):
        return None
    found = columns_of(value, inputs)
    norms = np.linalg.norm(found, axis=0)
    if abs(norms - 1).max() > 1e-6:
        raise Unreadable("not_unitary", case="gate")
    kept = found[: 2**value.own]
    return kept if np.linalg.norm(kept, axis=0).min() > 1 - 1e-9 else found


def map_difference(
    actual: Program | Array,
    expected: Program | Array,
    layout: Layout,
    *,
    strict_phase: bool,
    tolerance: float,
) -> Difference | None:
    """Return how what an answer does to its inputs differs from what is asked, or None if it does not.

    Args:
        actual: the answer.
        expected: what is asked of the qubits `layout.data`; a program, a unitary matrix, or a matrix whose columns are
            what becomes of the inputs.
        layout: which qubits of the answer hold what.
        strict_phase: whether a global phase counts.
        tolerance: largest distance of two columns.

    Raises:
        TooLarge: it cannot be decided.
        Unreadable: the answer is no isometry.
    """
    data = layout.data
    places = [data.index(qubit) for qubit in layout.inputs if qubit in data]
    programs = isinstance(actual, Program) and isinstance(expected, Program)
    widest = WIDEST if programs and layout.inputs else WIDEST_STATE
    got = columns(actual, layout.inputs, widest=widest)
    wanted = None
    if isinstance(expected, np.ndarray) and len(places) < len(layout.inputs):
        wanted = expected  # an input that moves has no place there: these are the columns
    elif got is not None:
        wanted = columns(expected, places, widest=widest)
    if got is None or wanted is None:
        return _large_difference(actual, expected, layout, strict_phase, tolerance)
    if len(got) != 2**layout.qubits:
        return Difference("wrong_size", {"got": qubits_of(got), "expected": layout.qubits})
    if layout.ancillas:
        target = embedded(wanted, data, layout.qubits)
        if column_distance(got, target) > tolerance:
            dirty = ancilla_difference(got, layout.ancillas, tolerance)
            if dirty is not None:
                return dirty
        kept = got[rows_of(data)]
        got = kept / np.linalg.norm(kept, axis=0)
    backwards = _backwards(expected, places) if isinstance(expected, Program) else None
    found = unitary_difference(
        got, wanted, strict_phase=strict_phase, tolerance=tolerance, backwards=backwards
    )
    return None if found is None else as_numbered(found, data)


def indices(check: str, name: str, given: Iterable[int] | int) -> tuple[int, ...]:
    """Return indices of qubits in rising order; a number n stands for the first n.

    Raises:
        TargetError: they are no indices, or one stands there twice.
    """
    count = number(given)
    if type(count) is int and count >= 0:
        return tuple(range(count))
    listed = list(given) if type(given) in (list, tuple, range, set, frozenset) else [None]  # type: ignore[arg-type]
    plain = [number(one) for one in listed]
    found = sorted(one for one in plain if type(one) is int and one >= 0)
    if len(found) != len(plain) or len(set(found)) != len(found):
        raise TargetError(check, f"{name} must be indices of qubits, got {given!r}")
    return tuple(found)


def phase_difference(phase: float | None, tolerance: float) -> Difference | None:
    """Return the global phase that is the whole difference, or None if there is none.

    Raises:
        TooLarge: it is not known.
    """
    if phase is None:
        raise TooLarge("a circuit whose global phase is asked for")
    turn = cmath.exp(1j * phase)
    return (
        None
        if abs(turn - 1) <= tolerance
        else Difference("global_phase", {"angle": angle_text(turn)})
    )


def listed(qubits: Sequence[int]) -> str:
    """Return a few numbers as text."""
    text = ", ".join(map(str, qubits[:8]))
    return text + ", ..." if len(qubits) > 8 else text


def _large_difference(
    actual: Program | Array,
    expected: Program | Array,
    layout: Layout,
    strict_phase: bool,
    tolerance: float,
) -> Difference | None:
    """Return how two circuits differ whose matrices are too large, or None if they do not."""
    if not (isinstance(actual, Program) and isinstance(expected, Program)):
        raise TooLarge("a matrix is compared with a circuit on more qubits")
    found = compare_programs(
        actual, expected, inputs=layout.inputs, data=layout.data, tolerance=tolerance
    )
    if isinstance(found, Differs):
        return _shown(actual, expected, layout, found, tolerance)
    return phase_difference(found.phase, tolerance) if strict_phase else None


def _shown(
    actual: Program, expected: Program, layout: Layout, found: Differs, tolerance: float
) -> Difference:
    """Return what is said of a difference of large circuits: an amplitude where one input shows it."""
    general = Difference("wrong_unitary", {"case": "large", "qubits": listed(found.qubits)})
    if found.column is None or actual.qubits > _SHOWN or expected.qubits > _SHOWN:
        return general
    chosen = sorted({0, found.column})
    data = layout.data
    got = _some_columns(actual, chosen)[: 2**layout.qubits]
    moved = [sum((one >> qubit & 1) << place for place, qubit in enumerate(data)) for one in chosen]
    target = embedded(_some_columns(expected, moved)[: 2**expected.own], data, layout.qubits)
    if column_distance(got, target) <= tolerance:
        return general
    labels = ["".join(str(one >> qubit & 1) for qubit in reversed(layout.inputs)) for one in chosen]
    if layout.ancillas:
        dirty = ancilla_difference(got, layout.ancillas, tolerance, labels)
        if dirty is not None:
            return dirty
        rows = rows_of(data)
        got, target = got[rows], target[rows]
    return entry_difference(got, target, labels, tolerance)


def _some_columns(program: Program, chosen: Sequence[int]) -> Array:
    amplitudes = np.zeros((2**program.qubits, len(chosen)), dtype=np.complex128)
    amplitudes[chosen, range(len(chosen))] = np.exp(1j * program.phase)
    return applied(program.steps, amplitudes)


def rows_of(data: Sequence[int]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Return the basis states in which all qubits but some are 0, in the order of those."""
    numbers = np.arange(2 ** len(data))
    return sum(((numbers >> place & 1) << qubit for place, qubit in enumerate(data)), 0 * numbers)


def _backwards(expected: Program, places: Sequence[int]) -> Callable[[], Array]:
    """Return what computes the expected circuit with its gates in reverse order."""

    def computed() -> Array:
        steps = tuple(reversed(expected.steps))
        if any(step.matrix.shape[1] == 1 for step in steps):
            return np.zeros((1, 1), dtype=np.complex128)  # a preparation comes first or not at all
        found = columns(Program(expected.qubits, expected.own, steps, expected.phase), places)
        return np.zeros((1, 1), dtype=np.complex128) if found is None else found

    return computed
