# task: lattice
# why: Multiplies operators on single qubits with @ and adds them up, simplified at the end.
def lattice(n, bonds, fields):
    def single(letter, k):
        return SparsePauliOp("I" * (n - 1 - k) + letter + "I" * k)

    total = 0 * SparsePauliOp("I" * n)
    for i, j, strength, delta in bonds:
        for letter, factor in (("X", 1), ("Y", 1), ("Z", delta)):
            total += strength * factor * (single(letter, i) @ single(letter, j))
    for k in range(n):
        total += fields[k] * single("Z", k)
    return total.simplify()
