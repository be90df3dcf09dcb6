# task: undo_word
# why: Undoes the last letter, then the rest, recursively.


def undo(word):
    if not word:
        return []
    answers = {"x": ["x"], "h": ["h"], "s": ["s", "s", "s"], "t": ["t", "s", "s", "s"]}
    return answers[word[-1]] + undo(word[:-1])
