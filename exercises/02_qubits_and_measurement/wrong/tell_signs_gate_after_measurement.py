# task: tell_signs
# why: Puts the Hadamard gate behind the measurement.
# fails: assert_implements impossible_outcome


def tell_signs(preparation):
    circuit = preparation.copy()
    circuit.measure_all()
    circuit.h(0)
    return circuit
