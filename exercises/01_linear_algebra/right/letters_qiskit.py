# task: letters
# why: Asks the library, and reads its sum term by term.

from qiskit.quantum_info import Operator, SparsePauliOp


def spell(matrix):
    total = SparsePauliOp.from_operator(Operator(np.array(matrix)))
    return {word: number for word, number in total.to_list() if abs(number) > 1e-8}
