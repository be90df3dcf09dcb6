# task: covariance
# why: Uses the bits 0 and 1 as values, which makes everything a quarter of its size.
# fails: assert_implements wrong_value
def covariance(counts, a, b):
    shots = sum(counts.values())
    both = sum(n for key, n in counts.items() if key[-1 - a] == "1" and key[-1 - b] == "1") / shots
    one_a = sum(n for key, n in counts.items() if key[-1 - a] == "1") / shots
    one_b = sum(n for key, n in counts.items() if key[-1 - b] == "1") / shots
    return both - one_a * one_b
