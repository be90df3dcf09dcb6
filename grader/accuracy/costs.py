"""What a circuit costs, counted here and not by the checks: a rewrite is right only if it costs no more.

Gates that somebody defined are counted by what they are made of; Qiskit's standard gates count as one each. Barriers,
measurements and resets are no gates.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

from qiskit import QuantumCircuit

_STANDARD = "qiskit.circuit.library.standard_gates"
_FREE = {"barrier", "delay", "measure", "reset", "save_statevector"}
_T_GATES = {"t": 1, "tdg": 1, "ccx": 7, "ccz": 7, "cswap": 7, "rccx": 4, "rcccx": 8, "ch": 2}
_T_GATES |= {"cs": 3, "csdg": 3, "csx": 3}
_CLIFFORD = {"id", "x", "y", "z", "h", "s", "sdg", "sx", "sxdg", "global_phase"}
_CLIFFORD |= {"cx", "cy", "cz", "swap", "iswap", "dcx", "ecr"}
_T_GATES |= dict.fromkeys(_FREE | _CLIFFORD, 0)
_TURNS = {"p", "u1", "rx", "ry", "rz", "rxx", "ryy", "rzz", "rzx"}


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
        t_count: T gates, those inside larger gates too; infinite if a gate is not made of Clifford gates and T.
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
    t_count: float
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
        t_count=_t_gates(circuit),
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


def _t_gates(circuit: QuantumCircuit) -> float:
    return sum(_t_gates_of(step.operation) for step in circuit.data)


def _t_gates_of(operation: Any) -> float:
    """Return how many T gates a gate is made of."""
    name, blocks = operation.name, getattr(operation, "blocks", None)
    if blocks is not None:
        return max(map(_t_gates, blocks))
    if name in _T_GATES:
        return _T_GATES[name]
    if name in _TURNS or name in {"u", "u3"}:
        return _t_gates_of_turns([_eighths(angle) for angle in operation.params])
    if name == "unitary":
        return math.inf  # whatever its synthesis would find
    if operation.definition is None:
        return 0  # a call of an oracle
    return _t_gates(operation.definition)


def _t_gates_of_turns(eighths: list[float]) -> float:
    if math.inf in eighths:
        return math.inf
    if len(eighths) == 3 and eighths[0] % 4 == 0:  # the turns before and after are about one axis
        theta, phi, lam = eighths
        eighths = [phi + lam if theta % 8 == 0 else phi - lam]
    return sum(number % 2 for number in eighths)


def _eighths(angle: Any) -> float:
    """Return an angle in units of π/4; infinite if that is no whole number."""
    try:
        number = float(angle) / (math.pi / 4)
    except TypeError:
        return math.inf
    return round(number) if abs(number - round(number)) < 1e-8 else math.inf


def _layers(places: list[tuple[int, ...]]) -> int:
    reached: dict[int, int] = {}
    for group in places:
        layer = 1 + max((reached.get(wire, 0) for wire in group), default=0)
        reached.update(dict.fromkeys(group, layer))
    return max(reached.values(), default=0)
