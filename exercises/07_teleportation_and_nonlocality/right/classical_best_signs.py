# task: classical_best
# why: Works with signs: the chance is one half plus half of the greatest bias.
from itertools import product


def classical_best(rule, chance):
    matrix = np.array(chance) * (-1.0) ** np.array(rule)
    bias = max(np.abs(np.array(a) @ matrix).sum() for a in product([1, -1], repeat=len(matrix)))
    return (1 + bias) / 2
