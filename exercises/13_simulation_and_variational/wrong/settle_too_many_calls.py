# task: settle
# why: Tries a grid of all angles.
# fails: assert wrong_value
def settle(energy, count):
    grid = np.linspace(-np.pi, np.pi, 25)
    return list(min(itertools.product(grid.tolist(), repeat=count), key=lambda x: energy(list(x))))
