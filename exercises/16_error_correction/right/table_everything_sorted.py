# task: table
# why: Lists all Pauli operators, sorts by weight from the heaviest down, and lets the later ones overwrite.
def table(generators):
    n = len(generators[0])
    every = np.arange(4**n)
    x, z = every >> n, every & (2**n - 1)
    weights = np.bitwise_count(x | z)
    keys = np.zeros(4**n, dtype=int)
    for g in generators:
        gx = int("".join("1" if one in "XY" else "0" for one in g), 2)
        gz = int("".join("1" if one in "YZ" else "0" for one in g), 2)
        keys = 2 * keys + (np.bitwise_count(x & gz) + np.bitwise_count(z & gx)) % 2
    best = {}
    for one in np.argsort(-weights.astype(int), kind="stable"):
        best[int(keys[one])] = int(one)
    found = {}
    for key, one in best.items():
        letters = ["IZXY"[2 * (one >> (n + j) & 1) + (one >> j & 1)] for j in range(n)]
        found[format(key, f"0{len(generators)}b")] = "".join(reversed(letters))
    return found
