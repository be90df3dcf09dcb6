# task: qubit_statistics
# why: Counts labels and not shots.
# fails: assert_implements wrong_value


def qubit_statistics(counts, qubit):
    p = sum(label[-1 - qubit] == "1" for label in counts) / len(counts)
    return p, np.sqrt(p * (1 - p) / sum(counts.values()))
