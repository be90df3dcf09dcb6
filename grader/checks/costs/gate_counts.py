"""Walks through a circuit and counts what it is made of, each definition once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from qiskit import QuantumCircuit
from qiskit.circuit import (
    AnnotatedOperation,
    ControlFlowOp,
    ForLoopOp,
    IfElseOp,
    SwitchCaseOp,
    WhileLoopOp,
)

from grader.checks.costs import clifford_t
from grader.checks.costs.annotated import written_out
from grader.checks.costs.resources import Cost, Pair, Sum, nothing, one_layer, repeated, worst
from grader.checks.opaque import DEEPEST, is_opaque
from grader.checks.reading.data import Unreadable, is_a
from grader.checks.reading.standard_gates import is_free, is_of_qiskit, is_standard

_BOTH_WAYS = ("cz", "swap", "iswap", "cp", "cs", "csdg", "cu1", "rxx", "ryy", "rzz")
"""Two-qubit gates that are the same with their qubits exchanged."""


@dataclass(frozen=True)
class Counted:
    """What a circuit is made of.

    Attributes:
        cost: what it costs.
        names: every name met on the way, those of gates inside others too.
        leaves: names of the gates that were counted, in the order in which they were met first.
        oracles: name of a leaf that is a call of a black box -> the name of that.
    """

    cost: Cost
    names: frozenset[str]
    leaves: tuple[str, ...]
    oracles: Mapping[str, str]


def counted(
    circuit: QuantumCircuit,
    *,
    kept: frozenset[str] = frozenset(),
    with_t: bool = False,
    bounded: bool = True,
) -> Counted:
    """Return what a circuit is made of, everything that is no standard gate taken apart.

    Of branches the worst counts, for each resource by itself; a loop counts as often as it runs. A black box
    (`grader.checks.opaque`) is one gate and one call.

    Args:
        circuit: a plain circuit.
        kept: names of Qiskit's own gates that are not taken apart though they are no standard gates.
        with_t: whether T gates are counted, too.
        bounded: refuse a while loop, of whose cost nobody knows a bound; otherwise its body counts once.

    Raises:
        Unreadable: `unbounded_loop`, `not_clifford_t`, or an annotated operation that stands for no circuit.
    """
    walk = _Walk(kept, with_t, bounded)
    cost = walk.circuit(circuit, 0)
    return Counted(cost, frozenset(walk.names), tuple(walk.leaves), walk.oracles)


class _Walk:
    def __init__(self, kept: frozenset[str], with_t: bool, bounded: bool) -> None:
        self.names: set[str] = set()
        self.leaves: dict[str, None] = {}
        self.oracles: dict[str, str] = {}
        self._kept = kept
        self._with_t = with_t
        self._bounded = bounded
        self._known: dict[int, tuple[QuantumCircuit, Cost]] = {}
        self._small: dict[int, tuple[QuantumCircuit, Cost]] = {}
        self._wide: dict[str, Cost] = {}  # of standard gates: angles change nothing in it
        self._t_known: dict[int, tuple[QuantumCircuit, int]] = {}

    def circuit(self, circuit: QuantumCircuit, level: int) -> Cost:
        """Return what a circuit costs."""
        return self._sum(circuit, level, self._known, self._operation)

    def _sum(
        self,
        circuit: QuantumCircuit,
        level: int,
        known: dict[int, tuple[QuantumCircuit, Cost]],
        cost_of: Callable[[Any, int], Cost | None],
    ) -> Cost:
        if id(circuit) in known:
            return known[id(circuit)][1]
        places = {qubit: place for place, qubit in enumerate(circuit.qubits)}
        total = Sum(len(places))
        for instruction in circuit.data:
            cost = cost_of(instruction.operation, level)
            if cost is not None:
                total.add(cost, [places[qubit] for qubit in instruction.qubits])
        cost = total.cost()
        known[id(circuit)] = circuit, cost  # the first keeps the number its own
        return cost

    def _operation(self, operation: Any, level: int) -> Cost | None:
        """Return what an operation costs; None if it is free."""
        if is_free(operation):
            return None
        if is_opaque(operation):
            return self._leaf(operation)
        if level >= DEEPEST:
            return self._deepest(operation)
        if is_a(operation, AnnotatedOperation):
            circuit, times = written_out(operation)
            return repeated(self.circuit(circuit, level + 1), times)
        self.names.add(operation.name)
        if is_a(operation, ControlFlowOp):
            return self._control_flow(operation, level)
        known = operation.name in self._kept and is_of_qiskit(operation)
        definition = None if known or is_standard(operation) else operation.definition
        return (
            self._leaf(operation)
            if definition is None
            else self._inside(operation, definition, level)
        )

    def _deepest(self, operation: Any) -> Cost:
        """Return what a gate costs that is not taken apart any more: what it holds must not be hidden by that."""
        if is_standard(operation):
            return self._leaf(operation)
        raise Unreadable("forbidden_gate", name=str(operation.name)[:40])

    def _inside(self, operation: Any, definition: QuantumCircuit, level: int) -> Cost:
        try:
            return self.circuit(definition, level + 1)
        except Unreadable as problem:
            if problem.difference.code == "not_clifford_t" and is_of_qiskit(operation):
                raise clifford_t.no_count(operation) from problem  # the learner wrote this one
            raise

    def _control_flow(self, operation: Any, level: int) -> Cost:
        qubits = operation.num_qubits
        branches = [self.circuit(block, level + 1) for block in operation.blocks]
        if is_a(operation, WhileLoopOp) and self._bounded:
            raise Unreadable("unbounded_loop")
        if is_a(operation, ForLoopOp):
            return repeated(branches[0], len(operation.params[0]))
        if is_a(operation, IfElseOp, SwitchCaseOp):
            return worst(branches, qubits)
        return branches[0] if branches else nothing(qubits)

    def _leaf(self, operation: Any) -> Cost:
        """Return what a gate costs that counts as one; what it is made of says its two-qubit gates and T gates."""
        self.names.add(operation.name)
        self.leaves[operation.name] = None
        if is_opaque(operation):
            self.oracles[operation.name] = operation.oracle
        qubits = operation.num_qubits
        small = self._pairs(operation, 0) or nothing(qubits)
        return Cost(
            gates=1,
            two_qubit_gates=small.two_qubit_gates,
            t_count=self._t_count(operation, 0) if self._with_t else 0,
            calls={operation.oracle: 1} if is_opaque(operation) else {},
            depth=one_layer(qubits),
            two_qubit_depth=small.two_qubit_depth,
            pairs=small.pairs,
        )

    def _pairs(self, operation: Any, level: int) -> Cost | None:
        """Return the two-qubit gates of an operation; None if it has none."""
        qubits = operation.num_qubits
        if qubits < 2 or is_opaque(operation) or is_free(operation):
            return None
        if operation.name in self._wide and is_standard(operation):
            return self._wide[operation.name]
        definition = None
        if level < DEEPEST and not (is_standard(operation) and qubits == 2):
            definition = getattr(operation, "definition", None)
        if definition is not None:
            cost = self._sum(definition, level + 1, self._small, self._pairs)
            if is_standard(operation):
                self._wide[operation.name] = cost
            return cost
        layer = one_layer(qubits)
        both = is_standard(operation) and operation.name in _BOTH_WAYS
        ends = frozenset({Pair(0, 1, both)}) if qubits == 2 else frozenset()
        return Cost(1, 1, 0, {}, layer, layer, ends)

    def _t_count(self, operation: Any, level: int) -> int:
        if is_opaque(operation) or is_free(operation):
            return 0
        if is_standard(operation):
            known = clifford_t.t_count(operation.name, operation.params)
            if known is not None:
                return known
        definition = getattr(operation, "definition", None)
        if definition is None or level >= DEEPEST:
            raise clifford_t.no_count(operation)
        if id(definition) not in self._t_known:
            try:
                count = sum(self._t_count(each.operation, level + 1) for each in definition.data)
            except Unreadable as problem:
                # the learner wrote the outer one
                raise clifford_t.no_count(operation) from problem
            self._t_known[id(definition)] = definition, count
        return self._t_known[id(definition)][1]
