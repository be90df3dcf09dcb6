# task: waves
# why: Writes the product formula down: the qubit of each output weight gets its phases, from the highest input bit on.
def waves(n, order):
    circuit = QuantumCircuit(n)
    for weight in range(n):  # the output bit of weight 2**weight is made in qubit n - 1 - weight
        place = n - 1 - weight
        circuit.h(place)
        for x_bit in range(place - 1, -1, -1):
            circuit.cp(2 * np.pi * 2**x_bit * 2**weight / 2**n, place, x_bit)
    if order == "rising":
        for low, high in zip(range(n), range(n - 1, -1, -1), strict=True):
            if low < high:
                circuit.cx(low, high)
                circuit.cx(high, low)
                circuit.cx(low, high)
    return circuit
