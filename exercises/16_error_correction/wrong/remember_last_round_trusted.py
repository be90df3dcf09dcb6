# task: remember
# why: Decodes the last syndrome alone, as if it were always right.
# fails: assert_implements wrong_value
def remember(record, readout, flip, misread):
    d = len(readout)
    row = record[-1] if record else [readout[j] ^ readout[j + 1] for j in range(d - 1)]
    pattern = [0]
    for bit in row:
        pattern.append(pattern[-1] ^ bit)
    if 2 * sum(pattern) > d:
        pattern = [1 - bit for bit in pattern]
    repaired = [a ^ b for a, b in zip(readout, pattern, strict=True)]
    return int(2 * sum(repaired) > d)
