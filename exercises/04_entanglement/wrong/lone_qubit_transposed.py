# task: lone_qubit
# why: Conjugates the wrong factor, which transposes the matrix.
# fails: assert_implements wrong_sign
def lone_qubit(amplitudes, qubit):
    cube = np.array(amplitudes).reshape(-1, 2, 2**qubit)
    return np.einsum("ajb,akb->jk", cube.conj(), cube)
