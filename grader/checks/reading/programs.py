"""Reads a circuit as a program: a list of matrices on numbered qubits, free of layouts, barriers and nested gates.

A program is what all comparisons of circuits work on. Its steps are small matrices, most of them with controls, so that
a gate with ten controls costs no more than one without.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import ControlledGate
from qiskit.circuit.library import Initialize, StatePreparation

from grader.checks.reading.circuits import flattened, kind_of, without_measurements_at_end
from grader.checks.reading.data import Unreadable, is_a
from grader.checks.reading.gates import definition_of, matrix_of

Matrix = np.ndarray[Any, np.dtype[np.complex128]]

MOST_STEPS = 200_000
"""Definitions inside definitions can make a short circuit endless."""
_DEEPEST = 50
_ONE_CONTROL = frozenset(
    (
        "ch",
        "cp",
        "crx",
        "cry",
        "crz",
        "cs",
        "csdg",
        "cswap",
        "csx",
        "cu",
        "cu1",
        "cu3",
        "cx",
        "cy",
        "cz",
    )
)
_CONTROLS = dict.fromkeys(_ONE_CONTROL, 1) | dict.fromkeys(("ccx", "ccz"), 2)
"""Qiskit's own gates whose first qubits are controls -> how many of them."""
_X: Matrix = np.array([[0, 1], [1, 0]], dtype=np.complex128)
_SWAP: Matrix = np.eye(4, dtype=np.complex128)[[0, 2, 1, 3]]


