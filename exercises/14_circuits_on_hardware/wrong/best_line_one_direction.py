# task: best_line
# why: Follows each coupling in the direction in which it is written.
# fails: assert_between out_of_range
def best_line(edges, errors, readout, n):
    neighbours = {q: [] for q in range(len(readout))}
    for (a, b), error in zip(edges, errors, strict=True):
        neighbours[a].append((b, error))
    lines = [(1 - readout[q], [q]) for q in neighbours]
    for _ in range(n - 1):
        lines = [
            (value * (1 - error) * (1 - readout[other]), [*line, other])
            for value, line in lines
            for other, error in neighbours[line[-1]]
            if other not in line
        ]
    return max(lines)[1]
