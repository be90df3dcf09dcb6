# task: shots_needed
# why: Counts upwards until the error is small enough.


def shots_needed(standard_error, p=None):
    if p is None:
        p = 1 / 2
    shots = 1
    while p * (1 - p) > shots * standard_error**2:
        shots += 1
    return shots
