# task: remember
# why: Feeds the outcomes into the matching, not their changes.
# fails: assert_implements wrong_value
def remember(record, readout, flip, misread):
    import pymatching

    d, rounds = len(readout), len(record)
    rows = np.array([*record, [readout[j] ^ readout[j + 1] for j in range(d - 1)]])
    costs = [math.log((1 - one) / one) for one in (flip, misread)]
    graph = pymatching.Matching()
    for row in range(rounds + 1):
        cost, start = costs[row == rounds], row * (d - 1)
        graph.add_boundary_edge(start, fault_ids={0}, weight=cost)
        graph.add_boundary_edge(start + d - 2, weight=cost)
        for j in range(d - 2):
            graph.add_edge(start + j, start + j + 1, weight=cost)
        for j in range(d - 1 if row < rounds else 0):
            graph.add_edge(start + j, start + j + d - 1, weight=costs[1])
    return int(readout[0] ^ graph.decode(rows.reshape(-1))[0])
