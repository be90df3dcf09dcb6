# task: certain_bit
# why: The output qubit is brought back to a known state and takes the answer; no further qubit.
def certain_bit(oracle, n):
    circuit = QuantumCircuit(n + 1, 1)
    circuit.x(n)
    for qubit in range(n + 1):
        circuit.h(qubit)
    circuit.append(oracle, list(range(n + 1)))
    for qubit in range(n + 1):
        circuit.h(qubit)  # the output is back in |1>
    for qubit in range(n):
        circuit.x(qubit)
    if n == 1:
        circuit.cx(0, 1)
    else:
        circuit.mcx(list(range(n)), n)
    circuit.measure(n, 0)
    return circuit
