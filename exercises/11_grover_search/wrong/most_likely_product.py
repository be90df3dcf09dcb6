# task: most_likely
# why: Multiplies the probabilities themselves: too small for a computer.
# fails: assert_implements wrong_value
def most_likely(runs):
    theta = np.linspace(0, np.pi / 2, 50_001)
    likelihood = np.ones_like(theta)
    for k, shots, good in runs:
        chance = np.sin((2 * k + 1) * theta) ** 2
        likelihood *= chance**good * (1 - chance) ** (shots - good)
    return np.sin(theta[np.argmax(likelihood)]) ** 2
