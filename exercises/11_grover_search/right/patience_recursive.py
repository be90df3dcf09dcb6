# task: patience
# why: What the first run leaves over goes to the same strategy with the other runs.
def patience(items, solutions, sizes):
    if not sizes:
        return [0.0, 0.0]
    theta = math.asin(math.sqrt(solutions / items))
    size, *later = sizes
    wins = sum(math.sin((2 * j + 1) * theta) ** 2 for j in range(size)) / size
    later_wins, later_calls = patience(items, solutions, later)
    return [wins + (1 - wins) * later_wins, (size - 1) / 2 + 1 + (1 - wins) * later_calls]
