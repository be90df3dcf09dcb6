# task: enough
# why: Counts the choices of q inputs on which a balanced function is constant.
def enough(n, error):
    half, size = 2 ** (n - 1), 2**n
    q = 1
    while 2 * math.comb(half, q) > error * math.comb(size, q):
        q += 1
    return q
