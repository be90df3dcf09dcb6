# task: qubit_statistics
# why: Forgets that the error falls with the number of shots.
# fails: assert_implements wrong_value


def qubit_statistics(counts, qubit):
    shots = sum(counts.values())
    p = sum(number for label, number in counts.items() if label[-1 - qubit] == "1") / shots
    return p, np.sqrt(p * (1 - p))
