# task: detours
# why: Iterative deepening: tries 0 swaps, then 1, then 2 ..., with what was reached remembered.
from functools import lru_cache


def detours(edges, place, pairs):
    near = {tuple(e) for e in edges} | {tuple(e)[::-1] for e in edges}

    @lru_cache(None)
    def possible(spots, k, swaps):
        while k < len(pairs) and (spots[pairs[k][0]], spots[pairs[k][1]]) in near:
            k += 1
        if k == len(pairs):
            return True
        if swaps == 0:
            return False
        return any(
            possible(tuple({a: b, b: a}.get(p, p) for p in spots), k, swaps - 1) for a, b in edges
        )

    swaps = 0
    while not possible(tuple(place), 0, swaps):
        swaps += 1
    return swaps
