# task: one_string
# why: Joins the two halves of the string by recursion, and collects in Y with SX instead of S and H.
def one_string(label, t):
    n = len(label)
    circuit = QuantumCircuit(n)
    places = [k for k in range(n) if label[-1 - k] != "I"]
    if not places:
        circuit.global_phase = -t
        return circuit

    def turn(back):
        for k in places:
            if label[-1 - k] == "X":
                circuit.h(k)
            elif label[-1 - k] == "Y":
                (circuit.sxdg if back else circuit.sx)(k)

    def rounds(block):
        if len(block) == 1:
            return block[0], []
        middle = (len(block) + 1) // 2
        left, first = rounds(block[:middle])
        right, second = rounds(block[middle:])
        return left, [*first, *second, (right, left)]

    winner, pairs = rounds(places)
    turn(False)
    for source, target in pairs:
        circuit.cx(source, target)
    circuit.rz(2 * t, winner)
    for source, target in reversed(pairs):
        circuit.cx(source, target)
    turn(True)
    return circuit
