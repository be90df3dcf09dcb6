# task: one_string
# why: Works with X in place of Z: parities by CZ between Hadamards, and RX at the end.
def one_string(label, t):
    n = len(label)
    word = label[::-1]
    active = [k for k in range(n) if word[k] != "I"]
    if not active:
        return QuantumCircuit(n, global_phase=-t)
    start = QuantumCircuit(n)
    for k in active:
        if word[k] == "Y":
            start.sdg(k)
        elif word[k] == "Z":
            start.h(k)
    stride = 1
    while stride < len(active):
        for i in range(0, len(active) - stride, 2 * stride):
            a, b = active[i], active[i + stride]
            start.h(b)
            start.cz(a, b)
            start.h(b)
            # in the frame of X the parity moves against the arrow, from target to control
        stride *= 2
    circuit = QuantumCircuit(n)
    circuit.compose(start, inplace=True)
    circuit.rx(2 * t, active[0])
    circuit.compose(start.inverse(), inplace=True)
    return circuit
