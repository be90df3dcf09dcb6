# task: cardinal_states
# why: Walks the equator with a number of S gates that is looked up, and treats |0> and |1> apart.


def prepare(label):
    circuit = QuantumCircuit(1)
    if label == "0":
        return circuit
    circuit.h(0)
    quarter_turns = {"+": 0, "r": 1, "-": 2, "1": 2, "l": 3}[label]
    for _ in range(quarter_turns):
        circuit.s(0)
    if label == "1":
        circuit.h(0)
    return circuit
