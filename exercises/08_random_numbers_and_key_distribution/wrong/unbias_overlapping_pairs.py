# task: unbias
# why: Compares each report with the next one, so that every report is used twice.
# fails: assert_implements wrong_length
import itertools
def unbias(reports):
    return [int(a > b) for a, b in itertools.pairwise(reports) if a != b]
