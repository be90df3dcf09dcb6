# task: syndromes
# why: One row for each generator instead of one for each error.
# fails: assert_implements wrong_length
def syndromes(generators, errors):
    def bit(generator, error):
        pairs = zip(generator, error, strict=True)
        return sum(a != b and "I" not in (a, b) for a, b in pairs) % 2

    return [[bit(generator, error) for error in errors] for generator in generators]
