# task: shift
# why: Prepares the output in |->, as in Bernstein and Vazirani: the answers become one parity.
# fails: assert_distribution wrong_distribution
def shift(oracle, n):
    circuit = QuantumCircuit(2 * n + 1, n + 1)
    circuit.x(range(n + 1, 2 * n + 1))
    circuit.h(range(2 * n + 1))
    circuit.append(oracle, range(2 * n + 1))
    circuit.h(range(n + 1))
    circuit.measure(range(n + 1), range(n + 1))
    return circuit
