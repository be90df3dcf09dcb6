# task: tell_signs
# why: Measures in the Z basis, which shows no sign.
# fails: assert_implements impossible_outcome


def tell_signs(preparation):
    circuit = preparation.copy()
    circuit.measure_all()
    return circuit
