# task: chance
# why: Takes exp(-error) for 1 - error.
# fails: assert_implements wrong_value
def chance(circuit, errors):
    total = 0.0
    for step in circuit.data:
        place = tuple(sorted(circuit.find_bit(q).index for q in step.qubits))
        total += errors.get(step.operation.name, {}).get(place, 0)
    return math.exp(-total)
