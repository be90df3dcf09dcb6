# task: chance
# why: Counts each place once, however often it is used.
# fails: assert_implements wrong_value
def chance(circuit, errors):
    used = set()
    for step in circuit.data:
        place = tuple(sorted(circuit.find_bit(q).index for q in step.qubits))
        used.add((step.operation.name, place))
    return math.prod(1 - errors.get(name, {}).get(place, 0) for name, place in used)
