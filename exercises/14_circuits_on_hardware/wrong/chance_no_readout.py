# task: chance
# why: Forgets the measurements.
# fails: assert_implements wrong_value
def chance(circuit, errors):
    good = 1.0
    for step in circuit.data:
        if step.operation.name != "measure":
            place = tuple(sorted(circuit.find_bit(q).index for q in step.qubits))
            good *= 1 - errors.get(step.operation.name, {}).get(place, 0)
    return good
