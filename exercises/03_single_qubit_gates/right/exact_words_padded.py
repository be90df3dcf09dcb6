# task: exact_words
# why: Puts identities (two H, or four S) into the words; not the shortest, but within the budget.


def exact_word(name):
    nothing = ["h", "h"]
    quarter, half = ["s"], ["s", "s"]
    if name == "z":
        return half + nothing
    if name == "sdg":
        return quarter + nothing + half + nothing
    flip = ["h", *half, "h"]
    if name == "x":
        return flip + quarter * 4
    return quarter + half + flip + quarter
