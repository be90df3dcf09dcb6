# task: qubit_statistics
# why: Counts the zeros and subtracts.


def qubit_statistics(counts, qubit):
    tally = {"0": 0, "1": 0}
    for label, number in counts.items():
        position = len(label) - 1 - qubit
        tally[label[position]] += number
    shots = tally["0"] + tally["1"]
    return 1 - tally["0"] / shots, np.sqrt(tally["0"] * tally["1"] / shots**3)
