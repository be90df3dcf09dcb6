# task: covariance
# why: Returns the average of the product and subtracts nothing.
# fails: assert_implements wrong_value
def covariance(counts, a, b):
    total = 0
    for key, number in counts.items():
        total += number * (1 if key[-1 - a] == key[-1 - b] else -1)
    return total / sum(counts.values())
