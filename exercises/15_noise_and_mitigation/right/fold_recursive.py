# task: fold
# why: Folds once more what has been folded already.
def fold(circuit, factor):
    if factor == 1:
        return circuit.copy()
    inner = fold(circuit, factor - 2)
    answer = circuit.copy_empty_like()
    steps = [step for step in circuit.data if step.operation.name not in ("measure", "barrier")]
    for step in steps:
        answer.append(step.operation, step.qubits)
    for step in steps[::-1]:
        answer.append(step.operation.inverse(), step.qubits)
    return answer.compose(inner)
