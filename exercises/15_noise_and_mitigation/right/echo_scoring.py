# task: echo
# why: Fisher scoring by hand, for the rate 1/T2; the error is carried over.
def echo(delays, zeros, shots):
    rate = 1 / (sum(delays) / len(delays))
    for _ in range(200):
        score = information = 0.0
        for t, k in zip(delays, zeros, strict=True):
            decay = math.exp(-t * rate)
            p, slope = (1 + decay) / 2, -t * decay / 2
            score += slope * (k - shots * p) / (p * (1 - p))
            information += shots * slope**2 / (p * (1 - p))
        step = score / information
        rate = rate + max(-rate / 2, min(rate, step))
    return 1 / rate, 1 / (rate**2 * math.sqrt(information))
