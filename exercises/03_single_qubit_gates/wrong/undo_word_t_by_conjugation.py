# task: undo_word
# why: Undoes T by X T X, which is the opposite turn but leaves the factor e^(iπ/4).
# fails: assert_same_unitary global_phase


def undo(word):
    answers = {"x": "x", "h": "h", "s": "sss", "t": "xtx"}
    return [letter for name in reversed(word) for letter in answers[name]]
