# task: part_of_gate
# why: Takes the power of each entry.
# fails: assert_implements not_unitary


def part_of_gate(gate, t):
    return np.array(gate, dtype=complex) ** t
