# task: exact_words
# why: Z followed by X is a half turn about y, but the matrix is -iY.
# fails: assert_same_unitary global_phase


def exact_word(name):
    words = {"z": "ss", "sdg": "sss", "x": "hssh", "y": "sshssh"}
    return list(words[name])
