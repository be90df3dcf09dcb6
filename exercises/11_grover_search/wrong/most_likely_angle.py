# task: most_likely
# why: Returns the angle in place of the probability.
# fails: assert_implements wrong_value
def most_likely(runs):
    theta = np.linspace(0, np.pi / 2, 50_001)
    total = np.zeros_like(theta)
    for k, shots, good in runs:
        chance = np.sin((2 * k + 1) * theta) ** 2
        total += xlogy(good, chance) + xlogy(shots - good, np.cos((2 * k + 1) * theta) ** 2)
    return theta[np.argmax(total)]
