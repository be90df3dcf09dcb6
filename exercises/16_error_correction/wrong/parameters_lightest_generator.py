# task: parameters
# why: Takes the weight of the lightest generator for the distance.
# fails: assert_implements wrong_value
def parameters(generators):
    n, group = len(generators[0]), {0}
    for word in generators:
        x = sum(1 << q for q in range(n) if word[q] in "XY")
        z = sum(1 << q for q in range(n) if word[q] in "YZ")
        group |= {one ^ (x << n | z) for one in group}
    lightest = min(n - word.count("I") for word in generators)
    return [n, n - len(group).bit_length() + 1, lightest]
