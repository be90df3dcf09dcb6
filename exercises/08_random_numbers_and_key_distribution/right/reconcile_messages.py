# task: reconcile
# why: Lets Alice answer messages, written into a list, and uses running sums for the parities.
class Announcer:
    """Alice: says parities, and keeps a list of what she has said."""

    def __init__(self, bits):
        self.bits = bits
        self.said = []

    def parity(self, places):
        value = 0
        for place in places:
            value ^= self.bits[place]
        self.said.append(value)
        return value


def reconcile(alice, bob, passes):
    announcer = Announcer(alice)
    key = list(bob)
    for block, order in passes:
        blocks = [order[k : k + block] for k in range(0, len(order), block)]
        for places in blocks:
            if announcer.parity(places) == sum(key[p] for p in places) % 2:
                continue
            while places[1:]:
                cut = len(places) >> 1
                same = announcer.parity(places[:cut]) == sum(key[p] for p in places[:cut]) % 2
                places = places[cut:] if same else places[:cut]
            (place,) = places
            key[place] = (key[place] + 1) % 2
    return key, len(announcer.said)
