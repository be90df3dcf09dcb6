# task: qubit_statistics
# why: Takes qubit 0 for the leftmost bit.
# fails: assert_implements wrong_value


def qubit_statistics(counts, qubit):
    shots = sum(counts.values())
    p = sum(number for label, number in counts.items() if label[qubit] == "1") / shots
    return p, np.sqrt(p * (1 - p) / shots)
