# task: tell_signs
# why: Gives 1 for plus and 0 for minus.
# fails: assert_implements impossible_outcome


def tell_signs(preparation):
    circuit = preparation.copy()
    circuit.ry(np.pi / 2, 0)
    circuit.measure_all()
    return circuit
