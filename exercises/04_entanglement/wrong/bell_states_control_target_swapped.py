# task: bell_states
# why: Has H on qubit 0 and the control on qubit 1, which is still 0.
# fails: assert_same_state wrong_state
def bell_state(x, z):
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(1, 0)
    if x:
        circuit.x(0)
    if z:
        circuit.z(1)
    return circuit
