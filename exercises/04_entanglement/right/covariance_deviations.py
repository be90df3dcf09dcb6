# task: covariance
# why: Averages the product of the deviations from the means.
def covariance(counts, a, b):
    total = sum(counts.values())

    def value(key, qubit):
        return 1 if key[::-1][qubit] == "0" else -1

    mean_a = sum(value(key, a) * n for key, n in counts.items()) / total
    mean_b = sum(value(key, b) * n for key, n in counts.items()) / total
    return (
        sum((value(k, a) - mean_a) * (value(k, b) - mean_b) * n for k, n in counts.items()) / total
    )
