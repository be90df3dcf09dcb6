# task: bell_states
# why: Treats x and z as alternatives, so that x = z = 1 loses its sign.
# fails: assert_same_state relative_phase
def bell_state(x, z):
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(0, 1)
    if x:
        circuit.x(0)
    elif z:
        circuit.z(0)
    return circuit
