# task: detours
# why: Forgets that neighbours need no swap: counts steps until the qubits are on the same place.
# fails: assert_implements wrong_value
def detours(edges, place, pairs):
    graph = nx.Graph(edges)
    where, swaps = list(place), 0
    for v, w in pairs:
        swaps += nx.shortest_path_length(graph, where[v], where[w])
    return swaps
