# task: part_of_gate
# why: Multiplies the eigenvalues by t instead of their angles.
# fails: assert_implements not_unitary


def part_of_gate(gate, t):
    values, vectors = np.linalg.eig(gate)
    return vectors @ np.diag(t * values) @ np.linalg.inv(vectors)
