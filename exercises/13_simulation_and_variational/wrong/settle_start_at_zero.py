# task: settle
# why: Exact steps, but from all angles 0 only: a flat place or the wrong valley.
# fails: assert_between out_of_range
def settle(energy, count):
    angles = [0.0] * count
    for _ in range(60):
        for k in range(count):
            values = []
            for s in (0, np.pi / 2, -np.pi / 2):
                moved = list(angles)
                moved[k] += s
                values.append(energy(moved))
            middle = (values[1] + values[2]) / 2
            angles[k] += float(np.arctan2((values[2] - values[1]) / 2, middle - values[0]))
    return angles
