# task: chance
# why: Looks the pair up as it stands in the circuit.
# fails: assert_implements wrong_value
def chance(circuit, errors):
    good = 1.0
    for step in circuit.data:
        place = tuple(circuit.find_bit(q).index for q in step.qubits)
        good *= 1 - errors.get(step.operation.name, {}).get(place, 0)
    return good
