# task: about_mean
# why: The factor -1 from XZXZ; the AND ends on a Toffoli between two H.
def about_mean(n):
    circuit = QuantumCircuit(n + max(0, n - 2))
    for _ in range(2):
        circuit.x(0)
        circuit.z(0)
    for q in range(n):
        circuit.h(q)
        circuit.x(q)
    if n < 3:
        circuit.h(n - 1)
        if n == 2:
            circuit.cx(0, 1)
        else:
            circuit.x(0)
        circuit.h(n - 1)
    else:
        held, steps = 0, []
        for k in range(1, n - 2):
            steps.append((held, k, n + k - 1))
            held = n + k - 1
        for step in steps:
            circuit.ccx(*step)
        circuit.h(n - 1)
        circuit.ccx(held, n - 2, n - 1)
        circuit.h(n - 1)
        for step in steps[::-1]:
            circuit.ccx(*step)
    for q in range(n):
        circuit.x(q)
        circuit.h(q)
    return circuit
