# task: lattice
# why: Keeps one bond for two spins: the second overwrites the first.
# fails: assert_close wrong_value
def lattice(n, bonds, fields):
    terms = [("Z", [k], fields[k]) for k in range(n)]
    unique = {frozenset(bond[:2]): bond for bond in bonds}
    for i, j, strength, delta in unique.values():
        terms.append(("XX", [i, j], strength))
        terms.append(("YY", [i, j], strength))
        terms.append(("ZZ", [i, j], strength * delta))
    return SparsePauliOp.from_sparse_list(terms, num_qubits=n)
