# task: tidy
# why: Puts the call into a circuit of its own and inverts that circuit.
def tidy(work, n, m, place):
    call = QuantumCircuit(n + m, name="call")
    call.append(work, range(n + m))
    circuit = QuantumCircuit(n + m + 1)
    circuit.compose(call, range(n + m), inplace=True)
    circuit.cx(place, n + m)
    circuit.compose(call.inverse(), range(n + m), inplace=True)
    return circuit
