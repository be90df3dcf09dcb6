# task: plan
# why: Returns the amplitude in place of the probability.
# fails: assert_implements wrong_value
def plan(items, solutions):
    theta = np.arcsin(np.sqrt(solutions / items))

    def chance(k):
        return np.sin((2 * k + 1) * theta) ** 2

    k = 0
    while chance(k + 1) > chance(k):
        k += 1
    return [k, np.sqrt(chance(k))]
