# task: unbias
# why: Gives the first report of the pair, which is a bit only if all reports are.
# fails: assert_implements wrong_value
def unbias(reports):
    return [a for a, b in zip(reports[::2], reports[1::2], strict=False) if a != b]
