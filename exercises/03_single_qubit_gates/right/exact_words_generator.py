# task: exact_words
# why: Returns strings built by rules; a string is a sequence of letters as well.


def sandwich(outer, inner, power):
    """The word of V U V†, where V is `outer` and V to the given power is the identity."""
    return outer * (power - 1) + inner + outer


def exact_word(name):
    z = "s" * 2
    x = sandwich("h", z, 2)
    y = sandwich("s", x, 4)
    return list({"x": x, "y": y, "z": z, "sdg": "s" + z}[name])
