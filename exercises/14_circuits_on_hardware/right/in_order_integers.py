# task: in_order
# why: Works with the keys as binary numbers, bit by bit.
def in_order(counts, place):
    mine = {}
    for key, shots in counts.items():
        number = int(key, 2)
        own = sum((number >> k & 1) << v for v, k in enumerate(place))
        text = format(own, f"0{len(place)}b")
        mine[text] = mine.get(text, 0) + shots
    return mine
