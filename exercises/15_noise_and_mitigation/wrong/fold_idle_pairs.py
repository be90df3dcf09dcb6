# task: fold
# why: Makes the circuit long with pairs of X.
# fails: assert_close wrong_value
def fold(circuit, factor):
    answer = circuit.copy_empty_like()
    number = sum(1 for step in circuit.data if step.operation.name not in ("measure", "barrier"))
    for _ in range(number * (factor - 1) // 2):
        answer.x(0)
        answer.x(0)
    return answer.compose(circuit)
