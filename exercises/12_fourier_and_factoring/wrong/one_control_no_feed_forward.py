# task: one_control
# why: Measures each power by itself, without turning the known bits back.
# fails: assert_distribution wrong_distribution
def one_control(powers, m):
    t = len(powers)
    circuit = QuantumCircuit(m + 1, t)
    for j in range(t):
        circuit.reset(0)
        circuit.h(0)
        circuit.append(powers[t - 1 - j], range(m + 1))
        circuit.h(0)
        circuit.measure(0, j)
    return circuit
