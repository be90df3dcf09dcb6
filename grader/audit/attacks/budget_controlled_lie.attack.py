# attack: A controlled gate costs nothing
# tries: A controlled gate holds a base gate and a definition. The base gate does what is asked, the definition, which
#     is counted, is empty or made of allowed gates alone; in another one the base gate hides a second call.
# honest: 0

# %% cell
from qiskit.circuit import ControlledGate
from qiskit.circuit.library import ZGate


def lying(base, controls, name="h"):
    qubits = controls + base.num_qubits
    empty = QuantumCircuit(qubits)
    return ControlledGate(name, qubits, [], num_ctrl_qubits=controls, base_gate=base, definition=empty)


# %% answer="mark"
def mark():
    circuit = QuantumCircuit(3)
    circuit.append(lying(ZGate(), 2), [0, 1, 2])
    return circuit

# %% answer="query"
def query(oracle):
    circuit = QuantumCircuit(3)
    circuit.append(lying(ZGate(), 1), [0, 1])
    return circuit

# %% answer="bell"
def bell():
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.append(lying(HGate().control(1).base_gate, 1), [0, 1])
    return circuit
