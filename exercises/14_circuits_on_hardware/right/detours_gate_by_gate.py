# task: detours
# why: Keeps the cheapest cost of each arrangement, gate by gate, with Bellman-Ford over swaps.
def detours(edges, place, pairs):
    coupled = {frozenset(edge) for edge in edges}
    cost = {tuple(place): 0}
    for v, w in pairs:
        front = dict(cost)
        while front:
            following = {}
            for spots, price in front.items():
                for a, b in edges:
                    moved = tuple(b if p == a else a if p == b else p for p in spots)
                    if cost.get(moved, math.inf) > price + 1:
                        cost[moved] = following[moved] = price + 1
            front = following
        cost = {s: p for s, p in cost.items() if frozenset((s[v], s[w])) in coupled}
    return min(cost.values())
