# task: in_order
# why: Writes its own qubit 0 on the left.
# fails: assert_implements wrong_value
def in_order(counts, place):
    mine = {}
    for key, shots in counts.items():
        short = "".join(key[-1 - k] for k in place)
        mine[short] = mine.get(short, 0) + shots
    return mine
