# attack: Gates too deep to be counted
# tries: The circuit stands in thirty-one gates within each other, each called `h`. What counts costs stops before, and
#     took the innermost one as a single gate that is allowed by its name.
# honest: 0
# code: mark forbidden_gate|budget_exceeded

# %% cell
from qiskit.circuit import Gate


def buried(circuit, levels=31):
    for _ in range(levels):
        gate = Gate("h", circuit.num_qubits, [])
        gate.definition = circuit
        circuit = QuantumCircuit(circuit.num_qubits)
        circuit.append(gate, circuit.qubits)
    return circuit


# %% answer="mark"
def mark():
    circuit = QuantumCircuit(3)
    circuit.ccz(0, 1, 2)
    return buried(circuit)

# %% answer="query"
def query(oracle):
    circuit = QuantumCircuit(3)
    for _ in range(3):
        circuit.append(oracle, [0, 1, 2])
    return buried(circuit)
