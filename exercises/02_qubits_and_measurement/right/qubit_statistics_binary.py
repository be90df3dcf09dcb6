# task: qubit_statistics
# why: Reads labels as binary numbers and shifts.


def qubit_statistics(counts, qubit):
    total = ones = 0
    for label, number in counts.items():
        total += number
        ones += number * (int(label, 2) >> qubit & 1)
    p = ones / total
    return p, (p * (1 - p) / total) ** 0.5
