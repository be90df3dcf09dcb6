# task: first_m
# why: The same tree with gates of the library that are controlled by 0.
def first_m(m, n):
    from qiskit.circuit.library import HGate

    circuit = QuantumCircuit(n)
    places = [k for k in range(n, -1, -1) if (m >> k) % 2]
    rest = m
    for i, place in enumerate(places[:-1]):
        theta = 2 * np.arcsin(np.sqrt(1 - 2**place / rest))
        if i == 0:
            circuit.ry(theta, place)
        else:
            circuit.cry(theta, places[i - 1], place)
        rest -= 2**place
    on_zero = HGate().control(1, ctrl_state=0)
    for i in range(len(places) - 1, 0, -1):
        if i == len(places) - 1:
            for k in range(places[i]):
                circuit.h(k)
        for k in range(places[i], places[i - 1]):
            circuit.append(on_zero, [places[i - 1], k])
    if len(places) == 1 and m > 1:
        circuit.h(range(places[0]))
    return circuit
