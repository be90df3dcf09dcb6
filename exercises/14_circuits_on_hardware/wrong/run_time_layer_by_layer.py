# task: run_time
# why: Gives each layer the duration of its slowest gate.
# fails: assert_implements wrong_value
def run_time(circuit, duration):
    layer = dict.fromkeys(circuit.qubits, 0)
    slowest = {}
    for step in circuit.data:
        if step.operation.name == "barrier":
            late = max(layer[q] for q in step.qubits)
            layer.update(dict.fromkeys(step.qubits, late))
            continue
        number = 1 + max(layer[q] for q in step.qubits)
        layer.update(dict.fromkeys(step.qubits, number))
        slowest[number] = max(slowest.get(number, 0), duration[step.operation.name])
    return float(sum(slowest.values()))
