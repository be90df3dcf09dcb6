# task: exact_words
# why: Gets the factor by powers of SH, (SH)^3 = e^(iπ/4) I, which needs far more than eight letters.
# fails: assert_word word_too_long


def exact_word(name):
    words = {"z": "ss", "sdg": "sss", "x": "hssh", "y": "sshssh" + "hs" * 6}
    return list(words[name])
