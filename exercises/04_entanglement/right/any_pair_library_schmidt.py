# task: any_pair
# why: Uses Qiskit's Schmidt decomposition and completes each basis when only one term is left.
from qiskit.quantum_info import Statevector, schmidt_decomposition


def settings(amplitudes):
    terms = schmidt_decomposition(Statevector(amplitudes), [0])
    terms = sorted(terms, key=lambda term: -term[0])

    def basis(vectors):
        first = vectors[0]
        second = vectors[1] if len(vectors) > 1 else np.array([-first[1].conj(), first[0].conj()])
        return np.column_stack([first, second])

    on_1 = basis([term[1].data for term in terms])
    on_0 = basis([term[2].data for term in terms])
    return 2 * np.arccos(min(1.0, terms[0][0])), on_1, on_0
