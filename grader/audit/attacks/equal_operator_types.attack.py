# attack: Values of the right family and the wrong kind
# tries: Operators, states, Paulis, parameters and circuits are returned where numbers and lists are asked for: their
#     comparisons have rules of their own.
# honest: 0

# %% cell
from qiskit.circuit import Parameter
from qiskit.quantum_info import Pauli, PauliList, SparsePauliOp

VALUES = [
    Parameter("x"),
    PauliList(["X", "Z"]),
    SparsePauliOp(["X"], [Parameter("t")]),
    Pauli("X"),
    Operator.from_label("X"),
    Statevector.from_label("0"),
]
turn = iter(VALUES * 100)

# %% answer="number"
amplitudes = VALUES[0]

# %% answer="parity"
def parity(bits):
    return next(turn)

# %% answer="uniform"
def uniform(n):
    return VALUES[1] if n == 1 else Statevector.from_label("+" * n)

# %% answer="primes"
def primes(limit):
    return [] if limit == 3 else next(turn)

# %% answer="hadamard"
def hadamard(circuit, qubit):
    circuit.rx(Parameter("x"), qubit)
