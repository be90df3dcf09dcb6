# task: in_order
# why: Counts the physical qubits from the left.
# fails: assert_implements wrong_value
def in_order(counts, place):
    mine = {}
    for key, shots in counts.items():
        short = "".join(key[k] for k in reversed(place))
        mine[short] = mine.get(short, 0) + shots
    return mine
