# task: outvoted
# why: Carries the distribution of the number of flips along, qubit by qubit.
def outvoted(chances):
    number = [1.0]
    for p in chances:
        stays = [q * (1 - p) for q in number] + [0.0]
        grows = [0.0] + [q * p for q in number]
        number = [a + b for a, b in zip(stays, grows, strict=True)]
    wrong = sum(number[(len(chances) + 1) // 2 :])
    return (wrong, bool(wrong < min(chances)))
