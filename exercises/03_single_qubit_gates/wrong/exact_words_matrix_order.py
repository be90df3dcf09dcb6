# task: exact_words
# why: Writes S X S† from left to right as a circuit, which is S† X S = -Y.
# fails: assert_same_unitary global_phase


def exact_word(name):
    words = {"z": "ss", "sdg": "sss", "x": "hssh", "y": "s" + "hssh" + "sss"}
    return list(words[name])
