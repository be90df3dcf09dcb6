# task: exchange
# why: Builds the part for two qubits once and composes it onto the pair; barriers keep it readable.
def exchange(n, a, b):
    part = QuantumCircuit(2)
    part.cx(0, 1)
    part.barrier()
    part.h(0)
    part.h(1)
    part.cx(0, 1)
    part.h(0)
    part.h(1)
    part.barrier()
    part.cx(0, 1)
    return QuantumCircuit(n).compose(part, qubits=[min(a, b), max(a, b)])
