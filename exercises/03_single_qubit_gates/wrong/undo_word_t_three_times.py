# task: undo_word
# why: Treats T like S: three letters do not undo an eighth of a turn.
# fails: assert_same_unitary wrong_unitary


def undo(word):
    repetitions = {"x": 1, "h": 1, "s": 3, "t": 3}
    return [letter for letter in reversed(word) for _ in range(repetitions[letter])]
