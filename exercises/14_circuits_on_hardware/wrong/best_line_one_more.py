# task: best_line
# why: Takes n for the number of couplings.
# fails: assert_close wrong_value
def best_line(edges, errors, readout, n):
    neighbours = {q: [] for q in range(len(readout))}
    for (a, b), error in zip(edges, errors, strict=True):
        neighbours[a].append((b, error))
        neighbours[b].append((a, error))
    lines = [(1 - readout[q], [q]) for q in neighbours]
    for _ in range(n):
        lines = [
            (value * (1 - error) * (1 - readout[other]), [*line, other])
            for value, line in lines
            for other, error in neighbours[line[-1]]
            if other not in line
        ]
    return max(lines or [(0, [0] * (n + 1))])[1]
