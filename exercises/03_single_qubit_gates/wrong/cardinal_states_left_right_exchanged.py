# task: cardinal_states
# why: Takes |+i> for |-i> and the reverse: the sign of the relative phase is lost.
# fails: assert_implements conjugate


def prepare(label):
    words = {"0": "", "1": "hssh", "+": "h", "l": "hs", "-": "hss", "r": "hsss"}
    circuit = QuantumCircuit(1)
    for letter in words[label]:
        getattr(circuit, letter)(0)
    return circuit
