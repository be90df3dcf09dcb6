# task: exact_words
# why: Takes S for its own inverse where S† is asked for.
# fails: assert_same_unitary inverse


def exact_word(name):
    words = {"z": "ss", "sdg": "s", "x": "hssh", "y": "ssshsshs"}
    return list(words[name])
