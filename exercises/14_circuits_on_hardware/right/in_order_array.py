# task: in_order
# why: Puts all keys into an array and picks columns.
from collections import Counter


def in_order(counts, place):
    total = Counter()
    if counts:
        table = np.array([list(key) for key in counts])[:, ::-1]
        for row, shots in zip(table[:, place], counts.values(), strict=True):
            total["".join(row[::-1])] += shots
    return dict(total)
