# task: cardinal_states
# why: Writes the gates in the order of the matrices, so that S comes before H.
# fails: assert_implements relative_phase


def prepare(label):
    words = {"0": "", "1": "hssh", "+": "h", "r": "sh", "-": "ssh", "l": "sssh"}
    circuit = QuantumCircuit(1)
    for letter in words[label]:
        getattr(circuit, letter)(0)
    return circuit
