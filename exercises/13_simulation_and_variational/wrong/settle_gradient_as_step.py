# task: settle
# why: Gradient descent with a step of 1 from one random place: it jumps over narrow valleys.
# fails: assert_between out_of_range
def settle(energy, count):
    angles = np.random.default_rng(0).uniform(-np.pi, np.pi, count)
    for _ in range(150):
        gradient = np.zeros(count)
        for k in range(count):
            shift = np.zeros(count)
            shift[k] = np.pi / 2
            gradient[k] = (
                energy((angles + shift).tolist()) - energy((angles - shift).tolist())
            ) / 2
        angles = angles - gradient
    return angles.tolist()
