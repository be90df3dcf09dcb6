# task: exact_words
# why: Uses S on both sides instead of S and its inverse.
# fails: assert_same_unitary relative_phase


def exact_word(name):
    words = {"z": "ss", "sdg": "sss", "x": "hssh", "y": "s" + "hssh" + "s"}
    return list(words[name])
