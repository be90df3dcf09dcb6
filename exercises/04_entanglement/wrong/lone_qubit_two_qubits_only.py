# task: lone_qubit
# why: The lesson's formula for two qubits, made to fit others by reshape.
# fails: assert_implements wrong_value
def lone_qubit(amplitudes, qubit):
    square = np.array(amplitudes).reshape(2, -1)
    if qubit == 0:
        square = np.array(amplitudes).reshape(-1, 2).T
    return square @ square.conj().T
