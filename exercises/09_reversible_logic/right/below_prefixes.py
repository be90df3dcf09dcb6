# task: below
# why: From the top: the position of the first difference decides; prefixes that agree are chained with relative-phase Toffolis.
def below(n, c):
    circuit = QuantumCircuit(2 * n + 1)
    if c == 2**n:
        circuit.x(n)
        return circuit
    zeros = [k for k in range(n) if not c >> k & 1]
    if zeros:
        circuit.x(zeros)  # now a 1 means that the bit agrees with that of c
    agree = QuantumCircuit(2 * n + 1)
    places = {n - 1: n - 1}  # the qubit that says whether all bits from k upwards agree
    for k in range(n - 2, 0, -1):
        places[k] = n + 1 + k
        agree.rccx(places[k + 1], k, places[k])
    circuit.compose(agree, inplace=True)
    for k in range(n):
        if c >> k & 1:  # here x may have a 0 where all bits above agree
            circuit.x(k)
            if k == n - 1:
                circuit.cx(k, n)
            else:
                circuit.ccx(places[k + 1], k, n)
            circuit.x(k)
    circuit.compose(agree.inverse(), inplace=True)
    if zeros:
        circuit.x(zeros)
    return circuit
