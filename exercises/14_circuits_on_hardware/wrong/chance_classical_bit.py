# task: chance
# why: Takes the classical bit of a measurement for its qubit.
# fails: assert_implements wrong_value
def chance(circuit, errors):
    good = 1.0
    for step in circuit.data:
        bits = step.clbits or step.qubits
        place = tuple(sorted(circuit.find_bit(b).index for b in bits))
        good *= 1 - errors.get(step.operation.name, {}).get(place, 0)
    return good
