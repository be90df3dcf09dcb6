# task: undo_word
# why: Adds up neighbouring turns about z first, which needs fewer letters.


def undo(word):
    back, eighths = [], 0
    for letter in [*reversed(word), "end"]:
        if letter in ("s", "t"):
            eighths += {"s": 2, "t": 1}[letter]
            continue
        rest = -eighths % 8
        back += ["s"] * (rest // 2) + ["t"] * (rest % 2)
        eighths = 0
        if letter != "end":
            back.append(letter)
    return back
