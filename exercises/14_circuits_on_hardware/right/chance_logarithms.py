# task: chance
# why: Adds logarithms; an error of 1 gives minus infinity and so 0.
def chance(circuit, errors):
    total = 0.0
    for step in circuit.data:
        place = tuple(sorted(circuit.qubits.index(q) for q in step.qubits))
        error = errors.get(step.operation.name, {}).get(place, 0)
        if error == 1:
            return 0.0
        total += math.log1p(-error)
    return math.exp(total)
