# task: in_order
# why: Takes the lowest bits, as if the layout were trivial.
# fails: assert_implements wrong_value
def in_order(counts, place):
    mine = {}
    for key, shots in counts.items():
        short = key[-len(place) :]
        mine[short] = mine.get(short, 0) + shots
    return mine
