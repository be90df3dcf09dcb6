# task: fold
# why: Takes the measurements off and forgets to put them back.
# fails: assert_distribution missing_measurement
def fold(circuit, factor):
    bare = QuantumCircuit(circuit.num_qubits)
    for step in circuit.data:
        if step.operation.name not in ("measure", "barrier"):
            bare.append(step.operation, [circuit.find_bit(q).index for q in step.qubits])
    answer = bare.copy()
    for _ in range((factor - 1) // 2):
        answer = answer.compose(bare.inverse()).compose(bare)
    return answer
