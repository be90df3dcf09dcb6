# task: remember
# why: Writes the experiment as a detector error model of Stim and lets PyMatching read it.
from itertools import pairwise


def remember(record, readout, flip, misread):
    import pymatching

    d, t = len(readout), len(record)
    c = d - 1
    lines = []
    for row in range(t + 1):
        chance = flip if row < t else misread
        for j in range(d):
            near = [f"D{row * c + k}" for k in (j - 1, j) if 0 <= k < c]
            lines.append(f"error({chance}) " + " ".join(near) + (" L0" if j == 0 else ""))
        if row < t:
            lines += [f"error({misread}) D{row * c + j} D{(row + 1) * c + j}" for j in range(c)]
    matching = pymatching.Matching(stim.DetectorErrorModel("\n".join(lines)))
    rows = [*record, [readout[j] ^ readout[j + 1] for j in range(c)]]
    events = [rows[0]] + [
        [a ^ b for a, b in zip(one, two, strict=True)] for one, two in pairwise(rows)
    ]
    flipped = matching.decode(np.array(events, dtype=np.uint8).ravel())[0]
    return int((readout[0] + flipped) % 2)
