# task: in_order
# why: Reads the list the other way: physical qubit k held my qubit place[k].
# fails: assert_implements wrong_value
def in_order(counts, place):
    mine = {}
    for key, shots in counts.items():
        bits = ["0"] * len(place)
        for k, v in enumerate(place):
            if v < len(bits) and k < len(key):
                bits[v] = key[-1 - k]
        short = "".join(reversed(bits))
        mine[short] = mine.get(short, 0) + shots
    return mine
