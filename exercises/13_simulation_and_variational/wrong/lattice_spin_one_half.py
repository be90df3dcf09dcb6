# task: lattice
# why: Puts in the factors 1/4 and 1/2 of spin operators S = σ/2.
# fails: assert_close wrong_value
def lattice(n, bonds, fields):
    terms = [("Z", [k], fields[k] / 2) for k in range(n)]
    for i, j, strength, delta in bonds:
        terms.append(("XX", [i, j], strength / 4))
        terms.append(("YY", [i, j], strength / 4))
        terms.append(("ZZ", [i, j], strength * delta / 4))
    return SparsePauliOp.from_sparse_list(terms, num_qubits=n)
