# attack: A gate called as another gate is
# tries: Gates named `h` and `cx` whose definitions and matrices say something else at each look: one matrix for the budget,
#     one for the state.
# honest: 0

# %% answer="bell"
from qiskit.circuit import Gate


class Changing(Gate):
    looks = 0

    def __init__(self):
        super().__init__("cx", 2, [])

    def __array__(self, *a, **k):
        Changing.looks += 1
        return np.eye(4, dtype=complex)

    def _define(self):
        circuit = QuantumCircuit(2, name="cx")
        for _ in range(3):
            circuit.cx(0, 1)
            circuit.cx(1, 0)
        self.definition = circuit


def bell():
    circuit = QuantumCircuit(2)
    circuit.append(Changing(), [0, 1])
    return circuit

# %% answer="hadamard"
def hadamard(circuit, qubit):
    circuit.append(Gate("h", 1, []), [qubit])
