# task: syndromes
# why: Says 1 as soon as one place anticommutes, and forgets that two cancel.
# fails: assert_implements wrong_value
def syndromes(generators, errors):
    def bit(generator, error):
        pairs = zip(generator, error, strict=True)
        return int(any(a != b and "I" not in (a, b) for a, b in pairs))

    return [[bit(generator, error) for generator in generators] for error in errors]
