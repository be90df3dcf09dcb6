# task: fold
# why: Puts the pairs of gate and inverse before each gate.
def fold(circuit, factor):
    answer = circuit.copy_empty_like()
    for step in circuit.data:
        operation, qubits = step.operation, step.qubits
        if operation.name not in {"measure", "barrier"}:
            for number in range(factor - 1):
                answer.append(operation.inverse() if number % 2 else operation, qubits)
        answer.append(operation, qubits, step.clbits)
    return answer
