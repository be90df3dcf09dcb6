# task: kick
# why: One helper for both cases: a circuit in the middle of another and its inverse, with the roles exchanged.
def kick(oracle, n, phi):
    def around(middle, before):
        circuit = QuantumCircuit(n + 1)
        circuit.compose(before, inplace=True)
        circuit.compose(middle, inplace=True)
        circuit.compose(before.inverse(), inplace=True)
        return circuit

    call = QuantumCircuit(n + 1)
    call.append(oracle, range(n + 1))
    local = QuantumCircuit(n + 1)
    if phi == np.pi:
        local.x(n)
        local.h(n)
        return around(call, local)
    local.p(phi, n)
    return around(local, call)
