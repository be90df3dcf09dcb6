# task: mend
# why: Asks for the parities of qubits 0, 1 and of 0, 2, and names the qubits accordingly.
def mend(guards, errors):
    circuit = QuantumCircuit(5, 2)
    for ancilla, other in ((3, 1), (4, 2)):
        circuit.h(ancilla)
        for k in (0, other):
            {"X": circuit.cx, "Y": circuit.cy, "Z": circuit.cz}[guards[k]](ancilla, k)
        circuit.h(ancilla)
    circuit.measure([3, 4], [0, 1])
    first, second = circuit.clbits
    with circuit.if_test((first, 1)):
        {"X": circuit.x, "Y": circuit.y, "Z": circuit.z}[errors[1]](1)
    with circuit.if_test((second, 1)):
        {"X": circuit.x, "Y": circuit.y, "Z": circuit.z}[errors[2]](2)
    with circuit.if_test((circuit.cregs[0], 3)):  # both: it was qubit 0, so take back what was done
        for k in range(3):
            {"X": circuit.x, "Y": circuit.y, "Z": circuit.z}[errors[k]](k)
    return circuit
