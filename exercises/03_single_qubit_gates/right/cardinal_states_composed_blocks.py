# task: cardinal_states
# why: Builds each state from the one before by composing circuits; zero and minus take the longer way round.


def prepare(label):
    hadamard, quarter = QuantumCircuit(1), QuantumCircuit(1)
    hadamard.h(0)
    quarter.s(0)
    if label == "0":
        return hadamard.compose(hadamard)
    if label == "+":
        return hadamard
    if label == "1":
        return prepare("-").compose(hadamard)
    before = {"r": "+", "-": "r", "l": "-"}[label]
    return prepare(before).compose(quarter)
