# task: cardinal_states
# why: One S too few for the states with a minus sign; the visible instances happen to be right.
# fails: assert_implements relative_phase


def prepare(label):
    circuit = QuantumCircuit(1)
    if label == "0":
        return circuit
    circuit.h(0)
    if label in ("r", "-"):
        circuit.s(0)
    if label in ("1", "l"):
        circuit.s(0)
        circuit.s(0)
    if label == "1":
        circuit.h(0)
    return circuit
