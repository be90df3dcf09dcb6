# task: detours
# why: Always moves the first qubit of the pair along a shortest path.
# fails: assert_implements wrong_value
def detours(edges, place, pairs):
    graph = nx.Graph(edges)
    where, swaps = list(place), 0
    for v, w in pairs:
        path = nx.shortest_path(graph, where[v], where[w])
        for a, b in pairwise(path[:-1]):
            where = [{a: b, b: a}.get(p, p) for p in where]
            swaps += 1
    return swaps
