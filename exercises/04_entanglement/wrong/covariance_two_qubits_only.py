# task: covariance
# why: Uses the formula for two qubits with the keys 00, 01, 10 and 11.
# fails: assert_implements wrong_value
def covariance(counts, a, b):
    shots = sum(counts.values())
    p = {key: counts.get(key, 0) / shots for key in ("00", "01", "10", "11")}
    product = p["00"] - p["01"] - p["10"] + p["11"]
    mean_1 = p["00"] + p["01"] - p["10"] - p["11"]
    mean_0 = p["00"] - p["01"] + p["10"] - p["11"]
    return product - mean_1 * mean_0
