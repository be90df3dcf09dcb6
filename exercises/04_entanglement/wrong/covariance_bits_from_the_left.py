# task: covariance
# why: Reads qubit 0 from the left end of the key.
# fails: assert_implements wrong_value
def covariance(counts, a, b):
    shots = sum(counts.values())
    product = mean_a = mean_b = 0
    for key, number in counts.items():
        value_a = 1 - 2 * int(key[a])
        value_b = 1 - 2 * int(key[b])
        product += number * value_a * value_b / shots
        mean_a += number * value_a / shots
        mean_b += number * value_b / shots
    return product - mean_a * mean_b
