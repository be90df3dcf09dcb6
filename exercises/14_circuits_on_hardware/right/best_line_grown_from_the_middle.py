# task: best_line
# why: Lines by their sets: joins the best line for each set of qubits and last qubit, one qubit at a time.
def best_line(edges, errors, readout, n):
    best = {(frozenset([q]), q): (1 - readout[q], (q,)) for q in range(len(readout))}
    for _ in range(n - 1):
        longer = {}
        for (used, last), (value, line) in best.items():
            for (a, b), error in zip(edges, errors, strict=True):
                for here, there in [(a, b), (b, a)]:
                    if here == last and there not in used:
                        key = (used | {there}, there)
                        new = (value * (1 - error) * (1 - readout[there]), (*line, there))
                        if key not in longer or longer[key] < new:
                            longer[key] = new
        best = longer
    return list(max(best.values())[1])
