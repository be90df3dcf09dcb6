# task: run_time
# why: Goes through the circuit from its end: how long until everything behind is done.
def run_time(circuit, duration):
    rest = dict.fromkeys(circuit.qubits, 0.0)
    for instruction in reversed(circuit.data):
        name = instruction.operation.name
        needed = max(rest[q] for q in instruction.qubits) + duration.get(name, 0.0)
        rest.update(dict.fromkeys(instruction.qubits, needed))
    return max(rest.values(), default=0.0)
