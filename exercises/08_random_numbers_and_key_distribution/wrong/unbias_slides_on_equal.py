# task: unbias
# why: After two equal reports it moves on by one place only.
# fails: assert_implements wrong_value
def unbias(reports):
    fair, k = [], 0
    while k + 1 < len(reports):
        if reports[k] == reports[k + 1]:
            k += 1
            continue
        fair.append(int(reports[k] > reports[k + 1]))
        k += 2
    return fair
