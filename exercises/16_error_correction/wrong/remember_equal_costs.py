# task: remember
# why: Gives all errors the same cost.
# fails: assert_implements wrong_value
def remember(record, readout, flip, misread):
    d = len(readout)
    states = np.arange(2**d)
    bits = states[:, None] >> np.arange(d) & 1
    parities = bits[:, :-1] ^ bits[:, 1:]
    moves = np.bitwise_count(states[:, None] ^ states[None, :]).astype(int)
    ahead = (bits ^ np.array(readout)).sum(axis=1)
    for row in reversed(record):
        here = ahead + (parities ^ np.array(row)).sum(axis=1)
        ahead = (moves + here[None, :]).min(axis=1)
    return int(ahead[-1] < ahead[0])
