# task: two_labs
# why: Bob turns for the first basis in any case and corrects by the difference; matrices instead of rotations.
def two_labs(alpha, beta):
    def back(angle):
        return UnitaryGate(
            np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        )

    circuit = QuantumCircuit(2, 2)
    circuit.append(back(beta[0]), [0])
    circuit.append(back(alpha), [1])
    circuit.measure(1, 1)
    with circuit.if_test((circuit.clbits[1], 1)):
        circuit.append(back(beta[1] - beta[0]), [0])
    circuit.measure(0, 0)
    return circuit
