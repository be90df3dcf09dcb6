# task: cardinal_states
# why: Right states, but with gates that the machine does not have.
# fails: assert_budget forbidden_gate


def prepare(label):
    circuit = QuantumCircuit(1)
    if label in ("1", "-"):
        circuit.x(0)
    if label not in ("0", "1"):
        circuit.h(0)
    if label == "r":
        circuit.s(0)
    if label == "l":
        circuit.sdg(0)
    return circuit
