# task: plan
# why: Counts one solution only.
# fails: assert_implements wrong_value
def plan(items, solutions):
    theta = np.arcsin(np.sqrt(1 / items))
    k = round(np.pi / (4 * theta) - 0.5)
    return [k, np.sin((2 * k + 1) * theta) ** 2]
