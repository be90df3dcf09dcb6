# task: lone_qubit
# why: Counts qubits from the left.
# fails: assert_implements wrong_value
def lone_qubit(amplitudes, qubit):
    n = int(np.log2(len(amplitudes)))
    tensor = np.array(amplitudes).reshape((2,) * n)
    rows = np.moveaxis(tensor, qubit, 0).reshape(2, -1)
    return rows @ rows.conj().T
