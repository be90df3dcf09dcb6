# task: certain_bit
# why: One matrix takes the equal superposition to |0...0>; a controlled gate of the library collects.
def certain_bit(oracle, n):
    from qiskit.circuit.library import XGate

    size = 2**n
    column = np.full(size, size**-0.5)
    across = np.eye(size)[0] - column
    mirror = np.eye(size) - 2 * np.outer(across, across) / (across @ across)
    circuit = QuantumCircuit(n + 2, 1)
    circuit.unitary(mirror, range(n))
    circuit.unitary(np.array([[1, 1], [-1, 1]]) / np.sqrt(2), [n])
    circuit.append(oracle, range(n + 1))
    circuit.unitary(mirror, range(n))
    circuit.append(XGate().control(n, ctrl_state=0), [*range(n), n + 1])
    circuit.x(n + 1)
    circuit.measure(n + 1, 0)
    return circuit
