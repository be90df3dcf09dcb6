# task: detours
# why: Adds up distances from the first arrangement, as if every qubit went home after each gate for nothing.
# fails: assert_implements wrong_value
def detours(edges, place, pairs):
    far = dict(nx.all_pairs_shortest_path_length(nx.Graph(edges)))
    return sum(far[place[v]][place[w]] - 1 for v, w in pairs)
