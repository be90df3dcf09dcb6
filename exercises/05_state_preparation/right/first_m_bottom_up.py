# task: first_m
# why: From the lowest one of m upwards, rotations and controlled H in turn; the places begin at 1.
def first_m(m, n):
    circuit = QuantumCircuit(n)
    ones = [k for k, bit in enumerate(bin(m)[:1:-1]) if bit == "1"]
    for k in range(ones[0]):
        circuit.h(k)
    if len(ones) == 1:
        return circuit
    circuit.x(ones[1:])
    done = 2 ** ones[0]
    circuit.ry(-2 * np.arccos(np.sqrt(done / m)), ones[1])
    for i in range(1, len(ones)):
        here, before = ones[i], ones[i - 1]
        circuit.x(here)
        for k in range(before, here):
            circuit.ch(here, k)
        if i + 1 < len(ones):
            share = np.sqrt(2**here / (m - done))
            circuit.cry(-2 * np.arccos(share), here, ones[i + 1])
            done += 2**here
        circuit.x(here)
    return circuit
