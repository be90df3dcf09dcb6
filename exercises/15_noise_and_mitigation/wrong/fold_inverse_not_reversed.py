# task: fold
# why: Inverts the gates of the whole circuit, and forgets to turn their order round.
# fails: assert_same_unitary wrong_unitary
def fold(circuit, factor):
    gates = [step for step in circuit.data if step.operation.name not in ("measure", "barrier")]
    answer = circuit.copy_empty_like()
    for number in range(factor):
        for step in gates:
            operation = step.operation.inverse() if number % 2 else step.operation
            answer.append(operation, step.qubits)
    for step in circuit.data:
        if step.operation.name == "measure":
            answer.append(step)
    return answer
