# task: plan
# why: Rounds pi/4 sqrt(N/M), which is good for small M/N only.
# fails: assert_implements wrong_value
def plan(items, solutions):
    theta = np.arcsin(np.sqrt(solutions / items))
    k = round(np.pi / 4 * np.sqrt(items / solutions))
    return [k, np.sin((2 * k + 1) * theta) ** 2]
