# task: run_time
# why: Takes the qubit with the most work and forgets that qubits wait for each other.
# fails: assert_implements wrong_value
def run_time(circuit, duration):
    busy = dict.fromkeys(circuit.qubits, 0.0)
    for step in circuit.data:
        for q in step.qubits:
            busy[q] += duration.get(step.operation.name, 0)
    return max(busy.values(), default=0.0)
