# attack: A small circuit that needs a petabyte
# tries: Circuits of many qubits are small as data. Whoever computes their states needs more memory than there is.
# honest: number 1, digits 1
# limits: cell_seconds 10, notebook_seconds 60
# plain: it would take gigabytes

# %% answer="number"
amplitudes = 128

# %% answer="bell"
def bell():
    circuit = QuantumCircuit(29)
    circuit.h(range(29))
    return circuit

# %% answer="hadamard"
def hadamard(circuit, qubit):
    from qiskit import QuantumRegister

    circuit.add_register(QuantumRegister(24))
    circuit.h(range(25))

# %% answer="coins"
def coins():
    circuit = QuantumCircuit(31, 3)
    circuit.h(range(31))
    for qubit in range(30):
        circuit.rzz(0.3, qubit, qubit + 1)
        circuit.t(qubit)
        circuit.h(qubit)
    circuit.measure([0, 1, 2], [0, 1, 2])
    return circuit

# %% answer="digits"
def digits(n):
    while n:
        yield n & 1
        n >>= 1
