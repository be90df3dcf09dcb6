# task: real_pair
# why: Lets the library find the angles.
# fails: assert_budget forbidden_gate
def real_pair(amplitudes):
    circuit = QuantumCircuit(2)
    circuit.prepare_state(amplitudes)
    return circuit
