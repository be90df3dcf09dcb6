# task: heat
# why: Puts the finished channel into the circuit, which is not allowed.
# fails: assert_budget forbidden_gate
from qiskit.quantum_info import Kraus


def heat(gamma, excited):
    stay, go = math.sqrt(1 - gamma), math.sqrt(gamma)
    cold, warm = math.sqrt(1 - excited), math.sqrt(excited)
    kraus = [cold * np.diag([1, stay]), cold * np.array([[0, go], [0, 0]])]
    kraus += [warm * np.diag([stay, 1]), warm * np.array([[0, 0], [go, 0]])]
    circuit = QuantumCircuit(1)
    circuit.append(Kraus(kraus).to_instruction(), [0])
    return circuit
