# task: ladder
# why: The state moves into the delivered qubit and is swapped back; a failure leaves an X, which is taken off at once.
def ladder(m):
    circuit = QuantumCircuit(m + 1, m)
    for k in range(1, m + 1):

        def step(k=k):
            circuit.cx(k, 0)
            circuit.measure(0, k - 1)
            circuit.swap(0, k)
            with circuit.if_test((circuit.clbits[k - 1], 1)):
                circuit.x(0)

        if k == 1:
            step()
        else:
            with circuit.if_test((circuit.clbits[k - 2], 1)):
                step()
    with circuit.if_test((circuit.clbits[m - 1], 1)):
        circuit.z(0)
    return circuit
