# task: roots
# why: Returns the one root that the power operator gives.
# fails: assert_close wrong_length


def roots(z, n):
    return [complex(z) ** (1 / n)]
