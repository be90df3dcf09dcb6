# task: part_of_gate
# why: Counts the angles from 0 to 2π instead of -π to π.
# fails: assert_implements wrong_unitary


def part_of_gate(gate, t):
    values, vectors = np.linalg.eig(gate)
    angles = np.angle(values) % (2 * np.pi)
    return vectors @ np.diag(np.exp(1j * t * angles)) @ np.linalg.inv(vectors)
