# task: times
# why: Out of place with a second register, then a swap, and the old number uncomputed with the inverse factor.
def times(n, a):
    if a % 2 == 0:
        return None
    inverse = pow(a, -1, 2**n)
    circuit = QuantumCircuit(2 * n)
    fourier = QuantumCircuit(2 * n)
    for place in reversed(range(n)):
        fourier.h(n + place)
        for lower in range(place):
            fourier.cp(np.pi / 2 ** (place - lower), n + lower, n + place)

    def add_product(factor):
        circuit.compose(fourier, inplace=True)
        for k in range(n):
            for place in range(k, n):
                circuit.cp(factor * np.pi * 2**k / 2**place, k, n + place)
        circuit.compose(fourier.inverse(), inplace=True)

    add_product(a)
    for k in range(n):
        circuit.swap(k, n + k)
    add_product(-inverse)
    return circuit
