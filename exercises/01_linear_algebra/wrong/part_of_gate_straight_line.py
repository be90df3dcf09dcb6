# task: part_of_gate
# why: Goes from I to U on a straight line, which leaves the unitary matrices.
# fails: assert_implements not_unitary


def part_of_gate(gate, t):
    return (1 - t) * np.eye(len(gate)) + t * np.array(gate)
