# task: most_likely
# why: Leaves out the shots that were not good.
# fails: assert_implements wrong_value
def most_likely(runs):
    theta = np.linspace(0, np.pi / 2, 50_001)
    total = np.zeros_like(theta)
    for k, _, good in runs:
        chance = np.sin((2 * k + 1) * theta) ** 2
        total += xlogy(good, chance)
    return np.sin(theta[np.argmax(total)]) ** 2
