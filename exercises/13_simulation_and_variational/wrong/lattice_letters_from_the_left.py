# task: lattice
# why: Puts the letter of qubit k at place k of the text.
# fails: assert_close wrong_sign
def lattice(n, bonds, fields):
    terms = []
    for i, j, strength, delta in bonds:
        for letter, factor in (("X", 1), ("Y", 1), ("Z", delta)):
            terms.append(
                ("".join(letter if k in (i, j) else "I" for k in range(n)), strength * factor)
            )
    for k in range(n):
        terms.append(("I" * k + "Z" + "I" * (n - 1 - k), fields[k]))
    return SparsePauliOp.from_list(terms)
