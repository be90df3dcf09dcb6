# task: about_mean
# why: RY(pi/2) in place of H and X, and a sign from RZ(2 pi).
def about_mean(n):
    circuit = QuantumCircuit(2 * n - 2 if n > 1 else 1)
    circuit.ry(np.pi / 2, range(n))
    held = 0
    chain = []
    for k in range(1, n - 1):
        chain.append((held, k, n + k - 1))
        held = n + k - 1
    for a, b, c in chain:
        circuit.ccx(a, b, c)
    if n == 1:
        circuit.z(0)
    else:
        circuit.cp(np.pi, held, n - 1)
    for a, b, c in reversed(chain):
        circuit.ccx(a, b, c)
    circuit.ry(-np.pi / 2, range(n))
    circuit.rz(2 * np.pi, 0)
    return circuit
