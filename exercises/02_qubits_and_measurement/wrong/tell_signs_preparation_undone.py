# task: tell_signs
# why: Runs the preparation backwards; for many simple preparations the probabilities stay the same.
# fails: assert_implements impossible_outcome


def tell_signs(preparation):
    circuit = preparation.inverse()
    circuit.h(0)
    circuit.measure_all()
    return circuit
