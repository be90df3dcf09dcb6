# task: tidy
# why: Named registers, and a swap with the place in front of the target instead of a CX from far away.
def tidy(work, n, m, place):
    from qiskit import QuantumRegister

    x, spare, target = QuantumRegister(n, "x"), QuantumRegister(m, "spare"), QuantumRegister(1, "t")
    circuit = QuantumCircuit(x, spare, target)
    inside = [*x, *spare]
    circuit.append(work, inside)
    last = inside[-1]
    if inside[place] != last:
        circuit.swap(inside[place], last)
    circuit.cx(last, target)
    if inside[place] != last:
        circuit.swap(inside[place], last)
    circuit.append(work.inverse(), inside)
    return circuit
