# task: undo_word
# why: Inverts each gate but keeps the order.
# fails: assert_same_unitary relative_phase


def undo(word):
    repetitions = {"x": 1, "h": 1, "s": 3, "t": 7}
    return [letter for letter in word for _ in range(repetitions[letter])]
