# task: ask_once
# why: Collects the parity in the last data qubit first, copies it, and undoes the ladder; rotations instead of H.
def pauli_question(label):
    from itertools import pairwise

    n = len(label)
    active = [qubit for qubit in range(n) if label[n - 1 - qubit] != "I"]
    circuit = QuantumCircuit(n + 1, 1)

    def turn(sign):
        for qubit in active:
            if label[n - 1 - qubit] == "X":
                circuit.ry(-sign * np.pi / 2, qubit)
            if label[n - 1 - qubit] == "Y":
                circuit.rx(sign * np.pi / 2, qubit)

    turn(1)
    for first, second in pairwise(active):
        circuit.cx(first, second)
    circuit.cx(active[-1], n)
    circuit.measure(n, 0)
    for first, second in reversed(list(pairwise(active))):
        circuit.cx(first, second)
    turn(-1)
    return circuit
