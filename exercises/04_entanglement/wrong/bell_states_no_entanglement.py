# task: bell_states
# why: Puts both qubits into superposition and forgets CX.
# fails: assert_same_state wrong_state
def bell_state(x, z):
    circuit = QuantumCircuit(2)
    circuit.h([0, 1])
    if x:
        circuit.x(0)
    if z:
        circuit.z(1)
    return circuit
