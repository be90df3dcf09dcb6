# task: remember
# why: Keeps the cheapest history for each state of the data, for both stored bits.
def remember(record, readout, flip, misread):
    d = len(readout)
    flip_cost = math.log(1 / flip - 1)
    read_cost = math.log(1 / misread - 1)
    states = list(product((0, 1), repeat=d))
    best = {}
    for bit in (0, 1):
        cost = {(bit,) * d: 0.0}
        for row in record:
            later = {}
            for state, spent in cost.items():
                for other in states:
                    changed = sum(a != b for a, b in zip(state, other, strict=True))
                    wrong = sum(other[j] ^ other[j + 1] ^ row[j] for j in range(d - 1))
                    total = spent + flip_cost * changed + read_cost * wrong
                    if total < later.get(other, math.inf):
                        later[other] = total
            cost = later
        best[bit] = min(
            spent + read_cost * sum(a != b for a, b in zip(state, readout, strict=True))
            for state, spent in cost.items()
        )
    return 0 if best[0] < best[1] else 1
