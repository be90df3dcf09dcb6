# task: readings
# why: Adds all arrows up, as a matrix, and measures distances as arcs.
def chance(phi, t, n):
    size = 2**t
    good = 0.0
    k = np.arange(size)
    for y in range(size):
        arc = abs(np.angle(np.exp(2j * np.pi * (phi - y / size)))) / (2 * np.pi)
        if arc <= 2.0**-n + 1e-12:
            good += abs(np.exp(2j * np.pi * k * (phi - y / size)).mean()) ** 2
    return good


def smallest(phi, n, epsilon):
    t = n
    while 1 - chance(phi, t, n) > epsilon:
        t = t + 1
    return t
