# task: in_order
# why: Forgets that there are other qubits and keeps their bits in front.
# fails: assert_implements wrong_value
def in_order(counts, place):
    mine = {}
    for key, shots in counts.items():
        order = list(place) + [k for k in range(len(key)) if k not in place]
        short = "".join(key[-1 - k] for k in reversed(order))
        mine[short] = mine.get(short, 0) + shots
    return mine
