# task: slope
# why: The discrete sine transform at the points μπ/(m + 1).
def slope(energy, angles, k, m):
    def at(x):
        return energy([a + x if j == k else a for j, a in enumerate(angles)])

    odd = [(at(u * np.pi / (m + 1)) - at(-u * np.pi / (m + 1))) / 2 for u in range(1, m + 1)]
    result = 0.0
    for w in range(1, m + 1):
        transform = sum(odd[u - 1] * np.sin(w * u * np.pi / (m + 1)) for u in range(1, m + 1))
        result += w * 2 / (m + 1) * transform
    return float(result)
