# task: undo_word
# why: Replaces letters in the reversed text.


def undo(word):
    backwards = "".join(word)[::-1]
    return list(backwards.replace("s", "sss").replace("t", "ttt" + "ss"))
