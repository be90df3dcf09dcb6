# task: best_line
# why: Looks at the couplings only.
# fails: assert_between out_of_range
def best_line(edges, errors, readout, n):
    neighbours = {q: [] for q in range(len(readout))}
    for (a, b), error in zip(edges, errors, strict=True):
        neighbours[a].append((b, error))
        neighbours[b].append((a, error))
    lines = [(1.0, [q]) for q in neighbours]
    for _ in range(n - 1):
        lines = [
            (value * (1 - error), [*line, other])
            for value, line in lines
            for other, error in neighbours[line[-1]]
            if other not in line
        ]
    return max(lines)[1]
