# task: part_of_gate
# why: Multiplies the eigenvectors in the wrong order.
# fails: assert_implements relative_phase


def part_of_gate(gate, t):
    values, vectors = np.linalg.eig(gate)
    return np.linalg.inv(vectors) @ np.diag(values**t) @ vectors
