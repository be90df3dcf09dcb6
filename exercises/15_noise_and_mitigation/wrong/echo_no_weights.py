# task: echo
# why: Least squares without weights: the error is that of the scatter of a few points.
# fails: assert_between out_of_range
def echo(delays, zeros, shots):
    def model(t, lifetime):
        return (1 + np.exp(-t / lifetime)) / 2

    shares = np.array(zeros) / shots
    fit, variance = curve_fit(model, delays, shares, p0=[np.mean(delays)])
    return fit[0], np.sqrt(variance[0, 0])
