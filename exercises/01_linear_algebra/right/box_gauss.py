# task: box
# why: Elimination by hand: turns the inputs into basis vectors and does the same to the outputs.


def box_matrix(inputs, outputs):
    d = len(inputs)
    rows = np.hstack([np.array(inputs, dtype=complex), np.array(outputs, dtype=complex)])
    for place in range(d):
        best = place + np.argmax(np.abs(rows[place:, place]))
        rows[[place, best]] = rows[[best, place]]
        rows[place] = rows[place] / rows[place, place]
        for other in range(d):
            if other != place:
                rows[other] = rows[other] - rows[other, place] * rows[place]
    return rows[:, d:].T
