# task: plan
# why: Follows the amplitude of a solution and that of another item from step to step.
def plan(items, solutions):
    good = bad = 1 / np.sqrt(items)
    steps, chances = 0, [solutions * good**2]
    while True:
        mean = (-solutions * good + (items - solutions) * bad) / items
        good, bad = 2 * mean + good, 2 * mean - bad
        chances.append(solutions * good**2)
        if chances[-1] <= chances[-2]:
            return [steps, chances[-2]]
        steps += 1
