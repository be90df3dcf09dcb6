# task: from_counts
# why: NumPy arrays: signs of all terms on all outcomes of a setting.
def from_counts(terms, counts):
    n = len(terms[0][0])

    def fit(label, setting):
        return not any(label[i] != "I" and label[i] != setting[i] for i in range(n))

    shots = {setting: sum(data.values()) for setting, data in counts.items()}
    available = [
        sum(number for setting, number in shots.items() if fit(label, setting))
        for label, _ in terms
    ]
    energy = sum(c for label, c in terms if not label.strip("I"))
    variance = 0.0
    for setting, data in counts.items():
        bits = np.array([[int(bit) for bit in key] for key in data])
        times = np.array(list(data.values()), dtype=float)
        f = np.zeros(len(times))
        for (label, coefficient), number in zip(terms, available, strict=False):
            if label.strip("I") and fit(label, setting):
                parity = bits[:, [letter != "I" for letter in label]].sum(axis=1)
                f += coefficient / number * np.cos(np.pi * parity)
        mean = np.average(f, weights=times)
        energy += times.sum() * mean
        variance += times.sum() * np.average((f - mean) ** 2, weights=times)
    return float(energy), float(np.sqrt(variance))
