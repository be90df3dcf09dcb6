# task: best_line
# why: Depth first search that gives up a line once it is worse than the best one found.
def best_line(edges, errors, readout, n):
    link = {}
    for (a, b), error in zip(edges, errors, strict=True):
        link.setdefault(a, {})[b] = link.setdefault(b, {})[a] = 1 - error
    found = [-1.0, None]

    def go(line, value):
        if value <= found[0]:
            return
        if len(line) == n:
            found[:] = [value, line]
            return
        for other, good in link.get(line[-1], {}).items():
            if other not in line:
                go([*line, other], value * good * (1 - readout[other]))

    for q in range(len(readout)):
        go([q], 1 - readout[q])
    return found[1]
