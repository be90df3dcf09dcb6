# task: run_time
# why: Lets a gate wait for its last qubit only.
# fails: assert_implements wrong_value
def run_time(circuit, duration):
    free = [0.0] * circuit.num_qubits
    for step in circuit.data:
        qubits = [circuit.find_bit(q).index for q in step.qubits]
        end = free[qubits[-1]] + duration.get(step.operation.name, 0)
        for q in qubits:
            free[q] = end
    return max(free, default=0.0)
