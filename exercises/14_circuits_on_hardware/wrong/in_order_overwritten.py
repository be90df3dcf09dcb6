# task: in_order
# why: Overwrites shots that differ in the other qubits instead of adding them.
# fails: assert_implements wrong_value
def in_order(counts, place):
    return {"".join(key[-1 - k] for k in reversed(place)): shots for key, shots in counts.items()}
