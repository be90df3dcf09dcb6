# task: syndromes
# why: Reads one of the texts from the other side, as a label of Qiskit.
# fails: assert_implements wrong_value
def syndromes(generators, errors):
    def bit(generator, error):
        pairs = zip(generator, reversed(error), strict=True)
        return sum(a != b and "I" not in (a, b) for a, b in pairs) % 2

    return [[bit(generator, error) for generator in generators] for error in errors]
