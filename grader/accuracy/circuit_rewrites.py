"""Other ways to build the same circuit. A rewrite returns None where it does not apply.

Whether a rewrite is right is not taken on trust: each one is proven by `grader.accuracy.meaning`, and its costs are
counted by `grader.accuracy.costs`, before a refusal counts against a check.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.random import Generator
from qiskit import ClassicalRegister, QuantumCircuit, QuantumRegister, transpile
from qiskit.circuit import CircuitInstruction

CircuitChange = Callable[[QuantumCircuit, Generator], QuantumCircuit | None]

_BASES = {
    "u_cx": ["u", "cx"],
    "rz_sx_cx": ["rz", "sx", "x", "cx"],
    "rx_rz_cx": ["rx", "rz", "cx"],
    "rx_ry_rz_cz": ["rx", "ry", "rz", "cz"],
    "u_ecr": ["u", "ecr"],
    "rz_rx_rzz": ["rz", "rx", "rzz"],
}


def _transpiled(basis: list[str], level: int) -> CircuitChange:
    def change(circuit: QuantumCircuit, rng: Generator) -> QuantumCircuit | None:
        return transpile(
            circuit,
            basis_gates=basis,
            optimization_level=level,
            seed_transpiler=int(rng.integers(1 << 30)),
        )

    return change


def _optimised(circuit: QuantumCircuit, rng: Generator) -> QuantumCircuit:
    return transpile(circuit, optimization_level=2, seed_transpiler=int(rng.integers(1 << 30)))


def _with(circuit: QuantumCircuit, steps: list[CircuitInstruction]) -> QuantumCircuit:
    made = circuit.copy_empty_like()
    for step in steps:
        made.append(step)
    return made


def _is_gate(step: CircuitInstruction) -> bool:
    return not step.clbits and step.operation.name not in {"barrier", "reset", "delay", "if_else"}


def _commuted(circuit: QuantumCircuit, rng: Generator) -> QuantumCircuit | None:
    """Exchange neighbours that share no wire."""
    steps = list(circuit.data)
    for _ in range(2 * len(steps)):
        if len(steps) < 2:
            return None
        at = int(rng.integers(len(steps) - 1))
        one, two = steps[at], steps[at + 1]
        if not (set(one.qubits) | set(one.clbits)) & (set(two.qubits) | set(two.clbits)):
            steps[at], steps[at + 1] = two, one
    return _with(circuit, steps) if steps != list(circuit.data) else None


def _commuted_diagonals(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
    """Let diagonal gates on one qubit pass the control of a following cx."""
    steps, diagonal = list(circuit.data), {"z", "s", "t", "sdg", "tdg", "p", "rz"}
    for at in range(len(steps) - 1):
        one, two = steps[at], steps[at + 1]
        if (
            one.operation.name in diagonal
            and two.operation.name in {"cx", "cry", "ch"}
            and one.qubits[0] == two.qubits[0]
        ):
            steps[at], steps[at + 1] = two, one
    return _with(circuit, steps) if steps != list(circuit.data) else None


def _barriers(circuit: QuantumCircuit, rng: Generator) -> QuantumCircuit:
    made = circuit.copy_empty_like()
    for step in circuit.data:
        if rng.random() < 0.6:
            made.barrier()
        made.append(step)
    if not circuit.num_clbits:
        made.barrier()
    return made


def _phase(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit:
    made = circuit.copy()
    made.global_phase += 0.7
    return made


def _rz_for_p(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
    """Write diagonal gates as rz, which changes the global phase alone."""
    angles = {"z": np.pi, "s": np.pi / 2, "t": np.pi / 4, "sdg": -np.pi / 2, "tdg": -np.pi / 4}
    made, changed = circuit.copy_empty_like(), False
    for step in circuit.data:
        if step.operation.name in angles:
            made.rz(angles[step.operation.name], step.qubits[0])
            changed = True
        else:
            made.append(step)
    return made if changed else None


def _undone_pairs(circuit: QuantumCircuit, rng: Generator) -> QuantumCircuit | None:
    """Put a gate and its inverse at some place."""
    if not circuit.num_qubits:
        return None
    made = circuit.copy_empty_like()
    at = int(rng.integers(len(circuit.data) + 1)) if not circuit.num_clbits else 0
    for position, step in enumerate([*circuit.data, None]):
        if position == at:
            qubit = int(rng.integers(circuit.num_qubits))
            angle = float(rng.uniform(0.2, 3))
            made.ry(angle, qubit)
            made.ry(-angle, qubit)
        if step is not None:
            made.append(step)
    return made


def _other_turn(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
    """Shift the angles of rotations by a whole turn of 4 pi."""
    made, changed = circuit.copy_empty_like(), False
    for step in circuit.data:
        operation = step.operation
        if operation.name in {"rx", "ry", "rz", "cry", "crx", "crz"} and isinstance(
            operation.params[0], float
        ):
            operation = operation.to_mutable()
            operation.params = [operation.params[0] - 4 * np.pi]
            changed = True
        made.append(operation, step.qubits, step.clbits)
    return made if changed else None


def _numpy_angles(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
    made, changed = circuit.copy_empty_like(), False
    for step in circuit.data:
        operation = step.operation
        if operation.params and all(isinstance(angle, float) for angle in operation.params):
            operation = operation.to_mutable()
            operation.params = [np.float64(angle) for angle in operation.params]
            changed = True
        made.append(operation, step.qubits, step.clbits)
    return made if changed else None


def _other_registers(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit:
    """Give the wires to registers of one qubit and one bit each, with other names."""
    made = QuantumCircuit(
        *(QuantumRegister(1, f"wire{k}") for k in range(circuit.num_qubits)),
        *(ClassicalRegister(1, f"seen{k}") for k in range(circuit.num_clbits)),
    )
    return made.compose(circuit, qubits=range(circuit.num_qubits), clbits=range(circuit.num_clbits))


def _one_register(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit:
    made = QuantumCircuit(circuit.num_qubits, circuit.num_clbits, name="answer")
    return made.compose(circuit, qubits=range(circuit.num_qubits), clbits=range(circuit.num_clbits))


def _own_gate(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
    """Put all gates before the first measurement into a gate of one's own."""
    first = next(
        (k for k, step in enumerate(circuit.data) if not _is_gate(step)), len(circuit.data)
    )
    if not first:
        return None
    bare = QuantumCircuit(circuit.qubits, global_phase=circuit.global_phase)
    for step in circuit.data[:first]:
        bare.append(step)
    made = circuit.copy_empty_like()
    made.global_phase = 0
    made.append(bare.to_gate(label="mine"), circuit.qubits)
    for step in circuit.data[first:]:
        made.append(step)
    return made


