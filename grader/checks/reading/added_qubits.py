"""Takes the qubits out of a transpiled circuit that the transpiler added and nothing uses."""

from __future__ import annotations

from typing import Any

from qiskit import QuantumCircuit, QuantumRegister
from qiskit.circuit import Barrier, Delay, Qubit
from qiskit.transpiler import Layout, TranspileLayout

from grader.checks.reading.data import is_a


def without_unused_added(circuit: QuantumCircuit) -> QuantumCircuit:
    """Return a transpiled circuit without the qubits of the device that it does not touch; its layout stays true.

    A circuit of 3 qubits that was transpiled for a device of 127 has 127. A circuit without a layout is returned as it
    is: all its qubits are its author's.
    """
    layout = circuit.layout
    if layout is None:
        return circuit
    begins = layout.initial_index_layout(filter_ancillas=True)
    ends = layout.final_index_layout(filter_ancillas=True)
    used = {*begins, *ends}
    for instruction in circuit.data:
        if not is_a(instruction.operation, Barrier, Delay):
            used.update(circuit.find_bit(qubit).index for qubit in instruction.qubits)
    if len(used) == circuit.num_qubits:
        return circuit
    places = {old: new for new, old in enumerate(sorted(used))}
    small = QuantumCircuit(QuantumRegister(len(used), "q"), list(circuit.clbits), *circuit.cregs)
    small.global_phase = circuit.global_phase
    moved: dict[Qubit, Qubit] = {
        circuit.qubits[old]: small.qubits[new] for old, new in places.items()
    }
    for instruction in circuit.data:
        if not is_a(instruction.operation, Barrier, Delay):
            qubits = [moved[qubit] for qubit in instruction.qubits]
            small._append(instruction.replace(qubits=qubits))
    small._layout = _layout(small, [places[old] for old in begins], [places[old] for old in ends])
    return small


def _layout(circuit: QuantumCircuit, begins: list[int], ends: list[int]) -> Any:
    """Return the layout by which qubit k of the author begins at `begins[k]` and ends at `ends[k]`."""
    own = QuantumRegister(len(begins), "own")
    added = QuantumRegister(circuit.num_qubits - len(begins), "added")
    every = range(circuit.num_qubits)
    free = [place for place in every if place not in begins]
    left = [place for place in every if place not in ends]
    virtual = [*own, *added]
    final = dict(zip([*begins, *free], [*ends, *left], strict=True))
    return TranspileLayout(
        initial_layout=Layout(dict(zip(virtual, [*begins, *free], strict=True))),
        input_qubit_mapping={qubit: number for number, qubit in enumerate(virtual)},
        final_layout=Layout({circuit.qubits[begin]: end for begin, end in final.items()}),
        _input_qubit_count=len(begins),
        _output_qubit_list=list(circuit.qubits),
    )
