# task: one_string
# why: Stops the tournament at two players and ends it with RZZ, two gates less.
def one_string(label, t):
    n = len(label)
    places = [k for k in range(n) if label[n - 1 - k] != "I"]
    frame = QuantumCircuit(n)
    for k in places:
        if label[n - 1 - k] == "X":
            frame.ry(-np.pi / 2, k)
        if label[n - 1 - k] == "Y":
            frame.rx(np.pi / 2, k)
    while len(places) > 2:
        half = (len(places) + 1) // 2
        for a, b in zip(places[:half], places[half:], strict=False):
            frame.cx(b, a)
        places = places[:half]
    circuit = frame.copy()
    if len(places) == 2:
        circuit.rzz(2 * t, *places)
    elif len(places) == 1:
        circuit.rz(2 * t, places[0])
    else:
        circuit.global_phase -= t
    circuit.compose(frame.inverse(), inplace=True)
    return circuit
