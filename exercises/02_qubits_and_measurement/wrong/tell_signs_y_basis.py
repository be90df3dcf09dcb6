# task: tell_signs
# why: Measures in the Y basis.
# fails: assert_implements impossible_outcome


def tell_signs(preparation):
    circuit = preparation.copy()
    circuit.sdg(0)
    circuit.h(0)
    circuit.measure_all()
    return circuit
