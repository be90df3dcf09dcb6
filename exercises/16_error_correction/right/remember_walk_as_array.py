# task: remember
# why: The same walk with arrays, starting from the end and going back in time.
def remember(record, readout, flip, misread):
    d = len(readout)
    states = np.arange(2**d)
    bits = states[:, None] >> np.arange(d) & 1
    parities = bits[:, :-1] ^ bits[:, 1:]
    odds = np.log([(1 - flip) / flip, (1 - misread) / misread])
    moves = odds[0] * np.bitwise_count(states[:, None] ^ states[None, :])
    ahead = odds[1] * (bits ^ np.array(readout)).sum(axis=1)
    for row in reversed(record):
        here = ahead + odds[1] * (parities ^ np.array(row)).sum(axis=1)
        ahead = (moves + here[None, :]).min(axis=1)
    return int(ahead[-1] < ahead[0])
