# task: undo_word
# why: Uses gates that the machine does not have.
# fails: assert_word foreign_letter


def undo(word):
    inverse = {"x": "x", "h": "h", "s": "sdg", "t": "tdg"}
    return [inverse[letter] for letter in reversed(word)]
