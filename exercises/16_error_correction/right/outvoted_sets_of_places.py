# task: outvoted
# why: Goes through the sets of flipped qubits, by their size.
def outvoted(chances):
    n, total = len(chances), 0.0
    for size in range(n // 2 + 1, n + 1):
        for places in combinations(range(n), size):
            total += np.prod([p if k in places else 1 - p for k, p in enumerate(chances)])
    return float(total), bool(total < np.min(chances))
