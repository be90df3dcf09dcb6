# task: syndromes
# why: Counts the clashes instead of taking their parity.
# fails: assert_implements wrong_value
def syndromes(generators, errors):
    def number(generator, error):
        return sum(a != b and "I" not in (a, b) for a, b in zip(generator, error, strict=True))

    return [[number(generator, error) for generator in generators] for error in errors]
