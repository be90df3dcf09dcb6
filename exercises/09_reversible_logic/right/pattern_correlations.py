# task: pattern
# why: By pairs: only pairs with equal garbage contribute, each with the sign of its difference.
def pattern(f, g):
    size = len(f)
    shares = np.zeros(size)
    for x in range(size):
        for other in range(size):
            if g[x] == g[other]:
                shares[x ^ other] += (-1) ** (f[x] + f[other]) / size**2
    masks = np.arange(size)
    signs = np.array([[(-1) ** int(y & d).bit_count() for d in masks] for y in masks])
    return signs @ shares
