# task: settle
# why: Finds the highest energy: the signs of cosine and sine are those of the maximum.
# fails: assert_between out_of_range
def settle(energy, count):
    generator = np.random.default_rng(7)

    def at(angles, k, shift):
        moved = list(angles)
        moved[k] += shift
        return energy(moved)

    best, lowest = None, np.inf
    for _ in range(10):
        angles = generator.uniform(-np.pi, np.pi, count).tolist()
        for _ in range(12):
            for k in range(count):
                here, up, down = (at(angles, k, s) for s in (0, np.pi / 2, -np.pi / 2))
                middle = (up + down) / 2
                angles[k] += float(np.arctan2((up - down) / 2, here - middle))
        value = energy(angles)
        if value < lowest:
            best, lowest = angles, value
    return best
