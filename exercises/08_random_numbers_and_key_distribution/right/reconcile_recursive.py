# task: reconcile
# why: Searches a block by recursion, and returns how much it cost.
def reconcile(alice, bob, passes):
    def search(places, key):
        if len(places) == 1:
            key[places[0]] ^= 1
            return 0
        middle = len(places) // 2
        first, rest = places[:middle], places[middle:]
        odd = sum(alice[k] ^ key[k] for k in first) % 2
        return 1 + search(first if odd else rest, key)

    key, cost = bob.copy(), 0
    for block, order in passes:
        while order:
            head, order = order[:block], order[block:]
            cost += 1
            if sum(alice[k] ^ key[k] for k in head) % 2:
                cost += search(head, key)
    return key, cost
