# task: lattice
# why: Builds the matrix from exchange operators and expands it in Pauli strings by inner products.
def lattice(n, bonds, fields):
    size = 2**n
    matrix = np.zeros((size, size), dtype=complex)
    for x in range(size):
        for k in range(n):
            matrix[x, x] += fields[k] * (-1) ** (x >> k & 1)
        for i, j, strength, delta in bonds:
            if (x >> i & 1) == (x >> j & 1):
                matrix[x, x] += strength * delta
            else:
                matrix[x, x] -= strength * delta
                matrix[x ^ (1 << i) ^ (1 << j), x] += 2 * strength
    table = {}
    for letters in itertools.product("IXYZ", repeat=n):
        # the share of a string in a matrix is an inner product
        share = np.trace(SparsePauliOp("".join(letters)).to_matrix() @ matrix) / size
        if abs(share) > 1e-12:
            table["".join(letters)] = share.real
    return SparsePauliOp.from_list(list(table.items()), num_qubits=n)
