# task: lone_qubit
# why: Adds up the four entries over all pairs of positions that differ in this qubit alone.
def lone_qubit(amplitudes, qubit):
    rho = [[0, 0], [0, 0]]
    for position, zero in enumerate(amplitudes):
        if position & (1 << qubit):
            continue
        one = amplitudes[position | (1 << qubit)]
        rho[0][0] += abs(zero) ** 2
        rho[1][1] += abs(one) ** 2
        rho[0][1] += zero * np.conj(one)
        rho[1][0] += one * np.conj(zero)
    return rho
