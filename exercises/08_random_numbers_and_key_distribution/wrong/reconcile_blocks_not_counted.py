# task: reconcile
# why: Counts only the parities of the search.
# fails: assert_implements wrong_value
def reconcile(alice, bob, passes):
    key = list(bob)
    leaked = 0

    def differs(positions):
        nonlocal leaked
        leaked += 1
        return sum(alice[k] + key[k] for k in positions) % 2 == 1

    for block, order in passes:
        for start in range(0, len(order), block):
            part = order[start : start + block]
            if differs(part):
                while len(part) > 1:
                    half = part[: len(part) // 2]
                    part = half if differs(half) else part[len(half) :]
                key[part[0]] = 1 - key[part[0]]
    return key, leaked - sum(-(-len(order) // block) for block, order in passes)
