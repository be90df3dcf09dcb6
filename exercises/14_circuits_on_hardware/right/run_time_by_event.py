# task: run_time
# why: Repeats: start everything that can start, until nothing is left.
def run_time(circuit, duration):
    n = circuit.num_qubits
    waiting = [[] for _ in range(n)]
    steps = []
    for number, instruction in enumerate(circuit.data):
        qubits = [circuit.find_bit(q).index for q in instruction.qubits]
        steps.append((instruction.operation.name, qubits))
        for q in qubits:
            waiting[q].append(number)
    free = np.zeros(n)
    left = len(steps)
    while left:
        for number in {line[0] for line in waiting if line}:
            name, qubits = steps[number]
            if all(waiting[q][0] == number for q in qubits):
                end = free[qubits].max()
                if name != "barrier":
                    end += duration[name]
                free[qubits] = end
                for q in qubits:
                    waiting[q].pop(0)
                left -= 1
    return float(free.max()) if n else 0.0
