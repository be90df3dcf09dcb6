# task: about_mean
# why: A controlled Z for all qubits without an ancilla, as the library builds it.
def about_mean(n):
    circuit = QuantumCircuit(n, global_phase=np.pi)
    circuit.h(range(n))
    circuit.x(range(n))
    turned = QuantumCircuit(1)
    turned.z(0)
    if n == 1:
        circuit.z(0)
    else:
        circuit.append(turned.to_gate().control(n - 1), range(n))
    circuit.x(range(n))
    circuit.h(range(n))
    return circuit
