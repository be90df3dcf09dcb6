# task: tell_signs
# why: A rotation in place of the Hadamard gate.


def tell_signs(preparation):
    circuit = preparation.copy()
    circuit.ry(-np.pi / 2, 0)
    circuit.measure_all()
    return circuit
