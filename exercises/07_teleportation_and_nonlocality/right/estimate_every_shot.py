# task: estimate
# why: Writes out one product for every shot and takes mean and variance of the list.
def chsh_estimate(counts):
    total, squares = 0.0, []
    for s, row in enumerate(counts):
        for t, table in enumerate(row):
            products = [
                1 if key in ("00", "11") else -1 for key, n in table.items() for _ in range(n)
            ]
            total += (-1 if s and t else 1) * np.mean(products)
            squares.append(np.var(products) / len(products))
    return total, sum(squares) ** 0.5
