# task: classical_best
# why: Recursion over Alice's questions, keeping the signed sums of Bob's columns.
def classical_best(rule, chance):
    columns = len(rule[0])

    def bias(row, sums):
        if row == len(rule):
            return sum(abs(value) for value in sums)
        step = [chance[row][t] * (1 - 2 * rule[row][t]) for t in range(columns)]
        plus = [value + move for value, move in zip(sums, step, strict=True)]
        minus = [value - move for value, move in zip(sums, step, strict=True)]
        return max(bias(row + 1, plus), bias(row + 1, minus))

    return 0.5 + bias(0, [0.0] * columns) / 2
