# task: settle
# why: Returns the lowest energy in place of the angles.
# fails: assert_close wrong_length
def settle(energy, count):
    generator = np.random.default_rng(7)

    def at(angles, k, shift):
        moved = list(angles)
        moved[k] += shift
        return energy(moved)

    _best, lowest = None, np.inf
    for _ in range(10):
        angles = generator.uniform(-np.pi, np.pi, count).tolist()
        for _ in range(12):
            for k in range(count):
                here, up, down = (at(angles, k, s) for s in (0, np.pi / 2, -np.pi / 2))
                middle = (up + down) / 2
                angles[k] += float(np.arctan2((down - up) / 2, middle - here))
        value = energy(angles)
        if value < lowest:
            _best, lowest = angles, value
    return lowest
