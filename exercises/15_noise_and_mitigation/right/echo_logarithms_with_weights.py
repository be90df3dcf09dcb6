# task: echo
# why: A weighted straight line through the logarithms, its weights taken from the model and repeated.
def echo(delays, zeros, shots):
    t, share = np.array(delays, dtype=float), np.array(zeros) / shots
    lifetime = np.mean(t)
    for _ in range(30):
        decay = np.exp(-t / lifetime)  # linearise the exponential about the last estimate
        p = (1 + decay) / 2
        sigma = 2 * np.sqrt(p * (1 - p) / shots)
        rate = 1 / lifetime
        slope = -t * decay
        weight = slope / sigma**2
        step = np.sum(weight * (2 * share - 1 - decay)) / np.sum(weight * slope)
        rate = np.clip(rate + step, rate / 3, rate * 3)
        lifetime = 1 / rate
    return lifetime, lifetime**2 / np.sqrt(np.sum(slope**2 / sigma**2))
