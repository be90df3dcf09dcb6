"""Reads circuits: plain copies, terminal measurements stripped, qubits of a transpiled circuit put back in order."""

from __future__ import annotations

from typing import Any

from qiskit import QuantumCircuit
from qiskit.circuit import CircuitInstruction, Qubit

from grader.checks.reading import MAXIMUM_QUBITS, Unreadable, is_a

_DIRECTIVES = ("barrier", "delay")


def plain_circuit(circuit: Any) -> QuantumCircuit:
    """Return a circuit of the exact class `QuantumCircuit`, without free parameters and not too large.

    Raises:
        Unreadable: free parameters, or more than `MAXIMUM_QUBITS` qubits in use.
    """
    plain = rebuilt(circuit)
    if plain.parameters:
        names = ", ".join(sorted(parameter.name for parameter in plain.parameters)[:4])
        raise Unreadable("wrong_type", case="unbound", names=names)
    if plain.num_qubits > MAXIMUM_QUBITS:
        raise Unreadable(
            "wrong_size", case="too_many", got=plain.num_qubits, limit=MAXIMUM_QUBITS
        )
    return plain


def rebuilt(circuit: Any) -> QuantumCircuit:
    """Return the circuit itself if it is exactly a `QuantumCircuit`, else one rebuilt from its instructions."""
    if type(circuit) is QuantumCircuit:
        return circuit
    plain = QuantumCircuit(
        list(circuit.qubits), list(circuit.clbits), *circuit.qregs, *circuit.cregs
    )
    plain.global_phase = circuit.global_phase
    for instruction in list(circuit.data):
        plain.append(instruction)
    return plain


def is_circuit(value: object) -> bool:
    """Return whether the value truly is a circuit."""
    return is_a(value, QuantumCircuit)


def without_terminal_measurements(
    circuit: QuantumCircuit,
) -> tuple[QuantumCircuit, dict[int, int]]:
    """Return the circuit without its last measurements, and which bit each of them wrote: clbit index -> qubit index.

    A measurement is terminal if nothing but barriers and delays follows on its qubit, and nothing uses its bit later.
    """
    kept: list[CircuitInstruction] = []
    measured: dict[int, int] = {}
    used_qubits: set[Qubit] = set()
    used_bits: set[Any] = set()
    for instruction in reversed(circuit.data):
        name = instruction.operation.name
        qubits, bits = instruction.qubits, _bits(instruction)
        if (
            name == "measure"
            and qubits[0] not in used_qubits
            and bits.isdisjoint(used_bits)
            and circuit.find_bit(qubits[0]).index not in measured.values()
        ):
            measured[circuit.find_bit(instruction.clbits[0]).index] = circuit.find_bit(
                qubits[0]
            ).index
            used_bits |= bits
            continue
        if name in _DIRECTIVES:
            continue
        used_qubits.update(qubits)
        used_bits |= bits
        kept.append(instruction)
    stripped = circuit.copy_empty_like()
    for instruction in reversed(kept):
        stripped._append(instruction)
    return stripped, measured


def require_coherent(circuit: QuantumCircuit) -> None:
    """Refuse a circuit in which something happens that no unitary describes.

    Raises:
        Unreadable: a measurement, a reset or control flow.
    """
    for instruction in circuit.data:
        name = instruction.operation.name
        if name in ("measure", "reset") or hasattr(instruction.operation, "blocks"):
            raise Unreadable("wrong_type", case="mid_circuit", name=name)


def _bits(instruction: CircuitInstruction) -> set[Any]:
    return set(instruction.clbits)
