"""What a circuit costs, counted here and not by the checks: a rewrite is right only if it costs no more.

Gates that somebody defined are counted by what they are made of; Qiskit's standard gates count as one each. Barriers,
measurements and resets are no gates.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from qiskit import QuantumCircuit

_STANDARD = "qiskit.circuit.library.standard_gates"
_FREE = {"barrier", "delay", "measure", "reset", "save_statevector"}


@dataclass(frozen=True)
class Costs:
    """What a circuit uses.

    Attributes:
        qubits: how many wires it has.
        bits: how many classical bits.
        gates: all gates.
        depth: layers of gates.
        two_qubit_gates: gates on two or more qubits.
        two_qubit_depth: layers of these alone.
        t_count: gates t and tdg.
        names: the names of its gates.
        pairs: sets of qubits that a gate acts on together, in the order control, target.
        opaque: calls of gates without a definition, by name.
        composite: whether somebody's own gate is among the instructions.
    """

    qubits: int
    bits: int
    gates: int
    depth: int
    two_qubit_gates: int
    two_qubit_depth: int
    t_count: int
    names: frozenset[str]
    pairs: frozenset[tuple[int, ...]]
    opaque: tuple[tuple[str, int], ...]
    composite: bool


MEASURES = frozenset(
    {
        "qubits",
        "bits",
        "gates",
        "depth",
        "two_qubit_gates",
        "two_qubit_depth",
        "t_count",
        "names",
        "pairs",
        "composite",
    }
)
"""All that a contract can limit."""


def costs(circuit: QuantumCircuit) -> Costs:
    """Count what a circuit uses."""
    found: list[tuple[str, tuple[int, ...]]] = []
    opaque: Counter[str] = Counter()
    _collect(circuit, list(range(circuit.num_qubits)), found, opaque)
    wide = [places for _, places in found if len(places) > 1]
    return Costs(
        qubits=circuit.num_qubits,
        bits=circuit.num_clbits,
        gates=len(found),
        depth=_layers([places for _, places in found]),
        two_qubit_gates=len(wide),
        two_qubit_depth=_layers(wide),
        t_count=sum(name in {"t", "tdg"} for name, _ in found),
        names=frozenset(name for name, _ in found),
        pairs=frozenset(wide),
        opaque=tuple(sorted(opaque.items())),
        composite=any(_taken_apart(step.operation) for step in circuit.data),
    )


def no_dearer(rewritten: Costs, original: Costs, measures: frozenset[str]) -> bool:
    """Whether one circuit keeps every limit that the other one keeps, in the given measures."""
    if rewritten.opaque != original.opaque:
        return False
    for measure in measures:
        new, old = getattr(rewritten, measure), getattr(original, measure)
        if not new <= old:
            return False
    return True


def _taken_apart(operation: Any) -> bool:
    kind = getattr(
        operation, "base_class", type(operation)
    )  # singletons are of a class without a module
    known = operation.name in _FREE or operation.name == "unitary"
    return not known and not kind.__module__.startswith(_STANDARD)


def _collect(
    circuit: QuantumCircuit,
    wires: list[int],
    found: list[tuple[str, tuple[int, ...]]],
    opaque: Counter[str],
) -> None:
    for step in circuit.data:
        operation = step.operation
        places = [wires[circuit.find_bit(qubit).index] for qubit in step.qubits]
        if operation.name in _FREE:
            continue
        blocks = getattr(operation, "blocks", None)
        if blocks is not None:
            for block in blocks:
                _collect(block, places, found, opaque)
        elif not _taken_apart(operation):
            found.append((operation.name, tuple(places)))
        elif operation.definition is None:
            opaque[operation.name] += 1
            found.append((operation.name, tuple(places)))
        else:
            _collect(operation.definition, places, found, opaque)


def _layers(places: list[tuple[int, ...]]) -> int:
    reached: dict[int, int] = {}
    for group in places:
        layer = 1 + max((reached.get(wire, 0) for wire in group), default=0)
        reached.update(dict.fromkeys(group, layer))
    return max(reached.values(), default=0)
