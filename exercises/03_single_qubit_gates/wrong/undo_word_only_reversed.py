# task: undo_word
# why: Reverses the order, as if every gate were its own inverse.
# fails: assert_same_unitary relative_phase


def undo(word):
    return list(reversed(word))
