# task: best_line
# why: Begins at the best qubit and takes the best step each time.
# fails: assert_between out_of_range
def best_line(edges, errors, readout, n):
    good = {}
    for (a, b), error in zip(edges, errors, strict=True):
        good[a, b] = good[b, a] = 1 - error
    best, longest = (-1.0, None), []
    for first in range(len(readout)):
        line, value = [first], 1 - readout[first]
        while len(line) < n:
            steps = [
                (g * (1 - readout[b]), b)
                for (a, b), g in good.items()
                if a == line[-1] and b not in line
            ]
            if not steps:
                break
            step, other = max(steps)
            value, line = value * step, [*line, other]
        longest = max(longest, line, key=len)
        if len(line) == n and value > best[0]:
            best = (value, line)
    return best[1] or [*longest, *(q for q in range(len(readout)) if q not in longest)][:n]
