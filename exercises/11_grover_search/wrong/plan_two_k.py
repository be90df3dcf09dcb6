# task: plan
# why: The angle after k iterations taken as 2k theta: forgets the start.
# fails: assert_implements wrong_value
def plan(items, solutions):
    theta = np.arcsin(np.sqrt(solutions / items))

    def chance(k):
        return np.sin(2 * k * theta) ** 2

    k = 0
    while chance(k + 1) > chance(k):
        k += 1
    return [k, chance(k)]
