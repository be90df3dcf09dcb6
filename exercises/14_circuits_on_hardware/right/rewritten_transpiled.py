# task: rewritten
# why: Builds ordinary gates and lets the transpiler translate, one level below the one that moves swaps into the layout.
from qiskit import transpile


def rewritten(steps, qubits):
    circuit = QuantumCircuit(qubits)
    for name, *rest in steps:
        getattr(circuit, name)(*rest)
    return transpile(circuit, basis_gates=["rz", "sx", "x", "cz"], optimization_level=1)
