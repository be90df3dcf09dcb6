# task: fold
# why: Folds only the gates on two qubits.
# fails: assert_close wrong_value
def fold(circuit, factor):
    answer = circuit.copy_empty_like()
    for step in circuit.data:
        answer.append(step)
        if len(step.qubits) > 1 and step.operation.name != "barrier":
            for _ in range((factor - 1) // 2):
                answer.append(step.operation.inverse(), step.qubits)
                answer.append(step)
    return answer
