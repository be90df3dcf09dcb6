# task: mend
# why: Controls the errors by single ancillas: E0 by the first, E2 by the second, and both undone into E1 by a third step.
from qiskit.circuit.library import XGate, YGate, ZGate


def mend(guards, errors):
    gates = {"X": XGate(), "Y": YGate(), "Z": ZGate()}
    circuit = QuantumCircuit(5)
    for ancilla, pair in ((3, (0, 1)), (4, (1, 2))):
        circuit.h(ancilla)
        for k in pair:
            circuit.append(gates[guards[k]].control(1), [ancilla, k])
        circuit.h(ancilla)
    for k, state in ((0, "01"), (1, "11"), (2, "10")):
        circuit.append(gates[errors[k]].control(2, ctrl_state=state), [3, 4, k])
    return circuit
