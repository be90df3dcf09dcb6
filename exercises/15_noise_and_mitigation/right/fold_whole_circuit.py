# task: fold
# why: Folds the whole circuit: forwards, backwards, forwards.
def fold(circuit, factor):
    gates = [step for step in circuit.data if step.operation.name not in ("measure", "barrier")]
    answer = circuit.copy_empty_like()
    for step in gates:
        answer.append(step)
    for _ in range(factor // 2):
        answer.barrier()
        for step in reversed(gates):
            answer.append(step.operation.inverse(), step.qubits)
        answer.barrier()
        for step in gates:
            answer.append(step)
    for step in circuit.data:
        if step.operation.name == "measure":
            answer.append(step)
    return answer
