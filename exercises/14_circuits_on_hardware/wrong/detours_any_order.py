# task: detours
# why: Lets the gates be done in any order.
# fails: assert_implements wrong_value
def detours(edges, place, pairs):
    near = {frozenset(edge) for edge in edges}

    def left(spots, open_pairs):
        return frozenset(p for p in open_pairs if frozenset((spots[p[0]], spots[p[1]])) not in near)

    start = (tuple(place), left(place, frozenset(map(tuple, pairs))))
    current, seen, swaps = {start}, {start}, 0
    while all(rest for _, rest in current):
        following = set()
        for spots, rest in current:
            for a, b in edges:
                moved = tuple({a: b, b: a}.get(p, p) for p in spots)
                following.add((moved, left(moved, rest)))
        current = following - seen
        seen |= current
        swaps += 1
    return swaps
