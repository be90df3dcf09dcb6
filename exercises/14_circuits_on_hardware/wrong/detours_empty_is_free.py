# task: detours
# why: Moves into an empty place for nothing.
# fails: assert_implements wrong_value
import heapq


def detours(edges, place, pairs):
    near = {frozenset(edge) for edge in edges}
    heap, closed = [(0, tuple(place), 0)], set()
    while heap:
        cost, spots, k = heapq.heappop(heap)
        if k == len(pairs):
            return cost
        if (spots, k) in closed:
            continue
        closed.add((spots, k))
        v, w = pairs[k]
        if frozenset((spots[v], spots[w])) in near:
            heapq.heappush(heap, (cost, spots, k + 1))
        for a, b in edges:
            moved = tuple({a: b, b: a}.get(p, p) for p in spots)
            price = 1 if a in spots and b in spots else 0
            heapq.heappush(heap, (cost + price, moved, k))
    return None
