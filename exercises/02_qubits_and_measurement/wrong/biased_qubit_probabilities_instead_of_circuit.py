# task: biased_qubit
# why: Returns the probabilities and no circuit.
# fails: assert_implements wrong_type


def biased_qubit(p):
    return {"0": 1 - p, "1": p}
