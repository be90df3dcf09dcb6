# task: syndromes
# why: Treats Y like X, as in the bit-flip code.
# fails: assert_implements wrong_value
def syndromes(generators, errors):
    def bit(generator, error):
        pairs = zip(generator.replace("Y", "X"), error.replace("Y", "X"), strict=True)
        return sum(a != b and "I" not in (a, b) for a, b in pairs) % 2

    return [[bit(generator, error) for generator in generators] for error in errors]
