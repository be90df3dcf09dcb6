# task: bell_states
# why: Applies Z to the target before CX, where it is still 0 and gets no sign.
# fails: assert_same_state relative_phase
def bell_state(x, z):
    circuit = QuantumCircuit(2)
    circuit.h(1)
    if z:
        circuit.z(0)
    circuit.cx(1, 0)
    if x:
        circuit.x(0)
    return circuit
