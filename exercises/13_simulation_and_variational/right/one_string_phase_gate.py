# task: one_string
# why: Uses the phase gate and corrects the global phase.
def one_string(label, t):
    n = len(label)
    circuit = QuantumCircuit(n)
    moves = []
    left = []
    for k, letter in enumerate(reversed(label)):
        if letter == "X":
            moves.append(("h", k))
        if letter == "Y":
            moves += [("sdg", k), ("h", k)]
        if letter != "I":
            left.append(k)
    circuit.global_phase = -t
    if not left:
        return circuit
    queue = left
    while len(queue) > 1:
        following = []
        for i in range(0, len(queue), 2):
            if i + 1 < len(queue):
                moves.append(("cx", queue[i], queue[i + 1]))
                following.append(queue[i + 1])
            else:
                following.append(queue[i])
        queue = following
    for name, *places in moves:
        getattr(circuit, name)(*places)
    circuit.p(2 * t, queue[0])
    undo = {"h": "h", "sdg": "s", "cx": "cx"}
    for name, *places in reversed(moves):
        getattr(circuit, undo[name])(*places)
    return circuit
