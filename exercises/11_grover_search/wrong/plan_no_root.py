# task: plan
# why: Forgets the square root: M/N is a probability, not an amplitude.
# fails: assert_implements wrong_value
def plan(items, solutions):
    theta = np.arcsin(solutions / items)

    def chance(k):
        return np.sin((2 * k + 1) * theta) ** 2

    k = 0
    while chance(k + 1) > chance(k):
        k += 1
    return [k, chance(k)]
