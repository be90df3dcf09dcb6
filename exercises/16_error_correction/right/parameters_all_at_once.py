# task: parameters
# why: Brute force over all operators as integers, with NumPy.
def parameters(generators):
    n = len(generators[0])
    packed = []
    for word in generators:
        x = sum(2**k for k in range(n) if word[k] in "XY")
        z = sum(2**k for k in range(n) if word[k] in "ZY")
        packed.append((x, z))
    members = np.array([0])
    for x, z in packed:
        members = np.union1d(members, members ^ (x << n | z))
    xs, zs = np.divmod(np.arange(4**n), 2**n)
    harmful = np.ones(4**n, dtype=bool)
    harmful[members] = False
    for x, z in packed:
        harmful &= (np.bitwise_count(xs & z) ^ np.bitwise_count(zs & x)) & 1 == 0
    weights = np.bitwise_count(xs | zs)[harmful]
    return [n, n - round(np.log2(len(members))), int(min(weights))]
