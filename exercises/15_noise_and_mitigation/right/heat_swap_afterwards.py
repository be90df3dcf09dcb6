# task: heat
# why: Turns the environment under control of the qubit, and exchanges the two at the end.
def heat(gamma, excited):
    circuit = QuantumCircuit(3)
    circuit.ry(2 * math.atan2(math.sqrt(excited), math.sqrt(1 - excited)), 1)
    circuit.cz(1, 2)
    circuit.h(2)
    circuit.cz(1, 2)
    circuit.h(2)
    circuit.swap(0, 1)  # now the qubit is on 1, the environment on 0
    circuit.cx(1, 0)
    circuit.cry(2 * math.acos(math.sqrt(gamma)), 0, 1)
    circuit.cx(1, 0)
    circuit.x(1)
    circuit.cz(1, 0)
    circuit.x(1)
    return circuit
