# task: lattice
# why: Points the fields along X, as in the Ising chain of the lesson.
# fails: assert_close wrong_value
def lattice(n, bonds, fields):
    terms = [("X", [k], fields[k]) for k in range(n)]
    for i, j, strength, delta in bonds:
        terms.append(("XX", [i, j], strength))
        terms.append(("YY", [i, j], strength))
        terms.append(("ZZ", [i, j], strength * delta))
    return SparsePauliOp.from_sparse_list(terms, num_qubits=n)