class TooLarge(Exception):
    """Something is too large to be decided here.

    Attributes:
        reason: what is, in a few words for people.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Step(NamedTuple):
    """One matrix on some qubits, under controls.

    Attributes:
        matrix: shape (2**k, 2**k), or (2**k, 1) for the preparation of a state on k qubits that are in |0>.
        targets: the k qubits it acts on, the least significant first.
        controls: qubits that must be in |1> for it to act.
    """

    matrix: Matrix
    targets: tuple[int, ...]
    controls: tuple[int, ...] = ()


@dataclass(frozen=True)
class Program:
    """A circuit without measurements, in the numbering of its author.

    Attributes:
        qubits: how many there are, those that a transpiler added (in |0>, to be left so) included; they come last.
        own: how many there are without those.
        steps: what is done, in order.
        phase: the global phase in radians.
    """

    qubits: int
    own: int
    steps: tuple[Step, ...]
    phase: float


def read_program(circuit: QuantumCircuit, *, fresh: Collection[int] | None = ()) -> Program:
    """Return the program of a circuit; measurements at its end and barriers are left out.

    A transpiled circuit gets back the numbering that it had before: its layout says where each qubit went.

    Args:
        circuit: a plain circuit (`circuits.plain_circuit`).
        fresh: qubits that begin in |0>; None stands for all. They may be reset and initialised before anything else.

    Raises:
        Unreadable: no unitary describes the circuit, or one of its gates has no definition.
        TooLarge: it has more than `MOST_STEPS` steps.
    """
    entering, leaving, own = _places(circuit)
    if not all(instruction.is_standard_gate() for instruction in circuit.data):
        circuit, _ = without_measurements_at_end(flattened(circuit))
    begin = range(circuit.num_qubits) if fresh is None else [*fresh, *range(own, len(entering))]
    reader = _Reader(set(begin))
    index = {bit: entering[place] for place, bit in enumerate(circuit.qubits)}
    reader.read(circuit, index)
    steps = reader.steps
    if leaving != entering:
        steps += _rearranged([leaving[entering.index(wire)] for wire in range(len(entering))])
    return Program(circuit.num_qubits, own, tuple(steps), reader.phase)


def shifted(steps: Iterable[Step], places: Sequence[int]) -> list[Step]:
    """Return the steps with qubit k called `places[k]`."""
    return [
        Step(
            step.matrix,
            tuple(places[qubit] for qubit in step.targets),
            tuple(places[qubit] for qubit in step.controls),
        )
        for step in steps
    ]


def _places(circuit: QuantumCircuit) -> tuple[list[int], list[int], int]:
    """Return as which qubit of its author each place of a circuit begins and ends, and how many the author had."""
    everywhere = list(range(circuit.num_qubits))
    layout = circuit.layout
    if layout is None:
        return everywhere, everywhere, circuit.num_qubits
    own = layout.initial_index_layout(filter_ancillas=True)
    ends = layout.final_index_layout(filter_ancillas=True)
    return _numbering(own, everywhere), _numbering(ends, everywhere), len(own)


def _numbering(places: list[int], everywhere: list[int]) -> list[int]:
    known = set(places)
    order = [*places, *(place for place in everywhere if place not in known)]
    numbers = [0] * len(order)
    for number, place in enumerate(order):
        numbers[place] = number
    return numbers


def _rearranged(ends: list[int]) -> list[Step]:
    """Return the swaps that bring what is on qubit k to qubit `ends[k]`."""
    steps = []
    ends = list(ends)
    for place in range(len(ends)):
        while ends[place] != place:
            other = ends[place]
            steps.append(Step(_SWAP, (place, other)))
            ends[place], ends[other] = ends[other], other
    return steps


def _is_stale(base: Any) -> bool:
    """Return whether Qiskit forgot a base gate when it bound the parameters of its controlled gate."""
    definition = getattr(base, "_definition", None)
    return definition is not None and bool(definition.num_parameters)


class _Reader:
    """Walks through a circuit and its definitions.

    Attributes:
        steps: found so far.
        phase: found so far, in radians.
    """

    def __init__(self, fresh: set[int]) -> None:
        self.steps: list[Step] = []
        self.phase = 0.0
        self._fresh = fresh
        self._read = 0

    def read(
        self,
        circuit: QuantumCircuit,
        places: dict[Any, int],
        controls: tuple[int, ...] = (),
        depth: int = 0,
        *,
        preparing: bool = False,
    ) -> None:
        """Read all instructions of a circuit.

        Args:
            circuit: the circuit, or a gate's definition.
            places: its qubits -> their numbers in the program.
            controls: what all of it hangs on.
            depth: in how many definitions it stands.
            preparing: whether resets in it are those of an initialisation of fresh qubits.
        """
        if depth > _DEEPEST:
            raise Unreadable("wrong_type", case="opaque")
        self._read += 1
        if self._read > MOST_STEPS:  # definitions can double without a gate in the innermost
            raise TooLarge(f"more than {MOST_STEPS} gates inside gates")
        self._turn(float(circuit.global_phase), controls)
        for instruction in circuit.data:
            qubits = tuple(places[bit] for bit in instruction.qubits)
            if instruction.is_standard_gate():
                self._standard(instruction, qubits, controls)
            else:
                skipped = preparing and kind_of(instruction.operation) == "reset"
                if skipped or not self._other(instruction, qubits, controls, depth):
                    continue
            if self._fresh:
                self._fresh.difference_update(qubits)

    def _add(self, matrix: Matrix, targets: tuple[int, ...], controls: tuple[int, ...]) -> None:
        if len(self.steps) >= MOST_STEPS:
            raise TooLarge(f"more than {MOST_STEPS} gates")
        self.steps.append(Step(matrix, targets, controls))

    def _turn(self, angle: float, controls: tuple[int, ...]) -> None:
        """Add a phase, which under controls is a gate on one of them."""
        if not math.isfinite(angle):
            raise Unreadable("not_unitary", case="gate")
        if not controls:
            self.phase += angle
        elif angle:
            turn = np.diag([1, cmath.exp(1j * angle)])
            self._add(turn, controls[:1], controls[1:])

    def _standard(
        self, instruction: Any, qubits: tuple[int, ...], controls: tuple[int, ...]
    ) -> None:
        matrix = instruction.matrix
        if instruction.params and not np.isfinite(matrix).all():
            raise Unreadable("not_unitary", case="gate")
        if not qubits:  # a gate that is nothing but a global phase
            self._turn(cmath.phase(matrix[0, 0]), controls)
            return
        count = _CONTROLS.get(instruction.name, 0)
        if count:
            matrix = matrix[2**count - 1 :: 2**count, 2**count - 1 :: 2**count]
        self._add(matrix, qubits[count:], controls + qubits[:count])

    def _other(
        self, instruction: Any, qubits: tuple[int, ...], controls: tuple[int, ...], depth: int
    ) -> bool:
        """Read what is no standard gate; return whether it does anything."""
        operation = instruction.operation
        kind = kind_of(operation)
        if kind == "idle" or (kind == "reset" and self._fresh.issuperset(qubits)):
            return False
        unused = not controls and self._fresh.issuperset(qubits)
        if kind in ("measure", "reset", "control") or (kind == "initialize" and not unused):
            raise Unreadable("wrong_type", case="mid_circuit", name=operation.name)
        if unused and self._prepare(operation, qubits):
            return True
        if is_a(operation, ControlledGate) and not _is_stale(operation.base_gate):
            self._controlled(operation, qubits, controls, depth)
            return True
        matrix = matrix_of(instruction)
        if matrix is not None:
            self._add(matrix, qubits, controls)
        else:
            self._define(operation, qubits, controls, depth)
        return True

    def _define(
        self, operation: Any, qubits: tuple[int, ...], controls: tuple[int, ...], depth: int
    ) -> None:
        definition = definition_of(operation)
        bits = definition.qubits
        if len(bits) != len(qubits):
            raise Unreadable("wrong_type", case="opaque")
        places = dict(zip(bits, qubits, strict=True))
        kind = kind_of(operation)
        fresh = set(self._fresh)
        self.read(definition, places, controls, depth + 1, preparing=kind == "initialize")
        self._fresh = fresh

    def _prepare(self, operation: Any, qubits: tuple[int, ...]) -> bool:
        """Take a preparation of fresh qubits as the state that it makes; False if it is none that tells it."""
        if not is_a(operation, Initialize, StatePreparation) or getattr(
            operation, "_inverse", False
        ):
            return False
        amplitudes = operation.params
        if len(amplitudes) != 2 ** len(qubits) or isinstance(amplitudes[0], str):
            return False
        vector = np.array(amplitudes, dtype=np.complex128)
        if not abs(np.linalg.norm(vector) - 1) <= 1e-9:
            return False
        self._add(vector.reshape(-1, 1), qubits, ())
        return True

    def _controlled(
        self, gate: Any, qubits: tuple[int, ...], controls: tuple[int, ...], depth: int
    ) -> None:
        """Read a gate of one's own with controls, some of which may act at 0."""
        count, state = gate.num_ctrl_qubits, gate.ctrl_state
        own, targets = qubits[:count], qubits[count:]
        negated = [qubit for place, qubit in enumerate(own) if not state >> place & 1]
        for qubit in negated:
            self._add(_X, (qubit,), ())
        inner = QuantumCircuit(len(targets))
        inner.append(gate.base_gate, range(len(targets)))
        fresh, self._fresh = self._fresh, set()
        places = dict(zip(inner.qubits, targets, strict=True))
        self.read(inner, places, controls + own, depth + 1)
        self._fresh = fresh
        for qubit in negated:
            self._add(_X, (qubit,), ())
