# task: about_mean
# why: CZ between neighbours in place of a Z with many controls.
# fails: assert_same_unitary wrong_unitary
def about_mean(n):
    circuit = QuantumCircuit(n, global_phase=np.pi)
    circuit.h(range(n))
    circuit.x(range(n))
    if n == 1:
        circuit.z(0)
    for k in range(n - 1):
        circuit.cz(k, k + 1)
    circuit.x(range(n))
    circuit.h(range(n))
    return circuit
