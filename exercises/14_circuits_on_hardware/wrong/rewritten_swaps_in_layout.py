# task: rewritten
# why: Transpiles at the level that moves swaps into the layout: the qubits are not where they should be.
# fails: assert_same_unitary does_nothing
from qiskit import transpile


def rewritten(steps, qubits):
    circuit = QuantumCircuit(qubits)
    for name, *rest in steps:
        getattr(circuit, name)(*rest)
    basis = ["rz", "sx", "x", "cz"]
    return transpile(circuit, basis_gates=basis, optimization_level=2, seed_transpiler=1)
