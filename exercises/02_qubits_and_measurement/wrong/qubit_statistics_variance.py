# task: qubit_statistics
# why: Returns the variance in place of its square root.
# fails: assert_implements wrong_value


def qubit_statistics(counts, qubit):
    shots = sum(counts.values())
    p = sum(number for label, number in counts.items() if label[-1 - qubit] == "1") / shots
    return p, p * (1 - p) / shots
