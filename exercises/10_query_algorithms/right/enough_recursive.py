# task: enough
# why: Draws one input after the other by recursion on the inputs that are left.
def enough(n, error):
    def further(same, left, chance):
        if chance <= error:
            return 0
        return 1 + further(same - 1, left - 1, chance * same / left)

    return 1 + further(2 ** (n - 1) - 1, 2**n - 1, 1.0)
