# task: fold
# why: Takes the measurements off and uses inverse() and compose() of circuits.
def fold(circuit, factor):
    bare = QuantumCircuit(circuit.num_qubits)
    ends = []
    for step in circuit.data:
        places = [circuit.find_bit(q).index for q in step.qubits]
        if step.operation.name == "measure":
            ends.append((places[0], circuit.find_bit(step.clbits[0]).index))
        elif step.operation.name != "barrier":
            bare.append(step.operation, places)
    answer = circuit.copy_empty_like()
    answer.compose(bare, inplace=True)
    for _ in range((factor - 1) // 2):
        answer.compose(bare.inverse(), inplace=True)
        answer.compose(bare, inplace=True)
    for qubit, bit in ends:
        answer.measure(qubit, bit)
    return answer
