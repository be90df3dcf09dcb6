# task: part_of_gate
# why: Rounds t to a whole number of gates.
# fails: assert_implements relative_phase


def part_of_gate(gate, t):
    return np.linalg.matrix_power(gate, int(np.ceil(t)))
