# task: syndromes
# why: Lets Qiskit decide whether two labels anticommute.
from qiskit.quantum_info import Pauli


def syndromes(generators, errors):
    # both are read from the same side, so the order of the letters makes no difference here
    return [[int(Pauli(one).anticommutes(Pauli(error))) for one in generators] for error in errors]