def _measured(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
    if circuit.num_clbits:
        return None
    made = circuit.copy()
    made.measure_all()
    return made


def _idle_qubit(circuit: QuantumCircuit, _rng: Generator) -> QuantumCircuit | None:
    if not circuit.num_clbits:
        return None
    made = circuit.copy()
    made.add_register(QuantumRegister(1, "idle"))
    return made


def _phase_before_measurement(circuit: QuantumCircuit, rng: Generator) -> QuantumCircuit | None:
    """Turn about z right before measurements: no outcome changes."""
    made, changed = circuit.copy_empty_like(), False
    for step in circuit.data:
        if step.operation.name == "measure":
            made.rz(float(rng.uniform(0.3, 3)), step.qubits[0])
            changed = True
        made.append(step)
    return made if changed else None


REWRITES: dict[str, CircuitChange] = {
    **{
        f"transpiled to {name}, level {level}": _transpiled(basis, level)
        for (name, basis), level in zip(_BASES.items(), (1, 0, 2, 3, 1, 2), strict=True)
    },
    "optimised": _optimised,
    "gates commuted": _commuted,
    "diagonal gates commuted": _commuted_diagonals,
    "barriers": _barriers,
    "another global phase": _phase,
    "rz for diagonal gates": _rz_for_p,
    "a gate and its inverse": _undone_pairs,
    "angles shifted by 4 pi": _other_turn,
    "NumPy numbers as angles": _numpy_angles,
    "registers of one wire": _other_registers,
    "copied into a fresh circuit": _one_register,
    "a gate of one's own": _own_gate,
    "measured at the end": _measured,
    "an idle qubit": _idle_qubit,
    "phases before measurements": _phase_before_measurement,
}
"""Rewrites by name."""
