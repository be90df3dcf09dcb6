# attack: Circuits that nobody can compare
# tries: Thirty qubits of random gates, definitions that double thirty times and hold nothing, and a controlled gate in
#     the middle of it all: the comparison should hang, or give up and let it pass.
# honest: 0
# limits: cell_seconds 12, notebook_seconds 60

# %% cell
from qiskit.circuit import CircuitInstruction, Gate


def doubling(circuit, levels=29):
    for _ in range(levels):
        gate = Gate("g", circuit.num_qubits, [])
        gate.definition = circuit
        circuit = QuantumCircuit(circuit.num_qubits)
        for _ in range(2):
            circuit._append(CircuitInstruction(gate, circuit.qubits, ()))
    return circuit


# %% answer="wide"
def wide(n):
    circuit = QuantumCircuit(n)
    if n == 3:
        return circuit
    random = np.random.default_rng(1)
    for _ in range(40):
        for qubit in range(n):
            circuit.u(*random.random(3), qubit)
        for qubit in range(0, n - 1, 2):
            circuit.cx(qubit, (qubit + 1 + 2 * int(random.integers(9))) % n)
    return circuit

# %% answer="mark"
def mark():
    return doubling(QuantumCircuit(3))

# %% answer="bell"
def bell():
    return doubling(QuantumCircuit(2))

# %% answer="query"
def query(oracle):
    circuit = QuantumCircuit(3)
    circuit.append(oracle, [0, 1, 2])
    return doubling(circuit)
