# task: outvoted
# why: Forgets the factors of the qubits that are not flipped.
# fails: assert_implements wrong_value
def outvoted(chances):
    wrong = 0.0
    for size in range(len(chances) // 2 + 1, len(chances) + 1):
        for flipped in combinations(chances, size):
            wrong += math.prod(flipped)
    return wrong, wrong < min(chances)
