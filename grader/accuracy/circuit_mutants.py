"""Small faults put into a circuit. A mutant returns None where it does not apply."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import Generator
from qiskit import QuantumCircuit, QuantumRegister
from qiskit.circuit import CircuitInstruction
from qiskit.circuit.library import CXGate, CZGate, HGate, SdgGate, SGate, TGate, XGate, YGate, ZGate
from qiskit.quantum_info import Operator, Statevector

from grader.accuracy.circuit_rewrites import CircuitChange

Steps = list[CircuitInstruction]


def _with(circuit: QuantumCircuit, steps: Steps) -> QuantumCircuit:
    made = circuit.copy_empty_like()
    for step in steps:
        made.append(step)
    return made


def _gates(circuit: QuantumCircuit) -> list[int]:
    """Return the places of gates: no barriers, measurements, blocks."""
    return [
        place
        for place, step in enumerate(circuit.data)
        if not step.clbits and step.operation.name not in {"barrier", "reset", "delay", "if_else"}
    ]


def _at(places: list[int], fraction: float) -> int | None:
    return places[min(int(fraction * len(places)), len(places) - 1)] if places else None


def _every(_step: CircuitInstruction) -> bool:
    return True


def _on_gate(
    change: Callable[[CircuitInstruction], Any | None],
    fraction: float,
    only: Callable[[CircuitInstruction], bool] = _every,
) -> CircuitChange:
    """Return a mutant that replaces the gate at a fraction of the way by other instructions."""

    def mutant(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
        place = _at([k for k in _gates(circuit) if only(circuit.data[k])], fraction)
        if place is None:
            return None
        new = change(circuit.data[place])
        if new is None:
            return None
        steps = list(circuit.data)
        return _with(circuit, [*steps[:place], *new, *steps[place + 1 :]])

    return mutant


def _turned(step: CircuitInstruction) -> list[CircuitInstruction]:
    return [step.replace(qubits=tuple(reversed(step.qubits)))]


def _angled(change: Callable[[float], float]) -> Callable[[CircuitInstruction], Any]:
    def replaced(step: CircuitInstruction) -> list[CircuitInstruction] | None:
        operation = step.operation.to_mutable()
        operation.params = [change(operation.params[0]), *operation.params[1:]]
        return [step.replace(operation=operation)]

    return replaced


def _has_angle(step: CircuitInstruction) -> bool:
    parameters = step.operation.params
    return bool(parameters) and isinstance(parameters[0], float) and abs(parameters[0]) > 1e-6


def _wide(step: CircuitInstruction) -> bool:
    return len(step.qubits) > 1


def _added(gate: Any, fraction: float, qubit: float) -> CircuitChange:
    """Return a mutant with one more gate, before the measurements."""

    def mutant(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
        count = gate.num_qubits
        if circuit.num_qubits < count:
            return None
        steps = list(circuit.data)
        free = next((k for k, step in enumerate(steps) if step.clbits), len(steps))
        place = min(int(fraction * (free + 1)), free)
        first = min(int(qubit * circuit.num_qubits), circuit.num_qubits - 1)
        wires = [circuit.qubits[(first + k) % circuit.num_qubits] for k in range(count)]
        return _with(circuit, [*steps[:place], CircuitInstruction(gate, wires), *steps[place:]])

    return mutant


def _reversed_qubits(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
    if circuit.num_qubits < 2:
        return None
    wires = list(reversed(range(circuit.num_qubits)))
    return circuit.copy_empty_like().compose(circuit, qubits=wires, clbits=circuit.clbits)


def _reversed_bits(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
    if circuit.num_clbits < 2:
        return None
    cells = list(reversed(range(circuit.num_clbits)))
    return circuit.copy_empty_like().compose(circuit, qubits=circuit.qubits, clbits=cells)


def _bare(circuit: QuantumCircuit) -> tuple[QuantumCircuit, Steps]:
    """Return the gates before the first measurement, and the rest."""
    steps = list(circuit.data)
    free = next((k for k, step in enumerate(steps) if step.clbits), len(steps))
    return _with(circuit, steps[:free]), steps[free:]


def _whole(change: Callable[[QuantumCircuit], QuantumCircuit]) -> CircuitChange:
    """Return a mutant of everything before the first measurement."""

    def mutant(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
        bare, rest = _bare(circuit)
        gates = QuantumCircuit(circuit.qubits, global_phase=circuit.global_phase)
        for step in bare.data:
            gates.append(step)
        changed = change(gates)
        made = circuit.copy_empty_like()
        made.global_phase = 0
        made = made.compose(changed, qubits=range(circuit.num_qubits))
        for step in rest:
            made.append(step)
        return made

    return mutant


def _conjugated(circuit: QuantumCircuit) -> QuantumCircuit:
    made = QuantumCircuit(circuit.qubits)
    made.unitary(Operator(circuit).data.conj(), circuit.qubits)
    return made


def _basis_changed(circuit: QuantumCircuit) -> QuantumCircuit:
    made = circuit.copy_empty_like()
    made.h(circuit.qubits)
    made.compose(circuit, inplace=True)
    made.h(circuit.qubits)
    return made


def _dirty_ancilla(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
    """Add a qubit that stays entangled with qubit 0."""
    if not circuit.num_qubits:
        return None
    bare, rest = _bare(circuit)
    bare.add_register(QuantumRegister(1, "spare"))
    bare.cx(0, bare.num_qubits - 1)
    for step in rest:
        bare.append(step)
    return bare


def _phase(angle: float) -> CircuitChange:
    def mutant(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
        made = circuit.copy()
        made.global_phase += angle
        return made

    return mutant


def _without_measurements(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
    return circuit.remove_final_measurements(inplace=False) if circuit.num_clbits else None


def _measured_at_once(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
    """Measure qubit 0 before the last gate, into no bit that is told: a reset of the phases."""
    bare, rest = _bare(circuit)
    places = _gates(bare)
    if not places:
        return None
    steps = list(bare.data)
    made = circuit.copy_empty_like()
    for step in [*steps[: places[-1]]]:
        made.append(step)
    made.reset(0)
    for step in [*steps[places[-1] :], *rest]:
        made.append(step)
    return made


def _nothing(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit:
    _, rest = _bare(circuit)
    made = _with(circuit, rest)
    made.global_phase = 0
    return made


def _state_instead(circuit: QuantumCircuit, _rng: Generator) -> Any:
    return Statevector(_bare(circuit)[0].remove_final_measurements(inplace=False))


def _operator_instead(circuit: QuantumCircuit, _rng: Generator) -> Any:
    bare = _bare(circuit)[0].remove_final_measurements(inplace=False)
    return Operator(bare) if bare.num_qubits <= 6 else None


_DEAR = {"t", "tdg", "ccx", "ccz", "cswap", "rccx"}


def padded(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit:
    """Return a circuit that does the same with far too many gates of the kinds that it has already."""
    bare, rest = _bare(circuit)
    wide = next((s for s in bare.data if _wide(s) and s.operation.name in {"cx", "cz"}), None)
    if wide is None and bare.num_qubits > 1:
        wide = CircuitInstruction(CXGate(), bare.qubits[:2])
    dear = next((s for s in bare.data if s.operation.name in _DEAR), None)
    turns = 4 * (len(bare.data) + 25)
    for _ in range(turns):
        if dear is not None:
            bare.append(dear)
            bare.append(dear.replace(operation=dear.operation.inverse()))
        if wide is not None:
            bare.append(wide)
            bare.append(wide)
        bare.h(0)
        bare.h(0)
    for step in rest:
        bare.append(step)
    return bare


_THIRDS = (0.0, 0.34, 0.67, 0.99)

MUTANTS: dict[str, CircuitChange] = {
    **{f"gate dropped at {f:.0%}": _on_gate(lambda _: [], f) for f in _THIRDS},
    **{f"gate doubled at {f:.0%}": _on_gate(lambda s: [s, s], f) for f in _THIRDS},
    **{f"control and target swapped at {f:.0%}": _on_gate(_turned, f, _wide) for f in _THIRDS},
    **{
        f"gate inverted at {f:.0%}": _on_gate(
            lambda s: [s.replace(operation=s.operation.inverse())], f
        )
        for f in _THIRDS
    },
    **{
        f"angle {what} at {f:.0%}": _on_gate(_angled(change), f, _has_angle)
        for f in _THIRDS
        for what, change in {
            "shifted by 0.05": lambda angle: angle + 0.05,
            "negated": lambda angle: -angle,
            "halved": lambda angle: angle / 2,
            "doubled": lambda angle: 2 * angle,
            "shifted by pi": lambda angle: angle + np.pi,
        }.items()
    },
    **{
        f"{gate.name} added at {f:.0%}, qubit at {q:.0%}": _added(gate, f, q)
        for gate in (
            XGate(),
            YGate(),
            ZGate(),
            HGate(),
            SGate(),
            SdgGate(),
            TGate(),
            CXGate(),
            CZGate(),
        )
        for f, q in ((0.0, 0.0), (0.5, 0.6), (0.99, 0.0), (0.99, 0.99))
    },
    "qubits reversed": _reversed_qubits,
    "bits reversed": _reversed_bits,
    "inverse": _whole(lambda circuit: circuit.inverse()),
    "conjugated": _whole(_conjugated),
    "in another basis": _whole(_basis_changed),
    "gates in reverse order": _whole(lambda circuit: circuit.reverse_ops()),
    "ancilla left dirty": _dirty_ancilla,
    "global phase 0.5": _phase(0.5),
    "global phase pi": _phase(np.pi),
    "measurements left out": _without_measurements,
    "qubit 0 reset on the way": _measured_at_once,
    "nothing done": _nothing,
    "a Statevector instead of a circuit": _state_instead,
    "an Operator instead of a circuit": _operator_instead,
}
"""Mutants by name."""
