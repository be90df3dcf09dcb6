# task: plan
# why: Takes the whole part where it should round.
# fails: assert_implements wrong_value
def plan(items, solutions):
    theta = np.arcsin(np.sqrt(solutions / items))
    k = int(np.pi / (4 * theta) - 0.5 + 1e-9)
    return [k, np.sin((2 * k + 1) * theta) ** 2]
