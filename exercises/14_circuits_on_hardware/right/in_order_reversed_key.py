# task: in_order
# why: Turns the key round, so that indices count from the right.
def in_order(counts, place):
    mine = {}
    for key, shots in counts.items():
        bits = key[::-1]
        short = [bits[k] for k in place]
        short.reverse()
        mine["".join(short)] = mine.get("".join(short), 0) + shots
    return mine
