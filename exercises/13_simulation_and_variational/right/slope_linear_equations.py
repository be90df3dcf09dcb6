# task: slope
# why: Solves the equations for the sines at evenly spread points.
def slope(energy, angles, k, m):
    points = (2 * np.arange(1, m + 1) - 1) * np.pi / (2 * m)
    orders = np.arange(1, m + 1)
    differences = []
    for x in points:
        plus, minus = list(angles), list(angles)
        plus[k] += x
        minus[k] -= x
        differences.append(energy(plus) - energy(minus))
    # sin(m x) is +1, -1, ... at these points, so the equations can be solved
    sines = np.linalg.solve(2 * np.sin(np.outer(points, orders)), differences)
    return float(orders @ sines)
