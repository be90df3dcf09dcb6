# task: geometric
# why: Lets the library prepare the whole vector, with gates on two qubits.
# fails: assert_budget budget_exceeded
def geometric(n, ratio):
    numbers = np.array([complex(ratio) ** j for j in range(2**n)])
    circuit = QuantumCircuit(n)
    circuit.prepare_state(numbers / np.linalg.norm(numbers))
    return circuit
