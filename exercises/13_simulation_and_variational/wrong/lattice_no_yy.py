# task: lattice
# why: Forgets YY, as in an Ising or XZ model.
# fails: assert_close wrong_value
def lattice(n, bonds, fields):
    terms = [("Z", [k], fields[k]) for k in range(n)]
    for i, j, strength, delta in bonds:
        terms.append(("XX", [i, j], strength))
        terms.append(("ZZ", [i, j], strength * delta))
    return SparsePauliOp.from_sparse_list(terms, num_qubits=n)
