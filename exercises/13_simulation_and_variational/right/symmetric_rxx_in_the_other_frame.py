# task: symmetric
# why: Works in the frame in which X and Z are exchanged: RXX and RZ between two layers of H.
def symmetric(bonds, fields, steps):
    n = len(fields)
    t = Parameter("t")
    circuit = QuantumCircuit(n)
    circuit.h(range(n))
    for _ in range(steps):
        for half in (0, 1):
            for k in range(n):
                circuit.rz(fields[k] / steps * t, k)
            if half == 0:
                for k in range(0, n - 1, 2):
                    circuit.rxx(2 * bonds[k] / steps * t, k, k + 1)
                for k in range(1, n - 1, 2):
                    circuit.rxx(2 * bonds[k] / steps * t, k, k + 1)
    circuit.h(range(n))
    return circuit
