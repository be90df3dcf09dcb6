# task: bell_states
# why: Flips the control in superposition, where X changes nothing.
# fails: assert_same_state wrong_state
def bell_state(x, z):
    circuit = QuantumCircuit(2)
    circuit.h(0)
    if x:
        circuit.x(0)
    if z:
        circuit.z(0)
    circuit.cx(0, 1)
    return circuit
