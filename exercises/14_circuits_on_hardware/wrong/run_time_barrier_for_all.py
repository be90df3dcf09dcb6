# task: run_time
# why: Lets a barrier stop all qubits.
# fails: assert_implements wrong_value
def run_time(circuit, duration):
    free = [0.0] * circuit.num_qubits
    for step in circuit.data:
        if step.operation.name == "barrier":
            free = [max(free)] * len(free)
            continue
        qubits = [circuit.find_bit(q).index for q in step.qubits]
        end = max(free[q] for q in qubits) + duration[step.operation.name]
        for q in qubits:
            free[q] = end
    return max(free, default=0.0)
