# task: fold
# why: Takes the factor for the number of pairs.
# fails: assert_close wrong_value
def fold(circuit, factor):
    answer = circuit.copy_empty_like()
    for step in circuit.data:
        answer.append(step)
        if step.operation.name in ("measure", "barrier"):
            continue
        for _ in range(factor):
            answer.append(step.operation.inverse(), step.qubits)
            answer.append(step)
    return answer
