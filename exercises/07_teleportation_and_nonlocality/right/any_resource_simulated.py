# task: any_resource
# why: Runs the protocol with density matrices on the halves of a reference pair, which gives the Choi matrix.
from qiskit.quantum_info import Choi, DensityMatrix, Operator, partial_trace


def arriving(resource):
    # qubit 0: reference, 1: unknown, 2: Alice's half, 3: Bob's half
    start = DensityMatrix(np.kron(resource, DensityMatrix(shared_pair(0, 0)).data))
    rewire = QuantumCircuit(4)
    rewire.cx(2, 1)
    rewire.h(2)
    rewire.cx(1, 3)  # deferred: the bit x
    rewire.cz(2, 3)  # and then the bit z
    end = partial_trace(start.evolve(Operator(rewire)), [1, 2])
    return Choi(2 * end.data)
