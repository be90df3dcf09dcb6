# task: all_or_one
# why: Flips the flag once for each string with exactly one 1.
def all_or_one(n):
    circuit = QuantumCircuit(n + 1, 1)
    for k in range(n):
        circuit.mcx(list(range(n)), n, ctrl_state=1 << k)
    circuit.measure(n, 0)
    return circuit
