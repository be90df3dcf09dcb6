# task: syndromes
# why: Takes the identity for a letter like the others: different letters anticommute.
# fails: assert_implements wrong_value
def syndromes(generators, errors):
    return [
        [sum(a != b for a, b in zip(generator, error, strict=True)) % 2 for generator in generators]
        for error in errors
    ]
