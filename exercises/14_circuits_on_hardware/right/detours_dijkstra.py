# task: detours
# why: Dijkstra with a heap; a gate is a move of cost 0.
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
            heapq.heappush(heap, (cost + 1, moved, k))
    raise AssertionError
