# task: settle
# why: One round of exact steps, as if the angles did not depend on each other.
# fails: assert_between out_of_range
def settle(energy, count):
    generator = np.random.default_rng(7)

    def at(angles, k, shift):
        moved = list(angles)
        moved[k] += shift
        return energy(moved)

    best, lowest = None, np.inf
    for _ in range(1):
        angles = generator.uniform(-np.pi, np.pi, count).tolist()
        for _ in range(1):
            for k in range(count):
                here, up, down = (at(angles, k, s) for s in (0, np.pi / 2, -np.pi / 2))
                middle = (up + down) / 2
                angles[k] += float(np.arctan2((down - up) / 2, middle - here))
        value = energy(angles)
        if value < lowest:
            best, lowest = angles, value
    return best
