# task: detours
# why: Does each gate with the fewest swaps, without looking ahead.
# fails: assert_implements wrong_value
def detours(edges, place, pairs):
    near = {frozenset(edge) for edge in edges}
    where, total = tuple(place), 0
    for v, w in pairs:
        current, seen = [where], {where}
        while not any(frozenset((s[v], s[w])) in near for s in current):
            following = []
            for s in current:
                for a, b in edges:
                    moved = tuple({a: b, b: a}.get(p, p) for p in s)
                    if moved not in seen:
                        seen.add(moved)
                        following.append(moved)
            current = following
            total += 1
        where = next(s for s in current if frozenset((s[v], s[w])) in near)
    return total
