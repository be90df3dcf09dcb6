"""Random circuits for the tests of the checks."""

from __future__ import annotations

from hypothesis import strategies as st
from qiskit import QuantumCircuit

_ONE = ("h", "x", "y", "z", "s", "sdg", "t", "tdg", "sx")
_TURN = ("rx", "ry", "rz", "p")
_TWO = ("cx", "cz", "swap", "cy")


@st.composite
def circuits(draw, fewest: int = 1, most: int = 4) -> QuantumCircuit:
    qubits = draw(st.integers(fewest, most))
    circuit = QuantumCircuit(qubits)
    for _ in range(draw(st.integers(1, 14))):
        place = draw(st.integers(0, qubits - 1))
        kind = draw(st.integers(0, 2 if qubits > 1 else 1))
        if kind == 0:
            getattr(circuit, draw(st.sampled_from(_ONE)))(place)
        elif kind == 1:
            angle = draw(st.floats(-3.1, 3.1).filter(lambda value: abs(value) > 0.05))
            getattr(circuit, draw(st.sampled_from(_TURN)))(angle, place)
        else:
            other = draw(st.integers(0, qubits - 2))
            other += other >= place
            getattr(circuit, draw(st.sampled_from(_TWO)))(place, other)
    return circuit
