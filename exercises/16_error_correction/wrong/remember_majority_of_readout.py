# task: remember
# why: Takes the majority of the readout and ignores the record.
# fails: assert_implements wrong_value
def remember(record, readout, flip, misread):
    return int(2 * sum(readout) > len(readout))
