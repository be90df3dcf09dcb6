# task: unbias
# why: Takes the parity of each report, which is not fair.
# fails: assert_implements wrong_length
def unbias(reports):
    return [report % 2 for report in reports]
