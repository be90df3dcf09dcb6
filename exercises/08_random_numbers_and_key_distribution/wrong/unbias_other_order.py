# task: unbias
# why: Says 1 where the first report is the smaller one.
# fails: assert_implements wrong_value
def unbias(reports):
    return [int(a < b) for a, b in zip(reports[::2], reports[1::2], strict=False) if a != b]
