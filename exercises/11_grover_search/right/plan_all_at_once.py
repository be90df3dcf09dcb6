# task: plan
# why: Tries all numbers up to a quarter turn and takes the first summit.
def plan(items, solutions):
    theta = np.arcsin(np.sqrt(solutions / items))
    steps = np.arange(int(np.pi / (4 * theta)) + 3)
    chances = np.sin((2 * steps + 1) * theta) ** 2
    best = int(np.flatnonzero(np.diff(chances) < 0)[0])
    return [best, float(chances[best])]
