# task: bell_states
# why: Lets x change the sign and z the bits.
# fails: assert_same_state wrong_state
def bell_state(x, z):
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(0, 1)
    if x:
        circuit.z(0)
    if z:
        circuit.x(0)
    return circuit
