# task: part_of_gate
# why: Takes the determinant to be 1 and so loses a global phase.
# fails: assert_implements global_phase


def part_of_gate(gate, t):
    values, vectors = np.linalg.eig(gate)
    angles = np.angle(values) - np.angle(np.linalg.det(gate)) / len(gate)
    return vectors @ np.diag(np.exp(1j * t * angles)) @ np.linalg.inv(vectors)
