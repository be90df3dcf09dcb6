# task: echo
# why: Returns two standard errors.
# fails: assert_between out_of_range
def echo(delays, zeros, shots):
    delays, shares = np.asarray(delays, dtype=float), np.asarray(zeros) / shots

    def model(t, lifetime):
        return (1 + np.exp(-t / lifetime)) / 2

    lifetime = float(np.mean(delays))
    for _ in range(4):
        p = model(delays, lifetime)
        spread = np.sqrt(p * (1 - p) / shots)
        fit, variance = curve_fit(
            model, delays, shares, p0=[lifetime], sigma=spread, absolute_sigma=True
        )
        lifetime = abs(float(fit[0]))
    return lifetime, 2 * math.sqrt(variance[0, 0])
