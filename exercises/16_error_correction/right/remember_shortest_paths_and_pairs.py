# task: remember
# why: Distances between events by shortest paths, then the cheapest pairing by NetworkX, with a border for each event.
from itertools import pairwise

import networkx as nx


def remember(record, readout, flip, misread):
    d, rounds = len(readout), len(record)
    rows = [[0] * (d - 1), *record, [a ^ b for a, b in pairwise(readout)]]
    flip_cost, read_cost = math.log((1 - flip) / flip), math.log((1 - misread) / misread)
    grid = nx.Graph()
    for t in range(rounds + 1):
        cost = flip_cost if t < rounds else read_cost
        grid.add_nodes_from([(t, j) for j in range(d - 1)])
        for j in range(d - 2):
            grid.add_edge((t, j), (t, j + 1), weight=cost)
        for j in range(d - 1 if t < rounds else 0):
            grid.add_edge((t, j), (t + 1, j), weight=read_cost)
    pairs, left = nx.Graph(), set()
    events = [node for node in grid if rows[node[0] + 1][node[1]] != rows[node[0]][node[1]]]
    for place, event in enumerate(events):
        far = nx.single_source_dijkstra_path_length(grid, event)
        to = [
            min(far[t, j] + (flip_cost if t < rounds else read_cost) for t in range(rounds + 1))
            for j in (0, d - 2)
        ]
        if to[0] < to[1]:
            left.add(event)
        pairs.add_edge(event, ("border", event), weight=min(to))
        for other in events[:place]:
            pairs.add_edge(event, other, weight=far[other])
            pairs.add_edge(("border", event), ("border", other), weight=0)
    found = nx.min_weight_matching(pairs)
    crossed = sum("border" in (a[0], b[0]) and (a in left or b in left) for a, b in found)
    return readout[0] ^ (crossed % 2)
