# task: vote
# why: Leaves the differences in qubits 1 and 2.
# fails: assert_marks not_an_oracle
def vote(inverted):
    circuit = QuantumCircuit(4)
    wrong = [k for k in range(3) if inverted[k]]
    for k in wrong:
        circuit.x(k)
    circuit.cx(0, 1)
    circuit.cx(0, 2)
    circuit.ccx(1, 2, 3)
    circuit.cx(0, 3)
    for k in wrong:
        circuit.x(k)
    return circuit
