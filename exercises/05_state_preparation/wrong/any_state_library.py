# task: any_state
# why: Lets the library prepare it.
# fails: assert_budget forbidden_gate
def any_state(amplitudes):
    circuit = QuantumCircuit(int(np.log2(len(amplitudes))))
    circuit.prepare_state(amplitudes)
    return circuit
