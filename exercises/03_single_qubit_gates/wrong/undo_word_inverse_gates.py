# task: undo_word
# why: Uses gates that the machine does not have.
# fails: assert wrong_value


def undo(word):
    inverse = {"x": "x", "h": "h", "s": "sdg", "t": "tdg"}
    return [inverse[letter] for letter in reversed(word)]
