# task: fold
# why: Repeats each gate without inverting it.
# fails: assert_same_unitary wrong_unitary
def fold(circuit, factor):
    answer = circuit.copy_empty_like()
    for step in circuit.data:
        answer.append(step)
        if step.operation.name in ("measure", "barrier"):
            continue
        for _ in range((factor - 1) // 2):
            answer.append(step.operation, step.qubits)
            answer.append(step)
    return answer
