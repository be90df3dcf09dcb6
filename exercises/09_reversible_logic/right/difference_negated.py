# task: difference
# why: Subtracts x from y by an adder run backwards, then changes the sign: flip all bits and add 1 by the carry, in one go.
def difference(n):
    circuit = QuantumCircuit(2 * n + 1)
    # -(y - x) = flip(y - x - 1): begin the borrow chain with a borrow of 1
    circuit.x(2 * n)
    plus = QuantumCircuit(2 * n + 1)
    carry = [2 * n, *range(n - 1)]
    for k in range(n):
        plus.cx(k, n + k)
        plus.cx(k, carry[k])
        plus.ccx(carry[k], n + k, k)
    for k in reversed(range(n)):
        plus.ccx(carry[k], n + k, k)
        plus.cx(k, carry[k])
        plus.cx(carry[k], n + k)
    circuit.compose(plus.inverse(), inplace=True)
    circuit.x(2 * n)
    circuit.x(range(n, 2 * n))
    return circuit
