# task: detours
# why: Takes the largest distance of a pair, a lower bound only.
# fails: assert_implements wrong_value
def detours(edges, place, pairs):
    far = dict(nx.all_pairs_shortest_path_length(nx.Graph(edges)))
    return max((far[place[v]][place[w]] - 1 for v, w in pairs), default=0)
