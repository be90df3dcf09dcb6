# task: unbias
# why: Gives a 0 for equal reports instead of nothing, which brings the bias back.
# fails: assert_implements wrong_length
def unbias(reports):
    return [int(a > b) for a, b in zip(reports[::2], reports[1::2], strict=False)]
