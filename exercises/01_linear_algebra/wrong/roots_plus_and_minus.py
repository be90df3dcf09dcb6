# task: roots
# why: Knows that roots come with both signs, and so is right for n = 2 only.
# fails: assert_close wrong_length


def roots(z, n):
    root = complex(z) ** (1 / n)
    return [root, -root]
