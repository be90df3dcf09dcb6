# task: echo
# why: A straight line through the logarithms, in which late, noisy points count as much as early ones.
# fails: assert_between out_of_range
def echo(delays, zeros, shots):
    share = np.maximum(2 * np.array(zeros) / shots - 1, 1e-3)
    slope, variance = np.polyfit(delays, np.log(share), 1, cov=True)
    return -1 / slope[0], np.sqrt(variance[0, 0]) / slope[0] ** 2
