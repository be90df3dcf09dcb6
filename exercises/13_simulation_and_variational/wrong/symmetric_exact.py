# task: symmetric
# why: The library's second-order formula for all terms, with other halves.
# fails: assert_parameterised_family wrong_unitary
def symmetric(bonds, fields, steps):
    from qiskit.circuit.library import PauliEvolutionGate
    from qiskit.synthesis import SuzukiTrotter

    n = len(fields)
    terms = [("ZZ", [k, k + 1], bonds[k]) for k in range(n - 1)]
    terms += [("X", [k], fields[k]) for k in range(n)]
    hamiltonian = SparsePauliOp.from_sparse_list(terms, num_qubits=n)
    gate = PauliEvolutionGate(hamiltonian, Parameter("t"), synthesis=SuzukiTrotter(2, reps=steps))
    circuit = QuantumCircuit(n)
    circuit.append(gate, range(n))
    return circuit.decompose()
