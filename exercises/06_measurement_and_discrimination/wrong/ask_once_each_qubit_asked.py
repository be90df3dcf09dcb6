# task: ask_once
# why: Measures every qubit of the string and adds up: learns the parts as well.
# fails: assert_distribution impossible_outcome
def pauli_question(label):
    n = len(label)
    circuit = QuantumCircuit(n + 1, 1)
    for qubit, letter in enumerate(reversed(label)):
        if letter == "Y":
            circuit.sdg(qubit)
        if letter in "XY":
            circuit.h(qubit)
        if letter != "I":
            circuit.cx(qubit, n)
            circuit.measure(qubit, 0)
        if letter in "XY":
            circuit.h(qubit)
        if letter == "Y":
            circuit.s(qubit)
    circuit.measure(n, 0)
    return circuit
