# task: chance
# why: Counts the readout of every qubit, measured or not.
# fails: assert_implements wrong_value
def chance(circuit, errors):
    good = math.prod(1 - error for error in errors.get("measure", {}).values())
    for step in circuit.data:
        if step.operation.name != "measure":
            place = tuple(sorted(circuit.find_bit(q).index for q in step.qubits))
            good *= 1 - errors.get(step.operation.name, {}).get(place, 0)
    return good
