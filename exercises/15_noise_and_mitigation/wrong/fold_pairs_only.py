# task: fold
# why: Adds factor - 1 pairs.
# fails: assert_close wrong_value
def fold(circuit, factor):
    answer = circuit.copy_empty_like()
    for step in circuit.data:
        answer.append(step)
        if step.operation.name in ("measure", "barrier"):
            continue
        for _ in range(factor - 1):
            answer.append(step.operation.inverse(), step.qubits)
            answer.append(step)
    return answer
